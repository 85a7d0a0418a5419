using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// How a case ends, and what is learnt from it.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInClosing(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        CloseCase when state.MustTransfer => Required(state),
        CloseCase when state.Stage is not CaseStage.Execution => new CaseNotInStage(state.Stage),
        CloseCase c => DecideCloseCase(state, c, now),
        WithdrawCase when state.MustTransfer => Required(state),
        WithdrawCase when !state.IsUnderWay => new CaseNotInStage(state.Stage),
        WithdrawCase c => c.Grounds.Problem() is { } problem ? problem
            : state.OpenTasks is { IsEmpty: false } tasks ? new CaseHasOpenTasks([.. tasks])
            : new CaseWithdrawn(now.Day, c.Grounds.Trimmed()) { Facts = NotSoAfterAll(now) },
        RecordCaseFollowUp when state.Decision is null => new CaseNotInStage(state.Stage),
        RecordCaseFollowUp c => DecideRecordCaseFollowUp(c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInClosing(CaseState state, CaseEvent happened) => happened switch
    {
        CaseClosed e => Ended(state, CaseStage.Closed, new CaseEnd(e.On, e.Outcome, e.Grounds)),
        CaseWithdrawn e => Ended(state, CaseStage.Withdrawn, new CaseEnd(e.On, CaseOutcome.Withdrawn, e.Grounds)) with
        {
            IsUncounted = e.Facts is not null,
        },
        CaseFollowUpRecorded e => state with { FollowUps = state.FollowUps.Add(e.FollowUp) },
        _ => null,
    };

    private static Decision<CaseEvent> DecideCloseCase(CaseState state, CloseCase c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (state.Execution.AnnulledOn is not null != c.Outcome is CaseOutcome.Annulled)
        {
            return new InvalidInput(
                "outcome", "处罚决定被撤销的，且仅此情形，以“处罚决定被撤销”结案", "A case whose decision was annulled, and no other, is closed as annulled");
        }

        if (c.Outcome is not (CaseOutcome.Executed or CaseOutcome.EnforcedByCourt or CaseOutcome.ExecutionEnded or CaseOutcome.Annulled))
        {
            return new InvalidInput("outcome", "结案方式应为履行完毕、法院强制执行或者终结执行", "A case is closed as executed, enforced by the court, or with execution ended");
        }

        if (c.Outcome is CaseOutcome.EnforcedByCourt && state.Execution.EnforcementRequestedOn is null)
        {
            return new InvalidInput(
                "outcome",
                "没有申请过人民法院强制执行，不能以“法院强制执行”结案",
                "The court was never asked to enforce the decision; the case cannot be closed as enforced by it");
        }

        if (c.Outcome is CaseOutcome.Executed && state.Execution.ServedOn is null)
        {
            return new InvalidInput(
                "outcome", "处罚决定没有送达，应以“终结执行”结案", "The decision was never served; the case is closed with execution ended");
        }

        // What is paid was carried out; what is given up is given up because something is left (行政强制法 第四十条).
        var left = NotCarriedOut(state, now);
        if (c.Outcome is CaseOutcome.ExecutionEnded && left.IsEmpty && state is { Outstanding: 0, Execution.ServedOn: not null }
            && (state.Execution.EndedOn is null || state.Stands > 0))
        {
            return new InvalidInput(
                "outcome",
                "罚没款已经缴清，没有尚未执行的内容，应以“履行完毕”结案",
                "Everything is paid and nothing is left to give up: close the case as executed");
        }

        var unpaid = c.Outcome is CaseOutcome.Executed && state.Execution.Paid < state.Decision!.Penalty.Money;
        ImmutableArray<CaseTask> tasks =
        [
            .. state.OpenTasks.Concat(unpaid ? [CaseTask.PenaltyUnpaid] : []).Concat(c.Outcome is CaseOutcome.Executed ? left : [])
                .Distinct(),
        ];
        return tasks.IsEmpty ? new CaseClosed(now.Day, c.Outcome, c.Grounds.Trimmed()) : new CaseHasOpenTasks([.. tasks]);
    }

    /// <summary>
    /// What of a decision that stands was never done though nobody waits for it: a licence that it suspends or revokes is in force, or of
    /// the goods that were held nothing was confiscated. What cannot be done any more is given up, with its reason (程序规定 第七十七条).
    /// </summary>
    private static ImmutableArray<CaseTask> NotCarriedOut(CaseState state, Circumstances now) =>
    [
        .. TakesLicence(state) && !now.Required<LicencesStanding>().Numbers.IsEmpty ? [CaseTask.LicenceStanding] : Array.Empty<CaseTask>(),
        .. state is { Decision.Penalty.ConfiscatedGoods: > 0, Execution.AnnulledOn: null, Seizures.IsEmpty: false }
            && state.Seizures.All(one => one.Outcome is not (SeizureOutcome.Confiscated or SeizureOutcome.Destroyed
                or SeizureOutcome.HandedOver))
            ? [CaseTask.GoodsUnconfiscated] : Array.Empty<CaseTask>(),
    ];

    /// <summary>Whether a decision that stands suspends or revokes a licence.</summary>
    /// <param name="state">The case.</param>
    internal static bool TakesLicence(CaseState state) => state is { Decision.Penalty.Others: var others, Execution.AnnulledOn: null }
        && others.Any(kind => kind is PenaltyKind.LicenceSuspension or PenaltyKind.LicenceRevocation);

    private static Decision<CaseEvent> DecideRecordCaseFollowUp(RecordCaseFollowUp c, Circumstances now)
    {
        var wrong = Warned(c, out var warned);
        return FreeText.Missing("practice", c.Practice) is { } problem ? problem
            : wrong is not null ? wrong
            : warned.Length > 0 && now.Required<WarnedFound>().Unregistered is [var unknown, ..] ? NotRegistered(c, unknown)
            : new CaseFollowUpRecorded(new CaseFollowUp(now.Today, warned, c.Practice.Trim()));
    }

    private static Refusal NotRegistered(RecordCaseFollowUp c, string unknown) =>
        (Refusal?)ListParts.Problem(
            "warned",
            c.Warned,
            code => CreditCode.ParseCarried(code, out var read) is null && read.ToString() == unknown && read.Wrong is { } wrong
                ? wrong with { Field = "" }
                : null)
        ?? new PartyNotRegistered(unknown);

    /// <summary>The credit codes of the enterprises that a follow-up warns, each once; answers with what is wrong with one.</summary>
    internal static InvalidInput? Warned(RecordCaseFollowUp c, out ImmutableArray<string> warned)
    {
        var given = c.Warned.Select(FreeText.Given).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var codes = given.Select(text => (Wrong: CreditCode.ParseCarried(text, out var code), Code: code.ToString())).ToList();
        warned = [.. codes.Where(one => one.Wrong is null).Select(one => one.Code).Distinct(StringComparer.Ordinal)];
        return ListParts.Problem(
            "warned",
            c.Warned,
            code => FreeText.Given(code) is { } said && CreditCode.ParseCarried(said, out _) is { } wrong ? wrong with { Field = "" } : null);
    }
}

