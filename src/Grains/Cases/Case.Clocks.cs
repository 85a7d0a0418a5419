using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The clocks of a case: pauses, extensions, warnings and lapses.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInClocks(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        PauseCase when IsNotInvestigated(state) => new CaseNotInStage(state.Stage),
        PauseCase c => DecidePauseCase(state, c, now),
        EndCasePause c => DecideEndCasePause(state, c, now),
        ExtendCaseClock c => DecideExtendCaseClock(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInClocks(CaseState state, CaseEvent happened) => happened switch
    {
        CasePaused e => state with { Pauses = state.Pauses.Add(e.Pause) },
        CasePauseEnded e => PauseOver(state, e.Pause, e.At),
        CaseClockExtended e => state with
        {
            Clocks = state.Clocks.Extend(e.Kind, e.Item, e.Extension),
            DecisionExtensions = e is { IsKept: true, Kind: CaseDeadlines.Decision }
                ? state.DecisionExtensions.Add(e.Extension) : state.DecisionExtensions,
        },
        CaseClocksRecalculated e => state with { Clocks = state.Clocks.Moved(e.Clocks) },
        CaseDeadlineNear e => state with { Clocks = state.Clocks.Warned(e.Kind, e.Item) },
        CaseDeadlineLapsed e => state with { Clocks = state.Clocks.Lapsed(e.Lapse.Kind, e.Item), Lapses = state.Lapses.Add(e.Lapse) },
        CaseLapseWithdrawn e => state with { Lapses = state.Lapses.Remove(e.Lapse) },
        _ => null,
    };

    private static Decision<CaseEvent> DecidePauseCase(CaseState state, PauseCase c, Circumstances now) =>
        // 程序规定 第四十六条: an investigation rests that goes on, and no clock stops before there is one.
        (FollowsFrom(c.Reason) ?? FreeText.Missing("documentNumber", c.DocumentNumber)
            ?? ActDay.Problem(
                "startedOn",
                c.StartedOn ?? now.Today,
                c.Reason is PauseReason.Stay ? state.FiledOn ?? state.Lead.ReceivedOn : state.Lead.ReceivedOn,
                now.Today)) is { } problem ? problem
        : new CasePaused(new CasePause(state.Pauses.Length + 1, new ClockPause(c.Reason, c.DocumentNumber.Trim(), InstantOf(c.StartedOn, now)), null));

    // What stops the clocks is the test or the hearing itself (程序规定 第六十四条): nobody says so without it.
    private static InvalidInput? FollowsFrom(PauseReason reason) =>
        ReasonsOfTests.Contains(reason) ? new InvalidInput(
            "reason",
            $"{Terms.Of(reason).Chinese}期间自委托之日起由系统中止计算，请登记委托检验",
            $"The clocks stop for a {Terms.Of(reason).English} when it is ordered: record the order")
        : reason is PauseReason.Hearing ? new InvalidInput(
            "reason",
            "听证期间自当事人要求听证之日起由系统中止计算，请登记当事人的答复",
            "The clocks stop for a hearing when the party asks for one: record its answer")
        : null;

    private static Decision<CaseEvent> DecideEndCasePause(CaseState state, EndCasePause c, Circumstances now)
    {
        if (state.Stage is CaseStage.Transferred || state.Pauses.FirstOrDefault(pause => pause.Number == c.Pause && pause.Pause.EndedAt is null) is not { } open || state.Tests.Any(test => test.Pause == c.Pause))
        {
            return new NotInPause(c.Pause);
        }

        var at = InstantOf(c.EndedOn, now);
        return NotAfter("endedOn", c.EndedOn, now.Today) is { } problem ? problem
            : at < open.Pause.StartedAt ? new InvalidInput("endedOn", "结束日期早于起始日期", "It would end before it began")
            : new CasePauseEnded(c.Pause, at);
    }

    private static Decision<CaseEvent> DecideExtendCaseClock(CaseState state, ExtendCaseClock c, Circumstances now)
    {
        var kind = KindOf(c.Clock);
        var item = c.Clock is CaseClock.Seizure ? c.Item ?? 0 : 0;
        if (state.Clocks.Find(kind, item) is not { } clock)
        {
            return new NoSuchItem("item", item);
        }

        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        // 行政强制法 第二十五条、第二十八条: what has lapsed is lifted; it is not extended.
        if (c.Clock is CaseClock.Seizure && clock.IsLapsed && now.At >= clock.DueAt)
        {
            return new InvalidInput(
                "item", "查封、扣押期限已经届满，应当解除，不能延长", "The term of this measure is over; the goods are released, it is not extended");
        }

        var (permitted, granted) = (clock.Row.Extensions, clock.Clock.Extensions.Length);
        if (granted >= permitted.Length)
        {
            return new ExtensionNotProvided(permitted.Length, granted);
        }

        var most = permitted[granted].Length;
        return (c.Length ?? most) switch
        {
            // 程序规定 leaves it to the head how much longer a review may take.
            null when c.Clock is CaseClock.LegalReview =>
                new InvalidInput("length", "请写明法制审核延长的工作日数", "State by how many working days the review is extended"),
            null => new InvalidInput("length", "集体讨论决定的延长应写明天数", "An extension by collective decision states its length"),
            _ when most is null && c.Clock is not CaseClock.LegalReview && c.Grounds.Trimmed().DocumentNumber is null => new InvalidInput(
                "documentNumber", "再次延长由负责人集体讨论决定，请填写讨论记录编号", "It is decided by the heads together; give the number of their minutes"),
            < 1 or > 3650 => new InvalidInput("length", "延长的长度不合理", "The length is not plausible"),
            var length when most is { } limit && length > limit => new ExtensionNotProvided(permitted.Length, granted),
            { } length => new CaseClockExtended(
                kind,
                item,
                new ClockExtension(length, permitted[granted].GrantedBy.Chinese, c.Grounds.Trimmed().DocumentNumber ?? ""),
                c.Grounds.Trimmed())
            {
                IsKept = kind is CaseDeadlines.Decision ? true : null,
            },
        };
    }

    private static string KindOf(CaseClock clock) => clock switch
    {
        CaseClock.Filing => CaseDeadlines.Filing,
        CaseClock.Decision => CaseDeadlines.Decision,
        CaseClock.LegalReview => CaseDeadlines.LegalReview,
        _ => CaseDeadlines.Seizure,
    };

    // What comes back is decided in its term of before, with what it was extended by.
    private static ImmutableArray<RunningClock> DecidedAnewFrom(CaseState state, DateOnly filedOn) => state.DecisionExtensions.Aggregate(
        Restarted(state, state.Clocks, CaseDeadlines.Decision, StatutoryRules.PenaltyDecision, ShanghaiTime.StartOf(filedOn)),
        (clocks, extension) => clocks.Extend(CaseDeadlines.Decision, 0, extension));

    private static Decision<CaseEvent> DecideCaseDeadlineReached(CaseState state, CaseDeadlineReached c, Circumstances now)
    {
        if (c.Kind is CaseDeadlines.JoinNotice)
        {
            return now.AnswerTo(Concept.Owes(state)) is { } told ? new JoinedCaseTold(state.OwedToJoined[0].Other, told.Refusal?.Code) : Decision<CaseEvent>.AlreadySo;
        }

        if (c.Kind is CaseDeadlines.LicenceNotice)
        {
            return LicenceTold(state, now);
        }

        var stands = c.DueAt <= now.Now && CaseDeadlines.Of(state).Any(open => open.Kind == c.Kind && open.DueAt == c.DueAt);
        if (!stands)
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var builder = new CaseEventBuilder(state).Settle(now);
        return builder.With(Following(builder.Case, now)).Recalculate(now).Events;
    }

    // What was done in time and is entered late leaves no lapse in anybody's name; the journal keeps both.
    private static IEnumerable<CaseEvent> InTime(CaseState before, CaseState after, DateOnly? actedOn, Circumstances now) =>
        actedOn is { } day
            ? before.Lapses.NotMissed(
                before.Clocks.NotLapsed(after.Clocks, day).Select(CaseLapses.Of)
                    .Concat(before.Seizures.Where(one => one.Outcome != after.Seizures[one.Number - 1].Outcome)
                        .Select(one => EndOf(before, one)).OfType<CaseLapse>()
                        .Select(lapse => (lapse.Kind, (DateTimeOffset?)lapse.DueAt))),
                day,
                now.Today).Select(lapse => new CaseLapseWithdrawn(lapse, day))
            : [];

    // What a correction shows of a term that ended when something was done: by the right days it was kept, or it was not. Where the record
    // does not follow from the wrong days alone (an earlier version, a calendar that was loaded since), it is left as it is.
    private static IEnumerable<CaseEvent> ByRightDays(TermDone was, TermDone right, Circumstances now)
    {
        if (was.DoneOn is null || right.DoneOn is not { } doneOn
            || (was.State.Clocks.Find(was.Clock.Kind) ?? right.State.Clocks.Find(was.Clock.Kind)) is not null)
        {
            return [];
        }

        var (before, due) = (was.DueAt(now.Calendar), right.DueAt(now.Calendar));
        var known = was.State.Lapses.LastOrDefault(lapse => lapse.Kind == was.Clock.Kind && lapse.DueAt == before);
        return (known, was.IsLate(now.Calendar), right.IsLate(now.Calendar)) switch
        {
            ({ } lapse, true, false) => [new CaseLapseWithdrawn(lapse, doneOn)],
            ({ } lapse, true, true) when due != before =>
            [
                new CaseLapseWithdrawn(lapse, doneOn) { LapsedOn = ShanghaiTime.LastDayBefore(due!.Value) },
                new CaseDeadlineLapsed(0, lapse with { DueAt = due.Value }),
            ],
            (null, false, true) =>
            [
                new CaseDeadlineLapsed(0, LapseOf(right.State, right.Clock.Kind, due!.Value, right.Clock.Rule)),
            ],
            _ => [],
        };
    }

    /// <summary>逾期. A term that was not met, with who answers for it.</summary>
    /// <param name="state">The case in which it lapses.</param>
    /// <param name="kind">What was owed.</param>
    /// <param name="dueAt">When (UTC).</param>
    /// <param name="rule">The rule and its article.</param>
    /// <param name="item">Which of several.</param>
    internal static CaseLapse LapseOf(CaseState state, string kind, DateTimeOffset dueAt, string rule, int item = 0)
    {
        var (section, who) = CaseDeadlines.AnsweringFor(state, kind, item);
        return new CaseLapse(kind, dueAt, rule, section, who);
    }

    /// <summary>A term that something ended.</summary>
    /// <param name="State">The case by whose pauses it ran.</param>
    /// <param name="Kind">What was owed.</param>
    /// <param name="RuleId">The rule.</param>
    /// <param name="Since">Its start event (UTC).</param>
    /// <param name="DoneOn">The day on which that was done (Asia/Shanghai); null where it was not.</param>
    private sealed record TermDone(CaseState State, string Kind, string RuleId, DateTimeOffset Since, DateOnly? DoneOn)
    {
        public RunningClock Clock { get; } = new()
        {
            Kind = Kind,
            Item = 0,
            Clock = new StatutoryClock
            {
                RuleId = RuleId,
                StartedAt = Since,
                Extensions = Kind is CaseDeadlines.Decision ? State.DecisionExtensions : [],
            },
        };

        public DateTimeOffset? DueAt(WorkingCalendar calendar) =>
            (Clock.Clock with { Pauses = State.PausesOf(Clock) }).Evaluate(calendar).DueAt;

        public bool IsLate(WorkingCalendar calendar) => DueAt(calendar) is { } due && ShanghaiTime.StartOf(DoneOn!.Value) >= due;
    }

    // A measure that the clock has ended keeps no clock; its lapse is known by the day.
    private static CaseLapse? EndOf(CaseState state, Seizure measure) => state.Lapses.LastOrDefault(lapse =>
        (lapse.Kind is CaseDeadlines.Preservation && ShanghaiTime.LastDayBefore(lapse.DueAt) == measure.LapsedOn)
        || (lapse.Kind is CaseDeadlines.MeasureApproval && ShanghaiTime.DayOf(lapse.DueAt) == measure.LiftedOn));

    private static CaseState PauseOver(CaseState state, int? number, DateTimeOffset at) => state with
    {
        Pauses = [.. state.Pauses.Select(pause => pause.Number == number ? pause with { Pause = pause.Pause with { EndedAt = at } } : pause)],
    };
}

/// <summary>期限中止. A stretch in which clocks of the case stand still.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Pause">中止. Reason, document and interval.</param>
/// <param name="Seizure">查封扣押序号. The seizure whose goods are tested; null where it concerns no seizure, and then no seizure's clock.</param>
[GenerateSerializer, Immutable, Alias("case-pause")]
public sealed record CasePause(int Number, ClockPause Pause, int? Seizure);

/// <summary>逾期记录. A deadline that was not met in time: recorded once, with who answered for it.</summary>
/// <param name="Kind">期限种类. What was owed.</param>
/// <param name="DueAt">到期时刻. When (UTC).</param>
/// <param name="Rule">规则. The rule and its article.</param>
/// <param name="Section">责任科室. The section.</param>
/// <param name="Officer">责任人. The officer; of an office the wire name of its role, of the police the code of their agency.</param>
[GenerateSerializer, Immutable, Alias("case-lapse")]
public sealed record CaseLapse(string Kind, DateTimeOffset DueAt, string Rule, string? Section, string Officer);

/// <summary>逾期记录的撤销. Which lapses an act that is entered late shows not to have been.</summary>
internal static class CaseLapses
{
    /// <summary>What a clock lapsed as.</summary>
    public static (string Kind, DateTimeOffset? Due) Of(RunningClock clock) => (clock.Kind, clock.RecordedLapse);

    /// <summary>The lapses of what was met in time by an act of an earlier day.</summary>
    /// <param name="lapses">All that are recorded.</param>
    /// <param name="met">What was met by the act, and when that was due.</param>
    /// <param name="day">The day of the act (Asia/Shanghai).</param>
    /// <param name="today">Today (Asia/Shanghai).</param>
    public static IEnumerable<CaseLapse> NotMissed(
        this ImmutableArray<CaseLapse> lapses, IEnumerable<(string Kind, DateTimeOffset? Due)> met, DateOnly day, DateOnly today) =>
        day < today
            ? met.Select(one => lapses.LastOrDefault(lapse => lapse.Kind == one.Kind && lapse.DueAt == one.Due)).OfType<CaseLapse>()
            : [];
}

/// <summary>可延长的期限. The clocks of a case that can be extended.</summary>
[JsonConverter(typeof(WireNameConverter<CaseClock>))]
public enum CaseClock
{
    /// <summary>The decision whether to file.</summary>
    [Term("立案决定", "decision on filing")]
    Filing,

    /// <summary>The decision on the penalty.</summary>
    [Term("处罚决定", "decision on the penalty")]
    Decision,

    /// <summary>Sealing or seizure.</summary>
    [Term("查封、扣押", "sealing or seizure")]
    Seizure,

    /// <summary>The legal review; by how much the head says.</summary>
    [Term("法制审核", "legal review")]
    LegalReview,
}

/// <summary>中止期限. Stops the clocks that the reason stops (程序规定 第六十四条), when the head approves it. Tests and hearings stop them by
/// themselves.</summary>
/// <param name="Reason">中止事由. Why: neither a test nor a hearing.</param>
/// <param name="DocumentNumber">文书编号. The document that says so: the notice that was published, or what was sent to the rights holder or
/// the party.</param>
/// <param name="StartedOn">起始日期. The day it began; today when left out. Not after today.</param>
[GenerateSerializer, Immutable, Alias("case.pause"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record PauseCase(
    PauseReason Reason, [Longest(200)] string DocumentNumber, [IsDayOfAct] DateOnly? StartedOn) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Stay;
}

/// <summary>恢复期限. Ends a pause. That a stay of the investigation ends is decided by the head, as the stay was.</summary>
/// <param name="Pause">中止序号. Its number in the case.</param>
/// <param name="EndedOn">结束日期. The day it ended; today when left out. Not after today.</param>
[GenerateSerializer, Immutable, Alias("case.end-pause"), AllowedTo(Investigators)]
[Refuses<NotInPause>]
public sealed record EndCasePause(int Pause, [IsDayOfAct] DateOnly? EndedOn) : CaseCommand, INeedsApproval
{
    // Only the case knows of which kind the pause is.
    ApprovalStep? INeedsApproval.Approval => null;
}

/// <summary>延长期限. Extends a clock as its rule provides; the head grants it (程序规定 第十八条、第六十四条, 行政强制法 第二十五条).</summary>
/// <param name="Clock">期限. Which.</param>
/// <param name="Item">件号. The number of the seizure, where it is one.</param>
/// <param name="Length">延长多少. In the rule's unit; what the rule provides for when left out. Needed where a collective decision sets the term.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.extend-clock"), AllowedTo(Proposers), Dated]
[Refuses<NoSuchItem, ExtensionNotProvided>]
public sealed record ExtendCaseClock(CaseClock Clock, int? Item, int? Length, Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Extension;
}

/// <summary>案件期限到期. A deadline of the case, or the warning of one, has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="CaseDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("case.deadline-reached"), AllowedTo(Roles.System)]
public sealed record CaseDeadlineReached(string Kind, DateTimeOffset DueAt) : CaseCommand, IDeadlineCommand;

/// <summary>期限已中止. Clocks stand still.</summary>
/// <param name="Pause">中止. Why and since when.</param>
[Alias("case.paused")]
public sealed record CasePaused(CasePause Pause) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"期限中止（第{Pause.Number}次）：{Terms.Of(Pause.Pause.Reason).Chinese}",
        $"Clocks paused ({Pause.Number}): {Terms.Of(Pause.Pause.Reason).English}");

    /// <inheritdoc/>
    public override string? Document => Pause.Pause.Document;
}

