using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查. An inspection of one enterprise: what was planned, and what was found (R2.2.1, R2.2.2).</summary>
[GenerateSerializer, Immutable, Alias("inspection-state")]
public sealed record InspectionState
{
    /// <summary>编号. Its number.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(1)] public required InspectionStatus Status { get; init; }

    /// <summary>计划. What was planned.</summary>
    [Id(2)] public required InspectionPlan Plan { get; init; }

    /// <summary>检查记录. What was found; there is one exactly when it is recorded.</summary>
    [Id(3)] public InspectionRecord? Record { get; init; }

    /// <summary>取消理由. Why it was cancelled; there are such exactly when it was.</summary>
    [Id(4)] public Grounds? Cancellation { get; init; }

    /// <summary>计划日已过. Whether the planned day passed before it was recorded.</summary>
    [Id(5)] public bool IsLate { get; init; }

    /// <summary>接办人. Who took it over from whoever planned it, while no officers are named; null when nobody did.</summary>
    [Id(6)] public string? TakenOverBy { get; init; }

    /// <summary>科室移交. How it passed from section to section, in order; none in what was stored before hand-overs were known.</summary>
    [Id(7)] public ImmutableArray<SectionHandover> Handovers { get => field.IsDefault ? [] : field; init; }

    /// <summary>在办人员. Who holds it while it is planned, who answers for it first: the officers, or whoever planned it or took it over. None once it is done.</summary>
    [JsonIgnore] public ImmutableArray<string> Holders => Status is not InspectionStatus.Planned ? [] : Plan.Officers is { IsEmpty: false } officers ? officers : [TakenOverBy ?? Plan.PlannedBy];

    /// <summary>待告知案件. What the case has yet to be told; null when nothing.</summary>
    [Id(8)] public CaseOwed? OwedToCase { get; init; }
}

/// <summary>检查计划. Whom to inspect, when, why and by whom.</summary>
/// <param name="Enterprise">企业. The credit code.</param>
/// <param name="Basis">检查方式. How it came to be inspected.</param>
/// <param name="PlannedOn">计划日. The day until which it is to be done (Asia/Shanghai).</param>
/// <param name="Campaign">专项行动. The code of the campaign it belongs to, or null.</param>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
/// <param name="PlannedBy">计划人. The user name of who planned it.</param>
/// <param name="Officers">执法人员. Their user names, the drawn ones where they were drawn; none while nobody is named.</param>
/// <param name="Licences">许可证. The numbers of the licences in force that it is about; none where the enterprise has none.</param>
/// <param name="ProductClass">产品类别. The code it is counted under, or null.</param>
/// <param name="Lead">线索. What gave rise to it; there is one exactly when it is by lead.</param>
/// <param name="Draw">抽取. How it was drawn; there is one exactly when it was.</param>
[GenerateSerializer, Immutable, Alias("inspection-plan")]
public sealed record InspectionPlan(
    string Enterprise,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    string? Campaign,
    string? Section,
    string PlannedBy,
    ImmutableArray<string> Officers,
    ImmutableArray<string> Licences,
    string? ProductClass,
    string? Lead = null,
    DrawRecord? Draw = null);

/// <summary>抽取记录. How enterprise and officers were drawn: with the same seed and the same pools anybody draws the same again.</summary>
/// <param name="Seed">种子. The seed.</param>
/// <param name="Position">次序. Which of the drawn this is, from 1.</param>
/// <param name="Enterprises">企业库. How many enterprises were in the pool.</param>
/// <param name="Officers">人员库. How many officers were in the pool.</param>
/// <param name="PoolHash">库哈希. SHA-256 over both pools in order, 64 hexadecimal digits.</param>
/// <param name="First">首抽检查. The number of the inspection that was drawn first, which keeps the pools; null in what was stored before they were kept.</param>
/// <param name="Pools">抽取库. What was drawn from; kept with the first that was drawn.</param>
[GenerateSerializer, Immutable, Alias("draw-record")]
public sealed record DrawRecord(long Seed, int Position, int Enterprises, int Officers, string PoolHash, string? First = null, DrawPools? Pools = null);

/// <summary>抽取库. Both pools of a draw, in the order in which they are drawn from.</summary>
/// <param name="Enterprises">企业库. Credit codes.</param>
/// <param name="Officers">人员库. User names.</param>
[GenerateSerializer, Immutable, Alias("draw-pools")]
public sealed record DrawPools(ImmutableArray<string> Enterprises, ImmutableArray<string> Officers);

