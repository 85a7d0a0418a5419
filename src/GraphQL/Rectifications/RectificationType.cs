using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>责令限期整改. An order to put something right by a day, its re-inspections, and what was done when it was not put right.</summary>
[Name("Rectification"), Implements(typeof(INode))]
public sealed class RectificationType : INode
{
    private readonly RectificationRow _row;
    private readonly RectificationState? _state;

    /// <summary>An order as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public RectificationType(RectificationRow row) => _row = row;

    /// <summary>An order as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public RectificationType(Snapshot<RectificationState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _state = snapshot.State;
        _row = (RectificationRow)Rectification.Concept.RowsOf(SubjectKeys.Of(Rectification.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
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
    public RectificationStatus Status => WireName.Find<RectificationStatus>(_row.Status)!.Value;

    /// <summary>责任科室.</summary>
    public string? Section => _row.Section;

    /// <summary>责令日. The day it was ordered (Asia/Shanghai).</summary>
    public DateOnly OrderedOn => IsoDate.Parse(_row.OrderedOn);

    /// <summary>整改期限. The last day to put it right (Asia/Shanghai).</summary>
    public DateOnly DueOn => IsoDate.Parse(_row.DueOn);

    /// <summary>已延期. Whether it was extended.</summary>
    public bool IsExtended => _row.IsExtended;

    /// <summary>有逾期. Whether a term of the bureau's own has lapsed.</summary>
    public bool HasLapses => _row.HasLapses;

    /// <summary>待决定的措施. The measure that waits for a decision, or null.</summary>
    public RectificationMeasure? ProposedMeasure => WireName.Find<RectificationMeasure>(_row.ProposedMeasure);

    /// <summary>最近采取的措施. The last measure that was taken, or null.</summary>
    public RectificationMeasure? TakenMeasure => WireName.Find<RectificationMeasure>(_row.TakenMeasure);

    /// <summary>产品类别. The class it is counted under.</summary>
    public ProductClassType? ProductClass => _row.ProductClass is { } code ? ProductClassType.Of([code])[0] : null;

    /// <summary>企业. Who has to put it right.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<EnterpriseType> Enterprise(IResolveFieldContext field, [FromServices] Database database) => EnterpriseType.LoaderOf(field, database).LoadKnown(_row.Enterprise);

    /// <summary>许可证. The licence whose conditions are not met, as it stands now; null where there is none.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<LicenceType?>? Licence(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return _row.Licence is { } number ? Ready.From(nodes.Load(field, SubjectKeys.Of(Grains.Licences.Licence.Concept.Name, number)), node => node as LicenceType) : null;
    }

    /// <summary>检查. The inspection that found it, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<InspectionType?>? Inspection(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return _row.Inspection is { } number ? Ready.From(nodes.Load(field, SubjectKeys.Of(Grains.Inspections.Inspection.Concept.Name, number)), node => node as InspectionType) : null;
    }

    /// <summary>整改要求. What is to be put right, one by one.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> Requirements(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => (IReadOnlyList<string>)state.Order.Requirements);

    /// <summary>理由. Why it was ordered.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string> Reason(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Order.Grounds.Reason);

    /// <summary>法律依据. The statute and article.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string> Basis(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Order.Grounds.Basis);

    /// <summary>文书编号. The number of the notice.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> DocumentNumber(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Order.Grounds.DocumentNumber);

    /// <summary>经办人. Who ordered it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> OrderedBy(IResolveFieldContext field, [FromServices] Database database) => UserType.Load(field, database, _row.OrderedBy);

    /// <summary>整改报告. What the enterprise reported last, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Report(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Report?.Text);

    /// <summary>报告日. The day its report arrived (Asia/Shanghai), or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> ReportedOn(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Report?.ReportedOn);

    /// <summary>复查. The re-inspections, in order.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<ReinspectionType>> Reinspections(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => (IReadOnlyList<ReinspectionType>)[.. state.Reinspections.Select(one => new ReinspectionType(one))]);

    /// <summary>处理建议. The measure that waits for a person's decision, or null.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<MeasureProposalType?> Proposal(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => state.Proposal is { } proposal ? new MeasureProposalType(proposal) : null);

    /// <summary>已决定的措施. The measures that were taken or declined, in order.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DecidedMeasureType>> Measures(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => (IReadOnlyList<DecidedMeasureType>)[.. state.Measures.Select(one => new DecidedMeasureType(one))]);

    /// <summary>逾期记录. The bureau's own terms that lapsed.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<RectificationLapseType>> Lapses(IResolveFieldContext field, [FromServices] Database database) =>
        Of(field, database, state => (IReadOnlyList<RectificationLapseType>)[.. state.Lapses.Select(one => new RectificationLapseType(one))]);

    /// <summary>承办人. The user name of who answers for it: who ordered it, or who took it over.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string> Responsible(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => state.Responsible);

    /// <summary>科室移交. How it passed from section to section, in order (R3.4.1).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<SectionHandoverType>> Handovers(IResolveFieldContext field, [FromServices] Database database) => Of(field, database, state => SectionHandoverType.Of(Subject, state.Handovers));

    /// <summary>未了期限. The deadlines that stand, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> Deadlines(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(DeadlineType.Of(Subject, Rectification.Concept.Deadlines(state)))
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
            ? Histories.FromGrainAsync(grains.GetGrain<IRectificationGrain>(_row.Number), page.Size)
            : Histories.ReadAsync(database, Subject, page, field.CancellationToken);
    }

    private IDataLoaderResult<T> Of<T>(IResolveFieldContext field, Database database, Func<RectificationState, T> part) => _state is { } state
        ? Ready.With(part(state))
        : Ready.From(StoredStates.LoaderOf<RectificationState>(field, database, Rectification.Concept).LoadKnown(Subject), part);
}

/// <summary>整改边. An order in a list.</summary>
[Name("RectificationEdge")]
public sealed class RectificationEdge(string cursor, RectificationType node) : Edge<RectificationType>(cursor, node);

/// <summary>整改连接. A page of orders.</summary>
[Name("RectificationConnection")]
public sealed class RectificationConnection(Page<RectificationType> page) : Connection<RectificationType, RectificationEdge>(page)
{
    /// <inheritdoc/>
    protected override RectificationEdge EdgeOf(string cursor, RectificationType node) => new(cursor, node);
}
