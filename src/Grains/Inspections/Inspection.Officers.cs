using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// Who makes an inspection and who answers for it.
public static partial class Inspection
{
    private static Decision<InspectionEvent>? DecideInOfficers(InspectionState inspection, InspectionCommand command, Circumstances now) => command switch
    {
        AssignInspectionOfficers c => DecideAssignInspectionOfficers(inspection, c, now),
        MoveInspectionWork c => DecideMoveInspectionWork(inspection, c, now),
        HandOverInspection c => SectionHandover.Of(inspection.Plan.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new InspectionHandedOver(handover, c.Grounds.Trimmed()) { PassedOnBy = [Opener(inspection)] },
            _ => Decision<InspectionEvent>.AlreadySo,
        },
        _ => Decision<InspectionEvent>.NotOfThisStage,
    };

    private static InspectionState? ApplyInOfficers(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionOfficersAssigned e => inspection with
        {
            Plan = inspection.Plan with { Officers = e.Officers },
            PassedOnBy = WorkMove.PassedOn(inspection.PassedOnBy, e.PassedOnBy, [.. e.Officers]),
        },
        InspectionTakenOver e => inspection with
        {
            TakenOverBy = e.To,
            PassedOnBy = WorkMove.PassedOn(inspection.PassedOnBy, null, e.To),
        },
        InspectionHandedOver e => inspection with
        {
            Plan = inspection.Plan with { Section = e.Handover.To },
            Handovers = inspection.Handovers.Add(e.Handover),
            PassedOnBy = WorkMove.PassedOn(inspection.PassedOnBy, e.PassedOnBy),
        },
        _ => null,
    };

    private static string Opener(InspectionState inspection) => inspection.TakenOverBy ?? inspection.Plan.PlannedBy;

    private static Decision<InspectionEvent> DecideAssignInspectionOfficers(InspectionState inspection, AssignInspectionOfficers c, Circumstances now)
    {
        var officers = OfficerNames.Of(c.Officers);
        return (OfficerNames.Problem(officers, "officers", now) ?? c.Grounds.Problem()) is { } problem ? problem
            : officers.SequenceEqual(inspection.Plan.Officers) ? Decision<InspectionEvent>.AlreadySo
            : new InspectionOfficersAssigned(officers, c.Grounds.Trimmed());
    }

    private static Decision<InspectionEvent> DecideMoveInspectionWork(InspectionState inspection, MoveInspectionWork c, Circumstances now)
    {
        var (from, to) = (AccountName.Normalise(c.From), AccountName.Normalise(c.To));
        return WorkMove.Problem(inspection.Holders, inspection.Plan.Officers, from, to, c.Grounds, now) is { } problem ? problem
            : inspection.Plan.Officers.IsEmpty ? new InspectionTakenOver(from, to, c.Grounds.Trimmed())
            : Moved(DecideAssignInspectionOfficers(
                inspection, new AssignInspectionOfficers(WorkMove.Replaced(inspection.Plan.Officers, from, to), c.Grounds), now));

        Decision<InspectionEvent> Moved(Decision<InspectionEvent> assigned) =>
            assigned.Events is [InspectionOfficersAssigned one] ? one with { PassedOnBy = [from] } : assigned;
    }
}

/// <summary>指派检查人员. Names who is to go, two at least; in place of those named before.</summary>
/// <param name="Officers">执法人员. User names, two at least, the one who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.assign-officers"), AllowedTo(SectionHandover.Deciders), Dated, ByHeadOfSection]
[Refuses<InspectionNotPlanned, TooFewOfficers, OfficerCannotAct>]
public sealed record AssignInspectionOfficers([Most(OfficerNames.Most)] ImmutableArray<string> Officers, Grounds Grounds) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>移转检查. One person's part in a planned inspection passes to another.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("inspection.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered, ByHeadOfSection]
[Refuses<InspectionNotPlanned, WorkNotHeld, TooFewOfficers, OfficerCannotAct>]
public sealed record MoveInspectionWork(string From, string To, Grounds Grounds) : InspectionCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>移交检查. Another section answers for a planned inspection from now on (R3.4.1).</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("inspection.hand-over"), AllowedTo(SectionHandover.Deciders), Dated]
[Refuses<InspectionNotPlanned>]
public sealed record HandOverInspection(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : InspectionCommand;

/// <summary>检查人员已指派. Who is to go was named.</summary>
/// <param name="Officers">执法人员. User names, who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.officers-assigned")]
public sealed record InspectionOfficersAssigned(ImmutableArray<string> Officers, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <summary>移出人员. Who had a part in it and has none since; null where nobody had, and from before that was kept.</summary>
    public ImmutableArray<string>? PassedOnBy { get; init; }

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
    public override BilingualText Summary => new($"检查由{Named.Person(To)}接办", $"Taken over by {Named.Person(To)}");
}

/// <summary>检查已移交科室. Another section answers for the inspection.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("inspection.handed-over")]
public sealed record InspectionHandedOver(SectionHandover Handover, Grounds Grounds) : InspectionStep(Grounds)
{
    /// <summary>移出人员. Who had a part in it and has none since; null where nobody had, and from before that was kept.</summary>
    public ImmutableArray<string>? PassedOnBy { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}
