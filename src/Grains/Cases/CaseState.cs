using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件. A case, from its lead to its end. Money in 分.</summary>
[GenerateSerializer, Immutable, Alias("case-state")]
public sealed record CaseState
{
    /// <summary>案件编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>阶段. Where it stands.</summary>
    [Id(1)] public required CaseStage Stage { get; init; }

    /// <summary>线索. What came in.</summary>
    [Id(2)] public required CaseLead Lead { get; init; }

    /// <summary>责任科室. The section that answers for it.</summary>
    [Id(3)] public string? Section { get; init; }

    /// <summary>登记人. Who recorded the lead; answers for it until officers are named.</summary>
    [Id(4)] public required string RecordedBy { get; init; }

    /// <summary>其他当事人. The parties beside the first.</summary>
    [Id(5)] public ImmutableArray<CaseParty> Parties { get; init; } = [];

    /// <summary>办案人员. Who investigates; two at least once it is filed (行政处罚法 第四十二条).</summary>
    [Id(6)] public ImmutableArray<string> Officers { get; init; } = [];

    /// <summary>曾办案人员. Everybody who was ever named as its officer; see <see cref="Inquirers"/> for who investigated besides.</summary>
    [Id(7)] public ImmutableArray<string> Investigators { get; init; } = [];

    /// <summary>涉案数额. What was found of amounts and circumstances.</summary>
    [Id(8)] public CaseFigures Figures { get; init; } = CaseFigures.None;

    /// <summary>大案要案. Why it is a major case; null when it is none (R1.2).</summary>
    [Id(9)] public string? MajorBecause { get; init; }

    /// <summary>在走期限. The clocks that run, stand still or have lapsed unmet.</summary>
    [Id(10)] public ImmutableArray<RunningClock> Clocks { get; init; } = [];

    /// <summary>期限中止. Every pause there was.</summary>
    [Id(11)] public ImmutableArray<CasePause> Pauses { get; init; } = [];

    /// <summary>逾期记录. Every lapse, with who answered for it.</summary>
    [Id(12)] public ImmutableArray<CaseLapse> Lapses { get; init; } = [];

    /// <summary>证据. With their chain of custody.</summary>
    [Id(13)] public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>查封扣押、先行登记保存. The measures on goods.</summary>
    [Id(14)] public ImmutableArray<Seizure> Seizures { get; init; } = [];

    /// <summary>检验检测. The tests that were ordered.</summary>
    [Id(15)] public ImmutableArray<CaseTest> Tests { get; init; } = [];

    /// <summary>立案日期. The day it was filed; null before.</summary>
    [Id(16)] public DateOnly? FiledOn { get; init; }

    /// <summary>处罚建议. What was proposed last; null before and after it was returned.</summary>
    [Id(17)] public PenaltyProposal? Proposal { get; init; }

    /// <summary>法制审核人. Who passed the review; null before.</summary>
    [Id(18)] public string? ReviewedBy { get; init; }

    /// <summary>权利告知. What the party was told and what it answered; null before.</summary>
    [Id(19)] public NoticeOfRights? Rights { get; init; }

    /// <summary>处罚决定. The decision; null before.</summary>
    [Id(20)] public PenaltyDecision? Decision { get; init; }

    /// <summary>执行. What has become of the decision.</summary>
    [Id(21)] public CaseExecution Execution { get; init; } = CaseExecution.None;

    /// <summary>移送义务. The duty to transfer to the police; null when there never was one.</summary>
    [Id(22)] public TransferDuty? Duty { get; init; }

    /// <summary>并案. The numbers of cases it is handled together with.</summary>
    [Id(23)] public ImmutableArray<string> Joined { get; init; } = [];

    /// <summary>警示规范记录. What followed from it (R3.2.4).</summary>
    [Id(24)] public ImmutableArray<CaseFollowUp> FollowUps { get; init; } = [];

    /// <summary>终结. How and when it ended; null while it goes on.</summary>
    [Id(25)] public CaseEnd? End { get; init; }

    /// <summary>待告知另案. What cases that were joined with it have yet to be told, the first first.</summary>
    [Id(26)] public ImmutableArray<JoinOwed> OwedToJoined { get => field.IsDefault ? [] : field; init; }

