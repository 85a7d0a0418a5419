using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Search;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查命令的入口.</summary>
public sealed class InspectionDoor() : WorkDoor<IInspectionGrain, InspectionState, InspectionCommand, InspectionRow, InspectionType>(
    Inspection.Concept, Inspection.NumberPrefix, "编号. Which inspection.", "inspection", "检查")
{
    /// <inheritdoc/>
    protected override int SearchPlace => 3;

    /// <inheritdoc/>
    internal override SearchHit HitOf(InspectionType found) => new(found, found.Row.Number, null, found.Row.Enterprise, found.Row.Den);

    /// <inheritdoc/>
    protected override InspectionCommand Move(MovedTo move) => new MoveInspectionWork(move.From, move.To, move.Grounds);
}
