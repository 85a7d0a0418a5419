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

    /// <summary>What lists show of subjects is found again by its id, as the list showed it; by nobody who is not shown it there.</summary>
    [Fact]
    public async Task Entries_deadlines_work_and_handovers_are_found_by_their_ids()
    {
        var bureau = new Bureau(Api);
        await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量监督科" });
        var filed = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.SectionHead, "handOverCase", filed, new { toSection = "QUALITY" }, "交1号");
        var officer = await Api.As(Roles.Officer);
        const string parts = """
            ...on Node{...on JournalEntry{position place:number kind summary subject{id}}
            ...on Deadline{owed:kind dueAt rule due:subject{id}}
            ...on WorkItem{userName status role name work:subject{id}} ...on SectionHandover{to handedBy handed:subject{id}}}
            """;
        var shown = (await officer.Ask(
            $$"""
            query($number:String!){
              case(number:$number){
                id history(first:50){nodes{__typename id {{parts}} } } deadlines{__typename id {{parts}} } handovers{__typename id {{parts}} }
              }
              openWork(officer:"officer",first:200){nodes{__typename id number {{parts}} } }
              sectionHandovers(section:"QUALITY",last:200){nodes{__typename id number {{parts}} } }
            }
            """.ReplaceLineEndings(" "), new { number = filed.Number })).Data();
        var work = shown.At("openWork.nodes").EnumerateArray().Where(item => item.Text("number") == filed.Number).ToList();
        var fromState = shown.At("case.handovers").EnumerateArray().ToList();
        Assert.Equal((1, 1), (work.Count, fromState.Count));
        Assert.Contains(fromState[0].Text("id"), shown.Texts("sectionHandovers.nodes", "id"));
        var owed = shown.At("case.deadlines").EnumerateArray();
        var items = shown.At("case.history.nodes").EnumerateArray().Concat(owed).Concat(fromState).Concat(work).ToList();
        var kinds = items.Select(item => item.Text("__typename")).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Deadline", "JournalEntry", "SectionHandover", "WorkItem"], kinds);
        var ids = items.Select(item => item.Text("id")!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());

        const string refetch = $"query($ids:[ID!]!){{nodes(ids:$ids){{__typename id {parts} ...on WorkItem{{number}}}}}}";
        var again = (await officer.Ask(refetch, new { ids })).Data().At("nodes");
        foreach (var (item, found) in items.Zip(again.EnumerateArray()))
        {
            Assert.Equal(Sorted(item), Sorted(found));
        }

        // The police are told nothing of a case that was not transferred to them; an entry of theirs would be another matter.
        await NoneAsync(await Api.As(Roles.Liaison), ids);

        // What is no part of anything is none, whatever it looks like.
        var subject = $"case/{filed.Number}";
        string[] parted = ["0", "01", "", "x", "99999999999", "deadline:", "work:second:x", "nothing:1"];
        await NoneAsync(officer, [.. parted.Select(part => $"{subject}#{part}").Concat(["case/#1", "unheard-of/1#1", "user/1#1"]).Select(Id)]);
    }

    private static async Task NoneAsync(ApiClient caller, string[] ids)
    {
        var nodes = (await caller.Ask("query($ids:[ID!]!){nodes(ids:$ids){id}}", new { ids })).Data().At("nodes");
        Assert.Equal(Enumerable.Repeat(JsonValueKind.Null, ids.Length), nodes.EnumerateArray().Select(node => node.ValueKind));
    }

    [Fact]
    public async Task An_entry_of_an_account_is_for_those_who_look_after_accounts()
    {
        var shown = (await (await Api.As(Roles.Administrator)).Ask("{users(first:1){nodes{history(first:1){nodes{id}}}}}")).Data();
        var id = shown.Text("users.nodes.0.history.nodes.0.id")!;
        var found = (await (await Api.As(Roles.Auditor)).Ask("query($id:ID!){node(id:$id){__typename}}", new { id })).Data();
        Assert.Equal("JournalEntry", found.Text("node.__typename"));
        await NoneAsync(await Api.As(Roles.Officer), [id]);
    }

    /// <summary>What a partner's own people did is the partner's to see, in the journal and by its id.</summary>
    [Fact]
    public async Task An_entry_of_ones_own_agency_is_found_where_the_subject_is_not()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await bureau.SuspectAsync(filed);
        await bureau.SignAsync(await bureau.SentAsync(filed), $"收{filed.Number}");
        var police = await Api.As(Roles.Liaison);
        var own = (await police.Ask("{journal(first:1){nodes{id agency}}}")).Data().At("journal.nodes.0");
        Assert.Equal("PUBLIC_SECURITY", own.Text("agency"));
        var found = (await police.Ask("query($id:ID!){node(id:$id){id ...on JournalEntry{agency}}}", new { id = own.Text("id") })).Data();
        Assert.Equal(own.GetRawText(), found.At("node").GetRawText());
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
        var after = await head.Do("revokeLicence", new { number, reason = "处罚", basis = "行政处罚法", @case = "沪市监罚〔2026〕32号" }, "licence{id}");
        Assert.Equal(before, after.Text("licence.id"));
    }

    // An object with its fields in the order of their names.
    private static string Sorted(JsonElement item) => string.Join(", ", item.EnumerateObject()
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $"{property.Name}: {property.Value.GetRawText()}"));

    private static string Id(string subject) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(subject));
}
