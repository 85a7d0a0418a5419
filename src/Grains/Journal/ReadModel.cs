using System.Collections.Concurrent;
using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>读模型. What can be said of rows without knowing their concept.</summary>
public static class ReadModel
{
    private static readonly ConcurrentDictionary<Type, ColumnDescriptor[]> Keys = new();

    /// <summary>Whether two rows stand in the same place: same table, same key.</summary>
    /// <param name="one">A row.</param>
    /// <param name="other">Another.</param>
    public static bool SameKey(Row one, Row other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.GetType() == other.GetType()
            && Keys.GetOrAdd(one.GetType(), static type => [.. MappingSchema.Default.GetEntityDescriptor(type).Columns.Where(column => column.IsPrimaryKey)])
                .All(column => Equals(column.MemberAccessor.GetValue(one), column.MemberAccessor.GetValue(other)));
    }
}
