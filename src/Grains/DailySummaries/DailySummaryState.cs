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

    /// <summary>以前各版. What it was made of before, in order: it was put together again because a section reported late or put its report
    /// right, or because it came back.</summary>
    [Id(8)] public ImmutableArray<CollectedDay> Earlier { get => field.IsDefault ? [] : field; init; }

    /// <summary>各版. Every version, the present one last.</summary>
    [JsonIgnore]
    public ImmutableArray<CollectedDay> Versions => Earlier.Add(Collection);

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
    /// <summary>立案的案件. The numbers of the cases that the sections reported as filed, each once.</summary>
    [Id(10)] public ImmutableArray<string> Cases { get => field.IsDefault ? [] : field; init; }

    /// <summary>统计起. The moment after which what it tells was recorded (UTC); null where that was not kept yet.</summary>
    [Id(11)] public DateTimeOffset? RecordedAfter { get; init; }

    /// <summary>统计止. The last moment at which it was recorded (UTC); null where that was not kept yet.</summary>
    [Id(12)] public DateTimeOffset? RecordedUntil { get; init; }

    /// <summary>Whether another says the same of the day.</summary>
    /// <param name="other">The other.</param>
    public bool SaysTheSameAs(CollectedDay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Narrative == other.Narrative && Reports.SequenceEqual(other.Reports) && Figures.SequenceEqual(other.Figures)
            && Cases.SequenceEqual(other.Cases);
    }

    /// <summary>The sections whose reports stand otherwise in another, those that are in one of the two alone among them.</summary>
    /// <param name="other">The other.</param>
    public IEnumerable<string> SectionsOtherThan(CollectedDay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SectionsOtherThan(other.Reports);
    }

    /// <summary>The sections whose reports are others than these.</summary>
    /// <param name="reports">Reports of the same day.</param>
    internal IEnumerable<string> SectionsOtherThan(IReadOnlyCollection<CollectedReport> reports) =>
        Reports.Where(one => !reports.Any(one.IsAs)).Concat(reports.Where(one => !Reports.Any(one.IsAs)))
            .Select(one => one.Section).Distinct();
}

/// <summary>已汇总的日报. A section's report as it was when it was put together with the others.</summary>
/// <param name="Section">责任科室. The section's code.</param>
/// <param name="Number">日报编号. Its number.</param>
/// <param name="Status">状态. Where it stood: frozen, late, or missing.</param>
/// <param name="Version">版本号. Which version; 0 where the section had said nothing.</param>
/// <param name="Hash">校验值. Of the version, or null.</param>
[GenerateSerializer, Immutable, Alias("collected-report")]
public sealed record CollectedReport(string Section, string Number, DailyReportStatus Status, int Version, string? Hash)
{
    /// <summary>综合情况. What the section said in words, or null.</summary>
    [Id(10)] public string? Narrative { get; init; }

    /// <summary>Whether another is the same version of the same report.</summary>
    /// <param name="other">The other.</param>
    internal bool IsAs(CollectedReport other) => (Number, Status, Version, Hash) == (other.Number, other.Status, other.Version, other.Hash);

    /// <summary>A report as it stands.</summary>
    /// <param name="report">The report.</param>
    internal static CollectedReport Of(DailyReportState report) => new(
        report.Section, report.Number, report.Status, report.Versions.Length, report.Versions.LastOrDefault()?.Hash)
    {
        Narrative = report.Versions.LastOrDefault()?.Statement.Narrative,
    };
}

/// <summary>合计数. What the sections' figures of a column come to.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="Value">数值. In the column's unit.</param>
/// <param name="HasManual">含手工数. Whether a section filled its figure in itself.</param>
[GenerateSerializer, Immutable, Alias("summed-figure")]
public sealed record SummedFigure(string Column, decimal Value, bool HasManual)
{
    /// <summary>分类数. Whether it is of one product class, or of what has none; else it is the total.</summary>
    [Id(10), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool IsOfClass { get; init; }

    /// <summary>产品类别. The class's code; null in the total, and for what has no class.</summary>
    [Id(11)] public string? ProductClass { get; init; }

    /// <summary>条目数. How many facts are behind it.</summary>
    [Id(12), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int EntryCount { get; init; }
}

/// <summary>报送. How a summary went up.</summary>
/// <param name="Way">报送方式. How.</param>
/// <param name="On">报送日. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
[GenerateSerializer, Immutable, Alias("summary-sending")]
public sealed record SummarySending(SummaryWay Way, DateOnly On, string By)
{
    /// <summary>市局答复. What the city bureau answered, or null.</summary>
    [Id(10)] public SummaryAnswer? Answer { get; init; }

    /// <summary>未答复. When the system noted that the city bureau's interface does not answer (UTC); null where it did not.</summary>
    [Id(11)] public DateTimeOffset? StuckSince { get; init; }
}

/// <summary>市局答复. What the city bureau answered.</summary>
/// <param name="On">答复日. The day (Asia/Shanghai).</param>
/// <param name="By">登记人. User name.</param>
/// <param name="ReceiptNumber">回执编号. Where it took it.</param>
/// <param name="Reason">退件理由. Where it did not.</param>
[GenerateSerializer, Immutable, Alias("summary-answer")]
public sealed record SummaryAnswer(DateOnly On, string By, string? ReceiptNumber, string? Reason);
