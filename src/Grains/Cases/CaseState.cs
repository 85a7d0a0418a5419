using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
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

    /// <summary>曾办案人员. Everybody who ever investigated it: none of them reviews it or presides over its hearing.</summary>
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

    /// <summary>产品类别. Codes, the main one first.</summary>
    [JsonIgnore] public ImmutableArray<string> ProductClasses => Lead.ProductClasses;

    /// <summary>移送义务未了. Whether the duty to transfer stands unanswered.</summary>
    [JsonIgnore] public bool MustTransfer => Duty is { AnsweredOn: null };

    /// <summary>逾期. Whether something that is owed has lapsed and is still not done.</summary>
    [JsonIgnore] public bool IsOverdue => Clocks.Any(clock => clock.IsLapsed);

    /// <summary>未结. Whether it goes on.</summary>
    [JsonIgnore] public bool IsOpen => Stage is not (CaseStage.NotFiled or CaseStage.Closed or CaseStage.Withdrawn);

    /// <summary>办理中. Whether it is being investigated, reviewed or heard: filed and not yet decided.</summary>
    [JsonIgnore] public bool IsUnderWay => Stage is CaseStage.Investigation or CaseStage.LegalReview or CaseStage.Hearing;

    /// <summary>待办步骤. What it waits for; null once it has ended, and while the police have it.</summary>
    [JsonIgnore]
    public AwaitedStep? Awaits => Stage switch
    {
        CaseStage.Lead => AwaitedStep.FilingDecision,
        CaseStage.Investigation => AwaitedStep.Investigation,
        CaseStage.LegalReview or CaseStage.Hearing => ReviewedBy is null ? AwaitedStep.LegalReview
            : Rights is null ? AwaitedStep.RightsNotice
            : Rights is { Answer: PartyAnswer.HearingRequested, HeldOn: null } ? AwaitedStep.Hearing
            : Rights.HeldOn is null && Clocks.Find(CaseDeadlines.Statement) is not null ? AwaitedStep.PartyAnswer
            : MustTransfer ? AwaitedStep.CrimeTransfer
            : AwaitedStep.PenaltyDecision,
        CaseStage.Decided => AwaitedStep.Service,
        CaseStage.Execution => !OpenTasks.IsEmpty ? AwaitedStep.Execution : MustTransfer ? AwaitedStep.CrimeTransfer : AwaitedStep.Closing,
        _ => null,
    };

    /// <summary>待办期限. When the step that it waits for is due by what is known now (UTC), also when that has passed; null where no clock runs for it.</summary>
    [JsonIgnore]
    public DateTimeOffset? AwaitedBy => Awaits switch
    {
        AwaitedStep.FilingDecision => Clocks.Find(CaseDeadlines.Filing)?.DueAt,
        AwaitedStep.LegalReview => Clocks.Find(CaseDeadlines.LegalReview)?.DueAt,
        AwaitedStep.PartyAnswer => Clocks.Find(CaseDeadlines.Statement)?.DueAt,
        AwaitedStep.Investigation or AwaitedStep.RightsNotice or AwaitedStep.Hearing or AwaitedStep.PenaltyDecision => Clocks.Find(CaseDeadlines.Decision)?.DueAt,
        AwaitedStep.CrimeTransfer => (Clocks.Find(CaseDeadlines.TransferOpening) ?? Clocks.Find(CaseDeadlines.Decision))?.DueAt,
        AwaitedStep.Service => Clocks.Find(CaseDeadlines.Service)?.DueAt,
        AwaitedStep.Execution => Clocks.Find(CaseDeadlines.Payment)?.DueAt,
        _ => null,
    };

    /// <summary>承办人. Who answers for it: the first officer, or who recorded the lead or took it over.</summary>
    [JsonIgnore] public string Responsible => Officers.IsEmpty ? TakenOverBy ?? RecordedBy : Officers[0];

    /// <summary>在办人员. Who holds it, who answers for it first; none once it has ended.</summary>
    [JsonIgnore] public ImmutableArray<string> Holders => !IsOpen ? [] : Officers.IsEmpty ? [Responsible] : Officers;

    /// <summary>The pauses that concern a clock. A test stops the clock of those goods that are tested (行政强制法 第二十五条), and that of the decision in any case.</summary>
    /// <param name="clock">One of its clocks.</param>
    public ImmutableArray<ClockPause> PausesOf(RunningClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return [.. Pauses.Where(pause => clock.Kind is not CaseDeadlines.Seizure || pause.Seizure == clock.Item).Select(pause => pause.Pause)];
    }

    /// <summary>未了事项. What has to be done before it can be closed.</summary>
    [JsonIgnore]
    public ImmutableArray<CaseTask> OpenTasks =>
    [
        .. Seizures.Any(seizure => seizure.EndedOn is null) ? [CaseTask.GoodsHeld] : Array.Empty<CaseTask>(),
        .. Tests.Any(test => test.ResultOn is null) ? [CaseTask.TestUnanswered] : Array.Empty<CaseTask>(),
        .. Decision is { } decision && Execution.Paid < decision.Penalty.Money && Execution.EnforcementRequestedOn is null ? [CaseTask.PenaltyUnpaid] : Array.Empty<CaseTask>(),
        .. Decision is not null && Execution.ServedOn is null ? [CaseTask.DecisionUnserved] : Array.Empty<CaseTask>(),
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

    /// <summary>The penalty that was proposed is reviewed; where no hearing has to be offered it stays here until the decision.</summary>
    [Term("法制审核", "legal review")]
    LegalReview,

    /// <summary>The party may ask for a hearing, or it is held.</summary>
    [Term("告知听证", "hearing")]
    Hearing,

    /// <summary>The penalty is decided and not yet served.</summary>
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
}

