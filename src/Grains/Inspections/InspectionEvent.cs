using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查事件. What can have happened to an inspection. Names and fields are storage format.</summary>
public abstract record InspectionEvent : Event;

/// <summary>检查步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record InspectionStep(Grounds Grounds) : InspectionEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
