using LinqToDB;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases.Commits;

/// <summary>What the commit promises, on every database: everything of a command in one transaction, one bad commit never fails its neighbours, a command is done once, and memory never runs ahead.</summary>
public abstract class CommitConformance(DatabaseKind kind) : IAsyncLifetime
{
    private const string Holder = "91310118631656145F";
    private const string Number = "（沪）XK18-978-00001";

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await CommitServer.CreateDatabaseAsync(kind);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task EverythingOfACommandIsThereAfterOneCommitAndNothingOfARefusedOne()
    {
        await using var server = await StartAsync();
        await server.Grain<IEnterpriseGrain>(Holder).Execute(new RegisterEnterprise(Holder, new EnterpriseDetails("某厂")), server.Officer());
        var by = server.Officer();
        var outcome = await server.Grain<ILicenceGrain>(Number).Execute(new RegisterLicence(Number, Holder, new(2025, 1, 1), new(2099, 12, 31), ["服装"]), by);

        Assert.Equal((Change.Created, 1), (outcome.Change, outcome.Subject!.Version));
        var subject = $"licence/{Number}";
        Assert.Equal(1L, await CountAsync($"journal WHERE subject = '{subject}' AND number = 1 AND kind = 'licence.registered' AND command_id = '{by.CommandId:D}'"));
        Assert.Equal(1L, await CountAsync($"command WHERE subject = '{subject}' AND command_id = '{by.CommandId:D}' AND version = 1"));
        Assert.Equal(1L, await CountAsync($"licence WHERE subject = '{subject}' AND version = 1 AND status = 'ACTIVE'"));
        Assert.Equal(1L, await CountAsync($"licence_product_class WHERE subject = '{subject}'"));
        Assert.Equal((long)Licence.Concept.DeadlinesOf(outcome.Subject.State).Count, await CountAsync($"deadline WHERE subject = '{subject}'"));
        Assert.Equal(1L, await CountAsync($"tally WHERE subject = '{subject}' AND number = 1 AND measure = 'LicencesRegistered'"));
        Assert.Equal(1L, await CountAsync($"grain_state WHERE grain_key = '{subject}' AND version = 1"));

        var toy = server.ToyOf("whole");
        await toy.Execute(new PlaceToy(), server.Officer());
        var before = await server.EverythingOfAsync("toy/whole", "toy");
        await Assert.ThrowsAsync<CommitRejectedException>(() => toy.Execute(new PaintToy(null), server.Officer()));
        Assert.Equal(before, await server.EverythingOfAsync("toy/whole", "toy"));
        Assert.Equal(["command", "grain_state", "journal", "toy"], before.Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Order());
    }

    [Fact]
    public async Task AConflictAndAPoisonedCommitFailAloneAndTheirNeighboursCommit()
    {
        await using var server = await StartAsync();
        await server.WriteAsync("stale", "red");
        await server.WriteAsync("stale", "blue", etag: "1", version: 2);

        // First a conflict among good ones, then that and a row which the database refuses.
        foreach (var (round, poison) in new[] { ("first", false), ("second", true) })
        {
            var (hold, head) = await server.GatherAsync();
            var settled = server.Committer.Settled;
            var good = Enumerable.Range(0, 6).Select(index => server.WriteAsync($"{round}-{index}", "green")).ToList();
            var stale = server.WriteAsync("stale", "lost", etag: "1", version: 3);
            var poisoned = poison ? server.WriteAsync($"{round}-poisoned", null) : Task.CompletedTask;
            good.AddRange(Enumerable.Range(6, 6).Select(index => server.WriteAsync($"{round}-{index}", "green")));
            await hold.DisposeAsync();

            await Task.WhenAll([head, .. good]);
            await Assert.ThrowsAsync<InconsistentStateException>(() => stale);
            if (poison)
            {
                await Assert.ThrowsAsync<CommitRejectedException>(() => poisoned);
            }

            await Eventually.Until("both batches have come to an end", () => server.Committer.Settled == settled + 2);
            Assert.Equal(12L, await CountAsync($"toy WHERE subject LIKE 'toy/{round}-%' AND colour = 'green'"));
            Assert.Equal(12L, await CountAsync($"journal WHERE subject LIKE 'toy/{round}-%'"));
            Assert.Equal(12L, await CountAsync($"grain_state WHERE grain_key LIKE 'toy/{round}-%'"));
        }

        Assert.Equal(1L, await CountAsync("toy WHERE subject = 'toy/stale' AND colour = 'blue'"));
        Assert.Equal(2L, await CountAsync("journal WHERE subject = 'toy/stale'"));
    }

