using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.Silo.Imports;

/// <summary>导入接口. Brings files, tells how far they are, gives rejected rows back.</summary>
internal static class ImportEndpoints
{
    /// <summary>Maps <c>/imports</c>.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").RequireAuthorization();
        foreach (var register in Enum.GetValues<RegisterKind>())
        {
            imports.MapPost(
                WireName.Of(register).ToLowerInvariant(),
                (HttpContext http, ImportDesk desk, ImportPreviews previews) => Bring(http, desk, previews, register));
        }

        imports.MapPost("/previews/{id:guid}", TakeOver);
        imports.MapPost("/previews/{id:guid}/columns", LookAgain);
        imports.MapDelete("/previews/{id:guid}", Forget);
        imports.MapGet("/{id:guid}", Tell);
        imports.MapGet("/{id:guid}/rejected.csv", GiveBack);
        return routes;
    }

    private static async Task<IResult> Bring(HttpContext http, ImportDesk desk, ImportPreviews previews, RegisterKind register)
    {
        if (Refuse(http, QueueImport.AllowedTo(register), out var caller) is { } no)
        {
            return no;
        }

        var given = http.Request.Query["commandId"].ToString();
        Guid? commandId = Guid.TryParse(given, out var parsed) ? parsed : null;
        if (given.Length > 0 && commandId is null)
        {
            return new Problem(StatusCodes.Status400BadRequest, "BAD_REQUEST", new("commandId须为UUID", "commandId must be a UUID"));
        }

        var (asked, onlyLooks) = (http.Request.Query["preview"].ToString(), false);
        if (asked.Length > 0 && !bool.TryParse(asked, out onlyLooks))
        {
            return new Problem(
                StatusCodes.Status400BadRequest, "BAD_REQUEST", new("preview须为true或者false", "preview must be true or false"));
        }

        SentFile.Admit(http, desk.MaxBytes);
        try
        {
            if (await SentFile.InAsync(http.Request) is not { } sent)
            {
                return new Problem(StatusCodes.Status400BadRequest, "BAD_REQUEST", new("表单中没有文件", "The form holds no file"));
            }

            if (onlyLooks)
            {
                var seen = await previews.LookAsync(register, sent.Content, NameIn(sent), caller!.As(commandId), http.RequestAborted);
                return seen is null ? OthersLook : Results.Json(ToldPreview.Of(seen, http), ImportEndpointJson.Default.ToldPreview);
            }

            var (id, refusal) = await desk.AcceptAsync(register, sent.Content, NameIn(sent), caller!.As(commandId), http.RequestAborted);
            return Accepted(http, id, refusal);
        }
        catch (UploadTooLargeException tooLarge)
        {
            return new Problem(StatusCodes.Status413PayloadTooLarge, "LIMIT_EXCEEDED", tooLarge.Text);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Problem(StatusCodes.Status413PayloadTooLarge, "LIMIT_EXCEEDED", new UploadTooLargeException(desk.MaxBytes).Text);
        }
    }

    private static async Task<IResult> TakeOver(HttpContext http, ImportPreviews previews, Guid id)
    {
        if (Refuse(http, AnyImporters, out var caller) is { } no)
        {
            return no;
        }

        return await previews.TakeOverAsync(id, caller!.As(null), http.RequestAborted) is var (import, refusal)
            ? Accepted(http, import, refusal)
            : NotKept;
    }

    private static async Task<IResult> LookAgain(HttpContext http, ImportPreviews previews, Guid id)
    {
        if (Refuse(http, AnyImporters, out var caller) is { } no)
        {
            return no;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 64 * 1024;
        }

        if (await SaidAsync(http) is not { } mapped)
        {
            return new Problem(
                StatusCodes.Status400BadRequest,
                "BAD_REQUEST",
                new("请求正文须为列的指定（JSON）", "The body must say as what columns are read, in JSON"));
        }

        return await previews.LookAgainAsync(id, mapped, caller!.As(null), http.RequestAborted) switch
        {
            null => NotKept,
            (_, { } problem) => new Problem(StatusCodes.Status400BadRequest, problem.Code, problem.Message),
            ({ } seen, _) => Results.Json(ToldPreview.Of(seen, http), ImportEndpointJson.Default.ToldPreview),
            _ => OthersLook,
        };
    }

    private static async Task<ImmutableArray<MappedColumn>?> SaidAsync(HttpContext http)
    {
        try
        {
            var said = await http.Request.ReadFromJsonAsync(ImportEndpointJson.Default.SaidColumns, http.RequestAborted);
            return said?.Columns is { } columns && columns.All(one => one is { Title: not null })
                ? [.. columns.Select(one => new MappedColumn(one.Title!, one.Column))]
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // It is not JSON, or does not say that it is: nothing is said of any column.
            return null;
        }
    }

    private static IResult Forget(HttpContext http, ImportPreviews previews, Guid id)
    {
        if (Refuse(http, AnyImporters, out var caller) is { } no)
        {
            return no;
        }

        return previews.Forget(id, caller!.As(null)) ? Results.NoContent() : NotKept;
    }

    private static IResult Accepted(HttpContext http, Guid id, Refusal? refusal)
    {
        if (refusal is not null)
        {
            var status = refusal is CommandIdReused or AlreadyExists ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return new Problem(status, refusal.Code, refusal.Message);
        }

        var url = UrlOf(id);
        http.Response.Headers.Location = url;
        return Results.Json(
            new AcceptedImport(id, url), ImportEndpointJson.Default.AcceptedImport, statusCode: StatusCodes.Status202Accepted);
    }

    private static Roles AnyImporters { get; } =
        Enum.GetValues<RegisterKind>().Aggregate(Roles.None, static (all, register) => all | QueueImport.AllowedTo(register));

    private static Problem NotKept { get; } = new(
        StatusCodes.Status404NotFound,
        "NOT_FOUND",
        new("预览的文件已不再保留，请重新选择文件", "The file that was looked at is not kept any more; choose it again"));

    private static Problem OthersLook { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "UNAVAILABLE",
        new("正在预览其他文件，请稍后再试", "Other files are being looked at; try again later"),
        TimeSpan.FromSeconds(10));

    // What a browser sends of a path is not part of the name; here the name is only shown.
    private static string? NameIn(SentFile sent) => sent.FileName?[(sent.FileName.LastIndexOfAny(['/', '\\']) + 1)..] switch
    {
        null or "" => null,
        var name => RegisterText.Cut(name, 200),
    };

    private static async Task<IResult> Tell(HttpContext http, IGrainFactory grains, ImportDesk desk, Guid id)
    {
        if (Refuse(http, Roles.Bureau, out _) is { } no)
        {
            return no;
        }

        // A grain is woken for what there is only: ids that somebody makes up cost a look at a row.
        return await desk.IsKnownAsync(id, http.RequestAborted)
            && await grains.GetGrain<IImportGrain>(id.ToString("D")).Progress() is { State: var import }
            ? Results.Json(ToldImport.Of(id, import), ImportEndpointJson.Default.ToldImport)
            : NotKnown;
    }

    private static IResult GiveBack(HttpContext http, ImportFolder folder, Guid id)
    {
        if (Refuse(http, Roles.Bureau, out _) is { } no)
        {
            return no;
        }

        return File.Exists(folder.RejectedOf(id))
            ? Results.File(folder.RejectedOf(id), "text/csv; charset=utf-8", fileDownloadName: $"{id:D}.rejected.csv")
            : NotKnown;
    }

    /// <summary>What is asked for is not there.</summary>
    internal static Problem NotKnown { get; } = new(StatusCodes.Status404NotFound, "NOT_FOUND", new("没有找到", "There is no such thing"));

    /// <summary>Why the caller may not, or null.</summary>
    internal static Problem? Refuse(HttpContext http, Roles allowed, out Caller? caller)
    {
        caller = Caller.Of(http.User);
        return caller is null ? Problem.NotSignedIn
            : (caller.Roles & allowed) != 0 ? null
            : caller.Account.MustChangePassword ? Problem.PasswordChangeFirst
            : Problem.NotAllowed;
    }

    /// <summary>Where an import is told of.</summary>
    internal static string UrlOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"/imports/{id:D}");
}

