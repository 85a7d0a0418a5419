using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Who works on a case and who answers for it.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInOfficers(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AssignCaseOfficers or MoveCaseWork or HandOverCase when !state.IsOpen => new CaseNotInStage(state.Stage),
        AssignCaseOfficers when state.FiledOn is null => new CaseNotInStage(state.Stage),
        AssignCaseOfficers c => DecideAssignCaseOfficers(state, c, now),
        MoveCaseWork c => DecideMoveCaseWork(state, c, now),
        HandOverCase c => SectionHandover.Of(state.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new CaseHandedOver(handover, c.Grounds.Trimmed()),
            _ => Decision<CaseEvent>.AlreadySo,
        },
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInOfficers(CaseState state, CaseEvent happened) => happened switch
    {
        CaseOfficersAssigned e => state with { Officers = e.Officers, Investigators = [.. state.Investigators.Union(e.Officers)] },
        CaseTakenOver e => state with { TakenOverBy = e.To },
        CaseHandedOver e => state with { Section = e.Handover.To, Handovers = state.Handovers.Add(e.Handover) },
        _ => null,
    };

    private static Decision<CaseEvent> DecideAssignCaseOfficers(CaseState state, AssignCaseOfficers c, Circumstances now)
    {
        var officers = OfficerNames.Of(c.Officers);
        return (OfficerNames.Problem(officers, "officers", now) ?? c.Grounds.Problem()) is { } problem ? problem
            : NotToInvestigate(state, officers) is { } barred ? barred
            : officers.SequenceEqual(state.Officers) ? Decision<CaseEvent>.AlreadySo
            : new CaseOfficersAssigned(officers, c.Grounds.Trimmed());
    }

    // Whoever has reviewed the case, or presides over its hearing, does not investigate it (行政处罚法 第五十八条、第六十四条第四项).
    private static Refusal? NotToInvestigate(CaseState state, ImmutableArray<string> officers) =>
        state.ReviewedBy is { } reviewer && officers.Contains(reviewer) ? new ReviewerIsInvestigator(reviewer)
        : state.Rights is { Chair: { } chair } && officers.Contains(chair) ? new ChairIsInvestigator(chair)
        : null;

    private static Decision<CaseEvent> DecideMoveCaseWork(CaseState state, MoveCaseWork c, Circumstances now)
    {
        var (from, to) = (AccountName.Normalise(c.From), AccountName.Normalise(c.To));
        return WorkMove.Problem(state.Holders, state.Officers, from, to, c.Grounds, now) is { } problem ? problem
            : state.Officers.IsEmpty ? new CaseTakenOver(from, to, c.Grounds.Trimmed())
            : DecideAssignCaseOfficers(state, new AssignCaseOfficers(WorkMove.Replaced(state.Officers, from, to), c.Grounds), now);
    }
}

/// <summary>指派办案人员. Names other officers, two at least; those before stay investigators for the review.</summary>
/// <param name="Officers">办案人员. User names, the one who answers for it first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.assign-officers"), AllowedTo(Decisions), Dated, ByHeadOfSection]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator, ChairIsInvestigator>]
public sealed record AssignCaseOfficers([Most(OfficerNames.Most)] ImmutableArray<string> Officers, Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Officers;
}

/// <summary>移转案件. One person's part in a case passes to another; who investigated before stays an investigator for the review.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered, ByHeadOfSection]
[Refuses<CaseNotInStage, WorkNotHeld, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator>]
[Refuses<ChairIsInvestigator>]
public sealed record MoveCaseWork(string From, string To, Grounds Grounds) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>移交案件. Another section answers for the case from now on (R3.4.1).</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("case.hand-over"), AllowedTo(SectionHandover.Deciders), Dated]
[Refuses<CaseNotInStage>]
public sealed record HandOverCase(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CaseCommand;

/// <summary>办案人员已变更. Other officers investigate.</summary>
/// <param name="Officers">办案人员. User names.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.officers-assigned")]
public sealed record CaseOfficersAssigned(ImmutableArray<string> Officers, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"变更办案人员，现{Officers.Length}人", $"Officers assigned: {Officers.Length}");
}

/// <summary>线索已接办. Somebody took the lead over from whoever recorded it.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.taken-over")]
public sealed record CaseTakenOver(string From, string To, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"线索由{Named.Person(To)}接办", $"Taken over by {Named.Person(To)}");
}

/// <summary>案件已移交科室. Another section answers for the case.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.handed-over")]
public sealed record CaseHandedOver(SectionHandover Handover, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}
