using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Attachments;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Operations;
using ShuangDa.Tests.Databases.Verification;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases.Operations;

public sealed class DailyTasksOnSqliteTests(FilledDatabases filled) : DailyTasksTests(DatabaseKind.Sqlite, filled);

public sealed class DailyTasksOnPostgreSqlTests(FilledDatabases filled) : DailyTasksTests(DatabaseKind.PostgreSql, filled);

public abstract class DailyTasksTests(DatabaseKind kind, FilledDatabases databases)
{
    /// <summary>How many tasks there are, each of which sleeps by itself.</summary>
    private const int Tasked = 7;

    [Fact]
    public async Task WhatWasMissedIsDoneAtTheStartAndTheRestOnItsDay()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await using var open = await database.OpenAsync();
        using var folder = new TemporaryFolder();
        using var time = new SleepersTime(FilledDatabases.Now);
        var log = new Listening();
        using var tasks = Tasks(open, folder, time, log);

        await tasks.StartAsync(TestContext.Current.CancellationToken);
        await time.AsleepAsync(Tasked);
        var first = await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken);
        time.SetUtcNow(new DateTimeOffset(2026, 3, 3, 3, 30, 0, TimeSpan.FromHours(8)));
        await time.AsleepAsync(2 * Tasked);
        var second = await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken);

        await tasks.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (log.Count("done commands older"), log.Count("upload was broken off")));
        Assert.Equal(time.GetUtcNow(), second!.At);
        Assert.Equal(FilledDatabases.Now, first!.At);
        Assert.Equal(["digest-2026-03-02.txt", "digest-2026-03-03.txt"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(
            (await DigestHeader.ReadAsync(folder.File("digest-2026-03-02.txt"), TestContext.Current.CancellationToken)).Root,
            (await DigestHeader.ReadAsync(folder.File("digest-2026-03-03.txt"), TestContext.Current.CancellationToken)).Previous);
    }

    [Fact]
    public async Task WhatWasDoneTodayIsNotDoneAgainByAServerThatStartsAgain()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await using var open = await database.OpenAsync();
        using var folder = new TemporaryFolder();
        using (var time = new SleepersTime(FilledDatabases.Now))
        using (var tasks = Tasks(open, folder, time, new Listening()))
        {
            await tasks.StartAsync(TestContext.Current.CancellationToken);
            await time.AsleepAsync(Tasked);
            await tasks.StopAsync(TestContext.Current.CancellationToken);
        }

        using var later = new SleepersTime(FilledDatabases.Now.AddMinutes(5));
        var log = new Listening();
        using var again = Tasks(open, folder, later, log);
        await again.StartAsync(TestContext.Current.CancellationToken);
        await later.AsleepAsync(Tasked);
        await again.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, log.Count("Digest of") + log.Count("Self-check") + log.Count("done commands older") + log.Count("upload was broken off"));
        Assert.Equal(FilledDatabases.Now, (await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken))!.At);
    }

    [Fact]
    public async Task OldCommandsAreRemovedAndTheVerificationKnows()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await using var open = await database.OpenAsync();
        var commands = (long)(await database.ScalarAsync("SELECT count(*) FROM command"))!;

        var none = await CommandRetention.RemoveAsync(open.Database, FilledDatabases.Now, TestContext.Current.CancellationToken);
        var all = await CommandRetention.RemoveAsync(open.Database, FilledDatabases.Now.AddDays(1), TestContext.Current.CancellationToken);

        Assert.Equal((0, commands), (none, all));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM command"));
        var keptSince = await CommandRetention.KeptSinceAsync(open.Database, TestContext.Current.CancellationToken);
        Assert.Equal(FilledDatabases.Now.AddDays(1), keptSince);
        Assert.Empty((await Grains.Journal.Verification.RunAsync(open.Database, ConceptsComposition.All, keptSince, cancellationToken: TestContext.Current.CancellationToken)).Faults);
        Assert.Equal(await database.ScalarAsync("SELECT count(*) FROM journal"), (await Grains.Journal.Verification.RunAsync(open.Database, ConceptsComposition.All, cancellationToken: TestContext.Current.CancellationToken)).FaultCount);
    }

    /// <summary>A task that fails is tried again with a pause, within its day, until it is done; who watches the program sees it meanwhile. Nobody who starts again takes it for done.</summary>
    [Fact]
    public async Task WhatFailedIsTriedAgainUntilItIsDone()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await using var open = await database.OpenAsync();
        using var folder = new TemporaryFolder();
        using var time = new SleepersTime(FilledDatabases.Now);
        var log = new Listening();
        await database.ExecuteAsync("ALTER TABLE command RENAME TO command_that_is_away");
        using var tasks = Tasks(open, folder, time, log);

        await tasks.StartAsync(TestContext.Current.CancellationToken);
        await time.AsleepAsync(Tasked);
        Assert.Equal((1, 0), (log.Count("command-retention failed"), log.Count("done commands older")));
        Assert.Equal(["command-retention"], tasks.Failing);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM setting WHERE name LIKE 'daily.command-retention%'"));

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(1, log.Count("command-retention failed"));
        time.Advance(TimeSpan.FromMinutes(1));
        await time.AsleepAsync(Tasked + 1);
        Assert.Equal((2, 0), (log.Count("command-retention failed"), log.Count("done commands older")));

        await database.ExecuteAsync("ALTER TABLE command_that_is_away RENAME TO command");
        time.Advance(TimeSpan.FromMinutes(10));
        await time.AsleepAsync(Tasked + 2);
        Assert.Equal((2, 1), (log.Count("command-retention failed"), log.Count("done commands older")));
        Assert.Empty(tasks.Failing);
        Assert.Equal("2026-03-02", await database.ScalarAsync("SELECT value FROM setting WHERE name = 'daily.command-retention'"));
        await tasks.StopAsync(TestContext.Current.CancellationToken);
    }

    private static DailyTasks Tasks(OpenedDatabase open, TemporaryFolder folder, TimeProvider time, Listening log)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(KnownSettings.DigestFolder, folder.Path)]).Build();
        var selfCheck = new SelfCheck([], open.Database, time, new Logger<SelfCheck>(log));
        var attachments = new AttachmentFolder(folder.File("attachments"), new(1024));
        return new DailyTasks(
            open,
            selfCheck,
            attachments,
            new UnnamedAttachments(attachments, open.Database),
            Options.Create(new AttachmentOptions()),
            new Credentials(open.Database, Options.Create(new CredentialOptions())),
            null! /* no account has hashes that it does not name */,
            time,
            settings,
            new Here(folder.Path),
            new Started(),
            new Logger<DailyTasks>(log));
    }

    private sealed class Here(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "ShuangDa";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted { get; } = new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }

    /// <summary>A clock that tells when so many sleeps have begun on it: then nobody is between looking at it and going to sleep.</summary>
    private sealed class SleepersTime(DateTimeOffset now) : FakeTimeProvider(now), IDisposable
    {
        private readonly SemaphoreSlim _asleep = new(0);
        private int _seen;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _asleep.Release();
            return timer;
        }

        public async Task AsleepAsync(int count)
        {
            for (; _seen < count; _seen++)
            {
                Assert.True(await _asleep.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "The tasks have not gone to sleep.");
            }
        }

        public void Dispose() => _asleep.Dispose();
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Listening : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<string> _heard = new();

        public int Count(string words) => _heard.Count(line => line.Contains(words, StringComparison.Ordinal));

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _heard.Enqueue(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
