using CsCheck;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

public sealed class CaseWalkTests
{
    private static readonly Gen<(int What, int Hours, int Amount)[]> Walks = Gen.Select(Gen.Int[0, CaseSamples.All.Length + 4], Gen.Int[0, 24 * 40], Gen.Int[0, 120_000]).Array[1, 60];

    /// <summary>What never comes about, whatever is asked in whatever order: a case that has ended while the duty to transfer stands unanswered; a penalty decided while it stood; a case that fewer than two officers investigate, or that one of them reviewed or heard; a lapse that is recorded twice; a clock that runs in a case that has ended.</summary>
    [Fact]
    public void Whatever_is_asked_in_whatever_order_what_must_hold_holds() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<CaseState, CaseCommand, CaseEvent>(Case.Concept);
            var now = Some.TenOClock(Some.Today);
            foreach (var (what, hours, amount) in steps)
            {
                now = now.AddHours(hours);
                var command = Asked(what, amount, walk.State, ShanghaiTime.DayOf(now));
                var actor = what % 3 == 0 ? CaseTale.Legal : what % 3 == 1 ? CaseTale.Head : CaseTale.Officer;
                var duty = walk.State?.MustTransfer == true;
                var events = walk.Do(command, new Circumstances(actor, now, WorkingCalendar.BuiltIn) { Key = CaseTale.Number }.WithCaseFacts(other: null));
                Assert.False(duty && events.Any(IsAnEnd));
                if (walk.State is not { } state)
                {
                    continue;
                }

                Assert.DoesNotContain(CaseDeadlines.Of(state), open => events.Length > 0 && open.DueAt <= now);
                Assert.Equal(
                    state.Lapses.Length,
                    walk.Journal.OfType<CaseDeadlineLapsed>().Distinct().Count() - walk.Journal.OfType<CaseLapseWithdrawn>().Count());
                Assert.True(state.IsOpen || !state.MustTransfer);
            }

