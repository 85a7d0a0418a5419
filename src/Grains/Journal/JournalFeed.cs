using System.Globalization;
using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>游标. Where a reader of the feed stands: the order of commits, then the position within one.</summary>
/// <param name="Order">The commit's order; 0 on SQLite, where the position alone is it.</param>
/// <param name="Position">The position in the table.</param>
public readonly record struct FeedCursor(long Order, long Position)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Order}.{Position}");

    /// <summary>Reads a cursor that a client sent back.</summary>
    /// <param name="text">Its text, or null.</param>
    /// <param name="cursor">The cursor.</param>
    public static bool TryParse(string? text, out FeedCursor cursor)
    {
        cursor = default;
        if (text?.Split('.') is not [var order, var position]
            || !long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var commit)
            || !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return false;
        }

        cursor = new FeedCursor(commit, place);
        return true;
    }
}

/// <summary>
/// 日志流. The journal as it grows, in the order of commits. With several committers the order of a sequence is not the order of commits, so
/// the feed of a server database reads by the transaction's number and only below the oldest one still running; SQLite has one writer.
/// </summary>
/// <param name="database">Where the journal is.</param>
public sealed class JournalFeed(Database database) : ICommitObserver, IDisposable
{
    private const int PageSize = 200;

    // Commits of other silos are seen by looking; those of this one call.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _replays = new(database.Reads.ReplaysAtATime);
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        // Readers read from the table; all that a commit does is to wake them, and only the first one after they have slept.
        if (!Volatile.Read(ref _next).Task.IsCompleted)
        {
            Volatile.Read(ref _next).TrySetResult();
        }
    }

    /// <summary>Everything after a cursor, as it comes. A reader that is more than a page behind goes on page by page in turns with the others that are: those who follow the journal wait for nobody's past.</summary>
    /// <param name="after">Where to go on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<(FeedCursor Cursor, JournalRow Row)> ReadAsync(FeedCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = after;
        var behind = false;
        while (true)
        {
            var signal = Volatile.Read(ref _next);
            if (signal.Task.IsCompleted)
            {
                Interlocked.CompareExchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), signal);
                signal = Volatile.Read(ref _next);
            }

            // The turn is held until the page has been told of: telling costs more than reading.
            using (behind ? await TakeTurnAsync(cancellationToken).ConfigureAwait(false) : null)
            {
                var page = await PageAsync(cursor, cancellationToken).ConfigureAwait(false);
                foreach (var row in page)
                {
                    cursor = new FeedCursor(row.CommitOrder ?? 0, row.Position);
                    yield return (cursor, row);
                }

                behind = page.Count == PageSize;
            }

            if (!behind)
            {
                await WaitAsync(signal.Task, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _replays.Dispose();

    private async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _replays.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_replays);
    }

    private async Task WaitAsync(Task signal, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await signal.WaitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(LookEvery, TimeProvider.System, look.Token)).ConfigureAwait(false);
        await look.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Where the journal ends now: who reads from here on gets everything that is committed later. A reader that has told somebody that it listens must have asked before.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<FeedCursor> NowAsync(CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            var last = await database.QueryAsync((data, token) => data.GetTable<JournalRow>().MaxAsync(row => (long?)row.Position, token), cancellationToken).ConfigureAwait(false);
            return new FeedCursor(0, last ?? 0);
        }

        var oldest = await database.QueryAsync(OldestAsync, cancellationToken).ConfigureAwait(false);
        return new FeedCursor(oldest - 1, long.MaxValue);
    }

    private async Task<List<JournalRow>> PageAsync(FeedCursor cursor, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await database.QueryAsync(
                    async (data, token) =>
                    {
                        var bound = await BoundAsync(data, token).ConfigureAwait(false);
                        return await Page(data, cursor, bound).ToListAsync(token).ConfigureAwait(false);
                    },
                    cancellationToken).ConfigureAwait(false);
            }
            catch (ReadsBusyException)
            {
                // Nobody waits for an answer here: the stream looks again a little later, and has lost nothing.
                await Task.Delay(LookEvery, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // On SQL Server the bound is asked for in a statement of its own, before: asked for with the rows, it may be newer than what they are
    // read from, and an entry that ends between the two would be passed over for ever.
    private async Task<long?> BoundAsync(DataConnection data, CancellationToken cancellationToken) =>
        database.Kind != DatabaseKind.SqlServer ? null
        : await OldestAsync(data, cancellationToken).ConfigureAwait(false);

    private static Task<long> OldestAsync(DataConnection data, CancellationToken cancellationToken) =>
        data.SelectAsync(() => Oldest.Running(), cancellationToken);

    private IQueryable<JournalRow> Page(DataConnection data, FeedCursor cursor, long? bound)
    {
        var (order, position) = cursor;
        var rows = data.GetTable<JournalRow>();
        if (database.Kind == DatabaseKind.Sqlite)
        {
            return rows.Where(row => row.Position > position).OrderBy(row => row.Position).Take(PageSize);
        }

        // The first condition says nothing that the second does not; it is where the index is entered.
        var after = rows.Where(row => row.CommitOrder >= order
            && (row.CommitOrder > order || (row.CommitOrder == order && row.Position > position)));
        var ended = bound is { } limit
            ? after.Where(row => row.CommitOrder < limit)
            : after.Where(row => row.CommitOrder < Oldest.Running());
        return ended.OrderBy(row => row.CommitOrder).ThenBy(row => row.Position).Take(PageSize);
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }

    private static class Oldest
    {
        /// <summary>The number of the oldest transaction that is still running: everything below it has ended.</summary>
        [Sql.Expression(ProviderName.PostgreSQL, "pg_snapshot_xmin(pg_current_snapshot())::text::bigint", ServerSideOnly = true)]
        [Sql.Expression(ProviderName.SqlServer, "CAST(MIN_ACTIVE_ROWVERSION() AS bigint)", ServerSideOnly = true)]
        public static long Running() => throw new NotSupportedException("Only the database knows.");
    }
}
