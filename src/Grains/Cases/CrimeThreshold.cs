using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>罪名. The offences whose thresholds the recorded figures are compared with.</summary>
[JsonConverter(typeof(WireNameConverter<Offence>))]
public enum Offence
{
    /// <summary>Producing or selling inferior products (刑法 第一百四十条).</summary>
    [Term("生产、销售伪劣产品罪", "producing or selling inferior products")]
    InferiorProducts,

    /// <summary>Counterfeiting a registered mark (刑法 第二百一十三条).</summary>
    [Term("假冒注册商标罪", "counterfeiting a registered mark")]
    CounterfeitMark,

    /// <summary>Selling goods with counterfeit marks (刑法 第二百一十四条).</summary>
    [Term("销售假冒注册商标的商品罪", "selling goods with counterfeit marks")]
    SellingCounterfeits,

    /// <summary>Making or selling counterfeit labels (刑法 第二百一十五条).</summary>
    [Term("非法制造、销售非法制造的注册商标标识罪", "making or selling counterfeit labels")]
    CounterfeitLabels,

    /// <summary>Counterfeiting a patent (刑法 第二百一十六条).</summary>
    [Term("假冒专利罪", "counterfeiting a patent")]
    CounterfeitPatent,

    /// <summary>Unsafe food (刑法 第一百四十三条).</summary>
    [Term("生产、销售不符合安全标准的食品罪", "producing or selling unsafe food")]
    UnsafeFood,

    /// <summary>Poisonous or harmful food (刑法 第一百四十四条).</summary>
    [Term("生产、销售有毒、有害食品罪", "producing or selling toxic or harmful food")]
    ToxicFood,

    /// <summary>Illegal business (刑法 第二百二十五条).</summary>
    [Term("非法经营罪", "illegal business")]
    IllegalBusiness,

    /// <summary>Forging or trading state documents (刑法 第二百八十条).</summary>
    [Term("伪造、变造、买卖国家机关公文、证件、印章罪", "forging or trading state documents")]
    ForgedStateDocuments,

    /// <summary>Another crime suspected: injury or death, repeated penalties, violence against officers.</summary>
    [Term("其他涉嫌犯罪", "another suspected crime")]
    Other,

    /// <summary>Products that do not meet the standards of safety: electrical goods, pressure vessels, car parts (刑法 第一百四十六条).</summary>
    [Term("生产、销售不符合安全标准的产品罪", "producing or selling unsafe products")]
    UnsafeProducts,

    /// <summary>Fake or inferior pesticides, fertilisers, seeds (刑法 第一百四十七条).</summary>
    [Term("生产、销售伪劣农药、兽药、化肥、种子罪", "producing or selling inferior farm supplies")]
    InferiorFarmSupplies,

    /// <summary>Cosmetics that do not meet the standards of hygiene (刑法 第一百四十八条).</summary>
    [Term("生产、销售不符合卫生标准的化妆品罪", "producing or selling substandard cosmetics")]
    SubstandardCosmetics,
}

/// <summary>情节. What was found beside the figures and makes a crime suspected by itself.</summary>
[JsonConverter(typeof(WireNameConverter<GraveCircumstance>))]
public enum GraveCircumstance
{
    /// <summary>Somebody was hurt or killed.</summary>
    [Term("造成人身伤亡", "somebody was hurt or killed")]
    InjuryOrDeath,

    /// <summary>Penalised for the like within two years, more than once.</summary>
    [Term("两年内因同类行为多次受处罚", "penalised for the like within two years, more than once")]
    RepeatedWithinTwoYears,

    /// <summary>Violence against officers.</summary>
    [Term("暴力阻碍执法", "violence against officers")]
    ViolenceAgainstOfficers,

    /// <summary>Food that can cause grave illness.</summary>
    [Term("食品足以造成严重食物中毒或者食源性疾病", "food that can cause grave illness")]
    DangerousFood,

    /// <summary>Poisonous or harmful matter in food.</summary>
    [Term("食品掺入有毒、有害的非食品原料", "poisonous or harmful matter in food")]
    ToxicFood,

    /// <summary>A patent was counterfeited.</summary>
    [Term("假冒专利", "a counterfeited patent")]
    CounterfeitPatent,

    /// <summary>State documents were forged or traded.</summary>
    [Term("伪造、买卖国家机关证件", "state documents forged or traded")]
    ForgedStateDocument,

