using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Sections;

/// <summary>责任科室命令的入口.</summary>
public sealed class SectionDoor() : CommandDoor<ISectionGrain, Section, SectionCommand, SectionType>(
    Section.ConceptName, "code", "代码. What records carry, at most 50 letters, digits, hyphens and underscores; it never changes.", "section", "责任科室", subject => new(subject))
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = given.Trim();
        return ListedName.ProblemWithCode(key);
    }

    // Those that the notice names are there before anybody has touched them.
    /// <inheritdoc/>
    protected override bool IsBuiltIn(string key) => Section.Find(key) is not null;
}
