using System.Data.Common;

namespace ShuangDa.Grains.Journal;

/// <summary>语句. A statement of the commit: its text, which is one of a few fixed ones, and its values in order.</summary>
internal readonly record struct Statement(string Text, object?[] Values);

/// <summary>
/// 提交连接. The one connection of a committer, held open between commits. Where the database takes a batch in one round trip
/// (<see cref="DbConnection.CanCreateBatch"/>), statements go as one; SQLite has no network, so there each prepared statement is kept and run again.
/// </summary>
internal sealed class CommitConnection(DbConnection connection, DatabaseKind kind) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private DbTransaction? _transaction;

    public DbConnection Connection => connection;

    public async Task BeginAsync() => _transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);

    public async Task CommitAsync()
    {
        await _transaction!.CommitAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    public async Task RollbackAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.RollbackAsync().ConfigureAwait(false);
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs what the storage has asked for and gives each command its answer.</summary>
    public Task RunGatheredAsync(IReadOnlyList<CommitScope.GatheredCommand> gathered) =>
        connection.CanCreateBatch ? RunGatheredAsBatchAsync(gathered) : RunGatheredOneByOneAsync(gathered);

    /// <summary>Runs statements in order.</summary>
    public Task RunAsync(IReadOnlyList<Statement> statements) =>
        connection.CanCreateBatch ? RunAsBatchAsync(statements) : RunOneByOneAsync(statements);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        await _transaction!.DisposeAsync().ConfigureAwait(false);
        _transaction = null;
    }

    private async Task RunGatheredAsBatchAsync(IReadOnlyList<CommitScope.GatheredCommand> gathered)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = _transaction;
        foreach (var (command, _) in gathered)
        {
            var part = batch.CreateBatchCommand();
            part.CommandText = command.CommandText;
            foreach (DbParameter parameter in command.Parameters)
            {
                part.Parameters.Add(((ICloneable)parameter).Clone());
            }

            batch.BatchCommands.Add(part);
        }

        var answers = new SingleValueReader[gathered.Count];
        await using (var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false))
        {
            for (var index = 0; index < gathered.Count; index++)
            {
                answers[index] = await ReadAnswerAsync(reader).ConfigureAwait(false);
                await reader.NextResultAsync().ConfigureAwait(false);
            }
        }

        for (var index = 0; index < gathered.Count; index++)
        {
            gathered[index].Answer.SetResult(answers[index]);
        }
    }

    private async Task RunGatheredOneByOneAsync(IReadOnlyList<CommitScope.GatheredCommand> gathered)
    {
        foreach (var (command, answer) in gathered)
        {
            if (!_prepared.TryGetValue(command.CommandText, out var prepared))
            {
                prepared = command;
                _prepared.Add(command.CommandText, prepared);
            }
            else
            {
                for (var index = 0; index < command.Parameters.Count; index++)
                {
                    prepared.Parameters[index].Value = command.Parameters[index].Value;
                }

                // SQLite's connection remembers its commands until they are disposed of, and this connection lives as long as the silo.
                await command.DisposeAsync().ConfigureAwait(false);
            }

            prepared.Transaction = _transaction;
            SingleValueReader read;
            await using (var reader = await prepared.ExecuteReaderAsync().ConfigureAwait(false))
            {
                read = await ReadAnswerAsync(reader).ConfigureAwait(false);
            }

            answer.SetResult(read);
        }
    }

    private static async Task<SingleValueReader> ReadAnswerAsync(DbDataReader reader)
    {
        var name = reader.FieldCount > 0 ? reader.GetName(0) : string.Empty;
        var hasRow = await reader.ReadAsync().ConfigureAwait(false);
        return new SingleValueReader(name, hasRow, hasRow ? reader.GetValue(0) : null);
    }

    private async Task RunAsBatchAsync(IReadOnlyList<Statement> statements)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = _transaction;
        foreach (var statement in statements)
        {
            var part = batch.CreateBatchCommand();
            part.CommandText = statement.Text;
            for (var index = 0; index < statement.Values.Length; index++)
            {
                var parameter = part.CreateParameter();
                StatementTexts.Name(parameter, index, kind);
                parameter.Value = statement.Values[index] ?? DBNull.Value;
                part.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(part);
        }

        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private async Task RunOneByOneAsync(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (!_prepared.TryGetValue(statement.Text, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = statement.Text;
                for (var index = 0; index < statement.Values.Length; index++)
                {
                    var parameter = command.CreateParameter();
                    StatementTexts.Name(parameter, index, kind);
                    command.Parameters.Add(parameter);
                }

                _prepared.Add(statement.Text, command);
            }

            for (var index = 0; index < statement.Values.Length; index++)
            {
                command.Parameters[index].Value = statement.Values[index] ?? DBNull.Value;
            }

            command.Transaction = _transaction;
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
