using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ShuangDa.GraphQL.Transport;

/// <summary>GraphiQL页面. The page a browser gets at the endpoint: GraphiQL from its npm bundle, which the build puts into this assembly. Nothing comes from another host.</summary>
internal sealed class GraphiQLPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Assembly assembly = typeof(GraphiQLPage).Assembly;

    internal bool IsBuilt => assembly.GetManifestResourceInfo("graphiql/graphiql.js") is not null;

    internal Task Answer(HttpContext http)
    {
        Protect(http.Response);
        http.Response.ContentType = "text/html; charset=utf-8";
        var path = http.Request.PathBase + http.Request.Path;
        return http.Response.WriteAsync(IsBuilt ? Page(path) : NotBuilt, http.RequestAborted);
    }

    internal async Task AnswerFile(HttpContext http)
    {
        var file = (string?)http.Request.RouteValues["file"] ?? "";
        Protect(http.Response);
        await using var content = assembly.GetManifestResourceStream($"graphiql/{file}");
        if (content is null || !Types.TryGetValue(Path.GetExtension(file), out var type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        http.Response.Headers.CacheControl = "no-cache";
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string Page(string path) => $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>GraphiQL · 双打</title>
          <link rel="stylesheet" href="{path}/graphiql/graphiql.css">
          <script defer src="{path}/graphiql/graphiql.js"></script>
        </head>
        <body data-endpoint="{path}"><div id="graphiql"></div></body>
        </html>
        """;

    private const string NotBuilt = """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>GraphiQL · 双打</title></head>
        <body>
          <p>此版本构建时没有Node.js，未包含GraphiQL。请安装Node.js 20或更高版本后重新构建；接口本身不受影响。</p>
          <p lang="en">GraphiQL was not built into this program, because Node.js was missing or its packages could not be fetched. Install Node.js 20 or later and build again; the API itself is not affected.</p>
        </body>
        </html>
        """;
}
