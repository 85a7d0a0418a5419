using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
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

/// <summary>已责令限期整改. The order was given.</summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="Order">责令内容. What it says.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai).</param>
/// <param name="WarnOn">提醒日. The day on which a third of the time is left, or null.</param>
/// <param name="Grounds">理由与依据. Why, and the notice's number.</param>
[Alias("rectification.ordered")]
public sealed record RectificationOrdered(string Number, RectificationOrder Order, DateOnly DueOn, DateOnly? WarnOn, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"责令于{DueOn:yyyy-MM-dd}前整改，共{Order.Requirements.Length}项", $"Ordered to put {Order.Requirements.Length} matters right by {DueOn:yyyy-MM-dd}");
}

/// <summary>已提醒. The section was warned that the order's day comes near.</summary>
/// <param name="On">提醒日. The day the warning was for (Asia/Shanghai).</param>
/// <param name="DueOn">整改期限. The order's last day.</param>
[Alias("rectification.warned")]
public sealed record RectificationWarned(DateOnly On, DateOnly DueOn) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提醒：整改期限{DueOn:yyyy-MM-dd}将至", $"Warning: the order's day, {DueOn:yyyy-MM-dd}, comes near");

    /// <summary>The day the warning was for.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>企业已报告整改. The enterprise reported it done.</summary>
/// <param name="Report">整改报告. What it said.</param>
/// <param name="ReinspectBy">复查截止日. The last day of the re-inspection's term (Asia/Shanghai).</param>
[Alias("rectification.reported")]
public sealed record RectificationReported(RectificationReport Report, DateOnly ReinspectBy) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Report.IsLate
        ? new("企业逾期报告整改完成", "The enterprise reported completion after its day")
        : new($"企业报告整改完成，应于{ReinspectBy:yyyy-MM-dd}前复查", $"The enterprise reported completion; re-inspection by {ReinspectBy:yyyy-MM-dd}");
}

/// <summary>整改期限已延长. More time was given.</summary>
/// <param name="Extension">延期. From when to when.</param>
/// <param name="WarnOn">提醒日. The day on which a third of the new time is left, or null.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.extended")]
public sealed record RectificationExtended(RectificationExtension Extension, DateOnly? WarnOn, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"整改期限由{Extension.From:yyyy-MM-dd}延至{Extension.To:yyyy-MM-dd}：{Grounds.Reason}", $"Extended from {Extension.From:yyyy-MM-dd} to {Extension.To:yyyy-MM-dd}: {Grounds.Reason}");
}

/// <summary>逾期未改正. The order's day passed and nothing was reported.</summary>
/// <param name="LastDay">整改期限. The last day (Asia/Shanghai).</param>
/// <param name="ReinspectBy">复查截止日. The last day of the re-inspection's term.</param>
[Alias("rectification.overdue")]
public sealed record RectificationFellOverdue(DateOnly LastDay, DateOnly ReinspectBy) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"整改期限{LastDay:yyyy-MM-dd}届满，未报告整改", $"The order's day, {LastDay:yyyy-MM-dd}, passed without a report");

    /// <summary>The first day on which it is overdue.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}

/// <summary>已复查. A re-inspection was recorded.</summary>
/// <param name="Reinspection">复查. What it found.</param>
/// <param name="Grounds">理由与依据. The basis and the record's number.</param>
[Alias("rectification.reinspected")]
public sealed record RectificationReinspected(Reinspection Reinspection, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"复查：{Terms.Of(Reinspection.Result).Chinese}", $"Re-inspected: {Terms.Of(Reinspection.Result).English}");
}

/// <summary>已提出处理建议. A measure waits for a person's decision.</summary>
/// <param name="Proposal">处理建议. Which, and why.</param>
[Alias("rectification.measure-proposed")]
public sealed record RectificationMeasureProposed(MeasureProposal Proposal) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建议{Terms.Of(Proposal.Measure).Chinese}", $"Proposed: {Terms.Of(Proposal.Measure).English}");

    /// <summary>The day it was proposed.</summary>
    public override DateOnly? EffectiveOn => Proposal.ProposedOn;
}

/// <summary>已决定处理建议. A person took the measure or declined it.</summary>
/// <param name="Decided">决定. What was decided.</param>
/// <param name="Change">许可变更. What the licence is to be told, or null.</param>
/// <param name="Grounds">理由与依据. Why, and the document's number.</param>
[Alias("rectification.measure-decided")]
public sealed record RectificationMeasureDecided(DecidedMeasure Decided, LicenceChange? Change, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Decided.Accepted
        ? new($"决定{Terms.Of(Decided.Measure).Chinese}：{Grounds.Reason}", $"Taken: {Terms.Of(Decided.Measure).English}: {Grounds.Reason}")
        : new($"不采纳{Terms.Of(Decided.Measure).Chinese}的建议：{Grounds.Reason}", $"Declined: {Terms.Of(Decided.Measure).English}: {Grounds.Reason}");
}

