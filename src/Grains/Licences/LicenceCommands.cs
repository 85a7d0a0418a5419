using System.Collections.Immutable;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证命令. What may be asked of a licence.</summary>
[GenerateSerializer, Immutable, Alias("licence.command")]
public abstract record LicenceCommand : Command
{
    /// <summary>经办. Who keeps the register: records what others have issued.</summary>
    protected const Roles RegisterKeepers = Roles.Administrator | Roles.SectionHead | Roles.Officer;

    /// <summary>措施. Who may record measures that can be lifted again: officers carry them out, section heads, the legal section and the leading group decide them, the administrator enters what arrives on paper.</summary>
    protected const Roles Measures = Roles.Officer | Decisions;

    /// <summary>决定. Who may record what ends a licence: not the officer alone (行政处罚法 第五十七条: the head decides).</summary>
    protected const Roles Decisions = Roles.SectionHead | Roles.Leader | Roles.Legal | Roles.Administrator;
}

/// <summary>登记许可证. Records a licence. The enterprise must be registered and must not have closed.</summary>
/// <param name="Number">证书编号. As written on it.</param>
/// <param name="Enterprise">持证企业. The holder's unified social credit code.</param>
/// <param name="ValidFrom">有效期起. The first valid day.</param>
/// <param name="ValidTo">有效期至. The last valid day.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="IssuedBy">发证机关.</param>
/// <param name="ProductionAddress">生产地址.</param>
/// <param name="Kind">种类. Left out, the number tells.</param>
[GenerateSerializer, Immutable, Alias("licence.register"), AllowedTo(RegisterKeepers), Creates]
[Refuses<AlreadyExists, LicenceKindMismatch, EnterpriseNotRegistered, HolderClosed, ValidityReversed>]
public sealed record RegisterLicence(
    string Number,
    [OfferedAs("enterpriseCreditCode")] string Enterprise,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    [Listed<ProductClass>] ImmutableArray<string>? ProductClasses = null,
    [Longest(LicenceDetails.LongestIssuer)] string? IssuedBy = null,
    [Longest(LicenceDetails.LongestAddress)] string? ProductionAddress = null,
    LicenceKind? Kind = null) : LicenceCommand;

/// <summary>导入许可证. Takes over one row of a public register: registers the licence, changes only what differs, or leaves it as it is. What the row does not say stays. It never undoes what the bureau did: a suspension stays though the register still says 有效, an ended licence stays ended, and an older end does not take back a renewal recorded here.</summary>
/// <param name="Number">证书编号. As read; it is checked and normalised.</param>
/// <param name="Enterprise">持证企业. The holder's credit code, as read.</param>
/// <param name="ValidFrom">发证日期. The first valid day.</param>
/// <param name="ValidTo">有效期至. The last valid day.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names; null when the register does not say.</param>
/// <param name="IssuedBy">发证机关. Or null.</param>
/// <param name="ProductionAddress">生产地址. Or null.</param>
/// <param name="Kind">证书类型. Null when the register does not say; else it must fit the number.</param>
/// <param name="Status">状态. What the register says; null when it does not. The clock decides what has expired.</param>
[GenerateSerializer, Immutable, Alias("licence.import"), AllowedTo(RegisterKeepers), NotOffered]
[Refuses<LicenceKindMismatch, EnterpriseNotRegistered, ValidityReversed, LicenceHeldByAnother>]
public sealed record ImportLicence(
    string Number,
    string Enterprise,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    [Listed<ProductClass>] ImmutableArray<string>? ProductClasses = null,
    [Longest(LicenceDetails.LongestIssuer)] string? IssuedBy = null,
    [Longest(LicenceDetails.LongestAddress)] string? ProductionAddress = null,
    LicenceKind? Kind = null,
    RegisterStatus? Status = null) : LicenceCommand;

/// <summary>暂扣许可证. Suspends an active licence for a period (R2.2.5).</summary>
/// <param name="Until">暂扣至. The last day of the suspension (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.suspend"), AllowedTo(Measures)]
[Refuses<LicenceNotActive, SuspensionEndsInPast>]
public sealed record SuspendLicence(DateOnly Until, Grounds Grounds) : LicenceCommand;

/// <summary>恢复许可证. Ends a suspension before its period is over.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.reinstate"), AllowedTo(Measures)]
[Refuses<LicenceNotSuspended>]
public sealed record ReinstateLicence(Grounds Grounds) : LicenceCommand;

