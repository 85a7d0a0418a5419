using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Who a case is about, the goods, and what was mistaken of both.</summary>
public sealed class CasePartyTests
{
    private const string Registered = "上海永固锁业经销有限公司";

    [Fact]
    public void A_registered_enterprise_is_called_as_it_is_registered_however_it_was_written_down()
    {
        Assert.Equal(Registered, CaseTale.Of().Case.Lead.Party.Name);
        var added = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Den, "别的名称", Some.OtherCreditCode, null));
        Assert.Equal((PartyKind.Enterprise, Registered), (added.Case.Parties[0].Kind, added.Case.Parties[0].Name));
    }

    [Theory]
    [InlineData(PartyKind.Enterprise, "试当厂", Some.CreditCode)]
    [InlineData(PartyKind.Enterprise, Registered, null)]
    [InlineData(PartyKind.Person, "张某", null)]
    [InlineData(PartyKind.Person, " 张 某 ", null)]
    public void The_same_party_is_named_once(PartyKind kind, string name, string? code)
    {
        var filed = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, "张某", null, "青浦区"));
        Assert.IsType<PartyAlreadyNamed>(filed.Refused(new AddCaseParty(kind, name, code, null)));
    }

    [Theory]
    [InlineData(PartyKind.Person, "李某", null)]
    [InlineData(PartyKind.Den, "张某", null)]
    [InlineData(PartyKind.Enterprise, "试当厂", Some.OtherCreditCode)]
    public void Another_kind_another_name_and_another_code_are_another_party(PartyKind kind, string name, string? code) =>
        Assert.Null(Named("张某").Refused(new AddCaseParty(kind, name, code, null)));

    private static CaseTale Named(string name) => CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, name, null, null));

    [Theory]
    [InlineData(null, null, null, "representative")]
    [InlineData("张三", "12345", null, "telephone")]
    [InlineData("张三", "电话59880000", null, "telephone")]
    [InlineData("张三", null, "310118198001011238", "identityNumber")]
    [InlineData("张三", null, "1234", "identityNumber")]
    [InlineData(null, "1234567", null, null)]
    [InlineData("张三", "０２１－５９８８００００", "31011819800101 1237", null)]
    [InlineData(null, null, "11010519491231002x", null)]
    [InlineData(null, null, "G12345678", null)]
    public void Particulars_have_the_form_of_what_they_are(string? name, string? telephone, string? identity, string? field) =>
        Assert.Equal(field, (CaseTale.Filed().Refused(new RecordPartyParticulars(1, name, telephone, identity)) as InvalidInput)?.Field);

    [Fact]
    public void Neither_journal_nor_state_nor_the_command_s_hash_has_particulars_in_the_clear()
    {
        var command = new RecordPartyParticulars(1, "张三", "021-59880000", "310118198001011237");
        var tale = CaseTale.Filed().Do(command);
        var written = Case.Concept.WriteState(tale.Case) + string.Concat(tale.Journal.Select(Case.Concept.WriteEvent)) + command;
        Assert.Contains("密文", written, StringComparison.Ordinal);
        Assert.All(new[] { "张三", "59880000", "198001" }, secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal));
        Assert.Equal(Case.Concept.HashOf(command), Case.Concept.HashOf(command with { Representative = "李四", IdentityNumber = null }));
        Assert.IsType<NoSuchItem>(tale.Refused(command with { Party = 2 }));
    }

    [Fact]
    public void Whoever_need_not_know_sees_the_ends_of_numbers_only()
    {
        var particulars = new PartyParticulars("张三", "021-59880000", "310118198001011237");
        Assert.Equal(new PartyParticulars("张*", "021*****0000", "310***********1237"), particulars.Masked());
        Assert.Equal(new PartyParticulars("欧**", "*******", null), new PartyParticulars("欧阳某", "5988000", null).Masked());
    }

    [Fact]
    public void A_den_that_turns_out_to_be_an_enterprise_is_counted_no_more_as_one_that_was_closed()
    {
        var tale = CaseTale.Of(kind: PartyKind.Den).Do(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds));
        var den = new CorrectCaseParty(1, PartyKind.Enterprise, "某厂", Some.CreditCode, null, Some.Grounds);
        tale.Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).After(3);
        var taken = new TallyFact(Some.Today, Measure.DensClosed, -1, "INSPECTION", null, "COATINGS", "ADULTERATION_OR_SUBSTANDARD");
        Assert.Equal([taken], tale.CountsOf(den));
        Assert.Empty(tale.CountsOf(den with { Kind = PartyKind.Den, CreditCode = null, Name = "盈港路作坊" }));
        var corrected = tale.Do(den, tale.HeadOfItsSection);
        Assert.Equal((PartyKind.Enterprise, Registered), (corrected.Case.Lead.Party.Kind, corrected.Case.Lead.Party.Name));
        Assert.Equal("某厂", ((CasePartyCorrected)corrected.Journal[^1]).From.Name);
        Assert.Equal(Registered, ((CasePartyCorrected)corrected.Journal[^1]).To.Name);
    }

    /// <summary>行政处罚法 第四十四条、第五十八条: a further party has had no notice, no hearing and no review.</summary>
    [Fact]
    public void A_party_that_is_added_after_the_proposal_sends_the_case_back_and_none_is_added_to_what_was_decided()
    {
        var another = new AddCaseParty(PartyKind.Person, "张某", null, null);
        foreach (var tale in new[] { CaseTale.Proposed(), CaseTale.Reviewed(), CaseTale.Notified(), CaseTale.Notified(200_000_00) })
        {
            tale.Do(another);
            Assert.Equal((CaseStage.Investigation, null, null), (tale.Case.Stage, tale.Case.Proposal, tale.Case.Rights));
            Assert.Equal(2, tale.Case.AllParties.Length);
        }

        Assert.Equal(new CaseNotInStage(CaseStage.Decided), CaseTale.Decided().Refused(another));
        Assert.Equal(new CaseNotInStage(CaseStage.Execution), CaseTale.Served().Refused(another));
        Assert.Equal(CaseStage.Investigation, CaseTale.Filed().Do(another).Case.Stage);
    }

    [Fact]
    public void A_party_is_not_corrected_into_another_of_the_case_but_into_itself()
    {
        var filed = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, "张某", null, null));
        var same = new CorrectCaseParty(1, PartyKind.Person, "张某", null, null, Some.Grounds);
        Assert.IsType<PartyAlreadyNamed>(filed.Refused(same, CaseTale.Head));
        Assert.Null(filed.Refused(new CorrectCaseParty(2, PartyKind.Person, "张某", null, "青浦区", Some.Grounds), CaseTale.Head));
        Assert.IsType<NoSuchItem>(filed.Refused(new CorrectCaseParty(3, PartyKind.Person, "王某", null, null, Some.Grounds), CaseTale.Head));
        Assert.IsType<NoSuchItem>(filed.Refused(new CorrectCaseParty(0, PartyKind.Person, "王某", null, null, Some.Grounds), CaseTale.Head));
        var known = filed.Do(new RecordPartyParticulars(2, "张某", null, null))
            .Do(new CorrectCaseParty(2, PartyKind.Person, "章某", null, null, Some.Grounds), CaseTale.Head);
        Assert.Equal(("章某", "密文"), (known.Case.Parties[0].Name, known.Case.Parties[0].Particulars));
    }
}

