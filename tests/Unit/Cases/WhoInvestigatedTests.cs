using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>
/// Who inspected, seized, took evidence or had something tested has investigated, whoever its officers are: such a person neither decides
/// the case nor reviews it nor presides over its hearing (行政处罚法 第四十二条、第五十八条、第六十四条第四项; 行政强制法 第十八条).
/// </summary>
public sealed class WhoInvestigatedTests
{
    private static readonly Actor Both = new("both", Roles.Leader | Roles.Officer | Roles.Legal, null, null, Guid.Empty);

    private static readonly SeizeGoods Seizing = new(SeizureKind.Seizure, "涂料50桶", ["officer", "Both"], Some.Grounds);

    private static readonly AddEvidence Taking =
        new(EvidenceKind.Exhibit, "涂料", Some.Today, ["officer", "both"], "officer", "证物室");

    [Fact]
    public void Who_seized_the_goods_approves_nothing_in_the_case()
    {
        var seized = CaseTale.Filed().Do(Seizing).Propose(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds));
        Assert.Equal(new DeciderTookPart("both"), seized.ProposalRefused(new ApproveCaseStep(1, null), Both));
        Assert.Null(seized.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader));
    }

    [Fact]
    public void Who_took_evidence_neither_decides_the_penalty_nor_passes_the_review()
    {
        var proposed = CaseTale.Filed().Do(Taking).Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds));
        Assert.Equal(new ReviewerIsInvestigator("both"), proposed.Refused(new PassLegalReview(Some.Grounds), Both));
        var waiting = proposed.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(new NotifyRights(proposed.Today, Some.Grounds))
            .Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Propose(CaseTale.Decision(20_000_00));
        Assert.Equal(new DeciderTookPart("both"), waiting.ProposalRefused(new ApproveCaseStep(1, null), Both));
    }

    [Fact]
    public void Who_seized_the_goods_does_not_preside_over_the_hearing_nor_deliberate()
    {
        var notified = CaseTale.Filed().Do(Seizing).Do(new ProposePenalty(new(200_000_00), default, default, [], Some.Grounds));
        notified.Do(new NotifyRights(notified.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(new ChairIsInvestigator("both"), notified.Refused(new NameHearingChair("both"), CaseTale.Legal));
        Assert.Null(notified.Refused(new NameHearingChair("chair"), CaseTale.Legal));
        var reviewed = CaseTale.Filed().Do(Taking).Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        var met = new RecordDeliberation(reviewed.Today, "leader", ["both", "head"], "集1", "同意");
        Assert.Equal(new ParticipantIsInvestigator("both"), reviewed.Refused(met, CaseTale.Legal));
    }

    [Fact]
    public void Who_had_something_tested_does_not_review_the_case()
    {
        var tested = CaseTale.Filed().Do(new OrderTest("市质检院", "涂料", "委1", null, null), Both)
            .Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds));
        Assert.Equal(new ReviewerIsInvestigator("both"), tested.Refused(new PassLegalReview(Some.Grounds), Both));
    }

    [Fact]
    public void Who_made_the_inspection_that_opened_the_case_does_not_approve_its_filing()
    {
        var lead = new RecordLead(
            "某厂生产不合格涂料案", ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, Some.Today, "监督检查发现", null, null,
            Some.CreditCode, null, null, null, [], null, HarmsSafety: false, Inspectors: ["officer", "both"]);
        var opened = new CaseTale().Do(lead).Propose(new FileCase(["second", "third"], Some.Grounds), CaseTale.Head);
        Assert.Equal(new DeciderTookPart("both"), opened.ProposalRefused(new ApproveCaseStep(1, null), Both));
        var linked = CaseTale.Of().Do(new LinkInspection("JC-0000000001", ["officer", "both"]))
            .Propose(new FileCase(["second", "third"], Some.Grounds), CaseTale.Head);
        Assert.Equal(new DeciderTookPart("both"), linked.ProposalRefused(new ApproveCaseStep(1, null), Both));
    }

    [Fact]
    public void Whom_a_step_makes_an_investigator_does_not_approve_it()
    {
        var filing = CaseTale.Of().Propose(new FileCase(["officer", "Both"], Some.Grounds));
        Assert.Equal(new DeciderTookPart("both"), filing.ProposalRefused(new ApproveCaseStep(1, null), Both));
        Assert.Null(filing.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader));
        // Who does not want to investigate may say so.
        Assert.Null(filing.ProposalRefused(new ReturnCaseStep(1, "另派他人"), Both));
        var seizing = CaseTale.Of().Propose(Seizing);
        Assert.Equal(new DeciderTookPart("both"), seizing.ProposalRefused(new ApproveCaseStep(1, null), Both));
    }

    [Fact]
    public void Who_has_reviewed_the_case_takes_no_evidence_in_it()
    {
        var reviewed = CaseTale.Proposed().Do(new PassLegalReview(Some.Grounds), Both);
        Assert.Equal(new ReviewerIsInvestigator("both"), reviewed.Refused(Taking));
        Assert.Equal(new ReviewerIsInvestigator("both"), reviewed.Refused(Seizing));
        Assert.Equal(
            new ReviewerIsInvestigator("both"), reviewed.Refused(new OrderTest("市质检院", "涂料", "委1", null, null), Both));
    }

    [Fact]
    public void What_is_preserved_and_then_seized_was_taken_by_the_same_people()
    {
        var preserved = CaseTale.Filed().Do(Seizing with { Kind = SeizureKind.RegisteredPreservation })
            .Do(new EndSeizure(1, SeizureOutcome.TurnedIntoSeizure, Some.Grounds));
        Assert.Equal(["officer", "both"], preserved.Case.Seizures[1].Officers);
    }

    [Theory]
    [InlineData("officer")]
    [InlineData("head")]
    [InlineData("legal")]
    // 移送规定 第五条: whether a case goes to the police is not decided by who handled it.
    public void Who_took_part_does_not_lift_the_duty_to_transfer(string user)
    {
        var duty = CaseTale.Filed().Do(CaseTale.Figures(sales: 60_000_00))
            .Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.True(duty.Case.MustTransfer);
        var corrected = new CorrectCaseFigures(new(0), new(100_00), default, default, default, default, 0, null, [], Some.Grounds);
        var head = CaseTale.Head with { User = user };
        Assert.Equal(user == "head" ? null : new DutyLiftedByInvolved(user), duty.Refused(corrected, head));
        Assert.Null(duty.Refused(corrected, CaseTale.Leader));
        // What leaves the duty as it is may be corrected by whoever heads the section.
        Assert.Null(duty.Refused(corrected with { SalesAmount = new(70_000_00) }, head));
    }

    /// <summary>A review that became history was a part in the case all the same: whoever made it does not decide (行政处罚法 第五十七条).</summary>
    [Fact]
    public void Whoever_reviewed_before_the_case_went_back_decides_nothing_in_it()
    {
        var back = CaseTale.Reviewed().Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Leader);
        Assert.Null(back.Case.ReviewedBy);
        Assert.Contains("legal", Case.NotToDecide(back.Case));

        var challenged = CaseTale.Served();
        challenged.Do(CasePaymentTests.Challenge(challenged.Today), CaseTale.Legal).Do(
            new RecordChallengeOutcome(ChallengeOutcome.AnnulledAnew, challenged.Today, "复决1", default, default, default, []),
            CaseTale.Legal);
        Assert.Contains("legal", Case.NotToDecide(challenged.Case));
    }

    /// <summary>Whom a proposal names as an officer is known to those who are offered it.</summary>
    [Fact]
    public void Whom_a_step_names_is_not_offered_its_approval()
    {
        var lead = CaseTale.Of().Propose(new FileCase(["officer", "second"], Some.Grounds));
        Assert.Equal(["officer", "second"], Case.NamedBy(Assert.Single(lead.Case.Approvals)));
    }
}
