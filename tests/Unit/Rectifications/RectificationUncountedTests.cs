using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>An order that should not stand is no order: that it was made is taken back where it was counted.</summary>
public sealed class RectificationUncountedTests
{
    [Fact]
    public void An_order_that_is_withdrawn_is_counted_no_more()
    {
        var (order, counted) = Counted();
        Assert.Equal(
            counted.Select(fact => fact with { Amount = -1 }),
            TakenBack(order, counted, new VoidRectification(Some.Grounds)));
    }

    [Fact]
    public void Neither_is_one_that_a_reinspection_finds_wrong()
    {
        var (_, counted) = Counted();
        Assert.Equal(
            counted.Select(fact => fact with { Amount = -1 }),
            TakenBack(Reported(), counted, new RecordReinspection(
                ReinspectionResult.OrderVoid, ["officer", "second"], "责令不当", Some.Grounds)));
    }

    /// <summary>A database of before folds to what it was.</summary>
    [Fact]
    public void An_end_of_before_stays_as_it_was_counted()
    {
        var (order, _) = Counted();
        var ended = new RectificationVoided(Some.Today, Some.Grounds);
        Assert.DoesNotContain("facts", Rectification.Concept.WriteEvent(ended), StringComparison.Ordinal);
        Assert.Empty(Rectification.Concept.TallyOf(order, ended, Rectification.Apply(order, ended)));
    }

    private static (RectificationState Order, List<TallyFact> Counted) Counted()
    {
        var order = Ordered();
        var ordered = new RectificationOrdered(order.Number, order.Order, order.DueOn, order.WarnOn, Some.Grounds);
        return (order, [.. Rectification.Concept.TallyOf(null, ordered, order)]);
    }

    private static List<TallyFact> TakenBack(RectificationState order, List<TallyFact> counted, RectificationCommand command)
    {
        var now = Now.With(new CountedSoFar([.. counted.Select(CountedFact.Of)]));
        var decision = Rectification.Concept.Decided(order, command, now);
        Assert.True(decision.Refusal is null, decision.Refusal?.Message.English);
        var (state, facts) = (order, new List<TallyFact>());
        foreach (var happened in decision.Events)
        {
            var before = state;
            state = Rectification.Apply(state, happened);
            facts.AddRange(Rectification.Concept.TallyOf(before, happened, state));
        }

        Assert.True(state.IsUncounted);
        return facts;
    }
}
