using System.Collections.Concurrent;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Attachments;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Notifications;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Operations;

/// <summary>
/// 每日任务. What the system does for itself once a day, at a time of day in Asia/Shanghai: the digest, the self-check, the removal of old
/// commands and notifications, of uploads that were broken off or that no record names, of password hashes that no account names. A task
/// that was missed because no server ran is done at the next
/// start; one that failed is tried again until it is done, and readiness says so meanwhile. Every silo writes digests, so that there are more copies;
/// of the rest each is done by one silo of a cluster. What is recorded is that a task was done, after it was: each may be done twice and nothing is lost.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="selfCheck">The self-check.</param>
/// <param name="attachments">Where attachments are kept.</param>
/// <param name="unnamed">Those of them that no record names.</param>
/// <param name="attachmentOptions">How long those are kept.</param>
/// <param name="credentials">Where password hashes are kept.</param>
/// <param name="grains">Where accounts are found.</param>
/// <param name="time">The grains' clock.</param>
/// <param name="settings">The host's settings, checked.</param>
/// <param name="environment">Where relative paths start from.</param>
/// <param name="lifetime">Says when the server has started: what a first start makes comes before the first digest.</param>
/// <param name="logger">Where tasks that fail are logged.</param>
public sealed partial class DailyTasks(
    OpenedDatabase database, SelfCheck selfCheck, AttachmentFolder attachments, UnnamedAttachments unnamed,
    IOptions<AttachmentOptions> attachmentOptions, Credentials credentials,
    IGrainFactory grains, TimeProvider time, IConfiguration settings, IHostEnvironment environment,
    IHostApplicationLifetime lifetime, ILogger<DailyTasks> logger) : BackgroundService
{
    // A simulated or corrected clock may be moved while this one sleeps.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    // No task takes as long; one whose silo is gone is taken up by another after that.
    private static readonly TimeSpan LongestTask = TimeSpan.FromHours(1);

    // Nobody brings one file for a day.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, DateOnly> _failing = new();

    /// <summary>未成任务. The tasks that have failed and were not done since, by name.</summary>
    public IReadOnlyCollection<string> Failing => [.. _failing.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The folder in which daily digests are written: the configured one, or <c>digests</c> beside the database.</summary>
    /// <param name="settings">The host's settings.</param>
    /// <param name="options">The database's.</param>
    /// <param name="contentRoot">The folder that relative paths start from.</param>
    public static string DigestFolder(IConfiguration settings, DatabaseOptions options, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(options);
        return settings[KnownSettings.DigestFolder] is { Length: > 0 } folder
            ? Path.GetFullPath(folder, contentRoot)
            : Path.Combine(options.File is { } file ? Path.GetDirectoryName(file)! : contentRoot, "digests");
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Daily[] tasks =
        [
            new("digest", KnownSettings.TimeOfDay(settings, KnownSettings.DigestAt, new TimeOnly(0, 10)), WriteDigestAsync),
            new("self-check", KnownSettings.TimeOfDay(settings, KnownSettings.SelfCheckAt, new TimeOnly(2, 0)), (day, cancellation) => OnceAsync("self-check", day, () => selfCheck.RunAndKeepAsync(cancellation), cancellation)),
            new("command-retention", new TimeOnly(3, 0), (day, cancellation) => OnceAsync("command-retention", day, () => RemoveCommandsAsync(cancellation), cancellation)),
            new(
                "notification-retention",
                new TimeOnly(3, 10),
                (day, cancellation) =>
                    OnceAsync("notification-retention", day, () => RemoveNotificationsAsync(cancellation), cancellation)),
            new("upload-leftovers", new TimeOnly(3, 30), (day, cancellation) => OnceAsync("upload-leftovers", day, RemoveLeftoversAsync, cancellation)),
            new(
                "unnamed-attachments",
                new TimeOnly(3, 40),
                (day, cancellation) => OnceAsync("unnamed-attachments", day, () => CollectAsync(cancellation), cancellation)),
            new("old-credentials", new TimeOnly(3, 45), (day, cancellation) => OnceAsync("old-credentials", day, () => RemoveCredentialsAsync(cancellation), cancellation)),
        ];
        try
        {
            await lifetime.StartedAsync(stoppingToken).ConfigureAwait(false);
            await Task.WhenAll(tasks.Select(task => RepeatAsync(task, stoppingToken))).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task RepeatAsync(Daily task, CancellationToken cancellationToken)
    {
        DateOnly? doneFor = null;
        while (true)
        {
            var now = time.GetUtcNow();
            var due = LatestDue(task.At, now);
            var next = due.Day == doneFor ? due.At.AddDays(1) : due.At;
            if (next > now)
            {
                var sleep = next - now;
                await Task.Delay(sleep < LongestSleep ? sleep : LongestSleep, time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                if (await task.DoAsync(due.Day, cancellationToken).ConfigureAwait(false))
                {
                    doneFor = due.Day;
                    _failing.TryRemove(task.Name, out _);
                    continue;
                }

                LogTaken(task.Name);
            }
#pragma warning disable CA1031 // A task that fails must not end the others, nor itself for ever: it is logged and tried again.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                _failing[task.Name] = due.Day;
                LogFailed(task.Name, failure);
            }

            await Task.Delay(AfterFailure, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The last time a task was due, and the day it is done for.</summary>
    internal static (DateOnly Day, DateTimeOffset At) LatestDue(TimeOnly at, DateTimeOffset now)
    {
        var today = ShanghaiTime.DayOf(now);
        var due = ShanghaiTime.StartOf(today) + at.ToTimeSpan();
        return due <= now ? (today, due) : (today.AddDays(-1), due.AddDays(-1));
    }

    private async Task<bool> WriteDigestAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var file = Path.Combine(DigestFolder(settings, database.Options, environment.ContentRootPath), DigestHeader.NameOf(day));
        PrivateFiles.MakeFolder(Path.GetDirectoryName(file)!, "digest-*.txt");
        if (!File.Exists(file))
        {
            var digest = await Digest.WriteAsync(database.Database, file, time, cancellationToken: cancellationToken).ConfigureAwait(false);
            LogDigest(IsoDate.Of(day), digest.Root, digest.Subjects, digest.Entries);
        }

        return true;
    }

    private Task<int> RemoveLeftoversAsync()
    {
        // The disk's clock wrote the files' times, also where the grains' clock is simulated.
        var removed = attachments.RemoveLeftovers(TimeProvider.System.GetUtcNow() - LongestUpload);
        LogLeftovers(removed);
        return Task.FromResult(removed);
    }

    private async Task<int> CollectAsync(CancellationToken cancellationToken)
    {
        var before = TimeProvider.System.GetUtcNow().AddDays(-attachmentOptions.Value.KeepUnnamedDays);
        var removed = await unnamed.CollectAsync(before, cancellationToken).ConfigureAwait(false);
        LogUnnamed(removed);
        return removed;
    }

    private async Task<long> RemoveNotificationsAsync(CancellationToken cancellationToken)
    {
        await NotificationRetention.RemoveDeliveriesAsync(
            database.Database, time.GetUtcNow().AddDays(-NotificationRetention.DeliveryDays), cancellationToken);
        var days = KnownSettings.Number(settings, KnownSettings.NotificationsKeepDays, NotificationRetention.UsualDays);
        return await NotificationRetention.RemoveAsync(database.Database, time.GetUtcNow().AddDays(-days), cancellationToken);
    }

    private async Task<long> RemoveCommandsAsync(CancellationToken cancellationToken)
    {
        var days = KnownSettings.Number(settings, KnownSettings.CommandsKeepDays, CommandRetention.UsualDays);
        var removed = await CommandRetention.RemoveAsync(database.Database, time.GetUtcNow().AddDays(-days), cancellationToken).ConfigureAwait(false);
        LogRemoved(removed, days);
        return removed;
    }

    /// <summary>Removes the hashes that no account names: of a command that was broken off between storing one and committing it.</summary>
    private async Task<int> RemoveCredentialsAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var account in await credentials.AccountsWithOthersAsync(cancellationToken).ConfigureAwait(false))
        {
            removed += await grains.GetGrain<IAccountGrain>(account).ForgetOldCredentials().ConfigureAwait(false);
        }

        LogCredentials(removed);
        return removed;
    }

    /// <summary>Does a task unless it was done for that day, by this silo or another.</summary>
    /// <returns>Whether it is done; false while another silo is at it.</returns>
    private async Task<bool> OnceAsync(string task, DateOnly day, Func<Task> work, CancellationToken cancellationToken)
    {
        var (done, taken) = ($"daily.{task}", $"daily.{task}.taken");
        if (await ReadAsync(done, cancellationToken).ConfigureAwait(false) == IsoDate.Of(day))
        {
            return true;
        }

        // Other silos' real clocks say when it is over, also where the grains' clock is simulated.
        var now = TimeProvider.System.GetUtcNow();
        var until = IsoInstant(now + LongestTask);
        if (!await TakeAsync(taken, IsoInstant(now), until, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        try
        {
            await work().ConfigureAwait(false);
            await WriteAsync(done, IsoDate.Of(day), cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            await database.Database.WriteAsync(
                data => data.GetTable<SettingRow>().Where(row => row.Name == taken && row.Value == until).DeleteAsync(CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var data = await database.Database.ReadAsync(cancellationToken).ConfigureAwait(false);
        return await data.GetTable<SettingRow>().Where(row => row.Name == name).Select(row => row.Value).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<int> WriteAsync(string name, string value, CancellationToken cancellationToken) => database.Database.WriteAsync(
        data => data.PutAsync(new SettingRow { Name = name, Value = value }, cancellationToken), cancellationToken);

    /// <summary>Takes a task, unless somebody has it whose time is not over.</summary>
    private Task<bool> TakeAsync(string name, string now, string until, CancellationToken cancellationToken) => database.Database.WriteAsync(
        async data =>
        {
            var rows = data.GetTable<SettingRow>().Where(row => row.Name == name);
            return await rows.Select(row => row.Value).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) switch
            {
                null => await data.InsertAsync(new SettingRow { Name = name, Value = until }, token: cancellationToken).ConfigureAwait(false) > 0,
                var other when string.CompareOrdinal(other, now) > 0 => false,
                var over => await rows.Where(row => row.Value == over).Set(row => row.Value, until).UpdateAsync(cancellationToken).ConfigureAwait(false) > 0,
            };
        },
        cancellationToken);

    private static string IsoInstant(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Daily(string Name, TimeOnly At, Func<DateOnly, CancellationToken, Task<bool>> DoAsync);

    [LoggerMessage(LogLevel.Information, "Digest of {Day}: root {Root} over {Subjects} subjects and {Entries} entries")]
    private partial void LogDigest(string day, string root, long subjects, long entries);

    [LoggerMessage(LogLevel.Information, "{Removed} done commands older than {Days} days were removed")]
    private partial void LogRemoved(long removed, int days);

    [LoggerMessage(LogLevel.Information, "{Removed} files whose upload was broken off were removed")]
    private partial void LogLeftovers(int removed);

    [LoggerMessage(LogLevel.Information, "{Removed} attachments that no record names were removed")]
    private partial void LogUnnamed(int removed);

    [LoggerMessage(LogLevel.Information, "{Removed} password hashes that no account names were removed")]
    private partial void LogCredentials(int removed);

    [LoggerMessage(LogLevel.Debug, "Another silo is at the daily task {Task}; it is looked at again in ten minutes")]
    private partial void LogTaken(string task);

    [LoggerMessage(LogLevel.Error, "The daily task {Task} failed; it is tried again in ten minutes")]
    private partial void LogFailed(string task, Exception exception);

    [LoggerMessage(LogLevel.Debug, "The daily tasks are stopped")]
    private partial void LogStopped();
}
