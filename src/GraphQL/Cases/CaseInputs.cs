using GraphQL;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Cases;

/// <summary>登记线索的输入. Records a lead: from here on there is a case, and the clock of the filing decision runs.</summary>
/// <param name="Title">案件名称. What the case is called; at most 200 characters.</param>
/// <param name="Violation">违法行为. Its kind.</param>
/// <param name="Source">线索来源. Where it came from.</param>
/// <param name="ReceivedOn">收到日期. The day it was received or found (Asia/Shanghai); not after today.</param>
/// <param name="Facts">主要事实. What is known; at most 2,000 characters.</param>
/// <param name="SubKind">违法情形. What exactly; it must belong to the kind.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … it came from.</param>
/// <param name="EnterpriseCreditCode">当事企业. The credit code of a registered enterprise; left out for a person or an unregistered den.</param>
/// <param name="PartyKind">当事人类型. Left out, an enterprise.</param>
/// <param name="PartyName">当事人名称. May be left out for a registered enterprise.</param>
/// <param name="PartyAddress">当事人地址.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="ActEndedOn">违法行为终了日期. Left out while it goes on or is not known.</param>
/// <param name="HarmsSafety">危害生命健康安全. Whether life, health or financial safety was harmed.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordLeadInput(
    string Title,
    ViolationKind Violation,
    LeadSource Source,
    DateOnly ReceivedOn,
    string Facts,
    ViolationSubKind? SubKind = null,
    string? SourceReference = null,
    string? EnterpriseCreditCode = null,
    PartyKind? PartyKind = null,
    string? PartyName = null,
    string? PartyAddress = null,
    IReadOnlyList<string>? ProductClasses = null,
    DateOnly? ActEndedOn = null,
    bool? HarmsSafety = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记线索的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordLeadPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordLead>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>决定不予立案的输入. Decides that the lead makes no case (程序规定 第二十条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record DecideNotToFileInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>决定不予立案的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DecideNotToFilePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<DecideNotToFile>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>立案的输入. Files the case and names its officers, two at least (行政处罚法 第四十二条、第五十四条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Officers">办案人员. User names, the one who answers for it first.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record FileCaseInput(
    string Number,
    IReadOnlyList<string> Officers,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>立案的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record FileCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<FileCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>指派办案人员的输入. Names other officers, two at least; those before stay investigators for the review.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Officers">办案人员. User names, the one who answers for it first.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AssignCaseOfficersInput(
    string Number,
    IReadOnlyList<string> Officers,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>指派办案人员的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AssignCaseOfficersPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AssignCaseOfficers>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>追加当事人的输入. Adds an enterprise, person or den that the case is also about.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Kind">类型. What it is.</param>
/// <param name="Name">名称. Its name.</param>
/// <param name="CreditCode">统一社会信用代码. Of an enterprise.</param>
/// <param name="Address">地址.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AddCasePartyInput(
    string Number,
    PartyKind Kind,
    string Name,
    string? CreditCode = null,
    string? Address = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>追加当事人的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AddCasePartyPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AddCaseParty>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>登记涉案数额的输入. Records what was found of amounts and circumstances; it replaces what was recorded before and is compared with the thresholds of crime at once.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="GoodsValueCny">货值金额. What the goods are worth, sold or not.</param>
/// <param name="SalesAmountCny">销售金额. What was taken for those that were sold.</param>
/// <param name="UnsoldValueCny">未销售货值. What the unsold ones are worth.</param>
/// <param name="IllegalGainsCny">违法所得. Illegal gains.</param>
/// <param name="BusinessAmountCny">非法经营数额. The business done with infringing goods.</param>
/// <param name="LossCny">权利人损失. The right holder's loss.</param>
/// <param name="LabelPieces">标识件数. Counterfeit labels, in pieces.</param>
/// <param name="Marks">商标数. How many registered marks are concerned.</param>
/// <param name="Circumstances">情节. What was found beside the figures.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordCaseFiguresInput(
    string Number,
    decimal GoodsValueCny,
    decimal? SalesAmountCny = null,
    decimal? UnsoldValueCny = null,
    decimal? IllegalGainsCny = null,
    decimal? BusinessAmountCny = null,
    decimal? LossCny = null,
    int? LabelPieces = null,
    int? Marks = null,
    IReadOnlyList<GraveCircumstance>? Circumstances = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记涉案数额的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordCaseFiguresPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordCaseFigures>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>确定为大案要案的输入. Makes it a major case by decision (R1.2).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record MarkMajorCaseInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>确定为大案要案的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record MarkMajorCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<MarkMajorCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>并案办理的输入. Handles it together with another case.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Other">另案编号. The number of the other case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record JoinCaseInput(
    string Number,
    string Other,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>并案办理的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record JoinCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<JoinCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>登记证据的输入. Records a piece of evidence taken by two officers at least (行政处罚法 第四十二条、第四十六条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Title">名称. What it is; at most 200 characters.</param>
/// <param name="TakenOn">取得日期. The day (Asia/Shanghai); not after today.</param>
/// <param name="TakenBy">取证人员. User names, two at least.</param>
/// <param name="Holder">保管人. Who keeps it.</param>
/// <param name="Place">保管地点. Where.</param>
/// <param name="Attachment">附件哈希. SHA-256 of a file that is kept elsewhere, in hexadecimal; a file that was brought is named in attachments.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AddEvidenceInput(
    string Number,
    EvidenceKind Kind,
    string Title,
    DateOnly TakenOn,
    IReadOnlyList<string> TakenBy,
    string Holder,
    string Place,
    string? Attachment = null,
    IReadOnlyList<AttachmentInput>? Attachments = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记证据的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AddEvidencePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AddEvidence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>移交证据保管的输入. Hands a piece of evidence to another keeper; the chain of custody shows it.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Evidence">证据序号. Its number in the case.</param>
/// <param name="Holder">保管人. Who keeps it now.</param>
/// <param name="Place">保管地点. Where.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record MoveEvidenceInput(
    string Number,
    int Evidence,
    string Holder,
    string Place,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>移交证据保管的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record MoveEvidencePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<MoveEvidence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>查封、扣押、先行登记保存的输入. Seals, seizes or preserves goods; each has a clock of its own (行政强制法 第二十五条, 行政处罚法 第五十六条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Kind">种类. What is done.</param>
/// <param name="Goods">物品. What is held; at most 500 characters.</param>
/// <param name="Officers">实施人员. User names, two at least.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record SeizeGoodsInput(
    string Number,
    SeizureKind Kind,
    string Goods,
    IReadOnlyList<string> Officers,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>查封、扣押、先行登记保存的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record SeizeGoodsPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<SeizeGoods>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>处理被采取措施的物品的输入. Ends a measure on goods.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Seizure">措施序号. Its number in the case.</param>
/// <param name="Outcome">处理. What becomes of the goods.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record EndSeizureInput(
    string Number,
    int Seizure,
    SeizureOutcome Outcome,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>处理被采取措施的物品的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record EndSeizurePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<EndSeizure>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>委托检验检测的输入. Has something tested; the time of the test is not counted (程序规定 第六十四条, 行政强制法 第二十五条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Laboratory">检验机构. Who tests.</param>
/// <param name="Sample">样品. What is tested.</param>
/// <param name="DocumentNumber">委托书编号. The number of the order.</param>
/// <param name="Seizure">措施序号. The seizure whose goods are tested, if any.</param>
/// <param name="Reason">中止事由. A test (检测) unless it is an inspection, quarantine or expert opinion.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record OrderTestInput(
    string Number,
    string Laboratory,
    string Sample,
    string DocumentNumber,
    int? Seizure = null,
    PauseReason? Reason = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>委托检验检测的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record OrderTestPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<OrderTest>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>登记检验结果的输入. Records the result of a test; the clocks go on from its day.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Test">检验序号. Its number in the case.</param>
/// <param name="Passed">合格. Whether it is up to standard.</param>
/// <param name="Report">报告编号. The number of the report.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordTestResultInput(
    string Number,
    int Test,
    bool Passed,
    string? Report = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记检验结果的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordTestResultPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordTestResult>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>中止期限的输入. Stops the clocks that the reason stops (程序规定 第六十四条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">中止事由. Why.</param>
/// <param name="DocumentNumber">文书编号. The document that says so.</param>
/// <param name="StartedOn">起始日期. The day it began; today when left out. Not after today.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record PauseCaseInput(
    string Number,
    PauseReason Reason,
    string DocumentNumber,
    DateOnly? StartedOn = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>中止期限的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record PauseCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PauseCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>恢复期限的输入. Ends a pause.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Pause">中止序号. Its number in the case.</param>
/// <param name="EndedOn">结束日期. The day it ended; today when left out. Not after today.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record EndCasePauseInput(
    string Number,
    int Pause,
    DateOnly? EndedOn = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>恢复期限的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record EndCasePausePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<EndCasePause>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>延长期限的输入. Extends a clock as its rule provides; the head grants it (程序规定 第十八条、第六十四条, 行政强制法 第二十五条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Clock">期限. Which.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="Item">件号. The number of the seizure, where it is one.</param>
/// <param name="Length">延长多少. In the rule's unit; what the rule provides for when left out. Needed where a collective decision sets the term.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ExtendCaseClockInput(
    string Number,
    CaseClock Clock,
    string Reason,
    string Basis,
    int? Item = null,
    int? Length = null,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>延长期限的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ExtendCaseClockPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ExtendCaseClock>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>提出处罚建议的输入. Ends the investigation with a proposal and hands the file to legal review.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="FineCny">罚款. The fine.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="ConfiscatedGainsCny">没收违法所得.</param>
/// <param name="ConfiscatedGoodsCny">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ProposePenaltyInput(
    string Number,
    decimal FineCny,
    string Reason,
    string Basis,
    decimal? ConfiscatedGainsCny = null,
    decimal? ConfiscatedGoodsCny = null,
    IReadOnlyList<PenaltyKind>? Others = null,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>提出处罚建议的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ProposePenaltyPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ProposePenalty>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>退回补充调查的输入. Legal review sends the file back.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ReturnForInvestigationInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>退回补充调查的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ReturnForInvestigationPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ReturnForInvestigation>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>通过法制审核的输入. Legal review passes the proposal; the reviewer must not have investigated (行政处罚法 第五十八条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record PassLegalReviewInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>通过法制审核的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record PassLegalReviewPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PassLegalReview>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>送达权利告知书的输入. Tells the party what is proposed and what rights it has (行政处罚法 第四十四条、第六十三条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="ServedOn">送达日期. The day it was served; not after today.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record NotifyRightsInput(
    string Number,
    DateOnly ServedOn,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>送达权利告知书的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record NotifyRightsPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<NotifyRights>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>登记当事人答复的输入. Records that the party stated its case, asked for a hearing or waived its rights.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Answer">答复. What it answered.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordPartyAnswerInput(
    string Number,
    PartyAnswer Answer,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记当事人答复的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordPartyAnswerPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordPartyAnswer>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>通知听证的输入. Announces the hearing, seven working days before at the latest (行政处罚法 第六十四条第二项).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="HearingOn">听证日期. The day of the hearing.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AnnounceHearingInput(
    string Number,
    DateOnly HearingOn,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>通知听证的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AnnounceHearingPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AnnounceHearing>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>登记听证的输入. Records that the hearing was held; who presides must not have investigated (行政处罚法 第六十四条第四项).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="HeldOn">举行日期. The day; not after today.</param>
/// <param name="Chair">听证主持人. User name of who presided.</param>
/// <param name="Report">听证报告编号. The number of the report.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordHearingInput(
    string Number,
    DateOnly HeldOn,
    string Chair,
    string Report,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记听证的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordHearingPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordHearing>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>作出处罚决定的输入. Decides the penalty (行政处罚法 第五十七条). Refused while the duty to transfer stands: no fine in place of transfer.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="FineCny">罚款. The fine.</param>
/// <param name="Discretion">裁量理由. Why this amount; at most 2,000 characters.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="ConfiscatedGainsCny">没收违法所得.</param>
/// <param name="ConfiscatedGoodsCny">没收非法财物货值.</param>
/// <param name="Others">其他处罚. Penalties beside money.</param>
/// <param name="IsCollective">集体讨论. Whether the heads decided together.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record DecidePenaltyInput(
    string Number,
    decimal FineCny,
    string Discretion,
    string Reason,
    string Basis,
    decimal? ConfiscatedGainsCny = null,
    decimal? ConfiscatedGoodsCny = null,
    IReadOnlyList<PenaltyKind>? Others = null,
    bool? IsCollective = null,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>作出处罚决定的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DecidePenaltyPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<DecidePenalty>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>送达处罚决定的输入. Records that the decision was served (行政处罚法 第六十一条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="ServedOn">送达日期. The day; not after today.</param>
/// <param name="DocumentNumber">送达回证编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ServeDecisionInput(
    string Number,
    DateOnly ServedOn,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>送达处罚决定的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ServeDecisionPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ServeDecision>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>公示处罚决定的输入. Records that the decision was published.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="PublishedOn">公示日期. The day; not after today.</param>
/// <param name="Place">公示平台. Where.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record PublishDecisionInput(
    string Number,
    DateOnly PublishedOn,
    string Place,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>公示处罚决定的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record PublishDecisionPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<PublishDecision>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>准予延期、分期缴纳的输入. Lets the party pay later or in parts (行政处罚法 第六十六条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Until">最后缴纳日期. The last day.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AllowInstalmentsInput(
    string Number,
    DateOnly Until,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>准予延期、分期缴纳的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AllowInstalmentsPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AllowInstalments>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>申请法院强制执行的输入. Asks the court to enforce the decision (行政强制法 第五十三条).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RequestCourtEnforcementInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>申请法院强制执行的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RequestCourtEnforcementPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RequestCourtEnforcement>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>执行处罚的输入. Records what was collected.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="AmountCny">金额. What was paid.</param>
/// <param name="PaidOn">缴纳日期. The day; not after today.</param>
/// <param name="DocumentNumber">票据编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ExecutePenaltyInput(
    string Number,
    decimal AmountCny,
    DateOnly PaidOn,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>执行处罚的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ExecutePenaltyPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ExecutePenalty>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>结案的输入. Closes the case when nothing is left to do. Refused while the duty to transfer stands.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Outcome">结案方式. How: executed, enforced by the court, or execution ended.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CloseCaseInput(
    string Number,
    CaseOutcome Outcome,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>结案的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CloseCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<CloseCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>撤销案件的输入. Withdraws a case in which the act does not stand (程序规定 第四十七条). Refused while the duty to transfer stands.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record WithdrawCaseInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>撤销案件的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record WithdrawCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<WithdrawCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>登记警示规范情况的输入. Records which enterprises were warned and which practice was corrected (R3.2.4).</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Practice">规范行为. Which practice was corrected; at most 1,000 characters.</param>
/// <param name="Warned">受警示企业. Their credit codes.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordCaseFollowUpInput(
    string Number,
    string Practice,
    IReadOnlyList<string>? Warned = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记警示规范情况的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordCaseFollowUpPayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordCaseFollowUp>>>))] IReadOnlyList<Refusal>? Errors);
