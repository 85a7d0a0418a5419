using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What is sent to the police and to whom, what is copied to the prosecutors, and what is handed over once the police have filed it.
public static partial class CrimeTransfer
{
    private static readonly ImmutableArray<TransferMaterial> MaterialsAlways =
        [TransferMaterial.LetterOfTransfer, TransferMaterial.InvestigationReport, TransferMaterial.GoodsList];

    private static Decision<CrimeTransferEvent>? DecideInSending(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        SendCrimeTransfer when transfer.Status is not TransferStatus.Approved => new TransferNotInStatus(transfer.Status),
        SendCrimeTransfer c => DecideSendCrimeTransfer(transfer, c, now),
        ReaddressCrimeTransfer or WithdrawCrimeTransfer when !IsWithTheBureau(transfer) => new TransferNotInStatus(transfer.Status),
        ReaddressCrimeTransfer c => DecideReaddressCrimeTransfer(transfer, c, now),
        WithdrawCrimeTransfer c => DecideWithdrawCrimeTransfer(transfer, c, now),
        CopyToProsecutors when transfer.SentAt is null || transfer.Status is TransferStatus.Withdrawn =>
            new TransferNotInStatus(transfer.Status),
        CopyToProsecutors c =>
            (c.Grounds.Problem() ?? FreeText.Missing("documentNumber", c.Grounds.DocumentNumber)) is { } problem ? problem
            : transfer.CopiedOn is not null && (!c.WithPenaltyDecisions || transfer.PenaltiesCopiedOn is not null)
                ? Decision<CrimeTransferEvent>.AlreadySo
            : new CopiedToProsecutors(now.At, c.WithPenaltyDecisions, c.Grounds.Trimmed()),
        HandOverEvidence when transfer.Status is not TransferStatus.Filed && !transfer.HandOverOwed =>
            new TransferNotInStatus(transfer.Status),
        HandOverEvidence c => (FreeText.Missing("goods", c.Goods)
            ?? ActDay.Problem(
                "partyToldOn", c.PartyToldOn, transfer.SentAt is { } sent ? ShanghaiTime.DayOf(sent) : null, now.Today)
            ?? c.Grounds.Problem()) is { } problem ? problem
            : new EvidenceHandedOver(now.At, c.Goods.Trim(), c.Grounds.Trimmed(), c.PartyToldOn),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInSending(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        CrimeTransferSent e => Sent(transfer, e),
        CrimeTransferReaddressed e => Readdressed(transfer, e),
        CrimeTransferWithdrawn e => transfer with
        {
            Status = TransferStatus.Withdrawn,
            Clocks = [],
            Explanation = e.Grounds.Reason,
            Counted = null,
            Untold = transfer.Untold.Add(new CaseNotice(TransferStep.Withdrawn, e.At)),
        },
        CopiedToProsecutors e => transfer with
        {
            CopiedOn = transfer.CopiedOn ?? ShanghaiTime.DayOf(e.At),
            PenaltiesCopiedOn = e.WithPenaltyDecisions ? ShanghaiTime.DayOf(e.At) : transfer.PenaltiesCopiedOn,
            Clocks = e.WithPenaltyDecisions
                ? transfer.Clocks.Stop(CrimeTransferDeadlines.ProsecutorsCopy).Stop(CrimeTransferDeadlines.PenaltyCopies)
                : transfer.Clocks.Stop(CrimeTransferDeadlines.ProsecutorsCopy),
        },
        EvidenceHandedOver e when transfer.HandOverOwed => transfer with { HandOverOwed = false, PartyToldOn = e.PartyToldOn },
        EvidenceHandedOver e => Move(transfer, TransferStatus.HandedOver) with { PartyToldOn = e.PartyToldOn },
        _ => null,
    };

    // 移送规定 第七条: until the police have signed for it, it is the bureau's to send elsewhere or to take back.
    private static bool IsWithTheBureau(CrimeTransferState transfer) =>
        transfer.Status is TransferStatus.Duty or TransferStatus.Reported or TransferStatus.Approved or TransferStatus.Refused or TransferStatus.Sent;

    private static CrimeTransferState Sent(CrimeTransferState transfer, CrimeTransferSent e)
    {
        var sent = Move(
            transfer, TransferStatus.Sent, (CrimeTransferDeadlines.PoliceForwarding, StatutoryRules.TransferPoliceForwarding, e.At)) with
        {
            Materials = e.Materials,
            SentAt = e.At,
        };
        if (e.Case is not { } known)
        {
            return sent; // from before the case was looked at again, and copies were watched over
        }

        // 高检会〔2006〕2号: the prosecutors have a copy with it, and within ten days those of penalties that were decided before.
        var clocks = sent.Clocks.Start(CrimeTransferDeadlines.ProsecutorsCopy, StatutoryRules.TransferProsecutorsCopy, e.At);
        sent = sent with
        {
            Case = known,
            Clocks = e.AfterPenalty is true
                ? clocks.Start(CrimeTransferDeadlines.PenaltyCopies, StatutoryRules.TransferPenaltyCopies, e.At) : clocks,
        };
        return sent with { Counted = CountOf(sent, e.At) };
    }

    private static CrimeTransferState Readdressed(CrimeTransferState transfer, CrimeTransferReaddressed e)
    {
        var asked = transfer.EarlyIntervention is { AnsweredAt: null };
        var sent = transfer.Status is TransferStatus.Sent;
        var clocks = asked ? transfer.Clocks.Start(CrimeTransferDeadlines.EarlyIntervention, StatutoryRules.TransferEarlyIntervention, e.At)
            : transfer.Clocks;
        return transfer with
        {
            Agency = e.To,
            Counted = sent ? transfer.CountedAs! with { Agency = e.To } : null,
            Readdressings =
                transfer.Readdressings.Add(new TransferForwarding(e.At, e.From, e.To, e.Grounds.Reason, e.Grounds.DocumentNumber)),
            Clocks = sent ? clocks.Start(CrimeTransferDeadlines.PoliceForwarding, StatutoryRules.TransferPoliceForwarding, e.At) : clocks,
        };
    }

    private static Decision<CrimeTransferEvent> DecideReaddressCrimeTransfer(
        CrimeTransferState transfer, ReaddressCrimeTransfer c, Circumstances now) =>
        (FreeText.Missing("agency", c.Agency) ?? c.Grounds.Problem()) is { } problem ? problem
        : Addressee(now, c.Agency) is { } wrong ? wrong
        : c.Agency.Trim() == transfer.Agency ? Decision<CrimeTransferEvent>.AlreadySo
        : new CrimeTransferReaddressed(now.At, transfer.Agency, c.Agency.Trim(), c.Grounds.Trimmed());

    // 移送规定 第三条、第十一条: what meets a threshold is transferred, and nobody takes that back.
    private static Decision<CrimeTransferEvent> DecideWithdrawCrimeTransfer(
        CrimeTransferState transfer, WithdrawCrimeTransfer c, Circumstances now) =>
        c.Grounds.Problem() is { } problem ? problem
        : now.Required<TransferCaseFact>().Case is { } found
            && Case.CrimesSuspected(found, found.Figures, now.Today) is { IsEmpty: false } met
            ? new CrimeTransferRequired([.. met.Select(row => row.Offence).Distinct()], transfer.Number)
            : new CrimeTransferWithdrawn(now.At, now.Actor.User, c.Grounds.Trimmed());

    private static Decision<CrimeTransferEvent> DecideSendCrimeTransfer(CrimeTransferState transfer, SendCrimeTransfer c, Circumstances now)
    {
        var found = now.Required<TransferCaseFact>().Case;
        ImmutableArray<TransferMaterial> materials = [.. c.Materials.Distinct().Order()];
        var missing = MaterialsDemanded(found).Except(materials).ToList();
        return missing.Count > 0 ? new TransferMaterialsIncomplete(missing)
            : c.Grounds.Problem() is { } problem ? problem
            : new CrimeTransferSent(
                now.At, materials, c.Grounds.Trimmed(), SnapshotOf(found) ?? transfer.Case, found?.Decision is not null);
    }

    // 移送规定 第六条: test reports and expert opinions where there are any, and what else there is.
    private static ImmutableArray<TransferMaterial> MaterialsDemanded(CaseState? found) =>
        found is not null
            && (found.Tests.Any(test => test.ResultOn is not null) || found.Evidence.Any(one => one.Kind is EvidenceKind.ExpertOpinion))
            ? [.. MaterialsAlways, TransferMaterial.TestReport]
            : MaterialsAlways;
}

/// <summary>随案材料. What is enclosed: the first three always, the others where there are any (移送规定 第六条).</summary>
[JsonConverter(typeof(WireNameConverter<TransferMaterial>))]
public enum TransferMaterial
{
    /// <summary>The letter of transfer.</summary>
    [Term("涉嫌犯罪案件移送书", "letter of transfer")]
    LetterOfTransfer,

