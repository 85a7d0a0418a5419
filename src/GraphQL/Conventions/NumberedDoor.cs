using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>编号的主体的入口. The door of a concept whose subjects have drawn numbers.</summary>
/// <param name="concept">The concept.</param>
/// <param name="prefix">The letters before its numbers.</param>
/// <param name="keyDescription">What the field of the number is for.</param>
/// <param name="subject">What the payload's field is called that shows the subject.</param>
/// <param name="term">The concept's Chinese name.</param>
/// <inheritdoc cref="SubjectDoor{TGrain, TState, TCommand, TRow, TNode}"/>
public abstract class NumberedDoor<TGrain, TState, TCommand, TRow, TNode>(Concept concept, string prefix, string keyDescription, string subject, string term)
    : SubjectDoor<TGrain, TState, TCommand, TRow, TNode>(concept, "number", keyDescription, subject, term)
    where TGrain : ISubjectGrain<TState, TCommand>, IGrainWithStringKey
    where TState : class
    where TCommand : Command
    where TRow : Row
    where TNode : SubjectNode<TRow, TState>, new()
{
    /// <inheritdoc/>
    public sealed override bool DrawsKey => true;

    /// <inheritdoc/>
    protected sealed override Refusal? Parse(string given, out string key) => DrawnNumber.Parse(prefix, given, out key);

    /// <inheritdoc/>
    protected sealed override string Draw(Actor actor) => DrawnNumber.For(prefix, actor);
}
