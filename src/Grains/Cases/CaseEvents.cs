using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件事件. What can have happened to a case. Names and fields are storage format; every instant that follows from a rule is in an event, so that folding needs neither calendar nor rules.</summary>
public abstract record CaseEvent : Event;

/// <summary>案件步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record CaseStep(Grounds Grounds) : CaseEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>线索已登记. A case came into being.</summary>
/// <param name="Number">案件编号. Its number.</param>
/// <param name="Lead">线索. What came in.</param>
/// <param name="Section">责任科室. The section that answers for it.</param>
/// <param name="RecordedBy">登记人. Who recorded it.</param>
[Alias("case.lead-recorded")]
public sealed record LeadRecorded(string Number, CaseLead Lead, string? Section, string RecordedBy) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记线索：{Terms.Of(Lead.Violation).Chinese}", $"Lead recorded: {Terms.Of(Lead.Violation).English}");

    /// <summary>The day it was received.</summary>
    public override DateOnly? EffectiveOn => Lead.ReceivedOn;
}

/// <summary>已决定不予立案. The lead makes no case.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.not-filed")]
public sealed record CaseNotFiled(DateOnly On, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"不予立案：{Grounds.Reason}", $"Not filed: {Grounds.Reason}");
}

/// <summary>已立案. The case was filed.</summary>
/// <param name="At">立案时刻. When (UTC).</param>
/// <param name="Officers">办案人员. User names.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.filed")]
public sealed record CaseFiled(DateTimeOffset At, ImmutableArray<string> Officers, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"立案，办案人员{Officers.Length}人", $"Filed, with {Officers.Length} officers");
}

/// <summary>办案人员已变更. Other officers investigate.</summary>
/// <param name="Officers">办案人员. User names.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.officers-assigned")]
public sealed record CaseOfficersAssigned(ImmutableArray<string> Officers, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"变更办案人员，现{Officers.Length}人", $"Officers assigned: {Officers.Length}");
}

/// <summary>线索已接办. Somebody took the lead over from whoever recorded it.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.taken-over")]
public sealed record CaseTakenOver(string From, string To, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"线索由{To}接办", $"Taken over by {To}");
}

/// <summary>案件已移交科室. Another section answers for the case.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.handed-over")]
public sealed record CaseHandedOver(SectionHandover Handover, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}

/// <summary>当事人已追加. The case is also about somebody else.</summary>
/// <param name="Party">当事人. Who.</param>
[Alias("case.party-added")]
public sealed record CasePartyAdded(CaseParty Party) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("追加当事人", "A party was added");
}

/// <summary>涉案数额已登记. What was found of amounts and circumstances.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Figures">涉案数额. What was found, in 分.</param>
[Alias("case.figures-recorded")]
public sealed record CaseFiguresRecorded(DateOnly On, CaseFigures Figures) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记货值金额{CaseTexts.Yuan(Figures.GoodsValue)}元", $"Goods worth {CaseTexts.Yuan(Figures.GoodsValue)} yuan");
}

/// <summary>移送义务已产生. A threshold of crime is met: the case must be transferred (行政执法机关移送涉嫌犯罪案件的规定 第三条).</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences that are new.</param>
[Alias("case.transfer-duty-opened")]
public sealed record TransferDutyOpened(DateOnly On, ImmutableArray<Offence> Offences) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"涉嫌犯罪，应当移送公安机关：{Terms.OfAll(Offences).Chinese}", $"To be transferred to the police: {Terms.OfAll(Offences).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => "行政执法机关移送涉嫌犯罪案件的规定 第三条";
}

/// <summary>已确定为大案要案. It is a major case, by decision or by criteria.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Because">原因. Why.</param>
/// <param name="DocumentNumber">文书编号. The document of the decision, or null.</param>
[Alias("case.marked-major")]
public sealed record CaseMarkedMajor(DateOnly On, string Because, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"大案要案：{Because}", $"Major case: {Because}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>案件名称已更正. What the case is called was put right.</summary>
/// <param name="From">原名称. What it was called before.</param>
/// <param name="To">现名称. What it is called from then on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.title-corrected")]
public sealed record CaseTitleCorrected(string From, string To, Grounds Grounds) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"案件名称由“{From}”更正为“{To}”：{Grounds.Reason}", $"Title corrected from “{From}” to “{To}”: {Grounds.Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>已并案. It is handled together with another.</summary>
/// <param name="Other">另案编号. The other case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Owed">待告知另案. What the other case has yet to be told; null where it told this one.</param>
[Alias("case.joined")]
public sealed record CaseJoined(string Other, Grounds Grounds, JoinOwed? Owed = null) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"与{Other}并案办理", $"Handled together with {Other}");
}

