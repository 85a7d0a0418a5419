using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Notifications;

/// <summary>通知的可见范围. The caller's own, of what the caller may still see: who lost sight of a subject is told of it no more.</summary>
internal static class NotificationVisibility
{
    /// <summary>The condition, in a query.</summary>
    /// <param name="data">Where other tables are found.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="unread">Only what is unread.</param>
    public static Expression<Func<NotificationRow, bool>> Of(DataConnection data, Caller caller, bool unread)
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
            if (!AccessRules.MayRead(NodeInterface.NameOf(door.Node), caller.Roles))
            {
                conditions.And(row => !row.Subject.StartsWith(prefix));
            }
            else if ((door as ISubjectDoor)?.SeenBy(data, caller) is { } visible)
            {
                conditions.And(row => !row.Subject.StartsWith(prefix) || visible.Any(subject => subject == row.Subject));
            }
        }

        return conditions.ToExpression();
    }
}
