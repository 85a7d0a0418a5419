using System.Data;
using System.Data.Common;
using Npgsql;

namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>A batch of PostgreSQL that is run as it is, and whose plans are told before.</summary>
/// <param name="inner">The batch.</param>
/// <param name="connection">What it is run over.</param>
/// <param name="tell">Takes each plan of a statement that reads.</param>
internal sealed class RecordedBatch(NpgsqlBatch inner, NpgsqlConnection connection, Action<RecordedPlan> tell) : DbBatch
{
    public override int Timeout { get => inner.Timeout; set => inner.Timeout = value; }

    protected override DbBatchCommandCollection DbBatchCommands => inner.BatchCommands;

    protected override DbConnection? DbConnection
    {
        get => inner.Connection;
        set => throw new NotSupportedException("A recorded batch stays with its connection.");
    }

    protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = (NpgsqlTransaction?)value; }

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => inner.Prepare();

    public override Task PrepareAsync(CancellationToken cancellationToken = default) => inner.PrepareAsync(cancellationToken);

    public override int ExecuteNonQuery() => inner.ExecuteNonQuery();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) =>
        inner.ExecuteNonQueryAsync(cancellationToken);

    public override object? ExecuteScalar() => inner.ExecuteScalar();

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken = default) =>
        inner.ExecuteScalarAsync(cancellationToken);

    public override void Dispose()
    {
        inner.Dispose();
        base.Dispose();
    }

    protected override DbBatchCommand CreateDbBatchCommand() => inner.CreateBatchCommand();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        using var like = new NpgsqlBatch(connection);
        foreach (NpgsqlBatchCommand command in inner.BatchCommands)
        {
            var other = new NpgsqlBatchCommand(command.CommandText);
            foreach (NpgsqlParameter parameter in command.Parameters)
            {
                other.Parameters.Add(parameter.Clone());
            }

            like.BatchCommands.Add(other);
        }

        string[] reading =
        [
            .. like.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => command.CommandText)
                .Where(text => text.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)),
        ];
        foreach (var plan in ToldPlans.Of(connection, reading, () => RunThrough(like)))
        {
            tell(plan);
        }

        return inner.ExecuteReader(behavior);
    }

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        Task.FromResult(ExecuteDbDataReader(behavior));

    private static void RunThrough(NpgsqlBatch batch)
    {
        using var answer = batch.ExecuteReader();
        do
        {
            while (answer.Read())
            {
            }
        }
        while (answer.NextResult());
    }
}
