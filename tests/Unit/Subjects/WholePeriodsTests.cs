using CsCheck;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

public sealed class WholePeriodsTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(2023, 11, 20).DayNumber, new DateOnly(2026, 2, 10).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void A_stretch_of_days_is_its_years_months_and_the_days_left_over()
    {
        var all = WholePeriods.Of(new(2024, 11, 9), new(2027, 3, 5), byYear: true);
        Assert.Equal(["2024-12", "2025", "2026", "2027-01", "2027-02"], all.Whole);
        Assert.Equal([(new(2024, 11, 9), new(2024, 12, 1)), (new(2027, 3, 1), new(2027, 3, 5))], all.Rest);
        Assert.Equal(["2026-01", "2026-02"], WholePeriods.Of(new(2026, 1, 1), new(2026, 3, 1), byYear: false).Whole);
        Assert.Equal([(new(2026, 1, 2), new(2026, 1, 9))], WholePeriods.Of(new(2026, 1, 2), new(2026, 1, 9), byYear: true).Rest);
    }

    [Fact]
    public void Each_day_counts_once() => Gen.Select(Days, Days, Gen.Bool).Sample((from, before, byYear) =>
    {
        var periods = WholePeriods.Of(from, before, byYear);
        for (var day = from.AddDays(-500); day < before.AddDays(500); day = day.AddDays(1))
        {
            var name = IsoDate.Of(day);
            var times = periods.Whole.Count(name.StartsWith) + periods.Rest.Count(part => day >= part.From && day < part.Before);
            Assert.Equal(day >= from && day < before ? 1 : 0, times);
        }
    });

    [Fact]
    public void Days_that_no_step_can_carry_are_looked_for_one_by_one()
    {
        var ever = WholePeriods.Of(DateOnly.MinValue, DateOnly.MaxValue, byYear: true);
        Assert.Equal((300, "1900", "2199"), (ever.Whole.Count, ever.Whole[0], ever.Whole[^1]));
        Assert.Equal([(DateOnly.MinValue, new(1900, 1, 1)), (new(2200, 1, 1), DateOnly.MaxValue)], ever.Rest);
        Assert.Empty(WholePeriods.Of(new(2026, 2, 1), new(2026, 1, 1), byYear: true) is { Whole: [], Rest: var rest } ? rest : [default]);
    }
}
