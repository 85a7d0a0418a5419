using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改事件. What can have happened to an order. Names and fields are storage format; every day that follows from a rule is in the event, so that folding needs neither calendar nor rules.</summary>
public abstract record RectificationEvent : Event;

/// <summary>整改步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record RectificationStep(Grounds Grounds) : RectificationEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
