using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What the police do with a transfer: receipt, forwarding, decision on filing, return.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInPolice(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        RecordPoliceReceipt or ForwardCrimeTransfer or RecordPoliceDecision or RecordPoliceReturn when !MayRecordTheirs(now.Actor) =>
            new NotFound("crime-transfer", transfer.Number),
        RecordPoliceReceipt when transfer.Status is not TransferStatus.Sent => new TransferNotInStatus(transfer.Status),
        RecordPoliceReceipt c => FreeText.Missing("receiptNumber", c.ReceiptNumber) is { } problem
            ? problem : new PoliceReceiptRecorded(now.At, now.Actor.User, c.ReceiptNumber.Trim()),
        ForwardCrimeTransfer when transfer.Status is not (TransferStatus.Sent or TransferStatus.Received) => new TransferNotInStatus(transfer.Status),
        ForwardCrimeTransfer c => DecideForwardCrimeTransfer(transfer, c, now),
        RecordPoliceDecision when transfer.Status is not (TransferStatus.Received or TransferStatus.Reconsidered or TransferStatus.Supervised) => new TransferNotInStatus(transfer.Status),
        RecordPoliceDecision c => DecideRecordPoliceDecision(transfer, c, now),
        RecordPoliceReturn when transfer.Status is not (TransferStatus.Filed or TransferStatus.HandedOver) => new TransferNotInStatus(transfer.Status),
        RecordPoliceReturn c => FreeText.Missing("explanation", c.Explanation) is { } problem ? problem
            : new PoliceReturnedCase(now.At, now.Actor.User, c.Explanation.Trim(), FreeText.Given(c.DocumentNumber)),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInPolice(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        PoliceReceiptRecorded e => Move(transfer, TransferStatus.Received, (CrimeTransferDeadlines.PoliceDecision, StatutoryRules.TransferPoliceDecision, e.At)) with { Receipt = e.ReceiptNumber, ReceivedAt = e.At },
        CrimeTransferForwarded e => Move(transfer, TransferStatus.Sent, (CrimeTransferDeadlines.PoliceForwarding, StatutoryRules.TransferPoliceForwarding, e.At)) with
        {
            Agency = e.To,
            Receipt = null,
            ReceivedAt = null,
            Explanation = e.Explanation,
            Forwardings = transfer.Forwardings.Add(new TransferForwarding(e.At, e.From, e.To, e.Explanation, e.DocumentNumber)),
        },
        PoliceFiledCase e => Move(transfer, TransferStatus.Filed, (CrimeTransferDeadlines.HandingOver, StatutoryRules.TransferHandingOver, e.At)) with { Untold = transfer.Untold.Add(new CaseNotice(TransferStep.Filed, e.At)) },
        PoliceDeclinedCase { Status: TransferStatus.Declined } e => Move(transfer, e.Status, (CrimeTransferDeadlines.ReconsiderationRequest, StatutoryRules.TransferReconsiderationRequest, e.At)) with { Explanation = e.Explanation },
        PoliceDeclinedCase { Status: TransferStatus.Upheld } e => Move(transfer, e.Status, (CrimeTransferDeadlines.SupervisionRequest, StatutoryRules.TransferSupervisionRequest, e.At)) with { Explanation = e.Explanation },
        PoliceDeclinedCase e => Returned(transfer, e.At) with { Explanation = e.Explanation },
        PoliceReturnedCase e => Returned(transfer, e.At) with { Explanation = e.Explanation },
        _ => null,
    };

    // 移送规定 第七条: what is not theirs they send on to whoever is competent, and tell the bureau.
    private static Decision<CrimeTransferEvent> DecideForwardCrimeTransfer(CrimeTransferState transfer, ForwardCrimeTransfer c, Circumstances now) =>
        (FreeText.Missing("agency", c.Agency) ?? FreeText.Missing("explanation", c.Explanation)) is { } problem ? problem
        : c.Agency.Trim() == transfer.Agency ? new InvalidInput(
            "agency", "应当是另一机关，案件已在所填机关", "It goes to another agency: the case is with this one already")
        : Addressee(now, c.Agency) is { } wrong ? wrong
        : new CrimeTransferForwarded(
            now.At, now.Actor.User, transfer.Agency, c.Agency.Trim(), c.Explanation.Trim(), FreeText.Given(c.DocumentNumber));

    private static Decision<CrimeTransferEvent> DecideRecordPoliceDecision(CrimeTransferState transfer, RecordPoliceDecision c, Circumstances now)
    {
        if (!c.Filed && FreeText.Missing("explanation", c.Explanation) is { } problem)
        {
            return problem; // 移送规定 第八条: reasons are given in writing
        }

        var next = transfer.Status switch
        {
            TransferStatus.Received => TransferStatus.Declined,
            TransferStatus.Reconsidered => TransferStatus.Upheld,
            _ => TransferStatus.Returned,
        };
        return c.Filed ? new PoliceFiledCase(now.At, now.Actor.User, FreeText.Given(c.DocumentNumber))
            : new PoliceDeclinedCase(now.At, now.Actor.User, next, c.Explanation!.Trim(), FreeText.Given(c.DocumentNumber));
    }

    private static CrimeTransferState Returned(CrimeTransferState transfer, DateTimeOffset at) => Move(transfer, TransferStatus.Returned) with { Untold = transfer.Untold.Add(new CaseNotice(TransferStep.Returned, at)) };
}

