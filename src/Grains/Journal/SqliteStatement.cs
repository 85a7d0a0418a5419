using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ShuangDa.Grains.Journal;

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
            throw new ArgumentException("A text is one statement.", nameof(text));
        }

        _names = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement)).Select(place =>
            raw.sqlite3_bind_parameter_name(_statement, place).utf8_to_string().TrimStart('@'))];
    }

    /// <summary>How many parameters it has.</summary>
    public int Parameters => _names.Length;

    /// <summary>How many columns it answers.</summary>
    public int Columns => raw.sqlite3_column_count(_statement);

    /// <summary>A column's name.</summary>
    /// <param name="place">Its place, from 0.</param>
    public string NameOf(int place) => raw.sqlite3_column_name(_statement, place).utf8_to_string();

    /// <summary>Reads all rows with values by place.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="read">Makes one of the row the statement stands on.</param>
    public List<T> Read<T>(object?[] values, Func<SqliteCells, T> read)
    {
        var rows = new List<T>();
        Bind(values);
        try
        {
            var cells = new SqliteCells(_statement);
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                rows.Add(read(cells));
            }

            Ended(code);
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Which place a parameter has, from 1; 0 where there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    public int PlaceOf(string name) => Array.IndexOf(_names, name.TrimStart('@')) + 1;

    /// <summary>Runs it with values by place.</summary>
    public void Run(object?[] values)
    {
        Bind(values);
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
            answer ??= new SingleValueReader(raw.sqlite3_column_name(_statement, 0).utf8_to_string(), hasRow: true,
                raw.sqlite3_column_int64(_statement, 0));
        }

        try
        {
            Ended(code);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }

        return answer;
    }

    // The message belongs to the last call on the handle, so it is read before the statement is reset.
    private void Ended(int code)
    {
        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, _handle);
            throw new InvalidOperationException($"SQLite answered a step with {code}.");
        }
    }

    private void Bind(object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Bind(index + 1, values[index]);
        }
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
        _ => throw new NotSupportedException($"A {value.GetType()} has no place in a statement."),
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
