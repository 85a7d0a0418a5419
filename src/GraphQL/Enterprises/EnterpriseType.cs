using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Rectifications;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>企业. An enterprise under supervision.</summary>
[Name("Enterprise"), Implements(typeof(INode))]
public sealed class EnterpriseType : INode
{
    private readonly EnterpriseRow _row;
    private readonly EnterpriseState? _state;

    /// <summary>An enterprise as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public EnterpriseType(EnterpriseRow row) => _row = row;

    /// <summary>An enterprise as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public EnterpriseType(Snapshot<EnterpriseState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _state = snapshot.State;
        _row = (EnterpriseRow)Enterprise.Concept.RowsOf(SubjectKeys.Of(Enterprise.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>统一社会信用代码. Eighteen characters after GB 32100.</summary>
    public string CreditCode => _row.CreditCode;

    /// <summary>版本. Rises with every change; give it as expectedVersion to change only what you have seen.</summary>
    public int Version => _row.Version;

    /// <summary>名称.</summary>
    public string Name => _row.Name;

    /// <summary>状态. Whether it exists still.</summary>
    public EnterpriseStatus Status => WireName.Find<EnterpriseStatus>(_row.Status)!.Value;

    /// <summary>地区.</summary>
    public string? District => _row.District;

    /// <summary>注册地址.</summary>
    public string? Address => _row.Address;

    /// <summary>经营范围.</summary>
    public string? BusinessScope => _row.BusinessScope;

    /// <summary>企业类型. Its legal form.</summary>
    public string? EnterpriseKind => _row.EnterpriseType;

    /// <summary>成立日期.</summary>
    public DateOnly? RegisteredOn => _row.RegisteredOn is { } day ? IsoDate.Parse(day) : null;

    /// <summary>注册资金. As the register writes it, with its unit.</summary>
    public string? Capital => _row.Capital;

    /// <summary>省份.</summary>
    public string? Province => _row.Province;

    /// <summary>风险等级. How closely it is watched.</summary>
    public RiskLevel RiskLevel => WireName.Find<RiskLevel>(_row.RiskLevel)!.Value;

    /// <summary>质量信用等级.</summary>
    public CreditStanding Standing => WireName.Find<CreditStanding>(_row.Standing)!.Value;

    /// <summary>名优企业. Whether it owns a protected brand (R2.3.1).</summary>
    public bool IsProtectedBrand => _row.IsProtectedBrand;

    /// <summary>终止日期. The day it was closed, or null.</summary>
    public DateOnly? ClosedOn => _row.ClosedOn is { } day ? IsoDate.Parse(day) : null;

    /// <summary>产品类别. What it makes, the main class first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(ProductClassType.Of(state.ProductClasses))
        : BatchLoader<string, IReadOnlyList<ProductClassType>>.Of(field, (subjects, ending) => ClassesAsync(database, subjects, ending)).LoadKnown(Subject);

    /// <summary>许可证. Its licences, by filter and order.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public Task<LicenceConnection> Licences(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null, LicenceFilter? where = null, IReadOnlyList<LicenceSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return LicenceLists.ReadAsync(database, _row.CreditCode, where, order, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>检查. Its inspections, by filter and order.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public Task<InspectionConnection> Inspections(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null, InspectionFilter? where = null, IReadOnlyList<InspectionSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return InspectionLists.ReadAsync(database, new InspectionFilter(Enterprise: new StringFilter(Eq: _row.CreditCode)), where, order, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>整改. The orders it was given, by filter and order.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public Task<RectificationConnection> Rectifications(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null, RectificationFilter? where = null, IReadOnlyList<RectificationSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return RectificationLists.ReadAsync(database, new RectificationFilter(Enterprise: new StringFilter(Eq: _row.CreditCode)), where, order, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>往日. What was known of it, its licences and the orders against it at the end of a day; null when nothing was known yet.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="on">日期. The day (Asia/Shanghai), taken to its end; not after today.</param>
    /// <param name="time">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public Task<EnterpriseAsOfType?> AsOf(IResolveFieldContext field, [FromServices] Database database, DateOnly on, [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(time);
        if (on > ShanghaiTime.DayOf(time.GetUtcNow()))
        {
            throw new BadUserInput($"{IsoDate.Of(on)}尚未到来，只能查往日", $"{IsoDate.Of(on)} is still to come; only days that have been can be asked for");
        }

        return EnterpriseAsOfType.ReadAsync(database, Subject, on, field.CancellationToken);
    }

    /// <summary>案件. The cases in which it is the first party, by filter and order.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public Task<CaseConnection> Cases(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null, CaseFilter? where = null, IReadOnlyList<CaseSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return CaseLists.ReadAsync(field, database, _row.CreditCode, where, order, PageRequest.Of(first, after, last, before));
    }

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
            ? Histories.FromGrainAsync(grains.GetGrain<IEnterpriseGrain>(_row.CreditCode), page.Size)
            : Histories.ReadAsync(database, Subject, page, field.CancellationToken);
    }

    /// <summary>An enterprise from its grain, for what was itself read from one.</summary>
    /// <param name="grains">Where grains are found.</param>
    /// <param name="creditCode">A registered enterprise's code.</param>
    internal static async Task<EnterpriseType> FromGrainAsync(IGrainFactory grains, string creditCode) =>
        await grains.GetGrain<IEnterpriseGrain>(creditCode).Read().ConfigureAwait(false) is { } snapshot
            ? new EnterpriseType(snapshot)
            : throw new InvalidOperationException($"A licence is held by {creditCode}, which is not registered.");

    /// <summary>Enterprises by their codes, a level of a list with one query.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the table is.</param>
    internal static BatchLoader<string, EnterpriseType> LoaderOf(IResolveFieldContext field, Database database) =>
        BatchLoader<string, EnterpriseType>.Of(field, async (codes, ending) =>
        {
            var subjects = codes.Select(code => SubjectKeys.Of(Enterprise.Concept.Name, code)).ToArray();
            var rows = await database.QueryAsync(
                (data, token) => data.GetTable<EnterpriseRow>().Where(row => subjects.Contains(row.Subject)).ToListAsync(token),
                ending).ConfigureAwait(false);
            return rows.ToDictionary(row => row.CreditCode, row => new EnterpriseType(row));
        });

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<ProductClassType>>> ClassesAsync(Database database, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<EnterpriseProductClassRow>()
                .Where(row => subjects.Contains(row.Subject))
                .OrderBy(row => row.Place)
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var found = rows.ToLookup(row => row.Subject, row => row.Code);
        return subjects.ToDictionary(subject => subject, subject => ProductClassType.Of(found[subject]));
    }
}

/// <summary>企业边. An enterprise in a list.</summary>
[Name("EnterpriseEdge")]
public sealed class EnterpriseEdge(string cursor, EnterpriseType node) : Edge<EnterpriseType>(cursor, node);

/// <summary>企业连接. A page of enterprises.</summary>
[Name("EnterpriseConnection")]
public sealed class EnterpriseConnection(Page<EnterpriseType> page) : Connection<EnterpriseType, EnterpriseEdge>(page)
{
    /// <inheritdoc/>
    protected override EnterpriseEdge EdgeOf(string cursor, EnterpriseType node) => new(cursor, node);
}
