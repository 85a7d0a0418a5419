using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>角色名称. The roles an account can hold, by the name the bureau gives them.</summary>
public static class RoleNames
{
    /// <summary>The single roles in the order of the bureau's list, each with its name.</summary>
    public static IReadOnlyList<(Roles Role, BilingualText Name)> All { get; } =
    [
        (Roles.Administrator, new("系统管理员", "Administrator")),
        (Roles.Leader, new("领导小组", "Leading group")),
        (Roles.Officer, new("执法人员", "Officer")),
        (Roles.SectionHead, new("责任科室负责人", "Head of section")),
        (Roles.Legal, new("监督与法制科", "Supervision and legal section")),
        (Roles.Hotline, new("12365热线", "12365 hotline")),
        (Roles.Liaison, new("协作部门联络员", "Liaison officer")),
        (Roles.Auditor, new("审计人员", "Auditor")),
    ];

    /// <summary>The Chinese names of some roles, in the list's order.</summary>
    /// <param name="roles">The roles.</param>
    public static string Chinese(Roles roles) => string.Join('、', Each(roles).Select(role => All.First(named => named.Role == role).Name.Chinese));

    /// <summary>The single roles in a set, in the list's order.</summary>
    /// <param name="roles">The set.</param>
    public static IEnumerable<Roles> Each(Roles roles) => All.Select(named => named.Role).Where(role => (roles & role) != 0);
}
