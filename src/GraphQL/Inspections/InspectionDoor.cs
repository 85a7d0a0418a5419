using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查命令的入口.</summary>
public sealed class InspectionDoor : NumberedDoor<IInspectionGrain, InspectionState, InspectionCommand, InspectionType>
{
    /// <inheritdoc/>
    public override string KeyDescription => "编号. Which inspection.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("inspection", "检查");

    /// <inheritdoc/>
    protected override string Concept => Inspection.Concept.Name;

    /// <inheritdoc/>
    protected override string Prefix => Inspection.NumberPrefix;

    /// <inheritdoc/>
    protected override InspectionType Show(Snapshot<InspectionState> subject) => new(subject);
}
