using Microsoft.AspNetCore.Http;

namespace ShuangDa.GraphQL.Security;

/// <summary>同源检查. A cookie is sent by the browser whoever makes it ask, so a request that comes with one must show that it comes from our own pages.</summary>
public static class SameOrigin
{
    /// <summary>A header that no other site can add without asking us first.</summary>
    public const string Header = "X-ShuangDa";

    /// <summary>Whether the request comes from our own pages. One that only reads is believed unless something shows that it does not: another site cannot see its answer.</summary>
    /// <param name="request">The request.</param>
    public static bool Holds(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        // Sent by browsers to trustworthy origins only (HTTPS, loopback); scripts cannot forge it.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "same-origin" || (site == "none" && reads);
        }

        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            return IsOurs(request, origin);
        }

        return reads || request.Headers[Header].Count > 0;
    }

    /// <summary>Whether nothing shows that the request comes from another site; for requests without a cookie.</summary>
    /// <param name="request">The request.</param>
    public static bool IsNotDenied(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site")
            && (request.Headers.Origin.ToString() is not { Length: > 0 } origin || IsOurs(request, origin));
    }

    // The scheme is not compared: behind a proxy that ends TLS the request is plain though the page was not.
    private static bool IsOurs(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || string.Equals($"{from.Host}:{from.Port}", request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
