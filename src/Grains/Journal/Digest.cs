using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>摘要首部. What a digest file says of itself. Its last line is <c>root</c> and the SHA-256 of every line before it, so that anybody can check it without this program, and a file that was cut off shows.</summary>
/// <param name="At">When it was written (Asia/Shanghai).</param>
/// <param name="Previous">The root of the digest before it in its folder, or <c>-</c>; so the files form a chain of their own.</param>
/// <param name="Subjects">How many subjects had a journal.</param>
/// <param name="Entries">How many entries the journal had.</param>
/// <param name="Root">SHA-256 in lower-case hexadecimal. It goes on the day's report, on paper.</param>
public sealed record DigestHeader(DateTimeOffset At, string Previous, long Subjects, long Entries, string Root)
{
    internal const string Title = "shuangda digest 1";
    internal const string NoPrevious = "-";
    internal const string Pattern = "digest-*.txt";
    private const string RootMark = "root ";
    private const int HeaderLines = 5;

    /// <summary>The name of a day's digest.</summary>
    /// <param name="day">The day in Asia/Shanghai.</param>
    public static string NameOf(DateOnly day) => $"digest-{IsoDate.Of(day)}.txt";

    /// <summary>Reads the header of a digest and checks that the file is whole.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DigestUnreadableException">It is no digest, or it was cut off or changed.</exception>
    public static async Task<DigestHeader> ReadAsync(string file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var first = new List<string>(HeaderLines);
        string? pending = null;
        await foreach (var line in LinesAsync(file, cancellationToken).ConfigureAwait(false))
        {
            if (pending is not null)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(pending + '\n'));
            }

            if (first.Count < HeaderLines)
            {
                first.Add(line);
            }

            pending = line;
        }

        var root = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (first.Count < HeaderLines || first[0] != Title
            || Value(first[1], "instant ") is not { } instant || !DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, out var at)
            || Value(first[2], "previous ") is not { } previous
            || !long.TryParse(Value(first[3], "subjects "), CultureInfo.InvariantCulture, out var subjects)
            || !long.TryParse(Value(first[4], "entries "), CultureInfo.InvariantCulture, out var entries))
        {
            throw new DigestUnreadableException(new BilingualText($"{file} 不是摘要文件", $"{file} is no digest"));
        }

        return pending == RootMark + root
            ? new DigestHeader(at, previous, subjects, entries, root)
            : throw new DigestUnreadableException(new BilingualText($"摘要文件 {file} 不完整或被改动：末行的根哈希与内容不符", $"The digest {file} was cut off or changed: the root in its last line is not that of its content"));
    }

    /// <summary>The digest before a file in its folder, by name; null when there is none or the file is not named as daily digests are.</summary>
    /// <param name="file">The file, which need not exist.</param>
    public static string? Predecessor(string file)
    {
        var path = Path.GetFullPath(file);
        var name = Path.GetFileName(path);
        return System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Pattern, name) && Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Pattern).Where(other => string.CompareOrdinal(Path.GetFileName(other), name) < 0).Max(StringComparer.Ordinal)
            : null;
    }

    /// <summary>The heads that a digest lists, in subject order.</summary>
    internal static async IAsyncEnumerable<DigestHead> HeadsAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in LinesAsync(file, cancellationToken).ConfigureAwait(false))
        {
            if (++number > HeaderLines && !line.StartsWith(RootMark, StringComparison.Ordinal))
            {
                yield return DigestHead.Parse(line);
            }
        }
    }

    private static string? Value(string line, string mark) => line.StartsWith(mark, StringComparison.Ordinal) ? line[mark.Length..] : null;

    private static async IAsyncEnumerable<string> LinesAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StreamReader reader;
        try
        {
            reader = new StreamReader(file, Encoding.UTF8);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            throw new DigestUnreadableException(new BilingualText($"无法打开摘要文件 {file}", $"The digest {file} cannot be opened"), absent);
        }

        using (reader)
        {
            while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                yield return line;
            }
        }
    }
}

/// <summary>链头. One line of a digest: a subject, the number of its last entry and that entry's hash.</summary>
internal sealed record DigestHead(string Subject, int Number, byte[] Hash)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(Hash)} {Number} {Subject}");

    public static DigestHead Parse(string line) =>
        line.Split(' ', 3) is [{ Length: 64 } hash, var number, var subject] && int.TryParse(number, CultureInfo.InvariantCulture, out var last)
            ? new DigestHead(subject, last, Convert.FromHexString(hash))
            : throw new DigestUnreadableException(new BilingualText($"摘要文件中有一行无法读取：{line}", $"A line of the digest cannot be read: {line}"));
}