/// <summary>证据已登记. A piece of evidence.</summary>
/// <param name="Evidence">证据. With its first keeper.</param>
[Alias("case.evidence-added")]
public sealed record EvidenceAdded(Evidence Evidence) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记证据{Evidence.Number}", $"Evidence {Evidence.Number} was recorded");
}

/// <summary>证据保管已移交. A piece of evidence has another keeper.</summary>
/// <param name="Evidence">证据序号. Which.</param>
/// <param name="Custody">保管. The new keeper.</param>
[Alias("case.evidence-moved")]
public sealed record EvidenceMoved(int Evidence, Custody Custody) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"证据{Evidence}移交保管", $"Evidence {Evidence} has another keeper");
}

/// <summary>已采取措施. Goods are sealed, seized or preserved.</summary>
/// <param name="At">决定时刻. When (UTC).</param>
/// <param name="Seizure">措施. What is held.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.goods-seized")]
public sealed record GoodsSeized(DateTimeOffset At, Seizure Seizure, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{Terms.Of(Seizure.Kind).Chinese}（第{Seizure.Number}号）", $"{Terms.Of(Seizure.Kind).English} {Seizure.Number}");
}

/// <summary>措施已结束. A measure on goods ended.</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Outcome">处理. What became of the goods.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.seizure-ended")]
public sealed record SeizureEnded(int Seizure, DateOnly On, SeizureOutcome Outcome, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"第{Seizure}号措施结束", $"Measure {Seizure} ended");
}

/// <summary>先行登记保存已自行解除. Registered preservation was not decided on within seven working days and lapsed by itself (行政处罚法 第五十六条).</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="On">最后一日. The last day.</param>
[Alias("case.preservation-lapsed")]
public sealed record PreservationLapsed(int Seizure, DateOnly On) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"第{Seizure}号先行登记保存逾期自行解除", $"Registered preservation {Seizure} lapsed by itself");
}

/// <summary>检验已委托. Something is being tested, and the clocks stand still.</summary>
/// <param name="Test">检验. What is tested.</param>
/// <param name="Pause">中止. The pause it makes.</param>
[Alias("case.test-ordered")]
public sealed record TestOrdered(CaseTest Test, CasePause Pause) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"委托检验（第{Test.Number}号）", $"Test {Test.Number} ordered");

    /// <inheritdoc/>
    public override string? Document => Pause.Pause.Document;
}

/// <summary>检验结果已登记. A test has its result.</summary>
/// <param name="Test">检验序号. Which.</param>
/// <param name="At">结果时刻. When (UTC).</param>
/// <param name="Passed">合格. Whether it is up to standard.</param>
/// <param name="Report">报告编号. Or null.</param>
[Alias("case.test-result-recorded")]
public sealed record TestResultRecorded(int Test, DateTimeOffset At, bool Passed, string? Report) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"第{Test}号检验结果：{(Passed ? "合格" : "不合格")}", $"Test {Test}: {(Passed ? "up to standard" : "not up to standard")}");

    /// <inheritdoc/>
    public override string? Document => Report;
}

/// <summary>期限已中止. Clocks stand still.</summary>
/// <param name="Pause">中止. Why and since when.</param>
[Alias("case.paused")]
public sealed record CasePaused(CasePause Pause) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限中止（第{Pause.Number}次）", $"Clocks paused ({Pause.Number})");

    /// <inheritdoc/>
    public override string? Document => Pause.Pause.Document;
}

/// <summary>期限已恢复. A pause ended.</summary>
/// <param name="Pause">中止序号. Which.</param>
/// <param name="At">结束时刻. When (UTC).</param>
[Alias("case.pause-ended")]
public sealed record CasePauseEnded(int Pause, DateTimeOffset At) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限恢复（第{Pause}次中止）", $"Pause {Pause} ended");
}

/// <summary>期限已延长. A clock was extended.</summary>
/// <param name="Kind">期限种类. Which.</param>
/// <param name="Item">件号. Which of several.</param>
/// <param name="Extension">延长. By how much, by whom.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.clock-extended")]
public sealed record CaseClockExtended(string Kind, int Item, ClockExtension Extension, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"延长期限{Extension.Length}", $"Extended by {Extension.Length}");
}

/// <summary>处罚建议已提出. The investigation ended with a proposal.</summary>
/// <param name="At">提出时刻. When (UTC).</param>
/// <param name="Proposal">处罚建议. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.penalty-proposed")]
public sealed record PenaltyProposed(DateTimeOffset At, PenaltyProposal Proposal, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建议罚没款{CaseTexts.Yuan(Proposal.Penalty.Money)}元", $"Proposed: {CaseTexts.Yuan(Proposal.Penalty.Money)} yuan");
}

