using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.DailyReports;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.DailySummaries;

/// <summary>What the sections reported is put together, approved by the head and sent up to the city bureau.</summary>
public sealed class DailySummaryTests
{
    internal const string Number = "HZ-0000000001";

    internal static readonly CollectDailyReports Collect = new(Some.Today, "当日检查正常");

    internal static readonly RecordDailySummarySending Send = new(SummaryWay.Extranet, Some.Today);

    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed() =>
        Approved.Law("DailySummary", LawTable.Of(DailySummary.Concept, Legal(), [.. new DailySummaryStates().States]));

    [Fact]
    public void What_the_sections_say_adds_up_and_who_says_nothing_is_named()
    {
        var collected = Collected();
        Assert.Equal(
            [("FOOD", DailyReportStatus.Missing, 0), ("INSPECTION", DailyReportStatus.Frozen, 1), ("QUALITY", DailyReportStatus.Frozen, 1)],
            collected.Collection.Reports.Select(report => (report.Section, report.Status, report.Version)));
        var figures = collected.Collection.Figures.ToDictionary(figure => figure.Column);
        Assert.Equal((6m, false), (figures["casesFiled"].Value, figures["casesFiled"].HasManual));
        Assert.Equal((4m, true), (figures["trainings"].Value, figures["trainings"].HasManual));
    }

    [Fact]
    public void It_is_collected_once_after_14_00_of_a_day_that_has_reports()
    {
        Assert.Equal("day", Problem(null, Collect, Legal(Found())).Field);
        Assert.Equal("day", Problem(null, Collect, Legal(Found(Report("FOOD", isOver: false)))).Field);
        Assert.Equal("day", Problem(null, Collect, Legal(Found(Report("FOOD")) with { OfDay = "HZ-0000000009" })).Field);
    }

    [Fact]
    public void The_head_approves_or_sends_back_and_it_is_collected_again()
    {
        var collected = Collected();
        Assert.Equal("reason", Problem(collected, new ReturnDailySummary(" "), Leader()).Field);
        Assert.Empty(DailySummary.Concept.Decided(collected, new CollectDailyReportsAgain(Collect.Narrative), Legal()).Events);
        var returned = Told(collected, Leader(), new ReturnDailySummary("请核对结案数"));
        Assert.Equal((DailySummaryStatus.Returned, "请核对结案数"), (returned.Status, returned.Remark));
        Assert.IsType<DailySummaryNotOpen>(Refusal(returned, new ApproveDailySummary(), Leader()));
        var again = Told(returned, Legal(Found(Report("FOOD"))), new CollectDailyReportsAgain());
        Assert.Equal((DailySummaryStatus.Collected, "FOOD", null), (again.Status, again.Collection.Reports.Single().Section, again.Remark));
        var approved = Told(again, Leader(), new ApproveDailySummary());
        Assert.Equal(("leader", Some.Today), (approved.ApprovedBy, approved.ApprovedOn));
        Assert.IsType<DailySummaryNotOpen>(Refusal(approved, new CollectDailyReportsAgain(), Legal()));
    }

    [Fact]
    public void It_goes_up_when_it_is_approved_and_ends_with_the_receipt()
    {
        var approved = Told(Collected(), Leader(), new ApproveDailySummary());
        Assert.IsType<DailySummaryNotOpen>(Refusal(Collected(), Send, Legal()));
        Assert.Equal("sentOn", Problem(approved, Send with { SentOn = Some.Today.AddDays(1) }, Legal()).Field);
        Assert.Equal("sentOn", Problem(approved, Send with { SentOn = Some.Today.AddDays(-1) }, Legal()).Field);
        var sent = Told(approved, Legal(), Send);
        Assert.IsType<DailySummaryNotOpen>(Refusal(sent, Send, Legal()));
        Assert.Equal("receiptNumber", Problem(sent, new RecordDailySummaryReceipt(" ", Some.Today), Legal()).Field);
        Assert.Equal("receivedOn", Problem(sent, new RecordDailySummaryReceipt("市收1", Some.Today.AddDays(-1)), Legal()).Field);
        var receipted = Told(sent, Legal(), new RecordDailySummaryReceipt("市收1", Some.Today));
        Assert.Equal(("市收1", DailySummaryStatus.Receipted), (receipted.Sendings[0].Answer!.ReceiptNumber, receipted.Status));
        Assert.IsType<DailySummaryNotOpen>(Refusal(receipted, new RecordDailySummaryRejection("格式不符", Some.Today), Legal()));
    }

    [Fact]
    public void What_the_city_bureau_does_not_take_is_collected_approved_and_sent_again()
    {
        var sent = Told(Collected(), Leader(), new ApproveDailySummary(), Send);
        Assert.Equal("reason", Problem(sent, new RecordDailySummaryRejection("", Some.Today), Legal()).Field);
        var rejected = Told(sent, Legal(), new RecordDailySummaryRejection("格式不符", Some.Today));
        Assert.IsType<DailySummaryNotOpen>(Refusal(rejected, Send, Legal()));
        var again = Told(rejected, Legal(), new CollectDailyReportsAgain(Collect.Narrative), new ApproveDailySummary(), Send);
        Assert.Equal((2, "格式不符", null), (again.Sendings.Length, again.Sendings[0].Answer!.Reason, again.Sendings[1].Answer));
    }

