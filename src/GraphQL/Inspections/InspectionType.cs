using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Dens;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Sections;
using ShuangDa.GraphQL.Rectifications;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Cases;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查. An inspection of one enterprise or den: what was planned, and what was found.</summary>
[Name("Inspection"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class InspectionType : WorkNode<InspectionRow, InspectionState>
{
    /// <summary>产品类别. The class it is counted under.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(Row.ProductClass);

    /// <summary>企业. Who is inspected; null where that is a den.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [Refers<EnterpriseType>(nameof(InspectionRow.Enterprise))]
    public IDataLoaderResult<EnterpriseType?> Enterprise(IResolveFieldContext field, [FromServices] Database database,
        [FromServices] IGrainFactory grains) => EnterpriseType.Load(field, database, State is null ? null : grains, Row.Enterprise);

    /// <summary>窝点. The den that is inspected; null where that is an enterprise.</summary>
    /// <param name="field">Given by the engine.</param>
    [Refers<DenType>(nameof(InspectionRow.Den))]
    public IDataLoaderResult<DenType?> Den(IResolveFieldContext field) => NodeReader.Load<DenType>(field, Row.Den);

    /// <summary>执法人员. The user names of who went, or is to go.</summary>
    public static IReadOnlyList<string> OfficerNames(InspectionState state) => state.Record?.Officers ?? state.Plan.Officers;

    /// <summary>办理末日. The last day on which it is to be made and recorded (Asia/Shanghai).</summary>
    public static DateOnly LastDay(InspectionState state) => state.Plan.LastDay;

    /// <summary>在办人员用户名. The user names of who holds it, who answers for it first; none once it is recorded or cancelled.</summary>
    public static IReadOnlyList<string> Holders(InspectionState state) => state.Holders;

    /// <summary>
    /// 企业终止日期. The day on which its enterprise or den ended, where that cancelled it (Asia/Shanghai); null otherwise. What was
    /// inspected before is recorded still.
    /// </summary>
    public static DateOnly? EnterpriseEndedOn(InspectionState state) => state.EnterpriseEndedOn;

    /// <summary>作出计划日. The day on which it was planned (Asia/Shanghai); null in what was stored before that was kept.</summary>
    public static DateOnly? PlanMadeOn(InspectionState state) => state.Plan.MadeOn;

    /// <summary>
    /// 超过年度上限. By how much the enterprise is inspected more often in the year than the bureau allows (国办发〔2024〕54号); null where it is not.
    /// </summary>
    public static YearlyCapExceededType? BeyondYearlyCap(InspectionState state) =>
        state.Plan.BeyondCap is { } beyond ? new YearlyCapExceededType(beyond) : null;

    /// <summary>许可证编号. The licences in force that it is about.</summary>
    public static IReadOnlyList<string> LicenceNumbers(InspectionState state) => state.Plan.Licences;

    /// <summary>线索. What gave rise to it, or null.</summary>
    public static string? Lead(InspectionState state) => state.Plan.Lead;

    /// <summary>抽取. How enterprise and officers were drawn, or null.</summary>
    public static InspectionDrawType? Draw(InspectionState state) => state.Plan.Draw is { } draw ? new InspectionDrawType(draw) : null;

    /// <summary>检查项目. The checklist as it was filled in.</summary>
    public static IReadOnlyList<InspectionFindingType> Findings(InspectionState state) => InspectionFindingType.Of(state.Record);

    /// <summary>检查表版本. In which wording the officers had the items before them; null until it is recorded.</summary>
    public static int? ChecklistVersion(InspectionState state) =>
        state.Record is { } record ? record.ChecklistVersion ?? Checklist.FirstVersion : null;

    /// <summary>更正. How the record was corrected, in order.</summary>
    public static IReadOnlyList<InspectionCorrectionType> Corrections(InspectionState state) =>
        [.. state.Corrections.Select(one => new InspectionCorrectionType(one))];

    /// <summary>检查情况. In the officers' words; null until it is recorded.</summary>
    public static string? Summary(InspectionState state) => state.Record?.Summary;

    /// <summary>案件. The case that it opened or whose findings it adds to.</summary>
    /// <param name="field">Given by the engine.</param>
    [Refers<CaseType>(nameof(InspectionRow.CaseNumber))]
    public IDataLoaderResult<CaseType?> Case(IResolveFieldContext field) => NodeReader.Load<CaseType>(field, Row.CaseNumber);

    /// <summary>移送单位. The agency that a lead is for, or null.</summary>
    public static string? LeadTo(InspectionState state) => state.Record?.LeadTo;

    /// <summary>附件. Photos and files of the whole inspection.</summary>
    public static IReadOnlyList<AttachmentType> Attachments(InspectionState state) => AttachmentType.Of(state.Record?.Attachments ?? []);

    /// <summary>当事人签名. Whether the party signed the record; null until it is recorded, and where nothing is said of it.</summary>
    public static PartySignatureType? Signature(InspectionState state) =>
        state.Record?.Signature is { } signature ? new PartySignatureType(signature) : null;

    /// <summary>整改. What was ordered after it.</summary>
    /// <param name="rectifications">Given by the engine.</param>
    public Task<Connection<RectificationType>> Rectifications(Listing<RectificationRow, RectificationType> rectifications)
    {
        ArgumentNullException.ThrowIfNull(rectifications);
        var number = Row.Number;
        return rectifications.ReadAsync(row => row.Inspection == number);
    }

    /// <summary>科室移交. How it passed from section to section, in order (R3.4.1).</summary>
    public IReadOnlyList<SectionHandoverType> Handovers(InspectionState state) => SectionHandoverType.Of(Subject, state.Handovers);
}

/// <summary>抽取记录. How enterprise and officers were drawn: with the same seed and pools anybody draws the same again.</summary>
/// <param name="draw">As it was recorded.</param>
[Name("InspectionDraw"), ReadableBy(Readers.Bureau)]
public sealed class InspectionDrawType(DrawRecord draw)
{
    /// <summary>种子. The seed, as text: it has more figures than some clients' numbers.</summary>
    public string Seed => draw.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>次序. Which of the drawn this is, from 1.</summary>
    public int Position => draw.Position;

    /// <summary>企业库. How many enterprises were in the pool.</summary>
    public int Enterprises => draw.Enterprises;

    /// <summary>人员库. How many officers were in the pool.</summary>
    public int Officers => draw.Officers;

    /// <summary>库哈希. SHA-256 over both pools in order.</summary>
    public string PoolHash => draw.PoolHash;

    /// <summary>首抽检查. The inspection that was drawn first, which keeps the pools.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<InspectionType?> First(IResolveFieldContext field) => NodeReader.Load<InspectionType>(field, draw.First);

    /// <summary>企业库. The credit codes that were drawn from, in order; null but for the first that was drawn.</summary>
    public IReadOnlyList<string>? EnterprisePool => draw.Pools is { } pools ? pools.Enterprises : null;

    /// <summary>人员库. The user names that were drawn from, in order; null but for the first that was drawn.</summary>
    public IReadOnlyList<string>? OfficerPool => draw.Pools is { } pools ? pools.Officers : null;
}

/// <summary>当事人签名. What became of the party's signature under the record of an inspection.</summary>
/// <param name="signature">As it was recorded.</param>
[Name("PartySignature"), ReadableBy(Readers.Bureau)]
public sealed class PartySignatureType(PartySignature signature)
{
    /// <summary>签名情况. Whether the party signed.</summary>
    public SignatureOutcome Outcome => signature.Outcome;

    /// <summary>签名人. Who signed for the party; null where it was not signed.</summary>
    public string? SignedBy => signature.SignedBy;

    /// <summary>签名时间. The instant, as the officer's device said it; null where it was not signed.</summary>
    public DateTimeOffset? SignedAt => signature.SignedAt;

    /// <summary>签名图片. The picture of the signature; null where it was not signed.</summary>
    public AttachmentType? Attachment => signature.Attachment is { } picture ? new AttachmentType(picture) : null;

    /// <summary>未签原因. Why it was not signed; null where it was.</summary>
    public string? Reason => signature.Reason;

    /// <summary>见证人. Who saw that it was not signed; null where nobody else was there, and where it was signed.</summary>
    public string? Witness => signature.Witness;
}

/// <summary>检查更正. One correction of an inspection's record, with what it said before.</summary>
/// <param name="correction">As it was recorded.</param>
[Name("InspectionCorrection"), ReadableBy(Readers.Bureau)]
public sealed class InspectionCorrectionType(InspectionCorrection correction)
    : CorrectionPart(correction.CorrectedOn, correction.By, correction.Grounds)
{
    /// <summary>更正前检查日. The day that the record said before (Asia/Shanghai).</summary>
    public DateOnly InspectedOnBefore => correction.Before.InspectedOn;

    /// <summary>更正前执法人员. The user names that it said before.</summary>
    public IReadOnlyList<string> OfficerNamesBefore => correction.Before.Officers;

    /// <summary>更正前处理结果. What was to come of it before.</summary>
    public InspectionResult ResultBefore => correction.Before.Result;

    /// <summary>更正前检查情况. What it said before, in the officers' words.</summary>
    public string SummaryBefore => correction.Before.Summary;

    /// <summary>更正前检查项目. The checklist as it was filled in before.</summary>
    public IReadOnlyList<InspectionFindingType> FindingsBefore => InspectionFindingType.Of(correction.Before);

    /// <summary>已有后续. The numbers of the orders and the case that had followed from the record by then.</summary>
    public IReadOnlyList<string> FollowedNumbers => [.. correction.Followed.Select(subject => SubjectKeys.Split(subject).Key)];
}

/// <summary>检查项目结果. One item of the checklist as it was filled in.</summary>
/// <param name="finding">As it was recorded.</param>
/// <param name="version">In which wording; null for the first.</param>
[Name("InspectionFinding"), ReadableBy(Readers.Bureau)]
public sealed class InspectionFindingType(InspectionFinding finding, int? version)
{
    /// <summary>The items of a record; none where there is none.</summary>
    /// <param name="record">A record, or null.</param>
    internal static IReadOnlyList<InspectionFindingType> Of(InspectionRecord? record) =>
        [.. (record?.Findings ?? []).Select(finding => new InspectionFindingType(finding, record!.ChecklistVersion))];

    /// <summary>项目用语. The item in the words that the officers had before them; in the asker's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Wording(IResolveFieldContext field) =>
        Checklist.WordingOf(finding.Item, version).In(GraphQLRequestContext.Of(field).English);

    /// <summary>项目. The item.</summary>
    public ChecklistItem Item => finding.Item;

    /// <summary>检查领域. The area it belongs to.</summary>
    public InspectionArea Area => Checklist.AreaOf(finding.Item);

    /// <summary>结果. Whether it conforms.</summary>
    public FindingResult Result => finding.Result;

    /// <summary>严重程度. How bad it is; null where it conforms.</summary>
    public FindingSeverity? Severity => finding.Severity;

    /// <summary>说明. What was seen.</summary>
    public string? Note => finding.Note;

    /// <summary>附件. Photos and files of this item.</summary>
    public IReadOnlyList<AttachmentType> Attachments => AttachmentType.Of(finding.Attachments);
}
