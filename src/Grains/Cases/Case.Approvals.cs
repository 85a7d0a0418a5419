using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What officers propose and the head decides.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInApprovals(CaseState state, CaseCommand command, Circumstances now)
    {
        return command switch
        {
            _ when !now.Knows<UnderApproval>() && StepOf(state, command) is { } step => Proposed(step),
            ApproveCaseStep c => DecideApproveCaseStep(state, c, now),
            ReturnCaseStep c => DecideReturnCaseStep(state, c, now),
            _ => Decision<CaseEvent>.NotOfThisStage,
        };

        // What would be refused when it is approved is refused when it is proposed: the officer learns it at once, and the head is not
        // asked in vain.
        Decision<CaseEvent> Proposed(ApprovalStep step)
        {
            var effect = DecideByStage(state, command, now.With(new UnderApproval(0)));
            if (effect.Refusal is not null || effect.Events.IsEmpty)
            {
                return effect;
            }

            var (name, body) = Concept.WriteCommand(command with { ExpectedVersion = null });
            return state.Approvals.FirstOrDefault(one => one.IsPending && IsSame(one)) is { } same
                ? new ApprovalPending(same.Number, same.AskedBy)
                : new CaseApprovalAsked(
                    new ApprovalRequest(state.Approvals.Length + 1, step, name, body, effect.Events[0].Summary, now.Actor.User, now.Now));

            // Of measures there may be several at a time, on different goods; of other steps one on each subject.
            bool IsSame(ApprovalRequest other) => other.Command == name
                && (command is SeizeGoods ? other.Body == body : Equals(SubjectOf(ProposedBy(other)), SubjectOf(command)));
        }
    }

    // Whom or what a step is about: the same step on another subject is another proposal, and does not wait for the first.
    private static object? SubjectOf(CaseCommand command) => command switch
    {
        AskRecusal c => AccountName.Normalise(c.Person),
        ExtendCaseClock c => (c.Clock, c.Clock is CaseClock.Seizure ? c.Item ?? 0 : 0),
        EndCasePause c => c.Pause,
        PauseCase c => c.Reason,
        EndSeizure c => c.Seizure,
        CorrectSeizureEnd c => c.Seizure,
        ConfirmMeasure c => c.Seizure,
        CorrectCaseParty c => c.Party,
        _ => null,
    };

    // What can be approved no more, because of several ends that were proposed side by side another was decided. While the police have the
    // case, what waits may be decided when it comes back.
    private static ImmutableArray<int> Overtaken(CaseState state) =>
    [
        .. state.Approvals.Where(one => one.IsPending && ProposedBy(one) switch
        {
            FileCase or DecideNotToFile => state.Stage is not CaseStage.Lead,
            DecidePenalty or DecideNoPenalty or TerminateCase or WithdrawCase or PassOnCase =>
                state.Stage is CaseStage.Decided or CaseStage.Execution,
            _ => false,
        }).Select(one => one.Number),
    ];

    private static CaseCommand ProposedBy(ApprovalRequest request) => (CaseCommand)Concept.ReadCommand(request.Command, request.Body);

    // That the investigation is resumed is decided by whoever decided that it rests (程序规定 第六十四条); other pauses end by themselves.
    private static ApprovalStep? StepOf(CaseState state, CaseCommand command) => command switch
    {
        EndCasePause c => state.Pauses.Any(one => one.Number == c.Pause && one.Pause.Reason is PauseReason.Stay) ? ApprovalStep.Stay : null,
        EndSeizure c when NeedsNoLeave(state, c) => null,
        // That the name in a decision was a slip of the pen is said by whoever decides (行政处罚法 第五十七条).
        CorrectCaseParty c => IsSlipOfDecision(state, c) ? ApprovalStep.Penalty : null,
        INeedsApproval { Approval: { } step } => step,
        _ => null,
    };

    private static CaseState? ApplyInApprovals(CaseState state, CaseEvent happened) => happened switch
    {
        CaseApprovalAsked e => state with { Approvals = state.Approvals.Add(e.Request) },
        CaseStepApproved e =>
            state with { Approvals = state.Approvals.Decided(e.Approval, ApprovalOutcome.Approved, e.By, e.At, e.Opinion) },
        CaseStepReturned e => state with
        {
            Approvals = state.Approvals.Decided(
                e.Approval,
                e.IsTakenBack ? ApprovalOutcome.Withdrawn : ApprovalOutcome.Returned,
                e.By,
                e.At,
                e.Reason),
        },
        CaseProposalsLapsed e => state with
        {
            Approvals = state.Approvals.Lapsed(one => e.Approvals.Contains(one.Number)),
        },
        _ => null,
    };

    /// <summary>
    /// The command that another carries out: what a proposal holds, where it is approved. The shell finds out for it what it would for
    /// the command itself.
    /// </summary>
    /// <param name="state">The case, or null.</param>
    /// <param name="command">The command that was given.</param>
    internal static CaseCommand? Carried(CaseState? state, CaseCommand command) =>
        (command switch
        {
            ApproveCaseStep c => Approvable(state, c.Approval, c.On),
            DecideRecusalTogether c => PendingRecusal(state, c.Approval),
            _ => null,
        }) is { } request ? ProposedBy(request) : null;

    /// <summary>
    /// Who decides no proposal in a case: whoever has another part in it, and while it is not decided whether somebody has to step aside,
    /// that person (行政处罚法 第四十三条).
    /// </summary>
    /// <param name="state">The case.</param>
    /// <returns>User names.</returns>
    public static IEnumerable<string> NotToDecide(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.TookPart.Concat(state.Approvals
            .Where(one => one is { IsPending: true, Step: ApprovalStep.Recusal })
            .Select(one => AccountName.Normalise(((AskRecusal)ProposedBy(one)).Person)));
    }

    /// <summary>
    /// Whom the step itself makes an investigator does not approve it: nobody decides what they investigate (行政处罚法 第四十二条、第五十七条).
    /// </summary>
    /// <param name="request">The proposal.</param>
    /// <returns>User names.</returns>
    public static ImmutableArray<string> NamedBy(ApprovalRequest request) =>
        request is null ? [] : OfficerNames.Of((ProposedBy(request) as INamesOfficers)?.Officers);

    /// <summary>
    /// 提请日期. The day on which a step was proposed: that on which it was entered, or the earlier day which it says that it was done; a
    /// measure on the spot is reported when it is taken (行政强制法 第十九条).
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="request">One of its proposals.</param>
    public static DateOnly ProposedOn(CaseState state, ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        var entered = ShanghaiTime.DayOf(request.AskedAt);
        var said = ProposedBy(request) switch
        {
            ConfirmMeasure c => state.Seizures.FirstOrDefault(one => one.Number == c.Seizure)?.DecidedOn,
            var command => ActDay.Of(command),
        };
        return said < entered ? said.Value : entered;
    }

    /// <summary>
    /// 待批事项. The proposal that waits for the head and by which a term would be met or put off: from then on the head lets it pass, and no
    /// officer.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="kind">What is owed.</param>
    /// <param name="item">Which of several.</param>
    internal static ApprovalRequest? WaitingFor(CaseState state, string kind, int item) =>
        state.Approvals.FirstOrDefault(one => one.IsPending && Meets(ProposedBy(one), kind, item));

    private static bool Meets(CaseCommand proposed, string kind, int item) => (proposed, kind) switch
    {
        (FileCase or DecideNotToFile, CaseDeadlines.Filing) => true,
        (DecideNoPenalty or TerminateCase or PassOnCase, CaseDeadlines.Filing or CaseDeadlines.Decision) => true,
        (DecidePenalty or WithdrawCase, CaseDeadlines.Decision) => true,
        (RecordCompetence, CaseDeadlines.Competence) or (CloseCase, CaseDeadlines.Closing) => true,
        (ConfirmMeasure c, CaseDeadlines.MeasureApproval) => c.Seizure == item,
        (EndSeizure c, CaseDeadlines.Seizure or CaseDeadlines.Preservation) => c.Seizure == item,
        (ExtendCaseClock c, _) => (KindOf(c.Clock), c.Clock is CaseClock.Seizure ? c.Item ?? 0 : 0) == (kind, item),
        _ => false,
    };

    private static ApprovalRequest? Pending(CaseState? state, int number) =>
        state?.Approvals.FirstOrDefault(one => one.Number == number && one.IsPending);

    // What was taken on the spot is lifted unless it is approved within 24 hours; that the head approved it by then may be entered later
    // (行政强制法 第十九条).
    private static ApprovalRequest? Approvable(CaseState? state, int number, DateOnly? on) => Pending(state, number)
        ?? state?.Approvals.FirstOrDefault(one => state.IsOpen && one.Number == number && one.Outcome is ApprovalOutcome.Lapsed
            && ProposedBy(one) is ConfirmMeasure confirm
            && state.Seizures.Any(held => held.Number == confirm.Seizure && on <= held.LiftedOn));

    // The case may have been filed since: what is done about a measure, and its approval, follow the measure alone (行政处罚法 第五十六条,
    // 行政强制法 第十九条). To confiscate, to destroy and to hand over follow the decision and the police, which come after the filing (行政强制法
    // 第二十一条、第二十七条). Goods are held and samples taken while it is looked whether to file, too (程序规定 第十八条): they follow the
    // lead, and a result its test.
    private static bool FollowsMeasureAlone(CaseState state, CaseCommand command) => command switch
    {
        SeizeGoods or OrderTest or RecordTestResult or WithdrawTest => true,
        EndSeizure { Outcome: SeizureOutcome.Destroyed, Early: null } => false,
        EndSeizure { Outcome: not (SeizureOutcome.Confiscated or SeizureOutcome.HandedOver) } or ConfirmMeasure => true,
        ApproveCaseStep c => Approvable(state, c.Approval, c.On) is { } request && FollowsMeasureAlone(state, ProposedBy(request)),
        _ => false,
    };

    private static Decision<CaseEvent> DecideApproveCaseStep(CaseState state, ApproveCaseStep c, Circumstances now)
    {
        if (Approvable(state, c.Approval, c.On) is not { } request)
        {
            return new NothingToDecide(c.Approval);
        }

        if (Approving.Problem(request, ProposedOn(state, request), NotToDecide(state).Concat(NamedBy(request)), now) is { } problem)
        {
            return problem;
        }

        var carried = Carried(state, c)!;
        var effective = carried with { On = EffectiveOn(state, request, now) };
        var effect = DecideByStage(state, effective, now.With(new UnderApproval(request.Number)).For(effective));
        return effect.Refusal is { } refusal ? refusal : (List<CaseEvent>)
        [
            new CaseStepApproved(request.Number, now.Actor.User, now.Now, FreeText.Given(c.Opinion), request.Summary),
            .. effect.Events,
        ];
    }

    // It takes effect on the day of its approval, not on the day it was proposed; but that a preservation was given up before it lapsed,
    // and is entered after, was so on the day it says (行政处罚法 第五十六条). What was proposed in time and not approved by then
    // was not decided in time; and goods are sealed or seized when the head approves that, on no day before (行政强制法 第十八条).
    private static DateOnly? EffectiveOn(CaseState state, ApprovalRequest request, Circumstances now) =>
        now.ActedOn is null && ProposedBy(request) is EndSeizure { On: { } day, Outcome: not SeizureOutcome.TurnedIntoSeizure } late
            && state.Seizures.Any(one => one.Number == late.Seizure && one.IsHeldOn(day)
                && ShanghaiTime.DayOf(request.AskedAt) > one.LapsedOn)
            ? day : now.ActedOn;

    // The day on which what is entered was done, where that is not today; null where it was done as it is entered.
    private static DateOnly? DayOf(CaseState state, CaseCommand command, Circumstances now) =>
        command is ApproveCaseStep c && Approvable(state, c.Approval, c.On) is { } request
            ? EffectiveOn(state, request, now)
            : Corrected(state, command, now.Calendar) ?? ActDay.Of(command);

    // A clock that a correction moves lapsed by no fault of anybody's, as far as it had lapsed after the earlier of both days.
    private static DateOnly? Corrected(CaseState state, CaseCommand command, WorkingCalendar calendar) => command switch
    {
        CorrectServedDecision { ServedOn: { } servedOn } => Earliest(servedOn, state.Execution.ServedOn),
        CorrectServedDecision { NoticePublishedOn: { } put } => Earliest(NoticeOn(put, "", calendar).ServedOn, state.Execution.ServedOn),
        CorrectCaseAct { DoneOn: { } doneOn } c => Earliest(doneOn, RecordedAct(state, c.Act, calendar)?.On),
        CorrectTestResult { ResultOn: { } resultOn } c => Earliest(
            resultOn, state.Tests.FirstOrDefault(one => one.Number == c.Test)?.ResultOn),
        CorrectPayment c => Earliest(
            c.PaidOn, state.Execution.Payments.FirstOrDefault(one => one.Number == c.Payment)?.PaidOn),
        CorrectChallenge { EndedOn: { } endedOn } c => Earliest(
            endedOn, state.Challenges.FirstOrDefault(one => one.Number == c.Challenge)?.EndedOn),
        _ => null,
    };

    private static Decision<CaseEvent> DecideReturnCaseStep(CaseState state, ReturnCaseStep c, Circumstances now)
    {
        if (FreeText.Missing("reason", c.Reason) is { } missing)
        {
            return missing;
        }

        if (Pending(state, c.Approval) is not { } request)
        {
            return new NothingToDecide(c.Approval);
        }

        var isTakenBack = now.Actor.User == request.AskedBy;
        if (!isTakenBack && Approving.Problem(request, ProposedOn(state, request), NotToDecide(state), now) is { } problem)
        {
            return problem;
        }

        var returned = new CaseStepReturned(request.Number, now.Actor.User, now.Now, c.Reason.Trim(), isTakenBack, request.Summary);

        // A measure taken on the spot that the head does not approve is lifted at once (行政强制法 第十九条).
        return Carried(state, new ApproveCaseStep(c.Approval, null)) is ConfirmMeasure measure
            ? (CaseEvent[])[
                returned,
                new SeizureEnded(measure.Seizure, now.Today, SeizureOutcome.Released, new Grounds(c.Reason.Trim(), "行政强制法 第十九条"))
            ]
            : returned;
    }
}

