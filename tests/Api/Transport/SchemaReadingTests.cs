using System.Net;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class SchemaReadingTests
{
    [Theory]
    [InlineData("{__schema{queryType{name}}}")]
    [InlineData("{a:__type(name:\"ToyLicence\"){name}}")]
    [InlineData("{...F} fragment F on ToyQuery{__schema{queryType{name}}}")]
    [InlineData("{... on ToyQuery{__schema{queryType{name}}}}")]
    public async Task OutsideDevelopmentTheSchemaIsReadBySignedInUsersOnly(string query)
    {
        await using var server = await ToyServer.Start();
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Post(query, signedIn: "officer")).Status);
            Assert.Equal("UNAUTHENTICATED", (await server.Post(query)).Code);
        }
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{__typename}")).Status);
    }

    [Fact]
    public async Task InDevelopmentEverybodyReadsTheSchema()
    {
        await using var server = await ToyServer.Start(environment: "Development");
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{__schema{queryType{name}}}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql"))).Status);
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/schema.graphql")]
    public async Task TheSchemaIsServedAsText(string path)
    {
        await using var server = await ToyServer.Start();
        Assert.Equal("UNAUTHENTICATED", (await server.Send(new HttpRequestMessage(HttpMethod.Get, path))).Code);
        var answer = await server.Send(new HttpRequestMessage(HttpMethod.Get, path), signedIn: "officer");
        Assert.Equal("application/graphql; charset=utf-8", answer.MediaType);
        Assert.Contains("type ToyQuery {", answer.Body, StringComparison.Ordinal);
        Assert.Contains("licences(first: Int, last: Int): ToyLicenceToyConnection!", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrowserGetsAPageThatNeedsNoOtherHost()
    {
        await using var server = await ToyServer.Start();
        var page = await server.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql"), "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Assert.Equal("text/html; charset=utf-8", page.MediaType);
        Assert.Contains("GraphiQL", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page.Body, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", string.Join("", page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
