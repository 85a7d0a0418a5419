using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>The last day, the last 分 and the last word: what a case still owes, and where each rule begins and ends.</summary>
public sealed class CaseEdgeTests
{
    private static readonly DateTimeOffset Now = Some.TenOClock(Some.Today);

    private static readonly DecidingPerson By = DecidingPerson.Of(CaseTale.Head);

    [Fact]
    public void A_single_fen_that_is_unpaid_or_to_be_given_back_keeps_a_case_open()
    {
        var unpaid = CaseTale.Served();
        unpaid.Do(new ExecutePenalty(new(20_000_00 - 1), unpaid.Today, null));
        Assert.Equal([CaseTask.PenaltyUnpaid], unpaid.Case.OpenTasks);
        Assert.Empty(unpaid.Do(new ExecutePenalty(new(1), unpaid.Today, null)).Case.OpenTasks);

        var changed = Changed(20_000_00 - 1);
        Assert.Equal(1, changed.Case.Execution.ToRefund);
        Assert.Contains(CaseTask.RefundOwed, changed.Case.OpenTasks);
    }

    [Fact]
    public void A_waiver_beyond_what_has_accrued_pays_nothing_of_the_fine()
    {
        var served = CaseTale.Served().Case;
        Assert.Equal(20_000_00, served.Outstanding);
        Assert.Equal(20_000_00, (served with { Execution = served.Execution with { Waived = 5_00 } }).Outstanding);
        Assert.Equal(20_002_00, (served with { Execution = served.Execution with { Waived = 5_00, Surcharge = 7_00 } }).Outstanding);
    }

    /// <summary>行政处罚法 第七十二条.</summary>
    [Fact]
    public void All_that_has_accrued_can_be_waived_and_not_a_fen_more()
    {
        var late = CaseTale.Served();
        late.On(late.LastDay(CaseDeadlines.Payment).AddDays(1));
        late.Do(new ExecutePenalty(new(20_000_00), late.Today, null));
        Assert.IsType<SurchargeNotSoMuch>(late.Refused(new WaiveSurcharge(new(600_01), Some.Grounds), CaseTale.Head));
        Assert.Equal(0, late.Do(new WaiveSurcharge(new(600_00), Some.Grounds), CaseTale.Head).Case.Outstanding);
    }

    [Fact]
    public void What_a_case_waits_for_in_execution_is_due_with_the_first_of_what_it_owes()
    {
        var served = CaseTale.Served();
        Assert.Equal(served.Clock(CaseDeadlines.Payment).DueAt, served.Case.AwaitedBy);
        var changed = Changed(5_000_00);
        Assert.Equal(AwaitedStep.Execution, changed.Case.Awaits);
        Assert.Equal(changed.Clock(CaseDeadlines.PublicationWithdrawal).DueAt, changed.Case.AwaitedBy);
        changed.Do(new WithdrawPublication("处罚决定已变更"), CaseTale.Legal);
        Assert.Equal(changed.Clock(CaseDeadlines.Refund).DueAt, changed.Case.AwaitedBy);
    }

    [Fact]
    public void One_is_told_after_the_other_the_joined_case_first()
    {
        var joined = CaseTale.Filed().Case with { OwedToJoined = [new("AJ-0000000002", Now, Some.Grounds, By)] };
        var both = joined with { OwedToLicences = [new(Some.ProductionLicenceNumber, null, Now, "复决1")] };
        Assert.Equal([CaseDeadlines.JoinNotice], Owed(both));
        Assert.Equal([CaseDeadlines.LicenceNotice], Owed(both with { OwedToJoined = [] }));

        static IEnumerable<string> Owed(CaseState state) => CaseDeadlines.Of(state).Select(open => open.Kind)
            .Where(kind => kind is CaseDeadlines.JoinNotice or CaseDeadlines.LicenceNotice);
    }

    [Fact]
    public void More_is_found_where_any_one_amount_number_or_circumstance_is_greater()
    {
        var known = new CaseFigures(5, 5, 5, 5, 5, 5, 5, 5, [GraveCircumstance.RepeatedWithinTwoYears], 5);
        Assert.False(known.SayMoreThan(known));
        (CaseFigures More, CaseFigures Less)[] others =
        [
            (known with { GoodsValue = 6 }, known with { GoodsValue = 4 }),
            (known with { SalesAmount = 6 }, known with { SalesAmount = 4 }),
            (known with { UnsoldValue = 6 }, known with { UnsoldValue = 4 }),
            (known with { IllegalGains = 6 }, known with { IllegalGains = 4 }),
            (known with { BusinessAmount = 6 }, known with { BusinessAmount = 4 }),
            (known with { Loss = 6 }, known with { Loss = 4 }),
            (known with { LabelPieces = 6 }, known with { LabelPieces = 4 }),
            (known with { Marks = 6 }, known with { Marks = 4 }),
            (known with { Patents = 6 }, known with { Patents = null }),
            (known with { Circumstances = [.. Enum.GetValues<GraveCircumstance>()] }, known with { Circumstances = [] }),
        ];
        Assert.All(others, other =>
        {
            Assert.True(other.More.SayMoreThan(known));
            Assert.False(other.Less.SayMoreThan(known));
        });
        Assert.True((known with { Patents = 1 }).SayMoreThan(known with { Patents = null }));
        Assert.False((known with { Patents = 0 }).SayMoreThan(known with { Patents = null }));
    }

