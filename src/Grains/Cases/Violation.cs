using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>违法行为. The six kinds of illegal act that the campaign is about (R2.1.2).</summary>
[JsonConverter(typeof(WireNameConverter<ViolationKind>))]
public enum ViolationKind
{
    /// <summary>伪造或者冒用他人厂名、厂址. The name or address of another producer forged or used (产品质量法 第三十条).</summary>
    ForgedNameOrAddress,

    /// <summary>伪造或者冒用质量标志. A quality mark forged or used (产品质量法 第三十一条).</summary>
    ForgedQualityMark,

    /// <summary>侵犯地理标志知识产权. A protected geographical indication infringed (地理标志产品保护办法).</summary>
    GeographicalIndicationInfringement,

    /// <summary>掺杂掺假、以次充好、以不合格产品冒充合格产品. Adulteration; the inferior or substandard passed off as good (产品质量法 第三十二条).</summary>
    AdulterationOrSubstandard,

    /// <summary>无生产许可证、未经强制性产品认证生产. Production without licence or compulsory certification (工业产品生产许可证管理条例 第五条, 认证认可条例 第二十七条).</summary>
    UnlicensedProduction,

    /// <summary>伪造、冒用认证标志. A certification mark or certificate forged, misused, used when expired or beyond its scope (认证认可条例 第七十条).</summary>
    CertificationMarkMisuse,
}

/// <summary>违法情形. What exactly was done; each belongs to one kind of violation.</summary>
[JsonConverter(typeof(WireNameConverter<ViolationSubKind>))]
public enum ViolationSubKind
{
    /// <summary>伪造. A certification mark or certificate was forged.</summary>
    Forged,

    /// <summary>冒用. Somebody else's was used.</summary>
    Misused,

    /// <summary>超期使用. It was used after its end.</summary>
    Expired,

    /// <summary>超范围使用. It was used for what it does not cover.</summary>
    OutOfScope,

    /// <summary>掺杂、掺假. Something was mixed in.</summary>
    Adulterated,

    /// <summary>以次充好. The inferior was passed off as good.</summary>
    InferiorAsGood,

    /// <summary>以不合格产品冒充合格产品. The substandard was passed off as up to standard.</summary>
    SubstandardAsQualified,

    /// <summary>无生产许可证. Produced without a production licence.</summary>
    WithoutLicence,

    /// <summary>未经强制性产品认证. Produced without compulsory certification.</summary>
    WithoutCertification,
}

/// <summary>违法行为用语. The words for violations, and which sub-kinds belong to a kind.</summary>
public static class Violations
{
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

    /// <summary>The words for a kind.</summary>
    /// <param name="kind">A kind.</param>
    public static BilingualText Of(ViolationKind kind) => kind switch
    {
        ViolationKind.ForgedNameOrAddress => new("伪造或者冒用他人厂名、厂址", "forged name or address"),
        ViolationKind.ForgedQualityMark => new("伪造或者冒用他人质量标志", "forged quality mark"),
        ViolationKind.GeographicalIndicationInfringement => new("侵犯地理标志知识产权", "infringement of a geographical indication"),
        ViolationKind.AdulterationOrSubstandard => new("掺杂掺假、以次充好、以不合格产品冒充合格产品", "adulteration or substandard goods"),
        ViolationKind.UnlicensedProduction => new("无生产许可证或者未经强制性产品认证生产", "production without licence or certification"),
        ViolationKind.CertificationMarkMisuse => new("伪造、冒用认证标志", "misuse of certification marks"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
