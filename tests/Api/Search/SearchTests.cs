using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Search;

/// <summary>What is found by its number, and by whom.</summary>
public sealed class SearchTests(SharedServer shared) : ApiTest(shared)
{
    private Bureau Bureau => new(Api);

    [Fact]
    public async Task Inspections_orders_and_cases_are_found_by_number_with_what_tells_them_from_others()
    {
        var filed = await Bureau.FiledAsync();
        var enterprise = await Api.EnterpriseAsync();
        var inspection = await Bureau.OpenAsync(Roles.SectionHead, "inspection", "planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = Bureau.Today });
        var order = await Bureau.OpenAsync(Roles.SectionHead, "rectification", "orderRectification", new { enterpriseCreditCode = enterprise, requirements = new[] { "建立进货检验制度" } }, "责改1号");
        var name = (await (await Api.As(Roles.Officer)).Ask("query($code:String!){enterprise(creditCode:$code){name}}", new { code = enterprise })).Data().Text("enterprise.name");

        Assert.Equal([$"Case 某厂生产不合格涂料案 {filed.Number}"], await HitsAsync(Roles.Officer, filed.Number));
        Assert.Equal([$"Inspection {inspection.Number} {name}"], await HitsAsync(Roles.Officer, inspection.Number.ToLowerInvariant()));
        Assert.Equal([$"Rectification {order.Number} {name}"], await HitsAsync(Roles.Officer, order.Number));
        Assert.Empty(await HitsAsync(Roles.Liaison, filed.Number));
        Assert.Empty(await HitsAsync(Roles.Liaison, inspection.Number));
        Assert.Empty(await HitsAsync(Roles.Liaison, order.Number));
    }

    [Fact]
    public async Task The_police_find_a_transfer_once_it_was_sent_to_them()
    {
        var filed = await Bureau.FiledAsync();
        await Bureau.SuspectAsync(filed);
        var transfer = await Bureau.OpenTransferAsync(filed);
        string[] found = [$"CrimeTransfer {transfer.Number} 某厂生产不合格涂料案"];

        Assert.Equal(found, await HitsAsync(Roles.Officer, transfer.Number));
        Assert.Empty(await HitsAsync(Roles.Liaison, transfer.Number));
        await Bureau.ReportAsync(transfer);
        await Bureau.ApproveAsync(transfer);
        await Bureau.SendAsync(transfer);
        Assert.Equal(found, await HitsAsync(Roles.Liaison, transfer.Number));
    }

    [Fact]
    public async Task An_enterprise_is_found_by_any_part_of_its_code_and_by_the_name_it_had()
    {
        var code = await Api.EnterpriseAsync("昔名（甲）五金厂");
        Assert.Equal([$"Enterprise 昔名（甲）五金厂 {code}"], await HitsAsync(Roles.Liaison, code[9..].ToLowerInvariant()));
        var officer = await Api.As(Roles.Officer);
        var renamed = await officer.Do("changeEnterprise", new { creditCode = code, name = "今名乙五金厂" }, "enterprise{name}");
        Assert.Equal("今名乙五金厂", renamed.Text("enterprise.name"));
        Assert.Equal([$"Enterprise 今名乙五金厂 {code}"], await HitsAsync(Roles.Liaison, "昔名(甲)五金"));
        Assert.Equal([$"Enterprise 今名乙五金厂 {code}"], await HitsAsync(Roles.Liaison, "今名·乙"));
    }

    [Fact]
    public async Task A_case_is_found_by_each_of_its_parties_and_by_its_documents()
    {
        var filed = await Bureau.FiledAsync();
        await Bureau.TakeAsync(Roles.Officer, "addCaseParty", filed, new { kind = "DEN", name = $"东头村（{filed.Number}）窝点" });
        await Bureau.TakeAsync(
            Roles.Officer,
            "seizeGoods",
            filed,
            new { kind = "SEIZURE", goods = "涂料300桶", officers = Bureau.Two },
            $"试扣〔2026〕{filed.Number}号");
        string[] found = [$"Case 某厂生产不合格涂料案 {filed.Number}"];

        Assert.Equal(found, await HitsAsync(Roles.Officer, $"头村{filed.Number}窝"));
        Assert.Equal(found, await HitsAsync(Roles.Officer, $"扣(2026){filed.Number}"));
        Assert.Empty(await HitsAsync(Roles.Liaison, $"头村{filed.Number}窝"));
        Assert.Empty(await HitsAsync(Roles.Liaison, $"扣(2026){filed.Number}"));
    }

    [Fact]
    public async Task An_enterprise_lists_the_cases_in_which_it_is_a_further_party()
    {
        var (filed, second) = (await Bureau.FiledAsync(), await Api.EnterpriseAsync());
        const string question = "query($c:String!){enterprise(creditCode:$c){cases{totalCount nodes{number}}}}";
        var officer = await Api.As(Roles.Officer);
        Assert.Equal("0", (await officer.Ask(question, new { c = second })).Data().Text("enterprise.cases.totalCount"));
        await Bureau.TakeAsync(Roles.Officer, "addCaseParty", filed, new { kind = "ENTERPRISE", name = "某厂", creditCode = second });
        foreach (var party in new[] { second, (await Bureau.SeeAsync(filed, "enterprise{creditCode}")).Text("enterprise.creditCode") })
        {
            var cases = (await officer.Ask(question, new { c = party })).Data();
            Assert.Equal([filed.Number], cases.Texts("enterprise.cases.nodes", "number"));
            Assert.Equal("1", cases.Text("enterprise.cases.totalCount"));
        }
    }

    private async Task<IReadOnlyList<string>> HitsAsync(Roles who, string text) =>
        [.. (await (await Api.As(who)).Ask("query($text:String!){search(text:$text){title detail node{__typename}}}", new { text })).Data().At("search").EnumerateArray().Select(hit => $"{hit.Text("node.__typename")} {hit.Text("title")} {hit.Text("detail")}")];
}
