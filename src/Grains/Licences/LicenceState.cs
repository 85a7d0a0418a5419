using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
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

    /// <summary>延续申请. The application for a new term that is not decided, or null.</summary>
    [Id(60)] public RenewalApplication? RenewalApplication { get; init; }

    /// <summary>生效日. The first valid day while it is still to come; there is one exactly while it is not yet valid.</summary>
    [Id(61)] public DateOnly? StartsOn { get; init; }

    /// <summary>终止前状态. Where it stood before it was withdrawn, revoked or deregistered; null where it has not ended, or that was not kept
    /// then.</summary>
    [Id(62)] public LicenceStanding? EndedFrom { get; init; }

    /// <summary>企业终止日. The day on which its holder ended; null while it has not.</summary>
    [Id(63)] public DateOnly? HolderClosedOn { get; init; }

    /// <summary>原有效期. The term before the one that was renewed or corrected here, which an older register may still say; null where none
    /// was.</summary>
    [Id(64)] public LicenceTerm? TermBefore { get; init; }

    /// <summary>未获准的提请. The last request to withdraw it that the issuing authority declined, or null.</summary>
    [Id(65)] public WithdrawalRequest? DeclinedRequest { get; init; }

    /// <summary>终结的延续申请. The application that ended with its holder, or null.</summary>
    [Id(66)] public RenewalApplication? ApplicationEnded { get; init; }

    /// <summary>正确编号. The number under which it is really registered, where it was entered under a mistyped one; null otherwise.</summary>
    [Id(120)] public string? EnteredRightAs { get; init; }

    /// <summary>原误登编号. The mistyped number under which it had been entered before, or null.</summary>
    [Id(121)] public string? EnteredBeforeAs { get; init; }

    /// <summary>误登注销的计量. What is no longer counted since it was struck out as mistyped, so that it can be counted again; none
    /// otherwise.</summary>
    [Id(130)] public ImmutableArray<CountedFact> StruckOut { get => field.IsDefault ? [] : field; init; }

    /// <summary>注销事由. The statutory ground on which it was deregistered; null where it is not, and from before that was kept.</summary>
    [Id(140)] public DeregistrationGround? DeregisteredBecause { get; init; }

    /// <summary>两编号. The mistyped number and the right one, in order, while it is struck out; null otherwise, and where it was struck out
    /// before that was kept.</summary>
    [Id(150)] public string? StruckOutOf { get; init; }

    /// <summary>误登注销次序. The place among its holder's that are struck out as mistyped, while it is; null otherwise, and where it was
    /// struck out before that was kept.</summary>
    [Id(151)] public int? StruckOutPlace { get; init; }

    /// <summary>长期. Whether it has no end.</summary>
    [JsonIgnore] public bool IsLongTerm => Term.ValidTo == LicenceTerm.LongTerm;

    /// <summary>有效期存疑. Whether the term is longer than the statute of its kind has it.</summary>
    [JsonIgnore] public bool IsTermInDoubt => LicenceRules.IsBeyond(Kind, Term.ValidFrom, Term.ValidTo, WorkingCalendar.BuiltIn);

    /// <summary>延续决定前继续有效. Whether renewal was applied for in time and is not decided, so that the end of the term does not end it (行政许可法
    /// 第五十条).</summary>
    [JsonIgnore] public bool StandsUntilDecided => RenewalApplication is { IsInTime: true };

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

    /// <summary>Its first valid day is still to come.</summary>
    [Term("尚未生效", "not yet valid")]
    NotYetValid,
}