/// <summary>线索来源. Where a lead came from.</summary>
[JsonConverter(typeof(WireNameConverter<LeadSource>))]
public enum LeadSource
{
    /// <summary>An inspection.</summary>
    [Term("监督检查", "inspection")]
    Inspection,

    /// <summary>A rectification that failed.</summary>
    [Term("整改", "rectification")]
    Rectification,

    /// <summary>A complaint.</summary>
    [Term("投诉", "complaint")]
    Complaint,

    /// <summary>A report.</summary>
    [Term("举报", "report")]
    Report,

    /// <summary>Another authority handed it over.</summary>
    [Term("其他部门移送", "transfer from another authority")]
    OtherAgency,

    /// <summary>The superior authority assigned it.</summary>
    [Term("上级交办", "assignment by the superior authority")]
    Superior,

    /// <summary>A spot check of products.</summary>
    [Term("监督抽查", "spot check of products")]
    SpotCheck,

    /// <summary>A rights holder or protected brand (R2.3.2).</summary>
    [Term("权利人、名优企业反映", "rights holder or protected brand")]
    RightsHolder,

    /// <summary>A trade association (R2.3.4).</summary>
    [Term("行业协会", "trade association")]
    TradeAssociation,

    /// <summary>The media.</summary>
    [Term("媒体", "media")]
    Media,

    /// <summary>Elsewhere.</summary>
    [Term("其他", "other")]
    Other,
}

/// <summary>当事人类型. What a party is.</summary>
[JsonConverter(typeof(WireNameConverter<PartyKind>))]
public enum PartyKind
{
    /// <summary>An enterprise or another organisation.</summary>
    [Term("企业", "enterprise")]
    Enterprise,

    /// <summary>A person.</summary>
    [Term("个人", "person")]
    Person,

    /// <summary>An illegal workshop that is registered nowhere.</summary>
    [Term("窝点", "den")]
    Den,
}

