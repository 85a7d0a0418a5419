using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What is sent to the police, and what is handed over once they have filed it.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInSending(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        SendCrimeTransfer when transfer.Status is not TransferStatus.Approved => new TransferNotInStatus(transfer.Status),
        SendCrimeTransfer c => DecideSendCrimeTransfer(c, now),
        HandOverEvidence when transfer.Status is not TransferStatus.Filed => new TransferNotInStatus(transfer.Status),
        HandOverEvidence c => (FreeText.Missing("goods", c.Goods) ?? c.Grounds.Problem()) is { } problem ? problem : new EvidenceHandedOver(now.Now, c.Goods.Trim(), c.Grounds.Trimmed()),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInSending(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        CrimeTransferSent e => Move(transfer, TransferStatus.Sent, (CrimeTransferDeadlines.PoliceForwarding, StatutoryRules.TransferPoliceForwarding, e.At)) with { Materials = e.Materials, SentAt = e.At },
        EvidenceHandedOver => Move(transfer, TransferStatus.HandedOver),
        _ => null,
    };

    private static Decision<CrimeTransferEvent> DecideSendCrimeTransfer(SendCrimeTransfer c, Circumstances now)
    {
        ImmutableArray<TransferMaterial> materials = [.. c.Materials.Distinct().Order()];
        var missing = Enum.GetValues<TransferMaterial>().Except(materials).ToList();
        return missing.Count > 0 ? new TransferMaterialsIncomplete(missing) // 移送规定 第六条
            : c.Grounds.Problem() is { } problem ? problem
            : new CrimeTransferSent(now.Now, materials, c.Grounds.Trimmed());
    }
}

/// <summary>随案材料. What has to be enclosed (移送规定 第六条).</summary>
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

/// <summary>向公安机关移送. Sends the case with its complete materials (移送规定 第五条、第六条).</summary>
/// <param name="Materials">随案材料. What is enclosed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.send"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus, TransferMaterialsIncomplete>]
public sealed record SendCrimeTransfer([Optional, Most(50)] ImmutableArray<TransferMaterial> Materials, Grounds Grounds) : CrimeTransferCommand;

/// <summary>移交涉案物品和材料. Hands over goods and materials after the police have filed it (移送规定 第十二条).</summary>
/// <param name="Goods">涉案物品. What is handed over.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.hand-over"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus>]
public sealed record HandOverEvidence([Longest(2000)] string Goods, Grounds Grounds) : CrimeTransferCommand;

/// <summary>已移送公安机关. It was sent with its materials.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Materials">随案材料. What was enclosed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.sent")]
public sealed record CrimeTransferSent(DateTimeOffset At, ImmutableArray<TransferMaterial> Materials, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"移送公安机关，随案材料{Materials.Length}项", $"Sent to the police with {Materials.Length} materials");
}

/// <summary>涉案物品和材料已移交. Goods and materials are with the police.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Goods">涉案物品. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.handed-over")]
public sealed record EvidenceHandedOver(DateTimeOffset At, string Goods, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("移交涉案物品和材料", "Goods and materials handed over");
}

/// <summary>随案材料不全. Materials that the law demands are missing (移送规定 第六条).</summary>
/// <param name="Missing">所缺材料. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-materials-incomplete")]
public sealed record TransferMaterialsIncomplete(IReadOnlyList<TransferMaterial> Missing) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"随案材料不全，缺少：{Terms.OfAll(Missing).Chinese}", $"Materials are missing: {Terms.OfAll(Missing).English}");
}
