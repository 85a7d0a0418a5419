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
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Rectifications;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查. An inspection of one enterprise: what was planned, and what was found.</summary>
[Name("Inspection"), Implements(typeof(INode))]
public sealed class InspectionType : INode
{
    private readonly InspectionRow _row;
    private readonly InspectionState? _state;

    /// <summary>An inspection as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public InspectionType(InspectionRow row) => _row = row;

    /// <summary>An inspection as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public InspectionType(Snapshot<InspectionState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _state = snapshot.State;
        _row = (InspectionRow)Inspection.Concept.RowsOf(SubjectKeys.Of(Inspection.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>编号.</summary>
    public string Number => _row.Number;

    /// <summary>版本. Rises with every change; give it as expectedVersion to change only what you have seen.</summary>
    public int Version => _row.Version;

    /// <summary>状态.</summary>
    public InspectionStatus Status => WireName.Find<InspectionStatus>(_row.Status)!.Value;

    /// <summary>检查方式. How the enterprise came to be inspected.</summary>
    public InspectionBasis Basis => WireName.Find<InspectionBasis>(_row.Basis)!.Value;

    /// <summary>专项行动. The code of the campaign it belongs to.</summary>
    public string? Campaign => _row.Campaign;

    /// <summary>责任科室.</summary>
    public string? Section => _row.Section;

    /// <summary>计划日. Until when it is to be done (Asia/Shanghai).</summary>
    public DateOnly PlannedOn => IsoDate.Parse(_row.PlannedOn);

    /// <summary>检查日. The day it was made (Asia/Shanghai); null until it is recorded.</summary>
    public DateOnly? InspectedOn => _row.InspectedOn is { } day ? IsoDate.Parse(day) : null;

    /// <summary>处理结果. What is to come of it; null until it is recorded.</summary>
    public InspectionResult? Result => WireName.Find<InspectionResult>(_row.Result);

    /// <summary>最重程度. The worst that was found, or null.</summary>
    public FindingSeverity? WorstSeverity => WireName.Find<FindingSeverity>(_row.WorstSeverity);

    /// <summary>案件编号. The case that it opened or whose findings it adds to; null where the result is none.</summary>
    public string? CaseNumber => _row.CaseNumber;

    /// <summary>获证企业. Whether the enterprise held a licence in force when it was planned.</summary>
    public bool IsLicensed => _row.IsLicensed;

    /// <summary>计划日已过. Whether the planned day passed before it was recorded.</summary>
    public bool IsLate => _row.IsLate;

    /// <summary>产品类别. The class it is counted under.</summary>
    public ProductClassType? ProductClass => _row.ProductClass is { } code ? ProductClassType.Of([code])[0] : null;

    /// <summary>企业. Who is inspected.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<EnterpriseType> Enterprise(IResolveFieldContext field, [FromServices] Database database) => EnterpriseType.LoaderOf(field, database).LoadKnown(_row.Enterprise);

    /// <summary>执法人员. The user names of who went, or is to go.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> OfficerNames(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => (IReadOnlyList<string>)(state.Record?.Officers ?? state.Plan.Officers));

    /// <summary>许可证编号. The licences in force that it is about.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> LicenceNumbers(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => (IReadOnlyList<string>)state.Plan.Licences);

    /// <summary>线索. What gave rise to it, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Lead(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Plan.Lead);

    /// <summary>抽取. How enterprise and officers were drawn, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<InspectionDrawType?> Draw(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => state.Plan.Draw is { } draw ? new InspectionDrawType(draw) : null);

    /// <summary>检查项目. The checklist as it was filled in.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<InspectionFindingType>> Findings(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => (IReadOnlyList<InspectionFindingType>)[.. (state.Record?.Findings ?? []).Select(finding => new InspectionFindingType(finding))]);

    /// <summary>检查情况. In the officers' words; null until it is recorded.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Summary(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Record?.Summary);

    /// <summary>案件. The case that it opened or whose findings it adds to.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<CaseType?>? Case(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return _row.CaseNumber is { } number ? Ready.From(nodes.Load(field, SubjectKeys.Of(Grains.Cases.Case.Concept.Name, number)), node => node as CaseType) : null;
    }

    /// <summary>移送单位. The agency that a lead is for, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> LeadTo(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Record?.LeadTo);

    /// <summary>附件. Photos and files of the whole inspection.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<AttachmentType>> Attachments(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => AttachmentType.Of(state.Record?.Attachments ?? []));

    /// <summary>整改. What was ordered after it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    public Task<RectificationConnection> Rectifications(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return RectificationLists.ReadAsync(database, new RectificationFilter(Inspection: new StringFilter(Eq: Number)), null, null, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>科室移交. How it passed from section to section, in order (R3.4.1).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<SectionHandoverType>> Handovers(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => SectionHandoverType.Of(Subject, state.Handovers));

    /// <summary>未了期限. The deadlines that stand, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> Deadlines(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(DeadlineType.Of(Subject, Inspection.Concept.Deadlines(state)))
        : DeadlineType.LoaderOf(field, database).LoadKnown(Subject);

    /// <summary>历史. Its journal entries, newest first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="first">From the newest.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">From the oldest.</param>
    /// <param name="before">Before this cursor.</param>
    public Task<JournalConnection> History(IResolveFieldContext field, [FromServices] Database database, [FromServices] IGrainFactory grains, int? first = null, string? after = null, int? last = null, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var page = PageRequest.Of(first, after, last, before);
        return _state is not null && page is { Cursor: null, Backwards: false } && page.Size <= Histories.AtHand
            ? Histories.FromGrainAsync(grains.GetGrain<IInspectionGrain>(_row.Number), page.Size)
            : Histories.ReadAsync(database, Subject, page, field.CancellationToken);
    }

    private IDataLoaderResult<T> Of<T>(IResolveFieldContext field, Database database, Func<InspectionState, T> part) => _state is { } state
        ? Ready.With(part(state))
        : Ready.From(StoredStates.LoaderOf<InspectionState>(field, database, Inspection.Concept).LoadKnown(Subject), part);
}

/// <summary>抽取记录. How enterprise and officers were drawn: with the same seed and pools anybody draws the same again.</summary>
/// <param name="draw">As it was recorded.</param>
[Name("InspectionDraw")]
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
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<InspectionType?>? First(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return draw.First is { } number ? Ready.From(nodes.Load(field, SubjectKeys.Of(Inspection.Concept.Name, number)), node => node as InspectionType) : null;
    }

    /// <summary>企业库. The credit codes that were drawn from, in order; null but for the first that was drawn.</summary>
    public IReadOnlyList<string>? EnterprisePool => draw.Pools is { } pools ? pools.Enterprises : null;

    /// <summary>人员库. The user names that were drawn from, in order; null but for the first that was drawn.</summary>
    public IReadOnlyList<string>? OfficerPool => draw.Pools is { } pools ? pools.Officers : null;
}

/// <summary>检查项目结果. One item of the checklist as it was filled in.</summary>
/// <param name="finding">As it was recorded.</param>
[Name("InspectionFinding")]
public sealed class InspectionFindingType(InspectionFinding finding)
{
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

/// <summary>检查边. An inspection in a list.</summary>
[Name("InspectionEdge")]
public sealed class InspectionEdge(string cursor, InspectionType node) : Edge<InspectionType>(cursor, node);

/// <summary>检查连接. A page of inspections.</summary>
[Name("InspectionConnection")]
public sealed class InspectionConnection(Page<InspectionType> page) : Connection<InspectionType, InspectionEdge>(page)
{
    /// <inheritdoc/>
    protected override InspectionEdge EdgeOf(string cursor, InspectionType node) => new(cursor, node);
}
