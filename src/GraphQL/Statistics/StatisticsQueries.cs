using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Statistics;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    private const int MostDaysApart = 366;
    private const int MonthLength = 7;

    /// <summary>
    /// 统计. What happened on the days of a period, told apart by what is asked for. Every amount is the sum of facts, and <c>facts</c> of
    /// the same period and conditions lists exactly these.
    /// </summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="from">自. The first day that counts (Asia/Shanghai).</param>
    /// <param name="to">至. The day after the last.</param>
    /// <param name="groupBy">分组依据. By what facts are told apart; with none there is one row of all. By day a period has at most 366
    /// days.</param>
    /// <param name="measures">计量. What is counted; all where it is left out.</param>
    /// <param name="where">条件. Which facts.</param>
    /// <param name="countParties">统计当事人数. Whether parties are counted too, each once; that reads the facts and takes longer.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<StatisticsRow>> Statistics(
        IResolveFieldContext field,
        [FromServices] Database database,
        DateOnly from,
        DateOnly to,
        IReadOnlyList<Dimension> groupBy,
        IReadOnlyList<Measure>? measures = null,
        FactFilter? where = null,
        bool countParties = false)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(groupBy);
        var (byDay, byMonth) = (groupBy.Contains(Dimension.Day), groupBy.Contains(Dimension.Month));
        if (byDay && (byMonth || to > (from < PlausibleDays.First ? PlausibleDays.First : from).PlusDays(MostDaysApart)))
        {
            throw new BadUserInput(
                byMonth ? "按日统计和按月统计请任选其一" : $"按日统计的期间最长{MostDaysApart}天",
                byMonth ? "Facts are told apart by day or by month, not by both" : $"By day a period has at most {MostDaysApart} days");
        }

        var conditions = new Conditions<TallyCountRow>()
            .Text(row => row.Section, Code(where?.Section)).Text(row => row.Agency, Code(where?.Agency))
            .Text(row => row.ProductClass, Code(where?.ProductClass)).Enum(row => row.Violation, where?.Violation)
            .Text(row => row.Measure, OneOf(measures))
            .ToExpression();
        string[] apart =
        [
            nameof(TallyCountRow.Measure),
            .. byDay || byMonth ? [nameof(TallyCountRow.Period)] : Array.Empty<string>(),
            .. groupBy.Where(by => by is not (Dimension.Day or Dimension.Month)).Distinct().Select(by => by.ToString()),
        ];
        string[] periods = [.. PeriodsOf(from, to, byDay)];
        var counted = periods.Length == 0
            ? []
            : await database.SumsAsync(
                data => data.GetTable<TallyCountRow>().Where(cell => periods.Contains(cell.Period)).Where(conditions),
                apart,
                field.CancellationToken)
                .ConfigureAwait(false);
        var parties = countParties ? await PartiesAsync().ConfigureAwait(false) : [];
        return
        [
            .. counted.GroupBy(cell => KeyOf(cell.Period, cell.Section, cell.Agency, cell.ProductClass, cell.Violation))
                .OrderBy(same => same.Key.Period, StringComparer.Ordinal).ThenBy(same => same.Key.Section, StringComparer.Ordinal)
                .ThenBy(same => same.Key.Agency, StringComparer.Ordinal).ThenBy(same => same.Key.ProductClass, StringComparer.Ordinal)
                .ThenBy(same => same.Key.Violation, StringComparer.Ordinal)
                .Select(same => new StatisticsRow(
                    same.Key.Period,
                    same.Key.Section,
                    same.Key.Agency,
                    ProductClassType.Of(same.Key.ProductClass),
                    same.Key.Violation is { } violation ? WireName.Find<ViolationKind>(violation) : null,
                    [.. FiguresOf(same.Key, same)])),
        ];

        IEnumerable<StatisticsFigure> FiguresOf(FactsKey key, IEnumerable<TallyCountRow> cells) => cells
            .GroupBy(cell => Enum.Parse<Measure>(cell.Measure))
            .OrderBy(of => of.Key)
            .Select(of => new StatisticsFigure(
                of.Key,
                Figures.AmountOf(of.Key, of.Sum(cell => cell.Amount)),
                (int)of.Sum(cell => cell.Rows),
                countParties ? parties.GetValueOrDefault((of.Key, key), 0) : null));

        FactsKey KeyOf(string period, string? section, string? agency, string? productClass, string? violation) => new(
            byDay ? period : byMonth ? period[..MonthLength] : null,
            groupBy.Contains(Dimension.Section) ? section : null,
            groupBy.Contains(Dimension.Agency) ? agency : null,
            groupBy.Contains(Dimension.ProductClass) ? productClass : null,
            groupBy.Contains(Dimension.Violation) ? violation : null);

        // Parties do not add up: whoever was counted on two days is one. Where it is not known whom a fact is about, neither is how many
        // they are.
        async Task<Dictionary<(Measure, FactsKey), int?>> PartiesAsync()
        {
            var facts = Matching(new FactScope(from, to, Measures: measures), where).ToExpression();
            var rows = await database.QueryAsync(
                (data, token) => data.GetTable<TallyRow>().Where(facts)
                    .GroupBy(row => new { row.Measure, row.Day, row.Section, row.Agency, row.ProductClass, row.Violation, row.Party })
                    .Select(same => new { same.Key, Amount = same.Sum(row => row.Amount) })
                    .ToListAsync(token),
                field.CancellationToken).ConfigureAwait(false);
            return rows
                .GroupBy(row => (
                    Enum.Parse<Measure>(row.Key.Measure),
                    Of: KeyOf(row.Key.Day, row.Key.Section, row.Key.Agency, row.Key.ProductClass, row.Key.Violation),
                    row.Key.Party))
                .Where(party => party.Key.Party is null || party.Sum(row => row.Amount) > 0)
                .GroupBy(party => (party.Key.Item1, party.Key.Of))
                .ToDictionary(of => of.Key, of => of.Any(party => party.Key.Party is null) ? null : (int?)of.Count());
        }
    }

    /// <summary>
    /// 计量事实列表. The facts of a period behind the figures of <c>statistics</c>, in the order of their days; where it is asked when they were
    /// recorded, in that order.
    /// </summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    /// <param name="from">自. The first day that counts (Asia/Shanghai), or any.</param>
    /// <param name="to">至. The day after the last, or any.</param>
    /// <param name="measures">计量. What is counted; all where it is left out.</param>
    /// <param name="where">条件. Which facts.</param>
    /// <param name="recordedAfter">登记起. Only what was recorded after this moment.</param>
    /// <param name="recordedUntil">登记止. Only what was recorded up to this moment, and at it.</param>
    /// <param name="isLicensed">获证. Only what is about holders of a licence, or only what is about others.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<Connection<FactType>> Facts(
        IResolveFieldContext field,
        [FromServices] Database database,
        PageRequest page,
        DateOnly? from = null,
        DateOnly? to = null,
        IReadOnlyList<Measure>? measures = null,
        FactFilter? where = null,
        DateTimeOffset? recordedAfter = null,
        DateTimeOffset? recordedUntil = null,
        bool? isLicensed = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var scope = new FactScope(from, to, recordedAfter, recordedUntil, measures);
        var filter = Matching(scope, where).And(OfLicensed(isLicensed)).ToExpression();
        var rows = await Lists.ReadAsync(
            database,
            _ => filter,
            [
                scope is { RecordedAfter: null, RecordedUntil: null }
                    ? SortColumn<TallyRow>.Text("day", row => row.Day, SortDirection.Asc)
                    : SortColumn<TallyRow>.Number("recordedAt", row => row.RecordedAt, SortDirection.Asc),
            ],
            SortColumn<TallyRow>.Number("id", row => row.Id, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<FactType>(rows.Select(row => new FactType(row)));
    }

    private static Expression<Func<TallyRow, bool>>? OfLicensed(bool? isLicensed) => isLicensed switch
    {
        null => null,
        true => row => row.IsLicensed == true,
        false => row => row.IsLicensed == false,
    };

    private static Conditions<TallyRow> Matching(FactScope scope, FactFilter? where) => scope.Conditions()
        .Aggregate(new Conditions<TallyRow>(), (all, one) => all.And(one))
        .Text(row => row.Section, Code(where?.Section)).Text(row => row.Agency, Code(where?.Agency))
        .Text(row => row.ProductClass, Code(where?.ProductClass)).Enum(row => row.Violation, where?.Violation);

    private static StringFilter? OneOf(IReadOnlyList<Measure>? measures) => measures switch
    {
        null => null,
        [var only] => new StringFilter(only.ToString()),
        _ => new StringFilter(In: [.. measures.Select(measure => measure.ToString())]),
    };

    // What is kept added up knows codes as wholes.
    private static StringFilter? Code(StringFilter? filter) =>
        filter is null || filter == new StringFilter(filter.Eq, filter.Neq, filter.In, filter.Nin, Any: filter.Any)
            ? filter
            : throw new BadUserInput(
                "统计条件只能按代码等于、不等于、属于、不属于或者有无来限定",
                "Facts are asked for by codes that are equal or not, among some or not, or there or not");

    // Whole months are kept added up beside days, so that a long time is few cells.
    private static IEnumerable<string> PeriodsOf(DateOnly from, DateOnly to, bool byDay)
    {
        var first = from < PlausibleDays.First ? PlausibleDays.First : from;
        var before = to > PlausibleDays.Last ? PlausibleDays.Last.PlusDays(1) : to;
        if (byDay)
        {
            return Days(first, before);
        }

        var periods = WholePeriods.Of(first, before, byYear: false);
        return periods.Whole.Concat(periods.Rest.SelectMany(rest => Days(rest.From, rest.Before)));

        static IEnumerable<string> Days(DateOnly first, DateOnly before)
        {
            for (var day = first; day < before; day = day.PlusDays(1))
            {
                yield return IsoDate.Of(day);
            }
        }
    }

    private sealed record FactsKey(string? Period, string? Section, string? Agency, string? ProductClass, string? Violation);
}