    [Fact]
    public async Task AWriteThatSaysNotWhyIsRefused()
    {
        await using var server = await StartAsync();
        var mute = server.StateOf("mute", "red");
        mute.State!.Pending = null;

        await Assert.ThrowsAsync<CommitRejectedException>(() => server.WriteAsync(mute, "mute"));
        await Assert.ThrowsAsync<CommitRejectedException>(() => server.Storage.ClearStateAsync("toy", GrainId.Create("toy", "mute"), mute));
        Assert.Equal(string.Empty, await server.EverythingOfAsync("toy/mute", "toy"));

        await using (await server.HoldWritesAsync())
        {
            var twice = server.StateOf("twice", "red");
            var first = server.WriteAsync(twice, "twice");
            await Assert.ThrowsAsync<CommitRejectedException>(() => server.WriteAsync(twice, "twice"));
            Assert.False(first.IsCompleted);
        }
    }

    [Fact]
    public async Task MemoryNeverRunsAheadOfTheDatabase()
    {
        await using var server = await StartAsync();
        var toy = server.ToyOf("ahead");
        await toy.Execute(new PlaceToy(), server.Officer());
        await toy.Execute(new PaintToy("red"), server.Officer());
        var born = await toy.Birth();

        await Assert.ThrowsAsync<CommitRejectedException>(() => toy.Execute(new PaintToy(null), server.Officer()));

        Assert.Equal(("red", 2), ((await toy.Read())!.State.Colour, (await toy.Read())!.Version));
        await Eventually.Until("the activation whose write failed has made room for another", async () => await toy.Birth() != born);
        Assert.Equal(("red", 2), ((await toy.Read())!.State.Colour, (await toy.Read())!.Version));
        Assert.Equal(3, (await toy.Execute(new PaintToy("blue"), server.Officer())).Subject!.Version);
    }

