namespace ShuangDa.Grains.Journal;

/// <summary>
/// 计数语句. SQL that counts a table anew: what the migration that makes a table of counts fills it with, what rebuilding fills it with, and what the self-check holds it against.
/// </summary>
public static class CountTexts
{
    /// <summary>Fills a table of counts, which is empty, from the rows.</summary>
    /// <param name="kind">Whose dialect.</param>
    /// <param name="table">The table.</param>
    /// <param name="source">The table whose rows are counted.</param>
    /// <param name="dimensions">By what, in the order of the cell's text: the column, the row's column, and for a period of how many characters.</param>
    /// <param name="sums">What is summed.</param>
    public static string Fill(DatabaseKind kind, string table, string source, IReadOnlyList<CountTextColumn> dimensions, params IReadOnlyList<string> sums)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(sums);
        var values = dimensions.Select(ValueOf).ToArray();
        return $"INSERT INTO {table} (cell, writer, {string.Join(", ", dimensions.Select(column => column.Name))}, row_count{string.Concat(sums.Select(name => $", {name}"))}) "
            + $"SELECT {CellOf(kind, dimensions)}, 0, {string.Join(", ", values)}, COUNT(*){string.Concat(sums.Select(name => $", {Whole($"SUM({name})")}"))} "
            + $"FROM {source} GROUP BY {string.Join(", ", values)}";
    }

    /// <summary>The statements that fill a declared table: one for each of its periods.</summary>
    /// <param name="kind">Whose dialect.</param>
    /// <param name="table">The table.</param>
    internal static IEnumerable<string> Fill(DatabaseKind kind, CountTable table) => Cuts(table).Select(columns => Fill(kind, table.Name, table.Source, columns, [.. table.Sums.Select(sum => sum.Name)]));

    /// <summary>The cells of a declared table that are not what the rows give, each with both figures of its first difference.</summary>
    /// <param name="kind">Whose dialect.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">Which figure: the number of rows, or one of the sums.</param>
    internal static string Differences(DatabaseKind kind, CountTable table, string column)
    {
        var counted = column == RowCount ? "1" : column;
        var parts = Cuts(table).Select(columns => $"SELECT {CellOf(kind, columns)} AS cell, {counted} AS given, 0 AS kept FROM {table.Source}")
            .Append($"SELECT cell, 0 AS given, {column} AS kept FROM {table.Name}");
        return $"SELECT cell AS {Quote(kind, "Cell")}, {Whole("SUM(given)")} AS {Quote(kind, "Given")}, {Whole("SUM(kept)")} AS {Quote(kind, "Kept")} "
            + $"FROM ({string.Join(" UNION ALL ", parts)}) figures GROUP BY cell HAVING SUM(given) <> SUM(kept) ORDER BY cell";
    }

    /// <summary>The column that counts rows.</summary>
    internal const string RowCount = "row_count";

    /// <summary>A sum as a whole number of 64 bits, which not every database makes of one by itself.</summary>
    /// <param name="sum">The sum.</param>
    internal static string Whole(string sum) => $"CAST({sum} AS bigint)";

    private static IEnumerable<IReadOnlyList<CountTextColumn>> Cuts(CountTable table)
    {
        int[] lengths = table.Units.Count == 0 ? [0] : [.. table.Units.Select(unit => (int)unit)];
        return lengths.Select(length => (IReadOnlyList<CountTextColumn>)
            [.. table.Dimensions.Select(column => new CountTextColumn(column.Name, column.Source, column.IsPeriod ? length : 0, column.Type))]);
    }

    private static string ValueOf(CountTextColumn column) => column.Length > 0 ? $"SUBSTRING({column.Source}, 1, {column.Length})" : column.Source;

    // As CountTable.CellOf makes it of a row.
    private static string CellOf(DatabaseKind kind, IReadOnlyList<CountTextColumn> dimensions)
    {
        var parts = dimensions.Select(column => column.Type switch
        {
            _ when column.Type == typeof(bool) => $"CASE WHEN {column.Source}{(kind == DatabaseKind.PostgreSql ? "" : " = 1")} THEN '1' ELSE '0' END",
            _ when column.Type == typeof(int) => $"CAST({column.Source} AS {(kind == DatabaseKind.Sqlite ? "TEXT" : "varchar(20)")})",
            _ => $@"COALESCE(REPLACE(REPLACE({ValueOf(column)}, '\', '\\'), '|', '\|'), '\-')",
        });
        return string.Join(kind == DatabaseKind.SqlServer ? " + '|' + " : " || '|' || ", parts);
    }

    private static string Quote(DatabaseKind kind, string name) => kind == DatabaseKind.SqlServer ? $"[{name}]" : $"\"{name}\"";
}

/// <summary>计数语句的列. A respect by which a statement counts.</summary>
/// <param name="Name">The column of the table of counts.</param>
/// <param name="Source">The row's column.</param>
/// <param name="Length">How many characters of a day name the period; 0 where it is no period.</param>
/// <param name="Type">What the column holds: text, yes or no, or a whole number; null for text.</param>
public sealed record CountTextColumn(string Name, string Source, int Length = 0, Type? Type = null)
{
    /// <summary>A respect under the row's own name.</summary>
    /// <param name="name">The column of both tables.</param>
    /// <param name="type">What it holds; null for text.</param>
    public CountTextColumn(string name, Type? type = null)
        : this(name, name, 0, type)
    {
    }
}