/// <summary>
/// 批准. Approves a step that was proposed; it takes effect at once. By the head or an authorised deputy who has no other part in the case.
/// </summary>
/// <param name="Approval">审批序号. The proposal's number in the case.</param>
/// <param name="Opinion">审批意见. What the head says to it.</param>
[GenerateSerializer, Immutable, Alias("case.approve-step"), AllowedTo(Deciders), ForEveryOfficer(ByThoseWhoDecide), Dated, CarriesOut]
[Refuses<NothingToDecide, NotAuthorisedToDecide, DeciderTookPart>]
public sealed record ApproveCaseStep(int Approval, [Longest(1000)] string? Opinion) : CaseCommand, IDecidesProposals;

/// <summary>退回. Returns a step that was proposed, with a reason; whoever proposed it takes it back by the same.</summary>
/// <param name="Approval">审批序号. The proposal's number in the case.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("case.return-step"), AllowedTo(Deciders), ForEveryOfficer(ByThoseWhoDecide)]
[Refuses<NothingToDecide, NotAuthorisedToDecide, DeciderTookPart>]
public sealed record ReturnCaseStep(int Approval, [Longest(Grounds.LongestReason)] string Reason) : CaseCommand, IDecidesProposals;

/// <summary>已提请审批. A step was proposed; it takes effect when the head approves it.</summary>
/// <param name="Request">审批事项. What was proposed, by whom.</param>
[Alias("case.approval-asked")]
public sealed record CaseApprovalAsked(ApprovalRequest Request) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提请审批：{Request.Summary.Chinese}", $"Proposed: {Request.Summary.English}");
}

