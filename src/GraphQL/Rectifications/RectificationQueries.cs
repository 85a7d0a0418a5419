using GraphQL;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Rectifications;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>责令限期整改. One order by its number, as its grain knows it; null when there is none.</summary>
    /// <param name="number">编号. As the order's answer told it.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<RectificationType?> Rectification(string number, IResolveFieldContext field) => new RectificationDoor().ReadAsync(field, number);

    /// <summary>整改列表. Orders by filter and order; without an order by number.</summary>
    /// <param name="rectifications">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<RectificationType>> Rectifications(Listing<RectificationRow, RectificationType> rectifications)
    {
        ArgumentNullException.ThrowIfNull(rectifications);
        return rectifications.ReadAsync();
    }
}
