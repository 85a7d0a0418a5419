using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件命令. What may be asked of a case. Money in 分.</summary>
[GenerateSerializer, Immutable, Alias("case.command")]
public abstract record CaseCommand : Command
{
    /// <summary>登记线索. Who may record a lead: whoever receives one.</summary>
    protected const Roles Recorders = Roles.Officer | Roles.Hotline | Decisions;

    /// <summary>办案. Who investigates and records what is found and done.</summary>
    protected const Roles Investigators = Roles.Officer | Roles.SectionHead | Roles.Leader | Roles.Administrator;

    /// <summary>法制审核. Who reviews: the legal section (行政处罚法 第五十八条).</summary>
    protected const Roles Reviewers = Roles.Legal;

    /// <summary>决定. Who decides: not the officer alone (行政处罚法 第五十七条).</summary>
    protected const Roles Decisions = Roles.SectionHead | Roles.Leader | Roles.Legal | Roles.Administrator;
}

/// <summary>可延长的期限. The clocks of a case that can be extended.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(WireNameConverter<CaseClock>))]
public enum CaseClock
{
    /// <summary>The decision whether to file.</summary>
    [Term("立案决定", "decision on filing")]
    Filing,

    /// <summary>The decision on the penalty.</summary>
    [Term("处罚决定", "decision on the penalty")]
    Decision,

    /// <summary>Sealing or seizure.</summary>
    [Term("查封、扣押", "sealing or seizure")]
    Seizure,
}

/// <summary>登记线索. Records a lead: from here on there is a case, and the clock of the filing decision runs.</summary>
/// <param name="Title">案件名称. What the case is called.</param>
/// <param name="Violation">违法行为. Its kind.</param>
/// <param name="Source">线索来源. Where it came from.</param>
/// <param name="ReceivedOn">收到日期. The day it was received or found (Asia/Shanghai); not after today.</param>
/// <param name="Facts">主要事实. What is known.</param>
/// <param name="SubKind">违法情形. What exactly; it must belong to the kind.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … it came from.</param>
/// <param name="EnterpriseCreditCode">当事企业. The credit code of a registered enterprise; left out for a person or an unregistered den.</param>
/// <param name="PartyKind">当事人类型. Left out, an enterprise.</param>
/// <param name="PartyName">当事人名称. May be left out for a registered enterprise.</param>
/// <param name="PartyAddress">当事人地址.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="ActEndedOn">违法行为终了日期. Left out while it goes on or is not known.</param>
/// <param name="HarmsSafety">危害生命健康安全. Whether life, health or financial safety was harmed.</param>
[GenerateSerializer, Immutable, Alias("case.record-lead"), AllowedTo(Recorders), Creates]
[Refuses<AlreadyExists, PartyNotRegistered>]
public sealed record RecordLead(
    [Longest(200)] string Title,
    ViolationKind Violation,
    LeadSource Source,
    DateOnly ReceivedOn,
    [Longest(2000)] string Facts,
    ViolationSubKind? SubKind,
    [Longest(100)] string? SourceReference,
    string? EnterpriseCreditCode,
    PartyKind? PartyKind,
    [Longest(200)] string? PartyName,
    [Longest(500)] string? PartyAddress,
    [Optional, Listed<ProductClass>] ImmutableArray<string> ProductClasses,
    [Optional] DateOnly? ActEndedOn,
    [Optional] bool HarmsSafety) : CaseCommand;

/// <summary>决定不予立案. Decides that the lead makes no case (程序规定 第二十条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.decide-not-to-file"), AllowedTo(Decisions)]
[Refuses<CrimeTransferRequired, CaseNotInStage>]
public sealed record DecideNotToFile(Grounds Grounds) : CaseCommand;

