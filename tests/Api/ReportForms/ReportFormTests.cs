using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniExcelLibs;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.ReportForms;

/// <summary>
/// The notice's forms (R3.5, R4): every figure opens exactly the facts that it is the sum of, and a workbook says what the page says.
/// </summary>
public sealed class ReportFormTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "kind rowsOf basis from to recordedAfter recordedUntil section "
        + "columns{code heading group unit isMoney isManual isLicensed counts violation} "
        + "rows{key title isTotal productClass{code} cases{number} cells{column value text entryCount uncertainCount}}";

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
        Assert.Equal([forged.Number], Cases(row));
        Assert.Equal($"{bureau.Today:O}"[..4], Words(row, "filedOn")[..4]);
        Assert.Equal(80_000m, Cell(row, "goodsValue").GetProperty("value").GetDecimal());
        Assert.Equal("否", Words(row, "transferred"));

        var producers = await FormAsync(head, "UNLICENSED_PRODUCERS", from, to, "");
        Assert.Equal([[unlicensed.Number], []], producers.At("rows").EnumerateArray().Select(Cases));
        var brands = await FormAsync(head, "COUNTERFEIT_BRAND_PRODUCERS", from, to, "");
        Assert.Equal([[forged.Number], []], brands.At("rows").EnumerateArray().Select(Cases));
        var none = await FormAsync(head, "CASE_LIST", "2001-01-01", "2001-02-01", "");
        Assert.Equal(1, none.At("rows").GetArrayLength());
    }

    /// <summary>A step on a licence is the work of the section that took it, and an order of a holder of a licence is told apart.</summary>
    [Fact]
    public async Task Steps_on_licences_and_orders_count_for_their_section_and_for_holders()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        var holder = await api.EnterpriseAsync();
        var licence = await api.LicenceAsync(holder);
        foreach (var (party, of) in new[] { (holder, licence), (await api.EnterpriseAsync(), null) })
        {
            await bureau.OpenAsync(
                Roles.Officer,
                "rectification",
                "orderRectification",
                new { enterpriseCreditCode = party, licence = of, requirements = new[] { "检验设备按期检定" } },
                "责改1号");
        }

        var done = await head.Do(
            "requestLicenceWithdrawal", new { number = licence, reason = "不再具备条件", basis = "条例", documentNumber = "撤1号" });
        Assert.Equal("", done.Refusal());
        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");
        foreach (var (section, requested) in new[] { ("", 1m), (",section:\"INSPECTION\"", 1m), (",section:\"QUALITY\"", 0m) })
        {
            var form = await FormAsync(head, "UNLICENSED_AND_LICENSED_VIOLATIONS", from, to, section);
            foreach (var row in form.At("rows").EnumerateArray())
            {
                await AgreesAsync(head, form, row);
            }

            Assert.Equal(requested, Total(form, "withdrawalsRequested"));
            Assert.Equal(requested, Total(form, "rectificationsOrdered"));
            Assert.All(
                form.At("rows").EnumerateArray().SelectMany(row => row.At("cells").EnumerateArray()),
                cell => Assert.Equal(0, cell.GetProperty("uncertainCount").GetInt32()));
        }

        // Whoever is ordered to rectify counts in the form that does not ask for a licence.
        Assert.Equal(2, Total(await FormAsync(head, "ENFORCEMENT_STATISTICS", from, to, ""), "rectificationsOrdered"));
    }

    [Fact]
    public async Task A_producer_stands_once_with_all_its_cases()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        var (twice, once) = (await api.EnterpriseAsync("甲厂"), await api.EnterpriseAsync("乙厂"));
        var cases = new List<(string Party, Dossier Case)>();
        foreach (var party in new[] { twice, once, twice })
        {
            var filed = await bureau.FiledAsync(new { violation = "UNLICENSED_PRODUCTION", enterpriseCreditCode = party });
            await bureau.SuspectAsync(filed);
            cases.Add((party, filed));
        }

        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");
        var form = await FormAsync(head, "UNLICENSED_PRODUCERS", from, to, "");
        Assert.Equal("PARTIES", form.Text("rowsOf"));
        var rows = form.At("rows").EnumerateArray().ToList();
        Assert.Equal(new[] { twice, once }.Order(), rows.SkipLast(1).Select(row => row.Text("key")).Order());
        foreach (var row in rows.SkipLast(1))
        {
            var own = cases.Where(one => one.Party == row.Text("key")).Select(one => one.Case.Number).ToList();
            Assert.Equal(own.Order(), Cases(row).Order());
            Assert.Equal(row.Text("key") == twice ? "甲厂" : "乙厂", Words(row, "party"));
            Assert.Equal(80_000m * own.Count, Cell(row, "goodsValue").GetProperty("value").GetDecimal());
        }

        Assert.Equal("2家", Words(rows[^1], "party"));
        Assert.Equal(80_000m * cases.Count, Cell(rows[^1], "goodsValue").GetProperty("value").GetDecimal());

        // As many as the other form says were prosecuted.
        Assert.Equal(2, Total(await FormAsync(head, "UNLICENSED_AND_LICENSED_VIOLATIONS", from, to, ""), "unlicensedProsecuted"));
    }

    [Fact]
    public async Task A_case_that_is_withdrawn_counts_no_more_and_is_listed_no_more()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        var kept = await bureau.FiledAsync(new { productClasses = new[] { "FOOD" } });
        var withdrawn = await bureau.FiledAsync(new { productClasses = new[] { "FOOD" } });
        foreach (var filed in new[] { kept, withdrawn })
        {
            await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, new { goodsValueCny = 30_000 });
        }

        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");
        Assert.Equal((2, 6m), await FiledAsync());
        await bureau.TakeAsync(Roles.SectionHead, "withdrawCase", withdrawn, document: "撤1号");
        Assert.Equal((1, 3m), await FiledAsync());
        var list = await FormAsync(head, "CASE_LIST", from, to, "");
        Assert.Equal([[kept.Number], []], list.At("rows").EnumerateArray().Select(Cases));

        async Task<(decimal Filed, decimal GoodsValue)> FiledAsync()
        {
            var form = await FormAsync(head, "ENFORCEMENT_STATISTICS", from, to, "");
            foreach (var row in form.At("rows").EnumerateArray())
            {
                await AgreesAsync(head, form, row);
            }

            return (Total(form, "casesFiled"), Total(form, "goodsValue"));
        }
    }

    [Fact]
    public async Task Who_reads_English_reads_rows_and_words_in_English()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var first = bureau.Today;
        await FillAsync(api, bureau);
        var (from, to) = ($"{first:O}", $"{bureau.Today.AddDays(1):O}");

        var list = await FormAsync(head, "CASE_LIST", from, to, "", "en");
        Assert.Equal("Total", list.At("rows").EnumerateArray().Last().Text("title"));
        Assert.All(list.At("rows").EnumerateArray().SkipLast(1), row => Assert.Equal("No", Words(row, "transferred")));
        var words = list.At("rows").EnumerateArray().SkipLast(1).Select(row => Words(row, "violation"));
        Assert.Contains(Terms.Of(Grains.Cases.ViolationKind.UnlicensedProduction).English, words);

        // What is handed in is Chinese unless the other is asked for, whatever its maker reads.
        var path = $"/report-forms/case-list.xlsx?from={from}&to={to}";
        Assert.Equal("合计", (await BookAsync(api, head, path, "en"))[^3][0]);
        var english = await BookAsync(api, head, $"{path}&language=en");
        Assert.Equal("Total", english[^3][0]);
        Assert.StartsWith("Reported by: The bureau", english[1][0], StringComparison.Ordinal);
        Assert.StartsWith("Head (signature):", english[^1][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_takes_too_long_can_be_asked_for_again()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        const string Path = "/report-forms/enforcement-statistics.xlsx?from=2026-03-02&to=2026-03-03";
        var limits = api.Services.GetRequiredService<IOptions<GraphQLLimits>>().Value;
        var patience = limits.Timeout;
        limits.Timeout = TimeSpan.FromTicks(1);
        using (var late = await GetAsync(api, head, Path))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
            Assert.NotNull(late.Headers.RetryAfter);
        }

        limits.Timeout = patience;
        using var answer = await GetAsync(api, head, Path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_workbook_is_one_of_the_queries_that_somebody_may_have_at_work()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        var limits = api.Services.GetRequiredService<IOptions<GraphQLLimits>>().Value;
        var callers = api.Services.GetRequiredService<CallerLimits>();
        var turns = new List<IDisposable>();
        for (var at = 0; at < limits.QueriesAtATime; at++)
        {
            turns.Add(await callers.QueryAsync("section-head", CancellationToken.None));
        }

        limits.QueryWait = TimeSpan.FromMilliseconds(1);
        using var refused = await GetAsync(api, head, "/report-forms/enforcement-statistics.xlsx?from=2026-03-02&to=2026-03-03");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        turns.ForEach(turn => turn.Dispose());
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
            var rows = await BookAsync(api, head, $"/report-forms/{PathOf(kind)}.xlsx?from={from}&to={to}");
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
    [InlineData("from=2026-11-02&to=2026-11-03&language=fr", HttpStatusCode.BadRequest)]
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

            var facts = await FactsAsync(reader, form, row, measure, column);
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
        ApiClient reader, JsonElement form, JsonElement row, string measure, JsonElement column)
    {
        var conditions = new List<string>();
        if (form.Text("section") is { } section)
        {
            conditions.Add($"section:{{eq:\"{section}\"}}");
        }

        if (column.Text("violation") is { } violation)
        {
            conditions.Add($"violation:{{eq:{violation}}}");
        }

        if (!row.GetProperty("isTotal").GetBoolean())
        {
            conditions.Add(row.GetProperty("productClass") is { ValueKind: JsonValueKind.Object } of
                ? $"productClass:{{eq:\"{of.Text("code")}\"}}"
                : "productClass:{any:false}");
        }

        var licensed = column.GetProperty("isLicensed") is { ValueKind: JsonValueKind.True } ? ",isLicensed:true" : "";
        var period = form.Text("recordedAfter") is { } after
            ? $"recordedAfter:\"{after}\",recordedUntil:\"{form.Text("recordedUntil")}\""
            : $"from:\"{form.Text("from")}\",to:\"{form.Text("to")}\"";
        var where = string.Join(',', conditions);
        var answer = await reader.Ask(
            $"{{facts(first:200,{period},measures:[{measure}]{licensed},where:{{{where}}}){{nodes{{amount party}}}}}}");
        return [.. answer.Data().At("facts").At("nodes").EnumerateArray()];
    }

    private static async Task<JsonElement> FormAsync(
        ApiClient reader, string form, string from, string to, string more, string? language = null)
    {
        var question = $"{{reportForm(form:{form},from:\"{from}\",to:\"{to}\"{more}){{{Fields}}}}}";
        return (await reader.Ask(question, language: language)).Data().At("reportForm");
    }

    private static decimal Total(JsonElement form, string column) =>
        Cell(form.At("rows").EnumerateArray().Last(), column).GetProperty("value").GetDecimal();

    private static string Words(JsonElement row, string column) =>
        Cell(row, column).Text("text")!;

    private static string[] Cases(JsonElement row) => [.. row.At("cases").EnumerateArray().Select(one => one.Text("number")!)];

    private static async Task<List<List<string>>> BookAsync(ApiServer api, ApiClient who, string path, string? language = null)
    {
        using var answer = await GetAsync(api, who, path, language);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var rows = (await file.QueryAsync()).Cast<IDictionary<string, object?>>();
        return [.. rows.Select(row => row.Values.Select(value => $"{value}").ToList())];
    }

    private static JsonElement Cell(JsonElement row, string column) =>
        row.At("cells").EnumerateArray().Single(cell => cell.Text("column") == column);

    private static string PathOf(string kind) => string.Concat(kind.Select(letter => letter == '_' ? '-' : char.ToLowerInvariant(letter)));

    private static async Task<HttpResponseMessage> GetAsync(ApiServer api, ApiClient who, string path, string? language = null)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
        {
            asked.Headers.AcceptLanguage.ParseAdd(language);
        }

        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.Token);
        return await api.Http.SendAsync(asked);
    }
}
