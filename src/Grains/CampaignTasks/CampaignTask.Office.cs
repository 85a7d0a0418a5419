using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

// What the office of the leading group does: sends back to be put right, finds done, withdraws.
public static partial class CampaignTask
{
    private static Decision<CampaignTaskEvent>? DecideInOffice(
        CampaignTaskState task, CampaignTaskCommand command, Circumstances now) => command switch
        {
            ReturnCampaignTask or ConfirmCampaignTask when task.Status is not CampaignTaskStatus.HandedIn =>
                new CampaignTaskNotOpen(task.Status),
            ReturnCampaignTask c => (FreeText.Missing("reason", c.Reason) ?? DueProblem(c.DueOn, now)
                ?? now.Required<CampaignFound>().Beyond("dueOn", c.DueOn)) is { } problem
                ? problem
                : new CampaignTaskReturned(
                    new CampaignTaskReturn(now.Today, now.Actor.User, c.Reason.Trim(), task.DueOn, c.DueOn),
                    now.Warning.DayOf(now.Today, c.DueOn)),
            ConfirmCampaignTask c => new CampaignTaskDone(now.Today, now.Actor.User, FreeText.Given(c.Remark)),
            WithdrawCampaignTask when task.Status is CampaignTaskStatus.Withdrawn => Decision<CampaignTaskEvent>.AlreadySo,
            WithdrawCampaignTask when !task.IsOpen => new CampaignTaskNotOpen(task.Status),
            WithdrawCampaignTask c when FreeText.Missing("reason", c.Reason) is { } problem => problem,
            WithdrawCampaignTask c => new CampaignTaskWithdrawn(now.Today, now.Actor.User, c.Reason.Trim()),
            _ => Decision<CampaignTaskEvent>.NotOfThisStage,
        };

    private static CampaignTaskState? ApplyInOffice(CampaignTaskState task, CampaignTaskEvent happened) => happened switch
    {
        CampaignTaskReturned { Return: var back } e => task with
        {
            Status = CampaignTaskStatus.Returned,
            Returns = task.Returns.Add(back),
            DueOn = back.DueOn,
            WarnOn = e.WarnOn,
            ReviewBy = null,
            IsLate = false,
        },
        CampaignTaskDone e => Ended(task, CampaignTaskStatus.Done, e.On) with { Remark = e.Remark },
        CampaignTaskWithdrawn e => Ended(task, CampaignTaskStatus.Withdrawn, e.On) with { Remark = e.Reason },
        _ => null,
    };

    private static CampaignTaskState Ended(CampaignTaskState task, CampaignTaskStatus status, DateOnly on) =>
        task with { Status = status, EndedOn = on, ReviewBy = null, WarnOn = null };
}

/// <summary>退回限期整改. What was handed in does not do: the section puts it right by a new day.</summary>
/// <param name="Reason">理由. What is missing.</param>
/// <param name="DueOn">整改期限. The new last day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("campaign-task.return"), AllowedTo(CampaignTask.Office)]
[Refuses<CampaignTaskNotOpen>]
public sealed record ReturnCampaignTask([Longest(Grounds.LongestReason)] string Reason, DateOnly DueOn) : CampaignTaskCommand;

/// <summary>办结重点任务. The office finds the task done.</summary>
/// <param name="Remark">办结意见. What there is to say.</param>
[GenerateSerializer, Immutable, Alias("campaign-task.confirm"), AllowedTo(CampaignTask.Office)]
[Refuses<CampaignTaskNotOpen>]
public sealed record ConfirmCampaignTask([Longest(Grounds.LongestReason)] string? Remark = null) : CampaignTaskCommand;

/// <summary>取消重点任务. The task is no longer asked for; it stays in the table.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("campaign-task.withdraw"), AllowedTo(CampaignTask.Office)]
[Refuses<CampaignTaskNotOpen>]
public sealed record WithdrawCampaignTask([Longest(Grounds.LongestReason)] string Reason) : CampaignTaskCommand;

/// <summary>重点任务已退回. It is to be put right by a new day.</summary>
/// <param name="Return">退回. Why, and by when.</param>
/// <param name="WarnOn">提醒日. The day of the warning (Asia/Shanghai), or null.</param>
[Alias("campaign-task.returned")]
public sealed record CampaignTaskReturned(CampaignTaskReturn Return, DateOnly? WarnOn) : CampaignTaskEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"退回，{Return.DueOn:yyyy-MM-dd}前整改：{Return.Reason}", $"Sent back, to be put right by {Return.DueOn:yyyy-MM-dd}: {Return.Reason}");
}

/// <summary>重点任务已办结. It is done.</summary>
/// <param name="On">办结日. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
/// <param name="Remark">办结意见. What was said, or null.</param>
[Alias("campaign-task.done")]
public sealed record CampaignTaskDone(DateOnly On, string By, string? Remark) : CampaignTaskEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Remark is null
        ? new("任务办结", "Found done")
        : new($"任务办结：{Remark}", $"Found done: {Remark}");
}

/// <summary>重点任务已取消. It is no longer asked for.</summary>
/// <param name="On">取消日. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
/// <param name="Reason">理由. Why.</param>
[Alias("campaign-task.withdrawn")]
public sealed record CampaignTaskWithdrawn(DateOnly On, string By, string Reason) : CampaignTaskEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"任务取消：{Reason}", $"Withdrawn: {Reason}");
}
