using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>What was mistyped after the decision is put right: service, tests, ends of measures, refunds, challenges, the party's
/// code.</summary>
public sealed class LaterCorrectionTests
{
    private static readonly SeizeGoods Seize = new(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);

    /// <summary>程序规定 第六十四条; 行政强制法 第二十五条: only what a test takes is not counted.</summary>
    [Fact]
    public void A_test_that_will_have_no_result_is_given_up_and_the_clocks_go_on()
    {
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);
        var tale = CaseTale.Filed().Do(seize).Do(new OrderTest("市质检所", "涂料", "委1", 1, null));
        var (end, decision) = (new WithdrawTest(1, Some.Grounds), CaseDeadlines.Decision);
        var (ordered, second) = (tale.Today, CaseTale.Officer with { User = "second" });
        Assert.Null(tale.Clock(decision).DueAt);
        tale.After(10);
        Assert.Equal(new TestOrderedByAnother(1, "officer"), tale.Refused(end, second));
        Assert.Null(tale.Refused(end, CaseTale.Head));
        Assert.Equal("on", Assert.IsType<InvalidInput>(tale.Refused(end with { On = ordered.AddDays(-1) })).Field);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(tale.Refused(end with { Grounds = Some.Grounds with { Reason = " " } })).Field);
        Assert.Equal(new NoSuchItem("test", 2), tale.Refused(end with { Test = 2 }));

        var answered = CaseTale.Filed().Do(seize).Do(new OrderTest("市质检所", "涂料", "委1", 1, null)).After(10)
            .Do(new RecordTestResult(1, Passed: false, null));
        tale.Do(end);
        Assert.Equal(tale.Today, tale.Case.Tests[0].WithdrawnOn);
        Assert.DoesNotContain(CaseTask.TestUnanswered, tale.Case.OpenTasks);
        Assert.Equal(answered.LastDay(decision), tale.LastDay(decision)); // the days of the test are not counted
        Assert.Equal(answered.LastDay(CaseDeadlines.Seizure, 1), tale.LastDay(CaseDeadlines.Seizure, 1));
        Assert.Equal(new NoSuchItem("test", 1), tale.Refused(end));
        Assert.Equal(new NoSuchItem("test", 1), tale.Refused(new RecordTestResult(1, Passed: true, null)));
        Assert.Equal(new NoSuchItem("test", 1), tale.Refused(new CorrectTestResult(1, Some.Grounds, Passed: true), CaseTale.Head));

        // One that was ordered by mistake and never begun took nothing.
        var mistaken = CaseTale.Filed().Do(new OrderTest("市质检所", "涂料", "委1", null, null)).After(3);
        mistaken.Do(end with { On = ordered });
        Assert.Equal(CaseTale.Filed().LastDay(decision), mistaken.LastDay(decision));
        Assert.Null(mistaken.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void The_terms_of_a_service_run_from_its_right_day_and_the_history_shows_both()
    {
        var tale = CaseTale.Decided();
        var day = tale.Today;
        tale.After(5).Do(new ServeDecision(tale.Today, "送1"));
        Correct(tale, new CorrectServedDecision(Some.Grounds, day.AddDays(2), ServiceWay.Left));
        Assert.Equal((day.AddDays(2), ServiceWay.Left), (tale.Case.Execution.ServedOn!.Value, tale.Case.Execution.Way!.Value));
        var rightly = CaseTale.Decided().After(2).Do(new ServeDecision(day.AddDays(2), null));
        Assert.Equal(
            (rightly.LastDay(CaseDeadlines.Payment), rightly.Case.Execution.SuitUntil),
            (tale.LastDay(CaseDeadlines.Payment), tale.Case.Execution.SuitUntil));
        var summary = tale.Journal.OfType<ServiceCorrected>().Single().Summary.Chinese;
        Assert.Contains($"送达日期由{IsoDate.Of(day.AddDays(5))}改为{IsoDate.Of(day.AddDays(2))}，送达方式改为留置送达", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_was_in_time_after_all_leaves_no_lapse_and_a_later_one_no_surcharge()
    {
        var tale = CaseTale.Decided();
        var decided = tale.Today;
        tale.After(20).ClockRuns().Do(new ServeDecision(tale.Today, null));
        Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Service);
        Correct(tale, new CorrectServedDecision(Some.Grounds, decided.AddDays(1)));
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Service);

        // Paid late by the wrong day, in time by the right one: what was added is given back.
        var late = CaseTale.Served();
        var served = late.Today;
        late.After(18).ClockRuns();
        var fine = late.Case.Decision!.Penalty.Money;
        late.Do(new ExecutePenalty(new(fine + Surcharge.On(late.Case, late.Today, WorkingCalendar.BuiltIn)), late.Today, null));
        Assert.True(late.Case.Execution.Surcharge > 0);
        Correct(late, new CorrectServedDecision(Some.Grounds, served.AddDays(10)));
        Assert.Equal((0, late.Case.Execution.Paid - fine), (late.Case.Execution.Surcharge, late.Case.Execution.ToRefund));
        Assert.NotNull(late.Case.Clocks.Find(CaseDeadlines.Refund));
    }

    /// <summary>程序规定 第八十一条: served when the notice is over, thirty days after it was put up.</summary>
    [Fact]
    public void The_day_of_a_public_notice_is_put_right_and_the_service_follows_it()
    {
        var tale = CaseTale.Decided();
        var decided = tale.Today;
        tale.Do(new ServeDecision(decided, "公1", ServiceWay.PublicNotice)).After(40).ClockRuns();
        var wrongly = tale.Case.Execution.ServedOn!.Value;
        Correct(tale, new CorrectServedDecision(Some.Grounds, NoticePublishedOn: decided.AddDays(3)));
        var rightly = CaseTale.Decided().After(3);
        rightly.Do(new ServeDecision(rightly.Today, "公1", ServiceWay.PublicNotice)).After(37).ClockRuns();
        Assert.Equal(wrongly.AddDays(3), tale.Case.Execution.ServedOn);
        Assert.Equal(
            (rightly.Case.Execution.ServedOn, rightly.Case.Execution.SuitUntil, rightly.Case.Execution.Notice, ServiceWay.PublicNotice),
            (tale.Case.Execution.ServedOn, tale.Case.Execution.SuitUntil, tale.Case.Execution.Notice, tale.Case.Execution.Way!.Value));
        Assert.Equal(rightly.LastDay(CaseDeadlines.Payment), tale.LastDay(CaseDeadlines.Payment));
        Assert.Equal(rightly.Case.Pauses, tale.Case.Pauses);

        // A notice that is not over yet, one from before the decision, and a decision that was served otherwise.
        Assert.Equal("noticePublishedOn", Field(tale, new CorrectServedDecision(Some.Grounds, NoticePublishedOn: tale.Today.AddDays(-30))));
        Assert.Equal("noticePublishedOn", Field(tale, new CorrectServedDecision(Some.Grounds, NoticePublishedOn: decided.AddDays(-1))));
        Assert.Equal("servedOn", Field(tale, new CorrectServedDecision(Some.Grounds, decided, NoticePublishedOn: decided)));
        Assert.Equal("way", Field(tale, new CorrectServedDecision(Some.Grounds, decided.AddDays(5))));
        Assert.Equal("noticePublishedOn", Field(CaseTale.Served(), new CorrectServedDecision(Some.Grounds, NoticePublishedOn: Some.Today)));

        // Put up too late by the right day, which its section answers for.
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Service);
        Correct(tale.After(20), new CorrectServedDecision(Some.Grounds, NoticePublishedOn: decided.AddDays(15)));
        Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Service);
    }

    [Fact]
    public void A_service_is_not_put_after_what_followed_it_nor_made_a_public_notice()
    {
        var tale = CaseTale.Served();
        tale.After(3).Do(CasePaymentTests.Challenge(tale.Today), CaseTale.Legal).After(3);
        Assert.Equal("servedOn", Field(tale, new CorrectServedDecision(Some.Grounds, tale.Today)));
        Assert.Equal("servedOn", Field(tale, new CorrectServedDecision(Some.Grounds, tale.Today.AddDays(-60))));
        Assert.Equal("way", Field(tale, new CorrectServedDecision(Some.Grounds, Way: ServiceWay.PublicNotice)));
        Assert.IsType<ElectronicServiceNeedsConsent>(Refused(tale, new CorrectServedDecision(Some.Grounds, Way: ServiceWay.Electronic)));
        Assert.IsType<CaseNotInStage>(Refused(CaseTale.Decided(), new CorrectServedDecision(Some.Grounds, Some.Today)));

        // What runs from the service is challenged: no step to the court begins by the correction.
        Correct(tale, new CorrectServedDecision(Some.Grounds, tale.Case.Execution.ServedOn!.Value.AddDays(1)));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.CourtEnforcement));
    }

    [Fact]
    public void The_days_of_a_test_are_taken_out_by_the_right_day_and_another_result_is_proposed_anew()
    {
        var tale = CaseTale.Filed().Do(new OrderTest("市质检所", "涂料", "委1", null, null));
        tale.After(20).Do(new RecordTestResult(1, Passed: false, "检1"));
        var ordered = tale.Case.Tests[0].OrderedOn;
        Correct(tale, new CorrectTestResult(1, Some.Grounds, ResultOn: ordered.AddDays(10)));
        var rightly = CaseTale.Filed().Do(new OrderTest("市质检所", "涂料", "委1", null, null)).After(20)
            .Do(new RecordTestResult(1, Passed: false, "检1") { On = ordered.AddDays(10) });
        Assert.Equal(rightly.LastDay(CaseDeadlines.Decision), tale.LastDay(CaseDeadlines.Decision));

        tale.Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds));
        Correct(tale, new CorrectTestResult(1, Some.Grounds, Passed: true, Report: "检2"));
        Assert.Equal((CaseStage.Investigation, true, "检2"), (tale.Case.Stage, tale.Case.Tests[0].Passed!.Value, tale.Case.Tests[0].Report));
        Assert.Contains("结果由不合格改为合格", tale.Journal.OfType<TestResultCorrected>().Last().Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal("resultOn", Field(tale, new CorrectTestResult(1, Some.Grounds, ResultOn: ordered.AddDays(-1))));
        Assert.IsType<NoSuchItem>(Refused(tale, new CorrectTestResult(2, Some.Grounds, Passed: true)));
    }

    [Fact]
    public void What_became_of_goods_is_corrected_by_its_rules_and_the_day_at_once()
    {
        var tale = CaseTale.Filed().Do(Seize);
        var day = tale.Today;
        tale.After(3).Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader);
        Correct(tale, new CorrectSeizureEnd(1, Some.Grounds, day.AddDays(1)));
        Assert.Equal(day.AddDays(1), tale.Case.Seizures[0].EndedOn);
        Assert.Equal("outcome", Field(tale, new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.Confiscated)));
        Assert.Equal("outcome", Field(tale, new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.LapsedByItself)));
        Assert.Equal("endedOn", Field(tale, new CorrectSeizureEnd(1, Some.Grounds, day.AddDays(-1))));

        // What became of goods nobody says alone: the head approves it.
        var handedOver = new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.HandedOver);
        tale.Propose(handedOver, tale.HeadOfItsSection);
        Assert.Equal((SeizureOutcome.Released, ApprovalStep.Measure), (tale.Case.Seizures[0].Outcome, tale.Case.Approvals[^1].Step));
        Correct(tale, handedOver);
        Assert.Equal(SeizureOutcome.HandedOver, tale.Case.Seizures[0].Outcome);
        Assert.Contains("处理由解除并退还改为移交其他机关", tale.Journal.OfType<SeizureEndCorrected>().Last().Summary.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Goods_that_were_never_confiscated_are_not_owed_any_more()
    {
        var tale = Fallen();
        Assert.Contains(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        Correct(tale, new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.Released));
        Assert.DoesNotContain(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.GoodsReturn));

        var returned = Fallen();
        returned.Do(new RecordGoodsReturn(1, GoodsReturnWay.Returned, returned.Today, "退物1"));
        Assert.Equal("seizure", Field(returned, new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.Released)));
    }

    [Fact]
    public void A_refund_is_corrected_and_what_was_counted_of_it_follows()
    {
        var tale = Fallen();
        var owed = tale.Case.Execution.ToRefund;
        tale.Do(new RecordRefund(new(owed), tale.Today, "退1"));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.Refund));
        var counted = tale.Counted.Count;
        tale.After(2);
        Correct(tale, new CorrectRefund(1, new(owed - 100_00), tale.Today, Some.Grounds));
        Assert.Equal((100_00, owed - 100_00), (tale.Case.Execution.ToRefund, tale.Case.Execution.Refunded));
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.Refund));
        Assert.Equal(
            [(tale.Today.AddDays(-2), owed), (tale.Today, 100_00 - owed)],
            tale.Counted.Skip(counted).Where(fact => fact.Measure is Measure.Penalties).Select(fact => (fact.Day, fact.Amount)));
        Assert.Equal(0, tale.Counted.Where(fact => fact.Measure is Measure.Penalties).Sum(fact => fact.Amount) - 100_00);

        Assert.Equal(new RefundBeyondOwed(owed / 100m), Refused(tale, new CorrectRefund(1, new(owed + 1), tale.Today, Some.Grounds)));
        Assert.Equal("amountCny", Field(tale, new CorrectRefund(1, new(-1), tale.Today, Some.Grounds)));
        Correct(tale, new CorrectRefund(1, new(owed), tale.Today, Some.Grounds));
        Assert.Equal(0, tale.Case.Execution.ToRefund);

        // What an earlier version gave back has no number and stays as it was recorded.
        var before = Fallen().Happened(new PenaltyRefunded(100, Some.Today, "退0"));
        Assert.Empty(before.Case.Execution.Refunds);
        Assert.IsType<NoSuchItem>(Refused(before, new CorrectRefund(1, new(50), before.Today, Some.Grounds)));
    }

    /// <summary>
    /// A decision that is to be made anew leaves what was paid of it to be given back, whatever is corrected of the new one.
    /// </summary>
    [Fact]
    public void What_is_owed_of_an_annulled_decision_stays_owed()
    {
        var tale = Fallen(ChallengeOutcome.AnnulledAnew);
        Assert.Equal(20_000_00, tale.Case.Execution.ToRefund);
        tale.Do(new RecordRefund(new(5_000_00), tale.Today, "退1"));
        tale.Do(new ProposePenalty(new(8_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(8_000_00), "一般", default, default, [], Some.Grounds), CaseTale.Head);
        tale.Do(new ServeDecision(tale.Today, null)).After(1);
        var owed = (tale.Case.Execution.ToRefund, tale.Case.Outstanding);
        Correct(tale, new CorrectServedDecision(Some.Grounds, Way: ServiceWay.Left));
        Assert.Equal(owed, (tale.Case.Execution.ToRefund, tale.Case.Outstanding));
        Correct(tale, new CorrectChallenge(1, Some.Grounds, Body: "中级法院"));
        Assert.Equal(owed, (tale.Case.Execution.ToRefund, tale.Case.Outstanding));

        // What was given back before is corrected by its number still.
        Correct(tale, new CorrectRefund(1, new(4_000_00), tale.Case.Execution.Refunds[0].RefundedOn, Some.Grounds));
        Assert.Equal(4_000_00, tale.Case.Execution.Refunded);
    }

    /// <summary>A suit that was withdrawn leaves the term that the reconsideration before it gave.</summary>
    [Fact]
    public void The_term_after_a_withdrawn_suit_is_that_of_the_reconsideration_before()
    {
        var tale = CaseTale.Served();
        tale.After(5).Do(
            new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        tale.After(20).Do(
            new RecordChallengeOutcome(ChallengeOutcome.Upheld, tale.Today, "复决1", default, default, default, []), CaseTale.Legal);
        var term = tale.Case.Execution.SuitUntil!.Value;
        tale.After(3).Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        tale.After(4).Do(
            new RecordChallengeOutcome(ChallengeOutcome.Withdrawn, tale.Today, "行裁1", default, default, default, []), CaseTale.Legal);
        Assert.Equal(term, tale.Case.Execution.SuitUntil);
        tale.After(1);
        Correct(tale, new CorrectChallenge(2, Some.Grounds, EndedOn: tale.Today));
        Assert.Equal(term, tale.Case.Execution.SuitUntil);
    }

    [Fact]
    public void What_runs_from_an_outcome_runs_from_its_right_day()
    {
        var tale = Fallen();
        var (ended, refund, goods) = (tale.Today, tale.LastDay(CaseDeadlines.Refund), tale.LastDay(CaseDeadlines.GoodsReturn));
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(-7), OutcomeDocumentNumber: "行终2"));
        Assert.Equal((ended.AddDays(-7), "行终2"), (tale.Case.Challenges[0].EndedOn!.Value, tale.Case.Challenges[0].OutcomeDocument));
        Assert.Equal(
            (ended.AddDays(-7), ended.AddDays(-7)), (tale.Case.Execution.AnnulledOn!.Value, tale.Case.Seizures[0].ReturnOwedOn!.Value));
        Assert.True(tale.LastDay(CaseDeadlines.Refund) < refund && tale.LastDay(CaseDeadlines.GoodsReturn) < goods);
        Assert.Equal("endedOn", Field(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: tale.Today.AddDays(1))));
        Assert.Equal("receivedOn", Field(tale, new CorrectChallenge(1, Some.Grounds, ReceivedOn: tale.Today)));
        Assert.IsType<NoSuchItem>(Refused(tale, new CorrectChallenge(2, Some.Grounds, Body: "法院")));
        tale.Do(new RecordRefund(new(tale.Case.Execution.ToRefund), ended.AddDays(-3), "退1"));
        Assert.Equal("endedOn", Field(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(-1))));
    }

    /// <summary>行政处罚法 第四十八条第二款: three working days run from the right day of the outcome, also where it is withdrawn by now.</summary>
    [Fact]
    public void What_followed_from_an_outcome_was_late_or_in_time_by_its_right_day()
    {
        var tale = Fallen(after: 60, isPublished: true);
        var ended = tale.Today;
        tale.After(1).Do(new WithdrawPublication("处罚决定被撤销"), CaseTale.Legal)
            .Do(new RecordRefund(new(tale.Case.Execution.ToRefund), tale.Today, "退1"))
            .Do(new RecordGoodsReturn(1, GoodsReturnWay.Returned, tale.Today, "退物1")).After(2);
        Assert.Empty(Following(tale));
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(-9)));
        var missed = Assert.Single(Following(tale));
        var rightly = Fallen(after: 51, isPublished: true).After(9).ClockRuns();
        Assert.Equal(
            rightly.Case.Lapses.Where(one => one.Kind is CaseDeadlines.PublicationWithdrawal).Select(one => (one.Kind, one.DueAt)),
            [(missed.Kind, missed.DueAt)]);

        // All of it was too late by a day that lies further back; and nothing by the day that was said first.
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(-40)));
        Assert.Equal(
            [CaseDeadlines.GoodsReturn, CaseDeadlines.PublicationWithdrawal, CaseDeadlines.Refund],
            Following(tale).Select(one => one.Kind).Order(StringComparer.Ordinal));
        Assert.Contains("更正后至2026-03-25", tale.Journal.OfType<CaseLapseWithdrawn>().Last().Summary.Chinese, StringComparison.Ordinal);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended));
        Assert.Empty(Following(tale));
        Assert.Contains("并未逾期", tale.Journal.OfType<CaseLapseWithdrawn>().Last().Summary.Chinese, StringComparison.Ordinal);

        static IEnumerable<CaseLapse> Following(CaseTale of) => of.Case.Lapses.Where(one =>
            one.Kind is CaseDeadlines.PublicationWithdrawal or CaseDeadlines.Refund or CaseDeadlines.GoodsReturn);
    }

    [Fact]
    public void What_was_decided_anew_was_late_or_in_time_by_the_right_day_of_the_outcome()
    {
        var tale = Fallen(ChallengeOutcome.AnnulledAnew, after: 60);
        var ended = tale.Today;
        tale.After(60).ClockRuns().Do(new ProposePenalty(new(8_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(8_000_00), "一般", default, default, [], Some.Grounds), CaseTale.Head);
        Assert.DoesNotContain(tale.Case.Lapses, one => one.Kind is CaseDeadlines.Decision);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(-45)));
        Assert.Single(tale.Case.Lapses, one => one.Kind is CaseDeadlines.Decision);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended));
        Assert.DoesNotContain(tale.Case.Lapses, one => one.Kind is CaseDeadlines.Decision);
    }

    /// <summary>行政处罚法 第六十七条; 程序规定 第六十四条: what was paid and decided was so in its term, or after it, by the right days.</summary>
    [Fact]
    public void What_was_paid_or_decided_was_late_or_in_time_by_the_right_days()
    {
        var late = CaseTale.Served();
        var served = late.Today;
        late.After(18).ClockRuns();
        late.Do(new ExecutePenalty(
            new(20_000_00 + Surcharge.On(late.Case, late.Today, WorkingCalendar.BuiltIn)), late.Today, null));
        Assert.Single(late.Case.Lapses, one => one.Kind is CaseDeadlines.Payment);
        Correct(late, new CorrectServedDecision(Some.Grounds, served.AddDays(10)));
        Assert.DoesNotContain(late.Case.Lapses, one => one.Kind is CaseDeadlines.Payment);

        var mistyped = CaseTale.Served();
        mistyped.After(20).ClockRuns().Do(new ExecutePenalty(new(20_000_00), mistyped.Today.AddDays(-18), null)).After(1);
        Assert.DoesNotContain(mistyped.Case.Lapses, one => one.Kind is CaseDeadlines.Payment);
        Correct(mistyped, new CorrectPayment(1, new(20_000_00), mistyped.Today.AddDays(-4), Some.Grounds));
        Assert.Single(mistyped.Case.Lapses, one => one.Kind is CaseDeadlines.Payment);
        Correct(mistyped, new CorrectPayment(1, new(20_000_00), mistyped.Today.AddDays(-19), Some.Grounds));
        Assert.DoesNotContain(mistyped.Case.Lapses, one => one.Kind is CaseDeadlines.Payment);

        var tale = CaseTale.Filed().Do(new OrderTest("市质检所", "涂料", "委1", null, null));
        var ordered = tale.Case.Tests[0].OrderedOn;
        tale.After(30).Do(new RecordTestResult(1, Passed: false, "检1")).After(80).ClockRuns()
            .Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(20_000_00), CaseTale.Head);
        Assert.DoesNotContain(tale.Case.Lapses, one => one.Kind is CaseDeadlines.Decision);
        Correct(tale, new CorrectTestResult(1, Some.Grounds, ResultOn: ordered.AddDays(3)));
        Assert.Single(tale.Case.Lapses, one => one.Kind is CaseDeadlines.Decision);
        Correct(tale, new CorrectTestResult(1, Some.Grounds, ResultOn: ordered.AddDays(30)));
        Assert.DoesNotContain(tale.Case.Lapses, one => one.Kind is CaseDeadlines.Decision);
    }

    [Fact]
    public void A_challenge_is_late_or_not_by_its_right_day_and_a_suit_may_follow_from_its_outcome()
    {
        var tale = CaseTale.Served();
        var served = tale.Today;
        tale.After(70).Do(
            new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        Assert.True(tale.Case.Challenges[0].IsLate);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, ReceivedOn: served.AddDays(7)));
        Assert.False(tale.Case.Challenges[0].IsLate);
        Assert.Equal("endedOn", Field(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: tale.Today)));

        tale.After(10).Do(
            new RecordChallengeOutcome(ChallengeOutcome.Upheld, tale.Today, "复决1", default, default, default, []), CaseTale.Legal);
        var until = tale.Case.Execution.SuitUntil!.Value;
        var court = tale.LastDay(CaseDeadlines.CourtEnforcement);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: tale.Today.AddDays(-8)));
        Assert.True(tale.Case.Execution.SuitUntil < until && tale.LastDay(CaseDeadlines.CourtEnforcement) < court);
    }

    /// <summary>行政处罚法 第七十二条: what shows to be owed after the case was closed is carried out, and the case is closed no more.</summary>
    [Fact]
    public void A_closed_case_goes_back_to_execution_where_a_corrected_service_shows_that_something_is_owed()
    {
        var tale = CaseTale.Decided();
        var decided = tale.Today;
        tale.After(20).Do(new ServeDecision(tale.Today, null)).After(10);
        tale.Do(new ExecutePenalty(new(20_000_00), tale.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Leader);
        var closed = tale.Today;
        tale.After(3);
        Correct(tale, new CorrectServedDecision(Some.Grounds, decided.AddDays(1)));
        Assert.Equal((CaseStage.Execution, null), (tale.Case.Stage, tale.Case.End));
        Assert.True(tale.Case.Outstanding > 0);
        Assert.Equal(AwaitedStep.Execution, tale.Case.Awaits);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.Payment));
        Assert.Contains("恢复执行", tale.Journal.OfType<ServiceCorrected>().Single().Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal(
            [(closed, 1L), (closed, -1L)],
            tale.Counted.Where(fact => fact.Measure is Measure.CasesClosed).Select(fact => (fact.Day, fact.Amount)));

        // Paid, it is closed again.
        tale.Do(new ExecutePenalty(new(tale.Case.Outstanding), tale.Today, null));
        Assert.Equal(AwaitedStep.Closing, tale.Case.Awaits);
    }

    [Fact]
    public void A_closed_case_goes_back_to_execution_where_a_corrected_outcome_shows_that_something_is_owed()
    {
        var tale = CaseTale.Served();
        tale.After(5).Do(CasePaymentTests.Challenge(tale.Today), CaseTale.Legal);
        tale.After(60).Do(
            new RecordChallengeOutcome(ChallengeOutcome.Upheld, tale.Today, "决1", default, default, default, []), CaseTale.Legal);
        tale.Do(new ExecutePenalty(new(20_000_00), tale.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Leader);
        Assert.Equal(0, tale.Case.Outstanding);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: tale.Today.AddDays(-20)));
        Assert.Equal((CaseStage.Execution, null), (tale.Case.Stage, tale.Case.End));
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.Payment));
        Assert.Contains("恢复执行", tale.Journal.OfType<ChallengeCorrected>().Single().Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal(0, tale.Counted.Where(fact => fact.Measure is Measure.CasesClosed).Sum(fact => fact.Amount));
    }

    /// <summary>行政复议法 第二十条, 行政诉讼法 第四十六条: sixty days and six months run from the right day of the service.</summary>
    [Fact]
    public void A_challenge_is_late_or_in_time_by_the_right_day_of_the_service()
    {
        var tale = CaseTale.Decided().After(10);
        var served = tale.Today;
        tale.Do(new ServeDecision(served, null)).After(62).Do(
            new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        Assert.True(tale.Case.Challenges[0].IsLate);
        Correct(tale, new CorrectServedDecision(Some.Grounds, served.AddDays(5)));
        Assert.False(tale.Case.Challenges[0].IsLate);
        var rightly = CaseTale.Decided().After(15);
        rightly.Do(new ServeDecision(rightly.Today, null)).After(57).Do(
            new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        Assert.Equal(rightly.Case.Challenges[0].Until, tale.Case.Challenges[0].Until);
        Assert.Contains("并未逾期", tale.Journal.OfType<ServiceCorrected>().Last().Summary.Chinese, StringComparison.Ordinal);
        Correct(tale, new CorrectServedDecision(Some.Grounds, served.AddDays(-5)));
        Assert.True(tale.Case.Challenges[0].IsLate);

        var suit = CaseTale.Served();
        suit.On(suit.Today.AddMonths(6).AddDays(2)).Do(
            new RecordChallenge(ChallengeKind.Suit, suit.Today, "法院", "行初1"), CaseTale.Legal);
        Assert.True(suit.Case.Challenges[0].IsLate);
        Correct(suit, new CorrectServedDecision(Some.Grounds, suit.Case.Execution.ServedOn!.Value.AddDays(5)));
        Assert.False(suit.Case.Challenges[0].IsLate);
    }

    /// <summary>行政诉讼法 第四十五条: fifteen days are left after the reconsideration, from its right day.</summary>
    [Fact]
    public void A_suit_is_late_or_in_time_by_the_right_end_of_the_reconsideration_before()
    {
        var tale = CaseTale.Served();
        tale.After(5).Do(
            new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal);
        var ended = tale.After(40).Today;
        tale.Do(new RecordChallengeOutcome(ChallengeOutcome.Upheld, ended, "复决1", default, default, default, []), CaseTale.Legal);
        tale.After(14).Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        Assert.False(tale.Case.Challenges[1].IsLate);
        Correct(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(-10)));
        Assert.Equal((true, tale.Case.Execution.SuitUntil), (tale.Case.Challenges[1].IsLate, tale.Case.Challenges[1].Until));
        Assert.Contains(
            "第2件行政诉讼的法定期限", tale.Journal.OfType<ChallengeCorrected>().Single().Summary.Chinese, StringComparison.Ordinal);
    }

    /// <summary>行政强制法 第二十五条: what was never ended is held, and its own term runs from the day on which it was taken.</summary>
    [Fact]
    public void A_measure_that_had_not_ended_is_held_again_in_its_own_term()
    {
        var tale = CaseTale.Filed().Do(Seize);
        var taken = tale.Today;
        tale.Do(new ExtendCaseClock(CaseClock.Seizure, 1, null, Some.Grounds));
        var last = tale.LastDay(CaseDeadlines.Seizure, 1);
        tale.After(5).Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader).After(5);
        var notEnded = new CorrectSeizureEnd(1, Some.Grounds, NotEnded: true);
        Assert.Equal("notEnded", Field(tale, notEnded with { EndedOn = tale.Today }));
        tale.Propose(notEnded, tale.HeadOfItsSection);
        Assert.Equal((SeizureOutcome.Released, ApprovalStep.Measure), (tale.Case.Seizures[0].Outcome, tale.Case.Approvals[^1].Step));
        Correct(tale, notEnded);
        Assert.Equal((null, null), (tale.Case.Seizures[0].EndedOn, tale.Case.Seizures[0].Outcome));
        Assert.Equal(last, tale.LastDay(CaseDeadlines.Seizure, 1));
        Assert.True(last > taken.AddDays(50));
        Assert.Contains(CaseTask.GoodsHeld, tale.Case.OpenTasks);
        Assert.Contains("并未结束", tale.Journal.OfType<SeizureNotEnded>().Single().Summary.Chinese, StringComparison.Ordinal);
        Assert.IsType<NoSuchItem>(Refused(tale, notEnded));

        // What an earlier version ended kept no term; it runs from the day on which the goods were taken.
        var before = CaseTale.Filed().Do(Seize);
        before.Happened(new SeizureEnded(1, before.Today, SeizureOutcome.Released, Some.Grounds)).After(3);
        Correct(before, notEnded);
        Assert.Equal(before.Today.AddDays(27), before.LastDay(CaseDeadlines.Seizure, 1));
    }

    [Fact]
    public void A_measure_does_not_go_on_where_its_goods_are_anothers_it_was_never_approved_or_the_case_has_ended()
    {
        var paint = new GoodsLineReport("涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);
        var notEnded = new CorrectSeizureEnd(1, Some.Grounds, NotEnded: true);
        var taken = CaseTale.Filed().Do(new AddGoodsLines([paint], null)).Do(Seize with { Lines = [1] });
        taken.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)).Do(Seize with { Lines = [1] });
        Assert.IsType<GoodsLineTaken>(Refused(taken, notEnded));

        var spot = CaseTale.Filed().Propose(Seize with { OnTheSpot = true });
        spot.Propose(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds));
        Assert.Equal("notEnded", Field(spot, notEnded));

        var withdrawn = CaseTale.Filed().Do(Seize).Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds));
        withdrawn.Do(new WithdrawCase(Some.Grounds), CaseTale.Leader);
        Assert.IsType<CaseNotInStage>(Refused(withdrawn, notEnded));
    }

    [Fact]
    public void The_lapse_of_a_measure_follows_the_right_day_of_its_end()
    {
        var tale = CaseTale.Filed().Do(Seize);
        var day = tale.Today;
        tale.After(40).ClockRuns().Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader);
        Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Seizure);
        Correct(tale, new CorrectSeizureEnd(1, Some.Grounds, day.AddDays(20)));
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Seizure);

        var late = CaseTale.Filed().Do(Seize);
        late.After(20).Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader).After(30);
        Correct(late, new CorrectSeizureEnd(1, Some.Grounds, day.AddDays(40)));
        Assert.Single(late.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Seizure);
    }

    /// <summary>What was owed because of a mistake never was: nobody answers for its lapse.</summary>
    [Fact]
    public void The_lapse_of_goods_that_were_never_to_be_given_back_is_taken_back()
    {
        var tale = Fallen().After(60).ClockRuns();
        Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.GoodsReturn);
        Correct(tale, new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.Released));
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.GoodsReturn);
        Assert.Contains("并无此项义务", tale.Journal.OfType<CaseLapseWithdrawn>().Last().Summary.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refund_that_was_none_is_owed_in_the_term_that_there_was()
    {
        var tale = Fallen();
        var last = tale.LastDay(CaseDeadlines.Refund);
        tale.Do(new RecordRefund(new(tale.Case.Execution.ToRefund), tale.Today, "退1")).After(4);
        Correct(tale, new CorrectRefund(1, default, tale.Case.Execution.Refunds[0].RefundedOn, Some.Grounds));
        Assert.Equal(last, tale.LastDay(CaseDeadlines.Refund));

        // Over by then, it has lapsed; and given back on another day than was said, it was late or in time by that.
        var over = Fallen();
        over.Do(new RecordRefund(new(over.Case.Execution.ToRefund), over.Today, "退1")).After(90);
        var day = over.Case.Execution.Refunds[0].RefundedOn;
        Correct(over, new CorrectRefund(1, new(20_000_00), day.AddDays(80), Some.Grounds));
        Assert.Single(over.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Refund);
        Correct(over, new CorrectRefund(1, new(20_000_00), day.AddDays(1), Some.Grounds));
        Assert.DoesNotContain(over.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Refund);
        Correct(over, new CorrectRefund(1, new(10_000_00), day.AddDays(1), Some.Grounds));
        Assert.Single(over.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Refund);
    }

    [Fact]
    public void An_outcome_is_not_put_after_the_decision_that_was_made_anew()
    {
        var tale = Fallen(ChallengeOutcome.AnnulledAnew);
        var ended = tale.Today;
        tale.After(5).Do(new ProposePenalty(new(8_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(8_000_00), "一般", default, default, [], Some.Grounds), CaseTale.Head).After(3);
        Assert.Equal("endedOn", Field(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: tale.Today)));
        Assert.Equal("endedOn", Field(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(6))));
        Assert.Null(Refused(tale, new CorrectChallenge(1, Some.Grounds, EndedOn: ended.AddDays(4))));
    }

    [Fact]
    public void A_service_that_was_late_after_all_is_a_lapse()
    {
        var tale = CaseTale.Decided();
        var decided = tale.Today;
        tale.Do(new ServeDecision(decided, null)).After(30);
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Service);
        Correct(tale, new CorrectServedDecision(Some.Grounds, decided.AddDays(25)));
        var lapse = Assert.Single(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Service);
        var late = CaseTale.Decided().After(25).ClockRuns();
        Assert.Equal(late.Case.Lapses.Single(one => one.Kind == CaseDeadlines.Service).DueAt, lapse.DueAt);
        Correct(tale, new CorrectServedDecision(Some.Grounds, decided.AddDays(2)));
        Assert.DoesNotContain(tale.Case.Lapses, one => one.Kind == CaseDeadlines.Service);
    }

    /// <summary>The decision named the party; a code that was left out or mistyped is its own still (by its name), another party is
    /// not.</summary>
    [Fact]
    public void A_party_has_its_code_put_right_also_after_the_decision()
    {
        var tale = CaseTale.Decided();
        var known = tale.Case.Lead.Party;
        tale.Happened(new CasePartyCorrected(
            1, known, known with { CreditCode = null, Kind = PartyKind.Enterprise }, [], Some.Grounds));
        tale.Do(
            new CorrectCaseParty(1, PartyKind.Enterprise, known.Name, known.CreditCode, known.Address, Some.Grounds),
            tale.HeadOfItsSection);
        Assert.Equal(known.CreditCode, tale.Case.Lead.Party.CreditCode);
        Assert.IsType<DecidedOfAnotherParty>(tale.Refused(
            new CorrectCaseParty(1, PartyKind.Person, "张某", null, null, Some.Grounds), tale.HeadOfItsSection));
    }

    [Fact]
    public void They_are_for_the_head_of_the_section()
    {
        foreach (var command in new[]
        {
            typeof(CorrectServedDecision), typeof(CorrectTestResult), typeof(CorrectSeizureEnd), typeof(CorrectRefund),
            typeof(CorrectChallenge), typeof(CorrectCaseAct),
        })
        {
            Assert.Equal(Roles.SectionHead | Roles.Leader, AllowedToAttribute.Of(command));
            Assert.True(command.IsDefined(typeof(ByHeadOfSectionAttribute), inherit: false));
        }
    }

    private static CaseTale Fallen(ChallengeOutcome outcome = ChallengeOutcome.Annulled, int after = 30, bool isPublished = false)
    {
        var tale = CaseTale.Filed().Do(Seize).Do(new ProposePenalty(new(20_000_00), default, new(5_000_00), [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(20_000_00), "一般", default, new(5_000_00), [], Some.Grounds), CaseTale.Head);
        tale.Do(new ServeDecision(tale.Today, null)).Do(new EndSeizure(1, SeizureOutcome.Confiscated, Some.Grounds));
        tale.Do(new ExecutePenalty(new(20_000_00), tale.Today, null));
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        if (isPublished)
        {
            tale.Do(new PublishDecision(tale.Today, "公示系统"));
        }

        tale.After(after);
        return tale.Do(
            new RecordChallengeOutcome(outcome, tale.Today, "行终1", default, default, default, []), CaseTale.Legal);
    }

    private static void Correct(CaseTale tale, CaseCommand command) => tale.Do(command, tale.HeadOfItsSection);

    private static Refusal? Refused(CaseTale tale, CaseCommand command) => tale.Refused(command, tale.HeadOfItsSection);

    private static string Field(CaseTale tale, CaseCommand command) => Assert.IsType<InvalidInput>(Refused(tale, command)).Field;
}
