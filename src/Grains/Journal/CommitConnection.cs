using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 提交连接. The one connection of a committer, held open between commits, with one transaction at a time. How statements reach the database
/// differs: servers are sent a whole batch in one round trip, SQLite runs prepared statements in this process.
/// </summary>
internal abstract class CommitConnection : IAsyncDisposable
{
    /// <summary>A commit's connection over an open one, which it owns from now on.</summary>
    public static CommitConnection Over(DbConnection connection, DatabaseKind kind) =>
        connection is SqliteConnection sqlite ? new SqliteCommitConnection(sqlite) : new ServerCommitConnection(connection, named: kind != DatabaseKind.PostgreSql);

    /// <summary>The connection that the storage's commands are gathered for.</summary>
    public abstract DbConnection Connection { get; }

    public abstract Task BeginAsync();

    public abstract Task CommitAsync();

    /// <summary>Undoes the transaction under way; without one, nothing.</summary>
    public abstract Task RollbackAsync();

    /// <summary>Runs what the storage has asked for and gives each command its answer.</summary>
    public abstract Task RunGatheredAsync(IReadOnlyList<CommitScope.GatheredCommand> gathered);

    /// <summary>Runs statements: of one text, and of one subject, in their order; those of different subjects may change places, for they touch different rows. A text that comes last runs last.</summary>
    public abstract Task RunAsync(IReadOnlyList<Statement> statements);

    public abstract ValueTask DisposeAsync();
}
