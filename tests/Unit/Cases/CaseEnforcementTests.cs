using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Who does not pay is urged, and the court is asked within its three months (行政强制法 第五十三条、第五十四条).</summary>
public sealed class CaseEnforcementTests
{
    // Served on 2 March 2026: paid by 17 March, sued by 2 September, the court asked until 2 December.
    private static readonly DateOnly Last = new(2026, 3, 17);
    private static readonly DateOnly Suit = new(2026, 9, 2);
    private static readonly DateOnly Court = new(2026, 12, 2);

    [Fact]
    public void The_party_is_urged_once_its_term_for_payment_is_over()
    {
        var served = CaseTale.Served().On(Last);
        Assert.Equal(new PaymentTermRuns(Last), served.Refused(new UrgePayment("催1")));
        served.On(Last.AddDays(1)).Do(new UrgePayment(" 催1 "));
        // Ten working days from Wednesday 18 March.
        Assert.Equal((Last.AddDays(1), new DateOnly(2026, 4, 1)), (served.Case.Execution.UrgedOn, served.Case.Execution.UrgedUntil));
        Assert.Single(served.Do(new UrgePayment("催1")).Journal.OfType<PaymentUrged>());
        Assert.Equal("documentNumber", Assert.IsType<InvalidInput>(served.Refused(new UrgePayment(" "))).Field);
    }

    [Theory]
    [InlineData("2026-09-18", "2026-10-09")] // 20 September is worked; 25 to 27 September and 1 to 7 October are not
    [InlineData("2026-04-30", "2026-05-18")] // Labour Day, and Saturday 9 May worked for it
    public void Ten_working_days_after_the_urging_are_counted_through_holidays(string urged, string until)
    {
        var served = CaseTale.Served().On(Day(urged)).Do(new UrgePayment("催1"));
        Assert.Equal(Day(until), served.Case.Execution.UrgedUntil);
    }

    [Fact]
    public void The_court_is_asked_between_the_end_of_the_right_to_sue_and_three_months_after_it()
    {
        var served = CaseTale.Served();
        Assert.Equal(Court, served.LastDay(CaseDeadlines.CourtEnforcement));
        Assert.IsType<PaymentNotUrged>(Refused(Suit.AddDays(1)));
        served.On(new DateOnly(2026, 6, 1)).Do(new UrgePayment("催1"));
        var closed = new EnforcementNotOpen(Suit.AddDays(1), Court);
        Assert.Equal(closed, Refused(Suit));
        Assert.Null(Refused(Suit.AddDays(1)));
        Assert.Null(Refused(Court));
        Assert.Equal(closed, Refused(Court.AddDays(1)));

        Refusal? Refused(DateOnly on) => served.On(on).Refused(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head);
    }

    /// <summary>行政处罚法 第七十二条第二款: the term to ask the court runs from the end of a longer term to pay, which is urged after it.</summary>
    [Fact]
    public void Whoever_was_allowed_to_pay_later_is_urged_and_enforced_after_that()
    {
        var until = new DateOnly(2027, 3, 31);
        var served = CaseTale.Served().On(new DateOnly(2026, 4, 15)).Do(new UrgePayment("催1"))
            .Do(new AllowInstalments(until, Some.Grounds), CaseTale.Head);
        Assert.Equal(new DateOnly(2027, 6, 30), served.LastDay(CaseDeadlines.CourtEnforcement));

        // Who was urged before was in default of nothing any more.
        Assert.IsType<PaymentNotUrged>(served.On(Suit.AddDays(30)).ClockRuns().Refused(Request(), CaseTale.Head));
        Assert.Equal(new PaymentTermRuns(until), served.On(until).ClockRuns().Refused(new UrgePayment("催2")));
        served.After(1).ClockRuns().Do(new UrgePayment("催2"));
        Assert.Equal(
            new EnforcementNotOpen(served.Case.Execution.UrgedUntil!.Value.AddDays(1), new DateOnly(2027, 6, 30)),
            served.Refused(Request(), CaseTale.Head));
        Assert.Null(served.On(new DateOnly(2027, 6, 30)).Refused(Request(), CaseTale.Head));
        Assert.DoesNotContain(served.ClockRuns().Case.Lapses, lapse => lapse.Kind == CaseDeadlines.CourtEnforcement);

        // One that is over before the right to sue is moves nothing.
        var soon = CaseTale.Served().Do(new AllowInstalments(Suit.AddDays(-30), Some.Grounds), CaseTale.Head);
        Assert.Equal(Court, soon.LastDay(CaseDeadlines.CourtEnforcement));
    }

