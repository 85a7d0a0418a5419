using GraphQL;
using GraphQL.DataLoader;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>名录条目. What every entry of a list that an administrator keeps shows of itself. What records name by its code only is looked up, with the others of the same level, where more of it is asked for.</summary>
/// <param name="list">The list.</param>
/// <param name="code">The entry's code.</param>
/// <param name="row">Its row, where it is at hand.</param>
public abstract class ListedNode(ListedConcept list, string code, ListedRow? row) : INode
{
    /// <inheritdoc/>
    [Ignore]
    public string Subject => SubjectKeys.Of(list.Name, code);

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(Subject);

    /// <summary>代码. What records carry; never changes.</summary>
    public string Code => code;

    /// <summary>名称. In the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> Name(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var english = GraphQLRequestContext.Of(field).English;
        return Shown(field, found => english && found?.EnglishName is { } name ? name : found?.Name ?? code);
    }

    /// <summary>中文名称.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> ChineseName(IResolveFieldContext field) => Shown(field, found => found?.Name ?? code);

    /// <summary>英文名称. Null where nobody has given one.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string?> EnglishName(IResolveFieldContext field) => Shown(field, static found => found?.EnglishName);

    /// <summary>已撤销. Whether it is closed: it is given to nothing new, and what carries it keeps it.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<bool> IsClosed(IResolveFieldContext field) => Shown(field, static found => found is { Closed: true });

    /// <summary>版本. Rises with every change; 0 for an entry that comes with the program and was never changed.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<int> Version(IResolveFieldContext field) => Shown(field, static found => found?.Version ?? 0);

    /// <summary>Something that its row says; what no list knows has no row.</summary>
    /// <typeparam name="T">What is said.</typeparam>
    /// <param name="field">The resolver's context.</param>
    /// <param name="show">Takes it from the row.</param>
    protected IDataLoaderResult<T> Shown<T>(IResolveFieldContext field, Func<ListedRow?, T> show)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(show);
        return row is not null ? Ready.With(show(row)) : Ready.From(LoaderOf(field).Load(code), show);
    }

    private BatchLoader<string, ListedRow> LoaderOf(IResolveFieldContext field) => BatchLoader<string, ListedRow>.Of(
        field,
        async (_, ending) =>
        {
            var rows = await field.RequestServices!.GetRequiredService<Database>().QueryAsync(((IListedDoor)SubjectDoor.All[list.Name]).RowsAsync, ending).ConfigureAwait(false);
            return rows.ToDictionary(one => one.Code);
        },
        list.Name);
}

/// <summary>名录条目. An entry of a list that says the day on which one was closed.</summary>
/// <param name="list">The list.</param>
/// <param name="code">The entry's code.</param>
/// <param name="row">Its row, where it is at hand.</param>
public abstract class DatedListedNode(ListedConcept list, string code, DatedListedRow? row) : ListedNode(list, code, row)
{
    /// <summary>撤销日期. The day it was closed (Asia/Shanghai), or null.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> ClosedOn(IResolveFieldContext field) => Shown(field, static found => found is DatedListedRow { ClosedOn: { } day } ? IsoDate.Parse(day) : (DateOnly?)null);
}

/// <summary>名录的入口. A list whose rows are read whole.</summary>
internal interface IListedDoor
{
    /// <summary>All rows of the list.</summary>
    /// <param name="data">Where the table is.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<ListedRow>> RowsAsync(DataConnection data, CancellationToken cancellationToken);
}

/// <summary>名录命令的入口. The door of a list: its entries are named by their codes, and those that come with the program are there before anybody has touched them.</summary>
/// <typeparam name="TGrain">The entries' grain.</typeparam>
/// <typeparam name="TEntry">An entry.</typeparam>
/// <typeparam name="TCommand">The base of its commands.</typeparam>
/// <typeparam name="TEvent">The base of its events.</typeparam>
/// <typeparam name="TRow">The row of its table.</typeparam>
/// <typeparam name="TNode">The class behind its GraphQL type.</typeparam>
/// <param name="list">The list.</param>
/// <param name="subject">What the payload's field is called that shows the entry.</param>
/// <param name="show">An entry as the API shows it.</param>
public abstract class ListedDoor<TGrain, TEntry, TCommand, TEvent, TRow, TNode>(ListedConcept<TEntry, TCommand, TEvent, TRow> list, string subject, Func<TRow, TNode> show)
    : CommandDoor<TGrain, TEntry, TCommand, TNode>(
        list.Name, "code", "代码. What records carry, at most 50 letters, digits, hyphens and underscores; it never changes.", subject, list.Title.Chinese,
        snapshot => show(list.RowOf(snapshot.State, snapshot.Version))), ISubjectDoor, IListedDoor
    where TGrain : ISubjectGrain<TEntry, TCommand>, IGrainWithStringKey
    where TEntry : ListedEntry
    where TCommand : Command
    where TEvent : ListedEvent<TEntry>
    where TRow : ListedRow
    where TNode : ListedNode
{
    /// <inheritdoc/>
    Concept ISubjectDoor.Concept => list.Concept;

    /// <inheritdoc/>
    int ISubjectDoor.SearchPlace => int.MaxValue;

    // Most entries that come with the program are in no table, so the list is read whole.
    /// <inheritdoc/>
    async Task<IEnumerable<INode>> ISubjectDoor.NodesAsync(ReadTurn turn, IReadOnlyCollection<string> subjects) =>
        (await turn.QueryAsync(list.ReadAsync).ConfigureAwait(false)).Where(row => subjects.Contains(row.Subject)).Select(show);

    /// <inheritdoc/>
    async Task<IReadOnlyList<ListedRow>> IListedDoor.RowsAsync(DataConnection data, CancellationToken cancellationToken) => await list.ReadAsync(data, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    ISubjectSearch? ISubjectDoor.SearchFor(Caller? caller) => null;

    /// <inheritdoc/>
    protected sealed override Refusal? Parse(string given, out string key)
    {
        ArgumentNullException.ThrowIfNull(given);
        key = given.Trim();
        return ListedName.ProblemWithCode(key);
    }

    /// <inheritdoc/>
    protected sealed override bool IsBuiltIn(string key) => list.FindDelivered(key) is not null;
}
