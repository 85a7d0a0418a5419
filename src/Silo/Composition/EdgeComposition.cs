using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Composition;

/// <summary>边界组合. What every request passes before anything else: whose it is behind a proxy, what a HEAD asks for, and the headers that
/// every answer has.</summary>
internal static class EdgeComposition
{
    /// <summary>What an answer may do in a browser where nothing else is said: nothing.</summary>
    private const string NothingRuns = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>What an answer may use of a device where nothing else is said: nothing.</summary>
    private const string NothingPermitted = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// <summary>Puts the edge before the rest of the pipeline.</summary>
    /// <param name="application">The application, before any other part of its pipeline.</param>
    public static WebApplication UseEdge(this WebApplication application)
    {
        if (BelievedProxies.From(application.Configuration) is { } forwarded)
        {
            application.UseForwardedHeaders(forwarded);
        }

        application.Use(HeadIsGet);
        application.Use(GiveHeaders);
        // A HEAD has become a GET before it is asked whose it is to answer.
        application.UseRouting();
        return application;
    }

    // The server leaves the body out, as the request itself was a HEAD. What GraphQL is asked is a question or a stream, and has no head
    // of its own.
    private static Task HeadIsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method) && !http.Request.Path.StartsWithSegments("/graphql", StringComparison.Ordinal))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    private static Task GiveHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static answered =>
        {
            var headers = ((HttpContext)answered).Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // Only the dashboard's page says more: it asks for the camera and the place, where an officer uses them.
            headers["Permissions-Policy"] = headers["Permissions-Policy"] is { Count: > 0 } permitted ? permitted : NothingPermitted;
            // What was evidence or an answer to somebody is nobody's after he has left.
            headers.CacheControl = headers.CacheControl is { Count: > 0 } said ? said : "no-store";
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } policy ? policy : NothingRuns;
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
