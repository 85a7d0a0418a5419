using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证期限规则. The days that follow from a licence's term, by kind, and the notices that fall on them.</summary>
internal static class LicenceRules
{
    /// <summary>The end of a term.</summary>
    [RuleText("End of the term: Administrative Licensing Law, arts. 50 and 70(1)")]
    public const string ExpiryRule = "有效期届满：行政许可法 第五十条、第七十条第一项";

    /// <summary>The end of a suspension: a penalty decision states its period.</summary>
    [RuleText("End of the suspension, as the decision states it: Administrative Penalty Law, art. 59")]
    public const string SuspensionRule = "暂扣期满：以决定载明的期限为准，行政处罚法 第五十九条";

    /// <summary>The beginning of a term.</summary>
    [RuleText("A licence takes effect with its term: the day on the certificate")]
    public const string StartRule = "许可证自有效期起生效：以证书载明的日期为准";

    // Before the last day to apply, and before the end of the term (internal).
    private static readonly int[] NoticeDays = [90, 60, 30];

    /// <summary>The rule behind the last day to apply.</summary>
    public static StatutoryRule ApplicationRule(LicenceKind kind, DateOnly validTo) => StatutoryRules.On(RulesOf(kind).Application, validTo);

    /// <summary>The rule behind the first day to apply.</summary>
    public static StatutoryRule WindowRule(LicenceKind kind, DateOnly validTo) => StatutoryRules.On(RulesOf(kind).Window, validTo);

    /// <summary>The last day that a term may have which begins on a day. Papers write it as the last day or as the day after.</summary>
    public static DateOnly LongestFrom(LicenceKind kind, DateOnly validFrom, WorkingCalendar calendar) =>
        StatutoryRules.On(RulesOf(kind).Term, validFrom).Period.DayFrom(validFrom, calendar).Day;

    /// <summary>Whether a kind is written without an end: certification bodies do so, the licences of a statute have one.</summary>
    public static bool MayHaveNoEnd(LicenceKind kind) => kind is LicenceKind.CompulsoryCertificate;

    /// <summary>Whether a term is longer than the statute of its kind has it; a register that says so is taken over, and shown.</summary>
    public static bool IsBeyond(LicenceKind kind, DateOnly validFrom, DateOnly validTo, WorkingCalendar calendar) =>
        validTo == LicenceTerm.LongTerm ? !MayHaveNoEnd(kind) : validTo > LongestFrom(kind, validFrom, calendar);

    /// <summary>The rule by which deregistration of what has lapsed is proposed.</summary>
    public static StatutoryRule DeregistrationRule(DateOnly expiredOn) => StatutoryRules.On(StatutoryRules.LicenceDeregistration, expiredOn);

    /// <summary>A term with the days that follow from it.</summary>
    public static LicenceTerm Term(LicenceKind kind, DateOnly validFrom, DateOnly validTo, WorkingCalendar calendar)
    {
        // What has no end is not renewed: nothing follows from its last day.
        if (validTo == LicenceTerm.LongTerm)
        {
            return new LicenceTerm(validFrom, validTo, validTo, validTo);
        }

        var applyFrom = WindowRule(kind, validTo).Period.DayFrom(validTo, calendar);
        var mustApplyBy = ApplicationRule(kind, validTo).Period.DayFrom(validTo, calendar);
        var assumedYears = applyFrom.AssumedYears.Union(mustApplyBy.AssumedYears).Order().ToImmutableArray();
        return new LicenceTerm(validFrom, validTo, applyFrom.Day, mustApplyBy.Day, assumedYears.IsEmpty ? null : assumedYears);
    }

    /// <summary>The first notices of a term that fall on a day or after it; null when none do. What falls on one day is told at once.</summary>
    public static LicenceNotices? NoticesFrom(DateOnly day, LicenceTerm term) => term.ValidTo == LicenceTerm.LongTerm ? null : Notices(term)
        .Where(one => one.On >= day)
        .GroupBy(one => one.On)
        .MinBy(sameDay => sameDay.Key) is { } first ? new LicenceNotices(first.Key, [.. first.Select(one => one.Notice)]) : null;

    private static IEnumerable<(DateOnly On, LicenceNotice Notice)> Notices(LicenceTerm term) =>
    [
        (term.ApplyFrom, new LicenceNotice(NoticeOf.ApplicationWindow, 0)),
        .. NoticeDays.Append(0).Select(days => (term.MustApplyBy.PlusDays(-days), new LicenceNotice(NoticeOf.ApplicationDue, days))),
        .. NoticeDays.Select(days => (term.ValidTo.PlusDays(-days), new LicenceNotice(NoticeOf.EndOfTerm, days))),
    ];

    private static (string Window, string Application, string Term) RulesOf(LicenceKind kind) => kind switch
    {
        LicenceKind.ProductionLicence => (
            StatutoryRules.ProductionLicenceWindow, StatutoryRules.ProductionLicenceApplication, StatutoryRules.ProductionLicenceTerm),
        LicenceKind.FoodProductionLicence => (
            StatutoryRules.FoodLicenceWindow, StatutoryRules.FoodLicenceApplication, StatutoryRules.FoodLicenceTerm),
        LicenceKind.CompulsoryCertificate => (
            StatutoryRules.CertificateWindow, StatutoryRules.CertificateApplication, StatutoryRules.CertificateTerm),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
