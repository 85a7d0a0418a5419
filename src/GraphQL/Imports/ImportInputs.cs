using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Imports;

/// <summary>取消导入的输入. An import that is not wanted any more; rows that were taken over stay.</summary>
/// <param name="ImportId">导入编号. The id that <c>POST /imports/…</c> answered, or a node's id.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CancelImportInput(string ImportId, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>取消导入的结果. The import as it stands, or why not. One that is running ends a moment later, when the rows that have begun are done.</summary>
/// <param name="Import">导入. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CancelImportPayload(ImportType? Import, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<CancelImport>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>重新开始导入的输入. An import that rests because the program died during it.</summary>
/// <param name="ImportId">导入编号. The id that <c>POST /imports/…</c> answered, or a node's id.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ResumeImportInput(string ImportId, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>重新开始导入的结果. The import as it stands, waiting for its turn, or why not.</summary>
/// <param name="Import">导入. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ResumeImportPayload(ImportType? Import, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<ResumeImport>>>))] IReadOnlyList<Refusal>? Errors);
