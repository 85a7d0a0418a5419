using System.Security.Claims;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Security;

/// <summary>调用者. Who sent the request, as the account stands now.</summary>
/// <param name="Account">The account's standing.</param>
/// <param name="Session">The session that the request's token belongs to.</param>
public sealed record Caller(AccountStanding Account, Session Session)
{
    /// <summary>用户名. The user name.</summary>
    public string UserName => Account.UserName;

    /// <summary>协作部门. The partner agency's code; null for the bureau's own people.</summary>
    public string? Agency => Account.Agency;

    /// <summary>角色. What the caller may act as: nothing until a password that has to be changed is changed.</summary>
    public Roles Roles => Account.MustChangePassword ? Roles.None : Account.Roles;

    /// <summary>Whether the caller is of a partner agency, and so sees only what concerns it.</summary>
    public bool IsOutsider => Account.Agency is not null;

    /// <summary>The caller of a request; null when nobody is signed in.</summary>
    /// <param name="user">The request's principal.</param>
    public static Caller? Of(ClaimsPrincipal? user) => (user?.Identity as CallerIdentity)?.Caller;

    /// <summary>The caller of a request that rules have let through.</summary>
    /// <param name="user">The request's principal.</param>
    /// <exception cref="ActorNotAllowedException">Nobody is signed in.</exception>
    public static Caller Required(ClaimsPrincipal? user) => Of(user) ?? throw new ActorNotAllowedException("Nobody is signed in.");

    /// <summary>The caller as the actor of a command.</summary>
    /// <param name="commandId">The command's id; without one the server makes one, and a repeat is another command.</param>
    public Actor As(Guid? commandId) => new(UserName, Roles, Account.Section, Account.Agency, commandId ?? Guid.CreateVersion7());

    /// <summary>The caller as the actor of a command that even somebody who has to change the password may give.</summary>
    /// <param name="commandId">The command's id, or null.</param>
    public Actor AsHimself(Guid? commandId) => As(commandId) with { Roles = Account.Roles };
}

/// <summary>调用者身份. The caller as ASP.NET carries it.</summary>
public sealed class CallerIdentity : ClaimsIdentity
{
    /// <summary>An identity of a caller.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="scheme">How the caller was recognised.</param>
    public CallerIdentity(Caller caller, string scheme) : base([new Claim(ClaimTypes.Name, caller.UserName), .. RoleNames.Each(caller.Roles).Select(role => new Claim(ClaimTypes.Role, RoleCodes.Of(role)))], scheme) =>
        Caller = caller;

    /// <summary>The caller.</summary>
    public Caller Caller { get; }
}
