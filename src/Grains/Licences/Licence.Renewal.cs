using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// The holder applies for a new term, and the issuing authority grants or refuses it (行政许可法 第五十条).
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInRenewal(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        RenewLicence or ApplyForLicenceRenewal when licence.HolderClosedOn is { } closedOn =>
            new LicenceHolderClosed(licence.Enterprise, closedOn),
        RenewLicence when licence.Status is not (LicenceStatus.Active or LicenceStatus.Expired) => new LicenceNotRenewable(licence.Status),
        RenewLicence when IsOver(licence, now.Day) is { } over => over,
        RenewLicence c when c.Grounds.Problem() is { } problem => problem,
        RenewLicence c when TermProblem(c.ValidFrom, c.ValidTo) is { } problem => problem,
        RenewLicence c when c.ValidTo <= licence.ValidTo => new RenewalNotLonger(licence.ValidTo, c.ValidTo), // 行政许可法 第五十条
        RenewLicence c when NewTermProblem(licence, c, now) is { } problem => problem,
        RenewLicence c => new LicenceEventBuilder(licence)
            .With(Renewed(licence, c.ValidFrom, c.ValidTo, fromRegister: false, c.Grounds.Trimmed(), now)).Expire(now.Today).Events,
        ApplyForLicenceRenewal when licence.RenewalApplication is { } open => new RenewalAlreadyAppliedFor(open.AppliedOn),
        ApplyForLicenceRenewal when licence.IsLongTerm => new LicenceHasNoEnd(licence.Number),
        ApplyForLicenceRenewal when !licence.IsInForce && licence.Status is not LicenceStatus.Expired =>
            new LicenceNotRenewable(licence.Status),
        ApplyForLicenceRenewal c => DecideApplyForLicenceRenewal(licence, c, now),
        RefuseLicenceRenewal when licence.RenewalApplication is null => new RenewalNotAppliedFor(),
        RefuseLicenceRenewal c when c.Grounds.Problem() is { } problem => problem,
        RefuseLicenceRenewal c => DecideRefuseLicenceRenewal(licence, c, now),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    // 行政许可法 第五十条、第七十条第一项: what ended without an application is granted anew, under a number of its own. What was granted or applied
    // for before the end and is entered late is renewed.
    private static RenewalAfterEnd? IsOver(LicenceState licence, DateOnly day) =>
        licence.ExpiredOn is { } expiredOn && day > expiredOn && licence.RenewalApplication is null ? new RenewalAfterEnd(expiredOn) : null;

    // 许可证管理条例 第二十五条 and its like: a new term is no longer than the statute has it, and follows the one before without a gap.
    private static Refusal? NewTermProblem(LicenceState licence, RenewLicence c, Circumstances now)
    {
        if (LicenceRules.IsBeyond(licence.Kind, c.ValidFrom, c.ValidTo, now.Calendar))
        {
            return new LicenceTermTooLong(licence.Kind, c.ValidFrom, LicenceRules.LongestFrom(licence.Kind, c.ValidFrom, now.Calendar));
        }

        // One that stood as renewed until this was decided may begin with the decision.
        var next = licence.ValidTo.PlusDays(1);
        var latest = now.Day > next ? now.Day : next;
        return c.ValidFrom <= licence.ValidFrom ? new InvalidInput(
                "validFrom",
                $"新有效期应当在现有效期起{IsoDate.Of(licence.ValidFrom)}之后开始",
                $"The new term begins after the first day of the present one, {IsoDate.Of(licence.ValidFrom)}")
            : licence.IsInForce && c.ValidFrom > latest ? new InvalidInput(
                "validFrom",
                $"新有效期应当自现有效期届满次日{IsoDate.Of(next)}起接续，不应有间断",
                $"The new term follows the present one without a gap, from {IsoDate.Of(next)} at the latest")
            : null;
    }

    private static LicenceState? ApplyInRenewal(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceRenewed e => licence with
        {
            Status = e.StartsOn is null ? LicenceStatus.Active : LicenceStatus.NotYetValid,
            StartsOn = e.StartsOn,
            Term = e.Term,
            NextNotice = e.NextNotice,
            ExpiredOn = null,
            DeregistrationProposedOn = null,
            IsRenewedHere = !e.FromRegister,
            RenewalApplication = null,
            TermBefore = e.Before,
        },
        LicenceRenewalAppliedFor e => Standing(licence, e.Application),
        LicenceRenewalRefused e => licence with { RenewalApplication = null, NextNotice = e.NextNotice },
        _ => null,
    };

    /// <summary>The licence with an application for a new term. Made in time it lets the licence stand until it is decided, also where the
    /// clock has ended it because nobody had entered the application yet.</summary>
    private static LicenceState Standing(LicenceState licence, RenewalApplication application)
    {
        var applied = licence with { RenewalApplication = application };
        return !application.IsInTime ? applied
            : licence.Status is LicenceStatus.Expired
                ? applied with { Status = LicenceStatus.Active, ExpiredOn = null, DeregistrationProposedOn = null, NextNotice = null }
                : applied with { NextNotice = null };
    }

    private static Decision<LicenceEvent> DecideApplyForLicenceRenewal(LicenceState licence, ApplyForLicenceRenewal c, Circumstances now)
    {
        // Nobody applies for a new term of what is not there yet (行政许可法 第五十条).
        if (ActDay.Problem("appliedOn", c.AppliedOn, licence.Term.ValidFrom, now.Today) is { } problem)
        {
            return problem;
        }

        if (c.AppliedOn > licence.ValidTo)
        {
            return new RenewalAfterEnd(licence.ValidTo);
        }

        // A window of the bureau's own keeps nobody from applying; one that a statute sets does.
        if (c.AppliedOn < licence.Term.ApplyFrom && !LicenceRules.WindowRule(licence.Kind, licence.ValidTo).IsInternal)
        {
            return new RenewalAppliedForTooEarly(licence.Term.ApplyFrom, c.AppliedOn);
        }

        var isInTime = c.AppliedOn <= licence.Term.MustApplyBy;
        var facts = isInTime && licence.Status is LicenceStatus.Expired ? now.Required<CountedSoFar>().Reversing(Measure.LicencesExpired)
            : [];
        return new LicenceRenewalAppliedFor(new RenewalApplication(c.AppliedOn, isInTime, FreeText.Given(c.DocumentNumber)), facts);
    }

    // What stood as renewed ends on the day on which renewal is refused, where its last day is over.
    private static Decision<LicenceEvent> DecideRefuseLicenceRenewal(LicenceState licence, RefuseLicenceRenewal c, Circumstances now)
    {
        var stoodOn = licence.IsInForce && licence.ValidTo < now.Today;
        var refused = new LicenceEventBuilder(licence)
            .With(new LicenceRenewalRefused(now.Day, licence.IsInForce && !stoodOn ? LicenceRules.NoticesFrom(now.Today, licence.Term)
                : null, c.Grounds.Trimmed()));
        return stoodOn ? refused.With(new LicenceExpired(now.Day > licence.ValidTo ? now.Day : licence.ValidTo)).Events : refused.Events;
    }

    private static LicenceRenewed Renewed(LicenceState licence, DateOnly validFrom, DateOnly validTo, bool fromRegister, Grounds grounds, Circumstances now)
    {
        var term = LicenceRules.Term(licence.Kind, validFrom, validTo, now.Calendar);

        // Where the term before still runs, the new one follows it and nothing is interrupted.
        var startsOn = licence.Status is LicenceStatus.Expired ? StartsAhead(validFrom, now.Today) : null;
        return new LicenceRenewed(now.Day, term, LicenceRules.NoticesFrom(now.Today, term), fromRegister, grounds, startsOn, fromRegister
            ? null : licence.Term);
    }
}

