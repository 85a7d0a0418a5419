using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.ProductClasses;

/// <summary>产品类别. A class of products; fourteen key ones are those that the notice names (R2.1.1), an administrator adds others.</summary>
/// <param name="code">The code.</param>
/// <param name="row">Its row, where it is at hand.</param>
[Name("ProductClass"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class ProductClassType(string code, ProductClassRow? row = null) : ListedNode(ProductClass.List, code, row)
{
    /// <summary>重点产品. Whether it is one of the campaign's key classes.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<bool> IsKey(IResolveFieldContext field) => Shown(field, static found => found is ProductClassRow { IsKey: true });

    /// <summary>撤销日期. The day it was closed (Asia/Shanghai), or null.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<DateOnly?> ClosedOn(IResolveFieldContext field) => Shown(field, static found => found is ProductClassRow { ClosedOn: { } day } ? IsoDate.Parse(day) : (DateOnly?)null);

    /// <summary>The classes of these codes.</summary>
    /// <param name="codes">Codes.</param>
    internal static IReadOnlyList<ProductClassType> Of(IEnumerable<string> codes) => [.. codes.Select(code => new ProductClassType(code))];
}