    [Fact]
    public async Task AnotherActivationsWriteIsLoadedAndTheCommandDecidedUponIt()
    {
        await using var server = await StartAsync();
        var toy = server.ToyOf("other");
        await toy.Execute(new PlaceToy(), server.Officer());

        // What another activation would have written: the toy is broken by now.
        var (before, after) = ("'\"isBroken\":false'", "'\"isBroken\":true'");
        var payload = kind switch
        {
            DatabaseKind.Sqlite => $"CAST(replace(CAST(payload AS TEXT), {before}, {after}) AS BLOB)",
            DatabaseKind.PostgreSql => $"convert_to(replace(convert_from(payload, 'UTF8'), {before}, {after}), 'UTF8')",
            _ => $"CAST(REPLACE(CAST(payload AS varchar(max)), CAST({before} AS varchar(99)), CAST({after} AS varchar(99))) AS varbinary(max))",
        };
        var written = await server.Database.ExecuteAsync(
            $"UPDATE grain_state SET version = version + 1, payload = {payload} WHERE grain_key = 'toy/other'");
        Assert.Equal(1, written);

        Assert.True((await toy.Execute(new PaintToy("red"), server.Officer())).Subject!.State.IsBroken);
        Assert.IsType<ToyBrokenAlready>((await toy.Execute(new BreakToy(), server.Officer())).Refusal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task OfThoseWhoTakeOneNameAtTheSameMomentOneGetsIt(int batchSize)
    {
        const int Many = 8;
        await using var server = await StartAsync($"--Commits:BatchSize={batchSize}");
        var administrator = server.Officer() with { Roles = Roles.Administrator };
        IReadOnlyList<string> names = ["夏阳街道（东）", "夏阳街道(东)"];
        await AtOnceAsync(index => new RegisterArea(AreaKind.Subdistrict, names[index % 2]), index => $"A{index}");
        Assert.Equal(1L, await CountAsync("area WHERE name LIKE '夏阳街道%'"));

        // A code is what another is called, in whatever case.
        await AtOnceAsync(
            index => new RegisterArea(AreaKind.Town, index % 2 == 0 ? "town" : $"镇{index}"),
            index => index % 2 == 0 ? $"B{index}" : index % 4 == 1 ? "TOWN" : "Town");

        foreach (var index in Enumerable.Range(0, Many))
        {
            var made = await server.Grain<IAreaGrain>($"C{index}").Execute(new RegisterArea(AreaKind.Township, $"乡{index}"), By());
            Assert.Null(made.Refusal);
        }

        await AtOnceAsync(_ => new RenameArea("朱家角镇"), index => $"C{index}");
        Assert.Equal(1L, await CountAsync("area WHERE name = '朱家角镇'"));

        // Who gives the name up leaves it to others, and they to one of them.
        var holder = (string)(await server.Database.ScalarAsync("SELECT code FROM area WHERE name = '朱家角镇'"))!;
        Assert.Null((await server.Grain<IAreaGrain>(holder).Execute(new CloseArea("区划调整"), By())).Refusal);
        await AtOnceAsync(index => new RegisterArea(AreaKind.Town, "朱家角镇"), index => index == 0 ? holder : $"D{index}");

        async Task AtOnceAsync(Func<int, AreaCommand> command, Func<int, string> code)
        {
            // Everybody decides before anybody's write gets on.
            var (hold, head) = await server.GatherAsync();
            var given = Enumerable.Range(0, Many)
                .Select(index => server.Grain<IAreaGrain>(code(index)).Execute(command(index), By()))
                .ToList();
            var actors = Enumerable.Range(0, Many).Select(code).Distinct().Count();
            await Eventually.Until("all wait for their commit", () => server.Committer.Waiting == actors);
            await hold.DisposeAsync();
            await head;
            var outcomes = await Task.WhenAll(given);
            Assert.Single(outcomes, outcome => outcome.Refusal is null);
            Assert.All(
                outcomes.Select(outcome => outcome.Refusal).OfType<Refusal>(),
                refusal => Assert.True(refusal is AlreadyExists or InvalidInput { Field: "name" or "code" }, refusal.ToString()));
        }

        Actor By() => administrator with { CommandId = Guid.NewGuid() };
    }

    [Fact]
    public async Task ACommandIsDoneOnceAndItsRepeatGetsTheFirstAnswer()
    {
        var (place, paint, breaking, expecting, again) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using (var server = await StartAsync())
        {
            var toy = server.ToyOf("once");
            await Assert.ThrowsAsync<ActorNotAllowedException>(() => toy.Execute(new PlaceToy(), CommitServer.Officer(place) with { Roles = Roles.Auditor }));
            Assert.Equal(Change.Created, (await toy.Execute(new PlaceToy(), CommitServer.Officer(place))).Change);
            Assert.Equal(Change.Updated, (await toy.Execute(new PaintToy("red"), CommitServer.Officer(paint))).Change);
            Assert.Equal(Change.Updated, (await toy.Execute(new BreakToy(), CommitServer.Officer(breaking))).Change);
            Assert.Equal(Change.Updated, (await toy.Execute(new PaintToy("blue") { ExpectedVersion = 3 }, CommitServer.Officer(expecting))).Change);
            await ExpectRepeatsAsync(toy, 4);

            // A command that was refused, or found all as it should be, was not done: it is decided anew.
            Assert.Equal(Change.Unchanged, (await toy.Execute(new PaintToy("blue"), CommitServer.Officer(again))).Change);
            for (var coat = 0; coat < RecentCommands.Kept + 1; coat++)
            {
                await toy.Execute(new PaintToy($"coat {coat}"), server.Officer());
            }

            Assert.Equal(Change.Updated, (await toy.Execute(new PaintToy("blue"), CommitServer.Officer(again))).Change);
            await ExpectRepeatsAsync(toy, 4 + RecentCommands.Kept + 2);
        }

        await using (var server = await StartAsync())
        {
            await ExpectRepeatsAsync(server.ToyOf("once"), 4 + RecentCommands.Kept + 2);
        }

        async Task ExpectRepeatsAsync(IToyGrain toy, int version)
        {
            Assert.Equal((Change.Repeated, 1, "plain"), await RepeatAsync(new PlaceToy(), place));
            Assert.Equal((Change.Repeated, 2, "red"), await RepeatAsync(new PaintToy("red"), paint));
            Assert.Equal((Change.Repeated, 3, "red"), await RepeatAsync(new BreakToy(), breaking));
            Assert.Equal((Change.Repeated, 4, "blue"), await RepeatAsync(new PaintToy("blue") { ExpectedVersion = 3 }, expecting));
            foreach (var other in new ToyCommand[] { new PaintToy("another"), new PaintToy("blue"), new BreakToy(), new PlaceToy() })
            {
                Assert.Equal(new CommandIdReused(expecting), (await toy.Execute(other, CommitServer.Officer(expecting))).Refusal);
            }

            Assert.Equal(version, (await toy.Read())!.Version);

            async Task<(Change, int, string?)> RepeatAsync(ToyCommand command, Guid id)
            {
                var outcome = await toy.Execute(command, CommitServer.Officer(id));
                return (outcome.Change, outcome.Subject!.Version, outcome.Subject.State.Colour);
            }
        }
    }

    [Fact]
    public async Task AFullQueueIsSaidAndNothingOfWhatDidNotFitIsDone()
    {
        await using var server = await StartAsync("--Commits:QueueLength=2", "--Commits:BatchSize=1", "--Commits:QueueWait=00:00:00.100");
        var toys = Enumerable.Range(0, 3).Select(index => server.ToyOf($"queue-{index}")).ToList();
        Task<Outcome<ToyState>>[] first;
        await using (await server.HoldWritesAsync())
        {
            var head = server.WriteAsync("queue-head", "grey");
            await Eventually.Until("the head is taken", () => server.Committer.Waiting == 0);
            first = [.. toys.Take(2).Select(toy => toy.Execute(new PlaceToy(), server.Officer()))];
            await Eventually.Until("the queue is full", () => server.Committer.Waiting == 2);

            await Assert.ThrowsAsync<CommitQueueFullException>(() => toys[2].Execute(new PlaceToy(), server.Officer()));
            Assert.False(head.IsCompleted);
        }

        Assert.All(await Task.WhenAll(first), outcome => Assert.Equal(Change.Created, outcome.Change));
        Assert.Null(await toys[2].Read());
        Assert.Equal(string.Empty, await server.EverythingOfAsync("toy/queue-2", "toy"));
        Assert.Equal(Change.Created, (await toys[2].Execute(new PlaceToy(), server.Officer())).Change);
    }

    [Fact]
    public async Task AStopDrainsWhatWaits()
    {
        Task[] waiting;
        await using (var server = await StartAsync())
        {
            var (hold, head) = await server.GatherAsync();
            waiting = [.. Enumerable.Range(0, 40).Select(index => server.WriteAsync($"drain-{index}", "green")), head];
            var stopping = server.StopAsync();
            await hold.DisposeAsync();
            await stopping;
            await Task.WhenAll(waiting);

            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => server.WriteAsync("late", "red"));
        }

        Assert.Equal(40L, await CountAsync("toy WHERE subject LIKE 'toy/drain-%'"));
        Assert.Equal(0L, await CountAsync("grain_state WHERE grain_key = 'toy/late'"));
    }

    [Fact]
    public async Task AStopThatCannotDrainInTimeFailsWhatWaitsAsNotDone()
    {
        await using var server = await StartAsync("--Commits:DrainTime=00:00:00.200");
        var (hold, head) = await server.GatherAsync();
        await using (hold)
        {
            var waiting = Enumerable.Range(0, 5).Select(index => server.WriteAsync($"undrained-{index}", "green")).ToList();
            await server.StopAsync();

            foreach (var one in waiting)
            {
                await Assert.ThrowsAsync<DatabaseUnavailableException>(() => one);
            }
        }

        await head;
        Assert.Equal(0L, await CountAsync("journal WHERE subject LIKE 'toy/undrained-%'"));
    }

    [Fact]
    public async Task TheFeedTellsEveryEntryOnceInTheOrderOfCommitsAndGoesOnAfterACursor()
    {
        const int Toys = 40, Coats = 9, Entries = Toys * (Coats + 1);
        await using var server = await StartAsync("--Commits:Committers=4", "--Commits:BatchSize=8");
        var feed = server.Services.GetRequiredService<JournalFeed>();
        var listening = ReadAsync(new FeedCursor(0, 0), Entries);

        await Task.WhenAll(Enumerable.Range(0, Toys).Select(async index =>
        {
            var toy = server.ToyOf($"feed-{index}");
            await toy.Execute(new PlaceToy(), server.Officer());
            for (var coat = 0; coat < Coats; coat++)
            {
                await toy.Execute(new PaintToy($"coat {coat}"), server.Officer());
            }
        }));

        var told = await listening.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal(Entries, told.Select(one => (one.Row.Subject, one.Row.Number)).Distinct().Count());
        Assert.All(told.GroupBy(one => one.Row.Subject), toy => Assert.Equal(Enumerable.Range(1, Coats + 1), toy.Select(one => one.Row.Number)));
        Assert.Equal(told.OrderBy(one => one.Cursor.Order).ThenBy(one => one.Cursor.Position).Select(one => one.Row.Position), told.Select(one => one.Row.Position));
        foreach (var at in new[] { 0, 17, Entries / 2, Entries - 2 })
        {
            var rest = await ReadAsync(told[at].Cursor, Entries - at - 1);
            Assert.Equal(told.Skip(at + 1).Select(one => one.Row.Position), rest.Select(one => one.Row.Position));
        }

        var report = await ShuangDa.Grains.Journal.Verification.RunAsync(server.Services.GetRequiredService<Database>(), [.. ConceptsComposition.All, Toy.Concept]);
        Assert.True(report.IsWhole, string.Join('\n', report.Faults));

        async Task<List<(FeedCursor Cursor, JournalRow Row)>> ReadAsync(FeedCursor after, int count)
        {
            var read = new List<(FeedCursor, JournalRow)>();
            await foreach (var one in feed.ReadAsync(after, TestContext.Current.CancellationToken))
            {
                if (one.Row.Subject.StartsWith("toy/feed-", StringComparison.Ordinal))
                {
                    read.Add(one);
                }

                if (read.Count == count)
                {
                    break;
                }
            }

            return read;
        }
    }

    protected Task<CommitServer> StartAsync(params string[] settings) => CommitServer.StartAsync(_database, settings);

    private async Task<long> CountAsync(string condition) => Convert.ToInt64(await _database.ScalarAsync($"SELECT count(*) FROM {condition}"), System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteCommitTests() : CommitConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlCommitTests() : CommitConformance(DatabaseKind.PostgreSql)
{
    /// <summary>Whom the database chose to end a deadlock has done nothing wrong: the same commit is tried again, once.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task ACommitThatWasTheVictimOfADeadlockIsTriedAgain(int times, bool isDone)
    {
        await using var server = await StartAsync();
        await server.Database.ExecuteAsync("CREATE SEQUENCE deadlock");
        await server.Database.ExecuteAsync(
            "CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            + $"IF nextval('deadlock') <= {times} THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF; RETURN new; END $$");
        await server.Database.ExecuteAsync("CREATE TRIGGER falls BEFORE INSERT ON toy FOR EACH ROW EXECUTE FUNCTION fall()");
        var placing = server.ToyOf("victim").Execute(new PlaceToy(), server.Officer());
        if (isDone)
        {
            Assert.Equal(Change.Created, (await placing).Change);
        }
        else
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => placing);
        }
    }
}

public sealed class SqlServerCommitTests() : CommitConformance(DatabaseKind.SqlServer);