    /// <summary>关联检查. The numbers of inspections whose findings belong to it, beside the one it came from.</summary>
    [Id(27)] public ImmutableArray<string> LinkedInspections { get => field.IsDefault ? [] : field; init; }

    /// <summary>接办人. Who took the lead over from whoever recorded it; null when nobody did.</summary>
    [Id(40)] public string? TakenOverBy { get; init; }

    /// <summary>科室移交. How it passed from section to section, in order; none in what was stored before hand-overs were known.</summary>
    [Id(41)] public ImmutableArray<SectionHandover> Handovers { get => field.IsDefault ? [] : field; init; }

    /// <summary>最近步骤日期. The day of the last step that was dated (Asia/Shanghai); null in what was stored before it was kept.</summary>
    [Id(50)] public DateOnly? LastStepOn { get; init; }

    /// <summary>以前的权利告知. The notices of rights from before the case went back to investigation, in order.</summary>
    [Id(51)] public ImmutableArray<EarlierNotice> EarlierNotices { get => field.IsDefault ? [] : field; init; }

    /// <summary>集体讨论. What the heads concluded on the proposal together; null where they did not meet.</summary>
    [Id(52)] public Deliberation? Deliberation { get; init; }

    /// <summary>责令改正. The orders to correct that were given within the case, in order.</summary>
    [Id(53)] public ImmutableArray<CorrectionOrder> CorrectionOrders { get => field.IsDefault ? [] : field; init; }

    /// <summary>不予处罚决定. The decision not to penalise; null where there is none.</summary>
    [Id(54)] public NoPenaltyDecision? NoPenalty { get; init; }

    /// <summary>移送的其他机关. The code of the authority that it was passed on to; null where it was not.</summary>
    [Id(55)] public string? PassedOnTo { get; init; }

    /// <summary>终止调查情形. Why the investigation was terminated; null where it was not.</summary>
    [Id(56)] public TerminationGround? TerminatedBecause { get; init; }

    /// <summary>当场处罚. What became of a penalty on the spot; null where there was none.</summary>
    [Id(57)] public SpotPenalty? Spot { get; init; }

    /// <summary>回避. Who has no part in it any more, in order.</summary>
    [Id(58)] public ImmutableArray<Recusal> Recusals { get => field.IsDefault ? [] : field; init; }

    /// <summary>回避的集体讨论. What the heads decided together on recusals of heads, in order; also where they granted none.</summary>
    [Id(120)] public ImmutableArray<Deliberation> RecusalDeliberations { get => field.IsDefault ? [] : field; init; }

    /// <summary>终结执行情形. Why execution was ended; null where it was not, and from before that was kept.</summary>
    [Id(121)] public ExecutionEndGround? ExecutionEndedBecause { get; init; }

    /// <summary>管辖. Whose case it is, where that was disputed; null where it never was.</summary>
    [Id(122)] public CaseCompetence? Competence { get; init; }

    /// <summary>行政复议、行政诉讼. What was done against the decision, in order.</summary>
    [Id(60)] public ImmutableArray<CaseChallenge> Challenges { get => field.IsDefault ? [] : field; init; }

    /// <summary>待告许可证. The licences that have yet to be told what became of the decision by which they were suspended, in order.</summary>
    [Id(110)] public ImmutableArray<SuspensionNews> OwedToLicences { get => field.IsDefault ? [] : field; init; }

    /// <summary>判决日期. The day on which it became known that a court has judged what was transferred, where something was left to do here
    /// (Asia/Shanghai); null otherwise.</summary>
    [Id(140)] public DateOnly? JudgedOn { get; init; }

    /// <summary>已准延长. By how much the term to decide was extended: what comes back keeps it. None from before that was kept.</summary>
    [Id(141)] public ImmutableArray<ClockExtension> DecisionExtensions { get => field.IsDefault ? [] : field; init; }

    /// <summary>已失效决定的送达日期. The day on which the decision not to penalise was served that gave way when the police filed the case
    /// (Asia/Shanghai); null where none did, and from before that was kept.</summary>
    [Id(150)] public DateOnly? FormerServedOn { get; init; }

