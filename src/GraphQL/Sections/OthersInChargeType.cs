using System.ComponentModel;
using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Sections;

/// <summary>他人承办. That a matter is others' than whoever asks, and what whoever asks leaves to them; it may be read.</summary>
/// <param name="others">Whose it is.</param>
/// <param name="left">What is left to them.</param>
[Name("OthersInCharge"), ReadableBy(Readers.Bureau)]
public sealed class OthersInChargeType(NotInCharge others, IReadOnlyList<string> left)
{
    /// <summary>责任科室. The code of the section that answers for it, or null.</summary>
    public string? Section => others.Section;

    /// <summary>承办人员. User names of those who are assigned to it.</summary>
    public IReadOnlyList<string> Officers => others.Officers;

    /// <summary>说明. Whose it is, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> Message(IResolveFieldContext field) => Sentences.Read(field, others.Message);

    /// <summary>不能办理的事项. The mutations that the caller's office admits and that are left to those whose matter it is.</summary>
    public IReadOnlyList<string> Mutations => left;
}

/// <summary>有承办人员的主体节点. A subject that is somebody's to act in.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
/// <typeparam name="TState">The concept's state.</typeparam>
public abstract class HandledNode<TRow, TState> : ClockedNode<TRow, TState>
    where TRow : Row
    where TState : class
{
    /// <summary>他人承办. Whose it is, where whoever asks leaves steps in it to others; null where it is the caller's own.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="rules">Given by the engine.</param>
    [Description("他人承办. Whose it is, where whoever asks leaves steps in it to others; null where it is the caller's own.")]
    [ReadableBy(Readers.Bureau)]
    public OthersInChargeType? OthersInCharge(TState state, IResolveFieldContext field, [FromServices] ActingRules rules)
    {
        ArgumentNullException.ThrowIfNull(field);
        var door = SubjectDoor.Of<TState>();
        return InCharge.Left(door.Concept, state, Steps, Caller.Required(field.User).As(null), rules) is var (others, left)
            ? new OthersInChargeType(others, NamesOf(left))
            : null;
    }
}