    /// <summary>Illegal business by the standard of the field; of food, from the amounts of its standard on.</summary>
    [Term("涉嫌非法经营", "illegal business")]
    IllegalBusiness,

    /// <summary>The mark is registered for a service, not for goods.</summary>
    [Term("假冒服务商标", "a counterfeited service mark")]
    ServiceMark,

    /// <summary>Cosmetics had serious consequences, such as disfigurement.</summary>
    [Term("造成严重后果", "serious consequences")]
    SeriousConsequences,
}

/// <summary>数额项目. What a threshold measures.</summary>
[JsonConverter(typeof(WireNameConverter<CrimeFigure>))]
public enum CrimeFigure
{
    /// <summary>No amount: the act itself.</summary>
    [Term("情节", "the act itself")]
    Act,

    /// <summary>What was sold, in 分.</summary>
    [Term("销售金额", "sales amount")]
    SalesAmount,

    /// <summary>What is not yet sold is worth, in 分.</summary>
    [Term("未销售货值", "value of unsold goods")]
    UnsoldValue,

    /// <summary>Three times what was sold and what is unsold, in 分.</summary>
    [Term("销售金额三倍与未销售货值合计", "three times the sales and the unsold goods")]
    SalesThriceAndUnsold,

    /// <summary>What was sold and what is unsold, in 分.</summary>
    [Term("销售金额与未销售货值合计", "sales and unsold goods")]
    SalesAndUnsold,

    /// <summary>The business done, in 分.</summary>
    [Term("非法经营数额", "amount of illegal business")]
    BusinessAmount,

    /// <summary>Illegal gains, in 分.</summary>
    [Term("违法所得", "illegal gains")]
    IllegalGains,

    /// <summary>Counterfeit labels, in pieces.</summary>
    [Term("标识件数", "number of labels")]
    LabelPieces,

    /// <summary>The loss of the right holder or of whoever was harmed, in 分.</summary>
    [Term("直接经济损失", "direct loss")]
    Loss,
}

/// <summary>涉案数额. What was found of amounts and circumstances. Money in 分.</summary>
/// <param name="GoodsValue">货值金额. What the goods are worth, sold or not.</param>
/// <param name="SalesAmount">销售金额. What was taken for those that were sold.</param>
/// <param name="UnsoldValue">未销售货值. What the unsold ones are worth.</param>
/// <param name="IllegalGains">违法所得. What was taken by the act, costs not deducted (<see cref="GainsRules"/>).</param>
/// <param name="BusinessAmount">非法经营数额. The business done with infringing goods.</param>
/// <param name="Loss">直接经济损失. The loss of the right holder or of whoever was harmed.</param>
/// <param name="LabelPieces">标识件数. Counterfeit labels, in pieces.</param>
/// <param name="Marks">商标数. How many registered marks are concerned.</param>
/// <param name="Circumstances">情节. What was found beside the figures.</param>
/// <param name="Patents">专利数. How many patents of others are concerned; null where nobody counted them.</param>
/// <param name="LawfulCosts">合法必要支出. The lawful costs of the act that were proven; null where none were.</param>
[GenerateSerializer, Immutable, Alias("case-figures")]
public sealed record CaseFigures(
    long GoodsValue,
    long SalesAmount,
    long UnsoldValue,
    long IllegalGains,
    long BusinessAmount,
    long Loss,
    long LabelPieces,
    int Marks,
    ImmutableArray<GraveCircumstance> Circumstances,
    int? Patents = null,
    long? LawfulCosts = null)
{
    /// <summary>Nothing found yet.</summary>
    public static CaseFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, []);

    /// <summary>Whether two say the same.</summary>
    /// <param name="other">The other.</param>
    public bool SaysTheSameAs(CaseFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Circumstances = [] } == other with { Circumstances = [] } && Circumstances.SequenceEqual(other.Circumstances);
    }

    /// <summary>Whether more was found than the other says, of any amount, number or circumstance that makes a crime.</summary>
    /// <param name="other">The other.</param>
    public bool SayMoreThan(CaseFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return GoodsValue > other.GoodsValue || SalesAmount > other.SalesAmount || UnsoldValue > other.UnsoldValue
            || IllegalGains > other.IllegalGains || BusinessAmount > other.BusinessAmount || Loss > other.Loss
            || LabelPieces > other.LabelPieces || Marks > other.Marks || (Patents ?? 0) > (other.Patents ?? 0)
            || Circumstances.Except(other.Circumstances).Any();
    }

    /// <summary>依法认定的违法所得. The illegal gains by the law of a day: all that was taken, or that less the proven lawful costs.</summary>
    /// <param name="day">The day whose law counts (Asia/Shanghai).</param>
    public long GainsBy(DateOnly day) => GainsRules.On(day).DeductsCosts ? IllegalGains - (LawfulCosts ?? 0) : IllegalGains;

    /// <summary>The same, with illegal gains by the law of a day.</summary>
    /// <param name="day">The day whose law counts (Asia/Shanghai).</param>
    public CaseFigures By(DateOnly day) => this with { IllegalGains = GainsBy(day), LawfulCosts = null };

    internal long Of(CrimeFigure figure) => figure switch
    {
        CrimeFigure.Act => 0,
        CrimeFigure.SalesAmount => SalesAmount,
        CrimeFigure.UnsoldValue => UnsoldValue,
        CrimeFigure.SalesThriceAndUnsold => (3 * SalesAmount) + UnsoldValue,
        CrimeFigure.SalesAndUnsold => SalesAmount + UnsoldValue,
        CrimeFigure.BusinessAmount => BusinessAmount,
        CrimeFigure.IllegalGains => IllegalGains,
        CrimeFigure.LabelPieces => LabelPieces,
        CrimeFigure.Loss => Loss,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };
}

