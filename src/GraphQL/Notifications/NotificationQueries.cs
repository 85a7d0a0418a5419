using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Notifications;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>我的通知. What concerns the caller, the latest first. The total of those that are unread is what a bell shows.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    /// <param name="unread">未读. Whether only what the caller has not read.</param>
    [ReadableBy(Readers.Working)]
    public static async Task<Connection<NotificationType>> Notifications(
        IResolveFieldContext field, [FromServices] Database database, PageRequest page, bool unread = false)
    {
        ArgumentNullException.ThrowIfNull(field);
        var caller = Caller.Required(field.User);
        var rows = await Lists.ReadAsync(
            database,
            data => NotificationVisibility.Of(data, caller, unread),
            [SortColumn<NotificationRow>.Number("at", row => row.At, SortDirection.Desc)],
            SortColumn<NotificationRow>.Number("id", row => row.Id, SortDirection.Desc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<NotificationType>(rows.Select(row => new NotificationType(row)));
    }
}

public sealed partial class Mutation
{
    private const int MostReadAtOnce = 200;

    /// <summary>标记已读. The caller has read notifications: those that are named, or all up to an instant. It is no act of the trade: the
    /// journal does not know of it, and it can be repeated.</summary>
    /// <param name="input">Which.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Working)]
    public static async Task<MarkNotificationsReadPayload> MarkNotificationsRead(
        MarkNotificationsReadInput input, IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var caller = Caller.Required(field.User);
        var ids = (input.Ids ?? [])
            .Select(id => NotificationType.RowOf(id) ?? throw new BadUserInput("通知编号无效", "Not the id of a notification"))
            .ToArray();
        if (ids.Length > MostReadAtOnce)
        {
            throw new BadUserInput($"一次最多标记{MostReadAtOnce}条", $"At most {MostReadAtOnce} at once");
        }

        var user = caller.UserName;
        var until = input.Until?.ToUnixTimeMilliseconds() ?? long.MinValue;
        var marked = ids.Length == 0 && input.Until is null ? 0 : await database.WriteAsync(
            data =>
            {
                // Whoever has read what stands for several has read them all, also those that came a moment after the one that was shown.
                var read = data.GetTable<NotificationRow>()
                    .Where(row => row.UserName == user && (ids.Contains(row.Id) || (row.IsUnread && row.At <= until)));
                return data.GetTable<NotificationRow>()
                    .Where(row => row.UserName == user && row.IsUnread
                        && (row.At <= until || ids.Contains(row.Id)
                            || read.Any(one => one.Batch == row.Batch && one.Kind == row.Kind && row.Batch != null)))
                    .Set(row => row.IsUnread, false)
                    .UpdateAsync(field.CancellationToken);
            },
            field.CancellationToken).ConfigureAwait(false);
        var unread = await database.CountAsync(
            data => data.GetTable<NotificationRow>().Where(NotificationVisibility.Of(data, caller, unread: true)),
            field.CancellationToken).ConfigureAwait(false);
        return new MarkNotificationsReadPayload(marked, unread);
    }
}
