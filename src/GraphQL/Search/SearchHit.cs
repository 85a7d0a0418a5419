using GraphQL;
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
        _ => Node.Subject,
    };

    /// <summary>说明. What tells it from others: an enterprise's code, a licence's holder.</summary>
    public string? Detail => Node switch
    {
        EnterpriseType enterprise => enterprise.CreditCode,
        _ => null,
    };
}
