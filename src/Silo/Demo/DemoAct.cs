using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Cases;

namespace ShuangDa.Silo.Demo;

/// <summary>演示违法行为. What is done in a case, by what statute it is punished, and which section it belongs to.</summary>
/// <param name="Kind">违法行为. The kind.</param>
/// <param name="Words">案由. What was done, as titles say it.</param>
/// <param name="Basis">依据. The statute by which it is punished.</param>
/// <param name="Trades">产品类别. The classes of those who do it; none: any.</param>
/// <param name="Most">罚款倍数. How many times the goods' value the fine may be.</param>
/// <param name="Section">责任科室. The code of the section whose it is.</param>
internal sealed record DemoAct(
    ViolationKind Kind, string Words, string Basis, ImmutableArray<string> Trades, decimal Most, string Section)
{
    private const string OfMarks = "产品质量法 第五十三条";
    private const string OfCertificates = "认证认可条例 第七十条；产品质量法 第五十三条";

    private static readonly ImmutableArray<string> Certified = ["LOW_VOLTAGE_ELECTRICAL", "HOUSEHOLD_APPLIANCES", "AUTO_PARTS"];

    private static readonly ImmutableArray<string> Licensed = ["OIL_SALT_CHEMICALS", "FERTILISER", "WOOD_PANELS", "COATINGS"];

    private static readonly ImmutableArray<string> Manufactures = [.. Certified, .. Licensed, "TEXTILES", "CLOTHING", "DETERGENTS"];

    /// <summary>Whoever sells under another's name.</summary>
    public static DemoAct ForgedName { get; } =
        new(ViolationKind.ForgedNameOrAddress, "冒用他人厂名厂址", OfMarks, [], 1, "INSPECTION");

    /// <summary>A quality mark that nobody gave.</summary>
    public static DemoAct QualityMark { get; } =
        new(ViolationKind.ForgedQualityMark, "冒用质量标志", OfMarks, [], 1, "PRODUCT_QUALITY");

    /// <summary>The mark of goods of international standards.</summary>
    public static DemoAct StandardMark { get; } = QualityMark with
    {
        Words = "冒用采用国际标准产品标志",
        Trades = Manufactures,
        Section = "STANDARDS",
    };

    /// <summary>The mark of packers whose quantities can be relied on (C标志).</summary>
    public static DemoAct QuantityMark { get; } = QualityMark with
    {
        Words = "冒用定量包装商品计量保证能力合格标志",
        Trades = ["FOOD", "DETERGENTS"],
        Section = "METROLOGY",
    };

    /// <summary>A protected name of a place.</summary>
    public static DemoAct Indication { get; } = new(
        ViolationKind.GeographicalIndicationInfringement, "擅自使用地理标志", $"地理标志产品保护办法；{OfMarks}", ["FOOD"], 1, "FOOD_PRODUCTION");

    /// <summary>Goods below their standard.</summary>
    public static DemoAct Substandard { get; } =
        new(ViolationKind.AdulterationOrSubstandard, "以不合格产品冒充合格产品", "产品质量法 第五十条", Manufactures, 3, "PRODUCT_QUALITY");

    /// <summary>Vessels under pressure below their standard, of a maker of metal goods.</summary>
    public static DemoAct Vessels { get; } = Substandard with
    {
        Words = "以不合格压力容器冒充合格产品",
        Trades = ["OTHER"],
        Section = "SPECIAL_EQUIPMENT",
        Goods = "PRESSURE_VESSELS",
    };

    /// <summary>Production without the licence that it needs.</summary>
    public static DemoAct Unlicensed { get; } = new(
        ViolationKind.UnlicensedProduction, "无证生产", "工业产品生产许可证管理条例 第四十五条", Licensed, 3, "INSPECTION")
    {
        IsWithoutLicence = true,
    };

    /// <summary>A certificate's mark on goods that it does not cover.</summary>
    public static DemoAct BeyondCertificate { get; } =
        new(ViolationKind.CertificationMarkMisuse, "超范围使用认证标志", OfCertificates, Certified, 1, "CERTIFICATION");

    /// <summary>A certificate's mark of those who have none.</summary>
    public static DemoAct WithoutCertificate { get; } = BeyondCertificate with { Words = "冒用认证标志", IsWithoutLicence = true };

    /// <summary>物品类别. The class of the goods where it is not that of the party's trade, or null.</summary>
    public string? Goods { get; private init; }

    /// <summary>无证. Whether the party has no licence, or it could not have done this.</summary>
    public bool IsWithoutLicence { get; private init; }

    /// <summary>移送其他机关. Another authority's case of its kind: the goods by which it is theirs, to whom it goes, and why.</summary>
    /// <param name="kind">The kind.</param>
    public static (ImmutableArray<string> Trades, string Agency, string Reason) PassedOn(ViolationKind kind) => kind switch
    {
        ViolationKind.ForgedNameOrAddress =>
            ([], "PRESS_AND_PUBLICATION", "涉案物品主要系印刷企业擅自印制的他人包装和标识，属新闻出版部门管辖（印刷业管理条例）"),
        ViolationKind.ForgedQualityMark => (["FOOD"], "AGRICULTURE", "涉案产品系未经加工的食用农产品，冒用标志发生在种植环节，属农业农村部门管辖"),
        ViolationKind.GeographicalIndicationInfringement =>
            (["FOOD"], "AGRICULTURE", "所使用的系农产品地理标志，在种植环节查获，属农业农村部门管辖"),
        ViolationKind.AdulterationOrSubstandard => (["AUTO_PARTS"], "COMMERCE", "涉案零部件系报废机动车回收企业拆解出售，属商务部门管辖"),
        ViolationKind.UnlicensedProduction => (["FERTILISER"], "AGRICULTURE", "涉案肥料未经登记，属农业农村部门管辖"),
        ViolationKind.CertificationMarkMisuse => (Certified, "HEALTH", "涉案产品系医疗机构使用的消毒器械，属卫生健康部门管辖"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>主管机关. The name of the authority that what an inspection finds of goods of a class is passed on to.</summary>
    /// <param name="productClass">The class.</param>
    public static string CompetentFor(string productClass)
    {
        var code = productClass switch
        {
            "FOOD" or "FERTILISER" or "FARM_SUPPLIES" => "AGRICULTURE",
            "COSMETICS" or "DETERGENTS" => "HEALTH",
            _ => "COMMERCE",
        };
        return Agency.List.FindDelivered(code)!.Name;
    }
}
