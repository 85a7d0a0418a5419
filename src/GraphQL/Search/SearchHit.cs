using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Licences;

namespace ShuangDa.GraphQL.Search;

/// <summary>查找结果. A node that was found.</summary>
/// <param name="node">The node.</param>
[Name("SearchHit")]
public sealed class SearchHit(INode node)
{
    /// <summary>节点. What was found.</summary>
    public INode Node { get; } = node;

    /// <summary>标题. Its name or number.</summary>
    public string Title => Node switch
    {
        EnterpriseType enterprise => enterprise.Name,
        LicenceType licence => licence.Number,
        CaseType found => found.Title,
        _ => Node.Subject,
    };

    /// <summary>说明. What tells it from others: an enterprise's code, a licence's holder.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<string?> Detail(IResolveFieldContext field, [FromServices] Database database) => Node switch
    {
        EnterpriseType enterprise => Ready.With<string?>(enterprise.CreditCode),
        CaseType found => Ready.With<string?>(found.Number),
        LicenceType licence => Ready.From<EnterpriseType?, string?>(EnterpriseType.LoaderOf(field, database).Load(licence.Holder), holder => holder?.Name),
        _ => Ready.With<string?>(null),
    };
}
