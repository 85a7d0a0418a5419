using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ShuangDa.Silo.Imports;

/// <summary>送来的文件. A file in a request: the body itself, or the first file in a form. It is read as it comes, never held whole.</summary>
/// <param name="Content">内容. Its bytes. A <see cref="BadHttpRequestException"/> comes from it where the sender breaks off.</param>
/// <param name="FileName">文件名. As the sender named it, path and all, or null.</param>
internal sealed record SentFile(Stream Content, string? FileName)
{
    // RFC 2046, 5.1.1.
    private const int LongestBoundary = 70;

    // What a form puts around a file, and what is still read of one that is refused: a sender who writes while nobody reads is cut off
    // before the refusal reaches it.
    private const long ReadBesides = 16L * 1024 * 1024;

    /// <summary>Lets a request be so large that a file above its bound is told so. Whoever keeps the file counts it.</summary>
    /// <param name="http">The request, of whose body nothing was read.</param>
    /// <param name="maxBytes">Bytes of the largest file that is kept.</param>
    public static void Admit(HttpContext http, long maxBytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + ReadBesides;
        }
    }

    /// <summary>The file in a request; null when a form holds none.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="BadHttpRequestException">The request cannot be read: it ends early, its form is none, its file name is in an encoding that is not read.</exception>
    public static async Task<SentFile?> InAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new SentFile(request.Body, Named(request.Headers.ContentDisposition).Name);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            throw Unreadable(null);
        }

        var parts = new MultipartReader(boundary, request.Body);
        while (await ReadAsync(() => parts.ReadNextSectionAsync(request.HttpContext.RequestAborted)) is { } part)
        {
            if (Named(part.ContentDisposition) is { IsFile: true, Name: var name })
            {
                return new SentFile(new PartStream(part.Body), name);
            }
        }

        return null;
    }

    private static (bool IsFile, string? Name) Named(string? header)
    {
        if (!ContentDispositionHeaderValue.TryParse(header, out var disposition))
        {
            return (false, null);
        }

        try
        {
            var name = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
            return (disposition.IsFileDisposition(), name is { Length: > 0 } ? name : null);
        }
        catch (NotSupportedException encoding)
        {
            // The name is decoded when it is asked for, in the encoding that it says it is in: UTF-7 is one that .NET knows and does not read.
            throw Unreadable(encoding);
        }
    }

    /// <summary>Reads from a form. What the reader throws when the form ends early is an <see cref="IOException"/>, as a full disk's is; here it is told apart.</summary>
    private static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException && broken is not BadHttpRequestException)
        {
            throw Unreadable(broken);
        }
    }

    private static BadHttpRequestException Unreadable(Exception? cause) => new("The form cannot be read.", StatusCodes.Status400BadRequest, cause!);

    /// <summary>A part of a form, read from front to back.</summary>
    private sealed class PartStream(Stream part) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(SentFile.ReadAsync(() => part.ReadAsync(buffer, cancellationToken).AsTask()));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        // The server forbids to wait for a sender.
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