/// <summary>线索. What came in.</summary>
/// <param name="Title">案件名称. What the case is called.</param>
/// <param name="Violation">违法行为. Its kind.</param>
/// <param name="SubKind">违法情形. What exactly, or null.</param>
/// <param name="Source">线索来源. Where from.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … or null.</param>
/// <param name="Facts">主要事实. What is known.</param>
/// <param name="ReceivedOn">收到日期. The day it was received or found (Asia/Shanghai).</param>
/// <param name="ActEndedOn">违法行为终了日期. The day the act ended, or null when it goes on or is not known.</param>
/// <param name="HarmsSafety">危害生命健康安全. Whether life, health or financial safety was harmed: five years of limitation instead of two (行政处罚法 第三十六条).</param>
/// <param name="Party">当事人. The first party.</param>
/// <param name="ProductClasses">产品类别. Codes, the main one first.</param>
[GenerateSerializer, Immutable, Alias("case-lead")]
public sealed record CaseLead(string Title, ViolationKind Violation, ViolationSubKind? SubKind, LeadSource Source, string? SourceReference, string Facts, DateOnly ReceivedOn, DateOnly? ActEndedOn, bool HarmsSafety, CaseParty Party, ImmutableArray<string> ProductClasses);

/// <summary>当事人. Somebody a case is about.</summary>
/// <param name="Kind">类型. What it is.</param>
/// <param name="Name">名称. Its name.</param>
/// <param name="CreditCode">统一社会信用代码. Of a registered enterprise, or null.</param>
/// <param name="Address">地址. Or null.</param>
[GenerateSerializer, Immutable, Alias("case-party")]
public sealed record CaseParty(PartyKind Kind, string Name, string? CreditCode, string? Address);

/// <summary>待告知另案. What a case that was joined has yet to be told; due at once.</summary>
/// <param name="Other">另案编号. Which.</param>
/// <param name="Since">起时. When it was decided (UTC).</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
/// <param name="By">决定人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("join-owed")]
public sealed record JoinOwed(string Other, DateTimeOffset Since, Grounds Grounds, DecidingPerson By);

/// <summary>期限中止. A stretch in which clocks of the case stand still.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Pause">中止. Reason, document and interval.</param>
/// <param name="Seizure">查封扣押序号. The seizure whose goods are tested; null where it concerns no seizure, and then no seizure's clock.</param>
[GenerateSerializer, Immutable, Alias("case-pause")]
public sealed record CasePause(int Number, ClockPause Pause, int? Seizure);

/// <summary>逾期记录. A deadline that was not met in time: recorded once, with who answered for it.</summary>
/// <param name="Kind">期限种类. What was owed.</param>
/// <param name="DueAt">到期时刻. When (UTC).</param>
/// <param name="Rule">规则. The rule and its article.</param>
/// <param name="Section">责任科室. The section.</param>
/// <param name="Officer">承办人. The officer.</param>
[GenerateSerializer, Immutable, Alias("case-lapse")]
public sealed record CaseLapse(string Kind, DateTimeOffset DueAt, string Rule, string? Section, string Officer);

