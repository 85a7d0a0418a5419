using ShuangDa.Grains.DailySummaries;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.DailySummaries;

/// <summary>日报汇总命令的入口.</summary>
public sealed class DailySummaryDoor()
    : NumberedDoor<IDailySummaryGrain, DailySummaryState, DailySummaryCommand, DailySummaryRow, DailySummaryType>(
        DailySummary.Concept, DailySummary.Prefix, "汇总编号. Which summary.", "dailySummary", "日报汇总");
