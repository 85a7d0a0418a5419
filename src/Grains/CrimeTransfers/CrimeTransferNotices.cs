using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>
/// 移送的通知. What of the events of a transfer concerns whom, beside the work that becomes theirs and what waits for the head.
/// </summary>
internal static class CrimeTransferNotices
{
    /// <summary>What is told of an event.</summary>
    /// <param name="before">The transfer before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The transfer after.</param>
    public static IEnumerable<Notice> Of(CrimeTransferState? before, CrimeTransferEvent happened, CrimeTransferState after) =>
        happened switch
        {
            TransferDeadlineNear e when CrimeTransferDeadlines.OfPolice.Contains(e.Kind) => [ToPolice(after, NotificationKind.Due, e.Kind)],
            TransferDeadlineNear { Kind: CrimeTransferDeadlines.Decision } e => [ToHead(NotificationKind.Due, e.Kind)],
            TransferDeadlineNear e =>
                [.. Notice.ToEach(NotificationKind.Due, after.Holders, e.Kind), .. ToLegal(NotificationKind.Due, e.Kind)],

            // Whose step the police let pass is told to both sides: theirs is the step, the bureau's to ask what became of it.
            TransferDeadlineLapsed { Lapse: var lapse } when CrimeTransferDeadlines.OfPolice.Contains(lapse.Kind) =>
                [ToPolice(after, NotificationKind.Late, lapse.Kind), .. Notice.OfLapse(after.Responsible, after.Section, lapse.Kind)],
            TransferDeadlineLapsed { Lapse: { Kind: CrimeTransferDeadlines.Decision } lapse } =>
                [ToHead(NotificationKind.Late, lapse.Kind)],
            TransferDeadlineLapsed { Lapse: var lapse } =>
                [.. Notice.OfLapse(lapse.Officer, lapse.Section, lapse.Kind), .. ToLegal(NotificationKind.Late, lapse.Kind)],
            CrimeTransferApproved => Notice.ToEach(NotificationKind.Answered, after.Holders),
            CrimeTransferRefused => Notice.ToEach(NotificationKind.Returned, after.Holders),
            CrimeTransferSent or ReconsiderationRequested or EarlyInterventionRequested => [ToPolice(after, NotificationKind.Waiting)],
            CrimeTransferReaddressed or CrimeTransferForwarded when after.IsVisible => [ToPolice(after, NotificationKind.Waiting)],
            EvidenceHandedOver => [ToPolice(after, NotificationKind.Answered)],
            PoliceReceiptRecorded or PoliceFiledCase or PoliceDeclinedCase or EarlyInterventionAnswered =>
                Notice.ToEach(NotificationKind.Answered, after.Holders),

            // Whoever has to act anew is told, also where the police are.
            CrimeTransferCorrected when after.Status is TransferStatus.Sent or TransferStatus.Received or TransferStatus.Reconsidered =>
                [ToPolice(after, NotificationKind.Waiting), .. Notice.ToEach(NotificationKind.Returned, after.Holders)],
            CrimeTransferCorrected => Notice.ToEach(NotificationKind.Returned, after.Holders),

            // A returned transfer has ended and is nobody's open work any more.
            PoliceReturnedCase => Notice.ToEach(NotificationKind.Returned, [after.Responsible]),
            _ => [],
        };

    private static Notice ToPolice(CrimeTransferState transfer, NotificationKind kind, string? detail = null) =>
        new(kind, Addressee.Of(transfer.Agency), detail);

    // What answers a decision not to file is on the desk of the legal section too (移送规定 第九条).
    private static IEnumerable<Notice> ToLegal(NotificationKind kind, string term) => CrimeTransferDeadlines.OfLegal.Contains(term)
        ? [new Notice(kind, Addressee.Holding(Roles.Legal) with { WithHeads = true }, term)]
        : [];

    // The decision is the principal head's own (移送规定 第五条).
    private static Notice ToHead(NotificationKind kind, string detail) => new(kind, Addressee.Holding(Roles.Leader), detail);
}