/// <summary>受理应答. What <c>POST /imports/…</c> answers.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Url">Where it is told of.</param>
internal sealed record AcceptedImport(Guid Id, string Url);

/// <summary>导入情况. What <c>GET /imports/{id}</c> answers.</summary>
internal sealed record ToldImport(
    Guid Id,
    string Register,
    string Status,
    long RowsRead,
    long Created,
    long Updated,
    long Unchanged,
    long Rejected,
    string? RejectedRowsUrl,
    string? Failure,
    string? FailureInEnglish,
    string? FileName,
    IReadOnlyList<string> Remarks)
{
    public static ToldImport Of(Guid id, ImportState import) => new(
        id,
        WireName.Of(import.Register),
        WireName.Of(import.Status),
        import.Counts.RowsRead,
        import.Counts.Created,
        import.Counts.Updated,
        import.Counts.Unchanged,
        import.Counts.Rejected,
        import is { IsEnded: true, Counts.Rejected: > 0 } ? $"{ImportEndpoints.UrlOf(id)}/rejected.csv" : null,
        import.Remark?.Chinese,
        import.Remark?.English,
        import.Upload.FileName,
        [.. import.Remarks.Select(remark => remark.Chinese)]);
}

/// <summary>The JSON forms of the answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AcceptedImport))]
[JsonSerializable(typeof(ToldImport))]
[JsonSerializable(typeof(ToldPreview))]
[JsonSerializable(typeof(SaidColumns))]
internal sealed partial class ImportEndpointJson : JsonSerializerContext;
