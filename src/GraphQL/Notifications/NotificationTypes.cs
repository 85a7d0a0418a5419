using System.Globalization;
using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Notifications;

/// <summary>
/// 通知. Something that happened and concerns the caller: work that is theirs, a step that waits for them, an answer, a deadline.
/// </summary>
/// <param name="row">Its row.</param>
[Name("Notification"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class NotificationType(NotificationRow row) : IPartNode<NotificationType>
{
    private const string PartKind = "notification";

    /// <inheritdoc/>
    static string IPartNode<NotificationType>.Kind => PartKind;

    /// <inheritdoc/>
    PartName IPartNode.Name => new(row.Subject, PartKind, row.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>全局编号. Opaque and stable; to others it is no node.</summary>
    [Id]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>通知种类. Why the caller is told.</summary>
    public NotificationKind Kind => WireName.Find<NotificationKind>(row.Kind)!.Value;

    /// <summary>时刻. When it happened.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(row.At);

    /// <summary>已读. Whether the caller has seen it.</summary>
    public bool IsRead => !row.IsUnread;

    /// <summary>编号. The number of what it is about.</summary>
    public string Number => SubjectKeys.Split(row.Subject).Key;

    /// <summary>事由. The deadline or kind of step that it is about, in the caller's language; null where the entry says it all.</summary>
    /// <param name="field">Given by the engine.</param>
    public string? Detail(IResolveFieldContext field) => row.Detail is { } detail
        ? (WireName.Find<ApprovalStep>(detail) is { } step ? Terms.Of(step) : DeadlineKinds.TermOf(detail))
            .In(GraphQLRequestContext.Of(field).English)
        : null;

    /// <summary>项数. How many subjects it is about: more than one where one act did the same to several, such as moving all work.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<int> Parts(IResolveFieldContext field, [FromServices] Database database) => row.Batch is not { } batch
        ? Ready.With(1)
        : BatchLoader<(string Batch, string Kind), int>.Of(field, async (wanted, ending) =>
        {
            var (user, batches) = (row.UserName, wanted.Select(one => one.Batch).Distinct().ToArray());
            var counted = await database.QueryAsync(
                (data, token) => data.GetTable<NotificationRow>()
                    .Where(other => other.UserName == user && batches.Contains(other.Batch))
                    .GroupBy(other => new { other.Batch, other.Kind })
                    .Select(same => new { same.Key.Batch, same.Key.Kind, Count = same.Count() })
                    .ToListAsync(token),
                ending).ConfigureAwait(false);
            return counted.ToDictionary(one => (one.Batch!, one.Kind), one => one.Count);
        }).LoadKnown((batch, row.Kind));

    /// <summary>主体. What it is about, as it stands now.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.LoadOrName(field, row.Subject);
    }

    /// <summary>日志条目. What happened; null where the caller may not see the entry.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<JournalEntryType?> Entry(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var name = new PartName(row.Subject, "", row.Number.ToString(CultureInfo.InvariantCulture));
        return Ready.From<INode?, JournalEntryType?>(nodes.Load(field, name.ToString()), node => node as JournalEntryType);
    }

    /// <inheritdoc/>
    bool IPartNode.IsShownTo(Caller caller, Concept? concept, bool isSubjectShown) => isSubjectShown && caller.UserName == row.UserName;

    /// <inheritdoc/>
    static async Task<IEnumerable<NotificationType>> IPartNode<NotificationType>.FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken)
    {
        var ids = wanted.Select(IdOf).OfType<long>().ToArray();
        var rows = await data.GetTable<NotificationRow>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.Select(row => new NotificationType(row));
    }

    /// <summary>Where a notification stands in the table, by its id as a client has it; null when it is the id of none.</summary>
    /// <param name="id">The id.</param>
    internal static long? RowOf(string id) =>
        NodeIds.SubjectOf(id) is { } name && PartName.Parse(name) is { Kind: PartKind } part ? IdOf(part) : null;

    private static long? IdOf(PartName name) =>
        long.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
