using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
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
        Assert.Equal("检〔2026〕12号", OfficialNumber.Shown(NumberWord.Inspection, number.Plain));
        Assert.Equal("FOOD", OfficialNumber.SectionOf(number.Series));
        Assert.Null(OfficialNumber.SectionOf((number with { Section = "" }).Series));
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

        // What is penalised on the spot is filed by that.
        var spot = new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: false, default, null, Some.Grounds);
        Assert.Equal(filed.Case.Serial, CaseTale.Of().Do(spot).Case.Serial);
    }

    /// <summary>Decision 20: what is annulled and filed anew is the same case, and a number that it lost would be missing.</summary>
    [Fact]
    public void A_case_that_is_filed_anew_keeps_its_number()
    {
        var spot = new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: false, default, null, Some.Grounds);
        Assert.Single(Anew().Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head).Journal.OfType<CaseNumbered>());
        Assert.Single(Anew().Do(spot).Journal.OfType<CaseNumbered>());

        CaseTale Anew()
        {
            var tale = CaseTale.Of().Do(spot);
            tale.Do(new RecordChallenge(ChallengeKind.Reconsideration, tale.Today, "区人民政府", "复1"), CaseTale.Legal)
                .Do(
                    new RecordChallengeOutcome(ChallengeOutcome.AnnulledAnew, tale.Today, "复决1", default, default, default, []),
                    CaseTale.Legal);
            Assert.Equal(CaseStage.Lead, tale.Case.Stage);
            return tale;
        }
    }

    [Fact]
    public void Orders_transfers_and_inspections_have_theirs_from_the_beginning_and_keep_it()
    {
        var order = SomeRectification.Ordered();
        Assert.Equal(("责改〔2026〕12号", "INSPECTION"), (order.Serial!.Text, order.Serial.Section));
        Assert.Equal([order.Serial.Name], Rectification.Concept.UniqueNames(order));
        var handedOn = SomeRectification.Tell(order, SomeRectification.Now, new HandOverRectification("QUALITY", Some.Grounds));
        Assert.Equal(("QUALITY", order.Serial), (handedOn.Order.Section, handedOn.Serial));

        var transfer = CrimeTransferTale.Opened().Transfer;
        Assert.Equal("移〔2026〕12号", transfer.Serial!.Text);
        Assert.Equal([transfer.Serial.Name], CrimeTransfer.Concept.UniqueNames(transfer));
        Assert.Equal(transfer.Serial, CrimeTransferTale.Sent().Transfer.Serial);

        Assert.Equal("检〔2026〕12号", SomeInspection.Begun().Serial!.Text);
        Assert.Equal(SomeInspection.Planned().Serial, SomeInspection.Cancelled().Serial);
    }

    /// <summary>What was done on 31 December is of the old year, also when it is entered in the new one.</summary>
    [Fact]
    public void A_number_is_of_the_year_of_the_act()
    {
        var newYear = SomeRectification.On(new DateOnly(2027, 1, 1));
        Assert.Equal(2027, SomeRectification.Tell(null, newYear, SomeRectification.Order).Serial!.Year);
        var late = SomeRectification.Order with { On = new DateOnly(2026, 12, 31) };
        Assert.Equal(2026, SomeRectification.Tell(null, newYear, late).Serial!.Year);
    }
}
