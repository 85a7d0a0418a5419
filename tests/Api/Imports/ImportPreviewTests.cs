using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Imports;

/// <summary>A file is looked at before it is imported: what it says, what would become of it, and nothing does.</summary>
public sealed class ImportPreviewTests(ImportPreviewTests.Running running) : IClassFixture<ImportPreviewTests.Running>
{
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(23, new DateOnly(2026, 6, 1), enterprises: 50, licences: 5);
    private static readonly RegisterSheet All = RegisterSheet.Enterprises(District);

    // Each test has its own enterprises.
    private static readonly RegisterSheet Sheet = All with { Rows = [.. All.Rows.Take(20)] };
    private static readonly RegisterSheet Others = All with { Rows = [.. All.Rows.Skip(20).Take(20)] };
    private static readonly RegisterSheet Unnamed = All with { Rows = [.. All.Rows.Skip(40).Take(5)] };

    [Fact]
    public async Task A_preview_says_what_was_understood_and_what_would_become_of_it_and_changes_nothing()
    {
        var server = running.Server;
        using var http = await server.SignInAsync();
        await EndOfAsync(http, (await BroughtAsync(http, "/imports/enterprises", Sheet.ToCsv())).Said("url"));
        var before = await RowsAsync(server);

        // One has moved, one is new, one has lost a digit; the others are as they were.
        var (moved, added, cut) = (Sheet.Rows[0], Sheet.Rows[1].ToArray(), Sheet.Rows[2].ToArray());
        (added[0], added[1], cut[1]) = ("甲预览食品厂（虚构）", "91310118MA1JL0001Q", cut[1][..17]);
        var changed = (Sheet with { Rows = [.. Sheet.Rows.Take(2), cut, .. Sheet.Rows.Skip(3), added] }).With(0, "注册地址", "迁址后的地址");
        var seen = await LookedAsync(http, "enterprises", changed.ToCsv(RegisterSheet.Gb18030));
        Assert.Equal(
            ("ENTERPRISES", 21, 1, 1, 18, 1, true),
            (seen.Text("register"), seen.Number("rowsRead"), seen.Number("created"), seen.Number("updated"), seen.Number("unchanged"),
                seen.Number("rejected"),
                seen.GetProperty("isWhole").GetBoolean()));
        Assert.Equal(("CSV（GB18030，以逗号分隔）", 1), (seen.Said("readAs"), seen.Number("headerRow")));
        Assert.Equal(
            changed.Header.Select(title => ((string?)title, title == "法人代表" ? null : title)),
            seen.GetProperty("columns").EnumerateArray().Select(column => (column.Text("title"), column.Text("column"))));

        var first = seen.GetProperty("first");
        Assert.Equal(["UPDATED", "UNCHANGED", "REJECTED", "UNCHANGED", "UNCHANGED"], seen.Texts("first", "outcome"));
        Assert.Equal(
            (moved[1], moved[2], "迁址后的地址"),
            (Cell(first[0], "统一社会信用代码"), Cell(first[0], "注册日期"), Cell(first[0], "注册地址")));
        Assert.DoesNotContain("某某人", seen.GetRawText(), StringComparison.Ordinal);
        var rejected = Assert.Single(seen.GetProperty("rejects").EnumerateArray());
        Assert.Equal(4, rejected.Number("number"));
        Assert.StartsWith("第4行：统一社会信用代码应为18位，现为17位", rejected.Said("reason"), StringComparison.Ordinal);
        Assert.Contains("未读取的列：法人代表（共1列）", seen.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()));
        Assert.Equal(before, await RowsAsync(server));
    }

    [Fact]
    public async Task What_was_looked_at_is_imported_without_being_sent_again_and_once()
    {
        var server = running.Server;
        using var http = await server.SignInAsync();
        var seen = await LookedAsync(http, "enterprises", Others.ToXlsx());
        Assert.Equal(("XLSX工作簿", "Sheet1", 20), (seen.Said("readAs"), seen.Said("sheet"), seen.Number("created")));

        var (first, again) = (await BroughtAsync(http, seen.Said("url"), []), await BroughtAsync(http, seen.Said("url"), []));
        Assert.Equal(first.Said("id"), again.Said("id"));
        var import = await EndOfAsync(http, first.Said("url"));
        Assert.Equal(("COMPLETED", 20), (import.Text("status"), import.Number("created")));
        Assert.Equal(first.Said("id"), (await BroughtAsync(http, seen.Said("url"), [])).Said("id"));
        Assert.DoesNotContain(seen.Said("id"), running.Kept);
    }

    [Fact]
    public async Task A_file_that_was_looked_at_is_its_bringers_who_may_forget_it()
    {
        var server = running.Server;
        using var http = await server.SignInAsync();
        using var officer = await OfficerAsync(server);
        using var refused = await officer.PostAsync("/imports/enterprises?preview=true", new ByteArrayContent(Sheet.ToCsv()));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        var url = (await LookedAsync(http, "enterprises", Sheet.ToCsv())).Said("url");
        using var others = await officer.PostAsync(url, null);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.StatusCode, (await officer.DeleteAsync(url)).StatusCode));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(url)).StatusCode);
        Assert.DoesNotContain(url[(url.LastIndexOf('/') + 1)..], running.Kept);
        using var forgotten = await http.PostAsync(url, null);
        Assert.Equal(HttpStatusCode.NotFound, forgotten.StatusCode);

        // Of each person the file that was looked at last is kept.
        var earlier = (await LookedAsync(http, "enterprises", Sheet.ToCsv())).Said("url");
        await LookedAsync(officer, "licences", RegisterSheet.Licences(District).ToCsv());
        await LookedAsync(http, "enterprises", Sheet.ToXlsx());
        Assert.Equal(2, running.Kept.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await http.DeleteAsync(earlier)).StatusCode);
    }

    [Fact]
    public async Task A_file_of_another_register_says_so_before_anything_is_taken()
    {
        var server = running.Server;
        using var http = await server.SignInAsync();
        var before = await RowsAsync(server);
        var seen = await LookedAsync(http, "enterprises", RegisterSheet.Licences(District).ToCsv());
        Assert.StartsWith("这是证书登记的表头", seen.Said("failure"), StringComparison.Ordinal);
        Assert.Equal((0, before), (seen.Number("rowsRead"), await RowsAsync(server)));
        seen = await LookedAsync(http, "enterprises", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Assert.Contains("xls", seen.Said("failure"), StringComparison.OrdinalIgnoreCase);
        using var unclear = await http.PostAsync("/imports/enterprises?preview=perhaps", new ByteArrayContent(Sheet.ToCsv()));
        Assert.Equal(HttpStatusCode.BadRequest, unclear.StatusCode);
    }

    [Fact]
    public async Task Columns_are_mapped_by_hand_and_the_next_file_with_the_same_titles_is_read_likewise()
    {
        using var http = await running.Server.SignInAsync();
        var sheet = Unnamed with
        {
            Header = [.. Unnamed.Header.Select(title => title switch { "统一社会信用代码" => "主体编码", "地区" => "分局", _ => title })],
        };
        var seen = await LookedAsync(http, "enterprises", sheet.ToCsv());
        Assert.Equal("缺少必需的列：统一社会信用代码。文件未导入", seen.Said("failure"));
        Assert.Contains("统一社会信用代码", seen.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));

        // What cannot be read so is said, and what is about a person is never read.
        foreach (var (title, column, reason) in new[]
        {
            ("主体编码", "代码", "登记簿没有列“代码”"),
            ("没有的列", "企业名称", "文件中没有列“没有的列”"),
            ("法人代表", "企业名称", "列“法人代表”是个人信息，不读取（个人信息保护法第六条）"),
        })
        {
            using var refused = await SayAsync(http, seen, (title, column));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(reason, (await refused.Content.ReadFromJsonAsync<JsonElement>()).Said("title"));
        }

        using var read = await SayAsync(http, seen, ("主体编码", "统一社会信用代码"), ("企业类型", null));
        seen = await read.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((null, 5, 5), (seen.Text("failure"), seen.Number("rowsRead"), seen.Number("created")));
        Assert.Equal(
            ("统一社会信用代码", null),
            (Column(seen, "主体编码").Text("column"), Column(seen, "企业类型").Text("column")));
        var taken = await BroughtAsync(http, seen.Said("url"), []);
        Assert.Equal(5, (await EndOfAsync(http, taken.Said("url"))).Number("created"));
        var asked = $$"""{ import(id: "{{taken.Said("id")}}") { columns { title column } remarks } }""";
        var node = (await new ApiClient(http, null).Ask(asked)).Data();
        Assert.Equal(["主体编码", "企业类型"], node.Texts("import.columns", "title"));
        const string Confirmed = "按确认的对应关系：列“主体编码”读作“统一社会信用代码”；列“企业类型”不读取";
        Assert.Contains(Confirmed, node.At("import.remarks").EnumerateArray().Select(remark => remark.GetString()));

        // The same titles in another order, brought without a look.
        var moved = sheet.Reversed().With(0, "注册地址", "迁址后的地址");
        var next = await EndOfAsync(http, (await BroughtAsync(http, "/imports/enterprises", moved.ToXlsx())).Said("url"));
        Assert.Equal((1, 4), (next.Number("updated"), next.Number("unchanged")));
        Assert.Contains(
            Confirmed.Replace("按确认", "按上次确认", StringComparison.Ordinal),
            next.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()));
        seen = await LookedAsync(http, "enterprises", sheet.ToCsv());
        Assert.True(Column(seen, "主体编码").GetProperty("isSaid").GetBoolean());

        // Nothing said any more: the file is read by its titles alone, from the next import on.
        using var none = await SayAsync(http, seen);
        Assert.StartsWith("缺少必需的列", (await none.Content.ReadFromJsonAsync<JsonElement>()).Said("failure"), StringComparison.Ordinal);
    }

    /// <summary>What others say of files with the same titles between the look and the import is for the next file.</summary>
    [Fact]
    public async Task What_was_looked_at_is_imported_as_it_was_seen()
    {
        using var http = await running.Server.SignInAsync();
        using var officer = await OfficerAsync(running.Server);
        var holder = (All with { Rows = [All.Rows[46]] }).ToCsv();
        await EndOfAsync(http, (await BroughtAsync(http, "/imports/enterprises", holder)).Said("url"));
        byte[] Licence(string number) => new RegisterSheet(
            ["统一社会信用代码", "证书编号", "发证日期", "有效期至", "何处发的"],
            [[All.Rows[46][1], number, "2026-01-05", "2031-01-04", "市局"]]).ToCsv();
        var seen = await LookedAsync(http, "licences", Licence("（沪）XK24-201-00078"));
        Assert.Null(Column(seen, "何处发的").Text("column"));
        var others = await LookedAsync(officer, "licences", Licence("（沪）XK24-201-00079"));
        using var said = await SayAsync(officer, others, ("何处发的", "发证机关"));
        Assert.Equal("市局", await IssuerOfAsync(officer, (await said.Content.ReadFromJsonAsync<JsonElement>()).Said("url"), "00079"));
        Assert.Null(await IssuerOfAsync(http, seen.Said("url"), "00078"));

        // What was seen of one file says nothing of the next.
        seen = await LookedAsync(http, "licences", Licence("（沪）XK24-201-00078"));
        Assert.Equal("发证机关", Column(seen, "何处发的").Text("column"));
        Assert.Equal("市局", await IssuerOfAsync(http, seen.Said("url"), "00078"));

        static async Task<string?> IssuerOfAsync(HttpClient who, string url, string end)
        {
            var taken = await EndOfAsync(who, (await BroughtAsync(who, url, [])).Said("url"));
            Assert.Equal(1, taken.Number("created") + taken.Number("updated"));
            var asked = $$"""{ licence(number: "（沪）XK24-201-{{end}}") { issuedBy } }""";
            return (await new ApiClient(who, null).Ask(asked)).Data().At("licence").Text("issuedBy");
        }
    }

    [Fact]
    public async Task What_a_register_calls_a_product_is_of_a_class_once_an_administrator_says_so()
    {
        using var http = await running.Server.SignInAsync();
        var administrator = new ApiClient(http, null);
        var holder = All.Rows[45];
        await EndOfAsync(http, (await BroughtAsync(http, "/imports/enterprises", (All with { Rows = [holder] }).ToCsv())).Said("url"));
        var licence = new RegisterSheet(
            ["统一社会信用代码", "证书编号", "发证日期", "有效期至", "产品名称"],
            [[holder[1], "（沪）XK24-201-00077", "2026-01-05", "2031-01-04", "预览牌包装饮用水"]]).ToCsv();
        var before = await EndOfAsync(http, (await BroughtAsync(http, "/imports/licences", licence)).Said("url"));
        Assert.Contains("按原文保存：预览牌包装饮用水", before.GetProperty("remarks")[0].GetString(), StringComparison.Ordinal);

        var named = await administrator.Do(
            "renameProductClass",
            new { code = "FOOD", name = "食品", isKey = true, aliases = new[] { "预览牌包装饮用水", "预览牌饮料" } },
            "productClass { aliases }");
        Assert.Equal("", named.Refusal());
        var taken = await administrator.Do("registerProductClass", new { code = "WATER", name = "预览牌饮料" }, "productClass { code }");
        Assert.Equal("InvalidInputError INVALID_INPUT", taken.Refusal());

        var after = await EndOfAsync(http, (await BroughtAsync(http, "/imports/licences", licence)).Said("url"));
        Assert.Equal((1, 0), (after.Number("updated"), after.GetProperty("remarks").GetArrayLength()));
        var read = (await administrator.Ask("""{ licence(number: "（沪）XK24-201-00077") { productClasses { code } } }""")).Data();
        Assert.Equal(["FOOD"], read.Texts("licence.productClasses", "code"));
    }

    private static JsonElement Column(JsonElement seen, string title) =>
        seen.GetProperty("columns").EnumerateArray().Single(column => column.Said("title") == title);

    private static Task<HttpResponseMessage> SayAsync(HttpClient http, JsonElement seen, params (string Title, string? Column)[] said) =>
        http.PostAsJsonAsync(
            $"{seen.Said("url")}/columns", new { columns = said.Select(one => new { title = one.Title, column = one.Column }) });

    [Fact]
    public async Task A_preview_ends_in_time_and_its_file_is_not_kept_for_ever()
    {
        using var folder = new TemporaryFolder();
        await using var server = await InProcessServer.StartAsync(
            folder.Path, null, "--Imports:PreviewTime=00:00:00.0000001", "--Imports:PreviewKept=00:00:00.0000001");
        using var http = await server.SignInAsync();
        var large = GeneratedDistrict.Make(25, new DateOnly(2026, 6, 1), enterprises: 2000, licences: 1);
        var seen = await LookedAsync(http, "enterprises", RegisterSheet.Enterprises(large).ToCsv());
        Assert.False(seen.GetProperty("isWhole").GetBoolean());
        Assert.InRange(seen.Number("rowsRead"), 0, 1999);
        await Eventually.Until("the file is gone", () => Directory.GetFiles(folder.File("imports")).Length == 0);
        using var over = await http.PostAsync(seen.Said("url"), null);
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
    }

    private static string? Cell(JsonElement row, string column) =>
        row.GetProperty("cells").EnumerateArray().Single(cell => cell.Text("column") == column).Text("text");

    private static async Task<JsonElement> LookedAsync(HttpClient http, string register, byte[] file)
    {
        using var answer = await http.PostAsync($"/imports/{register}?preview=true", new ByteArrayContent(file));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> BroughtAsync(HttpClient http, string path, byte[] file)
    {
        using var answer = await http.PostAsync(path, new ByteArrayContent(file));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> EndOfAsync(HttpClient http, string url)
    {
        var import = default(JsonElement);
        await Eventually.Until("the import ends", async () =>
            (import = await http.GetFromJsonAsync<JsonElement>(url)).Text("status") is "COMPLETED" or "FAILED");
        return import;
    }

    private static async Task<(int Journal, int Enterprises, int Licences, int Imports, int Commands)> RowsAsync(InProcessServer server)
    {
        await using var data = await server.Database.ReadAsync();
        return (
            await data.GetTable<JournalRow>().CountAsync(),
            await data.GetTable<EnterpriseRow>().CountAsync(),
            await data.GetTable<LicenceRow>().CountAsync(),
            await data.GetTable<ImportRow>().CountAsync(),
            await data.GetTable<CommandRow>().CountAsync());
    }

    private static async Task<HttpClient> OfficerAsync(InProcessServer server)
    {
        const string Password = "walks-in-the-park-3";
        var created = await server.Grains.GetGrain<IAccountGrain>("zhang").Execute(
            new CreateAccount("zhang", "某某", Roles.Officer, null, null, new Password(Password), MustChangePassword: false),
            Actor.System(new Guid(1, 0, 0, new byte[8])));
        Assert.Null(created.Refusal);
        return await server.SignInAsync("zhang", Password);
    }

    public sealed class Running : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        internal InProcessServer Server { get; private set; } = null!;

        internal IReadOnlyList<string> Kept =>
            [.. Directory.GetFiles(_folder.File("imports"), "*.preview").Select(file => Path.GetFileNameWithoutExtension(file))];

        public async ValueTask InitializeAsync() => Server = await InProcessServer.StartAsync(_folder.Path);

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }
}

file static class Answers
{
    public static int Number(this JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    public static string Said(this JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
