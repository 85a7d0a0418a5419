using GraphQL;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.DailyReports;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>日报. One daily report by its number; null when there is none.</summary>
    /// <param name="number">日报编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<DailyReportType?> DailyReport(string number, IResolveFieldContext field) =>
        new DailyReportDoor().ReadAsync(field, number);

    /// <summary>日报列表. Daily reports by filter and order; without an order by number.</summary>
    /// <param name="dailyReports">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<DailyReportType>> DailyReports(Listing<DailyReportRow, DailyReportType> dailyReports)
    {
        ArgumentNullException.ThrowIfNull(dailyReports);
        return dailyReports.ReadAsync();
    }
}
