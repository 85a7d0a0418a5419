using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Areas;

/// <summary>区域. A subdistrict, town or township in which addresses lie.</summary>
/// <param name="code">The code.</param>
/// <param name="row">Its row, where it is at hand.</param>
[Name("Area"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class AreaType(string code, AreaRow? row = null) : DatedListedNode(Area.List, code, row)
{
    /// <summary>性质. What it is; null where no list knows it.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<AreaKind?> Kind(IResolveFieldContext field) => Shown(field, static found => WireName.Find<AreaKind>((found as AreaRow)?.Kind));
}
