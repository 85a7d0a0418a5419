using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class OverHttpTests : IAsyncLifetime
{
    private ToyServer server = null!;

    public async ValueTask InitializeAsync() => server = await ToyServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(null, "application/json; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    [InlineData("application/*;q=0.1", "application/json; charset=utf-8")]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.9", "application/graphql-response+json; charset=utf-8")]
    [InlineData("image/png, APPLICATION/JSON;q=0.2", "application/json; charset=utf-8")]
    public async Task TheAnswerHasTheFormTheCallerLikesBest(string? accept, string expected)
    {
        var answer = await server.PostJson("""{"query":"{hello}"}""", accept);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, answer.MediaType);
        Assert.Equal("""{"data":{"hello":"你好，世界"}}""", answer.Body);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=gb2312")]
    public async Task WhoAcceptsNothingWeHaveIsToldWhatWeHave(string accept)
    {
        var answer = await server.PostJson("""{"query":"{hello}"}""", accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal("NOT_ACCEPTABLE", answer.Code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task ABodyThatIsNotJsonInUtf8IsRefused(string mediaType)
    {
        var content = new ByteArrayContent("""{"query":"{hello}"}"""u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        var answer = await server.Send(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content });
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", answer.Code);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task OtherMethodsAreRefused(string method)
    {
        var answer = await server.Send(new HttpRequestMessage(new HttpMethod(method), "/graphql"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["GET", "POST"], answer.ContentHeaders.Allow);
    }

    [Fact]
    public async Task AQueryCanBeSentWithGet()
    {
        var answer = await server.Get($"query={Uri.EscapeDataString("query A($n:Int!){double(number:$n)} query B{hello}")}&operationName=A&variables={Uri.EscapeDataString("""{"n":21}""")}");
        Assert.Equal("""{"data":{"double":42}}""", answer.Body);
    }

    [Fact]
    public async Task AMutationCannotBeSentWithGet()
    {
        var answer = await server.Get($"query={Uri.EscapeDataString("mutation{rename(to:\"x\")}")}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["POST"], answer.ContentHeaders.Allow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"query\":\"{hello}\"} trailing")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"query\":7}")]
    [InlineData("{\"query\":\"{hello}\",\"operationName\":[]}")]
    [InlineData("{\"query\":\"{hello}\",\"variables\":\"{}\"}")]
    [InlineData("{\"query\":\"{hello}\",\"extensions\":3}")]
    [InlineData("[{\"query\":\"{hello}\"}]")]
    [InlineData("{\"query\":\"\\ud800\"}")]
    [InlineData("{\"query\":\"{hello}\",\"variables\":{\"a\":1e999}}")]
    public async Task ABodyThatIsNoRequestIsABadRequestInBothForms(string body)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var answer = await server.PostJson(body, accept);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("BAD_REQUEST", answer.Code);
            Assert.False(answer.Json.TryGetProperty("data", out _));
        }
    }

    [Fact]
    public async Task ABatchIsRefusedInWords()
    {
        var answer = await server.PostJson("[]");
        Assert.Contains("批量", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenUtf8IsRefused()
    {
        byte[] body = [.. "{\"query\":\"{echo(text:\\\""u8, 0xC3, 0x28, .. "\\\")}\"}"u8];
        var answer = await server.PostBytes(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("UTF-8", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AByteOrderMarkIsNoFault()
    {
        var answer = await server.PostBytes([0xEF, 0xBB, 0xBF, .. "{\"query\":\"{hello}\"}"u8]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("""{"query":"query($t:String){echo(text:$t)}","variables":{"t":"a\u0000b"}}""")]
    [InlineData("""{"query":"{echo(text:\"a\\u0000b\")}"}""")]
    public async Task ANulInATextIsRefused(string body)
    {
        var answer = await server.PostJson(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Contains("U+0000", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("{nothing}", "VALIDATION_FAILED")]
    [InlineData("query($n:Int!){double(number:$n)}", "INVALID_VARIABLE")]
    [InlineData("query A{hello} query B{hello}", "OPERATION_NOT_FOUND")]
    [InlineData("fragment F on ToyQuery{hello}", "OPERATION_NOT_FOUND")]
    [InlineData("{...A} fragment A on ToyQuery{...B} fragment B on ToyQuery{...A}", "VALIDATION_FAILED")]
    [InlineData("{...__schema} fragment __schema on ToyQuery{hello}", "VALIDATION_FAILED")]
    public async Task WhatCannotBeRunIs400OrAsOldClientsExpect200(string query, string code)
    {
        var modern = await server.Post(query);
        Assert.Equal(HttpStatusCode.BadRequest, modern.Status);
        Assert.Equal(code, modern.Code);
        Assert.False(modern.Json.TryGetProperty("data", out _));

        var old = await server.Post(query, accept: "application/json");
        Assert.Equal(HttpStatusCode.OK, old.Status);
        Assert.Equal(code, old.Code);
    }

    [Fact]
    public async Task VariablesAreCheckedForEveryRequestOfACachedDocument()
    {
        const string query = "query($n:Int!){double(number:$n)}";
        Assert.Equal("""{"data":{"double":4}}""", (await server.Post(query, new { n = 2 })).Body);
        Assert.Equal("""{"data":{"double":6}}""", (await server.Post(query, new { n = 3 })).Body);
        Assert.Equal("INVALID_VARIABLE", (await server.Post(query, new { n = "three" })).Code);
        Assert.Equal("INVALID_VARIABLE", (await server.Post(query, new { })).Code);
        Assert.Equal("""{"data":{"double":8}}""", (await server.Post(query, new { n = 4 })).Body);
    }

    [Fact]
    public async Task DirectivesAreDecidedForEveryRequestOfACachedDocument()
    {
        const string query = "query($yes:Boolean!){hello @include(if:$yes) double(number:1) @skip(if:$yes)}";
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal("""{"data":{"hello":"你好，世界"}}""", (await server.Post(query, new { yes = true })).Body);
            Assert.Equal("""{"data":{"double":2}}""", (await server.Post(query, new { yes = false })).Body);
        }
    }

    [Fact]
    public async Task AFieldAskedForTwiceIsAnsweredOnceWithEverythingBelow()
    {
        const string query = "query($n:String!){licence(number:$n){number ...A enterprise{name}}} fragment A on ToyLicence{enterprise{district} number}";
        foreach (var number in new[] { "a", "b", "c" })
            Assert.Equal($$$$$"""{"data":{"licence":{"number":"{{{{{number}}}}}","enterprise":{"district":"西湖区","name":"某某食品有限公司"}}}}""", (await server.Post(query, new { n = number })).Body);
    }

    [Fact]
    public async Task LiteralsAndAliasesAreNotMixedUpBetweenRequests()
    {
        const string query = "query($n:String!){one:licence(number:\"first\"){number} two:licence(number:$n){number fee validTo isKey note classes}}";
        foreach (var number in new[] { "x", "y" })
            Assert.Equal($$$$"""{"data":{"one":{"number":"first"},"two":{"number":"{{{{number}}}}","fee":12.50,"validTo":"2029-01-01T00:00:00Z","isKey":true,"note":null,"classes":[1,2,3]}}}""", (await server.Post(query, new { n = number })).Body);
    }

    [Fact]
    public async Task EveryTextComesBackAsItWasSent()
    {
        foreach (var text in new[] { "双打", "😀", "\"quoted\" \\ / <b>&amp;", "line\nline\r\t", "\u2028\u007f" })
        {
            var answer = await server.Post("query($t:String){echo(text:$t)}", new { t = text });
            Assert.Equal(text, answer.Json.GetProperty("data").GetProperty("echo").GetString());
        }
    }

    [Fact]
    public async Task TextsAreInEnglishForWhoPrefersEnglish()
    {
        Assert.Equal("The body must be a JSON object", (await server.PostJson("3", language: "en-GB,en;q=0.9,zh;q=0.5")).Message);
        Assert.Equal("请求体须为JSON对象", (await server.PostJson("3", language: "zh-CN,en;q=0.5")).Message);
        Assert.Equal("请求体须为JSON对象", (await server.PostJson("3", language: "fr")).Message);
        Assert.Equal("请求体须为JSON对象", (await server.PostJson("3")).Message);
    }

    [Fact]
    public async Task ABodyInPiecesIsRead()
    {
        var content = new StreamContent(new Pieces(Encoding.UTF8.GetBytes("""{"query":"query($t:String){echo(text:$t)}","variables":{"t":"双打行动"}}""")));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await server.Send(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content });
        Assert.Equal("""{"data":{"echo":"双打行动"}}""", answer.Body);
    }

    private sealed class Pieces(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}
