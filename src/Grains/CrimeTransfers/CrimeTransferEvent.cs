using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送事件. What can have happened to a crime transfer. Names and fields are storage format.</summary>
public abstract record CrimeTransferEvent : Event;

/// <summary>移送步骤. An event that somebody of the bureau took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record CrimeTransferStep(Grounds Grounds) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
