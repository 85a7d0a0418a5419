using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CrimeTransfers;

/// <summary>
/// Who decides on a transfer, to whom it goes, what is recorded from paper, what becomes of it in court, and what is counted of it.
/// </summary>
public sealed class TransferStepsTests
{
    [Theory]
    [InlineData("officer")]
    [InlineData("second")]
    [InlineData("third")]
    [InlineData("former")]
    public void Nobody_decides_on_a_transfer_in_which_he_took_part(string user)
    {
        // The officer opened it and investigates with the second, the third is in its task group, another investigated before.
        var found = CaseTale.Filed().Case;
        var reported = CrimeTransferTale.Opened()
            .Of(found with { Investigators = found.Investigators.Add("former") })
            .Do(new NameTransferTaskGroup(["third", "fourth"], "达到追诉标准", Some.Grounds));
        var decide = new DecideCrimeTransfer(true, Some.Grounds);
        Assert.Equal(new TransferDeciderTookPart(user), reported.Refused(decide, CrimeTransferTale.Head with { User = user }));
        Assert.Null(reported.Refused(decide, CrimeTransferTale.Head));
    }

    [Fact]
    public void Who_took_the_transfer_over_does_not_decide_on_it_either()
    {
        var moved = CrimeTransferTale.Opened().Do(new MoveCrimeTransferWork("officer", "chief", Some.Grounds), CrimeTransferTale.Head)
            .Do(new NameTransferTaskGroup(["third", "fourth"], "达到追诉标准", Some.Grounds), CrimeTransferTale.Head);
        var decide = new DecideCrimeTransfer(true, Some.Grounds);
        Assert.Equal(new TransferDeciderTookPart("chief"), moved.Refused(decide, CrimeTransferTale.Head with { User = "chief" }));
    }

    /// <summary>行政强制法 第二十一条: the party is told of goods that went to the police, which they did not before the case did.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "partyToldOn")]
    public void The_party_is_not_told_of_a_handing_over_before_the_case_was_sent(int days, string? field)
    {
        var filed = CrimeTransferTale.Filed();
        var sentOn = ShanghaiTime.DayOf(filed.Transfer.SentAt!.Value);
        Assert.Equal(
            field, (filed.Refused(new HandOverEvidence("涂料", Some.Grounds, sentOn.AddDays(days))) as InvalidInput)?.Field);
    }

    [Fact]
    public void The_head_decides_and_no_deputy_by_section() =>
        Assert.Equal(Roles.Leader, AllowedToAttribute.Of(typeof(DecideCrimeTransfer)));

    [Fact]
    public void The_decision_that_is_late_is_the_heads_lapse()
    {
        var late = CrimeTransferTale.Reported().After(9).ClockRuns();
        Assert.Equal("LEADER", late.Transfer.Lapses.Single(lapse => lapse.Kind == CrimeTransferDeadlines.Decision).Officer);
    }

    [Fact]
    public void Until_the_police_have_signed_it_can_go_to_another_agency()
    {
        var sent = CrimeTransferTale.Sent().After(0.5).Do(new ReaddressCrimeTransfer(" PROCURATORATE ", Some.Grounds));
        Assert.Equal((TransferStatus.Sent, "PROCURATORATE"), (sent.Transfer.Status, sent.Transfer.Agency));
        Assert.Equal(TimeSpan.FromHours(24), sent.DueAt(CrimeTransferDeadlines.PoliceForwarding) - sent.Now);
        Assert.False(sent.Transfer.IsVisibleTo("police"));
        Assert.Equal(("police", "PROCURATORATE"), (sent.Transfer.Readdressings.Single().From, sent.Transfer.Readdressings.Single().To));

        var count = sent.Journal.Count;
        Assert.Equal(count, sent.Do(new ReaddressCrimeTransfer("PROCURATORATE", Some.Grounds)).Journal.Count);
        Assert.Equal(
            "PROCURATORATE", CrimeTransferTale.Opened().Do(new ReaddressCrimeTransfer("PROCURATORATE", Some.Grounds)).Transfer.Agency);
        Assert.Equal(
            new TransferNotInStatus(TransferStatus.Received),
            CrimeTransferTale.Received().Refused(new ReaddressCrimeTransfer("PROCURATORATE", Some.Grounds)));
    }

