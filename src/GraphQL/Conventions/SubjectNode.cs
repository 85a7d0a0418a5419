using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Approvals;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>显示一行. What shows a row: the columns that the row offers are its fields.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal interface IShowsRow<TRow> where TRow : Row
{
    /// <summary>The row.</summary>
    TRow Row { get; }
}

/// <summary>有行的节点. A node that a list shows from its row: what the row offers are its fields.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public abstract class RowNode<TRow> : INode, IShowsRow<TRow> where TRow : Row
{
    /// <inheritdoc/>
    [Ignore]
    public string Subject => Row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id, Description("全局编号. Opaque and stable."), Needs(nameof(Row.Subject))]
    public string Id => NodeIds.Of(Row.Subject);

    /// <summary>The row.</summary>
    internal TRow Row { get; set; } = null!;

    /// <inheritdoc/>
    TRow IShowsRow<TRow>.Row => Row;

    /// <inheritdoc/>
    bool INode.IsVisibleTo(string? agency) => IsVisibleTo(agency);

    /// <summary>Whether somebody may see it: a partner agency's person, or the bureau's.</summary>
    /// <param name="agency">The agency's code, or null for the bureau.</param>
    internal virtual bool IsVisibleTo(string? agency) => true;
}

/// <summary>有状态的节点. A node whose fields are its row's and, beyond that, what its state says: methods that take the state.</summary>
/// <typeparam name="TState">The concept's state.</typeparam>
internal interface IStateNode<TState> where TState : class
{
    /// <summary>The subject's name.</summary>
    string Subject { get; }

    /// <summary>The state, where the node comes from its grain or the state was read.</summary>
    TState? State { get; }
}

/// <summary>主体节点. A subject as the API shows it: from its grain, or in a list from its row, and then what the row does not have from the stored state.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
/// <typeparam name="TState">The concept's state.</typeparam>
public abstract class SubjectNode<TRow, TState> : RowNode<TRow>, IStateNode<TState>
    where TRow : Row
    where TState : class
{
    /// <summary>版本. Rises with every change; give it as expectedVersion to change only what you have seen.</summary>
    [Description("版本. Rises with every change; give it as expectedVersion to change only what you have seen."), Needs(nameof(Version))]
    public int Version => Versions<TRow>.Of(Row);

    /// <inheritdoc/>
    TState? IStateNode<TState>.State => State;

    /// <summary>The state, where the node comes from its grain.</summary>
    internal TState? State { get; set; }

    /// <summary>历史. Its journal entries, newest first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    [Description("历史. Its journal entries, newest first.")]
    public Task<Connection<JournalEntryType>> History(IResolveFieldContext field, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(page);
        return State is not null && page is { Cursor: null, Backwards: false } && page.Size <= Histories.AtHand
            ? SubjectDoor.Of<TState>().RecentAsync(field, SubjectKeys.Split(Subject).Key, page.Size)
            : Histories.ReadAsync(field.RequestServices!.GetRequiredService<Database>(), Subject, page, field.CancellationToken);
    }
}

/// <summary>有期限的主体节点. A subject that owes something at a time.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
/// <typeparam name="TState">The concept's state.</typeparam>
public abstract class ClockedNode<TRow, TState> : SteppedNode<TRow, TState>
    where TRow : Row
    where TState : class
{
    /// <summary>未了期限. The deadlines that stand, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    [Description("未了期限. The deadlines that stand, the next one first."), HasBelow<DeadlinesBelow>]
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> Deadlines(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return State is { } state
            ? Ready.With(DeadlineType.Of(Subject, SubjectDoor.Of<TState>().Concept.DeadlinesOf(state)))
            : DeadlineType.LoaderOf(field, field.RequestServices!.GetRequiredService<Database>()).LoadKnown(Subject);
    }
}

/// <summary>行的版本. The version that a row shows, which every concept's main row has.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal static class Versions<TRow> where TRow : Row
{
    /// <summary>The version of a row.</summary>
    public static Func<TRow, int> Of { get; } = typeof(TRow).GetProperty("Version")!.GetMethod!.CreateDelegate<Func<TRow, int>>();
}

/// <summary>行的名称. What the API calls what a row shows.</summary>
internal static class RowNames
{
    private static readonly ConcurrentDictionary<Type, (string Name, string Term)> Known = [];

    /// <summary>The name and the Chinese term of the node that a row is shown as.</summary>
    /// <param name="row">The row's type.</param>
    public static (string Name, string Term) Of(Type row) => Known.GetOrAdd(row, static row =>
    {
        var node = typeof(RowNames).Assembly.GetTypes().Single(type => !type.IsAbstract && type.IsSubclassOf(typeof(RowNode<>).MakeGenericType(row)));
        return (node.GetCustomAttribute<NameAttribute>()!.Name, CommandInput.Parts(DocComments.Of(node)).Term);
    });
}
