using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>企业命令的入口.</summary>
public sealed class EnterpriseDoor() : CommandDoor<IEnterpriseGrain, EnterpriseState, EnterpriseCommand, EnterpriseType>(
    Enterprise.Concept.Name, "creditCode", "统一社会信用代码. Which enterprise.", "enterprise", "企业", subject => new(subject))
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        var problem = CreditCode.Parse(given, out var parsed);
        key = problem is null ? parsed.ToString() : given;
        return problem;
    }
}
