using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>How measures on goods end (行政强制法 第二十七条、第二十八条, 行政处罚法 第五十六条), and services that overtake a public notice.</summary>
public sealed class MeasureEndTests
{
    private static readonly EndSeizure Release = new(1, SeizureOutcome.Released, Some.Grounds);

    /// <summary>Decided by the seventh working day and entered after: approved without a day it is of the day it says.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_was_decided_before_a_preservation_lapsed_takes_effect_on_its_day(int days, bool isInTime)
    {
        var tale = Held(SeizureKind.RegisteredPreservation);
        var day = tale.LastDay(CaseDeadlines.Preservation, 1).AddDays(days);
        tale.On(day.AddDays(10)).ClockRuns();
        if (!isInTime)
        {
            Assert.IsType<NoSuchItem>(tale.ProposalRefused(Release with { On = day }));
            return;
        }

        tale.Propose(Release with { On = day }).Propose(new ApproveCaseStep(1, null), CaseTale.Leader);
        Assert.Equal((day, SeizureOutcome.Released), (tale.Case.Seizures[0].EndedOn, tale.Case.Seizures[0].Outcome));
        Assert.Equal(ApprovalOutcome.Approved, tale.Case.Approvals[0].Outcome);
        Assert.Empty(tale.Case.Lapses);
    }

    /// <summary>What was proposed in time and not approved by then was not decided in time: the goods are free (行政处罚法 第五十六条).</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_late_approval_does_not_revive_a_preservation_that_lapsed(int days, bool wasEnteredLate)
    {
        var tale = Held(SeizureKind.RegisteredPreservation);
        var day = tale.LastDay(CaseDeadlines.Preservation, 1);
        tale.On(day.AddDays(days)).ClockRuns().Propose(Release with { On = day }).After(13).ClockRuns();
        Assert.Equal(SeizureOutcome.LapsedByItself, tale.Case.Seizures[0].Outcome);
        var approve = new ApproveCaseStep(1, null);
        Assert.Equal(wasEnteredLate, tale.ProposalRefused(approve, CaseTale.Leader) is null);

        // That the head had decided by then is said with the approval.
        Assert.Null(tale.ProposalRefused(approve with { On = day }, CaseTale.Leader));
    }

    /// <summary>
    /// Goods are sealed or seized when the head approves that (行政强制法 第十八条): whatever day the proposal says, what lapsed before the
    /// approval is not turned into a seizure, and the refusal says what is lawful.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_lapsed_before_the_head_approved_is_not_turned_into_a_seizure(int days)
    {
        var tale = Held(SeizureKind.RegisteredPreservation);
        var day = tale.LastDay(CaseDeadlines.Preservation, 1);
        var seize = Release with { Outcome = SeizureOutcome.TurnedIntoSeizure, On = day };
        tale.On(day.AddDays(days)).ClockRuns().Propose(seize).After(13).ClockRuns();
        var approve = new ApproveCaseStep(1, null);
        foreach (var late in new[] { approve, approve with { On = day.AddDays(1) } })
        {
            var refused = Assert.IsType<InvalidInput>(tale.ProposalRefused(late, CaseTale.Leader));
            Assert.Equal("seizure", refused.Field);
            Assert.Contains("另行提请查封、扣押", refused.Message.Chinese, StringComparison.Ordinal);
        }

        // That the head had decided by then is said with the approval; the seizure has its term from that day on.
        tale.Propose(approve with { On = day }, CaseTale.Leader);
        Assert.Equal((day, day), (tale.Case.Seizures[0].EndedOn, tale.Case.Seizures[1].DecidedOn));
        Assert.Equal(ShanghaiTime.StartOf(day), tale.Clock(CaseDeadlines.Seizure, 2).Clock.StartedAt);
    }

    /// <summary>行政强制法 第二十七条、第二十八条: what is not confiscated goes back, unless it cannot be kept.</summary>
    [Fact]
    public void Goods_are_destroyed_by_a_decision_or_early_by_their_article_and_never_on_the_way_to_no_penalty()
    {
        var destroy = Release with { Outcome = SeizureOutcome.Destroyed };
        var held = Held(SeizureKind.Seizure);
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(held.ProposalRefused(destroy)).Field);
        Assert.Null(held.ProposalRefused(destroy with { Early = EarlyDisposal.Perishable }));
        Assert.Equal("early", Assert.IsType<InvalidInput>(held.ProposalRefused(Release with { Early = EarlyDisposal.Dangerous })).Field);

