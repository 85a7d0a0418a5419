using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送的规则. The law of a crime transfer (行政执法机关移送涉嫌犯罪案件的规定), and what the shared rooms need to know of it.</summary>
public static class CrimeTransfer
{
    /// <summary>移送编号前缀. The letters before a transfer's number.</summary>
    public const string Prefix = "YS";

    /// <summary>涉嫌犯罪案件移送. The concept.</summary>
    public static Concept<CrimeTransferState, CrimeTransferCommand, CrimeTransferEvent> Concept { get; } = new()
    {
        Name = "crime-transfer",
        Title = new BilingualText("涉嫌犯罪案件移送", "Crime transfer"),
        Json = CrimeTransferJson.Default,
        RowTypes = [typeof(CrimeTransferRow), typeof(OpenWorkRow), typeof(SectionHandoverRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = CrimeTransferRows.Of,
        Deadlines = CrimeTransferDeadlines.Of,
        Owes = static transfer => transfer.Untold is [var first, ..]
            ? new Owed(CrimeTransferDeadlines.CaseNotice, SubjectKeys.Of("case", transfer.Case.Number), new NoteCrimeTransfer(transfer.Number, first.Step), Actor.System, WireName.Of(first.Step), first.At)
            : null,
        WaitsFor = ["case"],
        WhenDue = static (kind, dueAt) => new CrimeTransferDeadlineReached(kind, dueAt),
        IsVisibleTo = static (transfer, actor) => actor.Agency is not { } agency || transfer.IsVisibleTo(agency),
        Tally = Tally,
    };

    /// <summary>What a command leads to. What the clock owes comes first; a deadline that has lapsed is recorded and blocks nothing, but a right that was not used in time is lost.</summary>
    /// <param name="transfer">The state, or null while there is no such transfer.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<CrimeTransferEvent> Decide(CrimeTransferState? transfer, CrimeTransferCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (transfer is null)
        {
            return command switch
            {
                OpenCrimeTransfer c => Told(Open(c.CaseNumber, c.Agency, c.Grounds, now), [], now),
                RequestEarlyIntervention c => Situation(c) is { } problem ? problem : Told(Open(c.CaseNumber, c.Agency, c.Grounds, now), [new EarlyInterventionRequested(now.Now, c.Situation.Trim(), c.Grounds.Trimmed())], now),
                CrimeTransferDeadlineReached => Decision<CrimeTransferEvent>.AlreadySo,
                _ => new NotFound("crime-transfer", now.Key),
            };
        }

        if (command is CrimeTransferDeadlineReached { Kind: CrimeTransferDeadlines.CaseNotice })
        {
            return now.AnswerTo(Concept.Owes(transfer)) is { } told
                ? new CrimeTransferCaseTold(transfer.Untold[0].Step, told.Refusal?.Code)
                : Decision<CrimeTransferEvent>.AlreadySo;
        }

        var builder = new CrimeTransferEventBuilder(transfer).Settle(now.Now);
        if (command is CrimeTransferDeadlineReached due)
        {
            var stands = due.DueAt <= now.Now && CrimeTransferDeadlines.Of(transfer).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt);
            return stands ? builder.Events : Decision<CrimeTransferEvent>.AlreadySo;
        }

        var decision = Ask(builder.Transfer, command, now);
        return decision.Refusal is null && !decision.Events.IsEmpty ? builder.With(decision.Events).Recalculate(now).Events : decision;
    }

