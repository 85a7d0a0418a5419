using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database;

/// <summary>已打开的数据库. The database with its tables as this program needs them, for the process's life. On SQLite it holds the data folder's lock.</summary>
public sealed class OpenedDatabase : IAsyncDisposable
{
    private readonly DataFolderLock? _lock;

    private OpenedDatabase(DatabaseOptions options, Grains.Journal.Database database, DataFolderLock? held)
    {
        Options = options;
        Database = database;
        _lock = held;
    }

    /// <summary>How it is configured.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The database as grains and lists see it: data source of the running account, linq2db's dialect, Orleans' invariant name.</summary>
    public Grains.Journal.Database Database { get; }

    /// <summary>Opens the database: takes the lock of a SQLite file, runs the steps that are lacking, writes Orleans' query texts, grants the running account what it may do.</summary>
    /// <param name="options">How it is configured.</param>
    /// <param name="clock">What times are read from.</param>
    /// <param name="log">Where progress is told.</param>
    /// <param name="cancellationToken">Ends the work; the step under way is undone.</param>
    /// <exception cref="DatabaseUnusableException">It cannot be used; the message says why and names the configuration key.</exception>
    public static async Task<OpenedDatabase> OpenAsync(DatabaseOptions options, TimeProvider clock, ILogger log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = options.Runtime == options.Migrations ? DatabaseOptions.RuntimeKey : DatabaseOptions.MigrationsKey;
        DataFolderLock? held = null;
        DbDataSource? source = null;
        try
        {
            held = options.File is { } file ? Occupy(file, clock) : null;
            if (held is not null)
            {
                // SQLite's log takes the mode of its file.
                PrivateFiles.Prepare(options.File!);
            }

            await using (var owner = SourceOf(options.Kind, options.Migrations))
            {
                await using var connection = await owner.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                if (options.Kind == DatabaseKind.Sqlite)
                {
                    await UseWriteAheadLog((SqliteConnection)connection, options.File!, cancellationToken).ConfigureAwait(false);
                }

                if (options.Kind == DatabaseKind.SqlServer)
                {
                    await SqlServerSettings.CheckAsync(connection, key, cancellationToken).ConfigureAwait(false);
                }

                await DatabaseMigrator.MigrateAsync(connection, options.Kind, SchemaHistory.For(options.Kind), clock, log, cancellationToken).ConfigureAwait(false);
                await DatabaseMigrator.WriteOrleansQueriesAsync(connection, options.Kind, cancellationToken).ConfigureAwait(false);
                await Grant(connection, options, cancellationToken).ConfigureAwait(false);
            }

            key = DatabaseOptions.RuntimeKey;
            source = SourceOf(options.Kind, options.Runtime);
            await using (await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false))
            {
                return new OpenedDatabase(options, new Grains.Journal.Database(options.Kind, source, options.Reads), held);
            }
        }
        catch (Exception failure)
        {
            if (source is not null)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }

            held?.Dispose();
            if (failure is not DatabaseUnusableException && DatabaseProblems.Of(failure, options, key) is { } problem)
            {
                throw problem;
            }

