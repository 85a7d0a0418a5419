using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// Early intervention of the police, before or after a transfer is sent.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInEarlyIntervention(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        RequestEarlyIntervention c when AskedElsewhere(transfer, c, now) is { } elsewhere => elsewhere,
        RequestEarlyIntervention when transfer.EarlyIntervention is { AnsweredAt: null } => Decision<CrimeTransferEvent>.AlreadySo,
        RequestEarlyIntervention when transfer.Status is not (TransferStatus.Duty or TransferStatus.Reported or TransferStatus.Approved or TransferStatus.Refused) => new TransferNotInStatus(transfer.Status),
        RequestEarlyIntervention c => DecideRequestEarlyIntervention(transfer, c, now),
        AnswerEarlyIntervention when !MayRecordTheirs(now.Actor) => new NotFound("crime-transfer", transfer.Number),
        AnswerEarlyIntervention when transfer.EarlyIntervention is not { AnsweredAt: null } => new NoEarlyIntervention(),
        AnswerEarlyIntervention c => new EarlyInterventionAnswered(now.At, now.Actor.User, c.Joins, FreeText.Given(c.DocumentNumber)),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInEarlyIntervention(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        EarlyInterventionRequested e => transfer with
        {
            EarlyIntervention = new EarlyIntervention(e.At, e.Situation, null, null, e.Case),
            Clocks = transfer.Clocks.Start(CrimeTransferDeadlines.EarlyIntervention, StatutoryRules.TransferEarlyIntervention, e.At),
        },
        EarlyInterventionAnswered e => transfer with
        {
            EarlyIntervention = transfer.EarlyIntervention is { } asked ? asked with { AnsweredAt = e.At, Joins = e.Joins } : null,
            Clocks = transfer.Clocks.Stop(CrimeTransferDeadlines.EarlyIntervention),
        },
        _ => null,
    };

    // Where there is no transfer yet, the request opens one.
    private static Decision<CrimeTransferEvent> DecideRequestEarlyIntervention(CrimeTransferState? transfer, RequestEarlyIntervention c, Circumstances now)
    {
        if ((FreeText.Missing("situation", c.Situation) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        var requested = new EarlyInterventionRequested(
            now.At, c.Situation.Trim(), c.Grounds.Trimmed(), SnapshotOf(now.Required<TransferCaseFact>().Case) ?? transfer?.Case);
        return transfer is null ? Open(Opening(c, (c.CaseNumber, c.Agency), c.Grounds, now), [requested], now) : requested;
    }

    // Who is asked is the agency that the transfer goes to; a request that names another is meant for somebody else.
    private static InvalidInput? AskedElsewhere(CrimeTransferState transfer, RequestEarlyIntervention c, Circumstances now) =>
        now.NotOpen<Agency>("agency", c.Agency)
        ?? (FreeText.Given(c.Agency) is { } agency && agency != transfer.Agency
            ? new InvalidInput(
                "agency", "提前介入只能商请本案移送的机关", "Only the agency that this transfer goes to can be asked to step in")
            : null);
}

/// <summary>提前介入. A request to the police to step in at once.</summary>
/// <param name="RequestedAt">商请时刻. When (UTC).</param>
/// <param name="Situation">现场情况. What is happening.</param>
/// <param name="AnsweredAt">答复时刻. When they answered (UTC), or null.</param>
/// <param name="Joins">派员介入. Whether they come, or null.</param>
/// <param name="Case">案件. What was known of the case when they were asked, whatever it grew to; null where that was not yet kept.</param>
[GenerateSerializer, Immutable, Alias("early-intervention")]
public sealed record EarlyIntervention(
    DateTimeOffset RequestedAt, string Situation, DateTimeOffset? AnsweredAt, bool? Joins, TransferCase? Case = null);

/// <summary>商请公安机关提前介入. Asks the police to step in at once, where a suspect may flee or evidence be destroyed (R2.4.2); without a transfer it opens one.</summary>
/// <param name="Situation">现场情况. What is happening, and where.</param>
/// <param name="CaseNumber">案件编号. Needed where no transfer is opened yet.</param>
/// <param name="Agency">公安机关. Needed where no transfer is opened yet.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.request-early-intervention"), AllowedTo(Bureau), Creates(UnlessNumbered = true),
    ForOwnSection, Dated]
[Refuses<TransferNotInStatus, AgencyNotCompetent, CaseNotTransferable, TransferAlreadyOpen>]
public sealed record RequestEarlyIntervention(
    [Longest(1000)] string Situation,
    string? CaseNumber,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency,
    Grounds Grounds) : CrimeTransferCommand;

/// <summary>答复提前介入. The police say whether they step in.</summary>
/// <param name="Joins">派员介入. Whether they come.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.answer-early-intervention"), AllowedTo(Theirs), Dated]
[Refuses<NoEarlyIntervention, AttachmentNotKept>]
public sealed record AnswerEarlyIntervention(
    bool Joins,
    [Longest(200)] string? DocumentNumber,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => DocumentNumber;
}

/// <summary>已商请提前介入. The police were asked to step in at once.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Situation">现场情况. What is happening.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件. What was known of the case then; null where that was not yet kept with it.</param>
[Alias("crime-transfer.early-intervention-requested")]
public sealed record EarlyInterventionRequested(DateTimeOffset At, string Situation, Grounds Grounds, TransferCase? Case = null)
    : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("商请公安机关提前介入", "Early intervention requested");
}

/// <summary>提前介入已答复. The police said whether they step in.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Joins">派员介入. Whether they come.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.early-intervention-answered")]
public sealed record EarlyInterventionAnswered(DateTimeOffset At, string By, bool Joins, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("公安机关答复提前介入", "Early intervention answered");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>没有商请提前介入. Nobody asked for early intervention, or it was answered.</summary>
[GenerateSerializer, Immutable, Alias("refusal.no-early-intervention")]
public sealed record NoEarlyIntervention : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有待答复的提前介入商请", "There is no request for early intervention to answer");
}
