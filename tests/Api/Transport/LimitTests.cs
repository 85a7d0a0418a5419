using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class LimitTests : IAsyncLifetime
{
    private const string Introspection = """
        query IntrospectionQuery { __schema { queryType { name kind } mutationType { name kind } subscriptionType { name kind }
          types { ...FullType } directives { name description locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    private ToyServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await ToyServer.Start(options => options.OpenSchema = true);
        await server.Post("{hello}");
        await server.Post("{nothing}");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public static TheoryData<string, string> TooMuch => new()
    {
        { "DOCUMENT_BYTES", new string('[', 100_000) },
        { "DOCUMENT_BYTES", $"{{{string.Concat(Enumerable.Range(0, 10_000).Select(index => $"a{index}:hello "))}}}" },
        { "DOCUMENT_BYTES", $"{{hello}}#{new string('x', 32 * 1024)}" },
        { "TOKENS", $"{{{string.Concat(Enumerable.Repeat("hello ", 2_000))}}}" },
        { "TOKENS", new string('[', 2_001) },
        { "TOKENS", new string('{', 20_000) },
        { "DEPTH", $"{{echo(text:{new string('[', 900)}{new string(']', 900)})}}" },
        { "DEPTH", $"{string.Concat(Enumerable.Repeat("{a", 50))}{new string('}', 50)}" },
        { "DEPTH", $"{string.Concat(Enumerable.Repeat("{a", 300))}{new string('}', 300)}" },
        { "DEPTH", $"{{licence(number:\"\"){{enterprise{{licences{{nodes{{enterprise{{licences{{nodes{{enterprise{{licences{{nodes{{enterprise{{licences{{totalCount}}}}}}}}}}}}}}}}}}}}}}}}}}" },
        { "ALIASES", $"{{{string.Concat(Enumerable.Range(0, 31).Select(index => $"a{index}:hello "))}}}" },
        { "COST", "{licence(number:\"\"){enterprise{licences(first:200){nodes{enterprise{licences(first:200){nodes{number}}}}}}}}" },
        { "COST", "{licences(first:2147483647){nodes{number}}}" },
        { "COST", "{licences(first:1000,last:1){nodes{number version kind status enterprise{name} history{nodes{number}}}}}" },
        { "FRAGMENTS", $"{{...F0}}{string.Concat(Enumerable.Range(0, 180).Select(index => $" fragment F{index} on ToyQuery{{...F{index + 1}}}"))} fragment F180 on ToyQuery{{hello}}" },
        { "REPEATS", $"{{{string.Concat(Enumerable.Repeat("hello ", 1_900))}}}" },
        { "REPEATS", $"{{{string.Concat(Enumerable.Repeat("...F ", 300))}}} fragment F on ToyQuery{{hello}}" },
        // Thirty fragments, each spreading the next one twice: a thousand million fields.
        { "REPEATS", $"{{...F0}}{string.Concat(Enumerable.Range(0, 30).Select(index => $" fragment F{index} on ToyQuery{{...F{index + 1} ...F{index + 1}}}"))} fragment F30 on ToyQuery{{hello}}" },
        { "COST", "{a:__schema{description} b:__schema{description} c:__schema{description} d:__schema{description} e:__schema{description} f:__schema{description}}" },
        { "INTROSPECTION_DEPTH", "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}" },
        { "INTROSPECTION_DEPTH", $"{{__type(name:\"x\"){string.Concat(Enumerable.Repeat("{ofType", 21))}{{name}}{new string('}', 21)}}}" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task TooMuchIsRefusedQuicklyAndTheNextRequestWorks(string limit, string query)
    {
        var watch = Stopwatch.StartNew();
        var answer = await server.Post(query);
        watch.Stop();
        Assert.Equal("LIMIT_EXCEEDED", answer.Code);
        Assert.Equal(limit, answer.Limit);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.True(watch.ElapsedMilliseconds < 2_000, $"It took {watch.ElapsedMilliseconds} ms.");
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{hello}")).Status);
    }

    [Fact]
    public async Task LimitsAnswer4xxInTheOldFormToo() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Post("{licences(first:1000000){nodes{number}}}", accept: "application/json")).Status);

    [Fact]
    public async Task WhatIsJustAllowedIsAllowed()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Post($"{{{string.Concat(Enumerable.Range(0, 30).Select(index => $"a{index}:hello "))}}}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{licence(number:\"\"){enterprise{licences{nodes{enterprise{licences(first:1){nodes{enterprise{licences(first:1){nodes{number}}}}}}}}}}}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{licences(first:200){nodes{number version kind status validFrom validTo issuedBy enterprise{name district address creditCode}}}}")).Status);
    }

    [Fact]
    public async Task TheUsualIntrospectionIsAllowed()
    {
        var answer = await server.Post(Introspection);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.False(answer.Json.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task TheCostIsThatOfTheVariablesOfEachRequest()
    {
        const string query = "query($n:Int){licences(first:$n){nodes{number enterprise{name licences(first:$n){nodes{number}}}}}}";
        Assert.Equal(HttpStatusCode.OK, (await server.Post(query, new { n = 10 })).Status);
        Assert.Equal("COST", (await server.Post(query, new { n = 200 })).Limit);
        Assert.Equal(HttpStatusCode.OK, (await server.Post(query, new { n = 10 })).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Post(query, new { })).Status);
    }

    [Fact]
    public async Task FieldsThatMightConflictAreComparedInTime()
    {
        // As many comparisons as the limits let pass: each name as often as it may stand, until the tokens are used up.
        string[] names = ["hello", "__typename", "secret{text}", "licences{totalCount}"];
        var fields = string.Concat(names.Select(name => string.Concat(Enumerable.Repeat($"{name} ", 50))));
        var nested = $"licence(number:\"\"){{{string.Concat(Enumerable.Repeat("enterprise{name district address creditCode businessScope riskLevel standing} ", 50))}}}";
        var watch = Stopwatch.StartNew();
        var answer = await server.Post($"{{{fields} {nested}}}");
        Assert.True(watch.ElapsedMilliseconds < 2_000, $"It took {watch.ElapsedMilliseconds} ms: {answer.Status}.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABodyThatIsTooLargeIsRefusedBeforeItIsAllRead(bool declared)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port);
        var stream = tcp.GetStream();
        var head = $"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{(declared ? "Content-Length: 5242880" : "Transfer-Encoding: chunked")}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        if (!declared)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{2 * 1024 * 1024:x}\r\n"));
            // A byte more than is allowed, and far less than was announced.
            await stream.WriteAsync(new byte[1024 * 1024 + 1]);
        }
        var answer = new byte[4096];
        var length = await stream.ReadAsync(answer);
        var text = Encoding.UTF8.GetString(answer, 0, length);
        Assert.StartsWith("HTTP/1.1 413 ", text, StringComparison.Ordinal);
        Assert.Contains("LIMIT_EXCEEDED", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyThatIsNotHttpIsTheCallersFault()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port);
        var stream = tcp.GetStream();
        await stream.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n"u8.ToArray());
        var answer = new byte[4096];
        var text = Encoding.UTF8.GetString(answer, 0, await stream.ReadAsync(answer));
        Assert.StartsWith("HTTP/1.1 400 ", text, StringComparison.Ordinal);
        Assert.Contains("BAD_REQUEST", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveMebibytesAre413()
    {
        var answer = await server.PostJson($$$$"""{"query":"{hello}","variables":{"x":"{{{{new string('x', 5 * 1024 * 1024)}}}}"}}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("BODY_BYTES", answer.Limit);
    }

    [Fact]
    public async Task VariablesNestedTooDeeplyAreRefused()
    {
        Assert.Equal("VARIABLE_DEPTH", (await server.PostJson($$$$"""{"query":"{hello}","variables":{"x":{{{{new string('[', 100_000)}}}}{{{{new string(']', 100_000)}}}}}}""")).Limit);
        Assert.Equal("VARIABLE_DEPTH", (await server.PostJson($$$$"""{"query":"{hello}","variables":{"x":{{{{new string('[', 40)}}}}{{{{new string(']', 40)}}}}}}""")).Limit);
        Assert.Equal("BAD_REQUEST", (await server.PostJson(string.Concat(Enumerable.Repeat("{\"x\":", 100_000)))).Code);
        Assert.Equal("BAD_REQUEST", (await server.PostJson($$"""{"other":{{new string('[', 100_000)}}""")).Code);
    }

    [Fact]
    public async Task HugeVariablesAreRefusedOrReadInTime()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal("VARIABLE_VALUES", (await server.Post("query($n:[Int!]!){length(numbers:$n)}", new { n = new int[20_001] })).Limit);
        Assert.Equal("""{"data":{"length":19999}}""", (await server.Post("query($n:[Int!]!){length(numbers:$n)}", new { n = new int[19_999] })).Body);
        Assert.Equal("NUMBER_LENGTH", (await server.PostJson($$$$"""{"query":"query($n:Int!){double(number:$n)}","variables":{"n":{{{{new string('9', 900_000)}}}}}}""")).Limit);
        var echoed = await server.Post("query($n:Int!){double(number:$n)}", new { n = new string('x', 500_000) });
        Assert.Equal("INVALID_VARIABLE", echoed.Code);
        Assert.True(echoed.Body.Length < 2_000, "The answer repeats the whole value.");
        Assert.True(watch.ElapsedMilliseconds < 2_000, $"It took {watch.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public async Task AThousandMistakesMakeAShortAnswer()
    {
        var answer = await server.Post($"{{{string.Concat(Enumerable.Range(0, 1_500).Select(index => $"x{index} "))}}}");
        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.InRange(answer.Json.GetProperty("errors").GetArrayLength(), 1, 50);
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("hangsDeaf")]
    public async Task WhatTakesTooLongIsATimeout(string field)
    {
        await using var hasty = await ToyServer.Start(limits: limits => limits.Timeout = TimeSpan.FromMilliseconds(200));
        var answer = await hasty.Post($"{{{field}}}");
        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.Status);
        Assert.Equal("TIMEOUT", answer.Code);
        Assert.Equal(HttpStatusCode.OK, (await hasty.Post("{hello}")).Status);
    }

    [Fact]
    public async Task WhatGoesOnAfterItsTimeIsGivenNothingOfAnotherRequest()
    {
        var late = new ToyLatecomer();
        await using var hasty = await ToyServer.Start(
            limits: limits => limits.Timeout = TimeSpan.FromMilliseconds(200), services: services => services.AddSingleton(late));
        Assert.Equal("TIMEOUT", (await hasty.Post("{asksLate}")).Code);

        // The same connection serves the next caller, while the resolver of the one before goes on.
        Assert.Equal(HttpStatusCode.OK, (await hasty.Post("{hello}")).Status);
        late.MayGoOn.SetResult();
        Assert.IsAssignableFrom<OperationCanceledException>(await late.Met.Task);
    }

    [Fact]
    public async Task EveryLimitCanBeSet()
    {
        await using var strict = await ToyServer.Start(limits: limits => (limits.Aliases, limits.Depth, limits.Cost, limits.Tokens) = (1, 2, 10, 20));
        Assert.Equal("ALIASES", (await strict.Post("{a:hello b:hello}")).Limit);
        Assert.Equal("DEPTH", (await strict.Post("{licences{nodes{number}}}")).Limit);
        Assert.Equal("TOKENS", (await strict.Post("{hello hello hello hello hello hello hello hello hello hello hello hello hello hello hello hello hello hello hello}")).Limit);
    }

    [Fact]
    public async Task ALimitThatMakesNoSenseStopsTheStartAndNamesItsKey()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => ToyServer.Start(limits: limits => limits.Depth = 0));
        Assert.Contains("GraphQL:Limits:Depth", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMessageNamesTheLimitInBothLanguages()
    {
        Assert.Contains("5000", (await server.Post("{licences(first:1000000){nodes{number}}}")).Message, StringComparison.Ordinal);
        Assert.StartsWith("The operation costs", (await server.Post("{licences(first:1000000){nodes{number}}}", language: "en")).Message, StringComparison.Ordinal);
    }
}
