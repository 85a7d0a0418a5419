using GraphQL;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.DailySummaries;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>日报汇总. The bureau's report of a day by its number; null when there is none.</summary>
    /// <param name="number">汇总编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<DailySummaryType?> DailySummary(string number, IResolveFieldContext field) =>
        new DailySummaryDoor().ReadAsync(field, number);

    /// <summary>日报汇总列表. The bureau's reports by filter and order; without an order by number.</summary>
    /// <param name="dailySummaries">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<DailySummaryType>> DailySummaries(Listing<DailySummaryRow, DailySummaryType> dailySummaries)
    {
        ArgumentNullException.ThrowIfNull(dailySummaries);
        return dailySummaries.ReadAsync();
    }
}
