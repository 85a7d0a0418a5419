using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShuangDa.Silo.Operations;

/// <summary>签名投递. What is posted to the systems of others: JSON under a key by which they know a repeat, signed where a secret is
/// shared.</summary>
internal static class SignedPost
{
    /// <summary>How it is written: with Chinese characters as they are, because what is posted is also read by people who set the other
    /// side up.</summary>
    public static JsonSerializerOptions Json => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A request.</summary>
    /// <param name="url">Where it goes.</param>
    /// <param name="secret">What both sides know; empty for no signature.</param>
    /// <param name="key">The same with each repeat.</param>
    /// <param name="body">The JSON, in UTF-8.</param>
    /// <param name="now">The moment that is signed with it (UTC).</param>
    public static HttpRequestMessage Of(string? url, string? secret, string key, byte[] body, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
        };
        request.Headers.Add("Idempotency-Key", key);
        if (secret is { Length: > 0 })
        {
            var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("X-ShuangDa-Timestamp", seconds);
            request.Headers.Add("X-ShuangDa-Signature", $"sha256={Signature(secret, seconds, body)}");
        }

        return request;
    }

    /// <summary>Adds the client that posts. The other side is named by its address: whoever it sends on to is not followed.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="configure">What is particular to it.</param>
    public static void AddPostingClient(this IServiceCollection services, string name, Action<HttpClient> configure) => services
        .AddHttpClient(name, configure)
        .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>How long the next attempt waits: twice as long after each that failed.</summary>
    /// <param name="first">How long it waits after the first; also while none has failed.</param>
    /// <param name="failures">How many failed.</param>
    /// <param name="longest">How long it waits at most.</param>
    public static TimeSpan WaitAfter(TimeSpan first, int failures, TimeSpan longest) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, Math.Clamp(failures, 1, 20) - 1), longest.TotalSeconds));

    // Over the time, a dot and the body, so that neither is exchanged unseen.
    private static string Signature(string secret, string time, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(time), (byte)'.', .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
