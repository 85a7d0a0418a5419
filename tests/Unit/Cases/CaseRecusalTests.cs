using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Who is close to a party steps aside: asked by anybody of the case, decided by the head (行政处罚法 第四十三条).</summary>
public sealed class CaseRecusalTests
{
    private static readonly Actor Deputy = new("deputy", Roles.Leader, null, null, Guid.Empty);
    private static readonly Actor Second = new("second", Roles.Officer, "INSPECTION", null, Guid.Empty);

    [Fact]
    public void Until_the_head_decides_the_investigation_goes_on_and_then_another_takes_the_place()
    {
        var tale = CaseTale.Filed().Propose(new AskRecusal("second", Some.Grounds, "third"), CaseTale.Head);
        Assert.Equal(["officer", "second"], tale.Case.Officers);
        Assert.Null(tale.ProposalRefused(CaseTale.Figures(goods: 1), Second));

        tale.Propose(new ApproveCaseStep(1, "同意"), CaseTale.Leader);
        Assert.Equal(["officer", "third"], tale.Case.Officers);
        Assert.Equal(new Recusal("second", tale.Today, Some.Grounds.Reason), Assert.Single(tale.Case.Recusals));
    }

    [Fact]
    public void Who_was_recused_takes_no_part_and_is_not_named_again()
    {
        var tale = CaseTale.Filed().Do(new AskRecusal("second", Some.Grounds, "third"), CaseTale.Leader);
        var recused = new PersonRecused("second");
        Assert.Equal(recused, tale.Refused(CaseTale.Figures(goods: 1), Second));
        Assert.Equal(recused, tale.Refused(new AssignCaseOfficers(["officer", "second"], Some.Grounds), CaseTale.Head));
        Assert.Equal(
            recused,
            tale.Refused(new AddEvidence(EvidenceKind.Exhibit, "涂料", Some.Today, ["second", "third"], "officer", "证物室", null)));
        Assert.Null(tale.Refused(CaseTale.Figures(goods: 1)));

        // What other subjects tell the case arrives, in whoever's name it is told.
        Assert.Null(tale.Refused(new LinkInspection("JC-0000000009"), Second));
    }

    [Fact]
    public void Reviewers_chairs_and_deliberating_heads_step_aside_too()
    {
        var tale = CaseTale.Proposed(20_000_00).Do(new AskRecusal("legal", Some.Grounds), CaseTale.Head);
        Assert.Equal(new PersonRecused("legal"), tale.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));

