using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// Who works on a transfer and who answers for it.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInOfficers(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        MoveCrimeTransferWork or ChangeTransferSection when !transfer.IsOpen => new TransferNotInStatus(transfer.Status),
        MoveCrimeTransferWork c => DecideMoveCrimeTransferWork(transfer, c, now),
        ChangeTransferSection c => SectionHandover.Of(transfer.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new CrimeTransferSectionChanged(handover, c.Grounds.Trimmed()) { PassedOnBy = [Opener(transfer)] },
            _ => Decision<CrimeTransferEvent>.AlreadySo,
        },
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInOfficers(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        CrimeTransferTakenOver e => (e.TaskGroup.IsEmpty ? transfer with { TakenOverBy = e.To } : transfer with { TaskGroup = e.TaskGroup })
            with
        {
            PassedOnBy = WorkMove.PassedOn(transfer.PassedOnBy, e.PassedOnBy, e.To),
        },
        CrimeTransferSectionChanged e => transfer with
        {
            Section = e.Handover.To,
            Handovers = transfer.Handovers.Add(e.Handover),
            PassedOnBy = WorkMove.PassedOn(transfer.PassedOnBy, e.PassedOnBy),
        },
        _ => null,
    };

    private static string Opener(CrimeTransferState transfer) => transfer.TakenOverBy ?? transfer.OpenedBy;

    private static Decision<CrimeTransferEvent> DecideMoveCrimeTransferWork(CrimeTransferState transfer, MoveCrimeTransferWork c, Circumstances now)
    {
        var (from, to) = (AccountName.Normalise(c.From), AccountName.Normalise(c.To));
        var group = WorkMove.Replaced(transfer.TaskGroup, from, to);
        return (WorkMove.Problem(transfer.Holders, transfer.TaskGroup, from, to, c.Grounds, now)
            ?? (group.IsEmpty ? null : OfficerNames.Problem(group, "to"))) is { } problem // two at least: 移送规定 第五条
            ? problem
            : new CrimeTransferTakenOver(from, to, group, c.Grounds.Trimmed()) { PassedOnBy = [from] };
    }
}

/// <summary>移转移送. One person's part in a transfer passes to another: a member of the task group, or who opened it while none is named.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered, ByHeadOfSection]
[Refuses<TransferNotInStatus, WorkNotHeld, TooFewOfficers, OfficerCannotAct>]
public sealed record MoveCrimeTransferWork(string From, string To, Grounds Grounds) : CrimeTransferCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>变更移送科室. Another section of the bureau answers for the transfer from now on (R3.4.1); to the police it is sent, and handed over.</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.change-section"), AllowedTo(SectionHandover.Deciders), Dated]
[Refuses<TransferNotInStatus>]
public sealed record ChangeTransferSection(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CrimeTransferCommand;

/// <summary>移送已接办. One person's part passed to another.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="TaskGroup">专案组成员. The task group since; none while it is not named.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.taken-over")]
public sealed record CrimeTransferTakenOver(string From, string To, ImmutableArray<string> TaskGroup, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <summary>移出人员. Who had a part in it and has none since; null where nobody had, and from before that was kept.</summary>
    public ImmutableArray<string>? PassedOnBy { get; init; }

    /// <inheritdoc/>
    protected override BilingualText Sentence => new($"移送由{Named.Person(To)}接办", $"Taken over by {Named.Person(To)}");
}

/// <summary>移送科室已变更. Another section of the bureau answers for the transfer.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.section-changed")]
public sealed record CrimeTransferSectionChanged(SectionHandover Handover, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <summary>移出人员. Who had a part in it and has none since; null where nobody had, and from before that was kept.</summary>
    public ImmutableArray<string>? PassedOnBy { get; init; }

    /// <inheritdoc/>
    protected override BilingualText Sentence => Handover.Summary;
}
