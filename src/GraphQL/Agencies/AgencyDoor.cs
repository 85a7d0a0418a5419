using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Agencies;

/// <summary>协作部门命令的入口.</summary>
public sealed class AgencyDoor() : CommandDoor<IAgencyGrain, Agency, AgencyCommand, AgencyType>(
    Agency.ConceptName, "code", "代码. What records carry, at most 50 letters, digits, hyphens and underscores; it never changes.", "agency", "协作部门", subject => new(subject))
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = given.Trim();
        return ListedName.ProblemWithCode(key);
    }

    // Those that the notice names are there before anybody has touched them.
    /// <inheritdoc/>
    protected override bool IsBuiltIn(string key) => Agency.Find(key) is not null;
}
