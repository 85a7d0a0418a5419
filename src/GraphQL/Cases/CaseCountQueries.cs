using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>案件统计. Cases whose lead was received in a period, counted by what is asked for of month, kind of violation, stage and main product class.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="from">自. The first day on which a lead counts.</param>
    /// <param name="to">至. The day after the last.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<CaseCount>> CaseCounts(IResolveFieldContext field, [FromServices] Database database, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var asked = field.SubFields?.Values.Select(one => one.Field.Name.StringValue).ToHashSet(StringComparer.Ordinal) ?? [];
        var (byMonth, byViolation, byStage, byClass) = (Asks(nameof(CaseCount.Month)), Asks(nameof(CaseCount.Violation)), Asks(nameof(CaseCount.Stage)), Asks(nameof(CaseCount.ProductClass)));
        var periods = WholePeriods.Of(from, to, byYear: !byMonth && !byClass);
        var counted = await WholeAsync().ConfigureAwait(false);
        foreach (var (first, before) in periods.Rest)
        {
            counted.AddRange(await RestAsync(first, before).ConfigureAwait(false));
        }

        return
        [
            .. counted.GroupBy(one => one.Of)
                .OrderBy(of => of.Key.Month, StringComparer.Ordinal).ThenBy(of => of.Key.Violation, StringComparer.Ordinal).ThenBy(of => of.Key.Stage, StringComparer.Ordinal).ThenBy(of => of.Key.Code, StringComparer.Ordinal)
                .Select(of => new CaseCount(
                    of.Key.Month ?? "",
                    of.Key.Violation is { } violation ? WireName.Find<ViolationKind>(violation)!.Value : default,
                    of.Key.Stage is { } stage ? WireName.Find<CaseStage>(stage)!.Value : default,
                    ProductClassType.Of(of.Key.Code),
                    (int)of.Sum(one => one.Count),
                    Money.Yuan(of.Sum(one => one.GoodsValue)))),
        ];

        bool Asks(string property) => asked.Contains(WireName.OfMember(property));

        async Task<List<(CaseGroup Of, long Count, long GoodsValue)>> WholeAsync()
        {
            string?[] by = [byMonth ? nameof(CaseCountRow.Period) : null, byViolation ? nameof(CaseCountRow.Violation) : null, byStage ? nameof(CaseCountRow.Stage) : null, byClass ? nameof(CaseClassCountRow.MainProductClass) : null];
            string[] apart = [.. by.OfType<string>()];
            if (periods.Whole.Count == 0)
            {
                return [];
            }

            return byClass
                ? (await database.SumsAsync(data => data.GetTable<CaseClassCountRow>().Where(cell => periods.Whole.Contains(cell.Period)), apart, field.CancellationToken).ConfigureAwait(false))
                    .ConvertAll(cell => (new CaseGroup(cell.Period, cell.Violation, cell.Stage, cell.MainProductClass), cell.Rows, cell.GoodsValue))
                : (await database.SumsAsync(data => data.GetTable<CaseCountRow>().Where(cell => periods.Whole.Contains(cell.Period)), apart, field.CancellationToken).ConfigureAwait(false))
                    .ConvertAll(cell => (new CaseGroup(cell.Period, cell.Violation, cell.Stage, null), cell.Rows, cell.GoodsValue));
        }

        // Parts of a month are few rows among all, and an index finds them.
        async Task<IEnumerable<(CaseGroup Of, long Count, long GoodsValue)>> RestAsync(DateOnly first, DateOnly before)
        {
            var received = new Conditions<CaseRow>().Date(row => row.ReceivedOn, new DateFilter { Gte = first, Lt = before }).ToExpression();
            var rows = await database.QueryAsync(
                (data, token) => data.GetTable<CaseRow>().Where(received)
                    .GroupBy(row => new { Month = row.ReceivedOn.Substring(0, 7), row.Violation, row.Stage, row.MainProductClass })
                    .Select(same => new { same.Key.Month, same.Key.Violation, same.Key.Stage, same.Key.MainProductClass, Count = same.Count(), GoodsValue = same.Sum(row => row.GoodsValue) })
                    .ToListAsync(token),
                field.CancellationToken).ConfigureAwait(false);
            return rows.Select(one => (new CaseGroup(byMonth ? one.Month : null, byViolation ? one.Violation : null, byStage ? one.Stage : null, byClass ? one.MainProductClass : null), (long)one.Count, one.GoodsValue));
        }
    }

    private sealed record CaseGroup(string? Month, string? Violation, string? Stage, string? Code);
}
