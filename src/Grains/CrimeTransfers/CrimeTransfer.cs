using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送的规则. The law of a crime transfer (行政执法机关移送涉嫌犯罪案件的规定), and what the shared rooms need to know of it. Each stage has its commands and events in a file of its own.</summary>
public static partial class CrimeTransfer
{
    /// <summary>移送编号前缀. The letters before a transfer's number.</summary>
    public const string Prefix = "YS";

    /// <summary>涉嫌犯罪案件移送. The concept.</summary>
    public static Concept<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent> Concept { get; } = new()
    {
        Name = "crime-transfer",
        Title = new BilingualText("涉嫌犯罪案件移送", "Crime transfer"),
        Json = CrimeTransferJson.Default,
        RowTypes =
        [
            typeof(CrimeTransferRow), typeof(OpenWorkRow), typeof(SectionHandoverRow), typeof(LapsedDeadlineRow), typeof(ApprovalRow),
            typeof(CrimeTransferTextRow),
        ],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = CrimeTransferRows.Of,
        Deadlines = CrimeTransferDeadlines.Of,
        Owes = static transfer => transfer.Untold is [var first, ..]
            ? new Owed(
                CrimeTransferDeadlines.CaseNotice,
                SubjectKeys.Of("case", transfer.Case.Number),
                first.IsTakenBack is true
                    ? new NoteTransferTakenBack(transfer.Number, first.Step, first.IsWithPolice is true)
                    : new NoteCrimeTransfer(transfer.Number, first.Step, ShanghaiTime.DayOf(first.At)),
                Actor.System,
                first.Told,
                first.At)
            : null,
        WaitsFor = ["case"],

        // What the head refused rests until it is reported anew; all else that has not ended stands within a term, kept or not.
        IsStuck = static transfer => transfer is { IsOpen: true, Status: not TransferStatus.Refused, Untold.IsEmpty: true }
            && transfer.Clocks.All(clock => CrimeTransferDeadlines.Beside.Contains(clock.Kind)),
        Charge = static (transfer, _) => new Charge(
            transfer.Section,
            transfer.TaskGroup is { IsEmpty: false } group ? group
                : transfer.PassedOnBy.Contains(transfer.Responsible) ? []
                : [transfer.Responsible],
            transfer.PassedOnBy.Contains(Opener(transfer)) ? null : Opener(transfer)),
        UniqueNames = static transfer => OfficialNumber.NamesOf(transfer.Serial),
        WhenDue = static (kind, dueAt) => new CrimeTransferDeadlineReached(kind, dueAt),
        IsVisibleTo = static (transfer, actor) => actor.Agency is not { } agency || transfer.IsVisibleTo(agency),
        Follows = static transfer => transfer.LastActOn,
        Tally = Tally,
        Notices = CrimeTransferNotices.Of,
    };

