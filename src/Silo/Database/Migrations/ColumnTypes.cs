using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>列类型. How the columns of our tables are typed in a database's dialect. All text has a binary collation: it orders keyset pages the same way on every database, and compares fastest.</summary>
/// <param name="Kind">Whose dialect.</param>
public sealed record ColumnTypes(DatabaseKind Kind)
{
    private const string SqlServerCollation = " COLLATE Latin1_General_100_BIN2_UTF8";

    /// <summary>A code or key: a subject's name, a kind, a user name. SQL Server counts its length in UTF-8 bytes, so that index keys stay below that server's limit.</summary>
    /// <param name="length">The most characters.</param>
    public string Key(int length) => Kind switch
    {
        DatabaseKind.Sqlite => "TEXT",
        DatabaseKind.PostgreSql => $"varchar({length}) COLLATE \"C\"",
        _ => $"varchar({length}){SqlServerCollation}",
    };

    /// <summary>Words that people wrote, up to a length. A Chinese character takes three bytes on SQL Server.</summary>
    /// <param name="length">The most characters.</param>
    public string Text(int length) => Kind == DatabaseKind.SqlServer ? Key(Math.Min(length * 3, 8000)) : Key(length);

    /// <summary>A day of the calendar in ISO form. Of variable length on PostgreSQL, where a parameter compared with <c>char</c> would miss the index.</summary>
    public string Day => Kind == DatabaseKind.SqlServer ? $"char(10){SqlServerCollation}" : Key(10);

    /// <summary>A command's id: 36 characters, lower case.</summary>
    public string Id => Kind == DatabaseKind.SqlServer ? $"char(36){SqlServerCollation}" : Key(36);

    /// <summary>Text of any length.</summary>
    public string LongText => Kind switch
    {
        DatabaseKind.Sqlite => "TEXT",
        DatabaseKind.PostgreSql => "text COLLATE \"C\"",
        _ => $"varchar(max){SqlServerCollation}",
    };

    /// <summary>Bytes of any length.</summary>
    public string Bytes => Kind switch
    {
        DatabaseKind.Sqlite => "BLOB",
        DatabaseKind.PostgreSql => "bytea",
        _ => "varbinary(max)",
    };

    /// <summary>SHA-256.</summary>
    public string Hash => Kind == DatabaseKind.SqlServer ? "binary(32)" : Bytes;

    /// <summary>An instant in the tables whose columns Orleans types; ours keep instants as UTC milliseconds.</summary>
    public string OrleansInstant => Kind switch
    {
        DatabaseKind.Sqlite => "TEXT",
        DatabaseKind.PostgreSql => "timestamptz",
        _ => "datetime2(7)",
    };
}