/// <summary>提请失效原因. Why a proposal needs no decision any more.</summary>
[JsonConverter(typeof(WireNameConverter<LapsedBecause>))]
public enum LapsedBecause
{
    /// <summary>The measure on goods that it would have ended has ended.</summary>
    [Term("所涉措施已经结束", "the measure has ended")]
    MeasureEnded,

    /// <summary>Whoever proposed it has no part in the case any more (行政处罚法 第四十三条).</summary>
    [Term("提请人已经回避", "whoever proposed it has stepped aside")]
    ProposerRecused,

    /// <summary>It rested on a deliberation in which somebody took part who has stepped aside since (行政处罚法 第四十三条、第五十七条).</summary>
    [Term("所依据的集体讨论应当重新进行", "the heads deliberate anew")]
    DeliberationVoid,

    /// <summary>Another proposal was approved that leaves no room for it: of several ends of a case one is decided.</summary>
    [Term("本案已另作决定", "something else was decided")]
    DecidedOtherwise,
}

/// <summary>提请已失效. Proposals need no decision any more.</summary>
/// <param name="Approvals">审批序号. Which.</param>
/// <param name="Because">原因. Why.</param>
[Alias("case.proposals-lapsed")]
public sealed record CaseProposalsLapsed(ImmutableArray<int> Approvals, LapsedBecause Because) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"第{string.Join('、', Approvals)}号提请失效：{Terms.Of(Because).Chinese}",
        $"Proposal {string.Join(", ", Approvals)} lapsed: {Terms.Of(Because).English}");
}

