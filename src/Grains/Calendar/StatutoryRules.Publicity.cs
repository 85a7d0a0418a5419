using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>公示：通报批评、较低数额罚款. How long a slight penalty is shown.</summary>
    public const string PublicityMinor = "publicity.minor";

    /// <summary>公示：一般. How long a penalty is shown.</summary>
    public const string PublicityGeneral = "publicity.general";

    /// <summary>公示：食品、药品等. How long a penalty for food, drugs, cosmetics, special equipment or key industrial products is shown.</summary>
    public const string PublicityKeyGoods = "publicity.key-goods";

    /// <summary>公示：停产停业、限制. How long an order to stop, a restriction or a ban is shown.</summary>
    public const string PublicityRestriction = "publicity.restriction";

    /// <summary>公示：吊销、降低资质、责令关闭. How long the gravest penalties are shown.</summary>
    public const string PublicityGravest = "publicity.gravest";

    /// <summary>公示：一般，提前停止. From when a publication may be ended early.</summary>
    public const string PublicityGeneralEarly = "publicity.general-early";

    /// <summary>公示：食品、药品等，提前停止. From when it may be ended early.</summary>
    public const string PublicityKeyGoodsEarly = "publicity.key-goods-early";

    /// <summary>公示：停产停业、限制，提前停止. From when it may be ended early.</summary>
    public const string PublicityRestrictionEarly = "publicity.restriction-early";

    /// <summary>公示：限制期限届满. A publication that lasts until a limit ends.</summary>
    public const string PublicityEnd = "publicity.end";

    // Penalties were shown for three years and, after six months or a year, no longer where they were repaired.
    private static readonly Statute RepairMeasuresOf2021 =
        new(new("市场监督管理信用修复管理办法（国市监信规〔2021〕3号）", "Measures for Credit Repair (2021)"), new(2021, 9, 1));

    private static readonly Statute RepairMeasures =
        new(new("市场监督管理信用修复管理办法（市场监管总局令第107号）", "Measures for Credit Repair (SAMR 107)"), new(2025, 12, 25));

    private static IEnumerable<StatutoryRule> PublicityRules() =>
    [
        .. Shown(PublicityMinor, 3, 3, "通报批评或者较低数额罚款的公示", "slight penalty shown"),
        .. Shown(PublicityGeneral, 36, 12, "处罚信息公示", "penalty shown"),
        .. Shown(PublicityKeyGoods, 36, 36, "食品、药品、化妆品、特种设备、重要工业产品领域处罚信息公示", "penalty for goods of safety shown"),
        .. Shown(PublicityRestriction, 36, 36, "责令停产停业、限制类处罚信息公示", "order to stop, restriction or ban shown"),
        .. Shown(PublicityGravest, 36, 36, "降低资质等级、吊销许可证件、责令关闭的处罚信息公示", "gravest penalties shown"),
        .. EndedEarly(PublicityGeneralEarly, 6, 3),
        .. EndedEarly(PublicityKeyGoodsEarly, 12, 12),
        .. EndedEarly(PublicityRestrictionEarly, 6, 12),
        Row(PublicityEnd, PenaltyPublicity.Article(0), new StatutoryPeriod(0, PeriodUnit.CalendarDays),
            new("停止公示", "publication ended"), new("限制期限届满", "end of the limit")) with { Confidence = Confidence.OneSource },
    ];

    private static ImmutableArray<StatutoryRule> Shown(string id, int months, int monthsSince2025, string chinese, string english) =>
        Publicity(id, PenaltyPublicity.Article(13), months, monthsSince2025, chinese, english);

    private static ImmutableArray<StatutoryRule> EndedEarly(string id, int months, int monthsSince2025) => Publicity(
        id, RepairMeasuresOf2021.Article(5), months, monthsSince2025, "信用修复，可以提前停止公示", "over before a publication may be ended early");

    private static ImmutableArray<StatutoryRule> Publicity(
        string id, Citation before, int months, int monthsSince2025, string chinese, string english) =>
    [
        Row(id, before, StatutoryPeriod.OfMonths(months), new(chinese, english), new("公示", "publication")) with
        {
            Confidence = Confidence.OneSource,
            ValidTo = RepairMeasures.InForceFrom.PlusDays(-1),
        },
        Row(id, RepairMeasures.Article(0), StatutoryPeriod.OfMonths(monthsSince2025), new(chinese, english), new("公示", "publication")) with
        {
            Confidence = Confidence.OneSource,
        },
    ];
}
