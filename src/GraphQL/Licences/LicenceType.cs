using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证. A licence or certificate under supervision.</summary>
[Name("Licence"), Implements(typeof(INode))]
public sealed class LicenceType : INode
{
    private readonly LicenceRow _row;
    private readonly LicenceState? _state;

    /// <summary>A licence as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public LicenceType(LicenceRow row) => _row = row;

    /// <summary>A licence as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public LicenceType(Snapshot<LicenceState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _state = snapshot.State;
        _row = (LicenceRow)Licence.Concept.RowsOf(SubjectKeys.Of(Licence.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>证书编号. As the issuing authority gave it.</summary>
    public string Number => _row.Number;

    /// <summary>版本. Rises with every change; give it as expectedVersion to change only what you have seen.</summary>
    public int Version => _row.Version;

    /// <summary>种类.</summary>
    public LicenceKind Kind => WireName.Find<LicenceKind>(_row.Kind)!.Value;

    /// <summary>状态.</summary>
    public LicenceStatus Status => WireName.Find<LicenceStatus>(_row.Status)!.Value;

    /// <summary>有效期起. The first valid day (Asia/Shanghai).</summary>
    public DateOnly ValidFrom => IsoDate.Parse(_row.ValidFrom);

    /// <summary>有效期至. The last valid day (Asia/Shanghai); it expires at the end of it.</summary>
    public DateOnly ValidTo => IsoDate.Parse(_row.ValidTo);

    /// <summary>延续申请截止日. The last day to apply for renewal.</summary>
    public DateOnly MustApplyBy => IsoDate.Parse(_row.MustApplyBy);

    /// <summary>发证机关.</summary>
    public string? IssuedBy => _row.IssuedBy;

    /// <summary>生产地址.</summary>
    public string? ProductionAddress => _row.ProductionAddress;

    /// <summary>暂扣至. The last day of the suspension that runs, or null.</summary>
    public DateOnly? SuspendedUntil => _row.SuspendedUntil is { } until ? IsoDate.Parse(until) : null;

    /// <summary>已提请撤销. Whether the issuing authority has been asked to withdraw it and has not answered.</summary>
    public bool WithdrawalRequested => _row.WithdrawalRequested;

    /// <summary>已建议注销. Whether its deregistration has been proposed and not been done.</summary>
    public bool DeregistrationProposed => _row.DeregistrationProposed;

    /// <summary>产品类别. The classes it covers, the main one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(ProductClassType.Of(state.ProductClasses))
        : BatchLoader<string, IReadOnlyList<ProductClassType>>.Of(field, (subjects, ending) => ClassesAsync(database, subjects, ending)).LoadKnown(Subject);

    /// <summary>持证企业. The enterprise that holds it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    public IDataLoaderResult<EnterpriseType> Enterprise(IResolveFieldContext field, [FromServices] Database database, [FromServices] IGrainFactory grains) => _state is not null
        ? Ready.When(EnterpriseType.FromGrainAsync(grains, _row.Enterprise))
        : EnterpriseType.LoaderOf(field, database).LoadKnown(_row.Enterprise);

    /// <summary>未了期限. The deadlines that stand, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> Deadlines(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(DeadlineType.Of(Subject, Licence.Concept.Deadlines(state)))
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
            ? Histories.FromGrainAsync(grains.GetGrain<ILicenceGrain>(_row.Number), page.Size)
            : Histories.ReadAsync(database, Subject, page, field.CancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<ProductClassType>>> ClassesAsync(Database database, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<LicenceProductClassRow>()
                .Where(row => subjects.Contains(row.Subject))
                .OrderBy(row => row.Place)
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var found = rows.ToLookup(row => row.Subject, row => row.Code);
        return subjects.ToDictionary(subject => subject, subject => ProductClassType.Of(found[subject]));
    }
}

/// <summary>许可证边. A licence in a list.</summary>
[Name("LicenceEdge")]
public sealed class LicenceEdge(string cursor, LicenceType node) : Edge<LicenceType>(cursor, node);

/// <summary>许可证连接. A page of licences.</summary>
[Name("LicenceConnection")]
public sealed class LicenceConnection(Page<LicenceType> page) : Connection<LicenceType, LicenceEdge>(page)
{
    /// <inheritdoc/>
    protected override LicenceEdge EdgeOf(string cursor, LicenceType node) => new(cursor, node);
}
