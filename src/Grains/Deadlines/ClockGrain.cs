using System.Collections.Concurrent;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Deadlines;

/// <summary>时钟. Watches one bucket of the due index: one durable reminder keeps it alive, a timer wakes it at the bucket's next due instant.</summary>
[Alias("clock")]
public interface IClockGrain : IGrainWithIntegerKey
{
    /// <summary>Makes sure that the durable reminder stands, and looks.</summary>
    [Alias("Start")]
    Task Start();

    /// <summary>Looks now: hands every due deadline of the bucket to its owner.</summary>
    /// <returns>How many were handed over.</returns>
    [Alias("Tick")]
    Task<int> Tick();

    /// <summary>A deadline earlier than the next look has been opened.</summary>
    /// <param name="dueAt">When it is due (UTC).</param>
    [Alias("Poke"), OneWay]
    Task Poke(DateTimeOffset dueAt);
}

/// <inheritdoc cref="IClockGrain"/>
[GrainType("clock")]
public sealed partial class ClockGrain(Database database, DueIndex dueIndex, TimeProvider time, ILogger<ClockGrain> logger) : Grain, IClockGrain, IRemindable
{
    private const int PageSize = 500;
    private const int CallsUnderWay = 32;
    private const int FailuresBeforeLast = 3;
    private const string ReminderName = "tick";

    // Timers count in 32 bits of milliseconds, and a simulated clock may be moved: a clock looks at least this often.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongRetry = TimeSpan.FromHours(1);

    private IGrainTimer? _timer;
    private DateTimeOffset _nextLook = DateTimeOffset.MaxValue;

    private int Bucket => (int)this.GetPrimaryKeyLong();

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(async _ => { await Tick(); }, new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Start()
    {
        await this.RegisterOrUpdateReminder(ReminderName, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        await Tick();
    }

    /// <inheritdoc/>
    public async Task ReceiveReminder(string reminderName, TickStatus status) => await Tick();

    /// <inheritdoc/>
    public Task Poke(DateTimeOffset dueAt)
    {
        if (dueAt < _nextLook)
        {
            LookAt(dueAt);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<int> Tick()
    {
        // What is to be tried again later is not tried again in this round, however fast the clock runs: the round ends.
        var now = time.GetUtcNow();
        var handed = 0;
        while (true)
        {
            var page = await DuePageAsync(now);
            if (page.Count == 0)
            {
                break;
            }

            handed += page.Count;
            // Deadlines of one owner are handed over in order; owners side by side.
            var settled = new ConcurrentBag<DeadlineRow>();
            await Parallel.ForEachAsync(
                page.GroupBy(row => row.Subject),
                new ParallelOptions { MaxDegreeOfParallelism = CallsUnderWay, TaskScheduler = TaskScheduler.Current },
                async (rows, _) => await HandOverAsync(rows, settled));
            await RemoveLeftoversAsync(settled);
        }

        await ScheduleAsync();
        return handed;
    }

    private async Task HandOverAsync(IEnumerable<DeadlineRow> rows, ConcurrentBag<DeadlineRow> settled)
    {
        foreach (var row in rows)
        {
            try
            {
                var owner = GrainFactory.GetGrain(SubjectKeys.GrainOf(row.Subject)).AsReference<IDeadlineOwner>();
                if (await owner.OnDeadline(row.Kind, DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt)))
                {
                    settled.Add(row);
                }
                else
                {
                    await PutBehindAsync(row, null);
                }
            }
#pragma warning disable CA1031 // Whatever an owner fails with, the others are waiting: it is counted, logged, tried again and shown by self-check.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                await PutBehindAsync(row, failure);
            }
        }
    }

    /// <summary>Usually the owner's own commit has taken its row away. A row that no state stands behind would be found due for ever.</summary>
    private async Task RemoveLeftoversAsync(IReadOnlyCollection<DeadlineRow> settled)
    {
        var (bucket, now) = (Bucket, time.GetUtcNow().ToUnixTimeMilliseconds());
        HashSet<(string, string, long)> still;
        await using (var data = await database.ReadAsync())
        {
            still = [.. (await data.GetTable<DeadlineRow>().Where(row => row.Bucket == bucket && row.DueAt <= now).OrderBy(row => row.DueAt).Select(row => new { row.Subject, row.Kind, row.DueAt }).Take(PageSize * 2).ToListAsync())
                .Select(row => (row.Subject, row.Kind, row.DueAt))];
        }

        foreach (var row in settled.Where(row => still.Contains((row.Subject, row.Kind, row.DueAt))))
        {
            LogLeftover(row.Subject, row.Kind);
            await database.WriteAsync(data => data.GetTable<DeadlineRow>()
                .Where(other => other.Subject == row.Subject && other.Kind == row.Kind && other.DueAt == row.DueAt)
                .DeleteAsync());
        }
    }

    private async Task<List<DeadlineRow>> DuePageAsync(DateTimeOffset instant)
    {
        var (bucket, now) = (Bucket, instant.ToUnixTimeMilliseconds());
        await using var data = await database.ReadAsync();
        return await data.GetTable<DeadlineRow>()
            .Where(row => row.Bucket == bucket && row.DueAt <= now && (row.RetryAt == null || row.RetryAt <= now))
            .OrderBy(row => row.DueAt)
            .Take(PageSize)
            .ToListAsync();
    }

    private async Task PutBehindAsync(DeadlineRow row, Exception? failure)
    {
        var failures = row.Failures + 1;
        LogNotMet(row.Subject, row.Kind, failures, failure);
        var retryAt = (time.GetUtcNow() + (failures < FailuresBeforeLast ? ShortRetry : LongRetry)).ToUnixTimeMilliseconds();
        await database.WriteAsync(data => data.GetTable<DeadlineRow>()
            .Where(other => other.Subject == row.Subject && other.Kind == row.Kind && other.DueAt == row.DueAt)
            .Set(other => other.Failures, failures)
            .Set(other => other.RetryAt, retryAt)
            .UpdateAsync());
    }

    private async Task ScheduleAsync()
    {
        var bucket = Bucket;
        await using var data = await database.ReadAsync();
        var next = await data.GetTable<DeadlineRow>().Where(row => row.Bucket == bucket && row.RetryAt == null).OrderBy(row => row.DueAt).Select(row => (long?)row.DueAt).FirstOrDefaultAsync();
        var retry = await data.GetTable<DeadlineRow>().Where(row => row.Bucket == bucket && row.RetryAt != null).MinAsync(row => row.RetryAt);
        var latest = time.GetUtcNow() + LongestSleep;
        var earliest = Math.Min(next ?? long.MaxValue, retry ?? long.MaxValue);
        LookAt(earliest < latest.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(earliest) : latest);
    }

    private void LookAt(DateTimeOffset at)
    {
        _nextLook = at;
        dueIndex.LooksAt(Bucket, at);
        var wait = at - time.GetUtcNow();
        // On a clock that was put back, what comes next may lie further ahead than a timer can count.
        _timer?.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(LogLevel.Warning, "{Kind} of {Subject} stood in the due index without a state behind it; the row was removed")]
    private partial void LogLeftover(string subject, string kind);

    [LoggerMessage(LogLevel.Warning, "{Kind} of {Subject} is still open after it was due ({Failures} times); it is tried again later")]
    private partial void LogNotMet(string subject, string kind, int failures, Exception? exception);
}