/// <summary>刑事立案追诉标准. A threshold at which a crime is suspected, as data with a validity: a new interpretation is a new row.</summary>
/// <param name="Offence">罪名. Which offence.</param>
/// <param name="Article">条文. The article of 刑法; 0 where the row speaks of no offence in particular.</param>
/// <param name="Figure">数额项目. What is measured.</param>
/// <param name="AtLeast">起点. From this figure on, in 分 or pieces; 0 for an act.</param>
/// <param name="MarksAtLeast">商标数起点. Only where at least so many marks are concerned.</param>
/// <param name="Violations">违法行为. The kinds of violation it is compared with; all when empty.</param>
/// <param name="Circumstance">情节. Only where this was found, or null.</param>
/// <param name="ValidFrom">施行日期. The first day it applies.</param>
/// <param name="ValidTo">失效日期. The last day it applies, or null.</param>
/// <param name="Source">来源. Where it stands.</param>
/// <param name="Confidence">可信程度. How sure the row is.</param>
[GenerateSerializer, Immutable, Alias("crime-threshold")]
public sealed record CrimeThreshold(
    Offence Offence,
    int Article,
    CrimeFigure Figure,
    long AtLeast,
    int MarksAtLeast,
    ImmutableArray<ViolationKind> Violations,
    GraveCircumstance? Circumstance,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Source,
    Confidence Confidence) : IInForce
{
    /// <summary>专利数起点. Only where at least so many patents of others are concerned.</summary>
    [Id(20)] public int PatentsAtLeast { get; init; }

    /// <summary>除外情节. Not where this was found, because a row of its own speaks of it; null for none.</summary>
    [Id(21)] public GraveCircumstance? Unless { get; init; }

    /// <summary>产品类别. Only where one of these classes is concerned; all when empty.</summary>
    [Id(22)] public ImmutableArray<string> ProductClasses { get => field.IsDefault ? [] : field; init; }

    /// <summary>除外产品类别. Not where one of these classes is concerned, because a row of its own speaks of them.</summary>
    [Id(23)] public ImmutableArray<string> ExceptClasses { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether what was found meets it.</summary>
    /// <param name="violations">The kinds of violation.</param>
    /// <param name="classes">The codes of the product classes concerned.</param>
    /// <param name="figures">What was found.</param>
    public bool IsMetBy(IReadOnlyCollection<ViolationKind> violations, IReadOnlyCollection<string> classes, CaseFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return IsOf(violations, classes)
            && (Circumstance is not { } needed || figures.Circumstances.Contains(needed))
            && (Unless is not { } unless || !figures.Circumstances.Contains(unless))
            && figures.Marks >= MarksAtLeast
            && (figures.Patents ?? 0) >= PatentsAtLeast
            && figures.Of(Figure) >= AtLeast;
    }

    /// <summary>Whether it speaks of acts of these kinds on these products.</summary>
    /// <param name="violations">The kinds of violation.</param>
    /// <param name="classes">The codes of the product classes concerned.</param>
    internal bool IsOf(IReadOnlyCollection<ViolationKind> violations, IReadOnlyCollection<string> classes) =>
        (Violations.IsEmpty || Violations.Any(violations.Contains))
        && (ProductClasses.IsEmpty || ProductClasses.Any(classes.Contains))
        && !ExceptClasses.Any(classes.Contains);
}

/// <summary>追诉标准表. The thresholds of law, by offence and validity.</summary>
public static class CrimeThresholds
{
    private const string Standards = "最高人民检察院、公安部关于公安机关管辖的刑事案件立案追诉标准的规定（一）";
    private const string Inferior2001 = "法释〔2001〕10号 第二条";
    private const string Interpretation2025 = "法释〔2025〕5号";
    private const string Interpretation2004 = "法释〔2004〕19号";
    private const string Food2021 = "法释〔2021〕24号 第十八条";
    private const string Transfer = "行政执法机关移送涉嫌犯罪案件的规定 第三条";
    private const long Yuan = 100;

    private static readonly DateOnly Since2004 = new(2004, 12, 22);
    private static readonly DateOnly Since2008 = new(2008, 6, 25);
    private static readonly DateOnly Since2020 = new(2020, 8, 7);
    private static readonly DateOnly Since2022 = new(2022, 1, 1);
    private static readonly DateOnly Before2025 = new(2025, 4, 25);
    private static readonly DateOnly Since2025 = new(2025, 4, 26);

    // Unlicensed and substandard goods are tested against 140 and 146 to 148.
    private static readonly ImmutableArray<ViolationKind> OfQuality =
        [ViolationKind.AdulterationOrSubstandard, ViolationKind.UnlicensedProduction];

    // Most cases of counterfeit brands are booked as forged names, addresses or marks.
    private static readonly ImmutableArray<ViolationKind> OfMarks =
    [
        ViolationKind.ForgedNameOrAddress,
        ViolationKind.ForgedQualityMark,
        ViolationKind.GeographicalIndicationInfringement,
        ViolationKind.CertificationMarkMisuse,
    ];

    private static readonly ImmutableArray<string> OfSafety =
        ["LOW_VOLTAGE_ELECTRICAL", "HOUSEHOLD_APPLIANCES", "PRESSURE_VESSELS", "AUTO_PARTS"];
    private static readonly ImmutableArray<string> OfFarming = ["FERTILISER", "FARM_SUPPLIES"];
    private static readonly ImmutableArray<string> OfCosmetics = ["COSMETICS"];
    private static readonly ImmutableArray<string> OfFood = ["FOOD"];

    /// <summary>Every row.</summary>
    public static ImmutableArray<CrimeThreshold> All { get; } =
    [
        // Whatever the class: what 146 to 148 do not reach is left to 140 (刑法 第一百四十九条).
        .. new[]
        {
            (CrimeFigure.SalesAmount, 50_000L), (CrimeFigure.UnsoldValue, 150_000), (CrimeFigure.SalesThriceAndUnsold, 150_000),
        }.Select(one =>
            Row(Offence.InferiorProducts, 140, one.Item1, one.Item2, OfQuality, Since2008, $"{Inferior2001}；{Standards}")),
        Act(Offence.UnsafeProducts, 146, GraveCircumstance.InjuryOrDeath, Standards, Confidence.OneSource) with
        {
            Violations = OfQuality, ProductClasses = OfSafety, ValidFrom = Since2008,
        },
        Row(Offence.UnsafeProducts, 146, CrimeFigure.Loss, 100_000, OfQuality, Since2008, Standards) with
        {
            ProductClasses = OfSafety, Confidence = Confidence.OneSource,
        },
        Row(Offence.InferiorFarmSupplies, 147, CrimeFigure.Loss, 20_000, OfQuality, Since2008, Standards) with
        {
            ProductClasses = OfFarming,
        },
        Act(Offence.SubstandardCosmetics, 148, GraveCircumstance.SeriousConsequences, Standards, Confidence.Confirmed) with
        {
            Violations = OfQuality, ProductClasses = OfCosmetics, ValidFrom = Since2008,
        },

        .. OfCounterfeitsBefore2025().Select(row => row with { ValidTo = Before2025, Confidence = Confidence.OneSource }),
        .. OfCounterfeitsSince2025(),
        .. OfPatents(loss: 500_000, Since2004, Interpretation2004)
            .Select(row => row with { ValidTo = Before2025, Confidence = Confidence.OneSource }),
        .. OfPatents(loss: 300_000, Since2025, Interpretation2025).Select(row => row with { Confidence = Confidence.Unconfirmed }),

        Act(Offence.UnsafeFood, 143, GraveCircumstance.DangerousFood, Standards, Confidence.Confirmed),
        Act(Offence.ToxicFood, 144, GraveCircumstance.ToxicFood, Standards, Confidence.Confirmed),
        .. new[] { (CrimeFigure.BusinessAmount, 100_000L), (CrimeFigure.IllegalGains, 50_000) }.Select(one =>
            Row(Offence.IllegalBusiness, 225, one.Item1, one.Item2, [], Since2022, Food2021) with
            {
                Circumstance = GraveCircumstance.IllegalBusiness, ProductClasses = OfFood,
            }),
        Act(Offence.IllegalBusiness, 225, GraveCircumstance.IllegalBusiness, "按各领域追诉标准", Confidence.Unconfirmed) with
        {
            ExceptClasses = OfFood,
        },
        Act(Offence.ForgedStateDocuments, 280, GraveCircumstance.ForgedStateDocument, Standards, Confidence.OneSource),
        Act(Offence.Other, 0, GraveCircumstance.InjuryOrDeath, Transfer, Confidence.Confirmed),
        Act(Offence.Other, 277, GraveCircumstance.ViolenceAgainstOfficers, Transfer, Confidence.Confirmed),
    ];

    /// <summary>The thresholds that what was found meets on a day.</summary>
    /// <param name="violations">The kinds of violation.</param>
    /// <param name="classes">The codes of the product classes concerned.</param>
    /// <param name="figures">What was found.</param>
    /// <param name="day">The day (Asia/Shanghai).</param>
    public static ImmutableArray<CrimeThreshold> MetBy(
        IReadOnlyCollection<ViolationKind> violations, IReadOnlyCollection<string> classes, CaseFigures figures, DateOnly day) =>
        [.. All.Where(row => row.IsInForceOn(day) && row.IsMetBy(violations, classes, figures))];

    /// <summary>数额项目. The amounts that tell of acts of some kinds whether they are crimes, each by itself.</summary>
    /// <param name="violations">The kinds of violation.</param>
    /// <param name="classes">The codes of the product classes concerned.</param>
    /// <param name="day">The day whose law counts (Asia/Shanghai).</param>
    public static ImmutableArray<CrimeFigure> FiguresOf(
        IReadOnlyCollection<ViolationKind> violations, IReadOnlyCollection<string> classes, DateOnly day) =>
    [
        .. All.Where(row => row.IsInForceOn(day) && row.Circumstance is null && row.IsOf(violations, classes))
            .SelectMany(row => row.Figure switch
            {
                CrimeFigure.Act => [],
                CrimeFigure.SalesThriceAndUnsold or CrimeFigure.SalesAndUnsold => [CrimeFigure.SalesAmount, CrimeFigure.UnsoldValue],
                var figure => (CrimeFigure[])[figure],
            })
            .Distinct().Order(),
    ];

    private static IEnumerable<CrimeThreshold> OfCounterfeitsBefore2025() =>
    [
        OfMark(CrimeFigure.BusinessAmount, 50_000, Since2004, Interpretation2004),
        OfMark(CrimeFigure.IllegalGains, 30_000, Since2004, Interpretation2004),
        OfMark(CrimeFigure.BusinessAmount, 30_000, Since2004, Interpretation2004) with { MarksAtLeast = 2 },
        OfMark(CrimeFigure.IllegalGains, 20_000, Since2004, Interpretation2004) with { MarksAtLeast = 2 },
        OfSale(CrimeFigure.IllegalGains, 30_000, Since2004, Interpretation2004),
        OfSale(CrimeFigure.SalesAmount, 50_000, Since2004, Interpretation2004),
        OfSale(CrimeFigure.UnsoldValue, 150_000, Since2004, Interpretation2004),
        .. OfLabels(pieces: 20_000, business: 50_000, gains: 30_000, Since2004, Interpretation2004),
    ];

    private static IEnumerable<CrimeThreshold> OfCounterfeitsSince2025() =>
    [
        // Of two marks or more, and of whoever was punished for the like within two years, less is enough; the repeat alone is no crime.
        // A mark of services has its own amount and is no case of the others: what was earned and done in business by services is neither
        // by goods (214) nor by labels (215). Goods that were sold, and labels that were counted, are goods and labels.
        .. new[]
        {
            OfMark(CrimeFigure.BusinessAmount, 50_000, Since2025, Interpretation2025),
            OfMark(CrimeFigure.IllegalGains, 30_000, Since2025, Interpretation2025),
            OfMark(CrimeFigure.BusinessAmount, 30_000, Since2025, Interpretation2025) with { MarksAtLeast = 2 },
            OfMark(CrimeFigure.IllegalGains, 20_000, Since2025, Interpretation2025) with { MarksAtLeast = 2 },
            OfMark(CrimeFigure.BusinessAmount, 30_000, Since2025, Interpretation2025) with
            {
                Circumstance = GraveCircumstance.RepeatedWithinTwoYears,
            },
            OfMark(CrimeFigure.IllegalGains, 20_000, Since2025, Interpretation2025) with
            {
                Circumstance = GraveCircumstance.RepeatedWithinTwoYears,
            },
        }.Select(row => row with { Unless = GraveCircumstance.ServiceMark }),
        OfMark(CrimeFigure.IllegalGains, 50_000, Since2025, Interpretation2025) with { Circumstance = GraveCircumstance.ServiceMark },
        OfSale(CrimeFigure.IllegalGains, 30_000, Since2025, Interpretation2025) with { Unless = GraveCircumstance.ServiceMark },
        OfSale(CrimeFigure.SalesAmount, 50_000, Since2025, Interpretation2025),
        OfSale(CrimeFigure.UnsoldValue, 150_000, Since2025, Interpretation2025),
        OfSale(CrimeFigure.SalesAndUnsold, 150_000, Since2025, Interpretation2025),
        .. new[]
        {
            OfLabels(pieces: 10_000, business: 30_000, gains: 20_000, Since2025, Interpretation2025),
            OfLabels(pieces: 5_000, business: 20_000, gains: 10_000, Since2025, Interpretation2025)
                .Select(row => row with { MarksAtLeast = 2 }),
        }.SelectMany(rows => rows).Select(row => row with
        {
            Confidence = Confidence.Unconfirmed,
            Unless = row.Figure is CrimeFigure.LabelPieces ? null : GraveCircumstance.ServiceMark,
        }),
    ];

    private static IEnumerable<CrimeThreshold> OfPatents(long loss, DateOnly from, string source) => new[]
    {
        Row(Offence.CounterfeitPatent, 216, CrimeFigure.BusinessAmount, 200_000, [], from, source),
        Row(Offence.CounterfeitPatent, 216, CrimeFigure.IllegalGains, 100_000, [], from, source),
        Row(Offence.CounterfeitPatent, 216, CrimeFigure.Loss, loss, [], from, source),
        Row(Offence.CounterfeitPatent, 216, CrimeFigure.BusinessAmount, 100_000, [], from, source) with { PatentsAtLeast = 2 },
        Row(Offence.CounterfeitPatent, 216, CrimeFigure.IllegalGains, 50_000, [], from, source) with { PatentsAtLeast = 2 },
    }.Select(row => row with { Circumstance = GraveCircumstance.CounterfeitPatent });

    private static IEnumerable<CrimeThreshold> OfLabels(long pieces, long business, long gains, DateOnly from, string source) =>
    [
        Row(Offence.CounterfeitLabels, 215, CrimeFigure.LabelPieces, pieces, OfMarks, from, source),
        Row(Offence.CounterfeitLabels, 215, CrimeFigure.BusinessAmount, business, OfMarks, from, source),
        Row(Offence.CounterfeitLabels, 215, CrimeFigure.IllegalGains, gains, OfMarks, from, source),
    ];

    private static CrimeThreshold OfMark(CrimeFigure figure, long atLeast, DateOnly from, string source) =>
        Row(Offence.CounterfeitMark, 213, figure, atLeast, OfMarks, from, source);

    private static CrimeThreshold OfSale(CrimeFigure figure, long atLeast, DateOnly from, string source) =>
        Row(Offence.SellingCounterfeits, 214, figure, atLeast, OfMarks, from, source);

    // Amounts of money in yuan; labels are counted.
    private static CrimeThreshold Row(
        Offence offence,
        int article,
        CrimeFigure figure,
        long atLeast,
        ImmutableArray<ViolationKind> violations,
        DateOnly from,
        string source)
    {
        var inUnits = figure is CrimeFigure.LabelPieces ? atLeast : atLeast * Yuan;
        return new(offence, article, figure, inUnits, 0, violations, null, from, null, source, Confidence.Confirmed);
    }

    private static CrimeThreshold Act(Offence offence, int article, GraveCircumstance circumstance, string source, Confidence confidence) =>
        new(offence, article, CrimeFigure.Act, 0, 0, [], circumstance, Since2020, null, source, confidence);
}
