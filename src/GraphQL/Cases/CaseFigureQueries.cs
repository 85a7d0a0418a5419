using System.Globalization;
using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    private const int LongestYears = 10;

    /// <summary>
    /// 办案情况. What happened to cases in a period: received, filed, decided, ended, in time or not and how fast, told apart by one or two
    /// respects.
    /// </summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="from">自. The first day of the period (Asia/Shanghai).</param>
    /// <param name="to">至. The day after the last; at most ten years after the first.</param>
    /// <param name="by">分组依据. By what cases are told apart; without it there is one entry of all cases.</param>
    /// <param name="secondBy">次级分组依据. By what those of one key are told apart again, or null.</param>
    /// <param name="section">责任科室. Only cases of this section, or null for all.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<CaseFigure>> CaseFigures(
        IResolveFieldContext field,
        [FromServices] Database database,
        DateOnly from,
        DateOnly to,
        CaseFigureBy? by = null,
        CaseFigureBy? secondBy = null,
        string? section = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var needsArea = by is CaseFigureBy.Area || secondBy is CaseFigureBy.Area;
        if (from > DateOnly.MaxValue.AddYears(-LongestYears) || to > from.AddYears(LongestYears))
        {
            throw new BadUserInput($"统计期间最长{LongestYears}年", $"A period has at most {LongestYears} years");
        }

        // What tells nothing apart is told apart by something, and added up here.
        var first = by ?? CaseFigureBy.Section;
        var key = CaseFigureKeys.Of(first, secondBy);
        var period = new DateFilter { Gte = from, Lt = to };

        var received = await CountAsync(row => row.ReceivedOn).ConfigureAwait(false);
        var filed = await CountAsync(row => row.FiledOn).ConfigureAwait(false);
        var decided = await CountAsync(row => row.DecidedOn).ConfigureAwait(false);
        var ended = await CountAsync(row => row.EndedOn, CaseFigureKeys.WithEnd(first, secondBy)).ConfigureAwait(false);

        var (receivedBy, filedBy, decidedBy, endedBy) = (ByKeys(received), ByKeys(filed), ByKeys(decided), ByKeys(ended));
        return
        [
            .. new[] { receivedBy, filedBy, decidedBy, endedBy }.SelectMany(found => found.Select(same => same.Key)).Distinct()
                .OrderBy(keys => keys.Key, StringComparer.Ordinal).ThenBy(keys => keys.SecondKey, StringComparer.Ordinal)
                .Select(keys => new CaseFigure(
                    keys.Key,
                    keys.SecondKey,
                    receivedBy[keys].Sum(found => found.Count),
                    filedBy[keys].Sum(found => found.Count),
                    decidedBy[keys].Sum(found => found.Count),
                    Money.Yuan(decidedBy[keys].Sum(found => found.Penalty)),
                    endedBy[keys].Sum(found => found.Count),
                    endedBy[keys].Where(found => !found.Of.WasLate).Sum(found => found.Count),
                    MedianOf([.. endedBy[keys].Where(found => found.Of.FiledOn is not null)]))),
        ];

        async Task<List<CaseFigureFound>> CountAsync(
            Expression<Func<CaseRow, string?>> day, Expression<Func<CaseFigureRow, CaseFigureKey>>? apart = null)
        {
            var inPeriod = new Conditions<CaseRow>().Date(day, period).ToExpression();
            var found = await database.QueryAsync(
                (data, token) => Rows(data, inPeriod).GroupBy(apart ?? key)
                    .Select(same => new CaseFigureFound
                    {
                        Of = same.Key,
                        Count = same.Count(),
                        Penalty = same.Sum(one => one.Case.Penalty),
                    })
                    .ToListAsync(token),
                field.CancellationToken).ConfigureAwait(false);
            return by is null ? found.ConvertAll(one => one with { Of = one.Of with { Key = null } }) : found;
        }

        IQueryable<CaseFigureRow> Rows(DataConnection data, Expression<Func<CaseRow, bool>> inPeriod)
        {
            var cases = data.GetTable<CaseRow>().Where(inPeriod);
            cases = section is null ? cases : cases.Where(row => row.Section == section);
            return needsArea
                ? from row in cases
                  from party in data.GetTable<EnterpriseRow>().LeftJoin(party => party.CreditCode == row.Enterprise)
                  select new CaseFigureRow { Case = row, Area = party.Area }
                : cases.Select(row => new CaseFigureRow { Case = row });
        }

        static ILookup<(string? Key, string? SecondKey), CaseFigureFound> ByKeys(List<CaseFigureFound> found) =>
            found.ToLookup(one => (one.Of.Key, one.Of.SecondKey));
    }

    // The middle one of as many days as there are cases; of an even number the earlier of the two in the middle.
    private static int? MedianOf(List<CaseFigureFound> ended)
    {
        var middle = (ended.Sum(one => one.Count) + 1) / 2;
        foreach (var (days, count) in ended.Select(one => (Days(one.Of), one.Count)).OrderBy(one => one.Item1))
        {
            middle -= count;
            if (middle <= 0)
            {
                return days;
            }
        }

        return null;

        static int Days(CaseFigureKey of) => DayNumber(of.EndedOn!) - DayNumber(of.FiledOn!);

        static int DayNumber(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
    }
}
