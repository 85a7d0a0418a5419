using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Tests.Support;

/// <summary>
/// Stands in for a SQL Server where there is none: code that is given its <see cref="Database"/> renders its T-SQL as for the real one, the
/// texts are kept, and every query finds nothing. What it shows is what would be sent, so that a parser can look at it.
/// </summary>
public sealed class SqlServerRecorder : DbDataSource
{
    private readonly Record _record = new();

    public SqlServerRecorder() => Database = new Database(DatabaseKind.SqlServer, this);

    /// <summary>The database to give to the code in question.</summary>
    public Database Database { get; }

    /// <summary>What was sent so far.</summary>
    public IReadOnlyList<string> Texts => _record.Texts;

    /// <summary>Ends when a text has been sent that has this part.</summary>
    /// <param name="part">What it says among other things.</param>
    public Task SentAsync(string part) => _record.SentAsync(part);

    public override string ConnectionString => "Server=recorder";

    protected override DbConnection CreateDbConnection() => new Connection(_record);

    private sealed class Record
    {
        public List<string> Texts { get; } = [];

        private readonly List<(string Part, TaskCompletionSource Sent)> _awaited = [];

        public Task SentAsync(string part)
        {
            lock (Texts)
            {
                var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (Texts.Any(text => text.Contains(part, StringComparison.Ordinal)))
                {
                    sent.SetResult();
                }

                _awaited.Add((part, sent));
                return sent.Task;
            }
        }

        public void Add(string text)
        {
            lock (Texts)
            {
                Texts.Add(text);
                _awaited.Where(one => text.Contains(one.Part, StringComparison.Ordinal)).ToList().ForEach(one => one.Sent.TrySetResult());
            }
        }
    }

    private sealed class Connection(Record record) : DbConnection
    {
        private ConnectionState _state = ConnectionState.Closed;

        [AllowNull]
        public override string ConnectionString { get; set; } = "Server=recorder";

        public override string Database => "recorder";

        public override string DataSource => "recorder";

        public override string ServerVersion => "16.00.0000";

        public override ConnectionState State => _state;

        public override void ChangeDatabase(string databaseName)
        {
        }

        public override void Open() => _state = ConnectionState.Open;

        public override void Close() => _state = ConnectionState.Closed;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(this, record);
    }

    private sealed class Transaction(Connection connection, IsolationLevel isolationLevel) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Command(Connection connection, Record record) : DbCommand
    {
        private readonly SqlCommand _shape = new();

        [AllowNull]
        public override string CommandText { get; set; } = string.Empty;

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => _shape.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            record.Add(CommandText);
            return 0;
        }

        public override object? ExecuteScalar()
        {
            record.Add(CommandText);
            return null;
        }

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            record.Add(CommandText);
            var found = new DataTable();
            if (CommandText.Contains("COUNT(", StringComparison.Ordinal))
            {
                // There is nothing, and that is a number.
                found.Columns.Add("count", typeof(int));
                found.Rows.Add(0);
            }
            else if (CommandText.Contains("MIN_ACTIVE_ROWVERSION", StringComparison.Ordinal))
            {
                found.Columns.Add("bound", typeof(long));
                found.Rows.Add(8L);
            }

            return new DataTableReader(found);
        }

        protected override void Dispose(bool disposing)
        {
            _shape.Dispose();
            base.Dispose(disposing);
        }
    }
}