/// <summary>已收到答复. The recipient of a measure's document answered.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Answer">答复. What was answered.</param>
/// <param name="Change">许可变更. What the licence is to be told, or null.</param>
[Alias("rectification.measure-answered")]
public sealed record RectificationMeasureAnswered(RectificationMeasure Measure, MeasureAnswer Answer, LicenceChange? Change) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Answer.Granted
        ? new($"{Terms.Of(Measure).Chinese}：对方同意办理", $"{Terms.Of(Measure).English}: granted")
        : new($"{Terms.Of(Measure).Chinese}：对方未予办理", $"{Terms.Of(Measure).English}: not granted");

    /// <inheritdoc/>
    public override string? Document => Answer.DocumentNumber;
}

/// <summary>许可证已相应变更. The licence took the step that was decided here.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Licence">许可证. Its number.</param>
[Alias("rectification.licence-changed")]
public sealed record RectificationLicenceChanged(LicenceChangeKind Kind, string Licence) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"许可证{Licence}已{Terms.Of(Kind).Chinese}", $"Licence {Licence}: {Terms.Of(Kind).English}");
}

/// <summary>许可证未能变更. The licence refused the step that was decided here; a person has to see to it.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Licence">许可证. Its number.</param>
/// <param name="Code">代码. The refusal's code.</param>
/// <param name="Chinese">说明. Why, in Chinese.</param>
/// <param name="English">说明（英文）. Why, in English.</param>
[Alias("rectification.licence-not-changed")]
public sealed record RectificationLicenceNotChanged(LicenceChangeKind Kind, string Licence, string Code, string Chinese, string English) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"许可证{Licence}未能{Terms.Of(Kind).Chinese}：{Chinese}", $"Licence {Licence} was not {Terms.Of(Kind).English}: {English}");
}

/// <summary>整改已接办. Another officer answers for the order.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.taken-over")]
public sealed record RectificationTakenOver(string From, string To, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"整改由{To}接办", $"Taken over by {To}");
}

/// <summary>整改已移交科室. Another section answers for the order.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.handed-over")]
public sealed record RectificationHandedOver(SectionHandover Handover, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}

/// <summary>期限已逾. A term of the bureau's own lapsed.</summary>
/// <param name="Lapse">逾期记录. Which, and who answers for it.</param>
[Alias("rectification.deadline-lapsed")]
public sealed record RectificationDeadlineLapsed(RectificationLapse Lapse) : RectificationEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Lapse.Kind == RectificationDeadlines.Reinspection
        ? new($"复查期限{Lapse.LastDay:yyyy-MM-dd}已过，尚未复查", $"The re-inspection was due by {Lapse.LastDay:yyyy-MM-dd} and was not made")
        : new($"处理建议的决定期限{Lapse.LastDay:yyyy-MM-dd}已过，尚未决定", $"The proposed measure was to be decided by {Lapse.LastDay:yyyy-MM-dd} and was not");

    /// <summary>The first day after the term.</summary>
    public override DateOnly? EffectiveOn => Lapse.LastDay.PlusDays(1);

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;
}

/// <summary>责令已撤销. The order no longer stands.</summary>
/// <param name="VoidedOn">撤销日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.voided")]
public sealed record RectificationVoided(DateOnly VoidedOn, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"责令不再有效：{Grounds.Reason}", $"The order no longer stands: {Grounds.Reason}");
}

/// <summary>The JSON forms of everything an order stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<RectificationState>))]
[JsonSerializable(typeof(RectificationState))]
[JsonSerializable(typeof(RectificationOrdered))]
[JsonSerializable(typeof(RectificationWarned))]
[JsonSerializable(typeof(RectificationReported))]
[JsonSerializable(typeof(RectificationExtended))]
[JsonSerializable(typeof(RectificationFellOverdue))]
[JsonSerializable(typeof(RectificationReinspected))]
[JsonSerializable(typeof(RectificationMeasureProposed))]
[JsonSerializable(typeof(RectificationMeasureDecided))]
[JsonSerializable(typeof(RectificationMeasureAnswered))]
[JsonSerializable(typeof(RectificationLicenceChanged))]
[JsonSerializable(typeof(RectificationLicenceNotChanged))]
[JsonSerializable(typeof(RectificationTakenOver))]
[JsonSerializable(typeof(RectificationHandedOver))]
[JsonSerializable(typeof(RectificationDeadlineLapsed))]
[JsonSerializable(typeof(RectificationVoided))]
[JsonSerializable(typeof(OrderRectification))]
[JsonSerializable(typeof(ReportRectification))]
[JsonSerializable(typeof(ExtendRectification))]
[JsonSerializable(typeof(RecordReinspection))]
[JsonSerializable(typeof(ProposeRectificationMeasure))]
[JsonSerializable(typeof(DecideRectificationMeasure))]
[JsonSerializable(typeof(RecordMeasureAnswer))]
[JsonSerializable(typeof(VoidRectification))]
[JsonSerializable(typeof(MoveRectificationWork))]
[JsonSerializable(typeof(HandOverRectification))]
[JsonSerializable(typeof(RectificationDeadlineReached))]
internal sealed partial class RectificationJson : JsonSerializerContext;
