using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.ProductClasses;

/// <summary>The product classes as a list that an administrator keeps.</summary>
public sealed class ProductClassesTests
{
    private const string Class = "productClass{id code name chineseName englishName isKey isClosed closedOn version}";
    private const string Enterprise = "enterprise{version productClasses{code name isKey isClosed}}";

    [Fact]
    public async Task An_administrator_registers_renames_closes_and_reopens_a_class()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        var made = await administrator.Do("registerProductClass", new { code = "CEMENT", name = "水泥", englishName = "Cement", isKey = true }, Class);
        Assert.Equal(("", "CEMENT", "水泥", "true", "false", "1"), (made.Refusal(), made.Text("productClass.code"), made.Text("productClass.name"), made.Text("productClass.isKey"), made.Text("productClass.isClosed"), made.Text("productClass.version")));
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await administrator.Do("registerProductClass", new { code = "FOOD", name = "食物" }, Class)).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("registerProductClass", new { code = "GRUB", name = "食品" }, Class)).Refusal());
        Assert.Equal("NotFoundError NOT_FOUND", (await administrator.Do("renameProductClass", new { code = "UNHEARD_OF", name = "某类" }, Class)).Refusal());
        Assert.False(await api.IsAwake("product-class/UNHEARD_OF"));

        var renamed = await administrator.Do("renameProductClass", new { code = "FOOD", name = "食品及食用农产品", isKey = false, expectedVersion = 0 }, Class);
        Assert.Equal(("", "false", "1"), (renamed.Refusal(), renamed.Text("productClass.isKey"), renamed.Text("productClass.version")));
        var closed = await administrator.Do("closeProductClass", new { code = "CEMENT", reason = "并入建材" }, Class);
        Assert.Equal(("true", "水泥"), (closed.Text("productClass.isClosed"), closed.Text("productClass.name")));
        Assert.False(string.IsNullOrEmpty(closed.Text("productClass.closedOn")));
        Assert.Equal("ProductClassIsClosedError PRODUCT_CLASS_IS_CLOSED", (await administrator.Do("renameProductClass", new { code = "CEMENT", name = "水泥制品" }, Class)).Refusal());
        var listed = (await administrator.Ask("{productClasses{code isKey isClosed}}")).Data().At("productClasses").EnumerateArray().Select(one => $"{one.Text("code")} {one.Text("isKey")} {one.Text("isClosed")}").ToList();
        Assert.Equal(17, listed.Count);
        Assert.Contains("CEMENT true true", listed);
        Assert.Contains("FOOD false false", listed);
        Assert.Equal("false", (await administrator.Do("registerProductClass", new { code = "CEMENT", name = "水泥" }, Class)).Text("productClass.isClosed"));

        var node = (await administrator.Ask("query($id:ID!){node(id:$id){...on ProductClass{name version}}}", new { id = made.Text("productClass.id") })).Data();
        Assert.Equal(("水泥", "3"), (node.Text("node.name"), node.Text("node.version")));
    }

    [Fact]
    public async Task A_registered_class_is_given_by_code_or_name_and_a_closed_one_by_nobody()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        object Registration(string creditCode, params string[] productClasses) => new { creditCode, name = "某建材厂", productClasses };
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("registerEnterprise", Registration("91310118631656145F", "水泥"), Enterprise)).Refusal());
        await administrator.Do("registerProductClass", new { code = "CEMENT", name = "水泥" }, Class);
        var made = await administrator.Do("registerEnterprise", Registration("91310118631656145F", "水泥", "food", "涂料"), Enterprise);
        Assert.Equal(["CEMENT", "FOOD", "COATINGS"], made.Texts("enterprise.productClasses", "code"));
        Assert.Equal(["水泥", "食品", "涂料"], made.Texts("enterprise.productClasses", "name"));

        await administrator.Do("closeProductClass", new { code = "CEMENT", reason = "并入建材" }, Class);
        await administrator.Do("closeProductClass", new { code = "COATINGS", reason = "调整" }, Class);
        foreach (var given in new[] { "CEMENT", "水泥", "涂料" })
        {
            Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("registerEnterprise", Registration("91310000607412271H", given), Enterprise)).Refusal());
        }

        // What it carries already it may keep, and it is shown under the name that it has.
        var kept = await administrator.Do("changeEnterprise", new { creditCode = "91310118631656145F", productClasses = new[] { "涂料", "CEMENT" } }, Enterprise);
        Assert.Equal(("", "涂料"), (kept.Refusal(), kept.Text("enterprise.productClasses.0.name")));
        Assert.Equal("true", (await administrator.Ask("{enterprises{nodes{productClasses{isClosed}}}}")).Data().Text("enterprises.nodes.0.productClasses.0.isClosed"));
    }

    [Fact]
    public async Task Draws_sweeps_and_inspections_refuse_a_class_that_is_closed()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        var head = await api.As(Roles.SectionHead);
        await administrator.Do("registerEnterprise", new { creditCode = "91310118631656145F", name = "某建材厂" }, Enterprise);
        await administrator.Do("closeProductClass", new { code = "FOOD", reason = "调整" }, Class);
        foreach (var given in new[] { "FOOD", "食品", "NOTACODE" })
        {
            Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("drawInspections", new { count = 1, plannedOn = "2199-12-30", productClasses = new[] { given } }, "inspections{number}")).Refusal());
            Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("planSweep", new { campaign = "C1", plannedOn = "2199-12-30", productClasses = new[] { given } }, "inspections{number}")).Refusal());
            Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("planInspection", new { enterpriseCreditCode = "91310118631656145F", basis = "SWEEP", plannedOn = "2199-12-30", productClass = given }, "inspection{number}")).Refusal());
        }

        // A section that is not there is one, though there is nothing to draw or plan.
        Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("drawInspections", new { count = 1, plannedOn = "2199-12-30", section = "NOPE", officers = new[] { "one", "two" } }, "inspections{number}")).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("planSweep", new { campaign = "C1", plannedOn = "2199-12-30", section = "NOPE" }, "inspections{number}")).Refusal());
    }

    [Fact]
    public async Task What_carries_a_closed_class_keeps_it_and_no_other_class_takes_its_code_over()
    {
        await using var api = await ApiServer.StartAsync();
        var administrator = await api.As(Roles.Administrator);
        await administrator.Do("registerEnterprise", new { creditCode = "91310118631656145F", name = "某食品厂", productClasses = new[] { "FOOD" } }, Enterprise);
        await administrator.Do("closeProductClass", new { code = "FOOD", reason = "调整" }, Class);
        Assert.Equal("InvalidInputError INVALID_INPUT", (await administrator.Do("registerProductClass", new { code = "food", name = "食品二" }, Class)).Refusal());
        Assert.Equal("", (await administrator.Do("registerProductClass", new { code = "FOOD2", name = "食品" }, Class)).Refusal());
        var kept = await administrator.Do("changeEnterprise", new { creditCode = "91310118631656145F", address = "盈港路1号", productClasses = new[] { "FOOD" } }, Enterprise);
        Assert.Equal(("", "食品"), (kept.Refusal(), kept.Text("enterprise.productClasses.0.name")));
        Assert.Equal("FOOD", (await administrator.Ask("{enterprises{nodes{productClasses{code}}}}")).Data().Text("enterprises.nodes.0.productClasses.0.code"));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_keeps_the_list_and_everybody_reads_it()
    {
        await using var api = await ApiServer.StartAsync();
        foreach (var role in new[] { Roles.Officer, Roles.SectionHead, Roles.Leader, Roles.Legal, Roles.Hotline, Roles.Auditor })
        {
            var client = await api.As(role);
            Assert.Equal("FORBIDDEN", (await client.Ask("mutation{registerProductClass(input:{code:\"X\",name:\"某类\"}){productClass{id}}}")).Code);
            Assert.Equal("FORBIDDEN", (await client.Ask("mutation{renameProductClass(input:{code:\"FOOD\",name:\"某类\"}){productClass{id}}}")).Code);
            Assert.Equal("FORBIDDEN", (await client.Ask("mutation{closeProductClass(input:{code:\"FOOD\",reason:\"x\"}){productClass{id}}}")).Code);
        }

        Assert.Equal(16, (await (await api.As("liaison", Roles.Liaison, "PUBLIC_SECURITY")).Ask("{productClasses{name isKey}}")).Data().At("productClasses").GetArrayLength());
    }
}
