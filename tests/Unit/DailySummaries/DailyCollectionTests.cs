using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.DailyReports;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.DailySummaries.DailySummaryTests;

namespace ShuangDa.Tests.Unit.DailySummaries;

/// <summary>Of which reports a summary is made, and how they stand in it; what goes up over the interface.</summary>
public sealed class DailyCollectionTests
{
    [Fact]
    public void A_summary_has_a_number_of_its_own_form() =>
        Assert.Equal("number", Problem(null, Collect, Legal() with { Key = "RB-0000000001" }).Field);

    [Fact]
    public void Nothing_is_collected_nor_collected_again_while_a_report_is_open()
    {
        var (frozen, open) = (Report("INSPECTION"), Report("FOOD", isOver: false));
        Assert.Equal("day", Problem(null, Collect, Legal(Found(frozen, open))).Field);
        var again = new CollectDailyReportsAgain();
        Assert.Equal("day", Problem(Collected(), again, Legal(Found(frozen, open))).Field);
        Assert.Equal("day", Problem(Collected(), again, Legal(Found())).Field);
    }

    [Fact]
    public void Of_sections_that_have_changed_the_first_is_named_and_one_that_came_is_among_them()
    {
        var both = Found(Corrected("INSPECTION"), Corrected("QUALITY"), Report("FOOD", isSaid: false));
        Assert.Equal(new DailyReportsChanged("INSPECTION"), Refusal(Collected(), new ApproveDailySummary(), Leader(both)));
        var alone = Told(null, Legal(Found(Report("INSPECTION"))), Collect);
        var came = Found(Report("INSPECTION"), Report("QUALITY") with { Number = "RB-0000000002" });
        Assert.Equal(new DailyReportsChanged("QUALITY"), Refusal(alone, new ApproveDailySummary(), Leader(came)));
    }

    [Fact]
    public void A_report_is_collected_as_it_was_put_right_last()
    {
        var right = DailyReportTests.Told(
            Report("INSPECTION"),
            DailyReportTests.Head(section: "INSPECTION", hour: 15),
            DailyReportTests.Correct with { Narrative = "检查生产企业4家次" });
        var collected = Assert.Single(Told(null, Legal(Found(right)), Collect).Collection.Reports);
        Assert.Equal(
            (2, right.Versions[1].Hash, "检查生产企业4家次"), (collected.Version, collected.Hash, collected.Narrative));
    }

    [Fact]
    public void It_tells_of_the_time_of_all_its_reports_and_of_their_cases_in_order()
    {
        var (early, late) = (WithCase("INSPECTION", "AJ-0000000002"), WithCase("QUALITY", "AJ-0000000001"));
        early = early with { RecordedAfter = early.RecordedAfter.AddDays(-1) };
        late = late with { RecordedUntil = late.RecordedUntil.AddHours(1) };
        foreach (var found in (ReportsOfDayFound[])[Found(early, late), Found(late, early)])
        {
            var collection = Told(null, Legal(found), Collect).Collection;
            Assert.Equal((early.RecordedAfter, late.RecordedUntil), (collection.RecordedAfter, collection.RecordedUntil));
            Assert.Equal(["AJ-0000000001", "AJ-0000000002"], collection.Cases);
        }

        static DailyReportState WithCase(string section, string number)
        {
            var report = Report(section);
            var version = report.Versions[0];
            return report with { Versions = [version with { Statement = version.Statement with { Cases = [number] } }] };
        }
    }

    [Fact]
    public void What_is_collected_again_is_approved_on_no_day_until_it_is_approved_again()
    {
        var approved = Told(Collected(), Leader(), new ApproveDailySummary());
        var right = Found(Corrected("INSPECTION"), Report("QUALITY"), Report("FOOD", isSaid: false));
        var again = Told(approved, Legal(right), new CollectDailyReportsAgain());
        Assert.Equal((null, null), (again.ApprovedBy, again.ApprovedOn));
    }

    [Fact]
    public void Only_the_system_sends_over_the_interface()
    {
        var approved = Told(Collected(), Leader(), new ApproveDailySummary());
        Assert.Equal("way", Problem(approved, Send with { Way = SummaryWay.Https }, Legal()).Field);
        Assert.Equal(DailySummaryStatus.Sent, Told(approved, Clock(), Send with { Way = SummaryWay.Https }).Status);
    }

    /// <summary>An answer is cut one character before its room ends, and no wide character is cut in two.</summary>
    [Theory]
    [InlineData(Grounds.LongestReason, "", Grounds.LongestReason, "")]
    [InlineData(Grounds.LongestReason, "xxxxx", Grounds.LongestReason - 1, "…")]
    [InlineData(Grounds.LongestReason - 2, "𠮷xxxxx", Grounds.LongestReason - 2, "…")]
    [InlineData(Grounds.LongestReason - 3, "𠮷xxxxx", Grounds.LongestReason - 1, "…")]
    public void An_answer_is_cut_where_it_has_no_more_room(int before, string then, int kept, string end)
    {
        var given = new string('x', before) + then;
        var reason = Told(SentByHttps(), Clock(), new NoteCityRejection(1, given)).Sendings[0].Answer!.Reason;
        Assert.Equal(given[..kept] + end, reason);
    }
}
