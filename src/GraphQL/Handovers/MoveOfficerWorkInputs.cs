using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>移转工作的输入. Moves an officer's open work to others in one step.</summary>
/// <param name="From">移出人. The user name of whose work it is.</param>
/// <param name="To">接办人. Who takes what; one of them may take everything that the others do not name.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="Basis">依据. The rule that it is done by.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records it.</param>
/// <param name="Preview">预览. Whether only to say what would happen; nothing is changed then.</param>
/// <param name="CommandId">命令编号. A UUID; the same again moves nothing twice and answers the same.</param>
public sealed record MoveOfficerWorkInput(
    string From,
    IReadOnlyList<WorkShareInput> To,
    [Longest(Grounds.LongestReason)] string Reason,
    [Longest(Grounds.LongestBasis)] string Basis,
    [Longest(Grounds.LongestDocumentNumber)] string? DocumentNumber = null,
    bool? Preview = null,
    Guid? CommandId = null);

/// <summary>接办份额的输入. What one person takes.</summary>
/// <param name="Officer">接办人. A user name.</param>
/// <param name="Items">事项. The numbers of inspections, orders, cases and transfers; left out, everything that nobody else takes.</param>
public sealed record WorkShareInput(string Officer, IReadOnlyList<string>? Items = null);

/// <summary>移转结果. What became of a piece of work, or would become of it.</summary>
public enum WorkMoveOutcome
{
    /// <summary>It was moved.</summary>
    [Term("已移转", "moved")]
    Moved,

    /// <summary>It would be moved; this was a preview.</summary>
    [Term("可移转", "can be moved")]
    Movable,

    /// <summary>It is not moved; the refusal says why.</summary>
    [Term("不能移转", "cannot be moved")]
    Refused,
}

/// <summary>移转事项. One piece of work, who is to take it, and what became of it.</summary>
/// <param name="subject">The subject's name.</param>
/// <param name="to">Who is to take it.</param>
/// <param name="outcome">What became of it.</param>
/// <param name="refusal">Why not, or null.</param>
[Name("MovedWork"), ReadableBy(Readers.Bureau)]
public sealed class MovedWorkType(string subject, string to, WorkMoveOutcome outcome, Refusal? refusal)
{
    /// <summary>种类.</summary>
    [OutputType(typeof(NonNullGraphType<WorkKindType>))]
    public string Kind => WorkKinds.Of(subject);

    /// <summary>编号.</summary>
    public string Number => SubjectKeys.Split(subject).Key;

    /// <summary>接办人. The user name of who takes it.</summary>
    public string To => to;

    /// <summary>结果. What became of it, or would.</summary>
    public WorkMoveOutcome Outcome => outcome;

    /// <summary>不能移转的原因. Why not; null where it is moved.</summary>
    [OutputType(typeof(ErrorInterface))]
    public Refusal? Refusal => refusal;

    /// <summary>主体. The work itself; null when there is none of this number.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode?> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.Load(field, subject);
    }
}

/// <summary>移转工作的结果. What became of each piece of work, or why nothing was looked at.</summary>
/// <param name="Items">事项. Each piece of work, by number within its kind.</param>
/// <param name="Moved">已移转. How many were moved; in a preview, how many would be.</param>
/// <param name="Refused">不能移转. How many were not.</param>
/// <param name="Errors">错误. Why nothing was looked at; null when it was.</param>
public sealed record MoveOfficerWorkPayload(
    IReadOnlyList<MovedWorkType> Items,
    int Moved,
    int Refused,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<MoveCaseWork>>>))] IReadOnlyList<Refusal>? Errors);
