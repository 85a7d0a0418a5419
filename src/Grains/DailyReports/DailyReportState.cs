using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报. What a section reports of a working day.</summary>
[GenerateSerializer, Immutable, Alias("daily-report-state")]
public sealed record DailyReportState
{
    /// <summary>日报编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>责任科室. The code of the section.</summary>
    [Id(1)] public required string Section { get; init; }

    /// <summary>报送日. The working day (Asia/Shanghai).</summary>
    [Id(2)] public required DateOnly Day { get; init; }

    /// <summary>统计起. It covers what was recorded after this moment (UTC).</summary>
    [Id(3)] public required DateTimeOffset RecordedAfter { get; init; }

    /// <summary>统计止. The last moment that it covers, and at which it is due (UTC).</summary>
    [Id(4)] public required DateTimeOffset RecordedUntil { get; init; }

    /// <summary>提醒时刻. When the head of the section is reminded (UTC); null when that is over.</summary>
    [Id(5)] public DateTimeOffset? RemindsAt { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(6)] public required DailyReportStatus Status { get; init; }

    /// <summary>报送内容. What the section said before it was frozen, with the figures of that moment; null while it has said
    /// nothing.</summary>
    [Id(7)] public DailyStatement? Submission { get; init; }

    /// <summary>版本. What was frozen, and how it was put right, in order.</summary>
    [Id(8)] public ImmutableArray<DailyReportVersion> Versions { get => field.IsDefault ? [] : field; init; }

    /// <summary>下一报送日. The working day whose report is still to be opened, or null.</summary>
    [Id(9)] public DateOnly? NextDay { get; init; }

    /// <summary>最后一份. Whether the section reports no longer after this one.</summary>
    [Id(10)] public bool IsLast { get; init; }

    /// <summary>当日首份. Whether it was the first of its day to be opened: its clock is that of those who collect the day's reports.</summary>
    [Id(11)] public bool IsFirstOfDay { get; init; }

    /// <summary>截止告知时刻. When those who collect are told who has reported (UTC); null when that is over, or another report's.</summary>
    [Id(12)] public DateTimeOffset? AnnouncesAt { get; init; }

    /// <summary>汇总时限. By when the day's reports are to be collected (UTC); null when that is over, or another report's.</summary>
    [Id(13)] public DateTimeOffset? CollectionDueAt { get; init; }

    /// <summary>未截止. Whether its 14:00 is still to come.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is DailyReportStatus.Open or DailyReportStatus.Submitted;

    /// <summary>待报送. Whether the section has said nothing yet.</summary>
    [JsonIgnore]
    public bool IsOwed => Status is DailyReportStatus.Open or DailyReportStatus.Missing;

    /// <summary>待冻结. Whether the section has said what was done and it is not frozen yet.</summary>
    [JsonIgnore]
    public bool IsToBeFrozen => Submission is not null && Versions.IsEmpty && Status is not DailyReportStatus.Ended;

    /// <summary>冻结时刻. When what the section said is frozen (UTC): later than its end by what a commit can take.</summary>
    [JsonIgnore]
    public DateTimeOffset FreezesAt => RecordedUntil.Plus(DailyReport.Settling);

    /// <summary>现行内容. What the section says as it stands: the last version, or what it said before it was frozen; null while it has said
    /// nothing.</summary>
    [JsonIgnore]
    public DailyStatement? Statement => Versions.IsEmpty ? Submission : Versions[^1].Statement;
}

/// <summary>日报状态. Where a daily report stands.</summary>
[JsonConverter(typeof(WireNameConverter<DailyReportStatus>))]
public enum DailyReportStatus
{
    /// <summary>The section has still to say what was done.</summary>
    [Term("待报送", "open")]
    Open,

    /// <summary>The section has said it; it is frozen as of 14:00.</summary>
    [Term("已报送", "submitted")]
    Submitted,

    /// <summary>It was submitted in time and stands since 14:00.</summary>
    [Term("已冻结", "frozen")]
    Frozen,

    /// <summary>14:00 is over, and the section has said nothing.</summary>
    [Term("缺报", "missing")]
    Missing,

    /// <summary>It was submitted after 14:00.</summary>
    [Term("迟报", "late")]
    Late,

    /// <summary>The section reports no longer.</summary>
    [Term("停止报送", "ended")]
    Ended,

    /// <summary>Its day is no longer a working day: what it would have covered is in the next one.</summary>
    [Term("免报", "not required")]
    Excused,
}

