using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using Xunit;

namespace ShuangDa.Tests.Support;

/// <summary>
/// A database of a test's own, on SQLite, PostgreSQL or a SQL Server that somebody has, so that a suite is written once and inherited
/// per database.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;

    private TestDatabase(DatabaseOptions options, TemporaryFolder? folder)
    {
        Options = options;
        _folder = folder;
    }

    /// <summary>How it is configured.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind => Options.Kind;

    /// <summary>A database with nothing in it, not even tables; <see cref="OpenAsync"/> makes them.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = new TemporaryFolder();
            return new TestDatabase(DatabaseOptions.Sqlite(folder.File("shuangda.db")), folder);
        }

        if (kind == DatabaseKind.SqlServer)
        {
            var made = await SqlServerInstance.CreateEmptyDatabaseAsync().ConfigureAwait(false);
            return new TestDatabase(DatabaseOptions.Server(kind, made), folder: null);
        }

        var server = await PostgreSqlServer.SharedAsync().ConfigureAwait(false);
        return new TestDatabase(DatabaseOptions.Server(kind, await server.CreateEmptyDatabaseAsync().ConfigureAwait(false)), folder: null);
    }

    /// <summary>A database that has its tables already, where that is cheaper than making them.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind != DatabaseKind.PostgreSql)
        {
            return await CreateEmptyAsync(kind).ConfigureAwait(false);
        }

        var server = await PostgreSqlServer.SharedAsync().ConfigureAwait(false);
        return new TestDatabase(DatabaseOptions.Server(kind, await server.CreateDatabaseAsync().ConfigureAwait(false)), folder: null);
    }

    /// <summary>A copy of a database that nobody has open.</summary>
    public static async Task<TestDatabase> CopyOfAsync(TestDatabase source)
    {
        if (source.Options.File is { } file)
        {
            var folder = new TemporaryFolder();
            var copy = new TestDatabase(DatabaseOptions.Sqlite(folder.File("shuangda.db")), folder);
            File.Copy(file, copy.Options.File!);
            return copy;
        }

        var server = await PostgreSqlServer.SharedAsync().ConfigureAwait(false);
        return new TestDatabase(DatabaseOptions.Server(source.Kind, await server.CopyDatabaseAsync(source.Options.Migrations).ConfigureAwait(false)), folder: null);
    }

    /// <summary>Opens it as the program does.</summary>
    public Task<OpenedDatabase> OpenAsync(TimeProvider? clock = null) => OpenedDatabase.OpenAsync(Options, clock ?? TimeProvider.System, NullLogger.Instance);

    /// <summary>A connection past everything, with the owner's rights: to look, and to tamper.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = Kind switch
        {
            DatabaseKind.Sqlite => new Microsoft.Data.Sqlite.SqliteConnection(Options.Migrations + ";Pooling=False"),
            DatabaseKind.PostgreSql => new Npgsql.NpgsqlConnection(Options.Migrations + ";Pooling=false"),
            _ => new Microsoft.Data.SqlClient.SqlConnection(Options.Migrations + ";Pooling=false"),
        };
        await connection.OpenAsync().ConfigureAwait(false);
        return connection;
    }

    /// <summary>Runs a statement with the owner's rights.</summary>
    public async Task<int> ExecuteAsync(string statement)
    {
        await using var connection = await ConnectAsync().ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = InItsDialect(statement);
        return await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>The first column of the first row of a query, with the owner's rights.</summary>
    public async Task<object?> ScalarAsync(string query)
    {
        await using var connection = await ConnectAsync().ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = InItsDialect(query);
        return await command.ExecuteScalarAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _folder?.Dispose();
        if (Kind == DatabaseKind.SqlServer)
        {
            await SqlServerInstance.DropAsync(Options.Migrations).ConfigureAwait(false);
        }
    }

    private string InItsDialect(string text) => Kind == DatabaseKind.SqlServer ? SqlServerInstance.InItsDialect(text) : text;
}

/// <summary>The base of a suite that is inherited once per database: each test has a fresh database with nothing in it.</summary>
public abstract class PerDatabase(DatabaseKind kind) : IAsyncLifetime
{
    /// <summary>The test's database.</summary>
    protected TestDatabase Database { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Database = await CreateAsync(kind);

    public virtual async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the test's database: with its tables, unless a suite is about making them.</summary>
    protected virtual Task<TestDatabase> CreateAsync(DatabaseKind kind1) => TestDatabase.CreateAsync(kind1);
}
