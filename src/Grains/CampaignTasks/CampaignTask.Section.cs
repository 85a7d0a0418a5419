using System.Collections.Immutable;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

// What the head of the lead section does.
public static partial class CampaignTask
{
    private static Decision<CampaignTaskEvent>? DecideInSection(
        CampaignTaskState task, CampaignTaskCommand command, Circumstances now) => command switch
        {
            AcceptCampaignTask when task.Status is CampaignTaskStatus.Accepted => Decision<CampaignTaskEvent>.AlreadySo,
            AcceptCampaignTask when task.Status is not CampaignTaskStatus.Assigned => new CampaignTaskNotOpen(task.Status),
            AcceptCampaignTask => new CampaignTaskAccepted(now.Today, now.Actor.User),
            HandInCampaignTask when task.Status is not (CampaignTaskStatus.Accepted or CampaignTaskStatus.Returned) =>
                new CampaignTaskNotOpen(task.Status),
            HandInCampaignTask c => DecideHandInCampaignTask(task, c, now),
            _ => Decision<CampaignTaskEvent>.NotOfThisStage,
        };

    private static CampaignTaskState? ApplyInSection(CampaignTaskState task, CampaignTaskEvent happened) => happened switch
    {
        CampaignTaskAccepted e => task with { Status = CampaignTaskStatus.Accepted, AcceptedOn = e.On, AcceptedBy = e.By },
        CampaignTaskHandedIn e => task with
        {
            Status = CampaignTaskStatus.HandedIn,
            Reports = task.Reports.Add(e.Report),
            IsLate = task.IsLate || e.Report.IsLate,
            ReviewBy = e.ReviewBy,
            WarnOn = null,
        },
        _ => null,
    };

    private static Decision<CampaignTaskEvent> DecideHandInCampaignTask(CampaignTaskState task, HandInCampaignTask c, Circumstances now)
    {
        if (FreeText.Missing("text", c.Text) is { } problem)
        {
            return problem;
        }

        var kept = now.Required<TaskEvidenceFound>().Files;
        return AttachmentReferences.Problem(c.Attachments, kept) is { } refused
            ? refused
            : new CampaignTaskHandedIn(
                new CampaignTaskReport(
                    now.Today,
                    now.Actor.User,
                    c.Text.Trim(),
                    IsLate: now.Today > task.DueOn,
                    AttachmentReferences.Recorded(c.Attachments, kept)),
                StatutoryRules.On(StatutoryRules.CampaignTaskReview, now.Today).Period.DayFrom(now.Today, now.Calendar).Day);
    }
}

/// <summary>接受重点任务. The head of the lead section takes the task on.</summary>
[GenerateSerializer, Immutable, Alias("campaign-task.accept"), AllowedTo(Roles.SectionHead)]
[Refuses<CampaignTaskNotOpen>]
public sealed record AcceptCampaignTask : CampaignTaskCommand;

/// <summary>上交重点任务. The head of the lead section says what was done, with the evidence.</summary>
/// <param name="Text">完成情况. What was done.</param>
/// <param name="Attachments">佐证材料. Files that were brought before.</param>
[GenerateSerializer, Immutable, Alias("campaign-task.hand-in"), AllowedTo(Roles.SectionHead)]
[Refuses<CampaignTaskNotOpen, AttachmentNotKept>]
public sealed record HandInCampaignTask(
    [Longest(2000)] string Text,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CampaignTaskCommand;

/// <summary>佐证材料情况. What the shell found out of the files that a command names.</summary>
/// <param name="Files">已存附件. The named files that are kept, by hash.</param>
public sealed record TaskEvidenceFound(IReadOnlyDictionary<string, KeptContent> Files);

/// <summary>重点任务已接受. The lead section works on it.</summary>
/// <param name="On">接受日. The day (Asia/Shanghai).</param>
/// <param name="By">接受人. User name.</param>
[Alias("campaign-task.accepted")]
public sealed record CampaignTaskAccepted(DateOnly On, string By) : CampaignTaskEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("接受任务", "Accepted");
}

/// <summary>重点任务已上交. The group's office has it to look at.</summary>
/// <param name="Report">上交. What was handed in.</param>
/// <param name="ReviewBy">审核期限. The last day on which the office looks at it (Asia/Shanghai).</param>
[Alias("campaign-task.handed-in")]
public sealed record CampaignTaskHandedIn(CampaignTaskReport Report, DateOnly ReviewBy) : CampaignTaskEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Report.IsLate
        ? new("逾期上交任务完成情况", "Handed in after its day")
        : new("上交任务完成情况", "Handed in");
}
