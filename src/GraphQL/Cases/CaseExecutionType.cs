using GraphQL;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Cases;

/// <summary>执行. What has become of a decision: its service, its payment, its enforcement, its publication.</summary>
/// <param name="state">The case.</param>
[Name("CaseExecution"), ReadableBy(Readers.Bureau)]
public sealed class CaseExecutionType(CaseState state)
{
    private readonly CaseExecution _execution = state.Execution;

    /// <summary>送达方式. Null before it is served, and where that was not recorded.</summary>
    public ServiceWay? ServiceWay => _execution.Way;

    /// <summary>电子送达确认书编号. By which the party agreed to electronic service.</summary>
    public string? ConsentDocument => _execution.Consent;

    /// <summary>公告日期. The day the public notice was put up by which it is served.</summary>
    public DateOnly? NoticePublishedOn => _execution.Notice?.PublishedOn;

    /// <summary>公告期满日. The day at whose end it counts as served by the notice.</summary>
    public DateOnly? NoticeUntil => _execution.Notice?.ServedOn;

    /// <summary>缴纳期限. The last day on which it can be paid without surcharge.</summary>
    /// <param name="calendars">Given by the engine.</param>
    public DateOnly? PaymentUntil([FromServices] ICalendarSource calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return Grains.Cases.Surcharge.LastDayOf(state, calendars.Current);
    }

    /// <summary>加处罚款（元）. What has accrued by today, or by a given day, and was not waived (行政处罚法 第七十二条).</summary>
    /// <param name="calendars">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="on">The day; today when left out.</param>
    public decimal SurchargeCny([FromServices] ICalendarSource calendars, [FromServices] TimeProvider time, DateOnly? on = null) =>
        Money.Yuan(SurchargeOn(on, calendars, time));

    /// <summary>已减免的加处罚款（元）.</summary>
    public decimal WaivedCny => Money.Yuan(_execution.Waived);

    /// <summary>尚应缴纳（元）. Penalty and surcharge by today, or by a given day, less what was paid.</summary>
    /// <param name="calendars">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="on">The day; today when left out.</param>
    public decimal OwedCny([FromServices] ICalendarSource calendars, [FromServices] TimeProvider time, DateOnly? on = null) => Money.Yuan(
        Math.Max(0, state.Stands + SurchargeOn(on, calendars, time) - (_execution.Paid - _execution.Refunded - _execution.ToRefund)));

    /// <summary>缴款. Every payment, also where it was corrected.</summary>
    public IReadOnlyList<CasePaymentType> Payments => [.. _execution.Payments.Select(one => new CasePaymentType(one))];

    /// <summary>退款. What was given back, each time, also where it was corrected.</summary>
    public IReadOnlyList<CaseRefundType> Refunds => [.. _execution.Refunds.Select(one => new CaseRefundType(one))];

    /// <summary>已缴金额（元）. What was collected, before anything was given back.</summary>
    public decimal PaidCny => Money.Yuan(_execution.Paid);

    /// <summary>实收金额（元）. What was collected less what was given back; the forms count that.</summary>
    public decimal NetPaidCny => Money.Yuan(_execution.Paid - _execution.Refunded);

    /// <summary>应退金额（元）. What has still to be given back.</summary>
    public decimal ToRefundCny => Money.Yuan(_execution.ToRefund);

    /// <summary>已退金额（元）.</summary>
    public decimal RefundedCny => Money.Yuan(_execution.Refunded);

    /// <summary>起诉期限. The last day on which the party may sue.</summary>
    public DateOnly? SuitUntil => _execution.SuitUntil;

    /// <summary>催告日期. The day the urging was served.</summary>
    public DateOnly? UrgedOn => _execution.UrgedOn;

    /// <summary>可申请强制执行之日. From when the court may be asked; null before the party was urged.</summary>
    /// <param name="calendars">Given by the engine.</param>
    public DateOnly? EnforceableFrom([FromServices] ICalendarSource calendars) => WindowOf(calendars)?.From;

    /// <summary>申请强制执行的末日. Until when the court may be asked; null before the party was urged.</summary>
    /// <param name="calendars">Given by the engine.</param>
    public DateOnly? EnforceableUntil([FromServices] ICalendarSource calendars) => WindowOf(calendars)?.Until;

    /// <summary>法院执行结果.</summary>
    public CourtResult? EnforcementResult => _execution.Result;

    /// <summary>终结执行日期.</summary>
    public DateOnly? ExecutionEndedOn => _execution.EndedOn;

    /// <summary>终结执行情形. Null where execution was not ended, and where that was not recorded.</summary>
    public ExecutionEndGround? ExecutionEndedBecause => state.ExecutionEndedBecause;

