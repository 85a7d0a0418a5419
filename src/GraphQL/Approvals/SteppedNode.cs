using System.ComponentModel;
using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Approvals;

/// <summary>分人办理的主体节点. A subject some of whose steps an office admits and the law leaves to others.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
/// <typeparam name="TState">The concept's state.</typeparam>
public abstract class SteppedNode<TRow, TState> : SubjectNode<TRow, TState>
    where TRow : Row
    where TState : class
{
    private static readonly Lazy<IReadOnlyList<Type>> Offered =
        new(static () => [.. MutationType.Offered(((CommandDoor)SubjectDoor.Of<TState>()).Commands)]);

    /// <summary>The kinds of command that people give to such a subject.</summary>
    private protected static IReadOnlyList<Type> Steps => Offered.Value;

    /// <summary>由他人办理的事项. The mutations that the caller's office admits and that are left to others for who the caller is: to those in
    /// charge, to the head of the section that answers for it, to the head of the bureau and authorised deputies.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="rules">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    [Description("由他人办理的事项. The mutations that the caller's office admits and that are left to others for who the caller is: "
        + "to those in charge, to the head of the section that answers for it, to the head of the bureau and authorised deputies.")]
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<IReadOnlyList<string>> LeftToOthers(
        TState state,
        IResolveFieldContext field,
        [FromServices] ActingRules rules,
        [FromServices] Database database,
        [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(time);
        var concept = SubjectDoor.Of<TState>().Concept;
        var actor = Caller.Required(field.User).As(null);
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        var decider = BatchLoader<DateOnly, DeciderFound>.Of(
            field, (days, ending) => DeciderSource.FindAsync(database, actor, days, today, ending)).LoadKnown(today);
        return Ready.From(decider, found => NamesOf(Grains.Approvals.LeftToOthers.Of(concept, state, Steps, actor, rules, found)));
    }

    /// <summary>What the API calls some kinds of command.</summary>
    /// <param name="commands">Their types.</param>
    private protected static IReadOnlyList<string> NamesOf(IEnumerable<Type> commands) =>
        [.. commands.Select(OfferedAsAttribute.NameOf).Order(StringComparer.Ordinal)];
}
