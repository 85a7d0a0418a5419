using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>
/// 收件人名录. The accounts in use, from memory. A commit on this silo is known at once; one on another silo as soon as for sign-in
/// (<see cref="AccountStandings.FreshFor"/>).
/// </summary>
/// <param name="database">Where accounts are listed.</param>
public sealed class RecipientDirectory(Database database) : IRecipientDirectory, ICommitObserver
{
    private static readonly string Accounts = SubjectKeys.Of(Account.Name, "");

    private Known? _known;
    private long _changes;

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Subject.StartsWith(Accounts, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _changes);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Recipient>> AllAsync()
    {
        // Counted before it is read: a change meanwhile makes the next commit read again.
        var (changes, readAt) = (Interlocked.Read(ref _changes), Stopwatch.GetTimestamp());
        if (Volatile.Read(ref _known) is { } known && known.Changes == changes
            && Stopwatch.GetElapsedTime(known.ReadAt) < AccountStandings.FreshFor)
        {
            return known.All;
        }

        await using var data = await database.ReadAsync();
        var all = await InUseAsync(data.GetTable<AccountRow>());
        Volatile.Write(ref _known, new Known(all, changes, readAt));
        return all;
    }

    /// <summary>Those of some accounts that are in use, as the table says it now.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<Recipient>> InUseAsync(
        IQueryable<AccountRow> accounts, CancellationToken cancellationToken = default)
    {
        var rows = await accounts.Where(row => !row.Disabled).Select(row => new { row.UserName, row.Roles, row.Section, row.Agency })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new Recipient(row.UserName, (Roles)row.Roles, row.Section, row.Agency))];
    }

    private sealed record Known(IReadOnlyList<Recipient> All, long Changes, long ReadAt);
}
