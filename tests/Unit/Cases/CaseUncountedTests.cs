using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>
/// What turned out to be no case does not stay counted as one (程序规定 第十八条、第四十六条): under the day, section, class and violation under
/// which it was counted. What was collected of it was collected.
/// </summary>
public sealed class CaseUncountedTests
{
    [Fact]
    public void A_lead_that_makes_no_case_counts_for_nothing()
    {
        var tale = CaseTale.Of(kind: PartyKind.Den)
            .Do(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds))
            .Do(CaseTale.Figures(goods: 90_000_00))
            .Do(new MarkMajorCase(Some.Grounds), CaseTale.Head);
        Measure[] found = [Measure.DensClosed, Measure.GoodsValue, Measure.MajorCases];
        Assert.Equal(found.Order(), Standing(tale).Select(fact => fact.Measure).Order());

        tale.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)).Do(new DecideNotToFile(Some.Grounds), CaseTale.Head);

        Assert.Empty(Standing(tale));
    }

    [Fact]
    public void A_case_that_is_withdrawn_takes_its_filing_and_its_goods_back_where_they_were_counted()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 90_000_00));
        var counted = Standing(tale);
        tale.On(Some.Today.AddDays(20)).Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head)
            .Do(new WithdrawCase(Some.Grounds), CaseTale.Head);

        Assert.Empty(Standing(tale));
        Assert.All(counted, fact => Assert.Contains(fact with { Amount = -fact.Amount }, tale.Counted));
    }

    /// <summary>Nothing that is found of it later counts, though what it says can still be put right.</summary>
    [Fact]
    public void A_correction_of_what_is_no_case_counts_nothing()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 90_000_00)).Do(new WithdrawCase(Some.Grounds), CaseTale.Head);
        tale.Do(Corrected(9_000_000_00), tale.HeadOfItsSection)
            .Do(new CorrectCaseParty(1, PartyKind.Den, "某窝点", null, null, Some.Grounds), tale.HeadOfItsSection);

        Assert.Empty(Standing(tale));
    }

    /// <summary>A database of before folds to what it was: such an end took nothing back, and corrections count as they did.</summary>
    [Fact]
    public void An_end_of_before_stays_as_it_was_counted()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 90_000_00));
        var counted = Standing(tale);
        var ended = new CaseWithdrawn(tale.Today, Some.Grounds);
        Assert.DoesNotContain("facts", Case.Concept.WriteEvent(ended), StringComparison.Ordinal);
        Assert.Empty(Case.Concept.TallyOf(tale.Case, ended, Case.Apply(tale.Case, ended)));

        tale.Happened(ended).Do(Corrected(80_000_00), tale.HeadOfItsSection);

        Assert.Equal(
            counted.Select(fact => fact.Measure is Measure.GoodsValue ? fact with { Amount = 80_000_00 } : fact)
                .OrderBy(fact => fact.Measure),
            Standing(tale).OrderBy(fact => fact.Measure));
    }

    private static CorrectCaseFigures Corrected(long goods) =>
        new(new(goods), default, default, default, default, default, 0, null, [], Some.Grounds);

    private static List<TallyFact> Standing(CaseTale tale) => [.. Reversal.Of([], tale.Counted)];
}
