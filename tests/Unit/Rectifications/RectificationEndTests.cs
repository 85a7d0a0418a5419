using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>Nothing is proposed against an enterprise that has ended but what can be taken (行政许可法 第七十条第三项).</summary>
public sealed class RectificationEndTests
{
    private static readonly RectificationFacts Ended = Facts with { Ended = new EndedEnterprise("某厂", Some.Today) };

    [Fact]
    public void The_clock_proposes_the_deregistration_of_the_licence_and_no_rung_of_the_ladder()
    {
        var proposed = Assert.Single(Due(Ordered(), Ended).OfType<RectificationMeasureProposed>()).Proposal;
        Assert.Equal((RectificationMeasure.Deregistration, ProposalCause.EnterpriseEnded), (proposed.Measure, proposed.Cause));
    }

    [Fact]
    public void What_it_proposes_can_be_taken_and_the_licence_hears_why()
    {
        var rectification = Fold(Ordered(), Due(Ordered(), Ended));
        var taken = Tell(rectification, On(DueOn.AddDays(1), Ended), Accept(RectificationMeasure.Deregistration));
        Assert.Equal(RectificationStatus.Void, taken.Status);
        var owed = Assert.IsType<DeregisterLicence>(Rectification.Concept.Owes(taken)!.Command);
        Assert.Equal(DeregistrationGround.EnterpriseEnded, owed.Ground);
    }

    [Fact]
    public void Without_a_licence_or_with_one_that_is_deregistered_nothing_is_proposed_and_no_term_runs_any_more()
    {
        var gone = Ended with { Licence = Some.ActiveLicence() with { Status = LicenceStatus.Deregistered } };
        foreach (var (rectification, facts) in new[] { (OrderedWithoutLicence(), Ended with { Licence = null }), (Ordered(), gone) })
        {
            var events = Due(rectification, facts);
            Assert.Empty(events.OfType<RectificationMeasureProposed>());
            Assert.Contains("不再计算", Assert.IsType<RectificationTermsEnded>(events[^1]).Summary.Chinese, StringComparison.Ordinal);
            var after = Fold(rectification, events);
            Assert.Empty(RectificationDeadlines.Of(after));
            Assert.Equal((false, true), (Rectification.Concept.IsStuck(after), after.Holders.IsEmpty));
        }
    }

