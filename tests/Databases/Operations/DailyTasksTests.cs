using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Silo.Composition;
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
    [Fact]
    public async Task WhatWasMissedIsDoneAtTheStartAndTheRestOnItsDay()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await using var open = await database.OpenAsync();
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(FilledDatabases.Now);
        var log = new Listening();
        using var tasks = Tasks(open, folder, time, log);

        await tasks.StartAsync(TestContext.Current.CancellationToken);
        await log.HeardAsync("Digest of 2026-03-02");
        await log.HeardAsync("Self-check");
        await log.HeardAsync("done commands older");
        var first = await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken);

        // One step at a time: a clock that jumps does not wake whoever has not gone to sleep yet.
        while (!log.HasHeard("Digest of 2026-03-03") || (await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken))!.At == first!.At)
        {
            time.Advance(TimeSpan.FromMinutes(30));
            await Task.Yield();
        }

        await tasks.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(FilledDatabases.Now, first.At);
        Assert.Equal(["digest-2026-03-02.txt", "digest-2026-03-03.txt"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().Take(2));
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
        var log = new Listening();
        using (var tasks = Tasks(open, folder, new FakeTimeProvider(FilledDatabases.Now), log))
        {
            await tasks.StartAsync(TestContext.Current.CancellationToken);
            await log.HeardAsync("Digest of 2026-03-02");
            await log.HeardAsync("Self-check");
            await log.HeardAsync("done commands older");
            await tasks.StopAsync(TestContext.Current.CancellationToken);
        }

        var (time, later) = (new FakeTimeProvider(FilledDatabases.Now.AddMinutes(5)), new Listening());
        using var again = Tasks(open, folder, time, later);
        await again.StartAsync(TestContext.Current.CancellationToken);
        while (!later.HasHeard("Digest of 2026-03-03") || !later.HasHeard("Self-check") || !later.HasHeard("done commands older"))
        {
            time.Advance(TimeSpan.FromMinutes(30));
            await Task.Yield();
        }

        await again.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(later.HasHeard("Digest of 2026-03-02"));
        Assert.True((await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken))!.At >= FilledDatabases.Now.AddHours(17));
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

    private static DailyTasks Tasks(OpenedDatabase open, TemporaryFolder folder, TimeProvider time, Listening log)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(KnownSettings.DigestFolder, folder.Path)]).Build();
        var selfCheck = new SelfCheck([], open.Database, time, new Logger<SelfCheck>(log));
        return new DailyTasks(open, selfCheck, time, settings, new Here(folder.Path), new Logger<DailyTasks>(log));
    }

    private sealed class Here(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "ShuangDa";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    /// <summary>Hears what is logged, and tells who waits for it.</summary>
    private sealed class Listening : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<string> _heard = new();
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

        public bool HasHeard(string beginning) => _heard.Any(line => line.Contains(beginning, StringComparison.Ordinal));

        public Task HeardAsync(string words)
        {
            var heard = _awaited.GetOrAdd(words, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (HasHeard(words))
            {
                heard.TrySetResult();
            }

            return heard.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            _heard.Enqueue(line);
            foreach (var (words, awaited) in _awaited)
            {
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    awaited.TrySetResult();
                }
            }
        }

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
