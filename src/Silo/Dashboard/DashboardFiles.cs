using System.Reflection;
using System.Security.Cryptography;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.Silo.Dashboard;

/// <summary>工作台文件. The bureau's dashboard as the build put it into this assembly: a page, and files that bear a hash of their content in their name. Nothing comes from another host.</summary>
internal sealed class DashboardFiles
{
    private const string Folder = "dashboard/";
    private const string PageFile = Folder + "index.html";
    private const string NonceMark = "__NONCE__";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Assembly _assembly = typeof(DashboardFiles).Assembly;
    private readonly string? _page;

    /// <summary>Reads the page, if the build made one.</summary>
    public DashboardFiles()
    {
        using var page = _assembly.GetManifestResourceStream(PageFile);
        if (page is not null)
        {
            using var text = new StreamReader(page);
            _page = text.ReadToEnd();
        }
    }

    /// <summary>Whether the build made the dashboard.</summary>
    public bool IsBuilt => _page is not null;

    /// <summary>Answers any address of the dashboard with its page; which view it shows is the page's affair.</summary>
    /// <param name="http">The request.</param>
    public async Task AnswerPage(HttpContext http)
    {
        // Whoever wants no page has come to an address that is none of the API's, except at the one that the program prints.
        if (http.Request.Path != "/" && !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await new Problem(StatusCodes.Status404NotFound, "NOT_FOUND", new("没有这个地址", "There is nothing at this address")).ExecuteAsync(http).ConfigureAwait(false);
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        Protect(http.Response);
        http.Response.Headers.ContentSecurityPolicy = PolicyWith(nonce);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(_page?.Replace(NonceMark, nonce, StringComparison.Ordinal) ?? NotBuilt, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Answers with a file. Its name changes with its content, so it may be kept for ever.</summary>
    /// <param name="http">The request.</param>
    /// <param name="file">The file's name.</param>
    public async Task AnswerFile(HttpContext http, string file)
    {
        var (content, encoding) = Find($"{Folder}assets/{file}", http.Request.Headers.AcceptEncoding.ToString());
        await using var _ = content;
        if (content is null || !Types.TryGetValue(Path.GetExtension(file), out var type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Protect(http.Response);
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        await content.CopyToAsync(http.Response.Body, http.RequestAborted).ConfigureAwait(false);
    }

    // Small files are not compressed by the build, so each form may be missing.
    private (Stream? Content, string? Encoding) Find(string name, string accepted)
    {
        foreach (var (encoding, ending) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            if (accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase) && _assembly.GetManifestResourceStream(name + ending) is { } compressed)
            {
                return (compressed, encoding);
            }
        }

        return (_assembly.GetManifestResourceStream(name), null);
    }

    private static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    // Ant Design writes its styles at run time, under the nonce that the page is given. Photos of drafts are shown from the browser's own memory (blob:),
    // and documents that are kept in a frame of their own.
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string NotBuilt = """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>双打</title></head>
        <body>
          <p>此版本构建时没有Node.js，未包含工作台页面。请安装Node.js 20.19或更高版本后重新构建；接口（<a href="/graphql">/graphql</a>）不受影响。</p>
          <p lang="en">The dashboard was not built into this program, because Node.js was missing or its packages could not be fetched. Install Node.js 20.19 or later and build again; the API itself (<a href="/graphql">/graphql</a>) is not affected.</p>
        </body>
        </html>
        """;
}
