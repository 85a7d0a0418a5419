using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Cases;

/// <summary>案件的规则. The law of a case, and what the shared rooms need to know of it. Each stage has its commands and events in a file of its own.</summary>
public static partial class Case
{
    /// <summary>案件编号前缀. The letters before a case's number.</summary>
    public const string Prefix = "AJ";

    /// <summary>案件. The concept.</summary>
    public static Concept<CaseState, CaseCommand, CaseEvent> Concept { get; } = new()
    {
        Name = "case",
        Title = new BilingualText("案件", "Case"),
        Json = CaseJson.Default,
        RowTypes =
        [
            typeof(CaseRow), typeof(CaseProductClassRow), typeof(CaseViolationRow), typeof(CasePartyRow), typeof(CaseDenRow),
            typeof(CaseOfficerRow),
            typeof(OpenWorkRow), typeof(SectionHandoverRow), typeof(LapsedDeadlineRow), typeof(ApprovalRow), typeof(CaseTextRow),
        ],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = CaseRows.Of,
        Deadlines = CaseDeadlines.Of,
        Owes = static state => state.OwedToJoined is [var first, ..]
            ? new Owed(CaseDeadlines.JoinNotice, SubjectKeys.Of("case", first.Other), new NoteJoinedCase(state.Number, first.Grounds), first.By.As, first.Other, first.Since)
            : OwedToLicence(state),
        WaitsFor = ["case", "licence"], // of cases those of greater numbers only
        Carries = Carried,
        Charge = static (state, _) => new Charge(state.Section, state.Officers),
        IsOwn = static (state, command, user) => state.Rights?.Chair == user && ByChair.Contains(command),
        Bars = RecusalProblem,
        IsStuck = static state => ClosedUnpaid(state) || !NotToKeep(state).IsEmpty || (state is { IsOpen: true, Awaits: null }
            && (state.Stage is CaseStage.Transferred
                || (!state.Clocks.Any(clock => clock.DueAt is not null) && !state.Approvals.Any(one => one.IsPending)))),
        WhenDue = static (kind, dueAt) => new CaseDeadlineReached(kind, dueAt),
        Follows = Follows,
        FollowsNothing = FollowsMeasureAlone,
        Tally = Tally,
        Party = static of => of.Lead.Party.CountedAs,
        Notices = CaseNotices.Of,
        UniqueNames = static state => OfficialNumber.NamesOf(state.Serial),
    };

