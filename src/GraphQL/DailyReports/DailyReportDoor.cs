using ShuangDa.Grains.DailyReports;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.DailyReports;

/// <summary>日报命令的入口.</summary>
public sealed class DailyReportDoor()
    : NumberedDoor<IDailyReportGrain, DailyReportState, DailyReportCommand, DailyReportRow, DailyReportType>(
        DailyReport.Concept, DailyReport.Prefix, "日报编号. Which report.", "dailyReport", "日报");
