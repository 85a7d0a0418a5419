using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MiniExcelLibs;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.ReportForms;

/// <summary>
/// The notice's forms (R3.5, R4): every figure opens exactly the facts that it is the sum of, and a workbook says what the page says.
/// </summary>
public sealed class ReportFormTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "kind basis from to recordedAfter recordedUntil section "
        + "columns{code heading group unit isManual counts violation} "
        + "rows{key title isTotal productClass{code} case{number} cells{column value text entryCount}}";

    private static readonly string[] OfNoSection = ["suspended", "withdrawalsRequested", "deregistered"];

    private static readonly string[] Kinds =
    [
        "ENFORCEMENT_STATISTICS", "CASE_LIST", "UNLICENSED_AND_LICENSED_VIOLATIONS", "UNLICENSED_PRODUCERS", "COUNTERFEIT_BRAND_PRODUCERS",
    ];

    [Fact]
    public async Task Every_cell_is_the_sum_of_the_facts_that_it_opens()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        await FillAsync(api, bureau);
        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");

        foreach (var form in new[] { "ENFORCEMENT_STATISTICS", "UNLICENSED_AND_LICENSED_VIOLATIONS" })
        {
            foreach (var more in new[] { "", ",basis:RECORDED", ",section:\"INSPECTION\"", ",section:\"QUALITY\",basis:RECORDED" })
            {
                var told = await FormAsync(head, form, from, to, more);
                foreach (var row in told.At("rows").EnumerateArray())
                {
                    await AgreesAsync(head, told, row);
                }
            }
        }

        // What was recorded today counts by the moment of recording, on whichever day it happened.
        var filed = await FormAsync(head, "ENFORCEMENT_STATISTICS", from, to, "");
        Assert.Equal(3, Total(filed, "casesFiled"));
    }

    [Fact]
    public async Task Cases_are_listed_with_what_became_of_them()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        var (forged, unlicensed) = await FillAsync(api, bureau);
        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");

        var list = await FormAsync(head, "CASE_LIST", from, to, "");
        Assert.Equal(3 + 1, list.At("rows").GetArrayLength());
        var row = list.At("rows").EnumerateArray().Single(one => one.Text("key") == forged.Number);
        Assert.Equal(forged.Number, row.At("case").Text("number"));
        Assert.Equal($"{bureau.Today:O}"[..4], Words(row, "filedOn")[..4]);
        Assert.Equal(80_000m, Cell(row, "goodsValue").GetProperty("value").GetDecimal());
        Assert.Equal("否", Words(row, "transferred"));

        var producers = await FormAsync(head, "UNLICENSED_PRODUCERS", from, to, "");
        Assert.Equal([unlicensed.Number, ""], producers.At("rows").EnumerateArray().Select(one => one.Text("key")));
        var brands = await FormAsync(head, "COUNTERFEIT_BRAND_PRODUCERS", from, to, "");
        Assert.Equal([forged.Number, ""], brands.At("rows").EnumerateArray().Select(one => one.Text("key")));
        var none = await FormAsync(head, "CASE_LIST", "2001-01-01", "2001-02-01", "");
        Assert.Equal(1, none.At("rows").GetArrayLength());
    }

    [Fact]
    public async Task A_workbook_says_what_the_form_says()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        await FillAsync(api, bureau);
        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");

        foreach (var kind in Kinds)
        {
            var told = await FormAsync(head, kind, from, to, "");
            using var answer = await GetAsync(api, head, $"/report-forms/{PathOf(kind)}.xlsx?from={from}&to={to}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
            var rows = (await file.QueryAsync()).Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.Select(value => $"{value}").ToList()).ToList();
            var forms = told.At("rows").EnumerateArray().ToList();

            // Title, scope, two lines of headings; then the rows, and a line to sign.
            Assert.StartsWith("填报单位：本局", rows[1][0], StringComparison.Ordinal);
            Assert.Contains("单位负责人（签字）", rows[^1][0], StringComparison.Ordinal);
            var columns = told.At("columns").EnumerateArray().ToList();
            for (var at = 0; at < forms.Count; at++)
            {
                var cells = forms[at].At("cells").EnumerateArray().ToList();
                for (var column = 0; column < cells.Count; column++)
                {
                    var said = rows[4 + at][1 + column];
                    if (cells[column].GetProperty("value") is { ValueKind: JsonValueKind.Number } value)
                    {
                        Assert.Equal(value.GetDecimal(), decimal.Parse(said, System.Globalization.CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        Assert.Equal(cells[column].Text("text") ?? "", said);
                    }
                }
            }

            for (var column = 0; column < columns.Count; column++)
            {
                var (above, below) = (rows[2][1 + column], rows[3][1 + column]);
                Assert.StartsWith(columns[column].Text("heading")!, below.Length > 0 ? below : above, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("from=2026-11-02&to=2026-11-02", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-02&to=2036-11-03", HttpStatusCode.BadRequest)]
    [InlineData("from=0001-01-01&to=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("from=11/02/2026&to=2026-11-03", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-02", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-02&to=2026-11-03&section=NOPE", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-02&to=2026-11-03&basis=SOMETIME", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-02&to=2026-11-03&section=INSPECTION&basis=RECORDED", HttpStatusCode.OK)]
    public async Task A_workbook_is_asked_for_rightly_or_refused(string asked, HttpStatusCode expected)
    {
        var head = await Api.As(Roles.SectionHead);
        using var answer = await GetAsync(Api, head, $"/report-forms/enforcement-statistics.xlsx?{asked}");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_is_asked_for_rightly_or_refused()
    {
        var head = await Api.As(Roles.SectionHead);
        Assert.Equal("BAD_USER_INPUT", (await head.Ask("{reportForm(form:CASE_LIST,from:\"2026-11-02\",to:\"2026-11-02\"){kind}}")).Code);
        Assert.Equal("BAD_USER_INPUT", (await head.Ask("{reportForm(form:CASE_LIST,from:\"0001-01-01\",to:\"9999-12-31\"){kind}}")).Code);
        using var unknown = await GetAsync(Api, head, "/report-forms/nothing.xlsx?from=2026-11-02&to=2026-11-03");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_partner_agency_sees_no_form()
    {
        var liaison = await Api.As(Roles.Liaison);
        Assert.Equal("FORBIDDEN", (await liaison.Ask("{reportForm(form:CASE_LIST,from:\"2026-11-02\",to:\"2026-11-03\"){kind}}")).Code);
        using var answer = await GetAsync(Api, liaison, "/report-forms/case-list.xlsx?from=2026-11-02&to=2026-11-03");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<(Dossier Forged, Dossier Unlicensed)> FillAsync(ApiServer api, Bureau bureau)
    {
        await bureau.FiledAsync(new { violation = "ADULTERATION_OR_SUBSTANDARD", productClasses = new[] { "CLOTHING" } });
        var forged = await bureau.FiledAsync(new { violation = "FORGED_QUALITY_MARK", productClasses = new[] { "FOOD" } });
        await bureau.SuspectAsync(forged);
        var unlicensed = await bureau.FiledAsync(new { violation = "UNLICENSED_PRODUCTION", productClasses = new[] { "FOOD" } });
        await bureau.OpenAsync(
            Roles.Officer,
            "rectification",
            "orderRectification",
            new { enterpriseCreditCode = await api.EnterpriseAsync(), requirements = new[] { "检验设备按期检定" } },
            "责改1号");
        return (forged, unlicensed);
    }

    private static async Task AgreesAsync(ApiClient reader, JsonElement form, JsonElement row)
    {
        var columns = form.At("columns").EnumerateArray().ToDictionary(column => column.Text("code")!);
        foreach (var cell in row.At("cells").EnumerateArray())
        {
            var column = columns[cell.Text("column")!];
            if (column.Text("counts") is not { } measure)
            {
                continue;
            }

            // Steps on licences name no section, so of one section alone nobody knows.
            if (form.Text("section") is not null && OfNoSection.Contains(column.Text("code")))
            {
                Assert.Equal((JsonValueKind.Null, 0), (cell.GetProperty("value").ValueKind, cell.GetProperty("entryCount").GetInt32()));
                continue;
            }

            var facts = await FactsAsync(reader, form, row, measure, column.Text("violation"));
            Assert.Equal(facts.Count, cell.GetProperty("entryCount").GetInt32());
            var sum = facts.Sum(Amount);
            var parties = facts.GroupBy(fact => fact.Text("party")).Count(party => party.Sum(Amount) > 0);
            var expected = column.Text("unit") switch
            {
                "PARTIES" => parties,
                "TEN_THOUSAND_YUAN" => Math.Round(sum / 10_000m, 2, MidpointRounding.AwayFromZero),
                _ => sum,
            };
            Assert.Equal(expected, cell.GetProperty("value").GetDecimal());
        }
    }

    private static decimal Amount(JsonElement fact) => fact.GetProperty("amount").GetDecimal();

    private static async Task<List<JsonElement>> FactsAsync(
        ApiClient reader, JsonElement form, JsonElement row, string measure, string? violation)
    {
        var conditions = new List<string>();
        if (form.Text("section") is { } section)
        {
            conditions.Add($"section:{{eq:\"{section}\"}}");
        }

        if (violation is not null)
        {
            conditions.Add($"violation:{{eq:{violation}}}");
        }

        if (!row.GetProperty("isTotal").GetBoolean())
        {
            conditions.Add(row.GetProperty("productClass") is { ValueKind: JsonValueKind.Object } of
                ? $"productClass:{{eq:\"{of.Text("code")}\"}}"
                : "productClass:{any:false}");
        }

        var period = form.Text("recordedAfter") is { } after
            ? $"recordedAfter:\"{after}\",recordedUntil:\"{form.Text("recordedUntil")}\""
            : $"from:\"{form.Text("from")}\",to:\"{form.Text("to")}\"";
        var answer = await reader.Ask(
            $"{{facts(first:200,{period},measures:[{measure}],where:{{{string.Join(',', conditions)}}}){{nodes{{amount party}}}}}}");
        return [.. answer.Data().At("facts").At("nodes").EnumerateArray()];
    }

    private static async Task<JsonElement> FormAsync(ApiClient reader, string form, string from, string to, string more) =>
        (await reader.Ask($"{{reportForm(form:{form},from:\"{from}\",to:\"{to}\"{more}){{{Fields}}}}}")).Data().At("reportForm");

    private static decimal Total(JsonElement form, string column) =>
        Cell(form.At("rows").EnumerateArray().Last(), column).GetProperty("value").GetDecimal();

    private static string Words(JsonElement row, string column) =>
        Cell(row, column).Text("text")!;

    private static JsonElement Cell(JsonElement row, string column) =>
        row.At("cells").EnumerateArray().Single(cell => cell.Text("column") == column);

    private static string PathOf(string kind) => string.Concat(kind.Select(letter => letter == '_' ? '-' : char.ToLowerInvariant(letter)));

    private static async Task<HttpResponseMessage> GetAsync(ApiServer api, ApiClient who, string path)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.Token);
        return await api.Http.SendAsync(asked);
    }
}