/// <summary>已退回补充调查. Legal review sent it back.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.returned-for-investigation")]
public sealed record CaseReturnedForInvestigation(Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"退回补充调查：{Grounds.Reason}", $"Returned: {Grounds.Reason}");
}

/// <summary>法制审核已通过. Legal review passed the proposal.</summary>
/// <param name="Reviewer">审核人. Who.</param>
/// <param name="OffersHearing">应当告知听证. Whether a hearing must be offered.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.legal-review-passed")]
public sealed record LegalReviewPassed(string Reviewer, bool OffersHearing, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("法制审核通过", "Legal review passed");
}

/// <summary>权利告知书已送达. The party knows its rights.</summary>
/// <param name="ServedOn">送达日期. The day (Asia/Shanghai).</param>
/// <param name="StatementUntil">陈述申辩截止. Until when it may answer (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.rights-notified")]
public sealed record RightsNotified(DateOnly ServedOn, DateTimeOffset StatementUntil, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("送达权利告知书", "Notice of rights served");
}

/// <summary>当事人已答复. What the party did with its rights.</summary>
/// <param name="Answer">答复. What.</param>
/// <param name="Pause">中止. The pause that a hearing makes, or null.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("case.party-answered")]
public sealed record PartyAnswered(PartyAnswer Answer, CasePause? Pause, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"当事人答复：{Terms.Of(Answer).Chinese}", $"The party: {Terms.Of(Answer).English}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>听证已通知. The hearing is announced.</summary>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("case.hearing-announced")]
public sealed record HearingAnnounced(DateOnly HearingOn, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"通知于{HearingOn:yyyy-MM-dd}举行听证", $"Hearing announced for {HearingOn:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>听证已举行. The hearing was held.</summary>
/// <param name="HeldOn">举行日期. The day (Asia/Shanghai).</param>
/// <param name="Chair">听证主持人. Who presided.</param>
/// <param name="Report">听证报告编号.</param>
/// <param name="Pause">中止序号. The pause that ends with it, or null.</param>
[Alias("case.hearing-recorded")]
public sealed record HearingRecorded(DateOnly HeldOn, string Chair, string Report, int? Pause) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("听证已举行", "The hearing was held");

    /// <inheritdoc/>
    public override string? Document => Report;
}

/// <summary>处罚决定已作出. The penalty is decided.</summary>
/// <param name="At">决定时刻. When (UTC).</param>
/// <param name="Decision">决定. What, and why this amount.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.penalty-decided")]
public sealed record PenaltyDecided(DateTimeOffset At, PenaltyDecision Decision, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"决定罚没款{CaseTexts.Yuan(Decision.Penalty.Money)}元", $"Decided: {CaseTexts.Yuan(Decision.Penalty.Money)} yuan");
}

/// <summary>处罚决定已送达. The decision was served.</summary>
/// <param name="ServedOn">送达日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">送达回证编号. Or null.</param>
[Alias("case.decision-served")]
public sealed record DecisionServed(DateOnly ServedOn, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("送达处罚决定", "Decision served");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>处罚决定已公示. The decision was published.</summary>
/// <param name="PublishedOn">公示日期. The day (Asia/Shanghai).</param>
/// <param name="Place">公示平台. Where.</param>
[Alias("case.decision-published")]
public sealed record DecisionPublished(DateOnly PublishedOn, string Place) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("处罚决定已公示", "Decision published");
}

/// <summary>已准予延期、分期缴纳. The party may pay later or in parts.</summary>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Extension">延长. By how much the term of payment is longer.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.instalments-allowed")]
public sealed record InstalmentsAllowed(DateOnly Until, ClockExtension Extension, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"准予延期、分期缴纳至{Until:yyyy-MM-dd}", $"Payment allowed until {Until:yyyy-MM-dd}");
}

/// <summary>已申请强制执行. The court was asked to enforce the decision.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.court-enforcement-requested")]
public sealed record CourtEnforcementRequested(DateOnly On, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("申请人民法院强制执行", "Court enforcement requested");
}

/// <summary>罚没款已缴. Something was collected.</summary>
/// <param name="Amount">金额. In 分.</param>
/// <param name="PaidOn">缴纳日期. The day (Asia/Shanghai).</param>
/// <param name="DocumentNumber">票据编号. Or null.</param>
[Alias("case.penalty-executed")]
public sealed record PenaltyExecuted(long Amount, DateOnly PaidOn, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"缴纳罚没款{CaseTexts.Yuan(Amount)}元", $"Paid {CaseTexts.Yuan(Amount)} yuan");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>已结案. The case is closed.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Outcome">结案方式. How.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.closed")]
public sealed record CaseClosed(DateOnly On, CaseOutcome Outcome, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"结案：{Terms.Of(Outcome).Chinese}", $"Closed: {Terms.Of(Outcome).English}");
}

