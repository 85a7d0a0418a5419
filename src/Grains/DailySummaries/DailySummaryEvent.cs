using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>日报汇总事件. What can have happened to the bureau's report of a day. Names and fields are storage format.</summary>
public abstract record DailySummaryEvent : Event;
