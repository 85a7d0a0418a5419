using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>What single requests are answered. None of them changes what another one sees, so one server answers them all.</summary>
public sealed class OneRequestTests(OneRequestTests.Shared shared) : IClassFixture<OneRequestTests.Shared>
{
    private readonly SecurityServer _server = shared.Server;

    public static TheoryData<string, string, HttpStatusCode> CookieRequests => new()
    {
        { "POST", "", HttpStatusCode.Unauthorized },
        { "POST", "X-ShuangDa: 1", HttpStatusCode.OK },
        { "POST", "Sec-Fetch-Site: same-origin", HttpStatusCode.OK },
        { "POST", "Sec-Fetch-Site: same-site", HttpStatusCode.Unauthorized },
        { "POST", "Sec-Fetch-Site: cross-site", HttpStatusCode.Unauthorized },
        { "POST", "Sec-Fetch-Site: none", HttpStatusCode.Unauthorized },
        { "POST", "Origin: {self}", HttpStatusCode.OK },
        { "POST", "Origin: https://evil.example", HttpStatusCode.Unauthorized },
        { "POST", "Origin: null", HttpStatusCode.Unauthorized },
        { "GET", "", HttpStatusCode.OK },
        { "GET", "Sec-Fetch-Site: none", HttpStatusCode.OK },
        { "GET", "Sec-Fetch-Site: cross-site", HttpStatusCode.Unauthorized },
        { "GET", "Origin: https://evil.example", HttpStatusCode.Unauthorized },
    };

    [Theory]
    [MemberData(nameof(CookieRequests))]
    public async Task A_cookie_counts_only_on_requests_of_our_own_pages(string method, string header, HttpStatusCode status)
    {
        using var signedIn = await _server.SignInAsync("admin", SecurityServer.AdminPassword);
        using var client = _server.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/probe");
        request.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        if (header.Split(": ") is [var name, var value])
        {
            request.Headers.Add(name, value.Replace("{self}", _server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        }

        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("{\"userName\":\"admin\"}", "application/json")]
    [InlineData("{\"userName\":1,\"password\":2}", "application/json")]
    [InlineData("{\"userName\":\"admin\",\"password\":\"\\ud800\"}", "application/json")]
    [InlineData("userName=admin&password=x", "application/x-www-form-urlencoded")]
    [InlineData("{\"userName\":\"admin\",\"password\":\"first-steward-password\"}", "text/plain")]
    public async Task What_is_no_sign_in_is_refused(string body, string type)
    {
        using var client = _server.Client();
        using var answer = await client.PostAsync("/auth/sign-in", new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BAD_REQUEST", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{ users { totalCount } }")]
    [InlineData("""{ user(userName: "admin") { userName } }""")]
    [InlineData("""mutation { unlockUser(input: { userName: "admin" }) { user { userName } } }""")]
    [InlineData("""mutation { setUserPassword(input: { userName: "admin", password: "mine-from-now-on" }) { user { userName } } }""")]
    [InlineData("{ me { ...Standing } } fragment Standing on User { lockedUntil }")]
    public async Task An_officer_has_no_business_with_accounts(string document)
    {
        var officer = shared.Officer;
        var (status, body) = await _server.AskAsync(officer, document);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("FORBIDDEN", body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object);
        await _server.TokenAsync("admin", SecurityServer.AdminPassword);
    }

    [Theory]
    [InlineData("{ deadlines(first: 1) { totalCount } }", false)]
    [InlineData("""{ enterprise(creditCode: "91310118631656145F") { riskLevel } }""", false)]
    [InlineData("""{ licence(number: "XK18-978-00001") { deadlines { dueAt } } }""", false)]
    [InlineData("""{ licence(number: "XK18-978-00001") { number validTo enterprise { name } } }""", true)]
    [InlineData("{ journal(first: 5) { nodes { kind } } }", true)]
    [InlineData("{ enterprises(where: { riskLevel: { eq: HIGH } }) { totalCount } }", false)]
    [InlineData("{ enterprises(where: { or: [{ name: { eq: \"x\" } }, { and: [{ riskLevel: { eq: HIGH } }] }] }) { totalCount } }", false)]
    [InlineData("{ licences(order: [{ mustApplyBy: ASC }]) { totalCount } }", false)]
    [InlineData("{ licences(where: { validTo: { lt: \"2027-01-01\" } }, order: [{ validTo: DESC }]) { totalCount } }", true)]
    public async Task A_liaison_officer_sees_the_registers_and_what_the_own_agency_did(string document, bool may)
    {
        var liaison = shared.Liaison;
        var (status, body) = await _server.AskAsync(liaison, document);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
        if (document.Contains("journal", StringComparison.Ordinal))
        {
            Assert.Equal(0, body.GetProperty("data").GetProperty("journal").GetProperty("nodes").GetArrayLength());
        }
    }

    /// <summary>The server, and people who are signed in.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public SecurityServer Server { get; private set; } = null!;

        public string Officer { get; private set; } = "";

        public string Liaison { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Server = await SecurityServer.StartAsync();
            Officer = await Server.TokenAsync(await Server.AccountAsync("zhang.san"), SecurityServer.Secret);
            Liaison = await Server.TokenAsync(await Server.AccountAsync("liu.wu", Roles.Liaison), SecurityServer.Secret);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
