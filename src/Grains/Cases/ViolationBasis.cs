using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>违法行为依据. By which articles a kind of violation is penalised, and since when. A row is never changed: it is closed with a last
/// day, and a further row follows.</summary>
/// <param name="Violation">违法行为. The kind.</param>
/// <param name="Text">依据. The articles, as they are cited.</param>
/// <param name="ValidFrom">施行日期. The first day whose acts it speaks of.</param>
/// <param name="ValidTo">失效日期. The last such day; null while it is in force.</param>
/// <param name="Confidence">可信程度. How sure the row is.</param>
public sealed record ViolationBasis(
    ViolationKind Violation, BilingualText Text, DateOnly ValidFrom, DateOnly? ValidTo, Confidence Confidence) : IInForce
{
    /// <summary>涉及注册商标. Whether it speaks only of acts that infringe a registered mark.</summary>
    public bool OfRegisteredMarks { get; init; }

    /// <summary>产品类别. Codes; only where one of these classes is concerned, all when empty.</summary>
    public ImmutableArray<string> ProductClasses { get; init; } = [];

    /// <summary>除外产品类别. Codes; not where one of these classes is concerned, because a row of its own speaks of them.</summary>
    public ImmutableArray<string> ExceptClasses { get; init; } = [];

    /// <summary>违法情形. Only where exactly this was done; null for whatever was done of the kind.</summary>
    public ViolationSubKind? SubKind { get; init; }

    /// <summary>除外违法情形. Not where this was done, because a row of its own speaks of it; null for none.</summary>
    public ViolationSubKind? ExceptSubKind { get; init; }

    /// <summary>Whether it speaks of what a case is about.</summary>
    /// <param name="found">The case.</param>
    public bool Concerns(CaseState found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.ViolationKinds.Contains(Violation)
            && (!OfRegisteredMarks || InfringesMark(found))
            && (ProductClasses.IsEmpty || ProductClasses.Any(found.ProductClasses.Contains))
            && !ExceptClasses.Any(found.ProductClasses.Contains)
            && (SubKind is null || found.Lead.SubKind == SubKind)
            && (ExceptSubKind is null || found.Lead.SubKind != ExceptSubKind);
    }

    // Somebody's mark is known to be concerned when it was counted, or when goods were listed with the holder of the right.
    private static bool InfringesMark(CaseState found) =>
        found.Figures.Marks > 0 || found.Goods.Any(line => line is { RightsHolder: not null, Quantity: > 0 });
}

/// <summary>违法行为依据表. The articles by which each kind of violation is penalised, by the day of the act.</summary>
public static class ViolationBases
{
    private const string Product = "产品质量法";
    private const string ProductInEnglish = "Product Quality Law";
    private const string Food = "食品安全法";
    private const string FoodInEnglish = "Food Safety Law";

    // The decision of 12 September 2025 left the numbers of these articles as they were; it is in force from 1 December.
    private const string FoodAmended = "食品安全法（2025年修正）";
    private const string FoodAmendedInEnglish = "Food Safety Law (as amended in 2025)";

    private static readonly DateOnly ProductLaw = new(2000, 9, 1);
    private static readonly DateOnly CertificationAmended = new(2016, 2, 6);
    private static readonly DateOnly FoodLaw = new(2015, 10, 1);
    private static readonly DateOnly FoodLawAmended = new(2025, 12, 1);
    private static readonly DateOnly MarksLaw = new(2014, 5, 1);
    private static readonly DateOnly MarksLawRevised = new(2027, 1, 1);
    private static readonly DateOnly IndicationProvisions = new(2005, 7, 15);
    private static readonly DateOnly IndicationMeasures = new(2024, 2, 1);
    private static readonly ImmutableArray<string> OfFood = ["FOOD"];

