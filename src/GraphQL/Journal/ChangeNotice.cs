using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Journal;

/// <summary>主体种类. The kinds of nodes that can be watched.</summary>
public enum NodeKind
{
    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>许可证.</summary>
    Licence,

    /// <summary>检查.</summary>
    Inspection,

    /// <summary>整改.</summary>
    Rectification,

    /// <summary>案件.</summary>
    Case,

    /// <summary>涉嫌犯罪案件移送.</summary>
    CrimeTransfer,

    /// <summary>账户.</summary>
    Account,

    /// <summary>导入.</summary>
    Import,

    /// <summary>工作日历年.</summary>
    WorkingYear,

    /// <summary>责任科室.</summary>
    Section,

    /// <summary>协作部门.</summary>
    Agency,
}

/// <summary>变更通知. Says that something has happened to a subject.</summary>
[Name("ChangeNotice")]
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
    public NodeKind? Kind => Enum.GetValues<NodeKind>().Where(kind => ConceptOf(kind) == SubjectKeys.Split(_entry.Subject).Concept).Select(kind => (NodeKind?)kind).FirstOrDefault();

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

    /// <summary>The concept's name of a kind: <c>WorkingYear</c> → <c>working-year</c>.</summary>
    /// <param name="kind">The kind.</param>
    internal static string ConceptOf(NodeKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
