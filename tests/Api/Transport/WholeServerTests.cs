using System.Net;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Audit;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

// What ToyServer's tests show of the transport, once more of the whole server: clients that are not ours, and input that is no good.
public sealed class WholeServerTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task EveryAuditOfGraphQLHttpPasses()
    {
        var officer = await Api.As(Roles.Officer);
        var audits = await NodeScripts.Audit(Api.Endpoint, $"Bearer {officer.Token}");
        Assert.True(audits.Count > 50, $"Only {audits.Count} audits ran.");
        Assert.DoesNotContain(audits, audit => audit.Status != "ok");
    }

    [Fact]
    public async Task TheClientOfGraphQLSseIsToldWhatChanged()
    {
        var officer = await Api.As(Roles.Officer);
        var number = Api.NextLicenceNumber();
        var subject = JsonSerializer.Serialize(await IdOf(officer, await Api.LicenceAsync(number: number)));
        var notices = new List<string>();
        await foreach (var line in NodeScripts.Subscribe(Api.Endpoint, 1, $"subscription{{changed(subject:{subject}){{entry{{kind}}}}}}", $"Bearer {officer.Token}"))
        {
            notices.Add(line);
            if (line == "open")
                await (await Api.As(Roles.SectionHead)).Do("suspendLicence", new
                {
                    number,
                    until = "2026-06-30",
                    @case = "沪市监罚〔2026〕31号",
                    reason = "检查不合格",
                    basis = "条例第四十五条"
                }, "licence{status}");
        }
        Assert.Equal(["open", """{"data":{"changed":{"entry":{"kind":"licence.suspended"}}}}"""], notices);
    }

    [Theory]
    [InlineData("{licence(number:7){number}}", "VALIDATION_FAILED")]
    [InlineData("{...__schema} fragment __schema on Query{__typename}", "VALIDATION_FAILED")]
    [InlineData("{...A} fragment A on Query{...A}", "VALIDATION_FAILED")]
    [InlineData("{licences(first:200){nodes{enterprise{licences(first:200){nodes{number}}}}}}", "LIMIT_EXCEEDED")]
    public async Task BadDocumentsAreAnsweredWithTheirCode(string query, string code)
    {
        var officer = await Api.As(Roles.Officer);
        var answer = await officer.Ask(query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(code, answer.Code);
        Assert.Equal("Query", (await officer.Ask("{__typename}")).Json.GetProperty("data").GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task TheHitsOfTheCacheOfDocumentsAreAmongTheMetrics()
    {
        var officer = await Api.As(Roles.Officer);
        await officer.Ask("{__typename}");
        await officer.Ask("{__typename}");

        var metrics = await Api.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("""(?m)^shuangda_graphql_documents_total\{.*cache="hit".*source="text".*\} [1-9]""", metrics);
    }

    [Fact]
    public async Task AForgedTokenIsNobodys()
    {
        var officer = await Api.As(Roles.Officer);
        var forged = $"{officer.Token![..^4]}AAAA";
        Assert.Equal("UNAUTHENTICATED", (await new ApiClient(Api.Http, forged).Ask("{__typename}")).Code);
        Assert.Equal("UNAUTHENTICATED", (await new ApiClient(Api.Http, "nonsense").Ask("{__typename}")).Code);
        Assert.Equal("UNAUTHENTICATED", (await Api.Anonymous().Ask("{__typename}")).Code);
    }

    private static async Task<string> IdOf(ApiClient client, string number) =>
        (await client.Ask("query($n:String!){licence(number:$n){id}}", new { n = number })).Json.GetProperty("data").GetProperty("licence").GetProperty("id").GetString()!;
}
