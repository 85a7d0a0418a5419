using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>What its transfer had told a case by mistake does not hold: the case comes back to where it was.</summary>
public sealed class TransferTakenBackTests
{
    /// <summary>程序规定 第七十七条: no judgment closed it, and it counts as closed on no day.</summary>
    [Fact]
    public void A_case_that_a_judgment_closed_by_mistake_waits_for_the_court_again()
    {
        var tale = Filed().Do(Told(TransferStep.Judged));
        Assert.Equal((CaseStage.Closed, CaseOutcome.Judged), (tale.Case.Stage, tale.Case.End!.Outcome));
        tale.After(20).Do(TakenBack(TransferStep.Judged, isWithPolice: true));
        Assert.Equal((CaseStage.Transferred, null, AwaitedStep.Judgment), (tale.Case.Stage, tale.Case.End, tale.Case.Awaits));
        var closed = tale.Counted.Where(fact => fact.Measure is Measure.CasesClosed).ToList();
        Assert.Equal([1L, -1L], closed.Select(fact => fact.Amount));
        Assert.Equal(closed[0], closed[1] with { Amount = 1 });

        // And the right judgment closes it as ever.
        Assert.Equal(CaseStage.Closed, tale.Do(Told(TransferStep.Judged)).Case.Stage);
    }

    [Fact]
    public void One_that_only_waited_for_its_goods_after_the_judgment_does_so_too()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(Told(TransferStep.Opened)).Do(Told(TransferStep.Filed))
            .Do(Told(TransferStep.Judged));
        Assert.NotNull(tale.Case.JudgedOn);
        tale.Do(TakenBack(TransferStep.Judged, isWithPolice: true));
        Assert.Equal((null, AwaitedStep.Judgment), (tale.Case.JudgedOn, tale.Case.Awaits));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.Closing));
    }

    /// <summary>移送规定 第十条: where the police never filed it, nothing was stayed.</summary>
    [Fact]
    public void A_case_that_the_police_had_not_filed_goes_on_where_it_was_and_its_days_count()
    {
        var tale = CaseTale.Reviewed();
        tale.Do(Told(TransferStep.Opened));
        var (stage, reviewer, due) = (tale.Case.Stage, tale.Case.ReviewedBy, tale.Clock(CaseDeadlines.Decision).DueAt);
        tale.Do(Told(TransferStep.Filed)).After(10).Do(TakenBack(TransferStep.Filed));
        Assert.Equal((stage, reviewer, due), (tale.Case.Stage, tale.Case.ReviewedBy, tale.Clock(CaseDeadlines.Decision).DueAt));
        Assert.Empty(tale.Case.Pauses);
        Assert.True(tale.Case.MustTransfer);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.JudgmentInquiry));
    }

    [Fact]
    public void A_hearing_that_the_filing_had_stilled_is_awaited_again()
    {
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, null))
            .Do(Told(TransferStep.Opened));
        var pauses = tale.Case.Pauses;
        tale.After(1).Do(Told(TransferStep.Filed)).Do(TakenBack(TransferStep.Filed));
        Assert.Equal((CaseStage.Hearing, pauses.Single()), (tale.Case.Stage, tale.Case.Pauses.Single()));
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.HearingChair));
    }

    [Theory]
    [InlineData(TransferStep.Returned)]
    [InlineData(TransferStep.NotProsecuted)]
    [InlineData(TransferStep.Exempted)]
    public void One_that_came_back_by_mistake_is_with_the_police_and_none_of_its_days_count(TransferStep step)
    {
        var tale = Filed();
        var since = tale.Now;
        tale.After(5).Do(Told(step));
        Assert.Equal(CaseStage.Investigation, tale.Case.Stage);
        tale.After(7).Do(TakenBack(step, isWithPolice: true));
        Assert.Equal((CaseStage.Transferred, AwaitedStep.Judgment, false), (tale.Case.Stage, tale.Case.Awaits, tale.Case.MustTransfer));
        Assert.Equal([(since, since.AddDays(5)), (since.AddDays(5), (DateTimeOffset?)null)],
            tale.Case.Pauses.Select(pause => (pause.Pause.StartedAt, pause.Pause.EndedAt)));
    }

    [Fact]
    public void The_duty_stands_again_where_the_police_had_not_declined_it()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(Told(TransferStep.Opened)).Do(Told(TransferStep.Returned));
        Assert.False(tale.Case.MustTransfer);
        tale.Do(TakenBack(TransferStep.Returned));
        Assert.Equal((true, CaseTale.Transfer), (tale.Case.MustTransfer, tale.Case.Duty!.Transfer));
    }

    [Fact]
    public void News_of_another_transfer_changes_nothing() =>
        Assert.Empty(Filed().Decided(new NoteTransferTakenBack("YS-0000000009", TransferStep.Filed, IsWithPolice: false)));

    /// <summary>What a version before noted does not say where the case stood: it is looked into anew, as one that comes back.</summary>
    [Fact]
    public void A_case_that_was_filed_by_a_version_before_goes_back_to_the_investigation()
    {
        var tale = CaseTale.Reviewed().Do(Told(TransferStep.Opened));
        tale.Happened(new CrimeTransferNoted(tale.Now, CaseTale.Transfer, TransferStep.Filed));
        Assert.Null(tale.Case.BeforePolice);
        tale.After(3).Do(TakenBack(TransferStep.Filed));
        Assert.Equal((CaseStage.Investigation, true), (tale.Case.Stage, tale.Case.MustTransfer));
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.Decision));
        Assert.All(tale.Case.Pauses, pause => Assert.NotNull(pause.Pause.EndedAt));
    }

    private static CaseTale Filed() =>
        CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(Told(TransferStep.Opened)).Do(Told(TransferStep.Filed));

    private static NoteCrimeTransfer Told(TransferStep step) => new(CaseTale.Transfer, step);

    private static NoteTransferTakenBack TakenBack(TransferStep step, bool isWithPolice = false) =>
        new(CaseTale.Transfer, step, isWithPolice);
}
