using ShuangDa.Grains.Journal;
using Xunit;

namespace ShuangDa.Tests.Unit.Journal;

/// <summary>冲销. A correction takes back what was counted under the dimensions it was counted under, and counts what is right.</summary>
public sealed class ReversalTests
{
    private static readonly TallyFact Counted =
        new(new DateOnly(2026, 3, 2), Measure.OfficersSent, 2, Section: "INSPECTION", ProductClass: "CLOTHING");

    [Fact]
    public void What_was_counted_is_taken_back_under_its_old_dimensions()
    {
        var right = Counted with { Day = new DateOnly(2026, 3, 3), Section = "QUALITY", ProductClass = "FOOD" };
        Assert.Equal([Counted with { Amount = -2 }, right], Reversal.Of([Counted], [right]));
    }

    [Fact]
    public void Under_the_same_dimensions_the_difference_is_counted() =>
        Assert.Equal([Counted with { Amount = 1 }], Reversal.Of([Counted], [Counted with { Amount = 3 }]));

    [Fact]
    public void What_stays_as_it_was_is_not_counted_again() => Assert.Empty(Reversal.Of([Counted], [Counted]));

    [Fact]
    public void What_should_not_have_been_counted_is_taken_back_and_what_was_forgotten_is_counted()
    {
        Assert.Equal([Counted with { Amount = -2 }], Reversal.Of([Counted], []));
        Assert.Equal([Counted], Reversal.Of([], [Counted]));
    }

    /// <summary>A correction of a correction: the facts of all three add up to what is right.</summary>
    [Fact]
    public void However_often_it_is_corrected_the_sum_is_what_is_right()
    {
        var (second, third) = (Counted with { Amount = 5, ProductClass = "FOOD" }, Counted with { Amount = 4 });
        var sum = ((IEnumerable<TallyFact>)[Counted, .. Reversal.Of([Counted], [second]), .. Reversal.Of([second], [third])])
            .GroupBy(fact => fact with { Amount = 0 })
            .Select(alike => alike.Key with { Amount = alike.Sum(fact => fact.Amount) })
            .Where(fact => fact.Amount != 0);
        Assert.Equal([third], sum);
    }
}
