using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>日报汇总. The bureau's report of a day.</summary>
[GenerateSerializer, Immutable, Alias("daily-summary-state")]
public sealed record DailySummaryState
{
    /// <summary>汇总编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>报送日. Of which day (Asia/Shanghai).</summary>
    [Id(1)] public required DateOnly Day { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(2)] public required DailySummaryStatus Status { get; init; }

    /// <summary>汇总内容. What it is made of.</summary>
    [Id(3)] public required CollectedDay Collection { get; init; }

    /// <summary>批准人. User name, or null.</summary>
    [Id(4)] public string? ApprovedBy { get; init; }

    /// <summary>批准日. The day (Asia/Shanghai), or null.</summary>
    [Id(5)] public DateOnly? ApprovedOn { get; init; }

    /// <summary>退回意见. Why it was sent back by the head, or null.</summary>
    [Id(6)] public string? Remark { get; init; }

    /// <summary>报送. How it went up, in order: more than once where the city bureau did not take it.</summary>
    [Id(7)] public ImmutableArray<SummarySending> Sendings { get => field.IsDefault ? [] : field; init; }

    /// <summary>接口报送中. Whether the system sends it over the city bureau's interface, which has not answered yet.</summary>
    [JsonIgnore]
    public bool IsUnderWayByHttps => Status is DailySummaryStatus.Sent && Sendings[^1].Way is SummaryWay.Https;

    /// <summary>已在市局. Whether the city bureau has it, or is to answer.</summary>
    [JsonIgnore]
    public bool IsWithCityBureau => Status is DailySummaryStatus.Sent or DailySummaryStatus.Receipted;
}

/// <summary>汇总状态. Where the bureau's report of a day stands.</summary>
[JsonConverter(typeof(WireNameConverter<DailySummaryStatus>))]
public enum DailySummaryStatus
{
    /// <summary>The head of the bureau looks at it.</summary>
    [Term("待批准", "collected")]
    Collected,

    /// <summary>The head of the bureau sent it back.</summary>
    [Term("已退回", "returned")]
    Returned,

    /// <summary>It can go up.</summary>
    [Term("已批准", "approved")]
    Approved,

    /// <summary>The city bureau has still to confirm it.</summary>
    [Term("已报送", "sent")]
    Sent,

    /// <summary>The city bureau has it.</summary>
    [Term("已回执", "receipt received")]
    Receipted,

    /// <summary>The city bureau did not take it.</summary>
    [Term("被退件", "rejected")]
    Rejected,
}

/// <summary>报送方式. How a summary goes up.</summary>
[JsonConverter(typeof(WireNameConverter<SummaryWay>))]
public enum SummaryWay
{
    /// <summary>On paper.</summary>
    [Term("纸质", "on paper")]
    Paper,

    /// <summary>Over the extranet of the authorities.</summary>
    [Term("政务外网", "over the extranet")]
    Extranet,

    /// <summary>Over HTTPS to the city bureau's own interface; the system does it.</summary>
    [Term("市局接口", "over the city bureau's interface")]
    Https,
}

/// <summary>汇总内容. What the bureau says of a day.</summary>
/// <param name="At">汇总时刻. When it was put together (UTC).</param>
/// <param name="By">汇总人. User name.</param>
/// <param name="Narrative">综合情况. In words, or null.</param>
/// <param name="Reports">各科室日报. Each section's, also of those who said nothing.</param>
/// <param name="Figures">合计. What they come to.</param>
[GenerateSerializer, Immutable, Alias("daily-collection")]
public sealed record CollectedDay(
    DateTimeOffset At,
    string By,
    string? Narrative,
    ImmutableArray<CollectedReport> Reports,
    ImmutableArray<SummedFigure> Figures)
{
    /// <summary>Whether another says the same of the day.</summary>
    /// <param name="other">The other.</param>
    public bool SaysTheSameAs(CollectedDay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Narrative == other.Narrative && Reports.SequenceEqual(other.Reports) && Figures.SequenceEqual(other.Figures);
    }
}

/// <summary>已汇总的日报. A section's report as it was when it was put together with the others.</summary>
/// <param name="Section">责任科室. The section's code.</param>
/// <param name="Number">日报编号. Its number.</param>
/// <param name="Status">状态. Where it stood: frozen, late, or missing.</param>
/// <param name="Version">版本号. Which version; 0 where the section had said nothing.</param>
/// <param name="Hash">校验值. Of the version, or null.</param>
[GenerateSerializer, Immutable, Alias("collected-report")]
public sealed record CollectedReport(string Section, string Number, DailyReportStatus Status, int Version, string? Hash);

/// <summary>合计数. What the sections' figures of a column come to.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="Value">数值. In the column's unit.</param>
/// <param name="HasManual">含手工数. Whether a section filled its figure in itself.</param>
[GenerateSerializer, Immutable, Alias("summed-figure")]
public sealed record SummedFigure(string Column, decimal Value, bool HasManual);

/// <summary>报送. How a summary went up.</summary>
/// <param name="Way">报送方式. How.</param>
/// <param name="On">报送日. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
[GenerateSerializer, Immutable, Alias("summary-sending")]
public sealed record SummarySending(SummaryWay Way, DateOnly On, string By)
{
    /// <summary>市局答复. What the city bureau answered, or null.</summary>
    [Id(10)] public SummaryAnswer? Answer { get; init; }
}

/// <summary>市局答复. What the city bureau answered.</summary>
/// <param name="On">答复日. The day (Asia/Shanghai).</param>
/// <param name="By">登记人. User name.</param>
/// <param name="ReceiptNumber">回执编号. Where it took it.</param>
/// <param name="Reason">退件理由. Where it did not.</param>
[GenerateSerializer, Immutable, Alias("summary-answer")]
public sealed record SummaryAnswer(DateOnly On, string By, string? ReceiptNumber, string? Reason);
