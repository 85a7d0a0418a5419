using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Journal;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>角色. What a user may be in the bureau or in a partner agency.</summary>
public enum Role
{
    /// <summary>系统管理员. Looks after accounts, settings, calendars and imports.</summary>
    Administrator,

    /// <summary>领导小组. Member of the campaign's leading group.</summary>
    Leader,

    /// <summary>执法人员. Officer who inspects and investigates.</summary>
    Officer,

    /// <summary>责任科室负责人. Head of a responsible section.</summary>
    SectionHead,

    /// <summary>监督与法制科. Supervision and legal section.</summary>
    Legal,

    /// <summary>12365热线. Receives complaints and reports.</summary>
    Hotline,

    /// <summary>协作部门联络员. Liaison officer of a partner agency.</summary>
    Liaison,

    /// <summary>审计人员. Reads everything and changes nothing.</summary>
    Auditor,
}

/// <summary>用户. Somebody who may sign in: of the bureau, or of a partner agency.</summary>
[Name("User"), Implements(typeof(INode))]
public sealed class UserType : INode
{
    private readonly AccountRow _row;

    /// <summary>A user as a list shows one.</summary>
    /// <param name="row">The account's row.</param>
    public UserType(AccountRow row) => _row = row;

    /// <summary>A user as the account's grain knows one.</summary>
    /// <param name="snapshot">The account's state.</param>
    public UserType(Snapshot<Account> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _row = (AccountRow)AccountRows.Of(SubjectKeys.Of(Account.Name, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>用户名. What the person signs in with.</summary>
    public string UserName => _row.UserName;

    /// <summary>姓名. The person's name.</summary>
    public string DisplayName => _row.DisplayName;

    /// <summary>角色. What the person is.</summary>
    public IReadOnlyList<Role> Roles => RoleSet.Each((Roles)_row.Roles);

    /// <summary>科室. The code of the bureau's section.</summary>
    public string? Section => _row.Section;

    /// <summary>协作部门. The code of the partner agency; null for the bureau's own people.</summary>
    public string? Agency => _row.Agency;

    /// <summary>版本. Rises with every change; give it as expectedVersion to change only what you have seen.</summary>
    public int Version => _row.Version;

    /// <summary>须改口令. Whether another password has to be chosen before anything else.</summary>
    public bool MustChangePassword => _row.MustChangePassword;

    /// <summary>已停用. Whether nobody can sign in with the account.</summary>
    public bool IsDisabled => _row.Disabled;

    /// <summary>锁定至. The end of the last lock after wrong passwords; a past instant is no lock any more.</summary>
    public DateTimeOffset? LockedUntil => _row.LockedUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null;

    /// <summary>最近登录. When the right password was last given.</summary>
    public DateTimeOffset? LastSignInAt => _row.LastSignInAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>历史. What happened to the account, newest first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    public Task<JournalConnection> History(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Histories.ReadAsync(database, _row.Subject, PageRequest.Of(first, after, null, null), field.CancellationToken);
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
                var rows = await database.QueryAsync(
                    (data, token) => data.GetTable<AccountRow>().Where(row => names.Contains(row.UserName)).ToListAsync(token),
                    ending).ConfigureAwait(false);
                return rows.ToDictionary(row => row.UserName, row => new UserType(row));
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
                    return rows.Where(row => placeOf(row) is not null).GroupBy(row => placeOf(row)!).ToDictionary(place => place.Key, IReadOnlyList<UserType> (place) => [.. place.Select(row => new UserType(row))]);
                },
                $"{nameof(LoadHolders)}:{role}").Load(code),
            static holders => holders ?? []);
}

/// <summary>用户边. A user in a list.</summary>
[Name("UserEdge")]
public sealed class UserEdge(string cursor, UserType node) : Edge<UserType>(cursor, node);

/// <summary>用户连接. A page of users.</summary>
[Name("UserConnection")]
public sealed class UserConnection(Page<UserType> page) : Connection<UserType, UserEdge>(page)
{
    /// <inheritdoc/>
    protected override UserEdge EdgeOf(string cursor, UserType node) => new(cursor, node);
}

/// <summary>Sets of roles as the API lists them.</summary>
internal static class RoleSet
{
    public static IReadOnlyList<Role> Each(Roles roles) => [.. RoleNames.Each(roles).Select(role => Enum.Parse<Role>(role.ToString()))];

    public static Roles Of(IEnumerable<Role> roles) => roles.Aggregate(Roles.None, (set, role) => set | Enum.Parse<Roles>(role.ToString()));
}
