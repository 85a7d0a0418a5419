using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.CrimeTransfers;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件. A case, from its lead to its end.</summary>
[Name("Case"), Implements(typeof(INode))]
public sealed class CaseType : INode
{
    private readonly CaseRow _row;
    private readonly CaseState? _state;

    /// <summary>A case as a list shows it.</summary>
    /// <param name="row">Its row.</param>
    public CaseType(CaseRow row) => _row = row;

    /// <summary>A case as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public CaseType(Snapshot<CaseState> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _state = snapshot.State;
        _row = (CaseRow)Case.Concept.RowsOf(SubjectKeys.Of(Case.Concept.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>案件编号.</summary>
    public string Number => _row.Number;

    /// <summary>版本. Rises with every change; give it as expectedVersion to change only what you have seen.</summary>
    public int Version => _row.Version;

    /// <summary>案件名称.</summary>
    public string Title => _row.Title;

    /// <summary>阶段. Where it stands.</summary>
    public CaseStage Stage => WireName.Find<CaseStage>(_row.Stage)!.Value;

    /// <summary>违法行为.</summary>
    public ViolationKind Violation => WireName.Find<ViolationKind>(_row.Violation)!.Value;

    /// <summary>违法情形.</summary>
    public ViolationSubKind? SubKind => WireName.Find<ViolationSubKind>(_row.SubKind);

    /// <summary>线索来源.</summary>
    public LeadSource Source => WireName.Find<LeadSource>(_row.Source)!.Value;

    /// <summary>当事人名称. The first party's.</summary>
    public string PartyName => _row.PartyName;

    /// <summary>当事企业信用代码. The first party's, where it is a registered enterprise.</summary>
    public string? EnterpriseCreditCode => _row.Enterprise;

    /// <summary>责任科室. The section that answers for it.</summary>
    public string? Section => _row.Section;

    /// <summary>承办人. The user name of who answers for it.</summary>
    public string Responsible => _row.Responsible;

    /// <summary>线索收到日期.</summary>
    public DateOnly ReceivedOn => IsoDate.Parse(_row.ReceivedOn);

    /// <summary>立案日期. Null before it is filed.</summary>
    public DateOnly? OpenedOn => Day(_row.FiledOn);

    /// <summary>决定日期. Null before the decision.</summary>
    public DateOnly? DecidedOn => Day(_row.DecidedOn);

    /// <summary>终结日期. Null while it goes on.</summary>
    public DateOnly? EndedOn => Day(_row.EndedOn);

    /// <summary>货值金额（元）.</summary>
    public decimal GoodsValueCny => Money.Yuan(_row.GoodsValue);

    /// <summary>销售金额（元）.</summary>
    public decimal SalesAmountCny => Money.Yuan(_row.SalesAmount);

    /// <summary>违法所得（元）.</summary>
    public decimal IllegalGainsCny => Money.Yuan(_row.IllegalGains);

    /// <summary>罚没款（元）. What the decision imposes.</summary>
    public decimal PenaltyCny => Money.Yuan(_row.Penalty);

    /// <summary>已缴罚没款（元）.</summary>
    public decimal PaidCny => Money.Yuan(_row.Paid);

    /// <summary>大案要案.</summary>
    public bool IsMajor => _row.IsMajor;

    /// <summary>已逾期. Whether something that is owed has lapsed and is still not done.</summary>
    public bool Overdue => _row.IsOverdue;

    /// <summary>曾中止. Whether its clocks ever stood still.</summary>
    public bool WasPaused => _row.WasPaused;

    /// <summary>应当移送. Whether the duty to transfer to the police stands unanswered.</summary>
    public bool MustTransfer => _row.MustTransfer;

    /// <summary>待办步骤. What it waits for; null once it has ended, and while the police have it.</summary>
    public AwaitedStep? Awaits => WireName.Find<AwaitedStep>(_row.Awaits);

    /// <summary>待办期限. When that step is due, also when that has passed; null where no clock runs for it.</summary>
    public DateTimeOffset? AwaitedBy => _row.AwaitedBy == CaseRow.NoTerm ? null : DateTimeOffset.FromUnixTimeMilliseconds(_row.AwaitedBy);

    /// <summary>大案要案原因. Null when it is none.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> MajorBecause(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.MajorBecause);

    /// <summary>主要事实. What was known when the lead came in.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string> Facts(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Lead.Facts);

    /// <summary>来源编号. The number of the inspection, complaint … it came from.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> SourceReference(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Lead.SourceReference);

    /// <summary>当事企业. The first party, where it is a registered enterprise.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<EnterpriseType?> Enterprise(IResolveFieldContext field, [FromServices] Database database) =>
        _row.Enterprise is { } code ? EnterpriseType.LoaderOf(field, database).Load(code) : Ready.With<EnterpriseType?>(null);

    /// <summary>当事人. All parties, the first first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CasePartyType>> Parties(IResolveFieldContext field, [FromServices] Database database) =>
        Detail(field, database, state => List(state.Parties.Insert(0, state.Lead.Party).Select(party => new CasePartyType(party))));

    /// <summary>产品类别. The main one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => ProductClassType.Of(state.ProductClasses));

    /// <summary>办案人员用户名. Who investigates, the one who answers for it first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> OfficerNames(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Officers));

    /// <summary>办案人员. Those of the officers who have an account.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<UserType>> Officers(IResolveFieldContext field, [FromServices] Database database) =>
        BatchLoader<string, IReadOnlyList<UserType>>.Of(field, (subjects, ending) => OfficersAsync(database, subjects, ending)).LoadKnown(Subject);

    /// <summary>涉案数额.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<CaseFiguresType> Figures(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => new CaseFiguresType(state.Figures));

    /// <summary>涉嫌犯罪. The thresholds of crime that the recorded figures meet today.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CrimeThresholdType>> SuspectedCrime(IResolveFieldContext field, [FromServices] Database database, [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        return Detail(field, database, state => List(CrimeThresholds.MetBy(state.Lead.Violation, state.Figures, today).Select(row => new CrimeThresholdType(row))));
    }

    /// <summary>移送义务. Null when there never was one.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<TransferDutyType?> TransferDuty(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Duty is { } duty ? new TransferDutyType(duty) : null);

    /// <summary>移送. The crime transfer, where one was opened.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<CrimeTransferType?> CrimeTransfer(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return _row.Transfer is { } number
            ? Ready.From<INode?, CrimeTransferType?>(nodes.Load(field, SubjectKeys.Of(Grains.CrimeTransfers.CrimeTransfer.Concept.Name, number)), node => node as CrimeTransferType)
            : Ready.With<CrimeTransferType?>(null);
    }

