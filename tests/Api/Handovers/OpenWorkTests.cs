using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Handovers;

/// <summary>Open work is searched, narrowed down and put in order by the server, however much of it there is.</summary>
public sealed class OpenWorkTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task Open_work_is_found_by_its_kind_its_number_its_title_and_the_name_of_its_enterprise()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        var enterprise = await Api.EnterpriseAsync();
        var order = await bureau.OpenAsync(
            Roles.Officer,
            "rectification",
            "orderRectification",
            new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, dueOn = "2026-03-20" },
            "责改1号");
        var head = await Api.As(Roles.SectionHead);
        var title = (await bureau.SeeAsync(filed, "title")).Text("title");
        var said = (await bureau.SeeAsync(filed, "officialNumber")).Text("officialNumber")!;
        var name = (await head.Ask($"{{enterprise(creditCode:\"{enterprise}\"){{name}}}}")).Data().Text("enterprise.name");

        Assert.Equal([filed.Number], await FindAsync(head, $"text:\"{filed.Number}\""));
        Assert.Equal([filed.Number], await FindAsync(head, $"text:\"{filed.Number}\",kind:CASE"));
        Assert.Empty(await FindAsync(head, $"text:\"{filed.Number}\",kind:INSPECTION"));
        Assert.Contains(filed.Number, await FindAsync(head, $"text:\"{title}\""));
        Assert.Contains(order.Number, await FindAsync(head, $"text:\"{name}\""));

        // The word of a kind's number tells it from the same number of another kind.
        var byWord = await FindAsync(head, $"text:\"{said}\"");
        Assert.Contains(filed.Number, byWord);
        Assert.All(byWord, number => Assert.StartsWith("AJ-", number!, StringComparison.Ordinal));
        var plain = said[(said.IndexOf('〔', StringComparison.Ordinal) + 1)..].Replace('〕', '-').TrimEnd('号');
        Assert.Contains(filed.Number, await FindAsync(head, $"text:\"{plain}\""));
    }

    [Fact]
    public async Task Open_work_says_which_term_it_is_dated_by_and_is_put_in_order()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, new { fineCny = 10_000 }, "处建1号");
        var head = await Api.As(Roles.SectionHead);
        var asked = $"{{openWork(section:\"INSPECTION\",text:\"{filed.Number}\"){{nodes{{dueAt dueTerm}}}}}}";
        var found = (await head.Ask(asked)).Data().At("openWork.nodes.0");
        var seen = await bureau.SeeAsync(filed, "awaitedBy awaitedTerm nearestBy nearestTerm");
        Assert.Equal(("CASE_LEGAL_REVIEW", seen.Text("awaitedBy")), (found.Text("dueTerm"), found.Text("dueAt")));

        // The review is the legal section's; whoever holds the case looks after the day of the decision.
        Assert.Equal(("CASE_LEGAL_REVIEW", "CASE_DECISION"), (seen.Text("awaitedTerm"), seen.Text("nearestTerm")));
        var numbers = await FindAsync(head, "order:[{number:DESC}]");
        Assert.Equal(numbers.OrderDescending(StringComparer.Ordinal), numbers);
        var last = await FindAsync(head, "order:[{dueAt:DESC}]");
        Assert.Equal(await FindAsync(head, "order:[{dueAt:ASC}]"), last.Reverse());
    }

    [Fact]
    public async Task Work_that_nobody_of_its_section_holds_is_found_as_unassigned_until_somebody_does()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        var order = await bureau.OpenAsync(
            Roles.Officer,
            "rectification",
            "orderRectification",
            new { enterpriseCreditCode = await Api.EnterpriseAsync(), requirements = new[] { "检验设备检定" }, dueOn = "2026-03-20" },
            "责改2号");
        await bureau.ListAsync("registerSection", new { code = "UNMANNED", name = "新设科" });
        var both = new[] { (filed, "cases", "handOverCase"), (order, "rectifications", "handOverRectification") };
        foreach (var (one, list, handOver) in both)
        {
            Assert.Equal("false", (await bureau.SeeAsync(one, "isUnassigned")).Text("isUnassigned"));
            Assert.Empty(await UnassignedAsync(list, one, "true"));
            Assert.Equal([one.Number], await UnassignedAsync(list, one, "false"));
            await bureau.TakeAsync(Roles.SectionHead, handOver, one, new { toSection = "UNMANNED" }, "移交1号");
            Assert.Equal("true", (await bureau.SeeAsync(one, "isUnassigned")).Text("isUnassigned"));
            Assert.Equal([one.Number], await UnassignedAsync(list, one, "true"));
            Assert.Empty(await UnassignedAsync(list, one, "false"));
        }

        // Handed back, it is held by who held it before.
        await bureau.TakeAsync(Roles.Leader, "handOverCase", filed, new { toSection = "INSPECTION" }, "移交2号");
        Assert.Equal("false", (await bureau.SeeAsync(filed, "isUnassigned")).Text("isUnassigned"));

        async Task<IEnumerable<string?>> UnassignedAsync(string list, Dossier one, string wanted) =>
            (await (await Api.As(Roles.SectionHead)).Ask(
                $"{{{list}(where:{{isUnassigned:{{eq:{wanted}}},number:{{eq:\"{one.Number}\"}}}}){{nodes{{number}}}}}}"))
            .Data().At(list).Texts("nodes", "number");
    }

    private static async Task<IReadOnlyList<string?>> FindAsync(ApiClient who, string how) =>
        [
            .. (await who.Ask($"{{openWork(first:200,section:\"INSPECTION\",{how}){{nodes{{number}}}}}}"))
                .Data().At("openWork").Texts("nodes", "number"),
        ];
}
