using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

// The terms of a task: the warning, the day to hand it in, the office's own term to look at it.
public static partial class CampaignTask
{
    private static CampaignTaskState? ApplyInClocks(CampaignTaskState task, CampaignTaskEvent happened) => happened switch
    {
        CampaignTaskWarned => task with { WarnOn = null },
        CampaignTaskFellLate => task with { IsLate = true, WarnOn = null },
        CampaignTaskReviewLapsed => task with { ReviewBy = null },
        _ => null,
    };

    private static Decision<CampaignTaskEvent> DecideCampaignTaskDeadlineReached(
        CampaignTaskState task, CampaignTaskDeadlineReached due, Circumstances now) =>
        due.DueAt > now.Now || !CampaignTaskDeadlines.Of(task).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt)
            ? Decision<CampaignTaskEvent>.AlreadySo
            : due.Kind switch
            {
                CampaignTaskDeadlines.Warning => new CampaignTaskWarned(task.WarnOn!.Value, task.DueOn),
                CampaignTaskDeadlines.Due => new CampaignTaskFellLate(task.DueOn),
                _ => new CampaignTaskReviewLapsed(task.ReviewBy!.Value),
            };
}

/// <summary>重点任务的期限. What a task owes to the clock.</summary>
public static class CampaignTaskDeadlines
{
    /// <summary>The last day to hand it in; due when it is over.</summary>
    [Deadline, Term("重点任务完成期限", "campaign task due")]
    public const string Due = "campaign-task.due";

    /// <summary>A share of the time is left; due when that day begins.</summary>
    [Deadline(IsWarning = true), Term("重点任务期限将至", "campaign task due soon")]
    public const string Warning = "campaign-task.warning";

    /// <summary>The office looks at what was handed in.</summary>
    [Deadline, Term("重点任务审核", "campaign task looked at")]
    public const string Review = "campaign-task.review";

    [RuleText("Table of the campaign's main tasks (notice, part 3, 2)")]
    private const string DueRule = "“双打”专项行动重点任务分解表（三〔二〕）";

    /// <summary>The deadlines that stand.</summary>
    /// <param name="task">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(CampaignTaskState task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var open = new List<OpenDeadline>();
        if (task is { IsOwed: true, IsLate: false })
        {
            open.Add(new OpenDeadline(Due, ShanghaiTime.EndOf(task.DueOn), DueRule, task.LeadSection));
        }

        if (task.WarnOn is { } warnOn)
        {
            open.Add(new OpenDeadline(Warning, ShanghaiTime.StartOf(warnOn), DueRule, task.LeadSection));
        }

        // It is the office that answers for it, not the section.
        if (task.ReviewBy is { } reviewBy)
        {
            open.Add(new OpenDeadline(
                Review, ShanghaiTime.EndOf(reviewBy), StatutoryRules.On(StatutoryRules.CampaignTaskReview, task.Reports[^1].On).Line));
        }

        return open;
    }
}

/// <summary>重点任务期限到期. A deadline of the task has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="CampaignTaskDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("campaign-task.deadline-reached"), AllowedTo(Roles.System)]
public sealed record CampaignTaskDeadlineReached(string Kind, DateTimeOffset DueAt) : CampaignTaskCommand, IDeadlineCommand;

/// <summary>已提醒. The head of the lead section was warned that the task's day comes near.</summary>
/// <param name="On">提醒日. The day the warning was for (Asia/Shanghai).</param>
/// <param name="DueOn">完成期限. The task's last day.</param>
[Alias("campaign-task.warned")]
public sealed record CampaignTaskWarned(DateOnly On, DateOnly DueOn) : CampaignTaskEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提醒：任务期限{DueOn:yyyy-MM-dd}将至", $"Warning: the task is due on {DueOn:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>重点任务已逾期. Its day passed, and it was not handed in.</summary>
/// <param name="LastDay">完成期限. The last day (Asia/Shanghai).</param>
[Alias("campaign-task.fell-late")]
public sealed record CampaignTaskFellLate(DateOnly LastDay) : CampaignTaskEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"期限{LastDay:yyyy-MM-dd}届满，任务未上交", $"The task was due on {LastDay:yyyy-MM-dd} and was not handed in");

    /// <summary>The first day on which it is late.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}

/// <summary>审核已逾期. The office did not look at what was handed in within its term.</summary>
/// <param name="LastDay">审核期限. The last day (Asia/Shanghai).</param>
[Alias("campaign-task.review-lapsed")]
public sealed record CampaignTaskReviewLapsed(DateOnly LastDay) : CampaignTaskEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"审核期限{LastDay:yyyy-MM-dd}已过，尚未审核", $"It was to be looked at by {LastDay:yyyy-MM-dd} and was not");

    /// <summary>The first day after the term.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}
