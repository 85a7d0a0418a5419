using System.Data.Common;
using System.Text;
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

/// <summary>SQLite 语句. One prepared statement on a connection's handle, run again and again.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;
    private readonly string[] _names;
    private byte[] _buffer = new byte[1024];

    public SqliteStatement(sqlite3 handle, string text)
    {
        _handle = handle;
        Demand(raw.sqlite3_prepare_v3(handle, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement, out var rest));
        if (!string.IsNullOrWhiteSpace(rest))
        {
            throw new ArgumentException("A text of the commit is one statement.", nameof(text));
        }

        _names = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement)).Select(place => raw.sqlite3_bind_parameter_name(_statement, place).utf8_to_string().TrimStart('@'))];
    }

    /// <summary>Runs it with values by place.</summary>
    public void Run(object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Bind(index + 1, values[index]);
        }

        Step();
    }

    /// <summary>Runs it with values by name, and answers with the first row's only column.</summary>
    public SingleValueReader Run(IReadOnlyList<GatheredParameter> parameters)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            Bind(index + 1, ValueOf(parameters, _names[index]));
        }

        return Step() ?? new SingleValueReader(string.Empty, hasRow: false, value: null);
    }

    public void Dispose() => _statement.Dispose();

    private static object? ValueOf(IReadOnlyList<GatheredParameter> parameters, string name)
    {
        foreach (var parameter in parameters)
        {
            if (string.Equals(parameter.ParameterName, name, StringComparison.Ordinal))
            {
                return parameter.Value;
            }
        }

        throw new InvalidOperationException($"The storage gave no value for @{name}.");
    }

    private SingleValueReader? Step()
    {
        SingleValueReader? answer = null;
        int code;
        while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
        {
            answer ??= new SingleValueReader(raw.sqlite3_column_name(_statement, 0).utf8_to_string(), hasRow: true, raw.sqlite3_column_int64(_statement, 0));
        }

        if (code == raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(_statement);
            return answer;
        }

        try
        {
            // The message belongs to the last call on the handle, so it is read before the statement is reset.
            SqliteException.ThrowExceptionForRC(code, _handle);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }

        throw new InvalidOperationException($"SQLite answered a step with {code}.");
    }

    private void Bind(int place, object? value) => Demand(value switch
    {
        null or DBNull => raw.sqlite3_bind_null(_statement, place),
        string text => BindText(place, text),
        long whole => raw.sqlite3_bind_int64(_statement, place, whole),
        int whole => raw.sqlite3_bind_int64(_statement, place, whole),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new NotSupportedException($"A {value.GetType()} has no place in a commit."),
    });

    private int BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, place, text);
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most * 2];
        }

        return raw.sqlite3_bind_text(_statement, place, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)));
    }

    private void Demand(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _handle);
        }
    }
}