/// <summary>延续许可证. Records a new term that the issuing authority granted (行政许可法 第五十条).</summary>
/// <param name="ValidFrom">有效期起. The first day of the new term.</param>
/// <param name="ValidTo">有效期至. Its last day.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.renew"), AllowedTo(RegisterKeepers)]
[Refuses<LicenceNotRenewable, ValidityReversed, RenewalNotLonger>]
public sealed record RenewLicence(DateOnly ValidFrom, DateOnly ValidTo, Grounds Grounds) : LicenceCommand;

/// <summary>提请撤销许可证. Asks the issuing authority to withdraw the licence (R2.2.5).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.request-withdrawal"), AllowedTo(Measures)]
[Refuses<LicenceNotInForce, WithdrawalAlreadyRequested>]
public sealed record RequestLicenceWithdrawal(Grounds Grounds) : LicenceCommand;

/// <summary>撤销许可证. Records that the issuing authority withdrew it on request (行政许可法 第六十九条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.withdraw"), AllowedTo(Decisions)]
[Refuses<LicenceNotInForce, WithdrawalNotRequested>]
public sealed record WithdrawLicence(Grounds Grounds) : LicenceCommand;

/// <summary>吊销许可证. Records that it was revoked as a penalty (行政处罚法 第九条第三项).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.revoke"), AllowedTo(Decisions)]
[Refuses<LicenceNotInForce>]
public sealed record RevokeLicence(Grounds Grounds) : LicenceCommand;

/// <summary>注销许可证. Closes its record (行政许可法 第七十条): on application, or by the bureau when production stopped or it lapsed (R2.2.3).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Ground">注销事由. The statutory ground (行政许可法 第七十条); left out, the status implies it.</param>
[GenerateSerializer, Immutable, Alias("licence.deregister"), AllowedTo(Decisions)]
[Refuses<LicenceAlreadyDeregistered, DeregistrationGroundNotMet>]
public sealed record DeregisterLicence(Grounds Grounds, DeregistrationGround? Ground = null) : LicenceCommand;

/// <summary>许可证期限到期. A deadline of the licence has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="LicenceDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("licence.deadline-reached"), AllowedTo(Roles.System)]
public sealed record LicenceDeadlineReached(string Kind, DateTimeOffset DueAt) : LicenceCommand, IDeadlineCommand;

/// <summary>持证企业. What the shell found of the enterprise that a licence is to be recorded for.</summary>
/// <param name="Holder">企业事实. Null when no enterprise is registered under that code.</param>
public sealed record HolderFound(EnterpriseFact? Holder);

/// <summary>企业事实. What matters of an enterprise that is to hold a licence.</summary>
/// <param name="Name">名称. Its name.</param>
/// <param name="IsClosed">已终止. Whether it has closed.</param>
public sealed record EnterpriseFact(string Name, bool IsClosed);

/// <summary>许可证并非有效. The step needs an active licence.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-active")]
public sealed record LicenceNotActive(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，不是有效状态", $"The licence is {Terms.Of(Status).English}, not active");
}

/// <summary>许可证并未暂扣. The step needs a suspended licence.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-suspended")]
public sealed record LicenceNotSuspended(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，没有被暂扣", $"The licence is {Terms.Of(Status).English}, not suspended");
}

/// <summary>许可证不在有效存续期. The step needs a licence in force: active or suspended.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-in-force")]
public sealed record LicenceNotInForce(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，只有有效或暂扣的许可证才能如此办理", $"The licence is {Terms.Of(Status).English}; this needs one that is active or suspended");
}

/// <summary>许可证不能延续. Only an active or an expired licence is renewed.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-renewable")]
public sealed record LicenceNotRenewable(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，只有有效或届满失效的许可证才能延续", $"The licence is {Terms.Of(Status).English}; only an active or an expired one is renewed");
}

/// <summary>许可证已注销. Its record is closed.</summary>
[GenerateSerializer, Immutable, Alias("refusal.licence-already-deregistered")]
public sealed record LicenceAlreadyDeregistered : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("许可证已经注销", "The licence is deregistered already");
}

/// <summary>暂扣截止日已过. A suspension must end today or later.</summary>
/// <param name="Until">暂扣至. The last day that was given.</param>
/// <param name="Today">今天. The day of the decision.</param>
[GenerateSerializer, Immutable, Alias("refusal.suspension-ends-in-past")]
public sealed record SuspensionEndsInPast(DateOnly Until, DateOnly Today) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"暂扣截止日{Until:yyyy-MM-dd}早于今天{Today:yyyy-MM-dd}", $"The suspension would end on {Until:yyyy-MM-dd}, before today, {Today:yyyy-MM-dd}");
}

