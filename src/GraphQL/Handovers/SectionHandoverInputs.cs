using GraphQL;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.CrimeTransfers;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Rectifications;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>移交案件的输入. Another section answers for it from now on.</summary>
/// <param name="Number">编号. Which case.</param>
/// <param name="ToSection">接收科室. The section's code, at most 50 characters.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="Basis">依据. The rule that it is done by; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document of hand-over.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record HandOverCaseInput(string Number, string ToSection, string Reason, string Basis, string DocumentNumber, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>移交案件的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record HandOverCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<HandOverCase>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>变更移送科室的输入. Another section answers for it from now on.</summary>
/// <param name="Number">编号. Which transfer.</param>
/// <param name="ToSection">接收科室. The section's code, at most 50 characters.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="Basis">依据. The rule that it is done by; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document of hand-over.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ChangeTransferSectionInput(string Number, string ToSection, string Reason, string Basis, string DocumentNumber, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>变更移送科室的结果. As it stands afterwards, or why not.</summary>
/// <param name="CrimeTransfer">移送. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ChangeTransferSectionPayload(
    CrimeTransferType? CrimeTransfer,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ChangeTransferSection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>移交检查的输入. Another section answers for it from now on.</summary>
/// <param name="Number">编号. Which inspection.</param>
/// <param name="ToSection">接收科室. The section's code, at most 50 characters.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="Basis">依据. The rule that it is done by; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document of hand-over.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record HandOverInspectionInput(string Number, string ToSection, string Reason, string Basis, string DocumentNumber, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>移交检查的结果. As it stands afterwards, or why not.</summary>
/// <param name="Inspection">检查. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record HandOverInspectionPayload(
    InspectionType? Inspection,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<HandOverInspection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>移交整改的输入. Another section answers for it from now on.</summary>
/// <param name="Number">编号. Which order.</param>
/// <param name="ToSection">接收科室. The section's code, at most 50 characters.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="Basis">依据. The rule that it is done by; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document of hand-over.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record HandOverRectificationInput(string Number, string ToSection, string Reason, string Basis, string DocumentNumber, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>移交整改的结果. As it stands afterwards, or why not.</summary>
/// <param name="Rectification">整改. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record HandOverRectificationPayload(
    RectificationType? Rectification,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<HandOverRectification>>>))] IReadOnlyList<Refusal>? Errors);
