using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>处理步骤. What can be done about a licence whose conditions are not kept, each step by whoever the law names (R2.2.5).</summary>
[JsonConverter(typeof(WireNameConverter<LadderStep>))]
public enum LadderStep
{
    /// <summary>A case is filed because conditions are not kept.</summary>
    [Term("立案查处", "a case because conditions are not kept")]
    ConditionsCase,

    /// <summary>The licence is suspended, as a penalty decided in a case.</summary>
    [Term("暂扣许可证", "suspension of the licence")]
    Suspension,

    /// <summary>The certification body is told; it alone suspends, withdraws or cancels its certificates.</summary>
    [Term("通报认证机构", "notification of the certification body")]
    CertificationBody,

    /// <summary>The issuing authority is asked to withdraw the licence.</summary>
    [Term("提请撤销许可证", "request to withdraw the licence")]
    Withdrawal,

    /// <summary>The district government is asked to ban who produces without a licence.</summary>
    [Term("报请取缔", "report for banning")]
    Banning,

    /// <summary>The licence of who has stopped production is deregistered.</summary>
    [Term("注销许可证", "deregistration of the licence")]
    Deregistration,

    /// <summary>The licence is revoked, as a penalty decided in a case.</summary>
    [Term("吊销许可证", "revocation of the licence")]
    Revocation,
}

/// <summary>步骤依据. By which article a step may be taken about a kind of licence, and since when. A row is never changed: it is closed with a
/// last day, and a further row follows.</summary>
/// <param name="Kind">种类. The kind of licence.</param>
/// <param name="Step">步骤. The step.</param>
/// <param name="Text">依据. The article, as it is cited.</param>
/// <param name="ValidFrom">有效期起. The first day on which it holds.</param>
/// <param name="ValidTo">有效期至. The last day on which it holds; null while it does.</param>
/// <param name="IsProvisional">待核实. Whether the article has still to be confirmed.</param>
public sealed record LadderBasis(
    LicenceKind Kind, LadderStep Step, BilingualText Text, DateOnly ValidFrom, DateOnly? ValidTo = null, bool IsProvisional = false)
    : IInForce;

/// <summary>步骤依据表. Which step has which basis for which kind of licence. A step without a row is not lawful for that kind.</summary>
public static class LadderBases
{
    /// <summary>全部依据. Every row.</summary>
    public static ImmutableArray<LadderBasis> All { get; } =
    [
        // 管理条例 knows the case, the revocation and, through the licensing law, the withdrawal; 暂扣 is a penalty of 行政处罚法 第九条.
        Row(LicenceKind.ProductionLicence, LadderStep.ConditionsCase, "工业产品生产许可证管理条例实施办法 第四十九条",
            "Implementing Measures of the Regulation on Production Licences, art. 49", new(2014, 8, 1)),
        Row(LicenceKind.ProductionLicence, LadderStep.Suspension, PenaltyChinese, PenaltyEnglish, PenaltyLaw, isProvisional: true),
        Row(LicenceKind.ProductionLicence, LadderStep.Revocation, PenaltyChinese, PenaltyEnglish, PenaltyLaw, isProvisional: true),
        Row(LicenceKind.ProductionLicence, LadderStep.Withdrawal, WithdrawalChinese, WithdrawalEnglish, LicensingLaw),
        Row(LicenceKind.ProductionLicence, LadderStep.Banning, "工业产品生产许可证管理条例 第四十五条",
            "Regulation on Production Licences for Industrial Products, art. 45", new(2005, 9, 1)),
        Row(LicenceKind.ProductionLicence, LadderStep.Deregistration, EndChinese, EndEnglish, LicensingLaw),

        Row(LicenceKind.FoodProductionLicence, LadderStep.ConditionsCase, "食品安全法 第一百二十六条",
            "Food Safety Law, art. 126", new(2015, 10, 1), isProvisional: true),
        Row(LicenceKind.FoodProductionLicence, LadderStep.Suspension, PenaltyChinese, PenaltyEnglish, PenaltyLaw, isProvisional: true),
        Row(LicenceKind.FoodProductionLicence, LadderStep.Revocation, PenaltyChinese, PenaltyEnglish, PenaltyLaw, isProvisional: true),
        Row(LicenceKind.FoodProductionLicence, LadderStep.Withdrawal, WithdrawalChinese, WithdrawalEnglish, LicensingLaw),
        Row(LicenceKind.FoodProductionLicence, LadderStep.Banning, "食品安全法 第一百二十二条",
            "Food Safety Law, art. 122", new(2015, 10, 1), isProvisional: true),
        Row(LicenceKind.FoodProductionLicence, LadderStep.Deregistration, EndChinese, EndEnglish, LicensingLaw),

        // A certificate is no licence of the bureau's: the certification body suspends, withdraws and cancels it.
        Row(LicenceKind.CompulsoryCertificate, LadderStep.CertificationBody, "强制性产品认证管理规定 第二十六条至第二十八条",
            "Provisions on Compulsory Product Certification, art. 26 to 28", new(2009, 9, 1)),
        Row(LicenceKind.CompulsoryCertificate, LadderStep.Banning, "强制性产品认证管理规定 第四十九条",
            "Provisions on Compulsory Product Certification, art. 49", new(2009, 9, 1), isProvisional: true),
        Row(LicenceKind.CompulsoryCertificate, LadderStep.Deregistration, "强制性产品认证管理规定 第二十六条",
            "Provisions on Compulsory Product Certification, art. 26", new(2009, 9, 1)),
    ];

