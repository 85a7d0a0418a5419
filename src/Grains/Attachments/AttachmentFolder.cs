using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Attachments;

/// <summary>附件文件夹. Where the bytes of attachments are kept, each once, under the hash of their content. A file's name never becomes part of a path.</summary>
/// <param name="path">The folder's full path.</param>
/// <param name="bounds">How much may be kept.</param>
public sealed class AttachmentFolder(string path, AttachmentBounds bounds)
{
    private const int BufferSize = 64 * 1024;
    private const string PartialEnding = ".partial";

    // Beside a file that no record names yet: who brought it, and by its time when.
    private const string BroughtEnding = ".brought";
    private const string AsideEnding = ".aside";
    private const int MostProved = 10_000;

    // Whether a file is named or set aside is decided one at a time.
    private readonly Lock _turn = new();
    private readonly AttachmentRoom _room = new(bounds, () => FilesIn(path));
    private readonly ConcurrentDictionary<string, (long Bytes, DateTime WrittenAt)> _proved = new(StringComparer.Ordinal);

    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes => bounds.File;

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
    /// <param name="account">The account that brings it, which has room for so much that no record names yet.</param>
    /// <param name="cancellationToken">Whoever sends it has gone.</param>
    /// <returns>What may be put into a record, or why it was refused.</returns>
    public async Task<(Attachment? Kept, AttachmentRefusal? Refusal)> KeepAsync(
        Stream content, string? fileName, string account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(account);
        if (AttachmentName.Problem(fileName) is { } problem)
        {
            return (null, new AttachmentRefusal(AttachmentFault.Name, problem.Message));
        }

        PrivateFiles.MakeFolder(path);
        var partial = Path.Combine(path, Guid.CreateVersion7().ToString("N") + PartialEnding);
        var taken = new TakenRoom(_room, account);
        try
        {
            var received = await ReceiveAsync(content, fileName!, partial, taken, cancellationToken).ConfigureAwait(false);
            var (hash, length, kind, refusal) = received;
            if (refusal is not null)
            {
                return (null, refusal);
            }

            var kept = Path.Combine(path, hash[..2], hash + kind!.Endings[0]);
            PrivateFiles.MakeFolder(Path.GetDirectoryName(kept)!);
            var isNew = !File.Exists(kept);
            await MarkAsync(hash, account, isNew, cancellationToken).ConfigureAwait(false);
            if (!await IsIntactAsync(kept, hash, cancellationToken).ConfigureAwait(false))
            {
                // Put in place whole: nobody finds half a file under a hash. One that was damaged is made good again.
                File.Move(partial, kept, overwrite: true);
            }

            if (isNew)
            {
                File.Delete(kept + AsideEnding);
                taken.Keep(hash, length);
            }

            return (new Attachment(hash, fileName!, kind.MediaType, length), null);
        }
        finally
        {
            File.Delete(partial);
            taken.GiveBack();
        }
    }

    /// <summary>A record names a file: it stays, whoever brought it.</summary>
    /// <param name="hash">SHA-256 in hexadecimal, as records have it.</param>
    public void Named(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        var mark = MarkOf(hash);
        lock (_turn)
        {
            if (!File.Exists(mark))
            {
                return;
            }

            foreach (var aside in AsideOf(hash).Where(static file => !File.Exists(file[..^AsideEnding.Length])))
            {
                File.Move(aside, aside[..^AsideEnding.Length]);
            }

            File.Delete(mark);
        }

        _room.Named(hash);
    }

    /// <summary>The hashes of files that no record is known to name.</summary>
    /// <param name="broughtBefore">Only those that were brought, or set aside, before this instant of the disk's clock.</param>
    public IEnumerable<string> Unnamed(DateTimeOffset broughtBefore) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*" + BroughtEnding, SearchOption.AllDirectories)
            .Where(mark => File.GetLastWriteTimeUtc(mark) < broughtBefore.UtcDateTime)
            .Select(static mark => Path.GetFileNameWithoutExtension(mark))
        : [];

    /// <summary>Sets a file aside that no record names, so that none can name it any more; one that was set aside before is
    /// removed.</summary>
    /// <param name="hash">The file.</param>
    /// <param name="broughtBefore">Only when it was brought, or set aside, before this instant of the disk's clock.</param>
    /// <returns>Whether it was removed.</returns>
    public bool SetAsideOrRemove(string hash, DateTimeOffset broughtBefore)
    {
        var mark = MarkOf(hash);
        lock (_turn)
        {
            // Since it was looked for, a record may have named it, or somebody may have brought it again.
            if (!File.Exists(mark) || File.GetLastWriteTimeUtc(mark) >= broughtBefore.UtcDateTime)
            {
                return false;
            }

            if (Find(hash) is { } kept)
            {
                // It is looked for once more after as long a time again.
                File.SetLastWriteTimeUtc(mark, TimeProvider.System.GetUtcNow().UtcDateTime);
                File.Move(kept.Path, kept.Path + AsideEnding, overwrite: true);
                return false;
            }

            foreach (var aside in AsideOf(hash))
            {
                var bytes = new FileInfo(aside).Length;
                File.Delete(aside);
                _room.Removed(hash, bytes);
            }

            File.Delete(mark);
            return true;
        }
    }