/// <summary>转送. From one agency of the police to the competent one (移送规定 第七条).</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="From">原机关. The agency it was not for.</param>
/// <param name="To">有管辖权的机关. The agency it went to.</param>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">通知书编号. Or null.</param>
[GenerateSerializer, Immutable, Alias("transfer-forwarding")]
public sealed record TransferForwarding(DateTimeOffset At, string From, string To, string Explanation, string? DocumentNumber);

/// <summary>公安机关签收. The police sign for the case (移送规定 第七条).</summary>
/// <param name="ReceiptNumber">回执编号. The number of the receipt.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-receipt"), AllowedTo(Theirs), Dated]
[Refuses<TransferNotInStatus, AttachmentNotKept>]
public sealed record RecordPoliceReceipt(
    [Longest(200)] string ReceiptNumber,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => ReceiptNumber;
}

/// <summary>公安机关转送. The police send a case on that is not theirs, to whoever is competent, and tell the bureau (移送规定 第七条).</summary>
/// <param name="Agency">有管辖权的机关. The code of the agency it goes to.</param>
/// <param name="Explanation">理由. Why it is not theirs.</param>
/// <param name="DocumentNumber">通知书编号. The number of the notice to the bureau.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.forward"), AllowedTo(Theirs), Dated]
[Refuses<TransferNotInStatus, AgencyNotCompetent, AttachmentNotKept>]
public sealed record ForwardCrimeTransfer(
    [Listed<Agency>, Longest(ListedName.CodeLength)] string Agency,
    [Longest(1000)] string Explanation,
    [Longest(200)] string? DocumentNumber,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => DocumentNumber;
}

/// <summary>公安机关立案决定. The police decide whether to file: on the transfer, on the reconsideration, or after supervision (移送规定 第八条、第九条).</summary>
/// <param name="Filed">立案. Whether they file it.</param>
/// <param name="Explanation">理由. Why not, where they do not.</param>
/// <param name="DocumentNumber">通知书编号.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-police-decision"), AllowedTo(Theirs), Dated]
[Refuses<TransferNotInStatus, AttachmentNotKept>]
public sealed record RecordPoliceDecision(
    bool Filed,
    [Longest(1000)] string? Explanation,
    [Longest(200)] string? DocumentNumber,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => DocumentNumber;
}

/// <summary>公安机关退回. The police give a case back that they had filed; it goes on administratively (移送规定 第十条、第十三条).</summary>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-police-return"), AllowedTo(Theirs), Dated]
[Refuses<TransferNotInStatus, AttachmentNotKept>]
public sealed record RecordPoliceReturn(
    [Longest(1000)] string Explanation,
    [Longest(200)] string? DocumentNumber,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => DocumentNumber;
}

/// <summary>公安机关已签收. The police signed for it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="ReceiptNumber">回执编号.</param>
[Alias("crime-transfer.received")]
public sealed record PoliceReceiptRecorded(DateTimeOffset At, string By, string ReceiptNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("公安机关签收", "Signed for by the police");

    /// <inheritdoc/>
    public override string? Document => ReceiptNumber;
}

/// <summary>公安机关已转送. The police sent it on to whoever is competent.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="From">原机关. The agency it was not for.</param>
/// <param name="To">有管辖权的机关. The agency it goes to.</param>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.forwarded")]
public sealed record CrimeTransferForwarded(DateTimeOffset At, string By, string From, string To, string Explanation, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new(
        $"{Named.Agency(From)}转送有管辖权的{Named.Agency(To)}",
        $"Sent on by {Named.Agency(From)} to {Named.Agency(To)}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>公安机关已立案. The police file it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.filed")]
public sealed record PoliceFiledCase(DateTimeOffset At, string By, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("公安机关决定立案", "Filed by the police");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>公安机关不予立案. The police do not file it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Status">状态. Where it stands now.</param>
/// <param name="Explanation">理由. Why not.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.declined")]
public sealed record PoliceDeclinedCase(DateTimeOffset At, string By, TransferStatus Status, string Explanation, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"公安机关不予立案（{Terms.Of(Status).Chinese}）", $"Not filed by the police ({Terms.Of(Status).English})");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>公安机关已退回. The police gave it back.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.returned")]
public sealed record PoliceReturnedCase(DateTimeOffset At, string By, string Explanation, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("公安机关退回案件", "Returned by the police");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}
