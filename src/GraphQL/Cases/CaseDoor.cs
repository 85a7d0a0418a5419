using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件命令的入口.</summary>
public sealed class CaseDoor : NumberedDoor<ICaseGrain, CaseState, CaseCommand, CaseType>
{
    /// <inheritdoc/>
    public override string KeyDescription => "案件编号. Which case.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("case", "案件");

    /// <inheritdoc/>
    protected override string Concept => Case.Concept.Name;

    /// <inheritdoc/>
    protected override string Prefix => Case.Prefix;

    /// <inheritdoc/>
    protected override CaseType Show(Snapshot<CaseState> subject) => new(subject);
}
