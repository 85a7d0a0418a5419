using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查命令的入口.</summary>
public sealed class InspectionDoor() : NumberedDoor<IInspectionGrain, InspectionState, InspectionCommand, InspectionType>(
    Inspection.Concept.Name, Inspection.NumberPrefix, "编号. Which inspection.", "inspection", "检查", subject => new(subject));
