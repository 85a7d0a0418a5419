using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ShuangDa.Grains.Accounts;

namespace ShuangDa.GraphQL.Security;

/// <summary>令牌认证. Recognises a caller by an access token, from the <c>Authorization</c> header or from our cookie, and asks at each request whether the account still admits its session.</summary>
/// <param name="options">What ASP.NET needs.</param>
/// <param name="loggers">The log.</param>
/// <param name="encoder">What ASP.NET needs.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="standings">The accounts.</param>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccessTokens tokens, AccountStandings standings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "ShuangDa";

    /// <summary>The name of the cookie that holds the dashboard's token.</summary>
    public const string CookieName = "shuangda";

    private const string Bearer = "Bearer ";

    /// <summary>The bearer token of a request, or null.</summary>
    /// <param name="request">The request.</param>
    public static string? BearerOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    /// <summary>The caller, if the account admits the session.</summary>
    /// <param name="session">The session that a token speaks of.</param>
    /// <param name="standings">The accounts.</param>
    /// <param name="scheme">How the token was recognised.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<ClaimsPrincipal?> AdmitAsync(Session session, AccountStandings standings, string scheme, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(standings);
        var standing = await standings.Of(session.UserName, cancellationToken);
        return session.IsAdmittedBy(standing) ? new ClaimsPrincipal(new CallerIdentity(new Caller(standing!, session), scheme)) : null;
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = BearerOf(Request);
        if (token is null)
        {
            // A request from elsewhere that our cookie came along with is a request of nobody.
            if (!Request.Cookies.TryGetValue(CookieName, out token) || token.Length == 0 || !SameOrigin.Holds(Request))
            {
                return AuthenticateResult.NoResult();
            }
        }

        var session = await tokens.ReadAsync(token, Context.RequestAborted);
        var user = session is null ? null : await AdmitAsync(session, standings, SchemeName, Context.RequestAborted);
        return user is null
            ? AuthenticateResult.Fail("The token is not valid, or its session has ended.")
            : AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Problem.NotSignedIn.ExecuteAsync(Context);

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        (Caller.Of(Context.User)?.Account.MustChangePassword == true ? Problem.PasswordChangeFirst : Problem.NotAllowed).ExecuteAsync(Context);
}

/// <summary>外部身份. Turns a token of the outside identity provider, once it has been validated, into the caller whose account it names. Accounts are never made by it.</summary>
public static class OutsideIdentity
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "OpenIdConnect";

    /// <summary>The caller that a validated token stands for; null when no account admits it.</summary>
    /// <param name="token">The provider's token.</param>
    /// <param name="userNameClaim">The claim that holds the user name.</param>
    /// <param name="standings">The accounts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ClaimsPrincipal?> AdmitAsync(JsonWebToken token, string userNameClaim, AccountStandings standings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!token.TryGetPayloadValue<string>(userNameClaim, out var claimed) || token.IssuedAt == default)
        {
            return null;
        }

        var session = new Session(AccountName.Normalise(claimed), null, null, new DateTimeOffset(token.IssuedAt, TimeSpan.Zero), new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
        return await TokenAuthentication.AdmitAsync(session, standings, SchemeName, cancellationToken);
    }
}