    /// <summary>
    /// What a command leads to. What the clock owes comes first; a deadline that has lapsed is recorded and blocks nothing.
    /// </summary>
    /// <param name="transfer">The state, or null while there is no such transfer.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<CrimeTransferEvent> Decide(CrimeTransferState? transfer, CrimeTransferCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (transfer, command) switch
        {
            (null, OpenCrimeTransfer c) => DecideOpenCrimeTransfer(c, now),
            (null, RequestEarlyIntervention c) => DecideRequestEarlyIntervention(null, c, now),
            (null, CrimeTransferDeadlineReached) => Decision<CrimeTransferEvent>.AlreadySo,
            (null, _) => new NotFound("crime-transfer", now.Key),
            ({ } known, CrimeTransferDeadlineReached c) => DecideCrimeTransferDeadlineReached(known, c, now),
            ({ } known, _) => DecideSettled(known, command, now),
        };
    }

    private static Decision<CrimeTransferEvent> DecideSettled(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now)
    {
        var builder = new CrimeTransferEventBuilder(transfer).Settle(now.Now);
        var decision = DecideByStage(builder.Transfer, command, now);
        if (decision.Refusal is not null || decision.Events.IsEmpty)
        {
            return decision;
        }

        var (refused, paper) = PaperOf(command, now);
        if (refused is not null)
        {
            return refused;
        }

        var before = builder.Transfer;
        builder.With(Signed(before, decision.Events, paper, now)).Recalculate(now);
        return builder.With(InTime(before, builder.Transfer, now)).Events;
    }

    // Every step says on which day it was taken, from which paper, and how late; late it stays possible (移送规定 第九条).
    private static IEnumerable<CrimeTransferEvent> Signed(
        CrimeTransferState transfer, ImmutableArray<CrimeTransferEvent> events, TransferPaper? paper, Circumstances now)
    {
        var before = transfer;
        foreach (var happened in events)
        {
            var after = Apply(before, happened);

            // A correction is no step of the procedure: what it leaves may have been taken on any day since.
            yield return happened is CrimeTransferCorrected ? happened : happened with
            {
                ActedOn = now.Day,
                Paper = paper,
                LateSince = LateSince(before, happened, after, now.At),
                IsKept = RecordedStep(happened) is null ? null : true,
            };
            before = after;
        }
    }

    // A step is late when it meets a deadline after its end. Who sends it elsewhere, takes it back or asks no more meets none.
    private static DateTimeOffset? LateSince(
        CrimeTransferState before, CrimeTransferEvent happened, CrimeTransferState after, DateTimeOffset at) =>
        happened is CrimeTransferReaddressed or CrimeTransferWithdrawn or NotFilingAccepted or CrimeTransferSectionChanged or CrimeTransferTakenOver
            ? null
            : before.Clocks.Where(clock => clock.IsLapsed && clock.DueAt <= at && !after.Clocks.Contains(clock)).Min(clock => clock.DueAt);

    private static Decision<CrimeTransferEvent> DecideByStage(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) =>
        command is OpenCrimeTransfer ? new AlreadyExists("crime-transfer", transfer.Number)

        // The police act through the liaison officers of the very agency it went to; to others it does not exist.
        : !Concept.IsVisibleTo(transfer, now.Actor) ? new NotFound("crime-transfer", transfer.Number)
        : DecideInEarlyIntervention(transfer, command, now)
        ?? DecideInApproval(transfer, command, now)
        ?? DecideInSending(transfer, command, now)
        ?? DecideInPolice(transfer, command, now)
        ?? DecideInJustice(transfer, command, now)
        ?? DecideInRemedies(transfer, command, now)
        ?? DecideInCorrection(transfer, command, now)
        ?? DecideInOfficers(transfer, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a transfer does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="transfer">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static CrimeTransferState Apply(CrimeTransferState? transfer, CrimeTransferEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var next = transfer is null ? Applied(transfer, happened) : Keeping(transfer, happened, Applied(transfer, happened));
        return happened is { ActedOn: null, Paper: null } ? next : next with
        {
            LastActOn = happened.ActedOn is { } day && (next.LastActOn is not { } last || day > last) ? day : next.LastActOn,
            Papers = happened.Paper is { } paper ? next.Papers.Add(paper) : next.Papers,
        };
    }

    private static CrimeTransferState Applied(CrimeTransferState? transfer, CrimeTransferEvent happened) =>
        happened is CrimeTransferOpened opened ? Begun(opened)
        : transfer is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the transfer was opened.")
        : ApplyInEarlyIntervention(transfer, happened)
        ?? ApplyInApproval(transfer, happened)
        ?? ApplyInSending(transfer, happened)
        ?? ApplyInPolice(transfer, happened)
        ?? ApplyInJustice(transfer, happened)
        ?? ApplyInRemedies(transfer, happened)
        ?? ApplyInCorrection(transfer, happened)
        ?? ApplyInOfficers(transfer, happened)
        ?? ApplyInClocks(transfer, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a transfer does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="transfer">A state.</param>
    public static IReadOnlyList<string> Check(CrimeTransferState transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, transfer.Number, out _) is not null, $"its number '{transfer.Number}' is not one in normal form"),
            .. When(transfer.Status is TransferStatus.Reported && transfer.TaskGroup.Length < TooFewOfficers.ByLaw, "fewer than two reported"),
            .. When(transfer.Status is TransferStatus.Sent
                && MaterialsAlways.Except(transfer.Materials).Any(), "it was sent without all its materials"),
            .. When(transfer.Status is TransferStatus.Received && transfer.Receipt is null, "it was received without a receipt"),
            .. When(
                transfer.Status is TransferStatus.Returned or TransferStatus.Judged or TransferStatus.Withdrawn
                    && transfer.Clocks.Any(clock => !CrimeTransferDeadlines.Beside.Contains(clock.Kind)),
                "a clock runs though it has ended"),
            .. When(transfer.Clocks.Select(clock => clock.Kind).Distinct().Count() != transfer.Clocks.Length, "two clocks are the same"),
        ];
    }

    private static IEnumerable<TallyFact> Tally(CrimeTransferState? before, CrimeTransferEvent happened, CrimeTransferState after) =>
        happened switch
        {
            CrimeTransferSent sent => Facts(CountOf(after, sent.At)),

            // What was counted of it under the other agency is taken back there.
            CrimeTransferReaddressed when before?.Status is TransferStatus.Sent =>
                Reversal.Of(Facts(before.CountedAs), Facts(after.CountedAs)),
            CrimeTransferWithdrawn => Reversal.Of(Facts(before!.CountedAs), []),

            // Told to the leading group; those of before it was are counted nowhere.
            CrimeTransferRefused { Rests: true } refused =>
            [
                new TallyFact(
                    ShanghaiTime.DayOf(refused.At),
                    Measure.CrimeTransfersRefused,
                    1,
                    after.Section,
                    null,
                    after.Case.ProductClass,
                    WireName.Of(after.Case.Violation)),
            ],
            _ => [],
        };

    private static IEnumerable<TallyFact> Facts(TransferCount? count)
    {
        if (count is null)
        {
            return [];
        }

        var fact = new TallyFact(
            count.Day, Measure.CrimeTransfers, 1, count.Section, count.Agency, count.ProductClass, WireName.Of(count.Violation));
        return count.GoodsValue == 0 ? [fact] : [fact, fact with { Measure = Measure.CrimeTransferGoodsValue, Amount = count.GoodsValue }];
    }

    private static TransferCount CountOf(CrimeTransferState transfer, DateTimeOffset at) =>
        new(ShanghaiTime.DayOf(at), transfer.Section, transfer.Agency, transfer.Case.ProductClass, transfer.Case.Violation,
            transfer.Case.GoodsValue);
}

