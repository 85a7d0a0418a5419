using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CrimeTransfers;

/// <summary>What was recorded of the wrong transfer is taken back: it stands as it did, and the right step can be recorded.</summary>
public sealed class TransferCorrectionTests
{
    public static TheoryData<TransferRecord> EveryRecord => [.. Enum.GetValues<TransferRecord>()];

    [Theory]
    [MemberData(nameof(EveryRecord))]
    public void After_a_correction_the_transfer_stands_as_it_did_before_the_step(TransferRecord step)
    {
        var (tale, command, actor) = Before(step);
        var before = tale.Transfer;
        tale.After(1).Do(command, actor);
        Assert.NotEqual(Standing(before), Standing(tale.Transfer));
        tale.After(1).Do(new CorrectCrimeTransfer(step, Some.Grounds), CrimeTransferTale.Chief);
        Assert.Equal(Standing(before), Standing(tale.Transfer));
        Assert.Equal(before.LastActOn, tale.Transfer.LastActOn);
        tale.Do(command, actor); // and the right one is recorded as ever
    }

    /// <summary>程序规定 第七十七条: a judgment closes the case, so the case is told that there was none.</summary>
    [Fact]
    public void A_judgment_of_the_wrong_transfer_is_taken_back_and_its_case_told()
    {
        var judged = CrimeTransferTale.Filed().Told().Told().Do(
            new RecordJudgment(JudgmentOutcome.Sentenced, "区人民法院", "刑初1", null), CrimeTransferTale.Police).Told();
        Assert.Equal(
            new TransferNotInStatus(TransferStatus.Judged),
            judged.Refused(new RecordPoliceReturn("不构成犯罪", null), CrimeTransferTale.Police));
        judged.Do(new CorrectCrimeTransfer(TransferRecord.Judgment, Some.Grounds), CrimeTransferTale.Chief);
        Assert.Equal((TransferStatus.Filed, null, false), (judged.Transfer.Status, judged.Transfer.Judgment, judged.Transfer.HandOverOwed));
        Assert.NotNull(judged.Transfer.Clocks.Find(CrimeTransferDeadlines.HandingOver));
        Assert.True(judged.Transfer.IsOpen);

        var owed = CrimeTransfer.Concept.Owes(judged.Transfer)!;
        Assert.Equal(new NoteTransferTakenBack(judged.Transfer.Number, TransferStep.Judged, IsWithPolice: true), owed.Command);
        judged.Told();
        Assert.Empty(judged.Transfer.Untold);
        Assert.True(judged.Journal.OfType<CrimeTransferCaseTold>().Last().IsTakenBack);
    }

    [Fact]
    public void What_followed_is_taken_back_before_what_it_rests_on()
    {
        var handed = CrimeTransferTale.Filed().Do(new HandOverEvidence("涂料", Some.Grounds));
        Assert.Equal(
            new TransferStepNotLast(TransferRecord.PoliceDecision, TransferRecord.HandingOver),
            handed.Refused(new CorrectCrimeTransfer(TransferRecord.PoliceDecision, Some.Grounds), CrimeTransferTale.Chief));
        handed.Do(new CorrectCrimeTransfer(TransferRecord.HandingOver, Some.Grounds), CrimeTransferTale.Chief)
            .Do(new CorrectCrimeTransfer(TransferRecord.PoliceDecision, Some.Grounds), CrimeTransferTale.Chief)
            .Do(new CorrectCrimeTransfer(TransferRecord.Receipt, Some.Grounds), CrimeTransferTale.Chief);
        Assert.Equal((TransferStatus.Sent, null, null), (handed.Transfer.Status, handed.Transfer.Receipt, handed.Transfer.ReceivedAt));
        Assert.Equal(
            new TransferStepNotLast(TransferRecord.Receipt, null),
            handed.Refused(new CorrectCrimeTransfer(TransferRecord.Receipt, Some.Grounds), CrimeTransferTale.Chief));
        Assert.Equal(
            [(TransferStep.Opened, null), (TransferStep.Filed, null), (TransferStep.Filed, (bool?)true)],
            handed.Transfer.Untold.Select(one => (one.Step, one.IsTakenBack)));
    }

    /// <summary>The clock of before runs on from its own day; nobody answers for one that never ran.</summary>
    [Fact]
    public void The_term_that_was_met_by_mistake_has_lapsed_and_the_one_that_began_with_it_never_ran()
    {
        var filed = CrimeTransferTale.Filed().After(9).ClockRuns();
        Assert.Single(filed.Transfer.Lapses, lapse => lapse.Kind == CrimeTransferDeadlines.HandingOver);
        filed.Do(new CorrectCrimeTransfer(TransferRecord.PoliceDecision, Some.Grounds), CrimeTransferTale.Chief).ClockRuns();
        Assert.Equal([CrimeTransferDeadlines.PoliceDecision], filed.Transfer.Lapses.Select(lapse => lapse.Kind));
    }

