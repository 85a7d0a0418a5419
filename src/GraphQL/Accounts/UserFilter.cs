using System.Linq.Expressions;
using ShuangDa.Grains.Accounts;
using ShuangDa.GraphQL.Conventions.Columns;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>角色条件. Conditions on the roles that a user holds.</summary>
/// <param name="Eq">持有. Holds this one.</param>
/// <param name="In">持有其一. Holds one of these.</param>
public sealed record RoleFilter(Role? Eq = null, IReadOnlyList<Role>? In = null);

/// <summary>角色条件. Users by the roles that they hold, which a row keeps as a set.</summary>
internal sealed class HeldRoles() : ConceptCondition<AccountRow>("role", "角色.", typeof(RoleFilter))
{
    /// <inheritdoc/>
    public override Expression<Func<AccountRow, bool>>? Condition(object asked)
    {
        var (one, some) = (RoleFilter)asked;
        var (held, among) = (one is { } role ? (int)RoleSet.Of([role]) : -1, some is null ? -1 : (int)RoleSet.Of(some));
        return row => (row.Roles & held) != 0 && (row.Roles & among) != 0;
    }
}
