using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>The door for reads that people wait for: so many at a time, on SQLite on threads of their own, the others in a bounded queue in turns.</summary>
public sealed class TableReadersTests : IAsyncLifetime
{
    // SQLite counts on for hours, in a statement that answers nothing meanwhile.
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestDatabase _file = null!;
    private Database? _opened;

    public async ValueTask InitializeAsync()
    {
        _file = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await (await _file.OpenAsync()).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_opened is not null)
        {
            await _opened.DisposeAsync();
        }

        await _file.DisposeAsync();
    }

    [Fact]
    public async Task OnSqliteAReadRunsOnAThreadOfItsOwnInItsCallersContext()
    {
        var database = With(new ReadOptions());
        var context = new AsyncLocal<string> { Value = "the caller's" };

        var (ofPool, name, seen) = await database.QueryAsync(
            async (data, token) =>
            {
                await data.ExecuteAsync<int>("SELECT 1", token);
                return (Thread.CurrentThread.IsThreadPoolThread, Thread.CurrentThread.Name, context.Value);
            },
            CancellationToken.None);

        Assert.Equal((false, "Table reader", "the caller's"), (ofPool, name, seen));
    }

    [Fact]
    public async Task SoManyReadAtATimeAndNothingElseWaitsForThem()
    {
        var database = With(new ReadOptions { AtATime = 2 });
        await using var held = new HeldReads(database);
        await held.Take(2);

        var third = database.QueryAsync((data, token) => data.ExecuteAsync<int>("SELECT 3", token), CancellationToken.None);

        // What actors, clocks and the commit do takes no turn, and the pool has all its threads.
        await using (var data = await database.ReadAsync())
        {
            Assert.Equal(1, await data.ExecuteAsync<int>("SELECT 1"));
        }

        Assert.Equal(0, await database.WriteAsync(data => data.ExecuteAsync("DELETE FROM command WHERE at < 0")));
        Assert.True(await Task.Run(() => Thread.CurrentThread.IsThreadPoolThread));
        Assert.False(third.IsCompleted);
        held.LetGo();
        Assert.Equal(3, await third.WaitAsync(Patience));
    }

    [Fact]
    public async Task OneRequestTakesNoMorePlacesThanItsShareHoweverMuchItReads()
    {
        var database = With(new ReadOptions { AtATime = 1, QueueLength = ReadCaller.AtATime + 1 });
        ReadCaller.Current = ReadCaller.OfRequest("greedy");
        var all = Enumerable.Range(0, 20 * ReadCaller.AtATime).Select(one => database.QueryAsync((data, token) => data.ExecuteAsync<int>($"SELECT {one}", token), CancellationToken.None)).ToList();

        ReadCaller.Current = ReadCaller.OfRequest("modest");
        Assert.Equal(7, await database.QueryAsync((data, token) => data.ExecuteAsync<int>("SELECT 7", token), CancellationToken.None).WaitAsync(Patience));
        Assert.Equal(Enumerable.Range(0, 20 * ReadCaller.AtATime), await Task.WhenAll(all).WaitAsync(Patience));
    }

    [Fact]
    public async Task CallersTakeTurnsAndCommandsComeFirst()
    {
        var database = With(new ReadOptions { AtATime = 1 });
        var order = new List<string>();
        await using var held = new HeldReads(database);
        await held.Take(1);
        var reads = new List<Task>();
        foreach (var (caller, what) in new[] { ("a", "a1"), ("a", "a2"), ("a", "a3"), ("b", "b1"), ("b", "b2"), ("c", "c1") })
        {
            reads.Add(Ask(new ReadCaller(caller), what));
        }

        reads.Add(Ask(new ReadCaller("d", GivesCommand: true), "command"));
        held.LetGo();
        await Task.WhenAll(reads).WaitAsync(Patience);

        Assert.Equal(["command", "a1", "b1", "c1", "a2", "b2", "a3"], order);

        Task Ask(ReadCaller caller, string what) => As(caller, () => database.QueryAsync(
            (_, _) =>
            {
                order.Add(what);
                return Task.FromResult(true);
            },
            CancellationToken.None));
    }

    [Fact]
    public async Task AFullQueueIsFreedByWhoeverHasMostInIt()
    {
        var database = With(new ReadOptions { AtATime = 1, QueueLength = 3 });
        await using var held = new HeldReads(database);
        await held.Take(1);
        var greedy = Enumerable.Range(0, 3).Select(_ => As(new ReadCaller("greedy"), () => One(database))).ToList();

        await Assert.ThrowsAsync<ReadsBusyException>(() => As(new ReadCaller("greedy"), () => One(database)).WaitAsync(Patience));
        var modest = As(new ReadCaller("modest"), () => One(database));
        var command = As(new ReadCaller("modest", GivesCommand: true), () => One(database));

        await Assert.ThrowsAsync<ReadsBusyException>(() => greedy[2].WaitAsync(Patience));
        await Assert.ThrowsAsync<ReadsBusyException>(() => greedy[1].WaitAsync(Patience));
        held.LetGo();
        var answers = await Task.WhenAll(greedy[0], modest, command).WaitAsync(Patience);
        Assert.Equal([1, 1, 1], answers);
    }

    [Fact]
    public async Task ATurnThatDoesNotComeInTimeIsRefused()
    {
        var database = With(new ReadOptions { AtATime = 1, QueueWait = TimeSpan.FromMilliseconds(20) });
        await using var held = new HeldReads(database);
        await held.Take(1);

        await Assert.ThrowsAsync<ReadsBusyException>(() => One(database).WaitAsync(Patience));

        held.LetGo();
    }

    [Fact]
    public async Task WhoLeavesIsDroppedFromTheQueue()
    {
        var database = With(new ReadOptions { AtATime = 1 });
        await using var held = new HeldReads(database);
        await held.Take(1);
        using var gone = new CancellationTokenSource();
        var ran = false;
        var left = database.QueryAsync((_, _) => Task.FromResult(ran = true), gone.Token);
        var stays = One(database);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Patience));
        held.LetGo();
        Assert.Equal(1, await stays.WaitAsync(Patience));
        Assert.False(ran);
    }

    [Fact]
    public async Task AReadUnderWayIsBrokenOffWhenItsCallerLeaves()
    {
        var database = With(new ReadOptions { AtATime = 1 });
        using var gone = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = database.QueryAsync(
            (data, token) =>
            {
                begun.SetResult();
                return data.ExecuteAsync<long>(Endless, token);
            },
            gone.Token);
        await begun.Task.WaitAsync(Patience);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
        Assert.Equal(1, await One(database).WaitAsync(Patience));
    }

    [Fact]
    public async Task AReadUnderWayIsBrokenOffWhenItsTimeIsOver()
    {
        var database = With(new ReadOptions { AtATime = 1, TimeLimit = TimeSpan.FromMilliseconds(50) });

        await Assert.ThrowsAsync<ReadTooLongException>(() => database.QueryAsync((data, token) => data.ExecuteAsync<long>(Endless, token), CancellationToken.None).WaitAsync(Patience));

        Assert.Equal(1, await One(database).WaitAsync(Patience));
    }

    [Fact]
    public async Task AReadWithinAReadBelongsToTheSameTurn()
    {
        var database = With(new ReadOptions { AtATime = 1 });

        Assert.Equal(1, await database.QueryAsync((_, _) => One(database), CancellationToken.None).WaitAsync(Patience));
    }

    [Fact]
    public async Task AReadThatWaitsForSomethingElseIsAFault()
    {
        var database = With(new ReadOptions());

        var reader = new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = database.QueryAsync(
            async (_, _) =>
            {
                reader.SetResult(Thread.CurrentThread);
                return await other.Task;
            },
            CancellationToken.None);

        // What is there before the reader stands still has kept nobody waiting, and is no fault.
        var thread = await reader.Task.WaitAsync(Patience);
        Assert.True(SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience));
        other.SetResult(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reading.WaitAsync(Patience));
    }

    [Fact]
    public async Task AnErrorOfAReadIsItsCallers()
    {
        var database = With(new ReadOptions { AtATime = 1 });

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => database.QueryAsync((data, token) => data.ExecuteAsync<int>("SELECT * FROM nowhere", token), CancellationToken.None).WaitAsync(Patience));

        Assert.Equal(1, await One(database).WaitAsync(Patience));
    }

    [Fact]
    public async Task WhatWaitsIsRefusedAndWhatRunsBrokenOffWhenTheDatabaseIsClosed()
    {
        var database = With(new ReadOptions { AtATime = 1 });
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = database.QueryAsync(
            (data, token) =>
            {
                begun.SetResult();
                return data.ExecuteAsync<long>(Endless, token);
            },
            CancellationToken.None);
        await begun.Task.WaitAsync(Patience);
        var waiting = One(database);

        await database.DisposeAsync();

        await Assert.ThrowsAsync<ReadsBusyException>(() => waiting.WaitAsync(Patience));
        await Assert.ThrowsAsync<ReadsBusyException>(() => running.WaitAsync(Patience));
        await Assert.ThrowsAsync<ReadsBusyException>(() => One(database).WaitAsync(Patience));
    }

    private static Task<int> One(Database database) => database.QueryAsync((data, token) => data.ExecuteAsync<int>("SELECT 1", token), CancellationToken.None);

    // Each caller in a flow of its own, as requests are.
    private static Task<T> As<T>(ReadCaller caller, Func<Task<T>> read)
    {
        Task<T>? reading = null;
        ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
        {
            ReadCaller.Current = caller;
            reading = read();
        }, null);
        return reading!;
    }

    private Database With(ReadOptions reads) => _opened = new Database(DatabaseKind.Sqlite, Silo.Database.OpenedDatabase.SourceOf(DatabaseKind.Sqlite, _file.Options.Runtime), reads);
}
