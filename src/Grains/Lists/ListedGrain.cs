using Orleans.Runtime;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Lists;

/// <summary>名录条目. The actor of an entry; its key is the code.</summary>
/// <typeparam name="TEntry">The list's entries.</typeparam>
/// <typeparam name="TCommand">The base of its commands.</typeparam>
/// <typeparam name="TEvent">The base of its events.</typeparam>
/// <typeparam name="TRow">The row of its table.</typeparam>
/// <param name="stored">The entry as it is stored.</param>
/// <param name="list">The list.</param>
/// <param name="shell">What all subjects have in common.</param>
public abstract class ListedGrain<TEntry, TCommand, TEvent, TRow>(IPersistentState<Subject<TEntry>> stored, ListedConcept<TEntry, TCommand, TEvent, TRow> list, SubjectShell shell)
    : SubjectGrain<TEntry, TCommand, TEvent>(stored, list.Concept, shell)
    where TEntry : ListedEntry
    where TCommand : Command
    where TEvent : ListedEvent<TEntry>
    where TRow : ListedRow
{
    /// <inheritdoc/>
    protected sealed override async ValueTask<object?> FetchFact(TCommand command) => list.IsFoundByName ? await list.TakenNamesAsync(Shell.Database) : null;
}