/// <summary>What the lead says and what was found of amounts, put right: history keeps both, and what was counted follows.</summary>
public sealed class CaseCorrectionTests
{
    private const string Quality = "ADULTERATION_OR_SUBSTANDARD";
    private const string Unlicensed = "UNLICENSED_PRODUCTION";

    [Fact]
    public void What_was_counted_under_the_mistaken_kind_class_and_section_is_taken_back_under_them()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 30_000_00))
            .Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).After(10);
        var corrected = tale.CountsOf(Lead(tale, ViolationKind.UnlicensedProduction, ["WOOD_PANELS"]));
        Assert.Equal(
            [
                new TallyFact(Some.Today, Measure.CasesFiled, -1, "INSPECTION", null, "COATINGS", Quality),
                new TallyFact(Some.Today, Measure.GoodsValue, -30_000_00, "INSPECTION", null, "COATINGS", Quality),
                new TallyFact(Some.Today, Measure.CasesFiled, 1, "INSPECTION", null, "WOOD_PANELS", Unlicensed),
                new TallyFact(Some.Today, Measure.GoodsValue, 30_000_00, "INSPECTION", null, "WOOD_PANELS", Unlicensed),
            ],
            corrected);
    }

    [Fact]
    public void A_lead_that_is_corrected_in_words_only_counts_as_before()
    {
        var tale = CaseTale.Filed();
        var command = Lead(tale, tale.Case.Lead.Violation, ["COATINGS"]) with { Facts = "监督检查发现人造板不合格" };
        Assert.Empty(tale.CountsOf(command));
        Assert.Equal("监督检查发现人造板不合格", tale.Do(command, tale.HeadOfItsSection).Case.Lead.Facts);
        Assert.Empty(tale.Decided(command, CaseTale.Head));
    }

    [Fact]
    public void The_filing_decision_is_owed_from_the_day_on_which_the_lead_really_came()
    {
        var tale = CaseTale.Of(on: Some.Today.AddDays(7));
        tale.Do(Lead(tale, tale.Case.Lead.Violation, ["COATINGS"]) with { ReceivedOn = Some.Today }, CaseTale.Head);
        Assert.Equal(CaseTale.Of().LastDay(CaseDeadlines.Filing), tale.LastDay(CaseDeadlines.Filing));
        var filed = CaseTale.Filed();
        var early = Lead(filed, filed.Case.Lead.Violation, ["COATINGS"]);
        filed.After(3);
        Assert.Null(filed.Refused(early with { ReceivedOn = Some.Today.AddDays(-1) }, CaseTale.Head));
        var late = filed.Refused(early with { ReceivedOn = Some.Today.AddDays(1) }, CaseTale.Head);
        Assert.Equal("receivedOn", Assert.IsType<InvalidInput>(late).Field);
    }

    [Fact]
    public void Figures_that_are_put_right_are_counted_on_the_day_and_in_the_place_of_the_mistaken_ones()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 300_000_00))
            .Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).After(20);
        var command = new CorrectCaseFigures(new(30_000_00), default, default, default, default, default, 0, null, [], Some.Grounds);
        var less = new TallyFact(Some.Today, Measure.GoodsValue, -270_000_00, "INSPECTION", null, "COATINGS", Quality);
        Assert.Equal([less], tale.CountsOf(command));
        var corrected = (CaseFiguresCorrected)tale.Do(command, tale.HeadOfItsSection).Journal.OfType<CaseFiguresCorrected>().Single();
        Assert.Equal((300_000_00, 30_000_00), (corrected.From.GoodsValue, corrected.To.GoodsValue));
    }

    [Fact]
    public void What_mistaken_figures_alone_made_major_is_not_when_they_are_right()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 600_000_00)).After(20);
        Assert.NotNull(tale.Case.MajorBecause);
        var enough = Corrected(500_000_00);
        var less = Corrected(499_999_99);
        var major = new TallyFact(Some.Today, Measure.MajorCases, -1, "INSPECTION", null, "COATINGS", Quality);
        Assert.DoesNotContain(tale.CountsOf(enough), fact => fact.Measure is Measure.MajorCases);
        Assert.Contains(major, tale.CountsOf(less));
        Assert.NotNull(tale.Do(enough, CaseTale.Head).Case.MajorBecause);
        Assert.Null(tale.Do(less, CaseTale.Head).Case.MajorBecause);

        // What was decided to be major stays so, and so does what other figures make major.
        var decided = CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Do(CaseTale.Figures(goods: 600_000_00));
        Assert.NotNull(decided.Do(less, CaseTale.Head).Case.MajorBecause);

        static CorrectCaseFigures Corrected(long goods) =>
            new(new(goods), default, default, default, default, default, 0, null, [], Some.Grounds);
    }

    [Fact]
    public void Further_kinds_of_violation_are_held_against_the_thresholds_as_the_main_one_is()
    {
        // Sold thrice and unsold: enough for inferior products, too little for counterfeit goods.
        var forged = CaseTale.Filed(violation: ViolationKind.ForgedNameOrAddress).Do(CaseTale.Figures(sales: 49_000_00, unsold: 10_000_00));
        Assert.False(forged.Case.MustTransfer);
        var command = Lead(forged, ViolationKind.ForgedNameOrAddress, ["COATINGS"]) with
        {
            OtherViolations = [ViolationKind.AdulterationOrSubstandard, ViolationKind.ForgedNameOrAddress],
        };
        Assert.True(forged.Do(command, CaseTale.Head).Case.MustTransfer);
        Assert.Equal([ViolationKind.ForgedNameOrAddress, ViolationKind.AdulterationOrSubstandard], forged.Case.ViolationKinds);
        var rows = Case.Concept.RowsOf("case/1", forged.Case, 1).OfType<CaseViolationRow>();
        Assert.Equal([("FORGED_NAME_OR_ADDRESS", 0), (Quality, 1)], rows.Select(row => (row.Violation, row.Place)));
    }

    private static CorrectCaseLead Lead(CaseTale tale, ViolationKind violation, string[] classes) => new(
        violation, tale.Case.Lead.Source, tale.Case.Lead.ReceivedOn, tale.Case.Lead.Facts, null, null, [.. classes], [], null, false,
        Some.Grounds);
}

