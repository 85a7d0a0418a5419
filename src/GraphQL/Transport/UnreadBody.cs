using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ShuangDa.GraphQL.Transport;

/// <summary>未读请求体. A request that is refused before all of it was read.</summary>
internal static class UnreadBody
{
    // What is smaller has been read with the headers, or is read on in a moment.
    private const long Small = 64 * 1024;

    /// <summary>
    /// Says with the answer that the connection ends, where much of the request may be unread. The server reads on for some seconds and then
    /// closes it; a client that was not told would use it for its next request, and lose that.
    /// </summary>
    /// <param name="http">The request, whose answer has not begun.</param>
    public static void EndsConnection(HttpContext http)
    {
        // Later versions of HTTP end the one stream instead.
        if (HttpProtocol.IsHttp11(http.Request.Protocol)
            && http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
            && http.Request.ContentLength is null or > Small)
        {
            http.Response.Headers.Connection = "close";
        }
    }
}
