using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证. A licence or certificate of an enterprise.</summary>
[GenerateSerializer, Immutable, Alias("licence-state")]
public sealed record LicenceState
{
    /// <summary>证书编号. Its number in normal form.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>种类. Its kind, which its number tells.</summary>
    [Id(1)] public required LicenceKind Kind { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(2)] public required LicenceStatus Status { get; init; }

    /// <summary>持证企业. The credit code of the enterprise that holds it.</summary>
    [Id(3)] public required string Enterprise { get; init; }

    /// <summary>登记事项. What it covers and who issued it.</summary>
    [Id(4)] public required LicenceDetails Details { get; init; }

    /// <summary>有效期. The term that runs or ran last, with the days that follow from it.</summary>
    [Id(5)] public required LicenceTerm Term { get; init; }

    /// <summary>下一提醒. The next notice to give; null when none is left or the licence is not in force.</summary>
    [Id(6)] public LicenceNotices? NextNotice { get; init; }

    /// <summary>暂扣. The suspension that runs; there is one exactly while it is suspended.</summary>
    [Id(7)] public Suspension? Suspension { get; init; }

    /// <summary>提请撤销. The request to the issuing authority that is open, if any; only while the licence is in force.</summary>
    [Id(8)] public WithdrawalRequest? WithdrawalRequest { get; init; }

    /// <summary>届满日. The last valid day after which it expired; there is one exactly while it is expired.</summary>
    [Id(9)] public DateOnly? ExpiredOn { get; init; }

    /// <summary>提请注销日. The day (Asia/Shanghai) on which deregistration was proposed; null while it was not, and after a renewal.</summary>
    [Id(10)] public DateOnly? DeregistrationProposedOn { get; init; }

    /// <summary>本局延续. Whether the term that runs was recorded by an officer rather than read from a register; an older register does not take it back.</summary>
    [Id(11)] public bool IsRenewedHere { get; init; }

    /// <summary>登记状态. What an imported register said last of its status; the same word again is no news, so that an import never undoes what the bureau did since.</summary>
    [Id(12)] public RegisterStatus? RegisterStatus { get; init; }

    /// <summary>产品类别. Codes of the product classes it covers, the main one first.</summary>
    [JsonIgnore] public ImmutableArray<string> ProductClasses => Details.ProductClasses;

    /// <summary>有效期起. The first valid day.</summary>
    [JsonIgnore] public DateOnly ValidFrom => Term.ValidFrom;

    /// <summary>有效期至. The last valid day.</summary>
    [JsonIgnore] public DateOnly ValidTo => Term.ValidTo;

    /// <summary>发证机关. Who issued it, or null.</summary>
    [JsonIgnore] public string? IssuedBy => Details.IssuedBy;

    /// <summary>有效存续. Whether it is in force: active or suspended.</summary>
    [JsonIgnore] public bool IsInForce => Status is LicenceStatus.Active or LicenceStatus.Suspended;
}

/// <summary>登记事项. What a licence covers and who issued it.</summary>
/// <param name="ProductClasses">产品类别. Codes, the main one first.</param>
/// <param name="IssuedBy">发证机关. Or null.</param>
/// <param name="ProductionAddress">生产地址. Or null.</param>
[GenerateSerializer, Immutable, Alias("licence-details")]
public sealed record LicenceDetails(ImmutableArray<string> ProductClasses, string? IssuedBy, string? ProductionAddress)
{
    internal const int LongestIssuer = 200;
    internal const int LongestAddress = 500;

    /// <summary>Whether two say the same.</summary>
    /// <param name="other">The other.</param>
    internal bool SaysTheSameAs(LicenceDetails other) =>
        ProductClasses.SequenceEqual(other.ProductClasses) && IssuedBy == other.IssuedBy && ProductionAddress == other.ProductionAddress;
}

/// <summary>有效期. One term of a licence and the days that follow from it by the rules in force when it was recorded.</summary>
/// <param name="ValidFrom">有效期起. The first valid day (Asia/Shanghai).</param>
/// <param name="ValidTo">有效期至. The last valid day.</param>
/// <param name="ApplyFrom">可申请延续之日. The first day on which renewal may be applied for.</param>
/// <param name="MustApplyBy">延续申请截止日. The last day on which renewal may be applied for.</param>
/// <param name="AssumedYears">未载入日历的年份. Calendar years that were counted through without their holidays being known; null when none, then the days are certain.</param>
[GenerateSerializer, Immutable, Alias("licence-term")]
public sealed record LicenceTerm(DateOnly ValidFrom, DateOnly ValidTo, DateOnly ApplyFrom, DateOnly MustApplyBy, ImmutableArray<int>? AssumedYears = null);

/// <summary>提醒. The notices that fall on one day. Where a certificate's last day to apply is its last day, several do; the holder is told once.</summary>
/// <param name="On">提醒日. The day (Asia/Shanghai).</param>
/// <param name="Notices">提醒事项. What the holder is told.</param>
[GenerateSerializer, Immutable, Alias("licence-notices")]
public sealed record LicenceNotices(DateOnly On, ImmutableArray<LicenceNotice> Notices);

/// <summary>提醒事项. One notice: what is coming, and in how many days.</summary>
/// <param name="Of">事项. What is coming.</param>
/// <param name="DaysBefore">提前天数. How many calendar days before: 90, 60 or 30; 0 on the day itself.</param>
[GenerateSerializer, Immutable, Alias("licence-notice")]
public sealed record LicenceNotice(NoticeOf Of, int DaysBefore);

