using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// What the clock does to a licence: notices, the end of its term, the proposal to deregister it.
public static partial class Licence
{
    private static LicenceState? ApplyInClocks(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceStarted => licence with { Status = LicenceStatus.Active, StartsOn = null },
        LicenceExpired e => Ended(licence, LicenceStatus.Expired) with
        {
            ExpiredOn = e.LastValidDay,
            RenewalApplication = licence.RenewalApplication
        },
        LicenceNoticeGiven e => licence with { NextNotice = e.NextNotice },
        LicenceDeregistrationProposed e => licence with { DeregistrationProposedOn = e.ProposedOn },
        _ => null,
    };

    // Missed ones are given each with its own day, and all of them in this one commit, so that none can be overtaken by the end of the term.
    private static Decision<LicenceEvent> DecideLicenceDeadlineReached(LicenceState licence, LicenceDeadlineReached c, Circumstances now)
    {
        var stands = c.DueAt <= now.Now && LicenceDeadlines.Of(licence).Any(open => open.Kind == c.Kind && open.DueAt == c.DueAt);
        return stands ? new LicenceEventBuilder(licence).Settle(now.Now).Events : Decision<LicenceEvent>.AlreadySo;
    }
}

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

/// <summary>许可证期限到期. A deadline of the licence has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="LicenceDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("licence.deadline-reached"), AllowedTo(Roles.System)]
public sealed record LicenceDeadlineReached(string Kind, DateTimeOffset DueAt) : LicenceCommand, IDeadlineCommand;

/// <summary>许可证已生效. The first valid day came.</summary>
/// <param name="ValidFrom">有效期起. The first valid day.</param>
[Alias("licence.started")]
public sealed record LicenceStarted(DateOnly ValidFrom) : LicenceEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"自{ValidFrom:yyyy-MM-dd}起生效", $"Valid from {ValidFrom:yyyy-MM-dd} on");

    /// <summary>The first valid day.</summary>
    public override DateOnly? EffectiveOn => ValidFrom;
}

/// <summary>许可证已届满. The last valid day was over.</summary>
/// <param name="LastValidDay">有效期末日. The last valid day.</param>
[Alias("licence.expired")]
public sealed record LicenceExpired(DateOnly LastValidDay) : LicenceEvent, IMadeByClock
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
public sealed record LicenceNoticeGiven(DateOnly On, ImmutableArray<LicenceNotice> Notices, LicenceNotices? NextNotice)
    : LicenceEvent, IMadeByClock
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
public sealed record LicenceDeregistrationProposed(DateOnly ProposedOn) : LicenceEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("有效期届满已逾30日未延续，建议注销", "Expired for more than 30 days without renewal: deregistration is proposed");

    /// <summary>The day the proposal fell due.</summary>
    public override DateOnly? EffectiveOn => ProposedOn;

    /// <inheritdoc/>
    public override string? LegalBasis => LicenceRules.DeregistrationRule(ProposedOn).Basis.Chinese;
}
