using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>How a case ends otherwise than with an ordinary penalty, and what is ordered within it.</summary>
public sealed class CaseEndsTests
{
    private static readonly DecideNoPenalty NoPenalty = new(NoPenaltyGround.FirstViolation, Some.Grounds, "对负责人进行了批评教育");
    private static readonly PenaliseOnTheSpot Spot = new(["officer", "second"], new(200_00), Warns: false, default, null, Some.Grounds);

    /// <summary>行政强制法 第二十八条: what was taken of a lead goes back before it is decided that the lead makes no case.</summary>
    [Fact]
    public void No_lead_ends_while_goods_of_it_are_held()
    {
        var lead = CaseTale.Of().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds), CaseTale.Head);
        var refused = Assert.IsType<CaseHasOpenTasks>(lead.Refused(new DecideNotToFile(Some.Grounds), CaseTale.Head));
        Assert.Equal([CaseTask.GoodsHeld], refused.Tasks);
        lead.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Head);
        Assert.Null(lead.Refused(new DecideNotToFile(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void A_test_that_was_never_made_keeps_no_lead_open()
    {
        var lead = CaseTale.Of().Do(new OrderTest("市质检院", "涂料", "委1", null, null));
        Assert.Equal([CaseTask.TestUnanswered], lead.Case.OpenTasks);
        lead.Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds), CaseTale.Head);
        var refused = Assert.IsType<CaseHasOpenTasks>(lead.Refused(new DecideNotToFile(Some.Grounds), CaseTale.Head));
        Assert.Equal([CaseTask.GoodsHeld], refused.Tasks);
        lead.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Head)
            .Do(new DecideNotToFile(Some.Grounds), CaseTale.Head);
        Assert.Equal((CaseStage.NotFiled, false), (lead.Case.Stage, lead.Case.IsOpen));
    }

    /// <summary>行政处罚法 第二十八条: what was ordered to be put right is looked at, also where the lead makes no case.</summary>
    [Fact]
    public void No_lead_ends_while_an_order_to_correct_is_unchecked()
    {
        var lead = CaseTale.Of();
        lead.Do(new OrderCorrection("改正标识", lead.Today.AddDays(10), Some.Grounds));
        var refused = Assert.IsType<CaseHasOpenTasks>(lead.Refused(new DecideNotToFile(Some.Grounds), CaseTale.Head));
        Assert.Equal([CaseTask.CorrectionUnchecked], refused.Tasks);
        lead.Do(new RecordCorrection(1, IsDone: false, "未改正"));
        Assert.Null(lead.Refused(new DecideNotToFile(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void No_penalty_is_proposed_reviewed_and_decided_and_ends_the_case_with_its_clocks()
    {
        // 行政处罚法 第三十三条、第五十七条; 程序规定 第四十九条、第六十条.
        var tale = CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds));
        Assert.Equal((CaseStage.LegalReview, AwaitedStep.LegalReview), (tale.Case.Stage, tale.Case.Awaits));
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.LegalReview));
        Assert.IsType<ReviewNotPassed>(tale.Refused(NoPenalty, CaseTale.Head));
        tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.Equal(AwaitedStep.PenaltyDecision, tale.Case.Awaits);
        Assert.IsType<NoPenaltyWasProposed>(tale.Refused(new NotifyRights(tale.Today, Some.Grounds)));
        Assert.IsType<NoPenaltyWasProposed>(tale.Refused(CaseTale.Decision(1_00), CaseTale.Head));
        tale.Do(NoPenalty, CaseTale.Head);

        // 行政处罚法 第六十一条: it is served within seven working days, and the case ends with that.
        Assert.Equal((CaseStage.Decided, AwaitedStep.Service, true), (tale.Case.Stage, tale.Case.Awaits, tale.Case.IsOpen));
        Assert.Equal([CaseTask.DecisionUnserved], tale.Case.OpenTasks);
        Assert.Equal(new DateOnly(2026, 3, 11), tale.LastDay(CaseDeadlines.Service));
        Assert.Equal("servedOn", (tale.Refused(new ServeDecision(tale.Today.AddDays(-1), null)) as InvalidInput)?.Field);
        Assert.IsType<CaseNotInStage>(tale.Refused(CaseTale.Figures(sales: 50_000_00)));
        tale.Do(new ServeDecision(tale.Today, "送1"));
        Assert.Equal((CaseStage.NoPenalty, CaseOutcome.NoPenalty, false), (tale.Case.Stage, tale.Case.End!.Outcome, tale.Case.IsOpen));
        Assert.Equal(("head", "对负责人进行了批评教育"), (tale.Case.NoPenalty!.DecidedBy, tale.Case.NoPenalty.Education));
        Assert.Empty(tale.Case.Clocks);
        Assert.Empty(tale.Case.Holders);
    }

    [Fact]
    public void That_there_is_no_penalty_can_be_served_by_public_notice()
    {
        var tale = Unpenalised().Do(new ServeDecision(Some.Today, "公1", ServiceWay.PublicNotice));
        Assert.True(tale.Case.IsOpen);
        tale.After(31).ClockRuns();
        Assert.Equal((CaseStage.NoPenalty, Some.Today.AddDays(30)), (tale.Case.Stage, tale.Case.End!.On));
    }

    [Fact]
    public void That_there_is_no_penalty_can_be_challenged_and_is_upheld_annulled_or_decided_anew()
    {
        Assert.IsType<CaseNotInStage>(Unpenalised().Refused(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal));
        Assert.Equal("outcome", (Challenged().Refused(Outcome(ChallengeOutcome.Changed), CaseTale.Legal) as InvalidInput)?.Field);
        var upheld = Challenged().Do(Outcome(ChallengeOutcome.Upheld), CaseTale.Legal);
        Assert.Equal((CaseStage.NoPenalty, CaseOutcome.NoPenalty), (upheld.Case.Stage, upheld.Case.End!.Outcome));
        var annulled = Challenged().Do(Outcome(ChallengeOutcome.Annulled), CaseTale.Legal);
        Assert.Equal((CaseStage.NoPenalty, CaseOutcome.Annulled), (annulled.Case.Stage, annulled.Case.End!.Outcome));
        var anew = Challenged().Do(Outcome(ChallengeOutcome.AnnulledAnew), CaseTale.Legal);
        Assert.Equal((CaseStage.Investigation, null, true), (anew.Case.Stage, anew.Case.NoPenalty, anew.Case.IsOpen));
        Assert.NotNull(anew.Clock(CaseDeadlines.Decision).DueAt);

        static CaseTale Challenged() => Unpenalised().Do(new ServeDecision(Some.Today, null))
            .Do(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal);

        static RecordChallengeOutcome Outcome(ChallengeOutcome outcome) => new(outcome, Some.Today, "复决1", default, default, default, []);
    }

    [Fact]
    public void What_an_earlier_version_ended_without_service_is_served_still()
    {
        var before = CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.NoFault, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Happened(new NoPenaltyDecided(new NoPenaltyDecision(Some.Today, "head", NoPenaltyGround.NoFault, "批评教育", null), Some.Grounds));
        Assert.Equal(CaseStage.NoPenalty, before.Case.Stage);
        before.After(5).Do(new ServeDecision(before.Today, null));
        Assert.Equal((before.Today, Some.Today), (before.Case.Execution.ServedOn, before.Case.End!.On));
        Assert.IsType<CaseNotInStage>(before.Refused(new ServeDecision(before.Today, null)));
    }

    private static CaseTale Unpenalised() => CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds))
        .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(NoPenalty, CaseTale.Head);

    [Theory]
    [InlineData(NoPenaltyGround.SlightAndCorrected, true)]
    [InlineData(NoPenaltyGround.FirstViolation, true)]
    [InlineData(NoPenaltyGround.NoFault, true)]
    [InlineData(NoPenaltyGround.NotProven, false)]
    public void Whoever_is_not_penalised_for_an_act_is_educated(NoPenaltyGround ground, bool isEducated)
    {
        var tale = CaseTale.Filed().Do(new ProposeNoPenalty(ground, Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        var refused = tale.Refused(new DecideNoPenalty(ground, Some.Grounds, " "), CaseTale.Head);
        Assert.Equal(isEducated ? "education" : null, (refused as InvalidInput)?.Field);
    }

    [Fact]
    public void Where_a_penalty_was_proposed_none_may_still_be_given() =>
        Assert.Equal(
            CaseStage.Decided,
            CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Statement, null)).Do(NoPenalty, CaseTale.Head).Case.Stage);

    /// <summary>程序规定 第四十七条: a person dies and an organisation ends; a self-employed person is registered and dies too.</summary>
    [Fact]
    public void Nobody_is_said_to_have_died_or_ended_who_cannot()
    {
        var (death, end) = (Terminate(TerminationGround.Death), Terminate(TerminationGround.OrganisationEnded));
        var company = CaseTale.Filed();
        Assert.Equal("because", Assert.IsType<InvalidInput>(company.Refused(death, CaseTale.Head)).Field);
        Assert.Null(company.Refused(end, CaseTale.Head));
        var person = CaseTale.Of(kind: PartyKind.Person).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        Assert.Null(person.Refused(death, CaseTale.Head));
        Assert.Equal("because", Assert.IsType<InvalidInput>(person.Refused(end, CaseTale.Head)).Field);
        Assert.Null(person.Do(new AddCaseParty(PartyKind.Enterprise, null, Some.CreditCode, null)).Refused(end, CaseTale.Head));

        static TerminateCase Terminate(TerminationGround because) => new(because, Some.Grounds);
    }

    [Fact]
    public void No_end_takes_the_place_of_the_transfer_and_none_leaves_goods_behind()
    {
        var terminate = new TerminateCase(TerminationGround.OrganisationEnded, Some.Grounds);
        CaseCommand[] ends = [NoPenalty, terminate, new PassOnCase("AGRICULTURE", Some.Grounds)];
        var suspected = CaseTale.Reviewed().Do(CaseTale.Figures(sales: 50_000_00));
        Assert.All(ends, end => Assert.IsType<CrimeTransferRequired>(suspected.Refused(end, CaseTale.Head)));
        Assert.IsType<CrimeTransferRequired>(CaseTale.Of().Do(CaseTale.Figures(sales: 50_000_00)).Refused(Spot));
        var seized = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(new ProposeNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.All(
            ends, end => Assert.Equal([CaseTask.GoodsHeld], Assert.IsType<CaseHasOpenTasks>(seized.Refused(end, CaseTale.Head)).Tasks));
    }

    [Fact]
    public void An_investigation_is_terminated_when_the_party_is_no_more()
    {
        var tale = CaseTale.Notified(200_000_00).Do(new TerminateCase(TerminationGround.OrganisationEnded, Some.Grounds), CaseTale.Head);
        Assert.Equal(
            (CaseStage.Terminated, TerminationGround.OrganisationEnded, CaseOutcome.Terminated),
            (tale.Case.Stage, tale.Case.TerminatedBecause, tale.Case.End!.Outcome));
        Assert.Empty(tale.Case.Clocks);
        Assert.IsType<CaseNotInStage>(CaseTale.Decided().Refused(new TerminateCase(TerminationGround.Death, Some.Grounds), CaseTale.Head));
        Assert.IsType<CaseNotInStage>(CaseTale.Of().Refused(new TerminateCase(TerminationGround.Death, Some.Grounds), CaseTale.Head));
    }

    /// <summary>移送规定 第三条: what decides whether it is a crime is known before the police are given it as none.</summary>
    [Fact]
    public void The_police_are_given_no_case_of_which_nobody_knows_whether_it_is_a_crime()
    {
        var pass = new PassOnCase("PUBLIC_SECURITY", Some.Grounds);
        var tale = CaseTale.Filed();
        Assert.Equal(
            [CrimeFigure.SalesAmount, CrimeFigure.UnsoldValue],
            Assert.IsType<CrimeFiguresNotStated>(tale.Refused(pass, CaseTale.Head)).Figures);

        // What the goods are worth says nothing of what was sold; that there was nothing is said by recording nothing.
        Assert.IsType<CrimeFiguresNotStated>(tale.Do(CaseTale.Figures(goods: 60_000_00)).Refused(pass, CaseTale.Head));
        var nothing = CaseTale.Filed().Do(CaseTale.Figures());
        Assert.Null(nothing.Refused(pass, CaseTale.Head));
        Assert.Empty(nothing.Decided(CaseTale.Figures()));
        var corrected = tale.Do(
            new CorrectCaseFigures(default, default, default, default, default, default, 0, null, [], Some.Grounds), tale.HeadOfItsSection);
        Assert.Null(corrected.Refused(pass, CaseTale.Head));

        var ofMarks = CaseTale.Filed(violation: ViolationKind.ForgedNameOrAddress);
        var wanting = Assert.IsType<CrimeFiguresNotStated>(ofMarks.Refused(pass, CaseTale.Head)).Figures;
        Assert.Contains(CrimeFigure.LabelPieces, wanting);
        Assert.Contains(CrimeFigure.BusinessAmount, wanting);
        Assert.Null(ofMarks.Do(CaseTale.Figures(business: 100_00)).Refused(pass, CaseTale.Head));
    }

    [Fact]
    public void A_case_is_passed_on_once_with_a_document_to_an_authority_of_the_list()
    {
        // 程序规定 第十三条至第十六条.
        var pass = new PassOnCase("AGRICULTURE", Some.Grounds);
        Assert.Equal(
            (CaseStage.PassedOn, "AGRICULTURE"),
            (CaseTale.Of().Do(pass, CaseTale.Head).Case.Stage, CaseTale.Filed().Do(pass, CaseTale.Head).Case.PassedOnTo));
        Assert.Equal("documentNumber", FieldOf(pass with { Grounds = Some.Grounds with { DocumentNumber = null } }));
        Assert.Equal("agency", FieldOf(pass with { Agency = " " }));
        var closed = (CaseTale.Filed().Circumstances with { Actor = CaseTale.Head }).WithLists(isOpen: false);
        Assert.Equal("agency", Assert.IsType<InvalidInput>(Case.Concept.Decided(CaseTale.Filed().State, pass, closed).Refusal).Field);
        var received = new CaseTale().Do((RecordLead)CaseSamples.All[0] with { Source = LeadSource.OtherAgency });
        Assert.IsType<PassedOnBefore>(received.Refused(pass, CaseTale.Head));
        Assert.IsType<CaseNotInStage>(CaseTale.Decided().Refused(pass, CaseTale.Head));

        // 移送规定 第三条: a suspected crime goes by a transfer of its own, whatever it is called here; the head's having refused one does not
        // make it another authority's administrative case.
        var suspected = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        Assert.IsType<CrimeTransferRequired>(suspected.Refused(pass with { Agency = "PUBLIC_SECURITY" }, CaseTale.Head));
        suspected.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Refused));
        foreach (var (tale, agency) in new[] { (suspected, "PUBLIC_SECURITY"), (CaseTale.Filed(), "PROCURATORATE") })
        {
            var refused = Assert.IsType<InvalidInput>(tale.Refused(pass with { Agency = agency }, CaseTale.Head));
            Assert.Equal("agency", refused.Field);
            Assert.Contains("启动涉嫌犯罪案件移送", refused.Message.Chinese, StringComparison.Ordinal);
        }

        // 治安管理处罚法 第七条: what is no crime is the police's own administrative case.
        Assert.Equal(
            "PUBLIC_SECURITY",
            CaseTale.Filed().Do(CaseTale.Figures(sales: 100_00)).Do(pass with { Agency = "PUBLIC_SECURITY" }, CaseTale.Head)
                .Case.PassedOnTo);
        var settled = new RecordCompetence(CompetenceBy.Designation, Some.Grounds, "PUBLIC_SECURITY");
        var disputed = CaseTale.CameBack().Do(new ReferCompetence("市人民政府", "请1"), CaseTale.Legal);
        Assert.Equal(
            "agency",
            Assert.IsType<InvalidInput>(disputed.Refused(settled with { Agency = "PROCURATORATE" }, CaseTale.Legal)).Field);
        Assert.IsType<CrimeFiguresNotStated>(disputed.Refused(settled, CaseTale.Legal));
        Assert.Null(disputed.Do(CaseTale.Figures(sales: 100_00)).Refused(settled, CaseTale.Legal));

        static string FieldOf(PassOnCase command) => Assert.IsType<InvalidInput>(CaseTale.Filed().Refused(command, CaseTale.Head)).Field;
    }

    [Theory]
    // 行政处罚法 第五十一条: 200 yuan for a person, a den's operator among them, 3,000 for an organisation.
    [InlineData(PartyKind.Person, 200_00, true)]
    [InlineData(PartyKind.Person, 200_01, false)]
    [InlineData(PartyKind.Den, 200_00, true)]
    [InlineData(PartyKind.Den, 200_01, false)]
    [InlineData(PartyKind.Enterprise, 3_000_00, true)]
    [InlineData(PartyKind.Enterprise, 3_000_01, false)]
    public void A_small_fine_is_decided_on_the_spot(PartyKind party, long fine, bool isSmall)
    {
        var refused = CaseTale.Of(kind: party).Refused(Spot with { Fine = new(fine) });
        Assert.Equal(isSmall ? null : new TooMuchForTheSpot(party is PartyKind.Enterprise ? 3_000 : 200, fine / 100m), refused);
    }

    [Fact]
    public void A_penalty_on_the_spot_is_served_at_once_reported_in_seven_and_its_cash_handed_in_within_two_working_days()
    {
        var tale = CaseTale.Of().Do(Spot with { CashReceived = new(200_00), ReceiptNumber = "票1" });
        Assert.Equal((CaseStage.Execution, tale.Today), (tale.Case.Stage, tale.Case.Execution.ServedOn));
        Assert.Equal(["officer", "second"], tale.Case.Officers);
        Assert.Equal(200_00, tale.Case.Execution.Paid);
        Assert.Equal(
            (new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 4)),
            (tale.LastDay(CaseDeadlines.SpotReport), tale.LastDay(CaseDeadlines.SpotCash)));
        Assert.DoesNotContain(tale.Case.Clocks, clock => clock.Kind is CaseDeadlines.Filing or CaseDeadlines.Payment);
        Assert.Equal(
            [CaseTask.CashHeld],
            Assert.IsType<CaseHasOpenTasks>(tale.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head)).Tasks);
        tale.Do(new HandInCash(tale.Today, "缴1")).Do(new ReportSpotPenalty(tale.Today));
        Assert.Equal([CaseDeadlines.Publication, CaseDeadlines.Closing], tale.Case.Clocks.Select(clock => clock.Kind));
        Assert.Equal(CaseStage.Closed, tale.Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head).Case.Stage);
    }

    /// <summary>What was collected on the spot is a payment like any, and corrected like any: what never was is not handed in.</summary>
    [Fact]
    public void Cash_of_the_spot_is_a_payment_with_its_number_and_its_correction_is_followed_by_what_is_handed_in()
    {
        var tale = CaseTale.Of().Do(Spot with { CashReceived = new(200_00), ReceiptNumber = "票1" });
        var payment = Assert.Single(tale.Case.Execution.Payments);
        Assert.Equal((1, 200_00, tale.Today, "票1"), (payment.Number, payment.Amount, payment.PaidOn, payment.Document));
        tale.After(5).ClockRuns();
        Assert.Single(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.SpotCash);

        tale.Do(new CorrectPayment(1, default, payment.PaidOn, Some.Grounds), CaseTale.Head);
        Assert.Equal((0, 0), (tale.Case.Spot!.CashReceived, tale.Case.Execution.Paid));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.SpotCash));
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.SpotCash);
        Assert.Equal([CaseTask.PenaltyUnpaid], tale.Case.OpenTasks);
        Assert.Equal(0, tale.Counted.Where(fact => fact.Measure is Measure.Penalties).Sum(fact => fact.Amount));
        tale.Do(new ExecutePenalty(new(150_00), tale.Today, "票2"));
        Assert.Equal([1, 2], tale.Case.Execution.Payments.Select(one => one.Number));
        Assert.Equal(0, tale.Case.Spot!.CashReceived);

        tale.Do(new CorrectPayment(1, new(50_00), payment.PaidOn, Some.Grounds), CaseTale.Head);
        Assert.Equal([CaseTask.CashHeld], tale.Case.OpenTasks);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.SpotCash));
    }

    /// <summary>程序规定 第七十七条: what is closed as carried out was carried out; what cannot be any more is given up.</summary>
    [Fact]
    public void A_case_whose_licence_or_goods_were_never_taken_is_not_closed_as_carried_out()
    {
        var revoked = Served(new(0), default, PenaltyKind.LicenceRevocation);
        revoked.Standing = [Some.ProductionLicenceNumber];
        Assert.Equal([CaseTask.LicenceStanding], Assert.IsType<CaseHasOpenTasks>(revoked.Refused(Close, CaseTale.Head)).Tasks);
        Assert.Null(revoked.Refused(Close with { Outcome = CaseOutcome.ExecutionEnded }, CaseTale.Head));
        revoked.Standing = [];
        Assert.Null(revoked.Refused(Close, CaseTale.Head));
        Assert.IsType<InvalidInput>(revoked.Refused(Close with { Outcome = CaseOutcome.ExecutionEnded }, CaseTale.Head));

        var released = Served(new(0), new(1_000_00));
        Assert.Equal([CaseTask.GoodsUnconfiscated], Assert.IsType<CaseHasOpenTasks>(released.Refused(Close, CaseTale.Head)).Tasks);
        Assert.Null(released.Refused(Close with { Outcome = CaseOutcome.ExecutionEnded }, CaseTale.Head));
        released.Do(new CorrectSeizureEnd(1, Some.Grounds, released.Today, SeizureOutcome.Confiscated), CaseTale.Head);
        Assert.Null(released.Refused(Close, CaseTale.Head));

        static CaseTale Served(Yuan fine, Yuan goods, params ImmutableArray<PenaltyKind> others)
        {
            var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
                .Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader)
                .Do(new ProposePenalty(fine, default, goods, others, Some.Grounds));
            tale = others.IsEmpty ? tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal) : tale;
            tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
            tale = others.IsEmpty ? tale : tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated();
            tale.Do(new DecidePenalty(fine, "一般", default, goods, others, Some.Grounds), CaseTale.Head);
            return tale.Do(new ServeDecision(tale.Today, null));
        }
    }

    private static CloseCase Close { get; } = new(CaseOutcome.Executed, Some.Grounds);

    [Fact]
    public void A_fine_on_the_spot_that_is_not_collected_there_is_paid_as_any_other_and_a_warning_is_not_published()
    {
        var fined = CaseTale.Of().Do(Spot);
        Assert.NotNull(fined.Case.Clocks.Find(CaseDeadlines.Payment));
        Assert.Null(fined.Case.Clocks.Find(CaseDeadlines.SpotCash));
        Assert.Equal("handedInOn", Assert.IsType<InvalidInput>(fined.Refused(new HandInCash(fined.Today, null))).Field);
        var warned = CaseTale.Of().Do(Spot with { Fine = default, Warns = true });
        Assert.Equal([CaseDeadlines.SpotReport, CaseDeadlines.Closing], warned.Case.Clocks.Select(clock => clock.Kind));
        Assert.Equal("fineCny", FieldOf(Spot with { Fine = default }));
        Assert.Equal("cashReceivedCny", FieldOf(Spot with { CashReceived = new(100_00) }));
        Assert.Equal("documentNumber", FieldOf(Spot with { Grounds = Some.Grounds with { DocumentNumber = " " } }));
        Assert.Equal(new TooFewOfficers(2, 1), CaseTale.Of().Refused(Spot with { Officers = ["officer"] }));
        Assert.IsType<CaseNotInStage>(CaseTale.Filed().Refused(Spot));

        static string FieldOf(PenaliseOnTheSpot command) => Assert.IsType<InvalidInput>(CaseTale.Of().Refused(command)).Field;
    }

    [Fact]
    public void What_is_ordered_to_be_put_right_runs_to_its_day_and_is_looked_at_before_the_case_is_closed()
    {
        // 行政处罚法 第二十八条.
        var tale = CaseTale.Filed();
        Assert.Equal(
            "until", Assert.IsType<InvalidInput>(tale.Refused(new OrderCorrection("更正标识", tale.Today.AddDays(-1), Some.Grounds))).Field);
        var until = tale.Today.AddDays(12); // a Saturday: the day that was set stays
        tale.Do(new OrderCorrection("更正标识", until, Some.Grounds)).Do(new OrderCorrection("停止销售", tale.Today, Some.Grounds));
        Assert.Equal([until, tale.Today], new[] { 1, 2 }.Select(item => tale.LastDay(CaseDeadlines.Correction, item)));
        tale.On(until.AddDays(1)).ClockRuns();
        Assert.Equal([(2, Some.Today), (1, until)], tale.Journal.OfType<CorrectionFellDue>().Select(due => (due.Order, due.On)));
        Assert.Empty(tale.Case.Lapses); // it is the party's duty
        Assert.Contains(
            CaseTask.CorrectionUnchecked,
            Assert.IsType<CaseHasOpenTasks>(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head)).Tasks);
        tale.Do(new RecordCorrection(1, IsDone: true, "已更正")).Do(new RecordCorrection(2, IsDone: false, "仍在销售") { On = until });
        Assert.Equal(
            [(true, tale.Today), (false, until)],
            tale.Case.CorrectionOrders.Select(order => (order.IsDone!.Value, order.CheckedOn!.Value)));
        Assert.Equal(new NoSuchItem("order", 1), tale.Refused(new RecordCorrection(1, IsDone: true, "已更正")));
        Assert.Null(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head));
        Assert.IsType<CaseNotInStage>(tale
            .Do(new WithdrawCase(Some.Grounds), CaseTale.Head).Refused(new OrderCorrection("更正标识", tale.Today, Some.Grounds)));
    }
}
