using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CrimeTransfers;

/// <summary>The rules of a transfer one by one.</summary>
public sealed class CrimeTransferRuleTests
{
    [Fact]
    public void A_case_that_has_ended_or_is_with_the_police_is_not_transferred()
    {
        Assert.Equal(new CaseNotTransferable(CaseStage.Withdrawn), Refused(CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head)));
        Assert.Equal(new CaseNotTransferable(CaseStage.Transferred), Refused(CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer("YS-0000000002", TransferStep.Opened)).Do(new NoteCrimeTransfer("YS-0000000002", TransferStep.Filed))));
        Assert.Null(Refused(CaseTale.Filed()));

        // A decision not to penalise stands before it is served: a transfer of it could neither be sent nor withdrawn.
        var spared = CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new DecideNoPenalty(NoPenaltyGround.NotProven, Some.Grounds), CaseTale.Head);
        Assert.Equal(new CaseNotTransferable(spared.Case.Stage), Refused(spared));
    }

    [Fact]
    public void A_case_has_one_transfer_at_a_time()
    {
        var opened = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer("YS-0000000002", TransferStep.Opened));
        Assert.Equal(new TransferAlreadyOpen("YS-0000000002"), Refused(opened));
        Assert.Null(Refused(opened, "YS-0000000002"));
        Assert.Null(Refused(opened.Do(new NoteCrimeTransfer("YS-0000000002", TransferStep.Returned))));
    }

    [Fact]
    public void A_transfer_has_a_number_of_its_form() => Assert.Equal("number", Assert.IsType<InvalidInput>(Refused(CaseTale.Filed(), "YS-1")).Field);

    [Fact]
    public void The_police_say_why_they_do_not_file_and_that_is_kept()
    {
        var received = CrimeTransferTale.Received();
        Assert.Equal("explanation", Assert.IsType<InvalidInput>(received.Refused(new RecordPoliceDecision(false, " ", null), CrimeTransferTale.Police)).Field);
        Assert.Null(received.Refused(new RecordPoliceDecision(true, " ", null), CrimeTransferTale.Police));
        Assert.Equal((TransferStatus.Declined, "证据不足"), Said(received.Do(new RecordPoliceDecision(false, " 证据不足 ", null), CrimeTransferTale.Police)));
        Assert.Equal((TransferStatus.Upheld, "维持"), Said(CrimeTransferTale.Reconsidered().Do(new RecordPoliceDecision(false, " 维持 ", null), CrimeTransferTale.Police)));
        Assert.Equal((TransferStatus.Returned, "不予立案"), Said(CrimeTransferTale.Supervised().Do(new RecordPoliceDecision(false, "不予立案", null), CrimeTransferTale.Police)));
        Assert.NotNull(CrimeTransferTale.Upheld().Transfer.Clocks.Find(CrimeTransferDeadlines.SupervisionRequest));

        static (TransferStatus, string?) Said(CrimeTransferTale tale) => (tale.Transfer.Status, tale.Transfer.Explanation);
    }

    [Fact]
    public void A_step_that_was_told_is_the_first_that_is_owed()
    {
        var tale = CrimeTransferTale.Filed();
        var count = tale.Journal.Count;
        tale.Do(new CrimeTransferDeadlineReached(CrimeTransferDeadlines.CaseNotice, tale.Transfer.Untold[0].At), Actor.System(Guid.Empty), new Answered("FILED", null));
        Assert.Equal(count, tale.Journal.Count);
        Assert.Equal([TransferStep.Filed], tale.Told().Transfer.Untold.Select(notice => notice.Step));
    }

    [Fact]
    public void The_first_of_the_task_group_answers_for_a_transfer_and_one_late_term_makes_it_late()
    {
        var reported = CrimeTransferTale.Opened().Do(new NameTransferTaskGroup(["second", "third"], "达到追诉标准", Some.Grounds));
        Assert.Equal("second", reported.Transfer.Responsible);
        var asked = reported.Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).After(0.2).ClockRuns();
        Assert.Equal([true, false], asked.Transfer.Clocks.OrderBy(clock => clock.DueAt).Select(clock => clock.IsLapsed));
        Assert.True(asked.Transfer.IsOverdue);
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_and_nothing_with_it()
    {
        var asked = CrimeTransferTale.Opened().Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).After(3);
        var count = asked.Journal.Count;
        Assert.Equal(count, asked.Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).Journal.Count);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("police", true)]
    [InlineData("other", false)]
    public void Only_the_agency_that_a_transfer_goes_to_is_asked_to_step_in(string? agency, bool isTaken)
    {
        var request = new RequestEarlyIntervention("转移物证", null, agency, Some.Grounds);
        var opened = CrimeTransferTale.Opened();
        Assert.Equal(isTaken ? null : "agency", (opened.Refused(request) as InvalidInput)?.Field);

        // Whether it was asked before makes no difference.
        var asked = opened.Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds));
        Assert.Equal(isTaken ? null : "agency", (asked.Refused(request) as InvalidInput)?.Field);
    }

    [Fact]
    public void A_head_who_refuses_says_why_in_words_without_spaces_around_them() =>
        Assert.Equal("未达追诉标准", CrimeTransferTale.Reported().Do(new DecideCrimeTransfer(false, Some.Grounds with { Reason = " 未达追诉标准 " }), CrimeTransferTale.Head).Transfer.Explanation);

    [Fact]
    public void What_is_sent_on_has_to_be_signed_for_anew()
    {
        var received = CrimeTransferTale.Received();
        Assert.Equal(received.Now, received.Transfer.ReceivedAt);
        var forwarded = received.Do(new ForwardCrimeTransfer("police-2", "管辖地为邻区", null), CrimeTransferTale.Police).Transfer;
        Assert.Equal((TransferStatus.Sent, null, null), (forwarded.Status, forwarded.Receipt, forwarded.ReceivedAt));
        Assert.Equal("agency", Assert.IsType<InvalidInput>(CrimeTransferTale.Sent().Refused(new ForwardCrimeTransfer(" police ", "管辖地为邻区", null), CrimeTransferTale.Police)).Field);
    }

    [Fact]
    public void A_case_that_was_told_everything_has_nothing_more_to_be_told()
    {
        var told = CrimeTransferTale.Opened().Told().Transfer;
        Assert.Empty(CrimeTransfer.Apply(told, new CrimeTransferCaseTold(TransferStep.Opened, null)).Untold);
    }

    [Fact]
    public void A_transfer_says_what_the_case_is_about()
    {
        var found = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Case;
        var decision = CrimeTransfer.Concept.Decided(
            null,
            new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds),
            new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.With(new TransferCaseFact(found with { Lead = found.Lead with { ProductClasses = ["TEXTILES", "CLOTHING"] } })).WithLists());
        var opened = decision.Events.OfType<CrimeTransferOpened>().Single();
        Assert.Equal("TEXTILES", opened.Case.ProductClass);
        Assert.NotEmpty(opened.Case.Offences);
        Assert.Equal(found.Duty!.Offences, opened.Case.Offences);
    }

    [Fact]
    public void Materials_are_recorded_each_once_in_their_order_and_none_of_the_first_three_may_be_missing()
    {
        var all = Enum.GetValues<TransferMaterial>();
        Assert.Equal(all, CrimeTransferTale.Approved().Do(new SendCrimeTransfer([.. all.Reverse(), all[0]], Some.Grounds)).Transfer.Materials);
        Assert.All(all[..3], missing => Assert.Equal(
            [missing],
            Assert.IsType<TransferMaterialsIncomplete>(CrimeTransferTale.Approved().Refused(new SendCrimeTransfer([.. all.Where(one => one != missing)], Some.Grounds))).Missing));
    }

    [Fact]
    public void A_refusal_after_the_prosecutors_supervision_returns_the_case() =>
        Assert.Equal(TransferStatus.Returned, CrimeTransferTale.Supervised().Do(new RecordPoliceDecision(false, "不予立案", null), CrimeTransferTale.Police).Journal.OfType<PoliceDeclinedCase>().Last().Status);

    [Theory]
    [InlineData(0, "CrimeTransfers 1")]
    [InlineData(1, "CrimeTransfers 1, CrimeTransferGoodsValue 1")]
    [InlineData(80_000_00, "CrimeTransfers 1, CrimeTransferGoodsValue 8000000")]
    public void What_is_sent_is_counted_with_the_goods_value_where_there_is_one(long goods, string counted)
    {
        var sent = CrimeTransferTale.Sent();
        var after = sent.Transfer with { Case = sent.Transfer.Case with { GoodsValue = goods } };
        Assert.Equal(counted, string.Join(", ", CrimeTransfer.Concept.Tally(null, sent.Journal.OfType<CrimeTransferSent>().Single(), after).Select(fact => $"{fact.Measure} {fact.Amount}")));
    }

    [Fact]
    public void What_a_new_calendar_shows_to_be_over_has_lapsed()
    {
        // The police's three days from the last of 2026 end on Sunday, 3 January 2027, which was thought free and turns out to be worked.
        var received = CrimeTransferTale.Received(Some.TenOClock(new DateOnly(2026, 12, 31)));
        Assert.Equal(ShanghaiTime.EndOf(new DateOnly(2027, 1, 4)), received.DueAt(CrimeTransferDeadlines.PoliceDecision));
        var calendar = WorkingCalendar.BuiltIn.With(new WorkingYear { Year = 2027, RestDays = [new DateOnly(2027, 1, 1)], WorkedDays = [new DateOnly(2027, 1, 3)], Source = "通知" });
        var events = CrimeTransfer.Concept.Decided(
            received.Transfer,
            new ChangeTransferSection("QUALITY", Some.Grounds),
            new Circumstances(CrimeTransferTale.Head, Some.TenOClock(new DateOnly(2027, 1, 4)), calendar) { Key = CaseTale.Transfer }.With(
                new TransferCaseFact(null)).WithLists()).Events;
        var lapse = events.OfType<TransferDeadlineLapsed>().Single().Lapse;
        Assert.Equal((CrimeTransferDeadlines.PoliceDecision, ShanghaiTime.EndOf(new DateOnly(2027, 1, 3))), (lapse.Kind, lapse.DueAt));
    }

    [Fact]
    public void The_due_index_says_on_whose_side_a_term_runs()
    {
        Assert.Equal("INSPECTION", Section(CrimeTransferTale.Approved(), CrimeTransferDeadlines.Sending));
        Assert.Equal("police", Section(CrimeTransferTale.Sent(), CrimeTransferDeadlines.PoliceForwarding));
        Assert.Equal("police", Section(CrimeTransferTale.Received(), CrimeTransferDeadlines.PoliceDecision));

        static string? Section(CrimeTransferTale tale, string kind) => CrimeTransferDeadlines.Of(tale.Transfer).Single(open => open.Kind == kind).Section;
    }

    private static Refusal? Refused(CaseTale found, string number = CaseTale.Transfer) => CrimeTransfer.Concept.Decided(
        null,
        new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds),
        new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = number }.With(new TransferCaseFact(found.Case)).WithLists()).Refusal;

    [Fact]
    public void What_was_due_comes_before_what_is_asked_though_the_clock_is_late()
    {
        var late = CrimeTransferTale.Opened();
        var hour = late.DueAt(CrimeTransferDeadlines.TaskGroup);
        late.At(hour).Do(new NameTransferTaskGroup(["officer", "second"], "达到追诉标准", Some.Grounds));

        // A term of hours is missed by the hour, not by a day.
        Assert.Contains(
            $"应于{ShanghaiTime.ClockOf(hour):yyyy-MM-dd HH:mm}前办理",
            late.Journal.OfType<TransferTaskGroupNamed>().Single().Summary.Chinese,
            StringComparison.Ordinal);
        Assert.Equal([typeof(TransferDeadlineLapsed), typeof(TransferTaskGroupNamed)], late.Journal.Select(happened => happened.GetType()).Where(type => type == typeof(TransferDeadlineLapsed) || type == typeof(TransferTaskGroupNamed)));

        // A right that was not used in time is used late (移送规定 第九条); at the last instant before it is not late yet.
        var declined = CrimeTransferTale.Declined();
        var due = declined.DueAt(CrimeTransferDeadlines.ReconsiderationRequest);
        Assert.Equal(due, declined.At(due).Do(new RequestReconsideration(Some.Grounds)).Journal.OfType<ReconsiderationRequested>().Single()
            .LateSince);
        declined = CrimeTransferTale.Declined();
        Assert.Null(declined.At(due.AddMilliseconds(-1)).Do(new RequestReconsideration(Some.Grounds))
            .Journal.OfType<ReconsiderationRequested>().Single().LateSince);
    }

    [Fact]
    public void Police_who_do_not_answer_in_time_are_for_the_prosecutors_to_supervise()
    {
        foreach (var silent in new[] { CrimeTransferTale.Received(), CrimeTransferTale.Reconsidered() })
        {
            var status = silent.Transfer.Status;
            Assert.Equal(new TransferNotInStatus(status), silent.Refused(new RequestProsecutorSupervision(Some.Grounds)));
            silent.After(5).ClockRuns().Do(new RequestProsecutorSupervision(Some.Grounds));
            Assert.Equal(TransferStatus.Supervised, silent.Transfer.Status);
            silent.Do(new RecordPoliceDecision(true, null, "立1"), CrimeTransferTale.Police);
            Assert.Equal(TransferStatus.Filed, silent.Transfer.Status);
        }
    }

    [Fact]
    public void What_nobody_answers_under_supervision_is_asked_again_or_goes_on_administratively()
    {
        var asked = CrimeTransferTale.Upheld().Do(new RequestProsecutorSupervision(Some.Grounds));
        var due = asked.DueAt(CrimeTransferDeadlines.Supervision);
        asked.At(due.AddMilliseconds(-1));
        Assert.Equal(new TransferNotInStatus(TransferStatus.Supervised), asked.Refused(new AcceptNotFiling(Some.Grounds), CaseTale.Leader));
        Assert.Equal(new TransferNotInStatus(TransferStatus.Supervised), asked.Refused(new RequestProsecutorSupervision(Some.Grounds)));
        asked.At(due).ClockRuns();
        Assert.Equal(CrimeTransferDeadlines.Supervision, asked.Transfer.Lapses[^1].Kind);
        asked.Do(new RequestProsecutorSupervision(Some.Grounds));
        Assert.True(asked.DueAt(CrimeTransferDeadlines.Supervision) > due);
        asked.After(60).ClockRuns().Do(new AcceptNotFiling(Some.Grounds), CaseTale.Leader);
        Assert.Equal((TransferStatus.Returned, TransferStep.Returned), (asked.Transfer.Status, asked.Transfer.Untold[^1].Step));
    }

    [Fact]
    public void Who_was_recused_neither_joins_the_task_group_nor_decides_the_transfer()
    {
        var recused = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00))
            .Happened(new CasePersonRecused(new Recusal("third", Some.Today, "亲属关系"), Some.Grounds))
            .Happened(new CasePersonRecused(new Recusal("leader", Some.Today, "亲属关系"), Some.Grounds));
        var opened = CrimeTransferTale.Opened().Of(recused.Case);
        Assert.Equal(
            new PersonRecused("third"),
            opened.Refused(new NameTransferTaskGroup(["second", "third"], "达到追诉标准", Some.Grounds)));
        var reported = CrimeTransferTale.Reported().Of(recused.Case);
        Assert.IsType<TransferDeciderTookPart>(reported.Refused(new DecideCrimeTransfer(true, Some.Grounds), CrimeTransferTale.Head));
    }
}