    private static Decision<CrimeTransferEvent> Ask(CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
    {
        OpenCrimeTransfer => new AlreadyExists("crime-transfer", transfer.Number),

        // The police act through the liaison officers of the very agency it went to; to others it does not exist.
        _ when !Concept.IsVisibleTo(transfer, now.Actor) => new NotFound("crime-transfer", transfer.Number),
        AnswerEarlyIntervention or RecordPoliceReceipt or ForwardCrimeTransfer or RecordPoliceDecision or RecordPoliceReturn when now.Actor.Agency is null => new NotFound("crime-transfer", transfer.Number),

        RequestEarlyIntervention when transfer.EarlyIntervention is { AnsweredAt: null } => Decision<CrimeTransferEvent>.AlreadySo,
        RequestEarlyIntervention when transfer.Status is not (TransferStatus.Duty or TransferStatus.Reported or TransferStatus.Approved or TransferStatus.Refused) => new TransferNotInStatus(transfer.Status),
        RequestEarlyIntervention c => (Situation(c) ?? now.NotOpen<Agency>("agency", c.Agency)) is { } problem ? problem : new EarlyInterventionRequested(now.Now, c.Situation.Trim(), c.Grounds.Trimmed()),
        AnswerEarlyIntervention when transfer.EarlyIntervention is not { AnsweredAt: null } => new NoEarlyIntervention(),
        AnswerEarlyIntervention c => new EarlyInterventionAnswered(now.Now, now.Actor.User, c.Joins, FreeText.Given(c.DocumentNumber)),

        NameTransferTaskGroup when transfer.Status is not (TransferStatus.Duty or TransferStatus.Refused) => new TransferNotInStatus(transfer.Status),
        NameTransferTaskGroup c => Report(c, now),
        MoveCrimeTransferWork or ChangeTransferSection when !transfer.IsOpen => new TransferNotInStatus(transfer.Status),
        MoveCrimeTransferWork c => MoveWork(transfer, AccountName.Normalise(c.From), AccountName.Normalise(c.To), c.Grounds, now),
        ChangeTransferSection c => SectionHandover.Of(transfer.Section, c.ToSection, c.Grounds, now) switch
        {
            (_, { } refused) => refused,
            ({ } handover, _) => new CrimeTransferSectionChanged(handover, c.Grounds.Trimmed()),
            _ => Decision<CrimeTransferEvent>.AlreadySo,
        },
        DecideCrimeTransfer when transfer.Status is not TransferStatus.Reported => new TransferNotInStatus(transfer.Status),
        DecideCrimeTransfer c => c.Grounds.Problem() is { } problem ? problem
            : c.Approve ? new CrimeTransferApproved(now.Now, now.Actor.User, c.Grounds.Trimmed())
            : new CrimeTransferRefused(now.Now, now.Actor.User, c.Grounds.Trimmed()),
        SendCrimeTransfer when transfer.Status is not TransferStatus.Approved => new TransferNotInStatus(transfer.Status),
        SendCrimeTransfer c => Send(c, now),

        RecordPoliceReceipt when transfer.Status is not TransferStatus.Sent => new TransferNotInStatus(transfer.Status),
        RecordPoliceReceipt c => FreeText.Missing("receiptNumber", c.ReceiptNumber) is { } problem ? problem : new PoliceReceiptRecorded(now.Now, now.Actor.User, c.ReceiptNumber.Trim()),
        ForwardCrimeTransfer when transfer.Status is not (TransferStatus.Sent or TransferStatus.Received) => new TransferNotInStatus(transfer.Status),
        ForwardCrimeTransfer c => Forward(transfer, c, now),
        RecordPoliceDecision when transfer.Status is not (TransferStatus.Received or TransferStatus.Reconsidered or TransferStatus.Supervised) => new TransferNotInStatus(transfer.Status),
        RecordPoliceDecision c => Decided(transfer, c, now),
        RecordPoliceReturn when transfer.Status is not (TransferStatus.Filed or TransferStatus.HandedOver) => new TransferNotInStatus(transfer.Status),
        RecordPoliceReturn c => FreeText.Missing("explanation", c.Explanation) is { } problem ? problem
            : new PoliceReturnedCase(now.Now, now.Actor.User, c.Explanation.Trim(), FreeText.Given(c.DocumentNumber)),

        RequestReconsideration when transfer.Status is not TransferStatus.Declined => new TransferNotInStatus(transfer.Status),
        RequestReconsideration c => c.Grounds.Problem() is { } problem ? problem : new ReconsiderationRequested(now.Now, c.Grounds.Trimmed()),
        RequestProsecutorSupervision when transfer.Status is not (TransferStatus.Declined or TransferStatus.Upheld) => new TransferNotInStatus(transfer.Status),
        RequestProsecutorSupervision c => c.Grounds.Problem() is { } problem ? problem : new SupervisionRequested(now.Now, c.Grounds.Trimmed()),
        HandOverEvidence when transfer.Status is not TransferStatus.Filed => new TransferNotInStatus(transfer.Status),
        HandOverEvidence c => (FreeText.Missing("goods", c.Goods) ?? c.Grounds.Problem()) is { } problem ? problem : new EvidenceHandedOver(now.Now, c.Goods.Trim(), c.Grounds.Trimmed()),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a transfer does not know this command."),
    };

    /// <summary>The state after an event.</summary>
    /// <param name="transfer">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static CrimeTransferState Apply(CrimeTransferState? transfer, CrimeTransferEvent happened) => happened switch
    {
        CrimeTransferOpened e => new CrimeTransferState
        {
            Number = e.Number,
            Status = TransferStatus.Duty,
            Case = e.Case,
            Agency = e.Agency,
            Section = e.Section,
            OpenedBy = e.OpenedBy,
            OpenedAt = e.At,
            Clocks = ImmutableArray<RunningClock>.Empty.Start(CrimeTransferDeadlines.TaskGroup, StatutoryRules.TransferTaskGroup, e.At),
            Untold = [new CaseNotice(TransferStep.Opened, e.At)],
        },
        _ when transfer is null => throw new InvalidOperationException($"{happened.GetType().Name} came before the transfer was opened."),
        EarlyInterventionRequested e => transfer with
        {
            EarlyIntervention = new EarlyIntervention(e.At, e.Situation, null, null),
            Clocks = transfer.Clocks.Start(CrimeTransferDeadlines.EarlyIntervention, StatutoryRules.TransferEarlyIntervention, e.At),
        },
        EarlyInterventionAnswered e => transfer with
        {
            EarlyIntervention = transfer.EarlyIntervention is { } asked ? asked with { AnsweredAt = e.At, Joins = e.Joins } : null,
            Clocks = transfer.Clocks.Stop(CrimeTransferDeadlines.EarlyIntervention),
        },
        TransferTaskGroupNamed e => Move(transfer, TransferStatus.Reported, (CrimeTransferDeadlines.Decision, StatutoryRules.TransferDecision, e.At)) with { TaskGroup = e.Members, Report = e.Report },
        CrimeTransferApproved e => Move(transfer, TransferStatus.Approved, (CrimeTransferDeadlines.Sending, StatutoryRules.TransferSending, e.At)),
        CrimeTransferRefused e => Move(transfer, TransferStatus.Refused) with { Explanation = e.Grounds.Reason },
        CrimeTransferSent e => Move(transfer, TransferStatus.Sent, (CrimeTransferDeadlines.PoliceForwarding, StatutoryRules.TransferPoliceForwarding, e.At)) with { Materials = e.Materials, SentAt = e.At },
        CrimeTransferForwarded e => Move(transfer, TransferStatus.Sent, (CrimeTransferDeadlines.PoliceForwarding, StatutoryRules.TransferPoliceForwarding, e.At)) with
        {
            Agency = e.To,
            Receipt = null,
            ReceivedAt = null,
            Explanation = e.Explanation,
            Forwardings = transfer.Forwardings.Add(new TransferForwarding(e.At, e.From, e.To, e.Explanation, e.DocumentNumber)),
        },
        PoliceReceiptRecorded e => Move(transfer, TransferStatus.Received, (CrimeTransferDeadlines.PoliceDecision, StatutoryRules.TransferPoliceDecision, e.At)) with { Receipt = e.ReceiptNumber, ReceivedAt = e.At },
        PoliceFiledCase e => Move(transfer, TransferStatus.Filed, (CrimeTransferDeadlines.HandingOver, StatutoryRules.TransferHandingOver, e.At)) with { Untold = transfer.Untold.Add(new CaseNotice(TransferStep.Filed, e.At)) },
        PoliceDeclinedCase { Status: TransferStatus.Declined } e => Move(transfer, e.Status, (CrimeTransferDeadlines.ReconsiderationRequest, StatutoryRules.TransferReconsiderationRequest, e.At)) with { Explanation = e.Explanation },
        PoliceDeclinedCase { Status: TransferStatus.Upheld } e => Move(transfer, e.Status, (CrimeTransferDeadlines.SupervisionRequest, StatutoryRules.TransferSupervisionRequest, e.At)) with { Explanation = e.Explanation },
        PoliceDeclinedCase e => Returned(transfer, e.At) with { Explanation = e.Explanation },
        ReconsiderationRequested e => Move(transfer, TransferStatus.Reconsidered, (CrimeTransferDeadlines.ReconsiderationDecision, StatutoryRules.TransferReconsiderationDecision, e.At)),
        SupervisionRequested => Move(transfer, TransferStatus.Supervised),
        EvidenceHandedOver => Move(transfer, TransferStatus.HandedOver),
        PoliceReturnedCase e => Returned(transfer, e.At) with { Explanation = e.Explanation },
        TransferRightLost e => Returned(transfer, e.At),
        CrimeTransferSectionChanged e => transfer with { Section = e.Handover.To, Handovers = transfer.Handovers.Add(e.Handover) },
        CrimeTransferTakenOver e => e.TaskGroup.IsEmpty ? transfer with { TakenOverBy = e.To } : transfer with { TaskGroup = e.TaskGroup },
        CrimeTransferCaseTold => transfer with { Untold = transfer.Untold.IsEmpty ? [] : transfer.Untold.RemoveAt(0) },
        TransferClocksRecalculated e => transfer with { Clocks = transfer.Clocks.Moved(e.Clocks) },
        TransferDeadlineNear e => transfer with { Clocks = transfer.Clocks.Warned(e.Kind, 0) },
        TransferDeadlineLapsed e => transfer with { Clocks = transfer.Clocks.Lapsed(e.Lapse.Kind, 0), Lapses = transfer.Lapses.Add(e.Lapse) },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a transfer does not know this event."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="transfer">A state.</param>
    public static IReadOnlyList<string> Check(CrimeTransferState transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, transfer.Number, out _) is not null, $"its number '{transfer.Number}' is not one in normal form"),
            .. When(transfer.Status is TransferStatus.Reported && transfer.TaskGroup.Length < TooFewOfficers.ByLaw, "fewer than two reported"),
            .. When(transfer.Status is TransferStatus.Sent && transfer.Materials.Distinct().Count() < Enum.GetValues<TransferMaterial>().Length, "it was sent without all its materials"),
            .. When(transfer.Status is TransferStatus.Received && transfer.Receipt is null, "it was received without a receipt"),
            .. When(transfer.Status is TransferStatus.Returned && transfer.Clocks.Any(clock => clock.Kind is not CrimeTransferDeadlines.EarlyIntervention), "a clock runs though it has ended"),
            .. When(transfer.Clocks.Select(clock => clock.Kind).Distinct().Count() != transfer.Clocks.Length, "two clocks are the same"),
        ];

