using System.Collections.Concurrent;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>主体目录. Says whether a subject exists, so that an unknown number wakes no grain. Subjects never vanish, so what once was there is remembered.</summary>
/// <param name="database">Where the journal is: a subject exists from its first entry on.</param>
public sealed class SubjectDirectory(Database database) : ICommitObserver
{
    // A bound on memory, not on correctness: beyond it the table is asked again.
    private const int Remembered = 500_000;

    private readonly ConcurrentDictionary<string, bool> _known = new();
    private int _count;

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Entries is [{ Number: 1 }, ..])
        {
            Remember(commit.Subject);
        }
    }

    /// <summary>Whether a subject exists.</summary>
    /// <param name="concept">The concept's name.</param>
    /// <param name="key">The natural key.</param>
    public async ValueTask<bool> ExistsAsync(string concept, string key)
    {
        var subject = SubjectKeys.Of(concept, key);
        if (_known.ContainsKey(subject))
        {
            return true;
        }

        await using var data = await database.ReadAsync().ConfigureAwait(false);
        if (!await data.GetTable<JournalRow>().AnyAsync(row => row.Subject == subject && row.Number == 1).ConfigureAwait(false))
        {
            return false;
        }

        Remember(subject);
        return true;
    }

    private void Remember(string subject)
    {
        if (Volatile.Read(ref _count) < Remembered && _known.TryAdd(subject, true))
        {
            Interlocked.Increment(ref _count);
        }
    }
}
