using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业事件. What can have happened to an enterprise. Names and fields are storage format.</summary>
public abstract record EnterpriseEvent : Event;

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

/// <summary>企业已终止. The enterprise ended.</summary>
/// <param name="ClosedOn">终止日期. The day it was recorded as closed (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("enterprise.closed")]
public sealed record EnterpriseClosed(DateOnly ClosedOn, Grounds Grounds) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"企业终止：{Grounds.Reason}", $"Closed: {Grounds.Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
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
    ];

    /// <summary>The names of the fields in which two records of details differ.</summary>
    public static ImmutableArray<string> ThatDiffer(EnterpriseDetails before, EnterpriseDetails after) =>
        [.. OfDetails.Where(field => !Equals(field.Value(before), field.Value(after))).Select(field => field.Name)];

    /// <summary>A field's name for people; an unknown one, from a later version's journal, as it is.</summary>
    public static BilingualText Title(string name) => name == "productClasses"
        ? new BilingualText("产品类别", "product classes")
        : OfDetails.Where(field => field.Name == name).Select(field => (BilingualText?)field.Title).FirstOrDefault() ?? new BilingualText(name, name);
}

/// <summary>The JSON forms of everything an enterprise stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<EnterpriseState>))]
[JsonSerializable(typeof(EnterpriseState))]
[JsonSerializable(typeof(EnterpriseRegistered))]
[JsonSerializable(typeof(EnterpriseChanged))]
[JsonSerializable(typeof(EnterpriseRiskAssessed))]
[JsonSerializable(typeof(EnterpriseAreaAssigned))]
[JsonSerializable(typeof(EnterpriseClosed))]
[JsonSerializable(typeof(RegisterEnterprise))]
[JsonSerializable(typeof(ChangeEnterprise))]
[JsonSerializable(typeof(ImportEnterprise))]
[JsonSerializable(typeof(AssessEnterpriseRisk))]
[JsonSerializable(typeof(AssignEnterpriseArea))]
[JsonSerializable(typeof(CloseEnterprise))]
internal sealed partial class EnterpriseJson : JsonSerializerContext;