/// <summary>警示规范记录. 查处一起案件，警示一批企业，规范一类行为 (R3.2.4).</summary>
/// <param name="RecordedOn">登记日期. The day (Asia/Shanghai).</param>
/// <param name="Warned">受警示企业. The credit codes of the enterprises that were warned.</param>
/// <param name="Practice">规范行为. Which practice was corrected.</param>
[GenerateSerializer, Immutable, Alias("case-follow-up")]
public sealed record CaseFollowUp(DateOnly RecordedOn, ImmutableArray<string> Warned, string Practice);

/// <summary>结案方式. How a case was closed.</summary>
[JsonConverter(typeof(WireNameConverter<CaseOutcome>))]
public enum CaseOutcome
{
    /// <summary>The penalty was carried out.</summary>
    [Term("履行完毕", "the penalty was carried out")]
    Executed,

    /// <summary>The court enforced it.</summary>
    [Term("法院强制执行", "enforced by the court")]
    EnforcedByCourt,

    /// <summary>Execution ended without success.</summary>
    [Term("终结执行", "execution ended")]
    ExecutionEnded,

    /// <summary>It was not filed.</summary>
    [Term("不予立案", "not filed")]
    NotFiled,

    /// <summary>It was withdrawn.</summary>
    [Term("撤销案件", "withdrawn")]
    Withdrawn,