/// <summary>有效期. One term of a licence and the days that follow from it by the rules in force when it was recorded.</summary>
/// <param name="ValidFrom">有效期起. The first valid day (Asia/Shanghai).</param>
/// <param name="ValidTo">有效期至. The last valid day; 9999-12-31 where it has no end.</param>
/// <param name="ApplyFrom">可申请延续之日. The first day on which renewal may be applied for.</param>
/// <param name="MustApplyBy">延续申请截止日. The last day on which renewal may be applied for.</param>
/// <param name="AssumedYears">未载入日历的年份. Calendar years that were counted through without their holidays being known; null when none, then the days are certain.</param>
[GenerateSerializer, Immutable, Alias("licence-term")]
public sealed record LicenceTerm(DateOnly ValidFrom, DateOnly ValidTo, DateOnly ApplyFrom, DateOnly MustApplyBy,
    ImmutableArray<int>? AssumedYears = null)
{
    /// <summary>长期. The day by which registers write that there is no end.</summary>
    public static readonly DateOnly LongTerm = DateOnly.MaxValue;

    /// <summary>有效期起止. The days from when to when, in words.</summary>
    [JsonIgnore]
    internal BilingualText Text => ValidTo == LongTerm
        ? new($"{ValidFrom:yyyy-MM-dd}起长期", $"from {ValidFrom:yyyy-MM-dd} without an end")
        : new($"{ValidFrom:yyyy-MM-dd}至{ValidTo:yyyy-MM-dd}", $"from {ValidFrom:yyyy-MM-dd} to {ValidTo:yyyy-MM-dd}");
}