        static IEnumerable<string> When(bool broken, string what) => broken ? [what] : [];
    }

    private static (Refusal? Refused, CrimeTransferOpened? Opened) Open(string? caseNumber, string? agency, Grounds grounds, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return (wrongNumber, null);
        }

        if (DrawnNumber.Parse(Case.Prefix, caseNumber, out var key) is { } wrongCase)
        {
            return (wrongCase with { Field = "caseNumber" }, null);
        }

        if ((FreeText.Missing("agency", agency) ?? grounds.Problem()) is { } problem)
        {
            return (problem, null);
        }

        if (Addressee(now, agency!, AgencyKind.Police) is { } wrongAgency)
        {
            return (wrongAgency, null); // 移送规定 第三条
        }

        return now.Required<TransferCaseFact>().Case switch
        {
            null => (new NotFound("case", key), null),
            ({ IsOpen: false } or { Stage: CaseStage.Transferred }) and var ended => (new CaseNotTransferable(ended.Stage), null),
            { Duty: { AnsweredOn: null, Transfer: { } other } } when other != number => (new TransferAlreadyOpen(other), null),
            var found => (null, new CrimeTransferOpened(
                now.Now,
                number,
                new TransferCase(found.Number, found.Lead.Title, found.Lead.Violation, found.ProductClasses.FirstOrDefault(), found.Figures.GoodsValue, found.Duty?.Offences ?? []),
                agency!.Trim(),
                now.Actor.Section,
                now.Actor.User,
                grounds.Trimmed())),
        };
    }

    private static Decision<CrimeTransferEvent> Told((Refusal? Refused, CrimeTransferOpened? Opened) open, IEnumerable<CrimeTransferEvent> then, Circumstances now) =>
        open.Refused is { } refused ? refused : new CrimeTransferEventBuilder(null).With([open.Opened!, .. then]).Recalculate(now).Events;

    private static InvalidInput? Situation(RequestEarlyIntervention c) => FreeText.Missing("situation", c.Situation) ?? c.Grounds.Problem();

    private static Decision<CrimeTransferEvent> Report(NameTransferTaskGroup c, Circumstances now)
    {
        var members = OfficerNames.Of(c.Members);
        return (OfficerNames.Problem(members, "members", now) // two at least: 移送规定 第五条
            ?? FreeText.Missing("report", c.Report) ?? c.Grounds.Problem()) is { } problem
            ? problem
            : new TransferTaskGroupNamed(now.Now, members, c.Report.Trim(), c.Grounds.Trimmed());
    }

    private static Decision<CrimeTransferEvent> MoveWork(CrimeTransferState transfer, string from, string to, Grounds grounds, Circumstances now)
    {
        var group = WorkMove.Replaced(transfer.TaskGroup, from, to);
        return (WorkMove.Problem(transfer.Holders, from, to, grounds, now)
            ?? (group.IsEmpty ? null : OfficerNames.Problem(group, "to"))) is { } problem // two at least: 移送规定 第五条
            ? problem
            : new CrimeTransferTakenOver(from, to, group, grounds.Trimmed());
    }

    private static Decision<CrimeTransferEvent> Send(SendCrimeTransfer c, Circumstances now)
    {
        ImmutableArray<TransferMaterial> materials = [.. c.Materials.Distinct().Order()];
        var missing = Enum.GetValues<TransferMaterial>().Except(materials).ToList();
        return missing.Count > 0 ? new TransferMaterialsIncomplete(missing) // 移送规定 第六条
            : c.Grounds.Problem() is { } problem ? problem
            : new CrimeTransferSent(now.Now, materials, c.Grounds.Trimmed());
    }

    // What becomes of a crime is for the police, and for the prosecutors where it is theirs to investigate.
    private static Refusal? Addressee(Circumstances now, string agency, params ReadOnlySpan<AgencyKind> kinds)
    {
        return now.Open<Agency>(agency) is not { } listed ? now.NotOpen<Agency>("agency", agency)
            : kinds.Contains(listed.Kind) ? null : new AgencyNotCompetent(listed.Code, listed.Kind);
    }

    // 移送规定 第七条: what is not theirs they send on to whoever is competent, and tell the bureau.
    private static Decision<CrimeTransferEvent> Forward(CrimeTransferState transfer, ForwardCrimeTransfer c, Circumstances now) =>
        (FreeText.Missing("agency", c.Agency) ?? FreeText.Missing("explanation", c.Explanation)) is { } problem ? problem
        : c.Agency.Trim() == transfer.Agency ? new InvalidInput("agency", "不能转送本机关", "It is not sent on to the agency that has it")
        : Addressee(now, c.Agency, AgencyKind.Police, AgencyKind.Prosecutors) is { } wrong ? wrong
        : new CrimeTransferForwarded(now.Now, now.Actor.User, transfer.Agency, c.Agency.Trim(), c.Explanation.Trim(), FreeText.Given(c.DocumentNumber));

    private static Decision<CrimeTransferEvent> Decided(CrimeTransferState transfer, RecordPoliceDecision c, Circumstances now)
    {
        if (!c.Filed && FreeText.Missing("explanation", c.Explanation) is { } problem)
        {
            return problem; // 移送规定 第八条: reasons are given in writing
        }

        var next = transfer.Status switch
        {
            TransferStatus.Received => TransferStatus.Declined,
            TransferStatus.Reconsidered => TransferStatus.Upheld,
            _ => TransferStatus.Returned,
        };
        return c.Filed ? new PoliceFiledCase(now.Now, now.Actor.User, FreeText.Given(c.DocumentNumber)) : new PoliceDeclinedCase(now.Now, now.Actor.User, next, c.Explanation!.Trim(), FreeText.Given(c.DocumentNumber));
    }

    // One procedural clock runs at a time; that of early intervention runs beside it.
    private static CrimeTransferState Move(CrimeTransferState transfer, TransferStatus status, (string Kind, string Rule, DateTimeOffset At)? clock = null)
    {
        ImmutableArray<RunningClock> beside = [.. transfer.Clocks.Where(one => one.Kind is CrimeTransferDeadlines.EarlyIntervention)];
        return transfer with { Status = status, Clocks = clock is var (kind, rule, at) ? beside.Start(kind, rule, at) : beside };
    }

    private static CrimeTransferState Returned(CrimeTransferState transfer, DateTimeOffset at) => Move(transfer, TransferStatus.Returned) with { Untold = transfer.Untold.Add(new CaseNotice(TransferStep.Returned, at)) };

    private static IEnumerable<TallyFact> Tally(CrimeTransferState? before, CrimeTransferEvent happened, CrimeTransferState after)
    {
        if (happened is not CrimeTransferSent sent)
        {
            return [];
        }

        var fact = new TallyFact(ShanghaiTime.DayOf(sent.At), Measure.CrimeTransfers, 1, after.Section, after.Agency, after.Case.ProductClass, WireName.Of(after.Case.Violation));
        return after.Case.GoodsValue == 0 ? [fact] : [fact, fact with { Measure = Measure.CrimeTransferGoodsValue, Amount = after.Case.GoodsValue }];
    }
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

        var (section, officer) = CrimeTransferDeadlines.OfPolice.Contains(clock.Kind) ? (Transfer.Agency, Transfer.Agency) : (Transfer.Section, Transfer.Responsible);
        var lapsed = new TransferDeadlineLapsed(new CaseLapse(clock.Kind, clock.DueAt!.Value, clock.Rule, section, officer));
        return CrimeTransferDeadlines.OfRights.Contains(clock.Kind) ? [lapsed, new TransferRightLost(clock.DueAt.Value, clock.Kind)] : [lapsed]; // 移送规定 第九条
    }
}