/// <summary>The goods of a case: their sum is what they are worth.</summary>
public sealed class CaseGoodsTests
{
    private static readonly GoodsLineReport Paint = new("涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice);

    [Fact]
    public void What_the_goods_are_worth_is_the_sum_of_their_lines()
    {
        var tale = CaseTale.Filed().Do(new AddGoodsLines([Paint, Paint with { Quantity = 2.5m, UnitPrice = new(3_33) }], null));
        Assert.Equal(18_000_00 + 8_33, tale.Case.Figures.GoodsValue);
        Assert.Equal([1, 2], tale.Case.Goods.Select(line => line.Number));
        Assert.Equal(new GoodsValueIsOfLines(18_008.33m), tale.Refused(CaseTale.Figures(goods: 18_008_32)));
        Assert.Null(tale.Refused(CaseTale.Figures(goods: 18_008_33, sales: 1)));
        tale.Do(new AddGoodsLines([Paint], null));
        Assert.Equal(36_008_33, tale.Case.Figures.GoodsValue);
    }

    [Fact]
    public void Lines_that_are_worth_as_much_make_a_case_major()
    {
        var most = MajorCaseCriteria.Usual.GoodsValue!.Value;
        Assert.Null(Of(most - 1).MajorBecause);
        Assert.NotNull(Of(most).MajorBecause);

        static CaseState Of(long price) =>
            CaseTale.Filed().Do(new AddGoodsLines([Paint with { Quantity = 1, UnitPrice = new(price) }], null)).Case;
    }

    [Fact]
    public void A_line_that_is_put_right_is_taken_back_as_it_was_counted()
    {
        var tale = CaseTale.Filed().Do(new AddGoodsLines([Paint], null))
            .Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).After(4);
        var command = new CorrectGoodsLine(1, Paint with { Quantity = 90 }, Some.Grounds);
        Assert.Equal(
            [new TallyFact(Some.Today, Measure.GoodsValue, -1_800_00, "INSPECTION", null, "COATINGS", "ADULTERATION_OR_SUBSTANDARD")],
            tale.CountsOf(command));
        Assert.Equal(16_200_00, tale.Do(command, tale.HeadOfItsSection).Case.Figures.GoodsValue);
        Assert.Equal(0, tale.Do(command with { To = Paint with { Quantity = 0 } }, tale.HeadOfItsSection).Case.Figures.GoodsValue);
        Assert.IsType<NoSuchItem>(tale.Refused(command with { Line = 2 }, tale.HeadOfItsSection));
    }

