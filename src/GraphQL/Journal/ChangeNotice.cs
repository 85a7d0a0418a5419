using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Journal;

/// <summary>主体种类. The kinds of nodes that can be watched: one for each concept.</summary>
public sealed class NodeKindType : EnumerationGraphType
{
    /// <summary>The type.</summary>
    public NodeKindType()
    {
        Name = "NodeKind";
        Description = "主体种类. The kinds of nodes that can be watched.";
        foreach (var door in MutationType.Doors)
        {
            this.AddValue(door.Concept, door.Words);
        }
    }
}

/// <summary>变更通知. Says that something has happened to a subject.</summary>
[Name("ChangeNotice"), ReadableBy(Readers.Everyone)]
public sealed class ChangeNotice : IResumableEvent
{
    private readonly FeedCursor _cursor;
    private readonly JournalEntry _entry;

    /// <summary>A notice of an entry.</summary>
    /// <param name="cursor">Where it stands in the feed.</param>
    /// <param name="entry">The entry.</param>
    public ChangeNotice(FeedCursor cursor, JournalEntry entry) => (_cursor, _entry) = (cursor, entry);

    /// <summary>事件编号. Give it as Last-Event-ID to go on after this notice.</summary>
    [Id]
    public string EventId => _cursor.ToString();

    /// <summary>主体种类. What kind of node it happened to; null for one that this version does not list.</summary>
    [OutputType(typeof(NodeKindType))]
    public string? Kind => SubjectKeys.Split(_entry.Subject).Concept is var concept && MutationType.Doors.Any(door => door.Concept == concept) ? concept : null;

    /// <summary>主体编号. The node's id.</summary>
    [Id]
    public string SubjectId => NodeIds.Of(_entry.Subject);

    /// <summary>主体. The node as it stands now.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.LoadOrName(field, _entry.Subject);
    }

    /// <summary>日志条目. What happened.</summary>
    public JournalEntryType Entry => new(_entry);
}
