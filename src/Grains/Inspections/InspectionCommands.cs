using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查命令. What may be asked of an inspection.</summary>
[GenerateSerializer, Immutable, Alias("inspection.command")]
public abstract record InspectionCommand : Command
{
    /// <summary>计划. Who plans and cancels inspections.</summary>
    protected const Roles Planning = Roles.Officer | Roles.SectionHead | Roles.Leader | Roles.Legal | Roles.Administrator;

    /// <summary>检查. Who records what was found.</summary>
    protected const Roles Inspecting = Roles.Officer | Roles.SectionHead | Roles.Administrator;
}

/// <summary>计划检查. Plans the inspection of one enterprise (R2.2.1).</summary>
/// <param name="Enterprise">企业. The unified social credit code.</param>
/// <param name="Basis">检查方式. SWEEP or LEAD; what is drawn comes from drawInspections.</param>
/// <param name="PlannedOn">计划日. Until when it is to be done (Asia/Shanghai).</param>
/// <param name="Campaign">专项行动. The campaign's code, or null.</param>
/// <param name="Officers">执法人员. User names: two at least, or none yet.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the enterprise's main one.</param>
/// <param name="Lead">线索. What gave rise to it; must be given when it is by lead.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="Draw">抽取记录. How it was drawn; must be given when it was.</param>
[GenerateSerializer, Immutable, Alias("inspection.plan"), AllowedTo(Planning), Creates]
[Refuses<AlreadyExists, TooFewOfficers, OfficerCannotAct>]
public sealed record PlanInspection(
    [OfferedAs("enterpriseCreditCode")] string Enterprise,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    [Longest(PlanInspection.LongestCampaign)] string? Campaign = null,
    ImmutableArray<string>? Officers = null,
    [Listed<ProductClass>] string? ProductClass = null,
    [Longest(1000)] string? Lead = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null,
    [NotOffered] DrawRecord? Draw = null) : InspectionCommand, INamesOfficers
{
    /// <summary>专项行动代码最长. The most characters of a campaign's code.</summary>
    public const int LongestCampaign = 60;

    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>记录检查. Records what was found; two officers at least (行政处罚法 第四十二条).</summary>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">检查项目. The checklist as it was filled in.</param>
/// <param name="Result">处理结果. What is to come of it.</param>
/// <param name="Summary">检查情况. In the officers' words.</param>
/// <param name="InspectedOn">检查日. Left out, today (Asia/Shanghai).</param>
/// <param name="LeadTo">移送单位. The agency that a lead is for.</param>
/// <param name="CaseNumber">案件编号. The number of a case that goes on and that the findings belong to; left out where a new one is opened.</param>
/// <param name="IsGuidedToLicence">引导办证. Whether a producer without a licence was guided to apply for one.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
/// <param name="Violation">违法行为. Its kind; must be given where a new case is opened.</param>
[GenerateSerializer, Immutable, Alias("inspection.record"), AllowedTo(Inspecting)]
[Refuses<InspectionNotPlanned, TooFewOfficers, OfficerCannotAct, ChecklistIncomplete, FindingsWithoutConsequence>]
[Refuses<ConsequenceWithoutFindings, InspectedCaseEnded, AttachmentNotKept>]
public sealed record RecordInspection(
    ImmutableArray<string> Officers,
    ImmutableArray<FindingReport> Findings,
    InspectionResult Result,
    [Longest(2000)] string Summary,
    DateOnly? InspectedOn = null,
    [Longest(200)] string? LeadTo = null,
    string? CaseNumber = null,
    bool IsGuidedToLicence = false,
    ImmutableArray<AttachmentReference>? Attachments = null,
    ViolationKind? Violation = null) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>检查项目填报. One item of the checklist as the officers fill it in.</summary>
/// <param name="Item">项目. The item.</param>
/// <param name="Result">结果. Whether it conforms.</param>
/// <param name="Severity">严重程度. Must be given when it does not.</param>
/// <param name="Note">说明. What was seen.</param>
/// <param name="Attachments">附件. Files that were brought before.</param>
[GenerateSerializer, Immutable, Alias("finding-report")]
public sealed record FindingReport(
    ChecklistItem Item,
    FindingResult Result,
    FindingSeverity? Severity = null,
    [Longest(1000)] string? Note = null,
    ImmutableArray<AttachmentReference>? Attachments = null);

/// <summary>取消检查. Cancels a planned inspection.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.cancel"), AllowedTo(Planning)]
[Refuses<InspectionNotPlanned>]
public sealed record CancelInspection(Grounds Grounds) : InspectionCommand;

/// <summary>指派检查人员. Names who is to go, two at least; in place of those named before.</summary>
/// <param name="Officers">执法人员. User names, two at least, the one who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.assign-officers"), AllowedTo(Planning)]
[Refuses<InspectionNotPlanned, TooFewOfficers, OfficerCannotAct>]
public sealed record AssignInspectionOfficers(ImmutableArray<string> Officers, Grounds Grounds) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>移转检查. One person's part in a planned inspection passes to another.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered]
[Refuses<InspectionNotPlanned, WorkNotHeld, TooFewOfficers, OfficerCannotAct>]
public sealed record MoveInspectionWork(string From, string To, Grounds Grounds) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>移交检查. Another section answers for a planned inspection from now on (R3.4.1).</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("inspection.hand-over"), AllowedTo(SectionHandover.Deciders)]
[Refuses<InspectionNotPlanned>]
public sealed record HandOverInspection(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : InspectionCommand;

/// <summary>检查期限到期. A deadline of the inspection has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="Inspection"/>'s.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("inspection.deadline-reached"), AllowedTo(Roles.System)]
public sealed record InspectionDeadlineReached(string Kind, DateTimeOffset DueAt) : InspectionCommand, IDeadlineCommand;

/// <summary>外部事实. What the shell found out for a command.</summary>
public sealed record InspectionFacts
{
    /// <summary>企业已登记. Whether the enterprise is registered.</summary>
    public bool EnterpriseIsRegistered { get; init; }

    /// <summary>企业主要产品类别. The code of the enterprise's main product class, or null.</summary>
    public string? EnterpriseProductClass { get; init; }

    /// <summary>有效许可证. The numbers of the enterprise's licences in force.</summary>
    public ImmutableArray<string> Licences { get; init; } = [];

    /// <summary>案件阶段. Where the case stands that is named; null where there is none.</summary>
    public CaseStage? Case { get; init; }

    /// <summary>已存附件. The media type and length of each named file that is kept, by its hash.</summary>
    public IReadOnlyDictionary<string, KeptContent> Files { get; init; } = new Dictionary<string, KeptContent>();
}

/// <summary>检查状态不符. The step needs a planned inspection.</summary>
/// <param name="Status">状态. Where the inspection stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.inspection-not-planned")]
public sealed record InspectionNotPlanned(InspectionStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该检查现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The inspection is {Terms.Of(Status).English}; this step is not open to it");
}

/// <summary>检查表不完整. The checklist says nothing about one of the three areas.</summary>
/// <param name="Area">检查领域. The first that is missing.</param>
[GenerateSerializer, Immutable, Alias("refusal.checklist-incomplete")]
public sealed record ChecklistIncomplete(InspectionArea Area) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"检查表缺少这一方面：{Terms.Of(Area).Chinese}", $"The checklist says nothing about this area: {Terms.Of(Area).English}");
}

