using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>专项行动. A special action that a notice calls for: its days, phases, goals, and who leads it (R1.1, R3.1.1, R4).</summary>
[GenerateSerializer, Immutable, Alias("campaign.state")]
public sealed record CampaignState
{
    /// <summary>代码. The code by which acts name it; its key.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>名称. What it is called.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>执法领域. The area of law that it serves.</summary>
    [Id(2)] public required string AreaOfLaw { get; init; }

    /// <summary>通知文号. The number of the notice that it carries out.</summary>
    [Id(3)] public required string NoticeNumber { get; init; }

    /// <summary>起始日期. Its first day (Asia/Shanghai).</summary>
    [Id(4)] public required DateOnly From { get; init; }

    /// <summary>截止日期. Its last day.</summary>
    [Id(5)] public required DateOnly Until { get; init; }

    /// <summary>上级行动. The code of the campaign of which it is a part, or null.</summary>
    [Id(6)] public string? Parent { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(7)] public required CampaignStatus Status { get; init; }

    /// <summary>阶段. Its phases, in the order of their days.</summary>
    [Id(8)] public ImmutableArray<CampaignPhase> Phases { get; init; } = [];

    /// <summary>目标. What it is to reach.</summary>
    [Id(9)] public ImmutableArray<CampaignGoal> Goals { get; init; } = [];

    /// <summary>席位. The seats of its leading group and of the group's office.</summary>
    [Id(10)] public ImmutableArray<CampaignSeat> Seats { get; init; } = [];

    /// <summary>最近序号. The last number that an item of the plan was given; none is given twice.</summary>
    [Id(11)] public int LastItem { get; init; }

    /// <summary>启动日. The day it was started (Asia/Shanghai), or null.</summary>
    [Id(12)] public DateOnly? StartedOn { get; init; }

    /// <summary>总结. The bureau's summary, or null.</summary>
    [Id(13)] public string? Summary { get; init; }

    /// <summary>总结日. The day it was summed up (Asia/Shanghai), or null.</summary>
    [Id(14)] public DateOnly? SummedUpOn { get; init; }

    /// <summary>验收意见. What the leading group concluded, or null.</summary>
    [Id(15)] public string? Conclusion { get; init; }

    /// <summary>结束日. The day it was closed (Asia/Shanghai), or null.</summary>
    [Id(16)] public DateOnly? ClosedOn { get; init; }

    /// <summary>可以安排. Whether it goes on: its plan changes, and tasks are assigned in it.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is CampaignStatus.Prepared or CampaignStatus.Running;

    /// <summary>最近一步的日期. The day of the last step in its course, or null (Asia/Shanghai).</summary>
    [JsonIgnore]
    public DateOnly? LastStepOn => ClosedOn ?? SummedUpOn ?? StartedOn;
}

/// <summary>专项行动状态. Where a campaign stands.</summary>
[JsonConverter(typeof(WireNameConverter<CampaignStatus>))]
public enum CampaignStatus
{
    /// <summary>It is planned, and tasks are assigned.</summary>
    [Term("筹备", "prepared")]
    Prepared,

    /// <summary>It goes on.</summary>
    [Term("进行中", "running")]
    Running,

    /// <summary>Its summary is there, and the leading group has still to accept it.</summary>
    [Term("已总结", "summed up")]
    SummedUp,

    /// <summary>It is over.</summary>
    [Term("已结束", "closed")]
    Closed,
}

/// <summary>阶段. A phase of a campaign (R4).</summary>
/// <param name="Number">序号. Its number in the plan.</param>
/// <param name="Name">名称. What it is called.</param>
/// <param name="From">起始日期. Its first day (Asia/Shanghai).</param>
/// <param name="Until">截止日期. Its last day.</param>
[GenerateSerializer, Immutable, Alias("campaign-phase")]
public sealed record CampaignPhase(int Number, string Name, DateOnly From, DateOnly Until)
{
    /// <summary>应交材料. What sections owe in it.</summary>
    [Id(4)] public ImmutableArray<CampaignDeliverable> Deliverables { get; init; } = [];
}

/// <summary>应交材料. What is owed in a phase by a day.</summary>
/// <param name="Number">序号. Its number in the plan.</param>
/// <param name="Text">内容. What it is.</param>
/// <param name="Section">责任科室. The code of the section that owes it; null for each of them.</param>
/// <param name="DueOn">期限. The last day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("campaign-deliverable")]
public sealed record CampaignDeliverable(int Number, string Text, string? Section, DateOnly DueOn);

/// <summary>目标. What a campaign is to reach, for a product class, a kind of illegal act or all of them (R1.1).</summary>
/// <param name="Number">序号. Its number in the plan.</param>
/// <param name="Text">内容. What is to be reached, in words.</param>
/// <param name="ProductClass">产品类别. The code of the class, or null for all.</param>
/// <param name="Violation">违法行为. The kind of illegal act, or null for all.</param>
/// <param name="Measure">指标. The figure by which it is measured; null where words alone say it.</param>
/// <param name="Target">目标值. What the figure is to be, in the figure's unit; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("campaign-goal")]
public sealed record CampaignGoal(
    int Number,
    string Text,
    string? ProductClass,
    ViolationKind? Violation,
    [property: JsonConverter(typeof(WireNameConverter<Measure>))] Measure? Measure,
    int? Target);

/// <summary>席位. A seat of the leading group or of its office (R3.1.1). It goes with an office, never with a name.</summary>
/// <param name="Number">序号. Its number in the plan.</param>
/// <param name="Kind">席位. What it is.</param>
/// <param name="Office">由何职务担任. The office that it goes with, such as 局长.</param>
/// <param name="Section">所在科室. The code of the section whose office that is, or null.</param>
[GenerateSerializer, Immutable, Alias("campaign-seat")]
public sealed record CampaignSeat(int Number, CampaignSeatKind Kind, string Office, string? Section)
{
    /// <summary>任期. Who has held it, in the order of the days.</summary>
    [Id(4)] public ImmutableArray<CampaignSeatTerm> Terms { get; init; } = [];
}

/// <summary>任期. Who holds a seat from a day to a day.</summary>
/// <param name="Holder">担任人. User name.</param>
/// <param name="From">起始日期. The first day (Asia/Shanghai).</param>
/// <param name="Until">截止日期. The last day; null while none is set.</param>
[GenerateSerializer, Immutable, Alias("campaign-seat-term")]
public sealed record CampaignSeatTerm(string Holder, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether two terms have a day in common.</summary>
    /// <param name="other">The other.</param>
    public bool Overlaps(CampaignSeatTerm other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (Until ?? DateOnly.MaxValue);
    }
}

/// <summary>席位种类. What a seat is in the leading group or in its office.</summary>
[JsonConverter(typeof(WireNameConverter<CampaignSeatKind>))]
public enum CampaignSeatKind
{
    /// <summary>Leads the group.</summary>
    [Term("组长", "head of the group")]
    Head,

    /// <summary>Stands in for who leads it.</summary>
    [Term("副组长", "deputy head")]
    DeputyHead,

    /// <summary>Belongs to the group.</summary>
    [Term("成员", "member")]
    Member,

    /// <summary>Leads the group's office.</summary>
    [Term("办公室主任", "head of the office")]
    OfficeHead,

    /// <summary>Works in the group's office.</summary>
    [Term("办公室成员", "member of the office")]
    OfficeMember,

    /// <summary>Keeps in touch with those above, below and beside (R3.1.2).</summary>
    [Term("联络员", "liaison officer")]
    Liaison,
}
