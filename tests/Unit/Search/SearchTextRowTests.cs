using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Search;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using Law = ShuangDa.Grains.Enterprises.Enterprise;

namespace ShuangDa.Tests.Unit.Search;

/// <summary>By which texts a subject is found.</summary>
public sealed class SearchTextRowTests
{
    [Fact]
    public void EachTextIsThereOnceFoldedWithItsPieces()
    {
        var row = Assert.Single(RecalledTextRow.Of("case/1", ["案〔2026〕1号", "案(2026)1号", "——", null]));
        Assert.Equal(("case/1", "案20261号", "案2 20 02 26 61 1号"), (row.Subject, row.Text, row.Pieces));
    }

    [Theory]
    [InlineData(199, 199)]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    public void OfALongTextTheBeginningIsKept(int length, int kept) =>
        Assert.Equal(kept, Assert.Single(SearchTexts.Of([new string('厂', length)])).Length);

    [Fact]
    public void ACharacterIsNotCutInHalf() =>
        Assert.Equal(199, Assert.Single(SearchTexts.Of([new string('厂', 199) + "𬭳"])).Length);

    [Fact]
    public void AnEnterpriseIsFoundByCodeAndNameAndRememberedByTheNameItHad()
    {
        var named = Enterprise("甲（上海）厂");
        Assert.Equal(
            [Some.CreditCode.ToLowerInvariant(), "甲上海厂"],
            Law.Concept.RowsOf("enterprise/1", named, 1).OfType<SearchTextRow>().Select(row => row.Text));
        Assert.Empty(Law.Concept.FormerNames(null, named));
        Assert.Empty(Law.Concept.FormerNames(named, named with { RiskLevel = RiskLevel.High }));
        Assert.Equal(["甲（上海）厂"], Law.Concept.FormerNames(named, Enterprise("乙厂")));
    }

    [Fact]
    public void ACaseIsFoundByNumberTitleAndEachOfItsParties()
    {
        var filed = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Den, "某村（东头）窝点", null, null));
        Assert.Equal(
            ["aj0000000001", "案202612号", "202612", "某厂生产不合格涂料案", Some.Details.Name, "某村东头窝点"],
            CaseRows.Of("case/1", filed.Case, 1).OfType<SearchTextRow>().Select(row => row.Text));
    }

    [Fact]
    public void EachRegisteredEnterpriseThatACaseIsAboutHasARow()
    {
        var filed = CaseTale.Filed()
            .Do(new AddCaseParty(PartyKind.Person, "张某", null, null))
            .Do(new AddCaseParty(PartyKind.Enterprise, "某厂", Some.OtherCreditCode, null));
        Assert.Equal(
            [(Some.CreditCode, 0), (Some.OtherCreditCode, 2)],
            CaseRows.Of("case/1", filed.Case, 1).OfType<CasePartyRow>().Select(row => (row.CreditCode, row.Place)));
    }

    private static EnterpriseState Enterprise(string name) => new()
    {
        CreditCode = Some.CreditCode,
        Status = EnterpriseStatus.Active,
        Details = Some.Details with { Name = name },
    };
}
