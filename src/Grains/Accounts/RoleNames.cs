using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>角色名称. The roles an account can hold, and how a set of them is named.</summary>
public static class RoleNames
{
    /// <summary>The single roles in the order of the bureau's list.</summary>
    public static IReadOnlyList<Roles> All { get; } =
        [Roles.Administrator, Roles.Leader, Roles.Officer, Roles.SectionHead, Roles.Legal, Roles.Hotline, Roles.Liaison, Roles.Auditor];

    /// <summary>The words for some roles, in the list's order.</summary>
    /// <param name="roles">The roles.</param>
    public static BilingualText Of(Roles roles) => Terms.OfAll(Each(roles));

    /// <summary>The single roles in a set, in the list's order.</summary>
    /// <param name="roles">The set.</param>
    public static IEnumerable<Roles> Each(Roles roles) => All.Where(role => (roles & role) != 0);
}
