using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>What follows from a reconsideration or a suit, however it ends (行政复议法; 行政诉讼法; 行政处罚法 第四十八条、第七十三条).</summary>
public sealed class CaseChallengeTests
{
    [Theory]
    // Served on 2 March 2026: sixty days end on Labour Day and give way to Wednesday 6 May; six months on 2 September.
    [InlineData(ChallengeKind.Reconsideration, "2026-05-06", false)]
    [InlineData(ChallengeKind.Reconsideration, "2026-05-07", true)]
    [InlineData(ChallengeKind.Suit, "2026-09-02", false)]
    [InlineData(ChallengeKind.Suit, "2026-09-03", true)]
    public void A_late_challenge_is_recorded_as_late_and_the_body_decides(ChallengeKind kind, string received, bool isLate)
    {
        var served = CaseTale.Served().On(Day(received));
        served.Do(CasePaymentTests.Challenge(served.Today, kind), CaseTale.Legal);
        Assert.Equal(isLate, Assert.Single(served.Case.Challenges).IsLate);
        Assert.IsType<ChallengeRuns>(served.Refused(CasePaymentTests.Challenge(served.Today, kind), CaseTale.Legal));
    }

    [Fact]
    public void Only_what_is_served_is_challenged_on_a_day_between_service_and_today()
    {
        Assert.IsType<CaseNotInStage>(CaseTale.Decided().Refused(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal));
        var served = CaseTale.Served().After(2);
        Assert.Equal("receivedOn", Assert.IsType<InvalidInput>(served.Refused(CasePaymentTests.Challenge(Some.Today.AddDays(-1)),
            CaseTale.Legal)).Field);
        Assert.Equal("receivedOn", Assert.IsType<InvalidInput>(served.Refused(CasePaymentTests.Challenge(served.Today.AddDays(1)),
            CaseTale.Legal)).Field);
        Assert.IsType<NoChallengeRuns>(served.Refused(Outcome(ChallengeOutcome.Upheld, served.Today), CaseTale.Legal));
    }

    [Fact]
    public void What_is_upheld_is_enforced_once_the_party_can_no_longer_sue()
    {
        var upheld = Challenged().On(new DateOnly(2026, 5, 20));
        Assert.Null(upheld.Case.Clocks.Find(CaseDeadlines.CourtEnforcement));
        upheld.Do(Outcome(ChallengeOutcome.Upheld, upheld.Today), CaseTale.Legal);
        // Fifteen days after the reconsideration (行政诉讼法 第四十五条), and three months from there.
        Assert.Equal((new DateOnly(2026, 6, 4), new DateOnly(2026, 9, 4)),
            (upheld.Case.Execution.SuitUntil, upheld.LastDay(CaseDeadlines.CourtEnforcement)));
        Assert.Equal(ChallengeOutcome.Upheld, upheld.Case.Challenges[0].Outcome);

        // After a judgment there is nothing left to sue for.
        upheld.Do(CasePaymentTests.Challenge(upheld.Today, ChallengeKind.Suit), CaseTale.Legal).On(new DateOnly(2026, 8, 3));
        upheld.Do(Outcome(ChallengeOutcome.Upheld, upheld.Today), CaseTale.Legal);
        Assert.Equal(upheld.Today, upheld.Case.Execution.SuitUntil);
    }

