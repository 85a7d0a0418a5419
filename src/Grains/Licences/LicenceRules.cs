using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证期限规则. The days that follow from a licence's term, by kind, and the notices that fall on them.</summary>
internal static class LicenceRules
{
    /// <summary>The end of a term.</summary>
    public const string ExpiryRule = "有效期届满：行政许可法 第五十条、第七十条第一项";

    /// <summary>The end of a suspension: a penalty decision states its period.</summary>
    public const string SuspensionRule = "暂扣期满：以决定载明的期限为准，行政处罚法 第五十九条";

    /// <summary>Deregistration of what has lapsed; the 30 days are the bureau's own.</summary>
    public const string DeregistrationRule = "届满30日未延续即建议注销（内部规定）：行政许可法 第七十条第一项";

    /// <summary>How long after the last valid day deregistration is proposed, in calendar days (internal).</summary>
    public const int DaysToDeregistrationProposal = 30;

    // Before the last day to apply, and before the end of the term (internal).
    private static readonly int[] NoticeDays = [90, 60, 30];

    /// <summary>The rule behind the last day to apply, with its article.</summary>
    public static string ApplicationRule(LicenceKind kind) => kind switch
    {
        LicenceKind.ProductionLicence => "届满6个月前申请延续：工业产品生产许可证管理条例 第二十五条",
        LicenceKind.FoodProductionLicence => "届满30个工作日前申请延续：食品生产许可管理办法 第三十四条",
        LicenceKind.CompulsoryCertificate => "届满前90天内申请延续：强制性产品认证管理规定",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>A term with the days that follow from it. Months are counted back to the same day of the month, or to its last day where there is none (民法典 第二百零二条).</summary>
    public static LicenceTerm Term(LicenceKind kind, DateOnly validFrom, DateOnly validTo, WorkingCalendar calendar)
    {
        switch (kind)
        {
            case LicenceKind.ProductionLicence:
                return new LicenceTerm(validFrom, validTo, validTo.AddMonths(-12), validTo.AddMonths(-6)); // 条例 第二十五条; the window of 12 months is internal
            case LicenceKind.FoodProductionLicence:
                var (mustApplyBy, assumedYears) = calendar.SubtractWorkingDays(validTo, 30); // 办法 第三十四条; the window of 6 months is internal
                return new LicenceTerm(validFrom, validTo, validTo.AddMonths(-6), mustApplyBy, assumedYears.IsEmpty ? null : assumedYears);
            case LicenceKind.CompulsoryCertificate:
                return new LicenceTerm(validFrom, validTo, validTo.AddDays(-90), validTo); // 规定: within 90 days before the end
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    /// <summary>The first notices of a term that fall on a day or after it; null when none do. What falls on one day is told at once.</summary>
    public static LicenceNotices? NoticesFrom(DateOnly day, LicenceTerm term) => Notices(term)
        .Where(one => one.On >= day)
        .GroupBy(one => one.On)
        .MinBy(sameDay => sameDay.Key) is { } first ? new LicenceNotices(first.Key, [.. first.Select(one => one.Notice)]) : null;

    private static IEnumerable<(DateOnly On, LicenceNotice Notice)> Notices(LicenceTerm term) =>
    [
        (term.ApplyFrom, new LicenceNotice(NoticeOf.ApplicationWindow, 0)),
        .. NoticeDays.Append(0).Select(days => (term.MustApplyBy.AddDays(-days), new LicenceNotice(NoticeOf.ApplicationDue, days))),
        .. NoticeDays.Select(days => (term.ValidTo.AddDays(-days), new LicenceNotice(NoticeOf.EndOfTerm, days))),
    ];
}