    private const string PenaltyChinese = "行政处罚法 第九条第三项";
    private const string PenaltyEnglish = "Administrative Penalty Law, art. 9 (3)";
    private const string WithdrawalChinese = "行政许可法 第六十九条";
    private const string WithdrawalEnglish = "Administrative Licensing Law, art. 69";
    private const string EndChinese = "行政许可法 第七十条";
    private const string EndEnglish = "Administrative Licensing Law, art. 70";

    private static DateOnly PenaltyLaw => new(1996, 10, 1);

    private static DateOnly LicensingLaw => new(2004, 7, 1);

    /// <summary>The basis of a step for a kind of licence on a day; null where the step has none.</summary>
    /// <param name="kind">The kind of licence.</param>
    /// <param name="step">The step.</param>
    /// <param name="day">The day of the step (Asia/Shanghai).</param>
    public static LadderBasis? Find(LicenceKind kind, LadderStep step, DateOnly day) =>
        All.FirstOrDefault(row => row.Kind == kind && row.Step == step && row.IsInForceOn(day));

    /// <summary>Why a step may not be taken for a kind of licence on a day, naming the one that may; null where it may.</summary>
    /// <param name="kind">The kind of licence.</param>
    /// <param name="step">The step.</param>
    /// <param name="day">The day of the step (Asia/Shanghai).</param>
    internal static StepHasNoBasis? Problem(LicenceKind kind, LadderStep step, DateOnly day) => Find(kind, step, day) is not null ? null
        : Find(kind, LadderStep.CertificationBody, day) is { } body
            ? new StepHasNoBasis(kind, step, body.Step, body.Text.Chinese, body.Text.English)
        : Find(kind, LadderStep.ConditionsCase, day) is { } filed
            ? new StepHasNoBasis(kind, step, filed.Step, filed.Text.Chinese, filed.Text.English)
        : new StepHasNoBasis(kind, step, null, null, null);

    private static LadderBasis Row(LicenceKind kind, LadderStep step, string chinese, string english, DateOnly from,
        bool isProvisional = false) =>
        new(kind, step, new BilingualText(chinese, english), from, IsProvisional: isProvisional);
}

/// <summary>该步骤没有依据. No statute allows the step for this kind of licence; the lawful one is named.</summary>
/// <param name="Kind">种类. The kind of licence.</param>
/// <param name="Step">步骤. The step that was asked for.</param>
/// <param name="Lawful">合法步骤. The step that may be taken instead, or null.</param>
/// <param name="Basis">依据. The article of that step, or null.</param>
/// <param name="EnglishBasis">依据（英文）. The same in English, or null.</param>
[GenerateSerializer, Immutable, Alias("refusal.step-has-no-basis")]
public sealed record StepHasNoBasis(LicenceKind Kind, LadderStep Step, LadderStep? Lawful, string? Basis, string? EnglishBasis) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Lawful is { } lawful
        ? new(
            $"{Terms.Of(Kind).Chinese}不得“{Terms.Of(Step).Chinese}”，没有法律依据；可以“{Terms.Of(lawful).Chinese}”（{Basis}）",
            $"No statute allows this for a {Terms.Of(Kind).English}: {Terms.Of(Step).English}. "
            + $"What is lawful: {Terms.Of(lawful).English} ({EnglishBasis})")
        : new(
            $"{Terms.Of(Kind).Chinese}不得“{Terms.Of(Step).Chinese}”，没有法律依据",
            $"No statute allows this for a {Terms.Of(Kind).English}: {Terms.Of(Step).English}");
}
