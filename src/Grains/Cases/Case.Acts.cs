using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Acts of a case whose day, number or result was mistyped, put right by the head of the section: what runs from them runs from the
// right day.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInActs(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        CorrectCaseAct c => DecideCorrectCaseAct(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInActs(CaseState state, CaseEvent happened) => happened switch
    {
        CaseActCorrected e => Corrected(state, e) is var corrected && e.On < e.FromOn && state.LastStepOn == e.FromOn
            ? corrected with { LastStepOn = e.On }
            : corrected,
        _ => null,
    };

    private static Decision<CaseEvent> DecideCorrectCaseAct(CaseState state, CorrectCaseAct c, Circumstances now)
    {
        if (RecordedAct(state, c.Act, now.Calendar) is not { } known)
        {
            return new ActNotRecorded(c.Act);
        }

        var (on, document) = (c.DoneOn ?? known.On, FreeText.Given(c.ActNumber) ?? known.Document);
        var was = c.Act is CaseAct.CourtResult ? state.Execution.Result : null;
        var result = c.Act is CaseAct.CourtResult ? c.Result ?? was : null;
        if ((c.Grounds.Problem() ?? (c.Act is not CaseAct.CourtResult && c.Result is not null
                ? new InvalidInput("result", "只有更正法院执行结果时才填写结果", "Only what the court has done has a result")
                : null)
            ?? DayOfActProblem(state, c.Act, known, on, now)) is { } problem)
        {
            return problem;
        }

        if ((on, document, result) == (known.On, known.Document, was))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        // Another result is another end of the execution: what was closed on it is not opened by a correction.
        if (result != was && state.Stage is not CaseStage.Execution)
        {
            return new CaseNotInStage(state.Stage);
        }

        var answerUntil = c.Act is CaseAct.RightsNotice ? StatementUntil(on, now.Calendar) : (DateTimeOffset?)null;
        var happened = new CaseActCorrected(now.Now, c.Act, known.On, known.Document, on, document, c.Grounds.Trimmed())
        {
            AnswerUntil = answerUntil,
            MayAnswer = answerUntil > now.Now && IsAnsweredNoMore(state) ? true : null,
            UrgedUntil = c.Act is CaseAct.Urging ? UrgedUntil(on, now.Calendar) : null,
            FromResult = was,
            Result = result,
        };
        return (CaseEvent[])[happened, .. ActByRightDay(state, Apply(state, happened), c.Act, known.On, on, now)];
    }

    // The time to answer was over by the wrong day, and nobody asked for a hearing.
    private static bool IsAnsweredNoMore(CaseState state) =>
        state is { Stage: CaseStage.LegalReview or CaseStage.Hearing, Rights: { HeldOn: null, Answer: null or PartyAnswer.Statement } }
        && state.Clocks.Find(CaseDeadlines.Statement) is null;

    private static DateTimeOffset StatementUntil(DateOnly servedOn, WorkingCalendar calendar) => new StatutoryClock
    {
        RuleId = StatutoryRules.PenaltyStatement,
        StartedAt = ShanghaiTime.StartOf(servedOn),
    }.Evaluate(calendar).DueAt!.Value;

    private static DateOnly UrgedUntil(DateOnly urgedOn, WorkingCalendar calendar) =>
        StatutoryRules.On(StatutoryRules.PenaltyUrging, urgedOn).Period.DayFrom(urgedOn, calendar).Day;

    /// <summary>An act as it is recorded, and between which days it was done: after what it follows, and before what followed it.</summary>
    private sealed record ActRecorded(DateOnly On, string? Document, DateOnly? From, DateOnly? Until);

    private static ActRecorded? RecordedAct(CaseState state, CaseAct act, WorkingCalendar calendar)
    {
        var (rights, execution, decided) = (state.Rights, state.Execution, DecidedOn(state));
        return act switch
        {
            CaseAct.RightsNotice when rights is not null => new(
                rights.ServedOn,
                rights.Document,
                state.Proposal?.ProposedOn ?? state.FiledOn,
                Earliest(
                    rights.AnsweredOn ?? AskedForHearingOn(state), rights.ChairNamedOn, rights.FileHandedOverOn, rights.AnnouncedOn,
                    rights.PublishedOn, rights.HeldOn, state.Deliberation?.HeldOn, decided)),
            CaseAct.PartyAnswer when rights is { AnsweredOn: { } answered } => new(
                answered,
                rights.AnswerDocument,
                rights.ServedOn,
                Earliest(
                    rights.Answer is PartyAnswer.HearingRequested ? ShanghaiTime.LastDayBefore(rights.StatementUntil) : null,
                    rights.ChairNamedOn, rights.FileHandedOverOn, rights.AnnouncedOn, rights.HeldOn, state.Deliberation?.HeldOn, decided)),
            CaseAct.HearingFile when rights is { FileHandedOverOn: { } handed } => new(
                handed, null, rights.ChairNamedOn ?? rights.AnsweredOn ?? rights.ServedOn, Earliest(rights.AnnouncedOn, rights.HeldOn)),
            CaseAct.Hearing when rights is { HearingOn: { } hearing } => new(
                rights.HeldOn ?? hearing,
                null,
                Latest(rights.ServedOn, rights.PublishedOn?.PlusDays(1), rights.AnnouncedOn is { } told ? FirstHearing(told, calendar)
                    : null),
                Earliest(rights.ReportedOn, state.Deliberation?.HeldOn, decided)),
            CaseAct.Urging when execution.UrgedOn is { } urged => new(
                urged, execution.UrgingDocument, Surcharge.LastDayOf(state, calendar)?.PlusDays(1), execution.EnforcementRequestedOn),
            CaseAct.CourtRequest when execution.CourtAskedOn is { } asked && EnforcementWindow(state, calendar) is var (from, until) => new(
                asked, execution.CourtRequestDocument, from, Earliest(until, execution.IsCourtAwaited ? null : execution.ResultOn)),
            CaseAct.CourtResult when execution is { Result: not null, ResultOn: { } received, IsCourtAwaited: false } => new(
                received, execution.ResultDocument, execution.CourtAskedOn, state.End?.On),
            CaseAct.SpotReport when state.Spot is { ReportedOn: { } reported } => new(reported, null, decided, null),
            CaseAct.CashHandedIn when state.Spot is { CashHandedInOn: { } handed } => new(handed, state.Spot.CashDocument, decided, null),
            _ => null,
        };
    }

    // Of those that are known; null where none is.
    private static DateOnly? Earliest(params DateOnly?[] days) => days.Min();

    private static DateOnly? Latest(params DateOnly?[] days) => days.Max();

    private static DateOnly? AskedForHearingOn(CaseState state) =>
        state.Pauses.LastOrDefault(one => one.Pause.Reason is PauseReason.Hearing)?.Pause.StartedAt is { } at
        && ShanghaiTime.DayOf(at) is var asked && asked >= state.Rights!.ServedOn ? asked : null;

    private static InvalidInput? DayOfActProblem(CaseState state, CaseAct act, ActRecorded known, DateOnly on, Circumstances now)
    {
        // A hearing that is still to come is announced for a day that is.
        var last = act is CaseAct.Hearing && state.Rights!.HeldOn is null ? LastDayForHearing(now) : now.Today;
        if (ActDay.Problem("doneOn", on, known.From, last) is { } implausible)
        {
            return implausible;
        }

        if (on > known.Until)
        {
            return new InvalidInput(
                "doneOn",
                $"日期{IsoDate.Of(on)}晚于此后步骤的日期{IsoDate.Of(known.Until.Value)}",
                $"{IsoDate.Of(on)} is after a step that followed, of {IsoDate.Of(known.Until.Value)}");
        }

        return act switch
        {
            // 行政处罚法 第四十五条、第六十四条: what was decided was decided when the party's time was over, or it had waived it or was heard.
            CaseAct.RightsNotice when DecidedOn(state) is { } decided
                && state.Rights is { HeldOn: null, Answer: not PartyAnswer.Waived }
                && ShanghaiTime.DayOf(StatementUntil(on, now.Calendar)) > decided => new InvalidInput(
                    "doneOn",
                    $"按该日期当事人陈述、申辩的期限在处罚决定日期{IsoDate.Of(decided)}之后才届满",
                    $"By this day the party could still answer when the penalty was decided on {IsoDate.Of(decided)}"),
            CaseAct.Urging when UrgedUntil(on, now.Calendar) is var urged && urged >= state.Execution.EnforcementRequestedOn =>
                new InvalidInput(
                    "doneOn",
                    $"按该日期催告至{IsoDate.Of(urged)}才期满，晚于申请强制执行的日期",
                    $"By this day the urging was over on {IsoDate.Of(urged)} only, after the court was asked"),
            _ => null,
        };
    }

    private static DateOnly LastDayForHearing(Circumstances now) => new(now.Today.Year + 2, 12, 31);

    // A clock that began on the wrong day runs from the right one, and a pause that began or ended then does so too.
    private static CaseState Corrected(CaseState state, CaseActCorrected e)
    {
        var (from, to) = (ShanghaiTime.StartOf(e.FromOn), ShanghaiTime.StartOf(e.On));
        var moved = state with
        {
            Clocks =
            [
                .. state.Clocks.Select(clock => StartedBy(e.Act).Contains(clock.Kind) && clock.Clock.StartedAt == from
                    ? clock with { Clock = clock.Clock with { StartedAt = to } }
                    : clock),
            ],
        };
        return e.Act switch
        {
            CaseAct.RightsNotice => MayAnswer(moved, e) with
            {
                Rights = state.Rights! with { ServedOn = e.On, StatementUntil = e.AnswerUntil!.Value, Document = e.Number },
            },
            CaseAct.PartyAnswer => moved with
            {
                Rights = state.Rights! with { AnsweredOn = e.On, AnswerDocument = e.Number },
                Pauses = OfHearing(state, pause => ShanghaiTime.DayOf(pause.StartedAt) == e.FromOn ? pause with { StartedAt = to } : pause),
            },
            CaseAct.HearingFile => moved with { Rights = state.Rights! with { FileHandedOverOn = e.On } },
            // It is held on the day for which it was told.
            CaseAct.Hearing => moved with
            {
                Rights = state.Rights! with { HearingOn = e.On, HeldOn = state.Rights.HeldOn is null ? null : e.On },
                Pauses = OfHearing(state, pause => pause.EndedAt == from ? pause with { EndedAt = to } : pause),
            },
            CaseAct.Urging => moved with
            {
                Execution = state.Execution with { UrgedOn = e.On, UrgedUntil = e.UrgedUntil, UrgingDocument = e.Number },
            },
            CaseAct.CourtRequest => moved with
            {
                Execution = state.Execution with
                {
                    EnforcementRequestedOn = state.Execution.EnforcementRequestedOn is null ? null : e.On,
                    CourtAskedOn = e.On,
                    CourtRequestDocument = e.Number,
                },
            },
            CaseAct.CourtResult => moved with
            {
                Execution = Answered(state.Execution, e.Result!.Value, e.On) with
                {
                    ResultDocument = e.Number,
                    EndedOn = e.Result is CourtResult.Ended ? e.On
                        : e.FromResult is CourtResult.Ended ? null
                        : state.Execution.EndedOn,
                },
            },
            CaseAct.SpotReport => moved with { Spot = state.Spot! with { ReportedOn = e.On } },
            _ => moved with { Spot = state.Spot! with { CashHandedInOn = e.On, CashDocument = e.Number } },
        };
    }

    private static ImmutableArray<string> StartedBy(CaseAct act) => act switch
    {
        CaseAct.RightsNotice => [CaseDeadlines.Statement],
        CaseAct.PartyAnswer => [CaseDeadlines.HearingChair, CaseDeadlines.LegalReview],
        CaseAct.HearingFile => [CaseDeadlines.HearingDate],
        CaseAct.Hearing => [CaseDeadlines.HearingPublication, CaseDeadlines.HearingReport, CaseDeadlines.LegalReview],
        _ => [],
    };

    private static ImmutableArray<CasePause> OfHearing(CaseState state, Func<ClockPause, ClockPause> moved) =>
    [
        .. state.Pauses.Select(one => one.Pause.Reason is PauseReason.Hearing ? one with { Pause = moved(one.Pause) } : one),
    ];

    // By the right day the party may still answer: what was taken for its silence was none, and what was reviewed meanwhile is reviewed
    // after its answer.
    private static CaseState MayAnswer(CaseState state, CaseActCorrected e) => e.MayAnswer is not true ? state : state with
    {
        Stage = state.Proposal?.OffersHearing is true ? CaseStage.Hearing : state.Stage,
        ReviewedBy = state.Proposal?.OffersHearing is true ? null : state.ReviewedBy,
        Clocks = (state.Proposal?.OffersHearing is true ? state.Clocks.Stop(CaseDeadlines.LegalReview) : state.Clocks)
            .Start(CaseDeadlines.Statement, StatutoryRules.PenaltyStatement, ShanghaiTime.StartOf(e.On)),
    };

    // Whether what is done was done in its term, and what was done after it, follows from the right day.
    private static IEnumerable<CaseEvent> ActByRightDay(
        CaseState before, CaseState after, CaseAct act, DateOnly was, DateOnly right, Circumstances now)
    {
        return act switch
        {
            CaseAct.PartyAnswer when before.Rights!.ChairNamedOn is { } named =>
                Began(CaseDeadlines.HearingChair, StatutoryRules.PenaltyHearingChair, named),
            CaseAct.HearingFile =>
            [
                .. before.Rights!.ChairNamedOn is { } named
                    ? Ended(CaseDeadlines.HearingFile, StatutoryRules.PenaltyHearingFile, named)
                    : [],
                .. before.Rights.AnnouncedOn is { } told
                    ? Began(CaseDeadlines.HearingDate, StatutoryRules.PenaltyHearingDate, told)
                    : [],
            ],
            CaseAct.Hearing when before.Rights!.HeldOn is not null =>
                Began(CaseDeadlines.HearingReport, StatutoryRules.PenaltyHearingReport, before.Rights.ReportedOn),
            CaseAct.SpotReport => Ended(CaseDeadlines.SpotReport, StatutoryRules.PenaltySpotReport, DecidedOn(before)!.Value),
            CaseAct.CashHandedIn => Ended(CaseDeadlines.SpotCash, StatutoryRules.PenaltySpotCash, DecidedOn(before)!.Value),
            _ => [],
        };

        // A term that ended with the act, and one that began with it.
        IEnumerable<CaseEvent> Ended(string kind, string rule, DateOnly since) => Term(kind, rule, (since, was), (since, right));

        IEnumerable<CaseEvent> Began(string kind, string rule, DateOnly? doneOn) => Term(kind, rule, (was, doneOn), (right, doneOn));

        IEnumerable<CaseEvent> Term(
            string kind, string rule, (DateOnly Since, DateOnly? Done) wrongly, (DateOnly Since, DateOnly? Done) rightly) =>
            ByRightDays(
                new TermDone(before, kind, rule, ShanghaiTime.StartOf(wrongly.Since), wrongly.Done),
                new TermDone(after, kind, rule, ShanghaiTime.StartOf(rightly.Since), rightly.Done),
                now);
    }
}

