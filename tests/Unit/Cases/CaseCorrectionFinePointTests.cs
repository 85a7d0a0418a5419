using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>What a correction counts anew of a case with several classes, and what it leaves to the correction of another thing.</summary>
public sealed class CaseCorrectionFinePointTests
{
    private const string Quality = "ADULTERATION_OR_SUBSTANDARD";

    private static readonly Grounds Blank = Some.Grounds with { Reason = " " };

    private static readonly GoodsLineReport Paint = new("涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);

    [Fact]
    public void Goods_that_were_never_counted_are_counted_under_the_main_class()
    {
        var command = new CorrectCaseFigures(
            new(30_000_00), default, default, default, default, default, 0, null, [], Some.Grounds);
        Assert.Equal(
            [new TallyFact(Some.Today, Measure.GoodsValue, 30_000_00, "INSPECTION", null, "COATINGS", Quality)],
            OfTwoClasses().CountsOf(command));
    }

    /// <summary>What was counted was counted under the main class, and is counted under the main one of the right ones.</summary>
    [Fact]
    public void A_lead_of_several_classes_is_counted_under_the_main_one_when_it_is_put_right()
    {
        var lead = OfTwoClasses().Case.Lead;
        var command = new CorrectCaseLead(
            lead.Violation, lead.Source, lead.ReceivedOn, lead.Facts, null, null, ["CLOTHING", "WOOD_PANELS"], [], null, false,
            Some.Grounds);
        Assert.Equal(
            [
                new TallyFact(Some.Today, Measure.CasesFiled, -1, "INSPECTION", null, "COATINGS", Quality),
                new TallyFact(Some.Today, Measure.CasesFiled, 1, "INSPECTION", null, "CLOTHING", Quality),
            ],
            OfTwoClasses().CountsOf(command));
    }

    /// <summary>The den was closed when its goods were first sealed; that is the day it is counted under.</summary>
    [Fact]
    public void What_turns_out_to_be_a_den_is_counted_as_one_that_was_closed()
    {
        var den = new CorrectCaseParty(1, PartyKind.Den, "盈港路作坊", null, null, Some.Grounds);
        Assert.Empty(CaseTale.Of().CountsOf(den));
        var tale = CaseTale.Of().Do(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds)).After(3);
        Assert.Equal(
            [new TallyFact(Some.Today, Measure.DensClosed, 1, "INSPECTION", null, "COATINGS", Quality)], tale.CountsOf(den));
    }

    /// <summary>Who the party is is put right by its own command, whatever a correction of the lead says of it.</summary>
    [Fact]
    public void A_correction_of_the_lead_leaves_title_and_party_as_they_stand()
    {
        var filed = CaseTale.Filed().Do(new RecordPartyParticulars(1, "张三", null, null)).Case;
        var den = new CaseParty(PartyKind.Den, "盈港路作坊", null, null);
        var other = filed.Lead with { Title = "旧案名", Facts = "涂料不合格", Party = den };
        var lead = Case.Apply(filed, new CaseLeadCorrected(filed.Lead, other, [], Some.Grounds)).Lead;
        Assert.Equal(("涂料不合格", filed.Lead.Title, filed.Lead.Party), (lead.Facts, lead.Title, lead.Party));
    }

    /// <summary>Encrypted or not, they stand in the journal once: where they were recorded.</summary>
    [Fact]
    public void That_a_party_was_put_right_does_not_say_its_particulars_again()
    {
        var tale = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, "张某", null, null))
            .Do(new RecordPartyParticulars(2, "张某", null, null))
            .Do(new CorrectCaseParty(2, PartyKind.Person, "章某", null, null, Some.Grounds), CaseTale.Head);
        var corrected = Assert.Single(tale.Journal.OfType<CasePartyCorrected>());
        Assert.Equal(("张某", null, null), (corrected.From.Name, corrected.From.Particulars, corrected.To.Particulars));
    }

    [Fact]
    public void A_line_is_put_right_into_a_line_and_for_a_reason()
    {
        var tale = CaseTale.Filed().Do(new AddGoodsLines([Paint], null));
        Assert.Equal("quantity", Field(new CorrectGoodsLine(1, Paint with { Quantity = -1 }, Some.Grounds)));
        Assert.Equal("unitPriceCny", Field(new CorrectGoodsLine(1, Paint with { UnitPrice = new(-1) }, Some.Grounds)));
        Assert.Equal("reason", Field(new CorrectGoodsLine(1, Paint with { Quantity = 90 }, Blank)));
        Assert.Null(Field(new CorrectGoodsLine(1, Paint with { Quantity = 0 }, Some.Grounds)));

        string? Field(CorrectGoodsLine command) => (tale.Refused(command, CaseTale.Head) as InvalidInput)?.Field;
    }

    private static CaseTale OfTwoClasses()
    {
        var lead = new RecordLead(
            "某厂案", ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, Some.Today, "监督检查发现", null, null, Some.CreditCode,
            PartyKind.Enterprise, "某厂", null, ["COATINGS", "WOOD_PANELS"], null, false, []);
        return new CaseTale().Do(lead).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
    }
}
