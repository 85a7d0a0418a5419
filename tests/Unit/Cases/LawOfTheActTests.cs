using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>
/// An act is judged by the law of its day (行政处罚法 第三十七条): illegal gains are net of lawful costs since 20 March 2026, marks are protected by
/// other articles from 2027 on, marks and patents have other thresholds of crime since 26 April 2025. What is milder when it is decided
/// is applied instead, and named.
/// </summary>
public sealed class LawOfTheActTests
{
    private static readonly DateOnly Found = new(2026, 3, 2);

    [Fact]
    public void The_articles_read_as_reviewed() => Approved.Text("ViolationBases.approved.txt", string.Join('\n', [
        .. ViolationBases.All.Select(row =>
            $"{row.Violation,-34} {row.ValidFrom:yyyy-MM-dd}..{row.ValidTo:yyyy-MM-dd} {row.Confidence,-11} {row.Text.Chinese}"
            + $"{(row.OfRegisteredMarks ? " | registered marks" : "")}{(row.ProductClasses is [var one, ..] ? $" | {one}" : "")}"
            + $"{(row.ExceptClasses is [var other, ..] ? $" | not {other}" : "")}"
            + $"{(row.SubKind is { } exactly ? $" | {exactly}" : "")}{(row.ExceptSubKind is { } but ? $" | not {but}" : "")}"),
        .. GainsRules.All.Select(row =>
            $"{(row.DeductsCosts ? "gains less lawful costs" : "gains in full"),-34} {row.ValidFrom:yyyy-MM-dd}..{row.ValidTo:yyyy-MM-dd} "
            + $"{row.Confidence,-11} {row.Basis.Chinese}"),
    ]));

    [Theory]
    [InlineData("2021-07-14", 50_000)]
    [InlineData("2026-03-19", 50_000)]
    [InlineData("2026-03-20", 29_999)]
    [InlineData("2026-03-21", 29_999)]
    public void Gains_are_net_of_proven_lawful_costs_for_acts_since_20_March_2026(string actOn, long counted)
    {
        var figures = CaseFigures.None with { IllegalGains = 50_000_00, LawfulCosts = 20_001_00 };
        Assert.Equal(counted * 100, figures.GainsBy(Day(actOn)));
        Assert.Equal(50_000_00, (figures with { LawfulCosts = null }).GainsBy(Day(actOn)));
    }

    // 刑法 第二百一十五条: gains of 20,000.
    [Theory]
    [InlineData("2026-03-19", 20_001, true)]
    [InlineData("2026-03-20", 20_000, true)]
    [InlineData("2026-03-20", 20_001, false)]
    [InlineData("2026-03-21", 20_001, false)]
    public void Thresholds_of_crime_go_by_the_gains_that_the_law_of_the_act_counts(string actOn, long costs, bool isSuspected)
    {
        var tale = Marks(actOn, on: new(2026, 4, 1)).Do(Taken(40_000_00, costs * 100));
        Assert.Equal(isSuspected, tale.Case.MustTransfer);
    }

    [Fact]
    public void A_corrected_day_of_the_act_brings_its_law_with_it()
    {
        var tale = Marks("2026-03-19", on: new(2026, 4, 1)).Do(Taken(40_000_00, 20_001_00));
        Assert.True(tale.Case.MustTransfer);
        Assert.Equal(TransferDutyEnd.Lifted, tale.Do(ActEnded("2026-03-20"), CaseTale.Head).Case.Duty!.End);
        Assert.True(tale.Do(ActEnded("2026-03-19"), CaseTale.Head).Case.MustTransfer);

        CorrectCaseLead ActEnded(string day) => new(
            ViolationKind.ForgedNameOrAddress, LeadSource.Inspection, tale.Case.Lead.ReceivedOn, "监督检查发现", null, null, ["COATINGS"], [],
            Day(day), false, Some.Grounds);
    }

    [Theory]
    [InlineData("2026-03-19", true)]
    [InlineData("2026-03-20", false)]
    [InlineData("2026-03-21", false)]
    public void A_case_is_major_by_the_gains_that_the_law_of_the_act_counts(string actOn, bool isMajor)
    {
        var tale = Marks(actOn, on: new(2026, 4, 1));
        var now = tale.Circumstances.With(new MajorCaseCriteria(null, null, 30_000_00, []));
        var events = Case.Concept.Decided(tale.State, Taken(50_000_00, 20_001_00), now).Events;
        Assert.Equal(isMajor, events.OfType<CaseMarkedMajor>().Any());
    }

