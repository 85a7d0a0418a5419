using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>
/// 重点任务. A task of a campaign's table (重点任务分解表): which section leads, who helps, what is to be reached by when (notice 三〔二〕;
/// R3.2.3).
/// </summary>
[GenerateSerializer, Immutable, Alias("campaign-task.state")]
public sealed record CampaignTaskState
{
    /// <summary>任务编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>专项行动. The code of the campaign.</summary>
    [Id(1)] public required string Campaign { get; init; }

    /// <summary>序号. Its place in the campaign's table, from 1.</summary>
    [Id(2)] public required int Serial { get; init; }

    /// <summary>任务. What is to be done.</summary>
    [Id(3)] public required string Text { get; init; }

    /// <summary>任务依据. Where the notice says so.</summary>
    [Id(4)] public required string Basis { get; init; }

    /// <summary>牵头科室. The code of the section that leads.</summary>
    [Id(5)] public required string LeadSection { get; init; }

    /// <summary>配合科室. The codes of the sections that help.</summary>
    [Id(6)] public ImmutableArray<string> PartnerSections { get; init; } = [];

    /// <summary>协作部门. The codes of the agencies that help.</summary>
    [Id(7)] public ImmutableArray<string> PartnerAgencies { get; init; } = [];

    /// <summary>工作目标. What is to be reached, or null.</summary>
    [Id(8)] public string? Target { get; init; }

    /// <summary>完成期限. The last day to hand it in (Asia/Shanghai).</summary>
    [Id(9)] public required DateOnly DueOn { get; init; }

    /// <summary>提醒日. The day on which the section is warned, or null.</summary>
    [Id(10)] public DateOnly? WarnOn { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(11)] public required CampaignTaskStatus Status { get; init; }

    /// <summary>逾期. Whether its day has passed and it was not handed in by then.</summary>
    [Id(12)] public bool IsLate { get; init; }

    /// <summary>交办人. User name of who assigned it.</summary>
    [Id(13)] public required string AssignedBy { get; init; }

    /// <summary>交办日. The day it was assigned (Asia/Shanghai).</summary>
    [Id(14)] public required DateOnly AssignedOn { get; init; }

    /// <summary>接受人. User name of who accepted it, or null.</summary>
    [Id(15)] public string? AcceptedBy { get; init; }

    /// <summary>接受日. The day it was accepted (Asia/Shanghai), or null.</summary>
    [Id(16)] public DateOnly? AcceptedOn { get; init; }

    /// <summary>上交. What the section handed in, in order.</summary>
    [Id(17)] public ImmutableArray<CampaignTaskReport> Reports { get; init; } = [];

    /// <summary>退回. How it was sent back, in order.</summary>
    [Id(18)] public ImmutableArray<CampaignTaskReturn> Returns { get; init; } = [];

    /// <summary>
    /// 审核期限. The last day on which the office looks at what was handed in (Asia/Shanghai); null where nothing waits, or it has passed.
    /// </summary>
    [Id(19)] public DateOnly? ReviewBy { get; init; }

    /// <summary>办结意见. What was said when it was done, or null.</summary>
    [Id(20)] public string? Remark { get; init; }

    /// <summary>办结日. The day it was done or withdrawn (Asia/Shanghai), or null.</summary>
    [Id(21)] public DateOnly? EndedOn { get; init; }

    /// <summary>未了. Whether it is neither done nor withdrawn.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is not (CampaignTaskStatus.Done or CampaignTaskStatus.Withdrawn);

    /// <summary>待上交. Whether the lead section still owes it.</summary>
    [JsonIgnore]
    public bool IsOwed => Status is CampaignTaskStatus.Assigned or CampaignTaskStatus.Accepted or CampaignTaskStatus.Returned;

    /// <summary>等待谁. Whom it waits for; null when it has ended.</summary>
    [JsonIgnore]
    public CampaignTaskAwaits? Awaits => IsOwed ? CampaignTaskAwaits.LeadSection : IsOpen ? CampaignTaskAwaits.Office : null;
}

/// <summary>重点任务状态. Where a task of a campaign stands.</summary>
[JsonConverter(typeof(WireNameConverter<CampaignTaskStatus>))]
public enum CampaignTaskStatus
{
    /// <summary>The head of the lead section has still to accept it.</summary>
    [Term("已交办", "assigned")]
    Assigned,

    /// <summary>The lead section works on it.</summary>
    [Term("办理中", "accepted")]
    Accepted,

    /// <summary>The group's office looks at what was handed in.</summary>
    [Term("已上交", "handed in")]
    HandedIn,

    /// <summary>It is to be put right by a new day.</summary>
    [Term("限期整改", "returned")]
    Returned,

    /// <summary>It is done.</summary>
    [Term("已办结", "done")]
    Done,

    /// <summary>It is no longer asked for.</summary>
    [Term("已取消", "withdrawn")]
    Withdrawn,
}

/// <summary>等待谁. Whom a task of a campaign waits for.</summary>
[JsonConverter(typeof(WireNameConverter<CampaignTaskAwaits>))]
public enum CampaignTaskAwaits
{
    /// <summary>The head of the section that leads.</summary>
    [Term("牵头科室负责人", "head of the lead section")]
    LeadSection,

    /// <summary>The office of the leading group.</summary>
    [Term("领导小组办公室", "office of the leading group")]
    Office,
}

/// <summary>上交. What a section handed in.</summary>
/// <param name="On">上交日. The day (Asia/Shanghai).</param>
/// <param name="By">上交人. User name.</param>
/// <param name="Text">完成情况. What was done.</param>
/// <param name="IsLate">逾期. Whether it came after the day that was set.</param>
/// <param name="Attachments">佐证材料. Its files.</param>
[GenerateSerializer, Immutable, Alias("campaign-task-report")]
public sealed record CampaignTaskReport(DateOnly On, string By, string Text, bool IsLate, ImmutableArray<Attachment> Attachments);

/// <summary>退回. What was handed in is to be put right by a new day (限期整改).</summary>
/// <param name="On">退回日. The day (Asia/Shanghai).</param>
/// <param name="By">退回人. User name.</param>
/// <param name="Reason">理由. What is missing.</param>
/// <param name="DueBefore">原期限. The last day before (Asia/Shanghai).</param>
/// <param name="DueOn">整改期限. The last day since.</param>
[GenerateSerializer, Immutable, Alias("campaign-task-return")]
public sealed record CampaignTaskReturn(DateOnly On, string By, string Reason, DateOnly DueBefore, DateOnly DueOn);
