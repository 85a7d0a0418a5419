using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Mapping;

namespace ShuangDa.Grains.Journal;

/// <summary>行读取. Makes rows of what a statement answers, each cell by the getter of its type, so that no number is boxed.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal static class RowReader<TRow> where TRow : class
{
    private static readonly ColumnDescriptor[] Columns = [.. MappingSchema.Default.GetEntityDescriptor(typeof(TRow)).Columns];

    /// <summary>Reads a row from where the reader stands; null where an answer with these columns is not a whole row, or has a column of a type that no row has.</summary>
    /// <param name="answer">An answer of the statement.</param>
    /// <param name="isPart">Whether some columns may be missing: what a row does not say there is nothing.</param>
    public static Func<DbDataReader, TRow>? Of(DbDataReader answer, bool isPart = false)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Of<DbDataReader>([.. Enumerable.Range(0, answer.FieldCount).Select(answer.GetName)], isPart, Getter,
            nameof(DbDataReader.IsDBNull));

        static Expression? Getter(Expression reader, Expression at, Type type) =>
            type == typeof(string) ? Expression.Call(reader, nameof(DbDataReader.GetString), [], at)
            : type == typeof(long) ? Expression.Call(reader, nameof(DbDataReader.GetInt64), [], at)
            : type == typeof(int) ? Expression.Call(reader, nameof(DbDataReader.GetInt32), [], at)
            : type == typeof(bool) ? Expression.Call(reader, nameof(DbDataReader.GetBoolean), [], at)
            : type == typeof(byte[]) ? Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [type], at)
            : null;
    }

    /// <summary>Reads a row from where a statement of SQLite stands; null as above.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="isPart">Whether some columns may be missing.</param>
    public static Func<SqliteCells, TRow>? Of(SqliteStatement statement, bool isPart)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Of<SqliteCells>([.. Enumerable.Range(0, statement.Columns).Select(statement.NameOf)], isPart, Getter,
            nameof(SqliteCells.IsNull));

        static Expression? Getter(Expression cells, Expression at, Type type) =>
            type == typeof(string) ? Expression.Call(cells, nameof(SqliteCells.Text), [], at)
            : type == typeof(long) ? Expression.Call(cells, nameof(SqliteCells.Number), [], at)
            : type == typeof(int) ? Expression.Call(cells, nameof(SqliteCells.SmallNumber), [], at)
            : type == typeof(bool) ? Expression.Call(cells, nameof(SqliteCells.Flag), [], at)
            : type == typeof(byte[]) ? Expression.Call(cells, nameof(SqliteCells.Bytes), [], at)
            : null;
    }

    private static Func<TAnswer, TRow>? Of<TAnswer>(
        string[] names, bool isPart, Func<Expression, Expression, Type, Expression?> getter, string isNothing)
    {
        var answer = Expression.Parameter(typeof(TAnswer), "answer");
        var cells = new List<MemberBinding>();
        for (var ordinal = 0; ordinal < names.Length; ordinal++)
        {
            var name = names[ordinal];
            if (Columns.SingleOrDefault(column => column.ColumnName == name || column.MemberName == name) is not { } column)
            {
                return null;
            }

            var (property, at) = ((PropertyInfo)column.MemberInfo, Expression.Constant(ordinal));
            if (getter(answer, at, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is not { } value)
            {
                return null;
            }

            value = value.Type == property.PropertyType ? value : Expression.Convert(value, property.PropertyType);
            var isNullable = new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;
            cells.Add(Expression.Bind(
                property,
                isNullable ? Expression.Condition(Expression.Call(answer, isNothing, [], at), Expression.Default(value.Type), value) : value));
        }

        return isPart || cells.Count == Columns.Length
            ? Expression.Lambda<Func<TAnswer, TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), cells), answer).Compile()
            : null;
    }
}
