using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// A new term.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInRenewal(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        RenewLicence when licence.Status is not (LicenceStatus.Active or LicenceStatus.Expired) => new LicenceNotRenewable(licence.Status),
        RenewLicence c when c.Grounds.Problem() is { } problem => problem,
        RenewLicence c when TermProblem(c.ValidFrom, c.ValidTo) is { } problem => problem,
        RenewLicence c when c.ValidTo <= licence.ValidTo => new RenewalNotLonger(licence.ValidTo, c.ValidTo), // 行政许可法 第五十条
        RenewLicence c => new LicenceEventBuilder(licence).With(Renewed(licence, c.ValidFrom, c.ValidTo, fromRegister: false, c.Grounds.Trimmed(), now)).Expire(now.Today).Events,
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    private static LicenceState? ApplyInRenewal(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceRenewed e => licence with
        {
            Status = LicenceStatus.Active,
            Term = e.Term,
            NextNotice = e.NextNotice,
            ExpiredOn = null,
            DeregistrationProposedOn = null,
            IsRenewedHere = !e.FromRegister,
        },
        _ => null,
    };

    private static LicenceRenewed Renewed(LicenceState licence, DateOnly validFrom, DateOnly validTo, bool fromRegister, Grounds grounds, Circumstances now)
    {
        var term = LicenceRules.Term(licence.Kind, validFrom, validTo, now.Calendar);
        return new LicenceRenewed(now.Today, term, LicenceRules.NoticesFrom(now.Today, term), fromRegister, grounds);
    }
}

/// <summary>有效期. One term of a licence and the days that follow from it by the rules in force when it was recorded.</summary>
/// <param name="ValidFrom">有效期起. The first valid day (Asia/Shanghai).</param>
/// <param name="ValidTo">有效期至. The last valid day.</param>
/// <param name="ApplyFrom">可申请延续之日. The first day on which renewal may be applied for.</param>
/// <param name="MustApplyBy">延续申请截止日. The last day on which renewal may be applied for.</param>
/// <param name="AssumedYears">未载入日历的年份. Calendar years that were counted through without their holidays being known; null when none, then the days are certain.</param>
[GenerateSerializer, Immutable, Alias("licence-term")]
public sealed record LicenceTerm(DateOnly ValidFrom, DateOnly ValidTo, DateOnly ApplyFrom, DateOnly MustApplyBy, ImmutableArray<int>? AssumedYears = null);

/// <summary>延续许可证. Records a new term that the issuing authority granted (行政许可法 第五十条).</summary>
/// <param name="ValidFrom">有效期起. The first day of the new term.</param>
/// <param name="ValidTo">有效期至. Its last day.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.renew"), AllowedTo(RegisterKeepers)]
[Refuses<LicenceNotRenewable, ValidityReversed, RenewalNotLonger>]
public sealed record RenewLicence(DateOnly ValidFrom, DateOnly ValidTo, Grounds Grounds) : LicenceCommand;

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

/// <summary>许可证不能延续. Only an active or an expired licence is renewed.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-renewable")]
public sealed record LicenceNotRenewable(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，只有有效或届满失效的许可证才能延续", $"The licence is {Terms.Of(Status).English}; only an active or an expired one is renewed");
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
