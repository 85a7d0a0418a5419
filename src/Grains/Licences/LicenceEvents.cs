using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证事件. What can have happened to a licence. Names and fields are storage format; every day that follows from a rule is in the event, so that folding needs neither calendar nor rules.</summary>
public abstract record LicenceEvent : Event;

/// <summary>许可证步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record LicenceStep(Grounds Grounds) : LicenceEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>许可证已登记. The licence came under supervision.</summary>
/// <param name="Number">证书编号. In normal form.</param>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Enterprise">持证企业. The holder's credit code.</param>
/// <param name="Details">登记事项. What it covers and who issued it.</param>
/// <param name="Term">有效期. Its term, with the days that follow from it.</param>
/// <param name="NextNotice">下一提醒. The first notice to give; null when none is left.</param>
/// <param name="RegisterStatus">登记状态. What the register said it was imported from; null when it was recorded by hand.</param>
/// <param name="RecordedOn">登记日. The day it was recorded here (Asia/Shanghai).</param>
[Alias("licence.registered")]
public sealed record LicenceRegistered(string Number, LicenceKind Kind, string Enterprise, LicenceDetails Details, LicenceTerm Term, LicenceNotices? NextNotice, RegisterStatus? RegisterStatus, DateOnly RecordedOn) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"登记{Terms.Of(Kind).Chinese}，有效期{Term.ValidFrom:yyyy-MM-dd}至{Term.ValidTo:yyyy-MM-dd}",
        $"Registered a {Terms.Of(Kind).English}, valid from {Term.ValidFrom:yyyy-MM-dd} to {Term.ValidTo:yyyy-MM-dd}");
}

/// <summary>许可证登记事项已更正. A register said otherwise than what was recorded.</summary>
/// <param name="Details">登记事项. As they stand afterwards.</param>
/// <param name="Term">有效期. The corrected term; null when it stays.</param>
/// <param name="NextNotice">下一提醒. The next notice under a corrected term; of no meaning when the term stays.</param>
/// <param name="RegisterStatus">登记状态. What the register says; null when it does not.</param>
/// <param name="RecordedOn">登记日. The day it was recorded (Asia/Shanghai).</param>
[Alias("licence.corrected")]
public sealed record LicenceCorrected(LicenceDetails Details, LicenceTerm? Term, LicenceNotices? NextNotice, RegisterStatus? RegisterStatus, DateOnly RecordedOn) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Term is { } term
        ? new($"按登记信息更正，有效期{term.ValidFrom:yyyy-MM-dd}至{term.ValidTo:yyyy-MM-dd}", $"Corrected from the register, valid from {term.ValidFrom:yyyy-MM-dd} to {term.ValidTo:yyyy-MM-dd}")
        : new("按登记信息更正", "Corrected from the register");
}

/// <summary>许可证已暂扣. The licence was suspended.</summary>
/// <param name="SuspendedOn">暂扣日. The day it began (Asia/Shanghai).</param>
/// <param name="Until">暂扣至. Its last day.</param>
/// <param name="FromRegister">来自登记信息. Whether a register said so rather than an officer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.suspended")]
public sealed record LicenceSuspended(DateOnly SuspendedOn, DateOnly Until, bool FromRegister, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"暂扣至{Until:yyyy-MM-dd}：{Grounds.Reason}", $"Suspended until {Until:yyyy-MM-dd}: {Grounds.Reason}");
}

/// <summary>许可证已恢复. The suspension was ended before its time.</summary>
/// <param name="ReinstatedOn">恢复日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.reinstated")]
public sealed record LicenceReinstated(DateOnly ReinstatedOn, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"恢复许可证：{Grounds.Reason}", $"Reinstated: {Grounds.Reason}");
}

/// <summary>暂扣期满. The suspension's period was over.</summary>
/// <param name="LastDay">暂扣末日. The last day of the suspension.</param>
[Alias("licence.suspension-ended")]
public sealed record LicenceSuspensionEnded(DateOnly LastDay) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"暂扣期满（末日{LastDay:yyyy-MM-dd}），许可证恢复有效", $"The suspension ended with {LastDay:yyyy-MM-dd}; the licence is active again");

    /// <summary>The first day on which it is active again.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}

