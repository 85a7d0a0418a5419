using System.Data.Common;
using System.Globalization;
using LinqToDB;
using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>读取连接. A connection that reads go over, with the statements it has prepared: a reader of SQLite keeps it from read to read, on servers it is one of the pool's.</summary>
/// <param name="database">The database.</param>
/// <param name="connection">The open connection, disposed with this.</param>
internal sealed class ReaderConnection(Database database, DbConnection connection) : IAsyncDisposable, IDisposable
{
    /// <summary>How many statements stay prepared; beyond that all are let go and the usual ones come back with their next use.</summary>
    private const int MostPrepared = 200;

    private readonly Dictionary<RowStatement, DbCommand> _prepared = new(ReferenceEqualityComparer.Instance);

    /// <summary>The connection itself.</summary>
    public DbConnection Connection => connection;

    /// <summary>The connection for typed queries; whoever asks disposes it, and the connection stays open.</summary>
    public DataConnection Typed() => new(new DataOptions().UseConnection(database.Provider, connection, disposeConnection: false));

    /// <summary>Reads rows with a statement that is kept.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<List<TRow>> ReadAsync<TRow>(KeptQuery<TRow> query, CancellationToken cancellationToken) where TRow : class
    {
        var command = CommandOf(query.Statement);
        query.Statement.Bind(command, query.Values, database.Kind);
        using var traced = ReadMeters.Trace(command.CommandText);
        var rows = new List<TRow>();
        var answer = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
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
        var command = CommandOf(query.Statement);
        query.Statement.Bind(command, query.Values, database.Kind);
        using var traced = ReadMeters.Trace(command.CommandText);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
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
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private DbCommand CommandOf(RowStatement statement)
    {
        if (_prepared.TryGetValue(statement, out var known))
        {
            return known;
        }

        if (_prepared.Count >= MostPrepared)
        {
            LetGo();
        }

        // SQLite's command keeps its compiled statement; PostgreSQL prepares by itself what comes again (the source's MaxAutoPrepare), SQL Server knows plans by their text.
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        _prepared.Add(statement, command);
        return command;
    }

    private void LetGo()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }
}
