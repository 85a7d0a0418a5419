using System.Collections.Concurrent;
using System.Globalization;
using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>语句. A statement of the commit: its text, which is one of a few fixed ones, and its values in order.</summary>
internal readonly record struct Statement(StatementText Text, object?[] Values);

/// <summary>语句文本. What a statement says.</summary>
/// <param name="text">For one row.</param>
/// <param name="overArrays">For any number of rows, with an array for each column; null where the dialect has no such thing.</param>
/// <param name="types">The types of its values, never nullable.</param>
/// <param name="turn">When it is sent.</param>
internal sealed class StatementText(string text, string? overArrays, Type[] types, StatementTurn turn)
{
    public string Text { get; } = text;

    public string? OverArrays { get; } = overArrays;

    public Type[] Types { get; } = types;

    public StatementTurn Turn { get; } = turn;
}

/// <summary>次序. When a statement of a commit is sent.</summary>
internal enum StatementTurn
{
    /// <summary>First: a subject's new row may stand where one of its old rows stood.</summary>
    Deletes,

    /// <summary>Then what is written.</summary>
    Writes,

    /// <summary>At last what others add to, too: they wait for it at most until this COMMIT.</summary>
    AddsUp,
}

/// <summary>
/// 提交语句. The texts of the commit's statements in a database's dialect, made once from the rows' mapping. They are few and fixed, so that
/// every database prepares them once; linq2db, which reads these tables, would build each statement anew.
/// </summary>
/// <remarks>
/// What is kept of reads (<see cref="KeptQueries"/>) is another thing. A question's form is known only when somebody asks it, so there linq2db renders a form when it first
/// comes, and the work is to find which value goes where. What a commit writes is known from the rows' types: nothing is looked up by an expression's shape. Its texts are
/// such as linq2db does not render (many rows as one array a column, of a row that is there only what has changed), and its values go to the database by their place, on
/// SQLite without the provider's commands.
/// </remarks>
public sealed class StatementTexts
{
    private readonly DatabaseKind _kind;
    private readonly ConcurrentDictionary<Type, TableTexts> _tables = new();

    /// <summary>The texts for a database.</summary>
    /// <param name="kind">Whose dialect.</param>
    public StatementTexts(DatabaseKind kind) => _kind = kind;

    /// <summary>The name of a parameter by its place; PostgreSQL takes them by place, without names.</summary>
    internal static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    /// <summary>The values of several statements of one text, turned into an array for each column.</summary>
    internal static object?[] ColumnsOf(StatementText text, IReadOnlyList<Statement> statements)
    {
        var columns = new object?[text.Types.Length];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = text.Types[index] switch
            {
                var type when type == typeof(string) => Column<string?>(index),
                var type when type == typeof(byte[]) => Column<byte[]?>(index),
                var type when type == typeof(int) => Column<int?>(index),
                var type when type == typeof(long) => Column<long?>(index),
                _ => Column<bool?>(index),
            };
        }

        return columns;

        T[] Column<T>(int index)
        {
            var column = new T[statements.Count];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = (T)statements[row].Values[index]!;
            }

