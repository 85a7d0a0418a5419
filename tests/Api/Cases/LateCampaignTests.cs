using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>Everybody is late: each lapse is recorded once, with who answers for it and by which article, and what stalls is found.</summary>
public sealed class LateCampaignTests
{
    private static readonly object Why = new { reason = "抽样检验不合格", basis = "产品质量法 第五十条", documentNumber = "沪质监〔2026〕1号" };

    [Fact]
    public async Task Where_everybody_is_late_each_lapse_is_recorded_once_and_what_stalls_is_found()
    {
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        var head = await api.As(Roles.SectionHead);
        var lead = await LeadAsync(api);
        var filed = await FiledAsync(api);
        var closed = await ClosedAsync(api);
        var suspected = await FiledAsync(api);
        await Done(officer, "recordCaseFigures", new { number = suspected, goodsValueCny = 80_000, salesAmountCny = 60_000 }, "case{number}");
        var opened = await officer.Do("openCrimeTransfer", ApiServer.Merge(Why, new { caseNumber = suspected, agency = "police" }), "crimeTransfer{number}");
        var transfer = opened.Text("crimeTransfer.number")!;
        await Done(officer, "nameTransferTaskGroup", ApiServer.Merge(Why, new { number = transfer, members = new[] { "officer", "second" }, report = "报告" }), "crimeTransfer{number}");
        await Done(await api.As(Roles.Leader), "decideCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, approve = true }), "crimeTransfer{number}");
        await Done(officer, "sendCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, materials = new[] { "LETTER_OF_TRANSFER", "INVESTIGATION_REPORT", "GOODS_LIST", "TEST_REPORT", "OTHER_MATERIALS" } }), "crimeTransfer{number}");
        foreach (var rule in new[] { "cases-move", "closed-cases-are-done", "transfers-are-received" })
        {
            Assert.Empty(await FoundAsync(api, rule));
        }

        api.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.Zero));
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, DueIndex.DefaultBuckets).Select(bucket => api.Grains.GetGrain<IClockGrain>(bucket).Tick()));
        }

        Assert.Equal(new[] { lead, filed, suspected }.Select(number => $"case/{number}").Order(), (await FoundAsync(api, "cases-move")).Order());
        Assert.Equal([$"case/{closed}"], await FoundAsync(api, "closed-cases-are-done"));
        Assert.Equal([$"crime-transfer/{transfer}"], await FoundAsync(api, "transfers-are-received"));

        foreach (var (number, article) in new[] { (lead, "第十八条"), (filed, "第六十条"), (closed, "处罚信息公示规定") })
        {
            var found = (await head.Ask("query($number:String!){case(number:$number){overdue lapses{rule section officer} history(first:50){nodes{kind}}}}", new { number })).Data().At("case");
            Assert.Contains(article, Assert.Single(found.Texts("lapses", "rule"))!, StringComparison.Ordinal);
            Assert.Equal(("INSPECTION", "officer"), (found.Text("lapses.0.section"), found.Text("lapses.0.officer")));
            Assert.Single(found.Texts("history.nodes", "kind"), kind => kind == "case.deadline-lapsed");
        }

        // Late is late, and done all the same.
        Assert.Equal("INVESTIGATION", (await head.Do("fileCase", ApiServer.Merge(Why, new { number = lead, officers = new[] { "officer", "second" } }), "case{stage}")).Text("case.stage"));
        await Done(officer, "publishDecision", new { number = closed, publishedOn = "2026-07-01", place = "公示系统" }, "case{number}");
        Assert.Empty(await FoundAsync(api, "closed-cases-are-done"));
        Assert.Contains(filed, (await head.Ask("{cases(where:{overdue:{eq:true}}){nodes{number}}}")).Data().Texts("cases.nodes", "number"));
    }

    private static async Task<string> LeadAsync(ApiServer api)
    {
        var recorded = await (await api.As(Roles.Officer)).Do("recordLead", new { title = "某厂生产不合格涂料案", violation = "ADULTERATION_OR_SUBSTANDARD", source = "INSPECTION", receivedOn = "2026-03-02", facts = "不合格", enterpriseCreditCode = await api.EnterpriseAsync() }, "case{number}");
        return recorded.Text("case.number")!;
    }

    private static async Task<string> FiledAsync(ApiServer api)
    {
        var number = await LeadAsync(api);
        await Done(await api.As(Roles.SectionHead), "fileCase", ApiServer.Merge(Why, new { number, officers = new[] { "officer", "second" } }), "case{number}");
        return number;
    }

    private static async Task<string> ClosedAsync(ApiServer api)
    {
        var number = await FiledAsync(api);
        var officer = await api.As(Roles.Officer);
        var head = await api.As(Roles.SectionHead);
        await Done(officer, "proposePenalty", ApiServer.Merge(Why, new { number, fineCny = 1000 }), "case{number}");
        await Done(await api.As(Roles.Legal), "passLegalReview", ApiServer.Merge(Why, new { number }), "case{number}");
        await Done(officer, "notifyRights", ApiServer.Merge(Why, new { number, servedOn = "2026-03-02" }), "case{number}");
        await Done(officer, "recordPartyAnswer", new { number, answer = "WAIVED" }, "case{number}");
        await Done(head, "decidePenalty", ApiServer.Merge(Why, new { number, fineCny = 1000, discretion = "从轻" }), "case{number}");
        await Done(officer, "serveDecision", new { number, servedOn = "2026-03-02" }, "case{number}");
        await Done(officer, "executePenalty", new { number, amountCny = 1000, paidOn = "2026-03-02" }, "case{number}");
        await Done(head, "closeCase", ApiServer.Merge(Why, new { number, outcome = "EXECUTED" }), "case{number}");
        return number;
    }

    private static async Task Done(ApiClient client, string mutation, object input, string fields) => Assert.Equal("", (await client.Do(mutation, input, fields)).Refusal());

    private static async Task<List<string>> FoundAsync(ApiServer api, string rule)
    {
        var result = await api.Services.GetRequiredService<SelfCheck>().RunAsync(null, CancellationToken.None);
        return [.. result.Rules.Single(one => one.Rule == rule).Findings.Select(finding => finding.Subject)];
    }
}
