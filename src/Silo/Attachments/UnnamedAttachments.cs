using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Attachments;

/// <summary>
/// 未引用附件. Uploads that no record has named: they count for who brought them until one does, and are removed when none has for long.
/// Nothing that a record
/// names is lost: each is set aside first, looked for in the whole journal once more on another day, and put back where it is named there.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="database">The journal that names them.</param>
public sealed partial class UnnamedAttachments(AttachmentFolder folder, Grains.Journal.Database database) : ICommitObserver
{
    private const string NamesFiles = "\"hash\":\"";

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        foreach (var entry in commit.Entries)
        {
            foreach (var hash in HashesIn(entry.Body))
            {
                folder.Named(hash);
            }
        }
    }

    /// <summary>Sets aside what nobody has named since it was brought, removes what was set aside before, and puts back what a record
    /// names after all.</summary>
    /// <param name="broughtBefore">Only what was brought, or set aside, before this instant of the disk's clock.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> CollectAsync(DateTimeOffset broughtBefore, CancellationToken cancellationToken)
    {
        var unnamed = folder.Unnamed(broughtBefore).ToHashSet(StringComparer.Ordinal);
        if (unnamed.Count == 0)
        {
            return 0;
        }

        await foreach (var body in BodiesAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var hash in HashesIn(body))
            {
                if (unnamed.Remove(hash))
                {
                    folder.Named(hash);
                }
            }
        }

        return unnamed.Count(hash => folder.SetAsideOrRemove(hash, broughtBefore));
    }

    private async IAsyncEnumerable<string> BodiesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var bodies = data.GetTable<JournalRow>().Where(row => row.Body.Contains(NamesFiles)).Select(row => row.Body);
        await foreach (var body in bodies.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return body;
        }
    }

    private static IEnumerable<string> HashesIn(string body) =>
        body.Contains(NamesFiles, StringComparison.Ordinal) ? Hash().Matches(body).Select(found => found.Groups[1].Value) : [];

    [GeneratedRegex("\"hash\":\"([0-9a-f]{64})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
