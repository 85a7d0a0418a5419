using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>What is paid, when, with which surcharge, and how a payment is corrected (行政处罚法 第六十六条、第六十七条、第七十二条、第七十三条).</summary>
public sealed class CasePaymentTests
{
    // Served on 2 March 2026: fifteen days end on Tuesday 17 March.
    private static readonly DateOnly Last = new(2026, 3, 17);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 600_00)]
    [InlineData(2, 1_200_00)]
    [InlineData(33, 19_800_00)]
    [InlineData(34, 20_000_00)] // at most the fine
    [InlineData(5000, 20_000_00)]
    public void Three_per_cent_of_the_fine_accrue_each_day_after_the_term_and_at_most_the_fine(int daysLate, long surcharge) =>
        Assert.Equal(surcharge, Surcharge.On(CaseTale.Served(20_000_00).Case, Last.AddDays(daysLate), WorkingCalendar.BuiltIn));

    [Fact]
    public void A_case_that_is_paid_is_closed_as_executed_and_not_as_given_up()
    {
        var tale = CaseTale.Served();
        var end = new CloseCase(CaseOutcome.ExecutionEnded, Some.Grounds);
        tale.Do(new ExecutePenalty(new(19_999_99), tale.Today, null));
        Assert.Equal([CaseTask.PenaltyUnpaid], Assert.IsType<CaseHasOpenTasks>(tale.Refused(end, CaseTale.Head)).Tasks);
        tale.Do(new ExecutePenalty(new(1), tale.Today, null));
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(tale.Refused(end, CaseTale.Head)).Field);
        Assert.Null(tale.Refused(end with { Outcome = CaseOutcome.Executed }, CaseTale.Head));
    }

    [Fact]
    public void A_closed_case_of_which_a_corrected_payment_leaves_money_owed_goes_back_to_execution()
    {
        var closed = CaseTale.Served();
        closed.Do(new ExecutePenalty(new(20_000_00), closed.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
        var right = new CorrectPayment(1, new(20_000_00), closed.Today.AddDays(-1), Some.Grounds);
        Assert.Equal("paidOn", Assert.IsType<InvalidInput>(closed.Refused(right, CaseTale.Head)).Field);
        closed.After(30).Do(new CorrectPayment(1, new(100_00), Some.Today, Some.Grounds), CaseTale.Head);
        Assert.Equal((CaseStage.Execution, null), (closed.Case.Stage, closed.Case.End));
        Assert.Equal([CaseTask.PenaltyUnpaid], closed.Case.OpenTasks);
        Assert.Equal(Last, closed.LastDay(CaseDeadlines.Payment)); // owed by its old term
        Assert.Equal(0, closed.Counted.Where(fact => fact.Measure is Measure.CasesClosed).Sum(fact => fact.Amount));
        Assert.Null(closed.Refused(new UrgePayment("催1")));

        // What shows that it had been paid after all is closed again.
        closed.Do(new CorrectPayment(1, new(20_000_00), Some.Today, Some.Grounds), CaseTale.Head);
        Assert.Null(closed.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));
    }

    /// <summary>While a challenge runs nothing has changed: no more can have been paid than was asked.</summary>
    [Fact]
    public void A_payment_is_not_corrected_beyond_what_was_asked_because_the_decision_is_challenged()
    {
        var tale = CaseTale.Served();
        tale.Do(new ExecutePenalty(new(2_000_00), tale.Today, "票1")).Do(Challenge(tale.Today), CaseTale.Legal);
        var beyond = new CorrectPayment(1, new(900_000_00), tale.Today, Some.Grounds);
        Assert.Equal(20_000m, Assert.IsType<PaymentBeyondOwed>(tale.Refused(beyond, CaseTale.Head)).OwedCny);
        Assert.IsType<PaymentBeyondOwed>(tale.Refused(beyond with { Amount = new(20_000_01) }, CaseTale.Head));

        // What a challenge has made of it since is given back; more was not asked then either.
        tale.Do(new RecordChallengeOutcome(ChallengeOutcome.Changed, tale.Today, "复决1", new(5_000_00), default, default, []),
            CaseTale.Legal);
        Assert.IsType<PaymentBeyondOwed>(tale.Refused(beyond with { Amount = new(20_000_01) }, CaseTale.Head));
        tale.Do(beyond with { Amount = new(20_000_00) }, CaseTale.Head);
        Assert.Equal(15_000_00, tale.Case.Execution.ToRefund);

        var annulled = CaseTale.Served();
        annulled.Do(new ExecutePenalty(new(2_000_00), annulled.Today, "票1")).Do(Challenge(annulled.Today), CaseTale.Legal)
            .Do(new RecordChallengeOutcome(ChallengeOutcome.AnnulledAnew, annulled.Today, "复决1", default, default, default, []),
                CaseTale.Legal);
        Assert.IsType<PaymentBeyondOwed>(annulled.Refused(beyond, CaseTale.Head));
        Assert.Equal(20_000_00, annulled.Do(beyond with { Amount = new(20_000_00) }, CaseTale.Head).Case.Execution.ToRefund);
    }

    [Fact]
    public void One_that_an_earlier_version_left_closed_with_money_owed_is_found()
    {
        var closed = CaseTale.Served();
        closed.Do(new ExecutePenalty(new(20_000_00), closed.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
        Assert.False(Case.Concept.IsStuckIn(closed.Case));
        closed.Happened(new PaymentCorrected(
            closed.Now, 1, 20_000_00, closed.Today, 100_00, closed.Today, 0, 0, Some.Grounds));
        Assert.Equal(CaseStage.Closed, closed.Case.Stage);
        Assert.True(Case.Concept.IsStuckIn(closed.Case));
    }

    [Fact]
    public void What_is_unpaid_costs_and_what_was_paid_does_not()
    {
        var served = CaseTale.Served(20_000_00).On(Last.AddDays(1));
        served.Do(new ExecutePenalty(new(10_000_00), served.Today, null));
        Assert.Equal(600_00, served.Case.Execution.Surcharge); // of the day of the payment still the whole
        Assert.Equal(900_00, Surcharge.On(served.Case, Last.AddDays(2), WorkingCalendar.BuiltIn));
        Assert.Equal(600_00 + (10 * 300_00), Surcharge.On(served.Case, Last.AddDays(11), WorkingCalendar.BuiltIn));
    }

    [Fact]
    public void While_it_is_challenged_nothing_accrues()
    {
        var served = CaseTale.Served(20_000_00).On(Last.AddDays(2));
        served.Do(Challenge(served.Today), CaseTale.Legal);
        Assert.Equal(600_00, Surcharge.On(served.Case, Last.AddDays(30), WorkingCalendar.BuiltIn));
        served.On(Last.AddDays(20)).Do(new RecordChallengeOutcome(ChallengeOutcome.Upheld, served.Today, "复决1", default, default, default,
            []), CaseTale.Legal);
        Assert.Equal(600_00, Surcharge.On(served.Case, Last.AddDays(20), WorkingCalendar.BuiltIn));
        Assert.Equal(1_200_00, Surcharge.On(served.Case, Last.AddDays(21), WorkingCalendar.BuiltIn));
    }

    [Fact]
    public void Nothing_accrues_on_gains_nor_before_service()
    {
        var tale = CaseTale.Filed().Do(new ProposePenalty(default, new(5_000_00), default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(default, "裁量", new(5_000_00), default, [], Some.Grounds), CaseTale.Head);
        Assert.Equal(0, Surcharge.On(tale.Case, Last.AddDays(5), WorkingCalendar.BuiltIn));
        tale.Do(new ServeDecision(tale.Today, null));
        Assert.Equal(0, Surcharge.On(tale.Case, Last.AddDays(5), WorkingCalendar.BuiltIn));
        Assert.Equal(0, Surcharge.On(CaseTale.Decided().Case, Last.AddDays(5), WorkingCalendar.BuiltIn));
    }

    [Theory]
    [InlineData(0, 20_000_00, null)]
    [InlineData(0, 20_000_01, 20_000)]
    [InlineData(1, 20_600_00, null)]
    [InlineData(1, 20_600_01, 20_600)]
    [InlineData(100, 40_000_00, null)]
    [InlineData(100, 40_000_01, 40_000)]
    public void More_than_is_owed_on_the_day_of_the_payment_is_refused_with_what_is_owed(int daysLate, long fen, int? owed)
    {
        var served = CaseTale.Served(20_000_00).On(Last.AddDays(daysLate));
        var refused = served.Refused(new ExecutePenalty(new(fen), served.Today, null));
        Assert.Equal(owed, (int?)(refused as PaymentBeyondOwed)?.OwedCny);
        Assert.Equal(owed is null, refused is null);
    }

    [Fact]
    public void The_penalty_is_paid_when_the_surcharge_is_too_or_is_waived()
    {
        var late = CaseTale.Served(20_000_00).On(Last.AddDays(1));
        late.Do(new ExecutePenalty(new(20_000_00), late.Today, null));
        Assert.Equal([CaseTask.PenaltyUnpaid], late.Case.OpenTasks);
        Assert.Equal(new SurchargeNotSoMuch(600), late.Refused(new WaiveSurcharge(new(600_01), Some.Grounds), CaseTale.Head));
        Assert.Equal("amountCny", Assert.IsType<InvalidInput>(late.Refused(new WaiveSurcharge(default, Some.Grounds),
            CaseTale.Head)).Field);
        late.Do(new WaiveSurcharge(new(500_00), Some.Grounds), CaseTale.Head).After(30);
        Assert.Equal(100m, Assert.IsType<PaymentBeyondOwed>(late.Refused(new ExecutePenalty(new(100_01), late.Today, null))).OwedCny);
        late.Do(new ExecutePenalty(new(100_00), late.Today, null));
        Assert.Empty(late.Case.OpenTasks);
        Assert.Null(late.Case.Clocks.Find(CaseDeadlines.Payment));
    }

    /// <summary>
    /// The term of fifteen days ends on the Saturday of the Mid-Autumn Festival and gives way to Monday 28 September; the day that was
    /// allowed ends the term itself, also on National Day.
    /// </summary>
    [Theory]
    [InlineData("2026-09-29")]
    [InlineData("2026-10-03")]
    [InlineData("2026-10-09")]
    [InlineData("2026-12-31")]
    public void Instalments_end_on_the_day_that_was_allowed(string allowed)
    {
        var until = DateOnly.Parse(allowed, System.Globalization.CultureInfo.InvariantCulture);
        var served = CaseTale.Served(on: new DateOnly(2026, 9, 11));
        Assert.Equal(new DateOnly(2026, 9, 28), served.LastDay(CaseDeadlines.Payment));
        Assert.Equal("until", Assert.IsType<InvalidInput>(served.Refused(new AllowInstalments(new DateOnly(2026, 9, 28), Some.Grounds),
            CaseTale.Head)).Field);
        served.Do(new AllowInstalments(until, Some.Grounds), CaseTale.Head);
        Assert.Equal((until, until), (served.LastDay(CaseDeadlines.Payment), served.Case.Execution.InstalmentsUntil));
        Assert.Equal(0, Surcharge.On(served.Case, until, WorkingCalendar.BuiltIn));
        Assert.Equal(600_00, Surcharge.On(served.Case, until.AddDays(1), WorkingCalendar.BuiltIn));

        // Allowed a second time, it ends on the second day.
        Assert.Equal(until.AddDays(40), served.Do(new AllowInstalments(until.AddDays(40), Some.Grounds),
            CaseTale.Head).LastDay(CaseDeadlines.Payment));
    }

    [Fact]
    public void A_mistyped_payment_is_corrected_and_what_was_counted_is_taken_back_under_what_it_was_counted_under()
    {
        var paid = CaseTale.Served(20_000_00).After(1);
        paid.Do(new ExecutePenalty(new(2_000_00), paid.Today, "票1")).Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).After(3);
        var (mistyped, right) = (Some.Today.AddDays(1), Some.Today.AddDays(2));
        var before = paid.State;
        paid.Do(new CorrectPayment(1, new(20_000_00), right, Some.Grounds), paid.HeadOfItsSection);
        var corrected = paid.Journal.OfType<PaymentCorrected>().Single();
        Assert.Equal((2_000_00, mistyped, 20_000_00, right),
            (corrected.AmountWas, corrected.PaidOnWas, corrected.Amount, corrected.PaidOn));
        Assert.Equal((20_000_00, 0, true), (paid.Case.Execution.Paid, paid.Case.Outstanding, paid.Case.Execution.Payments[0].WasCorrected));
        var counted = new TallyFact(mistyped, Measure.Penalties, -2_000_00, "INSPECTION", null, "COATINGS", "ADULTERATION_OR_SUBSTANDARD");
        Assert.Equal([counted, counted with { Day = right, Amount = 20_000_00 }], Case.Concept.Tally(before, corrected, paid.Case));
        Assert.Equal("QUALITY", paid.Case.Section);
        Assert.Null(paid.Case.Clocks.Find(CaseDeadlines.Payment));
    }

    [Fact]
    public void What_was_never_paid_becomes_zero_and_is_owed_again_by_its_old_term()
    {
        var paid = CaseTale.Served(20_000_00);
        paid.Do(new ExecutePenalty(new(20_000_00), paid.Today, null));
        Assert.NotNull(paid.Case.Clocks.Find(CaseDeadlines.Closing));
        paid.Do(new CorrectPayment(1, default, paid.Today, Some.Grounds), CaseTale.Head);
        Assert.Equal((Last, 20_000_00), (paid.LastDay(CaseDeadlines.Payment), paid.Case.Outstanding));
        Assert.Null(paid.Case.Clocks.Find(CaseDeadlines.Closing));

        // By the term that was allowed, where another was.
        var allowed = CaseTale.Served(20_000_00).Do(new AllowInstalments(new DateOnly(2026, 5, 2), Some.Grounds), CaseTale.Head);
        allowed.Do(new ExecutePenalty(new(20_000_00), allowed.Today, null))
            .Do(new CorrectPayment(1, new(1), allowed.Today, Some.Grounds), CaseTale.Head);
        Assert.Equal(new DateOnly(2026, 5, 2), allowed.LastDay(CaseDeadlines.Payment));
    }

    [Fact]
    public void A_longer_term_that_comes_late_stops_the_surcharge_and_takes_nothing_back()
    {
        // Ten days at three per cent of 20,000 yuan had accrued when it was allowed; the days up to the new last day do not count.
        var until = Last.AddDays(60);
        var late = CaseTale.Served(20_000_00).On(Last.AddDays(10)).Do(new AllowInstalments(until, Some.Grounds), CaseTale.Head);
        Assert.Equal(5_400_00, On(late, Last.AddDays(10))); // the day on which it was allowed counts no more
        Assert.Equal(5_400_00, On(late, until));
        Assert.Equal(6_600_00, On(late, until.AddDays(2)));

        // Allowed within the first term, it is the term.
        var early = CaseTale.Served(20_000_00).On(Last).Do(new AllowInstalments(until, Some.Grounds), CaseTale.Head);
        Assert.Equal(0, On(early, until));
        Assert.Equal(600_00, On(early, until.AddDays(1)));

        static long On(CaseTale tale, DateOnly day) => Surcharge.On(tale.Case, day, WorkingCalendar.BuiltIn);
    }

    /// <summary>What is collected on the spot is a payment as any other: with its number, and put right where it was mistyped.</summary>
    [Fact]
    public void Cash_that_was_collected_on_the_spot_is_a_payment_that_can_be_put_right()
    {
        var spot = CaseTale.Of(kind: PartyKind.Person).Do(new PenaliseOnTheSpot(
            ["officer", "second"], new(150_00), false, new(150_00), "票1", Some.Grounds));
        var payment = Assert.Single(spot.Case.Execution.Payments);
        Assert.Equal((1, 150_00, "票1", 150_00), (payment.Number, payment.Amount, payment.Document, spot.Case.Execution.Paid));
        Assert.Equal([CaseTask.CashHeld], spot.Case.OpenTasks);

        // It was ticked by mistake: nothing was collected, and the fine is to be paid.
        spot.Do(new CorrectPayment(1, default, spot.Today, Some.Grounds), CaseTale.Head);
        Assert.Equal((0, 150_00, 0), (spot.Case.Execution.Paid, spot.Case.Outstanding, spot.Case.Spot!.CashReceived));
        Assert.Equal([CaseTask.PenaltyUnpaid], spot.Case.OpenTasks);
        Assert.Null(spot.Case.Clocks.Find(CaseDeadlines.SpotCash));
        Assert.NotNull(spot.Case.Clocks.Find(CaseDeadlines.Payment));
        spot.Do(new ExecutePenalty(new(150_00), spot.Today, "票2"));
        Assert.Equal(2, spot.Case.Execution.Payments.Length);
        Assert.Empty(spot.Case.OpenTasks);
    }

    [Fact]
    public void A_term_that_lapsed_before_the_correction_does_not_lapse_a_second_time()
    {
        var late = CaseTale.Served(20_000_00).On(Last.AddDays(1)).ClockRuns();
        late.Do(new ExecutePenalty(new(20_600_00), late.Today, null))
            .Do(new CorrectPayment(1, new(600_00), late.Today, Some.Grounds), CaseTale.Head);
        Assert.Single(late.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Payment);
        Assert.True(late.Clock(CaseDeadlines.Payment).IsLapsed);

        // It is the party that was late, not the bureau.
        Assert.False(Assert.Single(Case.Concept.RowsOf("case/x", late.Case, 1).OfType<CaseRow>()).WasLate);
    }

    [Fact]
    public void A_correction_names_a_payment_and_says_something_else_that_can_have_been_paid()
    {
        var paid = CaseTale.Served(20_000_00);
        paid.Do(new ExecutePenalty(new(2_000_00), paid.Today, null)).After(2);
        Assert.Equal(new NoSuchItem("payment", 2), Refused(2, 1, Some.Today));
        Assert.Equal("amountCny", Assert.IsType<InvalidInput>(Refused(1, -1, Some.Today)).Field);
        Assert.Equal("paidOn", Assert.IsType<InvalidInput>(Refused(1, 1, Some.Today.AddDays(-1))).Field);
        Assert.Equal("paidOn", Assert.IsType<InvalidInput>(Refused(1, 1, paid.Today.AddDays(1))).Field);
        Assert.Equal(20_000m, Assert.IsType<PaymentBeyondOwed>(Refused(1, 20_000_01, Some.Today)).OwedCny);
        Assert.Null(Refused(1, 20_000_00, Some.Today));
        var count = paid.Journal.Count;
        Assert.Equal(count, paid.Do(new CorrectPayment(1, new(2_000_00), Some.Today, Some.Grounds), CaseTale.Head).Journal.Count);

        Refusal? Refused(int payment, long fen, DateOnly on) =>
            paid.Refused(new CorrectPayment(payment, new(fen), on, Some.Grounds), CaseTale.Head);
    }

    [Fact]
    public void Who_investigates_does_not_correct_a_payment() =>
        Assert.Equal(Roles.SectionHead | Roles.Leader, AllowedToAttribute.Of(typeof(CorrectPayment)));

    internal static RecordChallenge Challenge(DateOnly on, ChallengeKind kind = ChallengeKind.Reconsideration) =>
        new(kind, on, "青浦区人民政府", "青府复〔2026〕1号");
}
