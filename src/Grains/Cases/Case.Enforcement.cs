using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What is not paid: urged, enforced by the court, or ended without success; and the closing form that is owed then.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInEnforcement(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        // That there is no penalty is served, by public notice at last: there is nothing to execute.
        EndExecution when state.Stage is not (CaseStage.Execution or CaseStage.Decided) || state.NoPenalty is not null =>
            new CaseNotInStage(state.Stage),
        UrgePayment or RequestCourtEnforcement or RecordEnforcementResult when state.Stage is not CaseStage.Execution =>
            new CaseNotInStage(state.Stage),
        UrgePayment c => DecideUrgePayment(state, c, now),
        RequestCourtEnforcement c => DecideRequestCourtEnforcement(state, c, now),
        RecordEnforcementResult when !state.Execution.IsCourtAwaited => new CourtNotAsked(),
        RecordEnforcementResult c => (FreeText.Missing("documentNumber", c.DocumentNumber)
            ?? ActDay.Problem("receivedOn", c.ReceivedOn, state.Execution.EnforcementRequestedOn, now.Today)) is { } problem ? problem
            : new EnforcementResultRecorded(c.Result, c.ReceivedOn, c.DocumentNumber.Trim()) { IsKept = true },
        EndExecution c => DecideEndExecution(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInEnforcement(CaseState state, CaseEvent happened) => happened switch
    {
        PaymentUrged e => state with
        {
            Execution = state.Execution with
            {
                UrgedOn = e.On,
                UrgedUntil = e.Until,
                UrgingDocument = e.IsKept is true ? e.DocumentNumber : null,
            },
        },
        CourtEnforcementRequested e => state with
        {
            Execution = state.Execution with
            {
                EnforcementRequestedOn = e.On,
                IsCourtAwaited = e.IsAwaited,
                CourtAskedOn = e.IsKept is true ? e.On : null,
                CourtRequestDocument = e.IsKept is true ? e.Grounds.DocumentNumber : null,
            },
            Clocks = state.Clocks.Stop(CaseDeadlines.Payment).Stop(CaseDeadlines.CourtEnforcement),
        },
        EnforcementResultRecorded e => state with
        {
            Execution = Answered(state.Execution, e.Result, e.IsKept is true ? e.On : null) with
            {
                ResultDocument = e.IsKept is true ? e.DocumentNumber : null,
                EndedOn = e.Result is CourtResult.Ended ? e.On : state.Execution.EndedOn,
            },
        },
        // What is not served yet is not served or published any more (行政强制法 第四十条).
        ExecutionEnded e => state with
        {
            Stage = CaseStage.Execution,
            Execution = state.Execution with { EndedOn = e.On },
            ExecutionEndedBecause = e.Because,
            Clocks = (state.Stage is CaseStage.Decided
                ? state.Clocks.Stop(CaseDeadlines.Service).Stop(CaseDeadlines.ServiceNotice).Stop(CaseDeadlines.Publication)
                : state.Clocks).Stop(CaseDeadlines.Payment).Stop(CaseDeadlines.CourtEnforcement),
        },
        ClosingOwed e => state with
        {
            Clocks = Restarted(state, state.Clocks, CaseDeadlines.Closing, StatutoryRules.PenaltyClosing, e.At),
        },
        ClosingNotOwed => state with { Clocks = state.Clocks.Stop(CaseDeadlines.Closing) },
        _ => null,
    };

    // Where the court does not enforce it, it is as if it had not been asked: the penalty is unpaid.
    private static CaseExecution Answered(CaseExecution execution, CourtResult result, DateOnly? on) => execution with
    {
        IsCourtAwaited = false,
        Result = result,
        ResultOn = on,
        EnforcementRequestedOn = result is CourtResult.Refused ? null : execution.EnforcementRequestedOn ?? execution.CourtAskedOn,
    };

    private static CaseState WithCourtTerm(CaseState state, DateOnly suitUntil) => state.Outstanding > 0
        ? state with
        {
            Clocks = Restarted(
                state, state.Clocks, CaseDeadlines.CourtEnforcement, StatutoryRules.PenaltyCourtEnforcement,
                    ShanghaiTime.StartOf(state.Execution.CourtCountsFrom is { } from && from > suitUntil ? from : suitUntil)),
        }
        : state;

    // What is done against a decision that gave way to the police stays no other (行政强制法 第五十三条).
    private static ChallengeRuns? Challenged(CaseState state) =>
        state.Challenges.LastOrDefault(one => one.EndedOn is null && !state.IsOvertaken(one)) is { } runs ? RunsOf(runs) : null;

    private static Decision<CaseEvent> DecideUrgePayment(CaseState state, UrgePayment c, Circumstances now)
    {
        if (FreeText.Missing("documentNumber", c.DocumentNumber) is { } problem)
        {
            return problem;
        }

        if (Challenged(state) is { } runs)
        {
            return runs;
        }

        if (state.Outstanding == 0)
        {
            return new NothingIsOwed();
        }

        // Only who has let the term for payment pass is urged (行政强制法 第五十四条).
        return Surcharge.LastDayOf(state, now.Calendar) is { } last && now.Day <= last ? new PaymentTermRuns(last)
            // A party may be urged again; what is said of an earlier day, or of the same one otherwise, is a slip of what is recorded.
            : state.Execution.UrgedOn is { } urged && now.Day <= urged
                ? AlreadyRecorded.Unless<CaseEvent>(
                    urged, state.Execution.UrgingDocument, now.Day, state.Execution.UrgingDocument is null ? null : c.DocumentNumber)
            : new PaymentUrged(now.Day, UrgedUntil(now.Day, now.Calendar), c.DocumentNumber.Trim()) { IsKept = true };
    }

    private static Decision<CaseEvent> DecideEndExecution(CaseState state, EndExecution c, Circumstances now)
    {
        if ((c.Grounds.Problem() ?? ActDay.Problem("on", now.Day, state.Execution.ServedOn, now.Today)
            ?? OfNoParty(
                state, c.Because is ExecutionEndGround.Death, c.Because is ExecutionEndGround.OrganisationEnded)) is { } problem)
        {
            return problem;
        }

        if (state.Execution.EndedOn is { } ended)
        {
            return c.Because is { } another && state.ExecutionEndedBecause is { } because && another != because
                ? new AlreadyRecorded(ended, null, Terms.Of(because).Chinese)
                : AlreadyRecorded.Unless<CaseEvent>(ended, null, now.ActedOn, null);
        }

        if (state.Stage is CaseStage.Decided)
        {
            // Whoever is no more is served nothing; who can still be found is served, by public notice at last (程序规定 第八十一条).
            return c.Because is ExecutionEndGround.Death or ExecutionEndGround.OrganisationEnded
                ? new ExecutionEnded(now.Day, c.Grounds.Trimmed()) { Because = c.Because }
                : new InvalidInput(
                    "because",
                    "处罚决定尚未送达的，只有当事人死亡或者终止时才终结执行；下落不明的，公告送达",
                    "Before the decision is served, execution ends only where the party has died or ended; one who cannot be found is "
                    + "served by public notice");
        }

        return Challenged(state) is { } runs ? runs
            : state.Outstanding == 0 ? new NothingIsOwed()
            : state.Execution.IsCourtAwaited ? new CourtStillAsked()
            : new ExecutionEnded(now.Day, c.Grounds.Trimmed()) { Because = c.Because };
    }

    private static Decision<CaseEvent> DecideRequestCourtEnforcement(CaseState state, RequestCourtEnforcement c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (state.Execution.EnforcementRequestedOn is { } requested)
        {
            return AlreadyRecorded.Unless<CaseEvent>(
                requested, state.Execution.CourtRequestDocument, now.ActedOn,
                state.Execution.CourtAskedOn is null ? null : c.Grounds.DocumentNumber);
        }

        if (Challenged(state) is { } runs)
        {
            return runs;
        }

        if (state.Outstanding == 0)
        {
            return new NothingIsOwed();
        }

        return EnforcementWindow(state, now.Calendar) is not var (from, until) ? new PaymentNotUrged()
            : now.Day < from || now.Day > until ? new EnforcementNotOpen(from, until)
            : new CourtEnforcementRequested(now.Day, c.Grounds.Trimmed()) { IsAwaited = true, IsKept = true };
    }

    /// <summary>
    /// 可申请强制执行的期间. The days on which the court may be asked: once the right to sue and the ten working days after the urging are
    /// over, within three months of the former (行政强制法 第五十三条、第五十四条). Where a longer term to pay was allowed they run from its end
    /// (行政处罚法 第七十二条第二款), and whoever was urged before was not in default yet. Null before the party was urged.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="calendar">The working-day calendar.</param>
    public static (DateOnly From, DateOnly Until)? EnforcementWindow(CaseState state, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Execution is not { UrgedUntil: { } urged, ServedOn: { } served }
            || state.Execution.UrgedOn <= state.Execution.InstalmentsUntil)
        {
            return null;
        }

        var term = state.Execution.SuitUntil ?? SuitUntil(served, calendar);
        var suit = state.Execution.InstalmentsUntil is { } allowed && allowed > term ? allowed : term;
        var from = (urged > suit ? urged : suit).PlusDays(1);
        return (from, StatutoryRules.On(StatutoryRules.PenaltyCourtEnforcement, suit).Period.DayFrom(suit, calendar).Day);
    }

    /// <summary>What follows from how things stand after a step: whether a publication and the closing form are owed.</summary>
    private static IEnumerable<CaseEvent> Following(CaseState state, Circumstances now)
    {
        if (WithoutObject(state) is { IsEmpty: false } lapsed)
        {
            yield return new CaseProposalsLapsed(lapsed, LapsedBecause.MeasureEnded);
        }

        if (Overtaken(state) is { IsEmpty: false } overtaken)
        {
            yield return new CaseProposalsLapsed(overtaken, LapsedBecause.DecidedOtherwise);
        }

        if (NotToKeep(state) is { IsEmpty: false } fallen)
        {
            // Each since the day on which that was settled, however late it was entered.
            foreach (var since in fallen.GroupBy(number => NotToKeepSince(state, state.Seizures[number - 1])))
            {
                var owed = new GoodsReturnOwed(InstantOf(since.Key, now), [.. since]);
                yield return owed;
                state = Apply(state, owed);
            }
        }

        if (FollowingWithPolice(state, now) is { } following)
        {
            yield return following;
            yield break;
        }

        if (state.Decision is { } decision && state.Clocks.Find(CaseDeadlines.Publication) is not null
            && Publicity.TierOf(decision.Penalty, state.AllParties, state.ProductClasses, isMitigated: false) is null)
        {
            yield return new PublicationNotOwed();
        }

        // After a judgment the closing form is owed from its day on.
        var isDone = (state.Stage is CaseStage.Execution && !state.MustTransfer && state.OpenTasks.IsEmpty) || state.JudgedOn is not null;
        if (state.IsOpen && isDone != state.Clocks.Find(CaseDeadlines.Closing) is not null)
        {
            yield return isDone ? new ClosingOwed(now.At) : new ClosingNotOwed(); // 程序规定 第七十七条
        }
    }
}

