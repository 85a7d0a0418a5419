using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>中止事由. Why a clock stands still. Each rule names those that stop it.</summary>
public enum PauseReason
{
    /// <summary>The procedure is stayed.</summary>
    [Term("中止办理", "stay")]
    Stay,

    /// <summary>A hearing.</summary>
    [Term("听证", "hearing")]
    Hearing,

    /// <summary>Service or search by public notice.</summary>
    [Term("公告", "public notice")]
    PublicNotice,

    /// <summary>A test.</summary>
    [Term("检测", "test")]
    Testing,

    /// <summary>An inspection of goods.</summary>
    [Term("检验", "inspection of goods")]
    Inspection,

    /// <summary>Quarantine.</summary>
    [Term("检疫", "quarantine")]
    Quarantine,

    /// <summary>An expert opinion.</summary>
    [Term("鉴定", "expert opinion")]
    ExpertOpinion,

    /// <summary>Identification by the rights holder.</summary>
    [Term("权利人辨认或者鉴别", "identification by the rights holder")]
    RightsHolderIdentification,

    /// <summary>A refund that was ordered.</summary>
    [Term("责令退还多收价款", "ordered refund")]
    OrderedRefund,
}

/// <summary>期限中止. A stretch in which a clock stands still.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Document">The number of the document that says so, such as the order of the test.</param>
/// <param name="StartedAt">Since when (UTC).</param>
/// <param name="EndedAt">Until when (UTC); null while it goes on. A pause that ends before it begins counts for nothing.</param>
[GenerateSerializer, Immutable, Alias("clock-pause")]
public sealed record ClockPause(PauseReason Reason, string Document, DateTimeOffset StartedAt, DateTimeOffset? EndedAt = null);

/// <summary>期限延长. By how much a clock was extended, by whom.</summary>
/// <param name="Length">How many of the rule's units.</param>
/// <param name="GrantedBy">Who granted it: the office, not the person's name.</param>
/// <param name="Document">The number of the document that grants it.</param>
[GenerateSerializer, Immutable, Alias("clock-extension")]
public sealed record ClockExtension(int Length, string GrantedBy, string Document);

/// <summary>法定期限. A clock that runs: by which rule, since when, where it stood still and by how much it was extended. It is a value; when it is due is computed, never stored as truth, so that a corrected pause or calendar gives the right day.</summary>
[GenerateSerializer, Immutable, Alias("statutory-clock")]
public sealed partial record StatutoryClock
{
    /// <summary>规则编号. The rule, an id of <see cref="StatutoryRules"/>.</summary>
    [Id(0)] public required string RuleId { get; init; }

    /// <summary>起算时刻. When the start event happened (UTC); for a period counted back, an instant of the day it is counted back from.</summary>
    [Id(1)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>中止. Its pauses, in any order; they may overlap. Those whose reason does not stop this rule's clock are kept and pass it by, so that every clock of a case can be given the case's pauses.</summary>
    [Id(2)] public ImmutableArray<ClockPause> Pauses { get; init; } = [];

    /// <summary>延长. Its extensions, in the order in which they were granted.</summary>
    [Id(3)] public ImmutableArray<ClockExtension> Extensions { get; init; } = [];

    /// <summary>When it is due, by the rule that was in force when it started, and how that follows.</summary>
    /// <param name="calendar">The working-day calendar.</param>
    public EvaluatedClock Evaluate(WorkingCalendar calendar) => Evaluate(StatutoryRules.On(RuleId, ShanghaiTime.DayOf(StartedAt)), calendar);

    /// <summary>When it is due by a given row, and how that follows.</summary>
    /// <param name="rule">The row of the rule.</param>
    /// <param name="calendar">The working-day calendar.</param>
    public EvaluatedClock Evaluate(StatutoryRule rule, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var stopping = Pauses.IsDefault ? [] : Pauses.Where(pause => rule.StoppedBy.Contains(pause.Reason)).ToImmutableArray();
        var extension = Extensions.IsDefault ? 0 : Extensions.Sum(extension => extension.Length);
        var count = rule.Period.Count(StartedAt, stopping, extension, calendar);
        return new EvaluatedClock(rule, count, Derive(rule, count));
    }
}

/// <summary>期限计算. When a clock is due, and how that follows from the rule.</summary>
/// <param name="Rule">The row of the rule that was applied.</param>
/// <param name="Count">The counting's result.</param>
/// <param name="Derivation">The derivation, line by line.</param>
public sealed record EvaluatedClock(StatutoryRule Rule, CountedPeriod Count, ImmutableArray<BilingualText> Derivation)
{
    /// <summary>到期时刻. When it is due (UTC); null while the clock stands still in a pause that is not over.</summary>
    public DateTimeOffset? DueAt => Count.DueAt;

    /// <summary>最后一日. The last day, in Asia/Shanghai; null for hours and while the clock stands still.</summary>
    public DateOnly? LastDay => Count.LastDay;

    /// <summary>推定年份. Years whose arrangement of working days had to be assumed; the due date may still move when they are published.</summary>
    public ImmutableArray<int> AssumedYears => Count.AssumedYears;

    /// <summary>推导. The derivation as it is printed, one line each.</summary>
    /// <param name="english">True for English, false for Chinese.</param>
    public string Print(bool english) => string.Join('\n', Derivation.Select(line => line.In(english)));
}
