using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>在办事项的入口. The door of a concept whose subjects officers hold and sections hand over.</summary>
internal interface IWorkDoor : ISubjectDoor
{
    /// <summary>The subject of a number as somebody typed it; null when it is not a number of this concept.</summary>
    /// <param name="number">The number.</param>
    string? SubjectOf(string number);

    /// <summary>Has a piece of work go from one officer to another, or asks whether it could.</summary>
    /// <param name="grains">Where grains are found.</param>
    /// <param name="key">The subject's key.</param>
    /// <param name="move">Who gives it to whom, and why.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="preview">Whether nothing is to be done.</param>
    /// <returns>Why not, or null.</returns>
    Task<Refusal?> MoveAsync(IGrainFactory grains, string key, MovedTo move, Actor actor, bool preview);
}

/// <summary>移转. Who gives work to whom, and why.</summary>
/// <param name="From">The user name of who holds it.</param>
/// <param name="To">The user name of who takes it.</param>
/// <param name="Grounds">Why.</param>
public sealed record MovedTo(string From, string To, Grounds Grounds);

/// <summary>在办事项的入口. The door of a concept whose subjects officers hold and sections hand over.</summary>
/// <param name="concept">The concept.</param>
/// <param name="prefix">The letters before its numbers.</param>
/// <param name="keyDescription">What the field of the number is for.</param>
/// <param name="subject">What the payload's field is called that shows the subject.</param>
/// <param name="term">The concept's Chinese name.</param>
/// <inheritdoc cref="NumberedDoor{TGrain, TState, TCommand, TRow, TNode}"/>
public abstract class WorkDoor<TGrain, TState, TCommand, TRow, TNode>(Concept concept, string prefix, string keyDescription, string subject, string term)
    : NumberedDoor<TGrain, TState, TCommand, TRow, TNode>(concept, prefix, keyDescription, subject, term), IWorkDoor
    where TGrain : ISubjectGrain<TState, TCommand>, IGrainWithStringKey
    where TState : class
    where TCommand : Command
    where TRow : Row
    where TNode : SubjectNode<TRow, TState>, new()
{
    /// <inheritdoc/>
    string? IWorkDoor.SubjectOf(string number) => Parse(number, out var key) is null ? SubjectKeys.Of(Concept, key) : null;

    /// <inheritdoc/>
    async Task<Refusal?> IWorkDoor.MoveAsync(IGrainFactory grains, string key, MovedTo move, Actor actor, bool preview)
    {
        var grain = grains.GetGrain<TGrain>(key);
        return (preview ? await grain.Consider(Move(move), actor).ConfigureAwait(false) : await grain.Execute(Move(move), actor).ConfigureAwait(false)).Refusal;
    }

    /// <summary>The concept's own command that moves its work.</summary>
    /// <param name="move">Who gives it to whom, and why.</param>
    protected abstract TCommand Move(MovedTo move);
}
