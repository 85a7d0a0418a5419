using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Security;

/// <summary>登录与退出. <c>POST /auth/sign-in</c> and <c>POST /auth/sign-out</c>.</summary>
public static class SignInEndpoints
{
    private const int LongestBody = 4 * 1024;

    /// <summary>Maps the two.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/auth/sign-in", SignIn).AllowAnonymous();
        routes.MapPost("/auth/sign-out", SignOut).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> SignIn(
        HttpContext http, IGrainFactory grains, AccountStandings standings, Credentials credentials, AccessTokens tokens, SignInFailures failures,
        IOptions<SignInOptions> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
    {
        var began = clock.GetTimestamp();
        if (!SameOrigin.IsNotDenied(http.Request))
        {
            return Problem.NotAllowed;
        }

        if (await ReadAsync(http) is not { UserName: { } typed, Password: { } given })
        {
            return new Problem(StatusCodes.Status400BadRequest, "BAD_REQUEST", new("请以JSON提交 userName 和 password", "Send userName and password as JSON"));
        }

        var name = AccountName.Normalise(typed);
        // What no account can be called is compared like the rest, and not kept: it may be as long as a body.
        var isName = AccountName.ProblemWith(name) is null;
        var (begun, wait) = await failures.BeginAsync(http.Connection.RemoteIpAddress, isName ? name : null, http.RequestAborted);
        if (begun is null)
        {
            return new Problem(StatusCodes.Status429TooManyRequests, Problem.TooManyAttemptsCode, Problem.TooManyAttempts, wait);
        }

        using var attempt = begun;
        var password = new Password(given);
        AccountStanding? standing;
        try
        {
            standing = isName ? await standings.Of(name, http.RequestAborted) : null;
        }
        catch (Exception away) when (away is DatabaseUnavailableException or TimeoutException or DbException)
        {
            // Nothing was compared: when the database is back, nobody waits because it was away.
            attempt.WasNone();
            throw;
        }

        var session = AccessTokens.NewSessionId();
        var answer = new SignInAnswer(null);
        if (isName && standing is not { Disabled: false } && failures.LockOrCount(name) is { } left)
        {
            attempt.WasNone();
            return Locked(left);
        }

        if (standing is not null)
        {
            answer = await grains.GetGrain<IAccountGrain>(name).SignIn(password, session, Guid.CreateVersion7());
        }
        else
        {
            await credentials.MatchesAsync(null, password);
        }

        if (answer.Account is { } account)
        {
            attempt.Succeeded();
            var (token, issued) = await tokens.IssueAsync(account, session, http.RequestAborted);
            http.Response.Cookies.Append(TokenAuthentication.CookieName, token, Cookie(http, issued.ExpiresAt));
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(new SignedIn(token, issued.ExpiresAt.UtcDateTime, SignedInUser.Of(account)), SignInJson.Default.SignedIn);
        }

        if (answer.Refusal is AccountIsLocked)
        {
            attempt.WasNone();
            return Locked(answer.RetryAfter ?? Account.LockLasts);
        }

        // Whoever waits for what becomes of it need not wait for the answer too.
        attempt.Dispose();
        var least = answer.Slowed ? options.Value.SlowedFailureTakes : options.Value.FailureTakes;
        if (least - clock.GetElapsedTime(began) is { } rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, http.RequestAborted);
        }

        return answer.Refusal is AccountIsDisabled disabled
            ? new Problem(StatusCodes.Status403Forbidden, disabled.Code, disabled.Message)
            : new Problem(StatusCodes.Status401Unauthorized, "SIGN_IN_FAILED", new("用户名或口令不正确", "User name or password is not right"));

        // Told of Retry-After alone, which is the same for names that nobody has.
        static Problem Locked(TimeSpan wait)
        {
            var minutes = (int)Math.Ceiling(wait.TotalMinutes);
            return new(
                StatusCodes.Status423Locked,
                "ACCOUNT_LOCKED",
                new($"口令连续输错，账户暂时锁定，请在{minutes}分钟后再试", $"Too many wrong passwords: the account is locked; try again in {minutes} min"),
                wait);
        }
    }

    private static async Task<IResult> SignOut(
        HttpContext http, IGrainFactory grains, AccountStandings standings, [FromKeyedServices(WallClock.Key)] TimeProvider clock, bool everywhere = false)
    {
        var caller = Caller.Required(http.User);
        // A token of an outside provider names no session of ours: what can be ended is all that began before now.
        var command = everywhere || caller.Session.Id is null ? new SignOut() : new SignOut(caller.Session.Id, caller.Session.ExpiresAt, clock.GetUtcNow());
        await grains.GetGrain<IAccountGrain>(caller.UserName).Execute(command, caller.AsHimself(null));
        standings.Changed(caller.UserName);
        http.Response.Cookies.Delete(TokenAuthentication.CookieName, Cookie(http, null));
        return Results.NoContent();
    }

    private static CookieOptions Cookie(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };

    private static async Task<SignInInput?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength > LongestBody)
        {
            return null;
        }

        try
        {
            // One byte more than may be sent shows that more was sent.
            var body = new byte[LongestBody + 1];
            var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
            return length > LongestBody ? null : JsonSerializer.Deserialize(body.AsSpan(0, length), SignInJson.Default.SignInInput);
        }
        catch (JsonException)
        {
            // Answered as 400; what was sent may be a password and is not logged.
            return null;
        }
    }
}

/// <summary>登录请求. What <c>/auth/sign-in</c> is sent.</summary>
/// <param name="UserName">The user name as typed.</param>
/// <param name="Password">The password.</param>
internal sealed record SignInInput(string? UserName, string? Password)
{
    public override string ToString() => nameof(SignInInput);
}

/// <summary>登录应答. What <c>/auth/sign-in</c> answers.</summary>
internal sealed record SignedIn(string AccessToken, DateTime ExpiresAt, SignedInUser User);

/// <summary>登录用户. Who has signed in.</summary>
internal sealed record SignedInUser(string UserName, string DisplayName, IReadOnlyList<string> Roles, string? Section, string? Agency, bool MustChangePassword)
{
    public static SignedInUser Of(Account account) =>
        new(account.UserName, account.DisplayName, RoleCodes.Each(account.Roles), account.Section, account.Agency, account.MustChangePassword);
}

/// <summary>JSON metadata of the sign-in.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SignInInput))]
[JsonSerializable(typeof(SignedIn))]
internal sealed partial class SignInJson : JsonSerializerContext;