/// <summary>案件已撤销. The case was withdrawn.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.withdrawn")]
public sealed record CaseWithdrawn(DateOnly On, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销案件：{Grounds.Reason}", $"Withdrawn: {Grounds.Reason}");
}

/// <summary>警示规范情况已登记. What followed from the case.</summary>
/// <param name="FollowUp">警示规范记录. What followed.</param>
[Alias("case.follow-up-recorded")]
public sealed record CaseFollowUpRecorded(CaseFollowUp FollowUp) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"警示企业{FollowUp.Warned.Length}家", $"{FollowUp.Warned.Length} enterprises were warned");
}

/// <summary>已告知另案. The case it was joined with was told.</summary>
/// <param name="Other">另案编号. Which.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("case.joined-case-told")]
public sealed record JoinedCaseTold(string Other, string? Refused) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Refused is null ? new($"已告知并案的{Other}", $"Case {Other} was told that they are joined") : new($"{Other}未能并案（{Refused}）", $"Case {Other} would not be joined ({Refused})");
}

/// <summary>检查已关联. An inspection's findings belong to it.</summary>
/// <param name="Inspection">检查编号. Which inspection.</param>
[Alias("case.inspection-linked")]
public sealed record InspectionLinked(string Inspection) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"关联检查{Inspection}", $"Inspection {Inspection} belongs to it");
}

/// <summary>移送进展已登记. What the crime transfer told.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Transfer">移送编号. Which transfer.</param>
/// <param name="Step">进展. What happened.</param>
[Alias("case.transfer-noted")]
public sealed record CrimeTransferNoted(DateTimeOffset At, string Transfer, TransferStep Step) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"移送{Transfer}：{Terms.Of(Step).Chinese}", $"Transfer {Transfer}: {Terms.Of(Step).English}");
}

/// <summary>当事人逾期未答复. The party let its time to answer pass.</summary>
/// <param name="On">最后一日. The last day (Asia/Shanghai).</param>
[Alias("case.party-kept-silent")]
public sealed record PartyKeptSilent(DateOnly On) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("当事人在法定期限内未陈述、申辩，未要求听证", "The party let its time to answer pass");
}

/// <summary>期限已重新计算. Clocks are due otherwise than before.</summary>
/// <param name="Clocks">期限. When they are due now.</param>
[Alias("case.clocks-reckoned")]
public sealed record CaseClocksRecalculated(ImmutableArray<RecalculatedClock> Clocks) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限重新计算（{Clocks.Length}项）", $"{Clocks.Length} clocks reckoned");
}

/// <summary>期限预警已发出. A deadline comes near.</summary>
/// <param name="Kind">期限种类. Which.</param>
/// <param name="Item">件号. Which of several.</param>
/// <param name="DueAt">到期时刻. When it is due (UTC).</param>
[Alias("case.deadline-near")]
public sealed record CaseDeadlineNear(string Kind, int Item, DateTimeOffset DueAt) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限临近：{CaseTexts.Deadline(Kind).Chinese}", $"Deadline near: {CaseTexts.Deadline(Kind).English}");
}

/// <summary>期限已逾期. A deadline was not met; it blocks no step.</summary>
/// <param name="Item">件号. Which of several.</param>
/// <param name="Lapse">逾期记录. What, when, who answers for it.</param>
[Alias("case.deadline-lapsed")]
public sealed record CaseDeadlineLapsed(int Item, CaseLapse Lapse) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"逾期：{CaseTexts.Deadline(Lapse.Kind).Chinese}", $"Lapsed: {CaseTexts.Deadline(Lapse.Kind).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;
}

