using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Security;

/// <summary>权限关口. Lets an operation run when the caller may use every field in it. What a document needs is worked out once; a request then compares a few sets of roles.</summary>
internal sealed class AccessGate : IOperationGate
{
    private static readonly Access Nobody = new(Roles.None);

    private readonly ConditionalWeakTable<OperationFacts, Need[]> _needs = [];

    /// <inheritdoc/>
    public TransportError? Refuse(OperationFacts operation, ClaimsPrincipal user)
    {
        if (Caller.Of(user) is not { } caller)
        {
            return new NotSignedIn();
        }

        foreach (var need in _needs.GetValue(operation, NeedsOf))
        {
            if (!need.Access.Admits(caller.Roles))
            {
                return caller.Account.MustChangePassword
                    ? new NotPermitted(Problem.PasswordChangeFirst.Text)
                    : new NotPermitted(new($"您没有权限使用 {need.Field}", $"You may not use {need.Field}"));
            }
        }

        return null;
    }

    private static Need[] NeedsOf(OperationFacts operation) =>
    [
        .. operation.Fields
            .GroupBy(use => Access.Of(use.Field) ?? Nobody)
            .Select(together => new Need(together.Key, $"{together.First().Type.Name}.{together.First().Field.Name}")),
    ];

    private sealed record Need(Access Access, string Field);
}

/// <summary>会话期限. Ends event streams with their session.</summary>
/// <param name="standings">The accounts.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class SessionLifetime(AccountStandings standings, [FromKeyedServices(WallClock.Key)] TimeProvider clock) : ISessionLifetime
{
    /// <inheritdoc/>
    public CancellationToken Ended(HttpContext http)
    {
        if (Caller.Of(http.User) is not { } caller)
        {
            return CancellationToken.None;
        }

        var watch = standings.Watch(caller.Session, clock);
        http.Response.RegisterForDispose(watch);
        return watch.Ended;
    }
}