    [Fact]
    public void Those_whom_it_waits_for_are_told()
    {
        var (leader, legal) = (Addressee.Holding(Roles.Leader), Addressee.Holding(Roles.Legal));
        var sent = Told(Collected(), Leader(), new ApproveDailySummary(), Send);
        Assert.Equal([(NotificationKind.Waiting, leader)], Notices(null, Collect));
        Assert.Equal([(NotificationKind.Answered, legal)], Notices(Collected(), new ApproveDailySummary()));
        Assert.Equal([(NotificationKind.Returned, legal)], Notices(Collected(), new ReturnDailySummary("请核对")));
        Assert.Equal(
            [(NotificationKind.Returned, Addressee.Holding(Roles.Leader | Roles.Legal))],
            Notices(sent, new RecordDailySummaryRejection("格式不符", Some.Today)));
        Assert.Empty(Notices(sent, new RecordDailySummaryReceipt("市收1", Some.Today)));
    }

    internal static Circumstances Legal(ReportsOfDayFound? found = null) =>
        As(new Actor("legal", Roles.Legal, null, null, Guid.Empty), found);

    internal static Circumstances Leader() => As(new Actor("leader", Roles.Leader, null, null, Guid.Empty), null);

    internal static DailySummaryState Collected() => Told(null, Legal(), Collect);

    internal static DailySummaryState Told(DailySummaryState? state, Circumstances now, params ReadOnlySpan<DailySummaryCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = DailySummary.Concept.Decided(state, command, now);
            Assert.Null(decision.Refusal);
            state = decision.Events.Aggregate(state, (folded, happened) => DailySummary.Apply(folded, happened));
            Assert.Empty(DailySummary.Check(state!));
        }

        return state!;
    }

    private static Circumstances As(Actor actor, ReportsOfDayFound? found) =>
        new Circumstances(actor, ShanghaiTime.StartOf(Some.Today).AddHours(15), WorkingCalendar.BuiltIn) { Key = Number }
            .With(found ?? Found(Report("QUALITY"), Report("INSPECTION"), Report("FOOD", isSaid: false)));

    private static ReportsOfDayFound Found(params ImmutableArray<DailyReportState> reports) => new(reports, null);

    private static DailyReportState Report(string section, bool isSaid = true, bool isOver = true)
    {
        var opened = DailyReportTests.Told(null, DailyReportTests.Collector(), DailyReportTests.Start with { Section = section });
        var said = isSaid
            ? DailyReportTests.Told(opened, DailyReportTests.Head(section: section, hour: 11), DailyReportTests.Submit)
            : opened;
        return isOver ? DailyReportTests.Due(said, isSaid ? DailyReportDeadlines.Freeze : DailyReportDeadlines.Due) : said;
    }

    private static IEnumerable<(NotificationKind, Addressee)> Notices(DailySummaryState? state, DailySummaryCommand command)
    {
        var happened = Assert.Single(DailySummary.Concept.Decided(state, command, Legal()).Events);
        return DailySummary.Concept.Notices(state, happened, DailySummary.Apply(state, happened))
            .Select(notice => (notice.Kind, notice.To));
    }

    private static Refusal? Refusal(DailySummaryState? state, DailySummaryCommand command, Circumstances now) =>
        DailySummary.Concept.Decided(state, command, now).Refusal;

    private static InvalidInput Problem(DailySummaryState? state, DailySummaryCommand command, Circumstances now) =>
        Assert.IsType<InvalidInput>(Refusal(state, command, now));
}

internal sealed class DailySummarySamples : ICommandSamples
{
    public IEnumerable<Command> All =>
    [
        DailySummaryTests.Collect,
        new CollectDailyReportsAgain("重新汇总"),
        new ApproveDailySummary(),
        new ReturnDailySummary("请核对"),
        DailySummaryTests.Send,
        new RecordDailySummaryReceipt("市收1", Some.Today),
        new RecordDailySummaryRejection("格式不符", Some.Today),
    ];
}

internal sealed class DailySummaryStates() : SampleStates<DailySummaryState, DailySummaryCommand, DailySummaryEvent>(DailySummary.Concept)
{
    public override IReadOnlyList<(string Name, DailySummaryState? State)> States
    {
        get
        {
            var collected = DailySummaryTests.Collected();
            var approved = DailySummaryTests.Told(collected, DailySummaryTests.Leader(), new ApproveDailySummary());
            var sent = DailySummaryTests.Told(approved, DailySummaryTests.Legal(), DailySummaryTests.Send);
            return
            [
                ("(no such summary)", null),
                ("Collected", collected),
                ("Returned", DailySummaryTests.Told(collected, DailySummaryTests.Leader(), new ReturnDailySummary("请核对"))),
                ("Approved", approved),
                ("Sent", sent),
                ("Receipted", DailySummaryTests.Told(
                    sent, DailySummaryTests.Legal(), new RecordDailySummaryReceipt("市收1", Some.Today))),
                ("Rejected", DailySummaryTests.Told(
                    sent, DailySummaryTests.Legal(), new RecordDailySummaryRejection("格式不符", Some.Today))),
            ];
        }
    }

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", DailySummaryTests.Legal())];
}
