using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Database.Migrations;

/// <summary>列类型. How the columns of our tables are typed in a database's dialect. All text has a binary collation: it orders keyset pages the same way on every database, and compares fastest.</summary>
/// <param name="Kind">Whose dialect.</param>
public sealed record ColumnTypes(DatabaseKind Kind)
{
    // The type of the driver's parameters: a column of another type would be converted at each comparison, past every index.
    private const string SqlServerCollation = " COLLATE Latin1_General_100_BIN2";

    private const int SqlServerLongest = 4000;

    /// <summary>A code or key: a subject's name, a kind, a user name. A Chinese character counts as one everywhere.</summary>
    /// <param name="length">The most characters.</param>
    public string Key(int length) => Kind switch
    {
        DatabaseKind.Sqlite => "TEXT",
        DatabaseKind.PostgreSql => $"varchar({length}) COLLATE \"C\"",
        _ => $"nvarchar({length}){SqlServerCollation}",
    };

    /// <summary>Words that people wrote, up to a length.</summary>
    /// <param name="length">The most characters.</param>
    public string Text(int length) => Kind == DatabaseKind.SqlServer && length > SqlServerLongest ? LongText : Key(length);

    /// <summary>A day of the calendar in ISO form, or the beginning of one that names its month or year: of variable length, or it would be filled up with spaces.</summary>
    public string Day => Key(10);

    /// <summary>A command's id: 36 characters, lower case.</summary>
    public string Id => Key(36);

    /// <summary>Text of any length.</summary>
    public string LongText => Kind switch
    {
        DatabaseKind.Sqlite => "TEXT",
        DatabaseKind.PostgreSql => "text COLLATE \"C\"",
        _ => $"nvarchar(max){SqlServerCollation}",
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
