using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查命令. What may be asked of an inspection.</summary>
[GenerateSerializer, Immutable, Alias("inspection.command"), InCharge]
public abstract record InspectionCommand : Command
{
    /// <summary>计划. Who plans and cancels inspections.</summary>
    protected const Roles Planning = Roles.Officer | Roles.SectionHead | Roles.Leader | Roles.Legal;

    /// <summary>检查. Who records what was found.</summary>
    protected const Roles Inspecting = Roles.Officer | Roles.SectionHead;
}
