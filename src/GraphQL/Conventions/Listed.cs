using GraphQL;
using LinqToDB.Data;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Search;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>名录条目. What every entry of a list that an administrator keeps shows of itself.</summary>
/// <param name="row">Its row.</param>
public abstract class ListedNode(ListedRow row) : INode
{
    /// <inheritdoc/>
    [Ignore]
    public string Subject => row.Subject;

    /// <summary>Its row.</summary>
    protected ListedRow Row => row;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(row.Subject);

    /// <summary>代码. What records carry; never changes.</summary>
    public string Code => row.Code;

    /// <summary>名称. In the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Name(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return GraphQLRequestContext.Of(field).English && row.EnglishName is { } english ? english : row.Name;
    }

    /// <summary>中文名称.</summary>
    public string ChineseName => row.Name;

    /// <summary>英文名称. Null where nobody has given one.</summary>
    public string? EnglishName => row.EnglishName;
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
        snapshot => show(list.RowOf(snapshot.State, snapshot.Version))), ISubjectDoor
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
    async Task<IEnumerable<INode>> ISubjectDoor.NodesAsync(DataConnection data, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken) =>
        (await list.ReadAsync(data, cancellationToken).ConfigureAwait(false)).Where(row => subjects.Contains(row.Subject)).Select(show);

    /// <inheritdoc/>
    IEnumerable<SearchStep> ISubjectDoor.Searches(Caller? caller) => [];

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