    /// <summary>证据. With their chain of custody.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<EvidenceType>> Evidence(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Evidence.Select(one => new EvidenceType(one))));

    /// <summary>查封、扣押、先行登记保存.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<SeizureType>> Seizures(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Seizures.Select(one => new SeizureType(one))));

    /// <summary>检验检测.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseTestType>> Tests(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Tests.Select(one => new CaseTestType(one))));

    /// <summary>期限中止. Every pause there was.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CasePauseType>> Pauses(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Pauses.Select(one => new CasePauseType(one))));

    /// <summary>在走期限. The clocks that run, stand still or have lapsed unmet, with their derivation.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseClockType>> Clocks(IResolveFieldContext field, [FromServices] Database database) =>
        Detail(field, database, state => List(state.Clocks.Select(clock => new CaseClockType(clock, [.. state.PausesOf(clock)]))));

    /// <summary>逾期记录. Every lapse, with who answered for it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseLapseType>> Lapses(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Lapses.Select(one => new CaseLapseType(one, CaseTexts.Deadline))));

    /// <summary>处罚建议.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<PenaltyProposalType?> Proposal(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Proposal is { } proposal ? new PenaltyProposalType(proposal) : null);

    /// <summary>法制审核人. The user name of who passed the review.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> ReviewedBy(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.ReviewedBy);

    /// <summary>权利告知.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<NoticeOfRightsType?> Rights(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Rights is { } rights ? new NoticeOfRightsType(rights) : null);