            throw;
        }
    }

    /// <summary>Opens the database only to read from it, also beside a running server: takes no lock, makes no file and changes no table.</summary>
    /// <param name="options">How it is configured.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DatabaseUnusableException">It is not there, cannot be reached, or has other tables than this program needs.</exception>
    public static async Task<OpenedDatabase> OpenToReadAsync(DatabaseOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.File is { } file && !System.IO.File.Exists(file))
        {
            throw DatabaseProblems.Absent(file);
        }

        var source = SourceOf(options.Kind, options.Runtime);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            var known = SchemaHistory.For(options.Kind).Max(step => step.Version);
            var found = await VersionOf(connection, cancellationToken).ConfigureAwait(false);
            if (options.Kind == DatabaseKind.SqlServer)
            {
                await SqlServerSettings.CheckAsync(connection, DatabaseOptions.RuntimeKey, cancellationToken).ConfigureAwait(false);
            }

            if (found != known)
            {
                throw found > known ? DatabaseProblems.Newer(found, known, DatabaseMigrator.ProgramVersion) : DatabaseProblems.Older(found, known);
            }

            return new OpenedDatabase(options, new Grains.Journal.Database(options.Kind, source, options.Reads), held: null);
        }
        catch (Exception failure)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            if (failure is not DatabaseUnusableException && DatabaseProblems.Of(failure, options, DatabaseOptions.RuntimeKey) is { } problem)
            {
                throw problem;
            }

            throw;
        }
    }

    /// <summary>A source of connections with what each database needs set.</summary>
    /// <param name="kind">Which database it is.</param>
    /// <param name="connectionString">Where it is.</param>
    public static DbDataSource SourceOf(DatabaseKind kind, string connectionString)
    {
        switch (kind)
        {
            case DatabaseKind.Sqlite:
                return new SqliteDataSource(connectionString);
            case DatabaseKind.PostgreSql:
                var postgres = new NpgsqlDataSourceBuilder(connectionString);
                var settings = postgres.ConnectionStringBuilder;
                settings.ApplicationName ??= "ShuangDa";
                if (settings.MaxAutoPrepare == 0)
                {
                    // The commit and the lists send few texts very often: the server plans each once per connection.
                    settings.MaxAutoPrepare = 200;
                    settings.AutoPrepareMinUsages = 2;
                }

                // We leave no session state behind, so there is nothing to reset.
                settings.NoResetOnClose = true;
                return postgres.Build();
            default:
                var server = new SqlConnectionStringBuilder(connectionString);
                if (!server.ContainsKey("Application Name") || server.ApplicationName.Length == 0)
                {
                    server.ApplicationName = "ShuangDa";
                }

                // After one failed attempt the pool would refuse all others for up to a minute, though the server is back.
                server.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
                return SqlClientFactory.Instance.CreateDataSource(server.ConnectionString);
        }
    }

    /// <summary>Closes the connections and gives the lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync().ConfigureAwait(false);
        _lock?.Dispose();
    }

    /// <summary>Takes the lock of a SQLite file after checking that it is one that can be written.</summary>
    /// <param name="file">The file's full path; it need not exist.</param>
    /// <param name="clock">What the lock's time is read from.</param>
    internal static DataFolderLock Occupy(string file, TimeProvider clock)
    {
        if (Directory.Exists(file))
        {
            throw DatabaseProblems.IsFolder(file);
        }

        PrivateFiles.MakeFolder(
            Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*", Path.GetFileNameWithoutExtension(file) + ".lock*", "imports", "attachments", "digests", "keys", "logs", "demo", "password.txt");
        var held = DataFolderLock.Take(file, clock);

        // SQLite opens a read-only file for reading without a word, and would fail at the first write.
        if (File.Exists(file) && new FileInfo(file).IsReadOnly)
        {
            held.Dispose();
            throw DatabaseProblems.NotWritable(file, cause: null);
        }

        return held;
    }

    private static async Task<long> VersionOf(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(version) FROM schema_version";
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long version ? version : 0;
        }
        catch (DbException absent) when (absent is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } or SqliteException { SqliteErrorCode: 1 } or SqlException { Number: 208 })
        {
            // No table yet: nothing was ever made here.
            return 0;
        }
    }

    private static async Task UseWriteAheadLog(SqliteConnection connection, string file, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not "wal")
        {
            throw DatabaseProblems.NotWritable(file, cause: null);
        }
    }

    private static async Task Grant(DbConnection connection, DatabaseOptions options, CancellationToken cancellationToken)
    {
        var runtime = AccountIn(options.Kind, options.Runtime);
        if (runtime is null || runtime == AccountIn(options.Kind, options.Migrations))
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var statement in RuntimeGrants.For(options.Kind, runtime))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string? AccountIn(DatabaseKind kind, string connectionString) => kind switch
    {
        DatabaseKind.PostgreSql => new NpgsqlConnectionStringBuilder(connectionString).Username,
        DatabaseKind.SqlServer => new SqlConnectionStringBuilder(connectionString) is { IntegratedSecurity: false, UserID.Length: > 0 } account ? account.UserID : null,
        _ => null,
    };
}
