using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Licences;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceNoticeTests
{
    // Days counted by hand on the calendar of law.md; w = the window opens, a = days before the last day to apply, e = days before the end.
    [Theory]
    [InlineData("XK18-978-00001", "2028-02-29", "2027-02-28 w · 2027-05-31 a90 · 2027-06-30 a60 · 2027-07-30 a30 · 2027-08-29 a0 · 2027-12-01 e90 · 2027-12-31 e60 · 2028-01-30 e30")]
    [InlineData("XK18-978-00001", "2026-08-31", "2025-08-31 w · 2025-11-30 a90 · 2025-12-30 a60 · 2026-01-29 a30 · 2026-02-28 a0 · 2026-06-02 e90 · 2026-07-02 e60 · 2026-08-01 e30")]
    // 2026-03-10 less 30 working days: the Spring Festival's nine days are free, 2026-02-14 and 02-28 are worked.
    [InlineData("SC10131011800012", "2026-03-10", "2025-09-10 w · 2025-10-23 a90 · 2025-11-22 a60 · 2025-12-10 e90 · 2025-12-22 a30 · 2026-01-09 e60 · 2026-01-21 a0 · 2026-02-08 e30")]
    // 2026-10-31 less 30 working days: over the National Day, 2026-09-20 and 10-10 are worked.
    [InlineData("SC10131011800012", "2026-10-31", "2026-04-30 w · 2026-06-17 a90 · 2026-07-17 a60 · 2026-08-02 e90 · 2026-08-16 a30 · 2026-09-01 e60 · 2026-09-15 a0 · 2026-10-01 e30")]
    // The last day to apply is the last day: what falls together is told together.
    [InlineData("2025010301000005", "2028-02-29", "2027-12-01 w+a90+e90 · 2027-12-31 a60+e60 · 2028-01-30 a30+e30 · 2028-02-29 a0")]
    public void Every_notice_has_its_day(string number, string validTo, string notices)
    {
        var licence = Some.ActiveLicence(number, validFrom: new(2023, 3, 1), validTo: DateOnly.Parse(validTo), registeredOn: new(2023, 3, 1));
        Assert.Equal(notices, string.Join(" · ", Given(OnTime(licence, new(2030, 1, 1)))));
    }

    [Fact]
    public void A_food_licence_whose_holidays_are_not_published_says_which_years_were_assumed()
    {
        Assert.Equal([2027], Some.ActiveLicence(Some.FoodLicenceNumber, validTo: new(2027, 3, 10)).Term.AssumedYears!.Value);
        Assert.Null(Some.ActiveLicence(Some.FoodLicenceNumber, validTo: new(2026, 10, 31)).Term.AssumedYears);
        Assert.Null(Some.ActiveLicence(Some.ProductionLicenceNumber, validTo: new(2031, 3, 10)).Term.AssumedYears);
    }

    [Fact]
    public void Notices_whose_day_had_passed_at_registration_are_not_given_but_one_of_that_day_is()
    {
        var licence = Some.ActiveLicence(validTo: new(2026, 8, 31), registeredOn: new(2026, 2, 28));
        Assert.Equal("2026-02-28 a0 · 2026-06-02 e90 · 2026-07-02 e60 · 2026-08-01 e30", string.Join(" · ", Given(OnTime(licence, new(2027, 1, 1)))));
    }

    [Fact]
    public void A_clock_that_was_off_for_months_gives_every_missed_notice_once_with_its_own_day_before_the_end()
    {
        var licence = Some.ActiveLicence(validTo: new(2026, 8, 31), registeredOn: new(2025, 8, 1));
        var first = LicenceDeadlines.Of(licence).MinBy(open => open.DueAt)!;
        var events = Events(licence, new LicenceDeadlineReached(first.Kind, first.DueAt), Some.On(new(2026, 12, 1)));
        Assert.Equal(OnTime(licence, new(2026, 12, 1)), events, Same);
        Assert.Equal(8, events.OfType<LicenceNoticeGiven>().Count());
        Assert.IsType<LicenceExpired>(events[^2]);
        Assert.IsType<LicenceDeregistrationProposed>(events[^1]);
    }

    [Fact]
    public void An_overdue_end_that_is_delivered_first_does_not_lose_the_notices_before_it()
    {
        var licence = Some.ActiveLicence(validTo: new(2026, 8, 31), registeredOn: new(2025, 8, 1));
        var expiry = LicenceDeadlines.Of(licence).Single(open => open.Kind == LicenceDeadlines.Expiry);
        var events = Events(licence, new LicenceDeadlineReached(expiry.Kind, expiry.DueAt), Some.At(expiry.DueAt));
        Assert.Equal(8, events.OfType<LicenceNoticeGiven>().Count());
        Assert.IsType<LicenceExpired>(events[^1]);
    }

    [Fact]
    public void A_suspended_licence_is_reminded_too()
    {
        var licence = Tell(Some.ActiveLicence(validTo: new(2026, 9, 15)), Some.On(Some.Today), new SuspendLicence(new(2026, 12, 31),
            Some.Grounds, Some.CaseOnPaper));
        Assert.Contains("2026-06-17 e90", Given(OnTime(licence, new(2026, 12, 1))));
    }

    [Fact]
    public void At_most_three_deadlines_stand_at_a_time()
    {
        var licence = Tell(Some.ActiveLicence(), Some.On(Some.Today), new SuspendLicence(Some.Today.AddDays(9), Some.Grounds,
            Some.CaseOnPaper));
        Assert.Equal(
            [LicenceDeadlines.Notice, LicenceDeadlines.SuspensionEnd, LicenceDeadlines.Expiry],
            LicenceDeadlines.Of(licence).Select(open => open.Kind));
    }

    [Fact]
    public void The_words_of_a_notice_name_what_is_coming_and_in_how_many_days()
    {
        var licence = Some.ActiveLicence(Some.CertificateNumber, validTo: new(2026, 8, 31));
        var notice = OnTime(licence, new(2026, 6, 30)).OfType<LicenceNoticeGiven>().First();
        Assert.Equal("提醒：可以申请延续，距申请延续截止还有90天，距有效期届满还有90天", notice.Summary.Chinese);
        Assert.Equal("Notice: renewal may be applied for, 90 days are left to apply for renewal, the term ends in 90 days", notice.Summary.English);
    }

    /// <summary>What happens to a licence that is left alone while the clock delivers each deadline at its instant.</summary>
    private static List<LicenceEvent> OnTime(LicenceState licence, DateOnly end)
    {
        var told = new List<LicenceEvent>();
        while (LicenceDeadlines.Of(licence).Where(open => open.DueAt <= ShanghaiTime.StartOf(end)).MinBy(open => open.DueAt) is { } due)
        {
            var events = Events(licence, new LicenceDeadlineReached(due.Kind, due.DueAt), Some.At(due.DueAt));
            Assert.Single(events);
            told.AddRange(events);
            licence = Fold(licence, events)!;
        }

        return told;
    }

    private static IEnumerable<string> Given(IEnumerable<LicenceEvent> events) => events.OfType<LicenceNoticeGiven>().Select(happened =>
        $"{happened.On:yyyy-MM-dd} {string.Join('+', happened.Notices.Select(notice => notice.Of switch
        {
            NoticeOf.ApplicationWindow => "w",
            NoticeOf.ApplicationDue => $"a{notice.DaysBefore}",
            _ => $"e{notice.DaysBefore}",
        }))}");

    private static bool Same(LicenceEvent one, LicenceEvent other) => Licence.Concept.KindOf(one) == Licence.Concept.KindOf(other) && Licence.Concept.WriteEvent(one) == Licence.Concept.WriteEvent(other);
}
