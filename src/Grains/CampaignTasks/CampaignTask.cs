using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>
/// 重点任务的规则. The law of a task of a campaign: assigned to a section, accepted, handed in with evidence, sent back to be put right by a
/// new day, done (notice 三〔二〕: 重点任务分解表, 及时发现问题, 限期整改).
/// </summary>
public static partial class CampaignTask
{
    /// <summary>任务编号前缀. The letters before a task's number.</summary>
    public const string Prefix = "RW";

    /// <summary>领导小组办公室的角色. Who assigns tasks and looks at what is handed in.</summary>
    public const Roles Office = Roles.Legal | Roles.Leader;

    /// <summary>重点任务. The concept.</summary>
    public static Concept<CampaignTaskState, CampaignTaskCommand, CampaignTaskEvent> Concept { get; } = new()
    {
        Name = "campaign-task",
        Title = new BilingualText("重点任务", "Campaign task"),
        Json = CampaignTaskJson.Default,
        RowTypes = [typeof(CampaignTaskRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = CampaignTaskRow.Of,
        Deadlines = CampaignTaskDeadlines.Of,
        Charge = static (task, _) => new Charge(task.LeadSection, []),
        UniqueNames = static task => [$"{task.Campaign}\n{task.Serial}"],
        WhenDue = static (kind, dueAt) => new CampaignTaskDeadlineReached(kind, dueAt),
        Notices = CampaignTaskNotices.Of,
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="task">The state, or null while there is no such task.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<CampaignTaskEvent> Decide(CampaignTaskState? task, CampaignTaskCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (task, command) switch
        {
            (null, AssignCampaignTask c) => DecideAssignCampaignTask(c, now),
            (null, CampaignTaskDeadlineReached) => Decision<CampaignTaskEvent>.AlreadySo,
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, AssignCampaignTask) => new AlreadyExists(Concept.Name, known.Number),
            ({ } known, CampaignTaskDeadlineReached c) => DecideCampaignTaskDeadlineReached(known, c, now),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<CampaignTaskEvent> DecideByStage(CampaignTaskState task, CampaignTaskCommand command, Circumstances now) =>
        DecideInSection(task, command, now)
        ?? DecideInOffice(task, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a task does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="task">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static CampaignTaskState Apply(CampaignTaskState? task, CampaignTaskEvent happened) =>
        happened is CampaignTaskAssigned assigned ? Begun(assigned)
        : task is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the task was assigned.")
        : ApplyInSection(task, happened)
        ?? ApplyInOffice(task, happened)
        ?? ApplyInClocks(task, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a task does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="task">A state.</param>
    public static IReadOnlyList<string> Check(CampaignTaskState task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, task.Number, out _) is not null, $"its number '{task.Number}' is not one in normal form"),
            .. When(task.Serial < 1, "it has no place in the table"),
            .. When(task.PartnerSections.Contains(task.LeadSection), "the section that leads helps itself"),
            .. When(task.Status is CampaignTaskStatus.HandedIn && task.Reports.IsEmpty, "handed in goes with a report"),
            .. When(task.Status is CampaignTaskStatus.Returned && task.Returns.IsEmpty, "returned goes with a reason"),
            .. When(
                task.ReviewBy is not null && task.Status is not CampaignTaskStatus.HandedIn,
                "a review is owed though nothing waits for one"),
            .. When(task.WarnOn is not null && !task.IsOwed, "a warning is open though nothing is owed"),
            .. When(task.IsOpen != task.EndedOn is null, "ended goes with a day"),
        ];
    }
}

/// <summary>任务状态不符. The step needs a task that stands elsewhere.</summary>
/// <param name="Status">状态. Where it stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.campaign-task-not-open")]
public sealed record CampaignTaskNotOpen(CampaignTaskStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"任务现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The task is {Terms.Of(Status).English}; this step is not open to it");
}
