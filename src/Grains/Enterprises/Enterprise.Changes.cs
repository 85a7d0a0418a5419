using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

// What changes of an enterprise: its entry in the register, its area, its risk.
public static partial class Enterprise
{
    private static Decision<EnterpriseEvent>? DecideInChanges(EnterpriseState enterprise, EnterpriseCommand command, Circumstances now) => command switch
    {
        ChangeEnterprise c => DecideChangeEnterprise(enterprise, c, now),
        AssignEnterpriseArea c => DecideAssignEnterpriseArea(enterprise, c, now),
        AssessEnterpriseRisk c => DecideAssessEnterpriseRisk(enterprise, c, now),
        _ => Decision<EnterpriseEvent>.NotOfThisStage,
    };

    private static EnterpriseState? ApplyInChanges(EnterpriseState enterprise, EnterpriseEvent happened) => happened switch
    {
        EnterpriseChanged e => enterprise with { Details = e.Details, ProductClasses = e.ProductClasses },
        EnterpriseRiskAssessed e => enterprise with { RiskLevel = e.RiskLevel },
        EnterpriseAreaAssigned e => enterprise with { Area = e.Area },
        _ => null,
    };

    private static Decision<EnterpriseEvent> DecideChangeEnterprise(EnterpriseState enterprise, ChangeEnterprise command, Circumstances now)
    {
        var details = Trimmed(command.AppliedTo(enterprise.Details));
        if (Problem(details, now) is { } problem)
        {
            return problem;
        }

        if (ProductClass.Codes(now, command.ProductClasses, enterprise.ProductClasses, out var given) is { } wrongClass)
        {
            return wrongClass;
        }

        var classes = command.ProductClasses is null ? enterprise.ProductClasses : given;

        var changed = EnterpriseField.ThatDiffer(enterprise.Details, details);
        if (!classes.SequenceEqual(enterprise.ProductClasses))
        {
            changed = changed.Add("productClasses");
        }

        return changed.IsEmpty ? Decision<EnterpriseEvent>.AlreadySo : new EnterpriseChanged(details, classes, changed, now.Today);
    }

    // An area that was closed since stays right where it is carried already: the register is read again and again.
    private static Decision<EnterpriseEvent> DecideAssignEnterpriseArea(EnterpriseState enterprise, AssignEnterpriseArea command, Circumstances now)
    {
        if (FreeText.Missing("area", command.Area) is { } missing)
        {
            return missing;
        }

        var named = now.Required<ListedFound>().Find(Area.List, command.Area.Trim());
        return named is not null && named.Code == enterprise.Area ? Decision<EnterpriseEvent>.AlreadySo
            : now.Open<Area>(command.Area) is not { } area ? now.NotOpen<Area>("area", command.Area)!
            : new EnterpriseAreaAssigned(area.Code, area.Name);
    }

    private static Decision<EnterpriseEvent> DecideAssessEnterpriseRisk(EnterpriseState enterprise, AssessEnterpriseRisk command, Circumstances now) =>
        FreeText.Missing("reason", command.Reason) is { } problem ? problem
        : command.RiskLevel == enterprise.RiskLevel ? Decision<EnterpriseEvent>.AlreadySo
        : new EnterpriseRiskAssessed(command.RiskLevel, command.Reason.Trim(), now.Day);
}

/// <summary>风险等级. How closely an enterprise is watched.</summary>
[JsonConverter(typeof(WireNameConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Low.</summary>
    [Term("低风险", "low")]
    Low,

    /// <summary>Ordinary.</summary>
    [Term("一般风险", "ordinary")]
    Ordinary,

    /// <summary>Elevated.</summary>
    [Term("较高风险", "elevated")]
    Elevated,

    /// <summary>High.</summary>
    [Term("高风险", "high")]
    High,
}

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
/// <param name="Telephone">联系电话. The enterprise's own, no person's.</param>
[GenerateSerializer, Immutable, Alias("enterprise.change"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<EnterpriseNotActive>, KeepsLines]
public sealed record ChangeEnterprise(
    [Longest(EnterpriseDetails.LongestName)] string? Name = null,
    [Longest(EnterpriseDetails.LongestDistrict)] string? District = null,
    [Longest(EnterpriseDetails.LongestAddress)] string? Address = null,
    [Longest(EnterpriseDetails.LongestScope)] string? BusinessScope = null,
    [OfferedAs("enterpriseKind")][Longest(EnterpriseDetails.LongestKind)] string? EnterpriseType = null,
    DateOnly? RegisteredOn = null,
    [Longest(EnterpriseDetails.LongestCapital)] string? Capital = null,
    [Longest(EnterpriseDetails.LongestProvince)] string? Province = null,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Longest(EnterpriseDetails.LongestTelephone)] string? Telephone = null) : EnterpriseCommand
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
        Province ?? details.Province,
        Telephone ?? details.Telephone);
}

