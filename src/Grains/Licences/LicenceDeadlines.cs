using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证期限. What a licence owes to the clock. At most three stand at a time: the end of the term, the next notice, the end of a suspension; or the proposal to deregister.</summary>
public static class LicenceDeadlines
{
    /// <summary>Due when the last valid day is over.</summary>
    [Deadline, Term("有效期届满", "end of the term")]
    public const string Expiry = "licence.expiry";

    /// <summary>The next notice; due when its day begins.</summary>
    [Deadline, Term("提醒", "notice")]
    public const string Notice = "licence.notice";

    /// <summary>Due when the suspension's last day is over.</summary>
    [Deadline, Term("暂扣期满", "end of the suspension")]
    public const string SuspensionEnd = "licence.suspension-end";

    /// <summary>Due when thirty days have passed since the last valid day.</summary>
    [Deadline, Term("注销建议", "proposal of deregistration")]
    public const string DeregistrationProposal = "licence.deregistration-proposal";

    /// <summary>Due when the first valid day begins.</summary>
    [Deadline, Term("许可证生效", "beginning of the term")]
    public const string Start = "licence.start";

    /// <summary>The deadlines that stand in a state, in the order in which they are met when they are due at one instant.</summary>
    /// <param name="licence">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(LicenceState licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        var open = new List<OpenDeadline>();
        if (licence.NextNotice is { } notice)
        {
            open.Add(new OpenDeadline(Notice, ShanghaiTime.StartOf(notice.On), LicenceRules.ApplicationRule(licence.Kind, licence.ValidTo).Line));
        }

        if (licence.StartsOn is { } startsOn)
        {
            open.Add(new OpenDeadline(Start, ShanghaiTime.StartOf(startsOn), LicenceRules.StartRule));
        }

        // A suspension that reaches the end of the term ends with it, where the term ends with that day.
        if (licence.Suspension is { } suspension && (suspension.Until < licence.ValidTo || licence.StandsUntilDecided))
        {
            open.Add(new OpenDeadline(SuspensionEnd, ShanghaiTime.EndOf(suspension.Until), LicenceRules.SuspensionRule));
        }

        // 行政许可法 第五十条: what was applied for in time stands until it is decided.
        if (licence is { IsInForce: true, IsLongTerm: false, StandsUntilDecided: false })
        {
            open.Add(new OpenDeadline(Expiry, ShanghaiTime.EndOf(licence.ValidTo), LicenceRules.ExpiryRule));
        }

        if (licence.ExpiredOn is { } expiredOn && licence.DeregistrationProposedOn is null)
        {
            // In calendar days: a state says when it is due without asking a calendar.
            var rule = LicenceRules.DeregistrationRule(expiredOn);
            open.Add(new OpenDeadline(DeregistrationProposal, ShanghaiTime.EndOf(expiredOn.PlusDays(rule.Period.Length)), rule.Line));
        }

        return open;
    }

    /// <summary>What happens when the earliest deadline that is due is met; null when none is due.</summary>
    /// <param name="licence">A state.</param>
    /// <param name="now">The instant.</param>
    internal static LicenceEvent? FirstDue(LicenceState licence, DateTimeOffset now) =>
        Of(licence).Where(open => open.DueAt <= now).MinBy(open => open.DueAt) switch
        {
            null => null,
            { Kind: Notice } => new LicenceNoticeGiven(licence.NextNotice!.On, licence.NextNotice.Notices, LicenceRules.NoticesFrom(licence.NextNotice.On.PlusDays(1), licence.Term)),
            { Kind: Start } => new LicenceStarted(licence.StartsOn!.Value),
            { Kind: SuspensionEnd } => new LicenceSuspensionEnded(licence.Suspension!.Until),
            { Kind: Expiry } => new LicenceExpired(licence.ValidTo),
            var proposal => new LicenceDeregistrationProposed(ShanghaiTime.DayOf(proposal.DueAt)),
        };
}
