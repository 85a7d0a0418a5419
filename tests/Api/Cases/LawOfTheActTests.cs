using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>
/// Acts of both sides of a change of the law, over HTTP: what counts as gains, which articles are offered, what the decision names.
/// </summary>
public sealed class LawOfTheActTests
{
    private static readonly DateTimeOffset InJanuary = new(2027, 1, 15, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Gains_are_counted_by_the_law_of_the_act_and_confiscated_by_the_milder_one()
    {
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2026, 4, 20, 2, 0, 0, TimeSpan.Zero));
        var bureau = new Bureau(api);
        foreach (var (actOn, counted, isMilder) in new[]
        {
            ("2026-03-19", 15_000, true), ("2026-03-20", 9_000, false), ("2026-03-21", 9_000, false),
        })
        {
            var filed = await bureau.FiledAsync(new { actEndedOn = actOn });
            var taken = new { goodsValueCny = 20_000, illegalGainsCny = 15_000, lawfulCostsCny = 6_000 };
            await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, taken);
            const string fields = "figures{illegalGainsCny lawfulCostsCny countedGainsCny deductsCosts gainsBasis lawOf}";
            var figures = (await bureau.SeeAsync(filed, fields)).At("figures");
            Assert.Equal(
                (15_000, 6_000, counted),
                (Sum("illegalGainsCny"), Sum("lawfulCostsCny"), Sum("countedGainsCny")));
            Assert.Equal((!isMilder, actOn), (figures.At("deductsCosts").GetBoolean(), figures.Text("lawOf")));
            Assert.Contains(isMilder ? "行政处罚法 第二十八条" : "违法所得认定办法 第四条", figures.Text("gainsBasis"));

            Assert.Equal(
                "GainsBeyondLawError GAINS_BEYOND_LAW",
                await bureau.RefusalOfAsync(Roles.Officer, "proposePenalty", filed, Penalty(9_000.01m), "建1"));
            await bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, Penalty(9_000), "建1");
            await ReviewedAsync(bureau, filed);
            var decision = ApiServer.Merge(Penalty(9_000), new { discretion = "从轻" });
            await bureau.TakeAsync(Roles.SectionHead, "decidePenalty", filed, decision, "罚1");
            var law = await LawAsync(bureau, filed);
            Assert.Equal((isMilder, false), (law.At("areGainsMilder").GetBoolean(), law.At("isMilder").GetBoolean()));
            Assert.Contains("违法所得认定办法 第四条", law.Text("gainsBasis"));

            decimal Sum(string of) => figures.At(of).GetDecimal();
        }
    }

    [Fact]
    public async Task Acts_have_the_thresholds_of_crime_of_their_day()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        foreach (var (actOn, isSuspected) in new[] { ("2025-04-25", "false"), ("2025-04-26", "true"), ("2025-04-27", "true") })
        {
            var filed = await bureau.FiledAsync(new { violation = "FORGED_NAME_OR_ADDRESS", actEndedOn = actOn });
            var sold = new { goodsValueCny = 150_000, salesAmountCny = 40_000, unsoldValueCny = 110_000 };
            await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, sold);
            Assert.Equal(isSuspected, (await bureau.SeeAsync(filed, "mustTransfer")).Text("mustTransfer"));
        }
    }

    [Fact]
    public async Task Acts_against_marks_have_the_articles_of_their_day_and_may_have_the_milder_ones_since()
    {
        await using var api = await ApiServer.StartAsync(InJanuary);
        var bureau = new Bureau(api);
        foreach (var (actOn, articles, later) in new[]
        {
            ("2026-12-31", "商标法 第五十七条、第六十条", "商标法（2026年修订） 第七十四条至第七十六条"),
            ("2027-01-01", "商标法（2026年修订） 第七十四条至第七十六条", null),
            ("2027-01-02", "商标法（2026年修订） 第七十四条至第七十六条", null),
        })
        {
            var filed = await bureau.FiledAsync(new { violation = "FORGED_NAME_OR_ADDRESS", actEndedOn = actOn });
            await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, new { goodsValueCny = 20_000, marks = 1 });
            var found = await bureau.SeeAsync(filed, "legalBases{citation ofRegisteredMarks} laterBases{citation}");
            Assert.Equal(["产品质量法 第五十三条", articles], found.Texts("legalBases", "citation"));
            Assert.Equal(later is null ? [] : [later], found.Texts("laterBases", "citation"));
            await bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, Penalty(0), "建1");
            await ReviewedAsync(bureau, filed);
            var milder = ApiServer.Merge(Penalty(0), new { discretion = "从轻", milderLaw = true });
            if (later is null)
            {
                Assert.Equal(
                    "NoLaterLawError NO_LATER_LAW",
                    await bureau.RefusalOfAsync(Roles.SectionHead, "decidePenalty", filed, milder, "罚1"));
                continue;
            }

            await bureau.TakeAsync(Roles.SectionHead, "decidePenalty", filed, milder, "罚1");
            var law = await LawAsync(bureau, filed);
            Assert.Equal((true, actOn), (law.At("isMilder").GetBoolean(), law.Text("actOn")));
            Assert.Contains(later, law.Text("articles"));
        }

        // Every kind's articles, for acts of any day.
        var officer = await api.As(Roles.Officer);
        Assert.Equal("商标法 第五十七条、第六十条", await OfMarksAsync(officer, "2026-12-31"));
        Assert.Equal("商标法（2026年修订） 第七十四条至第七十六条", await OfMarksAsync(officer, "2027-01-01"));
    }

    private static async Task<string> OfMarksAsync(ApiClient who, string on)
    {
        const string query = "query($on:LocalDate!){violationBases(on:$on){violation citation ofRegisteredMarks}}";
        var rows = (await who.Ask(query, new { on })).Data().At("violationBases");
        var ofMarks = rows.EnumerateArray().Where(row => row.At("ofRegisteredMarks").GetBoolean());
        return Assert.Single(ofMarks.Select(row => row.Text("citation")!).Distinct());
    }

    private static object Penalty(decimal gains) => new { fineCny = 10_000, confiscatedGainsCny = gains };

    private static async Task ReviewedAsync(Bureau bureau, Dossier filed)
    {
        await bureau.TakeAsync(Roles.Legal, "passLegalReview", filed, document: "审1");
        await bureau.TakeAsync(Roles.Officer, "notifyRights", filed, new { servedOn = bureau.Today }, "告1");
        await bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", filed, new { answer = "WAIVED" });
    }

    private static async Task<JsonElement> LawAsync(Bureau bureau, Dossier decided) =>
        (await bureau.SeeAsync(decided, "decision{law{actOn articles isMilder gainsBasis areGainsMilder}}")).At("decision.law");
}
