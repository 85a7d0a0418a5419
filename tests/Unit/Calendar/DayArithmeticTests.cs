using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

/// <summary>Nothing that is reckoned from a day or an instant leaves the calendar.</summary>
public sealed class DayArithmeticTests
{
    private static readonly DateOnly[] Days = [DateOnly.MinValue, DateOnly.MinValue.AddDays(1), new(1899, 12, 31), Some.Today, new(2200, 1, 1), DateOnly.MaxValue.AddDays(-1), DateOnly.MaxValue];

    [Fact]
    public void Within_the_calendar_it_is_the_framework_s_arithmetic()
    {
        foreach (var many in new[] { -4000, -31, -1, 0, 1, 31, 4000 })
        {
            Assert.Equal(Some.Today.AddDays(many), Some.Today.PlusDays(many));
            Assert.Equal(Some.Today.AddMonths(many), Some.Today.PlusMonths(many));
            Assert.Equal(Some.TenOClock(Some.Today).AddHours(many), Some.TenOClock(Some.Today).Plus(TimeSpan.FromHours(many)));
        }

        Assert.Equal(new DateOnly(2026, 2, 28), new DateOnly(2026, 1, 31).PlusMonths(1));
    }

    [Fact]
    public void Beyond_an_end_it_stays_there()
    {
        Assert.Equal((DateOnly.MaxValue, DateOnly.MinValue), (Some.Today.PlusDays(int.MaxValue), Some.Today.PlusDays(int.MinValue)));
        Assert.Equal((DateOnly.MaxValue, DateOnly.MinValue), (Some.Today.PlusMonths(int.MaxValue), Some.Today.PlusMonths(int.MinValue)));
        Assert.Equal(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue.Plus(TimeSpan.MaxValue));
        Assert.Equal(DateTimeOffset.MinValue, DateTimeOffset.MinValue.Plus(TimeSpan.MinValue));
    }

    [Fact]
    public void Every_month_of_the_calendar_is_reached_and_none_beyond()
    {
        Assert.Equal(new DateOnly(1, 1, 15), new DateOnly(1, 1, 15).PlusMonths(0));
        Assert.Equal(new DateOnly(1, 1, 15), new DateOnly(1, 2, 15).PlusMonths(-1));
        Assert.Equal(DateOnly.MinValue, new DateOnly(1, 1, 15).PlusMonths(-1));
        Assert.Equal(new DateOnly(9999, 12, 15), new DateOnly(9999, 12, 15).PlusMonths(0));
        Assert.Equal(new DateOnly(9999, 12, 15), new DateOnly(9999, 11, 15).PlusMonths(1));
        Assert.Equal(DateOnly.MaxValue, new DateOnly(9999, 12, 15).PlusMonths(1));
    }

    [Fact]
    public void Every_day_has_a_start_and_an_end_and_every_instant_a_day()
    {
        foreach (var day in Days)
        {
            Assert.True(ShanghaiTime.StartOf(day) < ShanghaiTime.EndOf(day));
            Assert.Equal(day, ShanghaiTime.LastDayBefore(ShanghaiTime.EndOf(day)));
            Assert.Equal(day, ShanghaiTime.DayOf(ShanghaiTime.StartOf(day)));
        }

        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue), (ShanghaiTime.DayOf(DateTimeOffset.MinValue), ShanghaiTime.DayOf(DateTimeOffset.MaxValue)));
        Assert.Equal(DateTimeOffset.MinValue, ShanghaiTime.StartOf(DateOnly.MinValue));
        Assert.Equal(Some.Today, ShanghaiTime.LastDayBefore(ShanghaiTime.StartOf(Some.Today).AddTicks(1)));
    }

    [Fact]
    public void Every_rule_can_be_counted_from_every_day()
    {
        foreach (var rule in StatutoryRules.All)
        {
            foreach (var start in Days.Select(ShanghaiTime.StartOf).Append(DateTimeOffset.MaxValue))
            {
                var pause = new ClockPause(rule.StoppedBy is [var reason, ..] ? reason : PauseReason.Testing, "文书", start, DateTimeOffset.MaxValue.AddHours(-1));
                foreach (var pauses in new[] { [], new[] { pause }, [pause with { EndedAt = null }] })
                {
                    var evaluated = new StatutoryClock { RuleId = rule.Id, StartedAt = start, Pauses = [.. pauses], Extensions = [new ClockExtension(3650, "负责人", "文书")] }.Evaluate(rule, WorkingCalendar.BuiltIn);
                    Assert.NotEmpty(evaluated.Print(english: true) + evaluated.Print(english: false));
                }
            }
        }
    }

    [Theory]
    [InlineData(PeriodUnit.WorkingDays, false)]
    [InlineData(PeriodUnit.CalendarDays, false)]
    [InlineData(PeriodUnit.CalendarDays, true)]
    public void A_clock_that_is_paused_to_the_calendar_s_end_ends_with_it(PeriodUnit unit, bool rolls)
    {
        var start = ShanghaiTime.StartOf(DateOnly.MaxValue.AddDays(-3));
        var pause = new ClockPause(PauseReason.Testing, "文书", start, DateTimeOffset.MaxValue.AddTicks(-1));
        Assert.Equal(DateOnly.MaxValue, new StatutoryPeriod(1, unit, RollsOnRestDay: rolls).Count(start, [pause], 0, WorkingCalendar.BuiltIn).LastDay);
    }

    [Fact]
    public void Working_days_are_walked_to_the_calendar_s_end_and_no_further()
    {
        Assert.Equal(DateOnly.MaxValue, WorkingCalendar.BuiltIn.AddWorkingDays(DateOnly.MaxValue, int.MaxValue).Day);
        Assert.Equal(DateOnly.MinValue, WorkingCalendar.BuiltIn.SubtractWorkingDays(DateOnly.MinValue, int.MaxValue).Day);
        Assert.Equal(DateOnly.MaxValue, WorkingCalendar.BuiltIn.NextWorkingDayOnOrAfter(DateOnly.MaxValue).Day);
    }

    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("2200-01-01", false)]
    [InlineData("9999-12-30", false)]
    [InlineData("9999-12-31", false)] // 长期, which no step takes
    public void A_day_is_plausible_or_it_is_not(string day, bool isPlausible) => Assert.Equal(isPlausible, PlausibleDays.Contain(IsoDate.Parse(day)));
}
