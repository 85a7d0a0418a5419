using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>角色. What a user may be in the bureau or in a partner agency.</summary>
[TermsOf(typeof(Roles))]
public enum Role
{
    /// <summary>Looks after accounts, settings, calendars and imports.</summary>
    Administrator,

    /// <summary>Member of the campaign's leading group.</summary>
    Leader,

    /// <summary>Officer who inspects and investigates.</summary>
    Officer,

    /// <summary>Head of a responsible section.</summary>
    SectionHead,

    /// <summary>Supervision and legal section.</summary>
    Legal,

    /// <summary>Receives complaints and reports.</summary>
    Hotline,

    /// <summary>Liaison officer of a partner agency.</summary>
    Liaison,

    /// <summary>Reads everything and changes nothing.</summary>
    Auditor,
}

/// <summary>用户. Somebody who may sign in: of the bureau, or of a partner agency.</summary>
[Name("User"), Implements(typeof(INode)), ReadableBy(Readers.Oversight)]
[ReadableBy(Readers.SignedIn, nameof(Id), nameof(Version))]
public sealed class UserType : SubjectNode<AccountRow, Account>
{
    /// <summary>角色. What the person is.</summary>
    [ReadableBy(Readers.SignedIn)]
    public IReadOnlyList<Role> Roles => RoleSet.Each((Roles)Row.Roles);

    /// <summary>须改口令. Whether another password has to be chosen before anything else; null where it is neither oneself nor one's to
    /// oversee.</summary>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.SignedIn)]
    public bool? MustChangePassword(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var caller = Caller.Required(field.User);
        return caller.UserName == Row.UserName || Access.Oversight.Admits(caller.Roles) ? Row.MustChangePassword : null;
    }

    /// <summary>The user of this name, together with the others that the same level asks for; null when there is no such account.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where accounts are listed.</param>
    /// <param name="userName">The user name.</param>
    internal static IDataLoaderResult<UserType?> Load(IResolveFieldContext field, Database database, string userName) =>
        BatchLoader<string, UserType>.Of(
            field,
            async (names, ending) =>
            {
                var rows = await database.RowsAsync(data => data.GetTable<AccountRow>().Where(row => names.Contains(row.UserName)), ending).ConfigureAwait(false);
                return rows.ToDictionary(row => row.UserName, row => new UserType { Row = row });
            }).Load(userName);

    /// <summary>Those who hold a role in a section or agency and have not left, by user name. Heads and liaison officers are few, so all of them are read for a whole level at once.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where accounts are listed.</param>
    /// <param name="role">The role.</param>
    /// <param name="placeOf">The code of where somebody belongs.</param>
    /// <param name="code">The code that is asked for.</param>
    internal static IDataLoaderResult<IReadOnlyList<UserType>> LoadHolders(IResolveFieldContext field, Database database, Roles role, Func<AccountRow, string?> placeOf, string code) =>
        Ready.From<IReadOnlyList<UserType>?, IReadOnlyList<UserType>>(
            BatchLoader<string, IReadOnlyList<UserType>>.Of(
                field,
                async (_, ending) =>
                {
                    var rows = await database.QueryAsync(
                        (data, token) => data.GetTable<AccountRow>()
                            .Where(row => (row.Roles & (int)role) != 0 && !row.Disabled)
                            .OrderBy(row => row.UserName)
                            .ToListAsync(token),
                        ending).ConfigureAwait(false);
                    return rows.Where(row => placeOf(row) is not null).GroupBy(row => placeOf(row)!).ToDictionary(place => place.Key, IReadOnlyList<UserType> (place) => [.. place.Select(row => new UserType { Row = row })]);
                },
                $"{nameof(LoadHolders)}:{role}").Load(code),
            static holders => holders ?? []);
}

/// <summary>Sets of roles as the API lists them.</summary>
internal static class RoleSet
{
    public static IReadOnlyList<Role> Each(Roles roles) => [.. RoleNames.Each(roles).Select(role => Enum.Parse<Role>(role.ToString()))];

    public static Roles Of(IEnumerable<Role> roles) => roles.Aggregate(Roles.None, (set, role) => set | Enum.Parse<Roles>(role.ToString()));
}
