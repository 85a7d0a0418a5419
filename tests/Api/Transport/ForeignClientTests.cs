using ShuangDa.Tests.Api.Audit;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class ForeignClientTests
{
    [Fact]
    public async Task EveryAuditOfGraphQLHttpPasses()
    {
        // The audits read __type, which outside Development only signed-in users may.
        await using var server = await ToyServer.Start(options => options.OpenSchema = true);
        var audits = await NodeScripts.Audit(server.Endpoint);
        Assert.True(audits.Count > 50, $"Only {audits.Count} audits ran.");
        Assert.DoesNotContain(audits, audit => audit.Status != "ok");
    }

    [Fact]
    public async Task TheClientOfGraphQLSseReceivesNotices()
    {
        await using var server = await ToyServer.Start();
        var lines = new List<string>();
        await foreach (var line in NodeScripts.Subscribe(server.Endpoint, 2, "subscription{changed{number}}"))
        {
            lines.Add(line);
            if (line == "open")
            {
                await server.Feed.WhenSubscribers(1);
                server.Feed.Send(7);
                server.Feed.Send(8);
            }
        }
        Assert.Equal(["open", """{"data":{"changed":{"number":7}}}""", """{"data":{"changed":{"number":8}}}"""], lines);
    }

    [Fact]
    public async Task TheClientOfGraphQLSseSeesAStreamComplete()
    {
        await using var server = await ToyServer.Start();
        var lines = new List<string>();
        await foreach (var line in NodeScripts.Subscribe(server.Endpoint, 2, "subscription{changed{number}}"))
        {
            lines.Add(line);
            if (line == "open")
            {
                await server.Feed.WhenSubscribers(1);
                server.Feed.End();
            }
        }
        Assert.Equal(["open", "complete"], lines);
    }

    [Fact]
    public async Task GraphiQLIsServedFromTheProgramItself()
    {
        await using var server = await ToyServer.Start();
        var page = await server.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql"), "text/html");
        if (page.Body.Contains("Node.js", StringComparison.Ordinal))
        {
            Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
            Assert.Skip("GraphiQL was not built, because Node.js or npm's packages were missing.");
        }
        Assert.Contains("src=\"/graphql/graphiql/graphiql.js\"", page.Body, StringComparison.Ordinal);
        var script = await server.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql/graphiql/graphiql.js"));
        Assert.Equal("text/javascript; charset=utf-8", script.MediaType);
        Assert.True(script.Body.Length > 100_000);
        Assert.Equal("text/css; charset=utf-8", (await server.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql/graphiql/graphiql.css"))).MediaType);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await server.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql/graphiql/other.js"))).Status);
    }
}
