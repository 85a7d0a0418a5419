using GraphQL;
using GraphQL.Types;

namespace ShuangDa.GraphQL.Notifications;

/// <summary>标记已读的输入. Which notifications the caller has read; those of others are not touched.</summary>
/// <param name="Ids">通知编号. These; at most 200.</param>
/// <param name="Until">截至时刻. All that happened up to here.</param>
public sealed record MarkNotificationsReadInput(
    [property: InputType(typeof(ListGraphType<NonNullGraphType<IdGraphType>>))] IReadOnlyList<string>? Ids = null,
    DateTimeOffset? Until = null);

/// <summary>标记已读的结果.</summary>
/// <param name="Marked">已标记. How many were unread until now.</param>
/// <param name="Unread">未读. How many the caller has still to read.</param>
public sealed record MarkNotificationsReadPayload(int Marked, int Unread);