    [Fact]
    public void Nobody_who_is_neither_police_nor_prosecutors_is_addressed()
    {
        var now = new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }
            .With(ActingRules.Usual);
        Assert.Equal(new AgencyNotCompetent("HEALTH", AgencyKind.Enforcement), Refused(AgencyKind.Enforcement));
        Assert.Null(Refused(AgencyKind.Police));
        Assert.Null(Refused(AgencyKind.Prosecutors));

        Refusal? Refused(AgencyKind kind) => CrimeTransfer.Concept.Decided(
            CrimeTransferTale.Opened().Transfer, new ReaddressCrimeTransfer("HEALTH", Some.Grounds), now.With(Some.Lists(kind: kind)))
                .Refusal;
    }

    [Fact]
    public void Whoever_was_asked_to_step_in_anew_has_an_hour_of_its_own()
    {
        var asked = CrimeTransferTale.Opened().Do(new RequestEarlyIntervention("转移物证", null, null, Some.Grounds)).After(0.02);
        asked.Do(new ReaddressCrimeTransfer("PROCURATORATE", Some.Grounds));
        Assert.Equal(TimeSpan.FromHours(1), asked.DueAt(CrimeTransferDeadlines.EarlyIntervention) - asked.Now);
    }

    [Fact]
    public void What_meets_no_threshold_is_taken_back_and_what_meets_one_is_not()
    {
        var sent = CrimeTransferTale.Sent();
        var withdraw = new WithdrawCrimeTransfer(Some.Grounds);
        Assert.Equal(
            [Offence.InferiorProducts], Assert.IsType<CrimeTransferRequired>(sent.Refused(withdraw, CrimeTransferTale.Head)).Offences);
        sent.Of(CaseTale.Filed().Do(CaseTale.Figures(sales: 49_999_99)).Case).Do(withdraw, CrimeTransferTale.Head);
        Assert.Equal((TransferStatus.Withdrawn, 0, false), (sent.Transfer.Status, sent.Transfer.Clocks.Length, sent.Transfer.IsOpen));
        Assert.Equal(TransferStep.Withdrawn, sent.Transfer.Untold[^1].Step);
        Assert.Equal(
            new TransferNotInStatus(TransferStatus.Received),
            CrimeTransferTale.Received().Of(CaseTale.Filed().Case).Refused(withdraw, CrimeTransferTale.Head));
    }

    [Fact]
    public void What_was_counted_is_taken_back_where_it_was_counted()
    {
        var sent = CrimeTransferTale.Sent();
        var before = sent.Transfer;
        var counted = Facts(null, sent.Journal.OfType<CrimeTransferSent>().Single(), before);
        Assert.Equal([(Measure.CrimeTransfers, 1L, "police"), (Measure.CrimeTransferGoodsValue, 80_000_00L, "police")], counted);

        // Another section answers for it since, and another agency gets it days later: what was counted is counted there, of that day.
        sent.Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head).After(2);
        var handed = sent.Transfer;
        sent.Do(new ReaddressCrimeTransfer("PROCURATORATE", Some.Grounds));
        var moved = CrimeTransfer.Concept.Tally(handed, sent.Journal.OfType<CrimeTransferReaddressed>().Single(), sent.Transfer).ToList();
        Assert.All(moved, fact => Assert.Equal((Some.Today, "INSPECTION"), (fact.Day, fact.Section)));
        Assert.Equal(0, moved.Sum(fact => fact.Amount));
        Assert.Equal(4, moved.Count);

        var readdressed = sent.Transfer;
        sent.Of(CaseTale.Filed().Case).Do(new WithdrawCrimeTransfer(Some.Grounds), CrimeTransferTale.Head);
        var withdrawn =
            CrimeTransfer.Concept.Tally(readdressed, sent.Journal.OfType<CrimeTransferWithdrawn>().Single(), sent.Transfer).ToList();
        Assert.Equal([(Measure.CrimeTransfers, -1L), (Measure.CrimeTransferGoodsValue, -80_000_00L)],
            withdrawn.Select(fact => (fact.Measure, fact.Amount)));
        Assert.All(withdrawn, fact => Assert.Equal((Some.Today, "INSPECTION", "PROCURATORATE"), (fact.Day, fact.Section, fact.Agency)));

        // What was never sent was never counted.
        var unsent = CrimeTransferTale.Opened().Of(CaseTale.Filed().Case);
        var duty = unsent.Transfer;
        unsent.Do(new WithdrawCrimeTransfer(Some.Grounds), CrimeTransferTale.Head);
        Assert.Empty(CrimeTransfer.Concept.Tally(duty, unsent.Journal.OfType<CrimeTransferWithdrawn>().Single(), unsent.Transfer));

        static IEnumerable<(Measure, long, string?)> Facts(CrimeTransferState? was, CrimeTransferEvent happened, CrimeTransferState now) =>
            CrimeTransfer.Concept.Tally(was, happened, now).Select(fact => (fact.Measure, fact.Amount, fact.Agency));
    }

    [Fact]
    public void A_transfer_that_was_opened_early_grows_with_its_case_and_keeps_what_was_known_then()
    {
        var early = new CrimeTransferTale().Of(CaseTale.Filed().Case)
            .Do(new RequestEarlyIntervention("嫌疑人正在转移物证", CaseTale.Number, "police", Some.Grounds));
        Assert.Equal((0L, 0), (early.Transfer.Case.GoodsValue, early.Transfer.Case.Offences.Length));

        early.Of(CaseTale.Filed().Do(CaseTale.Figures(goods: 90_000_00, sales: 60_000_00)).Case)
            .Do(new NameTransferTaskGroup(["third", "fourth"], "达到追诉标准", Some.Grounds));
        Assert.Equal(90_000_00, early.Transfer.Case.GoodsValue);
        Assert.Equal([Offence.InferiorProducts], early.Transfer.Case.Offences);

        early.Do(new DecideCrimeTransfer(true, Some.Grounds), CrimeTransferTale.Head)
            .Of(CaseTale.Filed().Do(CaseTale.Figures(goods: 120_000_00, sales: 60_000_00)).Case)
            .Do(new SendCrimeTransfer([.. Enum.GetValues<TransferMaterial>()], Some.Grounds));
        Assert.Equal(120_000_00, early.Transfer.Case.GoodsValue);
        Assert.Equal((0L, 0), (early.Transfer.EarlyIntervention!.Case!.GoodsValue, early.Transfer.EarlyIntervention.Case.Offences.Length));
    }

    [Fact]
    public void A_case_that_has_ended_is_not_reported_anew()
    {
        var refused = CrimeTransferTale.Reported().Do(new DecideCrimeTransfer(false, Some.Grounds), CrimeTransferTale.Head);
        refused.Of(CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head).Case);
        Assert.Equal(
            new CaseNotTransferable(CaseStage.Withdrawn),
                refused.Refused(new NameTransferTaskGroup(["third", "fourth"], "补充报告", Some.Grounds)));
    }

    [Fact]
    public void The_prosecutors_have_their_copy_with_it_and_of_earlier_penalties_within_ten_days()
    {
        var sent = CrimeTransferTale.SentAlone();
        Assert.Equal(TimeSpan.FromHours(24), sent.DueAt(CrimeTransferDeadlines.ProsecutorsCopy) - sent.Now);
        Assert.Null(sent.Transfer.Clocks.Find(CrimeTransferDeadlines.PenaltyCopies));
        Assert.Equal("documentNumber", Field(sent.Refused(new CopyToProsecutors(false, Some.Grounds with { DocumentNumber = null }))));
        sent.Do(new CopyToProsecutors(false, Some.Grounds));
        Assert.Equal((Some.Today, null), (sent.Transfer.CopiedOn, sent.Transfer.Clocks.Find(CrimeTransferDeadlines.ProsecutorsCopy)));

        var penalised = CrimeTransferTale.Approved().Of(CaseTale.Served().Case);
        penalised.Do(new SendCrimeTransfer([.. Enum.GetValues<TransferMaterial>()], Some.Grounds))
            .Do(new CopyToProsecutors(false, Some.Grounds));
        Assert.Equal(ShanghaiTime.EndOf(Some.Today.AddDays(10)), penalised.DueAt(CrimeTransferDeadlines.PenaltyCopies));
        penalised.Do(new RecordPoliceReceipt("收1"), CrimeTransferTale.Police);
        Assert.NotNull(penalised.Transfer.Clocks.Find(CrimeTransferDeadlines.PenaltyCopies));
        penalised.After(3).Do(new CopyToProsecutors(true, Some.Grounds));
        Assert.Equal((Some.Today, Some.Today.AddDays(3)), (penalised.Transfer.CopiedOn, penalised.Transfer.PenaltiesCopiedOn));
        Assert.Null(penalised.Transfer.Clocks.Find(CrimeTransferDeadlines.PenaltyCopies));

        Assert.Equal(new TransferNotInStatus(TransferStatus.Approved), CrimeTransferTale.Approved()
            .Refused(new CopyToProsecutors(false, Some.Grounds)));
    }

    [Fact]
    public void From_paper_the_legal_section_records_the_steps_of_the_police_with_number_scan_and_whose_they_were()
    {
        var sent = CrimeTransferTale.Sent(Some.TenOClock(Some.Today)).After(2);
        ImmutableArray<AttachmentReference> scan = [CrimeTransferTale.Scan];
        Assert.Equal("recordedFor", Field(ByLegal(new RecordPoliceReceipt("收1", null, scan))));
        Assert.Equal("attachments", Field(ByLegal(new RecordPoliceReceipt("收1", "区公安局经侦大队"))));
        Assert.Equal("attachments", Field(ByLegal(new RecordPoliceReceipt("收1", "区公安局经侦大队", []))));
        Assert.Equal("documentNumber",
            Field(CrimeTransferTale.Received().Refused(new RecordPoliceDecision(true, null, null, "区公安局", scan), CrimeTransferTale.Legal)));
        var unkept = new AttachmentReference(new string('b', 64), "回执.pdf");
        Assert.Equal(new AttachmentNotKept(unkept.Hash), ByLegal(new RecordPoliceReceipt("收1", "区公安局经侦大队", [unkept])));

        // The police write no paper about themselves.
        Assert.Equal("recordedFor", Field(sent.Refused(new RecordPoliceReceipt("收1", "区公安局经侦大队"), CrimeTransferTale.Police)));
        Assert.Equal("recordedFor", Field(sent.Refused(new RecordPoliceReceipt("收1", null, scan), CrimeTransferTale.Police)));

        // Signed for yesterday, entered today: the term of their decision runs from yesterday.
        var yesterday = Some.Today.AddDays(1);
        sent.Do(new RecordPoliceReceipt(" 收1 ", " 区公安局经侦大队 ", scan) { On = yesterday }, CrimeTransferTale.Legal);
        Assert.Equal((TransferStatus.Received, ShanghaiTime.StartOf(yesterday)), (sent.Transfer.Status, sent.Transfer.ReceivedAt));
        Assert.Equal(ShanghaiTime.EndOf(yesterday.AddDays(3)), sent.DueAt(CrimeTransferDeadlines.PoliceDecision));
        var paper = Assert.Single(sent.Transfer.Papers);
        Assert.Equal(("legal", "区公安局经侦大队", "收1"), (paper.RecordedBy, paper.RecordedFor, paper.DocumentNumber));
        Assert.Equal(CrimeTransferTale.Scan.Hash, Assert.Single(paper.Scan).Hash);
        Assert.Contains("代登记", sent.Journal.OfType<PoliceReceiptRecorded>().Single().Summary.Chinese, StringComparison.Ordinal);

        Refusal? ByLegal(CrimeTransferCommand command) => sent.Refused(command, CrimeTransferTale.Legal);
    }

    [Fact]
    public void Steps_have_their_day_and_none_is_before_the_one_that_it_follows()
    {
        var reported = CrimeTransferTale.Reported().After(5);
        var decide = new DecideCrimeTransfer(true, Some.Grounds);
        Assert.Equal("on", Field(reported.Refused(decide with { On = Some.Today.AddDays(-1) }, CrimeTransferTale.Head)));
        Assert.Equal("on", Field(reported.Refused(decide with { On = Some.Today.AddDays(6) }, CrimeTransferTale.Head)));

        // Decided in time and entered late: not late, and the sending is due from then on.
        reported.Do(decide with { On = Some.Today.AddDays(1) }, CrimeTransferTale.Head);
        var approved = reported.Journal.OfType<CrimeTransferApproved>().Single();
        Assert.Equal((Some.Today.AddDays(1), null), (approved.ActedOn, approved.LateSince));
        Assert.Equal(ShanghaiTime.StartOf(Some.Today.AddDays(2)), reported.DueAt(CrimeTransferDeadlines.Sending));
        Assert.Equal(Some.Today.AddDays(1), reported.Transfer.LastActOn);

        // A transfer is not opened before its lead came in.
        var opened = new CrimeTransferTale();
        Assert.Equal(
            "on", Field(opened.Refused(new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds) { On = Some.Today.AddDays(-1) })));
        Assert.Null(opened.Refused(new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds) { On = Some.Today }));
    }

    [Theory]
    [InlineData(ProsecutionDecision.Prosecuted, TransferStatus.HandedOver, TransferStep.Prosecuted)]
    [InlineData(ProsecutionDecision.NotProsecuted, TransferStatus.Returned, TransferStep.NotProsecuted)]
    public void What_the_prosecutors_do_not_prosecute_comes_back(ProsecutionDecision decision, TransferStatus status, TransferStep told)
    {
        var record = new RecordProsecutionDecision(decision, "检1", "犯罪情节轻微");
        var tale = CrimeTransferTale.Filed().Do(new HandOverEvidence("涂料", Some.Grounds)).Do(record, CrimeTransferTale.Police);
        Assert.Equal((status, told, decision), (tale.Transfer.Status, tale.Transfer.Untold[^1].Step, tale.Transfer.Prosecution!.Decision));
        Assert.Equal(
            new TransferNotInStatus(TransferStatus.Received), CrimeTransferTale.Received().Refused(record, CrimeTransferTale.Police));
        Assert.Equal(
            "documentNumber", Field(CrimeTransferTale.Filed().Refused(record with { DocumentNumber = " " }, CrimeTransferTale.Police)));
    }

    [Theory]
    [InlineData(JudgmentOutcome.Sentenced, TransferStatus.Judged, TransferStep.Judged)]
    [InlineData(JudgmentOutcome.ExemptFromPunishment, TransferStatus.Returned, TransferStep.Exempted)]
    [InlineData(JudgmentOutcome.Acquitted, TransferStatus.Returned, TransferStep.Exempted)]
    public void A_judgment_ends_a_transfer_and_without_a_sentence_it_comes_back(
        JudgmentOutcome outcome, TransferStatus status, TransferStep told)
    {
        var judged = CrimeTransferTale.Filed().Do(new RecordJudgment(outcome, " 区人民法院 ", "刑初1", null), CrimeTransferTale.Police);
        Assert.Equal((status, told, "区人民法院"), (judged.Transfer.Status, judged.Transfer.Untold[^1].Step, judged.Transfer.Judgment!.Court));
        Assert.Equal(
            "court", Field(CrimeTransferTale.Filed().Refused(new RecordJudgment(outcome, " ", "刑初1", null), CrimeTransferTale.Police)));
    }

    [Fact]
    public void What_was_not_handed_over_before_the_judgment_still_can_be()
    {
        var judged = CrimeTransferTale.Judged();
        Assert.True(judged.Transfer.HandOverOwed);
        judged.Do(new HandOverEvidence("涂料", Some.Grounds, Some.Today));
        Assert.Equal((TransferStatus.Judged, false, Some.Today),
            (judged.Transfer.Status, judged.Transfer.HandOverOwed, judged.Transfer.PartyToldOn));
        Assert.Equal(new TransferNotInStatus(TransferStatus.Judged), judged.Refused(new HandOverEvidence("涂料", Some.Grounds)));
    }

    private static string? Field(Refusal? refusal) => Assert.IsType<InvalidInput>(refusal).Field;
}
