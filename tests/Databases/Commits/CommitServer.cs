using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Storage;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;

namespace ShuangDa.Tests.Databases.Commits;

/// <summary>A server with the toys beside the real concepts, on a database of its own, and with a hand on the brake: its writes can be held, so that a test says what gathers in one batch.</summary>
public sealed class CommitServer : IAsyncDisposable
{
    private readonly InProcessServer _server;
    private int _commands;

    private CommitServer(TestDatabase database, InProcessServer server)
    {
        Database = database;
        _server = server;
    }

    public TestDatabase Database { get; }

    public IServiceProvider Services => _server.Services;

    public Committer Committer => Services.GetRequiredService<Committer>();

    public IGrainStorage Storage => Services.GetRequiredService<IGrainStorage>();

    public static async Task<TestDatabase> CreateDatabaseAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await (await database.OpenAsync()).DisposeAsync();
        await database.ExecuteAsync(Toy.Table);
        return database;
    }

    /// <summary>Starts one. One committer, unless the settings say otherwise: then what waits behind a held write is the next batch.</summary>
    public static async Task<CommitServer> StartAsync(TestDatabase database, params string[] settings) =>
        new(database, await InProcessServer.StartAsync(database, null, AddToys, ["--Operations:DailyTasks=false", "--Commits:Committers=1", .. settings]));

    public IToyGrain ToyOf(string key) => _server.Grains.GetGrain<IToyGrain>(key);

    public TGrain Grain<TGrain>(string key) where TGrain : IGrainWithStringKey => _server.Grains.GetGrain<TGrain>(key);

    /// <summary>An officer with a command of his own.</summary>
    public Actor Officer() => Officer(new Guid(Interlocked.Increment(ref _commands), 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    public static Actor Officer(Guid commandId) => new("officer", Roles.Officer, "INSPECTION", null, commandId);

    /// <summary>Keeps every write from getting on until it is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldWritesAsync()
    {
        var connection = await Database.ConnectAsync();
        await RunAsync(connection, Database.Kind switch
        {
            DatabaseKind.Sqlite => "BEGIN IMMEDIATE",
            DatabaseKind.PostgreSql => "BEGIN; LOCK TABLE command IN EXCLUSIVE MODE",
            _ => "BEGIN TRANSACTION; SELECT TOP (0) 1 FROM command WITH (TABLOCKX, HOLDLOCK)",
        });
        return new Hold(connection);
    }

    /// <summary>Holds the writes and has one wait at the head, taken into a batch of its own: whatever comes now gathers behind it.</summary>
    public async Task<(IAsyncDisposable Hold, Task Head)> GatherAsync()
    {
        var hold = await HoldWritesAsync();
        var head = WriteAsync($"head-{Guid.NewGuid():N}", "grey");
        await Eventually.Until("the head is taken", () => Committer.Waiting == 0);
        return (hold, head);
    }

    /// <summary>A write to the storage itself, past the shell.</summary>
    public Task WriteAsync(string key, string? colour, string? etag = null, int version = 1) => WriteAsync(StateOf(key, colour, etag, version), key);

    public Task WriteAsync(GrainState<Subject<ToyState>> state, string key) => Storage.WriteStateAsync("toy", Orleans.Runtime.GrainId.Create("toy", key), state);

    public GrainState<Subject<ToyState>> StateOf(string key, string? colour, string? etag = null, int version = 1)
    {
        var subject = SubjectKeys.Of("toy", key);
        var (at, by) = (DateTimeOffset.UnixEpoch, Officer());
        var entry = new JournalEntry
        {
            Subject = subject,
            Number = version,
            At = at,
            Kind = "toy.painted",
            User = by.User,
            CommandId = by.CommandId,
            Body = Toy.Concept.WriteEvent(new ToyPainted(colour)),
        }.ChainedTo([]);
        var hash = Toy.Concept.HashOf(new PaintToy(colour));
        return new GrainState<Subject<ToyState>>(
            new Subject<ToyState>
            {
                State = new ToyState(colour, IsBroken: false),
                Version = version,
                Head = entry.Hash,
                Pending = new PendingCommit
                {
                    Subject = subject,
                    Entries = [entry],
                    Upserts = [new RowChange(new ToyRow { Subject = subject, Version = version, Colour = colour }, Before: null)],
                    Deletes = [],
                    OpenedRows = [],
                    ClosedRows = [],
                    TallyRows = [],
                    Command = new DoneCommand(by.CommandId, hash, version, at),
                },
            },
            etag)
        {
            RecordExists = etag is not null,
        };
    }

    /// <summary>Everything that the database holds of a subject, table by table, as text.</summary>
    public async Task<string> EverythingOfAsync(string subject, params string[] rowTables)
    {
        var lines = new List<string>();
        await using var connection = await Database.ConnectAsync();
        foreach (var (table, key) in new[] { ("journal", "subject"), ("command", "subject"), ("deadline", "subject"), ("tally", "subject"), ("grain_state", "grain_key") }.Concat(rowTables.Select(table => (table, "subject"))))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE {key} = '{subject}' ORDER BY 1, 2";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add($"{table}: {string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(column => TextOf(reader.GetValue(column))))}");
            }
        }

        return string.Join('\n', lines);
    }

    public Task StopAsync() => _server.StopAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void AddToys(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Toy.Concept);
        builder.Services.AddSingleton<Concept>(Toy.Concept);
    }

    private static string TextOf(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static async Task RunAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Hold(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await RunAsync(connection, "ROLLBACK");
            await connection.DisposeAsync();
        }
    }
}