/// <summary>The JSON forms of everything a case stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<CaseState>))]
[JsonSerializable(typeof(CaseState))]
[JsonSerializable(typeof(LeadRecorded))]
[JsonSerializable(typeof(CaseNotFiled))]
[JsonSerializable(typeof(CaseFiled))]
[JsonSerializable(typeof(CaseOfficersAssigned))]
[JsonSerializable(typeof(CaseTakenOver))]
[JsonSerializable(typeof(CaseHandedOver))]
[JsonSerializable(typeof(CasePartyAdded))]
[JsonSerializable(typeof(CaseFiguresRecorded))]
[JsonSerializable(typeof(TransferDutyOpened))]
[JsonSerializable(typeof(CaseMarkedMajor))]
[JsonSerializable(typeof(CaseTitleCorrected))]
[JsonSerializable(typeof(CaseJoined))]
[JsonSerializable(typeof(JoinedCaseTold))]
[JsonSerializable(typeof(InspectionLinked))]
[JsonSerializable(typeof(EvidenceAdded))]
[JsonSerializable(typeof(EvidenceMoved))]
[JsonSerializable(typeof(GoodsSeized))]
[JsonSerializable(typeof(SeizureEnded))]
[JsonSerializable(typeof(PreservationLapsed))]
[JsonSerializable(typeof(TestOrdered))]
[JsonSerializable(typeof(TestResultRecorded))]
[JsonSerializable(typeof(CasePaused))]
[JsonSerializable(typeof(CasePauseEnded))]
[JsonSerializable(typeof(CaseClockExtended))]
[JsonSerializable(typeof(PenaltyProposed))]
[JsonSerializable(typeof(CaseReturnedForInvestigation))]
[JsonSerializable(typeof(LegalReviewPassed))]
[JsonSerializable(typeof(RightsNotified))]
[JsonSerializable(typeof(PartyAnswered))]
[JsonSerializable(typeof(HearingAnnounced))]
[JsonSerializable(typeof(HearingRecorded))]
[JsonSerializable(typeof(PenaltyDecided))]
[JsonSerializable(typeof(DecisionServed))]
[JsonSerializable(typeof(DecisionPublished))]
[JsonSerializable(typeof(InstalmentsAllowed))]
[JsonSerializable(typeof(CourtEnforcementRequested))]
[JsonSerializable(typeof(PenaltyExecuted))]
[JsonSerializable(typeof(CaseClosed))]
[JsonSerializable(typeof(CaseWithdrawn))]
[JsonSerializable(typeof(CaseFollowUpRecorded))]
[JsonSerializable(typeof(CrimeTransferNoted))]
[JsonSerializable(typeof(PartyKeptSilent))]
[JsonSerializable(typeof(CaseClocksRecalculated))]
[JsonSerializable(typeof(CaseDeadlineNear))]
[JsonSerializable(typeof(CaseDeadlineLapsed))]
[JsonSerializable(typeof(RecordLead))]
[JsonSerializable(typeof(DecideNotToFile))]
[JsonSerializable(typeof(FileCase))]
[JsonSerializable(typeof(AssignCaseOfficers))]
[JsonSerializable(typeof(MoveCaseWork))]
[JsonSerializable(typeof(HandOverCase))]
[JsonSerializable(typeof(AddCaseParty))]
[JsonSerializable(typeof(RecordCaseFigures))]
[JsonSerializable(typeof(MarkMajorCase))]
[JsonSerializable(typeof(CorrectCaseTitle))]
[JsonSerializable(typeof(JoinCase))]
[JsonSerializable(typeof(NoteJoinedCase))]
[JsonSerializable(typeof(LinkInspection))]
[JsonSerializable(typeof(AddEvidence))]
[JsonSerializable(typeof(MoveEvidence))]
[JsonSerializable(typeof(SeizeGoods))]
[JsonSerializable(typeof(EndSeizure))]
[JsonSerializable(typeof(OrderTest))]
[JsonSerializable(typeof(RecordTestResult))]
[JsonSerializable(typeof(PauseCase))]
[JsonSerializable(typeof(EndCasePause))]
[JsonSerializable(typeof(ExtendCaseClock))]
[JsonSerializable(typeof(ProposePenalty))]
[JsonSerializable(typeof(ReturnForInvestigation))]
[JsonSerializable(typeof(PassLegalReview))]
[JsonSerializable(typeof(NotifyRights))]
[JsonSerializable(typeof(RecordPartyAnswer))]
[JsonSerializable(typeof(AnnounceHearing))]
[JsonSerializable(typeof(RecordHearing))]
[JsonSerializable(typeof(DecidePenalty))]
[JsonSerializable(typeof(ServeDecision))]
[JsonSerializable(typeof(PublishDecision))]
[JsonSerializable(typeof(AllowInstalments))]
[JsonSerializable(typeof(RequestCourtEnforcement))]
[JsonSerializable(typeof(ExecutePenalty))]
[JsonSerializable(typeof(CloseCase))]
[JsonSerializable(typeof(WithdrawCase))]
[JsonSerializable(typeof(RecordCaseFollowUp))]
[JsonSerializable(typeof(NoteCrimeTransfer))]
[JsonSerializable(typeof(CaseDeadlineReached))]
internal sealed partial class CaseJson : JsonSerializerContext;