/// <summary>报送内容. What a section says of a day.</summary>
/// <param name="At">报送时刻. When (UTC).</param>
/// <param name="By">报送人. User name.</param>
/// <param name="Narrative">综合情况. What was done, in words, or null.</param>
/// <param name="IsNil">零报告. That there was nothing, said by a person.</param>
/// <param name="Manual">手工填报. The figures that the section filled in itself.</param>
/// <param name="Figures">数. The figures that are not 0, in the order of the form.</param>
/// <param name="Cases">立案的案件. The numbers of the cases whose filing was recorded in the time.</param>
[GenerateSerializer, Immutable, Alias("daily-statement")]
public sealed record DailyStatement(
    DateTimeOffset At,
    string By,
    string? Narrative,
    bool IsNil,
    ImmutableArray<DailyManualFigure> Manual,
    ImmutableArray<DailyFigure> Figures,
    ImmutableArray<string> Cases)
{
    /// <summary>Whether there is no figure but 0, with nothing recorded behind it, and no case.</summary>
    [JsonIgnore]
    public bool IsEmpty => Cases.IsEmpty && Figures.All(figure => figure is { Value: 0, EntryCount: 0 });

    /// <summary>核对结果. What the figures of the whole day and what is recorded do not agree in, in the order of the form.</summary>
    [JsonIgnore]
    public IEnumerable<DailyFinding> Findings => Figures.Where(figure => figure.IsTotal).SelectMany(DailyFinding.Of);

    /// <summary>Whether another says the same of the day.</summary>
    /// <param name="other">The other.</param>
    public bool SaysTheSameAs(DailyStatement other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Narrative == other.Narrative && IsNil == other.IsNil
            && Manual.SequenceEqual(other.Manual) && Figures.SequenceEqual(other.Figures) && Cases.SequenceEqual(other.Cases);
    }
}

/// <summary>版本. What a section says of a day, as it was frozen.</summary>
/// <param name="Number">版本号. Which, from 1.</param>
/// <param name="Statement">报送内容. What it says.</param>
/// <param name="Hash">校验值. SHA-256 over the day, the section, the version and what it says, in hexadecimal.</param>
/// <param name="Grounds">理由与依据. Why it was put right; null in the first.</param>
[GenerateSerializer, Immutable, Alias("daily-report-version")]
public sealed record DailyReportVersion(int Number, DailyStatement Statement, string Hash, Grounds? Grounds);

/// <summary>日报的数. A figure of a daily report.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="ProductClass">产品类别. The class's code; null in the total, and for what has no class.</param>
/// <param name="IsTotal">合计. Whether it is of the total.</param>
/// <param name="Value">数值. In the column's unit.</param>
/// <param name="EntryCount">条目数. How many facts are behind it.</param>
/// <param name="LateValue">补报数. How much of it happened before the time that the report covers, and was entered late.</param>
/// <param name="Recorded">登记数. What was recorded when the section filled it in itself; null where it did not, and where nothing recorded
/// tells it.</param>
/// <param name="Note">手工填报说明. Why it is filled in by hand; null where it is not.</param>
[GenerateSerializer, Immutable, Alias("daily-figure")]
public sealed record DailyFigure(
    string Column,
    string? ProductClass,
    bool IsTotal,
    decimal Value,
    int EntryCount,
    decimal LateValue = 0,
    decimal? Recorded = null,
    string? Note = null)
{
    /// <summary>截止登记数. What was recorded at the end, where that is another than when the section filled the figure in; else null.</summary>
    [Id(10)] public decimal? RecordedSince { get; init; }

    /// <summary>手工填报. Whether the section filled it in itself.</summary>
    [JsonIgnore]
    public bool IsManual => Note is not null;
}

/// <summary>手工填报的数. A figure of the whole day that a section fills in itself.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="Value">数值. In the column's unit; not below 0.</param>
/// <param name="Note">说明. Where it comes from.</param>
[GenerateSerializer, Immutable, Alias("daily-manual-figure")]
public sealed record DailyManualFigure(
    [Longest(50)] string Column,
    decimal Value,
    [Longest(300)] string Note);

/// <summary>核对结果. What a section says and what is recorded do not agree in. Whether somebody concealed it, people find out.</summary>
/// <param name="Kind">种类. How they differ.</param>
/// <param name="Figure">数. The figure of the whole day.</param>
public sealed record DailyFinding(DailyFindingKind Kind, DailyFigure Figure)
{
    /// <summary>What is found of a figure.</summary>
    /// <param name="figure">A figure of the whole day.</param>
    public static IEnumerable<DailyFinding> Of(DailyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Recorded is { } recorded && figure.Value != recorded)
        {
            yield return new(figure.Value < recorded ? DailyFindingKind.Concealed : DailyFindingKind.Overstated, figure);
        }

        if (figure.RecordedSince is not null)
        {
            yield return new(DailyFindingKind.RecordedSince, figure);
        }

        if (figure.LateValue != 0)
        {
            yield return new(DailyFindingKind.LateEntry, figure);
        }
    }
}

/// <summary>核对结果种类. How what a section says differs from what is recorded (R3.2.1: 瞒报).</summary>
[JsonConverter(typeof(WireNameConverter<DailyFindingKind>))]
public enum DailyFindingKind
{
    /// <summary>It says less than is recorded.</summary>
    [Term("少报", "less than recorded")]
    Concealed,

    /// <summary>It says more than is recorded.</summary>
    [Term("多报", "more than recorded")]
    Overstated,

    /// <summary>It happened before the time that the report covers, and was entered late.</summary>
    [Term("补报", "entered late")]
    LateEntry,

    /// <summary>More or less was recorded after the section had filled the figure in itself, which still says what it said.</summary>
    [Term("报送后又有登记", "recorded since it was submitted")]
    RecordedSince,
}
