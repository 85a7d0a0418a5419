using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>违法行为. The six kinds of illegal act that the campaign is about (R2.1.2).</summary>
[JsonConverter(typeof(WireNameConverter<ViolationKind>))]
public enum ViolationKind
{
    /// <summary>The name or address of another producer forged or used (产品质量法 第三十条).</summary>
    [Term("伪造或者冒用他人厂名、厂址", "forged name or address")]
    ForgedNameOrAddress,

    /// <summary>A quality mark forged or used (产品质量法 第三十一条).</summary>
    [Term("伪造或者冒用他人质量标志", "forged quality mark")]
    ForgedQualityMark,

    /// <summary>A protected geographical indication infringed (地理标志产品保护办法).</summary>
    [Term("侵犯地理标志知识产权", "infringement of a geographical indication")]
    GeographicalIndicationInfringement,

    /// <summary>Adulteration; the inferior or substandard passed off as good (产品质量法 第三十二条).</summary>
    [Term("掺杂掺假、以次充好、以不合格产品冒充合格产品", "adulteration or substandard goods")]
    AdulterationOrSubstandard,

    /// <summary>Production without licence or compulsory certification (工业产品生产许可证管理条例 第五条, 认证认可条例 第二十七条).</summary>
    [Term("无生产许可证或者未经强制性产品认证生产", "production without licence or certification")]
    UnlicensedProduction,

    /// <summary>A certification mark or certificate forged, misused, used when expired or beyond its scope (认证认可条例 第七十条).</summary>
    [Term("伪造、冒用认证标志", "misuse of certification marks")]
    CertificationMarkMisuse,
}

/// <summary>违法情形. What exactly was done; each belongs to one kind of violation.</summary>
[JsonConverter(typeof(WireNameConverter<ViolationSubKind>))]
public enum ViolationSubKind
{
    /// <summary>A certification mark or certificate was forged.</summary>
    [Term("伪造", "forged")]
    Forged,

    /// <summary>Somebody else's was used.</summary>
    [Term("冒用", "misused")]
    Misused,

    /// <summary>It was used after its end.</summary>
    [Term("超期使用", "used after its end")]
    Expired,

    /// <summary>It was used for what it does not cover.</summary>
    [Term("超范围使用", "used beyond its scope")]
    OutOfScope,

    /// <summary>Something was mixed in.</summary>
    [Term("掺杂、掺假", "adulterated")]
    Adulterated,

    /// <summary>The inferior was passed off as good.</summary>
    [Term("以次充好", "inferior passed off as good")]
    InferiorAsGood,

    /// <summary>The substandard was passed off as up to standard.</summary>
    [Term("以不合格产品冒充合格产品", "substandard passed off as up to standard")]
    SubstandardAsQualified,

    /// <summary>Produced without a production licence.</summary>
    [Term("无生产许可证", "without production licence")]
    WithoutLicence,

    /// <summary>Produced without compulsory certification.</summary>
    [Term("未经强制性产品认证", "without compulsory certification")]
    WithoutCertification,
}

/// <summary>违法情形归属. Which sub-kinds belong to a kind of violation.</summary>
public static class Violations
{
    /// <summary>How many kinds a case has at most beside the main one.</summary>
    public const int Most = 10;

    private static readonly ImmutableArray<ViolationSubKind> OfMarks = [ViolationSubKind.Forged, ViolationSubKind.Misused, ViolationSubKind.Expired, ViolationSubKind.OutOfScope];
    private static readonly ImmutableArray<ViolationSubKind> OfQuality = [ViolationSubKind.Adulterated, ViolationSubKind.InferiorAsGood, ViolationSubKind.SubstandardAsQualified];
    private static readonly ImmutableArray<ViolationSubKind> OfLicensing = [ViolationSubKind.WithoutLicence, ViolationSubKind.WithoutCertification];

    /// <summary>The sub-kinds of a kind; none where the notice makes none.</summary>
    /// <param name="kind">A kind.</param>
    public static ImmutableArray<ViolationSubKind> SubKinds(ViolationKind kind) => kind switch
    {
        ViolationKind.CertificationMarkMisuse => OfMarks,
        ViolationKind.AdulterationOrSubstandard => OfQuality,
        ViolationKind.UnlicensedProduction => OfLicensing,
        _ => [],
    };
}