    [Fact]
    public void Costs_are_neither_negative_nor_more_than_what_was_taken()
    {
        var tale = CaseTale.Filed();
        Assert.Equal(50_000_00, tale.Do(Taken(50_000_00, 50_000_00)).Case.Figures.LawfulCosts);
        Assert.Equal("lawfulCostsCny", Assert.IsType<InvalidInput>(tale.Refused(Taken(50_000_00, 50_000_01))).Field);
        Assert.IsType<InvalidInput>(tale.Refused(Taken(50_000_00, -1)));
        Assert.Null(tale.Do(Taken(50_000_00, 0)).Case.Figures.LawfulCosts);
    }

    // The milder rule of the decision's day counts for older acts too (行政处罚法 第三十七条).
    [Theory]
    [InlineData("2026-03-18", "2026-03-19", 50_000, false)]
    [InlineData("2026-03-18", "2026-03-20", 30_000, true)]
    [InlineData("2026-03-20", "2026-04-20", 30_000, false)]
    public void No_more_is_confiscated_than_counts_as_gains(string actOn, string decidedOn, long most, bool isMilder)
    {
        var tale = CaseTale.Of(on: Day(decidedOn), actEndedOn: Day(actOn))
            .Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head).Do(Taken(50_000_00, 20_000_00));
        var refused = Assert.IsType<GainsBeyondLaw>(tale.Refused(Proposal((most * 100) + 1)));
        Assert.Equal(most, refused.GainsCny);
        tale.Do(Proposal(most * 100)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.IsType<GainsBeyondLaw>(tale.Refused(Decision((most * 100) + 1), CaseTale.Head));
        var law = tale.Do(Decision(most * 100), CaseTale.Head).Case.Decision!.Law!;
        Assert.Equal(isMilder, law.AreGainsMilder);
        Assert.Equal(most is 30_000, law.GainsBasis!.Contains("认定办法"));
    }

    [Fact]
    public void What_is_confiscated_is_not_measured_where_no_costs_were_proven() =>
        CaseTale.Filed().Do(Taken(50_000_00, 0)).Do(Proposal(60_000_00));

    [Theory]
    [InlineData("2026-12-31", "商标法 第五十七条、第六十条")]
    [InlineData("2027-01-01", "商标法（2026年修订） 第七十四条至第七十六条")]
    [InlineData("2027-01-02", "商标法（2026年修订） 第七十四条至第七十六条")]
    [InlineData(null, "商标法（2026年修订） 第七十四条至第七十六条")]
    public void Acts_against_marks_are_judged_by_the_articles_of_their_day(string? actOn, string articles)
    {
        var state = Marks(actOn, on: new(2027, 1, 15)).Do(CaseTale.Figures(marks: 1)).Case;
        var rows = ViolationBases.Of(state, Case.LawDay(state, new(2027, 1, 15)));
        Assert.Equal(["产品质量法 第五十三条", articles], rows.Select(row => row.Text.Chinese));
    }

    // What is shown of a case that is decided does not change with the law.
    [Fact]
    public void A_case_is_judged_by_the_law_that_there_was_when_it_was_decided()
    {
        DateOnly decidedOn = new(2026, 12, 31), later = new(2027, 1, 15);
        var tale = CaseTale.Of(on: decidedOn).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head).Do(Taken(50_000_00, 0));
        Assert.Equal(later, Case.JudgedOn(tale.Case, later));
        tale.Do(Proposal(10_000_00)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        var decided = tale.Do(Decision(10_000_00), CaseTale.Head).Case;
        Assert.Equal(decidedOn, Case.JudgedOn(decided, later));
        Assert.Equal(decidedOn, Case.LawDay(decided, Case.JudgedOn(decided, later)));
    }

    [Fact]
    public void The_law_of_marks_is_offered_where_somebodys_mark_is_concerned()
    {
        var tale = Marks("2026-02-01", on: Found);
        Assert.DoesNotContain(ViolationBases.Of(tale.Case, Found), row => row.OfRegisteredMarks);
        var counted = Marks("2026-02-01", on: Found).Do(CaseTale.Figures(marks: 1)).Case;
        Assert.Contains(ViolationBases.Of(counted, Found), row => row.OfRegisteredMarks);
        var shirts = new GoodsLineReport("T恤", 10, "件", new(20_00), ValuationBasis.MarkedPrice, RightsHolder: "某品牌公司");
        tale.Do(new AddGoodsLines([shirts], null));
        Assert.Contains(ViolationBases.Of(tale.Case, Found), row => row.OfRegisteredMarks);
    }

