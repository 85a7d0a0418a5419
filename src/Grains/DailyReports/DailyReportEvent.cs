using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报事件. What can have happened to a daily report. Names and fields are storage format.</summary>
public abstract record DailyReportEvent : Event;
