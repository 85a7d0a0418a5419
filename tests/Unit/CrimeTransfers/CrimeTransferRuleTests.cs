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

    private static Refusal? Refused(CaseTale found, string number = CaseTale.Transfer) => CrimeTransfer.Concept.Decided(
        null,
        new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds),
        new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = number }.With(new TransferCaseFact(found.Case)).WithLists()).Refusal;
}
