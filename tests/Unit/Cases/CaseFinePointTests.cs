using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Where a rule of a case ends: what is asked of a step beside its main rule, and what else is left as it is.</summary>
public sealed class CaseFinePointTests
{
    private static readonly Grounds Blank = Some.Grounds with { Reason = " " };

    private static readonly ExtendCaseClock Extension = new(CaseClock.Decision, null, 30, Some.Grounds);

    /// <summary>行政强制法 第四十条: what was never served cannot be closed as carried out, though somebody paid.</summary>
    /// <summary>行政强制法 第二十七条: what a decision confiscates is taken at once; of more than that no officer decides alone.</summary>
    [Theory]
    [InlineData(18_000_00, true)]
    [InlineData(17_999_99, false)]
    public void Goods_worth_more_than_the_decision_confiscates_are_taken_when_the_head_approves(long confiscated, bool isAtOnce)
    {
        var paint = new GoodsLineReport("涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);
        var tale = CaseTale.Filed().Do(new AddGoodsLines([paint], null))
            .Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds, Lines: [1]))
            .Do(new ProposePenalty(new(20_000_00), default, new(18_000_00), [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(20_000_00), "一般", default, new(confiscated), [], Some.Grounds), CaseTale.Head);
        tale.Do(new ServeDecision(tale.Today, null)).Propose(new EndSeizure(1, SeizureOutcome.Confiscated, Some.Grounds));
        Assert.Equal(isAtOnce ? SeizureOutcome.Confiscated : null, tale.Case.Seizures[0].Outcome);
        Assert.Equal(isAtOnce ? 0 : 1, tale.Case.Approvals.Count(one => one.IsPending));
    }

