using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Areas;

/// <summary>The areas of a district as a list that an administrator keeps.</summary>
public sealed class AreasTests
{
    private const string Area = "area{id code kind name isClosed closedOn version}";

    [Fact]
    public async Task An_administrator_registers_renames_closes_and_reopens_an_area()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        Assert.Equal(0, (await administrator.Ask("{areas{code}}")).Data().At("areas").GetArrayLength());
        var made = await administrator.Do("registerArea", new { code = "310118001", kind = "SUBDISTRICT", name = "夏阳街道" }, Area);
        Assert.Equal(("", "SUBDISTRICT", "夏阳街道", "1"), (made.Refusal(), made.Text("area.kind"), made.Text("area.name"), made.Text("area.version")));
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await administrator.Do("registerArea", new { code = "310118001", kind = "TOWN", name = "某镇" }, Area)).Refusal());
        Assert.Equal("NotFoundError NOT_FOUND", (await administrator.Do("renameArea", new { code = "310118999", name = "某镇" }, Area)).Refusal());
        Assert.Equal("盈浦街道", (await administrator.Do("renameArea", new { code = "310118001", name = "盈浦街道" }, Area)).Text("area.name"));
        var closed = await administrator.Do("closeArea", new { code = "310118001", reason = "区划调整" }, Area);
        Assert.Equal(("true", "SUBDISTRICT"), (closed.Text("area.isClosed"), closed.Text("area.kind")));
        Assert.False(string.IsNullOrEmpty(closed.Text("area.closedOn")));
        Assert.Equal("AreaIsClosedError AREA_IS_CLOSED", (await administrator.Do("renameArea", new { code = "310118001", name = "某街道" }, Area)).Refusal());
        Assert.Equal(["310118001"], (await administrator.Ask("{areas{code}}")).Data().Texts("areas", "code"));
        Assert.Equal("false", (await administrator.Do("registerArea", new { code = "310118001", kind = "TOWN", name = "盈浦镇" }, Area)).Text("area.isClosed"));
        var node = (await administrator.Ask("query($id:ID!){node(id:$id){...on Area{kind version}}}", new { id = made.Text("area.id") })).Data();
        Assert.Equal(("TOWN", "4"), (node.Text("node.kind"), node.Text("node.version")));
    }

    [Fact]
    public async Task An_enterprise_lies_in_an_area_that_is_given_by_code_or_name_and_is_listed_by_it()
    {
        const string Enterprise = "enterprise{version area{code name}}";
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        object Registration(string creditCode, string area) => new { creditCode, name = "某建材厂", area };
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("registerEnterprise", Registration("91310118631656145F", "夏阳街道"), Enterprise)).Refusal());
        await administrator.Do("registerArea", new { code = "310118001", kind = "SUBDISTRICT", name = "夏阳街道" }, Area);
        await administrator.Do("registerArea", new { code = "310118102", kind = "TOWN", name = "朱家角镇" }, Area);
        var made = await administrator.Do("registerEnterprise", Registration("91310118631656145F", "夏阳街道"), Enterprise);
        Assert.Equal(("", "310118001", "夏阳街道", "2"), (made.Refusal(), made.Text("enterprise.area.code"), made.Text("enterprise.area.name"), made.Text("enterprise.version")));
        await administrator.Do("registerEnterprise", new { creditCode = "91310000607412271H", name = "某食品厂" }, Enterprise);

        Task<JsonElement> Assign(string area) => administrator.Do("assignEnterpriseArea", new { creditCode = "91310118631656145F", area }, Enterprise);
        Assert.Equal(("", "310118102", "3"), await Assign("310118102") is var moved ? (moved.Refusal(), moved.Text("enterprise.area.code"), moved.Text("enterprise.version")) : default);
        Assert.Equal("InvalidInputError INVALID_INPUT", (await Assign("NOPE")).Refusal());
        await administrator.Do("closeArea", new { code = "310118001", reason = "区划调整" }, Area);
        await administrator.Do("closeArea", new { code = "310118102", reason = "区划调整" }, Area);
        Assert.Equal("InvalidInputError INVALID_INPUT", (await Assign("夏阳街道")).Refusal());
        Assert.Equal(("", "3"), await Assign("朱家角镇") is var again ? (again.Refusal(), again.Text("enterprise.version")) : default);
        var listed = await administrator.Ask("{in:enterprises(where:{area:{code:{eq:\"310118102\"}}}){nodes{creditCode area{name isClosed}}} out:enterprises(where:{area:{code:{neq:\"310118102\"}}}){nodes{creditCode}}}");
        Assert.Equal(["91310118631656145F"], listed.Data().Texts("in.nodes", "creditCode"));
        Assert.Equal(["91310000607412271H"], listed.Data().Texts("out.nodes", "creditCode"));
        Assert.Equal("true", listed.Data().Text("in.nodes.0.area.isClosed"));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_keeps_the_list_and_everybody_reads_it()
    {
        await using var api = await ApiServer.StartAsync();
        foreach (var role in new[] { Roles.Officer, Roles.SectionHead, Roles.Leader, Roles.Legal, Roles.Hotline, Roles.Auditor })
        {
            Assert.Equal("FORBIDDEN", (await (await api.As(role)).Ask("mutation{registerArea(input:{code:\"X\",kind:TOWN,name:\"某镇\"}){area{id}}}")).Code);
            Assert.Equal("FORBIDDEN", (await (await api.As(role)).Ask("mutation{closeArea(input:{code:\"X\",reason:\"x\"}){area{id}}}")).Code);
        }

        Assert.Equal(0, (await (await api.As("liaison", Roles.Liaison, "PUBLIC_SECURITY")).Ask("{areas{name kind}}")).Data().At("areas").GetArrayLength());
    }
}