        held.Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds));
        var refused = Assert.IsType<InvalidInput>(held.ProposalRefused(destroy with { Early = EarlyDisposal.Perishable }));
        Assert.Contains("应当解除并退还", refused.Message.Chinese, StringComparison.Ordinal);
        Assert.Null(held.ProposalRefused(Release));

        var decided = Confiscating();
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(decided.ProposalRefused(destroy)).Field);
        decided.Do(new ServeDecision(decided.Today, null));
        Assert.Null(decided.ProposalRefused(destroy));

        // A decision that confiscates nothing destroys nothing.
        var fined = Held(SeizureKind.Seizure);
        fined.Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new NotifyRights(fined.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(20_000_00), CaseTale.Head);
        fined.Do(new ServeDecision(fined.Today, null));
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(fined.ProposalRefused(destroy)).Field);
        Assert.Equal("outcome",
            Assert.IsType<InvalidInput>(fined.ProposalRefused(destroy with { Early = EarlyDisposal.Perishable })).Field);
    }

    /// <summary>What is held still is released on the day of the approval, whatever day the proposal named.</summary>
    [Fact]
    public void What_is_held_still_ends_when_the_head_approves_it()
    {
        var tale = Held(SeizureKind.Seizure);
        tale.After(3).Propose(Release with { On = Some.Today }).After(1).Propose(new ApproveCaseStep(1, null), CaseTale.Leader);
        Assert.Equal(tale.Today, tale.Case.Seizures[0].EndedOn);
    }

    [Fact]
    public void Of_one_measure_one_end_waits_at_a_time_and_of_two_two()
    {
        var tale = Held(SeizureKind.Seizure)
            .Do(new SeizeGoods(SeizureKind.Sealing, "设备", ["officer", "second"], Some.Grounds), CaseTale.Leader)
            .Propose(Release);
        Assert.Equal(new ApprovalPending(1, "officer"), tale.ProposalRefused(Release with { Outcome = SeizureOutcome.HandedOver }));
        Assert.Null(tale.ProposalRefused(Release with { Seizure = 2 }));
    }

    /// <summary>What waited on a measure that ended otherwise, such as by the decision, has no object any more.</summary>
    [Fact]
    public void A_proposal_to_end_what_has_ended_waits_no_more()
    {
        var tale = Confiscating().Propose(Release);
        tale.Do(new ServeDecision(tale.Today, null)).Propose(Release with { Outcome = SeizureOutcome.Confiscated });
        Assert.Equal(ApprovalOutcome.Lapsed, Assert.Single(tale.Case.Approvals).Outcome);
        Assert.Single(tale.Journal.OfType<CaseProposalsLapsed>());
    }

    [Fact]
    public void Nothing_is_confiscated_by_a_decision_before_the_party_has_it()
    {
        var tale = Confiscating();
        var confiscate = Release with { Outcome = SeizureOutcome.Confiscated };
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(tale.Refused(confiscate)).Field);
        tale.After(5).Do(new ServeDecision(tale.Today, null)).After(2);
        Assert.Equal("on", Assert.IsType<InvalidInput>(tale.Refused(confiscate with { On = tale.Today.AddDays(-3) })).Field);
        Assert.Null(tale.Refused(confiscate with { On = tale.Today.AddDays(-2) }));
        Assert.Null(tale.Refused(confiscate));
    }

    [Theory]
    [InlineData(ServiceWay.Direct, 1)]
    [InlineData(ServiceWay.PublicNotice, 0)]
    public void A_notice_that_another_service_overtakes_stops_no_clock_any_more(ServiceWay way, int end)
    {
        var tale = CaseTale.Decided();
        tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice));
        var first = Assert.Single(tale.Case.Pauses);
        Assert.True(first.Pause.EndedAt > tale.Now);
        tale.After(4).Do(new ServeDecision(tale.Today, "送1", way));
        Assert.Equal(ShanghaiTime.StartOf(tale.Today.AddDays(end)), tale.Case.Pauses[0].Pause.EndedAt);
    }

    [Fact]
    public void The_notice_says_which_decision_it_serves()
    {
        var tale = CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new DecideNoPenalty(NoPenaltyGround.NotProven, Some.Grounds), CaseTale.Leader);
        tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice));
        Assert.Contains("公告送达不予处罚决定", tale.Journal.OfType<ServiceNoticePublished>().Single().Summary.Chinese, StringComparison.Ordinal);
        var penalty = CaseTale.Decided();
        penalty.Do(new ServeDecision(penalty.Today, "公1", ServiceWay.PublicNotice));
        Assert.Contains("公告送达处罚决定", penalty.Journal.OfType<ServiceNoticePublished>().Single().Summary.Chinese, StringComparison.Ordinal);
    }

    private static CaseTale Held(SeizureKind kind) =>
        CaseTale.Filed().Do(new SeizeGoods(kind, "涂料", ["officer", "second"], Some.Grounds), CaseTale.Leader);

    private static CaseTale Confiscating()
    {
        var tale = Held(SeizureKind.Seizure).Do(new ProposePenalty(new(20_000_00), default, new(5_000_00), [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        return tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(20_000_00), "一般", default, new(5_000_00), [], Some.Grounds), CaseTale.Leader);
    }
}