    /// <summary>What a command leads to. What the clock owes comes first; a deadline that has lapsed is recorded and blocks nothing.</summary>
    /// <param name="state">The state, or null while there is no such case.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<CaseEvent> Decide(CaseState? state, CaseCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (state, command) switch
        {
            (null, RecordLead c) => DecideRecordLead(c, now),
            (null, CaseDeadlineReached) => Decision<CaseEvent>.AlreadySo,
            (null, _) => new NotFound("case", now.Key),
            ({ } known, CaseDeadlineReached c) => DecideCaseDeadlineReached(known, c, now),
            ({ } known, _) => DecideSettled(known, command, now),
        };
    }

    private static Decision<CaseEvent> DecideSettled(CaseState state, CaseCommand command, Circumstances now)
    {
        var builder = new CaseEventBuilder(state).Settle(now);
        var decision = DecideByStage(builder.Case, command, now);
        if (decision.Refusal is not null || decision.Events.IsEmpty)
        {
            return decision;
        }

        var before = builder.Case;
        builder.With(decision.Events).With(Following(builder.Case, now)).Recalculate(now);
        return builder.With(InTime(before, builder.Case, DayOf(before, command, now), now)).Events;
    }

    private static Decision<CaseEvent> DecideByStage(CaseState state, CaseCommand command, Circumstances now) =>
        RecusalProblem(state, command, now) is { } recused ? recused
        : DecideInApprovals(state, command, now)
        ?? DecideInRecusal(state, command, now)
        ?? DecideInFiling(state, command, now)
        ?? DecideInParties(state, command, now)
        ?? DecideInCorrections(state, command, now)
        ?? DecideInActs(state, command, now)
        ?? DecideInGoods(state, command, now)
        ?? DecideInOfficers(state, command, now)
        ?? DecideInJoining(state, command, now)
        ?? DecideInFigures(state, command, now)
        ?? DecideInTransfer(state, command, now)
        ?? DecideInTransferTakenBack(state, command, now)
        ?? DecideInEvidence(state, command, now)
        ?? DecideInSeizures(state, command, now)
        ?? DecideInGoodsReturn(state, command, now)
        ?? DecideInTesting(state, command, now)
        ?? DecideInClocks(state, command, now)
        ?? DecideInReview(state, command, now)
        ?? DecideInHearing(state, command, now)
        ?? DecideInDeliberation(state, command, now)
        ?? DecideInNoPenalty(state, command, now)
        ?? DecideInCompetence(state, command, now)
        ?? DecideInSummary(state, command, now)
        ?? DecideInCorrectionOrders(state, command, now)
        ?? DecideInPenalty(state, command, now)
        ?? DecideInService(state, command, now)
        ?? DecideInPublication(state, command, now)
        ?? DecideInExecution(state, command, now)
        ?? DecideInEnforcement(state, command, now)
        ?? DecideInChallenge(state, command, now)
        ?? DecideInClosing(state, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a case does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="state">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static CaseState Apply(CaseState? state, CaseEvent happened) => happened is LeadRecorded lead ? Begun(lead)
        : state is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the lead was recorded.")
        : happened is ICaseMilestone { On: { } on } ? Remembering(state, happened) with { LastStepOn = on }
        : Remembering(state, happened);

    private static CaseState Remembering(CaseState state, CaseEvent happened) => happened is IBeginsAnew { Reviewed: { } names }
        ? ApplyByStage(state, happened) with { Reviewers = [.. state.Reviewers.Union(names)] }
        : ApplyByStage(state, happened);

    private static CaseState ApplyByStage(CaseState state, CaseEvent happened) =>
        ApplyInApprovals(state, happened)
        ?? ApplyInRecusal(state, happened)
        ?? ApplyInFiling(state, happened)
        ?? ApplyInParties(state, happened)
        ?? ApplyInCorrections(state, happened)
        ?? ApplyInActs(state, happened)
        ?? ApplyInGoods(state, happened)
        ?? ApplyInOfficers(state, happened)
        ?? ApplyInJoining(state, happened)
        ?? ApplyInFigures(state, happened)
        ?? ApplyInTransfer(state, happened)
        ?? ApplyInTransferTakenBack(state, happened)
        ?? ApplyInEvidence(state, happened)
        ?? ApplyInSeizures(state, happened)
        ?? ApplyInGoodsReturn(state, happened)
        ?? ApplyInTesting(state, happened)
        ?? ApplyInClocks(state, happened)
        ?? ApplyInReview(state, happened)
        ?? ApplyInHearing(state, happened)
        ?? ApplyInDeliberation(state, happened)
        ?? ApplyInNoPenalty(state, happened)
        ?? ApplyInCompetence(state, happened)
        ?? ApplyInSummary(state, happened)
        ?? ApplyInCorrectionOrders(state, happened)
        ?? ApplyInPenalty(state, happened)
        ?? ApplyInService(state, happened)
        ?? ApplyInPublication(state, happened)
        ?? ApplyInExecution(state, happened)
        ?? ApplyInEnforcement(state, happened)
        ?? ApplyInChallenge(state, happened)
        ?? ApplyInSuspensions(state, happened)
        ?? ApplyInClosing(state, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a case does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="state">A state.</param>
    public static IReadOnlyList<string> Check(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, state.Number, out _) is not null, $"its number '{state.Number}' is not one in normal form"),
            .. When(state.MustTransfer && !state.IsOpen, "it has ended though the duty to transfer stands unanswered"),
            .. When(state.MustTransfer && state.Stage is CaseStage.Transferred, "it is transferred though the duty to transfer stands unanswered"),
            .. When(state.IsOpen == state.End is not null, "ended goes with how it ended"),
            .. When(state.FiledOn is not null && state.Officers.Length < TooFewOfficers.ByLaw, "fewer than two officers investigate it"),
            .. When(state.ReviewedBy is { } reviewer && state.Investigators.Contains(reviewer), "who reviewed it had investigated it"),
            .. When(state.Rights is { Chair: { } chair } && state.Investigators.Contains(chair), "who presided over its hearing had investigated it"),
            .. When(
                state is { Stage: CaseStage.Decided or CaseStage.Execution or CaseStage.Closed, Decision: null }
                    && state.End?.Outcome is not CaseOutcome.Judged
                    && state is not { Stage: CaseStage.Decided, NoPenalty: not null },
                "it is decided without a decision"),
            .. When(
                (state.Stage is CaseStage.NoPenalty || state is { Stage: CaseStage.Decided, Decision: null })
                    != (state.NoPenalty is not null),
                "no penalty goes with the decision that says so"),
            .. When(!state.IsOpen && state.Clocks.Any(clock => !CaseDeadlines.RunOn.Contains(clock.Kind)),
                "a clock runs though it has ended"),
            .. When(state.Clocks.Select(clock => (clock.Kind, clock.Item)).Distinct().Count() != state.Clocks.Length, "two clocks are the same"),
            .. When(state.Seizures.Any(one => one.Lines.Any(line => line > state.Goods.Length)), "a measure holds goods of no line"),
            .. When(state.Figures is { GoodsValue: < 0 } or { SalesAmount: < 0 } or { IllegalGains: < 0 }, "a figure is negative"),
            .. When(state.Figures.LawfulCosts > state.Figures.IllegalGains, "lawful costs are more than what was taken"),
        ];
    }

    // Evidence, goods and tests belong to an investigation; what is urgent may be done while it is a lead.
    private static bool IsNotInvestigated(CaseState state) => state.Stage is not CaseStage.Lead && !state.IsUnderWay;

    private static Refusal? Officers(ImmutableArray<string> given, Circumstances now, out ImmutableArray<string> officers) =>
        OfficerNames.Problem(officers = OfficerNames.Of(given), "officers", now);

    // Days that older events did not keep are known by what they led to.
    private static DateOnly? Follows(CaseState state) => new[]
    {
        state.LastStepOn,
        state.Lead.ReceivedOn,
        state.FiledOn,
        state.Proposal?.ProposedOn,
        state.Rights?.ServedOn,
        state.Rights?.HeldOn,
        state.Decision?.DecidedOn,
        state.Execution.ServedOn,
        state.End?.On,
    }.Max();

    private static InvalidInput? NotAfter(string field, DateOnly? day, DateOnly today) => ActDay.Problem(field, day, today);

    private static DateTimeOffset InstantOf(DateOnly? day, Circumstances now) => day is { } given && given != now.Today ? ShanghaiTime.StartOf(given) : now.Now;

    // What was decided is published, withdrawn and given back also after the case is closed.
    private static CaseState Ended(CaseState state, CaseStage stage, CaseEnd end) => state with
    {
        Stage = stage,
        End = end,
        Approvals = state.Approvals.Ended(),
        Clocks =
        [
            .. state.Clocks.Where(clock => clock.Kind is CaseDeadlines.GoodsReturn
                || (stage is CaseStage.Closed && CaseDeadlines.RunOn.Contains(clock.Kind))),
        ],
    };

    /// <summary>A case counts once, under its main product class, so that the rows of a form add up to its total.</summary>
    private static IEnumerable<TallyFact> Tally(CaseState? before, CaseEvent happened, CaseState after)
    {
        if (happened is IUncounts { Facts: var takenBack })
        {
            return takenBack?.Select(fact => fact.Fact) ?? [];
        }

        if (TallyOfReversal(before, happened) is { } reversed)
        {
            return reversed;
        }

        if (happened is ICorrection correction)
        {
            return Corrected(before!, correction, after);
        }

        (DateOnly Day, Measure Measure, long Amount)? counted = happened switch
        {
            CaseFiled e => (ShanghaiTime.DayOf(e.At), Measure.CasesFiled, 1),
            CaseFiguresRecorded e => (e.On, Measure.GoodsValue, e.Figures.GoodsValue - before!.Figures.GoodsValue),
            CaseMarkedMajor e when !after.IsUncounted => (e.On, Measure.MajorCases, 1),
            GoodsSeized e when before!.Seizures.IsEmpty && after.Lead.Party.Kind is PartyKind.Den => (ShanghaiTime.DayOf(e.At), Measure.DensClosed, 1),
            PenaltyExecuted e => (e.PaidOn, Measure.Penalties, e.Amount),
            CaseClosed e => (e.On, Measure.CasesClosed, 1),
            _ => null,
        };
        return counted is var (day, measure, amount) && amount != 0
            ? [new TallyFact(day, measure, amount, after.Section, null, after.ProductClasses.FirstOrDefault(), WireName.Of(after.Lead.Violation))]
            : [];
    }
}

