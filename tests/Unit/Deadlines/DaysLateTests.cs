using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Deadlines;

public sealed class DaysLateTests
{
    /// <summary>Of a term that ended on Friday 2026-02-13; the Spring Festival is 15 to 23 February, Saturdays 14 and 28 are
    /// worked.</summary>
    [Theory]
    [InlineData("2026-02-13", 0, 0)]
    [InlineData("2026-02-14", 1, 1)]
    [InlineData("2026-02-15", 2, 1)]
    [InlineData("2026-02-23", 10, 1)]
    [InlineData("2026-02-24", 11, 2)]
    [InlineData("2026-02-28", 15, 6)]
    [InlineData("2026-03-01", 16, 6)]
    public void Days_are_counted_after_the_last_day_and_working_days_where_the_term_is_in_such(string today, int days, int workingDays)
    {
        var due = ShanghaiTime.EndOf(new DateOnly(2026, 2, 13));
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(days, DaysLate.Of(due, inWorkingDays: false, day, WorkingCalendar.BuiltIn));
        Assert.Equal(workingDays, DaysLate.Of(due, inWorkingDays: true, day, WorkingCalendar.BuiltIn));
    }

    [Fact]
    public void What_is_overdue_of_a_case_names_the_step_and_who_answered_for_it_when_it_lapsed_until_it_is_done()
    {
        var tale = CaseTale.Of();
        var last = tale.LastDay(CaseDeadlines.Filing);
        Assert.Empty(Late(tale.On(last).ClockRuns()));
        var late = Assert.Single(Late(tale.On(last.AddDays(1)).ClockRuns()));
        Assert.Equal((CaseDeadlines.Filing, "officer", "INSPECTION", true), (late.Kind, late.Officer, late.Section, late.InWorkingDays));
        Assert.Equal(ShanghaiTime.EndOf(last).ToUnixTimeMilliseconds(), late.DueAt);

        tale.Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head);
        Assert.Equal(("officer", "INSPECTION"), (Assert.Single(Late(tale)).Officer, Assert.Single(Late(tale)).Section));
        Assert.Empty(Late(tale.Do(new FileCase(["second", "third"], Some.Grounds), CaseTale.Head)));
    }

    private static IReadOnlyList<LapsedDeadlineRow> Late(CaseTale tale) =>
        [.. Case.Concept.RowsOf("case/AJ-0000000001", tale.Case, 1).OfType<LapsedDeadlineRow>()];
}
