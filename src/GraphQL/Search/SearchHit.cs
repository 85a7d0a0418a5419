using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Dens;
using ShuangDa.GraphQL.Enterprises;

namespace ShuangDa.GraphQL.Search;

/// <summary>查找结果. A node that was found.</summary>
/// <param name="node">The node.</param>
/// <param name="title">Its name or number.</param>
/// <param name="detail">What tells it from others; null where that is the name of an enterprise or a den.</param>
/// <param name="enterprise">The credit code of the enterprise whose name tells it from others, or null.</param>
/// <param name="den">The number of the den whose name tells it from others, or null.</param>
[Name("SearchHit"), ReadableBy(Readers.Everyone)]
public sealed class SearchHit(INode node, string title, string? detail, string? enterprise = null, string? den = null)
{
    /// <summary>节点. What was found.</summary>
    public INode Node { get; } = node;

    /// <summary>标题. Its name or number.</summary>
    public string Title { get; } = title;

    /// <summary>说明. What tells it from others: an enterprise's code, a case's number, the enterprise of a licence, the enterprise or den of an inspection or an order, the case of a transfer, a den's address.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Detail(IResolveFieldContext field, [FromServices] Database database) => (enterprise, den) switch
    {
        ({ } code, _) =>
            Ready.From<EnterpriseType?, string?>(EnterpriseType.LoaderOf(field, database).Load(code), holder => holder?.Row.Name),
        (_, { } number) => Ready.From<DenType?, string?>(NodeReader.Load<DenType>(field, number), found => found?.Row.Name),
        _ => Ready.With(detail),
    };
}
