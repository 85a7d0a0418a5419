using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>产品类别. All product classes, the key ones first.</summary>
    [ReadableBy(Readers.Everyone)]
    public static IReadOnlyList<ProductClassType> ProductClasses() => ProductClassType.Of(ProductClass.All.OrderByDescending(known => known.IsKey).Select(known => known.Code));
}
