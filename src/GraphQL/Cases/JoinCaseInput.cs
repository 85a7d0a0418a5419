using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Cases;

/// <summary>并案办理的输入. Handles it together with another case.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Other">另案编号. The number of the other case.</param>
/// <param name="Reason">理由. The facts, in the officer's words.</param>
/// <param name="Basis">法律依据. The statute and article.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record JoinCaseInput(
    string Number,
    string Other,
    [Longest(Grounds.LongestReason)] string Reason,
    [Longest(Grounds.LongestBasis)] string Basis,
    [Longest(Grounds.LongestDocumentNumber)] string? DocumentNumber = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>并案办理的结果. As it stands afterwards, or why not.</summary>
/// <param name="Case">案件. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record JoinCasePayload(
    CaseType? Case,
    [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<JoinCase>>>))] IReadOnlyList<Refusal>? Errors);
