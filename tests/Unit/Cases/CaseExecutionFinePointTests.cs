using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>From the decision on: how it is served and shown, what a challenge makes of it, and what is given back.</summary>
public sealed class CaseExecutionFinePointTests
{
    /// <summary>行政处罚法 第六十六条: whoever was served by notice asks for more time before anything else has happened.</summary>
    [Fact]
    public void What_a_notice_served_last_night_is_to_be_paid_and_may_be_paid_in_parts()
    {
        var tale = Published();
        var (over, until) = (ShanghaiTime.EndOf(Some.Today.AddDays(30)), Some.Today.AddDays(90));
        tale.At(over.AddTicks(-1)).ClockRuns().On(ShanghaiTime.DayOf(over));
        tale.Do(new AllowInstalments(until, Some.Grounds), CaseTale.Head);
        Assert.Equal((CaseStage.Execution, until), (tale.Case.Stage, tale.LastDay(CaseDeadlines.Payment)));
    }

    /// <summary>程序规定 第七十七条: a warning that is served by notice leaves nothing to do; that it is closed is owed from then on.</summary>
    [Fact]
    public void What_follows_when_a_deadline_is_met_has_its_own_at_once()
    {
        var warned = CaseTale.Filed().Do(new ProposePenalty(default, default, default, [PenaltyKind.Warning], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        warned.Do(new NotifyRights(warned.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(0) with { Others = [PenaltyKind.Warning] }, CaseTale.Head)
            .Do(new ServeDecision(warned.Today, "公1", ServiceWay.PublicNotice));
        warned.At(ShanghaiTime.EndOf(Some.Today.AddDays(30))).ClockRuns();
        Assert.Equal(Some.Today.AddDays(30), warned.Case.Execution.ServedOn);
        Assert.NotNull(warned.Clock(CaseDeadlines.Closing).DueAt);
    }

    /// <summary>Served before the notice appeared, as is known only later: the notice stopped no day, and none before it began.</summary>
    [Theory]
    [InlineData(3, 5)]
    [InlineData(5, 6)]
    [InlineData(7, 8)]
    public void A_notice_that_a_service_overtakes_ends_with_that_and_not_before_it_began(int servedAfter, int endsAfter)
    {
        var tale = CaseTale.Decided().After(5);
        tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice)).After(5)
            .Do(new ServeDecision(Some.Today.AddDays(servedAfter), "回执1", ServiceWay.ByPost));
        var pause = Assert.Single(tale.Case.Pauses).Pause;
        Assert.Equal(ShanghaiTime.StartOf(Some.Today.AddDays(5)), pause.StartedAt);
        Assert.Equal(ShanghaiTime.StartOf(Some.Today.AddDays(endsAfter)), pause.EndedAt);
    }

    /// <summary>食品、化妆品, and industrial products that need a licence or a certificate.</summary>
    [Theory]
    [InlineData("FOOD", PublicityTier.KeyGoods)]
    [InlineData("COSMETICS", PublicityTier.KeyGoods)]
    [InlineData("AUTO_PARTS", PublicityTier.KeyGoods)]
    [InlineData("FERTILISER", PublicityTier.KeyGoods)]
    [InlineData("LOW_VOLTAGE_ELECTRICAL", PublicityTier.KeyGoods)]
    [InlineData("HOUSEHOLD_APPLIANCES", PublicityTier.KeyGoods)]
    [InlineData("CLOTHING", PublicityTier.General)]
    public void A_decision_about_goods_of_safety_is_shown_longer(string productClass, PublicityTier tier) => Assert.Equal(
        tier,
        Publicity.TierOf(
            new Penalty(1, 0, 0, []),
            [new CaseParty(PartyKind.Enterprise, "某厂", null, null)],
            ["COATINGS", productClass],
            isMitigated: false));

    /// <summary>Three years from 2 March 2026 end on 2 March 2029; only a longer restriction is what is counted from.</summary>
    [Theory]
    [InlineData(-1, StatutoryRules.PublicityRestriction, "2026-03-02")]
    [InlineData(0, StatutoryRules.PublicityRestriction, "2026-03-02")]
    [InlineData(1, StatutoryRules.PublicityEnd, "2029-03-03")]
    public void A_restriction_that_ends_with_its_tier_is_shown_by_the_rule_of_the_tier(int days, string rule, string countedFrom)
    {
        var limit = new DateOnly(2029, 3, 2).AddDays(days);
        var shown = Publicity.Shown(PublicityTier.Restriction, Some.Today, limit, WorkingCalendar.BuiltIn);
        Assert.Equal((rule, DateOnly.Parse(countedFrom, CultureInfo.InvariantCulture)), (shown.Rule, shown.CountedFrom));
    }

    [Fact]
    public void What_a_decision_is_changed_into_is_a_whole_penalty()
    {
        var tale = Challenged(CaseTale.Served());
        var changed = new RecordChallengeOutcome(
            ChallengeOutcome.Changed, tale.Today, "复决1", new(1_000_00), default, default, [PenaltyKind.LicenceSuspension]);
        Assert.Equal("suspensionDays", Assert.IsType<InvalidInput>(tale.Refused(changed, CaseTale.Legal)).Field);
        Assert.Equal("fineCny", Assert.IsType<InvalidInput>(
            tale.Refused(changed with { Outcome = ChallengeOutcome.Upheld, Others = [] }, CaseTale.Legal)).Field);
    }

    /// <summary>行政处罚法 第七十二条: of a decision that fell, no surcharge is owed, nothing is kept and nobody need sue.</summary>
    [Theory]
    [InlineData(ChallengeOutcome.Upheld, 600_00, 0, "2026-04-13")] // fifteen days from 28 March end on a Sunday
    [InlineData(ChallengeOutcome.Annulled, 0, 20_000_00, null)]
    [InlineData(ChallengeOutcome.AnnulledAnew, 0, 20_000_00, null)]
    public void What_was_paid_late_is_given_back_where_the_decision_falls(
        ChallengeOutcome outcome, long surcharge, long toRefund, string? suitUntil)
    {
        var late = CaseTale.Served();
        late.On(late.LastDay(CaseDeadlines.Payment).AddDays(1)).Do(new ExecutePenalty(new(20_000_00), late.Today, null));
        Assert.Equal(600_00, late.Case.Outstanding);
        Challenged(late.After(1)).Do(Answer(outcome, late.Today), CaseTale.Legal);
        var answered = Assert.Single(late.Journal.OfType<ChallengeOutcomeRecorded>());
        Assert.Equal((surcharge, toRefund), (answered.Surcharge, answered.ToRefund));
        Assert.Equal(suitUntil, answered.SuitUntil is { } until ? IsoDate.Of(until) : null);
        Assert.Equal(surcharge, late.Case.Outstanding);
    }

    /// <summary>What was paid last is given back first, each under what it was counted under, and no payment beyond what it was.</summary>
    [Fact]
    public void What_is_given_back_in_parts_is_taken_back_payment_by_payment()
    {
        var tale = CaseTale.Served();
        foreach (var amount in new[] { 16_000_00, 2_000_00, 2_000_00 })
        {
            tale.Do(new ExecutePenalty(new(amount), tale.Today, null));
        }

        Challenged(tale).Do(Answer(ChallengeOutcome.Annulled, tale.Today), CaseTale.Legal);
        tale.Do(new RecordRefund(new(4_000_01), tale.Today, "退1"));
        Assert.Equal([-2_000_00, -2_000_00, -1], GivenBack());
        tale.Do(new RecordRefund(new(7_999_99), tale.Today, "退2"));
        Assert.Equal([-2_000_00, -2_000_00, -1, -7_999_99], GivenBack());
        tale.Do(new RecordRefund(new(8_000_00), tale.Today, "退3"));
        Assert.Equal([-2_000_00, -2_000_00, -1, -7_999_99, -8_000_00], GivenBack());

        IEnumerable<long> GivenBack() =>
            tale.Counted.Where(fact => fact is { Measure: Measure.Penalties, Amount: < 0 }).Select(fact => fact.Amount);
    }

    /// <summary>Of payments from before each was kept: by the section and the main class of the case.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20_000_00)]
    public void What_was_paid_before_each_payment_was_kept_is_taken_back_under_the_case_s_own(long amount)
    {
        var tale = CaseTale.Served();
        var lead = tale.Case.Lead;
        tale.Do(
            new CorrectCaseLead(
                lead.Violation, lead.Source, lead.ReceivedOn, lead.Facts, null, null, ["COATINGS", "WOOD_PANELS"], [], null, false,
                Some.Grounds),
            CaseTale.Head).Happened(new PenaltyExecuted(20_000_00, tale.Today, null));
        Challenged(tale).Do(Answer(ChallengeOutcome.Annulled, tale.Today), CaseTale.Legal);
        tale.Do(new RecordRefund(new(amount), tale.Today, "退1"));
        Assert.Equal(
            new TallyFact(
                tale.Today, Measure.Penalties, -amount, "INSPECTION", null, "COATINGS", "ADULTERATION_OR_SUBSTANDARD", Some.CreditCode),
            tale.Counted[^1]);
    }

    /// <summary>行政处罚法 第七十二条: two days of 20,000 yuan, three of 10,000 and one of 5,000, at three per cent.</summary>
    [Fact]
    public void What_was_paid_counts_from_its_day_in_whatever_order_it_was_entered()
    {
        var served = CaseTale.Served();
        var last = served.LastDay(CaseDeadlines.Payment);
        served.On(last.AddDays(5)).Do(new ExecutePenalty(new(5_000_00), last.AddDays(5), null))
            .Do(new ExecutePenalty(new(10_000_00), last.AddDays(2), null));
        Assert.Equal(1_200_00 + 900_00 + 150_00, Surcharge.On(served.Case, last.AddDays(6), WorkingCalendar.BuiltIn));
    }

    /// <summary>When it came is not known: what was paid before each payment was kept counts as paid in time.</summary>
    [Fact]
    public void Nothing_accrues_on_what_was_paid_before_each_payment_was_kept()
    {
        var served = CaseTale.Served();
        var last = served.LastDay(CaseDeadlines.Payment);
        served.Happened(new PenaltyExecuted(15_000_00, served.Today, null));
        Assert.Equal(150_00, Surcharge.On(served.Case, last.AddDays(1), WorkingCalendar.BuiltIn));
    }

    private static CaseTale Published()
    {
        var tale = CaseTale.Decided();
        return tale.Do(new ServeDecision(tale.Today, "公1", ServiceWay.PublicNotice));
    }

    private static CaseTale Challenged(CaseTale tale) => tale.Do(CasePaymentTests.Challenge(tale.Today), CaseTale.Legal).After(10);

    private static RecordChallengeOutcome Answer(ChallengeOutcome outcome, DateOnly on) =>
        new(outcome, on, "复决1", default, default, default, []);
}
