using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Deadlines;

/// <summary>到期索引. What a silo knows of the due index: how many buckets there are, and when each bucket's clock next looks. A commit that opens an earlier deadline pokes that clock.</summary>
public sealed class DueIndex
{
    /// <summary>How many buckets a new database gets; afterwards the number in the database stands.</summary>
    public const int DefaultBuckets = 32;

    private readonly long[] _nextLook;

    /// <summary>The due index over a number of buckets.</summary>
    /// <param name="buckets">The number fixed in the database at first start.</param>
    public DueIndex(int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(buckets);
        Buckets = buckets;
        _nextLook = [.. Enumerable.Repeat(long.MaxValue, buckets)];
    }

    /// <summary>The number of buckets.</summary>
    public int Buckets { get; }

    /// <summary>The row of a deadline.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="deadline">The deadline.</param>
    public DeadlineRow RowOf(string subject, OpenDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return new DeadlineRow
        {
            Subject = subject,
            Kind = deadline.Kind,
            DueAt = deadline.DueAt.ToUnixTimeMilliseconds(),
            Bucket = SubjectKeys.BucketOf(subject, Buckets),
            Rule = deadline.Rule,
            Section = deadline.Section,
        };
    }

    /// <summary>Has every clock look once.</summary>
    /// <param name="grains">Where clocks are found.</param>
    public Task LookAsync(IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(grains);
        return Task.WhenAll(Enumerable.Range(0, Buckets).Select(bucket => grains.GetGrain<IClockGrain>(bucket).Tick()));
    }

    /// <summary>Has every clock look until nothing is due any more, but for what is to be tried again later.</summary>
    /// <param name="grains">Where clocks are found.</param>
    /// <param name="database">Where the index is.</param>
    /// <param name="time">The clocks' time.</param>
    public async Task SettleAsync(IGrainFactory grains, Database database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(grains);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);

        // What is due may bring about more that is, in another bucket, and a clock that its timer woke hands over without telling how much:
        // only the index knows when nothing is left.
        do
        {
            await LookAsync(grains).ConfigureAwait(false);
        }
        while (await IsAnyDueAsync(database, time.GetUtcNow().ToUnixTimeMilliseconds()).ConfigureAwait(false));
    }

    private static async Task<bool> IsAnyDueAsync(Database database, long now)
    {
        var data = await database.ReadAsync().ConfigureAwait(false);
        await using (data.ConfigureAwait(false))
        {
            return await data.GetTable<DeadlineRow>()
                .AnyAsync(row => row.DueAt <= now && (row.RetryAt == null || row.RetryAt <= now)).ConfigureAwait(false);
        }
    }

    /// <summary>Pokes the clocks whose next look would be too late for these deadlines.</summary>
    /// <param name="grains">Where clocks are found.</param>
    /// <param name="opened">Deadlines that have just become durable.</param>
    public void Opened(IGrainFactory grains, IReadOnlyList<DeadlineRow> opened)
    {
        ArgumentNullException.ThrowIfNull(grains);
        ArgumentNullException.ThrowIfNull(opened);
        foreach (var row in opened)
        {
            ref var next = ref _nextLook[row.Bucket];
            if (row.DueAt < Volatile.Read(ref next))
            {
                Volatile.Write(ref next, row.DueAt);
                _ = grains.GetGrain<IClockGrain>(row.Bucket).Poke(DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt));
            }
        }
    }

    /// <summary>A bucket's clock says when it next looks.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="at">The instant.</param>
    internal void LooksAt(int bucket, DateTimeOffset at) => Volatile.Write(ref _nextLook[bucket], at.ToUnixTimeMilliseconds());
}