    [Fact]
    public void What_was_paid_by_whoever_was_never_served_is_closed_with_execution_ended()
    {
        var paid = CaseTale.Decided().Do(new EndExecution(Some.Grounds, ExecutionEndGround.OrganisationEnded), CaseTale.Head);
        paid.Do(new ExecutePenalty(new(20_000_00), paid.Today, null));
        Assert.Equal("outcome", Field(paid.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head)));
        Assert.Equal(CaseStage.Closed, paid.Do(new CloseCase(CaseOutcome.ExecutionEnded, Some.Grounds), CaseTale.Head).Case.Stage);
    }

    [Fact]
    public void A_case_is_closed_for_a_reason()
    {
        var paid = CaseTale.Served();
        paid.Do(new ExecutePenalty(new(20_000_00), paid.Today, null));
        Assert.Equal("reason", Field(paid.Refused(new CloseCase(CaseOutcome.Executed, Blank), CaseTale.Head)));
        Assert.Null(paid.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));
    }

    /// <summary>行政处罚法 第七十一条.</summary>
    [Theory]
    [InlineData(-1, "handedInOn")]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(3, "handedInOn")]
    public void Cash_is_handed_in_between_the_day_it_was_collected_and_today(int days, string? field)
    {
        var tale = CaseTale.Of(kind: PartyKind.Person);
        tale.Do(new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: false, new(100_00), "票1", Some.Grounds)).After(2);
        Assert.Equal(field, Field(tale.Refused(new HandInCash(Some.Today.AddDays(days), "缴1"))));
    }

    /// <summary>公示规定 第二条: no term for it begins that would have to be ended.</summary>
    [Fact]
    public void A_warning_on_the_spot_never_owed_a_publication()
    {
        var warned = CaseTale.Of(kind: PartyKind.Person)
            .Do(new PenaliseOnTheSpot(["officer", "second"], default, Warns: true, default, null, Some.Grounds));
        Assert.Null(warned.Case.Clocks.Find(CaseDeadlines.Publication));
        Assert.Empty(warned.Journal.OfType<PublicationNotOwed>());
    }

    [Theory]
    [InlineData(-1, "until")]
    [InlineData(0, null)]
    [InlineData(3650, null)]
    [InlineData(3651, "until")]
    public void An_order_to_correct_gives_ten_years_at_most(int days, string? field) => Assert.Equal(
        field, Field(CaseTale.Filed().Refused(new OrderCorrection("停止销售不合格涂料", Some.Today.AddDays(days), Some.Grounds))));

    [Fact]
    public void What_is_found_of_an_order_to_correct_is_said()
    {
        var tale = CaseTale.Filed().Do(new OrderCorrection("停止销售不合格涂料", Some.Today.AddDays(10), Some.Grounds));
        Assert.Equal("finding", Field(tale.Refused(new RecordCorrection(1, true, " "))));
        Assert.Null(tale.Refused(new RecordCorrection(1, true, "已停止销售")));
    }

    /// <summary>听证办法 第二十八条.</summary>
    [Fact]
    public void The_report_of_a_hearing_says_something_and_is_of_a_day_since_the_hearing()
    {
        var heard = CaseTale.Notified(200_000_00).Heard();
        var day = heard.Today;
        heard.After(1);
        Assert.Equal("report", Field(heard.Refused(new RecordHearingReport(" ", day), CaseTale.Legal)));
        Assert.Equal("reportedOn", Field(heard.Refused(new RecordHearingReport("听报1", day.AddDays(-1)), CaseTale.Legal)));
        Assert.Null(heard.Refused(new RecordHearingReport("听报1", day), CaseTale.Legal));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void So_many_patents_are_concerned_or_none(int patents, bool isTaken) => Assert.Equal(
        isTaken, CaseTale.Filed().Refused(CaseTale.Figures(goods: 5) with { Patents = patents }) is null);

    [Theory]
    [InlineData("+8621-59880000", null)]
    [InlineData("021/59880000", "telephone")]
    public void A_telephone_number_may_begin_with_the_code_of_a_country(string telephone, string? field) =>
        Assert.Equal(field, Field(CaseTale.Filed().Refused(new RecordPartyParticulars(1, null, telephone, null))));

    /// <summary>What is proposed of a term waits on when the proposed penalty goes back to investigation.</summary>
    [Fact]
    public void Only_a_decision_that_waits_lapses_when_the_case_goes_back_to_investigation()
    {
        var tale = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Propose(Extension)
            .Propose(CaseTale.Decision(20_000_00), CaseTale.Head).Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal);
        Assert.Equal([null, ApprovalOutcome.Lapsed], tale.Case.Approvals.Select(one => one.Outcome));
    }

    /// <summary>A decision that the head returned was answered; that it was stays to be seen.</summary>
    [Fact]
    public void A_proposal_that_was_answered_keeps_its_answer_when_the_case_goes_back_to_investigation()
    {
        var tale = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Propose(CaseTale.Decision(20_000_00), CaseTale.Head).Propose(new ReturnCaseStep(1, "裁量说明不足"), CaseTale.Leader);
        var answered = Assert.Single(tale.Case.Approvals).Outcome;
        Assert.NotNull(answered);
        tale.Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal);
        Assert.Equal(answered, Assert.Single(tale.Case.Approvals).Outcome);
    }

    /// <summary>行政处罚法 第四十三条、第五十七条: what the heads concluded carries the decision, and nothing else.</summary>
    [Fact]
    public void A_deliberation_that_is_void_takes_the_decision_with_it_and_no_other_proposal()
    {
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated()
            .Propose(Extension).Propose(CaseTale.Decision(200_000_00));
        tale.Do(new AskRecusal("leader", Some.Grounds, MinutesNumber: "集9"), new Actor("deputy", Roles.Leader, null, null, Guid.Empty));
        Assert.Null(tale.Case.Deliberation);
        Assert.Equal([null, ApprovalOutcome.Lapsed], tale.Case.Approvals.Select(one => one.Outcome));
    }

    /// <summary>The figures that the police answer on are those of their answer; what the prosecutors do is no answer of theirs.</summary>
    [Fact]
    public void That_the_suspects_are_prosecuted_says_nothing_of_the_figures()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        Assert.Null(Noted(TransferStep.Opened).Figures);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        Assert.Equal(50_000_00, Noted(TransferStep.Filed).Figures!.SalesAmount);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Null(Noted(TransferStep.Prosecuted).Figures);

        CrimeTransferNoted Noted(TransferStep step) =>
            tale.Decided(new NoteCrimeTransfer(CaseTale.Transfer, step)).OfType<CrimeTransferNoted>().Single();
    }

    /// <summary>行政强制法 第二十七条: a fine takes no goods.</summary>
    [Fact]
    public void Goods_are_not_confiscated_by_a_decision_that_only_fines()
    {
        var fined = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        fined.Do(new NotifyRights(fined.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(20_000_00), CaseTale.Head).Do(new ServeDecision(fined.Today, null));
        Assert.Equal("outcome", Field(fined.ProposalRefused(new EndSeizure(1, SeizureOutcome.Confiscated, Some.Grounds))));
        Assert.Null(fined.ProposalRefused(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)));
    }

    /// <summary>行政强制法 第十九条: approved in time and entered late, it holds its goods still, unless another took them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_measure_that_was_lifted_wrongly_holds_what_no_other_holds_by_then(bool isTaken)
    {
        var paint = new GoodsLineReport("涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);
        var seize = new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, Lines: [1]);
        var tale = CaseTale.Filed().Do(new AddGoodsLines([paint], null)).Propose(seize with { OnTheSpot = true });
        var approve = new ApproveCaseStep(1, "同意") { On = tale.Today };
        tale.After(3).ClockRuns();
        Assert.Equal(SeizureOutcome.NotApproved, tale.Case.Seizures[0].Outcome);
        if (isTaken)
        {
            tale.Do(seize);
            Assert.Equal(2, Assert.IsType<GoodsLineTaken>(tale.ProposalRefused(approve, CaseTale.Leader)).Seizure);
        }
        else
        {
            Assert.Null(tale.Propose(approve, CaseTale.Leader).Case.Seizures[0].EndedOn);
        }
    }

    /// <summary>行政处罚法 第三十七条.</summary>
    [Fact]
    public void The_articles_of_a_decision_are_those_of_the_day_of_the_act()
    {
        var tale = CaseTale.Of(ViolationKind.ForgedNameOrAddress, on: new(2027, 1, 15), actEndedOn: new(2026, 12, 31))
            .Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head).Do(CaseTale.Figures(marks: 1))
            .Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(20_000_00), CaseTale.Head);
        Assert.Equal("产品质量法 第五十三条；商标法 第五十七条、第六十条", tale.Case.Decision!.Law!.Articles);
    }

    private static string? Field(Refusal? refusal) => (refusal as InvalidInput)?.Field;
}
