using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What the bureau does when the police do not file: reconsideration, supervision, or acceptance. A term that has passed is recorded as
// late and
// takes no step away.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInRemedies(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        RequestReconsideration when transfer.Status is not TransferStatus.Declined => new TransferNotInStatus(transfer.Status),
        RequestReconsideration c =>
            c.Grounds.Problem() is { } problem ? problem : new ReconsiderationRequested(now.At, c.Grounds.Trimmed()),
        RequestProsecutorSupervision when transfer.Status is not (TransferStatus.Declined or TransferStatus.Upheld)
            && !IsAnswerOverdue(transfer) => new TransferNotInStatus(transfer.Status),
        RequestProsecutorSupervision c =>
            c.Grounds.Problem() is { } problem ? problem : new SupervisionRequested(now.At, c.Grounds.Trimmed(), IsFollowed: true),
        // What nobody answers though the prosecutors supervise it must not lie for ever: the head can let the case go on.
        AcceptNotFiling when transfer.Status is not (TransferStatus.Declined or TransferStatus.Upheld)
            && !(transfer.Status is TransferStatus.Supervised && IsAnswerOverdue(transfer)) => new TransferNotInStatus(transfer.Status),
        AcceptNotFiling c =>
            c.Grounds.Problem() is { } problem ? problem : new NotFilingAccepted(now.At, now.Actor.User, c.Grounds.Trimmed()),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    // Police who do not decide within their term are for the prosecutors to supervise as well (高检会〔2006〕2号): silence is no end.
    private static bool IsAnswerOverdue(CrimeTransferState transfer) => transfer.Status switch
    {
        TransferStatus.Received => transfer.Clocks.Find(CrimeTransferDeadlines.PoliceDecision) is { IsLapsed: true },
        TransferStatus.Reconsidered => transfer.Clocks.Find(CrimeTransferDeadlines.ReconsiderationDecision) is { IsLapsed: true },
        // One from before this term was kept has none, and has waited long enough.
        TransferStatus.Supervised => transfer.Clocks.Find(CrimeTransferDeadlines.Supervision) is null or { IsLapsed: true },
        _ => false,
    };

    private static CrimeTransferState? ApplyInRemedies(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        ReconsiderationRequested e => Move(transfer, TransferStatus.Reconsidered, (CrimeTransferDeadlines.ReconsiderationDecision, StatutoryRules.TransferReconsiderationDecision, e.At)),
        SupervisionRequested { IsFollowed: true } e => Move(
            transfer, TransferStatus.Supervised, (CrimeTransferDeadlines.Supervision, StatutoryRules.TransferSupervision, e.At)),
        SupervisionRequested => Move(transfer, TransferStatus.Supervised),
        NotFilingAccepted e => Returned(transfer, e.At) with { Explanation = e.Grounds.Reason },
        TransferRightLost e => Returned(transfer, e.At),
        _ => null,
    };
}

/// <summary>提请复议. Asks the police to reconsider (移送规定 第九条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.request-reconsideration"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus>]
public sealed record RequestReconsideration(Grounds Grounds) : CrimeTransferCommand;

/// <summary>建议检察院立案监督. Asks the prosecutor to supervise the filing (移送规定 第九条); anew where nothing came of it in time.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.request-supervision"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus>]
public sealed record RequestProsecutorSupervision(Grounds Grounds) : CrimeTransferCommand;

/// <summary>
/// 接受不予立案决定. The head takes it that the police do not file: no further review is asked for, and the case goes on administratively (移送规定
/// 第十条). Where nobody has answered though the prosecutors were asked to supervise, it can be taken so once their term is over.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.accept-not-filing"), AllowedTo(Head), Dated]
[Refuses<TransferNotInStatus>]
public sealed record AcceptNotFiling(Grounds Grounds) : CrimeTransferCommand;

/// <summary>已提请复议. The police were asked to reconsider.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.reconsideration-requested")]
public sealed record ReconsiderationRequested(DateTimeOffset At, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new($"提请复议：{Grounds.Reason}", $"Reconsideration requested: {Grounds.Reason}");
}

/// <summary>已建议立案监督. The prosecutor was asked to supervise.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="IsFollowed">计算期限. Whether a term is kept for what comes of it; null of those from before there was one.</param>
[Alias("crime-transfer.supervision-requested")]
public sealed record SupervisionRequested(DateTimeOffset At, Grounds Grounds, bool? IsFollowed = null) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new($"建议检察院立案监督：{Grounds.Reason}", $"Supervision requested: {Grounds.Reason}");
}

/// <summary>不予立案决定已接受. No further review is asked for; the case goes on administratively.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.not-filing-accepted")]
public sealed record NotFilingAccepted(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"接受不予立案决定，案件转行政处理：{Grounds.Reason}", $"Not filing is accepted, the case goes on administratively: {Grounds.Reason}");
}

/// <summary>
/// 救济期限已过. The time to ask for reconsideration or supervision passed, and the case went on administratively: what the clock did before
/// late steps stayed possible. It happens no more.
/// </summary>
/// <param name="At">到期时刻. When (UTC).</param>
/// <param name="Kind">期限种类. Which.</param>
[Alias("crime-transfer.right-lost")]
public sealed record TransferRightLost(DateTimeOffset At, string Kind) : CrimeTransferEvent, IMadeByClock
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new("未在期限内提请复议或者建议监督，案件转行政处理", "The time to ask for review passed; the case goes on administratively");
}
