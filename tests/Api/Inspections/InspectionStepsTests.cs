using System.Net;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Inspections;

/// <summary>What an inspection is refused with, how inspectors are drawn, and how far a sweep has come.</summary>
public sealed class InspectionStepsTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task An_officer_who_inspects_alone_is_refused_with_the_figures()
    {
        var officer = await Api.As(Roles.Officer);
        var number = await PlannedAsync(officer, await Api.EnterpriseAsync());
        var alone = await officer.Ask(
            "mutation($input:RecordInspectionInput!){recordInspection(input:$input){inspection{status} errors{__typename ...on TooFewOfficersError{code message required given}}}}",
            new { input = new { number, officers = new[] { "officer" }, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题" } });
        var error = alone.Data().At("recordInspection.errors.0");
        Assert.Equal(("TooFewOfficersError", "TOO_FEW_OFFICERS", "2", "1", "执法人员不得少于2人，现只有1人"), (error.Text("__typename"), error.Text("code"), error.Text("required"), error.Text("given"), error.Text("message")));
        Assert.Equal("PLANNED", alone.Data().Text("recordInspection.inspection.status"));
    }

    [Fact]
    public async Task Somebody_without_the_role_may_neither_record_nor_decide_nor_read()
    {
        var hotline = await Api.As(Roles.Hotline);
        Assert.Equal(HttpStatusCode.Forbidden, (await hotline.Ask("mutation{recordInspection(input:{number:\"JC-0000000000\",officers:[],findings:[],result:NONE,summary:\"\"}){errors{__typename}}}")).Status);
        var officer = await Api.As(Roles.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Ask("mutation{decideRectificationMeasure(input:{number:\"ZG-0000000000\",measure:BANNING,accept:true,reason:\"a\",basis:\"b\"}){errors{__typename}}}")).Status);
        var liaison = await Api.As(Roles.Liaison);
        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.Ask("{inspections{totalCount}}")).Status);
    }

    [Fact]
    public async Task The_same_command_again_finds_the_same_inspection()
    {
        var officer = await Api.As(Roles.Officer);
        var input = new { enterpriseCreditCode = await Api.EnterpriseAsync(), basis = "LEAD", lead = "群众举报", plannedOn = "2026-03-10", commandId = "7a7f7c9e-1d5e-4b53-9a38-4f0f5d0f7a11" };
        var first = await officer.Do("planInspection", input, "inspection{number version}");
        var again = await officer.Do("planInspection", input, "inspection{number version}");
        Assert.Equal(("", first.Text("inspection.number"), "1"), (again.Refusal(), again.Text("inspection.number"), again.Text("inspection.version")));
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await officer.Do("registerEnterprise", new { creditCode = input.enterpriseCreditCode, name = "另一厂" }, "enterprise{name}")).Refusal());
    }

    [Fact]
    public async Task A_node_an_enterprise_and_a_list_show_the_same_inspection()
    {
        var officer = await Api.As(Roles.Officer);
        await Api.As(Roles.SectionHead);
        var enterprise = await Api.EnterpriseAsync();
        var number = await PlannedAsync(officer, enterprise);
        Assert.Equal("", (await officer.Do("recordInspection", new { number, officers = Bureau.Two, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题" }, "inspection{status}")).Refusal());
        const string Fields = "id number status result summary officerNames findings{item}";
        var data = (await officer.Ask($"query($number:String!,$code:String!){{inspection(number:$number){{{Fields}}} enterprise(creditCode:$code){{inspections{{nodes{{{Fields}}}}}}} inspections(where:{{enterprise:{{creditCode:{{eq:$code}}}},officerNames:{{some:{{eq:\"second\"}}}}}},order:[{{plannedOn:ASC}}]){{nodes{{{Fields}}}}}}}", new { number, code = enterprise })).Data();
        var one = data.GetProperty("inspection").GetRawText();
        Assert.Equal(one, data.At("enterprise.inspections.nodes.0").GetRawText());
        Assert.Equal(one, data.At("inspections.nodes.0").GetRawText());
        var node = (await officer.Ask($"query($id:ID!){{node(id:$id){{...on Inspection{{{Fields}}}}}}}", new { id = data.Text("inspection.id") })).Data();
        Assert.Equal(one, node.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task A_draw_names_its_seed_and_the_same_draw_again_plans_nothing_twice()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        foreach (var user in new[] { "li", "wang", "zhao" })
        {
            await api.As($"{user}.draw", Roles.Officer);
        }

        for (var made = 0; made < 6; made++)
        {
            await api.LicenceAsync(await api.EnterpriseAsync(), more: new { productClasses = new[] { "CLOTHING" } });
        }

        var input = new { count = 3, plannedOn = "2026-03-20", campaign = "SD2026", seed = "20260302", commandId = "5d0f7a11-1d5e-4b53-9a38-7a7f7c9e4f0f" };
        const string Fields = "seed inspections{number basis officerNames enterprise{creditCode} draw{seed position enterprises officers poolHash}}";
        var drawn = await head.Do("drawInspections", input, Fields);
        Assert.Equal("", drawn.Refusal());
        Assert.Equal(["1", "2", "3"], drawn.Texts("inspections", "draw.position"));
        // The pool is who may inspect: the three, the officer who registered the licences, and the second officer that each server has.
        Assert.Equal(("20260302", "6", "5", "RANDOM_DRAW"), (drawn.Text("seed"), drawn.Text("inspections.0.draw.enterprises"), drawn.Text("inspections.0.draw.officers"), drawn.Text("inspections.0.basis")));
        Assert.Equal(drawn.GetProperty("inspections").GetRawText(), (await head.Do("drawInspections", input, Fields)).GetProperty("inspections").GetRawText());

        // Whoever doubts it draws again from what was drawn from, which every one of the drawn leads to.
        var shown = (await head.Ask("query($number:String!){inspection(number:$number){draw{enterprisePool first{draw{seed poolHash enterprisePool officerPool}}}}}", new { number = drawn.Text("inspections.2.number") })).Data().At("inspection.draw");
        Assert.Null(shown.Text("enterprisePool"));
        var (enterprises, officers) = (Listed(shown, "first.draw.enterprisePool"), Listed(shown, "first.draw.officerPool"));
        Assert.Equal(shown.Text("first.draw.poolHash"), RepeatedDraw.HashOf(enterprises, officers));
        Assert.Equal(
            RepeatedDraw.Of(20260302, enterprises, officers, 3, 2),
            drawn.At("inspections").EnumerateArray().Select(one => $"{one.Text("enterprise.creditCode")} {string.Join(',', Listed(one, "officerNames"))}"));

        Assert.Equal("TooFewOfficersError TOO_FEW_OFFICERS", (await head.Do("drawInspections", new { count = 1, plannedOn = "2026-03-20", officersEach = 1 }, Fields)).Refusal());

        var coverage = (await head.Ask("{sweepCoverage(campaign:\"SD2026\"){licensedProducers inspected missing(first:2){totalCount nodes{creditCode}} byProductClass{productClass{code} licensedProducers inspected}}}")).Data().GetProperty("sweepCoverage");
        Assert.Equal(("6", "0", "6"), (coverage.Text("licensedProducers"), coverage.Text("inspected"), coverage.Text("missing.totalCount")));
        var number = drawn.Text("inspections.0.number");
        Assert.Equal("", (await head.Do("recordInspection", new { number, officers = new[] { "li.draw", "wang.draw" }, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题" }, "inspection{number}")).Refusal());
        coverage = (await head.Ask("{sweepCoverage(campaign:\"SD2026\"){licensedProducers inspected missing(first:200){nodes{creditCode}} covered{totalCount nodes{creditCode}} byProductClass{productClass{code} licensedProducers inspected}}}")).Data().GetProperty("sweepCoverage");
        Assert.Equal(("6", "1"), (coverage.Text("licensedProducers"), coverage.Text("inspected")));
        Assert.DoesNotContain(drawn.Text("inspections.0.enterprise.creditCode"), coverage.Texts("missing.nodes", "creditCode"));

        // It was drawn, and no sweep: it counts all the same, and the figure leads to those that it counts.
        Assert.Equal("1", coverage.Text("covered.totalCount"));
        Assert.Equal([drawn.Text("inspections.0.enterprise.creditCode")], coverage.Texts("covered.nodes", "creditCode"));
        Assert.Equal(["1"], coverage.At("byProductClass").EnumerateArray().Where(one => one.Text("productClass.code") == "CLOTHING").Select(one => one.Text("inspected")));

        // Whoever has ended is not missing, though its licence is not yet deregistered.
        var gone = coverage.Texts("missing.nodes", "creditCode")[0]!;
        Assert.Equal("", (await head.Do("closeEnterprise", new { creditCode = gone, reason = "已注销", basis = "登记簿" })).Refusal());
        coverage = (await head.Ask(
            "{sweepCoverage(campaign:\"SD2026\"){licensedProducers inspected missing(first:200){nodes{creditCode}}}}")).Data()
            .GetProperty("sweepCoverage");
        Assert.Equal(("5", "1"), (coverage.Text("licensedProducers"), coverage.Text("inspected")));
        Assert.DoesNotContain(gone, coverage.Texts("missing.nodes", "creditCode"));
    }

    [Fact]
    public async Task A_sweep_plans_whoever_is_missing_and_the_same_sweep_again_nobody_more()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        var enterprises = new List<string>();
        for (var made = 0; made < 5; made++)
        {
            enterprises.Add(await api.EnterpriseAsync());
            await api.LicenceAsync(enterprises[made], more: new { productClasses = new[] { made == 4 ? "OTHER" : "COATINGS" } });
        }

        await head.Do("planInspection", new { enterpriseCreditCode = enterprises[0], basis = "SWEEP", plannedOn = "2026-03-10", campaign = "SD2026" }, "inspection{number}");
        var input = new { campaign = "SD2026", plannedOn = "2026-03-20", limit = 2, commandId = "0f0d7a11-1d5e-4b53-9a38-7a7f7c9e4f0f" };
        const string Fields = "remaining inspections{number basis campaign plannedOn enterprise{creditCode}}";
        var first = await head.Do("planSweep", input, Fields);
        Assert.Equal(("", "1"), (first.Refusal(), first.Text("remaining")));
        Assert.Equal(enterprises[1..3], first.Texts("inspections", "enterprise.creditCode"));
        Assert.Equal(first.GetProperty("inspections").GetRawText(), (await head.Do("planSweep", input, Fields)).GetProperty("inspections").GetRawText());

        // What does not belong to a key class is not swept, and what is planned is not planned again.
        var rest = await head.Do("planSweep", new { campaign = "SD2026", plannedOn = "2026-03-20" }, Fields);
        Assert.Equal(enterprises[3..4], rest.Texts("inspections", "enterprise.creditCode"));
        Assert.Equal("0", rest.Text("remaining"));
        Assert.Equal("TooFewOfficersError TOO_FEW_OFFICERS", (await head.Do("planSweep", new { campaign = "SD2027", plannedOn = "2026-03-20", officers = new[] { "section-head" } }, Fields)).Refusal());

        // What is only considered is refused by the same law.
        var early = await head.Do("planSweep", new { campaign = "SD2027", plannedOn = "1950-01-01", preview = true }, "planned remaining");
        Assert.Equal(("InvalidInputError INVALID_INPUT", "0", "4"), (early.Refusal(), early.Text("planned"), early.Text("remaining")));
        var possible = await head.Do(
            "planSweep", new { campaign = "SD2027", plannedOn = "2026-03-20", preview = true }, "planned remaining");
        Assert.Equal(("", "4", "0"), (possible.Refusal(), possible.Text("planned"), possible.Text("remaining")));
    }

    [Fact]
    public async Task A_slip_of_the_pen_in_a_campaign_does_not_take_the_place_of_the_campaign()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        await PlanAsync("SD2026", "2026-03-10");
        var recorded = await PlanAsync("SD2026", "2026-03-10");
        Assert.Equal("", (await head.Do("recordInspection", new { number = recorded, officers = Bureau.Two, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题" }, "inspection{number}")).Refusal());
        await PlanAsync("SD2O26", "2031-12-31");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal("", (await head.Do("cancelInspection", new { number = await PlanAsync("SD26", "2026-03-12"), reason = "行动代码有误", basis = "专项行动方案" }, "inspection{status}")).Refusal());
        }

        await PlanAsync(null, "2031-12-31");
        const string Campaigns = "{sweepCampaigns{code inspections recorded lastPlannedOn isGoingOn}}";
        Assert.Equal(["SD2026 2 1 2026-03-10 true", "SD2O26 1 0 2031-12-31 true"], await ListedAsync());

        // A campaign whose last day lies months back gives way to what goes on.
        api.Clock.Advance(TimeSpan.FromDays(120));
        Assert.Equal(["SD2O26 1 0 2031-12-31 true", "SD2026 2 1 2026-03-10 false"], await ListedAsync());

        async Task<string> PlanAsync(string? campaign, string plannedOn)
        {
            var planned = await head.Do("planInspection", new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn, campaign }, "inspection{number}");
            Assert.Equal("", planned.Refusal());
            return planned.Text("inspection.number")!;
        }

        async Task<IEnumerable<string>> ListedAsync() =>
            from one in (await (await api.As("leader.of.all", Roles.Leader)).Ask(Campaigns)).Data().At("sweepCampaigns").EnumerateArray()
            select $"{one.Text("code")} {one.Text("inspections")} {one.Text("recorded")} {one.Text("lastPlannedOn")} {one.Text("isGoingOn")}";
    }

    private static List<string> Listed(System.Text.Json.JsonElement shown, string path) => [.. shown.At(path).EnumerateArray().Select(one => one.GetString()!)];

    private static async Task<string> PlannedAsync(ApiClient officer, string enterprise)
    {
        var planned = await officer.Do("planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = "2026-03-10" }, "inspection{number}");
        Assert.Equal("", planned.Refusal());
        return planned.Text("inspection.number")!;
    }
}
