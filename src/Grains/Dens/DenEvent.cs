using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>窝点事件. What can have happened to a den. Names and fields are storage format.</summary>
public abstract record DenEvent : Event;

/// <summary>窝点步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record DenStep(Grounds Grounds) : DenEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
