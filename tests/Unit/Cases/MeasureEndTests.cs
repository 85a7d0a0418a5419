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
        var seize = Release with { Outcome = SeizureOutcome.TurnedIntoSeizure, On = day };
        tale.On(day.AddDays(days)).ClockRuns().Propose(seize).After(13).ClockRuns();
        Assert.Equal(SeizureOutcome.LapsedByItself, tale.Case.Seizures[0].Outcome);
        var approve = new ApproveCaseStep(1, null);
        Assert.Equal(wasEnteredLate, tale.ProposalRefused(approve, CaseTale.Leader) is null);

        // That the head had decided by then is said with the approval.
        Assert.Null(tale.ProposalRefused(approve with { On = day }, CaseTale.Leader));
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
        Assert.Equal(new ApprovalPending(1, "officer"), tale.ProposalRefused(Release with { Outcome = SeizureOutcome.Destroyed }));
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
