using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Goods are confiscated by a decision that stands (行政强制法 第二十七条).</summary>
public sealed class AnnulledConfiscationTests
{
    [Fact]
    public void A_decision_that_was_annulled_confiscates_nothing()
    {
        var tale = Decided();
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        tale.After(30).Do(
            new RecordChallengeOutcome(ChallengeOutcome.Annulled, tale.Today, "行终1", default, default, default, []), CaseTale.Legal);
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(tale.ProposalRefused(Confiscate)).Field);
    }

    [Fact]
    public void One_that_stands_does()
    {
        var tale = Decided();
        tale.Do(Confiscate);
        Assert.Equal(SeizureOutcome.Confiscated, tale.Case.Seizures[0].Outcome);
    }

    /// <summary>What has fallen holds nothing: goods are given back, or paid for (国家赔偿法 第三十六条), within the bureau's own ten working days.</summary>
    [Theory]
    [InlineData(ChallengeOutcome.Annulled)]
    [InlineData(ChallengeOutcome.AnnulledAnew)]
    [InlineData(ChallengeOutcome.Changed)]
    public void What_a_decision_confiscated_that_fell_is_given_back(ChallengeOutcome outcome)
    {
        var tale = Decided();
        tale.Do(Confiscate);
        Assert.Equal(new GoodsReturnNotOwed(1), tale.Refused(GiveBack(tale)));
        Fall(tale, outcome);
        var fell = tale.Today;
        Assert.Equal(fell, tale.Case.Seizures[0].ReturnOwedOn);
        Assert.Contains(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        // Ten working days from Wednesday 1 April: Saturday to Monday, 4 to 6 April, are Qingming.
        Assert.Equal(new DateOnly(2026, 4, 16), tale.LastDay(CaseDeadlines.GoodsReturn));

        Assert.Equal("returnedOn",
            Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale) with { ReturnedOn = fell.AddDays(-1) })).Field);
        Assert.Equal("amountCny", Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale) with { Amount = new(1) })).Field);
        Assert.Equal("amountCny",
            Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale) with { Way = GoodsReturnWay.PaidFor })).Field);
        Assert.Equal("way",
            Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale) with { Way = GoodsReturnWay.ConfiscatedAnew })).Field);
        tale.Do(GiveBack(tale));
        Assert.DoesNotContain(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.GoodsReturn));
        Assert.Equal(new GoodsReturnNotOwed(1), tale.Refused(GiveBack(tale)));
    }

    /// <summary>What is entered late is bound by the day on which the decision fell, not by that of the entry; its term runs from
    /// there.</summary>
    [Fact]
    public void Goods_may_have_been_given_back_between_the_outcome_and_its_entry()
    {
        var tale = Decided().Do(Confiscate);
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        var fell = tale.After(30).Today;
        tale.After(6).Do(new RecordChallengeOutcome(ChallengeOutcome.Annulled, fell, "行终1", default, default, default, []), CaseTale.Legal);
        Assert.Equal(fell, tale.Case.Seizures[0].ReturnOwedOn);
        Assert.Equal(new DateOnly(2026, 4, 16), tale.LastDay(CaseDeadlines.GoodsReturn));
        Assert.Equal("returnedOn",
            Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale) with { ReturnedOn = fell.AddDays(-1) })).Field);
        tale.Do(GiveBack(tale) with { ReturnedOn = fell.AddDays(1) });
        Assert.DoesNotContain(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
    }

    /// <summary>What an earlier version left owed since the day of the entry may have been given back before that.</summary>
    [Fact]
    public void What_is_owed_since_its_entry_from_before_is_bound_by_the_day_the_decision_fell()
    {
        var tale = Decided().Do(Confiscate);
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        var fell = tale.After(30).Today;
        tale.Happened(new ChallengeOutcomeRecorded(1, ChallengeOutcome.Annulled, fell, null, 0, 0, null, "行终1"));
        tale.After(6).Happened(new GoodsReturnOwed(tale.Now, [1]));
        Assert.Null(tale.Refused(GiveBack(tale) with { ReturnedOn = fell.AddDays(1) }));
    }

    /// <summary>What was destroyed early, being perishable or dangerous, is paid for where nothing is confiscated in the end.</summary>
    [Fact]
    public void What_was_destroyed_early_is_owed_when_the_decision_does_not_confiscate_it()
    {
        var tale = DestroyedEarly();
        Assert.Equal(EarlyDisposal.Perishable, tale.Case.Seizures[0].Early);
        Assert.Contains("提前处置", tale.Journal.OfType<SeizureEnded>().Single().Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal(new GoodsReturnNotOwed(1), tale.Refused(GiveBack(tale)));

        Penalised(tale, confiscates: false);
        Assert.Contains(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        Assert.NotNull(tale.Case.Clocks.Find(CaseDeadlines.GoodsReturn));
        Assert.Equal("way", Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale))).Field);
        tale.Do(GiveBack(tale) with { Way = GoodsReturnWay.PaidFor, Amount = new(4_000_00) });
        Assert.DoesNotContain(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
    }

    [Fact]
    public void What_was_destroyed_early_and_confiscated_is_owed_when_that_falls()
    {
        var tale = Penalised(DestroyedEarly());
        Assert.DoesNotContain(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        Assert.Contains(CaseTask.GoodsReturnOwed, Fall(tale, ChallengeOutcome.Annulled).Case.OpenTasks);
    }

    /// <summary>Where no penalty is given, or the investigation ends, the case has ended and the clock runs on.</summary>
    [Fact]
    public void What_was_destroyed_early_is_owed_without_a_penalty_too()
    {
        var none = DestroyedEarly().Do(CaseSamples.All.OfType<ProposeNoPenalty>().Single())
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(CaseSamples.All.OfType<DecideNoPenalty>().Single(), CaseTale.Head);
        none.Do(new ServeDecision(none.Today, null));
        var terminated = DestroyedEarly().Do(CaseSamples.All.OfType<TerminateCase>().Single(), CaseTale.Head);
        Assert.Equal((CaseStage.NoPenalty, CaseStage.Terminated), (none.Case.Stage, terminated.Case.Stage));
        foreach (var tale in new[] { none, terminated })
        {
            Assert.Contains(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
            tale.After(60).ClockRuns();
            Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.GoodsReturn);
            tale.Do(GiveBack(tale) with { Way = GoodsReturnWay.PaidFor, Amount = new(4_000_00) });
            Assert.Empty(tale.Case.Clocks);
        }
    }

    [Fact]
    public void A_case_is_not_closed_before_what_it_confiscated_is_given_back()
    {
        var tale = Fall(Decided().Do(Confiscate), ChallengeOutcome.Annulled);
        var close = new CloseCase(CaseOutcome.Annulled, Some.Grounds);
        Assert.Equal([CaseTask.GoodsReturnOwed], Assert.IsType<CaseHasOpenTasks>(tale.Refused(close, CaseTale.Head)).Tasks);
        tale.Do(GiveBack(tale)).Do(close, CaseTale.Head);
        Assert.Equal(CaseStage.Closed, tale.Case.Stage);
    }

    [Fact]
    public void A_closed_case_owes_it_still_and_lapses_when_nobody_gives_it_back()
    {
        var tale = Decided().Do(Confiscate);
        tale.Do(new ExecutePenalty(new(20_000_00), tale.Today, null)).Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
        Fall(tale, ChallengeOutcome.Annulled);
        Assert.Contains(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        tale.After(60).ClockRuns();
        Assert.Contains(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.GoodsReturn);
        Assert.Null(tale.Do(GiveBack(tale)).Case.Clocks.Find(CaseDeadlines.GoodsReturn));
    }

    [Fact]
    public void What_was_destroyed_is_paid_for()
    {
        var tale = Fall(Decided().Do(Confiscate with { Outcome = SeizureOutcome.Destroyed }, CaseTale.Leader), ChallengeOutcome.Annulled);
        Assert.Equal("way", Assert.IsType<InvalidInput>(tale.Refused(GiveBack(tale))).Field);
        tale.Do(GiveBack(tale) with { Way = GoodsReturnWay.PaidFor, Amount = new(4_000_00) });
        Assert.Equal(new GoodsReturn(tale.Today, GoodsReturnWay.PaidFor, 4_000_00, "退物1"), tale.Case.Seizures[0].Return);
        Assert.Empty(tale.Case.OpenTasks);
    }

    /// <summary>A decision made anew that confiscates the same goods settles it, and owes them again should it fall too.</summary>
    [Fact]
    public void What_is_confiscated_anew_is_not_given_back_unless_that_falls_too()
    {
        var tale = Fall(Decided().Do(Confiscate), ChallengeOutcome.AnnulledAnew);
        Penalised(tale);
        tale.Do(GiveBack(tale) with { Way = GoodsReturnWay.ConfiscatedAnew });
        Assert.Null(tale.Case.Seizures[0].ReturnOwedOn);
        Assert.DoesNotContain(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
        Assert.Contains(CaseTask.GoodsReturnOwed, Fall(tale, ChallengeOutcome.Annulled).Case.OpenTasks);
    }

    [Fact]
    public void Lines_that_were_given_back_can_be_held_again()
    {
        var line = new GoodsLineReport("外墙涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);
        var tale = CaseTale.Filed().Do(new AddGoodsLines([line], null));
        tale.Do(Seize(1));
        Fall(Penalised(tale).Do(Confiscate), ChallengeOutcome.AnnulledAnew);
        Assert.IsType<GoodsLineTaken>(tale.Refused(Seize(1)));
        Assert.Null(tale.Do(GiveBack(tale)).Refused(Seize(1)));

        static SeizeGoods Seize(int number) => new(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds, Lines: [number]);
    }

    /// <summary>As an earlier version left it: the self-check finds the case until its next step, with which the goods are owed.</summary>
    [Fact]
    public void One_that_fell_before_that_was_kept_is_found()
    {
        var tale = Decided().Do(Confiscate);
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal);
        tale.Happened(new ChallengeOutcomeRecorded(1, ChallengeOutcome.Annulled, tale.Today, null, 0, 0, null, "行终1"));
        Assert.True(Case.Concept.IsStuck(tale.Case));
        Assert.Null(tale.Refused(GiveBack(tale)));

        // A closed one has no next step but this, and says that it is owed.
        var closed = tale.Case with
        {
            Stage = CaseStage.Closed,
            End = new CaseEnd(tale.Today, CaseOutcome.Annulled, Some.Grounds),
            Clocks = [],
        };
        Assert.Equal([CaseTask.GoodsReturnOwed], closed.OpenTasks);
        Assert.Equal(tale.Today, Case.NotToKeepSince(closed, closed.Seizures[0]));
        tale.Do(new CorrectCaseTitle("某厂生产不合格涂料一案", Some.Grounds), CaseTale.Head);
        Assert.False(Case.Concept.IsStuck(tale.Case));
        Assert.Contains(CaseTask.GoodsReturnOwed, tale.Case.OpenTasks);
    }

    /// <summary>What is held by a measure of its own is held in its term, whatever becomes of the decision.</summary>
    [Fact]
    public void A_measure_keeps_its_clock_when_the_decision_is_to_be_made_anew()
    {
        var tale = Decided();
        var due = tale.Clock(CaseDeadlines.Seizure, 1).DueAt;
        Fall(tale, ChallengeOutcome.AnnulledAnew, days: 3);
        Assert.Equal(due, tale.Clock(CaseDeadlines.Seizure, 1).DueAt);
    }

    private static RecordGoodsReturn GiveBack(CaseTale tale) => new(1, GoodsReturnWay.Returned, tale.Today, "退物1");

    private static CaseTale Fall(CaseTale tale, ChallengeOutcome outcome, int days = 30)
    {
        tale.Do(new RecordChallenge(ChallengeKind.Suit, tale.Today, "法院", "行初1"), CaseTale.Legal).After(days);
        return tale.Do(
            new RecordChallengeOutcome(
                outcome, tale.Today, "行终1", outcome is ChallengeOutcome.Changed ? new(20_000_00) : default, default, default, []),
            CaseTale.Legal);
    }

    private static EndSeizure Confiscate => new(1, SeizureOutcome.Confiscated, Some.Grounds);

    private static CaseTale Decided()
    {
        return Penalised(CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)));
    }

    private static CaseTale DestroyedEarly() =>
        CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "鲜肉", ["officer", "second"], Some.Grounds)).Do(
            new EndSeizure(1, SeizureOutcome.Destroyed, Some.Grounds, Early: EarlyDisposal.Perishable), CaseTale.Leader);

    private static CaseTale Penalised(CaseTale tale, bool confiscates = true)
    {
        Yuan goods = confiscates ? new(5_000_00) : default;
        tale.Do(new ProposePenalty(new(20_000_00), default, goods, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new NotifyRights(tale.Today, Some.Grounds))
            .Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(20_000_00), "一般", default, goods, [], Some.Grounds), CaseTale.Head);
        return tale.Do(new ServeDecision(tale.Today, null));
    }
}
