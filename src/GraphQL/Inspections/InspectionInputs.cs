using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Enterprises;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查项目的输入. One item of the checklist as the officers fill it in.</summary>
/// <param name="Item">项目. The item.</param>
/// <param name="Result">结果. Whether it conforms.</param>
/// <param name="Severity">严重程度. Must be given when it does not.</param>
/// <param name="Note">说明. What was seen.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
public sealed record FindingInput(ChecklistItem Item, FindingResult Result, FindingSeverity? Severity = null, string? Note = null, IReadOnlyList<AttachmentInput>? Attachments = null)
    : IInputOf<FindingReport>
{
    FindingReport IInputOf<FindingReport>.ToPart() => new(Item, Result, Severity, Note, Attachments is null ? null : [.. Attachments.Select(one => ((IInputOf<AttachmentReference>)one).ToPart())]);
}

/// <summary>当事人签名的输入. What became of the party's signature.</summary>
/// <param name="Outcome">签名情况. Whether the party signed.</param>
/// <param name="SignedBy">签名人. Who signed for the party; must be given when it was signed.</param>
/// <param name="SignedAt">签名时间. The instant; must be given when it was signed. Not after today.</param>
/// <param name="Attachment">签名图片. A picture that was brought to /attachments before; must be given when it was signed.</param>
/// <param name="Reason">未签原因. Why it was not signed; must be given when it was not.</param>
/// <param name="Witness">见证人. Who saw that it was not signed, where somebody else was there.</param>
public sealed record SignatureInput(
    SignatureOutcome Outcome,
    string? SignedBy = null,
    DateTimeOffset? SignedAt = null,
    AttachmentInput? Attachment = null,
    string? Reason = null,
    string? Witness = null) : IInputOf<SignatureReport>
{
    SignatureReport IInputOf<SignatureReport>.ToPart() =>
        new(Outcome, SignedBy, SignedAt, ((IInputOf<AttachmentReference>?)Attachment)?.ToPart(), Reason, Witness);
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
    [Longest(PlanInspection.LongestCampaign)] string? Campaign = null,
    IReadOnlyList<string>? ProductClasses = null,
    IReadOnlyList<string>? Officers = null,
    string? Seed = null,
    [Longest(ListedName.CodeLength)] string? Section = null,
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
/// <param name="Preview">预览. Whether to say only what would be planned, and plan nothing.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
public sealed record PlanSweepInput(
    [Longest(PlanInspection.LongestCampaign)] string Campaign,
    DateOnly PlannedOn,
    int? Limit = null,
    IReadOnlyList<string>? ProductClasses = null,
    IReadOnlyList<string>? Officers = null,
    [Longest(ListedName.CodeLength)] string? Section = null,
    bool? Preview = null,
    Guid? CommandId = null);

/// <summary>计划全面检查的结果. The inspections that were planned, in the order of the credit codes, or why not.</summary>
/// <param name="Inspections">检查. What was planned.</param>
/// <param name="Remaining">剩余家数. How many licensed producers are still to be planned.</param>
/// <param name="BeyondYearlyCap">
/// 超过年度上限. Of those that were planned, or would be, the enterprises that are inspected more often in the year than the bureau allows
/// (国办发〔2024〕54号).
/// </param>
/// <param name="Planned">家数. How many were planned; in a preview, how many would be.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record PlanSweepPayload(
    IReadOnlyList<InspectionType> Inspections,
    int Remaining,
    IReadOnlyList<EnterpriseBeyondCapType> BeyondYearlyCap,
    int Planned,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PlanInspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>超过年度上限. By how much an enterprise is inspected more often in a year than the bureau allows (国办发〔2024〕54号).</summary>
/// <param name="exceeded">As it was reckoned.</param>
[Name("YearlyCapExceeded"), ReadableBy(Readers.Bureau)]
public sealed class YearlyCapExceededType(YearlyCapExceeded exceeded)
{
    /// <summary>年度. The calendar year.</summary>
    public int Year => exceeded.Year;

    /// <summary>检查次数（次）. How many inspections there are with this one.</summary>
    public int Inspections => exceeded.Inspections;

    /// <summary>上限（次）. How many there may be.</summary>
    public int Cap => exceeded.Cap;
}

/// <summary>超过年度上限的企业. An enterprise that a sweep inspects more often in the year than the bureau allows.</summary>
/// <param name="enterprise">Its credit code.</param>
/// <param name="exceeded">By how much.</param>
[Name("EnterpriseBeyondCap"), ReadableBy(Readers.Bureau)]
public sealed class EnterpriseBeyondCapType(string enterprise, YearlyCapExceeded exceeded)
{
    /// <summary>企业. Which.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<EnterpriseType> Enterprise(IResolveFieldContext field, [FromServices] Database database) =>
        EnterpriseType.LoaderOf(field, database).LoadKnown(enterprise);

    /// <summary>超过. By how much.</summary>
    public YearlyCapExceededType Exceeded => new(exceeded);
}