    /// <summary>公安机关立案前的情况. Where it stood when the police filed it, so that it stands so again where that was recorded by mistake; null
    /// while they have not, and from before that was kept.</summary>
    [Id(190)] public CaseBeforePolice? BeforePolice { get; init; }

    /// <summary>检查人员. Who made the inspections from which the case came or which belong to it; none from before that was kept.</summary>
    [Id(160)] public ImmutableArray<string> Inspectors { get => field.IsDefault ? [] : field; init; }

    /// <summary>曾审核、主持人员. Who had reviewed it or presided over its hearing when it began anew; none from before that was kept.</summary>
    [Id(161)] public ImmutableArray<string> Reviewers { get => field.IsDefault ? [] : field; init; }

    /// <summary>已冲销计量. Whether what had been found and counted of it was taken back when it ended without being a case: nothing is found of
    /// it any more that counts. False for what ended before that was kept.</summary>
    [Id(162)] public bool IsUncounted { get; init; }

    /// <summary>没有涉案数额. Whether it was recorded that there are no amounts; null where there are, and where nobody has said so.</summary>
    [Id(163)] public bool? HasNoAmounts { get; init; }

    /// <summary>已估价. Whether anybody has said what the goods are worth: by amounts, by saying that there are none, or line by line.</summary>
    [JsonIgnore] public bool AreGoodsValued => HasNoAmounts is true || !Goods.IsEmpty || !Figures.SaysTheSameAs(CaseFigures.None);

    /// <summary>审批. What was proposed to the head, in order, and what came of it.</summary>
    [Id(90)] public ImmutableArray<ApprovalRequest> Approvals { get => field.IsDefault ? [] : field; init; }

    /// <summary>物品. The goods it is about, line by line.</summary>
    [Id(70)] public ImmutableArray<GoodsLine> Goods { get => field.IsDefault ? [] : field; init; }

    /// <summary>案号. The number that people say, such as 案〔2026〕12号; null before it is filed, and where it was filed before there were
    /// such numbers.</summary>
    [Id(71)] public OfficialNumber? Serial { get; init; }

    /// <summary>物品货值合计. What the lines are worth together, in 分.</summary>
    [JsonIgnore] public long GoodsSum => Goods.Sum(line => line.Value);

    /// <summary>全部当事人. All parties, that of the lead first.</summary>
    [JsonIgnore] public ImmutableArray<CaseParty> AllParties => Parties.Insert(0, Lead.Party);

    /// <summary>违法行为. All kinds of violation, the main one first: it is counted under that, and held against the law of each.</summary>
    [JsonIgnore] public ImmutableArray<ViolationKind> ViolationKinds => Lead.OtherViolations.Insert(0, Lead.Violation);

    /// <summary>产品类别. Codes, the main one first.</summary>
    [JsonIgnore] public ImmutableArray<string> ProductClasses => Lead.ProductClasses;

    /// <summary>移送义务未了. Whether the duty to transfer stands unanswered.</summary>
    [JsonIgnore] public bool MustTransfer => Duty is { AnsweredOn: null };

    /// <summary>逾期. Whether something that is owed has lapsed and is still not done.</summary>
    [JsonIgnore] public bool IsOverdue => Clocks.Any(clock => clock.IsLapsed);

    /// <summary>未结. Whether it goes on.</summary>
    [JsonIgnore] public bool IsOpen => !Stage.HasEnded();

    /// <summary>办理中. Whether it is being investigated, reviewed or heard: filed and not yet decided.</summary>
    [JsonIgnore] public bool IsUnderWay => Stage is CaseStage.Investigation or CaseStage.LegalReview or CaseStage.Hearing;

