using System.Linq.Expressions;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>角色条件. Users by the roles that they hold, which a row keeps as a set.</summary>
internal sealed class HeldRoles() : ConceptCondition<AccountRow>("roles", "角色. Users by the roles that they hold.", typeof(ListFilterInput<EnumFilterInput<Role>>))
{
    private static readonly int Every = SetOf(static _ => true);

    /// <inheritdoc/>
    public override Expression<Func<AccountRow, bool>>? Condition(object asked, DataConnection data)
    {
        var filter = (ListFilter)asked;
        var conditions = new Conditions<AccountRow>();
        if (filter.Some is EnumFilter<Role> some)
        {
            var held = SetOf(some.IsMetBy);
            conditions.And(row => (row.Roles & held) != 0);
        }

        if (filter.None is EnumFilter<Role> none)
        {
            var held = SetOf(none.IsMetBy);
            conditions.And(row => (row.Roles & held) == 0);
        }

        if (filter.All is EnumFilter<Role> all)
        {
            var others = Every & ~SetOf(all.IsMetBy);
            conditions.And(row => (row.Roles & others) == 0);
        }

        return filter.Any switch
        {
            true => conditions.And(row => row.Roles != 0).ToExpression(),
            false => conditions.And(row => row.Roles == 0).ToExpression(),
            null => conditions.ToExpression(),
        };
    }

    private static int SetOf(Func<Role, bool> isMet) => (int)RoleSet.Of(Enum.GetValues<Role>().Where(isMet));
}
