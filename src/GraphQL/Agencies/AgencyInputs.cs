using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Agencies;

/// <summary>登记部门的输入. An agency that enters the list, or is opened again.</summary>
/// <param name="Code">代码. What records carry, at most 50 letters, digits, hyphens and underscores; it never changes.</param>
/// <param name="Name">名称. The Chinese name; at most 100 characters.</param>
/// <param name="Kind">性质. What it is to the bureau.</param>
/// <param name="EnglishName">英文名称. At most 100 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RegisterAgencyInput(string Code, string Name, AgencyKind Kind, string? EnglishName = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>登记部门的结果. The agency as it stands afterwards, or why not.</summary>
/// <param name="Agency">协作部门. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RegisterAgencyPayload(AgencyType? Agency, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<RegisterAgency>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>更改部门名称的输入. Other names; the code stays.</summary>
/// <param name="Code">代码. Which.</param>
/// <param name="Name">名称. The Chinese name from now on; at most 100 characters.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RenameAgencyInput(string Code, string Name, string? EnglishName = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>更改部门名称的结果. The agency as it stands afterwards, or why not.</summary>
/// <param name="Agency">协作部门. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RenameAgencyPayload(AgencyType? Agency, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<RenameAgency>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>撤销部门的输入. The agency is no partner any more: it gets no new liaison officer and no form offers it; what concerned it stays in its name.</summary>
/// <param name="Code">代码. Which.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CloseAgencyInput(string Code, string Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>撤销部门的结果. The agency as it stands afterwards, or why not.</summary>
/// <param name="Agency">协作部门. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CloseAgencyPayload(AgencyType? Agency, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<CloseAgency>>>))] IReadOnlyList<Refusal>? Errors);