/// <summary>检查记录. What an inspection found.</summary>
/// <param name="InspectedOn">检查日. The day (Asia/Shanghai).</param>
/// <param name="Officers">执法人员. Their user names, two at least.</param>
/// <param name="Findings">检查项目. The checklist as it was filled in.</param>
/// <param name="Result">处理结果. What is to come of it.</param>
/// <param name="Summary">检查情况. In the officers' words, at most 2,000 characters.</param>
/// <param name="LeadTo">移送单位. The agency that a lead is for; there is one exactly when the result is a lead.</param>
/// <param name="CaseNumber">案件编号. The number of the case that was opened or that it belongs to; there is one exactly when the result is a case.</param>
/// <param name="IsGuidedToLicence">引导办证. Whether a producer without a licence was guided to apply for one.</param>
/// <param name="Attachments">附件. Photos and files of the whole inspection.</param>
[GenerateSerializer, Immutable, Alias("inspection-record")]
public sealed record InspectionRecord(
    DateOnly InspectedOn,
    ImmutableArray<string> Officers,
    ImmutableArray<InspectionFinding> Findings,
    InspectionResult Result,
    string Summary,
    string? LeadTo,
    string? CaseNumber,
    bool IsGuidedToLicence,
    ImmutableArray<Attachment> Attachments)
{
    /// <summary>不符合项. What does not conform.</summary>
    [JsonIgnore] public IEnumerable<InspectionFinding> Nonconforming => Findings.Where(finding => finding.Result is FindingResult.Nonconforming);

    /// <summary>最重程度. The worst severity found, or null.</summary>
    [JsonIgnore] public FindingSeverity? Worst => Nonconforming.Max(finding => finding.Severity);
}

/// <summary>待告知案件. What a case has yet to be told of an inspection; due at once.</summary>
/// <param name="Since">起时. When it was recorded (UTC).</param>
/// <param name="Opens">违法行为. The kind of violation that the case is opened for; null where there is a case already.</param>
/// <param name="By">记录人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("case-owed")]
public sealed record CaseOwed(DateTimeOffset Since, ViolationKind? Opens, DecidingPerson By);

/// <summary>检查项目结果. One item of the checklist as it was filled in.</summary>
/// <param name="Item">项目. The item.</param>
/// <param name="Result">结果. Whether it conforms.</param>
/// <param name="Severity">严重程度. How bad it is; there is one exactly when it does not conform.</param>
/// <param name="Note">说明. What was seen, at most 1,000 characters, or null.</param>
/// <param name="Attachments">附件. Photos and files of this item.</param>
[GenerateSerializer, Immutable, Alias("inspection-finding")]
public sealed record InspectionFinding(ChecklistItem Item, FindingResult Result, FindingSeverity? Severity, string? Note, ImmutableArray<Attachment> Attachments);

/// <summary>检查状态. Where an inspection stands.</summary>
[JsonConverter(typeof(WireNameConverter<InspectionStatus>))]
public enum InspectionStatus
{
    /// <summary>Planned.</summary>
    [Term("已计划", "planned")]
    Planned,

    /// <summary>Done and recorded.</summary>
    [Term("已记录", "recorded")]
    Recorded,

    /// <summary>Cancelled.</summary>
    [Term("已取消", "cancelled")]
    Cancelled,
}

/// <summary>检查方式. How an enterprise comes to be inspected.</summary>
[JsonConverter(typeof(WireNameConverter<InspectionBasis>))]
public enum InspectionBasis
{
    /// <summary>The sweep of every licensed producer of a key class (R2.2.1).</summary>
    [Term("全面检查", "sweep")]
    Sweep,

    /// <summary>Enterprise and officers were drawn.</summary>
    [Term("双随机抽查", "random draw")]
    RandomDraw,

    /// <summary>A lead gave rise to it.</summary>
    [Term("线索检查", "inspection by lead")]
    Lead,
}

/// <summary>检查处理结果. What is to come of an inspection.</summary>
[JsonConverter(typeof(WireNameConverter<InspectionResult>))]
public enum InspectionResult
{
    /// <summary>Nothing, or so little that it was put right on the spot.</summary>
    [Term("未发现问题", "nothing found")]
    None,

    /// <summary>An order to put it right.</summary>
    [Term("责令限期整改", "rectification to be ordered")]
    Rectification,

    /// <summary>A case.</summary>
    [Term("立案查处", "a case")]
    Case,

    /// <summary>A lead for another agency.</summary>
    [Term("线索移送其他部门", "a lead for another agency")]
    Lead,

    /// <summary>The product is no longer made: the licence is to be deregistered (R2.2.3).</summary>
    [Term("已停止生产", "production stopped")]
    ProductionStopped,
}

/// <summary>检查项目结论. Whether an item of the checklist conforms.</summary>
[JsonConverter(typeof(WireNameConverter<FindingResult>))]
public enum FindingResult
{
    /// <summary>It conforms.</summary>
    [Term("符合", "conforming")]
    Conforming,

    /// <summary>It does not.</summary>
    [Term("不符合", "nonconforming")]
    Nonconforming,

    /// <summary>It does not apply here.</summary>
    [Term("不适用", "not applicable")]
    NotApplicable,
}

/// <summary>严重程度. How bad something is that does not conform.</summary>
[JsonConverter(typeof(WireNameConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Minor: put right on the spot.</summary>
    [Term("轻微", "minor")]
    Minor,

    /// <summary>Ordinary: to be put right within a term.</summary>
    [Term("一般", "ordinary")]
    Ordinary,

    /// <summary>Serious.</summary>
    [Term("严重", "serious")]
    Serious,
}
