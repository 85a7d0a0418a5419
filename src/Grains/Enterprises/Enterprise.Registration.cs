using System.Collections.Immutable;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

// An enterprise is registered.
public static partial class Enterprise
{
    private static EnterpriseState Begun(EnterpriseRegistered e) => new()
    {
        CreditCode = e.CreditCode,
        Status = EnterpriseStatus.Active,
        Details = e.Details,
        ProductClasses = e.ProductClasses,
        RiskLevel = e.RiskLevel,
    };

    private static Decision<EnterpriseEvent> DecideRegisterEnterprise(RegisterEnterprise command, bool isCarried, Circumstances now)
    {
        // What a register carries is taken over and marked; what a person types is right or refused (GB 32100-2015).
        if (CreditCode.ParseNamed(command.CreditCode, isCarried, out var code) is { } wrongCode)
        {
            return wrongCode;
        }

        var details = Trimmed(command.Details);
        if (Problem(details, now) is { } problem)
        {
            return problem;
        }

        if ((ProductClass.Codes(now, command.ProductClasses, [], out var classes) ?? now.NotOpen<Area>("area", command.Area)) is { } notListed)
        {
            return notListed;
        }

        var registered = new EnterpriseRegistered(code.ToString(), details, classes, command.RiskLevel, now.Today);
        return now.Open<Area>(command.Area) is { } area ? new EnterpriseEvent[] { registered, new EnterpriseAreaAssigned(area.Code, area.Name) } : registered;
    }

    private static InvalidInput? Problem(EnterpriseDetails details, Circumstances now) =>
        FreeText.Missing("name", details.Name)
        ?? (details.RegisteredOn > now.Today
            ? new InvalidInput("registeredOn", $"成立日期{details.RegisteredOn:yyyy-MM-dd}晚于今天", $"The day of registration, {details.RegisteredOn:yyyy-MM-dd}, lies in the future")
            : null)
        ?? (details.Telephone is { } telephone && !EnterpriseTexts.HasTelephone(telephone)
            ? new InvalidInput("telephone", "联系电话中没有电话号码", "There is no number in the telephone")
            : null);

    private static EnterpriseDetails Trimmed(EnterpriseDetails details) => new(
        details.Name?.Trim() ?? "",
        FreeText.OfRegister(details.District),
        FreeText.OfRegister(details.Address),
        FreeText.OfRegister(details.BusinessScope),
        FreeText.OfRegister(details.EnterpriseType),
        details.RegisteredOn,
        FreeText.OfRegister(details.Capital),
        FreeText.OfRegister(details.Province),
        FreeText.OfRegister(details.Telephone));
}

/// <summary>登记事项. What an enterprise register says of an enterprise.</summary>
/// <param name="Name">名称.</param>
/// <param name="District">地区. Its district, or null.</param>
/// <param name="Address">注册地址. Its registered address, or null.</param>
/// <param name="BusinessScope">经营范围. What it may do, or null.</param>
/// <param name="EnterpriseType">企业类型. Its legal form, or null.</param>
/// <param name="RegisteredOn">成立日期. The day it was registered, or null.</param>
/// <param name="Capital">注册资金. As the register writes it, in mixed units and currencies, or null.</param>
/// <param name="Province">省份. Or null.</param>
/// <param name="Telephone">联系电话. The enterprise's own, as it makes it public each year (企业信息公示暂行条例 第九条), or null; no person's.</param>
[GenerateSerializer, Immutable, Alias("enterprise-details"), Spread, KeepsLines]
public sealed record EnterpriseDetails(
    [Longest(EnterpriseDetails.LongestName)] string Name,
    [Longest(EnterpriseDetails.LongestDistrict)] string? District = null,
    [Longest(EnterpriseDetails.LongestAddress)] string? Address = null,
    [Longest(EnterpriseDetails.LongestScope)] string? BusinessScope = null,
    [OfferedAs("enterpriseKind")][Longest(EnterpriseDetails.LongestKind)] string? EnterpriseType = null,
    DateOnly? RegisteredOn = null,
    [Longest(EnterpriseDetails.LongestCapital)] string? Capital = null,
    [Longest(EnterpriseDetails.LongestProvince)] string? Province = null,
    [Longest(EnterpriseDetails.LongestTelephone)] string? Telephone = null)
{
    internal const int LongestName = 200;
    internal const int LongestDistrict = 100;
    internal const int LongestAddress = 500;
    internal const int LongestScope = 10_000;
    internal const int LongestKind = 100;
    internal const int LongestCapital = 100;
    internal const int LongestProvince = 50;
    internal const int LongestTelephone = 60;
}

/// <summary>登记企业. Takes an enterprise under supervision. Officers meet enterprises first, so they may, beside their heads.</summary>
/// <param name="CreditCode">统一社会信用代码. It is checked and normalised.</param>
/// <param name="Details">登记事项. What the register says of it.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="RiskLevel">风险等级. ORDINARY by default.</param>
/// <param name="Area">所在区域. The code or Chinese name of the area in which its address lies.</param>
[GenerateSerializer, Immutable, Alias("enterprise.register"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterEnterprise(
    string CreditCode,
    EnterpriseDetails Details,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    RiskLevel RiskLevel = RiskLevel.Ordinary,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area = null) : EnterpriseCommand;

/// <summary>企业已登记. The enterprise came under supervision.</summary>
/// <param name="CreditCode">统一社会信用代码. Its code in normal form.</param>
/// <param name="Details">登记事项. What the register said.</param>
/// <param name="ProductClasses">产品类别. Codes, the main one first.</param>
/// <param name="RiskLevel">风险等级. How closely it is watched.</param>
/// <param name="RecordedOn">登记日. The day it was recorded here (Asia/Shanghai).</param>
[Alias("enterprise.registered")]
public sealed record EnterpriseRegistered(string CreditCode, EnterpriseDetails Details, ImmutableArray<string> ProductClasses, RiskLevel RiskLevel, DateOnly RecordedOn) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记企业：{Details.Name}", $"Registered: {Details.Name}");
}
