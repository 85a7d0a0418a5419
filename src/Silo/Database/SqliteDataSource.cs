using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace ShuangDa.Silo.Database;

/// <summary>SQLite 数据源. Opens pooled connections to one file. What SQLite keeps per connection is set when a connection is new: every commit is on the disk before it is answered, and a busy file is waited for by SQLite itself, in steps of milliseconds.</summary>
public sealed class SqliteDataSource : DbDataSource
{
    /// <summary>A source of connections.</summary>
    /// <param name="connectionString">A SQLite connection string with pooling.</param>
    public SqliteDataSource(string connectionString) => ConnectionString = connectionString;

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <summary>A connection that is not open yet.</summary>
    public new SqliteConnection CreateConnection() => new Connection(ConnectionString);

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => CreateConnection();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Closes the pooled connections; the last one takes the write-ahead log with it.
            using var any = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(any);
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(true);
        return base.DisposeAsyncCore();
    }

    private sealed class Connection(string connectionString) : SqliteConnection(connectionString)
    {
        // A pooled connection comes back with the same native handle and the settings it had.
        private static readonly ConditionalWeakTable<object, object> Prepared = [];

        public override void Open()
        {
            base.Open();
            if (Handle is { } handle && Prepared.TryAdd(handle, handle))
            {
                // The log is copied into the file beside the commits (SqliteCheckpoints); a commit does it itself only past 50,000 pages (200 MB).
                // LIKE as on the servers: letters are not folded, and what begins with a text is found by the index.
                using var command = CreateCommand();
                command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA case_sensitive_like = ON; PRAGMA wal_autocheckpoint = 50000";
                command.ExecuteNonQuery();
            }
        }
    }
}