/// <summary>What happens to a case within one decision, folded as it is told.</summary>
/// <param name="state">The case before.</param>
internal sealed class CaseEventBuilder(CaseState? state) : EventBuilder<CaseEventBuilder, CaseState, CaseEvent>(state, Cases.Case.Apply)
{
    /// <summary>The case as it stands by now.</summary>
    public CaseState Case => Current;

    /// <summary>Recalculates every clock anew, and settles what is due already when it is recorded; a clock that this begins too.</summary>
    public CaseEventBuilder Recalculate(Circumstances now)
    {
        while (Case.Clocks.Recalculate(Case.PausesOf, now.Calendar, now.Warning.Left) is { IsEmpty: false } moved)
        {
            With([new CaseClocksRecalculated(moved)]).Settle(now.Now);
        }

        return this;
    }

    /// <summary>Settles what is due, and reckons the clocks that begin with it: what is served by public notice is to be paid.</summary>
    public CaseEventBuilder Settle(Circumstances now)
    {
        Settle(now.Now);
        return Events.Count == 0 ? this : Recalculate(now);
    }

    protected override CaseEvent[] FirstDue(DateTimeOffset now) => Case.Clocks.FirstDue(now) is var (clock, isWarning) ? Due(clock, isWarning) : [];

    private CaseEvent[] Due(RunningClock clock, bool isWarning)
    {
        if (isWarning)
        {
            return [new CaseDeadlineNear(clock.Kind, clock.Item, clock.DueAt!.Value)];
        }

        var lastDay = ShanghaiTime.LastDayBefore(clock.DueAt!.Value);
        var lapsed = new CaseDeadlineLapsed(
            clock.Item, Cases.Case.LapseOf(Case, clock.Kind, clock.DueAt.Value, clock.Rule, clock.Item));
        return clock.Kind switch
        {
            CaseDeadlines.ServiceNotice => [Cases.Case.ServedByNotice(Case)], // 程序规定 第八十一条
            CaseDeadlines.PublicationEnd => [new PublicationEnded(lastDay, null)],
            // The party's right, and nobody's fault.
            CaseDeadlines.Statement => [new PartyKeptSilent(lastDay, Case.Rights?.Answer is PartyAnswer.Statement ? true : null)],
            CaseDeadlines.Designation => [new DesignationFellDue(lastDay)], // the superior's time
            CaseDeadlines.Correction => [new CorrectionFellDue(clock.Item, lastDay)], // the party's duty
            CaseDeadlines.Preservation => [lapsed, new PreservationLapsed(clock.Item, lastDay)], // 行政处罚法 第五十六条
            CaseDeadlines.MeasureApproval => [lapsed, new MeasureLapsed(clock.Item, ShanghaiTime.DayOf(clock.DueAt.Value))], // 行政强制法 第十九条
            _ => [lapsed],
        };
    }
}

/// <summary>案件阶段不符. The step belongs to another stage.</summary>
/// <param name="Stage">阶段. Where the case stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-not-in-stage")]
public sealed record CaseNotInStage(CaseStage Stage) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"案件现处于“{Terms.Of(Stage).Chinese}”阶段，不能如此办理", $"The case is at the stage '{Terms.Of(Stage).English}'; this step does not belong to it");
}

/// <summary>没有这一项. The case has no item of this number that is open.</summary>
/// <param name="Field">字段. Which input.</param>
/// <param name="Item">序号. The number that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.no-such-item")]
public sealed record NoSuchItem(string Field, int Item) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"本案没有未了的第{Item}项", $"The case has no open item {Item}");
}
