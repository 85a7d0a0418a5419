using System.Buffers;
using System.Security.Cryptography;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Attachments;

/// <summary>附件文件夹. Where the bytes of attachments are kept, each once, under the hash of their content. A file's name never becomes part of a path.</summary>
/// <param name="path">The folder's full path.</param>
/// <param name="maxBytes">The largest file, in bytes.</param>
public sealed class AttachmentFolder(string path, long maxBytes)
{
    private const int BufferSize = 64 * 1024;
    private const string PartialEnding = ".partial";

    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes => maxBytes;

    /// <summary>The endings of the names of files that are kept, each with its dot.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. AttachmentKind.All.SelectMany(kind => kind.Endings)];

    /// <summary>Closes to others what an older version left open: the folders of two letters that it consists of, and what was on its way.</summary>
    public void Close()
    {
        if (Directory.Exists(path))
        {
            PrivateFiles.MakeFolder(path, "??", "*" + PartialEnding);
        }
    }

    /// <summary>Keeps a file. It is streamed to the disk and hashed on its way; the same bytes again are kept once.</summary>
    /// <param name="content">The bytes, read to their end.</param>
    /// <param name="fileName">The name it was brought under.</param>
    /// <param name="cancellationToken">Whoever sends it has gone.</param>
    /// <returns>What may be put into a record, or why it was refused.</returns>
    public async Task<(Attachment? Kept, AttachmentRefusal? Refusal)> KeepAsync(Stream content, string? fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (AttachmentName.Problem(fileName) is { } problem)
        {
            return (null, new AttachmentRefusal(AttachmentFault.Name, problem.Message));
        }

        PrivateFiles.MakeFolder(path);
        var partial = Path.Combine(path, Guid.CreateVersion7().ToString("N") + PartialEnding);
        try
        {
            var (hash, length, kind, refusal) = await ReceiveAsync(content, fileName!, partial, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                return (null, refusal);
            }

            var kept = Path.Combine(path, hash[..2], hash + kind!.Endings[0]);
            PrivateFiles.MakeFolder(Path.GetDirectoryName(kept)!);
            if (!await IsIntactAsync(kept, hash, cancellationToken).ConfigureAwait(false))
            {
                // Put in place whole: nobody finds half a file under a hash. One that was damaged is made good again.
                File.Move(partial, kept, overwrite: true);
            }

            return (new Attachment(hash, fileName!, kind.MediaType, length), null);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>A file that is kept, without looking into it; null when none is kept under this hash.</summary>
    /// <param name="hash">SHA-256 in hexadecimal.</param>
    public KeptFile? Find(string? hash)
    {
        if (hash is not { Length: 64 } || hash.Any(digit => !char.IsAsciiHexDigitLower(digit) && !char.IsAsciiDigit(digit)))
        {
            return null;
        }

        return AttachmentKind.All
            .Select(kind => (kind.MediaType, File: new FileInfo(Path.Combine(path, hash[..2], hash + kind.Endings[0]))))
            .Where(one => one.File.Exists)
            .Select(one => new KeptFile(one.File.FullName, one.MediaType, one.File.Length))
            .FirstOrDefault();
    }

    /// <summary>Those of the files that a command names which are kept, by their hashes.</summary>
    /// <param name="named">The files that the command names; null for none.</param>
    public IReadOnlyDictionary<string, KeptContent> KeptOf(IEnumerable<AttachmentReference>? named) => (named ?? [])
        .Select(one => (one.Hash, File: Find(one.Hash)))
        .Where(one => one.File is not null)
        .DistinctBy(one => one.Hash)
        .ToDictionary(one => one.Hash, one => new KeptContent(one.File!.MediaType, one.File.Bytes));

    /// <summary>Opens a kept file for sending, after its bytes were compared with their hash; the stream stands at the beginning.</summary>
    /// <param name="file">What was found.</param>
    /// <param name="hash">The hash it is kept under.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The stream, or null when its bytes are not those that were brought.</returns>
    public static async Task<Stream?> OpenAsync(KeptFile file, string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var stream = Open(file.Path);
        if (!await HasHashAsync(stream, hash, cancellationToken).ConfigureAwait(false))
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            return null;
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>The hashes under which files are kept, and whether the bytes are still those.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<(string Hash, bool IsIntact)> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [])
        {
            var hash = Path.GetFileNameWithoutExtension(file);
            if (hash.Length == 64)
            {
                yield return (hash, await IsIntactAsync(file, hash, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    /// <summary>Removes what is left of files whose bringing was broken off when the program died.</summary>
    /// <param name="lastWritten">Files that were written to since are left alone: somebody may still be bringing them. UTC, by the disk's clock.</param>
    /// <returns>How many were removed.</returns>
    public int RemoveLeftovers(DateTimeOffset lastWritten)
    {
        var left = Directory.Exists(path) ? Directory.GetFiles(path, "*" + PartialEnding).Where(file => File.GetLastWriteTimeUtc(file) < lastWritten.UtcDateTime).ToList() : [];
        left.ForEach(File.Delete);
        return left.Count;
    }

    private async Task<(string Hash, long Length, AttachmentKind? Kind, AttachmentRefusal? Refusal)> ReceiveAsync(Stream content, string fileName, string partial, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var head = await content.ReadAtLeastAsync(buffer.AsMemory(0, BufferSize), AttachmentKind.HeadLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (AttachmentKind.Of(buffer, head, fileName) is not { } kind)
            {
                return ("", 0, null, AttachmentRefusal.OfKind);
            }

            var length = 0L;
            await using var file = PrivateFiles.Create(partial, FileMode.CreateNew, bufferSize: 0, options: FileOptions.Asynchronous);
            for (var read = head; read > 0; read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                length += read;
                if (length > maxBytes)
                {
                    return ("", 0, null, AttachmentRefusal.OfSize(maxBytes));
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length, kind, null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<bool> IsIntactAsync(string file, string hash, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        await using var stream = Open(file);
        return await HasHashAsync(stream, hash, cancellationToken).ConfigureAwait(false);
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private static async Task<bool> HasHashAsync(Stream content, string hash, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false)) == hash;
}

/// <summary>已存文件. Where a file is kept, what it is and how long.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="MediaType">媒体类型.</param>
/// <param name="Bytes">字节数.</param>
public sealed record KeptFile(string Path, string MediaType, long Bytes);

/// <summary>附件问题. What can be wrong with a file that is brought.</summary>
public enum AttachmentFault
{
    /// <summary>Its name.</summary>
    [Term("文件名", "name of the file")]
    Name,

    /// <summary>Its kind.</summary>
    [Term("类型", "kind of file")]
    Kind,

    /// <summary>Its size.</summary>
    [Term("大小", "size")]
    Size,
}

/// <summary>附件拒绝. Why a file is not kept.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Text">Why, for people.</param>
public sealed record AttachmentRefusal(AttachmentFault Fault, BilingualText Text)
{
    /// <summary>A file of a kind that is not kept, or whose name says another kind.</summary>
    internal static AttachmentRefusal OfKind { get; } = new(AttachmentFault.Kind, new(
        $"不接受此类文件，或内容与后缀不符；可用：{string.Join('、', AttachmentFolder.Endings)}",
        $"Files of this kind are not kept, or the content is not what the name says; there may be {string.Join(", ", AttachmentFolder.Endings)}"));

    /// <summary>A file that is too large.</summary>
    /// <param name="maxBytes">How large it may be.</param>
    public static AttachmentRefusal OfSize(long maxBytes) => new(AttachmentFault.Size, new($"文件超过{maxBytes / 1024.0 / 1024:0.#} MiB", $"The file is larger than {maxBytes / 1024.0 / 1024:0.#} MiB"));
}