    /// <summary>公示档次. Null before it is published, and where that was not recorded.</summary>
    public PublicityTier? PublicationTier => _execution.Publication?.Tier;

    /// <summary>公示至. The last day.</summary>
    public DateOnly? PublicationUntil => _execution.Publication?.Until;

    /// <summary>可提前停止公示之日. Null where it may not be ended early.</summary>
    public DateOnly? PublicationEndableFrom => _execution.Publication?.EndableFrom;

    /// <summary>停止公示日期.</summary>
    public DateOnly? PublicationEndedOn => _execution.Publication?.EndedOn;

    /// <summary>撤回公示日期.</summary>
    public DateOnly? PublicationWithdrawnOn => _execution.Publication?.WithdrawnOn;

    /// <summary>撤销日期. The day the decision was annulled and is not made anew.</summary>
    public DateOnly? AnnulledOn => _execution.AnnulledOn;

    private long SurchargeOn(DateOnly? on, ICalendarSource calendars, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(time);
        var day = on ?? ShanghaiTime.DayOf(time.GetUtcNow());
        return Math.Max(0, Grains.Cases.Surcharge.On(state, day, calendars.Current) - _execution.Waived);
    }

    private (DateOnly From, DateOnly Until)? WindowOf(ICalendarSource calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return Case.EnforcementWindow(state, calendars.Current);
    }
}

/// <summary>缴款. One payment of a penalty.</summary>
/// <param name="payment">As the case has it.</param>
[Name("CasePayment"), ReadableBy(Readers.Bureau)]
public sealed class CasePaymentType(CasePayment payment)
{
    /// <summary>序号. Its number in the case.</summary>
    public int Number => payment.Number;

    /// <summary>金额（元）.</summary>
    public decimal AmountCny => Money.Yuan(payment.Amount);

    /// <summary>缴纳日期.</summary>
    public DateOnly PaidOn => payment.PaidOn;

    /// <summary>票据编号.</summary>
    public string? DocumentNumber => payment.Document;

    /// <summary>曾更正. Whether it was corrected; the history shows from what.</summary>
    public bool WasCorrected => payment.WasCorrected;
}

/// <summary>退款. What was given back at one time.</summary>
/// <param name="refund">As the case has it.</param>
[Name("CaseRefund"), ReadableBy(Readers.Bureau)]
public sealed class CaseRefundType(CaseRefund refund)
{
    /// <summary>序号. Its number in the case.</summary>
    public int Number => refund.Number;

    /// <summary>金额（元）.</summary>
    public decimal AmountCny => Money.Yuan(refund.Amount);

    /// <summary>退还日期.</summary>
    public DateOnly RefundedOn => refund.RefundedOn;

    /// <summary>退款凭证编号.</summary>
    public string DocumentNumber => refund.Document;
}

/// <summary>行政复议、行政诉讼. A reconsideration or a suit against the decision.</summary>
/// <param name="challenge">As the case has it.</param>
[Name("CaseChallenge"), ReadableBy(Readers.Bureau)]
public sealed class CaseChallengeType(CaseChallenge challenge)
{
    /// <summary>序号. Its number in the case.</summary>
    public int Number => challenge.Number;

    /// <summary>救济途径.</summary>
    public ChallengeKind Kind => challenge.Kind;

    /// <summary>收到日期. The day on which the body received it.</summary>
    public DateOnly ReceivedOn => challenge.ReceivedOn;

    /// <summary>受理机关.</summary>
    public string Body => challenge.Body;

    /// <summary>案号. Its number there.</summary>
    public string DocumentNumber => challenge.Document;

    /// <summary>法定期限. The last day on which it could be brought.</summary>
    public DateOnly Until => challenge.Until;

    /// <summary>逾期. Whether it came after that.</summary>
    public bool IsLate => challenge.IsLate;

    /// <summary>针对已失效决定. Whether it is against a decision that gave way when the police filed the case.</summary>
    public bool IsAgainstFormer => challenge.IsOfFormer is true;

    /// <summary>结果. Null while it runs.</summary>
    public ChallengeOutcome? Outcome => challenge.Outcome;

    /// <summary>收到结果日期. Null while it runs.</summary>
    public DateOnly? EndedOn => challenge.EndedOn;

    /// <summary>复议决定、裁判文书编号. Null while it runs.</summary>
    public string? OutcomeDocumentNumber => challenge.OutcomeDocument;

    /// <summary>被诉处罚决定. The decision as it was challenged; null while it runs.</summary>
    public PenaltyDecisionType? Decision => challenge.Decision is { } decision ? new PenaltyDecisionType(decision) : null;
}
