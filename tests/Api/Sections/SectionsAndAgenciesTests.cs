using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Sections;

/// <summary>The bureau's sections and the agencies it works with, as lists.</summary>
public sealed class SectionsAndAgenciesTests
{
    private const string Section = "section{id code name chineseName englishName isClosed version}";
    private const string Agency = "agency{id code name kind isClosed version}";

    [Fact]
    public async Task Everybody_reads_what_sections_and_agencies_are_called_in_the_own_language()
    {
        await using var api = await ApiServer.StartAsync();
        foreach (var reader in new[] { await api.As(Roles.Officer), await api.As("liaison", Roles.Liaison, "PUBLIC_SECURITY") })
        {
            var lists = (await reader.Ask("{sections{code name} agencies{code name kind}}")).Data();
            Assert.Equal(["稽查队", "监督与法制科"], lists.Texts("sections", "name"));
            Assert.Contains("区公安局", lists.Texts("agencies", "name"));
        }
    }

    [Fact]
    public async Task An_administrator_registers_renames_closes_and_reopens_a_section()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        var register = new { code = "QUALITY", name = "质量监督科", englishName = "Quality supervision section", commandId = Guid.NewGuid() };
        var made = await administrator.Do("registerSection", register, Section);
        Assert.Equal(("", "QUALITY", "质量监督科", "1"), (made.Refusal(), made.Text("section.code"), made.Text("section.name"), made.Text("section.version")));
        Assert.Equal(made.GetRawText(), (await administrator.Do("registerSection", register, Section)).GetRawText());
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await administrator.Do("registerSection", new { code = "QUALITY", name = "质量科" }, Section)).Refusal());
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await administrator.Do("registerSection", new { code = "INSPECTION", name = "稽查队" }, Section)).Refusal());
        Assert.Equal("NotFoundError NOT_FOUND", (await administrator.Do("renameSection", new { code = "UNHEARD_OF", name = "某科" }, Section)).Refusal());
        Assert.False(await api.IsAwake("section/UNHEARD_OF"));
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("registerSection", new { code = "A/B", name = "某科" }, Section)).Refusal());

        var renamed = await administrator.Do("renameSection", new { code = "INSPECTION", name = "执法稽查队", expectedVersion = 0 }, Section);
        Assert.Equal(("", "执法稽查队", "1"), (renamed.Refusal(), renamed.Text("section.chineseName"), renamed.Text("section.version")));
        Assert.Equal("VersionConflictError VERSION_CONFLICT", (await administrator.Do("renameSection", new { code = "INSPECTION", name = "稽查大队", expectedVersion = 0 }, Section)).Refusal());
        Assert.Equal("true", (await administrator.Do("closeSection", new { code = "QUALITY", reason = "机构改革" }, Section)).Text("section.isClosed"));
        Assert.Equal("SectionIsClosedError SECTION_IS_CLOSED", (await administrator.Do("renameSection", new { code = "QUALITY", name = "质量科" }, Section)).Refusal());
        Assert.Equal(["INSPECTION 执法稽查队 false", "SUPERVISION 监督与法制科 false", "QUALITY 质量监督科 true"], await SectionsAsync(administrator));
        Assert.Equal("false", (await administrator.Do("registerSection", new { code = "QUALITY", name = "质量科" }, Section)).Text("section.isClosed"));

        var entries = (await administrator.Ask("query($id:ID){journal(subject:$id){nodes{kind subject{id ...on Section{name}}}}}", new { id = made.Text("section.id") })).Data();
        Assert.Equal(["section.registered", "section.closed", "section.registered"], entries.Texts("journal.nodes", "kind"));
        Assert.Equal("质量科", entries.Text("journal.nodes.0.subject.name"));
    }

    [Fact]
    public async Task An_administrator_registers_renames_and_closes_an_agency()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        var made =
            await administrator.Do("registerAgency", new { code = "CITY_PROCURATORATE", name = "市人民检察院", kind = "PROSECUTORS" }, Agency);
        Assert.Equal(("", "PROSECUTORS"), (made.Refusal(), made.Text("agency.kind")));
        Assert.Equal("市检察院", (await administrator.Do("renameAgency", new { code = "CITY_PROCURATORATE", name = "市检察院" }, Agency))
            .Text("agency.name"));
        var closed = await administrator.Do("closeAgency", new { code = "HEALTH", reason = "机构改革" }, Agency);
        Assert.Equal(("true", "区卫生局", "ENFORCEMENT"), (closed.Text("agency.isClosed"), closed.Text("agency.name"), closed.Text("agency.kind")));
        var node = (await administrator.Ask("query($ids:[ID!]!){nodes(ids:$ids){...on Agency{code isClosed}}}", new { ids = new[] { made.Text("agency.id"), closed.Text("agency.id") } })).Data();
        Assert.Equal(["CITY_PROCURATORATE", "HEALTH"], node.Texts("nodes", "code"));
    }

    [Fact]
    public async Task Who_heads_a_section_and_who_liaises_for_an_agency_follows_from_the_accounts()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        await api.As(Roles.Officer);
        await api.As("liaison", Roles.Liaison, "PUBLIC_SECURITY");
        const string who = "{sections{code heads{userName displayName} members openWork} agencies{code liaisons{userName}}}";
        var data = (await head.Ask(who)).Data();
        var brigade = data.At("sections").EnumerateArray().Single(one => one.Text("code") == "INSPECTION");
        Assert.Equal(["section-head"], brigade.Texts("heads", "userName"));
        Assert.Equal("0", brigade.Text("openWork"));
        Assert.True(brigade.At("members").GetInt32() >= 2);
        Assert.Single(data.At("agencies").EnumerateArray().Single(one => one.Text("code") == "PUBLIC_SECURITY").Texts("liaisons", "userName"));
        Assert.Equal(["officer", "second"], (await head.Ask("{staff(first:50,role:OFFICER){nodes{userName displayName section}}}")).Data().Texts("staff.nodes", "userName"));
        Assert.Equal(["section-head"], (await head.Ask("{staff(text:\"ion-he\"){nodes{userName}}}")).Data().Texts("staff.nodes", "userName"));
    }

    [Fact]
    public async Task A_partner_agency_does_not_read_who_sits_where()
    {
        await using var api = await ApiServer.StartAsync();
        var liaison = await api.As("liaison", Roles.Liaison, "PUBLIC_SECURITY");
        foreach (var document in new[] { "{sections{heads{userName}}}", "{sections{members}}", "{sections{openWork}}", "{agencies{liaisons{userName}}}", "{staff{nodes{userName}}}" })
        {
            Assert.Equal("FORBIDDEN", (await liaison.Ask(document)).Code);
        }
    }

    [Fact]
    public async Task Nobody_but_an_administrator_changes_the_lists()
    {
        await using var api = await ApiServer.StartAsync();
        foreach (var role in new[] { Roles.Officer, Roles.SectionHead, Roles.Leader, Roles.Legal, Roles.Hotline, Roles.Auditor })
        {
            Assert.Equal("FORBIDDEN", (await (await api.As(role)).Ask("mutation{registerSection(input:{code:\"X\",name:\"某科\"}){section{id}}}")).Code);
            Assert.Equal("FORBIDDEN", (await (await api.As(role)).Ask("mutation{closeAgency(input:{code:\"HEALTH\",reason:\"x\"}){agency{id}}}")).Code);
        }
    }

    [Fact]
    public async Task A_new_account_belongs_to_a_section_that_is_in_the_list()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        object Account(string userName, string section) => new { userName, displayName = "张三", roles = new[] { "OFFICER" }, section };
        const string user = "user{userName section}";
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("createUser", Account("zhang.san", "QUALITY"), user)).Refusal());
        await administrator.Do("registerSection", new { code = "QUALITY", name = "质量监督科" }, Section);
        Assert.Equal("QUALITY", (await administrator.Do("createUser", Account("zhang.san", " QUALITY "), user)).Text("user.section"));
        await administrator.Do("closeSection", new { code = "QUALITY", reason = "机构改革" }, Section);
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("createUser", Account("li.si", "QUALITY"), user)).Refusal());
        // Who was there before may stay.
        Assert.Equal("", (await administrator.Do("changeUserRoles", new { userName = "zhang.san", roles = new[] { "OFFICER", "LEGAL" }, section = "QUALITY" }, user)).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("changeUserRoles", new { userName = "zhang.san", roles = new[] { "LIAISON" }, agency = "NOWHERE" }, user)).Refusal());
        Assert.Equal("", (await administrator.Do("changeUserRoles", new { userName = "zhang.san", roles = new[] { "LIAISON" }, agency = "AGRICULTURE" }, user)).Refusal());
    }

    private static async Task<IEnumerable<string>> SectionsAsync(ApiClient client) =>
        (await client.Ask("{sections{code chineseName isClosed}}")).Data().At("sections").EnumerateArray().Select(one => $"{one.Text("code")} {one.Text("chineseName")} {one.Text("isClosed")}");
}
