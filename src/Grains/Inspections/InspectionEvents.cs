using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Handovers;
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

/// <summary>已计划检查. The inspection was planned.</summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="Plan">计划. What was planned.</param>
[Alias("inspection.planned")]
public sealed record InspectionPlanned(string Number, InspectionPlan Plan) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"计划检查（{Terms.Of(Plan.Basis).Chinese}），{Plan.PlannedOn:yyyy-MM-dd}前完成", $"Planned ({Terms.Of(Plan.Basis).English}), to be done by {Plan.PlannedOn:yyyy-MM-dd}");
}

/// <summary>已记录检查. What was found was recorded.</summary>
/// <param name="Record">检查记录. What was found.</param>
/// <param name="Owed">待告知案件. What a case is to be told of it, or null.</param>
[Alias("inspection.recorded")]
public sealed record InspectionRecorded(InspectionRecord Record, CaseOwed? Owed = null) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"检查：不符合{Record.Nonconforming.Count()}项，{Terms.Of(Record.Result).Chinese}",
        $"Inspected: {Record.Nonconforming.Count()} items do not conform; {Terms.Of(Record.Result).English}");

    /// <summary>The day of the inspection.</summary>
    public override DateOnly? EffectiveOn => Record.InspectedOn;

    /// <inheritdoc/>
    public override string? LegalBasis => Inspection.PowerToInspect;
}

/// <summary>已告知案件. The case was told what was found.</summary>
/// <param name="Case">案件编号. Which case.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("inspection.case-told")]
public sealed record InspectionCaseTold(string Case, string? Refused) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Refused is null ? new($"已告知案件{Case}", $"Case {Case} was told") : new($"案件{Case}未能接受（{Refused}）", $"Case {Case} would not have it ({Refused})");
}

/// <summary>已取消检查. The inspection was cancelled.</summary>
/// <param name="CancelledOn">取消日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.cancelled")]
public sealed record InspectionCancelled(DateOnly CancelledOn, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"取消检查：{Grounds.Reason}", $"Cancelled: {Grounds.Reason}");
}

/// <summary>检查人员已指派. Who is to go was named.</summary>
/// <param name="Officers">执法人员. User names, who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.officers-assigned")]
public sealed record InspectionOfficersAssigned(ImmutableArray<string> Officers, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"指派检查人员{Officers.Length}人", $"Officers assigned: {Officers.Length}");
}

/// <summary>检查已接办. Somebody took over an inspection for which no officers are named yet.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.taken-over")]
public sealed record InspectionTakenOver(string From, string To, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"检查由{To}接办", $"Taken over by {To}");
}

/// <summary>检查已移交科室. Another section answers for the inspection.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.handed-over")]
public sealed record InspectionHandedOver(SectionHandover Handover, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}

/// <summary>计划日已过. The planned day passed and nothing was recorded.</summary>
/// <param name="PlannedOn">计划日. The last day (Asia/Shanghai).</param>
/// <param name="Section">责任科室. Who answers for it, or null.</param>
/// <param name="Officer">责任人. The user name of who answered for it.</param>
[Alias("inspection.deadline-lapsed")]
public sealed record InspectionDeadlineLapsed(DateOnly PlannedOn, string? Section, string Officer) : InspectionEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"计划日{PlannedOn:yyyy-MM-dd}已过，尚未检查（责任科室{Section ?? "未定"}，责任人{Officer}）",
        $"It was to be done by {PlannedOn:yyyy-MM-dd} and was not; {Officer} of {Section ?? "no section"} answers for it");

    /// <summary>The first day after the planned one.</summary>
    public override DateOnly? EffectiveOn => PlannedOn.PlusDays(1);

    /// <inheritdoc/>
    public override string? LegalBasis => Inspection.PlannedDayRule;
}

/// <summary>The JSON forms of everything an inspection stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<InspectionState>))]
[JsonSerializable(typeof(InspectionState))]
[JsonSerializable(typeof(InspectionPlanned))]
[JsonSerializable(typeof(InspectionRecorded))]
[JsonSerializable(typeof(InspectionCaseTold))]
[JsonSerializable(typeof(InspectionCancelled))]
[JsonSerializable(typeof(InspectionOfficersAssigned))]
[JsonSerializable(typeof(InspectionTakenOver))]
[JsonSerializable(typeof(InspectionHandedOver))]
[JsonSerializable(typeof(InspectionDeadlineLapsed))]
[JsonSerializable(typeof(PlanInspection))]
[JsonSerializable(typeof(RecordInspection))]
[JsonSerializable(typeof(CancelInspection))]
[JsonSerializable(typeof(AssignInspectionOfficers))]
[JsonSerializable(typeof(MoveInspectionWork))]
[JsonSerializable(typeof(HandOverInspection))]
[JsonSerializable(typeof(InspectionDeadlineReached))]
internal sealed partial class InspectionJson : JsonSerializerContext;
