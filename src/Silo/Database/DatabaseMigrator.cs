using System.Data;
using System.Data.Common;
using System.Globalization;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database;

/// <summary>
/// 结构升级. Brings the tables to what this program needs, before the host starts. Each step runs with its line in <c>schema_version</c> in one
/// transaction, so that an end at any instant leaves the step done or not begun; several silos that start together take turns.
/// </summary>
public static partial class DatabaseMigrator
{
    // The statements of a step take as long as they take.
    private static readonly DatabaseTurn SchemaTurn = new(5570832917, "shuangda-schema", TimeSpan.FromMinutes(10));

    /// <summary>This program's version, for messages.</summary>
    public static string ProgramVersion { get; } = typeof(DatabaseMigrator).Assembly.GetName().Version?.ToString(3) ?? "?";

    /// <summary>Runs the steps that the database lacks.</summary>
    /// <param name="connection">An open connection of the owner's account.</param>
    /// <param name="kind">Which database it is.</param>
    /// <param name="steps">All steps that the program knows, in order.</param>
    /// <param name="clock">What the time of a step is read from.</param>
    /// <param name="log">Where progress is told.</param>
    /// <param name="cancellationToken">Ends the work; the step under way is undone.</param>
    /// <returns>How many steps were run.</returns>
    /// <exception cref="DatabaseUnusableException">A newer program made the database.</exception>
    public static async Task<int> MigrateAsync(DbConnection connection, DatabaseKind kind, IReadOnlyList<SchemaStep> steps, TimeProvider clock, ILogger log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(clock);
        await InTransaction(connection, kind, transaction => Run(connection, transaction, VersionTable(kind), cancellationToken), cancellationToken).ConfigureAwait(false);
        var done = await VersionsIn(connection, transaction: null, cancellationToken).ConfigureAwait(false);
        var known = steps.Select(step => step.Version).ToHashSet();
        if (done.Where(version => !known.Contains(version)).DefaultIfEmpty().Max() is > 0 and var newer)
        {
            throw DatabaseProblems.Newer(newer, known.DefaultIfEmpty().Max(), ProgramVersion);
        }

        var lacking = steps.Where(step => !done.Contains(step.Version)).ToArray();
        for (var index = 0; index < lacking.Length; index++)
        {
            var step = lacking[index];
            LogStep(log, step.Version, step.Name, index + 1, lacking.Length);
            await InTransaction(connection, kind, async transaction =>
            {
                // Another silo may have run it while this one waited for its turn.
                if (!(await VersionsIn(connection, transaction, cancellationToken).ConfigureAwait(false)).Contains(step.Version))
                {
                    foreach (var statement in step.Statements)
                    {
                        await Run(connection, transaction, statement, cancellationToken).ConfigureAwait(false);
                    }

                    await Run(connection, transaction, LineOf(step, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), cancellationToken).ConfigureAwait(false);
                }
            }, cancellationToken).ConfigureAwait(false);
        }

        var version = known.DefaultIfEmpty().Max();
        LogReady(log, version, lacking.Length);
        return lacking.Length;
    }

    /// <summary>Writes the program's query texts for Orleans into the database, in place of whatever was there.</summary>
    /// <param name="connection">An open connection of the owner's account.</param>
    /// <param name="kind">Which database it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task WriteOrleansQueriesAsync(DbConnection connection, DatabaseKind kind, CancellationToken cancellationToken = default) =>
        InTransaction(connection, kind, async transaction =>
        {
            await Run(connection, transaction, "DELETE FROM OrleansQuery", cancellationToken).ConfigureAwait(false);
            foreach (var (key, text) in OrleansQueries.For(kind))
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES (@QueryKey, @QueryText)";
                Add(command, "QueryKey", key);
                Add(command, "QueryText", text);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }, cancellationToken);

    /// <summary>The statement that makes the table in which done steps are noted, where it is absent.</summary>
    /// <param name="kind">Whose dialect.</param>
    public static string VersionTable(DatabaseKind kind)
    {
        const string Columns = "(version bigint NOT NULL PRIMARY KEY, name varchar(100) NOT NULL, applied_at bigint NOT NULL)";
        return kind == DatabaseKind.SqlServer
            ? $"IF OBJECT_ID('schema_version') IS NULL CREATE TABLE schema_version {Columns}"
            : $"CREATE TABLE IF NOT EXISTS schema_version {Columns}";
    }

    /// <summary>The statement that notes a step as done.</summary>
    /// <param name="step">The step.</param>
    /// <param name="at">When it is run: UTC milliseconds, or an expression for them.</param>
    public static string LineOf(SchemaStep step, string at)
    {
        ArgumentNullException.ThrowIfNull(step);
        return string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version (version, name, applied_at) VALUES ({step.Version}, '{step.Name}', {at})");
    }

    private static async Task<HashSet<long>> VersionsIn(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT version FROM schema_version";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var versions = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            versions.Add(reader.GetInt64(0));
        }

        return versions;
    }

    private static async Task InTransaction(DbConnection connection, DatabaseKind kind, Func<DbTransaction, Task> work, CancellationToken cancellationToken)
    {
        // On SQLite a transaction of the driver begins as a writer (BEGIN IMMEDIATE), which is the turn.
        await using var transaction = await connection.BeginTransactionAsync(kind == DatabaseKind.Sqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        if (kind != DatabaseKind.Sqlite)
        {
            await Run(connection, transaction, SchemaTurn.Take(kind), cancellationToken).ConfigureAwait(false);
        }

        await work(transaction).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task Run(DbConnection connection, DbTransaction transaction, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statement;
        // An index over a grown journal takes as long as it takes.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Changing the tables: step {Version} ({Name}), {Number} of {Count}")]
    private static partial void LogStep(ILogger log, long version, string name, int number, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The tables are at schema version {Version}; {Count} steps were run")]
    private static partial void LogReady(ILogger log, long version, int count);
}