/// <summary>法院执行结果. What the court has done on our request.</summary>
[JsonConverter(typeof(WireNameConverter<CourtResult>))]
public enum CourtResult
{
    /// <summary>It was enforced.</summary>
    [Term("执行完毕", "enforced")]
    Enforced,

    /// <summary>The court has ended the enforcement without success, or without full success.</summary>
    [Term("终结执行", "enforcement ended")]
    Ended,

    /// <summary>The court did not take the request or refused to enforce the decision.</summary>
    [Term("不予受理或者不准予执行", "refused by the court")]
    Refused,
}

/// <summary>催告. Urges the party, once, in writing, to pay; after ten working days the court may be asked (行政强制法 第五十四条).</summary>
/// <param name="DocumentNumber">催告书编号.</param>
[GenerateSerializer, Immutable, Alias("case.urge-payment"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, ChallengeRuns, NothingIsOwed, PaymentTermRuns, AlreadyRecorded>]
public sealed record UrgePayment([Longest(200)] string DocumentNumber) : CaseCommand;

/// <summary>
/// 申请法院强制执行. Asks the court to enforce the decision: unchallenged, unpaid, ten working days after the urging, within three months
/// after the right to sue ended (行政强制法 第五十三条、第五十四条).
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.request-court-enforcement"), AllowedTo(Decisions), Dated]
[Refuses<CaseNotInStage, ChallengeRuns, NothingIsOwed, PaymentNotUrged, EnforcementNotOpen>]
[Refuses<AlreadyRecorded>]
public sealed record RequestCourtEnforcement(Grounds Grounds) : CaseCommand;

/// <summary>登记法院执行结果. Records what the court has done; what it has collected is recorded as a payment.</summary>
/// <param name="Result">执行结果. What.</param>
/// <param name="ReceivedOn">收到日期. The day; not after today.</param>
/// <param name="DocumentNumber">裁定书编号.</param>
[GenerateSerializer, Immutable, Alias("case.record-enforcement-result"), AllowedTo(Roles.Legal | Investigators)]
[Refuses<CaseNotInStage, CourtNotAsked>]
public sealed record RecordEnforcementResult(
    CourtResult Result, [IsDayOfAct] DateOnly ReceivedOn, [Longest(200)] string DocumentNumber) : CaseCommand;

/// <summary>终结执行情形. Why execution is ended (行政强制法 第四十条).</summary>
[JsonConverter(typeof(WireNameConverter<ExecutionEndGround>))]
public enum ExecutionEndGround
{
    /// <summary>The person has died and leaves nothing, and nobody takes over the duty.</summary>
    [Term("公民死亡，无遗产可供执行，又无义务承受人", "death of the person without an estate or a successor")]
    Death,

    /// <summary>The organisation has ended and leaves nothing, and nobody takes over the duty.</summary>
    [Term("法人或者其他组织终止，无财产可供执行，又无义务承受人", "end of the organisation without property or a successor")]
    OrganisationEnded,

    /// <summary>What was to be executed on is gone.</summary>
    [Term("执行标的灭失", "loss of what execution is on")]
    ObjectLost,

    /// <summary>Another circumstance for which the bureau ends it.</summary>
    [Term("认为需要终结执行的其他情形", "another circumstance")]
    Other,
}

/// <summary>
/// 终结执行. Ends the execution of what cannot be collected: the party is dead or gone and leaves nothing (行政强制法 第四十条). A decision that
/// is not yet served ends with a party that is no more.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Because">终结情形. Which of the circumstances of the law; to be said where the decision is not served.</param>
[GenerateSerializer, Immutable, Alias("case.end-execution"), AllowedTo(Proposers), Dated]
[Refuses<CaseNotInStage, ChallengeRuns, NothingIsOwed, CourtStillAsked, AlreadyRecorded>]
public sealed record EndExecution(Grounds Grounds, ExecutionEndGround? Because = null) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Closing;
}