            walk.ExpectFolded();
        },
        iter: 1500, threads: 1);

    /// <summary>
    /// There is no dead end: wherever a case has come to, by whatever was done in whatever order, those whose office it is can bring it to
    /// an end in a few steps, none of which is refused.
    /// </summary>
    [Fact]
    public void From_wherever_a_case_has_come_to_it_can_be_brought_to_its_end() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<CaseState, CaseCommand, CaseEvent>(Case.Concept);
            var now = Some.TenOClock(Some.Today);
            foreach (var (what, hours, amount) in steps)
            {
                now = now.AddHours(hours);
                walk.Do(Asked(what, amount, walk.State, ShanghaiTime.DayOf(now)), By(CaseTale.Head, now));
                Assert.False(walk.State is { } reached && Case.Concept.IsStuck(reached));
            }

            for (var left = 40; walk.State is { IsOpen: true } state; left--)
            {
                Assert.True(left > 0, $"The case goes on and on: {state.Stage}.");
                var command = TowardsTheEnd(state, ShanghaiTime.DayOf(now));
                var actor = new[] { CaseTale.Leader, CaseTale.Legal, Actor.System(Guid.Empty) }.First(one => Allows(command, one));
                var decision = Case.Concept.Decided(state, command, By(actor, now));
                Assert.True(decision.Refusal is null, $"{state.Stage}: {command.GetType().Name}: {decision.Refusal?.Message.English}");
                Assert.NotEmpty(walk.Do(command, By(actor, now)));
            }
        },
        iter: 800, threads: 1);

    /// <summary>A case that the police filed before its outcome was asked for is found by the self-check, until it is asked for.</summary>
    [Fact]
    public void A_case_that_waits_for_nobody_is_found()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Happened(new CrimeTransferNoted(Some.TenOClock(Some.Today), CaseTale.Transfer, TransferStep.Filed))
            .Happened(new CaseClocksRecalculated([new(CaseDeadlines.Decision, 0, null, null)]));
        Assert.True(Case.Concept.IsStuck(tale.Case));
        Assert.False(Case.Concept.IsStuck(tale.Do(new RecordTransferInquiry(tale.Today, "审查起诉中")).Case));
        Assert.False(Case.Concept.IsStuck(CaseTale.Filed().Case));
        Assert.False(Case.Concept.IsStuck(CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head).Case));
    }

    private static bool Allows(CaseCommand command, Actor actor) =>
        Concept<CaseState, CaseCommand, CaseEvent>.Allows(command, actor);

    private static Circumstances By(Actor actor, DateTimeOffset now) =>
        new Circumstances(actor, now, WorkingCalendar.BuiltIn) { Key = CaseTale.Number }.WithCaseFacts(other: null);

    // What is left to do first, then the end that fits the stage.
    private static CaseCommand TowardsTheEnd(CaseState state, DateOnly today) => state switch
    {
        { Stage: CaseStage.Transferred, JudgedOn: null } =>
            new NoteCrimeTransfer(state.Duty?.Transfer ?? CaseTale.Transfer, TransferStep.Judged),
        { MustTransfer: true, Duty.Transfer: { } transfer } => new NoteCrimeTransfer(transfer, TransferStep.Refused),
        { MustTransfer: true } => new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened),
        { Challenges: [.., { EndedOn: null }] } =>
            new RecordChallengeOutcome(ChallengeOutcome.Withdrawn, today, "撤1", default, default, default, []),
        _ when state.Seizures.FirstOrDefault(one => one.EndedOn is null) is { } held =>
            new EndSeizure(held.Number, SeizureOutcome.Released, Some.Grounds),
        _ when state.Tests.FirstOrDefault(one => one is { ResultOn: null, WithdrawnOn: null }) is { } test =>
            new RecordTestResult(test.Number, Passed: true, "检1"),
        _ when state.CorrectionOrders.FirstOrDefault(one => one.IsDone is null) is { } order =>
            new RecordCorrection(order.Number, IsDone: true, "已核实"),
        { Execution.ToRefund: > 0 and var owed } => new RecordRefund(new(owed), today, "退1"),
        _ when state.Seizures.FirstOrDefault(one => one is { ReturnOwedOn: not null, Return: null }) is { } fallen => new RecordGoodsReturn(
            fallen.Number, GoodsReturnWay.PaidFor, today, "退物1", new(100_00)),
        _ when state.OpenTasks.Contains(CaseTask.PublicationStanding) => new WithdrawPublication("处罚决定已变更"),
        _ when state.OpenTasks.Contains(CaseTask.CashHeld) => new HandInCash(today, null),
        { Stage: CaseStage.Lead } => new DecideNotToFile(Some.Grounds),
        { IsUnderWay: true } => new TerminateCase(TerminationGround.Other, Some.Grounds),
        { Stage: CaseStage.Decided, NoPenalty: not null } => new ServeDecision(today, "送1"),
        { Stage: CaseStage.Decided } => new EndExecution(
            Some.Grounds,
            state.AllParties.Any(party => party.Kind is PartyKind.Enterprise)
                ? ExecutionEndGround.OrganisationEnded : ExecutionEndGround.Death),
        { Execution.IsCourtAwaited: true } => new RecordEnforcementResult(CourtResult.Ended, today, "行审1"),
        _ when state.OpenTasks.Contains(CaseTask.PenaltyUnpaid) => new EndExecution(Some.Grounds, ExecutionEndGround.Other),
        { Execution.AnnulledOn: not null } => new CloseCase(CaseOutcome.Annulled, Some.Grounds),
        // Of goods that were given back nothing is confiscated any more.
        { Decision.Penalty.ConfiscatedGoods: > 0, Seizures: [_, ..] held } when held.All(one => one.Outcome is SeizureOutcome.Released
            or SeizureOutcome.LapsedByItself or SeizureOutcome.NotApproved or SeizureOutcome.TurnedIntoSeizure) =>
            new CloseCase(CaseOutcome.ExecutionEnded, Some.Grounds),
        { Execution: { ServedOn: not null, EndedOn: null } } => new CloseCase(CaseOutcome.Executed, Some.Grounds),
        _ => new CloseCase(
            state is { Outstanding: 0, Stands: > 0, Execution.ServedOn: not null } ? CaseOutcome.Executed : CaseOutcome.ExecutionEnded,
            Some.Grounds),
    };

    private static bool IsAnEnd(CaseEvent happened) => happened is PenaltyDecided or CaseClosed or CaseWithdrawn or CaseNotFiled
        or NoPenaltyDecided or CaseTerminated or CasePassedOn or PenalisedOnTheSpot;

    private static CaseCommand Asked(int what, int amount, CaseState? state, DateOnly today)
    {
        var samples = CaseSamples.All;
        if (state is null)
        {
            return ((RecordLead)samples[0]) with { ReceivedOn = today.AddDays(-amount % 40), ActEndedOn = null };
        }

        return (what - samples.Length) switch
        {
            0 => new DecidePenalty(
                new(amount), "裁量", default, state.Proposal?.Penalty.ConfiscatedGoods is > 0 and var goods ? new(goods) : default, [],
                Some.Grounds),
            1 => new RecordPartyAnswer((PartyAnswer)(amount % 3), null),
            2 => new NoteCrimeTransfer(CaseTale.Transfer, (TransferStep)(amount % 3)),
            3 => CaseDeadlines.Of(state).MinBy(open => open.DueAt) is { } due ? new CaseDeadlineReached(due.Kind, due.DueAt) : new PassLegalReview(Some.Grounds),
            4 => new CloseCase((CaseOutcome)(amount % 5), Some.Grounds),
            _ => samples[what] switch
            {
                // A clock that is moved to and fro by corrections of the day may lapse anew.
                CorrectCaseLead lead => lead with { ReceivedOn = state.Lead.ReceivedOn },
                RecordCaseFigures => new RecordCaseFigures(new(amount * 100L), new(amount % 7 == 0 ? amount * 100L : 0), default, default, default, default, 0, 0, amount % 50 == 0 ? [GraveCircumstance.InjuryOrDeath] : []),
                ProposePenalty => new ProposePenalty(
                    new(amount * 200L), default, new(amount % 3 == 0 ? amount : 0), [], Some.Grounds),
                NotifyRights => new NotifyRights(today, Some.Grounds),
                RecordHearing => new RecordHearing(today, amount % 3 == 0 ? null : "chair", amount % 2 == 0 ? null : "报告"),
                RecordHearingReport => new RecordHearingReport("报告", today),
                PublishHearing => new PublishHearing(today, null),
                RecordDeliberation => new RecordDeliberation(
                    today, "leader", ["head", amount % 5 == 0 ? "second" : amount % 7 == 0 ? "legal" : "quality-head"], "集1", "同意"),
                OrderCorrection => new OrderCorrection("改正", today.AddDays(amount % 20), Some.Grounds),
                RecordCorrection => new RecordCorrection(1 + (amount % 3), amount % 2 == 0, "已核实"),
                ReportSpotPenalty => new ReportSpotPenalty(today),
                HandInCash => new HandInCash(today, null),
                AnnounceHearing => new AnnounceHearing(today.AddDays(amount % 30), null),
                ServeDecision => new ServeDecision(today, "送1", (ServiceWay)(amount % 7), "电确1"),
                ExecutePenalty => new ExecutePenalty(new(amount % 2 == 0 ? Math.Max(1, state.Outstanding) : amount), today, null),
                PublishDecision publish => publish with { PublishedOn = today },
                UrgePayment or WaiveSurcharge or EndExecution or RequestCourtEnforcement when amount % 2 == 0 => new RecordChallengeOutcome(
                    (ChallengeOutcome)(amount % 5), today, "复决1", new(amount % 5 == 1 ? amount : 0), default, default, []),
                RecordChallenge challenge => challenge with { ReceivedOn = today, Kind = (ChallengeKind)(amount % 2) },
                RecordChallengeOutcome => new RecordChallengeOutcome((ChallengeOutcome)(amount % 5), today, "复决1",
                    new(amount % 5 == 1 ? amount : 0), default, default, []),
                RecordEnforcementResult => new RecordEnforcementResult((CourtResult)(amount % 3), today, "行审1"),
                CorrectPayment correct => correct with { Payment = 1 + (amount % 3), PaidOn = today, Amount = new(amount) },
                RecordRefund => new RecordRefund(new(Math.Max(1, state.Execution.ToRefund / 2)), today, "退1"),
                EndSeizure => new EndSeizure(
                    1 + (amount % 3), amount % 2 == 0 ? SeizureOutcome.Confiscated : SeizureOutcome.Released, Some.Grounds),
                RecordGoodsReturn => new RecordGoodsReturn(
                    1 + (amount % 3), (GoodsReturnWay)(amount % 3), today, "退物1", new(amount % 3 == 1 ? 100_00 : 0)),
                EndCasePause => new EndCasePause(1 + (amount % 4), null),
                PauseCase => new PauseCase((PauseReason)(amount % 9), "文书", today.AddDays(-amount % 10)),
                MoveCaseWork move => state.Holders is [var from, ..] ? move with { From = from, To = amount % 3 == 0 ? "legal" : $"officer-{amount % 4}" } : move,
                ExtendCaseClock => new ExtendCaseClock((CaseClock)(amount % 3), 1, null, Some.Grounds),
                var other => (CaseCommand)other,
            },
        };
    }
}
