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
