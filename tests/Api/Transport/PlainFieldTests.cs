using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

// Fields that are a value of their source are read without the engine. Nobody may see that by the answer.
public sealed partial class PlainFieldTests
{
    private const string Whole = "number kind status validFrom validTo fee isKey note classes enterprise { creditCode name }";

    [Theory]
    [InlineData($$"""{ licence(number: "A") { {{Whole}} history(first: 2) { totalCount nodes { number at user } } } }""")]
    [InlineData($$"""{ licences(first: 3) { totalCount nodes { {{Whole}} } } }""")]
    [InlineData("""{ licence(number: "A") { one: number two: number number enterprise { b: name } a: enterprise { name } } }""")]
    [InlineData("""{ licence(number: "A") { ...F number ...F } } fragment F on ToyLicence { number kind enterprise { name name } }""")]
    [InlineData("""query($x: Boolean = false) { licence(number: "A") { number @skip(if: $x) kind @include(if: $x) __typename } }""")]
    [InlineData("""{ licence(number: "A") { __typename number enterprise { __typename } } }""")]
    [InlineData("""{ broken { text optional { text failing } } }""")]
    [InlineData("""{ broken { text failing } }""")]
    [InlineData("""{ broken { text failingOptional optional { missing } } }""")]
    [InlineData("""{ broken { text missing } }""")]
    [InlineData("""{ broken { text several { text } } hello }""")]
    [InlineData("""{ broken { text several { text missing } } hello }""")]
    [InlineData("""{ broken { text optional { text optional { missing } } } hello }""")]
    public async Task AnAnswerIsTheSameAsTheEngineWouldMakeIt(string document)
    {
        await using var plain = await Start(isPlain: true);
        await using var engine = await Start(isPlain: false);
        // Twice: the second time everything about the document is known.
        for (var turn = 0; turn < 2; turn++)
        {
            var (answer, expected) = (await plain.Post(document), await engine.Post(document));
            Assert.NotEqual("VALIDATION_FAILED", expected.Code);
            Assert.Equal(expected.Status, answer.Status);
            Assert.Equal(WithoutTrace(expected.Body), WithoutTrace(answer.Body));
        }
    }

    [Fact]
    public async Task OnlyPropertiesThatAreScalarsArePlain()
    {
        await using var server = await Start(isPlain: true);
        var schema = server.Service<ISchema>();
        schema.Initialize();
        var fields = ((IObjectGraphType)schema.AllTypes["ToyLicence"]!).Fields;
        Assert.Equal(
            ["classes: no", "enterprise: no", "fee: yes", "history: no", "isKey: yes", "issuedBy: yes", "kind: yes", "note: yes", "number: yes", "numbered: no", "status: yes", "validFrom: yes", "validTo: yes", "version: yes"],
            fields.Select(field => $"{field.Name}: {(field.Resolver is PlainResolver ? "yes" : "no")}").Order(StringComparer.Ordinal));
    }

    private static Task<ToyServer> Start(bool isPlain) => ToyServer.Start(services: services =>
    {
        if (isPlain)
            services.AddGraphQL(graphql => graphql.AddSchemaVisitor<PlainFieldVisitor>());
    });

    private static string WithoutTrace(string body) => TraceId().Replace(body, "");

    // The number of a fault is its request's; it is that of the request's activity where any other test of the process watches activities.
    [GeneratedRegex("[0-9A-Z]{13}:[0-9A-F]{8}|[0-9a-f]{32}")]
    private static partial Regex TraceId();
}
