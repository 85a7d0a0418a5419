using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>A server on one of the databases, with a small district on it.</summary>
public abstract class ListFixture(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly string[] Names = ["阿福食品厂", "百佳100%果汁厂", "百佳100折果汁厂", "长_乐服装厂", "长江乐服装厂", "Delta O'Brien 厂", "delta 厂", "😀笑脸厂", "é厂", "\\斜线厂"];

    public ApiServer Api { get; private set; } = null!;

    public ApiClient Client { get; private set; } = null!;

    public List<string> Codes { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Api = await ApiServer.StartAsync(kind == DatabaseKind.Sqlite ? null : await TestDatabase.CreateAsync(kind));
        Client = await Api.As(Roles.Officer);
        for (var index = 0; index < Names.Length; index++)
        {
            var code = await Api.EnterpriseAsync(Names[index], new { district = index % 3 == 0 ? null : index % 3 == 1 ? "望湖区" : "青溪区", productClasses = index % 2 == 0 ? new[] { "FOOD" } : ["CLOTHING", "OTHER"], riskLevel = index % 2 == 0 ? "HIGH" : "LOW" });
            Codes.Add(code);
            for (var licence = 0; licence < 3; licence++)
            {
                await Api.LicenceAsync(code, $"20{27 + licence}-0{1 + index % 4}-15");
            }
        }

        var suspended = (await Client.Ask("{licences(first:2){nodes{number}}}")).Data().Texts("licences.nodes", "number");
        foreach (var number in suspended)
        {
            await Client.Do("suspendLicence", new { number, until = "2026-12-31", @case = "沪市监罚〔2026〕31号", reason = "不合格", basis = "条例" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteLists() : ListFixture(DatabaseKind.Sqlite);

public sealed class PostgreSqlLists() : ListFixture(DatabaseKind.PostgreSql);

/// <summary>Lists on every database: filters, orders, pages.</summary>
public abstract class ListConformance(ListFixture lists)
{
    [Theory]
    [InlineData("""{name:{eq:"阿福食品厂"}}""", 1)]
    [InlineData("""{name:{neq:"阿福食品厂"}}""", 9)]
    [InlineData("""{name:{in:["阿福食品厂","é厂","没有的厂"]}}""", 2)]
    [InlineData("""{name:{nin:["阿福食品厂","é厂"]}}""", 8)]
    [InlineData("""{name:{contains:"百佳"}}""", 2)]
    [InlineData("""{name:{contains:"100%"}}""", 1)]
    [InlineData("""{name:{contains:"%"}}""", 1)]
    [InlineData("""{name:{contains:"长_"}}""", 1)]
    [InlineData("""{name:{contains:"_"}}""", 1)]
    [InlineData("""{name:{contains:"O'Brien"}}""", 1)]
    [InlineData("""{name:{contains:"' OR 1=1 --"}}""", 0)]
    [InlineData("""{name:{contains:"\\"}}""", 1)]
    [InlineData("""{name:{contains:"~"}}""", 0)]
    [InlineData("""{name:{contains:"[阿]"}}""", 0)]
    [InlineData("""{name:{contains:"😀"}}""", 1)]
    [InlineData("""{name:{startsWith:"😀笑"}}""", 1)]
    [InlineData("""{name:{startsWith:"百佳100%"}}""", 1)]
    [InlineData("""{name:{startsWith:"食品"}}""", 0)]
    [InlineData("""{name:{contains:"delta"}}""", 1)]
    [InlineData("""{name:{contains:"Delta"}}""", 1)]
    [InlineData("""{name:{eq:"delta 厂"}}""", 1)]
    [InlineData("""{name:{contains:""}}""", 10)]
    [InlineData("""{name:{startsWith:"百佳",contains:"%"}}""", 1)]
    [InlineData("""{district:{eq:"望湖区"}}""", 3)]
    [InlineData("""{district:{neq:"望湖区"}}""", 7)]
    [InlineData("""{district:{nin:["望湖区"]}}""", 7)]
    [InlineData("""{district:{contains:"区"}}""", 6)]
    [InlineData("""{riskLevel:{eq:HIGH}}""", 5)]
    [InlineData("""{riskLevel:{neq:HIGH}}""", 5)]
    [InlineData("""{riskLevel:{in:[HIGH,LOW]}}""", 10)]
    [InlineData("""{riskLevel:{nin:[HIGH,LOW]}}""", 0)]
    [InlineData("""{status:{in:[ACTIVE]}}""", 10)]
    [InlineData("""{isProtectedBrand:{eq:false}}""", 10)]
    [InlineData("""{isProtectedBrand:{neq:false}}""", 0)]
    [InlineData("""{productClasses:{some:{code:{eq:"FOOD"}}}}""", 5)]
    [InlineData("""{productClasses:{some:{code:{in:["FOOD","OTHER"]}}}}""", 10)]
    [InlineData("""{productClasses:{none:{code:{eq:"FOOD"}}}}""", 5)]
    [InlineData("""{productClasses:{all:{code:{eq:"FOOD"}}}}""", 5)]
    [InlineData("""{productClasses:{any:true}}""", 10)]
    [InlineData("""{productClasses:{any:false}}""", 0)]
    [InlineData("""{productClasses:{some:{or:[{code:{eq:"FOOD"}},{code:{startsWith:"OTH"}}]}}}""", 10)]
    [InlineData("""{name:{ncontains:"百佳"}}""", 8)]
    [InlineData("""{name:{nstartsWith:"百佳"}}""", 8)]
    [InlineData("""{name:{endsWith:"果汁厂"}}""", 2)]
    [InlineData("""{name:{nendsWith:"果汁厂"}}""", 8)]
    [InlineData("""{name:{any:true}}""", 10)]
    [InlineData("""{name:{any:false}}""", 0)]
    [InlineData("""{name:{or:[{contains:"阿福"},{contains:"é"}]}}""", 2)]
    [InlineData("""{name:{and:[{contains:"百佳"},{contains:"%"}]}}""", 1)]
    [InlineData("""{or:[{name:{contains:"阿福"}},{name:{contains:"é"}}]}""", 2)]
    [InlineData("""{and:[{riskLevel:{eq:HIGH}},{productClasses:{some:{code:{eq:"CLOTHING"}}}}]}""", 0)]
    [InlineData("""{riskLevel:{eq:LOW},or:[{district:{eq:"望湖区"}},{and:[{district:{eq:"青溪区"}},{name:{startsWith:"d"}}]}]}""", 2)]
    [InlineData("""{or:[{or:[{or:[{name:{eq:"é厂"}}]}]}]}""", 1)]
    [InlineData("{}", 10)]
    [InlineData("null", 10)]
    [InlineData("{and:[],or:[]}", 10)]
    [InlineData("{and:null,or:null,name:null}", 10)]
    [InlineData("{name:{eq:null,in:null}}", 10)]
    [InlineData("{name:{}}", 10)]
    [InlineData("{or:[{}]}", 10)]
    [InlineData("{name:{in:[]}}", 0)]
    [InlineData("{name:{nin:[]}}", 10)]
    [InlineData("{riskLevel:{in:[]}}", 0)]
    public async Task Enterprises_are_found_by_filter(string where, int count)
    {
        var data = (await lists.Client.Ask($"{{enterprises(first:200,where:{where}){{totalCount nodes{{name}}}}}}")).Data();
        Assert.Equal(count, data.Texts("enterprises.nodes", "name").Count);
        Assert.Equal(count, data.At("enterprises.totalCount").GetInt32());
    }

    [Theory]
    [InlineData("""{validTo:{gte:"2028-01-01",lt:"2029-01-01"}}""", 10)]
    [InlineData("""{validTo:{gt:"2028-01-15",lte:"2028-02-15"}}""", 3)]
    [InlineData("""{validTo:{eq:"2027-01-15"}}""", 3)]
    [InlineData("""{validTo:{in:["2027-01-15","2027-02-15"]}}""", 6)]
    [InlineData("""{validTo:{neq:"2027-01-15"}}""", 27)]
    [InlineData("""{validTo:{nin:["2027-01-15","2027-02-15"]}}""", 24)]
    [InlineData("""{validTo:{ngt:"2027-02-15"}}""", 6)]
    [InlineData("""{validTo:{nlte:"2027-02-15"}}""", 24)]
    [InlineData("""{validTo:{nlt:"2027-02-15"}}""", 27)]
    [InlineData("""{validTo:{ngte:"2027-02-15"}}""", 3)]
    [InlineData("""{enterprise:{name:{contains:"百佳"}}}""", 6)]
    [InlineData("""{enterprise:{riskLevel:{eq:HIGH},district:{neq:"望湖区"}}}""", 12)]
    [InlineData("""{enterprise:{productClasses:{some:{code:{eq:"FOOD"}}}}}""", 15)]
    [InlineData("""{enterprise:{}}""", 30)]
    [InlineData("""{status:{eq:SUSPENDED}}""", 2)]
    [InlineData("""{status:{in:[ACTIVE,EXPIRED]}}""", 28)]
    [InlineData("""{kind:{eq:PRODUCTION_LICENCE}}""", 30)]
    [InlineData("""{kind:{neq:PRODUCTION_LICENCE}}""", 0)]
    [InlineData("""{withdrawalRequested:{eq:true}}""", 0)]
    [InlineData("""{issuedBy:{eq:"无"}}""", 0)]
    [InlineData("""{number:{startsWith:"XK18-978-0000"}}""", 9)]
    public async Task Licences_are_found_by_filter(string where, int count)
    {
        var data = (await lists.Client.Ask($"{{licences(first:200,where:{where}){{totalCount nodes{{number}}}}}}")).Data();
        Assert.Equal(count, data.Texts("licences.nodes", "number").Count);
        Assert.Equal(count, data.At("licences.totalCount").GetInt32());
    }

    [Fact]
    public async Task Licences_are_found_by_their_holder_with_variables()
    {
        var variables = new { where = new { enterprise = new { creditCode = new { eq = lists.Codes[3] } }, validTo = new { gte = "2028-01-01" } }, order = new[] { new { validTo = "DESC" } } };
        var data = (await lists.Client.Ask("query($where:LicenceFilterInput,$order:[LicenceSortInput!]){licences(where:$where,order:$order){nodes{validTo enterprise{creditCode}}}}", variables)).Data();
        Assert.Equal(["2029-04-15", "2028-04-15"], data.Texts("licences.nodes", "validTo"));
        Assert.All(data.Texts("licences.nodes", "enterprise.creditCode"), code => Assert.Equal(lists.Codes[3], code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("order:[{validTo:ASC}]")]
    [InlineData("order:[{validTo:DESC}]")]
    [InlineData("order:[{status:DESC},{validTo:ASC}]")]
    [InlineData("order:[{validTo:DESC},{status:ASC},{number:DESC}]")]
    [InlineData("order:[{validTo:ASC,number:DESC}]")]
    [InlineData("order:[{validTo:ASC},{validTo:DESC},{mustApplyBy:ASC}]")]
    public async Task Every_order_pages_forwards_and_backwards_through_all_rows_once(string order)
    {
        var comma = order.Length == 0 ? "" : $",{order}";
        var whole = (await lists.Client.Ask($"{{licences(first:200{comma}){{nodes{{number validTo status}}}}}}")).Data();
        var numbers = whole.Texts("licences.nodes", "number");
        Assert.Equal(30, numbers.Count);
        if (order.Contains("validTo:ASC}", StringComparison.Ordinal) && !order.Contains("status", StringComparison.Ordinal))
        {
            Assert.Equal(whole.Texts("licences.nodes", "validTo").Order(StringComparer.Ordinal), whole.Texts("licences.nodes", "validTo"));
        }

        var forwards = new List<string?>();
        for (string? after = null; ;)
        {
            var page = (await lists.Client.Ask($"query($after:String){{licences(first:7,after:$after{comma}){{nodes{{number}} pageInfo{{hasNextPage hasPreviousPage startCursor endCursor}} totalCount}}}}", new { after })).Data().GetProperty("licences");
            forwards.AddRange(page.Texts("nodes", "number"));
            Assert.Equal(after is not null, page.At("pageInfo.hasPreviousPage").GetBoolean());
            Assert.Equal(forwards.Count < 30, page.At("pageInfo.hasNextPage").GetBoolean());
            Assert.Equal(30, page.At("totalCount").GetInt32());
            if (!page.At("pageInfo.hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.Text("pageInfo.endCursor");
        }

        var backwards = new List<string?>();
        for (string? before = null; ;)
        {
            var page = (await lists.Client.Ask($"query($before:String){{licences(last:7,before:$before{comma}){{edges{{cursor node{{number}}}} pageInfo{{hasNextPage hasPreviousPage startCursor endCursor}}}}}}", new { before })).Data().GetProperty("licences");
            backwards.InsertRange(0, page.Texts("edges", "node.number"));
            Assert.Equal(before is not null, page.At("pageInfo.hasNextPage").GetBoolean());
            Assert.Equal(backwards.Count < 30, page.At("pageInfo.hasPreviousPage").GetBoolean());
            Assert.Equal(page.Text("edges.0.cursor"), page.Text("pageInfo.startCursor"));
            if (!page.At("pageInfo.hasPreviousPage").GetBoolean())
            {
                break;
            }

            before = page.Text("pageInfo.startCursor");
        }

        Assert.Equal(numbers, forwards);
        Assert.Equal(numbers, backwards);
    }

    [Fact]
    public async Task Texts_are_ordered_by_code_point_and_names_by_pinyin_on_every_database()
    {
        var licences = await lists.Client.Ask("{licences(first:200,order:[{number:ASC}]){nodes{number}}}");
        var numbers = licences.Data().Texts("licences.nodes", "number");
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.OrderBy(CodePoints, StringComparer.Ordinal), numbers);
        var enterprises = await lists.Client.Ask("{enterprises(first:200,order:[{name:ASC}]){nodes{name}}}");
        var names = enterprises.Data().Texts("enterprises.nodes", "name");
        Assert.NotEmpty(names);
        Assert.Equal(names.OrderBy(name => ChineseOrder.KeyOf(name!), StringComparer.Ordinal), names);

        static string CodePoints(string? text) => string.Concat(text!.EnumerateRunes().Select(rune => rune.Value.ToString("X6", null)));
    }

    [Fact]
    public async Task A_page_may_be_empty()
    {
        var page = (await lists.Client.Ask("{licences(first:0){nodes{number} totalCount pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}")).Data().GetProperty("licences");
        Assert.Equal("""{"nodes":[],"totalCount":30,"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""", page.GetRawText());
        page = (await lists.Client.Ask("""{licences(where:{number:{eq:"none"}}){nodes{number} totalCount pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}""")).Data().GetProperty("licences");
        Assert.Equal("""{"nodes":[],"totalCount":0,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""", page.GetRawText());
    }

    [Fact]
    public async Task Without_a_size_a_page_holds_twenty()
    {
        Assert.Equal(20, (await lists.Client.Ask("{licences{nodes{number}}}")).Data().Texts("licences.nodes", "number").Count);
    }

    [Theory]
    [InlineData("{name:{contains:\"\\u0000\"}}", "BAD_REQUEST")]
    [InlineData("{name:{eq:\"\\uD800\"}}", "BAD_REQUEST")]
    [InlineData("{name:{eq:1}}", "VALIDATION_FAILED")]
    [InlineData("{name:{like:\"x\"}}", "VALIDATION_FAILED")]
    [InlineData("{riskLevel:{eq:HUGE}}", "VALIDATION_FAILED")]
    [InlineData("{riskLevel:{eq:\"HIGH\"}}", "VALIDATION_FAILED")]
    [InlineData("{registeredOn:{gte:\"2026-13-01\"}}", "VALIDATION_FAILED")]
    [InlineData("{name:{in:[null]}}", "VALIDATION_FAILED")]
    public async Task A_filter_that_cannot_be_is_refused(string where, string code) =>
        Assert.Equal(code, (await lists.Client.Ask($"{{enterprises(where:{where}){{nodes{{name}}}}}}")).Code);

    [Fact]
    public async Task A_filter_that_is_too_much_is_refused_before_it_reaches_the_database()
    {
        const string query = "query($where:EnterpriseFilterInput){enterprises(where:$where){totalCount}}";
        Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask(query, new { where = new { or = Enumerable.Range(0, 5_000).Select(index => new { name = new { eq = $"{index}" } }) } })).Code);
        Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask(query, new { where = new { and = new[] { new { or = Enumerable.Range(0, 201).Select(index => new { name = new { eq = $"{index}" } }) } } } })).Code);
        Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask(query, new { where = new { name = new { @in = Enumerable.Range(0, 501).Select(index => $"{index}") } } })).Code);
        Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask(query, new { where = new { name = new { contains = new string('x', 100_000) } } })).Code);
        Assert.Equal(0, (await lists.Client.Ask(query, new { where = new { or = Enumerable.Range(0, 200).Select(index => new { name = new { eq = $"{index}" } }) } })).Data().At("enterprises.totalCount").GetInt32());
        Assert.Equal(1, (await lists.Client.Ask(query, new { where = new { name = new { @in = Enumerable.Range(0, 499).Select(index => $"{index}").Append("é厂") } } })).Data().At("enterprises.totalCount").GetInt32());
        Assert.Equal(10, (await lists.Client.Ask("query($order:[EnterpriseSortInput!]){enterprises(order:$order){nodes{name}}}", new { order = Enumerable.Range(0, 5_000).Select(_ => new { name = "ASC" }) })).Data().Texts("enterprises.nodes", "name").Count);
    }

    [Theory]
    [InlineData("first:201", "BAD_USER_INPUT", "每页最多200条", "A page holds at most 200")]
    [InlineData("last:201", "BAD_USER_INPUT", "每页最多200条", "A page holds at most 200")]
    [InlineData("first:-1", "BAD_USER_INPUT", "每页条数不能为负", "A page cannot hold fewer than none")]
    [InlineData("first:1,last:1", "BAD_USER_INPUT", "first/after与last/before不能同时使用", "Use first/after or last/before, not both")]
    [InlineData("first:1,before:\"x\"", "BAD_USER_INPUT", "first/after与last/before不能同时使用", "Use first/after or last/before, not both")]
    [InlineData("after:\"\"", "BAD_USER_INPUT", "游标无效", "The cursor is not valid")]
    [InlineData("after:\"x\"", "BAD_USER_INPUT", "游标无效", "The cursor is not valid")]
    [InlineData("after:\"不是游标\"", "BAD_USER_INPUT", "游标无效", "The cursor is not valid")]
    [InlineData("before:\"W10\"", "BAD_USER_INPUT", "游标不属于此列表", "The cursor belongs to another list")]
    [InlineData("after:\"e30\"", "BAD_USER_INPUT", "游标无效", "The cursor is not valid")]
    public async Task A_page_that_cannot_be_is_refused(string page, string code, string chinese, string english)
    {
        var refused = await lists.Client.Ask($"{{licences({page}){{nodes{{number}}}}}}");
        Assert.Equal((code, chinese), (refused.Code, refused.Message));
        Assert.Equal(english, (await lists.Client.Ask($"{{licences({page}){{nodes{{number}}}}}}", language: "en")).Message);
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var data = (await lists.Client.Ask("{licences(first:1){pageInfo{endCursor}} sorted:licences(first:1,order:[{validTo:ASC}]){pageInfo{endCursor}} enterprises(first:1){pageInfo{endCursor}} journal(first:1){pageInfo{endCursor}} deadlines(first:1){pageInfo{endCursor}}}")).Data();
        var own = data.Text("licences.pageInfo.endCursor");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await Licences(own, "")).Status);
        foreach (var foreign in new[] { "sorted", "enterprises", "journal", "deadlines" })
        {
            Assert.Equal("BAD_USER_INPUT", (await Licences(data.Text($"{foreign}.pageInfo.endCursor"), "")).Code);
        }

        Assert.Equal("BAD_USER_INPUT", (await Licences(own, ",order:[{validTo:ASC}]")).Code);
        Assert.Equal("BAD_USER_INPUT", (await Licences(data.Text("sorted.pageInfo.endCursor"), ",order:[{validTo:DESC}]")).Code);

        // What somebody makes up inside a cursor is refused as well, and does not reach the database.
        var made = System.Buffers.Text.Base64Url.DecodeFromChars(own);
        var text = System.Text.Encoding.UTF8.GetString(made);
        foreach (var forged in new[] { text[..text.IndexOf('"', StringComparison.Ordinal)] + "null]", text[..text.IndexOf('"', StringComparison.Ordinal)] + "\"\\u0000\"]", text[..text.IndexOf('"', StringComparison.Ordinal)] + "\"\\ud800\"]", text[..text.IndexOf('"', StringComparison.Ordinal)] + "7]", text + "]" })
        {
            Assert.Equal("BAD_USER_INPUT", (await Licences(System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(forged)), "")).Code);
        }

        Task<Transport.Answer> Licences(string? after, string order) => lists.Client.Ask($"query($after:String){{licences(after:$after{order}){{nodes{{number}}}}}}", new { after });
    }

    [Fact]
    public async Task The_journal_pages_newest_first()
    {
        var seen = new List<string?>();
        string? after = null;
        do
        {
            var journal = (await lists.Client.Ask("query($after:String){journal(first:9,after:$after){nodes{id kind} pageInfo{hasNextPage endCursor} totalCount}}", new { after })).Data().GetProperty("journal");
            seen.AddRange(journal.Texts("nodes", "id"));
            after = journal.At("pageInfo.hasNextPage").GetBoolean() ? journal.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(42, seen.Count);

        // Every entry is found again by its id, and so is what is owed; both in one read of a level.
        var deadlines = (await lists.Client.Ask("{deadlines(first:50){nodes{id}}}")).Data().Texts("deadlines.nodes", "id");
        Assert.NotEmpty(deadlines);
        var ids = seen.Concat(deadlines).ToArray();
        Assert.Equal(ids, (await lists.Client.Ask("query($ids:[ID!]!){nodes(ids:$ids){id}}", new { ids })).Data().Texts("nodes", "id"));
    }

    [Fact]
    public async Task The_journal_is_read_by_subject_and_by_time()
    {
        var licence = (await lists.Client.Ask("{licences(first:1){nodes{id}}}")).Data().Text("licences.nodes.0.id");
        var data = (await lists.Client.Ask("query($id:ID){journal(subject:$id){nodes{kind subjectId subject{id ...on Licence{status}}}}}", new { id = licence })).Data();
        Assert.Equal(["licence.suspended", "licence.registered"], data.Texts("journal.nodes", "kind"));
        Assert.All(data.Texts("journal.nodes", "subject.id"), id => Assert.Equal(licence, id));
        Assert.Equal("SUSPENDED", data.Text("journal.nodes.0.subject.status"));
        Assert.Equal("42", (await lists.Client.Ask("""{journal(from:"2026-03-02T10:00:00+08:00",to:"2026-03-02T02:00:00.001Z"){totalCount}}""")).Data().Text("journal.totalCount"));
        Assert.Equal("0", (await lists.Client.Ask("""{journal(to:"2026-03-02T02:00:00Z"){totalCount}}""")).Data().Text("journal.totalCount"));
        Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask("""{journal(subject:"nonsense"){totalCount}}""")).Code);
        Assert.Equal("VALIDATION_FAILED", (await lists.Client.Ask("""{journal(from:"2026-03-02T10:00:00"){totalCount}}""")).Code);
    }

    [Fact]
    public async Task Open_deadlines_are_listed_the_next_one_first()
    {
        var all = (await lists.Client.Ask("{deadlines(first:200){totalCount nodes{kind dueAt lapsed rule section subject{id}}}}")).Data();
        Assert.Equal(62, all.At("deadlines.totalCount").GetInt32());
        Assert.Equal(all.Texts("deadlines.nodes", "dueAt").Order(StringComparer.Ordinal), all.Texts("deadlines.nodes", "dueAt"));
        Assert.All(all.Texts("deadlines.nodes", "lapsed"), lapsed => Assert.Equal("false", lapsed));
        Assert.Equal("2", await Count("kind:{eq:LICENCE_SUSPENSION_END}"));
        Assert.Equal("32", await Count("kind:{in:[LICENCE_EXPIRY,LICENCE_SUSPENSION_END]}"));
        Assert.Equal("0", await Count("lapsed:{eq:true}"));
        Assert.Equal("62", await Count("lapsed:{eq:false}"));
        Assert.Equal("0", await Count("section:{eq:\"INSPECTION\"}"));
        Assert.Equal("10", await Count("kind:{eq:LICENCE_EXPIRY},dueAt:{lt:\"2028-01-01T00:00:00+08:00\"}"));
        var suspended = (await lists.Client.Ask("{licences(where:{status:{eq:SUSPENDED}}){nodes{id}}}")).Data().Text("licences.nodes.0.id");
        Assert.Equal("3", await Count($"subject:\"{suspended}\""));
        Assert.Equal("0", await Count("kind:{in:[]}"));

        async Task<string?> Count(string where) => (await lists.Client.Ask($"{{deadlines(where:{{{where}}}){{totalCount}}}}")).Data().Text("deadlines.totalCount");
    }

    [Fact]
    public async Task Enterprises_and_licences_are_found_by_name_or_number()
    {
        Assert.Equal(["百佳100折果汁厂", "百佳100%果汁厂"], await Hits("百佳"));
        Assert.Equal(["百佳100折果汁厂", "百佳100%果汁厂"], await Hits("100%"));
        Assert.Equal(["长_乐服装厂", "长江乐服装厂"], await Hits("长_"));
        Assert.Equal(["百佳100%果汁厂"], await Hits("０％果汁"));
        Assert.Empty(await Hits("——"));
        Assert.Equal(["长_乐服装厂", "长江乐服装厂"], await Hits("乐服装"));
        Assert.Equal(["XK18-978-00001"], await Hits("ｘｋ１８－９７８－００００１"));
        Assert.Equal(9, (await Hits("978-0000", 50)).Count);
        Assert.Equal(3, (await Hits("XK18", 3)).Count);
        Assert.Equal([lists.Codes[0]], (await lists.Client.Ask("query($text:String!){search(text:$text){title detail node{id ...on Enterprise{creditCode}}}}", new { text = lists.Codes[0].ToLowerInvariant() })).Data().Texts("search", "node.creditCode"));
        Assert.Equal("阿福食品厂", (await lists.Client.Ask("{search(text:\"XK18-978-00001\"){title detail}}")).Data().Text("search.0.detail"));
        Assert.Empty(await Hits("没有这样的厂"));
        foreach (var wrong in new[] { "厂", "  厂 ", new string('厂', 201) })
        {
            Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask("query($text:String!){search(text:$text){title}}", new { text = wrong })).Code);
        }

        Assert.Equal("BAD_USER_INPUT", (await lists.Client.Ask("{search(text:\"百佳\",first:51){title}}")).Code);

        async Task<IReadOnlyList<string?>> Hits(string text, int? first = null) => (await lists.Client.Ask("query($text:String!,$first:Int){search(text:$text,first:$first){title}}", new { text, first })).Data().Texts("search", "title");
    }
}

public sealed class SqliteListTests(SqliteLists lists) : ListConformance(lists), IClassFixture<SqliteLists>;

public sealed class PostgreSqlListTests(PostgreSqlLists lists) : ListConformance(lists), IClassFixture<PostgreSqlLists>;
