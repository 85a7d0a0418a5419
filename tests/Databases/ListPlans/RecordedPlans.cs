using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShuangDa.Grains.Journal;
using SQLitePCL;

namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>How a database finds the answer of a statement.</summary>
/// <param name="Statement">The statement as it was sent.</param>
/// <param name="Steps">The plan, a line a step, with the names of tables and indexes that the schema has.</param>
/// <param name="Read">How much it reads for the answer, as the database counts: rows on a server, steps of its machine on SQLite.</param>
/// <param name="Scanned">A table that grows with the work and that it goes through from end to end, in no order; null for none.</param>
/// <param name="WhollyRead">The same, or an index over all of one; null for none. A page in an index's order stops when it is full.</param>
public sealed record RecordedPlan(string Statement, IReadOnlyList<string> Steps, long Read, string? Scanned, string? WhollyRead)
{
    /// <summary>Whether an index or a table is entered.</summary>
    /// <param name="name">Its name, or how its name begins.</param>
    public bool Enters(string name) => Steps.Any(step => step.Contains($" {name}", StringComparison.Ordinal));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Statement}\n{string.Join('\n', Steps)}\nread: {Read}");
}

/// <summary>
/// A source of connections that passes everything on, and has the database explain each statement that reads: with the values of the
/// question, on the same connection, so that what is looked at is what is run.
/// </summary>
/// <param name="source">The source itself.</param>
public sealed partial class RecordedPlans(DbDataSource source) : DbDataSource
{
    private const int StepsAtATime = 100;

    private readonly List<RecordedPlan> _plans = [];

    public override string ConnectionString => source.ConnectionString;

    /// <summary>The plans since this was asked last.</summary>
    public IReadOnlyList<RecordedPlan> Take()
    {
        lock (_plans)
        {
            RecordedPlan[] taken = [.. _plans];
            _plans.Clear();
            return taken;
        }
    }

    protected override DbConnection CreateDbConnection() => new Connection(source.CreateConnection(), this);

    private void Add(RecordedPlan plan)
    {
        lock (_plans)
        {
            _plans.Add(plan);
        }
    }

    private static RecordedPlan PlanOf(DbCommand command) =>
        command.Connection is SqliteConnection
            ? OnSqlite(command)
            : ToldPlans.Of(
                (NpgsqlConnection)command.Connection!, [command.CommandText], () => _ = TextsOf(command, "", column: null)).Single();

    private static RecordedPlan OnSqlite(DbCommand command)
    {
        var tables = Aliases().Matches(command.CommandText)
            .DistinctBy(match => match.Groups[2].Value)
            .ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        var steps = TextsOf(command, "EXPLAIN QUERY PLAN ", column: 3)
            .Select(step => Alias().Replace(step, match => tables.GetValueOrDefault(match.Value, match.Value)))
            .Select(step => OwnKey().Replace(step, "pk_$1"))
            .Select(step => RowNumber().Replace(step, "$1 $2 USING pk_$2"))
            .ToList();
        var scanned = Found(Scan()).Select(step => step.Groups[1].Value).FirstOrDefault();
        var whole = Found(IndexScan()).Select(step => step.Groups[2].Value).FirstOrDefault(index => !IsOverFew(command, index));
        return new RecordedPlan(command.CommandText, steps, StepsOf(command), scanned, scanned ?? whole);

        IEnumerable<Match> Found(Regex form) =>
            steps.Select(step => form.Match(step)).Where(step => step.Success && Grows(step.Groups[1].Value));
    }

    private static long StepsOf(DbCommand command)
    {
        var handle = ((SqliteConnection)command.Connection!).Handle!;
        var read = 0L;
        raw.sqlite3_progress_handler(handle, StepsAtATime, _ => (read += StepsAtATime) < 0 ? 1 : 0, null);
        try
        {
            _ = TextsOf(command, "", column: null);
            return read;
        }
        finally
        {
            raw.sqlite3_progress_handler(handle, 0, null, null);
        }
    }

    private static bool IsOverFew(DbCommand command, string index)
    {
        using var asked = command.Connection!.CreateCommand();
        asked.CommandText = $"SELECT sql LIKE '% WHERE %' FROM sqlite_schema WHERE name = '{index}'";
        return asked.ExecuteScalar() is 1L;
    }

    private static List<string> TextsOf(DbCommand command, string before, int? column)
    {
        var texts = new List<string>();
        using var asked = Like(command, before);
        using var answer = asked.ExecuteReader();
        while (answer.Read())
        {
            texts.Add(column is { } at ? answer.GetString(at) : "");
        }

        return texts;
    }

    // Accounts are as many as people; counts as what is counted by.
    internal static bool Grows(string table) =>
        table is not ("account" or "json_each") && !table.EndsWith("_count", StringComparison.Ordinal);

    private static DbCommand Like(DbCommand command, string before)
    {
        var other = command.Connection!.CreateCommand();
        other.CommandText = before + command.CommandText;
        other.Transaction = command.Transaction;
        foreach (DbParameter parameter in command.Parameters)
        {
            other.Parameters.Add(
                parameter is NpgsqlParameter npgsql ? npgsql.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value));
        }

        return other;
    }

    // FROM [table] [alias]
    [GeneratedRegex(@"(?:FROM|JOIN)\s+\[?(\w+)\]?\s+\[?(\w+)\]?")]
    private static partial Regex Aliases();

    [GeneratedRegex(@"(?<=^(?:SCAN|SEARCH) )\w+")]
    private static partial Regex Alias();

    [GeneratedRegex(@"sqlite_autoindex_(\w+)_1")]
    private static partial Regex OwnKey();

    [GeneratedRegex(@"^(SCAN|SEARCH) (journal)(?: USING INTEGER PRIMARY KEY|$)")]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^SCAN (\w+)$")]
    private static partial Regex Scan();

    [GeneratedRegex(@"^SCAN (\w+) USING COVERING INDEX (\w+)$")]
    private static partial Regex IndexScan();

    private sealed class Connection(DbConnection inner, RecordedPlans plans) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Open() => inner.Open();

        public override Task OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

        public override void Close() => inner.Close();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

        public override bool CanCreateBatch => inner.CanCreateBatch;

        protected override DbCommand CreateDbCommand() => new Command(inner.CreateCommand(), this, plans);

        protected override DbBatch CreateDbBatch() =>
            new RecordedBatch((NpgsqlBatch)inner.CreateBatch(), (NpgsqlConnection)inner, plans.Add);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class Command(DbCommand inner, Connection connection, RecordedPlans plans) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

        public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

        public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

        public override bool DesignTimeVisible { get => inner.DesignTimeVisible; set => inner.DesignTimeVisible = value; }

        public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = value; }

        public override void Cancel() => inner.Cancel();

        public override void Prepare() => inner.Prepare();

        public override int ExecuteNonQuery() => inner.ExecuteNonQuery();

        public override object? ExecuteScalar()
        {
            plans.Add(PlanOf(inner));
            return inner.ExecuteScalar();
        }

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            plans.Add(PlanOf(inner));
            return inner.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
