using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Security;

/// <summary>问题说明. An answer that says no outside GraphQL (RFC 9457), with a stable code and a text in the caller's language.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, in UPPER_CASE.</param>
/// <param name="Text">What is wrong, in words.</param>
/// <param name="RetryAfter">When to try again, or null.</param>
public sealed record Problem(int Status, string Code, BilingualText Text, TimeSpan? RetryAfter = null) : IResult
{
    /// <summary>Nobody is signed in.</summary>
    public static Problem NotSignedIn { get; } = new(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", new("请先登录", "Sign in first"));

    /// <summary>Who is signed in may not do this.</summary>
    public static Problem NotAllowed { get; } = new(StatusCodes.Status403Forbidden, "FORBIDDEN", new("没有权限", "You may not do this"));

    /// <summary>A password has to be changed before anything else.</summary>
    public static Problem PasswordChangeFirst { get; } = new(StatusCodes.Status403Forbidden, "PASSWORD_CHANGE_REQUIRED", new("请先修改口令", "Change your password first"));

    /// <summary>The code of an answer to too many failures.</summary>
    public const string TooManyAttemptsCode = "TOO_MANY_ATTEMPTS";

    /// <summary>The text of an answer to too many failures.</summary>
    public static BilingualText TooManyAttempts { get; } = new("失败次数过多，请稍后再试", "Too many failures; try again later");

    /// <summary>Whether who asks reads English: English is named with a higher quality than Chinese.</summary>
    /// <param name="request">What is asked.</param>
    public static bool IsForEnglish(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Negotiation.English(request.Headers.AcceptLanguage);
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        UnreadBody.EndsConnection(httpContext);
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var text = Text.In(IsForEnglish(httpContext.Request));
        await using var writer = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", text);
        writer.WriteNumber("status", Status);
        writer.WriteString("code", Code);
        writer.WriteEndObject();
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}
