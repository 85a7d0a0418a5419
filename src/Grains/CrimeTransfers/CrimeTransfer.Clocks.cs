using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// The clocks of a transfer, and what its case is told.
public static partial class CrimeTransfer
{
    private static CrimeTransferState? ApplyInClocks(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        TransferClocksRecalculated e => transfer with { Clocks = transfer.Clocks.Moved(e.Clocks) },
        TransferDeadlineNear e => transfer with { Clocks = transfer.Clocks.Warned(e.Kind, 0) },
        TransferDeadlineLapsed e => transfer with { Clocks = transfer.Clocks.Lapsed(e.Lapse.Kind, 0), Lapses = transfer.Lapses.Add(e.Lapse) },
        TransferLapseWithdrawn e => transfer with { Lapses = transfer.Lapses.Remove(e.Lapse) },
        CrimeTransferCaseTold => transfer with { Untold = transfer.Untold.IsEmpty ? [] : transfer.Untold.RemoveAt(0) },
        _ => null,
    };

    private static Decision<CrimeTransferEvent> DecideCrimeTransferDeadlineReached(CrimeTransferState transfer, CrimeTransferDeadlineReached c, Circumstances now)
    {
        if (c.Kind is CrimeTransferDeadlines.CaseNotice)
        {
            return now.AnswerTo(Concept.Owes(transfer)) is { } told
                ? new CrimeTransferCaseTold(transfer.Untold[0].Step, told.Refusal?.Code)
                {
                    IsTakenBack = transfer.Untold[0].IsTakenBack,
                }
                : Decision<CrimeTransferEvent>.AlreadySo;
        }

        var stands = c.DueAt <= now.Now && CrimeTransferDeadlines.Of(transfer).Any(open => open.Kind == c.Kind && open.DueAt == c.DueAt);
        return stands ? new CrimeTransferEventBuilder(transfer).Settle(now.Now).Events : Decision<CrimeTransferEvent>.AlreadySo;
    }

    // What was done in time and is entered late leaves no lapse in anybody's name; the journal keeps both.
    private static IEnumerable<CrimeTransferEvent> InTime(CrimeTransferState before, CrimeTransferState after, Circumstances now) =>
        before.Lapses.NotMissed(before.Clocks.NotLapsed(after.Clocks, now.Day).Select(CaseLapses.Of), now.Day, now.Today)
            .Select(lapse => new TransferLapseWithdrawn(lapse, now.Day));

    // One procedural clock runs at a time; those of early intervention and of copies to the prosecutors run beside it.
    private static CrimeTransferState Move(CrimeTransferState transfer, TransferStatus status, (string Kind, string Rule, DateTimeOffset At)? clock = null)
    {
        ImmutableArray<RunningClock> beside = [.. transfer.Clocks.Where(one => CrimeTransferDeadlines.Beside.Contains(one.Kind))];
        return transfer with { Status = status, Clocks = clock is var (kind, rule, at) ? beside.Start(kind, rule, at) : beside };
    }
}

/// <summary>待告知事项. Something the case has still to be told; due work that is delivered at least once and done once.</summary>
/// <param name="Step">进展. What happened.</param>
/// <param name="At">时刻. When (UTC).</param>
[GenerateSerializer, Immutable, Alias("case-notice")]
public sealed record CaseNotice(TransferStep Step, DateTimeOffset At)
{
    /// <summary>已撤回. Whether it was told by mistake, and that is to be told; null of what happened.</summary>
    [Id(10)] public bool? IsTakenBack { get; init; }

    /// <summary>公安机关办理中. Whether the police have it filed once that is taken back; null where they do not.</summary>
    [Id(11)] public bool? IsWithPolice { get; init; }

    /// <summary>事由. By what the news is known among those of its instant.</summary>
    [JsonIgnore] public string Told => IsTakenBack is true ? $"{WireName.Of(Step)}-taken-back" : WireName.Of(Step);
}

/// <summary>移送期限到期. A deadline of the transfer, a warning, or a notice to its case has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="CrimeTransferDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.deadline-reached"), AllowedTo(Roles.System)]
public sealed record CrimeTransferDeadlineReached(string Kind, DateTimeOffset DueAt) : CrimeTransferCommand, IDeadlineCommand;

/// <summary>期限已计算. Clocks are due otherwise than before.</summary>
/// <param name="Clocks">期限. When they are due now.</param>
[Alias("crime-transfer.clocks-reckoned")]
public sealed record TransferClocksRecalculated(ImmutableArray<RecalculatedClock> Clocks) : CrimeTransferEvent, IMadeByClock
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new(
        $"期限计算（{Clocks.Length}项）", Clocks.Length is 1 ? "A clock reckoned" : $"{Clocks.Length} clocks reckoned");
}

/// <summary>期限预警已发出. A deadline comes near.</summary>
/// <param name="Kind">期限种类. Which.</param>
/// <param name="DueAt">到期时刻. When it is due (UTC).</param>
[Alias("crime-transfer.deadline-near")]
public sealed record TransferDeadlineNear(string Kind, DateTimeOffset DueAt) : CrimeTransferEvent, IMadeByClock
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"期限临近：{CrimeTransferTexts.Deadline(Kind).Chinese}", $"Deadline near: {CrimeTransferTexts.Deadline(Kind).English}");
}

/// <summary>期限已逾期. A deadline was not met; it blocks no step.</summary>
/// <param name="Lapse">逾期记录. What, when, who answers for it.</param>
[Alias("crime-transfer.deadline-lapsed")]
public sealed record TransferDeadlineLapsed(CaseLapse Lapse) : CrimeTransferEvent, IMadeByClock
{
    /// <inheritdoc/>
    protected override BilingualText Sentence =>
        new($"逾期：{CrimeTransferTexts.Deadline(Lapse.Kind).Chinese}", $"Lapsed: {CrimeTransferTexts.Deadline(Lapse.Kind).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;
}

/// <summary>逾期记录已撤销. What was entered late shows that a deadline was met in time: nobody answers for a lapse.</summary>
/// <param name="Lapse">逾期记录. The lapse that was not one.</param>
/// <param name="On">办理日期. The day on which it was really done (Asia/Shanghai).</param>
[Alias("crime-transfer.lapse-withdrawn")]
public sealed record TransferLapseWithdrawn(CaseLapse Lapse, DateOnly On) : CrimeTransferEvent, IMadeByClock
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => NoLapse.Of(CrimeTransferTexts.Deadline(Lapse.Kind), Lapse.DueAt, On);
}

/// <summary>已告知案件. The case was told.</summary>
/// <param name="Step">进展. What it was told.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("crime-transfer.case-told")]
public sealed record CrimeTransferCaseTold(TransferStep Step, string? Refused) : CrimeTransferEvent, IMadeByClock
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => IsTakenBack is true
        ? new($"已告知案件登记有误：{Terms.Of(Step).Chinese}", $"The case was told that it was recorded by mistake: {Terms.Of(Step).English}")
        : new($"已告知案件：{Terms.Of(Step).Chinese}", $"The case was told: {Terms.Of(Step).English}");

    /// <summary>已撤回. Whether it was told that the step had been recorded by mistake; null where it was told as it happened.</summary>
    public bool? IsTakenBack { get; init; }
}
