using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Handovers;

/// <summary>Work passes from section to section, and both see it (R3.4.1).</summary>
public sealed class SectionHandoverTests(SharedServer shared) : ApiTest(shared)
{
    private const string Passed = "handovers{handedOn from to handedBy kind number}";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Both_sections_see_what_passed_and_the_receiving_one_answers_for_what_lapses(DatabaseKind kind)
    {
        await using var api = await ApiServer.StartAsync(await TestDatabase.CreateAsync(kind));
        var bureau = new Bureau(api);
        await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量监督科" });
        var head = await api.As(Roles.SectionHead);
        var work = new[]
        {
            await bureau.LeadAsync(),
            await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" }),
            await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = await api.EnterpriseAsync(), requirements = new[] { "检验设备检定" }, dueOn = "2026-03-20" }, "责改1号"),
        };
        foreach (var one in work)
        {
            var due = (await bureau.SeeAsync(one, "deadlines{dueAt}")).GetProperty("deadlines").GetRawText();
            await bureau.TakeAsync(Roles.SectionHead, $"handOver{char.ToUpperInvariant(one.Kind[0])}{one.Kind[1..]}", one, new { toSection = "QUALITY" }, "移交1号");
            var seen = await bureau.SeeAsync(one, $"section deadlines{{dueAt}} {Passed}");
            Assert.Equal(("QUALITY", due), (seen.Text("section"), seen.GetProperty("deadlines").GetRawText()));
            Assert.Equal(("2026-03-02", "INSPECTION", "QUALITY", "section-head", one.Number), (seen.Text("handovers.0.handedOn"), seen.Text("handovers.0.from"), seen.Text("handovers.0.to"), seen.Text("handovers.0.handedBy"), seen.Text("handovers.0.number")));
            Assert.Equal(("移交1号", "产品质量法 第五十条"), ((await bureau.JournalAsync(one))[^1].Text("documentNumber"), (await bureau.JournalAsync(one))[^1].Text("basis")));
        }

        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.OpenTransferAsync(suspected);
        await bureau.TakeAsync(Roles.SectionHead, "changeTransferSection", transfer, new { toSection = "QUALITY" }, "移交1号");
        Assert.Equal(("QUALITY", transfer.Number), ((await bureau.SeeAsync(transfer, "section")).Text("section"), (await bureau.SeeAsync(transfer, Passed)).Text("handovers.0.number")));
        await bureau.TakeAsync(Roles.SectionHead, "handOverCase", suspected, new { toSection = "QUALITY" }, "移交1号");
        work = [.. work, suspected, transfer];

        foreach (var section in new[] { "INSPECTION", "QUALITY" })
        {
            var list = (await head.Ask($"{{sectionHandovers(section:\"{section}\"){{totalCount nodes{{handedOn from to kind number subject{{id}}}}}}}}")).Data().GetProperty("sectionHandovers");
            Assert.Equal(work.Select(one => one.Number).Order(StringComparer.Ordinal), list.Texts("nodes", "number").Order(StringComparer.Ordinal));
            Assert.All(list.At("nodes").EnumerateArray(), one => Assert.Equal(("INSPECTION", "QUALITY"), (one.Text("from"), one.Text("to"))));
        }

        var first = (await head.Ask("{sectionHandovers(section:\"QUALITY\",first:2){nodes{number} pageInfo{endCursor}}}")).Data().GetProperty("sectionHandovers");
        var second = (await head.Ask("query($after:String){sectionHandovers(section:\"QUALITY\",first:9,after:$after){nodes{number}}}", new { after = first.Text("pageInfo.endCursor") })).Data().GetProperty("sectionHandovers");
        Assert.Equal(work.Select(one => one.Number).Order(StringComparer.Ordinal), first.Texts("nodes", "number").Concat(second.Texts("nodes", "number")).Order(StringComparer.Ordinal));

        Assert.Equal("0", (await head.Ask("{openWork(section:\"INSPECTION\"){totalCount}}")).Data().Text("openWork.totalCount"));
        Assert.Equal("5", (await head.Ask("{openWork(section:\"QUALITY\"){totalCount}}")).Data().Text("openWork.totalCount"));
        await bureau.BeLateAsync(work[0]);
        Assert.Equal("QUALITY", (await bureau.SeeAsync(work[0], "lapses{section}")).Text("lapses.0.section"));
    }

    [Fact]
    public async Task What_is_rebuilt_is_what_was_though_four_concepts_share_a_table()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量监督科" });
        var lead = await bureau.LeadAsync();
        await bureau.TakeAsync(Roles.SectionHead, "handOverCase", lead, new { toSection = "QUALITY" }, "移交1号");
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        await bureau.OpenTransferAsync(suspected);
        var before = await RowsAsync(api);
        Assert.Equal(5, before.Count);

        var subject = $"case/{lead.Number}";
        await api.Database.WriteAsync(data => data.GetTable<OpenWorkRow>().Where(row => row.Subject == subject).DeleteAsync());
        await api.Database.WriteAsync(data => data.InsertAsync(new OpenWorkRow
        {
            Subject = "case/AJ-0000000009",
            UserName = "ghost",
            Place = 0,
            Number = "AJ-0000000009",
            Status = "LEAD",
            DueAt = OpenWorkRow.NoTerm,
        }));
        Assert.Equal(2, await FoundAsync(api));
        await new ReadModelRebuild(api.Database, api.Services.GetServices<Concept>(), api.Services.GetRequiredService<DueIndex>()).RunAsync();
        Assert.Equal(before, await RowsAsync(api));
        Assert.Equal(0, await FoundAsync(api));

        static async Task<List<Row>> RowsAsync(ApiServer api)
        {
            await using var data = await api.Database.ReadAsync();
            return [.. await data.GetTable<OpenWorkRow>().OrderBy(row => row.Subject).ThenBy(row => row.Place).ToListAsync(), .. await data.GetTable<SectionHandoverRow>().ToListAsync()];
        }

        static async Task<long> FoundAsync(ApiServer api) =>
            (await api.Services.GetRequiredService<SelfCheck>().RunAsync()).Rules.Single(rule => rule is { Rule: "rows-show-states", Failure: null }).Count;
    }

    [Fact]
    public async Task A_hand_over_needs_its_document_and_its_role()
    {
        var bureau = new Bureau(Api);
        var lead = await bureau.LeadAsync();
        Assert.Equal("InvalidInputError INVALID_INPUT", await bureau.RefusalOfAsync(Roles.SectionHead, "handOverCase", lead, new { toSection = "QUALITY" }, " "));
        var officer = await Api.As(Roles.Officer);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await officer.Ask($"mutation{{handOverCase(input:{{number:\"{lead.Number}\",toSection:\"QUALITY\",reason:\"a\",basis:\"b\",documentNumber:\"c\"}}){{errors{{__typename}}}}}}")).Status);
    }
}
