using System.Data;
using System.Data.Common;

namespace ShuangDa.Grains.Journal;

/// <summary>服务器提交连接. Sends each batch in one round trip. Statements of one text become one statement over arrays where the database has a text for that: the server then starts one statement for a table and not one for a row.</summary>
/// <param name="connection">The open connection, which it owns.</param>
/// <param name="named">Whether parameters have names; PostgreSQL takes them by place.</param>
internal sealed class ServerCommitConnection(DbConnection connection, bool named) : CommitConnection
{
    private const int MostCharacters = 4000;
    private const int MostBytes = 8000;

    private DbTransaction? _transaction;

    public override DbConnection Connection => connection;

    public override async Task BeginAsync() => _transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);

    public override async Task CommitAsync()
    {
        await _transaction!.CommitAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    public override async Task RollbackAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.RollbackAsync().ConfigureAwait(false);
            await EndAsync().ConfigureAwait(false);
        }
    }

    public override async Task RunGatheredAsync(IReadOnlyList<CommitScope.GatheredCommand> gathered)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = _transaction;
        foreach (var command in gathered)
        {
            var part = batch.CreateBatchCommand();
            part.CommandText = command.Text;
            foreach (var asked in command.Parameters)
            {
                var parameter = part.CreateParameter();
                parameter.ParameterName = asked.ParameterName;
                parameter.DbType = asked.DbType;
                parameter.Value = asked.Value;
                if (named)
                {
                    parameter.Size = SizeOf(asked.DbType, asked.Value);
                }

                part.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(part);
        }

        var answers = new SingleValueReader[gathered.Count];
        await using (var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false))
        {
            for (var index = 0; index < gathered.Count; index++)
            {
                var name = reader.FieldCount > 0 ? reader.GetName(0) : string.Empty;
                var hasRow = await reader.ReadAsync().ConfigureAwait(false);
                answers[index] = new SingleValueReader(name, hasRow, hasRow ? reader.GetValue(0) : null);
                await reader.NextResultAsync().ConfigureAwait(false);
            }
        }

        for (var index = 0; index < gathered.Count; index++)
        {
            gathered[index].Answer.SetResult(answers[index]);
        }
    }

    public override async Task RunAsync(IReadOnlyList<Statement> statements)
    {
        // Every member met a conflict: there is nothing to send, and SQL Server's driver sends no empty batch.
        if (statements.Count == 0)
        {
            return;
        }

        await using var batch = connection.CreateBatch();
        batch.Transaction = _transaction;
        Fill(batch, statements);
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Puts statements into a batch: every committer sends the texts in one order, so that two that meet at the same rows do not wait
    /// for one another in a circle.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="statements">At least one.</param>
    internal void Fill(DbBatch batch, IReadOnlyList<Statement> statements)
    {
        foreach (var group in statements.GroupBy(statement => statement.Text)
            .OrderBy(group => group.Key.Turn).ThenBy(group => group.Key.Text, StringComparer.Ordinal))
        {
            if (group.Key.OverArrays is { } text && group.Skip(1).Any())
            {
                Add(batch, text, StatementTexts.ColumnsOf(group.Key, [.. group]), group.Key.Types);
                continue;
            }

            foreach (var statement in group)
            {
                Add(batch, statement.Text.Text, statement.Values, group.Key.Types);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Add(DbBatch batch, string text, object?[] values, Type[] types)
    {
        var part = batch.CreateBatchCommand();
        part.CommandText = text;
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = part.CreateParameter();
            if (named)
            {
                parameter.ParameterName = StatementTexts.NameOf(index);
                parameter.DbType = TypeOf(types[index]);
                parameter.Size = SizeOf(parameter.DbType, values[index]);
            }

            parameter.Value = values[index] ?? DBNull.Value;
            part.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(part);
    }

    private static DbType TypeOf(Type type) => type switch
    {
        _ when type == typeof(string) => DbType.String,
        _ when type == typeof(byte[]) => DbType.Binary,
        _ when type == typeof(int) => DbType.Int32,
        _ when type == typeof(long) => DbType.Int64,
        _ => DbType.Boolean,
    };

    // SQL Server plans a text once for each way in which its parameters are declared, and the driver declares a text by its length.
    private static int SizeOf(DbType type, object? value) => type switch
    {
        DbType.String => value is string { Length: > MostCharacters } ? -1 : MostCharacters,
        DbType.Binary => value is byte[] { Length: > MostBytes } ? -1 : MostBytes,
        _ => 0,
    };

    private async Task EndAsync()
    {
        await _transaction!.DisposeAsync().ConfigureAwait(false);
        _transaction = null;
    }
}
