using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>重点任务行. A task of a campaign in lists.</summary>
[Table("campaign_task")]
public sealed record CampaignTaskRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>任务编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>专项行动. The code of the campaign.</summary>
    [Column("campaign", Length = 50), NotNull, Field, Filter] public required string Campaign { get; init; }

    /// <summary>序号. Its place in the campaign's table, from 1.</summary>
    [Column("serial"), NotNull, Field, Sort] public required int Serial { get; init; }

    /// <summary>任务. What is to be done.</summary>
    [Column("text", Length = 500), NotNull, Field, Filter] public required string Text { get; init; }

    /// <summary>牵头科室. The code of the section that leads.</summary>
    [Column("lead_section", Length = 60), NotNull, Field, Filter] public required string LeadSection { get; init; }

    /// <summary>完成期限. The last day to hand it in (Asia/Shanghai).</summary>
    [Column("due_on", Length = 10), NotNull, Day, Field, Filter, Sort] public required string DueOn { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Column("status", Length = 20), NotNull, Wire<CampaignTaskStatus>, Field, Filter] public required string Status { get; init; }

    /// <summary>逾期. Whether its day has passed and it was not handed in by then.</summary>
    [Column("is_late"), NotNull, Field, Filter] public required bool IsLate { get; init; }

    /// <summary>未了. Whether it is neither done nor withdrawn.</summary>
    [Column("is_open"), NotNull, Field, Filter] public required bool IsOpen { get; init; }

    /// <summary>等待谁. Whom it waits for; null when it has ended.</summary>
    [Column("awaits", Length = 20), Nullable, Wire<CampaignTaskAwaits>, Field, Filter] public string? Awaits { get; init; }

    /// <summary>The rows that show a task.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="task">The state.</param>
    /// <param name="version">Its version.</param>
    internal static IReadOnlyList<Row> Of(string subject, CampaignTaskState task, int version) =>
    [
        new CampaignTaskRow
        {
            Subject = subject,
            Version = version,
            Number = task.Number,
            Campaign = task.Campaign,
            Serial = task.Serial,
            Text = task.Text,
            LeadSection = task.LeadSection,
            DueOn = IsoDate.Of(task.DueOn),
            Status = WireName.Of(task.Status),
            IsLate = task.IsLate,
            IsOpen = task.IsOpen,
            Awaits = task.Awaits is { } whom ? WireName.Of(whom) : null,
        },
    ];
}

/// <summary>重点任务计数行. Tasks by campaign, section and where they stand.</summary>
[Table("campaign_task_count")]
public sealed record CampaignTaskCountRow : CountsOf<CampaignTaskRow>
{
    /// <summary>专项行动.</summary>
    [Column("campaign", Length = 50), NotNull] public required string Campaign { get; init; }

    /// <summary>牵头科室.</summary>
    [Column("lead_section", Length = 60), NotNull] public required string LeadSection { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>逾期.</summary>
    [Column("is_late"), NotNull] public required bool IsLate { get; init; }
}
