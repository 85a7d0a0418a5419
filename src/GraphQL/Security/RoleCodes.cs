using System.Text.Json;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Security;

/// <summary>角色代码. Roles as clients read them: <c>SECTION_HEAD</c>.</summary>
public static class RoleCodes
{
    /// <summary>The code of one role.</summary>
    /// <param name="role">A single role.</param>
    public static string Of(Roles role) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(role.ToString());

    /// <summary>The codes of some roles, in the bureau's order.</summary>
    /// <param name="roles">The roles.</param>
    public static IReadOnlyList<string> Each(Roles roles) => [.. RoleNames.Each(roles).Select(Of)];
}
