using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>How the duty to transfer a case comes about, rests, comes again and ends (移送规定 第三条, 刑事诉讼法 第一百七十七条, 程序规定 第七十七条).</summary>
public sealed class TransferDutyTests
{
    /// <summary>移送规定 第三条、第十一条: whether it is a crime depends on what was sold and what is left; while nobody has said that of goods
    /// worth enough for one, nothing is penalised, and nothing spared.</summary>
    [Fact]
    public void Goods_worth_enough_for_a_crime_are_said_to_be_sold_or_unsold_before_a_penalty()
    {
        var paint = new GoodsLineReport("涂料", 1_000, "桶", new(150_00), ValuationBasis.MarkedPrice);
        var propose = new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds);
        var unsaid = new CrimeFiguresNotStated([CrimeFigure.SalesAmount, CrimeFigure.UnsoldValue]);
        var tale = CaseTale.Filed().Do(new AddGoodsLines([paint], null));
        Assert.Equal(unsaid.Figures, Assert.IsType<CrimeFiguresNotStated>(tale.Refused(propose)).Figures);
        Assert.IsType<CrimeFiguresNotStated>(CaseTale.Of().Do(new AddGoodsLines([paint], null))
            .Refused(new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: false, default, null, Some.Grounds)));

        // Goods that are found after the notice send the case back; what an earlier version let stand is refused at the decision.
        var told = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.IsType<CrimeFiguresNotStated>(Standing(told).Refused(CaseTale.Decision(20_000_00), CaseTale.Head));
        Assert.IsType<CrimeFiguresNotStated>(told.Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal).Refused(propose));
        var spared = CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.NoFault, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.IsType<CrimeFiguresNotStated>(
            Standing(spared).Refused(new DecideNoPenalty(NoPenaltyGround.NoFault, Some.Grounds, "教育"), CaseTale.Head));

        Assert.True(tale.Do(CaseTale.Figures(goods: 150_000_00, unsold: 150_000_00)).Case.MustTransfer);
        Assert.Null(CaseTale.Filed().Do(new AddGoodsLines([paint with { Quantity = 300 }], null)).Refused(propose));
        Assert.Null(CaseTale.Filed().Do(new AddGoodsLines([paint], null)).Do(CaseTale.Figures(goods: 150_000_00, sales: 10_000_00))
            .Refused(propose));

        CaseTale Standing(CaseTale tale) => tale.Decided(new AddGoodsLines([paint], null))
            .Where(happened => happened is not CaseReturnedForInvestigation).Aggregate(tale, static (one, happened) =>
                one.Happened(happened));
    }

    [Fact]
    public void What_the_head_refused_goes_on_administratively_until_something_is_found_anew()
    {
        var tale = Suspected().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Refused));
        Assert.Equal(
            (false, TransferDutyEnd.Refused, tale.Today), (tale.Case.MustTransfer, tale.Case.Duty!.End, tale.Case.Duty.AnsweredOn));
        Assert.Null(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head));

        // The same figures say nothing new; others that meet a threshold do, and the transfer is the one that was refused.
        tale.After(1).Do(CaseTale.Figures(sales: 50_000_00));
        Assert.False(tale.Case.MustTransfer);
        tale.Do(CaseTale.Figures(sales: 49_999_99));
        Assert.False(tale.Case.MustTransfer);
        tale.Do(CaseTale.Figures(sales: 50_000_01));
        Assert.Equal((true, null, CaseTale.Transfer, tale.Today),
            (tale.Case.MustTransfer, tale.Case.Duty!.End, tale.Case.Duty.Transfer, tale.Case.Duty.OpenedOn));
        Assert.NotNull(tale.Clock(CaseDeadlines.TransferOpening).DueAt);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.TransferOpening));
    }

    [Fact]
    public void A_refused_transfer_that_is_reported_anew_is_waited_for_again()
    {
        var tale = Suspected().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Refused))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        Assert.Equal((true, null), (tale.Case.MustTransfer, tale.Case.Duty!.End));
        Assert.Equal(CaseStage.Transferred, tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).Case.Stage);
    }

    [Fact]
    public void A_withdrawn_transfer_leaves_no_duty()
    {
        var tale = Suspected().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Withdrawn));
        Assert.Equal((false, TransferDutyEnd.Withdrawn), (tale.Case.MustTransfer, tale.Case.Duty!.End));
        tale.Do(CaseTale.Figures(sales: 60_000_00));
        Assert.Equal((true, null), (tale.Case.MustTransfer, tale.Case.Duty!.Transfer));
    }

    [Fact]
    public void A_duty_that_figures_opened_falls_with_them_when_they_are_corrected_below_every_threshold()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));

        // Lower figures that are recorded do not lift it, nor does a correction that still meets a threshold.
        tale.Do(CaseTale.Figures(sales: 10_000_00));
        Assert.True(tale.Case.MustTransfer);
        tale.Do(Corrected(50_000_01), CaseTale.Head);
        Assert.True(tale.Case.MustTransfer);
        tale.Do(Corrected(49_999_99), CaseTale.Head);
        Assert.Equal(
            (false, TransferDutyEnd.Lifted, Some.Grounds.Reason), (tale.Case.MustTransfer, tale.Case.Duty!.End, tale.Case.Duty.Because));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.TransferOpening));
        Assert.Null(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head));

        tale.After(1).Do(CaseTale.Figures(sales: 50_000_00));
        Assert.Equal((true, tale.Today), (tale.Case.MustTransfer, tale.Case.Duty!.OpenedOn));
        Assert.NotNull(tale.Clock(CaseDeadlines.TransferOpening).DueAt);
    }

    [Fact]
    public void What_the_police_hold_is_theirs_to_decide_though_a_correction_has_lifted_the_duty()
    {
        var tale = Suspected().Do(Corrected(10_000_00), CaseTale.Head);
        Assert.False(tale.Case.MustTransfer);
        Assert.Equal(CaseStage.Transferred, tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).Case.Stage);

        // Found anew meanwhile, the duty is met by the transfer that went on.
        var again = Suspected().Do(Corrected(10_000_00), CaseTale.Head).Do(CaseTale.Figures(sales: 60_000_00));
        Assert.Equal((true, CaseTale.Transfer), (again.Case.MustTransfer, again.Case.Duty!.Transfer));
        Assert.Null(again.Case.Clocks.Find(CaseDeadlines.TransferOpening));
    }

    [Fact]
    public void What_the_police_file_is_theirs_though_the_case_has_ended_without_a_penalty_meanwhile()
    {
        var withdrawn = Suspected().Do(Corrected(10_000_00), CaseTale.Head).Do(new WithdrawCase(Some.Grounds), CaseTale.Head);
        Assert.Equal(CaseStage.Withdrawn, withdrawn.Case.Stage);
        withdrawn.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal((CaseStage.Transferred, null), (withdrawn.Case.Stage, withdrawn.Case.End));
        withdrawn.After(30).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.NotProsecuted));
        Assert.Equal(CaseStage.Investigation, withdrawn.Case.Stage);

        var lead = CaseTale.Of().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(Corrected(10_000_00), CaseTale.Head).Do(new DecideNotToFile(Some.Grounds), CaseTale.Head);
        lead.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal(CaseStage.Transferred, lead.Case.Stage);

        // Nobody files again what was never theirs.
        var other = CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head);
        Assert.Empty(other.Decided(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)));
    }

    [Fact]
    public void More_of_the_same_offence_than_the_police_answered_on_opens_the_duty_anew()
    {
        var answered = Suspected().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.False(answered.Case.MustTransfer);
        answered.Do(CaseTale.Figures(sales: 49_000_00)).Do(CaseTale.Figures(sales: 50_000_00));
        Assert.False(answered.Case.MustTransfer);
        answered.After(1).Do(CaseTale.Figures(sales: 50_000_01));
        Assert.Equal(
            (true, answered.Today, null, null),
            (answered.Case.MustTransfer, answered.Case.Duty!.OpenedOn, answered.Case.Duty.Transfer, answered.Case.Duty.AnsweredFor));
        Assert.NotNull(answered.Clock(CaseDeadlines.TransferOpening).DueAt);

        // Answered before that was kept: more than what stood then is news.
        var before = Suspected().Happened(new CrimeTransferNoted(Some.TenOClock(Some.Today), CaseTale.Transfer, TransferStep.Returned));
        Assert.False(before.Do(CaseTale.Figures(sales: 40_000_00)).Case.MustTransfer);
        Assert.True(before.Do(CaseTale.Figures(sales: 60_000_00)).Case.MustTransfer);

        // Corrected upwards it is news as well.
        var corrected = Suspected().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.True(corrected.Do(Corrected(70_000_00), CaseTale.Head).Case.MustTransfer);
    }

    [Fact]
    public void A_duty_that_rests_on_a_suspicion_alone_is_not_lifted_by_figures()
    {
        var tale = CaseTale.Filed().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        tale.Do(CaseTale.Figures(sales: 2_00)).Do(Corrected(1_00), CaseTale.Head);
        Assert.True(tale.Case.MustTransfer);
    }

    [Theory]
    [InlineData(TransferStep.NotProsecuted)]
    [InlineData(TransferStep.Exempted)]
    public void What_is_not_punished_comes_back_for_an_administrative_decision(TransferStep step)
    {
        var tale = Filed().After(40).Do(new NoteCrimeTransfer(CaseTale.Transfer, step));
        Assert.Equal((CaseStage.Investigation, false), (tale.Case.Stage, tale.Case.MustTransfer));
        Assert.NotNull(tale.Case.Pauses[^1].Pause.EndedAt);
        Assert.Null(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void A_sentence_closes_the_case()
    {
        var tale = Filed().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Prosecuted));
        Assert.Equal(CaseStage.Transferred, tale.Case.Stage);
        tale.After(90).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged));
        Assert.Equal((CaseStage.Closed, CaseOutcome.Judged, tale.Today), (tale.Case.Stage, tale.Case.End!.Outcome, tale.Case.End.On));
        Assert.Empty(tale.Case.Clocks);
        var closed = tale.Journal.OfType<CaseClosed>().Single();
        Assert.Equal(Measure.CasesClosed, Assert.Single(Case.Concept.Tally(tale.Case, closed, tale.Case)).Measure);
    }

    [Fact]
    public void A_penalty_that_was_decided_before_is_carried_out_whatever_a_court_says()
    {
        var served =
            CaseTale.Served().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        served.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged));
        Assert.Equal(CaseStage.Execution, served.Case.Stage);
    }

    [Fact]
    public void The_law_of_the_day_on_which_the_act_ended_applies()
    {
        // Ten thousand labels: a crime since 26 April 2025, none before.
        Assert.False(Of(new DateOnly(2025, 4, 25)).Case.MustTransfer);
        Assert.True(Of(new DateOnly(2025, 4, 26)).Case.MustTransfer);
        Assert.True(Of(null).Case.MustTransfer);

        static CaseTale Of(DateOnly? actEndedOn) =>
            CaseTale.Of(ViolationKind.ForgedQualityMark, actEndedOn: actEndedOn).Do(CaseTale.Figures(labels: 10_000));
    }

    [Fact]
    public void A_case_is_compared_with_the_thresholds_of_its_classes()
    {
        var figures = CaseFigures.None with { Loss = 20_000_00 };
        var paint = CaseTale.Filed().Case;
        Assert.Empty(Case.CrimesSuspected(paint, figures, Some.Today));
        var fertiliser = paint with { Lead = paint.Lead with { ProductClasses = ["COATINGS", "FERTILISER"] } };
        Assert.Equal(Offence.InferiorFarmSupplies, Assert.Single(Case.CrimesSuspected(fertiliser, figures, Some.Today)).Offence);
    }

    private static CorrectCaseFigures Corrected(long sales) =>
        new(default, new(sales), default, default, default, default, 0, 0, [], Some.Grounds);

    private static CaseTale Suspected() =>
        CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));

    private static CaseTale Filed() => Suspected().Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));

    /// <summary>
    /// 移送规定 第三条, 行政处罚法 第二十七条、第三十五条: what was penalised goes to the police all the same when a crime is suspected; the case goes on
    /// until they have answered, and is counted as closed when it is closed anew.
    /// </summary>
    [Fact]
    public void A_crime_found_after_a_penalty_was_carried_out_is_transferred_from_the_closed_case()
    {
        var closed = CaseTale.Served();
        closed.Do(new ExecutePenalty(new(20_000_00), closed.Today, null)).Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
        closed.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        Assert.Equal((CaseStage.Execution, null, true), (closed.Case.Stage, closed.Case.End, closed.Case.MustTransfer));
        Assert.Equal(0, closed.Counted.Where(fact => fact.Measure is Measure.CasesClosed).Sum(fact => fact.Amount));
        Assert.IsType<CrimeTransferRequired>(closed.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));

        closed.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).Do(
            new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
        Assert.Equal(CaseStage.Closed, closed.Case.Stage);
        Assert.Equal(1, closed.Counted.Where(fact => fact.Measure is Measure.CasesClosed).Sum(fact => fact.Amount));

        var withdrawn = CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head);
        Assert.IsType<CaseNotInStage>(withdrawn.Refused(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)));
    }
}
