using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Numbers;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Numbers;

public sealed class OfficialNumberTests
{
    [Theory]
    [InlineData("2026-12", "2026-12")]
    [InlineData("〔2026〕12号", "2026-12")]
    [InlineData("〔2026〕12", "2026-12")]
    [InlineData("案〔2026〕12号", "2026-12")]
    [InlineData("[2026]12号", "2026-12")]
    [InlineData("（２０２６）１２号", "2026-12")]
    [InlineData(" 2026 - 12 ", "2026-12")]
    [InlineData("2026-0012", "2026-12")]
    [InlineData("2026-0", null)]
    [InlineData("2026", null)]
    [InlineData("1926-12", null)]
    [InlineData("AJ-2026-12", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_known_in_every_form_in_which_people_write_it(string? typed, string? plain) =>
        Assert.Equal(plain, OfficialNumber.PlainOf(typed));

    [Fact]
    public void It_is_written_with_its_word_and_brackets_and_is_one_of_its_kind_section_and_year()
    {
        var number = new OfficialNumber(NumberWord.Case, "FOOD", 2026, 12);
        Assert.Equal(("案〔2026〕12号", "2026-12", "CASE/FOOD/2026/12"), (number.Text, number.Plain, number.Name));
        Assert.Equal("〔2026〕12号", OfficialNumber.Shown(number.Plain));
        Assert.NotEqual(number.Series, (number with { Section = "QUALITY" }).Series);
        Assert.NotEqual(number.Series, (number with { Year = 2027 }).Series);
        Assert.NotEqual(number.Series, (number with { Word = NumberWord.Inspection }).Series);
    }

    [Fact]
    public void A_case_has_its_number_from_the_filing_on_by_the_section_that_filed_it_and_keeps_it()
    {
        Assert.Null(CaseTale.Of().Case.Serial);
        var filed = CaseTale.Filed();
        Assert.Equal(new OfficialNumber(NumberWord.Case, "INSPECTION", 2026, 12), filed.Case.Serial);
        Assert.Equal([filed.Case.Serial!.Name], Case.Concept.UniqueNames(filed.Case));
        Assert.Empty(Case.Concept.UniqueNames(CaseTale.Of().Case));
        Assert.Equal(filed.Case.Serial, filed.Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).Case.Serial);
        Assert.Null(CaseTale.Of().Do(new DecideNotToFile(Some.Grounds), CaseTale.Head).Case.Serial);
    }
}