/// <summary>期限已恢复. A pause ended.</summary>
/// <param name="Pause">中止序号. Which.</param>
/// <param name="At">结束时刻. When (UTC).</param>
[Alias("case.pause-ended")]
public sealed record CasePauseEnded(int Pause, DateTimeOffset At) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限恢复（第{Pause}次中止）", $"Pause {Pause} ended");
}

/// <summary>期限已延长. A clock was extended.</summary>
/// <param name="Kind">期限种类. Which.</param>
/// <param name="Item">件号. Which of several.</param>
/// <param name="Extension">延长. By how much, by whom.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.clock-extended")]
public sealed record CaseClockExtended(string Kind, int Item, ClockExtension Extension, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>保留延长. Whether the case keeps it when its term begins anew; null from before that was so.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Kind switch
    {
        CaseDeadlines.Filing => Of("核查期限", "The term to file"),
        CaseDeadlines.Seizure => Of($"第{Item}号查封、扣押的期限", $"The term of measure {Item}"),
        _ => Of("办案期限", "The term to decide"),
    };

    private BilingualText Of(string chinese, string english) =>
        new($"{chinese}延长{Extension.Length}日：{Grounds.Reason}", $"{english} is extended by {Extension.Length} days: {Grounds.Reason}");
}

/// <summary>期限已重新计算. Clocks are due otherwise than before.</summary>
/// <param name="Clocks">期限. When they are due now.</param>
[Alias("case.clocks-reckoned")]
public sealed record CaseClocksRecalculated(ImmutableArray<RecalculatedClock> Clocks) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"期限重新计算（{Clocks.Length}项）", Clocks.Length is 1 ? "A clock reckoned" : $"{Clocks.Length} clocks reckoned");
}

