using GraphQL;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Approvals;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.FormEntries;

/// <summary>填报数. What a section fills into forms for a period, because nothing that is recorded tells it.</summary>
[Name("FormEntry"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class FormEntryType : SteppedNode<FormEntryRow, FormEntryState>
{
    /// <summary>产品类别. Its class; null for what has none.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(Row.ProductClass);
}
