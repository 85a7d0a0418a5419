using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 提交数据源. The data source that Orleans' ADO.NET grain storage is given. Outside a commit it opens ordinary connections. Inside one
/// (the <see cref="CommitScope"/> of this asynchronous flow) its connections belong to the commit's transaction, and their commands are
/// gathered: the storage's writes of a whole batch reach the database together, in one round trip where the database can do that.
/// </summary>
internal sealed class CommitDataSource(DbDataSource inner) : DbDataSource
{
    public override string ConnectionString => inner.ConnectionString;

    protected override DbConnection CreateDbConnection() => inner.CreateConnection();

    protected override DbConnection OpenDbConnection() => CommitScope.Current is { } scope ? new GatheringConnection(scope) : inner.OpenConnection();

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        CommitScope.Current is { } scope ? new GatheringConnection(scope) : await inner.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
}

/// <summary>
/// 有序数据源. The data source that Orleans' reminder table is given: a connection holds the turn to write until it is closed, so that on
/// SQLite a reminder never waits asleep behind a commit. On servers there is no turn to hold.
/// </summary>
internal sealed class TurnTakingDataSource(Database database) : DbDataSource
{
    public override string ConnectionString => database.Source.ConnectionString;

    protected override DbConnection CreateDbConnection() => database.Source.CreateConnection();

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        var turn = await database.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            connection.StateChange += (_, change) =>
            {
                if (change.CurrentState == ConnectionState.Closed)
                {
                    turn.Dispose();
                }
            };
            return connection;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}

/// <summary>提交范围. The transaction that is being filled in this asynchronous flow, and the storage's commands gathered for it.</summary>
internal sealed class CommitScope(DbConnection connection)
{
    private static readonly AsyncLocal<CommitScope?> Flow = new();

    /// <summary>The commit of this flow, or null outside one.</summary>
    public static CommitScope? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public DbConnection Connection { get; } = connection;

    /// <summary>What the storage has asked to run, in order.</summary>
    public List<GatheredCommand> Gathered { get; } = [];

    /// <summary>A command that waits for its answer.</summary>
    public sealed record GatheredCommand(string Text, IReadOnlyList<GatheredParameter> Parameters, TaskCompletionSource<DbDataReader> Answer);
}

/// <summary>A connection that belongs to a commit: closing it does nothing, its commands are gathered.</summary>
internal sealed class GatheringConnection(CommitScope scope) : DbConnection
{
    [AllowNull]
    public override string ConnectionString
    {
        get => scope.Connection.ConnectionString;
        set => throw new NotSupportedException("The connection belongs to a commit.");
    }

    public override string Database => scope.Connection.Database;

    public override string DataSource => scope.Connection.DataSource;

    public override string ServerVersion => scope.Connection.ServerVersion;

    public override ConnectionState State => scope.Connection.State;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("The connection belongs to a commit.");

    public override void Close()
    {
    }

    public override void Open()
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException("The connection belongs to a commit.");

    protected override DbCommand CreateDbCommand() => new GatheringCommand(scope);
}

/// <summary>A command of the storage that waits to be run with the rest of its batch. It holds a text and values and no command of the database's: those would be made and thrown away for every write.</summary>
internal sealed class GatheringCommand(CommitScope scope) : DbCommand
{
    private readonly GatheredParameters _parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = string.Empty;

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => new GatheredParameter();

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var gathered = new CommitScope.GatheredCommand(CommandText, _parameters.All, new TaskCompletionSource<DbDataReader>());
        scope.Gathered.Add(gathered);
        return gathered.Answer.Task;
    }

    public override int ExecuteNonQuery() => throw new NotSupportedException("Within a commit the storage reads its answers asynchronously.");

    public override object? ExecuteScalar() => throw new NotSupportedException("Within a commit the storage reads its answers asynchronously.");

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw new NotSupportedException("Within a commit the storage reads its answers asynchronously.");
}

/// <summary>A parameter of a gathered command: a name and a value.</summary>
internal sealed class GatheredParameter : DbParameter
{
    private string _name = string.Empty;

    public override DbType DbType { get; set; }

    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;

    public override bool IsNullable { get; set; }

    /// <summary>The name without the sign in front of it.</summary>
    [AllowNull]
    public override string ParameterName
    {
        get => _name;
        set => _name = value?.TrimStart('@') ?? string.Empty;
    }

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = string.Empty;

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = default;
}

/// <summary>The parameters of a gathered command.</summary>
internal sealed class GatheredParameters : DbParameterCollection
{
    private readonly List<GatheredParameter> _all = [];

    public IReadOnlyList<GatheredParameter> All => _all;

    public override int Count => _all.Count;

    public override object SyncRoot => _all;

    public override int Add(object value)
    {
        _all.Add((GatheredParameter)value);
        return _all.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (GatheredParameter value in values)
        {
            _all.Add(value);
        }
    }

    public override void Clear() => _all.Clear();

    public override bool Contains(object value) => _all.Contains((GatheredParameter)value);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((System.Collections.ICollection)_all).CopyTo(array, index);

    public override System.Collections.IEnumerator GetEnumerator() => _all.GetEnumerator();

    public override int IndexOf(object value) => _all.IndexOf((GatheredParameter)value);

    public override int IndexOf(string parameterName) => _all.FindIndex(parameter => parameter.ParameterName == parameterName.TrimStart('@'));

    public override void Insert(int index, object value) => _all.Insert(index, (GatheredParameter)value);

    public override void Remove(object value) => _all.Remove((GatheredParameter)value);

    public override void RemoveAt(int index) => _all.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _all.RemoveAt(IndexOf(parameterName));

    protected override DbParameter GetParameter(int index) => _all[index];

    protected override DbParameter GetParameter(string parameterName) => _all[IndexOf(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _all[index] = (GatheredParameter)value;

    protected override void SetParameter(string parameterName, DbParameter value) => _all[IndexOf(parameterName)] = (GatheredParameter)value;
}

/// <summary>The answer to one gathered command: no row, or one row with one column.</summary>
internal sealed class SingleValueReader(string name, bool hasRow, object? value) : DbDataReader
{
    private bool _before = true;
    private bool _on;

    public override int FieldCount => 1;

    public override bool HasRows => hasRow;

    public override bool IsClosed => false;

    public override int RecordsAffected => hasRow ? 1 : 0;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        _on = _before && hasRow;
        _before = false;
        return _on;
    }

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => ordinal == 0 && _on ? value ?? DBNull.Value : throw new InvalidOperationException("There is no such value.");

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override string GetName(int ordinal) => name;

    public override int GetOrdinal(string name1) => string.Equals(name1, name, StringComparison.OrdinalIgnoreCase) ? 0 : throw new ArgumentOutOfRangeException(nameof(name1), name1, "There is no such column.");

    public override Type GetFieldType(int ordinal) => value?.GetType() ?? typeof(object);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override int GetValues(object[] values)
    {
        values[0] = GetValue(0);
        return 1;
    }

    public override int GetInt32(int ordinal) => Convert.ToInt32(GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture);

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override System.Collections.IEnumerator GetEnumerator() => new DbEnumerator(this);
}
