using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Imports;

namespace ShuangDa.Silo.Attachments;

/// <summary>附件接口. Brings photos and files, and gives them back. Both ways they are streamed.</summary>
internal static partial class AttachmentEndpoints
{
    // Those who record what they belong to.
    private const Roles MayBring = Roles.Officer | Roles.SectionHead | Roles.Legal | Roles.Leader | Roles.Hotline | Roles.Administrator;

    private const string ShownByUs = "frame-ancestors 'self'";

    /// <summary>Maps <c>/attachments</c>.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapAttachments(this IEndpointRouteBuilder routes)
    {
        var attachments = routes.MapGroup("/attachments").RequireAuthorization();
        attachments.MapGet("", Tell);
        attachments.MapPost("", Bring);
        attachments.MapGet("/{hash}", GiveBack);
        return routes;
    }

    private static IResult Tell(HttpContext http, AttachmentFolder folder) => ImportEndpoints.Refuse(http, Roles.Bureau, out _) is { } no
        ? no
        : Results.Json(new AttachmentLimits(folder.MaxBytes, AttachmentFolder.Endings), AttachmentEndpointJson.Default.AttachmentLimits);

    private static async Task<IResult> Bring(HttpContext http, AttachmentFolder folder)
    {
        if (ImportEndpoints.Refuse(http, MayBring, out var caller) is { } no)
        {
            return no;
        }

        SentFile.Admit(http, folder.MaxBytes);
        try
        {
            if (await SentFile.InAsync(http.Request) is not { } sent)
            {
                return new Problem(StatusCodes.Status400BadRequest, "BAD_REQUEST", new("表单中没有文件", "The form holds no file"));
            }

            // A name in the address is easier to write with curl than one in a header.
            var name = sent.FileName ?? (http.Request.Query["fileName"].ToString() is { Length: > 0 } asked ? asked : null);
            var (kept, refusal) = await folder.KeepAsync(sent.Content, name, caller!.UserName, http.RequestAborted);
            return refusal is { } why
                ? ProblemOf(why)
                : Results.Json(KeptAttachment.Of(kept!), AttachmentEndpointJson.Default.KeptAttachment, statusCode: StatusCodes.Status201Created);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ProblemOf(AttachmentRefusal.OfSize(folder.MaxBytes));
        }
    }

    private static async Task<IResult> GiveBack(HttpContext http, AttachmentFolder folder, string hash, ILogger<AttachmentFolder> logger)
    {
        if (ImportEndpoints.Refuse(http, Roles.Bureau, out _) is { } no)
        {
            return no;
        }

        if (folder.Find(hash) is not { } file)
        {
            return ImportEndpoints.NotKnown;
        }

        if (await folder.OpenAsync(file, hash, http.RequestAborted) is not { } content)
        {
            LogChanged(logger, hash);
            return new Problem(StatusCodes.Status500InternalServerError, "ATTACHMENT_CHANGED", new("附件的内容与登记时不符，已停止提供，请联系管理员", "The file's bytes are not those that were brought; it is not sent. Tell the administrator"));
        }

        // No browser keeps it, and nothing in it is run. Those that show PDF do so in a page of their own that a sandbox would keep
        // empty; it is shown within our pages.
        http.Response.Headers.ContentSecurityPolicy = file.MediaType == "application/pdf"
            ? ShownByUs
            : $"default-src 'none'; sandbox; {ShownByUs}";
        // Under the name that a link gives it; what no browser shows is never opened by itself.
        http.Response.Headers.ContentDisposition = AttachmentKind.IsShown(file.MediaType) ? "inline" : "attachment";
        return Results.Stream(content, file.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }

    private static Problem ProblemOf(AttachmentRefusal refusal) => refusal.Fault switch
    {
        AttachmentFault.Size => new Problem(StatusCodes.Status413PayloadTooLarge, "LIMIT_EXCEEDED", refusal.Text),
        AttachmentFault.Room => new Problem(StatusCodes.Status507InsufficientStorage, "STORAGE_FULL", refusal.Text),
        AttachmentFault.Kind => new Problem(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_FILE", refusal.Text),
        _ => new Problem(StatusCodes.Status400BadRequest, "BAD_FILE_NAME", refusal.Text),
    };

    [LoggerMessage(LogLevel.Error, "The bytes of attachment {Hash} are not those that were brought; it is not sent")]
    private static partial void LogChanged(ILogger logger, string hash);
}

/// <summary>上传应答. What <c>POST /attachments</c> answers.</summary>
internal sealed record KeptAttachment(string Hash, string FileName, string MediaType, long Bytes, string Url)
{
    public static KeptAttachment Of(Attachment kept) => new(kept.Hash, kept.FileName, kept.MediaType, kept.Bytes, $"/attachments/{kept.Hash}");
}

/// <summary>上传限制. What <c>GET /attachments</c> answers: how large a file may be, and by which endings its name may end.</summary>
internal sealed record AttachmentLimits(long MaxBytes, IReadOnlyList<string> Endings);

/// <summary>The JSON forms of the answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptAttachment))]
[JsonSerializable(typeof(AttachmentLimits))]
internal sealed partial class AttachmentEndpointJson : JsonSerializerContext;