    [Fact]
    public void A_failed_reinspection_and_a_declined_request_lead_to_no_rung_either()
    {
        var failed = Rectification.Concept.Decided(
            Reported(), Reinspect(ReinspectionResult.StillInViolation), On(Some.Today, Ended)).Events;
        Assert.Equal(RectificationMeasure.Deregistration, Assert.Single(failed.OfType<RectificationMeasureProposed>()).Proposal.Measure);

        var requested = Tell(WithdrawalRequested(), Now, Decline(RectificationMeasure.Banning));
        var declined = Rectification.Concept.Decided(
            requested, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: false, "不予撤销"), On(Some.Today, Ended)).Events;
        Assert.Equal(RectificationMeasure.Deregistration, Assert.Single(declined.OfType<RectificationMeasureProposed>()).Proposal.Measure);
    }

    [Fact]
    public void What_is_proposed_when_it_ends_is_taken_back_with_its_cause()
    {
        var told = Rectification.Concept.Decided(Failed(), new NoteEnterpriseClosing(Some.Today), On(Some.Today, Ended)).Events;
        var withdrawn = Assert.IsType<RectificationProposalWithdrawn>(told[0]);
        Assert.Equal((RectificationMeasure.Suspension, Some.Today), (withdrawn.Proposal.Measure, withdrawn.ClosedOn));
        Assert.Contains("企业已于2026-03-02终止", withdrawn.Summary.Chinese, StringComparison.Ordinal);
        var after = Fold(Failed(), told);
        Assert.Equal(RectificationMeasure.Deregistration, after.Proposal!.Measure);
        Assert.Empty(Rectification.Concept.Decided(after, new NoteEnterpriseClosing(Some.Today), On(Some.Today, Ended)).Events);
    }

    /// <summary>Nobody is left to put anything right: nothing lapses in an officer's name, and the history says why.</summary>
    [Fact]
    public void The_terms_of_an_order_end_with_its_enterprise_whether_a_licence_is_concerned_or_not()
    {
        var without = Ended with { Licence = null };
        var overdue = Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due);
        foreach (var (rectification, facts) in new[] { (OrderedWithoutLicence(), without), (overdue, without), (Ordered(), Ended) })
        {
            var told = Tell(rectification, On(Some.Today, facts), new NoteEnterpriseClosing(Some.Today));
            Assert.Equal(Some.Today, told.EnterpriseEndedOn);
            Assert.Equal(
                facts.Licence is null ? [] : [RectificationDeadlines.MeasureDecision],
                RectificationDeadlines.Of(told).Select(open => open.Kind));
            Assert.False(told.IsLate);

            // It had not ended: the day of the enterprise is what it was, our own terms run from the day on which that is known.
            var back = Tell(told, On(DueOn.AddDays(2)), new NoteEnterpriseReopening());
            Assert.Equal((null, RectificationStatus.Overdue), (back.EnterpriseEndedOn, back.Status));
            var look = RectificationDeadlines.Of(back).Single(open => open.Kind == RectificationDeadlines.Reinspection);
            Assert.True(look.DueAt > Some.TenOClock(DueOn.AddDays(2)));
        }

        // What had passed while it was there has passed.
        var due = RectificationDeadlines.Of(OrderedWithoutLicence()).Single(open => open.Kind == RectificationDeadlines.Due);
        var later = without with { Ended = new EndedEnterprise("某厂", DueOn.AddDays(1)) };
        Assert.IsType<RectificationFellOverdue>(Rectification.Concept.Decided(
            OrderedWithoutLicence(), new RectificationDeadlineReached(due.Kind, due.DueAt), At(due.DueAt.AddDays(3), later)).Events[0]);
    }

    [Fact]
    public void What_an_order_was_told_of_one_enterprise_is_not_known_of_another()
    {
        var told = Tell(OrderedWithoutLicence(), On(Some.Today, Ended with { Licence = null }), new NoteEnterpriseClosing(Some.Today));
        var corrected = Tell(
            told, Now with { Actor = Deciding }, new CorrectRectificationOrder(Some.Grounds, Enterprise: Some.OtherCreditCode));
        Assert.Null(corrected.EnterpriseEndedOn);
        Assert.NotEmpty(RectificationDeadlines.Of(corrected));
    }

    [Fact]
    public void An_end_that_was_recorded_by_mistake_brings_the_proposal_back()
    {
        var told = Tell(Failed(), On(Some.Today, Ended), new NoteEnterpriseClosing(Some.Today));
        var back = Tell(told, On(Some.Today.AddDays(3)), new NoteEnterpriseReopening());
        Assert.Equal((RectificationMeasure.Suspension, ProposalCause.Failed), (back.Proposal!.Measure, back.Proposal.Cause));
        Assert.Null(back.WithdrawnAtEnd);

        // What somebody proposed comes back as it was, not as the lowest rung of the clock.
        var failed = Failed();
        var proposal = failed.Proposal! with { Measure = RectificationMeasure.Withdrawal, By = "officer", Reason = "屡教不改" };
        var ended = Tell(failed with { Proposal = proposal }, On(Some.Today, Ended), new NoteEnterpriseClosing(Some.Today));
        Assert.Equal(RectificationMeasure.Deregistration, ended.Proposal!.Measure);
        var reopened = Tell(ended, On(Some.Today.AddDays(3)), new NoteEnterpriseReopening()).Proposal!;
        Assert.Equal(
            (proposal.Measure, proposal.Cause, proposal.By, proposal.Reason),
            (reopened.Measure, reopened.Cause, reopened.By, reopened.Reason));

        // What fell overdue meanwhile is led on as it would have been.
        var overdue = Fold(Ordered(), Due(Ordered(), Ended));
        var again = Tell(overdue, On(DueOn.AddDays(2)), new NoteEnterpriseReopening());
        Assert.Equal((RectificationMeasure.Suspension, ProposalCause.Overdue), (again.Proposal!.Measure, again.Proposal.Cause));
    }

    /// <summary>Of one that ended before orders were told: the measure's term takes it back, and nobody answers for a lapse.</summary>
    [Fact]
    public void What_nobody_was_told_of_is_taken_back_when_its_term_ends()
    {
        var failed = Failed();
        var due = RectificationDeadlines.Of(failed).Single(open => open.Kind == RectificationDeadlines.MeasureDecision);
        var events = Rectification.Concept.Decided(
            failed, new RectificationDeadlineReached(due.Kind, due.DueAt), At(due.DueAt, Ended)).Events;
        Assert.Empty(events.OfType<RectificationDeadlineLapsed>());
        Assert.Equal(RectificationMeasure.Deregistration, Fold(failed, events).Proposal!.Measure);
    }

    [Fact]
    public void A_closed_order_hears_nothing()
    {
        var passed = Passed();
        Assert.Empty(Rectification.Concept.Decided(passed, new NoteEnterpriseClosing(Some.Today), On(Some.Today, Ended)).Events);
        Assert.Empty(Rectification.Concept.Decided(passed, new NoteEnterpriseReopening(), On(Some.Today)).Events);
    }

    /// <summary>As an earlier version left it: failed, a proposal declined, and no clock. The clock has it looked at again.</summary>
    [Fact]
    public void An_order_that_waits_for_nothing_is_looked_at_again_by_the_clock()
    {
        var left = Failed() with { Proposal = null, ReinspectBy = null };
        Assert.True(Rectification.Concept.IsStuck(left));
        var due = Assert.Single(RectificationDeadlines.Of(left));
        Assert.Equal((RectificationDeadlines.AnotherLook, true), (due.Kind, due.DueAt <= Some.TenOClock(Some.Today)));
        var repaired = Tell(left, Now, new RectificationDeadlineReached(due.Kind, due.DueAt));
        Assert.False(Rectification.Concept.IsStuck(repaired));
        Assert.Equal(RectificationDeadlines.Reinspection, Assert.Single(RectificationDeadlines.Of(repaired)).Kind);
    }

    /// <summary>Whoever was mistaken for the enterprise is counted no more, and the right one is.</summary>
    [Fact]
    public void A_corrected_enterprise_takes_its_facts_along()
    {
        var order = OrderedWithoutLicence();
        var counted = new CountedSoFar([.. Rectification.Concept.TallyOf(null, Happened(order), order).Select(CountedFact.Of)]);
        var other = Some.OtherCreditCode;
        var corrected = Assert.IsType<RectificationOrderCorrected>(Assert.Single(Rectification.Concept.Decided(
            order, new CorrectRectificationOrder(Some.Grounds, Enterprise: other), Now.With(counted) with { Actor = Deciding }).Events));
        Assert.Equal(Some.CreditCode, corrected.CountedOf);
        Assert.Equal(
            [(Some.CreditCode, -1L), (other, 1L)],
            Rectification.Concept.TallyOf(order, corrected, Rectification.Apply(order, corrected))
                .Select(fact => (fact.Party!, fact.Amount)));

        // What was recorded before that was kept, and what was counted of nobody, stays where it is.
        Assert.Empty(Rectification.Concept.TallyOf(
            order, corrected with { CountedOf = null }, Rectification.Apply(order, corrected)));
        Assert.Null(Assert.IsType<RectificationOrderCorrected>(Assert.Single(Rectification.Concept.Decided(
            order, new CorrectRectificationOrder(Some.Grounds, Enterprise: other), Now with { Actor = Deciding }).Events)).CountedOf);

        static RectificationOrdered Happened(RectificationState one) =>
            new(one.Number, one.Order, one.DueOn, one.WarnOn, one.Order.Grounds, one.Serial);
    }

    private static System.Collections.Immutable.ImmutableArray<RectificationEvent> Due(
        RectificationState rectification, RectificationFacts facts)
    {
        var due = RectificationDeadlines.Of(rectification).Single(open => open.Kind == RectificationDeadlines.Due);
        return Rectification.Concept.Decided(
            rectification, new RectificationDeadlineReached(due.Kind, due.DueAt), At(due.DueAt, facts)).Events;
    }

    private static RectificationState Fold(RectificationState rectification, IEnumerable<RectificationEvent> events)
    {
        var after = events.Aggregate(rectification, Rectification.Apply);
        Assert.Empty(Rectification.Check(after));
        return after;
    }
}