/// <summary>提醒事项. What a notice is about.</summary>
[JsonConverter(typeof(WireNameConverter<NoticeOf>))]
public enum NoticeOf
{
    /// <summary>Renewal may be applied for from now on.</summary>
    [Term("可以申请延续", "renewal may be applied for")]
    ApplicationWindow,

    /// <summary>The last day to apply for renewal.</summary>
    [Term("延续申请截止", "last day to apply for renewal")]
    ApplicationDue,

    /// <summary>The last valid day.</summary>
    [Term("有效期届满", "end of the term")]
    EndOfTerm,
}

/// <summary>暂扣. A suspension.</summary>
/// <param name="SuspendedOn">暂扣日. The day it began (Asia/Shanghai).</param>
/// <param name="Until">暂扣至. Its last day; it may lie after the licence's last valid day.</param>
/// <param name="FromRegister">来自登记信息. Whether a register said so; then it also ends when the register says 有效 again.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence-suspension")]
public sealed record Suspension(DateOnly SuspendedOn, DateOnly Until, bool FromRegister, Grounds Grounds);

/// <summary>提请撤销. A request to the issuing authority to withdraw the licence (R2.2.5).</summary>
/// <param name="RequestedOn">提请日. The day it was made (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence-withdrawal-request")]
public sealed record WithdrawalRequest(DateOnly RequestedOn, Grounds Grounds);

/// <summary>许可证种类. The kinds of licence, each under its own statute.</summary>
[JsonConverter(typeof(WireNameConverter<LicenceKind>))]
public enum LicenceKind
{
    /// <summary>Under 工业产品生产许可证管理条例.</summary>
    [Term("工业产品生产许可证", "production licence")]
    ProductionLicence,

    /// <summary>Under 食品生产许可管理办法.</summary>
    [Term("食品生产许可证", "food production licence")]
    FoodProductionLicence,

    /// <summary>Under 强制性产品认证管理规定.</summary>
    [Term("强制性产品认证证书", "compulsory product certificate")]
    CompulsoryCertificate,
}

/// <summary>许可证状态. Where a licence stands.</summary>
[JsonConverter(typeof(WireNameConverter<LicenceStatus>))]
public enum LicenceStatus
{
    /// <summary>In force.</summary>
    [Term("有效", "active")]
    Active,

    /// <summary>Suspended for a period.</summary>
    [Term("暂扣", "suspended")]
    Suspended,

    /// <summary>Its last valid day is over and it was not renewed.</summary>
    [Term("届满失效", "expired")]
    Expired,

    /// <summary>Its record is closed (行政许可法 第七十条).</summary>
    [Term("注销", "deregistered")]
    Deregistered,

    /// <summary>Withdrawn by the issuing authority (行政许可法 第六十九条).</summary>
    [Term("撤销", "withdrawn")]
    Withdrawn,

    /// <summary>Revoked as a penalty (行政处罚法 第九条).</summary>
    [Term("吊销", "revoked")]
    Revoked,
}

/// <summary>登记状态. What a public register says of a licence's status. It may lag behind: the clock decides what has expired.</summary>
[JsonConverter(typeof(WireNameConverter<RegisterStatus>))]
public enum RegisterStatus
{
    /// <summary>Said to be valid.</summary>
    [Term("有效", "valid")]
    Valid,

    /// <summary>Said to be suspended.</summary>
    [Term("暂停、暂扣", "suspended")]
    Suspended,

    /// <summary>Said to have lapsed.</summary>
    [Term("过期、失效", "lapsed")]
    Lapsed,

    /// <summary>Said to be deregistered.</summary>
    [Term("注销", "deregistered")]
    Deregistered,

    /// <summary>Said to be withdrawn.</summary>
    [Term("撤销", "withdrawn")]
    Withdrawn,

    /// <summary>Said to be revoked.</summary>
    [Term("吊销", "revoked")]
    Revoked,
}

/// <summary>注销事由. Why a licence is deregistered (行政许可法 第七十条).</summary>
[JsonConverter(typeof(WireNameConverter<DeregistrationGround>))]
public enum DeregistrationGround
{
    /// <summary>Its term ended and was not renewed (第七十条第一项).</summary>
    [Term("有效期届满未延续", "the term ended and was not renewed")]
    Lapsed,

    /// <summary>The holder no longer makes the product (R2.2.3; 第七十条第六项).</summary>
    [Term("不再从事发证产品生产", "the product is no longer made")]
    ProductionStopped,

    /// <summary>The holder has ended (第七十条第三项).</summary>
    [Term("企业依法终止", "the enterprise has ended")]
    EnterpriseEnded,

    /// <summary>It was withdrawn or revoked (第七十条第四项).</summary>
    [Term("许可依法被撤销、吊销", "it was withdrawn or revoked")]
    WithdrawnOrRevoked,

    /// <summary>What it permits can no longer be done (第七十条第五项).</summary>
    [Term("因不可抗力许可事项无法实施", "force majeure")]
    ForceMajeure,

    /// <summary>Another case that a law or regulation names (第七十条第六项).</summary>
    [Term("法律、法规规定的其他情形", "another case named by law")]
    OtherByLaw,
}