            return column;
        }
    }

    /// <summary>Every text that can be sent for these row types, for the test that parses them.</summary>
    /// <param name="rowTypes">Mapped row types.</param>
    public IEnumerable<string> All(IEnumerable<Type> rowTypes)
    {
        ArgumentNullException.ThrowIfNull(rowTypes);
        return rowTypes.Select(TableOf)
            .SelectMany(table => new[] { table.Insert.Text, table.Upsert.Text, table.InsertWhereMissing.Text, table.Delete.Text })
            .Concat(CountTable.All.Select(table => TableOf(table.Type).AddUp.Text));
    }

    internal Statement Insert(object row) => TableOf(row.GetType()).InsertOf(row);

    internal Statement Upsert(object row, object? before = null) => TableOf(row.GetType()).UpsertOf(row, before);

    /// <summary>Writes a row whose columns follow from its key: where it is there, nothing is done, and no index is touched.</summary>
    /// <param name="row">The row.</param>
    internal Statement InsertWhereMissing(object row) => TableOf(row.GetType()).InsertWhereMissingOf(row);

    /// <summary>Adds to the sums of a cell, which is made where it is missing.</summary>
    /// <param name="countType">The record that declares the table of counts.</param>
    /// <param name="values">The cell's values in the order of the columns; of the sums, what is added.</param>
    internal Statement AddUp(Type countType, object?[] values) => new(TableOf(countType).AddUp, values);

    internal Statement Delete(object row) => TableOf(row.GetType()).DeleteOf(row);

    private TableTexts TableOf(Type rowType) => _tables.GetOrAdd(rowType, static (type, kind) => new TableTexts(type, kind), _kind);

    private sealed class TableTexts
    {
        private readonly ColumnDescriptor[] _written;
        private readonly ColumnDescriptor[] _keys;

        private readonly ConcurrentDictionary<ulong, StatementText> _changes = new();
        private readonly DatabaseKind _kind;
        private readonly string _name;

        public TableTexts(Type rowType, DatabaseKind kind)
        {
            _kind = kind;
            var table = MappingSchema.Default.GetEntityDescriptor(rowType);
            _name = table.Name.Name;
            _written = [.. table.Columns.Where(column => !column.SkipOnInsert && !column.IsIdentity)];
            _keys = [.. table.Columns.Where(column => column.IsPrimaryKey).OrderBy(column => column.PrimaryKeyOrder)];
            if (_written.Length > 64)
            {
                throw new NotSupportedException($"The table {_name} has more than 64 columns.");
            }

            Insert = new StatementText(
                InsertOne, OverArrays($"{InsertInto} SELECT * FROM ", _written), TypesOf(_written), StatementTurn.Writes);
            Upsert = UpsertOf(_written.Except(_keys));
            InsertWhereMissing = UpsertOf([]);
            AddUp = UpsertOf(_written.Where(column => column.MemberInfo.IsDefined(typeof(SummedAttribute), inherit: true)), adds: true);
            var keys = string.Join(" AND ", _keys.Select(column => $"{_name}.{column.ColumnName} = gone.{column.ColumnName}"));
            Delete = new StatementText(
                $"DELETE FROM {_name} WHERE {string.Join(" AND ", _keys.Select((column, index) => $"{column.ColumnName} = {Place(index)}"))}",
                OverArrays($"DELETE FROM {_name} USING ", _keys, $" AS gone ({Names(_keys)}) WHERE {keys}"),
                TypesOf(_keys),
                StatementTurn.Deletes);
        }

        public StatementText Insert { get; }

        public StatementText Upsert { get; }

        public StatementText InsertWhereMissing { get; }

        public StatementText Delete { get; }

        public StatementText AddUp { get; }

        private string InsertInto => $"INSERT INTO {_name} ({Names(_written)})";

        private string InsertOne => $"{InsertInto} VALUES ({string.Join(", ", _written.Select((_, index) => Place(index)))})";

        public Statement InsertOf(object row) => new(Insert, ValuesOf(_written, row));

        public Statement InsertWhereMissingOf(object row) => new(InsertWhereMissing, ValuesOf(_written, row));

        /// <summary>Writes a row in the place of another. Of a row that is there only what differs is written.</summary>
        public Statement UpsertOf(object row, object? before)
        {
            var values = ValuesOf(_written, row);
            if (before is null)
            {
                return new Statement(Upsert, values);
            }

            var changed = 0UL;
            for (var index = 0; index < values.Length; index++)
            {
                changed |= Equals(values[index], _written[index].MemberAccessor.GetValue(before)) ? 0 : 1UL << index;
            }

            return new Statement(_changes.GetOrAdd(changed, mask => UpsertOf(_written.Where((_, index) => (mask & (1UL << index)) != 0))), values);
        }

        public Statement DeleteOf(object row) => new(Delete, ValuesOf(_keys, row));

        // What is added is added by the database: another commit may have added meanwhile.
        private StatementText UpsertOf(IEnumerable<ColumnDescriptor> columns, bool adds = false)
        {
            var set = columns.ToArray();
            var turn = adds ? StatementTurn.AddsUp : StatementTurn.Writes;
            if (_kind == DatabaseKind.SqlServer)
            {
                var there = Assign(_keys, " AND ");
                return new StatementText(
                    set.Length == 0
                        ? $"IF NOT EXISTS (SELECT 1 FROM {_name} WITH (UPDLOCK, HOLDLOCK) WHERE {there}) {InsertOne}"
                        : $"UPDATE {_name} WITH (UPDLOCK, HOLDLOCK) SET {Assign(set, ", ", adds)} WHERE {there}; IF @@ROWCOUNT = 0 {InsertOne}",
                    overArrays: null,
                    TypesOf(_written),
                    turn);
            }

            var onConflict = $" ON CONFLICT ({Names(_keys)}) DO "
                + (set.Length == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", set.Select(column => $"{column.ColumnName} = {(adds ? $"{_name}.{column.ColumnName} + " : "")}excluded.{column.ColumnName}"))}");
            return new StatementText(
                InsertOne + onConflict, OverArrays($"{InsertInto} SELECT * FROM ", _written, onConflict), TypesOf(_written), turn);
        }

        private string? OverArrays(string before, ColumnDescriptor[] columns, string after = "") => _kind == DatabaseKind.PostgreSql
            ? $"{before}unnest({string.Join(", ", TypesOf(columns).Select((type, index) => $"{Place(index)}::{ArrayOf(type)}"))}){after}"
            : null;

        private string Place(int index) => _kind == DatabaseKind.PostgreSql ? string.Create(CultureInfo.InvariantCulture, $"${index + 1}") : NameOf(index);

        private string Assign(IEnumerable<ColumnDescriptor> some, string separator, bool adds = false) =>
            string.Join(separator, some.Select(column => $"{column.ColumnName} = {(adds ? $"{column.ColumnName} + " : "")}{Place(Array.IndexOf(_written, column))}"));

        private static string Names(IEnumerable<ColumnDescriptor> columns) => string.Join(", ", columns.Select(column => column.ColumnName));

        private static Type[] TypesOf(ColumnDescriptor[] columns) => [.. columns.Select(column => Nullable.GetUnderlyingType(column.MemberType) ?? column.MemberType)];

        private static string ArrayOf(Type type) => type switch
        {
            _ when type == typeof(string) => "text[]",
            _ when type == typeof(byte[]) => "bytea[]",
            _ when type == typeof(int) => "integer[]",
            _ when type == typeof(long) => "bigint[]",
            _ when type == typeof(bool) => "boolean[]",
            _ => throw new NotSupportedException($"A row has a column of {type}, which the commit does not write."),
        };

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
