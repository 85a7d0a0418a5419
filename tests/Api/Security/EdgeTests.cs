using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>What every answer has, and whose a request is that comes through a proxy.</summary>
public sealed class EdgeTests(Support.SharedServer shared) : ApiTest(shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/nothing.here")]
    [InlineData("/favicon.ico")]
    [InlineData("/robots.txt")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/graphql")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql/graphiql/nothing.js")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    [InlineData("/imports/0190b5a4-0000-7000-8000-000000000001")]
    [InlineData("/imports/nothing")]
    [InlineData("/attachments")]
    [InlineData("/attachments/nothing")]
    [InlineData("/auth/sign-in")]
    public async Task Every_answer_forbids_guessing_and_framing_and_says_how_long_it_may_be_kept(string path)
    {
        using var http = await ClientAsync();
        using var answer = await http.GetAsync(path);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.CacheControl);
        Assert.True(
            answer.Headers.CacheControl is { NoStore: true } or { NoCache: true } or { Public: true },
            answer.Headers.CacheControl.ToString());
    }

    /// <summary>An officer takes photos and says where; no other answer may use anything of a device.</summary>
    [Theory]
    [InlineData("/", "self")]
    [InlineData("/inspections/mine", "self")]
    [InlineData("/favicon.ico", "")]
    [InlineData("/graphql", "")]
    [InlineData("/attachments/nothing", "")]
    public async Task Only_the_page_may_ask_for_the_camera_and_the_place(string path, string whose)
    {
        using var http = await ClientAsync();
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await http.SendAsync(asked);
        Assert.Equal(
            $"camera=({whose}), geolocation=({whose}), microphone=(), payment=(), usb=()",
            Header(answer, "Permissions-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/favicon.ico")]
    [InlineData("/robots.txt")]
    [InlineData("/health/live")]
    [InlineData("/attachments")]
    [InlineData("/imports/0190b5a4-0000-7000-8000-000000000001")]
    public async Task A_head_is_answered_as_the_get_without_its_body(string path)
    {
        using var http = await ClientAsync();
        using var whole = await http.GetAsync(path);
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await http.SendAsync(asked);

        Assert.Equal((whole.StatusCode, whole.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    [InlineData("/icon-192.png", "image/png")]
    [InlineData("/icon-512.png", "image/png")]
    [InlineData("/icon-maskable.png", "image/png")]
    public async Task What_browsers_and_robots_ask_for_by_themselves_is_there_for_everybody(string path, string type)
    {
        using var http = new HttpClient { BaseAddress = Api.Http.BaseAddress };
        using var answer = await http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8, ::1, 127.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData(null, false)]
    public async Task A_proxy_is_believed_where_it_is_named_and_nobody_else(string? trusted, bool believed)
    {
        await using var server = await SecurityServer.StartAsync(settings:
            ["--Authentication:FailuresPerMinute=2", .. trusted is null ? [] : new[] { $"--Proxies:Trusted={trusted}" }]);
        using var signedIn = await SignInAsync(server, "admin", SecurityServer.AdminPassword, "203.0.113.1", "https");
        Assert.Equal(believed, signedIn.Headers.GetValues("Set-Cookie").Single().Contains("; secure", StringComparison.OrdinalIgnoreCase));

        for (var at = 0; at < 2; at++)
        {
            (await SignInAsync(server, $"name{at}", "not-the-password", "203.0.113.7", "https")).Dispose();
        }

        using var same = await SignInAsync(server, "name2", "not-the-password", "203.0.113.7", "https");
        using var other = await SignInAsync(server, "name3", "not-the-password", "203.0.113.8", "https");
        Assert.Equal(HttpStatusCode.TooManyRequests, same.StatusCode);
        Assert.Equal(believed ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, other.StatusCode);
    }

    [Fact]
    public async Task The_framework_s_switch_that_believes_everybody_means_nothing()
    {
        // As ASPNETCORE_FORWARDEDHEADERS_ENABLED in the environment comes to the configuration.
        await using var server = await SecurityServer.StartAsync(settings:
            ["--Authentication:FailuresPerMinute=2", "--ForwardedHeaders_Enabled=true"]);
        using var signedIn = await SignInAsync(server, "admin", SecurityServer.AdminPassword, "203.0.113.1", "https");
        Assert.DoesNotContain("; secure", signedIn.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        for (var at = 0; at < 3; at++)
        {
            using var wrong = await SignInAsync(server, $"name{at}", "not-the-password", $"203.0.113.{at}", "https");
            Assert.Equal(at < 2 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, wrong.StatusCode);
        }
    }

    [Fact]
    public async Task An_asset_that_is_there_no_longer_is_not_found_and_nobody_is_asked_to_sign_in_for_it()
    {
        using var http = new HttpClient { BaseAddress = Api.Http.BaseAddress };
        using var answer = await http.GetAsync("/assets/index-0000.js");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0.1", "br")]
    [InlineData("br;q=0", null)]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", null)]
    public async Task A_form_that_the_browser_does_not_take_is_not_sent(string? accepted, string? sent)
    {
        using var http = new HttpClient { BaseAddress = Api.Http.BaseAddress };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/");
        asked.Headers.Accept.ParseAdd("text/html");
        using var page = await http.SendAsync(asked);
        var script = System.Text.RegularExpressions.Regex.Match(
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "/assets/[^\"]+\\.js").Value;
        Assert.SkipWhen(script.Length == 0, "The dashboard was not built.");
        using var get = new HttpRequestMessage(HttpMethod.Get, script);
        if (accepted is not null)
        {
            get.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        using var answer = await http.SendAsync(get);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task Asking_for_an_import_that_nobody_made_wakes_no_grain()
    {
        var woken = new List<string>();
        await using var server = await SecurityServer.StartAsync(customise: builder =>
             builder.Services.AddSingleton<IIncomingGrainCallFilter>(new Woken(woken)));
        await server.AccountAsync("zhang.san");
        using var http = server.Client(await server.TokenAsync("zhang.san", SecurityServer.Secret));
        for (var at = 0; at < 5; at++)
        {
            using var answer = await http.GetAsync($"/imports/{Guid.NewGuid()}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Contains("account", woken);
        Assert.DoesNotContain("import", woken);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var http = new HttpClient { BaseAddress = Api.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await Api.As(Roles.Officer)).Token);
        return http;
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    private static async Task<HttpResponseMessage> SignInAsync(
        SecurityServer server, string userName, string password, string from, string scheme)
    {
        using var client = server.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return await client.PostAsJsonAsync("/auth/sign-in", new { userName, password });
    }

    private sealed class Woken(List<string> woken) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            lock (woken)
            {
                woken.Add(context.TargetId.Type.ToString()!);
            }

            return context.Invoke();
        }
    }
}
