using System.Collections.Immutable;
using GraphQL;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>计划检查的输入. Plans the inspection of one enterprise.</summary>
/// <param name="EnterpriseCreditCode">企业. The unified social credit code.</param>
/// <param name="Basis">检查方式. SWEEP or LEAD; what is drawn comes from drawInspections.</param>
/// <param name="PlannedOn">计划日. Until when it is to be done (Asia/Shanghai).</param>
/// <param name="Campaign">专项行动. The campaign's code.</param>
/// <param name="Officers">执法人员. User names: two at least, or none yet.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the enterprise's main one.</param>
/// <param name="Lead">线索. What gave rise to it; must be given when it is by lead.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record PlanInspectionInput(
    string EnterpriseCreditCode,
    InspectionBasis Basis,
    DateOnly PlannedOn,
    string? Campaign = null,
    IReadOnlyList<string>? Officers = null,
    string? ProductClass = null,
    string? Lead = null,
    string? Section = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>计划检查的结果. The inspection as it stands afterwards, or why not.</summary>
/// <param name="Inspection">检查. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record PlanInspectionPayload(
    InspectionType? Inspection,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PlanInspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>记录检查的输入. Records what was found; two officers at least, something on each of the three areas.</summary>
/// <param name="Number">编号. Which inspection.</param>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">检查项目. The checklist as it was filled in.</param>
/// <param name="Result">处理结果. What is to come of it.</param>
/// <param name="Summary">检查情况. In the officers' words; at most 2,000 characters.</param>
/// <param name="InspectedOn">检查日. Left out, today (Asia/Shanghai).</param>
/// <param name="LeadTo">移送单位. The agency that a lead is for.</param>
/// <param name="CaseNumber">案件编号. The number of a case that goes on and that the findings belong to; left out where a new one is opened.</param>
/// <param name="IsGuidedToLicence">引导办证. Whether a producer without a licence was guided to apply for one.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
/// <param name="Violation">违法行为. Its kind; must be given where a new case is opened.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordInspectionInput(
    string Number,
    IReadOnlyList<string> Officers,
    IReadOnlyList<FindingInput> Findings,
    InspectionResult Result,
    string Summary,
    DateOnly? InspectedOn = null,
    string? LeadTo = null,
    string? CaseNumber = null,
    bool? IsGuidedToLicence = null,
    IReadOnlyList<AttachmentInput>? Attachments = null,
    ViolationKind? Violation = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>记录检查的结果. The inspection as it stands afterwards, or why not.</summary>
/// <param name="Inspection">检查. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordInspectionPayload(
    InspectionType? Inspection,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordInspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>取消检查的输入. Cancels a planned inspection.</summary>
/// <param name="Number">编号. Which inspection.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CancelInspectionInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>取消检查的结果. The inspection as it stands afterwards, or why not.</summary>
/// <param name="Inspection">检查. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CancelInspectionPayload(
    InspectionType? Inspection,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<CancelInspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>指派检查人员的输入. Names who is to go, in place of those named before.</summary>
/// <param name="Number">编号. Which inspection.</param>
/// <param name="Officers">执法人员. User names, two at least, the one who answers for it first.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="Basis">依据. The rule that it is done by; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AssignInspectionOfficersInput(
    string Number,
    IReadOnlyList<string> Officers,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>指派检查人员的结果. The inspection as it stands afterwards, or why not.</summary>
/// <param name="Inspection">检查. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AssignInspectionOfficersPayload(
    InspectionType? Inspection,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AssignInspectionOfficers>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>检查项目的输入. One item of the checklist as the officers fill it in.</summary>
/// <param name="Item">项目. The item.</param>
/// <param name="Result">结果. Whether it conforms.</param>
/// <param name="Severity">严重程度. Must be given when it does not.</param>
/// <param name="Note">说明. What was seen; at most 1,000 characters.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
public sealed record FindingInput(ChecklistItem Item, FindingResult Result, FindingSeverity? Severity = null, string? Note = null, IReadOnlyList<AttachmentInput>? Attachments = null)
{
    /// <summary>The input as the command has it.</summary>
    internal FindingReport Report() => new(Item, Result, Severity, Note, AttachmentInput.References(Attachments));
}

/// <summary>双随机抽取的输入. From what to draw, and how many.</summary>
/// <param name="Count">抽取家数. How many enterprises, 1 to 100.</param>
/// <param name="PlannedOn">计划日. Until when the inspections are to be done (Asia/Shanghai).</param>
/// <param name="OfficersEach">每家人数. How many officers for each; two at least, two when left out.</param>
/// <param name="Campaign">专项行动. The campaign's code.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names whose licensed producers are the pool; left out, the key classes of the notice.</param>
/// <param name="Officers">人员库. User names of the officers to draw from; left out, every officer.</param>
/// <param name="Seed">种子. A whole number, such as one drawn in public; left out, it follows from the command id.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
public sealed record DrawInspectionsInput(
    int Count,
    DateOnly PlannedOn,
    int? OfficersEach = null,
    string? Campaign = null,
    IReadOnlyList<string>? ProductClasses = null,
    IReadOnlyList<string>? Officers = null,
    string? Seed = null,
    string? Section = null,
    Guid? CommandId = null);

/// <summary>双随机抽取的结果. The inspections that were planned, in the order in which they were drawn, or why not.</summary>
/// <param name="Inspections">检查. What was planned.</param>
/// <param name="Seed">种子. The seed it was drawn with, or null.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DrawInspectionsPayload(
    IReadOnlyList<InspectionType> Inspections,
    string? Seed,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PlanInspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>计划全面检查的输入. Which campaign, and until when.</summary>
/// <param name="Campaign">专项行动. The campaign's code.</param>
/// <param name="PlannedOn">计划日. Until when the inspections are to be done (Asia/Shanghai).</param>
/// <param name="Limit">家数. How many at most, 1 to 200; 200 when left out.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names; left out, the key classes of the notice.</param>
/// <param name="Officers">执法人员. User names: two at least, or none yet.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
public sealed record PlanSweepInput(
    string Campaign,
    DateOnly PlannedOn,
    int? Limit = null,
    IReadOnlyList<string>? ProductClasses = null,
    IReadOnlyList<string>? Officers = null,
    string? Section = null,
    Guid? CommandId = null);

/// <summary>计划全面检查的结果. The inspections that were planned, in the order of the credit codes, or why not.</summary>
/// <param name="Inspections">检查. What was planned.</param>
/// <param name="Remaining">剩余家数. How many licensed producers are still to be planned.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record PlanSweepPayload(
    IReadOnlyList<InspectionType> Inspections,
    int Remaining,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PlanInspection>>>))] IReadOnlyList<Refusal>? Errors);
