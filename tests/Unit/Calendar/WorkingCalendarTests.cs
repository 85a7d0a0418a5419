using CsCheck;
using ShuangDa.Grains.Calendar;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    // Days in the years that are built in and in one that is not.
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2025, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2025-01-26", true)]   // a Sunday, worked for Spring Festival
    [InlineData("2025-01-27", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    [InlineData("2025-09-28", true)]   // a Sunday, worked for National Day
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)]   // a Saturday, worked for National Day
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]   // a Sunday, worked for New Year
    [InlineData("2026-02-14", true)]   // a Saturday, worked for Spring Festival
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]   // a Saturday, worked for Spring Festival
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]   // a Saturday, worked for National Day
    [InlineData("2026-10-11", false)]
    public void DaysAreWorkedAsPublished(string day, bool isWorked) => Assert.Equal(isWorked, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void AYearHasAsManyWorkingDaysAsPublished(int year, int expected)
    {
        var days = Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays);
        Assert.Equal(expected, days.Count(Calendar.IsWorkingDay));
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")]    // the make-up Saturday counts
    [InlineData("2026-02-13", 2, "2026-02-24")]    // over Spring Festival 2026
    [InlineData("2026-02-10", 7, "2026-02-26")]
    [InlineData("2026-02-20", 5, "2026-02-28")]    // from within the holiday; ends on a make-up Saturday
    [InlineData("2025-09-26", 5, "2025-10-10")]    // National Day 2025: 28 Sep is worked
    [InlineData("2025-09-30", 3, "2025-10-11")]    // the make-up Saturday of National Day 2025
    [InlineData("2026-09-30", 3, "2026-10-10")]    // and of 2026
    [InlineData("2025-12-31", 1, "2026-01-04")]    // year's end: the first working day is a Sunday
    [InlineData("2025-12-29", 5, "2026-01-06")]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    public void WorkingDaysAreCountedFromTheDayAfter(string from, int days, string expected)
    {
        var result = Calendar.AddWorkingDays(Day(from), days);
        Assert.Equal(Day(expected), result.Day);
        Assert.Empty(result.AssumedYears);
    }

    [Theory]
    [InlineData("2026-02-24", 1, "2026-02-14")]
    [InlineData("2026-02-24", 2, "2026-02-13")]
    [InlineData("2025-10-09", 3, "2025-09-28")]
    [InlineData("2026-01-04", 1, "2025-12-31")]
    [InlineData("2026-03-15", 30, "2026-01-27")]   // what 食品生产许可管理办法 asks for a licence that ends on 15 March 2026
    public void WorkingDaysAreCountedBackFromTheDayBefore(string from, int days, string expected) =>
        Assert.Equal(Day(expected), Calendar.SubtractWorkingDays(Day(from), days).Day);

    [Theory]
    [InlineData("2026-02-14", "2026-02-14")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2025-10-01", "2025-10-09")]
    [InlineData("2026-01-01", "2026-01-04")]
    public void ADayOfRestGivesWayToTheNextWorkingDay(string day, string expected) =>
        Assert.Equal(Day(expected), Calendar.NextWorkingDayOnOrAfter(Day(day)).Day);

    [Fact]
    public void AYearThatIsNotLoadedIsCountedByWeekendsAndNamed()
    {
        Assert.False(Calendar.IsLoaded(2027));
        Assert.True(Calendar.IsWorkingDay(Day("2027-10-01")));
        Assert.False(Calendar.IsWorkingDay(Day("2027-10-02")));

        var result = Calendar.AddWorkingDays(Day("2026-12-30"), 3);
        Assert.Equal(Day("2027-01-04"), result.Day);
        Assert.Equal([2027], result.AssumedYears);
        Assert.Equal([2024], Calendar.SubtractWorkingDays(Day("2025-01-02"), 1).AssumedYears);
        Assert.Equal([2027, 2028], Calendar.AddWorkingDays(Day("2026-12-30"), 300).AssumedYears);
    }

    [Fact]
    public void ALoadedYearChangesTheAnswerAndTheNoteGoesAway()
    {
        var loaded = Calendar.With(new WorkingYear { Year = 2027, RestDays = [Day("2027-01-01"), Day("2027-01-04")], WorkedDays = [Day("2027-01-02")], Source = "test" });

        var result = loaded.AddWorkingDays(Day("2026-12-30"), 3);
        Assert.Equal(Day("2027-01-05"), result.Day);
        Assert.Empty(result.AssumedYears);
        Assert.False(Calendar.IsLoaded(2027));
    }

    [Fact]
    public void AYearCanBeLoadedAnew()
    {
        var corrected = Calendar.With(new WorkingYear { Year = 2026, RestDays = [], WorkedDays = [], Source = "test" });
        Assert.True(corrected.IsWorkingDay(Day("2026-10-01")));
        Assert.True(corrected.IsLoaded(2025));
    }

    [Fact]
    public void AWatcherHearsOfEveryYearThatHadToBeAssumedAndOfNoOther()
    {
        List<int> assumed = [];
        var watched = Calendar.Watched(assumed.Add);

        watched.AddWorkingDays(Day("2026-12-30"), 1);
        Assert.Empty(assumed);
        watched.With(new WorkingYear { Year = 2028, RestDays = [], WorkedDays = [], Source = "test" }).AddWorkingDays(Day("2027-12-30"), 2);
        Assert.Equal([2027], assumed.Distinct());
    }

    [Fact]
    public void ANegativeNumberOfDaysIsAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day("2026-03-02"), -1));

    [Fact]
    public void AddingAndSubtractingAreInverseOnWorkingDays() =>
        Gen.Select(AnyDay, Gen.Int[0, 120]).Sample((day, days) =>
        {
            var worked = Calendar.NextWorkingDayOnOrAfter(day).Day;
            return Calendar.SubtractWorkingDays(Calendar.AddWorkingDays(worked, days).Day, days).Day == worked
                && Calendar.AddWorkingDays(Calendar.SubtractWorkingDays(worked, days).Day, days).Day == worked;
        });

    [Fact]
    public void CountingEndsOnAWorkingDayAndCountsEveryOneBetween() =>
        Gen.Select(AnyDay, Gen.Int[1, 120]).Sample((day, days) =>
        {
            var last = Calendar.AddWorkingDays(day, days).Day;
            var between = Enumerable.Range(1, last.DayNumber - day.DayNumber).Select(day.AddDays);
            return Calendar.IsWorkingDay(last) && between.Count(Calendar.IsWorkingDay) == days;
        });

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    [Fact]
    public void TheYearsThatAreLoadedAreListedInOrder()
    {
        Assert.Equal([2025, 2026], Calendar.Years.Select(year => year.Year));
        var more = Calendar.With(NoHoliday(2030)).With(NoHoliday(2023)).With(NoHoliday(2028));
        Assert.Equal([2023, 2025, 2026, 2028, 2030], more.Years.Select(year => year.Year));
    }

    [Theory]
    [InlineData("2026-01-01")] // a Thursday
    [InlineData("2026-12-31")] // a Thursday
    [InlineData("2024-01-01")] // a Monday
    [InlineData("2024-12-31")] // a Tuesday, the 366th day
    [InlineData("9999-12-31")] // a Friday, after which there is no other
    public void AYearIsKnownFromItsFirstDayToItsLast(string day) =>
        Assert.True(Calendar.With(NoHoliday(Day(day).Year)).IsWorkingDay(Day(day)));

    [Fact]
    public void WhereNoDayIsCountedNoYearIsAssumed()
    {
        Assert.Empty(Calendar.AddWorkingDays(Day("2026-12-31"), 0).AssumedYears);
        Assert.Equal([2027], Calendar.AddWorkingDays(Day("2026-12-31"), 1).AssumedYears);
    }

    private static WorkingYear NoHoliday(int year) => new() { Year = year, RestDays = [], WorkedDays = [], Source = "test" };
}
