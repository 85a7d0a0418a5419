using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Imports;

/// <summary>
/// Small files that failed once, each an example of a kind, brought over HTTP: what was written in the source is what is stored, or it is
/// named.
/// </summary>
public sealed class FaultFileTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private InProcessServer _server = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await InProcessServer.StartAsync(_folder.Path, null);
        _http = await _server.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Days_of_a_workbook_that_counts_from_1904_are_the_days_it_shows()
    {
        await CreatedAsync("enterprises", "02-date1904.xlsx", 1);
        Assert.Equal("2020-03-15", (await EnterpriseAsync("91310113MA7F000708", "registeredOn")).Text("registeredOn"));
    }

    [Fact]
    public async Task An_enterprise_is_found_whatever_width_case_and_signs_it_is_asked_for_with()
    {
        await CreatedAsync("enterprises", "01-search-enterprises.csv", 6);
        var found = (await new ApiClient(_http, null).Ask(Encoding.UTF8.GetString(await FaultFiles.ReadAsync("01-search.graphql")))).Data();
        foreach (var (alias, title) in (IEnumerable<(string, string)>)
            [
                ("a", "试禾（上海）食品有限公司"), ("b", "试禾（上海）食品有限公司"), ("c", "Silver Pond Foods (Test) Co. Ltd"),
                ("d", "ＱＷＥ电器厂"), ("e", "ＱＷＥ电器厂"), ("f", "试禾—二分公司"), ("h", "试禾（上海）食品有限公司"),
            ])
        {
            Assert.Equal([title], found.Texts(alias, "title"));
        }

        Assert.Equal(["试玛·库尔班家具厂", "试玛•库尔班家具厂"], found.Texts("g", "title").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_instant_is_the_day_that_it_is_in_Shanghai()
    {
        await CreatedAsync("enterprises", "01-search-enterprises.csv", 6);
        await CreatedAsync("licences", "03-utc-dates-licences.csv", 1);
        var licence = await LicenceAsync("XK16-204-77701", "validFrom validTo");
        Assert.Equal(("2020-01-01", "2029-12-31"), (licence.Text("validFrom"), licence.Text("validTo")));
    }

    [Fact]
    public async Task A_short_file_of_GB18030_under_English_titles_is_no_Western_one()
    {
        await CreatedAsync("enterprises", "04-gbk-english-header.csv", 1);
        Assert.Equal("家具厂", (await EnterpriseAsync("91310113MA7F90010P", "name")).Text("name"));
    }

    [Theory]
    [InlineData("05a-title-row.xlsx", "91310113MA7F0010XG", "试题厂", "表头在第2行")]
    [InlineData("05c-hidden-first-sheet.xlsx", "91310113MA7F00126B", "试隐厂", "读取的是工作表“企业”，未读取：字典")]
    public async Task The_header_is_found_below_a_title_and_on_the_sheet_that_people_see(
        string file,
        string code,
        string name,
        string remark)
    {
        var import = await CreatedAsync("enterprises", file, 1);
        Assert.Equal(name, (await EnterpriseAsync(code, "name")).Text("name"));
        Assert.Contains(Remarks(import), said => said!.Contains(remark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_that_is_an_error_or_a_formula_without_a_result_is_named_and_not_stored()
    {
        var import = await ImportAsync("enterprises", "07-error-cells.xlsx");
        Assert.Equal(("0", "2"), (import.Text("created"), import.Text("rejected")));
        var rejected = await RejectedAsync(import);
        Assert.Contains("企业名称是错误值#NAME?", rejected, StringComparison.Ordinal);
        Assert.Contains("成立日期是公式，文件中没有保存它的结果", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_fails_its_check_and_an_old_number_are_taken_over_and_marked()
    {
        var import = await CreatedAsync("enterprises", "09-register-code-with-wrong-check.csv", 2);
        Assert.Equal("DIFFERS", (await EnterpriseAsync("91310113000148651E", "codeCheck")).Text("codeCheck"));
        Assert.Equal("OLD_NUMBER", (await EnterpriseAsync("310113000012345", "codeCheck")).Text("codeCheck"));
        Assert.Contains("1行的统一社会信用代码与标准不一致（校验码不符），已按登记簿导入并标记（首例：第2行91310113000148651E）", Remarks(import));
        Assert.Contains("1行的统一社会信用代码与标准不一致（旧注册号），已按登记簿导入并标记（首例：第3行310113000012345）", Remarks(import));
        var marked = await new ApiClient(_http, null).Ask("{enterprises(where:{codeCheck:{eq:OLD_NUMBER}}){nodes{name}}}");
        Assert.Equal("老注册号厂", marked.Data().Text("enterprises.nodes.0.name"));
    }

    [Fact]
    public async Task A_licence_finds_its_holder_under_a_code_that_fails_its_check_and_under_an_old_number()
    {
        await ImportAsync("enterprises", "企业.csv", Encoding.UTF8.GetBytes(
            "企业名称,统一社会信用代码\n旧码厂,91310118631656145G\n老号厂,310118000012345\n"));
        var import = await ImportAsync("licences", "证书.csv", Encoding.UTF8.GetBytes(
            "统一社会信用代码,证书编号,发证日期,有效期至\n91310118631656145G,XK16-204-00001,2024-01-01,2028-12-31\n"
            + "310118000012345,XK16-204-00002,2024-01-01,2028-12-31\n91310118631656145H,XK16-204-00003,2024-01-01,2028-12-31\n"));
        Assert.Equal(("2", "1"), (import.Text("created"), import.Text("rejected")));
        Assert.Equal("旧码厂", (await LicenceAsync("XK16-204-00001", "enterprise{name}")).Text("enterprise.name"));
        Assert.Equal("老号厂", (await LicenceAsync("XK16-204-00002", "enterprise{name}")).Text("enterprise.name"));
        Assert.Contains("统一社会信用代码校验码不符：第18位应为“F”", await RejectedAsync(import), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_without_codes_are_their_holders_by_name_and_what_is_not_certain_is_refused()
    {
        await ImportAsync("enterprises", "企业.csv", Encoding.UTF8.GetBytes(
            "企业名称,统一社会信用代码\n试禾（上海）电器有限公司,91310113MA7F000115\n双名厂,91310113MA7F0002XW\n双名厂,91310113MA7F00038W\n"));
        var import = await ImportAsync("licences", "证书.csv", Encoding.UTF8.GetBytes(
            "认证委托人,证书编号,证书类型,产品名称,发证日期,有效期至\n"
            + "试禾(上海) 电器有限公司,2025010301000005,3C证书,插头,2025-01-03,2030-01-02\n"
            + "双名厂,2025010301000006,3C证书,插头,2025-01-03,2030-01-02\n试禾,2025010301000007,3C证书,插头,2025-01-03,2030-01-02\n"));
        Assert.Equal(("1", "2"), (import.Text("created"), import.Text("rejected")));
        var found = await LicenceAsync("2025010301000005", "enterprise{creditCode}");
        Assert.Equal("91310113MA7F000115", found.Text("enterprise.creditCode"));
        Assert.Contains("1行没有统一社会信用代码，按持证人名称对应到已登记的企业", Remarks(import));
        var rejected = await RejectedAsync(import);
        Assert.Contains("名称为“双名厂”的已登记企业有2家（91310113MA7F0002XW、91310113MA7F00038W）", rejected, StringComparison.Ordinal);
        Assert.Contains("没有名称为“试禾”的已登记企业", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_register_says_of_an_enterprise_s_end_is_taken_over_and_what_it_says_otherwise_is_said()
    {
        var import = await ImportAsync("enterprises", "企业.csv", Encoding.UTF8.GetBytes(
            "企业名称,统一社会信用代码,登记状态\n甲厂,91310113MA7F000115,存续（在营、开业、在册）\n乙厂,91310113MA7F0002XW,注销\n"
            + "丙厂,91310113MA7F00038W,吊销，未注销\n丁厂,91310113MA7F00046P,迁出\n"));
        Assert.Equal(("4", "0"), (import.Text("created"), import.Text("rejected")));
        Assert.Equal("ACTIVE", (await EnterpriseAsync("91310113MA7F000115", "status")).Text("status"));
        var closed = await EnterpriseAsync("91310113MA7F0002XW", "status history(first:1){nodes{summary}}");
        Assert.Equal(("CLOSED", "企业终止：登记信息：注销"), (closed.Text("status"), closed.Text("history.nodes.0.summary")));
        Assert.Equal("CLOSED", (await EnterpriseAsync("91310113MA7F00038W", "status")).Text("status"));
        Assert.Equal("ACTIVE", (await EnterpriseAsync("91310113MA7F00046P", "status")).Text("status"));
        Assert.Contains("1行的登记状态不能识别，未采用：迁出", Remarks(import));
    }

    [Fact]
    public async Task What_a_merged_cell_says_counts_for_its_rows()
    {
        await CreatedAsync("enterprises", "01-search-enterprises.csv", 6);
        await CreatedAsync("licences", "10-merged-code-licences.xlsx", 2);
        var second = await LicenceAsync("XK16-205-77702", "enterprise{creditCode}");
        Assert.Equal("91310113MA7F000115", second.Text("enterprise.creditCode"));
    }

    [Fact]
    public async Task The_official_titles_of_food_licences_are_understood()
    {
        await CreatedAsync("enterprises", "01-search-enterprises.csv", 6);
        await CreatedAsync("licences", "12-food-licence-titles-licences.csv", 1);
        var licence = await LicenceAsync("SC10131011377701", "productClasses{name} products");
        Assert.Equal((0, "饮料"), (licence.At("productClasses").GetArrayLength(), licence.Text("products")));
    }

    [Fact]
    public async Task The_products_of_a_licence_are_kept_in_the_register_s_words()
    {
        await CreatedAsync("enterprises", "01-search-enterprises.csv", 6);
        await CreatedAsync("licences", "06a-product-class-and-name-licences.csv", 1);
        var both = await LicenceAsync("XK16-204-77702", "productClasses{name} products");
        Assert.Equal(("涂料", "内墙涂料"), (both.Text("productClasses.0.name"), both.Text("products")));

        var import = await CreatedAsync("licences", "06d-product-name-licences.csv", 1);
        Assert.Equal("聚氯乙烯绝缘电线", (await LicenceAsync("XK16-204-77704", "products")).Text("products"));
        Assert.Contains("1行的产品名称没有对应的产品类别，按原文保存：聚氯乙烯绝缘电线", Remarks(import));
    }

    [Fact]
    public async Task What_comes_back_opens_without_a_formula_and_is_understood_when_sent_again()
    {
        var import = await ImportAsync("enterprises", "13-rejected-formula.csv");
        Assert.Equal("3", import.Text("rejected"));
        var rejected = await RejectedAsync(import);
        Assert.DoesNotContain(Cells(rejected), cell => cell is ['=' or '+' or '-' or '@' or '\t', ..]);

        var corrected = rejected.Replace(",123,", ",91310113MA7F001421,", StringComparison.Ordinal);
        var again = await ImportAsync("enterprises", "rejected.csv", Encoding.UTF8.GetBytes(corrected));
        Assert.Equal(("1", "2"), (again.Text("created"), again.Text("rejected")));
        Assert.StartsWith("=HYPERLINK(", (await EnterpriseAsync("91310113MA7F001421", "name")).Text("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_twenty_MiB_is_refused_by_the_limit_of_a_cell()
    {
        var import = await ImportAsync("enterprises", "17-cell-of-20MiB.xlsx");
        Assert.Equal("0", import.Text("created"));
        Assert.Contains("过长", import.Text("failure"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Characters_that_GB18030_has_placed_since_are_stored_where_they_are_now()
    {
        await CreatedAsync("enterprises", "18-gb18030-private-use.csv", 2);
        Assert.StartsWith("\u9FB4\u1E3F", (await EnterpriseAsync("91310113MA7F00177K", "name")).Text("name"), StringComparison.Ordinal);
        Assert.Equal("试\u3000乙厂", (await EnterpriseAsync("91310113MA7F00185E", "name")).Text("name"));
    }

    [Fact]
    public async Task A_registration_of_the_year_221_is_refused()
    {
        var import = await ImportAsync("enterprises", "19-implausible-registered-on.csv");
        Assert.Equal(("0", "1"), (import.Text("created"), import.Text("rejected")));
        Assert.Contains("0221-03-05", await RejectedAsync(import), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_in_a_title_goes_with_the_number_below_it()
    {
        await CreatedAsync("enterprises", "20-capital-unit-in-title.csv", 1);
        Assert.Equal("500万元", (await EnterpriseAsync("91310113MA7F00206Y", "capital")).Text("capital"));
    }

    [Fact]
    public async Task Signs_that_nobody_sees_are_taken_out_and_said_and_what_was_lost_before_is_refused()
    {
        var import = await ImportAsync("enterprises", "22-control-characters.csv");
        Assert.Equal(("1", "1"), (import.Text("created"), import.Text("rejected")));
        Assert.Equal("试厂", (await EnterpriseAsync("91310113MA7F00230F", "name")).Text("name"));
        Assert.Contains("1行含有控制字符或者不可见的字符，已去除（首例：第2行“企业名称”）", Remarks(import));
        Assert.Contains("企业名称含有无法识别的字符", await RejectedAsync(import), StringComparison.Ordinal);
    }

    private async Task<JsonElement> CreatedAsync(string register, string file, int count)
    {
        var import = await ImportAsync(register, file);
        Assert.True(
            (
                import.Text("status"),
                import.Text("created"),
                import.Text("rejected")) == ("COMPLETED", count.ToString(CultureInfo.InvariantCulture), "0"),
            $"{import} {(import.Text("rejectedRowsUrl") is null ? "" : await RejectedAsync(import))}");
        return import;
    }

    private async Task<JsonElement> ImportAsync(string register, string file) =>
        await ImportAsync(register, file, await FaultFiles.ReadAsync(file));

    private async Task<JsonElement> ImportAsync(string register, string file, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", file } };
        using var accepted = await _http.PostAsync($"/imports/{register}", form);
        Assert.True(accepted.StatusCode == HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        var url = (await JsonOf(accepted)).Text("url");
        while (true)
        {
            using var told = await _http.GetAsync(url);
            if (await JsonOf(told) is var import && import.Text("status") is "COMPLETED" or "FAILED")
            {
                return import;
            }
        }
    }

    private async Task<string> RejectedAsync(JsonElement import) => await _http.GetStringAsync(import.Text("rejectedRowsUrl"));

    private static IEnumerable<string?> Remarks(JsonElement import) =>
        import.At("remarks").EnumerateArray().Select(remark => remark.GetString());

    private static IEnumerable<string> Cells(string csv) =>
        csv.TrimStart('\uFEFF').Split(["\r\n", ","], StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim('"'));

    private async Task<JsonElement> EnterpriseAsync(string code, string fields) =>
        (
            await new ApiClient(_http, null).Ask(
                $"query($c:String!){{enterprise(creditCode:$c){{{fields}}}}}",
                new { c = code })).Data().At("enterprise");

    private async Task<JsonElement> LicenceAsync(string number, string fields) =>
        (
            await new ApiClient(_http, null).Ask(
                $"query($n:String!){{licence(number:$n){{{fields}}}}}",
                new { n = number })).Data().At("licence");

    private static async Task<JsonElement> JsonOf(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
