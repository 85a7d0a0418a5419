using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>日报汇总的通知. What of the events of a summary concerns whom.</summary>
internal static class DailySummaryNotices
{
    /// <summary>What is told of an event.</summary>
    /// <param name="before">The summary before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The summary after.</param>
    public static IEnumerable<Notice> Of(DailySummaryState? before, DailySummaryEvent happened, DailySummaryState after) => happened switch
    {
        DailyReportsCollected or DailyReportsCollectedAgain => [new Notice(NotificationKind.Waiting, Head)],
        DailySummaryApproved => [new Notice(NotificationKind.Answered, Addressee.Holding(DailyReport.Collectors))],
        DailySummaryReturned => [new Notice(NotificationKind.Returned, Addressee.Holding(DailyReport.Collectors))],
        DailySummaryRejected => [new Notice(NotificationKind.Returned, Addressee.Holding(Roles.Leader | DailyReport.Collectors))],

        // It can be handed over on paper, or over the extranet.
        DailySummarySendingStuck => [new Notice(NotificationKind.Waiting, Addressee.Holding(DailyReport.Collectors))],
        _ => [],
    };

    private static Addressee Head => Addressee.Holding(Roles.Leader) with { Deputies = WireName.Of(ApprovalStep.DailySummary) };
}
