using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// The report of the task group, and the head's decision on it.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInApproval(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        NameTransferTaskGroup when transfer.Status is not (TransferStatus.Duty or TransferStatus.Refused) => new TransferNotInStatus(transfer.Status),
        NameTransferTaskGroup c => DecideNameTransferTaskGroup(transfer, c, now),
        DecideCrimeTransfer when transfer.Status is not TransferStatus.Reported => new TransferNotInStatus(transfer.Status),
        DecideCrimeTransfer c => c.Grounds.Problem() is { } problem ? problem
            : TookPart(transfer, now.Required<TransferCaseFact>().Case, now.Actor.User) ? new TransferDeciderTookPart(now.Actor.User)
            : c.Approve ? new CrimeTransferApproved(now.At, now.Actor.User, c.Grounds.Trimmed())
            : new CrimeTransferRefused(now.At, now.Actor.User, c.Grounds.Trimmed(), Rests: true),
        _ => Decision<CrimeTransferEvent>.NotOfThisStage,
    };

    private static CrimeTransferState? ApplyInApproval(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        TransferTaskGroupNamed e =>
            Move(transfer, TransferStatus.Reported, (CrimeTransferDeadlines.Decision, StatutoryRules.TransferDecision, e.At)) with
            {
                TaskGroup = e.Members,
                Report = e.Report,
                Case = e.Case ?? transfer.Case,

                // What the head had refused rested; reported anew, the case waits for it again.
                Untold = e.Case is not null && transfer.Status is TransferStatus.Refused
                ? transfer.Untold.Add(new CaseNotice(TransferStep.Opened, e.At)) : transfer.Untold,
            },
        CrimeTransferApproved e => Move(transfer, TransferStatus.Approved, (CrimeTransferDeadlines.Sending, StatutoryRules.TransferSending, e.At)),
        CrimeTransferRefused e => Move(transfer, TransferStatus.Refused) with
        {
            Explanation = e.Grounds.Reason,
            Untold = e.Rests is true ? transfer.Untold.Add(new CaseNotice(TransferStep.Refused, e.At)) : transfer.Untold,
        },
        _ => null,
    };

    private static Decision<CrimeTransferEvent> DecideNameTransferTaskGroup(
        CrimeTransferState transfer, NameTransferTaskGroup c, Circumstances now)
    {
        var found = now.Required<TransferCaseFact>().Case;
        if (found is { IsClosedWithPenalty: false } and ({ IsOpen: false } or { Stage: CaseStage.Transferred }))
        {
            return new CaseNotTransferable(found.Stage);
        }

        var members = OfficerNames.Of(c.Members);
        if (found is not null && members.FirstOrDefault(found.IsRecused) is { } recused)
        {
            return new PersonRecused(recused); // 行政处罚法 第四十三条
        }

        return (OfficerNames.Problem(members, "members", now) // two at least: 移送规定 第五条
            ?? FreeText.Missing("report", c.Report) ?? c.Grounds.Problem()) is { } problem
            ? problem
            : new TransferTaskGroupNamed(now.At, members, c.Report.Trim(), c.Grounds.Trimmed(), SnapshotOf(found) ?? transfer.Case);
    }

    // Nobody decides on what he has investigated, reported or begun himself (移送规定 第五条).
    private static bool TookPart(CrimeTransferState transfer, CaseState? found, string user) =>
        user == transfer.OpenedBy || user == transfer.TakenOverBy || transfer.TaskGroup.Contains(user)
        || (found is not null && (found.Officers.Contains(user) || found.Inquirers.Contains(user) || found.IsRecused(user)));
}

/// <summary>组成专案组并提出移送报告. Names two officers at least and hands their report to the head (移送规定 第五条).</summary>
/// <param name="Members">专案组成员. User names, two at least.</param>
/// <param name="Report">移送报告.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.name-task-group"), AllowedTo(Bureau), Dated]
[Refuses<TransferNotInStatus, TooFewOfficers, OfficerCannotAct, CaseNotTransferable, PersonRecused>]
public sealed record NameTransferTaskGroup(
    [Most(OfficerNames.Most)] ImmutableArray<string> Members,
    [Longest(4000)] string Report,
    Grounds Grounds) : CrimeTransferCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Members;
}

/// <summary>
/// 批准或者不批准移送. The head decides on the report (移送规定 第五条), and nobody who took part in it. A refusal states its reason: the duty rests, the
/// leading group is told, and the case goes on administratively.
/// </summary>
/// <param name="Approve">批准. Whether it is approved.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.decide"), AllowedTo(Head), Dated]
[Refuses<TransferNotInStatus, TransferDeciderTookPart>]
public sealed record DecideCrimeTransfer(bool Approve, Grounds Grounds) : CrimeTransferCommand;

/// <summary>专案组已组成. A task group reported.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Members">专案组成员. User names.</param>
/// <param name="Report">移送报告.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Case">案件. What was known of the case then; null where that was not yet kept with it.</param>
[Alias("crime-transfer.task-group-named")]
public sealed record TransferTaskGroupNamed(
    DateTimeOffset At, ImmutableArray<string> Members, string Report, Grounds Grounds, TransferCase? Case = null)
        : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new($"组成{Members.Length}人专案组并提出移送报告", $"A task group of {Members.Length} reported");
}

/// <summary>移送已批准. The head approved it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.approved")]
public sealed record CrimeTransferApproved(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new("批准移送", "Transfer approved");
}

/// <summary>移送未获批准. The head refused it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Rests">义务中止. Whether the duty rests with it and the case and the leading group are told; null of refusals from before
/// that was so.</param>
[Alias("crime-transfer.refused")]
public sealed record CrimeTransferRefused(DateTimeOffset At, string By, Grounds Grounds, bool? Rests = null) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"不批准移送，报领导小组：{Grounds.Reason}", $"Transfer refused, the leading group is told: {Grounds.Reason}");
}

/// <summary>
/// 决定人曾参与. Who has opened a transfer, is in its task group or has investigated its case does not decide on it (移送规定 第五条).
/// </summary>
/// <param name="User">用户名. Who was to decide.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-decider-took-part")]
public sealed record TransferDeciderTookPart(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(User)}启动了本移送、是专案组成员或者办理过本案，不能决定是否移送，应由未参与的正职负责人决定（移送规定第五条）",
        $"{Named.Person(User)} has opened this transfer, is in its task group or has investigated the case, and does not decide on it; "
            + "a head who took no part does");
}
