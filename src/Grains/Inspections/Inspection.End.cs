using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// What becomes of a planned inspection whose enterprise has ended: nobody is left to be inspected, and nothing lapses in an officer's name.
public static partial class Inspection
{
    private static Decision<InspectionEvent>? DecideInEnd(InspectionState inspection, InspectionCommand command, Circumstances now) =>
        (command, inspection) switch
        {
            (NoteInspectedClosing c, { Status: InspectionStatus.Planned }) => EndedWith(inspection, c.ClosedOn, now),
            (NoteInspectedReopening, { EnterpriseEndedOn: not null }) => DecideNoteInspectedReopening(inspection, now),
            (NoteInspectedClosing or NoteInspectedReopening, _) => Decision<InspectionEvent>.AlreadySo,
            _ => Decision<InspectionEvent>.NotOfThisStage,
        };

    private static InspectionState? ApplyInEnd(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionEndedWithEnterprise e => inspection with
        {
            Status = InspectionStatus.Cancelled,
            EnterpriseEndedOn = e.ClosedOn,

            // Nobody answers for a day on which there was nobody left to inspect.
            IsLate = inspection.IsLate && inspection.Plan.LastDay < e.ClosedOn,
        },
        InspectionResumed e => inspection with
        {
            Status = InspectionStatus.Planned,
            EnterpriseEndedOn = null,
            Plan = (e.LastDay, inspection.Plan.RecordBy) switch
            {
                (null, _) => inspection.Plan,
                ({ } lastDay, null) => inspection.Plan with { PlannedOn = lastDay },
                ({ } lastDay, _) => inspection.Plan with { RecordBy = lastDay },
            },
        },
        _ => null,
    };

    private static InspectionEndedWithEnterprise EndedWith(InspectionState inspection, DateOnly on, Circumstances now) =>
        new(on, now.Today) { Den = inspection.Plan.Den };

    /// <summary>Whether a command comes too late. A visit from before the end of the enterprise is recorded also after it.</summary>
    private static bool IsClosedTo(InspectionState inspection, InspectionCommand command) =>
        inspection.Status is not InspectionStatus.Planned && !(command is RecordInspection && inspection.EnterpriseEndedOn is not null);

    /// <summary>Who had ended before the day of a visit was not visited; null where there is nothing against it.</summary>
    private static InvalidInput? EndProblem(DateOnly? endedOn, DateOnly? visitedOn) => visitedOn > endedOn
        ? new InvalidInput(
            "inspectedOn",
            $"检查对象已于{IsoDate.Of(endedOn.Value)}终止，检查日不能晚于该日",
            $"Who is inspected ended on {IsoDate.Of(endedOn.Value)} and was not inspected after that day")
        : null;

    /// <summary>A sweep looks at each enterprise once: what took the place of an inspection that had ended keeps it. Null where the place
    /// is free, or the inspection's own.</summary>
    private static AlreadyInSweep? PlaceTaken(InspectionState inspection, Circumstances now) =>
        inspection.EnterpriseEndedOn is not null && now.Required<InspectionFacts>().InSweep is { } other
            ? new AlreadyInSweep(inspection.Plan.Campaign!, other)
            : null;

    /// <summary>
    /// The inspection is planned again, unless its place was taken meanwhile. Its day was no one's to keep while the enterprise was held
    /// to have ended: where it has passed, there are as many days again as were left.
    /// </summary>
    private static Decision<InspectionEvent> DecideNoteInspectedReopening(InspectionState inspection, Circumstances now)
    {
        var (facts, plan) = (now.Required<InspectionFacts>(), inspection.Plan);
        return PlaceTaken(inspection, now) is { } taken ? taken
            : facts.Begun.FirstOrDefault(one => one.By == plan.BegunBy) is { Number: var begun } ? new AlreadyBegun(begun, plan.PlannedOn)
            : new InspectionResumed(now.Today, !inspection.IsLate && plan.LastDay < now.Today ? AsLate(inspection, now.Today) : null)
            {
                Den = plan.Den,
            };

        static DateOnly AsLate(InspectionState ended, DateOnly today) =>
            today.PlusDays(Math.Max(0, ended.Plan.LastDay.DayNumber - ended.EnterpriseEndedOn!.Value.DayNumber));
    }
}

/// <summary>登记企业终止. Tells a planned inspection that its enterprise or den has ended: nobody is left to be inspected.</summary>
/// <param name="ClosedOn">终止日期. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("inspection.note-closing"), AllowedTo(Roles.SectionHead | Roles.System), NotOffered]
public sealed record NoteInspectedClosing(DateOnly ClosedOn) : InspectionCommand;

/// <summary>登记企业恢复. Tells an inspection that ended with its enterprise or den that this is there.</summary>
[GenerateSerializer, Immutable, Alias("inspection.note-reopening"), AllowedTo(Roles.SectionHead), NotOffered]
[Refuses<AlreadyInSweep, AlreadyBegun>]
public sealed record NoteInspectedReopening : InspectionCommand;

/// <summary>因企业终止取消. The enterprise has ended before it was inspected; a lapse of a day on which it was gone is nobody's.</summary>
/// <param name="ClosedOn">终止日期. The day on which the enterprise ended (Asia/Shanghai).</param>
/// <param name="On">日期. The day on which the inspection was told (Asia/Shanghai).</param>
[Alias("inspection.ended-with-enterprise")]
public sealed record InspectionEndedWithEnterprise(DateOnly ClosedOn, DateOnly On) : InspectionEvent, IMadeByClock
{
    /// <summary>窝点. The number of the den that ended; null where an enterprise did.</summary>
    public string? Den { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Den is null
        ? new(
            $"企业已于{IsoDate.Of(ClosedOn)}终止，取消检查，计划日不再计算",
            $"The enterprise ended on {IsoDate.Of(ClosedOn)}: it is inspected no more, and no term runs")
        : new(
            $"窝点已于{IsoDate.Of(ClosedOn)}终结，取消检查，计划日不再计算",
            $"The den ended on {IsoDate.Of(ClosedOn)}: it is inspected no more, and no term runs");

    /// <summary>The day on which the inspection was told.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>检查恢复. The enterprise had not ended after all: it is to be inspected as before.</summary>
/// <param name="On">日期. The day on which the inspection was told (Asia/Shanghai).</param>
/// <param name="LastDay">顺延后的末日. The last day to make it, where that had passed meanwhile; null where it is as it was.</param>
[Alias("inspection.resumed")]
public sealed record InspectionResumed(DateOnly On, DateOnly? LastDay = null) : InspectionEvent, IMadeByClock
{
    /// <summary>窝点. The number of the den that is there again; null where an enterprise had not ended.</summary>
    public string? Den { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => LastDay is { } lastDay
        ? new($"{Why.Chinese}，恢复检查，顺延至{IsoDate.Of(lastDay)}前完成", $"{Why.English}: it is to be inspected, by {IsoDate.Of(lastDay)}")
        : new($"{Why.Chinese}，恢复检查", $"{Why.English}: it is to be inspected as planned");

    private BilingualText Why => Den is null
        ? new("企业终止系误记", "The enterprise had not ended")
        : new("窝点已恢复", "The den is there");

    /// <summary>The day on which the inspection was told.</summary>
    public override DateOnly? EffectiveOn => On;
}
