using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>企业命令的入口.</summary>
public sealed class EnterpriseDoor : CommandDoor<IEnterpriseGrain, EnterpriseState, EnterpriseCommand, EnterpriseType>
{
    /// <inheritdoc/>
    public override string Key => "creditCode";

    /// <inheritdoc/>
    public override string KeyDescription => "统一社会信用代码. Which enterprise.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("enterprise", "企业");

    /// <inheritdoc/>
    protected override string Concept => Enterprise.Concept.Name;

    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        var problem = CreditCode.Parse(given, out var parsed);
        key = problem is null ? parsed.ToString() : given;
        return problem;
    }

    /// <inheritdoc/>
    protected override EnterpriseType Show(Snapshot<EnterpriseState> subject) => new(subject);
}