/// <summary>延续申请. An application for a new term that the issuing authority has not decided.</summary>
/// <param name="AppliedOn">申请日. The day it was made (Asia/Shanghai).</param>
/// <param name="IsInTime">按期. Whether that was by the last day to apply; then the licence stands until it is decided (行政许可法 第五十条).</param>
/// <param name="DocumentNumber">受理文书编号. The number of the notice of receipt, or null.</param>
[GenerateSerializer, Immutable, Alias("licence-renewal-application")]
public sealed record RenewalApplication(DateOnly AppliedOn, bool IsInTime, string? DocumentNumber);

/// <summary>延续许可证. Records a new term that the issuing authority granted (行政许可法 第五十条).</summary>
/// <param name="ValidFrom">有效期起. The first day of the new term.</param>
/// <param name="ValidTo">有效期至. Its last day; 9999-12-31 for 长期.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.renew"), AllowedTo(RegisterKeepers), Dated]
[Refuses<LicenceNotRenewable, ValidityReversed, RenewalNotLonger, LicenceHolderClosed, RenewalAfterEnd>]
[Refuses<LicenceTermTooLong>]
public sealed record RenewLicence(DateOnly ValidFrom, [property: MayBeLongTerm] DateOnly ValidTo, Grounds Grounds) : LicenceCommand;

/// <summary>登记延续申请. Records that the holder applied for a new term. Made in time, the licence stands until it is decided (行政许可法
/// 第五十条).</summary>
/// <param name="AppliedOn">申请日. The day it was made (Asia/Shanghai); not after today.</param>
/// <param name="DocumentNumber">受理文书编号. The number of the notice of receipt.</param>
[GenerateSerializer, Immutable, Alias("licence.apply-for-renewal"), AllowedTo(RegisterKeepers)]
[Refuses<LicenceNotRenewable, RenewalAlreadyAppliedFor, RenewalAppliedForTooEarly, LicenceHolderClosed, LicenceHasNoEnd>]
[Refuses<RenewalAfterEnd>]
public sealed record ApplyForLicenceRenewal(
    [IsDayOfAct] DateOnly AppliedOn, [Longest(Grounds.LongestDocumentNumber)] string? DocumentNumber = null)
    : LicenceCommand;

/// <summary>不予延续. Records that the issuing authority refused a new term; a licence whose last day is over ends with that.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("licence.refuse-renewal"), AllowedTo(RegisterKeepers), Dated]
[Refuses<RenewalNotAppliedFor>]
public sealed record RefuseLicenceRenewal(Grounds Grounds) : LicenceCommand;

/// <summary>许可证已延续. A new term was recorded.</summary>
/// <param name="RenewedOn">登记日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Term">有效期. The new term, with the days that follow from it.</param>
/// <param name="NextNotice">下一提醒. The first notice under the new term; null when none is left.</param>
/// <param name="FromRegister">来自登记信息. Whether the new term was read from a register rather than recorded by an officer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="StartsOn">生效日. The new term's first day, where the licence had expired and it was still to come; null otherwise.</param>
/// <param name="Before">原有效期. The term that it follows, which an older register may still say; null where the register said it.</param>
[Alias("licence.renewed")]
public sealed record LicenceRenewed(
    DateOnly RenewedOn,
    LicenceTerm Term,
    LicenceNotices? NextNotice,
    bool FromRegister,
    Grounds Grounds,
    DateOnly? StartsOn = null,
    LicenceTerm? Before = null) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"延续，有效期{Term.Text.Chinese}", $"Renewed, valid {Term.Text.English}");
}

/// <summary>已申请延续. The holder applied for a new term.</summary>
/// <param name="Application">延续申请. When, and whether in time.</param>
/// <param name="Facts">计量更正. What is no longer counted, because the licence had not expired after all.</param>
[Alias("licence.renewal-applied-for")]
public sealed record LicenceRenewalAppliedFor(RenewalApplication Application, ImmutableArray<CountedFact> Facts) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Application.IsInTime
        ? new("按期申请延续，决定前原许可继续有效", "Renewal was applied for in time; the licence stands until it is decided")
        : new("逾期申请延续", "Renewal was applied for after the last day");

    /// <summary>The day of the application.</summary>
    public override DateOnly? EffectiveOn => Application.AppliedOn;

    /// <inheritdoc/>
    public override string? LegalBasis => "行政许可法 第五十条";

    /// <inheritdoc/>
    public override string? Document => Application.DocumentNumber;
}