    [Theory]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("2027-01-02", false)]
    public void The_later_law_of_marks_may_be_applied_to_acts_from_before_it_and_is_named(string actOn, bool isLater)
    {
        var tale = Marks(actOn, on: new(2027, 1, 15)).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head)
            .Do(CaseTale.Figures(marks: 1)).Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        var milder = CaseTale.Decision(20_000_00) with { MilderLaw = true };
        if (isLater)
        {
            var law = tale.Do(milder, CaseTale.Head).Case.Decision!.Law!;
            Assert.Equal((Day(actOn), true), (law.ActOn!.Value, law.IsMilder));
            Assert.Contains("商标法（2026年修订）", law.Articles);
            Assert.Contains("从轻适用", tale.Journal.OfType<PenaltyDecided>().Single().Summary.Chinese);
        }
        else
        {
            Assert.IsType<NoLaterLaw>(tale.Refused(milder, CaseTale.Head));
            Assert.False(tale.Do(CaseTale.Decision(20_000_00), CaseTale.Head).Case.Decision!.Law!.IsMilder);
        }
    }

    [Fact]
    public void An_older_act_is_decided_by_its_own_law_unless_the_milder_one_is_asked_for()
    {
        var law = CaseTale.Decided().Case.Decision!.Law!;
        Assert.Equal((null, "产品质量法 第五十条", false, null), (law.ActOn, law.Articles, law.IsMilder, law.GainsBasis));
    }

    // 食品安全法, as amended on 12 September 2025, in force since 1 December.
    [Theory]
    [InlineData("2025-11-30", "食品安全法 第一百二十四条")]
    [InlineData("2025-12-01", "食品安全法（2025年修正） 第一百二十四条")]
    [InlineData("2025-12-02", "食品安全法（2025年修正） 第一百二十四条")]
    public void Food_is_judged_by_the_version_of_its_day(string actOn, string articles)
    {
        var found = CaseTale.Of(actEndedOn: Day(actOn)).Case;
        found = found with { Lead = found.Lead with { ProductClasses = ["FOOD"] } };
        Assert.Equal([articles], ViolationBases.Of(found, Case.LawDay(found, Found)).Select(row => row.Text.Chinese));
    }

    // 认证认可条例 第六十六条, 强制性产品认证管理规定 第四十九条: what lacks its certificate lacks no production licence.
    [Theory]
    [InlineData(ViolationSubKind.WithoutCertification, "2016-02-05", "认证认可条例 第六十七条；强制性产品认证管理规定 第四十九条")]
    [InlineData(ViolationSubKind.WithoutCertification, "2026-03-01", "认证认可条例 第六十六条；强制性产品认证管理规定 第四十九条")]
    [InlineData(ViolationSubKind.WithoutLicence, "2026-03-01", "工业产品生产许可证管理条例 第四十五条")]
    [InlineData(null, "2026-03-01", "工业产品生产许可证管理条例 第四十五条")]
    public void Goods_without_certification_are_judged_by_the_law_of_certification(ViolationSubKind? exactly, string actOn, string articles)
    {
        var found = CaseTale.Of(ViolationKind.UnlicensedProduction).Case;
        found = found with { Lead = found.Lead with { SubKind = exactly, ProductClasses = ["HOUSEHOLD_APPLIANCES"] } };
        Assert.Equal([articles], ViolationBases.Of(found, Day(actOn)).Select(row => row.Text.Chinese));
    }

    // 法释〔2025〕5号, 第十条 of marks: sold and unsold count together since 26 April 2025.
    [Theory]
    [InlineData("2025-04-25", false)]
    [InlineData("2025-04-26", true)]
    [InlineData("2025-04-27", true)]
    public void Acts_have_the_thresholds_of_crime_of_their_day(string actOn, bool isSuspected)
    {
        var tale = Marks(actOn, on: Found).Do(CaseTale.Figures(goods: 150_000_00, sales: 40_000_00, unsold: 110_000_00));
        Assert.Equal(isSuspected, tale.Case.MustTransfer);
    }

    [Fact]
    public void Of_each_thing_one_row_at_a_time_is_in_force()
    {
        var same = ViolationBases.All.GroupBy(row => (row.Violation, row.OfRegisteredMarks, row.ProductClasses.FirstOrDefault(),
            row.SubKind));
        Assert.All(same, rows => Assert.All(rows.OrderBy(row => row.ValidFrom).Zip(rows.OrderBy(row => row.ValidFrom).Skip(1)), pair =>
            Assert.Equal(pair.First.ValidTo!.Value.AddDays(1), pair.Second.ValidFrom)));
        Assert.Equal(GainsRules.All[0].ValidTo!.Value.AddDays(1), GainsRules.All[1].ValidFrom);
    }

    private static CaseTale Marks(string? actOn, DateOnly on) =>
        CaseTale.Of(ViolationKind.ForgedNameOrAddress, on, actEndedOn: actOn is null ? null : Day(actOn));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static RecordCaseFigures Taken(long gains, long costs) => CaseTale.Figures(gains: gains) with { LawfulCosts = new(costs) };

    private static ProposePenalty Proposal(long gains) => new(new(10_000_00), new(gains), default, [], Some.Grounds);

    private static DecidePenalty Decision(long gains) => CaseTale.Decision(10_000_00) with { ConfiscatedGains = new(gains) };
}