    /// <summary>待办步骤. What it waits for; null once it has ended.</summary>
    [JsonIgnore]
    public AwaitedStep? Awaits => Stage switch
    {
        CaseStage.Lead => AwaitedStep.FilingDecision,
        CaseStage.Investigation => AwaitedStep.Investigation,
        CaseStage.LegalReview when ReviewedBy is null => AwaitedStep.LegalReview,
        CaseStage.LegalReview when Proposal is { NoPenalty: not null } =>
            MustTransfer ? AwaitedStep.CrimeTransfer : AwaitedStep.PenaltyDecision,
        CaseStage.LegalReview or CaseStage.Hearing => Rights is null ? AwaitedStep.RightsNotice
            : Rights is { Answer: PartyAnswer.HearingRequested, HeldOn: null } ? AwaitedStep.Hearing
            : Rights.HeldOn is not null && ReviewedBy is null ? AwaitedStep.Hearing // its report
            : Rights.HeldOn is null && Clocks.Find(CaseDeadlines.Statement) is not null ? AwaitedStep.PartyAnswer
            : MustTransfer ? AwaitedStep.CrimeTransfer
            : AwaitedStep.PenaltyDecision,
        CaseStage.Decided => AwaitedStep.Service,
        CaseStage.Transferred when JudgedOn is not null => AwaitedStep.Execution,
        CaseStage.Transferred when Clocks.Find(CaseDeadlines.JudgmentInquiry) is not null => AwaitedStep.Judgment,
        CaseStage.Execution => !OpenTasks.IsEmpty ? AwaitedStep.Execution : MustTransfer ? AwaitedStep.CrimeTransfer : AwaitedStep.Closing,
        _ => null,
    };

    /// <summary>
    /// Whether a suspected crime in it can go to the police: while it goes on, and also after a penalty was carried out, since what was
    /// fined is credited and bars no transfer (行政处罚法 第二十七条、第三十五条; 移送规定 第三条).
    /// </summary>
    [JsonIgnore]
    internal bool IsTransferable => this is { IsOpen: true, Stage: not CaseStage.Transferred, NoPenalty: null } || IsClosedWithPenalty;

    /// <summary>Whether it was closed after a penalty, and not by the judgment of a court.</summary>
    [JsonIgnore]
    internal bool IsClosedWithPenalty => this is { Stage: CaseStage.Closed, Decision: not null, End.Outcome: not CaseOutcome.Judged };

    /// <summary>Whether a court has judged what was transferred.</summary>
    [JsonIgnore] internal bool IsJudged => JudgedOn is not null || End?.Outcome is CaseOutcome.Judged;

    /// <summary>Whether somebody has no part in it any more.</summary>
    /// <param name="user">User name.</param>
    public bool IsRecused(string user) => Recusals.Any(one => one.Person == user);

    /// <summary>
    /// 参与调查人员. Everybody who investigated: who was ever its officer, made the inspection it came from, took its evidence, sealed or seized
    /// its goods or had them tested, as far as that was kept. None of them reviews it or presides over its hearing (行政处罚法 第四十二条、
    /// 第五十八条、第六十四条第四项; 行政强制法 第十八条).
    /// </summary>
    [JsonIgnore]
    public IEnumerable<string> Inquirers => Investigators
        .Concat(Inspectors)
        .Concat(Evidence.SelectMany(one => one.TakenBy))
        .Concat(Seizures.SelectMany(one => one.Officers))
        .Concat(Tests.Select(one => one.OrderedBy).OfType<string>())
        .Distinct();

    /// <summary>参与人员. Who investigated, reviewed or presided: none of them decides it (行政处罚法 第五十七条、第五十八条).</summary>
    [JsonIgnore]
    public IEnumerable<string> TookPart => Inquirers.Concat(Reviewers)
        .Concat(new[] { ReviewedBy, Rights?.Chair }.OfType<string>());

