using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// SQLite 提交连接. Runs statements that were prepared once on the connection's own handle. The provider's commands would look every parameter
/// up by its name and make a reader for every row; at some ten statements a commit that was most of a commit's time (docs/benchmarks.md).
/// SQLite has no asynchronous calls: all of this runs on the committer's thread.
/// </summary>
internal sealed class SqliteCommitConnection(SqliteConnection connection) : CommitConnection
{
    private readonly Dictionary<string, SqliteStatement> _prepared = [];

    public override DbConnection Connection => connection;

    // At once the one who writes: a transaction that read first and writes later can be refused in between.
    public override Task BeginAsync() => RunAsync("BEGIN IMMEDIATE");

    public override Task CommitAsync() => RunAsync("COMMIT");

    // An error may have ended the transaction already (https://www.sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction").
    public override Task RollbackAsync() => raw.sqlite3_get_autocommit(connection.Handle) == 0 ? RunAsync("ROLLBACK") : Task.CompletedTask;

    public override Task RunGatheredAsync(IReadOnlyList<CommitScope.GatheredCommand> gathered)
    {
        foreach (var command in gathered)
        {
            command.Answer.SetResult(Prepared(command.Text).Run(command.Parameters));
        }

        return Task.CompletedTask;
    }

    public override Task RunAsync(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Prepared(statement.Text.Text).Run(statement.Values);
        }

        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        // The pool would keep the handle with its transaction, and with it everybody else from writing.
        await RollbackAsync().ConfigureAwait(false);
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private Task RunAsync(string text)
    {
        Prepared(text).Run(Array.Empty<object?>());
        return Task.CompletedTask;
    }

    private SqliteStatement Prepared(string text)
    {
        if (!_prepared.TryGetValue(text, out var statement))
        {
            statement = new SqliteStatement(connection.Handle!, text);
            _prepared.Add(text, statement);
        }

        return statement;
    }
}
