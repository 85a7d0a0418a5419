using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.ReportForms;
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
        var figures = collected.Collection.Figures.Where(figure => !figure.IsOfClass).ToDictionary(figure => figure.Column);
        Assert.Equal((6m, false), (figures["casesFiled"].Value, figures["casesFiled"].HasManual));
        Assert.Equal((4m, true), (figures["trainings"].Value, figures["trainings"].HasManual));
    }

    /// <summary>A party that two sections met counts once, and money is rounded once; what is filled in by hand is added.</summary>
    [Fact]
    public void Parties_are_counted_once_and_money_is_rounded_once()
    {
        FormSum[] each = [new(Measure.ViolatorsFound, "FOOD", null, "A", 1, 1), new(Measure.GoodsValue, "FOOD", null, "A", 40_00, 1)];
        var found = Found(
            ReportOf("FOOD", each),
            ReportOf("INSPECTION", each),
            ReportOf("QUALITY", each, new DailyManualFigure("violatorsFound", 2, "台账")));
        var sums = found.Reports.ToDictionary(one => one.Number, _ => (IReadOnlyList<FormSum>)each);
        var figures = Told(null, Legal(found with { Sums = sums }), Collect).Collection.Figures;

        // Two sections met A; the third says that it met two.
        Assert.Equal((3m, true), (Total("violatorsFound").Value, Total("violatorsFound").HasManual));

        // 40 yuan of each section are 0.00 万元 and 0.01 万元 of the bureau.
        Assert.Equal((0.01m, 3), (Total("goodsValue").Value, Total("goodsValue").EntryCount));
        var ofClass = Assert.Single(figures, one => one is { Column: "violatorsFound", IsOfClass: true });
        Assert.Equal(("FOOD", 1m), (ofClass.ProductClass, ofClass.Value));

        SummedFigure Total(string column) => Assert.Single(figures, one => one.Column == column && !one.IsOfClass);
    }

    [Fact]
    public void It_fills_the_form_of_the_notice_and_has_the_sections_words()
    {
        var collected = Collected();
        Assert.Equal(
            [null, "检查生产企业3家次", "检查生产企业3家次"], collected.Collection.Reports.Select(report => report.Narrative));
        Assert.Equal(["AJ-0000000001"], collected.Collection.Cases);
        var form = SummedFigures.FormOf(collected, [("CLOTHING", "服装"), ("FOOD", "食品")]);
        Assert.Equal([("食品", false), ("合计", true)], form.Rows.Select(row => (row.Title.Chinese, row.IsTotal)));
        Assert.Equal(
            FormColumn.Of(ReportFormKind.EnforcementStatistics).Select(column => column.Id),
            form.Rows[0].Cells.Select(cell => cell.Column));
        Assert.Equal([6m, 6m], form.Rows.Select(row => row.Cells.Single(cell => cell.Column == "casesFiled").Value!.Value));
        Assert.Equal([null, 4m], form.Rows.Select(row => row.Cells.Single(cell => cell.Column == "trainings").Value));
        Assert.Equal(Report("FOOD").RecordedUntil, form.Scope.RecordedUntil);
    }

    [Fact]
    public void It_is_collected_once_after_14_00_of_a_day_that_has_reports()
    {
        Assert.Equal("day", Problem(null, Collect, Legal(Found())).Field);
        Assert.Equal("day", Problem(null, Collect, Legal(Found(Report("FOOD", isOver: false)))).Field);

        // Who came within the minute after 14:00 is not frozen yet.
        var missing = Report("FOOD", isSaid: false);
        var late = DailyReportTests.Told(missing, DailyReportTests.Head(section: "FOOD", hour: 14), DailyReportTests.Submit);
        Assert.Equal("day", Problem(null, Collect, Legal(Found(late))).Field);
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
        var only = Found(Report("FOOD"));
        var again = Told(returned, Legal(only), new CollectDailyReportsAgain());
        Assert.Equal((DailySummaryStatus.Collected, "FOOD", null), (again.Status, again.Collection.Reports.Single().Section, again.Remark));
        var approved = Told(again, Leader(only), new ApproveDailySummary());
        Assert.Equal(("leader", Some.Today), (approved.ApprovedBy, approved.ApprovedOn));
        Assert.IsType<DailySummaryNotOpen>(Refusal(approved, new CollectDailyReportsAgain("另一说法"), Legal(only)));
    }

    /// <summary>What is approved is what was shown: a report that was put right, or came, meanwhile is collected first.</summary>
    [Fact]
    public void What_changed_since_it_was_collected_is_not_approved()
    {
        var collected = Collected();
        var (right, came) = (Found(Corrected("INSPECTION"), Report("QUALITY"), Report("FOOD", isSaid: false)),
            Found(Report("INSPECTION"), Report("QUALITY"), Late("FOOD")));
        Assert.Equal(new DailyReportsChanged("INSPECTION"), Refusal(collected, new ApproveDailySummary(), Leader(right)));
        Assert.Equal(new DailyReportsChanged("FOOD"), Refusal(collected, new ApproveDailySummary(), Leader(came)));
        Assert.Equal(DailySummaryStatus.Returned, Told(collected, Leader(right), new ReturnDailySummary("请重新汇总")).Status);
        var again = Told(collected, Legal(right), new CollectDailyReportsAgain(Collect.Narrative));
        Assert.Equal(DailySummaryStatus.Approved, Told(again, Leader(right), new ApproveDailySummary()).Status);
    }

    /// <summary>A supplement goes up as a further version, which says in figures and words what differs.</summary>
    [Fact]
    public void What_a_section_reports_after_the_approval_makes_a_further_version()
    {
        var right = Found(Corrected("INSPECTION"), Report("QUALITY"), Report("FOOD", isSaid: false));
        var approved = Told(Collected(), Leader(), new ApproveDailySummary());
        var sent = Told(approved, Legal(), Send);
        Assert.IsType<DailySummaryNotOpen>(Refusal(sent, new CollectDailyReportsAgain(), Legal(right)));
        var receipted = Told(sent, Legal(), new RecordDailySummaryReceipt("市收1", Some.Today));
        foreach (var before in (DailySummaryState[])[approved, receipted])
        {
            var again = Told(before, Legal(right), new CollectDailyReportsAgain("补报培训一次"));
            Assert.Equal((DailySummaryStatus.Collected, 2, null), (again.Status, again.Versions.Length, again.ApprovedBy));
            Assert.Equal(["INSPECTION"], again.Versions[0].SectionsOtherThan(again.Versions[1]));
            Assert.Equal(
                [new DailyFigureChange("trainings", null, true, 4, 5)], SummedFigures.ChangesOf(again.Versions[0], again.Versions[1]));
            var sentAgain = Told(Told(again, Leader(right), new ApproveDailySummary()), Legal(), Send);
            Assert.Equal(before.Sendings.Length + 1, sentAgain.Sendings.Length);
        }
    }

    [Fact]
    public void A_deputy_who_is_authorised_for_it_approves_where_the_head_may()
    {
        var deputy = new DeciderFound(IsHead: false, [ApprovalStep.DailySummary]);
        var other = new DeciderFound(IsHead: false, [ApprovalStep.Filing]);
        Assert.Equal(DailySummaryStatus.Approved, Told(Collected(), Head().With(deputy), new ApproveDailySummary()).Status);
        Assert.Equal(DailySummaryStatus.Returned, Told(Collected(), Head().With(deputy), new ReturnDailySummary("请核对")).Status);
        foreach (var command in (DailySummaryCommand[])[new ApproveDailySummary(), new ReturnDailySummary("请核对")])
        {
            Assert.Equal(new NotAuthorisedToDecide(ApprovalStep.DailySummary), Refusal(Collected(), command, Head().With(other)));
        }
    }

    /// <summary>An answer is that to what was posted: one that comes late does not land on the paper that was handed over since.</summary>
    [Fact]
    public void A_late_answer_of_the_interface_belongs_to_what_was_posted()
    {
        var paper = Told(SentByHttps(), Legal(), Send with { Way = SummaryWay.Paper });
        var rejected = Told(paper, Clock(), new NoteCityRejection(1, "格式不符"));
        Assert.Equal(
            (DailySummaryStatus.Sent, "格式不符", null),
            (rejected.Status, rejected.Sendings[0].Answer!.Reason, rejected.Sendings[1].Answer));
        var received = Told(paper, Clock(), new NoteCityReceipt(1, "市收1"));
        Assert.Equal(
            (DailySummaryStatus.Receipted, "市收1", null),
            (received.Status, received.Sendings[0].Answer!.ReceiptNumber, received.Sendings[1].Answer));
        Assert.Empty(DailySummary.Concept.Decided(rejected, new NoteCityReceipt(1, "市收1"), Clock()).Events);
        Assert.Empty(DailySummary.Concept.Decided(paper, new NoteCityReceipt(2, "市收1"), Clock()).Events);
        Assert.Empty(DailySummary.Concept.Decided(paper, new NoteCityReceipt(0, "市收1"), Clock()).Events);
        Assert.Equal(DailySummaryStatus.Rejected, Told(SentByHttps(), Clock(), new NoteCityRejection(1, "格式不符")).Status);
        Assert.Equal("reason", Problem(SentByHttps(), new NoteCityRejection(1, " "), Clock()).Field);
    }

    /// <summary>What others write has no length of ours, and is an answer all the same.</summary>
    [Fact]
    public void A_long_answer_is_cut_and_not_refused()
    {
        var receipt = Told(SentByHttps(), Clock(), new NoteCityReceipt(1, new string('收', 5000))).Sendings[0].Answer!.ReceiptNumber!;
        Assert.Equal((Grounds.LongestDocumentNumber, '…'), (receipt.Length, receipt[^1]));
        var wide = string.Concat(Enumerable.Repeat("𠮷", 5000));
        var reason = Told(SentByHttps(), Clock(), new NoteCityRejection(1, wide)).Sendings[0].Answer!.Reason!;
        Assert.InRange(reason.Length, Grounds.LongestReason - 1, Grounds.LongestReason);
        Assert.Equal(reason, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(reason)));
    }

    [Fact]
    public void That_the_interface_does_not_answer_is_told_once_to_those_who_can_hand_it_over()
    {
        var under = SentByHttps();
        Assert.Equal([(NotificationKind.Waiting, Addressee.Holding(Roles.Legal))], Notices(under, new NoteSendingStuck(1)));
        var stuck = Told(under, Clock(), new NoteSendingStuck(1));
        Assert.NotNull(stuck.Sendings[0].StuckSince);
        Assert.Empty(DailySummary.Concept.Decided(stuck, new NoteSendingStuck(1), Clock()).Events);
        Assert.Empty(DailySummary.Concept.Decided(Told(under, Legal(), Send), new NoteSendingStuck(1), Clock()).Events);
        Assert.Equal(DailySummaryStatus.Receipted, Told(stuck, Clock(), new NoteCityReceipt(1, "市收1")).Status);
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
        Assert.Equal(
            [(NotificationKind.Waiting, leader with { Deputies = WireName.Of(ApprovalStep.DailySummary) })], Notices(null, Collect));
        Assert.Equal([(NotificationKind.Answered, legal)], Notices(Collected(), new ApproveDailySummary()));
        Assert.Equal([(NotificationKind.Returned, legal)], Notices(Collected(), new ReturnDailySummary("请核对")));
        Assert.Equal(
            [(NotificationKind.Returned, Addressee.Holding(Roles.Leader | Roles.Legal))],
            Notices(sent, new RecordDailySummaryRejection("格式不符", Some.Today)));
        Assert.Empty(Notices(sent, new RecordDailySummaryReceipt("市收1", Some.Today)));
    }

    internal static Circumstances Legal(ReportsOfDayFound? found = null) =>
        As(new Actor("legal", Roles.Legal, null, null, Guid.Empty), found);

    internal static Circumstances Leader(ReportsOfDayFound? found = null) =>
        As(new Actor("leader", Roles.Leader, null, null, Guid.Empty), found);

    internal static Circumstances Clock() => As(Actor.System(Guid.Empty), null);

    internal static DailySummaryState SentByHttps() =>
        Told(Told(Collected(), Leader(), new ApproveDailySummary()), Clock(), Send with { Way = SummaryWay.Https });

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
            .With(found ?? Found(Report("QUALITY"), Report("INSPECTION"), Report("FOOD", isSaid: false)))
            .With(new DeciderFound(IsHead: true, []));

    private static Circumstances Head() => As(new Actor("head", Roles.SectionHead, "FOOD", null, Guid.Empty), null);

    internal static ReportsOfDayFound Found(params ImmutableArray<DailyReportState> reports) => new(reports, null);

    internal static DailyReportState Report(string section, bool isSaid = true, bool isOver = true)
    {
        var opened = DailyReportTests.Told(null, DailyReportTests.Collector(), DailyReportTests.Start with { Section = section });
        var said = isSaid
            ? DailyReportTests.Told(opened, DailyReportTests.Head(section: section, hour: 11), DailyReportTests.Submit)
            : opened;
        return isOver ? DailyReportTests.Due(said, isSaid ? DailyReportDeadlines.Freeze : DailyReportDeadlines.Due) : said;
    }

    internal static DailyReportState Corrected(string section) =>
        DailyReportTests.Told(Report(section), DailyReportTests.Head(section: section, hour: 15), DailyReportTests.Correct);

    private static DailyReportState Late(string section) => DailyReportTests.Told(
        Report(section, isSaid: false), DailyReportTests.Head(section: section, hour: 15), DailyReportTests.Submit);

    // A report of a number of its own, of what these facts come to.
    private static DailyReportState ReportOf(
        string section, IReadOnlyCollection<FormSum> sums, params ImmutableArray<DailyManualFigure> byHand)
    {
        var day = FormScope.Days(ReportBasis.Happened, Some.Today, Some.Today.AddDays(1), section);
        var form = ReportForm.ByClass(DailyFigures.Form, day, sums, []);
        var found = new DailyFactsFound(form, ReportForm.ByClass(DailyFigures.Form, day, [], []), []);
        var at = ShanghaiTime.StartOf(Some.Today).AddHours(11);
        var said = new DailyStatement(at, "head", null, false, byHand, DailyFigures.Of(found, byHand), []);
        var report = Report(section, isSaid: false) with
        {
            Number = DailyReport.NumberOf(section, Some.Today),
            Status = DailyReportStatus.Frozen,
            Submission = said,
        };
        return report with { Versions = [new DailyReportVersion(1, said, DailyFigures.HashOf(report, 1, said), null)] };
    }

    private static IEnumerable<(NotificationKind, Addressee)> Notices(DailySummaryState? state, DailySummaryCommand command)
    {
        var happened = Assert.Single(DailySummary.Concept.Decided(state, command, Legal()).Events);
        return DailySummary.Concept.Notices(state, happened, DailySummary.Apply(state, happened))
            .Select(notice => (notice.Kind, notice.To));
    }

    internal static Refusal? Refusal(DailySummaryState? state, DailySummaryCommand command, Circumstances now) =>
        DailySummary.Concept.Decided(state, command, now).Refusal;

    internal static InvalidInput Problem(DailySummaryState? state, DailySummaryCommand command, Circumstances now) =>
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
        new NoteCityReceipt(1, "市收1"),
        new NoteCityRejection(1, "格式不符"),
        new NoteSendingStuck(1),
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
                ("Sent over the interface", DailySummaryTests.SentByHttps()),
                ("Receipted", DailySummaryTests.Told(
                    sent, DailySummaryTests.Legal(), new RecordDailySummaryReceipt("市收1", Some.Today))),
                ("Rejected", DailySummaryTests.Told(
                    sent, DailySummaryTests.Legal(), new RecordDailySummaryRejection("格式不符", Some.Today))),
            ];
        }
    }

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", DailySummaryTests.Legal())];
}
