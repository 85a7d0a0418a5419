using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件事件. What can have happened to a case. Names and fields are storage format; every instant that follows from a rule is in an event, so that folding needs neither calendar nor rules.</summary>
public abstract record CaseEvent : Event;

/// <summary>案件步骤. An event that somebody took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record CaseStep(Grounds Grounds) : CaseEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>
/// 重新办理. An event with which a case begins anew: whoever had reviewed it or presided over its hearing by then had a part in it still.
/// </summary>
internal interface IBeginsAnew
{
    /// <summary>此前的审核人、听证主持人. User names; null where there were none, and from before they were kept.</summary>
    ImmutableArray<string>? Reviewed { get; }
}

/// <summary>
/// 有日期的步骤. An event after which nothing more can have been done on an earlier day. Those of before it was kept have no day.
/// </summary>
internal interface ICaseMilestone
{
    /// <summary>日期. The day of the step (Asia/Shanghai), or null.</summary>
    DateOnly? On { get; }
}
