using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using Xunit;

namespace ShuangDa.Tests.Unit.Journal;

/// <summary>已计事实: one form serves all corrections; what cases kept before is read as it was written.</summary>
public sealed class CountedFactTests
{
    [Theory]
    [InlineData("GoodsValue", Measure.GoodsValue)]
    [InlineData("GOODS_VALUE", Measure.GoodsValue)]
    [InlineData("CasesFiled", Measure.CasesFiled)]
    [InlineData("CASES_FILED", Measure.CasesFiled)]
    public void A_measure_is_read_under_both_of_its_names_and_kept_as_it_was_written(string name, Measure measure)
    {
        var fact = new CountedFact(new DateOnly(2026, 3, 2), name, 3, "INSPECTION");
        Assert.Equal(new TallyFact(new DateOnly(2026, 3, 2), measure, 3, "INSPECTION", null, null, null), fact.Fact);
        var lifted = new CaseNoLongerMajor(new DateOnly(2026, 3, 2), "货值金额500000元以上", [fact], "录入有误");
        var body = Case.Concept.WriteEvent(lifted);
        Assert.Contains($"\"measure\":\"{name}\"", body, StringComparison.Ordinal);
        Assert.Equal(fact, Assert.Single(((CaseNoLongerMajor)Case.Concept.ReadEvent("case.no-longer-major", body)).Counted));
    }

    [Fact]
    public void What_is_written_now_has_the_wire_name()
    {
        var fact = new TallyFact(new DateOnly(2026, 3, 2), Measure.GoodsValue, 3, null, null, null, null);
        Assert.Equal("GOODS_VALUE", CountedFact.Of(fact).MeasureName);
    }
}
