using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ShuangDa.Silo.Imports;

/// <summary>送来的文件. A file in a request: the body itself, or the first file in a form. It is read as it comes, never held whole.</summary>
/// <param name="Content">内容. Its bytes.</param>
/// <param name="FileName">文件名. As the sender named it, path and all, or null.</param>
internal sealed record SentFile(Stream Content, string? FileName)
{
    /// <summary>The file in a request; null when a form holds none.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="InvalidDataException">The form cannot be read.</exception>
    public static async Task<SentFile?> InAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new SentFile(request.Body, ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var whole) ? NameIn(whole) : null);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new InvalidDataException("The form has no boundary.");
        }

        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
        {
            if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
            {
                return new SentFile(part.Body, NameIn(disposition));
            }
        }

        return null;
    }

    private static string? NameIn(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString() is { Length: > 0 } name ? name : null;
}