/// <summary>有效期颠倒. A term must not end before it begins.</summary>
/// <param name="ValidFrom">有效期起. The first day that was given.</param>
/// <param name="ValidTo">有效期至. The last day that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.validity-reversed")]
public sealed record ValidityReversed(DateOnly ValidFrom, DateOnly ValidTo) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"有效期至{ValidTo:yyyy-MM-dd}早于有效期起{ValidFrom:yyyy-MM-dd}", $"The term ends on {ValidTo:yyyy-MM-dd}, before it begins on {ValidFrom:yyyy-MM-dd}");
}

/// <summary>延续未延长有效期. A renewal must end later than the term before.</summary>
/// <param name="Current">现有效期至. The last day of the term that is recorded.</param>
/// <param name="Given">新有效期至. The last day that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.renewal-not-longer")]
public sealed record RenewalNotLonger(DateOnly Current, DateOnly Given) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"新有效期至{Given:yyyy-MM-dd}不晚于现有效期至{Current:yyyy-MM-dd}", $"The new term ends on {Given:yyyy-MM-dd}, not later than the present one, {Current:yyyy-MM-dd}");
}

/// <summary>未提请撤销. A withdrawal must have been requested before it is recorded.</summary>
[GenerateSerializer, Immutable, Alias("refusal.withdrawal-not-requested")]
public sealed record WithdrawalNotRequested : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("尚未提请撤销该许可证", "The withdrawal of this licence has not been requested");
}

/// <summary>已提请撤销. A request to withdraw the licence is open already.</summary>
/// <param name="RequestedOn">提请日. The day it was made.</param>
[GenerateSerializer, Immutable, Alias("refusal.withdrawal-already-requested")]
public sealed record WithdrawalAlreadyRequested(DateOnly RequestedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"已于{RequestedOn:yyyy-MM-dd}提请撤销该许可证", $"The withdrawal of this licence was requested on {RequestedOn:yyyy-MM-dd}");
}

/// <summary>注销事由不成立. The ground named does not fit where the licence stands.</summary>
/// <param name="Ground">注销事由. The ground that was given.</param>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.deregistration-ground-not-met")]
public sealed record DeregistrationGroundNotMet(DeregistrationGround Ground, LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"注销事由“{Terms.Of(Ground).Chinese}”不成立：许可证现为“{Terms.Of(Status).Chinese}”", $"The ground '{Terms.Of(Ground).English}' is not met: the licence is {Terms.Of(Status).English}");
}

/// <summary>企业未登记. The enterprise that is to hold the licence is not registered.</summary>
/// <param name="CreditCode">统一社会信用代码. The code that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-not-registered")]
public sealed record EnterpriseNotRegistered(string CreditCode) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业{CreditCode}尚未登记，请先登记企业", $"Enterprise {CreditCode} is not registered; register it first");
}

/// <summary>企业已终止. The enterprise that is to hold the licence has closed.</summary>
/// <param name="CreditCode">统一社会信用代码. The code that was given.</param>
/// <param name="Name">名称. The enterprise's name.</param>
[GenerateSerializer, Immutable, Alias("refusal.holder-closed")]
public sealed record HolderClosed(string CreditCode, string Name) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业{Name}（{CreditCode}）已终止，不能再登记许可证", $"Enterprise {Name} ({CreditCode}) has closed; no licence is recorded for it any more");
}

/// <summary>许可证属于另一企业. The number is recorded for another enterprise.</summary>
/// <param name="Number">证书编号. The number.</param>
/// <param name="Holder">持证企业. The credit code of the enterprise that holds it.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-held-by-another")]
public sealed record LicenceHeldByAnother(string Number, string Holder) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"证书编号{Number}已登记在另一企业{Holder}名下", $"Licence {Number} is recorded for another enterprise, {Holder}");
}

/// <summary>证书类型与编号不符. The kind given is not the one that has numbers of this form.</summary>
/// <param name="Given">给定种类. The kind that was given.</param>
/// <param name="Number">证书编号. The number.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-kind-mismatch")]
public sealed record LicenceKindMismatch(LicenceKind Given, string Number) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"编号{Number}的格式不是{Terms.Of(Given).Chinese}的编号格式", $"{Number} does not have the form of a number of a {Terms.Of(Given).English}");
}
