using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The other cases and the inspections that a case is handled with.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInJoining(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        JoinCase or NoteJoinedCase or LinkInspection when !state.IsOpen => new CaseNotInStage(state.Stage),
        JoinCase c => DecideJoinCase(state, c, now),
        NoteJoinedCase c => state.Joined.Contains(c.Other) ? Decision<CaseEvent>.AlreadySo : new CaseJoined(c.Other, c.Grounds),
        LinkInspection c => state.LinkedInspections.Contains(c.Inspection) || state.Lead.SourceReference == c.Inspection
            ? Decision<CaseEvent>.AlreadySo
            : new InspectionLinked(c.Inspection) { Inspectors = c.Inspectors },
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInJoining(CaseState state, CaseEvent happened) => happened switch
    {
        CaseJoined e => state with { Joined = state.Joined.Add(e.Other), OwedToJoined = e.Owed is { } owed ? state.OwedToJoined.Add(owed) : state.OwedToJoined },
        JoinedCaseTold => state with { OwedToJoined = state.OwedToJoined.IsEmpty ? [] : state.OwedToJoined.RemoveAt(0) },
        InspectionLinked e => state with
        {
            LinkedInspections = state.LinkedInspections.Add(e.Inspection),
            Inspectors = [.. state.Inspectors.Union(e.Inspectors ?? [])],
        },
        _ => null,
    };

    // The lesser number decides and tells the greater. The version that is expected is of the case that was named; the shell has compared it where that is this one.
    private static Decision<CaseEvent> DecideJoinCase(CaseState state, JoinCase c, Circumstances now)
    {
        if ((c.PartnerOf(state.Number, out var other) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        if (state.Joined.Contains(other))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        if (string.CompareOrdinal(other, state.Number) < 0)
        {
            return new InvalidInput("other", $"并案应从编号在前的案件{other}登记", $"Cases are joined from the lesser number, {other}");
        }

        return now.Required<JoinPartnerFound>() switch
        {
            { Stage: null } => new NotFound("case", other),
            { Version: { } actual } when c.Number == other && c.ExpectedVersion is { } expected && expected != actual => new VersionConflict(expected, actual),
            { Stage: { } ended } when ended.HasEnded() => new CaseNotInStage(ended),
            _ => new CaseJoined(other, c.Grounds.Trimmed(), new JoinOwed(other, now.Now, c.Grounds.Trimmed(), DecidingPerson.Of(now.Actor))),
        };
    }
}

/// <summary>待告知另案. What a case that was joined has yet to be told; due at once.</summary>
/// <param name="Other">另案编号. Which.</param>
/// <param name="Since">起时. When it was decided (UTC).</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
/// <param name="By">决定人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("join-owed")]
public sealed record JoinOwed(string Other, DateTimeOffset Since, Grounds Grounds, DecidingPerson By);

/// <summary>并案办理. Handles it together with another case.</summary>
/// <param name="Number">案件编号. Which case.</param>
/// <param name="Other">另案编号. The number of the other case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.join"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage>]
public sealed record JoinCase(string Number, string Other, Grounds Grounds) : CaseCommand, IConcernsTwo
{
    string IConcernsTwo.Named => Number;

    // The lesser number decides and tells the greater: a case waits only for cases of greater numbers, so that no two ever wait for one another.
    string IConcernsTwo.TakenBy => DrawnNumber.Parse(Case.Prefix, Other, out var other) is null && string.CompareOrdinal(other, Number) < 0 ? other : Number;

    /// <summary>The case that one of the two is joined with, in normal form; answers with what is wrong with the numbers.</summary>
    /// <param name="number">The number of the one that is asked.</param>
    /// <param name="partner">The number of the other; of no meaning when there is a problem.</param>
    internal InvalidInput? PartnerOf(string number, out string partner)
    {
        if (DrawnNumber.Parse(Case.Prefix, Number, out var named) is { } wrong)
        {
            partner = named;
            return wrong;
        }

        if (DrawnNumber.Parse(Case.Prefix, Other, out var other) is { } wrongOther)
        {
            partner = other;
            return wrongOther with { Field = "other" };
        }

        partner = number == other ? named : other;
        return named == other ? new InvalidInput("other", "不能与本案自身并案", "A case is not joined with itself")
            : number != named && number != other ? new InvalidInput("number", $"并案不涉及案件{number}", $"The two do not concern case {number}")
            : null;
    }
}

/// <summary>登记并案. What the case that was joined with it first tells it; given in the name of who decided.</summary>
/// <param name="Other">另案编号. The other case.</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
[GenerateSerializer, Immutable, Alias("case.note-joined"), AllowedTo(Decisions), NotOffered]
[Refuses<CaseNotInStage>]
public sealed record NoteJoinedCase(string Other, Grounds Grounds) : CaseCommand;

/// <summary>关联检查. What an inspection tells a case that its findings belong to; given in the name of who recorded it.</summary>
/// <param name="Inspection">检查编号. Which inspection.</param>
/// <param name="Inspectors">检查人员. User names of who made it; null from before they were told.</param>
[GenerateSerializer, Immutable, Alias("case.link-inspection"), AllowedTo(Recorders), NotOffered]
[Refuses<CaseNotInStage>]
public sealed record LinkInspection(string Inspection, ImmutableArray<string>? Inspectors = null) : CaseCommand;

/// <summary>并案另案. What the shell found of the case that this one is to be joined with.</summary>
/// <param name="Stage">另案阶段. Where it stands; null when there is none.</param>
/// <param name="Version">另案版本. Its version; null when there is none.</param>
public sealed record JoinPartnerFound(CaseStage? Stage, int? Version);

/// <summary>已并案. It is handled together with another.</summary>
/// <param name="Other">另案编号. The other case.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Owed">待告知另案. What the other case has yet to be told; null where it told this one.</param>
[Alias("case.joined")]
public sealed record CaseJoined(string Other, Grounds Grounds, JoinOwed? Owed = null) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"与{Other}并案办理", $"Handled together with {Other}");
}

/// <summary>已告知另案. The case it was joined with was told.</summary>
/// <param name="Other">另案编号. Which.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("case.joined-case-told")]
public sealed record JoinedCaseTold(string Other, string? Refused) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Refused is null
        ? new($"已告知并案的{Other}", $"Case {Other} was told that they are joined")
        : new($"{Other}未能并案", $"Case {Other} could not be joined");
}

/// <summary>检查已关联. An inspection's findings belong to it.</summary>
/// <param name="Inspection">检查编号. Which inspection.</param>
[Alias("case.inspection-linked")]
public sealed record InspectionLinked(string Inspection) : CaseEvent
{
    /// <summary>检查人员. User names of who made it; null from before that was kept.</summary>
    public ImmutableArray<string>? Inspectors { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"关联检查{Inspection}", $"Inspection {Inspection} belongs to it");
}