/// <summary>摘要不可用. A digest file cannot be read, was cut off or changed, or stands where a new one was to be written.</summary>
/// <param name="reason">What is wrong.</param>
/// <param name="cause">What showed it, or null.</param>
public sealed class DigestUnreadableException(BilingualText reason, Exception? cause = null) : Exception($"{reason.Chinese}\n{reason.English}", cause);

/// <summary>
/// 摘要. The heads of all chains at one instant, written to a file outside the database: whoever may write the database could compute a chain
/// anew, but not what stands in yesterday's file and, as its root, on yesterday's report.
/// </summary>
public static class Digest
{
    private const int PageSize = 2000;

    /// <summary>Writes a digest: under another name first, which is taken away once everything is on the disk.</summary>
    /// <param name="database">The database, which may be in use.</param>
    /// <param name="file">The file, which must not exist.</param>
    /// <param name="time">The grains' clock.</param>
    /// <param name="progress">Is told how many subjects are written; null when nobody asks.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left.</param>
    /// <returns>The digest's header, with its root.</returns>
    /// <exception cref="DigestUnreadableException">The file exists already, or the digest before it is damaged.</exception>
    public static async Task<DigestHeader> WriteAsync(Database database, string file, TimeProvider time, IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(time);
        if (File.Exists(file))
        {
            throw new DigestUnreadableException(new BilingualText($"{file} 已经存在，摘要不覆盖任何文件", $"{file} exists already; a digest overwrites nothing"));
        }

        var previous = DigestHeader.Predecessor(file) is { } before ? (await DigestHeader.ReadAsync(before, cancellationToken).ConfigureAwait(false)).Root : DigestHeader.NoPrevious;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var partial = file + ".partial";
        try
        {
            DigestHeader header;
            await using (var stream = PrivateFiles.Create(partial, FileMode.Create))
            {
                header = await WriteAsync(database, stream, previous, new DateTimeOffset(ShanghaiTime.ClockOf(time.GetUtcNow()), ShanghaiTime.Offset), progress, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, file);
            return header;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static async Task<DigestHeader> WriteAsync(Database database, FileStream stream, string previous, DateTimeOffset at, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        var entries = await read.Data.GetTable<JournalRow>().LongCountAsync(cancellationToken).ConfigureAwait(false);
        var subjects = await read.Data.GetTable<JournalRow>().LongCountAsync(row => row.Number == 1, cancellationToken).ConfigureAwait(false);
        var instant = at.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        await LineAsync(DigestHeader.Title).ConfigureAwait(false);
        await LineAsync($"instant {instant}").ConfigureAwait(false);
        await LineAsync($"previous {previous}").ConfigureAwait(false);
        await LineAsync(string.Create(CultureInfo.InvariantCulture, $"subjects {subjects}")).ConfigureAwait(false);
        await LineAsync(string.Create(CultureInfo.InvariantCulture, $"entries {entries}")).ConfigureAwait(false);
        var (after, written) = (string.Empty, 0L);
        while (true)
        {
            var last = read.Data.GetTable<JournalRow>().Where(row => SubjectOrder.IsAfter(row.Subject, after))
                .GroupBy(row => row.Subject).Select(group => new { Subject = group.Key, Number = group.Max(row => row.Number) })
                .OrderBy(head => head.Subject).Take(PageSize);
            var page = await (
                from head in last
                join row in read.Data.GetTable<JournalRow>() on new { head.Subject, head.Number } equals new { row.Subject, row.Number }
                orderby row.Subject
                select new DigestHead(row.Subject, row.Number, row.Hash)).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var head in page)
            {
                await LineAsync(head.ToString()).ConfigureAwait(false);
            }

            written += page.Count;
            progress?.Report(new VerificationProgress(written, subjects));
            if (page.Count < PageSize)
            {
                break;
            }

            after = page[^1].Subject;
        }

        var root = Convert.ToHexStringLower(hash.GetHashAndReset());
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"root {root}\n"), cancellationToken).ConfigureAwait(false);
        return new DigestHeader(at, previous, subjects, entries, root);

        async Task LineAsync(string line)
        {
            var bytes = Encoding.UTF8.GetBytes(line + '\n');
            hash.AppendData(bytes);
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
    }
}