    /// <summary>处罚决定.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<PenaltyDecisionType?> Decision(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Decision is { } decision ? new PenaltyDecisionType(decision) : null);

    /// <summary>送达日期. The day the decision was served.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> ServedOn(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Execution.ServedOn);

    /// <summary>公示日期. The day the decision was published.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> PublishedOn(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Execution.PublishedOn);

    /// <summary>分期至. The last day of instalments that were allowed.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> InstalmentsUntil(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Execution.InstalmentsUntil);

    /// <summary>申请强制执行日期. The day the court was asked to enforce the decision.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> EnforcementRequestedOn(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.Execution.EnforcementRequestedOn);

    /// <summary>结案方式. How it ended; null while it goes on.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<CaseOutcome?> Outcome(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => state.End?.Outcome);

    /// <summary>未了事项. What has to be done before it can be closed.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseTask>> OpenTasks(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.OpenTasks));

    /// <summary>并案. The numbers of cases it is handled together with.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> JoinedNumbers(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.Joined));

    /// <summary>检查. The inspections that it was opened by, or whose findings belong to it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">从头取. How many from the front.</param>
    /// <param name="after">在此之后. A cursor.</param>
    /// <param name="last">从尾取. How many from the back.</param>
    /// <param name="before">在此之前. A cursor.</param>
    public Task<InspectionConnection> Inspections(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return InspectionLists.ReadAsync(database, new InspectionFilter(CaseNumber: new StringFilter(Eq: Number)), null, null, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>警示规范记录 (R3.2.4).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<CaseFollowUpType>> FollowUps(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => List(state.FollowUps.Select(one => new CaseFollowUpType(one))));

    /// <summary>科室移交. How it passed from section to section, in order (R3.4.1).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<SectionHandoverType>> Handovers(IResolveFieldContext field, [FromServices] Database database) => Detail(field, database, state => SectionHandoverType.Of(Subject, state.Handovers));

    /// <summary>未了期限. The deadlines that stand, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> Deadlines(IResolveFieldContext field, [FromServices] Database database) => _state is { } state
        ? Ready.With(DeadlineType.Of(Subject, Case.Concept.Deadlines(state)))
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
            ? Histories.FromGrainAsync(grains.GetGrain<ICaseGrain>(_row.Number), page.Size)
            : Histories.ReadAsync(database, Subject, page, field.CancellationToken);
    }

    private IDataLoaderResult<T> Detail<T>(IResolveFieldContext field, Database database, Func<CaseState, T> of) => _state is { } state
        ? Ready.With(of(state))
        : Ready.From(StoredStates.LoaderOf<CaseState>(field, database, Case.Concept).LoadKnown(Subject), of);

    private static IReadOnlyList<T> List<T>(IEnumerable<T> all) => [.. all];

    private static DateOnly? Day(string? text) => text is null ? null : IsoDate.Parse(text);

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<UserType>>> OfficersAsync(Database database, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync((data, token) => (
            from officer in data.GetTable<CaseOfficerRow>().Where(row => subjects.Contains(row.Subject))
            join account in data.GetTable<AccountRow>() on officer.UserName equals account.UserName
            orderby officer.Place
            select new { officer.Subject, Account = account }).ToListAsync(token), cancellationToken).ConfigureAwait(false);
        var found = rows.ToLookup(row => row.Subject, row => new UserType(row.Account));
        return subjects.ToDictionary(subject => subject, subject => (IReadOnlyList<UserType>)[.. found[subject]]);
    }
}

/// <summary>案件边. A case in a list.</summary>
[Name("CaseEdge")]
public sealed class CaseEdge(string cursor, CaseType node) : Edge<CaseType>(cursor, node);

/// <summary>案件连接. A page of cases.</summary>
[Name("CaseConnection")]
public sealed class CaseConnection(Page<CaseType> page) : Connection<CaseType, CaseEdge>(page)
{
    /// <inheritdoc/>
    protected override CaseEdge EdgeOf(string cursor, CaseType node) => new(cursor, node);
}