    /// <summary>
    /// 待办期限. The term of the step that it waits for, by what is known now, also when that has passed; null where no clock runs for it. A
    /// hearing is dated by what is owed for it first, and once its day is set and told, by that day (行政处罚法 第六十四条).
    /// </summary>
    [JsonIgnore]
    public OwedTerm? AwaitedTerm => Awaits switch
    {
        AwaitedStep.FilingDecision => Term(CaseDeadlines.Filing),
        AwaitedStep.LegalReview => Term(CaseDeadlines.LegalReview),
        AwaitedStep.PartyAnswer => Term(CaseDeadlines.Statement),
        AwaitedStep.Hearing => OwedTerm.First(
            [
                .. Clocks.Where(clock => CaseDeadlines.OfHearing.Contains(clock.Kind)).Terms(),
                .. Rights is { HeldOn: null, HearingOn: { } day } ? [new OwedTerm(null, ShanghaiTime.EndOf(day))] : (OwedTerm[])[],
            ]) ?? Term(CaseDeadlines.Decision),
        AwaitedStep.Investigation or AwaitedStep.RightsNotice or AwaitedStep.PenaltyDecision => Term(CaseDeadlines.Decision),
        AwaitedStep.CrimeTransfer => Term(CaseDeadlines.TransferOpening, CaseDeadlines.Decision),
        AwaitedStep.Service => Term(CaseDeadlines.Service, CaseDeadlines.ServiceNotice),
        AwaitedStep.Execution => Term(
            CaseDeadlines.Payment, CaseDeadlines.PublicationWithdrawal, CaseDeadlines.Refund, CaseDeadlines.GoodsReturn,
            CaseDeadlines.Closing),
        AwaitedStep.Closing => Term(CaseDeadlines.Closing),
        AwaitedStep.Judgment => Term(CaseDeadlines.JudgmentInquiry),
        _ => null,
    };

    /// <summary>待办期限. When that term ends (UTC).</summary>
    [JsonIgnore] public DateTimeOffset? AwaitedBy => AwaitedTerm?.DueAt;