/// <summary>许可证已延续. A new term was recorded.</summary>
/// <param name="RenewedOn">登记日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Term">有效期. The new term, with the days that follow from it.</param>
/// <param name="NextNotice">下一提醒. The first notice under the new term; null when none is left.</param>
/// <param name="FromRegister">来自登记信息. Whether the new term was read from a register rather than recorded by an officer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.renewed")]
public sealed record LicenceRenewed(DateOnly RenewedOn, LicenceTerm Term, LicenceNotices? NextNotice, bool FromRegister, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"延续，有效期{Term.ValidFrom:yyyy-MM-dd}至{Term.ValidTo:yyyy-MM-dd}", $"Renewed, valid from {Term.ValidFrom:yyyy-MM-dd} to {Term.ValidTo:yyyy-MM-dd}");
}

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

/// <summary>许可证已届满. The last valid day was over.</summary>
/// <param name="LastValidDay">有效期末日. The last valid day.</param>
[Alias("licence.expired")]
public sealed record LicenceExpired(DateOnly LastValidDay) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"有效期于{LastValidDay:yyyy-MM-dd}届满，未延续", $"The term ended with {LastValidDay:yyyy-MM-dd} and was not renewed");

    /// <summary>The last valid day.</summary>
    public override DateOnly? EffectiveOn => LastValidDay;

    /// <inheritdoc/>
    public override string? LegalBasis => LicenceRules.ExpiryRule;
}

/// <summary>已提醒. The holder is to be told what is coming.</summary>
/// <param name="On">提醒日. The day the notice was for, also when the clock was late (Asia/Shanghai).</param>
/// <param name="Notices">提醒事项. What falls on that day.</param>
/// <param name="NextNotice">下一提醒. The notice after this one; null when it was the last.</param>
[Alias("licence.notice-given")]
public sealed record LicenceNoticeGiven(DateOnly On, ImmutableArray<LicenceNotice> Notices, LicenceNotices? NextNotice) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"提醒：{string.Join('，', Notices.Select(notice => LicenceTexts.Of(notice).Chinese))}",
        $"Notice: {string.Join(", ", Notices.Select(notice => LicenceTexts.Of(notice).English))}");

    /// <summary>The day the notice was for.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>已提出注销建议. It is long expired and was not renewed: its deregistration is proposed (行政许可法 第七十条第一项).</summary>
/// <param name="ProposedOn">建议日. The day the proposal fell due (Asia/Shanghai).</param>
[Alias("licence.deregistration-proposed")]
public sealed record LicenceDeregistrationProposed(DateOnly ProposedOn) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("有效期届满已逾30日未延续，建议注销", "Expired for more than 30 days without renewal: deregistration is proposed");

    /// <summary>The day the proposal fell due.</summary>
    public override DateOnly? EffectiveOn => ProposedOn;

    /// <inheritdoc/>
    public override string? LegalBasis => LicenceRules.DeregistrationRule(ProposedOn).Basis.Chinese;
}

/// <summary>The JSON forms of everything a licence stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<LicenceState>))]
[JsonSerializable(typeof(LicenceState))]
[JsonSerializable(typeof(LicenceRegistered))]
[JsonSerializable(typeof(LicenceCorrected))]
[JsonSerializable(typeof(LicenceSuspended))]
[JsonSerializable(typeof(LicenceReinstated))]
[JsonSerializable(typeof(LicenceSuspensionEnded))]
[JsonSerializable(typeof(LicenceRenewed))]
[JsonSerializable(typeof(LicenceWithdrawalRequested))]
[JsonSerializable(typeof(LicenceWithdrawn))]
[JsonSerializable(typeof(LicenceRevoked))]
[JsonSerializable(typeof(LicenceDeregistered))]
[JsonSerializable(typeof(LicenceExpired))]
[JsonSerializable(typeof(LicenceNoticeGiven))]
[JsonSerializable(typeof(LicenceDeregistrationProposed))]
[JsonSerializable(typeof(RegisterLicence))]
[JsonSerializable(typeof(ImportLicence))]
[JsonSerializable(typeof(SuspendLicence))]
[JsonSerializable(typeof(ReinstateLicence))]
[JsonSerializable(typeof(RenewLicence))]
[JsonSerializable(typeof(RequestLicenceWithdrawal))]
[JsonSerializable(typeof(WithdrawLicence))]
[JsonSerializable(typeof(RevokeLicence))]
[JsonSerializable(typeof(DeregisterLicence))]
[JsonSerializable(typeof(LicenceDeadlineReached))]
internal sealed partial class LicenceJson : JsonSerializerContext;