/// <summary>可更正的办案步骤. The acts of a case whose day, number or result can be put right by one command; those that have more to them have a
/// command of their own.</summary>
[JsonConverter(typeof(WireNameConverter<CaseAct>))]
public enum CaseAct
{
    /// <summary>The service of the notice of rights.</summary>
    [Term("送达权利告知书", "service of the notice of rights")]
    RightsNotice,

    /// <summary>The party's answer to it.</summary>
    [Term("当事人答复", "the party's answer")]
    PartyAnswer,

    /// <summary>The file was handed to who presides over the hearing.</summary>
    [Term("移交听证案卷", "handing over of the file for the hearing")]
    HearingFile,

    /// <summary>The day of the hearing: for which it was told, and on which it was held.</summary>
    [Term("举行听证", "the hearing")]
    Hearing,

    /// <summary>The party was urged to pay.</summary>
    [Term("催告", "urging")]
    Urging,

    /// <summary>The court was asked to enforce the decision.</summary>
    [Term("申请强制执行", "request to the court")]
    CourtRequest,

    /// <summary>What the court has done.</summary>
    [Term("法院执行结果", "result of the court")]
    CourtResult,

    /// <summary>A penalty on the spot was reported to the bureau.</summary>
    [Term("当场处罚备案", "report of a penalty on the spot")]
    SpotReport,

