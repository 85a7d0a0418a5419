using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>
/// A correction has lifted the duty while the police hold the transfer, it is decided not to penalise, and then the police file.
/// </summary>
public sealed class FiledByPoliceLateTests
{
    [Fact]
    public void A_public_notice_that_runs_serves_nothing_any_more()
    {
        var tale = NoPenaltyDecided();
        tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice));
        tale.After(1).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(40).ClockRuns();
        Assert.Equal(CaseStage.Transferred, tale.Case.Stage);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.ServiceNotice));
        Assert.Empty(Case.Check(tale.Case));
    }

    [Fact]
    public void What_comes_back_is_decided_in_what_is_left_of_its_term()
    {
        var tale = NoPenaltyDecided();
        tale.Do(new ServeDecision(tale.Today, null));
        Assert.Equal(CaseStage.NoPenalty, tale.Case.Stage);
        tale.After(1).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(40).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal(CaseStage.Investigation, tale.Case.Stage);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.Decision));
        Assert.Null(tale.Case.Execution.ServedOn);
        Assert.Empty(Case.Check(tale.Case));
    }

    [Theory]
    [InlineData(ChallengeOutcome.Upheld)]
    [InlineData(ChallengeOutcome.Annulled)]
    [InlineData(ChallengeOutcome.AnnulledAnew)]
    [InlineData(ChallengeOutcome.Withdrawn)]
    public void What_a_challenge_comes_to_takes_nothing_away_from_the_police(ChallengeOutcome outcome)
    {
        var tale = Challenged();
        tale.After(3).Do(Came(outcome, tale), CaseTale.Legal);
        Assert.Equal((CaseStage.Transferred, AwaitedStep.Judgment), (tale.Case.Stage, tale.Case.Awaits));
        Assert.Equal((outcome, tale.Today), (tale.Case.Challenges[0].Outcome, tale.Case.Challenges[0].EndedOn));
        Assert.IsType<NoChallengeRuns>(tale.Refused(Came(outcome, tale), CaseTale.Legal));
        Assert.Equal(
            CaseStage.Closed,
            tale.After(1).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged)).Case.Stage);
    }

    /// <summary>The decision that was challenged gave way when the police filed the case: what it comes to touches no later one.</summary>
    [Theory]
    [InlineData(ChallengeOutcome.Upheld)]
    [InlineData(ChallengeOutcome.Annulled)]
    [InlineData(ChallengeOutcome.AnnulledAnew)]
    [InlineData(ChallengeOutcome.Withdrawn)]
    public void What_a_challenge_comes_to_after_the_case_came_back_touches_no_later_penalty(ChallengeOutcome outcome)
    {
        var early = CameBack();
        early.After(1).Do(Came(outcome, early), CaseTale.Legal);
        Assert.Equal((CaseStage.Investigation, null), (early.Case.Stage, early.Case.Execution.AnnulledOn));
        Stands(early.Do(Proposal), outcome);

        var decided = CameBack().Do(Proposal);
        Penalised(decided);
        decided.After(1).Do(Came(outcome, decided), CaseTale.Legal);
        Assert.Equal(CaseStage.Decided, decided.Case.Stage);
        Stands(Serve(decided), outcome, isDecided: true);

        var served = Serve(Penalised(CameBack().Do(Proposal)));
        served.After(1).Do(Came(outcome, served), CaseTale.Legal);
        Stands(served, outcome, isDecided: true);
    }

    [Theory]
    [InlineData(ChallengeOutcome.Upheld)]
    [InlineData(ChallengeOutcome.Annulled)]
    [InlineData(ChallengeOutcome.AnnulledAnew)]
    [InlineData(ChallengeOutcome.Withdrawn)]
    public void What_a_challenge_comes_to_after_the_judgment_leaves_it_the_end(ChallengeOutcome outcome)
    {
        var tale = Challenged();
        tale.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged));
        tale.After(3).Do(Came(outcome, tale), CaseTale.Legal);
        Assert.Equal((CaseStage.Closed, CaseOutcome.Judged), (tale.Case.Stage, tale.Case.End!.Outcome));
        Assert.Equal(outcome, tale.Case.Challenges[0].Outcome);
        Assert.Empty(tale.Case.Clocks);
        Assert.Equal(1, tale.Counted.Where(fact => fact.Measure is Measure.CasesClosed).Sum(fact => fact.Amount));
    }

    /// <summary>What was challenged said that there is no penalty: it is not changed into one, whatever was decided since.</summary>
    [Fact]
    public void What_gave_way_to_the_police_is_not_changed_into_a_penalty()
    {
        var served = Serve(Penalised(CameBack().Do(Proposal)));
        var changed = Came(ChallengeOutcome.Changed, served) with { Fine = new(1_000_00) };
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(served.Refused(changed, CaseTale.Legal)).Field);
    }

    [Fact]
    public void A_decision_that_is_to_be_made_anew_waits_for_the_police_and_has_its_whole_term_then()
    {
        var tale = Challenged();
        tale.After(3).Do(Came(ChallengeOutcome.AnnulledAnew, tale), CaseTale.Legal);
        tale.After(100).ClockRuns();
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Decision);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal(CaseStage.Investigation, tale.Case.Stage);
        Assert.InRange(tale.LastDay(CaseDeadlines.Decision).DayNumber - tale.Today.DayNumber, 89, 92);
    }

    [Fact]
    public void A_notice_that_the_police_overtook_stops_no_clock_after_it_came_back()
    {
        var tale = NoPenaltyDecided();
        tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice));
        tale.After(1).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.All(
            tale.Case.Pauses.Where(pause => pause.Pause.Reason is PauseReason.PublicNotice),
            pause => Assert.True(pause.Pause.EndedAt <= tale.Now));
    }

    /// <summary>行政强制法 第五十三条, 行政处罚法 第七十三条: what is done against another decision stays nothing of this one.</summary>
    [Fact]
    public void What_still_runs_against_the_decision_that_gave_way_stops_nothing_of_a_later_penalty()
    {
        var (challenged, free) = (Serve(Penalised(CameBack().Do(Proposal))), CaseTale.Served());
        Assert.Null(challenged.Case.Challenges[0].EndedOn);
        var (late, lateFree) = (challenged.Today.AddDays(60), free.Today.AddDays(60));
        var calendar = WorkingCalendar.BuiltIn;
        Assert.Equal(20_000_00, Surcharge.On(challenged.Case, late, calendar));
        Assert.Equal(Surcharge.On(free.Case, lateFree, calendar), Surcharge.On(challenged.Case, late, calendar));
        challenged.On(late).ClockRuns().Do(new UrgePayment("催1"));
        Assert.False(challenged.Case.IsChallenged);
        challenged.On(Case.EnforcementWindow(challenged.Case, calendar)!.Value.From).ClockRuns();
        Assert.NotNull(challenged.Do(new RequestCourtEnforcement(Some.Grounds)).Case.Execution.EnforcementRequestedOn);
    }

    /// <summary>One runs against what gave way, another against what was decided since: it is said which has ended.</summary>
    [Fact]
    public void The_penalty_is_challenged_while_the_challenge_before_runs_still()
    {
        var tale = Serve(Penalised(CameBack().Do(Proposal)));
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1"), CaseTale.Legal).After(5);
        Assert.IsType<ChallengeRuns>(tale.Refused(
            new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复2"), CaseTale.Legal));
        var annulled = Came(ChallengeOutcome.Annulled, tale);
        Assert.Equal("challenge", Assert.IsType<InvalidInput>(tale.Refused(annulled, CaseTale.Legal)).Field);
        Assert.Equal(new NoSuchItem("challenge", 3), tale.Refused(annulled with { Challenge = 3 }, CaseTale.Legal));
        tale.Do(annulled with { Challenge = 1 }, CaseTale.Legal);
        Assert.Equal((CaseStage.Execution, 20_000_00), (tale.Case.Stage, tale.Case.Stands));
        Assert.Equal(0, tale.Do(annulled, CaseTale.Legal).Case.Stands);
        Assert.All(tale.Case.Challenges, one => Assert.Equal(ChallengeOutcome.Annulled, one.Outcome));
    }

    /// <summary>The party, or whoever was harmed, goes to court against the decision not to penalise while the police have the
    /// case.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)] // after it came back
    public void What_gave_way_to_the_police_is_challenged_still(bool cameBack)
    {
        var tale = NoPenaltyDecided().Do(new ServeDecision(NoPenaltyDecided().Today, null));
        var served = tale.Today;
        tale.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).After(2);
        if (cameBack)
        {
            tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned)).After(1);
        }

        var stage = tale.Case.Stage;
        var sues = new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1");
        Assert.Equal("receivedOn", (tale.Refused(sues with { ReceivedOn = served.AddDays(-1) }, CaseTale.Legal) as InvalidInput)?.Field);
        tale.Do(sues, CaseTale.Legal);
        Assert.Equal((stage, true, false), (tale.Case.Stage, tale.Case.Challenges[0].IsOfFormer, tale.Case.Challenges[0].IsLate));
        Assert.IsType<ChallengeRuns>(tale.Refused(sues, CaseTale.Legal));
        tale.After(3).Do(Came(ChallengeOutcome.Annulled, tale), CaseTale.Legal);
        Assert.Equal((stage, ChallengeOutcome.Annulled), (tale.Case.Stage, tale.Case.Challenges[0].Outcome));
        Assert.Null(tale.Case.Execution.AnnulledOn);
    }

    /// <summary>行政处罚法 第七十三条: a suit that comes late against what gave way to the police takes nothing from the penalty since: it is
    /// said which of the two is meant.</summary>
    [Fact]
    public void A_suit_against_what_gave_way_that_comes_after_the_penalty_was_served_is_said_to_be_so()
    {
        var (tale, free) = (ServedAnew(), ServedAnew());
        var sues = new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1", AgainstFormer: true);
        Assert.Equal(
            "receivedOn",
            (tale.Refused(sues with { ReceivedOn = tale.Case.FormerServedOn!.Value.AddDays(-1) }, CaseTale.Legal) as InvalidInput)?.Field);
        tale.Do(sues, CaseTale.Legal);
        Assert.Equal((true, false), (tale.Case.Challenges[0].IsOfFormer, tale.Case.IsChallenged));
        var late = tale.Today.AddDays(60);
        Assert.Equal(Surcharge.On(free.Case, late, WorkingCalendar.BuiltIn), Surcharge.On(tale.Case, late, WorkingCalendar.BuiltIn));

        // The party's own, against the penalty, is taken beside it, and each ends by itself.
        tale.Do(sues with { AgainstFormer = null, DocumentNumber = "行初2" }, CaseTale.Legal);
        Assert.Equal((null, true), (tale.Case.Challenges[1].IsOfFormer, tale.Case.IsChallenged));
        tale.After(3).Do(Came(ChallengeOutcome.Annulled, tale) with { Challenge = 1 }, CaseTale.Legal);
        Assert.Equal((CaseStage.Execution, 20_000_00, null), (tale.Case.Stage, tale.Case.Stands, tale.Case.Execution.AnnulledOn));
        tale.Do(Came(ChallengeOutcome.Annulled, tale), CaseTale.Legal);
        Assert.Equal((0, tale.Today), (tale.Case.Stands, tale.Case.Execution.AnnulledOn));
    }

    /// <summary>Once the later decision was annulled, the days say nothing of which of the two a suit is against.</summary>
    [Fact]
    public void After_the_later_decision_was_annulled_nothing_is_guessed_of_the_former()
    {
        var tale = ServedAnew();
        tale.Do(new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal).After(2);
        tale.Do(Came(ChallengeOutcome.AnnulledAnew, tale), CaseTale.Legal).After(2);
        var sues = new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1");
        Assert.Equal(new CaseNotInStage(tale.Case.Stage), tale.Refused(sues, CaseTale.Legal));
        Assert.Equal(new CaseNotInStage(tale.Case.Stage), tale.Refused(sues with { AgainstFormer = false }, CaseTale.Legal));
        Assert.True(tale.Do(sues with { AgainstFormer = true }, CaseTale.Legal).Case.Challenges[1].IsOfFormer);
    }

    [Fact]
    public void Where_nothing_gave_way_to_the_police_no_challenge_is_against_it()
    {
        var tale = CaseTale.Served();
        var sues = new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1", AgainstFormer: true);
        Assert.Equal("againstFormer", (tale.Refused(sues, CaseTale.Legal) as InvalidInput)?.Field);
        Assert.Null(tale.Do(sues with { AgainstFormer = false }, CaseTale.Legal).Case.Challenges[0].IsOfFormer);
    }

    [Fact]
    public void While_the_police_have_the_case_nothing_but_what_gave_way_is_challenged()
    {
        var tale = NoPenaltyDecided().Do(new ServeDecision(NoPenaltyDecided().Today, null)).After(3);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        var sues = new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1", AgainstFormer: false);
        Assert.Equal(new CaseNotInStage(CaseStage.Transferred), tale.Refused(sues, CaseTale.Legal));
    }

    /// <summary>刑诉法 第一百七十七条: the case came back to be decided, in what is left of its term; the outcome begins no second one.</summary>
    [Fact]
    public void An_outcome_after_the_return_begins_no_new_term()
    {
        var tale = CameBack();
        var due = tale.LastDay(CaseDeadlines.Decision);
        tale.After(20).Do(Came(ChallengeOutcome.AnnulledAnew, tale), CaseTale.Legal);
        Assert.Equal(due, tale.LastDay(CaseDeadlines.Decision));
    }

    [Fact]
    public void What_was_never_challenged_nor_served_before_the_police_filed_is_not_challenged()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal(
            new CaseNotInStage(CaseStage.Transferred),
            tale.Refused(new RecordChallenge(ChallengeKind.Suit, tale.Today, "区人民法院", "行初1"), CaseTale.Legal));
    }

    private static RecordChallengeOutcome Came(ChallengeOutcome outcome, CaseTale tale) =>
        new(outcome, tale.Today, "复决1", default, default, default, []);

    private static CaseTale Challenged()
    {
        var tale = NoPenaltyDecided();
        tale.Do(new ServeDecision(tale.Today, null))
            .Do(new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        return tale.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
    }

    private static readonly ProposePenalty Proposal = new(new(20_000_00), default, default, [], Some.Grounds);

    private static CaseTale CameBack()
    {
        var tale = Challenged();
        return tale.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
    }

    private static CaseTale Penalised(CaseTale tale)
    {
        tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(new NotifyRights(tale.Today, Some.Grounds));
        return tale.Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Do(CaseTale.Decision(20_000_00), CaseTale.Head);
    }

    // Served without a penalty, filed by the police, come back, and penalised.
    private static CaseTale ServedAnew()
    {
        var tale = NoPenaltyDecided().Do(new ServeDecision(NoPenaltyDecided().Today, null)).After(3);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).After(2)
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        return Serve(Penalised(tale.After(1).Do(Proposal)));
    }

    private static CaseTale Serve(CaseTale tale) => tale.Do(new ServeDecision(tale.Today, null));

    private static void Stands(CaseTale tale, ChallengeOutcome outcome, bool isDecided = false)
    {
        var served = isDecided ? tale : Serve(Penalised(tale));
        Assert.Equal((CaseStage.Execution, 20_000_00), (served.Case.Stage, served.Case.Stands));
        Assert.Equal((outcome, null), (served.Case.Challenges[0].Outcome, served.Case.Challenges[0].Decision));
        Assert.Null(served.Refused(
            new RecordChallenge(ChallengeKind.Suit, served.Today, "区人民法院", "行初1"), CaseTale.Legal));
    }

    private static CaseTale NoPenaltyDecided()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        tale.Do(new CorrectCaseFigures(new(0), new(10_000_00), new(0), new(0), new(0), new(0), 0, 0, [], Some.Grounds), CaseTale.Head);
        return tale.Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new DecideNoPenalty(NoPenaltyGround.NotProven, Some.Grounds), CaseTale.Head);
    }
}