        var heard = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(new AskRecusal("chair", Some.Grounds), CaseTale.Head);
        Assert.Equal(new PersonRecused("chair"), heard.Refused(new NameHearingChair("chair"), CaseTale.Leader));
        Assert.Null(heard.Refused(new NameHearingChair("other"), CaseTale.Leader));
    }

    /// <summary>What a recused reviewer or chair did does not carry the decision.</summary>
    [Fact]
    public void The_review_and_the_hearing_of_who_was_recused_are_had_anew()
    {
        var reviewed = CaseTale.Reviewed().Propose(new AskRecusal("legal", Some.Grounds), CaseTale.Head);
        Assert.Equal("legal", reviewed.Case.ReviewedBy);
        reviewed.Propose(new ApproveCaseStep(reviewed.Case.Approvals.Length, null), CaseTale.Leader);
        Assert.Equal((CaseStage.Investigation, null, null), (reviewed.Case.Stage, reviewed.Case.ReviewedBy, reviewed.Case.Proposal));

        var heard = CaseTale.Notified(200_000_00).Heard().Do(new AskRecusal("chair", Some.Grounds), CaseTale.Head);
        Assert.Equal((CaseStage.Investigation, null), (heard.Case.Stage, heard.Case.Rights));
        Assert.Single(heard.Case.EarlierNotices);
    }

    [Fact]
    public void A_decision_that_waits_for_the_head_lapses_with_the_review_that_carried_it()
    {
        var tale = CaseTale.Notified(20_000_00).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        tale.Propose(CaseTale.Decision(20_000_00), CaseTale.Head);
        var waiting = tale.Case.Approvals.Length;
        tale.Do(new AskRecusal("legal", Some.Grounds), CaseTale.Head);
        Assert.Equal(new NothingToDecide(waiting), tale.ProposalRefused(new ApproveCaseStep(waiting, null), CaseTale.Leader));
    }

    /// <summary>A deliberation in which a head took part who steps aside afterwards carries no decision, nor what was proposed on
    /// it.</summary>
    [Theory]
    [InlineData("leader")]
    [InlineData("head")]
    public void What_somebody_concluded_with_the_others_is_deliberated_anew(string person)
    {
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated().Propose(CaseTale.Decision(200_000_00));
        tale.Do(new AskRecusal(person, Some.Grounds, MinutesNumber: "集9"), Deputy);
        Assert.Null(tale.Case.Deliberation);
        Assert.Equal(ApprovalOutcome.Lapsed, Assert.Single(tale.Case.Approvals).Outcome);
        Assert.Equal(CaseStage.LegalReview, tale.Case.Stage);
        Assert.Equal(new CollectiveDecisionRequired(), tale.Refused(CaseTale.Decision(200_000_00), Deputy));

        tale.Do(new RecordDeliberation(tale.Today, "deputy", ["quality-head", "food-head"], "集10", "同意"), CaseTale.Legal);
        Assert.Null(tale.Refused(CaseTale.Decision(200_000_00), Deputy));
    }

    /// <summary>What a recused investigator proposed is proposed by another; what was done on the spot is approved all the same.</summary>
    [Fact]
    public void What_somebody_proposed_waits_no_more_but_what_was_done_is_still_approved()
    {
        var tale = CaseTale.Filed()
            .Propose(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true), Second)
            .Propose(new PauseCase(PauseReason.Stay, "中1", null), Second)
            .Propose(new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds));
        tale.Do(new AskRecusal("second", Some.Grounds, "third"), CaseTale.Leader);
        Assert.Equal([null, ApprovalOutcome.Lapsed, null], tale.Case.Approvals.Select(one => one.Outcome));
        Assert.Null(tale.ProposalRefused(new PauseCase(PauseReason.Stay, "中1", null)));
        Assert.Null(tale.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader));
    }

    [Fact]
    public void After_the_decision_a_recusal_undoes_nothing()
    {
        var decided = CaseTale.Decided().Do(new AskRecusal("legal", Some.Grounds), CaseTale.Head);
        Assert.Equal((CaseStage.Decided, "legal"), (decided.Case.Stage, decided.Case.ReviewedBy));
    }

    [Fact]
    public void Two_at_least_go_on_with_it()
    {
        var tale = CaseTale.Filed();
        Assert.IsType<TooFewOfficers>(tale.Refused(new AskRecusal("second", Some.Grounds), CaseTale.Head));
        Assert.IsType<TooFewOfficers>(tale.Refused(new AskRecusal("second", Some.Grounds, "officer"), CaseTale.Head));
        Assert.Null(tale.Refused(new AskRecusal("second", Some.Grounds, "third"), CaseTale.Head));
        tale.Do(new AssignCaseOfficers(["officer", "second", "third"], Some.Grounds), CaseTale.Head)
            .Do(new AskRecusal("second", Some.Grounds), CaseTale.Head);
        Assert.Equal(["officer", "third"], tale.Case.Officers);
    }

    [Fact]
    public void Nobody_decides_on_their_own_recusal()
    {
        var tale = CaseTale.Filed().Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head);
        Assert.Equal(new DeciderTookPart("leader"), tale.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader));
    }

    [Fact]
    public void Of_a_head_the_heads_decide_together_and_nobody_alone()
    {
        var tale = CaseTale.Filed();
        var ask = new AskRecusal("leader", Some.Grounds);
        Assert.Equal("person", Assert.IsType<InvalidInput>(Found(ask, new(Exists: false, IsHead: false))).Field);
        Assert.Null(Found(ask, new(Exists: true, IsHead: false)));

        // It is asked, and no other head can approve it alone, nor a deputy on the number of minutes that somebody typed: who met, presided
        // and concluded is recorded with it.
        tale.Propose(ask, CaseTale.Head);
        Assert.Equal(new HeadRecusedTogether("leader"), Found(new ApproveCaseStep(1, null), new(Exists: true, IsHead: true)));
        tale.Propose(new ReturnCaseStep(1, "补充会议记录"), CaseTale.Head).Propose(ask with { MinutesNumber = "集3" }, CaseTale.Head);
        Assert.Equal(new HeadRecusedTogether("leader"), Found(new ApproveCaseStep(2, null), new(Exists: true, IsHead: true)));
        tale.DecideTogether(2, isGranted: true);
        Assert.Equal(("leader", "集2"), (tale.Case.Recusals[0].Person, tale.Case.Recusals[0].MinutesNumber));
        Assert.Single(tale.Case.RecusalDeliberations);

        Refusal? Found(CaseCommand command, RecusedFound found) =>
            Case.Decide(tale.Case, command, (tale.Circumstances with { Actor = Deputy }).With(found)).Refusal;
    }

    /// <summary>Where there is one head only, the heads of the sections and of the legal section decide without that one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_recusal_of_the_only_head_is_decided_without_the_head(bool isGranted)
    {
        var tale = CaseTale.Filed().Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head).DecideTogether(1, isGranted);
        Assert.Equal(isGranted, tale.Case.IsRecused("leader"));
        Assert.Equal(isGranted ? ApprovalOutcome.Approved : ApprovalOutcome.Returned, tale.Case.Approvals[0].Outcome);
        Assert.Equal(["legal", "quality-head", "head"], Assert.Single(tale.Case.RecusalDeliberations).Participants);
        Assert.Equal(isGranted ? "集2" : null, tale.Case.Recusals.SingleOrDefault()?.MinutesNumber);

        // Nothing waits for the head any more; a head who stays decides as before.
        tale.Propose(new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds), CaseTale.Head);
        Assert.Equal(isGranted ? new PersonRecused("leader") : null, tale.ProposalRefused(new ApproveCaseStep(2, null), CaseTale.Leader));
        Assert.Null(tale.ProposalRefused(
            new ApproveCaseStep(2, null), Deputy with { Roles = Roles.SectionHead }, new DeciderFound(false, [ApprovalStep.Extension])));
    }

    [Fact]
    public void Whom_it_is_about_neither_takes_part_in_the_deliberation_nor_records_it()
    {
        var tale = CaseTale.Filed().Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head);
        Assert.Equal(new OwnRecusalDeliberated("leader"), tale.Together(1, by: CaseTale.Leader).Refusal);
        Assert.Equal(new OwnRecusalDeliberated("leader"), tale.Together(1, others: ["leader", "legal"]).Refusal);
        Assert.Equal(new ParticipantIsInvestigator("second"), tale.Together(1, others: ["second", "legal"]).Refusal);
        Assert.Equal(new TooFewParticipants(3, 2), tale.Together(1, others: ["legal"]).Refusal);
        Assert.Null(tale.Together(1, others: ["legal", "quality-head"]).Refusal);

        // Nobody decides before it was asked for.
        var later = CaseTale.Filed().After(3).Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head);
        Assert.Equal("heldOn", Assert.IsType<InvalidInput>(later.Together(1, heldOn: later.Today.AddDays(-1)).Refusal).Field);
    }

    [Fact]
    public void Of_others_the_head_decides_and_what_is_decided_is_not_deliberated_again()
    {
        var tale = CaseTale.Filed().Propose(new AskRecusal("legal", Some.Grounds), CaseTale.Head)
            .Propose(new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds), CaseTale.Head);
        Assert.Equal("approval", Assert.IsType<InvalidInput>(tale.Together(1, isOfHead: false).Refusal).Field);
        Assert.Equal(new NothingToDecide(2), tale.Together(2).Refusal);
        Assert.Equal(new NothingToDecide(3), tale.Together(3).Refusal);
        var decided = CaseTale.Filed().Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head).DecideTogether(1, isGranted: false);
        Assert.Equal(new NothingToDecide(1), decided.Together(1).Refusal);
    }

    [Fact]
    public void Recusals_of_two_people_and_extensions_of_two_terms_wait_side_by_side()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Propose(new AskRecusal("legal", Some.Grounds), CaseTale.Head);
        Assert.Equal(new ApprovalPending(1, "head"), tale.ProposalRefused(new AskRecusal(" Legal ", Some.Grounds), CaseTale.Officer));
        tale.Propose(new AskRecusal("chair", Some.Grounds), CaseTale.Head)
            .Propose(new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds), CaseTale.Head);
        Assert.Equal(
            new ApprovalPending(3, "head"),
            tale.ProposalRefused(new ExtendCaseClock(CaseClock.Decision, null, 20, Some.Grounds), CaseTale.Head));
        tale.Propose(new ExtendCaseClock(CaseClock.Seizure, 1, 30, Some.Grounds), CaseTale.Head);
        Assert.Equal(4, tale.Case.Approvals.Count(one => one.IsPending));
    }

    [Fact]
    public void Once_is_enough_and_an_ended_case_has_none()
    {
        var tale = CaseTale.Filed().Do(new AskRecusal("legal", Some.Grounds), CaseTale.Head);
        var count = tale.Journal.Count;
        tale.Do(new AskRecusal(" Legal ", Some.Grounds), CaseTale.Head);
        Assert.Equal(count, tale.Journal.Count);
        var ended = CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head);
        Assert.IsType<CaseNotInStage>(ended.Refused(new AskRecusal("legal", Some.Grounds), CaseTale.Head));
    }
}