    /// <summary>A file that is kept, without looking into it; null when none is kept under this hash.</summary>
    /// <param name="hash">SHA-256 in hexadecimal.</param>
    public KeptFile? Find(string? hash)
    {
        if (!IsHash(hash))
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

    /// <summary>
    /// Opens a kept file for sending; the stream stands at the beginning. Its bytes are compared with their hash before they are sent for
    /// the first time, and when the file was written
    /// to since; what a disk changes by itself is found by the nightly self-check.
    /// </summary>
    /// <param name="file">What was found.</param>
    /// <param name="hash">The hash it is kept under.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The stream, or null when its bytes are not those that were brought.</returns>
    public async Task<Stream?> OpenAsync(KeptFile file, string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var stream = Open(file.Path);
        var stands = (stream.Length, File.GetLastWriteTimeUtc(file.Path));
        if (_proved.TryGetValue(hash, out var proved) && proved == stands)
        {
            return stream;
        }

        if (!await HasHashAsync(stream, hash, cancellationToken).ConfigureAwait(false))
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            return null;
        }

        if (_proved.Count >= MostProved)
        {
            _proved.Clear();
        }

        _proved[hash] = stands;
        stream.Position = 0;
        return stream;
    }

    /// <summary>The hashes under which files are kept, and whether the bytes are still those.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<(string Hash, bool IsIntact)> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [])
        {
            if (IsHash(Path.GetFileNameWithoutExtension(file)) && Path.GetExtension(file) != BroughtEnding)
            {
                var hash = Path.GetFileNameWithoutExtension(file);
                var isIntact = await IsIntactAsync(file, hash, cancellationToken).ConfigureAwait(false);
                if (!isIntact)
                {
                    _proved.TryRemove(hash, out _);
                }

                yield return (hash, isIntact);
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

    private async Task<(string Hash, long Length, AttachmentKind? Kind, AttachmentRefusal? Refusal)> ReceiveAsync(
        Stream content, string fileName, string partial, TakenRoom taken, CancellationToken cancellationToken)
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
                if (length > bounds.File)
                {
                    return ("", 0, null, AttachmentRefusal.OfSize(bounds.File));
                }

                if (taken.Take(read) is { } noRoom)
                {
                    return ("", 0, null, noRoom);
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

    // Written anew, it also says that the file is wanted again.
    private async Task MarkAsync(string hash, string account, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew || File.Exists(MarkOf(hash)))
        {
            await using var mark = PrivateFiles.Create(MarkOf(hash), FileMode.Create);
            await mark.WriteAsync(System.Text.Encoding.UTF8.GetBytes(account), cancellationToken).ConfigureAwait(false);
        }
    }

    private string MarkOf(string hash) => Path.Combine(path, hash[..2], hash + BroughtEnding);

    private IEnumerable<string> AsideOf(string hash) => AttachmentKind.All
        .Select(kind => Path.Combine(path, hash[..2], hash + kind.Endings[0] + AsideEnding))
        .Where(File.Exists);

    private static bool IsHash([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text) =>
        text is { Length: 64 } && text.All(static digit => char.IsAsciiHexDigitLower(digit) || char.IsAsciiDigit(digit));

    private static IEnumerable<(string Hash, long Bytes, string? BroughtBy)> FilesIn(string path)
    {
        foreach (var file in Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories) : [])
        {
            var hash = file.Name.Split('.')[0];
            if (IsHash(hash) && file.Extension != BroughtEnding)
            {
                var mark = Path.Combine(file.DirectoryName!, hash + BroughtEnding);
                yield return (hash, file.Length, File.Exists(mark) ? File.ReadAllText(mark) : null);
            }
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

/// <summary>占用空间. The room that one upload takes while it comes.</summary>
/// <param name="room">The folder's room.</param>
/// <param name="account">Whose it is.</param>
internal sealed class TakenRoom(AttachmentRoom room, string account)
{
    private long _bytes;

    /// <summary>Takes room for more.</summary>
    /// <param name="bytes">How many more.</param>
    /// <returns>Why there is none, or null.</returns>
    public AttachmentRefusal? Take(int bytes)
    {
        var refusal = room.Take(account, bytes);
        _bytes += refusal is null ? bytes : 0;
        return refusal;
    }

    /// <summary>All of it is kept.</summary>
    /// <param name="hash">The file.</param>
    /// <param name="bytes">How long it is.</param>
    public void Keep(string hash, long bytes)
    {
        room.Keep(hash, account, bytes);
        _bytes = 0;
    }

    /// <summary>Gives back what was not kept.</summary>
    public void GiveBack() => room.GiveBack(account, _bytes);
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

    /// <summary>There is no room for it.</summary>
    [Term("空间", "room")]
    Room,
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

    /// <summary>A file for which the folder has no room.</summary>
    internal static AttachmentRefusal OfTotal { get; } = new(AttachmentFault.Room, new(
        "附件总量已达上限，请联系管理员",
        "The attachments have reached their bound; tell the administrator"));

    /// <summary>A file for which its account has no room.</summary>
    /// <param name="bytes">How much it has.</param>
    internal static AttachmentRefusal OfAccount(long bytes) => new(AttachmentFault.Room, new(
        $"您上传而尚未记入案件、检查等的附件已达{bytes / 1024.0 / 1024:0.#} MiB，请先使用或等待清理",
        $"You have brought {bytes / 1024.0 / 1024:0.#} MiB that no record names yet; name them first, or wait until they are removed"));

    /// <summary>A file that is too large.</summary>
    /// <param name="maxBytes">How large it may be.</param>
    public static AttachmentRefusal OfSize(long maxBytes) => new(AttachmentFault.Size, new($"文件超过{maxBytes / 1024.0 / 1024:0.#} MiB", $"The file is larger than {maxBytes / 1024.0 / 1024:0.#} MiB"));
}
