using System.Data;
using LinqToDB.Data;

namespace ShuangDa.Grains.Journal;

/// <summary>一致读取. Reads of several tables that all see the database as it was at one instant, while commits go on beside them. On SQL Server the database must allow snapshot isolation.</summary>
public sealed class ConsistentRead : IAsyncDisposable
{
    private readonly Database _database;

    private ConsistentRead(Database database, DataConnection data)
    {
        _database = database;
        Data = data;
    }

    /// <summary>The connection to read with.</summary>
    public DataConnection Data { get; }

    /// <summary>Begins to read. The instant is that of the first query.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    public static async Task<ConsistentRead> BeginAsync(Database database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            switch (database.Kind)
            {
                case DatabaseKind.Sqlite:
                    // The driver's own transactions begin as writers; a plain BEGIN only fixes what is seen.
                    await data.ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
                    break;
                case DatabaseKind.PostgreSql:
                    await data.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    await data.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
        catch
        {
            await data.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new ConsistentRead(database, data);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_database.Kind == DatabaseKind.Sqlite)
            {
                await Data.ExecuteAsync("ROLLBACK").ConfigureAwait(false);
            }
            else if (_database.Kind == DatabaseKind.SqlServer)
            {
                await Data.RollbackTransactionAsync().ConfigureAwait(false);
                // A connection takes its isolation back into the pool, and whoever gets it next reads by it.
                await Data.ExecuteAsync("SET TRANSACTION ISOLATION LEVEL READ COMMITTED").ConfigureAwait(false);
            }
        }
        finally
        {
            await Data.DisposeAsync().ConfigureAwait(false);
        }
    }
}
