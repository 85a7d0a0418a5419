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
    public static async Task<UserType> Me(IResolveFieldContext field, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(field);
        var userName = Caller.Required(field.User).UserName;
        return new UserType(await grains.GetGrain<IAccountGrain>(userName).Read().ConfigureAwait(false) ?? throw new ActorNotAllowedException("The account is not there."));
    }

    /// <summary>用户. One user by the user name; null when there is none.</summary>
    /// <param name="userName">用户名.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    public static async Task<UserType?> User(string userName, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var name = AccountName.Normalise(userName);
        return AccountName.ProblemWith(name) is null
            && await directory.ExistsAsync(Account.Name, name).ConfigureAwait(false)
            && await grains.GetGrain<IAccountGrain>(name).Read().ConfigureAwait(false) is { } snapshot ? new UserType(snapshot) : null;
    }

    /// <summary>用户列表. Users by filter and order; without an order by user name.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public static async Task<UserConnection> Users(
        IResolveFieldContext field,
        [FromServices] Database database,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        UserFilter? where = null,
        IReadOnlyList<UserSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var condition = (where ?? new UserFilter()).Condition();
        var rows = await Lists.ReadAsync(
            database, _ => condition, UserSort.Columns(order), SortColumn<AccountRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            PageRequest.Of(first, after, last, before), field.CancellationToken).ConfigureAwait(false);
        return new UserConnection(rows.Select(row => new UserType(row)));
    }

    /// <summary>局内人员. The bureau's people who have not left: whom work can be given to, and who somebody is. By name.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="role">角色. Only who holds this one.</param>
    /// <param name="text">姓名或用户名. Only whose name or user name contains this.</param>
    public static async Task<UserConnection> Staff(
        IResolveFieldContext field,
        [FromServices] Database database,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        Role? role = null,
        string? text = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var named = string.IsNullOrWhiteSpace(text) ? null : new StringFilter(Contains: text.Trim());
        var condition = new UserFilter(
            IsDisabled: new BooleanFilter(Eq: false),
            Role: new RoleFilter(Eq: role, In: RoleSet.Each(Roles.Bureau)),
            Or: named is null ? null : [new UserFilter(DisplayName: named), new UserFilter(UserName: named)]).Condition();
        var rows = await Lists.ReadAsync(
            database, _ => condition, UserSort.Columns([new UserSort(DisplayName: SortDirection.Asc)]), SortColumn<AccountRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            PageRequest.Of(first, after, last, before), field.CancellationToken).ConfigureAwait(false);
        return new UserConnection(rows.Select(row => new UserType(row)));
    }
}
