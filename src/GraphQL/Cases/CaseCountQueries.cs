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
    /// <summary>案件统计. Cases whose lead was received in a period, counted by month, kind of violation, stage and main product class.</summary>
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
        var received = new Conditions<CaseRow>().Date(row => row.ReceivedOn, new DateFilter { Gte = from, Lt = to }).ToExpression();
        var counted = await database.QueryAsync(
            (data, token) => (
                from row in data.GetTable<CaseRow>().Where(received)
                from main in data.GetTable<CaseProductClassRow>().Where(one => one.Place == 0).LeftJoin(one => one.Subject == row.Subject)
                group row by new { Month = row.ReceivedOn.Substring(0, 7), row.Violation, row.Stage, main.Code } into same
                select new { same.Key.Month, same.Key.Violation, same.Key.Stage, same.Key.Code, Count = same.Count(), GoodsValue = same.Sum(row => row.GoodsValue) })
                .ToListAsync(token),
            field.CancellationToken).ConfigureAwait(false);
        return
        [
            .. counted.OrderBy(one => one.Month, StringComparer.Ordinal).ThenBy(one => one.Violation, StringComparer.Ordinal).ThenBy(one => one.Stage, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal)
                .Select(one => new CaseCount(
                    one.Month,
                    WireName.Find<ViolationKind>(one.Violation)!.Value,
                    WireName.Find<CaseStage>(one.Stage)!.Value,
                    one.Code is { } code ? ProductClassType.Of([code])[0] : null,
                    one.Count,
                    Money.Yuan(one.GoodsValue))),
        ];
    }
}
