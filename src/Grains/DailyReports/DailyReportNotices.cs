using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报的通知. What of the events of a report concerns whom.</summary>
internal static class DailyReportNotices
{
    /// <summary>What is told of an event.</summary>
    /// <param name="before">The report before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The report after.</param>
    public static IEnumerable<Notice> Of(DailyReportState? before, DailyReportEvent happened, DailyReportState after) => happened switch
    {
        DailyReportReminded =>
            [new Notice(NotificationKind.Due, Addressee.Holding(Roles.SectionHead, after.Section), DailyReportDeadlines.Due)],
        DailyReportMissed => Notice.OfLapse(null, after.Section, DailyReportDeadlines.Due),
        DailyReportsIn => [new Notice(NotificationKind.Waiting, Addressee.Holding(DailyReport.Collectors), DailyReportDeadlines.In)],
        DailyReportsCollectionDue { Collected: null } =>
            [new Notice(NotificationKind.Late, Addressee.Holding(DailyReport.Collectors), DailyReportDeadlines.Collection)],
        DailyReportSubmitted when after.Status is not DailyReportStatus.Late => [],
        DailyReportSubmitted or DailyReportSubmittedLate or DailyReportCorrected =>
            [new Notice(NotificationKind.Answered, Addressee.Holding(DailyReport.Collectors))],
        _ => [],
    };
}
