using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>严重违法失信名单：期满移出. An enterprise leaves the list of serious violators.</summary>
    public const string SeriousViolatorRemoval = "credit.serious-violator-removal";

    /// <summary>严重违法失信名单：可申请提前移出. Early removal may be applied for once this is over.</summary>
    public const string SeriousViolatorEarlyRemoval = "credit.serious-violator-early-removal";

    /// <summary>严重违法失信名单：公示. An entry in the list of serious violators is published.</summary>
    public const string SeriousViolatorPublication = "credit.serious-violator-publication";

    /// <summary>严重违法失信名单：撤销后移出. An entry is taken off when the decision behind it is annulled.</summary>
    public const string SeriousViolatorAnnulment = "credit.serious-violator-annulment";

    /// <summary>信用修复：受理. An application for credit repair is accepted or not.</summary>
    public const string CreditRepairAcceptance = "credit.repair-acceptance";

    /// <summary>信用修复：决定. Credit repair is decided.</summary>
    public const string CreditRepairDecision = "credit.repair-decision";

    /// <summary>信用修复：停止公示. A publication ends, or an entry is taken off, once repair is decided.</summary>
    public const string CreditRepairCarriedOut = "credit.repair-carried-out";

    /// <summary>信用修复：弄虚作假. Whoever obtained repair by deceit is shown for so long and barred.</summary>
    public const string CreditRepairFraud = "credit.repair-fraud";

    private static readonly Statute SeriousViolatorMeasures = new(new("市场监督管理严重违法失信名单管理办法", "Measures for the List of Serious Violators (SAMR 44)"), new(2021, 9, 1));

    // No act of enforcement starts these: entries in the list, and repair, are applied for and decided apart from the case, by the credit
    // work that is yet to come. A publication that is ended early says its ground itself (EndPublicationEarly).
    private static IEnumerable<StatutoryRule> CreditRules() =>
    [
        Row(SeriousViolatorRemoval, SeriousViolatorMeasures.Article(0), StatutoryPeriod.OfMonths(36), new("期满移出名单", "removal from the list"), new("列入名单", "entry in the list")) with { Confidence = Confidence.OneSource },
        Row(SeriousViolatorEarlyRemoval, SeriousViolatorMeasures.Article(0), StatutoryPeriod.OfMonths(12), new("届满后可申请提前移出", "over before early removal may be applied for"), new("列入名单", "entry in the list")) with { Confidence = Confidence.OneSource },
        OneSource(SeriousViolatorPublication, SeriousViolatorMeasures, StatutoryPeriod.OfWorkingDays(20),
            new("公示列入名单信息", "entry published"), new("作出列入决定", "entry decided")),
        OneSource(SeriousViolatorAnnulment, SeriousViolatorMeasures, StatutoryPeriod.OfWorkingDays(3),
            new("列入决定被撤销的，移出名单", "entry taken off that was annulled"), new("列入决定被撤销", "entry annulled")),
        OneSource(CreditRepairAcceptance, RepairMeasures, StatutoryPeriod.OfWorkingDays(2),
            new("决定是否受理信用修复申请", "application for credit repair accepted or not"), new("收到申请", "application received")),
        OneSource(CreditRepairDecision, RepairMeasures, StatutoryPeriod.OfWorkingDays(7),
            new("作出是否准予信用修复的决定", "credit repair decided"), new("受理申请", "application accepted")) with
        {
            Extensions = [new(10, Head)],
        },
        OneSource(CreditRepairCarriedOut, RepairMeasures, StatutoryPeriod.OfWorkingDays(3),
            new("停止公示或者移出名单", "publication ended, or entry taken off"), new("准予信用修复", "credit repair granted")),
        OneSource(CreditRepairFraud, RepairMeasures, StatutoryPeriod.OfMonths(36),
            new("弄虚作假取得信用修复的，公示且不得再申请", "shown and barred where repair was obtained by deceit"),
            new("撤销信用修复", "credit repair withdrawn")),
    ];

    private static StatutoryRule OneSource(string id, Statute statute, StatutoryPeriod period, BilingualText title, BilingualText start) =>
        Row(id, statute.Article(0), period, title, start) with { Confidence = Confidence.OneSource };
}
