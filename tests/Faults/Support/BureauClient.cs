using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace ShuangDa.Tests.Faults.Support;

/// <summary>A client of the API, as a bureau's own program would be one: it sends what it has to say and looks at the whole answer.</summary>
internal sealed class BureauClient : IDisposable
{
    private readonly HttpClient _http;

    private BureauClient(HttpClient http, string token)
    {
        _http = http;
        Token = token;
    }

    public string Token { get; }

    public HttpClient Http => _http;

    public static async Task<BureauClient> SignInAsync(string url, string user, string password)
    {
        var http = Open(url);
        using var answer = await http.PostAsJsonAsync("/auth/sign-in", new { userName = user, password }, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        using var signedIn = JsonDocument.Parse(text);
        return Holding(http, signedIn.RootElement.GetProperty("accessToken").GetString()!);
    }

    /// <summary>The head of a section, who also inspects: the administrator, who makes the account, decides nothing of the trade.</summary>
    public static async Task<BureauClient> SignInAsHeadAsync(string url)
    {
        const string password = "fault-head-7";
        using var admin = await SignInAsync(url, "admin", Operations.ShuangDaProcess.AdminPassword);
        var input = new
        {
            userName = "fault.head",
            displayName = "某科长",
            roles = new[] { "OFFICER", "SECTION_HEAD" },
            section = "INSPECTION",
            password,
            mustChangePassword = false,
        };
        var made = await admin.DoAsync("createUser", input, "user { userName }");
        Assert.True(made.IsDone, made.ToString());
        return await SignInAsync(url, "fault.head", password);
    }

    /// <summary>A client that has signed in before, perhaps at a server that is gone.</summary>
    public static BureauClient With(string url, string token) => Holding(Open(url), token);

    /// <summary>Sends a document.</summary>
    /// <exception cref="HttpRequestException">The server could not be reached, or went away.</exception>
    public async Task<Answer> SendAsync(string query, object? variables = null)
    {
        using var answer = await _http.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Answer.Of(answer, text);
    }

    /// <summary>Gives a command by its mutation.</summary>
    public Task<Answer> DoAsync(string mutation, object input, string selection) =>
        SendAsync($"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ done: {mutation}(input: $input) {{ {selection} errors {{ __typename ... on Error {{ code message }} ... on VersionConflictError {{ expected actual }} }} }} }}", new { input });

    public void Dispose() => _http.Dispose();

    private static HttpClient Open(string url) => new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri(url) };

    private static BureauClient Holding(HttpClient http, string token)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/graphql-response+json");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return new BureauClient(http, token);
    }
}

/// <summary>An answer of the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code of the first entry of <c>errors</c>, or null.</param>
/// <param name="RetryAfter">When to come again, or null.</param>
/// <param name="Data">The data, undefined where there is none.</param>
/// <param name="Text">All of it.</param>
internal sealed record Answer(HttpStatusCode Status, string? Code, TimeSpan? RetryAfter, JsonElement Data, string Text)
{
    /// <summary>What the mutation that was sent answered with.</summary>
    public JsonElement Done => Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("done", out var done) ? done : default;

    /// <summary>The typed error of the mutation, undefined where there is none.</summary>
    public JsonElement Refusal => Done is { ValueKind: JsonValueKind.Object } done && done.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0] : default;

    /// <summary>Whether the command was done, now or before.</summary>
    public bool IsDone => Code is null && Done.ValueKind == JsonValueKind.Object && Refusal.ValueKind == JsonValueKind.Undefined;

    public static Answer Of(HttpResponseMessage answer, string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement.Clone();
        var code = root.TryGetProperty("errors", out var errors) && errors[0].TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var named) ? named.GetString() : null;
        return new Answer(answer.StatusCode, code, answer.Headers.RetryAfter?.Delta, root.TryGetProperty("data", out var data) ? data : default, text);
    }

    public override string ToString() => $"{(int)Status} {Text}";
}
