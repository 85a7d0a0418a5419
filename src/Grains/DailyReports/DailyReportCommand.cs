using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报命令. What may be asked of a daily report. What a section reports is its own people's to say.</summary>
[GenerateSerializer, Immutable, Alias("daily-report.command"), InCharge]
public abstract record DailyReportCommand : Command;