/// <summary>已批准. The head approved a step; what it led to follows.</summary>
/// <param name="Approval">审批序号. Which.</param>
/// <param name="By">审批人. User name.</param>
/// <param name="At">审批时刻. When (UTC).</param>
/// <param name="Opinion">审批意见. Or null.</param>
/// <param name="What">摘要. What was approved.</param>
[Alias("case.step-approved")]
public sealed record CaseStepApproved(int Approval, string By, DateTimeOffset At, string? Opinion, BilingualText What) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"批准：{What.Chinese}", $"Approved: {What.English}");
}

/// <summary>已退回. The head returned a step, or whoever proposed it took it back.</summary>
/// <param name="Approval">审批序号. Which.</param>
/// <param name="By">办理人. User name.</param>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="IsTakenBack">由提请人撤回. Whether it was taken back.</param>
/// <param name="What">摘要. What was returned.</param>
[Alias("case.step-returned")]
public sealed record CaseStepReturned(
    int Approval,
    string By,
    DateTimeOffset At,
    string Reason,
    bool IsTakenBack,
    BilingualText What) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => IsTakenBack
        ? new($"撤回提请：{What.Chinese}", $"Taken back: {What.English}")
        : new($"退回：{What.Chinese}，{Reason}", $"Returned: {What.English}, {Reason}");
}