/// <summary>划入区域. Says in which area an enterprise's address lies, by which regional problems are put right and counted (R2.1.3).</summary>
/// <param name="Area">所在区域. The area's code or Chinese name.</param>
[GenerateSerializer, Immutable, Alias("enterprise.assign-area"), AllowedTo(Roles.Administrator | Roles.SectionHead | Roles.Officer)]
[Refuses<EnterpriseNotActive>]
public sealed record AssignEnterpriseArea([Listed<Area>, Longest(ListedName.NameLength)] string Area) : EnterpriseCommand;

/// <summary>评定风险等级. Sets how closely an enterprise is watched.</summary>
/// <param name="RiskLevel">风险等级. The new level.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("enterprise.assess-risk"), AllowedTo(Roles.SectionHead | Roles.Officer), Dated]
[Refuses<EnterpriseNotActive>]
public sealed record AssessEnterpriseRisk(RiskLevel RiskLevel, [Longest(1000)] string Reason) : EnterpriseCommand;

/// <summary>企业登记事项已变更. What is recorded of the enterprise changed.</summary>
/// <param name="Details">登记事项. As it stands afterwards.</param>
/// <param name="ProductClasses">产品类别. As they stand afterwards.</param>
/// <param name="Changed">变更项目. The names of the fields that changed, as in the API.</param>
/// <param name="RecordedOn">登记日. The day it was recorded (Asia/Shanghai).</param>
[Alias("enterprise.changed")]
public sealed record EnterpriseChanged(EnterpriseDetails Details, ImmutableArray<string> ProductClasses, ImmutableArray<string> Changed, DateOnly RecordedOn) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"变更登记事项：{string.Join('、', Changed.Select(name => EnterpriseField.Title(name).Chinese))}",
        $"Changed: {string.Join(", ", Changed.Select(name => EnterpriseField.Title(name).English))}");
}

/// <summary>风险等级已评定. How closely the enterprise is watched was decided.</summary>
/// <param name="RiskLevel">风险等级. The new level.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="RecordedOn">登记日. The day it was recorded (Asia/Shanghai).</param>
[Alias("enterprise.risk-assessed")]
public sealed record EnterpriseRiskAssessed(RiskLevel RiskLevel, string Reason, DateOnly RecordedOn) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"风险等级评定为{Terms.Of(RiskLevel).Chinese}", $"Risk assessed as {Terms.Of(RiskLevel).English}");
}

/// <summary>已划入区域. The enterprise belongs to the area in which its address lies.</summary>
/// <param name="Area">所在区域. The area's code.</param>
/// <param name="AreaName">区域名称. The Chinese name that the area had.</param>
[Alias("enterprise.area-assigned")]
public sealed record EnterpriseAreaAssigned(string Area, string AreaName) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"划入{AreaName}（{Area}）", $"Assigned to {AreaName} ({Area})");
}

/// <summary>登记事项名称. The fields that a change can concern, by their names in the API.</summary>
internal static class EnterpriseField
{
    private static readonly (string Name, BilingualText Title, Func<EnterpriseDetails, object?> Value)[] OfDetails =
    [
        ("name", new("名称", "name"), details => details.Name),
        ("district", new("地区", "district"), details => details.District),
        ("address", new("注册地址", "address"), details => details.Address),
        ("businessScope", new("经营范围", "business scope"), details => details.BusinessScope),
        ("enterpriseType", new("企业类型", "enterprise type"), details => details.EnterpriseType),
        ("registeredOn", new("成立日期", "day of registration"), details => details.RegisteredOn),
        ("capital", new("注册资金", "capital"), details => details.Capital),
        ("province", new("省份", "province"), details => details.Province),
        ("telephone", new("联系电话", "telephone"), details => details.Telephone),
    ];

    /// <summary>The names of the fields in which two records of details differ.</summary>
    public static ImmutableArray<string> ThatDiffer(EnterpriseDetails before, EnterpriseDetails after) =>
        [.. OfDetails.Where(field => !Equals(field.Value(before), field.Value(after))).Select(field => field.Name)];

    /// <summary>A field's name for people; an unknown one, from a later version's journal, as it is.</summary>
    public static BilingualText Title(string name) => name == "productClasses"
        ? new BilingualText("产品类别", "product classes")
        : OfDetails.Where(field => field.Name == name).Select(field => (BilingualText?)field.Title).FirstOrDefault() ?? new BilingualText(name, name);
}
