using GraphQL;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Dens;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>窝点. One den by its number, as its grain knows it; null when there is none.</summary>
    /// <param name="number">窝点编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<DenType?> Den(string number, IResolveFieldContext field) => new DenDoor().ReadAsync(field, number);

    /// <summary>窝点列表. Dens by filter and order; without an order by number.</summary>
    /// <param name="dens">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<DenType>> Dens(Listing<DenRow, DenType> dens)
    {
        ArgumentNullException.ThrowIfNull(dens);
        return dens.ReadAsync();
    }
}
