using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ShuangDa.Grains.Accounts;

namespace ShuangDa.GraphQL.Security;

/// <summary>访问令牌. Makes and reads the tokens (JWT) that requests come with. A token says which session it belongs to; what the session may do is the account's affair.</summary>
/// <param name="keys">The keys.</param>
/// <param name="options">How long tokens live.</param>
/// <param name="clock">The wall clock.</param>
public sealed class AccessTokens(TokenKeys keys, IOptions<SignInOptions> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <summary>Who issues our tokens, and whom they are for.</summary>
    public const string Issuer = "shuangda";

    private const string StampClaim = "stamp";
    private const int MostRemembered = 20_000;
    private const int LongestToken = 8 * 1024;

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    // Checking a signature costs more than the rest of many a request; a token that proved right stays right until it ends.
    private readonly ConcurrentDictionary<string, Session> _proved = new(StringComparer.Ordinal);

    /// <summary>A token for a session that begins now.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="cancellationToken">Ends the wait for a key.</param>
    public async Task<(string Token, Session Session)> IssueAsync(Account account, string session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var begun = new Session(account.UserName, account.SecurityStamp, session, now, now + options.Value.TokenLifetime);
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = account.UserName,
            [JwtRegisteredClaimNames.Sid] = session,
            [StampClaim] = account.SecurityStamp,
            ["roles"] = RoleCodes.Each(account.Roles),
        };
        if (account.Section is { } section)
        {
            claims["section"] = section;
        }

        if (account.Agency is { } agency)
        {
            claims["agency"] = agency;
        }

        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = begun.IssuedAt.UtcDateTime,
            Expires = begun.ExpiresAt.UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(await keys.CurrentAsync(cancellationToken), SecurityAlgorithms.HmacSha256),
        });
        return (token, begun);
    }

    /// <summary>The session of a token; null when the token is forged, damaged or over.</summary>
    /// <param name="token">What a request came with.</param>
    /// <param name="cancellationToken">Ends the wait for keys.</param>
    public ValueTask<Session?> ReadAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!_proved.TryGetValue(token, out var session))
        {
            return new(ProveAsync(token, cancellationToken));
        }

        return ValueTask.FromResult(IsOver(session) ? null : session);
    }

    /// <summary>Whether a token says that it is ours; nothing is checked.</summary>
    /// <param name="token">What a request came with.</param>
    public static bool IsOurs(string token) => token is { Length: < LongestToken } && Handler.CanReadToken(token) && Issued(token)?.Issuer == Issuer;

    private bool IsOver(Session session) => session.ExpiresAt <= clock.GetUtcNow();

    private static JsonWebToken? Issued(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            // What cannot be read is nobody's token; who sent it is simply not signed in.
            return null;
        }
    }

    private async Task<Session?> ProveAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || !Handler.CanReadToken(token) || Issued(token) is not { Kid.Length: > 0 } read || await keys.FindAsync(read.Kid, cancellationToken) is not { } key)
        {
            return null;
        }

        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            // The handler would ask the machine's clock; tokens live by ours.
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken { Subject: { Length: > 0 } userName } proved
            || !proved.TryGetPayloadValue<int>(StampClaim, out var stamp) || !proved.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Sid, out var id))
        {
            return null;
        }

        var session = new Session(userName, stamp, id, new DateTimeOffset(proved.IssuedAt, TimeSpan.Zero), new DateTimeOffset(proved.ValidTo, TimeSpan.Zero));
        if (_proved.Count >= MostRemembered)
        {
            _proved.Clear();
        }

        _proved[token] = session;
        return session;
    }

    /// <summary>A new session's id.</summary>
    public static string NewSessionId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
