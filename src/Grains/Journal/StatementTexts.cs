using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using LinqToDB.Mapping;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 提交语句. The texts of the commit's statements in a database's dialect, made once from the rows' mapping. They are few and fixed, so that
/// every database prepares them once; linq2db, which reads these tables, would build each statement anew.
/// </summary>
public sealed class StatementTexts
{
    private readonly DatabaseKind _kind;
    private readonly ConcurrentDictionary<Type, TableTexts> _tables = new();

    /// <summary>The texts for a database.</summary>
    /// <param name="kind">Whose dialect.</param>
    public StatementTexts(DatabaseKind kind) => _kind = kind;

    /// <summary>The name of a parameter by its place; PostgreSQL takes them by place, without names.</summary>
    internal static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    internal static void Name(DbParameter parameter, int index, DatabaseKind kind)
    {
        if (kind != DatabaseKind.PostgreSql)
        {
            parameter.ParameterName = NameOf(index);
        }
    }

    /// <summary>Every text that can be sent for these row types, for the test that parses them.</summary>
    /// <param name="rowTypes">Mapped row types.</param>
    public IEnumerable<string> All(IEnumerable<Type> rowTypes)
    {
        ArgumentNullException.ThrowIfNull(rowTypes);
        return rowTypes.Select(TableOf).SelectMany(table => new[] { table.Insert, table.Upsert, table.Delete });
    }

    internal Statement Insert(object row) => TableOf(row.GetType()).InsertOf(row);

    internal Statement Upsert(object row) => TableOf(row.GetType()).UpsertOf(row);

    internal Statement Delete(object row) => TableOf(row.GetType()).DeleteOf(row);

    private TableTexts TableOf(Type rowType) => _tables.GetOrAdd(rowType, static (type, kind) => new TableTexts(type, kind), _kind);

    private sealed class TableTexts
    {
        private readonly ColumnDescriptor[] _written;
        private readonly ColumnDescriptor[] _keys;

        public TableTexts(Type rowType, DatabaseKind kind)
        {
            var table = MappingSchema.Default.GetEntityDescriptor(rowType);
            _written = [.. table.Columns.Where(column => !column.SkipOnInsert && !column.IsIdentity)];
            _keys = [.. table.Columns.Where(column => column.IsPrimaryKey).OrderBy(column => column.PrimaryKeyOrder)];
            var name = table.Name.Name;
            var columns = string.Join(", ", _written.Select(column => column.ColumnName));
            var places = string.Join(", ", _written.Select((_, index) => Place(index)));
            var keys = string.Join(", ", _keys.Select(column => column.ColumnName));
            var others = _written.Except(_keys).ToArray();
            Insert = $"INSERT INTO {name} ({columns}) VALUES ({places})";
            Delete = $"DELETE FROM {name} WHERE {string.Join(" AND ", _keys.Select((column, index) => $"{column.ColumnName} = {Place(index)}"))}";
            Upsert = kind == DatabaseKind.SqlServer
                ? (others.Length == 0 ? string.Empty : $"UPDATE {name} WITH (UPDLOCK, HOLDLOCK) SET {Assign(others)} WHERE {Assign(_keys, " AND ")}; IF @@ROWCOUNT = 0 ")
                    + (others.Length == 0 ? $"IF NOT EXISTS (SELECT 1 FROM {name} WITH (UPDLOCK, HOLDLOCK) WHERE {Assign(_keys, " AND ")}) {Insert}" : Insert)
                : $"{Insert} ON CONFLICT ({keys}) DO "
                    + (others.Length == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", others.Select(column => $"{column.ColumnName} = excluded.{column.ColumnName}"))}");

            string Place(int index) => kind == DatabaseKind.PostgreSql ? string.Create(CultureInfo.InvariantCulture, $"${index + 1}") : NameOf(index);

            string Assign(IEnumerable<ColumnDescriptor> some, string separator = ", ") =>
                string.Join(separator, some.Select(column => $"{column.ColumnName} = {Place(Array.IndexOf(_written, column))}"));
        }

        public string Insert { get; }

        public string Upsert { get; }

        public string Delete { get; }

        public Statement InsertOf(object row) => new(Insert, ValuesOf(_written, row));

        public Statement UpsertOf(object row) => new(Upsert, ValuesOf(_written, row));

        public Statement DeleteOf(object row) => new(Delete, ValuesOf(_keys, row));

        private static object?[] ValuesOf(ColumnDescriptor[] columns, object row)
        {
            var values = new object?[columns.Length];
            for (var index = 0; index < columns.Length; index++)
            {
                values[index] = columns[index].MemberAccessor.GetValue(row);
            }

            return values;
        }
    }
}