    /// <summary>The investigation report.</summary>
    [Term("涉嫌犯罪案件情况的调查报告", "investigation report")]
    InvestigationReport,

    /// <summary>The list of goods.</summary>
    [Term("涉案物品清单", "list of goods")]
    GoodsList,

    /// <summary>The test report or expert opinion.</summary>
    [Term("有关检验报告或者鉴定结论", "test report or expert opinion")]
    TestReport,

    /// <summary>Other materials.</summary>
    [Term("其他有关涉嫌犯罪的材料", "other materials")]
    OtherMaterials,
}

/// <summary>
/// 向公安机关移送. Sends the case with its materials: letter, report and list of goods always, test reports and expert opinions where there are
/// any (移送规定 第五条、第六条).
/// </summary>
/// <param name="Materials">随案材料. What is enclosed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.send"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus, TransferMaterialsIncomplete>]
public sealed record SendCrimeTransfer([Optional, Most(50)] ImmutableArray<TransferMaterial> Materials, Grounds Grounds) : CrimeTransferCommand;

/// <summary>变更接收机关. Addresses a transfer to another agency, as long as the police have not signed for it.</summary>
/// <param name="Agency">接收机关. The code of the agency of the police or the prosecutors that it goes to.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.readdress"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus, AgencyNotCompetent>]
public sealed record ReaddressCrimeTransfer(
    [Listed<Agency>, Longest(ListedName.CodeLength)] string Agency,
    Grounds Grounds) : CrimeTransferCommand;

/// <summary>
/// 撤回移送. Takes a transfer back before the police have signed for it, where what is suspected meets no threshold of crime, such as after
/// figures were corrected. What was counted of it is taken back.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.withdraw"), AllowedTo(Head), Dated]
[Refuses<TransferNotInStatus, CrimeTransferRequired>]
public sealed record WithdrawCrimeTransfer(Grounds Grounds) : CrimeTransferCommand;

/// <summary>抄送人民检察院. Sends the prosecutors their copy of the transfer, and of penalties that were decided before (高检会〔2006〕2号).</summary>
/// <param name="WithPenaltyDecisions">附行政处罚决定. Whether copies of the penalty decisions go with it.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the letter.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.copy-to-prosecutors"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus>]
public sealed record CopyToProsecutors(
    [Optional] bool WithPenaltyDecisions,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CrimeTransferCommand;

/// <summary>
/// 移交涉案物品和材料. Hands over goods and materials after the police have filed it (移送规定 第十二条), and says when the party was told of goods that
/// are sealed or seized (行政强制法 第二十一条).
/// </summary>
/// <param name="Goods">涉案物品. What is handed over.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="PartyToldOn">告知当事人日期. The day the party was told in writing (Asia/Shanghai); null where nothing of its was held.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.hand-over"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus>]
public sealed record HandOverEvidence([Longest(2000)] string Goods, Grounds Grounds, DateOnly? PartyToldOn = null) : CrimeTransferCommand;

/// <summary>已移送公安机关. It was sent with its materials.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Materials">随案材料. What was enclosed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件. What was known of the case then; null where that was not yet kept with it.</param>
/// <param name="AfterPenalty">已作行政处罚. Whether a penalty was decided before; null where that was not yet kept with it.</param>
[Alias("crime-transfer.sent")]
public sealed record CrimeTransferSent(
    DateTimeOffset At,
    ImmutableArray<TransferMaterial> Materials,
    Grounds Grounds,
    TransferCase? Case = null,
    bool? AfterPenalty = null) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"移送公安机关，随案材料{Materials.Length}项", $"Sent to the police with {Materials.Length} materials");
}

