using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Dens.DenTests;

namespace ShuangDa.Tests.Unit.Dens;

/// <summary>What is put right of a den is said, and nothing else moves with it; by what a den is known.</summary>
public sealed class DenCorrectionTests
{
    private static readonly CorrectDen Nothing = Correction with { Address = null };

    private static readonly DateOnly Earlier = Some.Today.AddDays(-3);

    [Theory]
    [InlineData("name", "名称由“盈港路无名作坊”改为“盈港路作坊”")]
    [InlineData("address", "地址由“青浦区盈港路无名弄内”改为“青浦区盈港路18弄”")]
    [InlineData("area", "所在区域")]
    [InlineData("products", "生产产品")]
    [InlineData("productClasses", "产品类别")]
    [InlineData("foundOn", "发现日由2026-03-02改为2026-02-27")]
    [InlineData("source", "发现来源")]
    [InlineData("sourceReference", "发现来源")]
    [InlineData("name and products", "名称由“盈港路无名作坊”改为“盈港路作坊”，生产产品")]
    public void A_correction_says_what_it_changes_and_nothing_else(string what, string said)
    {
        var corrected = Assert.IsType<DenCorrected>(Assert.Single(Events(Found(), what switch
        {
            "name" => Nothing with { Name = "盈港路作坊" },
            "address" => Correction,
            "area" => Nothing with { Area = "徐泾镇" },
            "products" => Nothing with { Products = "锁具" },
            "productClasses" => Nothing with { ProductClasses = ["COATINGS", "FOOD"] },
            "foundOn" => Nothing with { FoundOn = Earlier },
            "source" => Nothing with { Source = LeadSource.Report },
            "sourceReference" => Nothing with { SourceReference = "举1" },
            _ => Nothing with { Name = "盈港路作坊", Products = "锁具" },
        })));
        Assert.Equal($"更正窝点登记（{said}）：{Some.Grounds.Reason}", corrected.Summary.Chinese);
    }

    [Fact]
    public void What_is_given_as_it_was_changes_nothing() => Assert.Empty(Events(Found(), Nothing with
    {
        Name = DenTests.Record.Name,
        Address = DenTests.Record.Address,
        Area = DenTests.Record.Area,
        Products = DenTests.Record.Products,
        ProductClasses = ["COATINGS"],
        FoundOn = Some.Today,
        Source = DenTests.Record.Source,
        SourceReference = DenTests.Record.SourceReference,
    }));

    [Fact]
    public void It_lies_in_another_area_that_is_open_and_stays_in_one_that_was_closed_since()
    {
        Assert.Equal("徐泾镇", Told(Found(), Now(), Nothing with { Area = "徐泾镇" }).Details.Area);
        var closed = Now().With(Some.Lists(isOpen: false));
        Assert.Equal("area", Problem(Found(), Correction with { Area = "徐泾镇" }, closed).Field);
        Assert.Equal(DenTests.Record.Area, Told(Found(), closed, Correction with { Area = $" {DenTests.Record.Area} " }).Details.Area);
    }

    [Fact]
    public void A_corrected_day_moves_no_term_that_has_lapsed_or_runs_from_another_day_or_is_over()
    {
        var (late, again) = (DenFirstActTests.LeftAlone(), Told(Ended(), Now(), new ReopenDen(Some.Grounds)));
        foreach (var den in new[] { late, again })
        {
            Assert.Equal(new DateOnly(2026, 3, 9), Told(den, Now(), Nothing with { FoundOn = Earlier }).ActBy);
        }

        var acted = Told(Found(), Now().With(new DenActsFound(new DenAct("JC-0000000001", Some.Today))), new NoteDenActs());
        Assert.Null(Told(acted, Now(), Nothing with { FoundOn = Earlier }).ActBy);
    }

    [Fact]
    public void It_is_known_by_its_name_and_place_however_they_are_written_until_it_has_ended()
    {
        Assert.Contains(Found().Details.Place, Den.Concept.UniqueNames(Found()));
        Assert.Contains(Banned().Details.Place, Den.Concept.UniqueNames(Banned()));
        Assert.DoesNotContain(Ended().Details.Place, Den.Concept.UniqueNames(Ended()));
        Assert.Equal(DenDetails.PlaceOf("ABC作坊", "盈港路18号B座"), DenDetails.PlaceOf("ａbc 作坊", "盈港路18号b座"));
        Assert.NotEqual(DenDetails.PlaceOf("ABC作坊", "盈港路18号B座"), DenDetails.PlaceOf("ABC作坊", "盈港路18号C座"));
        Assert.NotEqual(DenDetails.PlaceOf("ABC作坊", "盈港路18号B座"), DenDetails.PlaceOf("ABD作坊", "盈港路18号B座"));
    }
}