    /// <summary>Cash that was collected on the spot was handed in.</summary>
    [Term("上交当场收缴的罚款", "handing in of cash")]
    CashHandedIn,
}

/// <summary>更正办案步骤. Puts right the day, the number or the result of an act that was mistyped; what runs from it is reckoned anew. What is
/// left out stays as it is.</summary>
/// <param name="Act">办案步骤. Which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="DoneOn">办理日期. The right day; of a hearing that is still to come the day for which it was told, else not after
/// today.</param>
/// <param name="ActNumber">文号. The right number of its document.</param>
/// <param name="Result">法院执行结果. What the court has really done; of its result only.</param>
[GenerateSerializer, Immutable, Alias("case.correct-act"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<ActNotRecorded, CaseNotInStage>]
public sealed record CorrectCaseAct(
    CaseAct Act,
    Grounds Grounds,
    DateOnly? DoneOn = null,
    [Longest(200)] string? ActNumber = null,
    CourtResult? Result = null) : CaseCommand;

/// <summary>办案步骤已更正. The day, the number or the result of an act was put right.</summary>
/// <param name="At">更正时刻. When (UTC).</param>
/// <param name="Act">办案步骤. Which.</param>
/// <param name="FromOn">原日期.</param>
/// <param name="FromNumber">原文号. Or null.</param>
/// <param name="On">日期. The right day (Asia/Shanghai).</param>
/// <param name="Number">文号. The right number, or null.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.act-corrected")]
public sealed record CaseActCorrected(
    DateTimeOffset At, CaseAct Act, DateOnly FromOn, string? FromNumber, DateOnly On, string? Number, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>陈述申辩截止. Until when the party may answer by the right day of the notice (UTC); null of other acts.</summary>
    public DateTimeOffset? AnswerUntil { get; init; }

    /// <summary>仍可答复. Whether by the right day the party may still answer, though its time was taken for over; null where it was
    /// not.</summary>
    public bool? MayAnswer { get; init; }

    /// <summary>催告期满日. The last of the ten working days after the right day of the urging; null of other acts.</summary>
    public DateOnly? UrgedUntil { get; init; }

    /// <summary>原执行结果. Null of other acts.</summary>
    public CourtResult? FromResult { get; init; }

    /// <summary>执行结果. What the court has really done; null of other acts.</summary>
    public CourtResult? Result { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new Changes()
        .With(new("日期", "the day"), FromOn, On)
        .With(
            FromNumber != Number,
            $"文号由“{FromNumber}”改为“{Number}”",
            $"the number from “{FromNumber}” to “{Number}”")
        .With(
            FromResult != Result && Result is not null,
            $"结果由{(FromResult is { } was ? Terms.Of(was).Chinese : "")}改为{(Result is { } to ? Terms.Of(to).Chinese : "")}",
            $"the result from {(FromResult is { } before ? Terms.Of(before).English : "")} "
                + $"to {(Result is { } now ? Terms.Of(now).English : "")}")
        .With(MayAnswer is true, "当事人仍可陈述、申辩", "the party may still answer")
        .Summary(new($"更正{Terms.Of(Act).Chinese}", $"Corrected: {Terms.Of(Act).English}"), Grounds, null);
}

/// <summary>没有可更正的登记. The act is not recorded, so that there is nothing to put right.</summary>
/// <param name="Act">办案步骤. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.act-not-recorded")]
public sealed record ActNotRecorded(CaseAct Act) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"本案没有登记可以更正的“{Terms.Of(Act).Chinese}”", $"The case has no record of “{Terms.Of(Act).English}” that can be put right");
}
