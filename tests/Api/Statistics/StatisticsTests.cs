using System.Text.Json;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Statistics;

/// <summary>
/// Each figure is the sum of the facts that it opens, however they are told apart, and an entry of the journal stands behind each.
/// </summary>
public sealed class StatisticsTests
{
    private const string Dimensions = "period section agency productClass{code} violation";
    private const string FigureFields = "measure amount factCount partyCount";
    private const string FactFields =
        "id day measure amount section agency productClass{code} violation party entryNumber subject{... on Case{number}}";

    private static readonly string[] Groups =
    [
        "[]", "[DAY]", "[MONTH]", "[SECTION]", "[AGENCY]", "[PRODUCT_CLASS]", "[VIOLATION]",
        "[SECTION,PRODUCT_CLASS]", "[MONTH,SECTION,VIOLATION]",
    ];

    [Fact]
    public async Task A_figure_is_the_sum_of_the_facts_that_it_opens()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var early = bureau.Today;

        await bureau.FiledAsync(new { productClasses = new[] { "CLOTHING" } });
        var late = await bureau.LeadAsync(new { violation = "FORGED_QUALITY_MARK", productClasses = new[] { "FOOD", "CLOTHING" } });
        await bureau.BeLateAsync(late);
        await bureau.FileAsync(late, "立案2号");
        await bureau.SuspectAsync(late);
        await bureau.OpenAsync(
            Roles.Officer,
            "rectification",
            "orderRectification",
            new { enterpriseCreditCode = await api.EnterpriseAsync(), requirements = new[] { "检验设备按期检定" } },
            "责改1号");

        var after = bureau.Today.AddDays(1);
        var next = early.AddDays(1);
        foreach (var (from, to) in new[] { (early, after), (early, next), (next, after), (early.AddYears(-2), after.AddMonths(3)) })
        {
            foreach (var by in Groups.Where(by => by != "[DAY]" || to <= from.AddDays(366)))
            {
                await AgreesAsync(head, from, to, by, "");
            }

            await AgreesAsync(head, from, to, "[SECTION]", ",where:{productClass:{eq:\"FOOD\"}}");
            await AgreesAsync(head, from, to, "[MONTH]", ",where:{violation:{eq:FORGED_QUALITY_MARK},section:{any:true}}");
        }

        var filed = Assert.Single(await RowsAsync(head, early, after, "[]", ",measures:[CASES_FILED]"));
        Assert.Equal(["CASES_FILED 2 2 "], Told(filed));

        // A party is one however often it was counted (家).
        filed = Assert.Single(await RowsAsync(head, early, after, "[]", ",measures:[CASES_FILED],countParties:true"));
        var facts = await FactsAsync(head, early, after, ",measures:[CASES_FILED]");
        var parties = facts.Select(fact => fact.Text("party")).Distinct().Count();
        Assert.EndsWith($" {parties}", Assert.Single(Told(filed)), StringComparison.Ordinal);
        Assert.All(facts, fact => Assert.NotNull(fact.Text("party")));

        // What concerns no kind of violation is asked for as what concerns none of them.
        var all = await FactsAsync(head, early, after, "");
        var kinds = string.Join(',', Enum.GetValues<ViolationKind>().Select(WireName.Of));
        var none = await FactsAsync(head, early, after, $",where:{{violation:{{nin:[{kinds}]}}}}");
        Assert.NotEmpty(none);
        Assert.Equal(
            all.Where(fact => fact.Text("violation") is null).Select(fact => fact.Text("id")),
            none.Select(fact => fact.Text("id")));