/// <summary>What happens to a transfer within one decision, folded as it is told.</summary>
/// <param name="transfer">The transfer before.</param>
internal sealed class CrimeTransferEventBuilder(CrimeTransferState? transfer) : EventBuilder<CrimeTransferEventBuilder, CrimeTransferState, CrimeTransferEvent>(transfer, CrimeTransfer.Apply)
{
    /// <summary>The transfer as it stands by now.</summary>
    public CrimeTransferState Transfer => Current;

    /// <summary>Recalculates every clock anew, and settles what is due already when it is recorded.</summary>
    public CrimeTransferEventBuilder Recalculate(Circumstances now)
    {
        var moved = Transfer.Clocks.Recalculate(static _ => [], now.Calendar, now.Warning.Left);
        return moved.IsEmpty ? this : With([new TransferClocksRecalculated(moved)]).Settle(now.Now);
    }

    protected override CrimeTransferEvent[] FirstDue(DateTimeOffset now) => Transfer.Clocks.FirstDue(now) is var (clock, isWarning) ? Due(clock, isWarning) : [];

    private CrimeTransferEvent[] Due(RunningClock clock, bool isWarning)
    {
        if (isWarning)
        {
            return [new TransferDeadlineNear(clock.Kind, clock.DueAt!.Value)];
        }

        var (section, officer) = CrimeTransferDeadlines.AnsweringFor(Transfer, clock.Kind);
        return [new TransferDeadlineLapsed(new CaseLapse(clock.Kind, clock.DueAt!.Value, clock.Rule, section, officer))];
    }
}

/// <summary>移送状态不符. The step belongs to another status.</summary>
/// <param name="Status">状态. Where the transfer stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-not-in-status")]
public sealed record TransferNotInStatus(TransferStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"移送现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The transfer is {Terms.Of(Status).English}; this step does not belong to it");
}
