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
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>节点. Anything that has an id of its own.</summary>
[Name("Node"), ReadableBy(Readers.SignedIn)]
public interface INode
{
    /// <summary>主体. The name of the subject, or of the part of one; the id is made of it.</summary>
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
    internal static string NameOf(INode node) => NameOf(node.GetType());

    /// <summary>The name of a node's GraphQL type.</summary>
    /// <param name="node">The type behind it.</param>
    internal static string NameOf(Type node) => Names[node];

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

/// <summary>节点读取. Finds a node by its subject's or its own name, from the tables, without waking a grain.</summary>
/// <param name="database">Where the tables are.</param>
/// <param name="calendars">Where the years of the calendar are.</param>
/// <param name="concepts">All concepts.</param>
public sealed class NodeReader(Database database, ICalendarSource calendars, ConceptsByName concepts)
{
    // Who has an account is for those who look after accounts; a user who did something is named by the journal's entry.
    private const string Accounts = Account.Name + "/";

    /// <summary>A node by its name, together with the others that the same level asks for; null when there is none.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="name">The subject's name, or that of a part of one.</param>
    public IDataLoaderResult<INode?> Load(IResolveFieldContext field, string name)
    {
        ArgumentNullException.ThrowIfNull(field);
        var caller = Caller.Of(field.User);
        return Ready.From<Found?, INode?>(
            BatchLoader<string, Found>.Of(field, LoadAsync, nameof(NodeReader)).Load(name),
            // Whose fields the caller may not read is not there for the caller either.
            found => found is not null && Shows(caller, found) ? found.Node : null);
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

    private bool Shows(Caller? caller, Found found)
    {
        if (found.Node is not IPartNode part)
        {
            return ShowsSubject(caller, found.Node);
        }

        var concept = concepts.All.GetValueOrDefault(SubjectKeys.Split(part.Name.Subject).Concept);
        return caller is not null
            && AccessRules.MayRead(NodeInterface.NameOf(part), caller.Roles)
            && part.IsShownTo(caller, concept, found.Whose is { } whose && ShowsSubject(caller, whose));
    }

    private static bool ShowsSubject(Caller? caller, INode node)
    {
        var roles = caller?.Roles ?? Roles.None;
        return (!node.Subject.StartsWith(Accounts, StringComparison.Ordinal) || Access.Oversight.Admits(roles))
            && AccessRules.MayRead(NodeInterface.NameOf(node), roles)
            && node.IsVisibleTo(caller?.Agency);
    }

    private Task<IReadOnlyDictionary<string, Found>> LoadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        database.InOneTurnAsync(turn => ReadAsync(turn, names), cancellationToken);

    private async Task<IReadOnlyDictionary<string, Found>> ReadAsync(ReadTurn turn, IReadOnlyCollection<string> names)
    {
        var wanted = names.Select(PartName.Parse).OfType<PartName>().ToList();
        var parts = wanted.Count == 0 ? []
            : await turn.QueryAsync((data, token) => PartNodes.FindAsync(data, wanted, token)).ConfigureAwait(false);
        var subjects = names.Where(name => PartName.Parse(name) is null).Concat(parts.Select(part => part.Name.Subject)).ToHashSet();
        var nodes = await SubjectsAsync(turn, subjects).ConfigureAwait(false);
        var found = nodes.ToDictionary(node => node.Subject, node => new Found(node, null));
        foreach (var part in parts)
        {
            found[part.Subject] = new Found(part, found.GetValueOrDefault(part.Name.Subject)?.Node);
        }

        return found;
    }

    private async Task<IReadOnlyList<INode>> SubjectsAsync(ReadTurn turn, IReadOnlyCollection<string> subjects)
    {
        var found = new List<INode>();
        foreach (var concept in subjects.GroupBy(subject => SubjectKeys.Split(subject).Concept))
        {
            var wanted = concept.ToArray();
            found.AddRange(concept.Key switch
            {
                // Years that come with the program are in no table.
                WorkingYear.Name => calendars.Current.Years.Select(year => new WorkingYearType(year)).Where(year => wanted.Contains(year.Subject)),
                _ => SubjectDoor.All.TryGetValue(concept.Key, out var door) ? await door.NodesAsync(turn, wanted).ConfigureAwait(false)
                    : [],
            });
        }

        return found;
    }

    // A node, and the subject that it is a part of.
    private sealed record Found(INode Node, INode? Whose);
}
