using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业. An enterprise under supervision, named by its unified social credit code. The name of its legal representative is not kept: no task of the bureau here needs it (个人信息保护法 第六条).</summary>
[GenerateSerializer, Immutable, Alias("enterprise-state")]
public sealed record EnterpriseState
{
    /// <summary>统一社会信用代码. Its credit code, 18 characters.</summary>
    [Id(0)] public required string CreditCode { get; init; }

    /// <summary>代码核对. How the code that a register carried differs from one that is right; null where it is right.</summary>
    [JsonIgnore]
    public CodeCheck? CodeCheck => Enterprises.CreditCode.ParseCarried(CreditCode, out var code) is null ? code.Mark : null;

    /// <summary>状态. Whether it exists still.</summary>
    [Id(1)] public required EnterpriseStatus Status { get; init; }

    /// <summary>登记事项. What the register says of it.</summary>
    [Id(2)] public required EnterpriseDetails Details { get; init; }

    /// <summary>产品类别. Codes of the product classes it makes, the main one first.</summary>
    [Id(3)] public ImmutableArray<string> ProductClasses { get; init; } = [];

    /// <summary>风险等级. How closely it is watched.</summary>
    [Id(4)] public RiskLevel RiskLevel { get; init; } = RiskLevel.Ordinary;

    /// <summary>质量信用等级. Its standing in the credit record (R3.3.2).</summary>
    [Id(5)] public CreditStanding Standing { get; init; } = CreditStanding.B;

    /// <summary>名优企业. Whether it owns a protected brand (R2.3.1).</summary>
    [Id(6)] public bool IsProtectedBrand { get; init; }

    /// <summary>终止日期. The day it closed (Asia/Shanghai); null while active.</summary>
    [Id(7)] public DateOnly? ClosedOn { get; init; }

    /// <summary>所在区域. The code of the area in which its address lies, or null.</summary>
    [Id(8)] public string? Area { get; init; }

    /// <summary>登记簿所载终止. How a register said that it ended, when it was last closed for that; also where that was taken back.</summary>
    [Id(61)] public RegistrationState? EndInRegister { get; init; }

    /// <summary>待告整改和检查. The open orders and planned inspections that have yet to be told of its end, or that it had not ended, in
    /// order. Stored under the name of when only orders were told.</summary>
    [Id(152), JsonPropertyName("owedToOrders")]
    public ImmutableArray<OwedToMatter> OwedToMatters { get => field.IsDefault ? [] : field; init; }

    /// <summary>待告许可证. The licences that have yet to be told of its end, or that it had not ended, in order.</summary>
    [Id(60)] public ImmutableArray<OwedToLicence> OwedToLicences { get => field.IsDefault ? [] : field; init; }
}

/// <summary>企业状态. Whether an enterprise exists still.</summary>
[JsonConverter(typeof(WireNameConverter<EnterpriseStatus>))]
public enum EnterpriseStatus
{
    /// <summary>It exists.</summary>
    [Term("存续", "active")]
    Active,

    /// <summary>It has been closed; nothing of it is changed any more.</summary>
    [Term("终止", "closed")]
    Closed,
}

/// <summary>质量信用等级. Standing in the quality credit record, from A (best) to D.</summary>
[JsonConverter(typeof(WireNameConverter<CreditStanding>))]
public enum CreditStanding
{
    /// <summary>Trustworthy.</summary>
    [Term("A级", "grade A")]
    A,

    /// <summary>Ordinary; where every enterprise begins.</summary>
    [Term("B级", "grade B")]
    B,

    /// <summary>Watched.</summary>
    [Term("C级", "grade C")]
    C,

    /// <summary>Untrustworthy.</summary>
    [Term("D级", "grade D")]
    D,
}
