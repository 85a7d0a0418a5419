using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.DailyReports.DailyReportTests;

namespace ShuangDa.Tests.Unit.DailyReports;

/// <summary>From which moment to which a daily report can be said, and what it has when it is frozen.</summary>
public sealed class DailyReportDayTests
{
    /// <summary>Sixty days after 2 April 2026 are 1 June; both that day and the next are worked.</summary>
    [Fact]
    public void The_first_day_is_sixty_days_ahead_at_most()
    {
        var now = Collector(new DateOnly(2026, 4, 2));
        var (last, after) = (new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 2));
        Assert.Equal(last, Told(null, now, Start with { From = last }).Day);
        Assert.Equal("首个报送日最多提前60天安排", Problem(null, Start with { From = after }, now).Problem);
    }

    [Fact]
    public void A_report_has_a_number_of_its_own_form()
    {
        Assert.Equal("number", Problem(null, Start, Collector() with { Key = "HZ-0000000001" }).Field);
        Assert.Equal("number", Problem(null, new OpenDailyReport(Own, Some.Today), AtTheClock() with { Key = "RB-1" }).Field);
    }

    [Fact]
    public void The_section_of_a_report_that_is_opened_is_named_without_spaces_around_it()
    {
        var spaced = new OpenDailyReport($" {Own} ", Some.Today);
        Assert.Equal(Own, Told(null, AtTheClock(), spaced).Section);
        var taken = AtTheClock().With(new SectionsReportsFound("RB-0000000009", null));
        Assert.Equal(Refusal(null, spaced with { Section = Own }, taken), Refusal(null, spaced, taken));
    }

    [Fact]
    public void The_first_report_of_a_day_that_is_opened_has_the_clock_of_those_who_collect()
    {
        var open = new OpenDailyReport(Own, Some.Today);
        var first = Told(null, AtTheClock().With(SectionsReportsFound.None with { IsFirstOfDay = true }), open);
        Assert.Equal((true, false), (first.IsFirstOfDay, Told(null, AtTheClock(), open).IsFirstOfDay));
        Assert.NotNull(first.CollectionDueAt);
    }

    /// <summary>A section that paused begins with the working day before, and not with its last report.</summary>
    [Fact]
    public void What_was_recorded_while_a_section_did_not_report_is_not_asked_for_when_it_begins_again()
    {
        var before = SectionsReportsFound.None with { LastOn = Some.Today.AddDays(-14) };
        Assert.Equal(Opened().RecordedAfter, Told(null, Collector().With(before), Start).RecordedAfter);
    }

    [Fact]
    public void A_report_can_be_said_after_the_moment_at_which_it_begins()
    {
        var tomorrow = Told(null, Collector(), Start with { From = Some.Today.AddDays(1) });
        Assert.IsType<DailyReportNotBegun>(Refusal(tomorrow, Submit, Head() with { Now = tomorrow.RecordedAfter }));
        Assert.Null(Refusal(tomorrow, Submit, Head() with { Now = tomorrow.RecordedAfter.AddSeconds(1) }));
    }

    [Fact]
    public void Who_comes_when_the_others_are_frozen_is_frozen_at_once()
    {
        var missing = Due(Opened(), DailyReportDeadlines.Due);
        Assert.Empty(Told(missing, Head() with { Now = missing.FreezesAt.AddSeconds(-1) }, Submit).Versions);
        Assert.Single(Told(missing, Head() with { Now = missing.FreezesAt }, Submit).Versions);
    }

    [Fact]
    public void A_deadline_is_over_at_its_own_moment_and_by_no_other()
    {
        var (opened, due) = (Opened(), Reached(Opened(), DailyReportDeadlines.Due));
        Assert.Empty(DailyReport.Concept.Decided(opened, due with { DueAt = due.DueAt.AddHours(-2) }, AtTheClock()).Events);
        Assert.Empty(DailyReport.Concept.Decided(opened, due with { Kind = DailyReportDeadlines.In }, AtTheClock()).Events);
        Assert.Single(DailyReport.Concept.Decided(opened, due, AtTheClock()).Events);
    }

    [Fact]
    public void It_is_frozen_with_the_cases_that_were_filed_until_then()
    {
        var said = Told(Opened(), Head(hour: 11), Submit);
        var found = Found() with { Cases = ["AJ-0000000001", "AJ-0000000002"] };
        var frozen = Told(said, AtTheClock(found: found), Reached(said, DailyReportDeadlines.Freeze));
        Assert.Equal(["AJ-0000000001"], frozen.Submission!.Cases);
        Assert.Equal(found.Cases, frozen.Versions[0].Statement.Cases);
    }

    /// <summary>That there was nothing is said by a person, and by nobody where all was taken back.</summary>
    [Fact]
    public void A_report_does_not_become_nil_where_what_was_recorded_is_gone()
    {
        var said = Told(Opened(), Head(hour: 11), new SubmitDailyReport(IsNil: false));
        var frozen = Told(said, AtTheClock(found: Nothing()), Reached(said, DailyReportDeadlines.Freeze));
        Assert.Equal((true, false), (frozen.Statement!.IsEmpty, frozen.Statement.IsNil));
    }
}