    [Fact]
    public void The_court_is_not_asked_within_ten_working_days_of_the_urging()
    {
        var served = CaseTale.Served().On(new DateOnly(2026, 11, 10)).Do(new UrgePayment("催1"));
        Assert.Equal(new DateOnly(2026, 11, 24), served.Case.Execution.UrgedUntil);
        Assert.Equal(new EnforcementNotOpen(new DateOnly(2026, 11, 25), Court),
            served.On(new DateOnly(2026, 11, 24)).Refused(Request(), CaseTale.Head));
        Assert.Null(served.After(1).Refused(Request(), CaseTale.Head));
    }

    [Fact]
    public void The_three_months_are_warned_of_and_missed_once_with_who_answers_for_it()
    {
        var served = CaseTale.Served().On(Court).ClockRuns();
        Assert.Single(served.Journal.OfType<CaseDeadlineNear>(), near => near.Kind == CaseDeadlines.CourtEnforcement);
        Assert.DoesNotContain(served.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.CourtEnforcement);
        Assert.Single(served.After(1).ClockRuns().Case.Lapses, lapse => lapse.Kind == CaseDeadlines.CourtEnforcement);
    }

    [Fact]
    public void What_is_paid_or_challenged_is_not_enforced()
    {
        var challenged = Open();
        challenged.Do(CasePaymentTests.Challenge(challenged.Today), CaseTale.Legal);
        Assert.IsType<ChallengeRuns>(challenged.Refused(Request(), CaseTale.Head));
        Assert.IsType<ChallengeRuns>(challenged.Refused(new UrgePayment("催2")));
        Assert.Null(challenged.Case.Clocks.Find(CaseDeadlines.CourtEnforcement));

        var paid = Open();
        paid.Do(new ExecutePenalty(new(40_000_00), paid.Today, null));
        Assert.IsType<NothingIsOwed>(paid.Refused(Request(), CaseTale.Head));
        Assert.IsType<NothingIsOwed>(paid.Refused(new UrgePayment("催2")));
        Assert.IsType<NothingIsOwed>(paid.Refused(new EndExecution(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void What_the_court_has_done_is_recorded_before_the_case_is_closed()
    {
        var asked = Open();
        Assert.IsType<CourtNotAsked>(asked.Refused(Result(CourtResult.Enforced, asked.Today)));
        asked.Do(Request(), CaseTale.Head);
        Assert.Equal([CaseTask.CourtUnanswered], asked.Case.OpenTasks);
        Assert.DoesNotContain(asked.Case.Clocks, clock => clock.Kind is CaseDeadlines.Payment or CaseDeadlines.CourtEnforcement);
        Assert.IsType<CaseHasOpenTasks>(asked.Refused(Close(CaseOutcome.EnforcedByCourt), CaseTale.Head));
        Assert.IsType<CourtStillAsked>(asked.Refused(new EndExecution(Some.Grounds), CaseTale.Head));
        Assert.Equal("receivedOn", Assert.IsType<InvalidInput>(asked.Refused(Result(CourtResult.Enforced, asked.Today.AddDays(-1)))).Field);
        asked.Do(Result(CourtResult.Enforced, asked.Today));
        Assert.Empty(asked.Case.OpenTasks);
        Assert.Equal(CaseStage.Closed, asked.Do(Close(CaseOutcome.EnforcedByCourt), CaseTale.Head).Case.Stage);
        // What the court still collects is a payment.
        asked.Do(new ExecutePenalty(new(40_000_00), asked.Today, null));
    }

    [Fact]
    public void What_the_court_refuses_is_unpaid_as_before_and_can_be_ended()
    {
        var refused = Open().Do(Request(), CaseTale.Head);
        refused.Do(Result(CourtResult.Refused, refused.Today));
        Assert.Equal([CaseTask.PenaltyUnpaid], refused.Case.OpenTasks);
        refused.Do(new EndExecution(Some.Grounds), CaseTale.Head);
        Assert.Empty(refused.Case.OpenTasks);
        Assert.Equal(CaseStage.Closed, refused.Do(Close(CaseOutcome.ExecutionEnded), CaseTale.Head).Case.Stage);
    }

    /// <summary>A party that is no more is served nothing: execution ends, and the case can be closed (行政强制法 第四十条).</summary>
    [Theory]
    [InlineData(ExecutionEndGround.Death)]
    [InlineData(ExecutionEndGround.OrganisationEnded)]
    public void A_decision_that_reaches_nobody_any_more_ends_with_the_party(ExecutionEndGround because)
    {
        var decided = CaseTale.Decided();
        if (because is ExecutionEndGround.Death)
        {
            // An enterprise has not died: a self-employed person has, who is registered too.
            Assert.Equal("because", Assert.IsType<InvalidInput>(
                decided.Refused(new EndExecution(Some.Grounds, because), CaseTale.Head)).Field);
            decided.Happened(new CasePartyCorrected(
                1, decided.Case.Lead.Party, decided.Case.Lead.Party with { CreditCode = "92310118MA1JX0000X" }, [], Some.Grounds));
        }

        decided.Do(new EndExecution(Some.Grounds, because), CaseTale.Head);
        Assert.Equal((CaseStage.Execution, because), (decided.Case.Stage, decided.Case.ExecutionEndedBecause));
        Assert.Equal(CaseDeadlines.Closing, Assert.Single(decided.Case.Clocks).Kind);
        Assert.Equal(AwaitedStep.Closing, decided.Case.Awaits);
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(decided.Refused(Close(CaseOutcome.Executed), CaseTale.Head)).Field);
        Assert.Equal(CaseStage.Closed, decided.Do(Close(CaseOutcome.ExecutionEnded), CaseTale.Head).Case.Stage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ExecutionEndGround.ObjectLost)]
    [InlineData(ExecutionEndGround.Other)]
    public void Whoever_can_still_be_served_is_served(ExecutionEndGround? because)
    {
        var end = new EndExecution(Some.Grounds, because);
        Assert.Equal("because", Assert.IsType<InvalidInput>(CaseTale.Decided().Refused(end, CaseTale.Head)).Field);
        Assert.Null(CaseTale.Served().Refused(end, CaseTale.Head));
        Assert.Equal(new CaseNotInStage(CaseStage.Investigation), CaseTale.Filed().Refused(end, CaseTale.Head));
    }

    [Fact]
    public void A_public_notice_that_runs_ends_with_the_party()
    {
        var notice = CaseTale.Decided();
        notice.Do(new ServeDecision(notice.Today, "公1", ServiceWay.PublicNotice)).After(10)
            .Do(new EndExecution(Some.Grounds, ExecutionEndGround.OrganisationEnded), CaseTale.Head);
        Assert.Null(notice.After(30).ClockRuns().Case.Execution.ServedOn);
    }

    /// <summary>The closing form is owed fifteen working days after nothing is left to do (程序规定 第七十七条), across National Day.</summary>
    [Fact]
    public void The_closing_form_is_owed_from_the_day_that_all_is_paid()
    {
        var served = CaseTale.Served(on: new DateOnly(2026, 9, 18));
        Assert.Null(served.Case.Clocks.Find(CaseDeadlines.Closing));
        served.Do(new ExecutePenalty(new(20_000_00), served.Today, null));
        Assert.Equal(new DateOnly(2026, 10, 15), served.LastDay(CaseDeadlines.Closing));
        Assert.Equal(AwaitedStep.Closing, served.Case.Awaits);
        Assert.Equal(served.Clock(CaseDeadlines.Closing).DueAt, served.Case.AwaitedBy);
        Assert.Single(served.After(60).ClockRuns().Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Closing);
        Assert.Null(served.Do(Close(CaseOutcome.Executed), CaseTale.Head).Case.Clocks.Find(CaseDeadlines.Closing));
    }

    private static CaseTale Open() => CaseTale.Served().On(new DateOnly(2026, 8, 3)).Do(new UrgePayment("催1")).On(Suit.AddDays(1))
        .ClockRuns();

    private static RequestCourtEnforcement Request() => new(Some.Grounds);

    private static RecordEnforcementResult Result(CourtResult result, DateOnly on) => new(result, on, "行审1");

    private static CloseCase Close(CaseOutcome outcome) => new(outcome, Some.Grounds);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
