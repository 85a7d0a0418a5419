using GraphQL;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.CrimeTransfers;

/// <summary>启动移送的输入. Opens the transfer of a case in which a crime is suspected (移送规定 第三条). The clock of task group and report runs.</summary>
/// <param name="CaseNumber">案件编号. Which case.</param>
/// <param name="Agency">公安机关. The code of the agency it goes to.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record OpenCrimeTransferInput(
    string CaseNumber,
    string Agency,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>启动移送的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record OpenCrimeTransferPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<OpenCrimeTransfer>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>商请公安机关提前介入的输入. Asks the police to step in at once, where a suspect may flee or evidence be destroyed (R2.4.2); without a transfer it opens one.</summary>
/// <param name="Situation">现场情况. What is happening, and where; at most 1,000 characters.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="Number">移送编号. Left out where none is opened yet.</param>
/// <param name="CaseNumber">案件编号. Needed where no transfer is opened yet.</param>
/// <param name="Agency">公安机关. Needed where no transfer is opened yet.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RequestEarlyInterventionInput(
    string Situation,
    string Reason,
    string Basis,
    string? Number = null,
    string? CaseNumber = null,
    string? Agency = null,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>商请公安机关提前介入的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RequestEarlyInterventionPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RequestEarlyIntervention>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>组成专案组并提出移送报告的输入. Names two officers at least and hands their report to the head (移送规定 第五条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Members">专案组成员. User names, two at least.</param>
/// <param name="Report">移送报告. At most 4,000 characters.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record NameTransferTaskGroupInput(
    string Number,
    IReadOnlyList<string> Members,
    string Report,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>组成专案组并提出移送报告的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record NameTransferTaskGroupPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<NameTransferTaskGroup>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>批准或者不批准移送的输入. The head decides on the report (移送规定 第五条); a refusal states its reason, and the duty stays.</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Approve">批准. Whether it is approved.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record DecideCrimeTransferInput(
    string Number,
    bool Approve,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>批准或者不批准移送的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DecideCrimeTransferPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<DecideCrimeTransfer>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>向公安机关移送的输入. Sends the case with its complete materials (移送规定 第五条、第六条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="Materials">随案材料. What is enclosed.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record SendCrimeTransferInput(
    string Number,
    string Reason,
    string Basis,
    IReadOnlyList<TransferMaterial>? Materials = null,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>向公安机关移送的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record SendCrimeTransferPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<SendCrimeTransfer>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>提请复议的输入. Asks the police to reconsider (移送规定 第九条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RequestReconsiderationInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>提请复议的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RequestReconsiderationPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RequestReconsideration>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>建议检察院立案监督的输入. Asks the prosecutor to supervise the filing (移送规定 第九条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RequestProsecutorSupervisionInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>建议检察院立案监督的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RequestProsecutorSupervisionPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RequestProsecutorSupervision>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>移交涉案物品和材料的输入. Hands over goods and materials after the police have filed it (移送规定 第十二条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Goods">涉案物品. What is handed over; at most 2,000 characters.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record HandOverEvidenceInput(
    string Number,
    string Goods,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>移交涉案物品和材料的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record HandOverEvidencePayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<HandOverEvidence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>答复提前介入的输入. The police say whether they step in.</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Joins">派员介入. Whether they come.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AnswerEarlyInterventionInput(
    string Number,
    bool Joins,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>答复提前介入的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AnswerEarlyInterventionPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AnswerEarlyIntervention>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>公安机关签收的输入. The police sign for the case (移送规定 第七条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="ReceiptNumber">回执编号. The number of the receipt.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordPoliceReceiptInput(
    string Number,
    string ReceiptNumber,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>公安机关签收的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordPoliceReceiptPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordPoliceReceipt>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>公安机关立案决定的输入. The police decide whether to file: on the transfer, on the reconsideration, or after supervision (移送规定 第八条、第九条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Filed">立案. Whether they file it.</param>
/// <param name="Explanation">理由. Why not, where they do not; at most 1,000 characters.</param>
/// <param name="DocumentNumber">通知书编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordPoliceDecisionInput(
    string Number,
    bool Filed,
    string? Explanation = null,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>公安机关立案决定的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordPoliceDecisionPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordPoliceDecision>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>公安机关转送的输入. The police send a case on that is not theirs (移送规定 第七条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Agency">有管辖权的机关. The code of the agency it goes to.</param>
/// <param name="Explanation">理由. Why it is not theirs; at most 1,000 characters.</param>
/// <param name="DocumentNumber">通知书编号. The number of the notice to the bureau.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ForwardCrimeTransferInput(
    string Number,
    string Agency,
    string Explanation,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>公安机关转送的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ForwardCrimeTransferPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ForwardCrimeTransfer>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>公安机关退回的输入. The police give a case back that they had filed; it goes on administratively (移送规定 第十条、第十三条).</summary>
/// <param name="Number">移送编号. Which transfer.</param>
/// <param name="Explanation">理由. Why; at most 1,000 characters.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordPoliceReturnInput(
    string Number,
    string Explanation,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>公安机关退回的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordPoliceReturnPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordPoliceReturn>>>))] IReadOnlyList<Refusal>? Errors);
