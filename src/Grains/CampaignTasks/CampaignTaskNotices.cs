using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>重点任务的通知. What of the events of a task concerns whom.</summary>
internal static class CampaignTaskNotices
{
    /// <summary>What is told of an event.</summary>
    /// <param name="before">The task before, or null.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The task after.</param>
    public static IEnumerable<Notice> Of(CampaignTaskState? before, CampaignTaskEvent happened, CampaignTaskState after)
    {
        return happened switch
        {
            CampaignTaskAssigned => [ToHead(NotificationKind.Assigned)],
            CampaignTaskReturned => [ToHead(NotificationKind.Returned)],
            CampaignTaskDone or CampaignTaskWithdrawn => [ToHead(NotificationKind.Answered)],
            CampaignTaskWarned => [ToHead(NotificationKind.Due, CampaignTaskDeadlines.Due)],
            CampaignTaskFellLate => Notice.OfLapse(null, after.LeadSection, CampaignTaskDeadlines.Due),
            CampaignTaskHandedIn => [new Notice(NotificationKind.Waiting, Addressee.Holding(Roles.Legal))],
            CampaignTaskReviewLapsed =>
                [new Notice(NotificationKind.Late, Addressee.Holding(CampaignTask.Office), CampaignTaskDeadlines.Review)],
            _ => [],
        };

        // What is told of it is the section's, whoever heads it.
        Notice ToHead(NotificationKind kind, string? detail = null) =>
            new(kind, Addressee.Holding(Roles.SectionHead, after.LeadSection), detail);
    }
}
