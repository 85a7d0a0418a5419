using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// How a penalty is paid or enforced.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInExecution(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AllowInstalments or RequestCourtEnforcement or ExecutePenalty when state.Stage is not CaseStage.Execution => new CaseNotInStage(state.Stage),
        AllowInstalments c => DecideAllowInstalments(state, c, now),
        RequestCourtEnforcement c => c.Grounds.Problem() is { } problem ? problem
            : state.Execution.EnforcementRequestedOn is not null ? Decision<CaseEvent>.AlreadySo
            : new CourtEnforcementRequested(now.Today, c.Grounds.Trimmed()),
        ExecutePenalty c => DecideExecutePenalty(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInExecution(CaseState state, CaseEvent happened) => happened switch
    {
        InstalmentsAllowed e => state with
        {
            Execution = state.Execution with { InstalmentsUntil = e.Until },
            Clocks = state.Clocks.Extend(CaseDeadlines.Payment, 0, e.Extension),
        },
        CourtEnforcementRequested e => state with { Execution = state.Execution with { EnforcementRequestedOn = e.On }, Clocks = state.Clocks.Stop(CaseDeadlines.Payment) },
        PenaltyExecuted e => state with
        {
            Execution = state.Execution with { Paid = state.Execution.Paid + e.Amount },
            Clocks = state.Execution.Paid + e.Amount >= (state.Decision?.Penalty.Money ?? 0) ? state.Clocks.Stop(CaseDeadlines.Payment) : state.Clocks,
        },
        _ => null,
    };

    private static Decision<CaseEvent> DecideAllowInstalments(CaseState state, AllowInstalments c, Circumstances now)
    {
        if (c.Grounds.Problem() is { } problem)
        {
            return problem;
        }

        if (state.Clocks.Find(CaseDeadlines.Payment) is not { DueAt: { } due })
        {
            return new NoSuchItem("until", 0);
        }

        var days = c.Until.DayNumber - ShanghaiTime.LastDayBefore(due).DayNumber;
        return days is < 1 or > 3650 || c.Until < now.Today
            ? new InvalidInput("until", "最后缴纳日期应晚于现在的缴纳期限", "The last day must be later than the present one")
            : new InstalmentsAllowed(c.Until, new ClockExtension(days, "行政机关负责人", c.Grounds.Trimmed().DocumentNumber ?? ""), c.Grounds.Trimmed());
    }

    private static Decision<CaseEvent> DecideExecutePenalty(CaseState state, ExecutePenalty c, Circumstances now)
    {
        // With the surcharge of 3 % a day, which is at most the fine again (行政处罚法 第七十二条).
        var most = state.Decision!.Penalty.Money + state.Decision.Penalty.Fine;
        return (NotAfter("paidOn", c.PaidOn, now.Today)) is { } problem ? problem
            : c.Amount.Fen <= 0 || state.Execution.Paid + c.Amount.Fen > most ? new InvalidInput("amountCny", "金额应大于零，且累计不超过罚没款及加处罚款", "The amount must be above zero and, together, not above penalty and surcharge")
            : c.PaidOn < state.Decision.DecidedOn ? new InvalidInput("paidOn", "缴纳日期早于决定日期", "It cannot have been paid before it was decided")
            : new PenaltyExecuted(c.Amount.Fen, c.PaidOn, FreeText.Given(c.DocumentNumber));
    }
}

/// <summary>执行. What has become of a decision. Money in 分.</summary>
/// <param name="ServedOn">送达日期. The day it was served, or null.</param>
/// <param name="Paid">已缴金额. What was collected.</param>
/// <param name="InstalmentsUntil">分期至. The last day of instalments that were allowed, or null.</param>
/// <param name="EnforcementRequestedOn">申请强制执行日期. The day the court was asked to enforce it, or null.</param>
/// <param name="PublishedOn">公示日期. The day it was published, or null.</param>
[GenerateSerializer, Immutable, Alias("case-execution")]
public sealed record CaseExecution(DateOnly? ServedOn, long Paid, DateOnly? InstalmentsUntil, DateOnly? EnforcementRequestedOn, DateOnly? PublishedOn)
{
    /// <summary>Nothing yet.</summary>
    public static CaseExecution None { get; } = new(null, 0, null, null, null);
}

/// <summary>准予延期、分期缴纳. Lets the party pay later or in parts (行政处罚法 第六十六条).</summary>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.allow-instalments"), AllowedTo(Proposers)]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record AllowInstalments(DateOnly Until, Grounds Grounds) : CaseCommand, INeedsApproval
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Extension;
}

/// <summary>申请法院强制执行. Asks the court to enforce the decision (行政强制法 第五十三条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.request-court-enforcement"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage>]
public sealed record RequestCourtEnforcement(Grounds Grounds) : CaseCommand;

/// <summary>执行处罚. Records what was collected.</summary>
/// <param name="Amount">金额. What was paid.</param>
/// <param name="PaidOn">缴纳日期. The day; not after today.</param>
/// <param name="DocumentNumber">票据编号.</param>
[GenerateSerializer, Immutable, Alias("case.execute-penalty"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record ExecutePenalty(Yuan Amount, DateOnly PaidOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>已准予延期、分期缴纳. The party may pay later or in parts.</summary>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Extension">延长. By how much the term of payment is longer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.instalments-allowed")]
public sealed record InstalmentsAllowed(DateOnly Until, ClockExtension Extension, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"准予延期、分期缴纳至{Until:yyyy-MM-dd}", $"Payment allowed until {Until:yyyy-MM-dd}");
}

/// <summary>已申请强制执行. The court was asked to enforce the decision.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.court-enforcement-requested")]
public sealed record CourtEnforcementRequested(DateOnly On, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("申请人民法院强制执行", "Court enforcement requested");
}

/// <summary>罚没款已缴. Something was collected.</summary>
/// <param name="Amount">金额. In 分.</param>
/// <param name="PaidOn">缴纳日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">票据编号. Or null.</param>
[Alias("case.penalty-executed")]
public sealed record PenaltyExecuted(long Amount, DateOnly PaidOn, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"缴纳罚没款{CaseTexts.Yuan(Amount)}元", $"Paid {CaseTexts.Yuan(Amount)} yuan");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}