    /// <summary>The decision was annulled upon a challenge and is not made anew.</summary>
    [Term("处罚决定被撤销", "the decision was annulled")]
    Annulled,

    /// <summary>A court judged what was transferred (程序规定 第七十七条).</summary>
    [Term("司法机关已判决", "judged by a court")]
    Judged,

    /// <summary>No penalty was given.</summary>
    [Term("不予处罚", "no penalty")]
    NoPenalty,

    /// <summary>The investigation was terminated.</summary>
    [Term("终止调查", "investigation terminated")]
    Terminated,

    /// <summary>Another authority has it.</summary>
    [Term("移送其他机关", "passed on to another authority")]
    PassedOn,
}

/// <summary>终结. How a case ended.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Outcome">方式. How.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case-end")]
public sealed record CaseEnd(DateOnly On, CaseOutcome Outcome, Grounds Grounds);

/// <summary>结案. Closes the case when nothing is left to do. Refused while the duty to transfer stands.</summary>
/// <param name="Outcome">结案方式. How: executed, enforced by the court, or execution ended.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.close"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks>]
public sealed record CloseCase(CaseOutcome Outcome, Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Closing;
}

/// <summary>撤销案件. Withdraws a case in which the act does not stand (程序规定 第四十七条). Refused while the duty to transfer stands.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.withdraw"), AllowedTo(Proposers), Dated]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks>]
public sealed record WithdrawCase(Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Closing;
}

/// <summary>登记警示规范情况. Records which enterprises were warned and which practice was corrected (R3.2.4).</summary>
/// <param name="Practice">规范行为. Which practice was corrected.</param>
/// <param name="Warned">受警示企业. Their credit codes.</param>
[GenerateSerializer, Immutable, Alias("case.record-follow-up"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, PartyNotRegistered>]
public sealed record RecordCaseFollowUp([Longest(1000)] string Practice, [Optional, Most(200)] ImmutableArray<string> Warned) : CaseCommand;

/// <summary>受警示企业登记情况. What the shell found out of the enterprises that a follow-up names.</summary>
/// <param name="Unregistered">未登记企业. Credit codes that no enterprise is registered under.</param>
public sealed record WarnedFound(ImmutableArray<string> Unregistered);

/// <summary>已结案. The case is closed.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Outcome">结案方式. How.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.closed")]
public sealed record CaseClosed(DateOnly On, CaseOutcome Outcome, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"结案：{Terms.Of(Outcome).Chinese}", $"Closed: {Terms.Of(Outcome).English}");
}

/// <summary>案件已撤销. The case was withdrawn.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.withdrawn")]
public sealed record CaseWithdrawn(DateOnly On, Grounds Grounds) : CaseStep(Grounds), IUncounts
{
    /// <inheritdoc/>
    public ImmutableArray<CountedFact>? Facts { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销案件：{Grounds.Reason}", $"Withdrawn: {Grounds.Reason}");
}

/// <summary>警示规范情况已登记. What followed from the case.</summary>
/// <param name="FollowUp">警示规范记录. What followed.</param>
[Alias("case.follow-up-recorded")]
public sealed record CaseFollowUpRecorded(CaseFollowUp FollowUp) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"警示企业{FollowUp.Warned.Length}家", $"{FollowUp.Warned.Length} enterprises were warned");
}

/// <summary>尚有未了事项. Something has to be done before the case is closed.</summary>
/// <param name="Tasks">未了事项. What.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-has-open-tasks")]
public sealed record CaseHasOpenTasks(IReadOnlyList<CaseTask> Tasks) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"尚有未了事项：{Terms.OfAll(Tasks).Chinese}", $"Something is left to do: {Terms.OfAll(Tasks).English}");
}
