using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证事件. What can have happened to a licence. Names and fields are storage format; every day that follows from a rule is in the event, so that folding needs neither calendar nor rules.</summary>
public abstract record LicenceEvent : Event;

/// <summary>许可证步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record LicenceStep(Grounds Grounds) : LicenceEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>科室措施. A step on a licence that is a section's work.</summary>
internal interface ISectionsWork
{
    /// <summary>承办科室. The section whose work it is; null where a register tells it, and in what was recorded before that was
    /// kept.</summary>
    string? Section { get; }
}
