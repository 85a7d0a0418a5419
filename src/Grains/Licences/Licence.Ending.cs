using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// What ends a licence: withdrawal, revocation, deregistration.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInEnding(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        RequestLicenceWithdrawal when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        RequestLicenceWithdrawal when licence.WithdrawalRequest is { } open => new WithdrawalAlreadyRequested(open.RequestedOn),
        RequestLicenceWithdrawal c when c.Grounds.Problem() is { } problem => problem,
        RequestLicenceWithdrawal c => new LicenceWithdrawalRequested(now.Today, c.Grounds.Trimmed()),
        WithdrawLicence when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        WithdrawLicence when licence.WithdrawalRequest is null => new WithdrawalNotRequested(), // 行政许可法 第六十九条: the issuing authority decides
        WithdrawLicence c when c.Grounds.Problem() is { } problem => problem,
        WithdrawLicence c => new LicenceWithdrawn(now.Today, c.Grounds.Trimmed()),
        RevokeLicence when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        RevokeLicence c when c.Grounds.Problem() is { } problem => problem,
        RevokeLicence c => new LicenceRevoked(now.Today, c.Grounds.Trimmed()),
        DeregisterLicence when licence.Status is LicenceStatus.Deregistered => new LicenceAlreadyDeregistered(),
        DeregisterLicence { Ground: { } ground } when !IsMet(ground, licence.Status) => new DeregistrationGroundNotMet(ground, licence.Status),
        DeregisterLicence c when c.Grounds.Problem() is { } problem => problem,
        DeregisterLicence c => new LicenceDeregistered(now.Today, c.Ground ?? ImpliedGround(licence.Status, DeregistrationGround.ProductionStopped), c.Grounds.Trimmed()),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    private static LicenceState? ApplyInEnding(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceWithdrawalRequested e => licence with { WithdrawalRequest = new WithdrawalRequest(e.RequestedOn, e.Grounds) },
        LicenceWithdrawn => Ended(licence, LicenceStatus.Withdrawn),
        LicenceRevoked => Ended(licence, LicenceStatus.Revoked),
        LicenceDeregistered => Ended(licence, LicenceStatus.Deregistered),
        _ => null,
    };

    private static LicenceState Ended(LicenceState licence, LicenceStatus status) => licence with
    {
        Status = status,
        NextNotice = null,
        Suspension = null,
        WithdrawalRequest = null,
        ExpiredOn = null,
    };

    private static bool IsMet(DeregistrationGround ground, LicenceStatus status) => ground switch
    {
        DeregistrationGround.Lapsed => status is LicenceStatus.Expired, // 行政许可法 第七十条第一项
        DeregistrationGround.WithdrawnOrRevoked => status is LicenceStatus.Withdrawn or LicenceStatus.Revoked, // 第四项
        _ => true,
    };

    private static DeregistrationGround ImpliedGround(LicenceStatus status, DeregistrationGround whileInForce) => status switch
    {
        LicenceStatus.Expired => DeregistrationGround.Lapsed,
        LicenceStatus.Withdrawn or LicenceStatus.Revoked => DeregistrationGround.WithdrawnOrRevoked,
        _ => whileInForce,
    };
}

/// <summary>提请撤销. A request to the issuing authority to withdraw the licence (R2.2.5).</summary>
/// <param name="RequestedOn">提请日. The day it was made (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence-withdrawal-request")]
public sealed record WithdrawalRequest(DateOnly RequestedOn, Grounds Grounds);

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

/// <summary>已提请撤销许可证. The issuing authority was asked to withdraw the licence.</summary>
/// <param name="RequestedOn">提请日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.withdrawal-requested")]
public sealed record LicenceWithdrawalRequested(DateOnly RequestedOn, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提请撤销：{Grounds.Reason}", $"Withdrawal requested: {Grounds.Reason}");
}

/// <summary>许可证已撤销. The issuing authority withdrew the licence.</summary>
/// <param name="WithdrawnOn">撤销日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.withdrawn")]
public sealed record LicenceWithdrawn(DateOnly WithdrawnOn, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销：{Grounds.Reason}", $"Withdrawn: {Grounds.Reason}");
}

/// <summary>许可证已吊销. The licence was revoked as a penalty.</summary>
/// <param name="RevokedOn">吊销日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.revoked")]
public sealed record LicenceRevoked(DateOnly RevokedOn, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"吊销：{Grounds.Reason}", $"Revoked: {Grounds.Reason}");
}

/// <summary>许可证已注销. The licence's record was closed.</summary>
/// <param name="DeregisteredOn">注销日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Ground">注销事由. The statutory ground.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.deregistered")]
public sealed record LicenceDeregistered(DateOnly DeregisteredOn, DeregistrationGround Ground, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"注销（{Terms.Of(Ground).Chinese}）：{Grounds.Reason}", $"Deregistered ({Terms.Of(Ground).English}): {Grounds.Reason}");
}

/// <summary>许可证不在有效存续期. The step needs a licence in force: active or suspended.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-in-force")]
public sealed record LicenceNotInForce(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，只有有效或暂扣的许可证才能如此办理", $"The licence is {Terms.Of(Status).English}; this needs one that is active or suspended");
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

/// <summary>许可证已注销. Its record is closed.</summary>
[GenerateSerializer, Immutable, Alias("refusal.licence-already-deregistered")]
public sealed record LicenceAlreadyDeregistered : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("许可证已经注销", "The licence is deregistered already");
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
