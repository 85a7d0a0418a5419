using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Approvals;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.CrimeTransfers;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Sections;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Grains.Inspections;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件. A case, from its lead to its end.</summary>
[Name("Case"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class CaseType : WorkNode<CaseRow, CaseState>
{
    /// <summary>待办期限. When that step is due, also when that has passed; null where no clock runs for it.</summary>
    [Needs(nameof(CaseRow.AwaitedBy))]
    public DateTimeOffset? AwaitedBy => OwedTerm.InstantOf(Row.AwaitedBy);

    /// <summary>待办期限种类. What that term is of; null where no clock runs for the step, and for the day that a hearing is set for.</summary>
    [OutputType(typeof(DeadlineKindType)), Needs(nameof(CaseRow.AwaitedTerm))]
    public string? AwaitedTerm => Row.AwaitedTerm;

    /// <summary>大案要案原因. Null when it is none.</summary>
    public static string? MajorBecause(CaseState state) => state.MajorBecause;

    /// <summary>主要事实. What was known when the lead came in.</summary>
    public static string Facts(CaseState state) => state.Lead.Facts;

    /// <summary>来源编号. The number of the inspection, complaint … it came from.</summary>
    public static string? SourceReference(CaseState state) => state.Lead.SourceReference;

    /// <summary>当事企业. The first party, where it is a registered enterprise.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [Refers<EnterpriseType>(nameof(CaseRow.Enterprise))]
    public IDataLoaderResult<EnterpriseType?> Enterprise(IResolveFieldContext field, [FromServices] Database database,
        [FromServices] IGrainFactory grains) => EnterpriseType.Load(field, database, State is null ? null : grains, Row.Enterprise);

    /// <summary>当事人. All parties, the first first.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="personal">Given by the engine.</param>
    public IReadOnlyList<CasePartyType> Parties(CaseState state, IResolveFieldContext field, [FromServices] PersonalData personal)
    {
        var isOpen = State is not null && Caller.Of(field.User) is { } caller && NeedsParticulars(state, caller);
        return
        [
            .. state.AllParties.Select((party, place) =>
                new CasePartyType(place + 1, party, PartyParticulars.Shown(party.Particulars, isOpen, personal))),
        ];
    }

    /// <summary>违法行为. All kinds of violation, the main one first.</summary>
    public static IReadOnlyList<ViolationKind> ViolationKinds(CaseState state) => [.. state.ViolationKinds];

    /// <summary>物品. The goods it is about, line by line; where there are any, the goods' value is their sum.</summary>
    public static IReadOnlyList<GoodsLineType> Goods(CaseState state) => [.. state.Goods.Select(line => new GoodsLineType(line))];

    /// <summary>产品类别. The main one first.</summary>
    public static IReadOnlyList<ProductClassType> ProductClasses(CaseState state) => ProductClassType.Of(state.ProductClasses);

    /// <summary>办案人员用户名. Who investigates, the one who answers for it first.</summary>
    public static IReadOnlyList<string> OfficerNames(CaseState state) => [.. state.Officers];

    /// <summary>在办人员用户名. The user names of who holds it, who answers for it first; none once it has ended.</summary>
    public static IReadOnlyList<string> Holders(CaseState state) => state.Holders;

    /// <summary>待审批种类. The kinds of step that wait for the head's decision in it, the longest waiting first.</summary>
    public static IReadOnlyList<ApprovalStep> PendingApprovals(CaseState state) =>
        [.. state.Approvals.Where(one => one.IsPending).Select(one => one.Step)];

    /// <summary>办案人员. Those of the officers who have an account.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<UserType>> Officers(IResolveFieldContext field, [FromServices] Database database) =>
        BatchLoader<string, IReadOnlyList<UserType>>.Of(field, (subjects, ending) => OfficersAsync(database, subjects, ending)).LoadKnown(Subject);

    /// <summary>涉案数额.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    public static CaseFiguresType Figures(CaseState state, [FromServices] TimeProvider time) =>
        new(state.Figures, Case.LawDay(state, JudgedOn(state, time)));

    /// <summary>适用条文. The articles by which the act is penalised, by the law of its day.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    public static IReadOnlyList<ViolationBasisType> LegalBases(CaseState state, [FromServices] TimeProvider time) =>
        BasesOf(state, Case.LawDay(state, JudgedOn(state, time)));

    /// <summary>新法条文. Those of the decision's day, or of today while nothing is decided, where they have changed since the act: they may be
    /// the milder ones (行政处罚法 第三十七条).</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    public static IReadOnlyList<ViolationBasisType> LaterBases(CaseState state, [FromServices] TimeProvider time)
    {
        var day = JudgedOn(state, time);
        return [.. BasesOf(state, day).Where(row => row.ValidFrom > Case.LawDay(state, day))];
    }

    /// <summary>涉嫌犯罪. The thresholds of crime that the recorded figures meet today.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    public static IReadOnlyList<CrimeThresholdType> SuspectedCrime(CaseState state, [FromServices] TimeProvider time) =>
        [.. Case.CrimesSuspected(state, state.Figures, ShanghaiTime.DayOf(time.GetUtcNow())).Select(row => new CrimeThresholdType(row))];

    /// <summary>移送义务. Null when there never was one.</summary>
    public static TransferDutyType? TransferDuty(CaseState state) => state.Duty is { } duty ? new TransferDutyType(duty) : null;

    /// <summary>移送. The crime transfer, where one was opened.</summary>
    /// <param name="field">Given by the engine.</param>
    [Refers<CrimeTransferType>(nameof(CaseRow.Transfer))]
    public IDataLoaderResult<CrimeTransferType?> CrimeTransfer(IResolveFieldContext field) => NodeReader.Load<CrimeTransferType>(field, Row.Transfer);

    /// <summary>证据. With their chain of custody.</summary>
    public static IReadOnlyList<EvidenceType> Evidence(CaseState state) => [.. state.Evidence.Select(one => new EvidenceType(one))];

    /// <summary>查封、扣押、先行登记保存.</summary>
    public static IReadOnlyList<SeizureType> Seizures(CaseState state) =>
        [.. state.Seizures.Select(one => new SeizureType(one, Case.NotToKeepSince(state, one)))];

    /// <summary>检验检测.</summary>
    public static IReadOnlyList<CaseTestType> Tests(CaseState state) => [.. state.Tests.Select(one => new CaseTestType(one))];

    /// <summary>期限中止. Every pause there was.</summary>
    public static IReadOnlyList<CasePauseType> Pauses(CaseState state) => [.. state.Pauses.Select(one => new CasePauseType(one))];

    /// <summary>在走期限. The clocks that run, stand still or have lapsed unmet, with their derivation.</summary>
    public static IReadOnlyList<CaseClockType> Clocks(CaseState state) => [.. state.Clocks.Select(clock => new CaseClockType(clock, [.. state.PausesOf(clock)]))];

    /// <summary>逾期记录. Every lapse, with who answered for it.</summary>
    public static IReadOnlyList<CaseLapseType> Lapses(CaseState state) => [.. state.Lapses.Select(one => new CaseLapseType(one, CaseTexts.Deadline))];

    /// <summary>逾期责任. What is overdue and still not done, the oldest first: the missed step, who answers for it, since when and how many
    /// days.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> LateBy(IResolveFieldContext field) => DeadlineType.LateOf(field, this);

    /// <summary>处罚建议.</summary>
    public static PenaltyProposalType? Proposal(CaseState state) => state.Proposal is { } proposal ? new PenaltyProposalType(proposal) : null;

    /// <summary>法制审核人. The user name of who passed the review.</summary>
    public static string? ReviewedBy(CaseState state) => state.ReviewedBy;

    /// <summary>权利告知.</summary>
    public static NoticeOfRightsType? Rights(CaseState state) => state.Rights is { } rights ? new NoticeOfRightsType(rights) : null;

    /// <summary>处罚决定.</summary>
    public static PenaltyDecisionType? Decision(CaseState state) => state.Decision is { } decision ? new PenaltyDecisionType(decision) : null;

    /// <summary>以前的权利告知. From before the case went back to investigation, in order.</summary>
    public static IReadOnlyList<EarlierNoticeType> EarlierNotices(CaseState state) =>
        [.. state.EarlierNotices.Select(one => new EarlierNoticeType(one))];

    /// <summary>回避. Who has no part in it any more, in order.</summary>
    public static IReadOnlyList<RecusalType> Recusals(CaseState state) => [.. state.Recusals.Select(one => new RecusalType(one))];

    /// <summary>回避的集体讨论. What the heads decided together on recusals of heads, in order; also where they granted none.</summary>
    public static IReadOnlyList<DeliberationType> RecusalDeliberations(CaseState state) =>
        [.. state.RecusalDeliberations.Select(one => new DeliberationType(one))];

    /// <summary>集体讨论. What the heads concluded on the proposal together.</summary>
    public static DeliberationType? Deliberation(CaseState state) => state.Deliberation is { } held ? new DeliberationType(held) : null;

    /// <summary>责令改正. The orders to correct that were given within the case.</summary>
    public static IReadOnlyList<CorrectionOrderType> CorrectionOrders(CaseState state) =>
        [.. state.CorrectionOrders.Select(one => new CorrectionOrderType(one))];

    /// <summary>不予处罚决定.</summary>
    public static NoPenaltyDecisionType? NoPenalty(CaseState state) =>
        state.NoPenalty is { } decision ? new NoPenaltyDecisionType(decision) : null;

    /// <summary>终止调查情形. Why the investigation was terminated.</summary>
    public static TerminationGround? TerminatedBecause(CaseState state) => state.TerminatedBecause;

    /// <summary>违法行为终了日期. Null while the act goes on or its end is not known; its law is then that of the day.</summary>
    public static DateOnly? ActEndedOn(CaseState state) => state.Lead.ActEndedOn;

    /// <summary>判决日期. The day on which it became known that a court has judged what was transferred, where something is left to
    /// do.</summary>
    public static DateOnly? JudgedOn(CaseState state) => state.JudgedOn;

    /// <summary>移送的其他机关. The code of the authority that the case was passed on to.</summary>
    public static string? PassedOnTo(CaseState state) => state.PassedOnTo;

    /// <summary>管辖. Whose case it is, where that was disputed.</summary>
    public static CaseCompetenceType? Competence(CaseState state) =>
        state.Competence is { } competence ? new CaseCompetenceType(competence) : null;

    /// <summary>当场处罚. What became of a penalty that was decided on the spot.</summary>
    public static SpotPenaltyType? SpotPenalty(CaseState state) => state.Spot is { } spot ? new SpotPenaltyType(spot) : null;

    /// <summary>送达日期. The day the decision was served.</summary>
    public static DateOnly? ServedOn(CaseState state) => state.Execution.ServedOn;

    /// <summary>公示日期. The day the decision was published.</summary>
    public static DateOnly? PublishedOn(CaseState state) => state.Execution.PublishedOn;

    /// <summary>分期至. The last day of instalments that were allowed.</summary>
    public static DateOnly? InstalmentsUntil(CaseState state) => state.Execution.InstalmentsUntil;

    /// <summary>申请强制执行日期. The day the court was asked to enforce the decision.</summary>
    public static DateOnly? EnforcementRequestedOn(CaseState state) => state.Execution.EnforcementRequestedOn;

    /// <summary>执行. What has become of the decision; null before there is one.</summary>
    public static CaseExecutionType? Execution(CaseState state) =>
        state.Decision is null && state.Execution.Payments.IsEmpty ? null : new CaseExecutionType(state);

    /// <summary>已失效决定的送达日期. The day on which a decision was served that gave way when the police filed the case; null where none
    /// did. A challenge may be against it still.</summary>
    public static DateOnly? FormerServedOn(CaseState state) => state.FormerServedOn;

    /// <summary>行政复议、行政诉讼. What was done against the decision, in order.</summary>
    public static IReadOnlyList<CaseChallengeType> Challenges(CaseState state) =>
        [.. state.Challenges.Select(one => new CaseChallengeType(one))];

    /// <summary>结案方式. How it ended; null while it goes on.</summary>
    public static CaseOutcome? Outcome(CaseState state) => state.End?.Outcome;

    /// <summary>未了事项. What has to be done before it can be closed.</summary>
    public static IReadOnlyList<CaseTask> OpenTasks(CaseState state) => [.. state.OpenTasks];

    /// <summary>并案. The numbers of cases it is handled together with.</summary>
    public static IReadOnlyList<string> JoinedNumbers(CaseState state) => [.. state.Joined];

    /// <summary>检查. The inspections that it was opened by, or whose findings belong to it.</summary>
    /// <param name="inspections">Given by the engine.</param>
    public Task<Connection<InspectionType>> Inspections(Listing<InspectionRow, InspectionType> inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var number = Row.Number;
        return inspections.ReadAsync(row => row.CaseNumber == number);
    }

    /// <summary>警示规范记录 (R3.2.4).</summary>
    public static IReadOnlyList<CaseFollowUpType> FollowUps(CaseState state) => [.. state.FollowUps.Select(one => new CaseFollowUpType(one))];

    /// <summary>审批. What was proposed to the head, the last first, and what came of it.</summary>
    public static IReadOnlyList<ApprovalType> Approvals(CaseState state) =>
        ApprovalType.Of(
            state.Approvals, one => Case.ProposedOn(state, one), Case.NotToDecide(state), one => Case.NamedBy(one), Case.Concept);

    /// <summary>科室移交. How it passed from section to section, in order (R3.4.1).</summary>
    public IReadOnlyList<SectionHandoverType> Handovers(CaseState state) => SectionHandoverType.Of(Subject, state.Handovers);

    private static DateOnly JudgedOn(CaseState state, TimeProvider time) => Case.JudgedOn(state, ShanghaiTime.DayOf(time.GetUtcNow()));

    private static List<ViolationBasisType> BasesOf(CaseState state, DateOnly day) =>
        [.. ViolationBases.Of(state, day).Select(row => new ViolationBasisType(row))];

    // Who works on the case, the head of its section, and the legal section (个人信息保护法 第六条: no more than the purpose needs).
    private static bool NeedsParticulars(CaseState state, Caller caller) =>
        state.Officers.Contains(caller.UserName)
        || state.Responsible == caller.UserName
        || (caller.Roles & Roles.Legal) != Roles.None
        || ((caller.Roles & Roles.SectionHead) != Roles.None && caller.Account.Section == state.Section);

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<UserType>>> OfficersAsync(Database database, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync((data, token) => (
            from officer in data.GetTable<CaseOfficerRow>().Where(row => subjects.Contains(row.Subject))
            join account in data.GetTable<AccountRow>() on officer.UserName equals account.UserName
            orderby officer.Place
            select new { officer.Subject, Account = account }).ToListAsync(token), cancellationToken).ConfigureAwait(false);
        var found = rows.ToLookup(row => row.Subject, row => new UserType { Row = row.Account });
        return subjects.ToDictionary(subject => subject, subject => (IReadOnlyList<UserType>)[.. found[subject]]);
    }
}
