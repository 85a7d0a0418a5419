using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Inspections;

/// <summary>Nothing stalls unseen: what was to follow and did not is found.</summary>
public sealed class InspectionSelfCheckTests
{
    private static readonly object Why = new { reason = "生产条件达不到要求", basis = "工业产品生产许可证管理条例 第四十五条", documentNumber = "沪市监〔2026〕1号" };

    [Fact]
    public async Task What_was_to_follow_an_inspection_and_did_not_is_found()
    {
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        await api.As(Roles.SectionHead);
        var licensed = await api.EnterpriseAsync();
        await api.LicenceAsync(licensed);
        var unfollowed = await InspectedAsync(officer, await api.EnterpriseAsync(), "RECTIFICATION", Bureau.Wanting);
        var stopped = await InspectedAsync(officer, licensed, "PRODUCTION_STOPPED", []);
        var other = await api.EnterpriseAsync();
        var ordered = await officer.Do("orderRectification", ApiServer.Merge(Why, new { enterpriseCreditCode = other, requirements = new[] { "检验设备检定" }, inspection = await InspectedAsync(officer, other, "RECTIFICATION", Bureau.Wanting), dueOn = "2026-03-12" }), "rectification{number}");
        Assert.Empty(await FoundAsync(api, "inspections-have-consequences"));
        Assert.Empty(await FoundAsync(api, "orders-do-not-stall"));
        var forgotten = (await officer.Do(
            "planInspection",
            new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" },
            "inspection{number}")).Text("inspection.number");
        Assert.Empty(await FoundAsync(api, "planned-inspections-are-made"));

        // Of the order, its day has passed, and so have the terms to re-inspect and to decide: each is a lapse, and then nothing runs any more.
        await api.TurnToAsync(new DateTimeOffset(2026, 4, 20, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal([$"inspection/{forgotten}"], await FoundAsync(api, "planned-inspections-are-made"));
        Assert.Equal(new[] { $"inspection/{stopped}", $"inspection/{unfollowed}" }.Order(), (await FoundAsync(api, "inspections-have-consequences")).Order());
        Assert.Equal([$"rectification/{ordered.Text("rectification.number")}"], await FoundAsync(api, "orders-do-not-stall"));
        await api.Services.GetRequiredService<SelfCheck>().RunAndKeepAsync(TestContext.Current.CancellationToken);
        const string report = "{selfCheck{rules{name findings{about{...on Rectification{number}}}}}}";
        var rules = (await (await api.As(Roles.Auditor)).Ask(report)).Data().At("selfCheck.rules").EnumerateArray();
        var stalled = rules.Single(rule => rule.Text("name") == "orders-do-not-stall").At("findings")[0];
        Assert.Equal(ordered.Text("rectification.number"), stalled.Text("about.number"));
        const string asked = "query($number:String!){rectification(number:$number){lapses{kind section office officer{userName}}}}";
        var number = ordered.Text("rectification.number");
        var lapses = (await officer.Ask(asked, new { number })).Data().GetProperty("rectification");
        // Whether a measure is taken is the head's of the section.
        Assert.Equal(
            ["RECTIFICATION_MEASURE_DECISION INSPECTION SECTION_HEAD", "RECTIFICATION_REINSPECTION INSPECTION officer"],
            lapses.At("lapses").EnumerateArray().Select(AnsweringIn).Order(StringComparer.Ordinal));

        static string AnsweringIn(JsonElement lapse) =>
            $"{lapse.Text("kind")} {lapse.Text("section")} {lapse.Text("office") ?? lapse.Text("officer.userName")}";
    }

    [Fact]
    public async Task Work_of_an_officer_who_has_left_is_found()
    {
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        await api.As("gone", Roles.Officer);
        var planned = await officer.Do("planInspection", new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10", officers = new[] { "officer", "gone" } }, "inspection{number}");
        Assert.Equal("", planned.Refusal());
        Assert.Empty(await FoundAsync(api, "open-work-has-officers"));
        Assert.Null((await api.Grains.GetGrain<IAccountGrain>("gone").Execute(new DisableAccount("调离"), Actor.System(Guid.NewGuid()) with { Roles = Roles.Administrator })).Refusal);
        Assert.Equal([$"inspection/{planned.Text("inspection.number")}"], await FoundAsync(api, "open-work-has-officers"));
    }

    [Fact]
    public async Task A_kept_file_whose_bytes_have_changed_is_found()
    {
        await using var api = await ApiServer.StartAsync();
        var folder = api.Services.GetRequiredService<AttachmentFolder>();
        var (kept, _) = await folder.KeepAsync(new MemoryStream([0xFF, 0xD8, 0xFF, 1, 2, 3]), "现场.jpg", "officer", CancellationToken.None);
        Assert.Empty(await FoundAsync(api, "attachments-are-intact"));
        await File.AppendAllTextAsync(folder.Find(kept!.Hash)!.Path, "!");
        Assert.Equal([$"attachment/{kept.Hash}"], await FoundAsync(api, "attachments-are-intact"));
    }

    private static async Task<List<string>> FoundAsync(ApiServer api, string rule)
    {
        var result = await api.Services.GetRequiredService<SelfCheck>().RunAsync(null, CancellationToken.None);
        // A rule that could not be looked at finds nothing; that is not the same as nothing to find.
        Assert.All(result.Rules, one => Assert.Null(one.Failure));
        return [.. result.Rules.Single(one => one.Rule == rule).Findings.Select(finding => finding.Subject)];
    }

    private static async Task<string> InspectedAsync(ApiClient officer, string enterprise, string result, object[] findings)
    {
        var planned = await officer.Do("planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = "2026-03-10" }, "inspection{number}");
        var number = planned.Text("inspection.number")!;
        Assert.Equal("", (await officer.Do("recordInspection", new { number, officers = Bureau.Two, findings, result, summary = "现场检查" }, "inspection{number}")).Refusal());
        return number;
    }
}