/// <summary>期限预警已发出. A deadline comes near.</summary>
/// <param name="Kind">期限种类. Which.</param>
/// <param name="Item">件号. Which of several.</param>
/// <param name="DueAt">到期时刻. When it is due (UTC).</param>
[Alias("case.deadline-near")]
public sealed record CaseDeadlineNear(string Kind, int Item, DateTimeOffset DueAt) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限临近：{CaseTexts.Deadline(Kind).Chinese}", $"Deadline near: {CaseTexts.Deadline(Kind).English}");
}

/// <summary>期限已逾期. A deadline was not met; it blocks no step.</summary>
/// <param name="Item">件号. Which of several.</param>
/// <param name="Lapse">逾期记录. What, when, who answers for it.</param>
[Alias("case.deadline-lapsed")]
public sealed record CaseDeadlineLapsed(int Item, CaseLapse Lapse) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"逾期：{CaseTexts.Deadline(Lapse.Kind).Chinese}", $"Lapsed: {CaseTexts.Deadline(Lapse.Kind).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;
}

/// <summary>逾期记录已撤销. What was entered late shows that a deadline was met in time: nobody answers for a lapse.</summary>
/// <param name="Lapse">逾期记录. The lapse that was not one.</param>
/// <param name="On">办理日期. The day on which it was really done (Asia/Shanghai).</param>
[Alias("case.lapse-withdrawn")]
public sealed record CaseLapseWithdrawn(CaseLapse Lapse, DateOnly On) : CaseEvent, IMadeByClock
{
    /// <summary>并无此项义务. Whether a correction shows that it was never owed; null where it was done in time.</summary>
    public bool? WasNotOwed { get; init; }