/// <summary>已催告. The party was urged to pay.</summary>
/// <param name="On">送达日期. The day the urging was served (Asia/Shanghai).</param>
/// <param name="Until">期满日. The last of the ten working days after it.</param>
/// <param name="DocumentNumber">催告书编号.</param>
[Alias("case.payment-urged")]
public sealed record PaymentUrged(DateOnly On, DateOnly Until, string DocumentNumber) : CaseEvent
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"催告当事人履行，至{Until:yyyy-MM-dd}期满", $"Party urged to pay; ten working days end on {Until:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>已申请强制执行. The court was asked to enforce the decision.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.court-enforcement-requested")]
public sealed record CourtEnforcementRequested(DateOnly On, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <summary>待法院结果. Whether its result is to be recorded; not where results were not yet recorded.</summary>
    public bool IsAwaited { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new("申请人民法院强制执行", "Court enforcement requested");
}

/// <summary>法院执行结果已登记. What the court has done.</summary>
/// <param name="Result">执行结果. What.</param>
/// <param name="On">收到日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">裁定书编号.</param>
[Alias("case.enforcement-result-recorded")]
public sealed record EnforcementResultRecorded(CourtResult Result, DateOnly On, string DocumentNumber) : CaseEvent
{
    /// <summary>留存. Whether its day and number are kept with the case, so that they can be put right; null from before they were.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"法院{Terms.Of(Result).Chinese}", $"Court: {Terms.Of(Result).English}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>已终结执行. Execution was ended without success.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.execution-ended")]
public sealed record ExecutionEnded(DateOnly On, Grounds Grounds) : CaseStep(Grounds)
{
    /// <summary>终结情形. Which of the circumstances of the law; null where it was not said.</summary>
    public ExecutionEndGround? Because { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"终结执行：{Grounds.Reason}", $"Execution ended: {Grounds.Reason}");
}

/// <summary>应予结案. Nothing is left to do; the closing form is owed from now on (程序规定 第七十七条).</summary>
/// <param name="At">时刻. Since when (UTC).</param>
[Alias("case.closing-owed")]
public sealed record ClosingOwed(DateTimeOffset At) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("已履行完毕或者终结，应予结案", "Executed or ended; the closing form is owed");
}

/// <summary>暂不能结案. Something is left to do again; the closing form is not owed.</summary>
[Alias("case.closing-not-owed")]
public sealed record ClosingNotOwed : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("又有未了事项，暂不能结案", "Something is left to do again; it cannot be closed yet");
}

