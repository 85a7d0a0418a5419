using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送用语. The words for a transfer's status and materials.</summary>
public static class CrimeTransferTexts
{
    /// <summary>The words for a status.</summary>
    /// <param name="status">A status.</param>
    public static BilingualText Of(TransferStatus status) => status switch
    {
        TransferStatus.Duty => new("应当移送", "due"),
        TransferStatus.Reported => new("已报告", "reported"),
        TransferStatus.Approved => new("已批准", "approved"),
        TransferStatus.Refused => new("未批准", "refused"),
        TransferStatus.Sent => new("已移送", "sent"),
        TransferStatus.Received => new("公安已签收", "received by the police"),
        TransferStatus.Filed => new("公安已立案", "filed by the police"),
        TransferStatus.HandedOver => new("已移交", "handed over"),
        TransferStatus.Declined => new("不予立案", "declined"),
        TransferStatus.Reconsidered => new("复议中", "being reconsidered"),
        TransferStatus.Upheld => new("复议维持", "upheld"),
        TransferStatus.Supervised => new("立案监督中", "being supervised"),
        TransferStatus.Returned => new("已退回", "returned"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The words for a material.</summary>
    /// <param name="material">A material.</param>
    public static BilingualText Of(TransferMaterial material) => material switch
    {
        TransferMaterial.LetterOfTransfer => new("移送书", "letter of transfer"),
        TransferMaterial.InvestigationReport => new("调查报告", "investigation report"),
        TransferMaterial.GoodsList => new("涉案物品清单", "list of goods"),
        TransferMaterial.TestReport => new("检验报告或者鉴定结论", "test report or expert opinion"),
        TransferMaterial.OtherMaterials => new("其他有关材料", "other materials"),
        _ => throw new ArgumentOutOfRangeException(nameof(material), material, null),
    };

    /// <summary>The words for a deadline.</summary>
    /// <param name="kind">One of <see cref="CrimeTransferDeadlines"/>.</param>
    public static BilingualText Deadline(string kind) => CrimeTransferDeadlines.Clocks.Contains(kind) ? StatutoryRules.On(kind, DateOnly.MaxValue).Title : new BilingualText(kind, kind);
}
