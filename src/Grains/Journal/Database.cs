using System.Data.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.DataProvider.SqlServer;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>数据库种类. The databases the system runs on.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite, the embedded default: one file, one silo.</summary>
    [Term("SQLite 数据库", "SQLite")]
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    [Term("PostgreSQL 数据库", "PostgreSQL")]
    PostgreSql,

    /// <summary>SQL Server.</summary>
    [Term("SQL Server 数据库", "SQL Server")]
    SqlServer,
}

/// <summary>数据库. The one database of the system, as grains, lists and verbs see it. Subjects are written by the commit only; what else writes (reminders, keys, failures of deadlines) goes through <see cref="WriteAsync{T}"/>, because two writers on one SQLite file make each other sleep.</summary>
public sealed class Database : IAsyncDisposable
{
    // Queries are put together over it and it is never opened.
    private readonly DataConnection _shapes;
    private readonly KeptQueries _known = new();
    private readonly SemaphoreSlim? _gate;
    private readonly TableReaders _readers;

    /// <summary>A database behind a data source.</summary>
    /// <param name="kind">Which database it is.</param>
    /// <param name="source">Where connections come from: pooled, with what the database needs set on each.</param>
    /// <param name="reads">How the reads that people wait for are bounded; the usual bounds by default.</param>
    public Database(DatabaseKind kind, DbDataSource source, ReadOptions? reads = null)
    {
        Kind = kind;
        Source = source;
        Reads = reads ?? new ReadOptions();
        _readers = new TableReaders(this, Reads);
        Provider = kind switch
        {
            DatabaseKind.Sqlite => SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft),
            DatabaseKind.PostgreSql => PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15),
            _ => SqlServerTools.GetDataProvider(SqlServerVersion.v2019, SqlServerProvider.MicrosoftDataSqlClient),
        };
        _gate = kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;
        _shapes = new DataConnection(new DataOptions().UseConnectionFactory(Provider, _ => source.CreateConnection()));
    }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Where connections come from.</summary>
    public DbDataSource Source { get; }

    /// <summary>How the reads that people wait for are bounded.</summary>
    public ReadOptions Reads { get; }

    /// <summary>linq2db's dialect for it.</summary>
    public IDataProvider Provider { get; }

    /// <summary>The name under which Orleans' ADO.NET providers know it.</summary>
    public string Invariant => Kind switch
    {
        DatabaseKind.Sqlite => "System.Data.SQLite",
        DatabaseKind.PostgreSql => "Npgsql",
        _ => "Microsoft.Data.SqlClient",
    };

    /// <summary>
    /// Reads what people wait for: lists, counts, searches, what a level of a list needs, feeds. It waits for its turn behind others of its kind, in a
    /// bounded queue in which callers (<see cref="ReadCaller"/>) take turns, and on SQLite runs on a thread of its own. Whoever reads for the API reads
    /// here; a test of that is the compiler's (<c>src/GraphQL/BannedSymbols.txt</c>).
    /// </summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="query">The queries: of one turn, so few, and waiting for nothing but their connection. A read within it belongs to the same turn.</param>
    /// <param name="cancellationToken">The caller has left: what waits is dropped, what runs is broken off.</param>
    /// <exception cref="ReadsBusyException">Too many wait, or the turn did not come in time.</exception>
    /// <exception cref="ReadTooLongException">It ran too long and was broken off.</exception>
    public Task<T> QueryAsync<T>(Func<DataConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _readers.RunAsync(TypedAsync, cancellationToken);

        async Task<T> TypedAsync(ReaderConnection reader, CancellationToken ending)
        {
            var data = await reader.TypedAsync(ending).ConfigureAwait(false);
            await using (data.ConfigureAwait(false))
            {
                return await query(data, ending).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Reads the rows that a query of one table finds, as <see cref="QueryAsync{T}"/> does. The statement of a query's shape is rendered once and stays prepared where
    /// the database can keep it: what is asked again with other values costs its rows and nothing else.
    /// </summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">Makes the query. It reads nothing itself.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public Task<List<TRow>> RowsAsync<TRow>(Func<DataConnection, IQueryable<TRow>> query, CancellationToken cancellationToken) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(query);
        return KeptQuery<TRow>.Of(_known, query(_shapes), Kind) is { } kept
            ? _readers.RunAsync((reader, ending) => reader.ReadAsync(kept, ending), cancellationToken)
            : QueryAsync((data, ending) => query(data).ToListAsync(ending), cancellationToken);
    }

    /// <summary>Counts the rows that a query of one table finds, as <see cref="RowsAsync{TRow}(Func{DataConnection, IQueryable{TRow}},
    /// CancellationToken)"/> reads them.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">Makes the query. It reads nothing itself.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public Task<int> CountAsync<TRow>(Func<DataConnection, IQueryable<TRow>> query, CancellationToken cancellationToken) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(query);
        return KeptQuery<TRow>.OfCount(_known, query(_shapes), _shapes, Kind) is { } kept
            ? _readers.RunAsync((reader, ending) => reader.CountAsync(kept, ending), cancellationToken)
            : QueryAsync((data, ending) => query(data).CountAsync(ending), cancellationToken);
    }

    /// <summary>
    /// Reads several things in one turn, as <see cref="QueryAsync{T}"/> does: a page, its count, and what belongs to its rows. What is
    /// asked again with other values costs its rows and nothing else.
    /// </summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="read">The reads. They wait for nothing but their connection.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public Task<T> InOneTurnAsync<T>(Func<ReadTurn, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return _readers.RunAsync((reader, ending) => read(new ReadTurn(this, reader, ending)), cancellationToken);
    }

    /// <summary>Reads the rows that one question finds, as <see cref="InOneTurnAsync{T}"/> does.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="question">The question, which speaks of one table.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public Task<List<TRow>> RowsAsync<TRow>(Question<TRow> question, CancellationToken cancellationToken) where TRow : class
    {
        var asked = Rows(_ => question);
        return InOneTurnAsync(turn => turn.RowsAsync(asked), cancellationToken);
    }

    /// <summary>A question of rows that is ready to be read. Where no statement of its shape is known yet it is put together here and
    /// now, which takes its time: so before the turn and not in it, where others would wait for it.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    /// <param name="columns">The columns that are read, or null for all.</param>
    public Asked<TRow> Rows<TRow>(Func<DataConnection, Question<TRow>> ask, ReadColumns<TRow>? columns = null) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(ask);
        return new Asked<TRow>(ask, KeptQuery<TRow>.Of(_known, ask(_shapes), columns, _shapes, Kind));
    }

    /// <summary>A question of how many rows there are that is ready to be read, as <see cref="Rows{TRow}"/> makes it.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="ask">Makes the question. It reads nothing itself.</param>
    public Asked<TRow> Count<TRow>(Func<DataConnection, Question<TRow>> ask) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(ask);
        return new Asked<TRow>(ask, KeptQuery<TRow>.OfCount(_known, ask(_shapes), _shapes, Kind));
    }

    /// <summary>Adds up the cells of a table of counts (<see cref="CountRow"/>) that a query finds. Combinations without any row are left out.</summary>
    /// <typeparam name="TCounts">The table's record.</typeparam>
    /// <param name="query">Makes the query. It reads nothing itself. Of a table that counts by several units of time it asks for each day once.</param>
    /// <param name="by">The properties that stay apart; the others have no value in the answer.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <exception cref="NotSupportedException">The query has a form whose statement cannot be kept.</exception>
    public Task<List<TCounts>> SumsAsync<TCounts>(Func<DataConnection, IQueryable<TCounts>> query, IReadOnlyList<string> by, CancellationToken cancellationToken) where TCounts : CountRow
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(by);
        var table = CountTable.Of(CountTable.RowTypeOf(typeof(TCounts))).Single(table => table.Type == typeof(TCounts));
        var columns = by.Select(name => table.Dimensions.Single(column => column.Member == name).Name).ToArray();
        var kept = KeptQuery<TCounts>.OfSum(_known, query(_shapes), columns, [CountTexts.RowCount, .. table.Sums.Select(column => column.Name)], Kind)
            ?? throw new NotSupportedException($"The cells of {table.Name} are asked for in a form that cannot be kept.");
        return _readers.RunAsync((reader, ending) => reader.ReadAsync(kept, ending), cancellationToken);
    }

    /// <summary>
    /// A connection for typed reads that must not wait behind lists, and are short or alone: what a grain, a clock or the commit looks up by key or by
    /// the due index, whether somebody is signed in, whether the database answers, and the walks of verbs and daily tasks. The caller disposes it.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    public async Task<DataConnection> ReadAsync(CancellationToken cancellationToken = default) =>
        Typed(await OpenAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>A typed connection over an open one, which it disposes with itself.</summary>
    /// <param name="connection">The open connection.</param>
    public DataConnection Typed(DbConnection connection)
    {
        // Of a connection given as such the connection string would be part of what linq2db knows its compiled queries by, and each server
        // of a process would compile them anew.
        var data = new DataConnection(new DataOptions().UseConnectionFactory(Provider, _ => connection));
        data.OpenDbConnection();
        return data;
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
        await using var data = Typed(connection);
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

    /// <summary>Ends the readers, then closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _shapes.DisposeAsync().ConfigureAwait(false);
        await Source.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Whether an exception of a driver says that the database cannot be reached or read at present, so that the same may do later.
    /// </summary>
    /// <param name="failure">What was thrown.</param>
    public static bool IsAway(DbException failure) => CommitErrors.IsAway(failure);

    internal async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
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