        // Money is in yuan, and a fact leads to the entry behind it.
        var value = Assert.Single(await FactsAsync(head, early, after, ",measures:[GOODS_VALUE]"));
        var goods = Assert.Single(await RowsAsync(head, early, after, "[]", ",measures:[GOODS_VALUE]"));
        Assert.Equal(value.GetProperty("amount").GetDecimal(), goods.At("figures")[0].GetProperty("amount").GetDecimal());
        Assert.Equal(late.Number, value.At("subject").Text("number"));
        var node = (await head.Ask($"{{node(id:\"{value.Text("id")}\"){{... on Fact{{measure entryNumber}}}}}}")).Data().At("node");
        Assert.Equal(
            ("GOODS_VALUE", value.GetProperty("entryNumber").GetInt32()),
            (node.Text("measure"), node.GetProperty("entryNumber").GetInt32()));
    }

    [Fact]
    public async Task A_period_and_what_is_told_apart_have_their_bounds()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);

        Assert.Null((await AskAsync("2025-01-01", "2026-01-02", "[DAY]")).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync("2025-01-01", "2026-01-03", "[DAY]")).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync("2025-01-01", "2025-01-03", "[DAY,MONTH]")).Code);
        Assert.Null((await AskAsync("0001-01-01", "9999-12-31", "[MONTH]")).Code);
        Assert.Null((await AskAsync("2026-01-02", "2026-01-01", "[SECTION]")).Code);

        Task<Answer> AskAsync(string from, string to, string by) =>
            head.Ask($"{{statistics(from:\"{from}\",to:\"{to}\",groupBy:{by}){{{Dimensions} figures{{measure amount}}}}}}");
    }

    [Fact]
    public async Task A_partner_agency_sees_no_figures_and_no_facts()
    {
        await using var api = await ApiServer.StartAsync();
        var liaison = await api.As(Roles.Liaison);

        Assert.Equal("FORBIDDEN", (await liaison.Ask("{statistics(from:\"2026-01-01\",to:\"2027-01-01\",groupBy:[]){section}}")).Code);
        Assert.Equal("FORBIDDEN", (await liaison.Ask("{facts(from:\"2026-01-01\",to:\"2027-01-01\"){totalCount}}")).Code);
    }

    private static async Task AgreesAsync(ApiClient reader, DateOnly from, DateOnly to, string by, string where)
    {
        var rows = await RowsAsync(reader, from, to, by, where);
        var facts = await FactsAsync(reader, from, to, where);

        Assert.Equal(
            facts.GroupBy(fact => (Of: KeyOf(fact, by), Measure: fact.Text("measure")!))
                .Select(same => $"{same.Key.Of} {same.Key.Measure} {same.Sum(Amount):0.##} {same.Count()}").Order(StringComparer.Ordinal),
            rows.SelectMany(row => row.At("figures").EnumerateArray().Select(figure => (Of: KeyOf(row, by), Figure: figure)))
                .Select(one => (one.Of, Measure: one.Figure.Text("measure"), one.Figure))
                .Select(one => $"{one.Of} {one.Measure} {Amount(one.Figure):0.##} {one.Figure.GetProperty("factCount").GetInt32()}")
                .Order(StringComparer.Ordinal));
    }

    private static string KeyOf(JsonElement told, string by) => string.Join('/', new[]
    {
        !told.TryGetProperty("day", out var day) ? told.Text("period")
            : by.Contains("DAY", StringComparison.Ordinal) ? day.GetString()
            : by.Contains("MONTH", StringComparison.Ordinal) ? day.GetString()![..7] : null,
        by.Contains("SECTION", StringComparison.Ordinal) ? told.Text("section") : null,
        by.Contains("AGENCY", StringComparison.Ordinal) ? told.Text("agency") : null,
        by.Contains("PRODUCT_CLASS", StringComparison.Ordinal) && told.GetProperty("productClass") is { ValueKind: JsonValueKind.Object } of
            ? of.Text("code")
            : null,
        by.Contains("VIOLATION", StringComparison.Ordinal) ? told.Text("violation") : null,
    });

    private static decimal Amount(JsonElement told) => told.GetProperty("amount").GetDecimal();

    private static IEnumerable<string> Told(JsonElement row) => row.At("figures").EnumerateArray().Select(figure =>
        $"{figure.Text("measure")} {Amount(figure):0} {figure.GetProperty("factCount").GetInt32()} {figure.GetProperty("partyCount")}");

    private static async Task<List<JsonElement>> RowsAsync(ApiClient reader, DateOnly from, DateOnly to, string by, string more) =>
        [.. (await reader.Ask(
            $"{{statistics(from:\"{from:O}\",to:\"{to:O}\",groupBy:{by}{more}){{{Dimensions} figures{{{FigureFields}}}}}}}"))
            .Data().At("statistics").EnumerateArray()];

    private static async Task<List<JsonElement>> FactsAsync(ApiClient reader, DateOnly from, DateOnly to, string more) =>
        [.. (await reader.Ask(
            $"{{facts(first:200,from:\"{from:O}\",to:\"{to:O}\"{more}){{nodes{{{FactFields}}}}}}}"))
            .Data().At("facts.nodes").EnumerateArray()];
}
