using GraphQL;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>责令限期整改的输入. Orders an enterprise to put something right by a day.</summary>
/// <param name="EnterpriseCreditCode">企业. The unified social credit code of who has to put it right.</param>
/// <param name="Requirements">整改要求. What is to be put right: 1 to 50, each at most 1,000 characters.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai); left out, the bureau's usual thirty days.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met.</param>
/// <param name="Inspection">检查. The number of the inspection that found it.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the main one of the licence or the enterprise.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record OrderRectificationInput(
    string EnterpriseCreditCode,
    IReadOnlyList<string> Requirements,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    DateOnly? DueOn = null,
    string? Licence = null,
    string? Inspection = null,
    string? ProductClass = null,
    string? Section = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>责令限期整改的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record OrderRectificationPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<OrderRectification>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>报告整改情况的输入. Records that the enterprise reports it done; also after its day.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="Report">内容. What the enterprise says; at most 2,000 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ReportRectificationInput(
    string Number,
    string Report,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>报告整改情况的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ReportRectificationPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ReportRectification>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>延长整改期限的输入. Gives more time, once, with a reason.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="DueOn">新期限. The new last day (Asia/Shanghai).</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ExtendRectificationInput(
    string Number,
    DateOnly DueOn,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>延长整改期限的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ExtendRectificationPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ExtendRectification>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>记录复查的输入. Records what a re-inspection found; two officers at least.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="Result">结果. What it found.</param>
/// <param name="Officers">执法人员. Who went, by their user names; two at least.</param>
/// <param name="Findings">复查情况. What they saw; at most 2,000 characters.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="ExtendedTo">延至. The new last day, where more time is given.</param>
/// <param name="ReferredTo">移送单位. To whom it is referred, where it is.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordReinspectionInput(
    string Number,
    ReinspectionResult Result,
    IReadOnlyList<string> Officers,
    string Findings,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    DateOnly? ExtendedTo = null,
    string? ReferredTo = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>记录复查的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordReinspectionPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordReinspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>建议措施的输入. Proposes a measure that the ladder has not reached by itself.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="Measure">措施. Which.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ProposeRectificationMeasureInput(
    string Number,
    RectificationMeasure Measure,
    string Reason,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>建议措施的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ProposeRectificationMeasurePayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ProposeRectificationMeasure>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>决定措施的输入. Takes a proposed measure by a document, or declines it with the reason. What follows for the licence is done at once.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="Measure">措施. The one that is proposed.</param>
/// <param name="Accept">采纳. Whether it is taken.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The document's number; must be given when the measure is taken.</param>
/// <param name="Until">暂扣至. The last day of a suspension (Asia/Shanghai).</param>
/// <param name="Recipient">送达对象. To whom the document goes; left out, the usual one.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record DecideRectificationMeasureInput(
    string Number,
    RectificationMeasure Measure,
    bool Accept,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    DateOnly? Until = null,
    string? Recipient = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>决定措施的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DecideRectificationMeasurePayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<DecideRectificationMeasure>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>记录答复的输入. Records what the recipient of a measure's document answered.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="Measure">措施. Which.</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Answer">内容. What the answer says; at most 1,000 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RecordMeasureAnswerInput(
    string Number,
    RectificationMeasure Measure,
    bool Granted,
    string Answer,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>记录答复的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RecordMeasureAnswerPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RecordMeasureAnswer>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>撤销责令的输入. Says that the order no longer stands.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record VoidRectificationInput(
    string Number,
    string Reason,
    string Basis,
    string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>撤销责令的结果. The order as it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record VoidRectificationPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<VoidRectification>>>))] IReadOnlyList<Refusal>? Errors);
