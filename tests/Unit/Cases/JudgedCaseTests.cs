using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>A judgment ends a case when nothing is left to do here, and not before (程序规定 第七十七条, 行政强制法 第二十八条).</summary>
public sealed class JudgedCaseTests
{
    [Fact]
    public void A_case_that_holds_goods_stays_open_after_the_judgment_until_they_are_dealt_with()
    {
        var tale = Judged();
        Assert.Equal((CaseStage.Transferred, AwaitedStep.Execution, null), (tale.Case.Stage, tale.Case.Awaits, tale.Case.End));
        Assert.Equal([CaseTask.GoodsHeld], tale.Case.OpenTasks);
        Assert.Equal(new DateOnly(2026, 3, 27), tale.LastDay(CaseDeadlines.Closing)); // fifteen working days after the judgment of 6 March
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.JudgmentInquiry));
        Assert.IsType<CaseNotInStage>(tale.Refused(new RecordTransferInquiry(tale.Today, "已判决")));
        Assert.Empty(tale.Decided(Told(TransferStep.Judged)));

        tale.After(2).Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader);
        Assert.Equal((CaseStage.Closed, CaseOutcome.Judged, tale.Today), (tale.Case.Stage, tale.Case.End!.Outcome, tale.Case.End.On));
        Assert.Empty(tale.Case.Clocks);
        Assert.Single(tale.Counted, fact => fact.Measure is Measure.CasesClosed);
    }

    [Fact]
    public void The_closing_form_of_a_judged_case_is_owed_like_any()
    {
        var tale = Judged();
        tale.On(tale.LastDay(CaseDeadlines.Closing)).ClockRuns();
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Closing);
        tale.After(1).ClockRuns();
        Assert.Single(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Closing);
        Assert.False(Case.Concept.IsStuck(tale.Case));
    }

    [Fact]
    public void The_goods_of_a_judged_case_are_handed_over_at_once_and_confiscated_by_the_judgment_with_the_heads_leave()
    {
        var handed = Judged().Propose(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds));
        Assert.Equal((CaseStage.Closed, SeizureOutcome.HandedOver), (handed.Case.Stage, handed.Case.Seizures[0].Outcome));

        var confiscate = new EndSeizure(1, SeizureOutcome.Confiscated, Some.Grounds);
        Assert.Equal(
            "documentNumber",
            Assert.IsType<InvalidInput>(Judged().Refused(confiscate with { Grounds = Some.Grounds with { DocumentNumber = " " } })).Field);
        var confiscated = Judged().Propose(confiscate);
        Assert.Equal(CaseStage.Transferred, confiscated.Case.Stage);
        Assert.Single(confiscated.Case.Approvals, one => one.IsPending);
        Assert.Equal(CaseStage.Closed, Judged().Do(confiscate, CaseTale.Leader).Case.Stage);
    }

    /// <summary>行政强制法 第二十一条、第二十七条: the goods follow the judgment and the police, who come after the filing; what is given back
    /// follows the measure alone.</summary>
    [Fact]
    public void Goods_are_not_handed_over_before_the_filing_nor_confiscated_before_the_judgment()
    {
        var filedOn = Judged().Case.FiledOn!.Value;
        Assert.Equal("on", FieldRefused(SeizureOutcome.HandedOver, filedOn.AddDays(-1)));
        Assert.Equal("on", FieldRefused(SeizureOutcome.Confiscated, filedOn.AddDays(-1)));
        Assert.Equal("on", FieldRefused(SeizureOutcome.Confiscated, Judged().Case.JudgedOn!.Value.AddDays(-1)));
        Assert.Null(FieldRefused(SeizureOutcome.HandedOver, filedOn.AddDays(1)));
        Assert.Null(FieldRefused(SeizureOutcome.Confiscated, Judged().Case.JudgedOn!.Value));

        static string? FieldRefused(SeizureOutcome outcome, DateOnly on)
        {
            var ends = new EndSeizure(1, outcome, Some.Grounds) { On = on };
            return (Judged().After(3).Refused(ends, CaseTale.Leader) as InvalidInput)?.Field;
        }
    }

    /// <summary>As the version before closed it: the goods are still held, which the self-check finds, and can be handed over.</summary>
    [Fact]
    public void What_an_earlier_version_closed_with_goods_held_is_dealt_with_still()
    {
        var tale = WithPolice();
        tale.Happened(new CrimeTransferNoted(tale.Now, CaseTale.Transfer, TransferStep.Judged))
            .Happened(new CaseClosed(tale.Today, CaseOutcome.Judged, Some.Grounds));
        Assert.Contains(CaseTask.GoodsHeld, tale.Case.OpenTasks);
        tale.Propose(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds));
        Assert.Equal((CaseStage.Closed, SeizureOutcome.HandedOver), (tale.Case.Stage, tale.Case.Seizures[0].Outcome));
    }

    /// <summary>The police took the sample, or it was spoilt: a result will never come, and it holds nothing of anybody's.</summary>
    [Fact]
    public void A_test_that_was_never_made_keeps_no_judged_case_open()
    {
        var test = new OrderTest("市质检院", "涂料", "委1", null, null);
        var tale = CaseTale.Filed().Do(test).Do(CaseTale.Figures(sales: 50_000_00)).Do(Told(TransferStep.Opened))
            .Do(Told(TransferStep.Filed)).Do(Told(TransferStep.Judged));
        Assert.Equal((CaseStage.Closed, CaseOutcome.Judged), (tale.Case.Stage, tale.Case.End!.Outcome));

        var held = WithSeizure().Do(test).Do(Told(TransferStep.Filed)).Do(Told(TransferStep.Judged));
        Assert.Equal([CaseTask.GoodsHeld], Assert.Single(held.Journal.OfType<JudgmentReceived>()).Tasks);
        held.Propose(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds));
        Assert.Equal(CaseStage.Closed, held.Case.Stage);
    }

    /// <summary>Of what a judgment closed there is no penalty of ours on which anything is paid.</summary>
    [Fact]
    public void Nothing_is_paid_on_a_case_that_a_judgment_closed_without_a_penalty()
    {
        var closed = Judged().Propose(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds));
        Assert.Equal((CaseStage.Closed, null), (closed.Case.Stage, closed.Case.Decision));
        Assert.Equal(new CaseNotInStage(CaseStage.Closed), closed.Refused(new ExecutePenalty(new(100_00), closed.Today, null)));
    }

    [Fact]
    public void What_was_ordered_to_be_put_right_is_looked_at_after_the_judgment_too()
    {
        var tale = CaseTale.Filed();
        tale.Do(new OrderCorrection("改正标识", tale.Today.AddDays(10), Some.Grounds)).Do(CaseTale.Figures(sales: 50_000_00))
            .Do(Told(TransferStep.Opened)).Do(Told(TransferStep.Filed)).Do(Told(TransferStep.Judged));
        Assert.Equal([CaseTask.CorrectionUnchecked], tale.Case.HeldTasks);
        Assert.True(tale.Case.IsOpen);
        tale.Do(new RecordCorrection(1, IsDone: true, "已改正"));
        Assert.Equal((CaseStage.Closed, CaseOutcome.Judged), (tale.Case.Stage, tale.Case.End!.Outcome));
    }

    [Fact]
    public void What_the_court_did_not_punish_after_all_comes_back()
    {
        var tale = Judged().After(1).Do(Told(TransferStep.Exempted));
        Assert.Equal((CaseStage.Investigation, null), (tale.Case.Stage, tale.Case.JudgedOn));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.Closing));
    }

    /// <summary>A case that the police filed before it was asked for once a year: whatever happens next begins that.</summary>
    [Fact]
    public void The_yearly_inquiry_begins_with_the_next_step_where_there_was_none()
    {
        var tale = WithSeizure().Happened(new CrimeTransferNoted(Some.TenOClock(Some.Today), CaseTale.Transfer, TransferStep.Filed));
        Assert.True(Case.Concept.IsStuck(tale.Case));
        tale.Do(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds));
        Assert.Equal(AwaitedStep.Judgment, tale.Case.Awaits);
        Assert.False(Case.Concept.IsStuck(tale.Case));
        Assert.Single(tale.Journal.OfType<JudgmentAwaited>());
    }

    /// <summary>What is found while the police have the case is theirs to judge too.</summary>
    [Fact]
    public void What_is_found_meanwhile_asks_for_no_second_transfer()
    {
        var tale = WithPolice().Do(CaseTale.Figures(sales: 500_000_00));
        Assert.False(tale.Case.MustTransfer);
        Assert.Equal(CaseStage.Transferred, tale.Case.Stage);
    }

    private static NoteCrimeTransfer Told(TransferStep step) => new(CaseTale.Transfer, step);

    private static CaseTale WithSeizure() => CaseTale.Filed()
        .Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
        .Do(CaseTale.Figures(sales: 50_000_00)).Do(Told(TransferStep.Opened));

    private static CaseTale WithPolice() => WithSeizure().Do(Told(TransferStep.Filed));

    private static CaseTale Judged() => WithPolice().On(new DateOnly(2026, 3, 6)).Do(Told(TransferStep.Judged));
}
