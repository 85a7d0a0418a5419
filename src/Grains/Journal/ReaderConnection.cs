using System.Data;
using System.Data.Common;
using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;

namespace ShuangDa.Grains.Journal;

/// <summary>读取连接. A connection that reads go over, with the statements it has prepared: a reader of SQLite keeps it from read to read,
/// on servers it is one of the pool's and kept while others wait.</summary>
/// <param name="database">The database.</param>
/// <param name="connection">The open connection, disposed with this.</param>
internal sealed class ReaderConnection(Database database, DbConnection connection) : IAsyncDisposable, IDisposable
{
    /// <summary>How many statements stay prepared; beyond that all are let go and the usual ones come back with their next use.</summary>
    private const int MostPrepared = 200;

    // PostgreSQL weighs at each execution whether a plan for these very values is worth making. For a page of a list it finds so each
    // time and comes to the same plan, which takes longer than reading the rows (docs/benchmarks.md). What it is told goes with the
    // statements, on one way, and holds until a statement comes that is to be weighed, or the connection goes back to the pool.
    private const string KeepPlans = "SET plan_cache_mode = force_generic_plan";
    private const string WeighPlans = "SET plan_cache_mode = auto";

    private readonly Dictionary<RowStatement, DbCommand> _commands = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RowStatement, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    private bool _keepsPlans;

    /// <summary>The connection itself.</summary>
    public DbConnection Connection => connection;

    /// <summary>The connection for typed queries, whose plans are weighed; whoever asks disposes it, and the connection stays
    /// open.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DataConnection> TypedAsync(CancellationToken cancellationToken)
    {
        await WeighAgainAsync(cancellationToken).ConfigureAwait(false);
        return new(new DataOptions().UseConnection(database.Provider, connection, disposeConnection: false));
    }

    /// <summary>Reads rows with a statement that is kept.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<List<TRow>> ReadAsync<TRow>(KeptQuery<TRow> query, CancellationToken cancellationToken) where TRow : class
    {
        using var traced = ReadMeters.Trace(query.Statement.Sql);
        if (connection is SqliteConnection sqlite)
        {
            var statement = StatementOf(sqlite, query.Statement);
            return statement.Read(ValuesOf(statement, query), query.RowOf(statement));
        }

        if (database.Kind == DatabaseKind.PostgreSql)
        {
            var reading = new RowsReading<TRow>(query, () => ReadAsync(query, cancellationToken));
            await ReadTogetherAsync([reading], cancellationToken).ConfigureAwait(false);
            return reading.Answer;
        }

        var rows = new List<TRow>();
        var answer = await CommandOf(query).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (answer.ConfigureAwait(false))
        {
            Func<DbDataReader, TRow>? read = null;
            while (await answer.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                read ??= query.RowOf(answer);
                rows.Add(read(answer));
            }
        }

        return rows;
    }

    /// <summary>Counts rows with a statement that is kept.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The question whose rows are counted.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<int> CountAsync<TRow>(KeptQuery<TRow> query, CancellationToken cancellationToken) where TRow : class
    {
        using var traced = ReadMeters.Trace(query.Statement.Sql);
        if (connection is SqliteConnection sqlite)
        {
            var statement = StatementOf(sqlite, query.Statement);
            return statement.Read(ValuesOf(statement, query), static cells => cells.SmallNumber(0))[0];
        }

        if (database.Kind == DatabaseKind.PostgreSql)
        {
            var reading = new CountReading<TRow>(query, () => CountAsync(query, cancellationToken));
            await ReadTogetherAsync([reading], cancellationToken).ConfigureAwait(false);
            return reading.Answer;
        }

        return Convert.ToInt32(await CommandOf(query).ExecuteScalarAsync(cancellationToken).ConfigureAwait(false),
            CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Reads several things whose statements are kept, all sent at once. PostgreSQL takes them as one: where one fails, what was told with
    /// them is as if it had not been told.
    /// </summary>
    /// <param name="readings">What is read.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task ReadTogetherAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            var keepsPlans = readings.All(reading => reading.Statement!.KeepsPlan);
            if (keepsPlans != _keepsPlans)
            {
                Say(batch, keepsPlans ? KeepPlans : WeighPlans);

                // Until it is known which of the two holds, the connection counts as one that must be told before it goes back.
                _keepsPlans = true;
            }

            foreach (var reading in readings)
            {
                var command = Say(batch, reading.Statement!.Sql);
                reading.Statement.Bind(command.Parameters, command.CreateParameter, reading.Values, database.Kind);
            }

            var answer = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (answer.ConfigureAwait(false))
            {
                foreach (var reading in readings)
                {
                    using var traced = ReadMeters.Trace(reading.Statement!.Sql);
                    await reading.TakeAsync(answer, cancellationToken).ConfigureAwait(false);
                    await answer.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            _keepsPlans = keepsPlans;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        LetGo();
        connection.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        LetGo();
        try
        {
            await WeighAgainAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException) when (connection.State != ConnectionState.Open)
        {
            // It broke, so the pool throws it away, and whoever read over it was told.
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    // The pool gives the connection to others, whose statements say less of how their rows are found.
    private async Task WeighAgainAsync(CancellationToken cancellationToken)
    {
        if (_keepsPlans && connection.State == ConnectionState.Open)
        {
            var batch = connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                Say(batch, WeighPlans);
                await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                _keepsPlans = false;
            }
        }
    }

    private static DbBatchCommand Say(DbBatch batch, string text)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = text;
        batch.BatchCommands.Add(command);
        return command;
    }

    private static object?[] ValuesOf<TRow>(SqliteStatement statement, KeptQuery<TRow> query) where TRow : class
    {
        var values = new object?[statement.Parameters];
        foreach (var slot in query.Statement.Slots)
        {
            values[statement.PlaceOf(slot.Name) - 1] = RowStatement.ValueOf(slot, query.Values, DatabaseKind.Sqlite);
        }

        return values;
    }

    // Compiled once and kept on the connection.
    private SqliteStatement StatementOf(SqliteConnection sqlite, RowStatement statement)
    {
        if (!_statements.TryGetValue(statement, out var known))
        {
            MakeRoom();
            known = new SqliteStatement(sqlite.Handle!, statement.Sql);
            _statements.Add(statement, known);
        }

        return known;
    }

    // SQL Server knows plans by their text. What goes to PostgreSQL goes in batches, and is prepared by itself when it comes again
    // (MaxAutoPrepare).
    private DbCommand CommandOf<TRow>(KeptQuery<TRow> query) where TRow : class
    {
        if (!_commands.TryGetValue(query.Statement, out var command))
        {
            MakeRoom();
            command = connection.CreateCommand();
            command.CommandText = query.Statement.Sql;
            _commands.Add(query.Statement, command);
        }

        query.Statement.Bind(command, query.Values, database.Kind);
        return command;
    }

    private void MakeRoom()
    {
        if (_commands.Count + _statements.Count >= MostPrepared)
        {
            LetGo();
        }
    }

    private void LetGo()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _commands.Clear();
        _statements.Clear();
    }
}
