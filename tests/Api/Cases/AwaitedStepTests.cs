using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>Whoever has the next step finds the cases that wait for it, the nearest term first.</summary>
public sealed class AwaitedStepTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task Cases_are_found_by_what_they_wait_for_the_nearest_term_first_and_those_without_one_last()
    {
        var bureau = new Bureau(Api);
        var later = await bureau.LeadAsync();
        var sooner = await bureau.LeadAsync(new { receivedOn = "2026-02-24" });
        var filed = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, new { fineCny = 10_000 }, "处建1号");

        var legal = await Api.As(Roles.Legal);
        var leads = await FindAsync(legal, "awaits:{eq:FILING_DECISION}");
        Assert.True(IndexOf(leads, sooner) < IndexOf(leads, later), $"{leads.GetRawText()}");
        Assert.Equal(leads.Texts("nodes", "awaitedBy").Order(StringComparer.Ordinal), leads.Texts("nodes", "awaitedBy"));

        var reviews = await FindAsync(legal, "awaits:{eq:LEGAL_REVIEW}");
        Assert.Contains(filed.Number, reviews.Texts("nodes", "number"));
        Assert.All(reviews.Texts("nodes", "awaits"), step => Assert.Equal("LEGAL_REVIEW", step));
        Assert.DoesNotContain(filed.Number, (await FindAsync(legal, "awaits:{eq:LEGAL_REVIEW},section:{eq:\"ELSEWHERE\"}")).Texts("nodes", "number"));

        await bureau.TakeAsync(Roles.Legal, "passLegalReview", filed, document: "审1号");
        Assert.DoesNotContain(filed.Number, (await FindAsync(legal, "awaits:{eq:LEGAL_REVIEW}")).Texts("nodes", "number"));
        Assert.Equal("RIGHTS_NOTICE", (await bureau.SeeAsync(filed, "awaits")).Text("awaits"));
    }

    [Fact]
    public async Task A_proposed_measure_says_until_when_it_is_to_be_decided()
    {
        var bureau = new Bureau(Api);
        var order = await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = await Api.EnterpriseAsync(), requirements = new[] { "检验设备按期检定" } }, "责改1号");
        await bureau.TakeAsync(Roles.Officer, "reportRectification", order, new { report = "已整改" });
        await bureau.TakeAsync(Roles.Officer, "recordReinspection", order, new { result = "STILL_IN_VIOLATION", officers = Bureau.Two, findings = "检验设备仍未检定" }, "复1号");
        Assert.Equal("2026-03-09", (await bureau.SeeAsync(order, "proposal{decideBy}")).Text("proposal.decideBy"));
    }

    private static async Task<System.Text.Json.JsonElement> FindAsync(ApiClient who, string where) =>
        (await who.Ask($"{{cases(first:200,where:{{{where}}},order:[{{awaitedBy:ASC}}]){{nodes{{number awaits awaitedBy}}}}}}")).Data().At("cases");

    private static int IndexOf(System.Text.Json.JsonElement found, Dossier one) => found.Texts("nodes", "number").ToList().IndexOf(one.Number);
}