    [Theory]
    [InlineData("0", 1, "lines[0].quantity")]
    [InlineData("-1", 1, "lines[0].quantity")]
    [InlineData("0.0001", 1, "lines[0].quantity")]
    [InlineData("1000000001", 1, "lines[0].quantity")]
    [InlineData("1", -1, "lines[0].unitPriceCny")]
    [InlineData("2", 50_000_000_000_001, "lines[0].unitPriceCny")]
    [InlineData("0.001", 1, null)]
    [InlineData("1000000000", 1, null)]
    [InlineData("2", 50_000_000_000_000, null)]
    public void A_line_has_a_quantity_and_a_price(string quantity, long price, string? field)
    {
        var line = Paint with { Quantity = decimal.Parse(quantity, CultureInfo.InvariantCulture), UnitPrice = new(price) };
        Assert.Equal(field, (CaseTale.Filed().Refused(new AddGoodsLines([line], null)) as InvalidInput)?.Field);
    }

    [Fact]
    public void A_measure_s_list_names_its_lines_and_is_put_right()
    {
        var tale = CaseTale.Filed().Do(new AddGoodsLines([Paint, Paint with { Name = "胶合板" }], null));
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料100桶", ["officer", "second"], Some.Grounds, Lines: [1]);
        Assert.Equal("lines", Assert.IsType<InvalidInput>(tale.Refused(seize with { Lines = [3] })).Field);
        Assert.Equal("lines", Assert.IsType<InvalidInput>(tale.Refused(seize with { Lines = [0] })).Field);
        tale.Do(seize).Do(new AddGoodsLines([Paint with { Name = "稀料" }], 1));
        Assert.Equal([1, 3], tale.Case.Seizures[0].Lines);
        Assert.IsType<NoSuchItem>(tale.Refused(new AddGoodsLines([Paint], 2)));
        tale.Do(new CorrectSeizureList(1, "涂料90桶", [2, 1, 2], Some.Grounds), CaseTale.Head);
        Assert.Equal("涂料90桶", tale.Case.Seizures[0].Goods);
        Assert.Equal([1, 2], tale.Case.Seizures[0].Lines);
        Assert.IsType<NoSuchItem>(tale.Refused(new CorrectSeizureList(2, "涂料", [], Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void A_line_of_goods_is_held_by_one_measure_at_a_time_and_by_none_after_it_is_gone()
    {
        var tale = CaseTale.Filed().Do(new AddGoodsLines([Paint, Paint with { Name = "胶合板" }], null));
        SeizeGoods Seize(params ImmutableArray<int> lines) =>
            new(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, Lines: lines);
        var (quantity, unit) = (Paint.Quantity, Paint.Unit);
        tale.Do(Seize(1));
        Assert.Equal(
            new GoodsLineTaken(1, Paint.Name, quantity, unit, 1, SeizureKind.Sealing, null), tale.Refused(Seize(2, 1)));
        tale.Do(Seize(2));
        Assert.IsType<GoodsLineTaken>(tale.Refused(new CorrectSeizureList(2, "涂料", [1, 2], Some.Grounds), CaseTale.Head));
        Assert.Null(tale.Refused(new CorrectSeizureList(2, "胶合板", [2], Some.Grounds), CaseTale.Head));

        tale.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)).Do(Seize(1));
        tale.Do(new EndSeizure(3, SeizureOutcome.Destroyed, Some.Grounds, Early: EarlyDisposal.Dangerous), CaseTale.Head);
        Assert.Equal(
            new GoodsLineTaken(1, Paint.Name, quantity, unit, 3, SeizureKind.Sealing, SeizureOutcome.Destroyed), tale.Refused(Seize(1)));
    }

    [Fact]
    public void No_more_is_unsold_or_confiscated_than_the_lines_are_worth()
    {
        var tale = CaseTale.Filed().Do(new AddGoodsLines([Paint], null));
        var worth = tale.Case.GoodsSum;
        Assert.Equal(
            new BeyondGoodsLines("unsoldValueCny", worth / 100m, (worth + 1) / 100m),
            tale.Refused(CaseTale.Figures(worth, unsold: worth + 1)));
        Assert.Equal(worth, tale.Do(CaseTale.Figures(worth, unsold: worth)).Case.Figures.UnsoldValue);
        ProposePenalty Confiscate(long goods) => new(new(1_000_00), default, new(goods), [], Some.Grounds);
        Assert.Equal("confiscatedGoodsCny", Assert.IsType<BeyondGoodsLines>(tale.Refused(Confiscate(worth + 1))).Field);
        Assert.Null(tale.Refused(Confiscate(worth)));

        // A line that is corrected takes what is unsold down with it.
        tale.Do(new CorrectGoodsLine(1, Paint with { Quantity = Paint.Quantity - 1 }, Some.Grounds), CaseTale.Head);
        Assert.Equal(tale.Case.GoodsSum, tale.Case.Figures.UnsoldValue);
    }
}
