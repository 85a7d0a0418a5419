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