    /// <summary>听证办法 第五条, in force since 15 July 2021.</summary>
    [Fact]
    public void The_thresholds_of_hearings_are_those_of_the_measures_of_2021() => Assert.Equal(
        [(true, 10_000_00L, new DateOnly(2021, 7, 15), null), (false, 100_000_00L, new DateOnly(2021, 7, 15), (DateOnly?)null)],
        HearingThreshold.All.Select(row => (row.OfNaturalPersons, row.AtLeast, row.ValidFrom, row.ValidTo)));

    /// <summary>听证办法 第十九条: what is published on the day of the hearing itself tells nobody in time.</summary>
    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "publishedOn")]
    [InlineData(1, "publishedOn")]
    public void A_hearing_is_published_before_its_day(int days, string? field)
    {
        var day = new DateOnly(2026, 3, 31);
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(new HearingNotAnnounced(null), tale.Refused(new PublishHearing(tale.Today, "本局网站"), CaseTale.Legal));
        tale.Do(new AnnounceHearing(day, "听通1", IsPublic: true), CaseTale.Legal).On(day.AddDays(2));
        Assert.Equal(field, Field(tale.Refused(new PublishHearing(day.AddDays(days), "本局网站"), CaseTale.Legal)));
    }

    /// <summary>Who waived and asks for a hearing after all, while that is open, has the review after the hearing.</summary>
    [Fact]
    public void What_was_reviewed_before_a_hearing_was_asked_for_is_reviewed_again()
    {
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.Equal((CaseStage.LegalReview, "legal"), (tale.Case.Stage, tale.Case.ReviewedBy));
        tale.After(1).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal((CaseStage.Hearing, null), (tale.Case.Stage, tale.Case.ReviewedBy));
        Assert.Equal(ShanghaiTime.StartOf(tale.Today), tale.Clock(CaseDeadlines.HearingChair).Clock.StartedAt);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.LegalReview));
    }

    /// <summary>What was asked for in time and is entered later begins the term of its own day.</summary>
    [Fact]
    public void A_hearing_is_asked_for_on_the_day_on_which_the_party_did()
    {
        var tale = CaseTale.Notified(200_000_00);
        var asked = tale.Today.AddDays(2);
        tale.After(20).ClockRuns();
        Assert.Equal(CaseStage.LegalReview, tale.Case.Stage);
        tale.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1") { On = asked });
        Assert.Equal(CaseStage.Hearing, tale.Case.Stage);
        Assert.Equal(ShanghaiTime.StartOf(asked), tale.Clock(CaseDeadlines.HearingChair).Clock.StartedAt);
    }

    /// <summary>听证办法: what is not heard in public any more need not be published.</summary>
    [Fact]
    public void A_hearing_that_is_closed_after_all_is_not_published()
    {
        var day = new DateOnly(2026, 3, 31);
        var tale = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(new AnnounceHearing(day, "听通1", IsPublic: true), CaseTale.Legal);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.HearingPublication));
        tale.Do(new AnnounceHearing(day, "听通2", IsPublic: false), CaseTale.Legal);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.HearingPublication));
    }

    /// <summary>行政处罚法 第五十二条: a penalty on the spot is reported after it was imposed.</summary>
    [Theory]
    [InlineData(-1, "reportedOn")]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(3, "reportedOn")]
    public void A_penalty_on_the_spot_is_reported_between_its_day_and_today(int days, string? field)
    {
        var tale = CaseTale.Of(kind: PartyKind.Person);
        tale.Do(new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: false, default, null, Some.Grounds)).After(2);
        Assert.Equal(field, Field(tale.Refused(new ReportSpotPenalty(Some.Today.AddDays(days)))));
    }

    [Fact]
    public void A_payment_that_is_put_right_after_a_challenge_is_given_back_to_the_fen()
    {
        var changed = Changed(5_000_00);
        Assert.Equal(15_000_00, changed.Case.Execution.ToRefund);
        changed.Do(new CorrectPayment(1, new(18_000_00), Some.Today, Some.Grounds), CaseTale.Head);
        Assert.Equal((18_000_00, 13_000_00), (changed.Case.Execution.Paid, changed.Case.Execution.ToRefund));
        changed.Do(new CorrectPayment(1, new(4_000_00), Some.Today, Some.Grounds), CaseTale.Head);
        Assert.Equal((0, 1_000_00), (changed.Case.Execution.ToRefund, changed.Case.Outstanding));
    }

    [Fact]
    public void Further_kinds_of_violation_are_each_named_once_and_never_the_main_one()
    {
        var lead = new RecordLead(
            "某厂案", ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, Some.Today, "监督检查发现", null, null, Some.CreditCode,
            PartyKind.Enterprise, "某厂", null, ["COATINGS"], null, false,
            [ViolationKind.ForgedNameOrAddress, ViolationKind.ForgedNameOrAddress, ViolationKind.AdulterationOrSubstandard]);
        Assert.Equal([ViolationKind.ForgedNameOrAddress], new CaseTale().Do(lead).Case.Lead.OtherViolations);
    }

    /// <summary>移送规定: once a year is asked how a transferred case stands; an answer has a day and says something.</summary>
    [Theory]
    [InlineData(-1, "审查起诉中", "askedOn")]
    [InlineData(0, "审查起诉中", null)]
    [InlineData(3, "审查起诉中", null)]
    [InlineData(4, "审查起诉中", "askedOn")]
    [InlineData(0, " ", "answer")]
    public void An_inquiry_with_the_police_is_of_a_day_since_they_have_the_case(int days, string answer, string? field)
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(3);
        Assert.Equal(field, Field(tale.Refused(new RecordTransferInquiry(Some.Today.AddDays(days), answer))));
    }

    /// <summary>程序规定 第七十七条: fifteen working days from a Wednesday, 11 March, end on Wednesday, 1 April.</summary>
    [Fact]
    public void The_closing_form_is_owed_from_the_day_of_the_judgment()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).On(new DateOnly(2026, 3, 11));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged));
        Assert.Equal(new DateOnly(2026, 4, 1), tale.LastDay(CaseDeadlines.Closing));
    }

    [Fact]
    public void Extensions_of_two_measures_wait_side_by_side_and_one_of_the_case_names_no_measure()
    {
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);
        var tale = CaseTale.Filed().Do(seize).Do(seize)
            .Propose(new ExtendCaseClock(CaseClock.Seizure, 1, 30, Some.Grounds), CaseTale.Head)
            .Propose(new ExtendCaseClock(CaseClock.Seizure, 2, 30, Some.Grounds), CaseTale.Head);
        Assert.Equal(2, tale.Case.Approvals.Count(one => one.IsPending));
        Assert.IsType<Grains.Approvals.ApprovalPending>(
            tale.ProposalRefused(new ExtendCaseClock(CaseClock.Seizure, 2, 20, Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void Lines_that_are_added_to_a_measure_are_that_measure_s_alone()
    {
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);
        var paint = new GoodsLineReport("涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);
        var tale = CaseTale.Filed().Do(seize).Do(seize).Do(new AddGoodsLines([paint], 2)).Do(new AddGoodsLines([paint], null));
        Assert.Equal([[], [1]], tale.Case.Seizures.Select(one => one.Lines.ToArray()));
    }

    /// <summary>行政强制法 第二十四条: the list is made when the goods are taken; what it lacked is put right by the head of the section.</summary>
    [Fact]
    public void Nothing_is_added_to_the_list_of_a_measure_that_has_ended()
    {
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);
        var paint = new GoodsLineReport("涂料", 1, "桶", new(180_00), ValuationBasis.MarkedPrice);
        var tale = CaseTale.Filed().Do(seize).Do(new AddGoodsLines([paint], 1))
            .Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader);
        Assert.Equal(new NoSuchItem("seizure", 1), tale.After(3).Refused(new AddGoodsLines([paint], 1)));
        Assert.Null(tale.Refused(new AddGoodsLines([paint], null)));
    }

    [Fact]
    public void Who_tests_what_and_by_which_order_is_kept_without_the_spaces_around_it()
    {
        var tale = CaseTale.Filed().Do(new OrderTest(" 市质检所 ", " 涂料 ", " 委1 ", null, null));
        Assert.Equal(("市质检所", "涂料"), (tale.Case.Tests[0].Laboratory, tale.Case.Tests[0].Sample));
        Assert.Equal("委1", tale.Case.Pauses[0].Pause.Document);
    }

    /// <summary>行政强制法 第四十条.</summary>
    [Fact]
    public void What_the_court_ends_has_ended_on_its_day_and_what_it_enforces_has_not()
    {
        Assert.Equal(new DateOnly(2026, 9, 3), Answered(CourtResult.Ended).Execution.EndedOn);
        Assert.Null(Answered(CourtResult.Enforced).Execution.EndedOn);
        Assert.Null(Answered(CourtResult.Refused).Execution.EndedOn);
        Assert.Equal(CourtResult.Ended, Answered(CourtResult.Ended).Execution.Result);

        static CaseState Answered(CourtResult result)
        {
            var tale = CaseTale.Served().On(new DateOnly(2026, 8, 3)).Do(new UrgePayment("催1")).On(new DateOnly(2026, 9, 3)).ClockRuns()
                .Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head);
            return tale.Do(new RecordEnforcementResult(result, tale.Today, "行审1")).Case;
        }
    }

    [Fact]
    public void A_party_that_is_corrected_into_what_it_is_already_changes_nothing()
    {
        var tale = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, "张某", null, "青浦区"));
        Assert.Empty(tale.Decided(new CorrectCaseParty(2, PartyKind.Person, " 张某 ", null, " 青浦区 ", Some.Grounds), CaseTale.Head));
        Assert.Single(tale.Decided(new CorrectCaseParty(2, PartyKind.Person, "张某", null, "松江区", Some.Grounds), CaseTale.Head));
    }

    /// <summary>A code that fails its check is the mistake of whoever typed it, where nobody is registered under it.</summary>
    [Fact]
    public void Whom_a_follow_up_warns_under_a_mistyped_code_is_said_to_be_mistyped()
    {
        const string Mistyped = "91310118631656145G";
        var now = CaseTale.Decided().Circumstances.WithLists(unregistered: Mistyped);
        var refused = Case.Concept.Decided(
            CaseTale.Decided().Case, new RecordCaseFollowUp("规范出厂检验", [Some.OtherCreditCode, Mistyped]), now).Refusal;
        Assert.Equal("warned[1]", Field(refused));
        Assert.Contains("第18位应为“F”", refused!.Message.Chinese, StringComparison.Ordinal);
    }

    /// <summary>刑诉法 第一百七十七条: the term of the new decision begins with the outcome and waits for the police.</summary>
    [Fact]
    public void A_decision_that_is_to_be_made_anew_while_the_police_have_the_case_has_a_term_from_the_outcome()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        tale.Do(new CorrectCaseFigures(new(0), new(10_000_00), new(0), new(0), new(0), new(0), 0, 0, [], Some.Grounds), CaseTale.Head);
        tale.Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new DecideNoPenalty(NoPenaltyGround.NotProven, Some.Grounds), CaseTale.Head);
        tale.Do(new ServeDecision(tale.Today, null))
            .Do(new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        tale.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).After(9);
        tale.Do(Outcome(ChallengeOutcome.AnnulledAnew, tale.Today), CaseTale.Legal);
        Assert.Equal(ShanghaiTime.StartOf(tale.Today), tale.Clock(CaseDeadlines.Decision).Clock.StartedAt);
        Assert.Empty(tale.Case.DecisionExtensions);
    }

    private static CaseTale Paid()
    {
        var served = CaseTale.Served();
        return served.Do(new PublishDecision(served.Today, "公示系统")).Do(new ExecutePenalty(new(20_000_00), served.Today, null))
            .Do(new RecordChallenge(ChallengeKind.Reconsideration, served.Today, "青浦区人民政府", "青府复〔2026〕1号"), CaseTale.Legal)
            .After(10);
    }

    private static CaseTale Changed(long fine) =>
        Paid().Do(Outcome(ChallengeOutcome.Changed, Some.Today.AddDays(10)) with { Fine = new(fine) }, CaseTale.Legal);

    private static RecordChallengeOutcome Outcome(ChallengeOutcome outcome, DateOnly on) =>
        new(outcome, on, "复决1", default, default, default, []);

    private static string? Field(Refusal? refusal) => (refusal as InvalidInput)?.Field;

    [Theory]
    [InlineData(0, "limitedUntil")]
    [InlineData(-28_000, "limitedUntil")]
    [InlineData(1, null)]
    public void A_limit_that_is_published_ends_after_the_publication(int days, string? field)
    {
        var served = CaseTale.Served();
        Assert.Equal(field, (served.Refused(
            new PublishDecision(served.Today, "公示系统", LimitedUntil: served.Today.AddDays(days))) as InvalidInput)?.Field);
    }

    /// <summary>What cannot be is refused; what is odd is not: more may be taken than was sold for, such as for a service.</summary>
    [Theory]
    [InlineData(10, 11, 0, "unsoldValueCny")]
    [InlineData(10, 10, 0, null)]
    [InlineData(0, 11, 0, null)] // what the goods are worth is not known
    [InlineData(10, 0, 20, null)]
    public void What_is_unsold_is_part_of_what_the_goods_are_worth(long goods, long unsold, long gains, string? field) => Assert.Equal(
        field,
        (CaseTale.Filed().Refused(CaseTale.Figures(goods: goods * 100, unsold: unsold * 100, gains: gains * 100)) as InvalidInput)?.Field);
}
