using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>本人. Who is signed in.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [ReadableBy(Readers.SignedIn)]
    public static async Task<UserType> Me(IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(field);
        var userName = Caller.Required(field.User).UserName;
        return new UserDoor().Show(await grains.GetGrain<IAccountGrain>(userName).Read().ConfigureAwait(false) ?? throw new ActorNotAllowedException("The account is not there."));
    }

    /// <summary>用户. One user by the user name; null when there is none.</summary>
    /// <param name="userName">用户名.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Oversight)]
    public static Task<UserType?> User(string userName, IResolveFieldContext field) => new UserDoor().ReadAsync(field, userName);

    /// <summary>用户列表. Users by filter and order; without an order by user name.</summary>
    /// <param name="users">Given by the engine.</param>
    [ReadableBy(Readers.Oversight)]
    public static Task<Connection<UserType>> Users(Listing<AccountRow, UserType> users)
    {
        ArgumentNullException.ThrowIfNull(users);
        return users.ReadAsync();
    }

    /// <summary>局内人员. The bureau's people who have not left: whom work can be given to, and who somebody is. By name, in the order of
    /// pinyin.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    /// <param name="role">角色. Only who holds this one.</param>
    /// <param name="text">姓名或用户名. Only whose name or user name contains this.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<Connection<UserType>> Staff(IResolveFieldContext field, [FromServices] Database database, PageRequest page, Role? role = null, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (held, anyOf) = ((int)(role is { } one ? RoleSet.Of([one]) : Roles.Everyone), (int)Roles.Bureau);
        var named = string.IsNullOrWhiteSpace(text) ? null : new StringFilter(Contains: text.Trim());
        var people = new Conditions<AccountRow>()
            .And(row => !row.Disabled && (row.Roles & anyOf) != 0 && (row.Roles & held) != 0)
            .Groups(null, named is null ? null
                : [new Conditions<AccountRow>().Text(row => row.DisplayName, named).ToCondition(),
                    new Conditions<AccountRow>().Text(row => row.UserName, named).ToCondition()])
            .ToExpression();
        var rows = await Lists.ReadAsync(
            database,
            _ => people,
            [SortColumn<AccountRow>.Text("displayName", row => row.NameOrder, SortDirection.Asc)],
            SortColumn<AccountRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page, field.CancellationToken).ConfigureAwait(false);
        return new Connection<UserType>(rows.Select(row => new UserType { Row = row }));
    }
}