    // The term of the first of these clocks that is kept; none while that one stands still.
    private OwedTerm? Term(params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Clocks.Find(kind) is { } clock)
            {
                return clock.DueAt is { } due ? new OwedTerm(kind, due) : null;
            }
        }

        return null;
    }

    /// <summary>应当公示. Whether its decision is to be published, or what was published to be withdrawn (行政处罚法 第四十八条).</summary>
    [JsonIgnore]
    public bool MustPublish => Clocks.Find(CaseDeadlines.Publication) is not null
        || Clocks.Find(CaseDeadlines.PublicationWithdrawal) is not null;

    /// <summary>仅收件登记. Whether whoever recorded the lead takes leads in and proposes nothing about them (三〔三〕).</summary>
    [Id(186)] public bool IsOnlyTakenIn { get; init; }

    /// <summary>承办人. Who answers for it: the first officer, or who recorded the lead or took it over.</summary>
    [JsonIgnore] public string Responsible => Officers.IsEmpty ? TakenOverBy ?? RecordedBy : Officers[0];

    /// <summary>在办人员. Who holds it, who answers for it first; none once it has ended.</summary>
    [JsonIgnore] public ImmutableArray<string> Holders => !IsOpen ? [] : Officers.IsEmpty ? [Responsible] : Officers;

    /// <summary>
    /// The pauses that concern a clock. A test stops the clock of those goods that are tested (行政强制法 第二十五条), and that of the decision
    /// in any case; whose case it is need not be settled while the police have it.
    /// </summary>
    /// <param name="clock">One of its clocks.</param>
    public ImmutableArray<ClockPause> PausesOf(RunningClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return
        [
            .. Pauses.Where(pause => clock.Kind switch
            {
                CaseDeadlines.Seizure => pause.Seizure == clock.Item,
                CaseDeadlines.Competence => pause.Pause.Reason is PauseReason.Stay
                    && DrawnNumber.Parse(CrimeTransfer.Prefix, pause.Pause.Document, out _) is null,
                _ => true,
            }).Select(pause => pause.Pause),
        ];
    }

    /// <summary>曾复议、诉讼. Whether a penalty of the case was ever challenged.</summary>
    [JsonIgnore]
    public bool IsChallenged => Challenges.Any(one => one.EndedOn is null ? !IsOvertaken(one) : one.Decision is not null);

    /// <summary>
    /// Whether a challenge is against a decision that does not stand any more because the police filed the case: one not to penalise gives
    /// way then, and what is served later is another.
    /// </summary>
    /// <param name="challenge">One of its challenges.</param>
    internal bool IsOvertaken(CaseChallenge challenge) => challenge.IsOfFormer is true || this is { Decision: null, NoPenalty: null }
        || Execution.ServedOn is not { } served || challenge.ReceivedOn < served;

    /// <summary>应缴罚没款. The money of the decision that stands, in 分; nothing where none stands.</summary>
    [JsonIgnore] public long Stands => Execution.AnnulledOn is null ? Decision?.Penalty.Money ?? 0 : 0;

    /// <summary>
    /// 尚欠金额. What is owed and not paid, in 分: of the penalty that stands, and of the surcharge that had accrued
    /// when something was paid last.
    /// </summary>
    [JsonIgnore] public long Outstanding => Math.Max(0, Stands + Math.Max(0, Execution.Surcharge - Execution.Waived) - Execution.Kept);

    /// <summary>The same with another party of a number, from 1.</summary>
    /// <param name="number">The number.</param>
    /// <param name="party">The party as it is from then on.</param>
    internal CaseState WithParty(int number, CaseParty party) => number == 1
        ? this with { Lead = Lead with { Party = party } }
        : this with { Parties = Parties.SetItem(number - 2, party) };

    /// <summary>
    /// Of what is left to do, that by which the bureau still holds what is others' (goods, money, a publication), and what it has ordered
    /// and not looked at. A judgment puts an end to the rest, such as a test that was never made.
    /// </summary>
    [JsonIgnore]
    internal ImmutableArray<CaseTask> HeldTasks =>
    [
        .. OpenTasks.Where(task => task is CaseTask.GoodsHeld or CaseTask.CashHeld or CaseTask.RefundOwed or CaseTask.GoodsReturnOwed
            or CaseTask.PublicationStanding or CaseTask.CorrectionUnchecked),
    ];

    /// <summary>未了事项. What has to be done before it can be closed.</summary>
    [JsonIgnore]
    public ImmutableArray<CaseTask> OpenTasks =>
    [
        .. Seizures.Any(seizure => seizure.EndedOn is null) ? [CaseTask.GoodsHeld] : Array.Empty<CaseTask>(),
        .. Tests.Any(test => test.IsUnanswered) ? [CaseTask.TestUnanswered] : Array.Empty<CaseTask>(),
        .. Outstanding > 0 && Execution is { EnforcementRequestedOn: null, EndedOn: null } ? [CaseTask.PenaltyUnpaid]
            : Array.Empty<CaseTask>(),
        .. (Decision is not null || Stage is CaseStage.Decided) && Execution is { ServedOn: null, EndedOn: null }
            ? [CaseTask.DecisionUnserved]
            : Array.Empty<CaseTask>(),
        .. Execution.IsCourtAwaited ? [CaseTask.CourtUnanswered] : Array.Empty<CaseTask>(),
        .. Execution.ToRefund > 0 ? [CaseTask.RefundOwed] : Array.Empty<CaseTask>(),
        // Of one that was closed before that was kept, nothing but this says so; no clock comes to it.
        .. Seizures.Any(seizure => seizure.IsReturnOwed) || (Stage is CaseStage.Closed && !Case.NotToKeep(this).IsEmpty)
            ? [CaseTask.GoodsReturnOwed]
            : Array.Empty<CaseTask>(),
        .. Clocks.Find(CaseDeadlines.PublicationWithdrawal) is not null ? [CaseTask.PublicationStanding] : Array.Empty<CaseTask>(),
        .. CorrectionOrders.Any(order => order.IsDone is null) ? [CaseTask.CorrectionUnchecked] : Array.Empty<CaseTask>(),
        .. Spot is { CashReceived: > 0, CashHandedInOn: null } ? [CaseTask.CashHeld] : Array.Empty<CaseTask>(),
    ];
}

/// <summary>案件阶段. Where a case stands. Pauses keep the stage.</summary>
[JsonConverter(typeof(WireNameConverter<CaseStage>))]
public enum CaseStage
{
    /// <summary>A lead; whether it is filed is not yet decided.</summary>
    [Term("线索", "lead")]
    Lead,

    /// <summary>Decided not to file it.</summary>
    [Term("不予立案", "not filed")]
    NotFiled,

    /// <summary>Filed and being investigated.</summary>
    [Term("调查取证", "investigation")]
    Investigation,

