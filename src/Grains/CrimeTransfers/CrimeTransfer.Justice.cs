using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What became of it before the prosecutors and in court.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInJustice(
        CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
        {
            RecordProsecutionDecision or RecordJudgment when !MayRecordTheirs(now.Actor) => new NotFound("crime-transfer", transfer.Number),
            RecordProsecutionDecision or RecordJudgment when transfer.Status is not (TransferStatus.Filed or TransferStatus.HandedOver) =>
                new TransferNotInStatus(transfer.Status),
            RecordProsecutionDecision c => FreeText.Missing("documentNumber", c.DocumentNumber) is { } problem ? problem
                : transfer.Prosecution is { Decision: var known, DocumentNumber: var number }
                    && known == c.Decision && number == c.DocumentNumber.Trim()
                    ? Decision<CrimeTransferEvent>.AlreadySo
                    : new ProsecutionDecided(now.At, now.Actor.User, c.Decision, c.DocumentNumber.Trim(), FreeText.Given(c.Explanation)),
            RecordJudgment c =>
                (FreeText.Missing("court", c.Court) ?? FreeText.Missing("documentNumber", c.DocumentNumber)) is { } problem ? problem
                : new CrimeJudged(now.At, now.Actor.User, c.Outcome, c.Court.Trim(), c.DocumentNumber.Trim(), FreeText.Given(c.Punishment)),
            _ => Decision<CrimeTransferEvent>.NotOfThisStage,
        };

    private static CrimeTransferState? ApplyInJustice(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        // 刑事诉讼法 第一百七十七条: what is not prosecuted comes back for an administrative decision.
        ProsecutionDecided e =>
            (e.Decision is ProsecutionDecision.NotProsecuted ? Ended(transfer, TransferStatus.Returned, TransferStep.NotProsecuted, e.At)
            : Ended(transfer, transfer.Status, TransferStep.Prosecuted, e.At)) with
            {
                Prosecution = new TransferProsecution(e.At, e.Decision, e.DocumentNumber),
                Explanation = e.Explanation ?? transfer.Explanation,
            },

        // 程序规定 第七十七条: a sentence ends the case; without one it comes back.
        CrimeJudged e => (e.Outcome is JudgmentOutcome.Sentenced
            ? Ended(
                transfer, TransferStatus.Judged, TransferStep.Judged, e.At) with
            { HandOverOwed = transfer.Status is TransferStatus.Filed }
            : Ended(transfer, TransferStatus.Returned, TransferStep.Exempted, e.At)) with
        {
            Judgment = new TransferJudgment(e.At, e.Outcome, e.Court, e.DocumentNumber, e.Punishment),
        },
        _ => null,
    };

    private static CrimeTransferState Ended(CrimeTransferState transfer, TransferStatus status, TransferStep told, DateTimeOffset at) =>
        (status == transfer.Status ? transfer : Move(transfer, status)) with { Untold = transfer.Untold.Add(new CaseNotice(told, at)) };
}

/// <summary>审查起诉结果. What the prosecutors decide.</summary>
[JsonConverter(typeof(WireNameConverter<ProsecutionDecision>))]
public enum ProsecutionDecision
{
    /// <summary>They bring it to court.</summary>
    [Term("提起公诉", "prosecuted")]
    Prosecuted,

    /// <summary>They do not prosecute (刑事诉讼法 第一百七十七条).</summary>
    [Term("不起诉", "not prosecuted")]
    NotProsecuted,
}

/// <summary>裁判结果. What the court decided.</summary>
[JsonConverter(typeof(WireNameConverter<JudgmentOutcome>))]
public enum JudgmentOutcome
{
    /// <summary>Guilty, and punished.</summary>
    [Term("判处刑罚", "sentenced")]
    Sentenced,

    /// <summary>Guilty, and no punishment imposed (刑法 第三十七条).</summary>
    [Term("免予刑事处罚", "no punishment imposed")]
    ExemptFromPunishment,