    [Fact]
    public void The_paper_and_the_agency_of_a_wrong_step_go_with_it()
    {
        var paper = CrimeTransferTale.Sent().Do(
            new RecordPoliceReceipt("收1", "区公安局经侦大队", [CrimeTransferTale.Scan]), CrimeTransferTale.Legal);
        Assert.Single(paper.Transfer.Papers);
        paper.Do(new CorrectCrimeTransfer(TransferRecord.Receipt, Some.Grounds), CrimeTransferTale.Chief);
        Assert.Empty(paper.Transfer.Papers);

        var forwarded = CrimeTransferTale.Received().Do(
            new ForwardCrimeTransfer("economic-police", "不属本机关管辖", "转1"), CrimeTransferTale.Police);
        forwarded.Do(new CorrectCrimeTransfer(TransferRecord.Forwarding, Some.Grounds), CrimeTransferTale.Chief);
        Assert.True(forwarded.Transfer.IsVisibleTo("police"));
        Assert.Empty(forwarded.Transfer.Forwardings);
    }

    [Fact]
    public void The_head_of_the_section_corrects_and_says_why()
    {
        var received = CrimeTransferTale.Received();
        var correct = new CorrectCrimeTransfer(TransferRecord.Receipt, Some.Grounds);
        Assert.Equal(Roles.SectionHead, AllowedToAttribute.Of(typeof(CorrectCrimeTransfer)));
        Assert.IsType<NotHeadOfSection>(received.Refused(correct, CrimeTransferTale.Chief with { Section = "QUALITY" }));
        Assert.Equal(
            "reason",
            Assert.IsType<InvalidInput>(received.Refused(
                correct with { Grounds = Some.Grounds with { Reason = " " } }, CrimeTransferTale.Chief)).Field);
    }

    /// <summary>A database of before folds to what it was.</summary>
    [Fact]
    public void A_step_of_before_keeps_nothing()
    {
        var sent = CrimeTransferTale.Sent();
        var received = new PoliceReceiptRecorded(sent.Now, "liaison", "收1");
        Assert.Empty(CrimeTransfer.Apply(sent.Transfer, received).Recorded);
        Assert.DoesNotContain("isKept", CrimeTransfer.Concept.WriteEvent(received), StringComparison.Ordinal);
    }

    private static (TransferStatus Status, string Agency, string? Receipt, string? Explanation, string Clocks) Standing(
        CrimeTransferState transfer) =>
        (transfer.Status, transfer.Agency, transfer.Receipt, transfer.Explanation,
            string.Join(' ', transfer.Clocks.Select(clock => $"{clock.Kind}@{clock.Clock.StartedAt:O}")));

    private static (CrimeTransferTale Tale, CrimeTransferCommand Command, Actor? Actor) Before(TransferRecord step) => step switch
    {
        TransferRecord.Receipt => (CrimeTransferTale.Sent(), new RecordPoliceReceipt("收1"), CrimeTransferTale.Police),
        TransferRecord.Forwarding => (
            CrimeTransferTale.Received(), new ForwardCrimeTransfer("economic-police", "不属本机关管辖", "转1"), CrimeTransferTale.Police),
        TransferRecord.PoliceDecision => (
            CrimeTransferTale.Received(), new RecordPoliceDecision(false, "证据不足", "不立1"), CrimeTransferTale.Police),
        TransferRecord.PoliceReturn => (CrimeTransferTale.Filed(), new RecordPoliceReturn("不构成犯罪", null), CrimeTransferTale.Police),
        TransferRecord.Reconsideration => (CrimeTransferTale.Declined(), new RequestReconsideration(Some.Grounds), null),
        TransferRecord.Supervision => (CrimeTransferTale.Upheld(), new RequestProsecutorSupervision(Some.Grounds), null),
        TransferRecord.NotFilingAccepted => (CrimeTransferTale.Declined(), new AcceptNotFiling(Some.Grounds), CrimeTransferTale.Head),
        TransferRecord.HandingOver => (CrimeTransferTale.Filed(), new HandOverEvidence("涂料", Some.Grounds), null),
        TransferRecord.Prosecution => (
            CrimeTransferTale.Filed(),
            new RecordProsecutionDecision(ProsecutionDecision.NotProsecuted, "不诉1", "情节轻微"),
            CrimeTransferTale.Police),
        TransferRecord.Judgment => (
            CrimeTransferTale.Filed(), new RecordJudgment(JudgmentOutcome.Acquitted, "区人民法院", "刑初1", null), CrimeTransferTale.Police),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Say how a transfer comes to be ready for it."),
    };
}
