using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// Who works on an order and who answers for it.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInOfficers(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        AssignRectificationOfficer or MoveRectificationWork or HandOverRectification when !rectification.IsOpen =>
            new RectificationNotOpen(rectification.Status),
        AssignRectificationOfficer c => DecideAssignRectificationOfficer(rectification, c, now),
        MoveRectificationWork c => DecideMoveRectificationWork(rectification, c, now),
        HandOverRectification c => SectionHandover.Of(rectification.Order.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new RectificationHandedOver(handover, c.Grounds.Trimmed())
            {
                PassedOnBy = Reinspectors(rectification) is { IsEmpty: false } earlier ? earlier : null,
            },
            _ => Decision<RectificationEvent>.AlreadySo,
        },
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInOfficers(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationTakenOver e => rectification with
        {
            TakenOverBy = e.To,
            PassedOnBy = WorkMove.PassedOn(rectification.PassedOnBy, e.PassedOnBy, e.To),
        },
        RectificationHandedOver e => rectification with
        {
            Order = rectification.Order with { Section = e.Handover.To },
            Handovers = rectification.Handovers.Add(e.Handover),
            PassedOnBy = WorkMove.PassedOn(rectification.PassedOnBy, e.PassedOnBy),
        },
        _ => null,
    };

    /// <summary>参与办理的人员. Who gave the order, has it or re-inspected: none of them decides a ban that rests on it (行政处罚法 第五十七条).</summary>
    /// <param name="order">The order.</param>
    internal static IEnumerable<string> TookPart(RectificationState order) =>
        [order.Order.Officer, order.Responsible, .. Reinspectors(order), .. order.PassedOnBy];

    private static ImmutableArray<string> Reinspectors(RectificationState rectification) =>
        [.. rectification.Reinspections.SelectMany(one => one.Officers).Distinct()];

    // Whoever answers for it now passes it on: the same as moving that one's work, of one order.
    private static Decision<RectificationEvent> DecideAssignRectificationOfficer(
        RectificationState rectification, AssignRectificationOfficer c, Circumstances now) =>
        (FreeText.Missing("officer", c.Officer) ?? c.Grounds.Problem()) is { } problem ? problem
            : AccountName.Normalise(c.Officer) == rectification.Responsible ? Decision<RectificationEvent>.AlreadySo
            : DecideMoveRectificationWork(rectification, new MoveRectificationWork(rectification.Responsible, c.Officer, c.Grounds), now);

    private static Decision<RectificationEvent> DecideMoveRectificationWork(
        RectificationState rectification, MoveRectificationWork c, Circumstances now)
    {
        var (from, to) = (AccountName.Normalise(c.From), AccountName.Normalise(c.To));
        return WorkMove.Problem(rectification.Holders, [], from, to, c.Grounds, now) is { } problem ? problem
            : new RectificationTakenOver(from, to, c.Grounds.Trimmed()) { PassedOnBy = [from] };
    }
}

/// <summary>指派整改承办人. Names who answers for an order from now on, in place of whoever did.</summary>
/// <param name="Officer">承办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.assign-officer"), AllowedTo(SectionHandover.Deciders), Dated, ByHeadOfSection]
[Refuses<RectificationNotOpen, WorkNotHeld, OfficerCannotAct>]
public sealed record AssignRectificationOfficer([Longest(AccountName.MaxLength)] string Officer, Grounds Grounds)
    : RectificationCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [Officer];
}

/// <summary>移转整改. An order passes from the officer who answers for it to another.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered, ByHeadOfSection]
[Refuses<RectificationNotOpen, WorkNotHeld, OfficerCannotAct>]
public sealed record MoveRectificationWork(string From, string To, Grounds Grounds) : RectificationCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>移交整改. Another section answers for the order from now on (R3.4.1).</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("rectification.hand-over"), AllowedTo(SectionHandover.Deciders), Dated]
[Refuses<RectificationNotOpen>]
public sealed record HandOverRectification(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : RectificationCommand;

/// <summary>整改已接办. Another officer answers for the order.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.taken-over")]
public sealed record RectificationTakenOver(string From, string To, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <summary>移出人员. Who had a part in it and has none since; null where nobody had, and from before that was kept.</summary>
    public ImmutableArray<string>? PassedOnBy { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"整改由{Named.Person(To)}接办", $"Taken over by {Named.Person(To)}");
}

/// <summary>整改已移交科室. Another section answers for the order.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.handed-over")]
public sealed record RectificationHandedOver(SectionHandover Handover, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <summary>移出人员. Who had a part in it and has none since; null where nobody had, and from before that was kept.</summary>
    public ImmutableArray<string>? PassedOnBy { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}