    /// <summary>What was proposed is reviewed, after the hearing where one had to be offered; it stays here until the decision.</summary>
    [Term("法制审核", "legal review")]
    LegalReview,

    /// <summary>The party may ask for a hearing, or it is held.</summary>
    [Term("告知听证", "hearing")]
    Hearing,

    /// <summary>The penalty, or that there is none, is decided and not yet served.</summary>
    [Term("已决定", "decided")]
    Decided,

    /// <summary>The decision is served and carried out.</summary>
    [Term("执行", "execution")]
    Execution,

    /// <summary>Closed.</summary>
    [Term("已结案", "closed")]
    Closed,

    /// <summary>The case was withdrawn.</summary>
    [Term("已撤销", "withdrawn")]
    Withdrawn,

    /// <summary>The police have filed it.</summary>
    [Term("已移送", "transferred")]
    Transferred,

    /// <summary>Decided not to penalise.</summary>
    [Term("不予处罚", "no penalty")]
    NoPenalty,

    /// <summary>The investigation was terminated.</summary>
    [Term("终止调查", "investigation terminated")]
    Terminated,

    /// <summary>Passed on to another authority.</summary>
    [Term("移送其他机关", "passed on to another authority")]
    PassedOn,
}

/// <summary>案件阶段的归类. What stages have in common.</summary>
public static class CaseStages
{
    /// <summary>Whether a case that stands there has ended.</summary>
    /// <param name="stage">A stage.</param>
    public static bool HasEnded(this CaseStage stage) =>
        stage is CaseStage.NotFiled or CaseStage.Closed or CaseStage.Withdrawn
            or CaseStage.NoPenalty or CaseStage.Terminated or CaseStage.PassedOn;
}

/// <summary>未了事项. What has to be done before a case can be closed.</summary>
[JsonConverter(typeof(WireNameConverter<CaseTask>))]
public enum CaseTask
{
    /// <summary>Goods are still sealed, seized or preserved.</summary>
    [Term("查封、扣押或者保存的物品尚未处理", "goods are still held")]
    GoodsHeld,

    /// <summary>A test has no result yet.</summary>
    [Term("检验尚未出具结果", "a test has no result")]
    TestUnanswered,

    /// <summary>The penalty is not paid and the court was not asked to enforce it.</summary>
    [Term("罚没款尚未缴清且未申请强制执行", "the penalty is not paid and enforcement was not requested")]
    PenaltyUnpaid,

    /// <summary>The decision is not served.</summary>
    [Term("决定尚未送达", "the decision is not served")]
    DecisionUnserved,

    /// <summary>The court was asked to enforce the decision and has not answered.</summary>
    [Term("法院尚未答复强制执行申请", "the court has not answered")]
    CourtUnanswered,

    /// <summary>What was paid beyond what stands is not given back.</summary>
    [Term("多缴的罚没款尚未退还", "money has to be given back")]
    RefundOwed,

    /// <summary>Goods that a decision had confiscated which stands no more are not given back.</summary>
    [Term("没收的物品尚未退还", "confiscated goods have to be given back")]
    GoodsReturnOwed,

    /// <summary>A decision that no longer stands so is still published.</summary>
    [Term("已变更或者撤销的处罚决定尚未撤回公示", "a publication has to be withdrawn")]
    PublicationStanding,

    /// <summary>Whether an order to correct was followed has not been recorded.</summary>
    [Term("责令改正的情况尚未核实", "an order to correct has not been checked")]
    CorrectionUnchecked,

    /// <summary>Cash that was collected on the spot has not been handed in.</summary>
    [Term("当场收缴的罚款尚未交至本局", "cash collected on the spot is not handed in")]
    CashHeld,

    /// <summary>A licence stands that the decision suspends or revokes.</summary>
    [Term("决定暂扣、吊销的许可证件尚未执行", "a licence stands that the decision suspends or revokes")]
    LicenceStanding,

    /// <summary>Of the goods that were held nothing was confiscated, though the decision confiscates them.</summary>
    [Term("决定没收的物品尚未没收", "goods are not confiscated that the decision confiscates")]
    GoodsUnconfiscated,
}
