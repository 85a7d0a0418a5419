using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Sections;

/// <summary>登记科室的输入. A section that enters the list, or is opened again.</summary>
/// <param name="Code">代码. What records carry, at most 50 letters, digits, hyphens and underscores; it never changes.</param>
/// <param name="Name">名称. The Chinese name; at most 100 characters.</param>
/// <param name="EnglishName">英文名称. At most 100 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RegisterSectionInput(string Code, string Name, string? EnglishName = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>登记科室的结果. The section as it stands afterwards, or why not.</summary>
/// <param name="Section">责任科室. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RegisterSectionPayload(SectionType? Section, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<RegisterSection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>更改科室名称的输入. Other names; the code stays.</summary>
/// <param name="Code">代码. Which.</param>
/// <param name="Name">名称. The Chinese name from now on; at most 100 characters.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RenameSectionInput(string Code, string Name, string? EnglishName = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>更改科室名称的结果. The section as it stands afterwards, or why not.</summary>
/// <param name="Section">责任科室. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RenameSectionPayload(SectionType? Section, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<RenameSection>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>撤销科室的输入. Nobody is put into it any more and no form offers it; what it holds stays in its name until it is handed over.</summary>
/// <param name="Code">代码. Which.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CloseSectionInput(string Code, string Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>撤销科室的结果. The section as it stands afterwards, or why not.</summary>
/// <param name="Section">责任科室. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CloseSectionPayload(SectionType? Section, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<CloseSection>>>))] IReadOnlyList<Refusal>? Errors);
