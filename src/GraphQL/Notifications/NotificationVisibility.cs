using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Notifications;

/// <summary>通知的可见范围. The caller's own, of what the caller may still see: who lost sight of a subject is told of it no more.</summary>
public static class NotificationVisibility
{
    /// <summary>The condition, in a query.</summary>
    /// <param name="data">Where other tables are found.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="unread">Only what is unread.</param>
    internal static Expression<Func<NotificationRow, bool>> Of(DataConnection data, Caller caller, bool unread)
    {
        var user = caller.UserName;
        var conditions = new Conditions<NotificationRow>().And(row => row.UserName == user).And(unread ? row => row.IsUnread : null);

        // Of what one act told the caller, the first that is seen stands for all.
        var seen = data.GetTable<NotificationRow>().Where(row => row.UserName == user && row.Batch != null);
        var earlier = unread ? seen.Where(row => row.IsUnread) : seen;
        conditions.And(row => row.Batch == null
            || !earlier.Any(other => other.Batch == row.Batch && other.Kind == row.Kind && other.Id < row.Id));
        foreach (var door in MutationType.Doors)
        {
            var prefix = SubjectKeys.Of(door.Concept, "");
            if (!IsRead(door, caller.Roles))
            {
                conditions.And(row => !row.Subject.StartsWith(prefix));
            }
            else if (SeenBy(door, data, caller) is { } visible)
            {
                conditions.And(row => !row.Subject.StartsWith(prefix) || visible.Any(subject => subject == row.Subject));
            }
        }

        return conditions.ToExpression();
    }

    /// <summary>
    /// Whether somebody who is to be told of a subject may still see it: roles are lost and transfers go elsewhere meanwhile.
    /// </summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="who">Who is to be told.</param>
    /// <param name="subject">The subject's name.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<bool> SeesAsync(
        DataConnection data, Recipient who, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(who);
        var concept = SubjectKeys.Split(subject).Concept;
        if (MutationType.Doors.FirstOrDefault(one => one.Concept == concept) is not { } door || !IsRead(door, who.Roles))
        {
            return false;
        }

        var standing = new AccountStanding(who.User, who.User, who.Roles, who.Section, who.Agency, false, false, 0, default, []);
        var caller = new Caller(standing, new Session(who.User, null, null, default, default));
        return SeenBy(door, data, caller) is not { } seen
            || await seen.AnyAsync(name => name == subject, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsRead(CommandDoor door, Roles roles) => AccessRules.MayRead(NodeInterface.NameOf(door.Node), roles);

    // Null for all of the concept's.
    private static IQueryable<string>? SeenBy(CommandDoor door, DataConnection data, Caller caller) =>
        (door as ISubjectDoor)?.SeenBy(data, caller);
}
