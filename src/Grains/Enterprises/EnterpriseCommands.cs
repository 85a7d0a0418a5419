using System.Collections.Immutable;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业命令. What may be asked of an enterprise.</summary>
[GenerateSerializer, Immutable, Alias("enterprise.command")]
public abstract record EnterpriseCommand : Command;

/// <summary>登记企业. Takes an enterprise under supervision. Officers meet enterprises first, so they may, beside their heads and the administrator.</summary>
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
    [Listed<ProductClass>] ImmutableArray<string>? ProductClasses = null,
    RiskLevel RiskLevel = RiskLevel.Ordinary,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area = null) : EnterpriseCommand;

/// <summary>变更企业登记事项. Changes what is recorded. Null leaves a field as it is; an empty text clears it.</summary>
/// <param name="Name">名称.</param>
/// <param name="District">地区.</param>
/// <param name="Address">注册地址.</param>
/// <param name="BusinessScope">经营范围.</param>
/// <param name="EnterpriseType">企业类型. Its legal form.</param>
/// <param name="RegisteredOn">成立日期.</param>
/// <param name="Capital">注册资金. As the register writes it, with its unit.</param>
/// <param name="Province">省份.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
[GenerateSerializer, Immutable, Alias("enterprise.change"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<EnterpriseNotActive>]
public sealed record ChangeEnterprise(
    [Longest(EnterpriseDetails.LongestName)] string? Name = null,
    [Longest(EnterpriseDetails.LongestDistrict)] string? District = null,
    [Longest(EnterpriseDetails.LongestAddress)] string? Address = null,
    [Longest(EnterpriseDetails.LongestScope)] string? BusinessScope = null,
    [OfferedAs("enterpriseKind")][Longest(EnterpriseDetails.LongestKind)] string? EnterpriseType = null,
    DateOnly? RegisteredOn = null,
    [Longest(EnterpriseDetails.LongestCapital)] string? Capital = null,
    [Longest(EnterpriseDetails.LongestProvince)] string? Province = null,
    [Listed<ProductClass>] ImmutableArray<string>? ProductClasses = null) : EnterpriseCommand
{
    /// <summary>The details with what this command changes.</summary>
    /// <param name="details">The details before.</param>
    internal EnterpriseDetails AppliedTo(EnterpriseDetails details) => new(
        Name ?? details.Name,
        District ?? details.District,
        Address ?? details.Address,
        BusinessScope ?? details.BusinessScope,
        EnterpriseType ?? details.EnterpriseType,
        RegisteredOn ?? details.RegisteredOn,
        Capital ?? details.Capital,
        Province ?? details.Province);
}

/// <summary>导入企业. Takes over one row of a public register: registers the enterprise, changes only what differs, or leaves it as it is. What the row does not say stays; a closed enterprise stays closed.</summary>
/// <param name="CreditCode">统一社会信用代码. As read; it is checked and normalised.</param>
/// <param name="Details">登记事项. What the row says; N/A counts as nothing said.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names; null when the register has no such column.</param>
/// <param name="Area">所在区域. Code or Chinese name; null when the register has no such column or says nothing.</param>
[GenerateSerializer, Immutable, Alias("enterprise.import"), AllowedTo(Roles.Administrator | Roles.SectionHead), NotOffered]
public sealed record ImportEnterprise(
    string CreditCode,
    EnterpriseDetails Details,
    [Listed<ProductClass>] ImmutableArray<string>? ProductClasses = null,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area = null) : EnterpriseCommand
{
    /// <summary>The row as a first registration.</summary>
    internal RegisterEnterprise AsRegistration() => new(CreditCode, Details, ProductClasses, Area: Area);

    /// <summary>The row as a change of what it says.</summary>
    internal ChangeEnterprise AsChange() => new(
        FreeText.OfRegister(Details.Name),
        FreeText.OfRegister(Details.District),
        FreeText.OfRegister(Details.Address),
        FreeText.OfRegister(Details.BusinessScope),
        FreeText.OfRegister(Details.EnterpriseType),
        Details.RegisteredOn,
        FreeText.OfRegister(Details.Capital),
        FreeText.OfRegister(Details.Province),
        ProductClasses);
}

/// <summary>划入区域. Says in which area an enterprise's address lies, by which regional problems are put right and counted (R2.1.3).</summary>
/// <param name="Area">所在区域. The area's code or Chinese name.</param>
[GenerateSerializer, Immutable, Alias("enterprise.assign-area"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<EnterpriseNotActive>]
public sealed record AssignEnterpriseArea([Listed<Area>, Longest(ListedName.NameLength)] string Area) : EnterpriseCommand;

/// <summary>评定风险等级. Sets how closely an enterprise is watched.</summary>
/// <param name="RiskLevel">风险等级. The new level.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("enterprise.assess-risk"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<EnterpriseNotActive>]
public sealed record AssessEnterpriseRisk(RiskLevel RiskLevel, [Longest(1000)] string Reason) : EnterpriseCommand;

/// <summary>终止企业. Records that an enterprise has ended; its record stays and is not changed any more. A section head decides that, or the administrator who keeps the register.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("enterprise.close"), AllowedTo(Roles.Administrator | Roles.SectionHead)]
public sealed record CloseEnterprise(Grounds Grounds) : EnterpriseCommand;

/// <summary>企业已终止. The enterprise has ended; its record is not changed any more.</summary>
/// <param name="ClosedOn">终止日期. The day it was closed.</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-not-active")]
public sealed record EnterpriseNotActive(DateOnly ClosedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该企业已于{ClosedOn:yyyy-MM-dd}终止，不能再变更", $"The enterprise was closed on {ClosedOn:yyyy-MM-dd} and is not changed any more");
}