/// <summary>涉案物品和材料已移交. Goods and materials are with the police.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Goods">涉案物品. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="PartyToldOn">告知当事人日期. The day the party was told, or null.</param>
[Alias("crime-transfer.handed-over")]
public sealed record EvidenceHandedOver(DateTimeOffset At, string Goods, Grounds Grounds, DateOnly? PartyToldOn = null)
    : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("移交涉案物品和材料", "Goods and materials handed over");
}

/// <summary>接收机关已变更. It is addressed to another agency.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="From">原接收机关. The agency it was addressed to.</param>
/// <param name="To">接收机关. The agency it is addressed to.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.readdressed")]
public sealed record CrimeTransferReaddressed(DateTimeOffset At, string From, string To, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new(
        $"接收机关由{Named.Agency(From)}变更为{Named.Agency(To)}",
        $"Addressed to {Named.Agency(To)} instead of {Named.Agency(From)}");
}

/// <summary>移送已撤回. It was taken back before the police had signed for it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.withdrawn")]
public sealed record CrimeTransferWithdrawn(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new($"撤回移送：{Grounds.Reason}", $"Transfer withdrawn: {Grounds.Reason}");
}

/// <summary>已抄送人民检察院. The prosecutors have their copy.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="WithPenaltyDecisions">附行政处罚决定. Whether copies of the penalty decisions went with it.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.copied-to-prosecutors")]
public sealed record CopiedToProsecutors(DateTimeOffset At, bool WithPenaltyDecisions, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => WithPenaltyDecisions
        ? new("抄送人民检察院，附行政处罚决定", "Copied to the prosecutors with the penalty decisions")
        : new("抄送人民检察院", "Copied to the prosecutors");
}

/// <summary>随案材料不全. Materials that the law demands are missing (移送规定 第六条).</summary>
/// <param name="Missing">所缺材料. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-materials-incomplete")]
public sealed record TransferMaterialsIncomplete(IReadOnlyList<TransferMaterial> Missing) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"随案材料不全，缺少：{Terms.OfAll(Missing).Chinese}", $"Materials are missing: {Terms.OfAll(Missing).English}");
}
