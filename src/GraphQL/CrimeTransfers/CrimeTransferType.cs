using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.CrimeTransfers;

/// <summary>涉嫌犯罪案件移送. The transfer of a case to the police.</summary>
[Name("CrimeTransfer"), Implements(typeof(INode))]
public sealed class CrimeTransferType : INode
{
    // What both have on paper. What the bureau deliberates before it sends, whom it has tell whom, and what it writes to the prosecutors is its own.
    private static readonly string[] Exchanged =
    [
        .. new[]
        {
            typeof(EarlyInterventionRequested), typeof(EarlyInterventionAnswered), typeof(CrimeTransferSent), typeof(PoliceReceiptRecorded), typeof(CrimeTransferForwarded), typeof(PoliceFiledCase),
            typeof(PoliceDeclinedCase), typeof(ReconsiderationRequested), typeof(EvidenceHandedOver), typeof(PoliceReturnedCase),
        }.Select(type => CrimeTransfer.Concept.EventTypes.Single(pair => pair.Value == type).Key),
    ];

    private readonly CrimeTransferRow _row;
    private readonly CrimeTransferState? _state;

    /// <summary>A transfer as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public CrimeTransferType(CrimeTransferRow row) => _row = row;

    /// <summary>A transfer as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public CrimeTransferType(Snapshot<CrimeTransferState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _state = snapshot.State;
        _row = (CrimeTransferRow)CrimeTransfer.Concept.RowsOf(SubjectKeys.Of(CrimeTransfer.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>移送编号.</summary>
    public string Number => _row.Number;

    /// <summary>版本. Rises with every change, also when its case was told of one.</summary>
    public int Version => _row.Version;

    /// <summary>状态. Where it stands.</summary>
    public TransferStatus Status => WireName.Find<TransferStatus>(_row.Status)!.Value;

    /// <summary>案件编号.</summary>
    public string CaseNumber => _row.CaseNumber;

    /// <summary>案件名称.</summary>
    public string CaseTitle => _row.CaseTitle;

    /// <summary>公安机关. The code of the agency it goes to.</summary>
    public string Agency => _row.Agency;

    /// <summary>责任科室.</summary>
    public string? Section => _row.Section;

    /// <summary>货值金额（元）. As it was when the transfer was opened.</summary>
    public decimal GoodsValueCny => Money.Yuan(_row.GoodsValue);

    /// <summary>启动日期.</summary>
    public DateOnly OpenedOn => IsoDate.Parse(_row.OpenedOn);

    /// <summary>移送日期.</summary>
    public DateOnly? SentOn => _row.SentOn is { } day ? IsoDate.Parse(day) : null;

    /// <summary>签收日期.</summary>
    public DateOnly? ReceivedOn => _row.ReceivedOn is { } day ? IsoDate.Parse(day) : null;

    /// <summary>已逾期. Whether something that either side owes has lapsed and is still not done.</summary>
    public bool Overdue => _row.IsOverdue;

    /// <summary>提前介入. Whether the police were asked to step in at once.</summary>
    public bool EarlyIntervention => _row.EarlyIntervention;

    /// <summary>涉嫌罪名.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<Offence>> Offences(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Case.Offences));

    /// <summary>随案材料. What was enclosed.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<TransferMaterial>> Materials(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Materials));

    /// <summary>现场情况. What the police were asked to step in for.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Situation(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.EarlyIntervention?.Situation);

    /// <summary>派员介入. Whether the police step in; null while they have not answered.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<bool?> PoliceJoin(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.EarlyIntervention?.Joins);

    /// <summary>转送. How it went from one agency of the police to the next.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<TransferForwardingType>> Forwardings(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Forwardings.Select(one => new TransferForwardingType(one))));

    /// <summary>回执编号.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> ReceiptNumber(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Receipt);

    /// <summary>最近理由. Why it was refused, declined or returned last.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Explanation(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Explanation);

    /// <summary>专案组成员. User names.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> TaskGroup(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.TaskGroup));

    /// <summary>移送报告.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Report(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Report);

    /// <summary>在走期限. Both sides' clocks, also those that have lapsed unmet.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseClockType>> Clocks(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Clocks.Select(clock => new CaseClockType(clock, []))));

    /// <summary>逾期记录. Of both sides.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseLapseType>> Lapses(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Lapses.Select(one => new CaseLapseType(one, CrimeTransferTexts.Deadline))));

    /// <summary>案件. What is transferred.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<CaseType?> Case(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return Ready.From<INode?, CaseType?>(nodes.Load(field, SubjectKeys.Of(Grains.Cases.Case.Concept.Name, _row.CaseNumber)), node => node as CaseType);
    }

    /// <summary>科室移交. How it passed from section to section of the bureau, in order (R3.4.1).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<SectionHandoverType>> Handovers(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => SectionHandoverType.Of(Subject, state.Handovers));

    /// <summary>未了期限. The deadlines that stand, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> Deadlines(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(DeadlineType.Of(Subject, CrimeTransfer.Concept.Deadlines(state)))
        : DeadlineType.LoaderOf(field, database).LoadKnown(Subject);

    /// <summary>历史. Its journal entries, newest first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">From the newest.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">From the oldest.</param>
    /// <param name="before">Before this cursor.</param>
    public Task<JournalConnection> History(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Histories.ReadAsync(database, Subject, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>往来. What passed between the bureau and the police, oldest first: what was sent, and what came of it. The police see it too; entries with an agency are theirs.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<JournalEntryType>> Exchanges(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return Ready.From<IReadOnlyList<JournalEntryType>?, IReadOnlyList<JournalEntryType>>(
            BatchLoader<string, IReadOnlyList<JournalEntryType>>.Of(field, async (subjects, ending) =>
            {
                var rows = await database.QueryAsync(
                    (data, token) => data.GetTable<JournalRow>()
                        .Where(row => subjects.Contains(row.Subject) && Exchanged.Contains(row.Kind))
                        .OrderBy(row => row.Number)
                        .ToListAsync(token),
                    ending).ConfigureAwait(false);
                return rows.GroupBy(row => row.Subject).ToDictionary(of => of.Key, IReadOnlyList<JournalEntryType> (of) => [.. of.Select(row => new JournalEntryType(row.ToEntry()))]);
            }).Load(Subject),
            static entries => entries ?? []);
    }

    /// <summary>Whether an agency may see it.</summary>
    /// <param name="agency">The agency's code.</param>
    internal bool IsVisibleTo(string agency) => _row.Visible && _row.Agency == agency;

    private IDataLoaderResult<T> Detail<T>(IResolveFieldContext field, Database database, Func<CrimeTransferState, T> of) => _state is { } state
        ? Ready.With(of(state))
        : Ready.From(StoredStates.LoaderOf<CrimeTransferState>(field, database, CrimeTransfer.Concept).LoadKnown(Subject), of);

    private static IReadOnlyList<T> List<T>(IEnumerable<T> all) => [.. all];
}

/// <summary>转送. From one agency of the police to the competent one (移送规定 第七条).</summary>
/// <param name="forwarding">The forwarding.</param>
[Name("TransferForwarding")]
public sealed class TransferForwardingType(TransferForwarding forwarding)
{
    /// <summary>时刻.</summary>
    public DateTimeOffset At => forwarding.At;

    /// <summary>原机关. The agency it was not for.</summary>
    public string FromAgency => forwarding.From;

    /// <summary>有管辖权的机关. The agency it went to.</summary>
    public string ToAgency => forwarding.To;

    /// <summary>理由.</summary>
    public string Explanation => forwarding.Explanation;

    /// <summary>通知书编号.</summary>
    public string? DocumentNumber => forwarding.DocumentNumber;
}

/// <summary>移送边. A transfer in a list.</summary>
[Name("CrimeTransferEdge")]
public sealed class CrimeTransferEdge(string cursor, CrimeTransferType node) : Edge<CrimeTransferType>(cursor, node);

/// <summary>移送连接. A page of transfers.</summary>
[Name("CrimeTransferConnection")]
public sealed class CrimeTransferConnection(Page<CrimeTransferType> page) : Connection<CrimeTransferType, CrimeTransferEdge>(page)
{
    /// <inheritdoc/>
    protected override CrimeTransferEdge EdgeOf(string cursor, CrimeTransferType node) => new(cursor, node);
}
