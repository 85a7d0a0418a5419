using System.Collections.Frozen;
using System.Reflection;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Calendar;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>节点. Anything that has an id of its own.</summary>
[Name("Node"), ReadableBy(Readers.SignedIn)]
public interface INode
{
    /// <summary>主体. The subject's name; the id is made of it.</summary>
    string Subject { get; }

    /// <summary>可见. Whether somebody whose roles may read its fields may see this one of them.</summary>
    /// <param name="agency">The caller's partner agency, or null for the bureau.</param>
    bool IsVisibleTo(string? agency) => true;
}

/// <summary>节点接口 <c>Node</c>.</summary>
public sealed class NodeInterface : InterfaceGraphType<INode>
{
    /// <summary>The interface.</summary>
    public NodeInterface()
    {
        Name = "Node";
        Description = "节点。Anything that has an id of its own.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("全局编号。Opaque and stable.");
    }

    /// <summary>The types that are nodes.</summary>
    public static IReadOnlyList<Type> Implementations { get; } = [.. typeof(NodeInterface).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(INode)))];

    /// <summary>The name of a node's GraphQL type.</summary>
    /// <param name="node">The node.</param>
    internal static string NameOf(INode node) => Names[node.GetType()];

    private static readonly FrozenDictionary<Type, string> Names = Implementations.ToFrozenDictionary(type => type, type => type.GetCustomAttribute<NameAttribute>()!.Name);
}

/// <summary>其他主体. A subject of which the caller is shown no more than its id.</summary>
/// <param name="subject">The subject's name.</param>
[Name("OtherSubject"), Implements(typeof(INode)), ReadableBy(Readers.SignedIn)]
public sealed class OtherSubjectType(string subject) : INode
{
    /// <inheritdoc/>
    [Ignore]
    public string Subject { get; } = subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(Subject);
}

/// <summary>节点读取. Finds a node by its subject, from the tables, without waking a grain.</summary>
/// <param name="database">Where the tables are.</param>
/// <param name="calendars">Where the years of the calendar are.</param>
public sealed class NodeReader(Database database, ICalendarSource calendars)
{
    // Who has an account is for those who look after accounts; a user who did something is named by the journal's entry.
    private const string Accounts = Account.Name + "/";

    /// <summary>A node by its subject, together with the others that the same level asks for; null when there is none.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="subject">The subject's name.</param>
    public IDataLoaderResult<INode?> Load(IResolveFieldContext field, string subject)
    {
        ArgumentNullException.ThrowIfNull(field);
        var caller = Caller.Of(field.User);
        var roles = caller?.Roles ?? Roles.None;
        return subject.StartsWith(Accounts, StringComparison.Ordinal) && !Access.Oversight.Admits(roles)
            ? Ready.With<INode?>(null)
            : Ready.From<INode?, INode?>(
                BatchLoader<string, INode>.Of(field, LoadAsync, nameof(NodeReader)).Load(subject),
                // Whose fields the caller may not read is not there for the caller either.
                node => node is null || !AccessRules.MayRead(NodeInterface.NameOf(node), roles) || !node.IsVisibleTo(caller?.Agency) ? null : node);
    }

    /// <summary>Another subject that one names, together with the others that the same level asks for; null where it names none, or none that the caller may see.</summary>
    /// <typeparam name="TNode">The class behind its GraphQL type.</typeparam>
    /// <param name="field">The resolver's context.</param>
    /// <param name="key">The other's key, or null.</param>
    internal static IDataLoaderResult<TNode?> Load<TNode>(IResolveFieldContext field, string? key) where TNode : class, INode => key is null
        ? Ready.With<TNode?>(null)
        : Ready.From<INode?, TNode?>(field.RequestServices!.GetRequiredService<NodeReader>().Load(field, SubjectKeys.Of(SubjectDoor.ConceptOf<TNode>().Name, key)), node => node as TNode);

    /// <summary>The node that an entry of the journal speaks of, which is there in any case: where the caller may not see what it is, only its id.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="subject">The subject's name.</param>
    public IDataLoaderResult<INode> LoadOrName(IResolveFieldContext field, string subject) =>
        Ready.From<INode?, INode>(Load(field, subject), node => node ?? new OtherSubjectType(subject));

    private Task<IReadOnlyDictionary<string, INode>> LoadAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellationToken) =>
        database.QueryAsync((data, token) => ReadAsync(data, subjects, token), cancellationToken);

    private async Task<IReadOnlyDictionary<string, INode>> ReadAsync(DataConnection data, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, INode>();
        foreach (var concept in subjects.GroupBy(subject => SubjectKeys.Split(subject).Concept))
        {
            var wanted = concept.ToArray();
            IEnumerable<INode> nodes = concept.Key switch
            {
                // Years that come with the program are in no table.
                WorkingYear.Name => calendars.Current.Years.Select(year => new WorkingYearType(year)).Where(year => wanted.Contains(year.Subject)),
                _ => SubjectDoor.All.TryGetValue(concept.Key, out var door) ? await door.NodesAsync(data, wanted, cancellationToken).ConfigureAwait(false) : [],
            };
            foreach (var node in nodes)
            {
                found[node.Subject] = node;
            }
        }

        return found;
    }
}