    /// <summary>Not guilty.</summary>
    [Term("宣告无罪", "acquitted")]
    Acquitted,
}

/// <summary>审查起诉结果. What the prosecutors decided on a transfer.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Decision">决定. What.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("transfer-prosecution")]
public sealed record TransferProsecution(DateTimeOffset At, ProsecutionDecision Decision, string DocumentNumber);

/// <summary>判决. How the court judged what was transferred.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Outcome">裁判结果. What it decided.</param>
/// <param name="Court">法院. Which.</param>
/// <param name="DocumentNumber">判决书编号.</param>
/// <param name="Punishment">刑罚. What was imposed, or null.</param>
[GenerateSerializer, Immutable, Alias("transfer-judgment")]
public sealed record TransferJudgment(DateTimeOffset At, JudgmentOutcome Outcome, string Court, string DocumentNumber, string? Punishment);

/// <summary>
/// 登记审查起诉结果. What the prosecutors decide; where they do not prosecute, the case comes back for an administrative decision (刑事诉讼法
/// 第一百七十七条).
/// </summary>
/// <param name="Decision">决定. What they decide.</param>
/// <param name="DocumentNumber">文书编号. The number of the indictment or of the decision not to prosecute.</param>
/// <param name="Explanation">理由. Why not, where they do not.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-prosecution-decision"), AllowedTo(Theirs), Dated]
[Refuses<TransferNotInStatus, AttachmentNotKept>]
public sealed record RecordProsecutionDecision(
    ProsecutionDecision Decision,
    [Longest(200)] string DocumentNumber,
    [Longest(1000)] string? Explanation,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => DocumentNumber;
}

/// <summary>
/// 登记判决. A judgment that stands: the case is closed with a sentence (程序规定 第七十七条), and comes back for an administrative decision without
/// one.
/// </summary>
/// <param name="Outcome">裁判结果. What the court decided.</param>
/// <param name="Court">法院. Which.</param>
/// <param name="DocumentNumber">判决书编号.</param>
/// <param name="Punishment">刑罚. What was imposed.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was, where the legal section records it from paper.</param>
/// <param name="Attachments">附件. The scan of the paper, brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-judgment"), AllowedTo(Theirs), Dated]
[Refuses<TransferNotInStatus, AttachmentNotKept>]
public sealed record RecordJudgment(
    JudgmentOutcome Outcome,
    [Longest(200)] string Court,
    [Longest(200)] string DocumentNumber,
    [Longest(1000)] string? Punishment,
    [Longest(200)] string? RecordedFor = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CrimeTransferCommand, IRecordedForOthers
{
    string? IRecordedForOthers.Document => DocumentNumber;
}

/// <summary>审查起诉结果已登记. What the prosecutors decided.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Decision">决定. What.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="Explanation">理由. Or null.</param>
[Alias("crime-transfer.prosecution-decided")]
public sealed record ProsecutionDecided(
    DateTimeOffset At, string By, ProsecutionDecision Decision, string DocumentNumber, string? Explanation) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override string? Document => DocumentNumber;

    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"检察机关决定：{Terms.Of(Decision).Chinese}", $"The prosecutors decided: {Terms.Of(Decision).English}");
}

/// <summary>判决已登记. A judgment stands.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Outcome">裁判结果. What the court decided.</param>
/// <param name="Court">法院. Which.</param>
/// <param name="DocumentNumber">判决书编号.</param>
/// <param name="Punishment">刑罚. What was imposed, or null.</param>
[Alias("crime-transfer.judged")]
public sealed record CrimeJudged(
    DateTimeOffset At, string By, JudgmentOutcome Outcome, string Court, string DocumentNumber, string? Punishment) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override string? Document => DocumentNumber;

    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"{Court}判决：{Terms.Of(Outcome).Chinese}", $"Judged by {Court}: {Terms.Of(Outcome).English}");
}
