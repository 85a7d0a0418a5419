using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>A re-inspection that was recorded of the wrong order, or wrongly, is taken back.</summary>
public sealed class ReinspectionCorrectionTests
{
    private static readonly CorrectReinspection Correct = new(Some.Grounds);

    [Fact]
    public void An_order_that_passed_by_mistake_is_reported_again_in_its_term_and_counts_as_passed_no_more()
    {
        var reported = Reported();
        var (passed, counted) = Take(reported, Reinspect(ReinspectionResult.Complied), CountedSoFar.Nothing);
        Assert.Equal([(Measure.RectificationsPassed, 1L)], counted.Select(fact => (fact.Measure, fact.Amount)));
        var (back, reversed) = Take(passed, Correct, new CountedSoFar([.. counted.Select(CountedFact.Of)]));
        Assert.Equal(
            (RectificationStatus.Reported, reported.ReinspectBy, 0), (back.Status, back.ReinspectBy, back.Reinspections.Length));
        Assert.Equal(counted.Select(fact => fact with { Amount = -1 }), reversed);
        Assert.Equal(RectificationStatus.Passed, Tell(back, Now, Reinspect(ReinspectionResult.Complied)).Status);
    }

    /// <summary>What waited for a decision waits again, and what the wrong result had proposed does not.</summary>
    [Fact]
    public void The_proposal_of_before_stands_and_that_of_the_wrong_result_does_not()
    {
        var overdue = Overdue();
        Assert.NotNull(overdue.Proposal);
        var (back, _) = Take(Tell(overdue, Now, Reinspect(ReinspectionResult.Complied)), Correct, CountedSoFar.Nothing);
        Assert.Equal((RectificationStatus.Overdue, overdue.Proposal), (back.Status, back.Proposal));

        var (reported, _) = Take(Failed(), Correct, CountedSoFar.Nothing);
        Assert.Equal((RectificationStatus.Reported, null), (reported.Status, reported.Proposal));
    }

    [Fact]
    public void One_that_was_found_void_by_mistake_is_counted_after_all()
    {
        var (voided, _) = Take(Reported(), Reinspect(ReinspectionResult.OrderVoid), CountedSoFar.Nothing);
        Assert.True(voided.IsUncounted);
        var (back, counted) = Take(voided, Correct, CountedSoFar.Nothing);
        Assert.Equal((RectificationStatus.Reported, false), (back.Status, back.IsUncounted));
        Assert.Equal([(Measure.RectificationsOrdered, 1L, Some.Today)], counted.Select(fact => (fact.Measure, fact.Amount, fact.Day)));
    }

    [Fact]
    public void What_followed_from_it_stands_in_the_way()
    {
        Assert.Equal(new MeasureAlreadyTaken(RectificationMeasure.Suspension, Some.Today), Refused(Declined(), Correct, ByChief));
        Assert.IsType<NoReinspectionToCorrect>(Refused(Reported(), Correct, ByChief));
        Assert.IsType<NoReinspectionToCorrect>(Refused(
            Tell(Reported(), Now, Reinspect(ReinspectionResult.Extended)), Correct, ByChief));
    }

    [Fact]
    public void The_head_of_the_section_corrects_it() =>
        Assert.IsType<NotHeadOfSection>(Refused(Passed(), Correct, Now with { Actor = Deciding with { Section = "QUALITY" } }));

    /// <summary>Of what an earlier version recorded it is not kept how the order stood; what is left says it.</summary>
    [Fact]
    public void A_re_inspection_of_before_is_taken_back_by_what_is_left_of_the_order()
    {
        Assert.Equal(RectificationStatus.Reported, Old(Reported()).Status);
        Assert.Equal(RectificationStatus.Overdue, Old(Overdue()).Status);
        Assert.Equal(RectificationStatus.Failed, Old(Failed()).Status);
        Assert.NotNull(Old(Overdue()).ReinspectBy);

        static RectificationState Old(RectificationState order)
        {
            var passed = new Reinspection(Some.Today, ReinspectionResult.Complied, SomeInspection.TwoOfficers, "现场复查");
            return Take(
                Rectification.Apply(order, new RectificationReinspected(passed, Some.Grounds)), Correct, CountedSoFar.Nothing).Order;
        }
    }

    private static Circumstances ByChief => Now with { Actor = Deciding };

    private static (RectificationState Order, List<TallyFact> Facts) Take(
        RectificationState order, RectificationCommand command, CountedSoFar counted)
    {
        var decision = Rectification.Concept.Decided(order, command, (command is CorrectReinspection ? ByChief : Now).With(counted));
        Assert.True(decision.Refusal is null, decision.Refusal?.Message.English);
        var facts = new List<TallyFact>();
        foreach (var happened in decision.Events)
        {
            var after = Rectification.Apply(order, happened);
            facts.AddRange(Rectification.Concept.TallyOf(order, happened, after));
            order = after;
        }

        Assert.Empty(Rectification.Check(order));
        return (order, facts);
    }
}