    /// <summary>全部依据. Every row.</summary>
    public static ImmutableArray<ViolationBasis> All { get; } =
    [
        Row(ViolationKind.ForgedNameOrAddress, $"{Product} 第五十三条", $"{ProductInEnglish}, art. 53", ProductLaw),
        Row(ViolationKind.ForgedQualityMark, $"{Product} 第五十三条", $"{ProductInEnglish}, art. 53", ProductLaw),
        Row(ViolationKind.GeographicalIndicationInfringement, $"地理标志产品保护规定 第二十四条；{Product} 第五十三条",
            $"Provisions on Products of Geographical Indication, art. 24; {ProductInEnglish}, art. 53", IndicationProvisions) with
        {
            ValidTo = IndicationMeasures.PlusDays(-1), Confidence = Confidence.Unconfirmed,
        },
        Row(ViolationKind.GeographicalIndicationInfringement, $"地理标志产品保护办法；{Product} 第五十三条",
            $"Measures on Products of Geographical Indication; {ProductInEnglish}, art. 53", IndicationMeasures) with
        {
            Confidence = Confidence.Unconfirmed,
        },
        Row(ViolationKind.AdulterationOrSubstandard, $"{Product} 第五十条", $"{ProductInEnglish}, art. 50", ProductLaw) with
        {
            ExceptClasses = OfFood,
        },
        .. OfFoodLaw(ViolationKind.AdulterationOrSubstandard, "第一百二十四条", "art. 124"),
        Row(ViolationKind.UnlicensedProduction, "工业产品生产许可证管理条例 第四十五条",
            "Regulation on Production Licences for Industrial Products, art. 45", new(2005, 9, 1)) with
        {
            ExceptClasses = OfFood, ExceptSubKind = ViolationSubKind.WithoutCertification,
        },
        .. OfFoodLaw(ViolationKind.UnlicensedProduction, "第一百二十二条", "art. 122"),

        // Goods of the catalogue that leave the works uncertified lack no production licence. The article had another number before the
        // amendment of 2016.
        .. new[]
        {
            Uncertified("第六十七条", "art. 67", new(2003, 11, 1)) with { ValidTo = CertificationAmended.PlusDays(-1) },
            Uncertified("第六十六条", "art. 66", CertificationAmended),
        },
        Row(ViolationKind.CertificationMarkMisuse, $"认证认可条例 第七十条；{Product} 第五十三条",
            $"Regulation on Certification and Accreditation, art. 70; {ProductInEnglish}, art. 53", new(2003, 11, 1)) with
        {
            Confidence = Confidence.Unconfirmed,
        },

        // Where a registered mark is infringed, the law of marks applies as well.
        .. new[]
        {
            ViolationKind.ForgedNameOrAddress, ViolationKind.ForgedQualityMark, ViolationKind.GeographicalIndicationInfringement,
            ViolationKind.CertificationMarkMisuse,
        }.SelectMany(OfMarksLaw),
    ];

    /// <summary>The rows that speak of a case, by the law of a day.</summary>
    /// <param name="found">The case.</param>
    /// <param name="day">The day whose law counts (Asia/Shanghai).</param>
    public static ImmutableArray<ViolationBasis> Of(CaseState found, DateOnly day) =>
        [.. All.Where(row => row.IsInForceOn(day) && row.Concerns(found))];

    /// <summary>The articles as they are cited together, in Chinese.</summary>
    /// <param name="rows">The rows.</param>
    internal static string Cited(ImmutableArray<ViolationBasis> rows) => string.Join('；', rows.Select(row => row.Text.Chinese));

    private static IEnumerable<ViolationBasis> OfMarksLaw(ViolationKind violation) => new[]
    {
        Row(violation, "商标法 第五十七条、第六十条", "Trademark Law, arts. 57 and 60", MarksLaw) with
        {
            ValidTo = MarksLawRevised.PlusDays(-1),
        },
        Row(violation, "商标法（2026年修订） 第七十四条至第七十六条", "Trademark Law (as revised in 2026), arts. 74 to 76", MarksLawRevised) with
        {
            Confidence = Confidence.OneSource,
        },
    }.Select(row => row with { OfRegisteredMarks = true });

    private static IEnumerable<ViolationBasis> OfFoodLaw(ViolationKind violation, string article, string articleInEnglish) => new[]
    {
        Row(violation, $"{Food} {article}", $"{FoodInEnglish}, {articleInEnglish}", FoodLaw) with
        {
            ValidTo = FoodLawAmended.PlusDays(-1),
        },
        Row(violation, $"{FoodAmended} {article}", $"{FoodAmendedInEnglish}, {articleInEnglish}", FoodLawAmended) with
        {
            Confidence = Confidence.OneSource,
        },
    }.Select(row => row with { ProductClasses = OfFood });

    private static ViolationBasis Uncertified(string article, string articleInEnglish, DateOnly from) => Row(
        ViolationKind.UnlicensedProduction,
        $"认证认可条例 {article}；强制性产品认证管理规定 第四十九条",
        $"Regulation on Certification and Accreditation, {articleInEnglish}; Provisions on Compulsory Product Certification, art. 49",
        from) with
    {
        SubKind = ViolationSubKind.WithoutCertification,
        Confidence = Confidence.OneSource,
    };

    private static ViolationBasis Row(ViolationKind violation, string chinese, string english, DateOnly from) =>
        new(violation, new BilingualText(chinese, english), from, null, Confidence.Confirmed);
}

/// <summary>适用法律. By which law a decision was made (行政处罚法 第三十七条): that of the act's day, or the milder one of the decision's.</summary>
/// <param name="ActOn">行为日期. The day the act ended (Asia/Shanghai); null where it goes on or is not known, so that the law of the decision
/// applies.</param>
/// <param name="Articles">条文. The articles that were applied, as they are cited.</param>
/// <param name="IsMilder">从轻适用新法. Whether they are those of the decision's day, because they are milder.</param>
/// <param name="GainsBasis">违法所得认定依据. By which article the illegal gains were counted; null where no lawful costs were proven.</param>
/// <param name="AreGainsMilder">违法所得从轻适用新规. Whether that is a rule from after the act, because it is milder.</param>
[GenerateSerializer, Immutable, Alias("applied-law")]
public sealed record AppliedLaw(
    DateOnly? ActOn, string Articles, bool IsMilder, string? GainsBasis = null, bool AreGainsMilder = false);
