using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// The report of the task group, and the head's decision on it.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInApproval(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        NameTransferTaskGroup when transfer.Status is not (TransferStatus.Duty or TransferStatus.Refused) => new TransferNotInStatus(transfer.Status),
        NameTransferTaskGroup c => DecideNameTransferTaskGroup(c, now),
        DecideCrimeTransfer when transfer.Status is not TransferStatus.Reported => new TransferNotInStatus(transfer.Status),
        DecideCrimeTransfer c => c.Grounds.Problem() is { } problem ? problem
            : c.Approve ? new CrimeTransferApproved(now.Now, now.Actor.User, c.Grounds.Trimmed())
            : new CrimeTransferRefused(now.Now, now.Actor.User, c.Grounds.Trimmed()),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInApproval(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        TransferTaskGroupNamed e => Move(transfer, TransferStatus.Reported, (CrimeTransferDeadlines.Decision, StatutoryRules.TransferDecision, e.At)) with { TaskGroup = e.Members, Report = e.Report },
        CrimeTransferApproved e => Move(transfer, TransferStatus.Approved, (CrimeTransferDeadlines.Sending, StatutoryRules.TransferSending, e.At)),
        CrimeTransferRefused e => Move(transfer, TransferStatus.Refused) with { Explanation = e.Grounds.Reason },
        _ => null,
    };

    private static Decision<CrimeTransferEvent> DecideNameTransferTaskGroup(NameTransferTaskGroup c, Circumstances now)
    {
        var members = OfficerNames.Of(c.Members);
        return (OfficerNames.Problem(members, "members", now) // two at least: 移送规定 第五条
            ?? FreeText.Missing("report", c.Report) ?? c.Grounds.Problem()) is { } problem
            ? problem
            : new TransferTaskGroupNamed(now.Now, members, c.Report.Trim(), c.Grounds.Trimmed());
    }
}

/// <summary>组成专案组并提出移送报告. Names two officers at least and hands their report to the head (移送规定 第五条).</summary>
/// <param name="Members">专案组成员. User names, two at least.</param>
/// <param name="Report">移送报告.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.name-task-group"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus, TooFewOfficers, OfficerCannotAct>]
public sealed record NameTransferTaskGroup(
    [Most(OfficerNames.Most)] ImmutableArray<string> Members,
    [Longest(4000)] string Report,
    Grounds Grounds) : CrimeTransferCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Members;
}

/// <summary>批准或者不批准移送. The head decides on the report (移送规定 第五条); a refusal states its reason, and the duty stays.</summary>
/// <param name="Approve">批准. Whether it is approved.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.decide"), AllowedTo(Heads)]
[Refuses<TransferNotInStatus>]
public sealed record DecideCrimeTransfer(bool Approve, Grounds Grounds) : CrimeTransferCommand;

/// <summary>专案组已组成. A task group reported.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Members">专案组成员. User names.</param>
/// <param name="Report">移送报告.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.task-group-named")]
public sealed record TransferTaskGroupNamed(DateTimeOffset At, ImmutableArray<string> Members, string Report, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"组成{Members.Length}人专案组并提出移送报告", $"A task group of {Members.Length} reported");
}

/// <summary>移送已批准. The head approved it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.approved")]
public sealed record CrimeTransferApproved(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("批准移送", "Transfer approved");
}

/// <summary>移送未获批准. The head refused it; the duty stays.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.refused")]
public sealed record CrimeTransferRefused(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"不批准移送：{Grounds.Reason}", $"Transfer refused: {Grounds.Reason}");
}
