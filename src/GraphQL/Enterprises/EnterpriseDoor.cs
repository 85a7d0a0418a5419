using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>企业命令的入口.</summary>
public sealed class EnterpriseDoor() : SubjectDoor<IEnterpriseGrain, EnterpriseState, EnterpriseCommand, EnterpriseRow, EnterpriseType>(
    Enterprise.Concept, "creditCode", "统一社会信用代码. Which enterprise.", "enterprise", "企业")
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        var problem = CreditCode.ParseCarried(given, out var parsed);
        key = problem is null ? parsed.ToString() : given;
        return problem;
    }

    /// <inheritdoc/>
    protected override int SearchPlace => 0;

    /// <inheritdoc/>
    internal override SearchHit HitOf(EnterpriseType found) => new(found, found.Row.Name, found.Row.CreditCode);
}
