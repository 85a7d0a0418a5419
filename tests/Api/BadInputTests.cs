using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api;

/// <summary>What clients send that have gone wrong, or mean ill. Each is answered with the documented error, and the next request works.</summary>
public sealed class BadInputTests(SharedServer shared) : ApiTest(shared)
{
    private ApiClient _client = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _client = await Api.As(Roles.Officer);
    }

    public override async ValueTask DisposeAsync()
    {
        // Whatever was sent, the next request works.
        Assert.Equal(HttpStatusCode.OK, (await _client.Ask("{productClasses{code} licences(first:1){nodes{number}}}")).Status);
        await base.DisposeAsync();
    }

    /// <summary>A day that is none is told in Chinese throughout, as a literal and as a variable.</summary>
    [Theory]
    [InlineData("{licences(where:{validTo:{eq:\"2026-02-30\"}}){nodes{id}}}", null)]
    [InlineData("query($d:LocalDate){licences(where:{validTo:{eq:$d}}){nodes{id}}}", "2026-02-30")]
    public async Task A_day_that_is_none_is_told_in_Chinese(string query, string? day)
    {
        var answer = await _client.Ask(query, day is null ? null : new { d = day });
        var message = answer.Json.GetProperty("errors")[0].Text("message");
        Assert.Contains("2026-02-30", message, StringComparison.Ordinal);
        Assert.Contains("不是有效的日期", message, StringComparison.Ordinal);
        Assert.DoesNotContain("type", message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What does not fit the schema is told in Chinese too, with the names that were sent.</summary>
    [Theory]
    [InlineData("{nothing}", null, "没有字段“nothing”")]
    [InlineData("{productClasses{cod}}", null, "没有字段“cod”，是否应为“code”")]
    [InlineData("{licences}", null, "应当选取其下级字段")]
    [InlineData("{productClasses{code{x}}}", null, "字段“code”是“String!”，没有下级字段")]
    [InlineData("{licence(number:\"x\",other:1){id}}", null, "没有参数“other”")]
    [InlineData("{licence{id}}", null, "缺少必填的参数“number”")]
    [InlineData("{productClasses{...none}}", null, "没有片段“none”")]
    [InlineData("{licence(number:$n){id}}", null, "没有定义变量“n”")]
    [InlineData("query($n:String){productClasses{code}}", null, "变量“n”没有使用")]
    [InlineData("query($w:Nothing){licences{nodes{id}}}", """{"w":1}""", "没有类型“Nothing”")]
    [InlineData("query($n:String!){licence(number:$n){id}}", "{}", "变量“n”必须有值")]
    [InlineData(
        "query($w:LicenceFilterInput){licences(where:$w){nodes{id}}}", """{"w":{"status":{"eq":"NONE"}}}""", "“NONE”不是“LicenceStatus”的取值")]
    [InlineData("query($w:LicenceFilterInput){licences(where:$w){nodes{id}}}", """{"w":{"nothing":1}}""", "没有字段“nothing”")]
    public async Task What_does_not_fit_the_schema_is_told_in_Chinese(string query, string? variables, string expected)
    {
        var answer = await _client.Ask(query, variables is null ? null : JsonSerializer.Deserialize<JsonElement>(variables));
        var messages = answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.Text("message")!).ToList();
        Assert.Contains(messages, message => message.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(messages, message => message.Contains("query field", StringComparison.Ordinal)
            || message.Contains(" is ", StringComparison.Ordinal) || message.Contains(" of type ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{licence(number:5){id}}", null, "VALIDATION_FAILED")]
    [InlineData("{licence{id}}", null, "VALIDATION_FAILED")]
    [InlineData("{licence(number:null){id}}", null, "VALIDATION_FAILED")]
    [InlineData("{licence(number:\"x\",other:1){id}}", null, "VALIDATION_FAILED")]
    [InlineData("{licences(first:\"5\"){nodes{id}}}", null, "VALIDATION_FAILED")]
    [InlineData("{licences(first:99999999999){nodes{id}}}", null, "VALIDATION_FAILED")]
    [InlineData("{nothing}", null, "VALIDATION_FAILED")]
    [InlineData("{licences}", null, "VALIDATION_FAILED")]
    [InlineData("{productClasses{code{x}}}", null, "VALIDATION_FAILED")]
    [InlineData("query($n:String!){licence(number:$n){id}}", "{}", "INVALID_VARIABLE")]
    [InlineData("query($n:String!){licence(number:$n){id}}", """{"n":5}""", "INVALID_VARIABLE")]
    [InlineData("query($n:String!){licence(number:$n){id}}", """{"n":{"a":1}}""", "INVALID_VARIABLE")]
    [InlineData("query($n:String!){licence(number:$n){id}}", """{"n":["x"]}""", "INVALID_VARIABLE")]
    [InlineData("query($n:Int){licences(first:$n){nodes{id}}}", """{"n":1.5}""", "INVALID_VARIABLE")]
    [InlineData("query($n:Int){licences(first:$n){nodes{id}}}", """{"n":4294967296}""", "INVALID_VARIABLE")]
    [InlineData("query($n:Int){licences(first:$n){nodes{id}}}", """{"n":"1"}""", "INVALID_VARIABLE")]
    [InlineData("query($d:LocalDate){licences(where:{validTo:{eq:$d}}){nodes{id}}}", """{"d":"2026-02-30"}""", "INVALID_VARIABLE")]
    [InlineData("query($d:LocalDate){licences(where:{validTo:{eq:$d}}){nodes{id}}}", """{"d":20260228}""", "INVALID_VARIABLE")]
    [InlineData("query($w:LicenceFilterInput){licences(where:$w){nodes{id}}}", """{"w":{"status":{"eq":"NONE"}}}""", "INVALID_VARIABLE")]
    [InlineData("query($w:LicenceFilterInput){licences(where:$w){nodes{id}}}", """{"w":{"nothing":1}}""", "INVALID_VARIABLE")]
    [InlineData("query($w:LicenceFilterInput){licences(where:$w){nodes{id}}}", """{"w":"x"}""", "INVALID_VARIABLE")]
    [InlineData("query($w:Nothing){licences{nodes{id}}}", """{"w":1}""", "VALIDATION_FAILED")]
    [InlineData("query($n:String!){licence(number:$n){id}}", """["x"]""", "BAD_REQUEST")]
    [InlineData("query A{productClasses{code}} query B{productClasses{code}}", null, "OPERATION_NOT_FOUND")]
    [InlineData("{licence(number:\"\\u0000\"){id}}", null, "BAD_REQUEST")]
    [InlineData("{licence(number:\"\\uD800\"){id}}", null, "BAD_REQUEST")]
    [InlineData("query($n:String!){licence(number:$n){id}}", """{"n":"\u0000"}""", "BAD_REQUEST")]
    [InlineData("query($n:String!){licence(number:$n){id}}", """{"n":"\ud800"}""", "BAD_REQUEST")]
    [InlineData("{", null, "SYNTAX_ERROR")]
    [InlineData("", null, "OPERATION_NOT_FOUND")]
    [InlineData("}{", null, "SYNTAX_ERROR")]
    [InlineData("{licence(number:\"unended){id}}", null, "SYNTAX_ERROR")]
    [InlineData("subscription{changed{eventId}}", null, "NOT_ACCEPTABLE")]
    [InlineData("mutation{nothing}", null, "VALIDATION_FAILED")]
    [InlineData("{a:productClasses{code} a:productClasses{name}}", null, null)]
    [InlineData("{a:productClasses{code} a:licences{totalCount}}", null, "VALIDATION_FAILED")]
    public async Task What_does_not_fit_the_schema_is_refused(string query, string? variables, string? code)
    {
        var answer = await _client.SendJson($$"""{"query":{{System.Text.Json.JsonSerializer.Serialize(query)}},"variables":{{variables ?? "null"}}}""");
        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Ten_thousand_aliases_are_refused()
    {
        Assert.Equal(("LIMIT_EXCEEDED", "ALIASES"), await Refused("{" + string.Concat(Enumerable.Range(0, 200).Select(index => $"a{index}:__typename ")) + "}"));
        Assert.Equal("LIMIT_EXCEEDED", (await Refused("{" + string.Concat(Enumerable.Range(0, 10_000).Select(index => $"a{index}:__typename ")) + "}")).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await Refused("{" + string.Concat(Enumerable.Repeat("__typename ", 1_500)) + "}")).Code);
    }

    [Fact]
    public async Task A_query_fifty_levels_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("enterprise{licences{nodes{", 17)) + "number" + new string('}', 51);
        Assert.Equal(("LIMIT_EXCEEDED", "DEPTH"), await Refused($"{{licences{{nodes{{{deep}}}}}}}"));
        Assert.Equal("LIMIT_EXCEEDED", (await Refused(string.Concat(Enumerable.Repeat("{a", 200)) + new string('}', 200))).Code);
    }

    [Fact]
    public async Task Brackets_without_end_are_refused()
    {
        Assert.Equal("LIMIT_EXCEEDED", (await Refused(new string('{', 100_000))).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await Refused(new string('[', 20_000))).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await Refused("{nodes(ids:" + new string('[', 1_500))).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await Refused("{licences(where:" + string.Concat(Enumerable.Repeat("{and:[", 300)))).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await _client.SendJson("""{"query":"{__typename}","variables":{"a":""" + new string('[', 100_000))).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await _client.SendJson("""{"query":"{__typename}","variables":{"a":""" + new string('[', 100) + new string(']', 100) + "}}")).Code);
    }

    [Theory]
    [InlineData("{...A} fragment A on Query{...A}")]
    [InlineData("{...A} fragment A on Query{...B} fragment B on Query{...C} fragment C on Query{...A}")]
    [InlineData("{licences{nodes{...A}}} fragment A on Licence{enterprise{licences{nodes{...A}}}}")]
    [InlineData("{productClasses{code}} fragment Unused on Query{...Unused}")]
    [InlineData("{...__schema} fragment __schema on Query{productClasses{code}}")]
    [InlineData("{...__typename} fragment __typename on Query{productClasses{code}}")]
    public async Task Fragments_that_recurse_or_bear_reserved_names_are_refused(string query) => Assert.Equal("VALIDATION_FAILED", (await _client.Ask(query)).Code);

    [Fact]
    public async Task Fragments_that_double_are_refused()
    {
        var doubling = "{...F0} " + string.Concat(Enumerable.Range(0, 40).Select(index => $"fragment F{index} on Query{{...F{index + 1} ...F{index + 1}}} ")) + "fragment F40 on Query{productClasses{code}}";
        Assert.Equal("LIMIT_EXCEEDED", (await Refused(doubling)).Code);
    }

    [Fact]
    public async Task A_query_that_would_cost_too_much_is_refused()
    {
        Assert.Equal(("LIMIT_EXCEEDED", "COST"), await Refused("{licences(first:200){nodes{enterprise{licences(first:200){nodes{number}}}}}}"));
        Assert.Equal(("LIMIT_EXCEEDED", "COST"), await Refused("query($n:Int=200){licences(first:$n){nodes{enterprise{licences(first:$n){nodes{number}}}}}}"));
    }

    [Fact]
    public async Task Huge_variables_are_refused()
    {
        var many = string.Join(',', Enumerable.Repeat("1", 30_000));
        Assert.Equal(("LIMIT_EXCEEDED", "VARIABLE_VALUES"), await RefusedJson($$$"""{"query":"{__typename}","variables":{"a":[{{{many}}}]}}"""));
        Assert.Equal(("LIMIT_EXCEEDED", "NUMBER_LENGTH"), await RefusedJson($$$"""{"query":"{__typename}","variables":{"a":{{{new string('9', 100_000)}}}}}"""));
        var text = await _client.Ask("query($n:String!){licence(number:$n){id}}", new { n = new string('X', 900_000) });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, text.Data().GetProperty("licence").ValueKind);
        var name = await _client.Do("registerEnterprise", new { creditCode = Api.NextCreditCode(), name = new string('厂', 100_000) });
        Assert.Equal("InvalidInputError INVALID_INPUT", name.Refusal());
    }

    [Fact]
    public async Task Bodies_that_are_no_requests_are_refused()
    {
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("""[{"query":"{__typename}"},{"query":"{__typename}"}]""")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("[]")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("null")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("{}")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("""{"query":"{__typename}"} trailing""")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendJson("""{"query":5}""")).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendBytes([.. "{\"query\":\"{__typename "u8, 0xC3, 0x28, .. "}\"}"u8])).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendBytes([.. "{\"query\":\"{__typename "u8, 0xED, 0xA0, 0x80, .. "}\"}"u8])).Code);
        Assert.Equal("BAD_REQUEST", (await _client.SendBytes([0xFF, 0xFE, 0x7B, 0x00])).Code);
    }

    [Fact]
    public async Task A_body_of_five_mebibytes_is_refused()
    {
        var answer = await _client.SendJson($$$"""{"query":"{__typename}","extensions":{"x":"{{{new string('x', 5 * 1024 * 1024)}}}"}}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED"), (answer.Status, answer.Code));

        // Also when nobody says beforehand how long it will be.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StreamContent(new EndlessSpaces(5 * 1024 * 1024)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;
        var chunked = await _client.Send(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.Status);
    }

    [Fact]
    public async Task Nobody_is_let_in_with_a_token_that_is_not_ours()
    {
        var good = _client.Token!;
        var parts = good.Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        string[] forged =
        [
            "", "x", "a.b.c", good + "x", good[..^3], $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}",
            $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{parts[0]}.{Encode(payload.Replace("officer", "admin", StringComparison.Ordinal))}.{parts[2]}",
            new string('a', 20_000),
        ];
        foreach (var token in forged)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{productClasses{code}}"}""", new MediaTypeHeaderValue("application/json")) };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var answer = await Api.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal("UNAUTHENTICATED", (await Api.Anonymous().Ask("{productClasses{code}}")).Code);
        Assert.Equal("UNAUTHENTICATED", (await Api.Anonymous().Ask("{__schema{queryType{name}}}")).Code);
        Assert.Equal("请先登录", (await Api.Anonymous().Ask("{productClasses{code}}")).Message);
        Assert.Equal("Sign in first", (await Api.Anonymous().Ask("{productClasses{code}}", language: "en")).Message);

        static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task A_token_ends_with_its_time()
    {
        var wall = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        await using var api = await ApiServer.StartAsync(customise: builder => builder.Services.AddKeyedSingleton<TimeProvider>(WallClock.Key, wall));
        var officer = await api.As(Roles.Officer);
        Assert.Equal(HttpStatusCode.OK, (await officer.Ask("{productClasses{code}}")).Status);
        wall.Advance(TimeSpan.FromHours(9));
        var late = await officer.Ask("{productClasses{code}}");
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (late.Status, late.Code));
    }

    private async Task<(string? Code, string? Limit)> Refused(string query)
    {
        var answer = await _client.Ask(query);
        return (answer.Code, answer.Limit);
    }

    private async Task<(string? Code, string? Limit)> RefusedJson(string body)
    {
        var answer = await _client.SendJson(body);
        return (answer.Code, answer.Limit);
    }

    private sealed class EndlessSpaces(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = Math.Min(count, _left);
            buffer.AsSpan(offset, given).Fill((byte)' ');
            _left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
