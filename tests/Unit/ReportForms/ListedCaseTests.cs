using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.ReportForms;

/// <summary>What the forms that list cases and parties tell of them (requirements, Forms).</summary>
public sealed class ListedCaseTests
{
    private static readonly FormScope November =
        FormScope.Days(ReportBasis.Happened, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), null);

    [Theory]
    [InlineData("filedOn", "2026-03-02")]
    [InlineData("title", "某厂生产不合格涂料案")]
    [InlineData("party", "上海永固锁业经销有限公司")]
    [InlineData("violation", "掺杂掺假、以次充好、以不合格产品冒充合格产品")]
    [InlineData("products", "外墙涂料、内墙涂料")]
    [InlineData("handledBy", "执法大队/王明、李平")]
    [InlineData("outcome", "罚款20,000元")]
    [InlineData("isMajor", "否")]
    [InlineData("transferred", "是，2026-03-05")]
    public void The_list_of_cases_tells_of_each_case(string column, string words) =>
        Assert.Equal(words, TextOf(ReportForm.OfCases(ReportFormKind.CaseList, November, [Listed()]).Rows[0], column));

    [Theory]
    [InlineData("party", "某厂")]
    [InlineData("address", "朱家角镇")]
    [InlineData("representative", "")]
    [InlineData("products", "外墙涂料、内墙涂料")]
    [InlineData("filedOn", "2026-03-02")]
    [InlineData("outcome", "罚款20,000元")]
    [InlineData("isBanned", "是")]
    [InlineData("remark", "")]
    public void The_list_of_producers_without_a_licence_tells_of_each_of_them(string column, string words) =>
        Assert.Equal(words, TextOf(OfParties(ReportFormKind.UnlicensedProducers, Party("甲", Listed())).Rows[0], column));

    [Theory]
    [InlineData("party", "某厂")]
    [InlineData("address", "朱家角镇")]
    [InlineData("representative", "")]
    [InlineData("brands", "华润、锁")]
    [InlineData("rightsHolders", "某化工公司")]
    [InlineData("products", "外墙涂料、内墙涂料")]
    [InlineData("quantity", "12.5桶、3箱")]
    [InlineData("filedOn", "2026-03-02")]
    [InlineData("outcome", "罚款20,000元")]
    [InlineData("transferred", "是，2026-03-05")]
    public void The_list_of_counterfeiters_tells_of_each_of_them(string column, string words) =>
        Assert.Equal(words, TextOf(OfParties(ReportFormKind.CounterfeitBrandProducers, Party("甲", Listed())).Rows[0], column));

    [Fact]
    public void Each_case_has_a_row_with_what_its_goods_are_worth_and_the_total_is_last()
    {
        var form = ReportForm.OfCases(ReportFormKind.CaseList, November, [Listed("AJ-1", 1_234_567), Listed("AJ-2", 1)]);
        Assert.Equal(["AJ-1", "AJ-2", ""], form.Rows.Select(row => row.Key));
        Assert.Equal(["AJ-1", "AJ-2", "合计"], form.Rows.Select(row => row.Title.Chinese));
        Assert.Equal([false, false, true], form.Rows.Select(row => row.IsTotal));
        Assert.Equal([12_345.67m, 0.01m, 12_345.68m], Values(form));
        Assert.Equal([["AJ-1"], ["AJ-2"], []], form.Rows.Select(row => row.Cases.ToArray()));

        // Words are added up by nobody, and none of this is made of facts.
        Assert.All(form.Rows[^1].Cells, cell => Assert.Equal(cell.Column == "goodsValue" ? null : "", cell.Text?.Chinese));
        Assert.All(form.Rows.SelectMany(row => row.Cells), cell => Assert.Equal((0, 0), (cell.EntryCount, cell.ManualCount)));
    }

    [Fact]
    public void A_case_is_called_by_the_number_that_people_say_where_it_has_one()
    {
        var numbered = Listed() with { State = Decided() with { Serial = new OfficialNumber(NumberWord.Case, "INSPECTION", 2026, 12) } };
        var row = ReportForm.OfCases(ReportFormKind.CaseList, November, [numbered]).Rows[0];
        Assert.Equal((CaseTale.Number, "案〔2026〕12号"), (row.Key, row.Title.Chinese));
    }

    [Fact]
    public void A_party_has_one_row_for_all_its_cases_and_a_case_of_two_counts_once_in_the_total()
    {
        var (first, joint) = (Listed("AJ-1", 100_00), Listed("AJ-2", 50_00));
        var form = OfParties(ReportFormKind.UnlicensedProducers, Party("甲", first, joint), Party("乙", joint));
        Assert.Equal(["甲", "乙", ""], form.Rows.Select(row => row.Key));
        Assert.Equal(["某厂", "某厂", "合计"], form.Rows.Select(row => row.Title.Chinese));
        Assert.Equal([150m, 50m, 150m], Values(form));
        Assert.Equal([["AJ-1", "AJ-2"], ["AJ-2"], []], form.Rows.Select(row => row.Cases.ToArray()));
        Assert.Equal([false, false, true], form.Rows.Select(row => row.IsTotal));
        var total = form.Rows[^1].Cells;
        Assert.Equal("2家", total.Single(cell => cell.Column == "party").Text?.Chinese);
        Assert.All(total.Where(cell => cell.Column is not ("party" or "goodsValue")), cell => Assert.Equal("", cell.Text?.Chinese));
    }

    [Theory]
    [InlineData(0, "0 parties")]
    [InlineData(1, "1 party")]
    [InlineData(2, "2 parties")]
    public void The_total_says_how_many_parties_there_are(int count, string said)
    {
        ListedParty[] parties = [.. Enumerable.Range(1, count).Select(one => Party($"{one}", Listed()))];
        var total = OfParties(ReportFormKind.CounterfeitBrandProducers, parties).Rows[^1];
        Assert.Equal(said, total.Cells.Single(cell => cell.Column == "party").Text?.English);
    }

    [Fact]
    public void A_party_that_was_not_banned_is_said_not_to_be() =>
        Assert.Equal("否", (Party("甲", Listed()) with { IsBanned = false }).Words("isBanned").Chinese);

    [Fact]
    public void A_case_that_was_not_filed_has_no_day() =>
        Assert.Equal("", (Listed() with { State = Decided() with { FiledOn = null } }).Words("filedOn").Chinese);

    [Fact]
    public void Goods_that_were_struck_out_are_not_told_of_and_where_none_are_left_the_classes_are()
    {
        var struckOut = Line("色漆", 0, "瓶", "立邦", "某漆业公司");
        var rest = Listed() with { State = Decided() with { Goods = [struckOut, Line("外墙涂料", 2, "桶", null, null)] } };
        Assert.Equal(
            ["外墙涂料", "2桶", "", ""],
            new[] { "products", "quantity", "brands", "rightsHolders" }.Select(column => rest.Words(column).Chinese));
        Assert.Equal("涂料", (Listed() with { State = Decided() with { Goods = [struckOut] } }).Words("products").Chinese);
        Assert.Equal("涂料", (Listed() with { State = Decided() with { Goods = [] } }).Words("products").Chinese);
    }

    [Theory]
    [InlineData("执法大队", "王明", "执法大队/王明")]
    [InlineData("执法大队", "", "执法大队")]
    [InlineData("", "王明", "王明")]
    [InlineData("甲", "乙", "甲/乙")]
    [InlineData("", "", "")]
    public void Who_handles_a_case_is_its_section_and_its_officers_as_far_as_there_are_any(string section, string officers, string said) =>
        Assert.Equal(said, (Listed() with { Section = section, Officers = officers }).Words("handledBy").Chinese);

    [Fact]
    public void Cases_together_are_major_where_one_is_and_sent_on_each_of_their_days()
    {
        var major = Listed() with { State = Decided() with { MajorBecause = "货值大" }, SentOn = "2026-03-09" };
        Assert.Equal("是", major.Words("isMajor").Chinese);
        Assert.Equal("是", ListedCase.WordsOf([Listed(), major], "isMajor").Chinese);
        Assert.Equal("是，2026-03-05，2026-03-09", ListedCase.WordsOf([Listed(), major], "transferred").Chinese);
        Assert.Equal("否", (Listed() with { SentOn = null }).Words("transferred").Chinese);
        Assert.Equal("是，2026-03-09", ListedCase.WordsOf([Listed() with { SentOn = null }, major], "transferred").Chinese);
    }

    [Fact]
    public void What_became_of_a_case_is_its_penalty_as_long_as_that_stands_else_where_it_is()
    {
        Assert.Equal("罚款20,000元", Outcome(Decided()));
        Assert.Equal("调查取证", Outcome(CaseTale.Filed().Case));
        Assert.Equal(
            "已决定", Outcome(Decided() with { Execution = Decided().Execution with { AnnulledOn = Some.Today } }));
        var none = new NoPenaltyDecision(Some.Today, "head", NoPenaltyGround.FirstViolation, null, null);
        Assert.Equal("不予行政处罚", Outcome(Decided() with { NoPenalty = none }));
    }

    [Theory]
    [InlineData(20_000_00, 0, 0, "罚款20,000元")]
    [InlineData(1, 0, 0, "罚款0.01元")]
    [InlineData(0, 1_500_50, 0, "没收违法所得1,500.5元")]
    [InlineData(0, 0, 300_00, "没收物品300元")]
    [InlineData(1_00, 2_00, 3_00, "罚款1元、没收违法所得2元、没收物品3元")]
    [InlineData(0, 0, 0, "")]
    public void A_penalty_is_told_with_each_amount_that_there_is(long fine, long gains, long goods, string said) =>
        Assert.Equal(said, Outcome(Punished(new Penalty(fine, gains, goods, []))));

    [Fact]
    public void Penalties_beside_money_are_told_first() =>
        Assert.Equal("警告、罚款5元", Outcome(Punished(new Penalty(5_00, 0, 0, [PenaltyKind.Warning]))));

    /// <summary>A case may have two thousand lines: ten are named, from the eleventh on they are counted.</summary>
    [Theory]
    [InlineData(9, "1、2、3、4、5、6、7、8、9")]
    [InlineData(10, "1、2、3、4、5、6、7、8、9、10")]
    [InlineData(11, "1、2、3、4、5、6、7、8、9、10等11项")]
    public void Ten_products_are_named_and_more_are_counted(int count, string said) => Assert.Equal(
        said,
        WithGoods([.. Enumerable.Range(1, count).Select(one => Line($"{one}", 1, "桶", null, null))]).Words("products").Chinese);

    [Fact]
    public void What_several_lines_say_is_said_once_and_blanks_are_not_said()
    {
        var listed = WithGoods([Line("锁", 1, "把", "", null), Line("锁", 2, "把", "永固", null), Line("门锁", 3, "把", "永固", null)]);
        Assert.Equal(
            ["锁、门锁", "永固", "6把"],
            new[] { "products", "brands", "quantity" }.Select(column => listed.Words(column).Chinese));
    }

    private static CaseState Decided() => CaseTale.Decided().Case;

    private static ListedCase Listed(string number = CaseTale.Number, long goodsValue = 0) => new(
        Decided() with
        {
            Number = number,
            Serial = null,
            Figures = CaseFigures.None with { GoodsValue = goodsValue },
            Goods =
            [
                Line("外墙涂料", 10, "桶", "华润", "某化工公司"), Line("内墙涂料", 2.5m, "桶", "锁", null), Line("内墙涂料", 3, "箱", null, null),
            ],
        },
        "执法大队",
        "王明、李平",
        ["涂料"],
        "2026-03-05");

    private static ListedCase WithGoods(ImmutableArray<GoodsLine> goods) => Listed() with { State = Decided() with { Goods = goods } };

    private static CaseState Punished(Penalty penalty)
    {
        var decided = Decided();
        return decided with { Decision = decided.Decision! with { Penalty = penalty } };
    }

    private static string Outcome(CaseState state) => (Listed() with { State = state }).Words("outcome").Chinese;

    private static GoodsLine Line(string name, decimal quantity, string unit, string? brand, string? rightsHolder) =>
        new(1, name, brand, null, null, quantity, unit, 100_00, ValuationBasis.MarkedPrice, rightsHolder);

    private static ListedParty Party(string key, params ImmutableArray<ListedCase> cases) => new(key, "某厂", "朱家角镇", true, cases);

    private static ReportForm OfParties(ReportFormKind kind, params ListedParty[] parties) => ReportForm.OfParties(kind, November, parties);

    private static string? TextOf(FormRow row, string column) => row.Cells.Single(cell => cell.Column == column).Text?.Chinese;

    private static IEnumerable<decimal?> Values(ReportForm form) =>
        form.Rows.Select(row => row.Cells.Single(cell => cell.Column == "goodsValue").Value);
}
