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
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var cells = new List<MemberBinding>();
        for (var ordinal = 0; ordinal < answer.FieldCount; ordinal++)
        {
            var name = answer.GetName(ordinal);
            if (Columns.SingleOrDefault(column => column.ColumnName == name || column.MemberName == name) is not { } column || CellOf(reader, ordinal, (PropertyInfo)column.MemberInfo) is not { } cell)
            {
                return null;
            }

            cells.Add(Expression.Bind(column.MemberInfo, cell));
        }

        return isPart || cells.Count == Columns.Length ? Expression.Lambda<Func<DbDataReader, TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), cells), reader).Compile() : null;
    }

    private static Expression? CellOf(ParameterExpression reader, int ordinal, PropertyInfo property)
    {
        var (at, type) = (Expression.Constant(ordinal), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        Expression? value = type == typeof(string) ? Call(nameof(DbDataReader.GetString))
            : type == typeof(long) ? Call(nameof(DbDataReader.GetInt64))
            : type == typeof(int) ? Call(nameof(DbDataReader.GetInt32))
            : type == typeof(bool) ? Call(nameof(DbDataReader.GetBoolean))
            : type == typeof(byte[]) ? Expression.Call(reader, typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!.MakeGenericMethod(type), at)
            : null;
        if (value is null)
        {
            return null;
        }

        var isNullable = new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;
        value = value.Type == property.PropertyType ? value : Expression.Convert(value, property.PropertyType);
        return isNullable ? Expression.Condition(Call(nameof(DbDataReader.IsDBNull)), Expression.Default(property.PropertyType), value) : value;

        MethodCallExpression Call(string getter) => Expression.Call(reader, typeof(DbDataReader).GetMethod(getter, [typeof(int)])!, at);
    }
}
