using System.Collections.Frozen;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Notifications;

/// <summary>通知对象. Whether people may still see what they were to be told of: roles are lost and transfers go elsewhere meanwhile.</summary>
public static class NotificationAudience
{
    private static readonly FrozenDictionary<string, CommandDoor> Doors = MutationType.Doors.ToFrozenDictionary(door => door.Concept);

    /// <summary>Whether somebody may see a subject, by the rules that hold for the bell as well.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="who">Who is to be told.</param>
    /// <param name="subject">The subject's name.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<bool> SeesAsync(
        DataConnection data, Recipient who, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(who);
        if (Doors.GetValueOrDefault(SubjectKeys.Split(subject).Concept) is not { } door
            || !AccessRules.MayRead(NodeInterface.NameOf(door.Node), who.Roles))
        {
            return false;
        }

        var standing = new AccountStanding(who.User, who.User, who.Roles, who.Section, who.Agency, false, false, 0, default, []);
        var caller = new Caller(standing, new Session(who.User, null, null, default, default));
        return (door as ISubjectDoor)?.SeenBy(data, caller) is not { } seen
            || await seen.AnyAsync(name => name == subject, cancellationToken).ConfigureAwait(false);
    }
}