/// <summary>问题没有处理. Something does not conform, and nothing is to come of it.</summary>
/// <param name="Nonconforming">不符合项数. How many items that are not minor.</param>
[GenerateSerializer, Immutable, Alias("refusal.findings-without-consequence")]
public sealed record FindingsWithoutConsequence(int Nonconforming) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"有{Nonconforming}项不符合且不属轻微，应责令整改、立案或者移送", $"{Nonconforming} items do not conform and are not minor: an order, a case or a lead must come of it");
}

/// <summary>处理没有根据. Something is to come of the inspection, and nothing was found.</summary>
/// <param name="Result">处理结果. What was to come of it.</param>
[GenerateSerializer, Immutable, Alias("refusal.consequence-without-findings")]
public sealed record ConsequenceWithoutFindings(InspectionResult Result) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"处理结果为“{Terms.Of(Result).Chinese}”，但没有不符合项", $"The result is '{Terms.Of(Result).English}', and no item is found not to conform");
}

/// <summary>案件已终结. The case that the findings were to belong to has ended.</summary>
/// <param name="Case">案件编号. Which.</param>
/// <param name="Stage">阶段. How it ended.</param>
[GenerateSerializer, Immutable, Alias("refusal.inspected-case-ended")]
public sealed record InspectedCaseEnded(string Case, CaseStage Stage) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"案件{Case}{Terms.Of(Stage).Chinese}，不能再关联检查", $"Case {Case} is {Terms.Of(Stage).English}; findings no longer belong to it");
}