/// <summary>不予延续. The issuing authority refused a new term.</summary>
/// <param name="RefusedOn">决定日. The day (Asia/Shanghai).</param>
/// <param name="NextNotice">下一提醒. The next notice of the term that runs on; null when none is left.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("licence.renewal-refused")]
public sealed record LicenceRenewalRefused(DateOnly RefusedOn, LicenceNotices? NextNotice, Grounds Grounds) : LicenceStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"不予延续：{Grounds.Reason}", $"Renewal refused: {Grounds.Reason}");
}

/// <summary>许可证不能延续. Only an active or an expired licence is renewed.</summary>
/// <param name="Status">状态. Where the licence stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-not-renewable")]
public sealed record LicenceNotRenewable(LicenceStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证现为“{Terms.Of(Status).Chinese}”，只有有效或届满失效的许可证才能延续", $"The licence is {Terms.Of(Status).English}; only an active or an expired one is renewed");
}

/// <summary>
/// 有效期已届满. What ended without an application for renewal is not renewed: a new licence is granted, under its own number (行政许可法 第五十条).
/// </summary>
/// <param name="ExpiredOn">届满日. The last valid day.</param>
[GenerateSerializer, Immutable, Alias("refusal.renewal-after-end")]
public sealed record RenewalAfterEnd(DateOnly ExpiredOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"许可证已于{ExpiredOn:yyyy-MM-dd}届满且届满前没有申请延续，不能延续；届满前申请过的，先补登延续申请，重新取得许可的，按新证书编号登记",
        $"The licence ended on {ExpiredOn:yyyy-MM-dd} and no renewal was applied for before that: it is not renewed. "
        + "Record an application that was made before the end first; a licence that was granted anew is registered under its own number");
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

/// <summary>有效期超过法定最长期限. A new term is longer than the statute of its kind has it.</summary>
/// <param name="Kind">种类. Of which licence.</param>
/// <param name="ValidFrom">有效期起. The first day that was given.</param>
/// <param name="Longest">最长至. The last day that it can have.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-term-too-long")]
public sealed record LicenceTermTooLong(LicenceKind Kind, DateOnly ValidFrom, DateOnly Longest) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Terms.Of(Kind).Chinese}自{ValidFrom:yyyy-MM-dd}起的有效期最长至{Longest:yyyy-MM-dd}",
        $"The term of a {Terms.Of(Kind).English} from {ValidFrom:yyyy-MM-dd} ends by {Longest:yyyy-MM-dd} at the latest");
}

/// <summary>已申请延续. An application for a new term is undecided.</summary>
/// <param name="AppliedOn">申请日. The day it was made.</param>
[GenerateSerializer, Immutable, Alias("refusal.renewal-already-applied-for")]
public sealed record RenewalAlreadyAppliedFor(DateOnly AppliedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message =>
        new($"已于{AppliedOn:yyyy-MM-dd}申请延续，尚未决定", $"Renewal was applied for on {AppliedOn:yyyy-MM-dd} and is not decided yet");
}

/// <summary>未申请延续. No application for a new term is open.</summary>
[GenerateSerializer, Immutable, Alias("refusal.renewal-not-applied-for")]
public sealed record RenewalNotAppliedFor : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有待决定的延续申请", "No application for renewal waits for a decision");
}

/// <summary>尚不能申请延续. The statute opens the window later.</summary>
/// <param name="ApplyFrom">可申请之日. The first day on which renewal may be applied for.</param>
/// <param name="Given">申请日. The day that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.renewal-applied-for-too-early")]
public sealed record RenewalAppliedForTooEarly(DateOnly ApplyFrom, DateOnly Given) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Given:yyyy-MM-dd}尚不能申请延续，自{ApplyFrom:yyyy-MM-dd}起可以申请",
        $"Renewal cannot be applied for on {Given:yyyy-MM-dd}; it may be from {ApplyFrom:yyyy-MM-dd} on");
}

/// <summary>长期有效. The licence has no end, so nothing is to be renewed.</summary>
/// <param name="Number">证书编号. Its number.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-has-no-end")]
public sealed record LicenceHasNoEnd(string Number) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"许可证{Number}长期有效，不需要延续", $"Licence {Number} has no end; there is nothing to renew");
}
