using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

public sealed class NodeTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task Every_node_is_found_by_its_id()
    {
        var code = await Api.EnterpriseAsync("节点厂");
        var number = await Api.LicenceAsync(code);
        var officer = await Api.As(Roles.Officer);
        var ids = (await officer.Ask("query($code:String!,$number:String!){enterprise(creditCode:$code){id} licence(number:$number){id} workingCalendar{years{id year}}}", new { code, number })).Data();
        var enterprise = ids.Text("enterprise.id");
        var licence = ids.Text("licence.id");
        var year = ids.Text("workingCalendar.years.0.id");

        const string fields = "{__typename id ...on Enterprise{creditCode name} ...on Licence{number enterprise{name}} ...on WorkingYear{year}}";
        Assert.Equal($$"""{"__typename":"Enterprise","id":"{{enterprise}}","creditCode":"{{code}}","name":"节点厂"}""", (await officer.Ask($"query($id:ID!){{node(id:$id){fields}}}", new { id = enterprise })).Data().At("node").GetRawText());
        var found = (await officer.Ask($"query($id:ID!){{node(id:$id){fields}}}", new { id = licence })).Data();
        Assert.Equal((number, "节点厂"), (found.Text("node.number"), found.Text("node.enterprise.name")));

        // In the order asked for, each as often as asked for, null where there is none.
        var nodes = (await officer.Ask($"query($ids:[ID!]!){{nodes(ids:$ids){fields}}}", new { ids = new[] { licence, "nonsense", enterprise, licence, Id($"licence/{Api.NextLicenceNumber()}"), Id("unheard-of/1"), year } })).Data().At("nodes");
        Assert.Equal(["Licence", null, "Enterprise", "Licence", null, null, "WorkingYear"], nodes.EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Null ? null : node.Text("__typename")));
        Assert.False(await Api.IsAwake("unheard-of/1"));
    }

    /// <summary>What a caller may read nothing of, `node` answers as if it were not there; else an id would tell what the bureau is at.</summary>
    [Fact]
    public async Task A_subject_of_the_bureau_is_no_node_for_a_partner_agency()
    {
        var officer = await Api.As(Roles.Officer);
        var lead = (await officer.Do("recordLead", new { title = "节点案", violation = "FORGED_QUALITY_MARK", source = "REPORT", receivedOn = "2026-03-01", facts = "经查", partyName = "某厂" }, "case{id}")).Text("case.id");
        var inspection = (await officer.Do("planInspection", new { enterpriseCreditCode = await Api.EnterpriseAsync("节点检查厂"), basis = "SWEEP", plannedOn = "2026-03-20" }, "inspection{id}")).Text("inspection.id");
        var enterprise = Id($"enterprise/{await Api.EnterpriseAsync("节点公开厂")}");
        const string document = "query($ids:[ID!]!){nodes(ids:$ids){id __typename}}";
        var ids = new[] { lead, inspection, enterprise, Id("case/AJ-0000000000") };

        var own = (await officer.Ask(document, new { ids })).Data().At("nodes");
        Assert.Equal(["Case", "Inspection", "Enterprise", null], own.EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Null ? null : node.Text("__typename")));
        var partner = (await (await Api.As(Roles.Liaison)).Ask(document, new { ids })).Data().At("nodes");
        Assert.Equal([null, null, "Enterprise", null], partner.EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Null ? null : node.Text("__typename")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("licence/XK18-978-00001")]
    [InlineData("AAAA")]
    [InlineData("bGljZW5jZS8")]
    [InlineData("bGljZW5jZS8A")]
    [InlineData("_-_-_-")]
    [InlineData("😀")]
    public async Task An_id_that_is_none_of_ours_is_null(string id)
    {
        var officer = await Api.As(Roles.Officer);
        Assert.Equal(JsonValueKind.Null, (await officer.Ask("query($id:ID!){node(id:$id){id}}", new { id })).Data().At("node").ValueKind);
    }

    [Fact]
    public async Task More_nodes_than_a_page_holds_are_refused()
    {
        var officer = await Api.As(Roles.Officer);
        var refused = await officer.Ask("query($ids:[ID!]!){nodes(ids:$ids){id}}", new { ids = Enumerable.Repeat("x", 201) });
        Assert.Equal("BAD_USER_INPUT", refused.Code);
        Assert.Equal(200, (await officer.Ask("query($ids:[ID!]!){nodes(ids:$ids){id}}", new { ids = Enumerable.Repeat("x", 200) })).Data().At("nodes").GetArrayLength());
    }

    [Fact]
    public async Task An_id_stays_the_same_through_everything_that_happens()
    {
        var number = await Api.LicenceAsync();
        var head = await Api.As(Roles.SectionHead);
        var before = (await head.Ask("query($number:String!){licence(number:$number){id}}", new { number })).Data().Text("licence.id");
        var after = await head.Do("revokeLicence", new { number, reason = "处罚", basis = "行政处罚法" }, "licence{id}");
        Assert.Equal(before, after.Text("licence.id"));
    }

    private static string Id(string subject) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(subject));
}
