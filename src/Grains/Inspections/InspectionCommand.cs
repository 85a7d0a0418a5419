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

    /// <summary>Why the record is not bound to those in charge.</summary>
    protected const string ByThoseThere = "one of those who were there records it, or for them a person of its section (行政处罚法 第五十五条)";
}