    [Theory]
    [InlineData("2026-04-20", "2026-09-02")]
    [InlineData("2026-09-20", "2026-09-20")]
    public void Who_withdraws_may_still_sue_within_the_old_term(string withdrawn, string suit)
    {
        var tale = Challenged().On(Day(withdrawn));
        tale.Do(Outcome(ChallengeOutcome.Withdrawn, tale.Today), CaseTale.Legal);
        Assert.Equal(Day(suit), tale.Case.Execution.SuitUntil);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.CourtEnforcement));
    }

    [Theory]
    [InlineData(ChallengeOutcome.Annulled, null, true)]
    [InlineData(ChallengeOutcome.AnnulledAnew, null, true)]
    [InlineData(ChallengeOutcome.Changed, 10, true)]
    [InlineData(ChallengeOutcome.Changed, null, true)]
    [InlineData(ChallengeOutcome.Upheld, null, false)]
    [InlineData(ChallengeOutcome.Withdrawn, null, false)]
    public void A_licence_that_the_decision_suspends_is_told_at_once_what_it_became(ChallengeOutcome outcome, int? days, bool isTold)
    {
        var tale = Suspending(30);
        tale.Do(CasePaymentTests.Challenge(tale.Today), CaseTale.Legal);
        tale.Suspended = [Some.ProductionLicenceNumber];
        var becomes = outcome is ChallengeOutcome.Changed
            ? Outcome(outcome, tale.Today) with
            {
                Fine = new(1_00),
                Others = days is null ? [] : [PenaltyKind.LicenceSuspension],
                SuspensionDays = days,
            }
            : Outcome(outcome, tale.Today);
        tale.Do(becomes, CaseTale.Legal);
        if (!isTold)
        {
            Assert.Null(Case.Concept.Owes(tale.Case));
            return;
        }

        var owed = Case.Concept.Owes(tale.Case)!;
        Assert.Equal(new NoteSuspendingDecision(CaseTale.Number, days, "复决1"), owed.Command);
        Assert.Contains(CaseDeadlines.Of(tale.Case), open => open.Kind == CaseDeadlines.LicenceNotice && open.DueAt <= tale.Now);
        tale.ClockRuns();
        Assert.Equal(new SuspendedLicenceTold(Some.ProductionLicenceNumber, null), tale.Journal.OfType<SuspendedLicenceTold>().Single());
        Assert.Null(Case.Concept.Owes(tale.Case));
    }

    [Fact]
    public void A_suspension_is_decided_for_so_many_days_and_never_for_more_than_was_told()
    {
        Assert.Equal("suspensionDays", Proposed(null));
        Assert.Equal("suspensionDays", Proposed(0));
        Assert.Null(Proposed(1));
        Assert.Null(Proposed(1825));
        Assert.Equal("suspensionDays", Proposed(1826));
        Assert.Equal("suspensionDays", Problem(CaseTale.Filed().Refused(
            new ProposePenalty(new(1_00), default, default, [], Some.Grounds, SuspensionDays: 30))));

        var told = Reviewed(30);
        Assert.Null(told.Refused(Decision(30), CaseTale.Head));
        Assert.Null(told.Refused(Decision(29), CaseTale.Head));
        Assert.IsType<PenaltyAggravated>(told.Refused(Decision(31), CaseTale.Head));
        Assert.Equal("suspensionDays", Problem(told.Refused(Decision(null), CaseTale.Head)));

        var served = Suspending(30);
        served.Do(CasePaymentTests.Challenge(served.Today), CaseTale.Legal);
        var longer = Outcome(ChallengeOutcome.Changed, served.Today) with
        {
            Fine = new(1_00),
            Others = [PenaltyKind.LicenceSuspension],
            SuspensionDays = 31,
        };
        Assert.IsType<ChallengeAggravates>(served.Refused(longer, CaseTale.Legal));
        Assert.Null(served.Refused(longer with { SuspensionDays = 30 }, CaseTale.Legal));

        static string? Proposed(int? days) => Problem(CaseTale.Filed().Refused(Proposal(days)));

        static string? Problem(Refusal? refusal) => (refusal as InvalidInput)?.Field;
    }

    private static ProposePenalty Proposal(int? days) =>
        new(new(1_00), default, default, [PenaltyKind.LicenceSuspension], Some.Grounds, SuspensionDays: days);

    private static DecidePenalty Decision(int? days) =>
        new(new(1_00), "裁量", default, default, [PenaltyKind.LicenceSuspension], Some.Grounds, SuspensionDays: days);

    private static CaseTale Reviewed(int days)
    {
        var tale = CaseTale.Filed().Do(Proposal(days));
        return tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated();
    }

    private static CaseTale Suspending(int days)
    {
        var tale = Reviewed(days).Do(Decision(days), CaseTale.Head);
        return tale.Do(new ServeDecision(tale.Today, null));
    }

    [Fact]
    public void What_is_changed_is_published_anew_and_what_was_paid_beyond_it_is_given_back()
    {
        var paid = Paid().Do(Changed(5_000_00, Some.Today.AddDays(10)), CaseTale.Legal);
        Assert.Equal((5_000_00, 15_000_00), (paid.Case.Stands, paid.Case.Execution.ToRefund));
        Assert.Equal(20_000_00, paid.Case.Challenges[0].Decision!.Penalty.Fine);
        Assert.Equal([CaseTask.RefundOwed, CaseTask.PublicationStanding], paid.Case.OpenTasks);
        Assert.IsType<CaseHasOpenTasks>(paid.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));
        // Three working days from Thursday 12 March.
        Assert.Equal(new DateOnly(2026, 3, 17), paid.LastDay(CaseDeadlines.PublicationWithdrawal));
        paid.Do(new WithdrawPublication("处罚决定已变更"), CaseTale.Legal);
        Assert.Null(paid.Case.Execution.PublishedOn);
        Assert.NotNull(paid.Case.Clocks.Find(CaseDeadlines.Publication));
        paid.Do(new PublishDecision(paid.Today, "公示系统"));

        Assert.Equal(new RefundBeyondOwed(15_000), paid.Refused(Refund(15_000_01, paid.Today)));
        Assert.Equal("amountCny", Assert.IsType<InvalidInput>(paid.Refused(Refund(0, paid.Today))).Field);
        paid.Do(Refund(10_000_00, paid.Today)).Do(Refund(5_000_00, paid.Today));
        Assert.Empty(paid.Case.OpenTasks);
        Assert.Null(paid.Case.Clocks.Find(CaseDeadlines.Refund));
        Assert.Equal(CaseStage.Closed, paid.Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head).Case.Stage);
    }

    [Fact]
    public void A_change_says_what_it_becomes_and_nothing_else_does()
    {
        var challenged = Challenged();
        Assert.Equal("fineCny", Assert.IsType<InvalidInput>(challenged.Refused(Outcome(ChallengeOutcome.Changed, challenged.Today),
            CaseTale.Legal)).Field);
        Assert.Equal("fineCny", Assert.IsType<InvalidInput>(challenged.Refused(Outcome(ChallengeOutcome.Annulled,
            challenged.Today) with
        { Fine = new(1) }, CaseTale.Legal)).Field);
    }

    [Fact]
    public void What_is_given_back_is_counted_under_what_it_was_counted_under()
    {
        var paid = CaseTale.Served().After(1);
        paid.Do(new ExecutePenalty(new(12_000_00), paid.Today, null)).Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head)
            .Do(new ExecutePenalty(new(8_000_00), paid.Today, null)).Do(CasePaymentTests.Challenge(paid.Today), CaseTale.Legal).After(9);
        paid.Do(Outcome(ChallengeOutcome.Annulled, paid.Today), CaseTale.Legal);
        Assert.Equal(20_000_00, paid.Case.Execution.ToRefund);

        // The last payment first, under its section; then the one before.
        Assert.Equal([("QUALITY", -5_000_00L)], Counted(5_000_00));
        Assert.Equal([("QUALITY", -3_000_00L), ("INSPECTION", -12_000_00L)], Counted(15_000_00));

        List<(string?, long)> Counted(long fen)
        {
            var before = paid.State;
            var refunded = paid.Do(Refund(fen, paid.Today)).Journal.OfType<PenaltyRefunded>().Last();
            return [.. Case.Concept.Tally(before, refunded, paid.Case).Select(fact => (fact.Section, fact.Amount))];
        }
    }

    [Fact]
    public void What_is_annulled_ends_as_annulled_when_what_follows_is_done()
    {
        var annulled = Paid().Do(Outcome(ChallengeOutcome.Annulled, Some.Today.AddDays(10)), CaseTale.Legal);
        Assert.Equal((0, 20_000_00), (annulled.Case.Stands, annulled.Case.Execution.ToRefund));
        Assert.Equal(0, ((CaseRow)Case.Concept.RowsOf("case/x", annulled.Case, 1)[0]).Penalty);
        annulled.Do(new WithdrawPublication("处罚决定被撤销"), CaseTale.Legal).Do(Refund(20_000_00, annulled.Today));
        Assert.Null(annulled.Case.Clocks.Find(CaseDeadlines.Publication));
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(annulled.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds),
            CaseTale.Head)).Field);
        Assert.IsType<CaseNotInStage>(annulled.Refused(new PublishDecision(annulled.Today, "公示系统")));
        annulled.Do(new CloseCase(CaseOutcome.Annulled, Some.Grounds), CaseTale.Head);
        Assert.Equal((CaseStage.Closed, CaseOutcome.Annulled), (annulled.Case.Stage, annulled.Case.End!.Outcome));
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(CaseTale.Served().Refused(new CloseCase(CaseOutcome.Annulled, Some.Grounds),
            CaseTale.Head)).Field);
    }

    [Fact]
    public void A_closed_case_whose_decision_is_annulled_owes_what_follows_and_stays_closed()
    {
        var closed = Closed().Do(Outcome(ChallengeOutcome.Annulled, Some.Today.AddDays(10)), CaseTale.Legal);
        Assert.Equal((CaseStage.Closed, CaseOutcome.Annulled), (closed.Case.Stage, closed.Case.End!.Outcome));
        Assert.Equal([CaseTask.RefundOwed, CaseTask.PublicationStanding], closed.Case.OpenTasks);
        closed.After(90).ClockRuns();
        Assert.Equal([CaseDeadlines.PublicationWithdrawal, CaseDeadlines.Refund], closed.Case.Lapses.Select(lapse => lapse.Kind));
        closed.Do(new WithdrawPublication("处罚决定被撤销"), CaseTale.Legal).Do(Refund(20_000_00, closed.Today));
        Assert.Empty(closed.Case.OpenTasks);
        Assert.Empty(closed.Case.Clocks);
    }

    [Fact]
    public void What_is_to_be_decided_anew_is_investigated_anew_and_a_closing_that_was_counted_is_taken_back()
    {
        var closed = Closed().After(10);
        var before = closed.State;
        closed.Do(Outcome(ChallengeOutcome.AnnulledAnew, closed.Today), CaseTale.Legal);
        var fact = Assert.Single(Case.Concept.Tally(before, closed.Journal.OfType<ChallengeOutcomeRecorded>().Single(), closed.Case));
        Assert.Equal((Measure.CasesClosed, -1, before!.End!.On), (fact.Measure, fact.Amount, fact.Day));
        Assert.Equal((CaseStage.Investigation, null, null, null),
            (closed.Case.Stage, closed.Case.Decision, closed.Case.Rights, closed.Case.End));
        Assert.Equal(AwaitedStep.Investigation, closed.Case.Awaits);
        var notice = Assert.Single(closed.Case.EarlierNotices);
        Assert.Equal((before.Rights!.ServedOn, 20_000_00), (notice.ServedOn, notice.Penalty.Fine));
        Assert.Equal((20_000_00, 0), (closed.Case.Execution.ToRefund, closed.Case.Stands));
        Assert.NotNull(closed.Case.Clocks.Find(CaseDeadlines.Decision));

        // The new decision is not paid by what the old one still owes back.
        closed.Do(new WithdrawPublication("处罚决定被撤销"), CaseTale.Legal);
        Assert.Null(closed.Case.Clocks.Find(CaseDeadlines.Publication));
        closed.Do(new ProposePenalty(new(10_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        closed.Do(new NotifyRights(closed.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(10_000_00), CaseTale.Head);
        closed.Do(new ServeDecision(closed.Today, null));
        Assert.Equal(10_000_00, closed.Case.Outstanding);
        closed.Do(Refund(20_000_00, closed.Today)).Do(new ExecutePenalty(new(10_000_00), closed.Today, null))
            .Do(new PublishDecision(closed.Today, "公示系统"));
        Assert.Empty(closed.Case.OpenTasks);
    }

    [Fact]
    public void A_grave_case_that_is_to_be_decided_anew_is_deliberated_anew()
    {
        var heard = CaseTale.Served(200_000_00);
        heard.Do(CasePaymentTests.Challenge(heard.Today), CaseTale.Legal)
            .Do(Outcome(ChallengeOutcome.AnnulledAnew, heard.Today), CaseTale.Legal);
        Assert.Null(heard.Case.Deliberation);
    }

    private static CaseTale Challenged()
    {
        var served = CaseTale.Served();
        return served.Do(CasePaymentTests.Challenge(served.Today), CaseTale.Legal);
    }

    private static CaseTale Paid()
    {
        var served = CaseTale.Served();
        return served.Do(new PublishDecision(served.Today, "公示系统")).Do(new ExecutePenalty(new(20_000_00), served.Today, null))
            .Do(CasePaymentTests.Challenge(served.Today), CaseTale.Legal).After(10);
    }

    private static CaseTale Closed()
    {
        var served = CaseTale.Served();
        return served.Do(new PublishDecision(served.Today, "公示系统")).Do(new ExecutePenalty(new(20_000_00), served.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head)
                .Do(CasePaymentTests.Challenge(served.Today), CaseTale.Legal).After(10);
    }

    private static RecordChallengeOutcome Outcome(ChallengeOutcome outcome, DateOnly on) =>
        new(outcome, on, "复决1", default, default, default, []);

    [Fact]
    public void Money_is_given_back_after_the_outcome_that_asks_for_it_was_received()
    {
        var received = Some.Today.AddDays(10);
        var annulled = Paid().Do(Outcome(ChallengeOutcome.Annulled, received), CaseTale.Legal);
        Assert.Equal("refundedOn", Assert.IsType<InvalidInput>(annulled.Refused(Refund(20_000_00, received.AddDays(-1)))).Field);
        Assert.Null(annulled.Refused(Refund(20_000_00, received)));
    }

    [Fact]
    public void A_payment_is_not_corrected_below_what_was_given_back()
    {
        var changed = Paid().Do(Changed(5_000_00, Some.Today.AddDays(10)), CaseTale.Legal);
        changed.Do(Refund(15_000_00, changed.Today));
        var less = new CorrectPayment(1, new(14_999_99), Some.Today, Some.Grounds);
        Assert.Equal("amountCny", Assert.IsType<InvalidInput>(changed.Refused(less, CaseTale.Head)).Field);
        Assert.Equal(0, changed.Do(less with { Amount = new(15_000_00) }, CaseTale.Head).Case.Execution.Kept);
    }

    [Theory]
    [InlineData(20_000_00, false)]
    [InlineData(19_999_00, false)]
    [InlineData(20_001_00, true)]
    public void Who_challenges_a_decision_is_not_put_worse_by_that(long becomes, bool isRefused)
    {
        var challenged = CaseTale.Served().Do(
            new RecordChallenge(ChallengeKind.Reconsideration, CaseTale.Served().Today, "青浦区人民政府", "青府复〔2026〕1号"), CaseTale.Legal);
        var refused = challenged.Refused(Changed(becomes, challenged.Today), CaseTale.Legal);
        Assert.Equal(isRefused ? new ChallengeAggravates(20_000m, becomes / 100m, PenaltyPart.Fine) : null, refused);
    }

    private static RecordChallengeOutcome Changed(long fine, DateOnly on) =>
        Outcome(ChallengeOutcome.Changed, on) with { Fine = new(fine) };

    private static RecordRefund Refund(long fen, DateOnly on) => new(new(fen), on, "退1");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