/// <summary>缴纳期限未满. The party is urged only when its term for payment is over (行政强制法 第五十四条).</summary>
/// <param name="Until">缴纳期限. The last day.</param>
[GenerateSerializer, Immutable, Alias("refusal.payment-term-runs")]
public sealed record PaymentTermRuns(DateOnly Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"缴纳期限至{Until:yyyy-MM-dd}，尚未届满，不能催告", $"The term for payment runs until {Until:yyyy-MM-dd}; nobody is urged before it is over");
}

/// <summary>没有应缴金额. Nothing is owed.</summary>
[GenerateSerializer, Immutable, Alias("refusal.nothing-is-owed")]
public sealed record NothingIsOwed : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有尚未缴纳的罚没款", "Nothing is owed");
}

/// <summary>尚未催告. Before the court is asked, the party is urged (行政强制法 第五十四条).</summary>
[GenerateSerializer, Immutable, Alias("refusal.payment-not-urged")]
public sealed record PaymentNotUrged : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "申请人民法院强制执行前，应当催告当事人履行义务", "Before the court is asked to enforce, the party is urged to pay");
}

/// <summary>不在可申请强制执行的期间. The court may be asked on certain days only (行政强制法 第五十三条、第五十四条).</summary>
/// <param name="From">起. The first day.</param>
/// <param name="Until">止. The last day.</param>
[GenerateSerializer, Immutable, Alias("refusal.enforcement-not-open")]
public sealed record EnforcementNotOpen(DateOnly From, DateOnly Until) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"起诉期限和催告期满后，自{From:yyyy-MM-dd}起至{Until:yyyy-MM-dd}止，可以申请人民法院强制执行",
        $"The court may be asked from {From:yyyy-MM-dd} to {Until:yyyy-MM-dd}: "
            + "after the right to sue and the urging are over, within three months");
}

/// <summary>没有申请强制执行. The court was not asked, or its result is recorded.</summary>
[GenerateSerializer, Immutable, Alias("refusal.court-not-asked")]
public sealed record CourtNotAsked : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有待法院处理的强制执行申请", "No request for enforcement lies with the court");
}

/// <summary>强制执行申请尚在法院. What lies with the court is not ended by us.</summary>
[GenerateSerializer, Immutable, Alias("refusal.court-still-asked")]
public sealed record CourtStillAsked : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "强制执行申请尚在法院，请登记法院的执行结果", "The request lies with the court; record its result");
}