    /// <summary>更正后的期限末日. The last day of the term by a correction, where it was not kept by that one either; null where it was.</summary>
    public DateOnly? LapsedOn { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => LapsedOn is { } lastDay ? NoLapse.Moved(CaseTexts.Deadline(Lapse.Kind), Lapse.DueAt, lastDay)
        : WasNotOwed is true ? NoLapse.NotOwed(CaseTexts.Deadline(Lapse.Kind), Lapse.DueAt)
        : NoLapse.Of(CaseTexts.Deadline(Lapse.Kind), Lapse.DueAt, On);
}

/// <summary>没有在中止. The clocks do not stand still for this reason.</summary>
/// <param name="Pause">中止序号. The number that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-paused")]
public sealed record NotInPause(int Pause) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"第{Pause}次中止不存在或者已经结束", $"Pause {Pause} does not exist or is over");
}

/// <summary>不能再延长. The rule provides for no further extension, or not for one so long.</summary>
/// <param name="Permitted">已准许. How many extensions the rule provides for.</param>
/// <param name="Granted">已延长. How many were granted.</param>
[GenerateSerializer, Immutable, Alias("refusal.extension-not-provided")]
public sealed record ExtensionNotProvided(int Permitted, int Granted) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该期限按规定可延长{Permitted}次，已延长{Granted}次，或者延长的长度超出规定", $"The rule provides for {Permitted} extensions, {Granted} were granted; or this one is longer than it provides for");
}
