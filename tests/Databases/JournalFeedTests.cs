using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>Readers of the journal's past take turns page by page, and keep nobody from the present.</summary>
public sealed class JournalFeedTests : IAsyncLifetime
{
    private const int Entries = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestDatabase _file = null!;
    private Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await (await _file.OpenAsync()).DisposeAsync();
        _database = new Database(DatabaseKind.Sqlite, Silo.Database.OpenedDatabase.SourceOf(DatabaseKind.Sqlite, _file.Options.Runtime), new ReadOptions { AtATime = 1, ReplaysAtATime = 1 });
        await WriteAsync(1, Entries);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _file.DisposeAsync();
    }

    [Fact]
    public async Task OneReplayWaitsForTheOtherAndWhoFollowsWaitsForNeither()
    {
        using var feed = new JournalFeed(_database);
        var now = await feed.NowAsync(CancellationToken.None);
        var slow = feed.ReadAsync(default, CancellationToken.None).GetAsyncEnumerator();
        var other = feed.ReadAsync(default, CancellationToken.None).GetAsyncEnumerator();
        var follower = feed.ReadAsync(now, CancellationToken.None).GetAsyncEnumerator();
        // The first page is everybody's; with the second one this reader has the only turn, and stops in the middle of it.
        Assert.Equal(300, await Read(slow, 300));
        Assert.Equal(200, await Read(other, 200));
        var waits = other.MoveNextAsync().AsTask();
        var told = follower.MoveNextAsync().AsTask();

        await WriteAsync(Entries + 1);
        feed.Committed(null!);

        Assert.True(await told.WaitAsync(Patience));
        Assert.Equal(Entries + 1, follower.Current.Cursor.Position);
        Assert.False(waits.IsCompleted);

        // At the end of its page it gives the turn back, and stands behind the other.
        Assert.Equal(400, await Read(slow, 100));
        var behind = slow.MoveNextAsync().AsTask();
        Assert.True(await waits.WaitAsync(Patience));
        Assert.Equal(201, other.Current.Cursor.Position);
        Assert.False(behind.IsCompleted);
        var ends = await Task.WhenAll(ReadToTheEnd(Task.FromResult(true), other, Entries + 1 - 201), ReadToTheEnd(behind, slow, Entries + 1 - 401));
        Assert.Equal([Entries + 1, Entries + 1], ends);
    }

    // Who has read the last entry goes on, as streams do, and gives the turn back by that.
    private static async Task<long> ReadToTheEnd(Task<bool> first, IAsyncEnumerator<(FeedCursor Cursor, JournalRow Row)> reader, int entries)
    {
        Assert.True(await first.WaitAsync(Patience));
        var end = await Read(reader, entries);
        Assert.False(reader.MoveNextAsync().AsTask().IsCompleted);
        return end;
    }

    private Task<int> WriteAsync(int first, int last) => _file.ExecuteAsync($"""
        WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})
        INSERT INTO journal (position, subject, number, at, kind, user_name, command_id, body, hash) SELECT i, 'licence/' || i, 1, 0, 'a', 'b', 'c', '', x'00' FROM n
        """);

    private Task<int> WriteAsync(int entry) => WriteAsync(entry, entry);

    // Reads on, and says where it is.
    private static async Task<long> Read(IAsyncEnumerator<(FeedCursor Cursor, JournalRow Row)> reader, int entries)
    {
        for (var entry = 0; entry < entries; entry++)
        {
            Assert.True(await reader.MoveNextAsync().AsTask().WaitAsync(Patience));
        }

        return reader.Current.Cursor.Position;
    }
}
