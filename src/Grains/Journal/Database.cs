using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.DataProvider.SqlServer;

namespace ShuangDa.Grains.Journal;

/// <summary>数据库种类. The databases the system runs on.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite, the embedded default: one file, one silo.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQL Server.</summary>
    SqlServer,
}

/// <summary>数据库. The one database of the system, as grains, lists and verbs see it. Subjects are written by the commit only; what else writes (reminders, keys, failures of deadlines) goes through <see cref="WriteAsync{T}"/>, because two writers on one SQLite file make each other sleep.</summary>
public sealed class Database
{
    private readonly DataOptions _options;
    private readonly SemaphoreSlim? _gate;
    private long _queries;

    /// <summary>A database behind a data source.</summary>
    /// <param name="kind">Which database it is.</param>
    /// <param name="source">Where connections come from: pooled, with what the database needs set on each.</param>
    public Database(DatabaseKind kind, DbDataSource source)
    {
        Kind = kind;
        Source = source;
        Provider = kind switch
        {
            DatabaseKind.Sqlite => SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft),
            DatabaseKind.PostgreSql => PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15),
            _ => SqlServerTools.GetDataProvider(SqlServerVersion.v2019, SqlServerProvider.MicrosoftDataSqlClient),
        };
        _gate = kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;
        _options = new DataOptions().UseConnectionFactory(Provider, _ => source.CreateConnection());
    }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Where connections come from.</summary>
    public DbDataSource Source { get; }

    /// <summary>linq2db's dialect for it.</summary>
    public IDataProvider Provider { get; }

    /// <summary>The name under which Orleans' ADO.NET providers know it.</summary>
    public string Invariant => Kind switch
    {
        DatabaseKind.Sqlite => "System.Data.SQLite",
        DatabaseKind.PostgreSql => "Npgsql",
        _ => "Microsoft.Data.SqlClient",
    };

    /// <summary>How many times a connection was opened for reading; tests count with it.</summary>
    public long ReadsOpened => Interlocked.Read(ref _queries);

    /// <summary>A connection for typed reads. The caller disposes it.</summary>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    public async Task<DataConnection> ReadAsync(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _queries);
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return new DataConnection(new DataOptions().UseConnection(Provider, connection, disposeConnection: true));
    }

    /// <summary>Runs a small write outside the commit, in one transaction; on SQLite when no commit is under way.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="write">The statements.</param>
    /// <param name="cancellationToken">Ends the wait for its turn.</param>
    public async Task<T> WriteAsync<T>(Func<DataConnection, Task<T>> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var data = new DataConnection(new DataOptions().UseConnection(Provider, connection, disposeConnection: true));
        await using var transaction = await data.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var answer = await write(data).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Takes the turn to write; on servers there is nothing to wait for.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Dispose it to give the turn back.</returns>
    public async ValueTask<IDisposable> TakeTurnAsync(CancellationToken cancellationToken = default)
    {
        if (_gate is null)
        {
            return Turn.Free;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_gate);
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception away) when (CommitErrors.IsAway(away))
        {
            throw new DatabaseUnavailableException("The database cannot be reached.", away);
        }
    }

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Turn Free = new(null);
        private int _given;

        public void Dispose()
        {
            if (gate is not null && Interlocked.Exchange(ref _given, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