/// <summary>立案. Files the case and names its officers, two at least (行政处罚法 第四十二条、第五十四条).</summary>
/// <param name="Officers">办案人员. User names, the one who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.file"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct>]
public sealed record FileCase(ImmutableArray<string> Officers, Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>指派办案人员. Names other officers, two at least; those before stay investigators for the review.</summary>
/// <param name="Officers">办案人员. User names, the one who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.assign-officers"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator, ChairIsInvestigator>]
public sealed record AssignCaseOfficers(ImmutableArray<string> Officers, Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>移转案件. One person's part in a case passes to another; who investigated before stays an investigator for the review.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered]
[Refuses<CaseNotInStage, WorkNotHeld, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator>]
[Refuses<ChairIsInvestigator>]
public sealed record MoveCaseWork(string From, string To, Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>移交案件. Another section answers for the case from now on (R3.4.1).</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("case.hand-over"), AllowedTo(SectionHandover.Deciders)]
[Refuses<CaseNotInStage>]
public sealed record HandOverCase(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CaseCommand;

/// <summary>追加当事人. Adds an enterprise, person or den that the case is also about.</summary>
/// <param name="Kind">类型. What it is.</param>
/// <param name="Name">名称. Its name.</param>
/// <param name="CreditCode">统一社会信用代码. Of an enterprise.</param>
/// <param name="Address">地址.</param>
[GenerateSerializer, Immutable, Alias("case.add-party"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, PartyNotRegistered>]
public sealed record AddCaseParty(
    PartyKind Kind,
    [Longest(200)] string Name,
    string? CreditCode,
    [Longest(500)] string? Address) : CaseCommand;

/// <summary>登记涉案数额. Records what was found of amounts and circumstances; it replaces what was recorded before and is compared with the thresholds of crime at once.</summary>
/// <param name="GoodsValue">货值金额. What the goods are worth, sold or not.</param>
/// <param name="SalesAmount">销售金额. What was taken for those that were sold.</param>
/// <param name="UnsoldValue">未销售货值. What the unsold ones are worth.</param>
/// <param name="IllegalGains">违法所得. Illegal gains.</param>
/// <param name="BusinessAmount">非法经营数额. The business done with infringing goods.</param>
/// <param name="Loss">权利人损失. The right holder's loss.</param>
/// <param name="LabelPieces">标识件数. Counterfeit labels, in pieces.</param>
/// <param name="Marks">商标数. How many registered marks are concerned.</param>
/// <param name="Circumstances">情节. What was found beside the figures.</param>
[GenerateSerializer, Immutable, Alias("case.record-figures"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record RecordCaseFigures(
    Yuan GoodsValue,
    [Optional] Yuan SalesAmount,
    [Optional] Yuan UnsoldValue,
    [Optional] Yuan IllegalGains,
    [Optional] Yuan BusinessAmount,
    [Optional] Yuan Loss,
    [Optional] int LabelPieces,
    [Optional] int? Marks,
    [Optional] ImmutableArray<GraveCircumstance> Circumstances) : CaseCommand;

/// <summary>确定为大案要案. Makes it a major case by decision (R1.2).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.mark-major"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage>]
public sealed record MarkMajorCase(Grounds Grounds) : CaseCommand;

/// <summary>更正案件名称. Puts right what the case is called, where it was mistyped; the journal keeps both. The head of a section decides that.</summary>
/// <param name="Title">案件名称. What it is called from now on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-title"), AllowedTo(Roles.SectionHead)]
public sealed record CorrectCaseTitle([Longest(200)] string Title, Grounds Grounds) : CaseCommand;

/// <summary>并案办理. Handles it together with another case.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Other">另案编号. The number of the other case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.join"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage>]
public sealed record JoinCase(string Number, string Other, Grounds Grounds) : CaseCommand, IConcernsTwo
{
    string IConcernsTwo.Named => Number;

    // The lesser number decides and tells the greater: a case waits only for cases of greater numbers, so that no two ever wait for one another.
    string IConcernsTwo.TakenBy => DrawnNumber.Parse(Case.Prefix, Other, out var other) is null && string.CompareOrdinal(other, Number) < 0 ? other : Number;

    /// <summary>The case that one of the two is joined with, in normal form; answers with what is wrong with the numbers.</summary>
    /// <param name="number">The number of the one that is asked.</param>
    /// <param name="partner">The number of the other; of no meaning when there is a problem.</param>
    internal InvalidInput? PartnerOf(string number, out string partner)
    {
        if (DrawnNumber.Parse(Case.Prefix, Number, out var named) is { } wrong)
        {
            partner = named;
            return wrong;
        }

        if (DrawnNumber.Parse(Case.Prefix, Other, out var other) is { } wrongOther)
        {
            partner = other;
            return wrongOther with { Field = "other" };
        }

        partner = number == other ? named : other;
        return named == other ? new InvalidInput("other", "不能与本案自身并案", "A case is not joined with itself")
            : number != named && number != other ? new InvalidInput("number", $"并案不涉及案件{number}", $"The two do not concern case {number}")
            : null;
    }
}

/// <summary>登记并案. What the case that was joined with it first tells it; given in the name of who decided.</summary>
/// <param name="Other">另案编号. The other case.</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
[GenerateSerializer, Immutable, Alias("case.note-joined"), AllowedTo(Decisions), NotOffered]
[Refuses<CaseNotInStage>]
public sealed record NoteJoinedCase(string Other, Grounds Grounds) : CaseCommand;

/// <summary>关联检查. What an inspection tells a case that its findings belong to; given in the name of who recorded it.</summary>
/// <param name="Inspection">检查编号. Which inspection.</param>
[GenerateSerializer, Immutable, Alias("case.link-inspection"), AllowedTo(Recorders), NotOffered]
[Refuses<CaseNotInStage>]
public sealed record LinkInspection(string Inspection) : CaseCommand;

/// <summary>登记证据. Records a piece of evidence taken by two officers at least (行政处罚法 第四十二条、第四十六条).</summary>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Title">名称. What it is.</param>
/// <param name="TakenOn">取得日期. The day (Asia/Shanghai); not after today.</param>
/// <param name="TakenBy">取证人员. User names, two at least.</param>
/// <param name="Holder">保管人. Who keeps it.</param>
/// <param name="Place">保管地点. Where.</param>
/// <param name="Attachment">附件哈希. SHA-256 of a file that is kept elsewhere, in hexadecimal; a file that was brought is named in attachments.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("case.add-evidence"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, AttachmentNotKept>]
public sealed record AddEvidence(
    EvidenceKind Kind,
    [Longest(200)] string Title,
    DateOnly TakenOn,
    ImmutableArray<string> TakenBy,
    [Longest(100)] string Holder,
    [Longest(200)] string Place,
    string? Attachment = null,
    ImmutableArray<AttachmentReference>? Attachments = null) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => TakenBy;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>移交证据保管. Hands a piece of evidence to another keeper; the chain of custody shows it.</summary>
/// <param name="Evidence">证据序号. Its number in the case.</param>
/// <param name="Holder">保管人. Who keeps it now.</param>
/// <param name="Place">保管地点. Where.</param>
[GenerateSerializer, Immutable, Alias("case.move-evidence"), AllowedTo(Investigators)]
[Refuses<NoSuchItem>]
public sealed record MoveEvidence(int Evidence, [Longest(100)] string Holder, [Longest(200)] string Place) : CaseCommand;

/// <summary>查封、扣押、先行登记保存. Seals, seizes or preserves goods; each has a clock of its own (行政强制法 第二十五条, 行政处罚法 第五十六条).</summary>
/// <param name="Kind">种类. What is done.</param>
/// <param name="Goods">物品. What is held.</param>
/// <param name="Officers">实施人员. User names, two at least.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.seize-goods"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct>]
public sealed record SeizeGoods(
    SeizureKind Kind,
    [Longest(500)] string Goods,
    ImmutableArray<string> Officers,
    Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>处理被采取措施的物品. Ends a measure on goods.</summary>
/// <param name="Seizure">措施序号. Its number in the case.</param>
/// <param name="Outcome">处理. What becomes of the goods.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.end-seizure"), AllowedTo(Investigators)]
[Refuses<NoSuchItem>]
public sealed record EndSeizure(int Seizure, SeizureOutcome Outcome, Grounds Grounds) : CaseCommand;

/// <summary>委托检验检测. Has something tested; the time of the test is not counted (程序规定 第六十四条, 行政强制法 第二十五条).</summary>
/// <param name="Laboratory">检验机构. Who tests.</param>
/// <param name="Sample">样品. What is tested.</param>
/// <param name="DocumentNumber">委托书编号. The number of the order.</param>
/// <param name="Seizure">措施序号. The seizure whose goods are tested, if any.</param>
/// <param name="Reason">中止事由. A test (检测) unless it is an inspection, quarantine or expert opinion.</param>
[GenerateSerializer, Immutable, Alias("case.order-test"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record OrderTest(
    [Longest(200)] string Laboratory,
    [Longest(200)] string Sample,
    [Longest(200)] string DocumentNumber,
    int? Seizure,
    PauseReason? Reason) : CaseCommand;

/// <summary>登记检验结果. Records the result of a test; the clocks go on from its day.</summary>
/// <param name="Test">检验序号. Its number in the case.</param>
/// <param name="Passed">合格. Whether it is up to standard.</param>
/// <param name="Report">报告编号. The number of the report.</param>
[GenerateSerializer, Immutable, Alias("case.record-test-result"), AllowedTo(Investigators)]
[Refuses<NoSuchItem>]
public sealed record RecordTestResult(int Test, bool Passed, [Longest(200)] string? Report) : CaseCommand;

/// <summary>中止期限. Stops the clocks that the reason stops (程序规定 第六十四条).</summary>
/// <param name="Reason">中止事由. Why.</param>
/// <param name="DocumentNumber">文书编号. The document that says so.</param>
/// <param name="StartedOn">起始日期. The day it began; today when left out. Not after today.</param>
[GenerateSerializer, Immutable, Alias("case.pause"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record PauseCase(PauseReason Reason, [Longest(200)] string DocumentNumber, DateOnly? StartedOn) : CaseCommand;

/// <summary>恢复期限. Ends a pause.</summary>
/// <param name="Pause">中止序号. Its number in the case.</param>
/// <param name="EndedOn">结束日期. The day it ended; today when left out. Not after today.</param>
[GenerateSerializer, Immutable, Alias("case.end-pause"), AllowedTo(Investigators)]
[Refuses<NotInPause>]
public sealed record EndCasePause(int Pause, DateOnly? EndedOn) : CaseCommand;

/// <summary>延长期限. Extends a clock as its rule provides; the head grants it (程序规定 第十八条、第六十四条, 行政强制法 第二十五条).</summary>
/// <param name="Clock">期限. Which.</param>
/// <param name="Item">件号. The number of the seizure, where it is one.</param>
/// <param name="Length">延长多少. In the rule's unit; what the rule provides for when left out. Needed where a collective decision sets the term.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.extend-clock"), AllowedTo(Decisions)]
[Refuses<NoSuchItem, ExtensionNotProvided>]
public sealed record ExtendCaseClock(CaseClock Clock, int? Item, int? Length, Grounds Grounds) : CaseCommand;

/// <summary>提出处罚建议. Ends the investigation with a proposal and hands the file to legal review.</summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="ConfiscatedGains">没收违法所得.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.propose-penalty"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record ProposePenalty(
    Yuan Fine, [Optional] Yuan ConfiscatedGains, [Optional] Yuan ConfiscatedGoods, [Optional] ImmutableArray<PenaltyKind> Others, Grounds Grounds) : CaseCommand;

/// <summary>退回补充调查. Legal review sends the file back.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.return-for-investigation"), AllowedTo(Reviewers)]
[Refuses<CaseNotInStage, ReviewerIsInvestigator>]
public sealed record ReturnForInvestigation(Grounds Grounds) : CaseCommand;

/// <summary>通过法制审核. Legal review passes the proposal; the reviewer must not have investigated (行政处罚法 第五十八条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.pass-legal-review"), AllowedTo(Reviewers)]
[Refuses<CaseNotInStage, ReviewerIsInvestigator>]
public sealed record PassLegalReview(Grounds Grounds) : CaseCommand;

/// <summary>送达权利告知书. Tells the party what is proposed and what rights it has (行政处罚法 第四十四条、第六十三条).</summary>
/// <param name="ServedOn">送达日期. The day it was served; not after today.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.notify-rights"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, ReviewNotPassed>]
public sealed record NotifyRights(DateOnly ServedOn, Grounds Grounds) : CaseCommand;

/// <summary>登记当事人答复. Records that the party stated its case, asked for a hearing or waived its rights.</summary>
/// <param name="Answer">答复. What it answered.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("case.record-party-answer"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, RightsNotNotified, HearingNotHeld, NoHearingRequested>]
public sealed record RecordPartyAnswer(PartyAnswer Answer, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>通知听证. Announces the hearing, seven working days before at the latest (行政处罚法 第六十四条第二项).</summary>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("case.announce-hearing"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, HearingTooSoon>]
public sealed record AnnounceHearing(DateOnly HearingOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>登记听证. Records that the hearing was held; who presides must not have investigated (行政处罚法 第六十四条第四项).</summary>
/// <param name="HeldOn">举行日期. The day; not after today.</param>
/// <param name="Chair">听证主持人. User name of who presided.</param>
/// <param name="Report">听证报告编号. The number of the report.</param>
[GenerateSerializer, Immutable, Alias("case.record-hearing"), AllowedTo(Roles.Legal | Decisions)]
[Refuses<CaseNotInStage, RightsNotNotified, NoHearingRequested, ChairIsInvestigator>]
public sealed record RecordHearing(DateOnly HeldOn, [Longest(100)] string Chair, [Longest(200)] string Report) : CaseCommand;

/// <summary>作出处罚决定. Decides the penalty (行政处罚法 第五十七条). Refused while the duty to transfer stands: no fine in place of transfer.</summary>
/// <param name="Fine">罚款. The fine.</param>
/// <param name="Discretion">裁量理由. Why this amount.</param>
/// <param name="ConfiscatedGains">没收违法所得.</param>
/// <param name="ConfiscatedGoods">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="IsCollective">集体讨论. Whether the heads decided together.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.decide-penalty"), AllowedTo(Decisions)]
[Refuses<CrimeTransferRequired, CaseNotInStage, ReviewNotPassed, RightsNotNotified, HearingNotHeld>]
[Refuses<StatementPeriodRuns, PenaltyAggravated, CollectiveDecisionRequired, LimitationPassed>]
public sealed record DecidePenalty(
    Yuan Fine,
    [Longest(2000)] string Discretion,
    [Optional] Yuan ConfiscatedGains,
    [Optional] Yuan ConfiscatedGoods,
    [Optional] ImmutableArray<PenaltyKind> Others,
    [Optional] bool IsCollective,
    Grounds Grounds) : CaseCommand;

/// <summary>送达处罚决定. Records that the decision was served (行政处罚法 第六十一条).</summary>
/// <param name="ServedOn">送达日期. The day; not after today.</param>
/// <param name="DocumentNumber">送达回证编号.</param>
[GenerateSerializer, Immutable, Alias("case.serve-decision"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record ServeDecision(DateOnly ServedOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>公示处罚决定. Records that the decision was published.</summary>
/// <param name="PublishedOn">公示日期. The day; not after today.</param>
/// <param name="Place">公示平台. Where.</param>
[GenerateSerializer, Immutable, Alias("case.publish-decision"), AllowedTo(Roles.Legal | Investigators)]
[Refuses<CaseNotInStage>]
public sealed record PublishDecision(DateOnly PublishedOn, [Longest(200)] string Place) : CaseCommand;

/// <summary>准予延期、分期缴纳. Lets the party pay later or in parts (行政处罚法 第六十六条).</summary>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.allow-instalments"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record AllowInstalments(DateOnly Until, Grounds Grounds) : CaseCommand;

/// <summary>申请法院强制执行. Asks the court to enforce the decision (行政强制法 第五十三条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.request-court-enforcement"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage>]
public sealed record RequestCourtEnforcement(Grounds Grounds) : CaseCommand;

/// <summary>执行处罚. Records what was collected.</summary>
/// <param name="Amount">金额. What was paid.</param>
/// <param name="PaidOn">缴纳日期. The day; not after today.</param>
/// <param name="DocumentNumber">票据编号.</param>
[GenerateSerializer, Immutable, Alias("case.execute-penalty"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record ExecutePenalty(Yuan Amount, DateOnly PaidOn, [Longest(200)] string? DocumentNumber) : CaseCommand;

/// <summary>结案. Closes the case when nothing is left to do. Refused while the duty to transfer stands.</summary>
/// <param name="Outcome">结案方式. How: executed, enforced by the court, or execution ended.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.close"), AllowedTo(Decisions)]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks>]
public sealed record CloseCase(CaseOutcome Outcome, Grounds Grounds) : CaseCommand;

/// <summary>撤销案件. Withdraws a case in which the act does not stand (程序规定 第四十七条). Refused while the duty to transfer stands.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.withdraw"), AllowedTo(Decisions)]
[Refuses<CrimeTransferRequired, CaseNotInStage, CaseHasOpenTasks>]
public sealed record WithdrawCase(Grounds Grounds) : CaseCommand;

/// <summary>登记警示规范情况. Records which enterprises were warned and which practice was corrected (R3.2.4).</summary>
/// <param name="Practice">规范行为. Which practice was corrected.</param>
/// <param name="Warned">受警示企业. Their credit codes.</param>
[GenerateSerializer, Immutable, Alias("case.record-follow-up"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, PartyNotRegistered>]
public sealed record RecordCaseFollowUp([Longest(1000)] string Practice, [Optional] ImmutableArray<string> Warned) : CaseCommand;

/// <summary>移送进展. What a crime transfer tells its case.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(WireNameConverter<TransferStep>))]
public enum TransferStep
{
    /// <summary>It was opened.</summary>
    [Term("已启动移送", "opened")]
    Opened,

    /// <summary>The police have filed it.</summary>
    [Term("公安机关已立案", "filed by the police")]
    Filed,

    /// <summary>The police do not file it, finally, or gave it back: it goes on administratively.</summary>
    [Term("退回行政处理", "returned")]
    Returned,
}

/// <summary>登记移送进展. What a crime transfer tells its case; the system delivers it.</summary>
/// <param name="Transfer">移送编号. The number of the transfer.</param>
/// <param name="Step">进展. What happened.</param>
[GenerateSerializer, Immutable, Alias("case.note-transfer"), AllowedTo(Roles.System)]
[Refuses<CaseNotInStage>]
public sealed record NoteCrimeTransfer(string Transfer, TransferStep Step) : CaseCommand;

/// <summary>案件期限到期. A deadline of the case, or the warning of one, has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="CaseDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("case.deadline-reached"), AllowedTo(Roles.System)]
public sealed record CaseDeadlineReached(string Kind, DateTimeOffset DueAt) : CaseCommand, IDeadlineCommand;

/// <summary>当事人登记情况. What the shell found of the enterprise that a command names as a party.</summary>
/// <param name="Name">企业名称. Its registered name; null when it is not registered.</param>
public sealed record PartyFound(string? Name);

/// <summary>并案另案. What the shell found of the case that this one is to be joined with.</summary>
/// <param name="Stage">另案阶段. Where it stands; null when there is none.</param>
/// <param name="Version">另案版本. Its version; null when there is none.</param>
public sealed record JoinPartnerFound(CaseStage? Stage, int? Version);

/// <summary>受警示企业登记情况. What the shell found out of the enterprises that a follow-up names.</summary>
/// <param name="Unregistered">未登记企业. Credit codes that no enterprise is registered under.</param>
public sealed record WarnedFound(ImmutableArray<string> Unregistered);

/// <summary>证据情况. What the shell found out of the files of a piece of evidence.</summary>
/// <param name="Files">已存附件. The named files that are kept, by hash.</param>
public sealed record EvidenceFound(IReadOnlyDictionary<string, KeptContent> Files);
