using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Imports;

public sealed class ImportEndpointTests : IAsyncLifetime
{
    private const string OthersPassword = "walks-in-the-park-3";
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(5, new DateOnly(2026, 6, 1), enterprises: 40, licences: 30);

    private readonly TemporaryFolder _folder = new();
    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await InProcessServer.StartAsync(_folder.Path, null, "--Imports:MaxBytes=100000");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData(null)]
    public async Task A_file_is_accepted_with_its_id_and_url_and_told_of_until_it_is_done(string? mediaType)
    {
        using var http = await _server.SignInAsync();
        var sheet = RegisterSheet.Enterprises(District).With(2, "统一社会信用代码", "9131011863165614");
        using var accepted = await http.PostAsync("/imports/enterprises", Body(mediaType?.StartsWith("app", StringComparison.Ordinal) == true ? sheet.ToXlsx() : sheet.ToCsv(), mediaType));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var answer = await JsonOf(accepted);
        Assert.Equal($"/imports/{answer.GetProperty("id").GetString()}", answer.GetProperty("url").GetString());
        Assert.Equal(answer.GetProperty("url").GetString(), accepted.Headers.Location?.ToString());

        var import = await EndOfAsync(http, answer.GetProperty("url").GetString()!);
        Assert.Equal(
            ("COMPLETED", 40, 39, 0, 0, 1),
            (import.GetProperty("status").GetString(), Count(import, "rowsRead"), Count(import, "created"), Count(import, "updated"), Count(import, "unchanged"), Count(import, "rejected")));
        var rejected = await http.GetAsync(import.GetProperty("rejectedRowsUrl").GetString());
        Assert.Equal("text/csv", rejected.Content.Headers.ContentType?.MediaType);
        var lines = (await rejected.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",原因", lines[0], StringComparison.Ordinal);
        Assert.Contains("第4行：统一社会信用代码应为18位，现为16位", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browsers_form_is_understood_and_its_files_name_kept()
    {
        using var http = await _server.SignInAsync();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        var file = new ByteArrayContent(RegisterSheet.Enterprises(District).ToCsv(RegisterSheet.Gb18030));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = "企业登记.csv" };
        form.Add(file);
        using var accepted = await http.PostAsync("/imports/enterprises", form);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var import = await EndOfAsync(http, (await JsonOf(accepted)).GetProperty("url").GetString()!);
        Assert.Equal((40, "企业登记.csv"), (Count(import, "created"), import.GetProperty("fileName").GetString()));

        using var none = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/imports/enterprises", none)).StatusCode);
    }

    [Fact]
    public async Task Only_who_may_give_a_rows_command_brings_a_file_and_partner_agencies_see_none()
    {
        using var nobody = new HttpClient { BaseAddress = _server.Url };
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync("/imports/enterprises", Body([1]))).StatusCode);
        using var officer = await AsAsync("zhang", Roles.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync("/imports/enterprises", Body(RegisterSheet.Enterprises(District).ToCsv()))).StatusCode);
        using var accepted = await officer.PostAsync("/imports/licences", Body(RegisterSheet.Licences(District).ToCsv()));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var url = (await JsonOf(accepted)).GetProperty("url").GetString()!;
        Assert.Equal(30, Count(await EndOfAsync(officer, url), "rejected"));
        using var liaison = await AsAsync("wang", Roles.Liaison, "PUBLIC_SECURITY");
        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.GetAsync(url + "/rejected.csv")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        using var http = await _server.SignInAsync();
        using var told = await http.PostAsync("/imports/enterprises", Body(new byte[300_000]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED"), (told.StatusCode, (await JsonOf(told)).GetProperty("code").GetString()));
        using var untold = new HttpRequestMessage(HttpMethod.Post, "/imports/enterprises") { Content = Body(new byte[120_000]) };
        untold.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.SendAsync(untold)).StatusCode);
        Assert.Empty(Directory.GetFiles(_folder.File("imports")));
    }

    [Fact]
    public async Task The_same_command_id_brings_the_same_import_and_never_another_file()
    {
        using var http = await _server.SignInAsync();
        var (path, file) = ("/imports/enterprises?commandId=0190b5a4-0000-7000-8000-000000000001", RegisterSheet.Enterprises(District).ToCsv());
        var (first, second) = (await http.PostAsync(path, Body(file)), await http.PostAsync(path, Body(file)));
        Assert.Equal((await JsonOf(first)).GetProperty("id").GetString(), (await JsonOf(second)).GetProperty("id").GetString());
        using var other = await http.PostAsync(path, Body(file[..^2]));
        Assert.Equal((HttpStatusCode.Conflict, "COMMAND_ID_REUSED"), (other.StatusCode, (await JsonOf(other)).GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/imports/enterprises?commandId=7", Body(file))).StatusCode);
        await EndOfAsync(http, (await JsonOf(first)).GetProperty("url").GetString()!);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_an_empty_file_is_refused()
    {
        using var http = await _server.SignInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/imports/0190b5a4-0000-7000-8000-000000000001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/imports/0190b5a4-0000-7000-8000-000000000001/rejected.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/imports/..%2fshuangda/rejected.csv")).StatusCode);
        using var empty = await http.PostAsync("/imports/enterprises", Body([]));
        Assert.Equal((HttpStatusCode.BadRequest, "文件是空的"), (empty.StatusCode, (await JsonOf(empty)).GetProperty("title").GetString()));
    }

    [Fact]
    public async Task GraphQL_tells_of_an_import_and_its_journal_entries_reach_whoever_watches()
    {
        using var http = await _server.SignInAsync();
        using var watch = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "subscription { changed(kinds: [IMPORT]) { kind entry { kind summary } } }" }) };
        watch.Headers.Accept.ParseAdd("text/event-stream");
        using var watched = await http.SendAsync(watch, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await watched.Content.ReadAsStreamAsync());

        var sheet = RegisterSheet.Licences(District);
        using var accepted = await http.PostAsync("/imports/licences", Body(sheet.ToCsv()));
        var (id, url) = ((await JsonOf(accepted)).GetProperty("id").GetString(), (await JsonOf(accepted)).GetProperty("url").GetString()!);
        await EndOfAsync(http, url);
        var import = await QueryAsync(http, $$"""{ import(id: "{{id}}") { id importId register status rowsRead created updated unchanged rejected rejectedRowsUrl failure } }""");
        Assert.Equal(
            $$"""{"importId":"{{id}}","register":"LICENCES","status":"COMPLETED","rowsRead":30,"created":0,"updated":0,"unchanged":0,"rejected":30,"rejectedRowsUrl":"{{url}}/rejected.csv","failure":null}""",
            "{" + import.GetProperty("import").GetRawText().Split(',', 2)[1]);
        var node = await QueryAsync(http, $$"""{ node(id: "{{import.GetProperty("import").GetProperty("id").GetString()}}") { ... on Import { rejected } } }""");
        Assert.Equal(30, node.GetProperty("node").GetProperty("rejected").GetInt32());

        var seen = new List<string>();
        while (!seen.Exists(line => line.Contains("import.completed", StringComparison.Ordinal)))
        {
            if (await events.ReadLineAsync() is { } line && line.StartsWith("data:", StringComparison.Ordinal) && line.Contains("import.", StringComparison.Ordinal))
            {
                seen.Add(line);
            }
        }

        Assert.Collection(
            seen,
            line => Assert.Contains("import.queued", line, StringComparison.Ordinal),
            line => Assert.Contains("import.started", line, StringComparison.Ordinal),
            line => Assert.Contains("导入完成：读入30行，新建0，更新0，未变0，拒绝30", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_is_over_or_not_there_or_somebody_elses_is_not_cancelled_and_says_so()
    {
        using var http = await _server.SignInAsync();
        using var accepted = await http.PostAsync("/imports/licences", Body(RegisterSheet.Licences(District).ToCsv()));
        var (id, url) = ((await JsonOf(accepted)).GetProperty("id").GetString()!, (await JsonOf(accepted)).GetProperty("url").GetString()!);
        await EndOfAsync(http, url);
        Assert.Equal(("IMPORT_ENDED", "导入已经结束，现为“完成”"), await RefusedAsync(http, "cancelImport", id));
        Assert.Equal(("IMPORT_ENDED", "导入已经结束，现为“完成”"), await RefusedAsync(http, "resumeImport", id));
        Assert.Equal("NOT_FOUND", (await RefusedAsync(http, "cancelImport", "0190b5a4-0000-7000-8000-000000000001")).Code);
        Assert.Equal("NOT_FOUND", (await RefusedAsync(http, "resumeImport", "7")).Code);

        // An officer may cancel what he brought; what others brought he may not, once it is not over.
        using var officer = await AsAsync("zhang", Roles.Officer);
        Assert.Equal("IMPORT_ENDED", (await RefusedAsync(officer, "cancelImport", id)).Code);
        using var liaison = await AsAsync("wang", Roles.Liaison, "PUBLIC_SECURITY");
        using var forbidden = await liaison.PostAsJsonAsync("/graphql", new { query = $$"""mutation { cancelImport(input: { importId: "{{id}}" }) { import { status } } }""" });
        Assert.Contains("FORBIDDEN", await forbidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<(string? Code, string? Message)> RefusedAsync(HttpClient http, string mutation, string id)
    {
        var error = (await QueryAsync(http, $$"""mutation { {{mutation}}(input: { importId: "{{id}}" }) { errors { ... on Error { code message } } } }""")).GetProperty(mutation).GetProperty("errors")[0];
        return (error.GetProperty("code").GetString(), error.GetProperty("message").GetString());
    }

    private static async Task<JsonElement> QueryAsync(HttpClient http, string query)
    {
        using var answer = await http.PostAsJsonAsync("/graphql", new { query });
        var json = await JsonOf(answer);
        Assert.False(json.TryGetProperty("errors", out var errors), errors.ToString());
        return json.GetProperty("data");
    }

    private async Task<HttpClient> AsAsync(string user, Roles role, string? agency = null)
    {
        var created = await _server.Grains.GetGrain<IAccountGrain>(user).Execute(
            new CreateAccount(user, "某某", role, null, agency, new Password(OthersPassword), MustChangePassword: false), Actor.System(new Guid(1, 0, 0, new byte[8])));
        Assert.Null(created.Refusal);
        return await _server.SignInAsync(user, OthersPassword);
    }

    private static ByteArrayContent Body(byte[] file, string? mediaType = "text/csv")
    {
        var body = new ByteArrayContent(file);
        body.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        return body;
    }

    private static async Task<JsonElement> EndOfAsync(HttpClient http, string url)
    {
        while (true)
        {
            var import = await http.GetFromJsonAsync<JsonElement>(url);
            if (import.GetProperty("status").GetString() is "COMPLETED" or "FAILED")
            {
                return import;
            }
        }
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static int Count(JsonElement import, string name) => import.GetProperty(name).GetInt32();
}
