using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Whom the facts of a case are about: its first party, under the code or, where it has none, under its name.</summary>
public sealed class CaseFactPartyTests
{
    [Fact]
    public void A_fact_is_about_the_party_under_its_code_or_its_name()
    {
        Assert.All(CaseTale.Filed().Counted, fact => Assert.Equal(Some.CreditCode, fact.Party));
        var den = CaseTale.Of(kind: PartyKind.Den).Do(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds));
        Assert.Equal(den.Case.Lead.Party.Name, Assert.Single(den.Counted).Party);
    }

    /// <summary>Whoever was mistaken for the party is counted no more, and the right one is.</summary>
    [Fact]
    public void A_corrected_party_takes_its_facts_along()
    {
        var tale = CaseTale.Filed();
        var before = tale.Counted.Count;
        tale.Do(new CorrectCaseParty(1, PartyKind.Person, "张某", null, null, Some.Grounds), tale.HeadOfItsSection);

        var told = tale.Counted.Skip(before).Where(fact => fact.Measure is Measure.CasesFiled).Select(fact => (fact.Party, fact.Amount));
        Assert.Equal([(Some.CreditCode, -1L), ("张某", 1L)], told);
    }

    /// <summary>
    /// What was counted before parties were kept is nobody's until the tables are made anew: events of then move nothing, and neither do
    /// those that were given beside such facts.
    /// </summary>
    [Fact]
    public void What_was_counted_without_a_party_is_not_moved()
    {
        var tale = CaseTale.Filed();
        var before = tale.Counted.Count;
        for (var at = 0; at < before; at++)
        {
            tale.Counted[at] = tale.Counted[at] with { Party = null };
        }

        tale.Do(new CorrectCaseParty(1, PartyKind.Person, "张某", null, null, Some.Grounds), tale.HeadOfItsSection);

        Assert.Empty(tale.Counted.Skip(before));
    }
}
