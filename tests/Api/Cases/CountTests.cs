using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>What is counted is what the list with that filter shows, after every command, and counting reads no list's table.</summary>
public sealed class CountTests
{
    private static readonly string[] Cases =
    [
        "", "where:{overdue:{eq:true}}", "where:{overdue:{eq:false},section:{eq:\"INSPECTION\"}}", "where:{section:{neq:\"INSPECTION\"}}", "where:{stage:{nin:[CLOSED,WITHDRAWN,NOT_FILED]}}",
        "where:{mustTransfer:{eq:true}}", "where:{isMajor:{eq:true},stage:{in:[LEAD,INVESTIGATION]}}", "where:{awaits:{eq:FILING_DECISION}}", "where:{violation:{eq:FORGED_QUALITY_MARK}}", "where:{receivedOn:{gte:\"2026-02-01\"}}",
    ];

    [Fact]
    public async Task Counts_equal_the_lists_they_open_after_every_command()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        await AgreesAsync(head);

        var lead = await bureau.LeadAsync(new { productClasses = new[] { "FOOD", "CLOTHING" } });
        await AgreesAsync(head);
        var early = await bureau.LeadAsync(new { receivedOn = "2025-12-31", violation = "FORGED_QUALITY_MARK" });
        await AgreesAsync(head);
        await bureau.FileAsync(lead, "立案1号");
        await AgreesAsync(head);
        await bureau.SuspectAsync(lead);
        await AgreesAsync(head);
        await bureau.OpenTransferAsync(lead);
        await AgreesAsync(head);
        var order = await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = await api.EnterpriseAsync(), requirements = new[] { "检验设备按期检定" } }, "责改1号");
        await AgreesAsync(head);
        await bureau.BeLateAsync(lead, order);
        await AgreesAsync(head);

        // What depends on the day is counted too: there is something late of each.
        Assert.True((await bureau.SeeAsync(early, "overdue")).At("overdue").GetBoolean());
        Assert.Equal("OVERDUE", (await bureau.SeeAsync(order, "status")).Text("status"));
    }

    [Fact]
    public async Task Counting_reads_no_table_of_a_list()
    {
        await using var api = await ApiServer.StartAsync();
        await new Bureau(api).FiledAsync();
        var head = await api.As(Roles.SectionHead);

        await OnlyAsync("{caseCounts(from:\"2025-01-01\",to:\"2027-01-01\"){violation stage count goodsValueCny}}", "case_count");
        await OnlyAsync("{caseCounts(from:\"2025-07-01\",to:\"2026-07-01\"){month violation stage productClass{code} count}}", "case_class_count");
        await OnlyAsync("{licenceExpiry(from:\"2026-01-01\",to:\"2028-07-01\"){month status count}}", "licence_count");
        await OnlyAsync("{sweepCampaigns{code inspections recorded lastPlannedOn}}", "inspection_campaign_count");
        await OnlyAsync("{sections{openWork}}", "open_work_count", "section");

        // A list's rows come with a total that reads none.
        const string Overdue = "cases(first:1,where:{overdue:{eq:true},section:{eq:\"INSPECTION\"},stage:{nin:[CLOSED]}})";
        var listed = await Statements.Of(head, $"{{{Overdue}{{nodes{{number}} totalCount}}}}");
        Assert.Equal(2, listed.Count);
        Assert.Single(listed, text => text.Contains("SUM(row_count)", StringComparison.Ordinal) && text.Contains("[case_work_count]", StringComparison.Ordinal));
        Assert.DoesNotContain(listed, text => text.Contains("COUNT(*)", StringComparison.Ordinal));

        // Who asks for the total alone has no page read, however it is asked for; who asks for the page has it.
        await OnlyAsync($"{{{Overdue}{{totalCount}}}}", "case_work_count");
        await OnlyAsync($"{{{Overdue}{{__typename how: totalCount}}}}", "case_work_count");
        await OnlyAsync($"{{{Overdue}{{...T}}}} fragment T on CaseConnection{{totalCount}}", "case_work_count");
        Assert.Single(await Statements.Of(head, $"{{{Overdue}{{...T}}}} fragment T on CaseConnection{{pageInfo{{endCursor}}}}"), text => text.Contains("[inspection_case]", StringComparison.Ordinal));
        Assert.Equal("BAD_USER_INPUT", (await head.Ask("{cases(after:\"none of ours\"){totalCount}}")).Code);

        // Lists that are none of subjects have no page read for their total either.
        foreach (var list in new[] { "journal", "deadlines" })
        {
            Assert.Contains("COUNT(*)", Assert.Single(await Statements.Of(head, $"{{{list}{{totalCount}}}}")), StringComparison.Ordinal);
        }

        await OnlyAsync("{openWork(section:\"INSPECTION\"){totalCount}}", "open_work_count");

        // Parts of months are few rows, and are looked for there.
        Assert.Contains(await Statements.Of(head, "{caseCounts(from:\"2026-01-15\",to:\"2026-03-01\"){count}}"), text => text.Contains("inspection_case", StringComparison.Ordinal));

        async Task OnlyAsync(string query, params string[] tables)
        {
            var read = await Statements.Of(head, query);
            Assert.NotEmpty(read);
            Assert.All(read, text => Assert.Contains(tables, table => text.Contains($"[{table}]", StringComparison.Ordinal)));
        }
    }

    private static async Task AgreesAsync(ApiClient head)
    {
        foreach (var filter in Cases)
        {
            await ListAsync("cases", filter);
        }

        foreach (var filter in new[] { "", "where:{status:{eq:OVERDUE}}", "where:{section:{eq:\"INSPECTION\"},status:{in:[ORDERED,OVERDUE]}}" })
        {
            await ListAsync("rectifications", filter);
        }

        await ListAsync("crimeTransfers", "where:{overdue:{eq:true}}");
        await ListAsync("crimeTransfers", "");

        // The statistics, by everything, by two of four, and over parts of months, from the list itself.
        foreach (var (from, to) in new[] { ("2025-01-01", "2027-01-01"), ("2025-12-01", "2026-03-01"), ("2025-12-15", "2026-03-20") })
        {
            var all = (await head.Ask($"{{cases(first:200,where:{{receivedOn:{{gte:\"{from}\",lt:\"{to}\"}}}}){{nodes{{receivedOn violation stage goodsValueCny productClasses{{code}}}}}}}}")).Data().At("cases.nodes").EnumerateArray().ToList();
            await CountedAsync(from, to, "month violation stage productClass{code}", all, one => $"{one.Text("receivedOn")![..7]} {one.Text("violation")} {one.Text("stage")} {FirstClass(one)}", one => $"{one.Text("month")} {one.Text("violation")} {one.Text("stage")} {ClassOf(one)}");
            await CountedAsync(from, to, "violation stage", all, one => $"{one.Text("violation")} {one.Text("stage")}", one => $"{one.Text("violation")} {one.Text("stage")}");
            await CountedAsync(from, to, "", all, _ => "", _ => "");
        }

        foreach (var section in (await head.Ask("{sections{code openWork}}")).Data().At("sections").EnumerateArray())
        {
            Assert.Equal((await head.Ask($"{{openWork(first:1,section:\"{section.Text("code")}\"){{totalCount}}}}")).Data().At("openWork.totalCount").GetInt32(), section.GetProperty("openWork").GetInt32());
        }

        async Task ListAsync(string list, string filter)
        {
            var found = (await head.Ask($"{{{list}(first:200{(filter.Length > 0 ? "," + filter : "")}){{totalCount nodes{{number}}}}}}")).Data().At(list);
            Assert.Equal(found.GetProperty("nodes").GetArrayLength(), found.GetProperty("totalCount").GetInt32());
        }

        async Task CountedAsync(string from, string to, string by, List<JsonElement> all, Func<JsonElement, string> keyOf, Func<JsonElement, string> keyOfCount)
        {
            var counted = (await head.Ask($"{{caseCounts(from:\"{from}\",to:\"{to}\"){{{by} count goodsValueCny}}}}")).Data().At("caseCounts").EnumerateArray();
            Assert.Equal(
                all.GroupBy(keyOf).Select(of => $"{of.Key}: {of.Count()}, {of.Sum(one => one.GetProperty("goodsValueCny").GetDecimal())}").Order(StringComparer.Ordinal),
                counted.Select(one => $"{keyOfCount(one)}: {one.GetProperty("count").GetInt32()}, {one.GetProperty("goodsValueCny").GetDecimal()}").Order(StringComparer.Ordinal));
        }
    }

    private static string? ClassOf(JsonElement one) => one.At("productClass") is { ValueKind: JsonValueKind.Object } of ? of.Text("code") : null;

    private static string? FirstClass(JsonElement one) => one.At("productClasses").EnumerateArray().Select(of => of.Text("code")).FirstOrDefault();
}
