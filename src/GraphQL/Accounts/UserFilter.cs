using System.Linq.Expressions;
using GraphQL;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>角色条件. Conditions on the roles that a user holds.</summary>
/// <param name="Eq">持有. Holds this one.</param>
/// <param name="In">持有其一. Holds one of these.</param>
public sealed record RoleFilter(Role? Eq = null, IReadOnlyList<Role>? In = null);

/// <summary>用户条件. Which users are wanted; all that is given must hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="UserName">用户名.</param>
/// <param name="DisplayName">姓名.</param>
/// <param name="Role">角色.</param>
/// <param name="Section">科室.</param>
/// <param name="Agency">协作部门.</param>
/// <param name="IsDisabled">已停用.</param>
public sealed record UserFilter(
    IReadOnlyList<UserFilter>? And = null,
    IReadOnlyList<UserFilter>? Or = null,
    StringFilter? UserName = null,
    StringFilter? DisplayName = null,
    RoleFilter? Role = null,
    StringFilter? Section = null,
    StringFilter? Agency = null,
    BooleanFilter? IsDisabled = null)
{
    /// <summary>The filter as a condition on rows.</summary>
    internal Expression<Func<AccountRow, bool>> Condition() => new Conditions<AccountRow>()
        .Text(row => row.UserName, UserName)
        .Text(row => row.DisplayName, DisplayName)
        .And(Holding(Role?.Eq is { } one ? [one] : null))
        .And(Holding(Role?.In))
        .Text(row => row.Section, Section)
        .Text(row => row.Agency, Agency)
        .Boolean(row => row.Disabled, IsDisabled)
        .Groups(And?.Select(one => one.Condition()), Or?.Select(one => one.Condition()))
        .ToExpression();

    private static Expression<Func<AccountRow, bool>>? Holding(IReadOnlyList<Role>? roles)
    {
        if (roles is null)
        {
            return null;
        }

        var set = (int)RoleSet.Of(roles);
        return row => (row.Roles & set) != 0;
    }
}

/// <summary>用户排序. One column to order by.</summary>
/// <param name="UserName">用户名.</param>
/// <param name="DisplayName">姓名.</param>
public sealed record UserSort(SortDirection? UserName = null, SortDirection? DisplayName = null)
{
    /// <summary>The columns of an order.</summary>
    /// <param name="order">What was asked for, or null.</param>
    internal static IEnumerable<SortColumn<AccountRow>> Columns(IReadOnlyList<UserSort>? order)
    {
        foreach (var sort in order ?? [])
        {
            if (sort.UserName is { } userName)
            {
                yield return SortColumn<AccountRow>.Text("userName", row => row.UserName, userName);
            }

            if (sort.DisplayName is { } displayName)
            {
                yield return SortColumn<AccountRow>.Text("displayName", row => row.DisplayName, displayName);
            }
        }
    }
}
