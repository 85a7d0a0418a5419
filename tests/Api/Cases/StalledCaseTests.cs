using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>What stalls is found: a case without an act, a closed one with something left to do, a transfer that nobody signed for.</summary>
public sealed class StalledCaseTests
{
    [Fact]
    public async Task What_stalls_is_found_until_it_is_done()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var lead = await bureau.LeadAsync();
        var filed = await bureau.FiledAsync();
        var closed = await ClosedAsync(bureau);
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.SentAsync(suspected);
        foreach (var rule in new[] { "cases-move", "closed-cases-are-done", "transfers-are-received" })
        {
            Assert.Empty(await FoundAsync(api, rule));
        }

        await bureau.UntilAsync("2026-07-01 10:00");
        Assert.Equal(new[] { lead, filed, suspected }.Select(one => $"case/{one.Number}").Order(), (await FoundAsync(api, "cases-move")).Order());
        Assert.Equal([$"case/{closed.Number}"], await FoundAsync(api, "closed-cases-are-done"));
        Assert.Equal([$"crime-transfer/{transfer.Number}"], await FoundAsync(api, "transfers-are-received"));

        // Late is late, and done all the same.
        await bureau.FileAsync(lead, "立案2号");
        await bureau.TakeAsync(Roles.Officer, "publishDecision", closed, new { publishedOn = "2026-07-01", place = "公示系统" });
        Assert.Empty(await FoundAsync(api, "closed-cases-are-done"));
        Assert.DoesNotContain($"case/{lead.Number}", await FoundAsync(api, "cases-move"));
        Assert.Contains(filed.Number, (await (await api.As(Roles.SectionHead)).Ask("{cases(where:{overdue:{eq:true}}){nodes{number}}}")).Data().Texts("cases.nodes", "number"));
    }

    private static async Task<Dossier> ClosedAsync(Bureau bureau)
    {
        var dossier = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", dossier, new { fineCny = 1000 }, "建议1号");
        await bureau.TakeAsync(Roles.Legal, "passLegalReview", dossier, document: "法审1号");
        await bureau.TakeAsync(Roles.Officer, "notifyRights", dossier, new { servedOn = bureau.Today }, "告知1号");
        await bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", dossier, new { answer = "WAIVED" });
        await bureau.TakeAsync(Roles.SectionHead, "decidePenalty", dossier, new { fineCny = 1000, discretion = "从轻" }, "处罚1号");
        await bureau.TakeAsync(Roles.Officer, "serveDecision", dossier, new { servedOn = bureau.Today });
        await bureau.TakeAsync(Roles.Officer, "executePenalty", dossier, new { amountCny = 1000, paidOn = bureau.Today });
        Assert.Equal("CLOSED", await bureau.TakeAsync(Roles.SectionHead, "closeCase", dossier, new { outcome = "EXECUTED" }, "结案1号"));
        return dossier;
    }

    private static async Task<List<string>> FoundAsync(ApiServer api, string rule)
    {
        var result = await api.Services.GetRequiredService<SelfCheck>().RunAsync(null, CancellationToken.None);
        return [.. result.Rules.Single(one => one.Rule == rule).Findings.Select(finding => finding.Subject)];
    }
}
