using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>日报汇总命令. What may be asked of the bureau's report of a day.</summary>
[GenerateSerializer, Immutable, Alias("daily-summary.command")]
public abstract record DailySummaryCommand : Command;
