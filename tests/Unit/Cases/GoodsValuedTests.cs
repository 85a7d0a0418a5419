using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>已估价. Goods that nobody has valued are told from goods that are worth nothing.</summary>
public sealed class GoodsValuedTests
{
    [Fact]
    public void What_nobody_has_valued_yet_is_told_from_what_is_worth_nothing()
    {
        Assert.False(Valued(CaseTale.Of()));
        Assert.False(Valued(CaseTale.Filed()));
        Assert.True(Valued(CaseTale.Filed().Do(CaseTale.Figures(goods: 30_000))));
        Assert.True(Valued(CaseTale.Filed().Do(CaseTale.Figures())));
        Assert.True(Valued(CaseTale.Filed().Do(CaseTale.Figures(labels: 300))));
        var worthless = new GoodsLineReport("空桶", 3, "只", new(0), ValuationBasis.MarkedPrice);
        Assert.True(Valued(CaseTale.Filed().Do(new AddGoodsLines([worthless], null))));
    }

    [Fact]
    public void Amounts_in_sentences_have_separators_as_on_pages()
    {
        var recorded = CaseTale.Filed().Do(CaseTale.Figures(goods: 1_234_567_50)).Journal.OfType<CaseFiguresRecorded>().Single();
        Assert.Equal(("登记货值金额1,234,567.5元", "Goods worth 1,234,567.5 yuan"), (recorded.Summary.Chinese, recorded.Summary.English));
        var beyond = new BeyondGoodsLines("unsoldValueCny", 12_000, 120_000);
        Assert.Equal("未销售货值120,000元超出物品清单合计的货值12,000元，请先更正清单", beyond.Message.Chinese);
    }

    private static bool Valued(CaseTale tale) =>
        Assert.Single(Case.Concept.RowsOf("case/x", tale.Case, 1).OfType<CaseRow>()).GoodsValued;
}