/// <summary>证据种类. The kinds of evidence (行政处罚法 第四十六条).</summary>
[JsonConverter(typeof(WireNameConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>A document.</summary>
    [Term("书证", "document")]
    Document,

    /// <summary>A thing.</summary>
    [Term("物证", "exhibit")]
    Exhibit,

    /// <summary>A recording.</summary>
    [Term("视听资料", "recording")]
    Recording,

    /// <summary>Electronic data.</summary>
    [Term("电子数据", "electronic data")]
    ElectronicData,

    /// <summary>A witness's testimony.</summary>
    [Term("证人证言", "witness's testimony")]
    Testimony,

    /// <summary>The party's statement.</summary>
    [Term("当事人的陈述", "party's statement")]
    PartyStatement,

    /// <summary>An expert opinion.</summary>
    [Term("鉴定意见", "expert opinion")]
    ExpertOpinion,

    /// <summary>A record of the scene.</summary>
    [Term("勘验笔录、现场笔录", "record of the scene")]
    SceneRecord,
}

/// <summary>证据. A piece of evidence.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Title">名称. What it is.</param>
/// <param name="TakenOn">取得日期. The day it was taken (Asia/Shanghai).</param>
/// <param name="TakenBy">取证人员. The officers who took it, two at least.</param>
/// <param name="Attachment">附件哈希. SHA-256 of a file that is kept elsewhere, in hexadecimal, or null.</param>
/// <param name="Custody">保管链. Who held it since when, the first first.</param>
/// <param name="Attachments">附件. Its files; null where it has none.</param>
/// <param name="RecordedBy">登记人. User name of who recorded it; null where that was not yet kept with it.</param>
[GenerateSerializer, Immutable, Alias("evidence")]
public sealed record Evidence(
    int Number,
    EvidenceKind Kind,
    string Title,
    DateOnly TakenOn,
    ImmutableArray<string> TakenBy,
    string? Attachment,
    ImmutableArray<Custody> Custody,
    ImmutableArray<Attachment>? Attachments = null,
    string? RecordedBy = null);

/// <summary>保管. Who holds a piece of evidence since when.</summary>
/// <param name="Holder">保管人. A user name, or the name of a body such as a laboratory.</param>
/// <param name="Place">保管地点. Where.</param>
/// <param name="Since">起始时刻. Since when (UTC).</param>
[GenerateSerializer, Immutable, Alias("custody")]
public sealed record Custody(string Holder, string Place, DateTimeOffset Since);

/// <summary>强制措施种类. What is done with goods.</summary>
[JsonConverter(typeof(WireNameConverter<SeizureKind>))]
public enum SeizureKind
{
    /// <summary>Sealed where they are.</summary>
    [Term("查封", "sealing")]
    Sealing,

    /// <summary>Taken away.</summary>
    [Term("扣押", "seizure")]
    Seizure,

    /// <summary>Registered and preserved as evidence.</summary>
    [Term("先行登记保存", "registered preservation")]
    RegisteredPreservation,
}

/// <summary>强制措施的处理. What became of goods that were held.</summary>
[JsonConverter(typeof(WireNameConverter<SeizureOutcome>))]
public enum SeizureOutcome
{
    /// <summary>Given back.</summary>
    [Term("解除并退还", "released")]
    Released,

    /// <summary>Confiscated by the decision.</summary>
    [Term("没收", "confiscated")]
    Confiscated,

    /// <summary>Destroyed as the law provides.</summary>
    [Term("销毁", "destroyed")]
    Destroyed,

    /// <summary>Sealed or seized after registered preservation.</summary>
    [Term("转为查封、扣押", "turned into sealing or seizure")]
    TurnedIntoSeizure,

    /// <summary>Handed over to another authority.</summary>
    [Term("移交其他机关", "handed over to another authority")]
    HandedOver,

    /// <summary>Registered preservation lapsed by itself after seven working days (行政处罚法 第五十六条).</summary>
    [Term("自行解除", "lapsed by itself")]
    LapsedByItself,
}

/// <summary>查封扣押、先行登记保存. A measure on goods.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Kind">种类. What is done.</param>
/// <param name="Goods">物品. What is held.</param>
/// <param name="DecidedOn">决定日期. The day (Asia/Shanghai).</param>
/// <param name="Document">文书编号. The number of the decision.</param>
/// <param name="EndedOn">结束日期. The day it ended, or null.</param>
/// <param name="Outcome">处理. What became of the goods, or null.</param>
[GenerateSerializer, Immutable, Alias("seizure")]
public sealed record Seizure(int Number, SeizureKind Kind, string Goods, DateOnly DecidedOn, string? Document, DateOnly? EndedOn, SeizureOutcome? Outcome);

/// <summary>检验检测. A test by a laboratory; its time is not counted.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Pause">中止序号. The pause it makes.</param>
/// <param name="Laboratory">检验机构. Who tests.</param>
/// <param name="Sample">样品. What is tested.</param>
/// <param name="OrderedOn">委托日期. The day (Asia/Shanghai).</param>
/// <param name="ResultOn">出具结果日期. The day the result came, or null.</param>
/// <param name="Passed">合格. Whether it was up to standard, or null.</param>
/// <param name="Report">报告编号. The number of the report, or null.</param>
[GenerateSerializer, Immutable, Alias("case-test")]
public sealed record CaseTest(int Number, int Pause, string Laboratory, string Sample, DateOnly OrderedOn, DateOnly? ResultOn, bool? Passed, string? Report);

/// <summary>处罚种类. The kinds of penalty beside money (行政处罚法 第九条).</summary>
[JsonConverter(typeof(WireNameConverter<PenaltyKind>))]
public enum PenaltyKind
{
    /// <summary>A warning or public criticism.</summary>
    [Term("警告、通报批评", "warning or public criticism")]
    Warning,

    /// <summary>An order to stop.</summary>
    [Term("责令停产停业", "order to stop production or business")]
    OrderToStop,

    /// <summary>Closure.</summary>
    [Term("责令关闭", "order to close down")]
    Closure,

    /// <summary>Suspension of a licence.</summary>
    [Term("暂扣许可证件", "suspension of a licence")]
    LicenceSuspension,

    /// <summary>Downgrade.</summary>
    [Term("降低资质等级", "downgrade of qualification")]
    Downgrade,

    /// <summary>Revocation of a licence.</summary>
    [Term("吊销许可证件", "revocation of a licence")]
    LicenceRevocation,

    /// <summary>Ban from a trade.</summary>
    [Term("限制从业", "ban from a trade")]
    TradeBan,
}

/// <summary>处罚. What is imposed. Money in 分.</summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="ConfiscatedGains">没收违法所得. Illegal gains confiscated.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值. What the confiscated goods are worth.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
[GenerateSerializer, Immutable, Alias("penalty")]
public sealed record Penalty(long Fine, long ConfiscatedGains, long ConfiscatedGoods, ImmutableArray<PenaltyKind> Others)
{
    // Large amounts: 10,000 yuan for a person, 100,000 for an organisation (市场监督管理行政处罚听证办法 第五条).
    private const long LargeForPerson = 10_000_00;
    private const long LargeForOrganisation = 100_000_00;

    /// <summary>应缴金额. What has to be paid: fine and gains.</summary>
    [JsonIgnore] public long Money => Fine + ConfiscatedGains;

    /// <summary>应当告知听证. Whether a hearing must be offered (行政处罚法 第六十三条).</summary>
    /// <param name="party">The first party.</param>
    public bool OffersHearing(CaseParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        var large = party.Kind is PartyKind.Person ? LargeForPerson : LargeForOrganisation;
        return Fine >= large || ConfiscatedGains + ConfiscatedGoods >= large
            || Others.Any(kind => kind is PenaltyKind.OrderToStop or PenaltyKind.Closure or PenaltyKind.Downgrade or PenaltyKind.LicenceRevocation or PenaltyKind.TradeBan);
    }
}

/// <summary>处罚建议. What the investigators propose.</summary>
/// <param name="ProposedOn">提出日期. The day (Asia/Shanghai).</param>
/// <param name="ProposedBy">提出人. Who.</param>
/// <param name="Penalty">处罚. What.</param>
[GenerateSerializer, Immutable, Alias("penalty-proposal")]
public sealed record PenaltyProposal(DateOnly ProposedOn, string ProposedBy, Penalty Penalty);

/// <summary>当事人答复. What the party did with its rights.</summary>
[JsonConverter(typeof(WireNameConverter<PartyAnswer>))]
public enum PartyAnswer
{
    /// <summary>It stated its case; no hearing.</summary>
    [Term("陈述、申辩", "stated its case")]
    Statement,

    /// <summary>It asked for a hearing.</summary>
    [Term("要求听证", "asked for a hearing")]
    HearingRequested,

    /// <summary>It waived its rights in writing.</summary>
    [Term("放弃权利", "waived its rights")]
    Waived,
}

/// <summary>权利告知. What the party was told of its rights, and what came of it (行政处罚法 第四十四条、第六十三条、第六十四条).</summary>
/// <param name="ServedOn">送达日期. The day the notice was served (Asia/Shanghai).</param>
/// <param name="Answer">答复. What the party answered, or null.</param>
/// <param name="HearingOn">听证日期. The day the hearing is announced for, or null.</param>
/// <param name="HeldOn">举行日期. The day it was held, or null.</param>
/// <param name="Chair">听证主持人. Who presided, or null.</param>
/// <param name="StatementUntil">陈述申辩截止. The instant until which the party may answer (UTC), as reckoned at service.</param>
[GenerateSerializer, Immutable, Alias("notice-of-rights")]
public sealed record NoticeOfRights(DateOnly ServedOn, PartyAnswer? Answer, DateOnly? HearingOn, DateOnly? HeldOn, string? Chair, DateTimeOffset StatementUntil);

/// <summary>处罚决定. The decision.</summary>
/// <param name="DecidedOn">决定日期. The day (Asia/Shanghai).</param>
/// <param name="DecidedBy">决定人. Who recorded it.</param>
/// <param name="Penalty">处罚. What.</param>
/// <param name="Discretion">裁量理由. Why this amount.</param>
/// <param name="IsCollective">集体讨论. Whether the heads decided together (行政处罚法 第五十七条).</param>
/// <param name="Document">文书编号. The number of the decision, or null.</param>
[GenerateSerializer, Immutable, Alias("penalty-decision")]
public sealed record PenaltyDecision(DateOnly DecidedOn, string DecidedBy, Penalty Penalty, string Discretion, bool IsCollective, string? Document);

/// <summary>执行. What has become of a decision. Money in 分.</summary>
/// <param name="ServedOn">送达日期. The day it was served, or null.</param>
/// <param name="Paid">已缴金额. What was collected.</param>
/// <param name="InstalmentsUntil">分期至. The last day of instalments that were allowed, or null.</param>
/// <param name="EnforcementRequestedOn">申请强制执行日期. The day the court was asked to enforce it, or null.</param>
/// <param name="PublishedOn">公示日期. The day it was published, or null.</param>
[GenerateSerializer, Immutable, Alias("case-execution")]
public sealed record CaseExecution(DateOnly? ServedOn, long Paid, DateOnly? InstalmentsUntil, DateOnly? EnforcementRequestedOn, DateOnly? PublishedOn)
{
    /// <summary>Nothing yet.</summary>
    public static CaseExecution None { get; } = new(null, 0, null, null, null);
}

/// <summary>移送义务. The duty to transfer the case to the police (行政执法机关移送涉嫌犯罪案件的规定 第三条).</summary>
/// <param name="OpenedOn">产生日期. The day it was recognised (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences, also those of a duty answered before.</param>
/// <param name="Transfer">移送编号. The number of the crime transfer, or null while none is opened.</param>
/// <param name="AnsweredOn">答复日期. The day the police filed it or finally did not; null while it stands.</param>
[GenerateSerializer, Immutable, Alias("transfer-duty")]
public sealed record TransferDuty(DateOnly OpenedOn, ImmutableArray<Offence> Offences, string? Transfer, DateOnly? AnsweredOn);

/// <summary>警示规范记录. 查处一起案件，警示一批企业，规范一类行为 (R3.2.4).</summary>
/// <param name="RecordedOn">登记日期. The day (Asia/Shanghai).</param>
/// <param name="Warned">受警示企业. The credit codes of the enterprises that were warned.</param>
/// <param name="Practice">规范行为. Which practice was corrected.</param>
[GenerateSerializer, Immutable, Alias("case-follow-up")]
public sealed record CaseFollowUp(DateOnly RecordedOn, ImmutableArray<string> Warned, string Practice);

/// <summary>结案方式. How a case was closed.</summary>
[JsonConverter(typeof(WireNameConverter<CaseOutcome>))]
public enum CaseOutcome
{
    /// <summary>The penalty was carried out.</summary>
    [Term("履行完毕", "the penalty was carried out")]
    Executed,

    /// <summary>The court enforced it.</summary>
    [Term("法院强制执行", "enforced by the court")]
    EnforcedByCourt,

    /// <summary>Execution ended without success.</summary>
    [Term("终结执行", "execution ended")]
    ExecutionEnded,

    /// <summary>It was not filed.</summary>
    [Term("不予立案", "not filed")]
    NotFiled,

    /// <summary>It was withdrawn.</summary>
    [Term("撤销案件", "withdrawn")]
    Withdrawn,
}

/// <summary>终结. How a case ended.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Outcome">方式. How.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case-end")]
public sealed record CaseEnd(DateOnly On, CaseOutcome Outcome, Grounds Grounds);

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
    [Term("处罚决定尚未送达", "the decision is not served")]
    DecisionUnserved,
}
