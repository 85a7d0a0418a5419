using LinqToDB.Mapping;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业行. An enterprise in lists.</summary>
[Table("enterprise")]
public sealed record EnterpriseRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>统一社会信用代码. Eighteen characters after GB 32100.</summary>
    [Column("credit_code", Length = 18), NotNull, Field, Filter, Sort, ReadableBy(Readers.Everyone)] public required string CreditCode { get; init; }

    /// <summary>代码核对. How the code that a register carries differs from one that is right; null where it is right.</summary>
    [Column("code_check", Length = 20), Nullable, Wire<CodeCheck>, Field, Filter, ReadableBy(Readers.Everyone)]
    public string? CodeCheck { get; init; }

    /// <summary>名称.</summary>
    [Column("name", Length = 200), NotNull, Field, Filter, AsOf, ReadableBy(Readers.Everyone)] public required string Name { get; init; }

    /// <summary>名称. By pinyin.</summary>
    [Column(ChineseOrder.Column, Length = ChineseOrder.Longest), NotNull, Sort("name")] public string NameOrder { get; init; } = "";

    /// <summary>状态. Whether it exists still.</summary>
    [Column("status", Length = 20), NotNull, Wire<EnterpriseStatus>, Field, Filter, AsOf, ReadableBy(Readers.Everyone)] public required string Status { get; init; }

    /// <summary>地区.</summary>
    [Column("district", Length = 100), Nullable, Field, Filter, AsOf, ReadableBy(Readers.Everyone)] public string? District { get; init; }

    /// <summary>注册地址.</summary>
    [Column("address", Length = 500), Nullable, Field, Filter, AsOf, ReadableBy(Readers.Everyone)] public string? Address { get; init; }

    /// <summary>经营范围.</summary>
    [Column("business_scope"), Nullable, Field, Filter, ReadableBy(Readers.Everyone)] public string? BusinessScope { get; init; }

    /// <summary>企业类型. Its legal form.</summary>
    [Column("enterprise_type", Length = 100), Nullable, Field("enterpriseKind")] public string? EnterpriseType { get; init; }

    /// <summary>成立日期.</summary>
    [Column("registered_on", Length = 10), Nullable, Day, Field, Filter] public string? RegisteredOn { get; init; }

    /// <summary>注册资金. As the register writes it, with its unit.</summary>
    [Column("capital", Length = 100), Nullable, Field] public string? Capital { get; init; }

    /// <summary>省份.</summary>
    [Column("province", Length = 50), Nullable, Field] public string? Province { get; init; }

    /// <summary>联系电话. The enterprise's own, as it makes it public (企业信息公示暂行条例 第九条).</summary>
    [Column("telephone", Length = 60), Nullable, Field, ReadableBy(Readers.Everyone)] public string? Telephone { get; init; }

    /// <summary>风险等级. How closely it is watched.</summary>
    [Column("risk_level", Length = 20), NotNull, Wire<RiskLevel>, Field, Filter, Sort, AsOf] public required string RiskLevel { get; init; }

    /// <summary>质量信用等级.</summary>
    [Column("standing", Length = 1), NotNull, Wire<CreditStanding>, Field, Filter, AsOf] public required string Standing { get; init; }

    /// <summary>名优企业. Whether it owns a protected brand (R2.3.1).</summary>
    [Column("is_protected_brand"), NotNull, Field, Filter, ReadableBy(Readers.Everyone)] public required bool IsProtectedBrand { get; init; }

    /// <summary>终止日期. The day it was closed, or null.</summary>
    [Column("closed_on", Length = 10), Nullable, Day, Field] public string? ClosedOn { get; init; }

    /// <summary>所在区域. The area's code.</summary>
    [Column("area", Length = 60), Nullable, ObjectFilter<AreaElement>(nameof(AreaElement.Code), "所在区域. Enterprises by the area in which their addresses lie.")] public string? Area { get; init; }
}

/// <summary>企业产品类别行. One product class of an enterprise.</summary>
[Table("enterprise_product_class"), PartOf<EnterpriseRow>("productClasses", "产品类别. Enterprises by what they make.", Element = typeof(ProductClassElement))]
public sealed record EnterpriseProductClassRow : CarriedClassRow;

/// <summary>企业计数行. Enterprises by what their list is narrowed by.</summary>
[Table("enterprise_count")]
public sealed record EnterpriseCountRow : CountsOf<EnterpriseRow>
{
    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>风险等级.</summary>
    [Column("risk_level", Length = 20), NotNull] public required string RiskLevel { get; init; }

    /// <summary>名优企业.</summary>
    [Column("is_protected_brand"), NotNull] public required bool IsProtectedBrand { get; init; }

    /// <summary>所在区域.</summary>
    [Column("area", Length = 60), Nullable] public string? Area { get; init; }
}

/// <summary>企业可查文字行. A text by which an enterprise is found.</summary>
[Table("enterprise_text")]
public sealed record EnterpriseTextRow : SearchTextRow;

/// <summary>The rows that show an enterprise.</summary>
internal static class EnterpriseRows
{
    public static IReadOnlyList<Row> Of(string subject, EnterpriseState enterprise, int version) =>
    [
        new EnterpriseRow
        {
            Subject = subject,
            Version = version,
            CreditCode = enterprise.CreditCode,
            CodeCheck = enterprise.CodeCheck is { } mark ? WireName.Of(mark) : null,
            Name = enterprise.Details.Name,
            NameOrder = ChineseOrder.KeyOf(enterprise.Details.Name),
            Status = WireName.Of(enterprise.Status),
            District = enterprise.Details.District,
            Address = enterprise.Details.Address,
            BusinessScope = enterprise.Details.BusinessScope,
            EnterpriseType = enterprise.Details.EnterpriseType,
            RegisteredOn = IsoDate.Of(enterprise.Details.RegisteredOn),
            Capital = enterprise.Details.Capital,
            Province = enterprise.Details.Province,
            Telephone = enterprise.Details.Telephone,
            RiskLevel = WireName.Of(enterprise.RiskLevel),
            Standing = WireName.Of(enterprise.Standing),
            IsProtectedBrand = enterprise.IsProtectedBrand,
            ClosedOn = IsoDate.Of(enterprise.ClosedOn),
            Area = enterprise.Area,
        },
        .. enterprise.ProductClasses.Select((code, place) => new EnterpriseProductClassRow { Subject = subject, Code = code, Place = place }),
        .. SearchTexts.Of([enterprise.CreditCode, enterprise.Details.Name])
            .Select(text => new EnterpriseTextRow { Subject = subject, Folded = text }),
    ];
}
