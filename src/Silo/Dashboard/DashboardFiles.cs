using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.Silo.Dashboard;

/// <summary>工作台文件. The bureau's dashboard as the build put it into this assembly: a page, and files that bear a hash of their content in their name. Nothing comes from another host.</summary>
internal sealed class DashboardFiles
{
    private const string Folder = "dashboard/";
    private const string PageFile = Folder + "index.html";
    private const string NonceMark = "__NONCE__";

    // What keeps the dashboard on a device. It is asked for again each time, so that no device stays with an old one, and its own policy is
    // what it may fetch by: files and answers of this host.
    private const string WorkerFile = "/sw.js";
    private const string WorkerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    // The camera reads the code of a licence, the place goes with a photo where an officer agrees; both are asked for where they are used.
    private const string PagePermissions = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

    private static readonly (string Name, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    private static Problem NothingThere => new(
        StatusCodes.Status404NotFound, "NOT_FOUND", new("没有这个地址", "There is nothing at this address"));

    private readonly string? _page;

    /// <summary>Reads the page, if the build made one.</summary>
    public DashboardFiles()
    {
        using var page = typeof(DashboardFiles).Assembly.GetManifestResourceStream(PageFile);
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
            await NothingThere.ExecuteAsync(http).ConfigureAwait(false);
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = PolicyWith(nonce);
        http.Response.Headers["Permissions-Policy"] = PagePermissions;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(_page?.Replace(NonceMark, nonce, StringComparison.Ordinal) ?? NotBuilt, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>
    /// Serves its files by the framework's middleware, in the form that the build compressed where the browser takes it: small ones it
    /// left alone. Those under <c>assets</c> have names that change
    /// with their content, so they may be kept for ever; the others are what a browser or a robot asks for by itself.
    /// </summary>
    /// <param name="application">The pipeline, before routes are asked.</param>
    public static void Serve(IApplicationBuilder application)
    {
        var files = new EmbeddedFolder(typeof(DashboardFiles).Assembly, Folder);
        application.Use((http, next) =>
        {
            if (http.GetEndpoint() is null && Compressed(files, http.Request) is { } ending)
            {
                http.Request.Path += ending;
            }

            return next(http);
        });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new UncompressedTypes(),
            OnPrepareResponse = static answered =>
            {
                var (headers, path) = (answered.Context.Response.Headers, answered.Context.Request.Path);
                var isWorker = path.Value is WorkerFile or WorkerFile + ".br" or WorkerFile + ".gz";
                headers.CacheControl = path.StartsWithSegments("/assets", StringComparison.Ordinal)
                    ? "public, max-age=31536000, immutable"
                    : isWorker ? "no-cache" : "public, max-age=86400";
                if (isWorker)
                {
                    headers.ContentSecurityPolicy = WorkerPolicy;
                }

                headers.Vary = "Accept-Encoding";
                if (EncodingOf(answered.File.Name).Name is { } encoding)
                {
                    headers.ContentEncoding = encoding;
                }
            },
        });
        // A page of an older build asks for what is there no longer; to sign in would not bring it back.
        application.Use((http, next) =>
            http.GetEndpoint() is null && http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                ? NothingThere.ExecuteAsync(http)
                : next(http));
    }

    private static string? Compressed(EmbeddedFolder files, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return accepted.Count == 0 || !request.Path.HasValue
            ? null
            : Array.Find(Encodings, one => Takes(one.Name) && files.GetFileInfo(request.Path.Value + one.Ending).Exists).Ending;

        // What is named counts before the star; a quality of nought says that it is not taken (RFC 9110, 12.5.3).
        bool Takes(string encoding) =>
            (accepted.FirstOrDefault(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
                ?? accepted.FirstOrDefault(static one => one.Value == "*")) is { Quality: null or > 0 };
    }

    private static (string? Name, string? Ending) EncodingOf(string file) =>
        Array.Find(Encodings, one => file.EndsWith(one.Ending, StringComparison.Ordinal));

    // Ant Design writes its styles at run time, under the nonce that the page is given. Photos of drafts are shown from the browser's own memory (blob:),
    // and documents that are kept in a frame of their own.
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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

    /// <summary>What a file is, whether or not it is compressed.</summary>
    private sealed class UncompressedTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _known = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [".js"] = "text/javascript; charset=utf-8",
            [".css"] = "text/css; charset=utf-8",
            [".svg"] = "image/svg+xml",
            [".ico"] = "image/x-icon",
            [".png"] = "image/png",
            [".txt"] = "text/plain; charset=utf-8",
            [".webmanifest"] = "application/manifest+json; charset=utf-8",
        });

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            _known.TryGetContentType(subpath[..^(EncodingOf(subpath).Ending?.Length ?? 0)], out contentType);
    }
}
