using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Support;

/// <summary>A GraphQL client of a few lines.</summary>
/// <param name="http">The connection.</param>
/// <param name="token">Who is signed in, or null for nobody.</param>
public sealed class ApiClient(HttpClient http, string? token)
{
    public string? Token => token;

    /// <summary>Sends an operation with its variables.</summary>
    public Task<Answer> Ask(string query, object? variables = null, string? language = null) =>
        SendJson(JsonSerializer.Serialize(new { query, variables }), language);

    /// <summary>Sends a body as it is.</summary>
    public Task<Answer> SendJson(string body, string? language = null) => SendBytes(Encoding.UTF8.GetBytes(body), language);

    /// <summary>Sends a body as it is.</summary>
    public async Task<Answer> SendBytes(byte[] body, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return await Send(request);
    }

    /// <summary>Sends any request, with the token.</summary>
    public async Task<Answer> Send(HttpRequestMessage request)
    {
        SignedIn(request);
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Gives a mutation's command and returns its payload, which must not be a top-level error.</summary>
    public async Task<JsonElement> Do(string mutation, object input, string fields = "", string? language = null)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var answer = await Ask($"mutation($input:{type}!){{{mutation}(input:$input){{{fields} errors{{__typename ...on Error{{code message}}}}}}}}", new { input }, language);
        return answer.Data().GetProperty(mutation);
    }

    /// <summary>Opens a subscription; it stands when this returns.</summary>
    public async Task<EventStream> Watch(string query, object? variables = null, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        SignedIn(request);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await Explain(response));
        return new EventStream(response, await response.Content.ReadAsStreamAsync());
    }

    private static async Task<string> Explain(HttpResponseMessage response) => response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync();

    private void SignedIn(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}

/// <summary>What a subscription sends.</summary>
public sealed class EventStream(HttpResponseMessage response, Stream body) : IDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> _events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();

    /// <summary>The next event: its id, and what it holds.</summary>
    public async Task<(string Kind, string? Id, JsonElement Data)> Next()
    {
        Assert.True(await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)), "The stream has ended.");
        return (_events.Current.EventType, _events.Current.EventId, JsonDocument.Parse(_events.Current.Data).RootElement);
    }

    /// <summary>The next notice of the subscription's field.</summary>
    public async Task<(string? Id, JsonElement Notice)> Next(string field)
    {
        var (kind, id, data) = await Next();
        Assert.True(kind == "next" && data.TryGetProperty("data", out _), $"{kind} {data}");
        return (id, data.GetProperty("data").GetProperty(field));
    }

    /// <summary>Whether the stream is over.</summary>
    public async Task<bool> Ended() => !await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public void Dispose() => response.Dispose();
}

/// <summary>What tests ask of an answer.</summary>
public static class Answers
{
    /// <summary>The data of an answer without errors.</summary>
    public static JsonElement Data(this Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK && !answer.Json.TryGetProperty("errors", out _), answer.Body);
        return answer.Json.GetProperty("data");
    }

    /// <summary>A value deep in an answer, by the names on the way; numbers are places in a list.</summary>
    public static JsonElement At(this JsonElement json, string path) => path.Split('.').Aggregate(json, (at, step) => int.TryParse(step, out var index) ? at[index] : at.GetProperty(step));

    /// <summary>A text deep in an answer; null where null is.</summary>
    public static string? Text(this JsonElement json, string path) => json.At(path) is var at && at.ValueKind == JsonValueKind.String ? at.GetString() : at.ValueKind == JsonValueKind.Null ? null : at.GetRawText();

    /// <summary>A text of each in a list.</summary>
    public static IReadOnlyList<string?> Texts(this JsonElement json, string list, string path) => [.. json.At(list).EnumerateArray().Select(item => item.Text(path))];

    /// <summary>The one error of a payload, as <c>Type CODE</c>; empty when there is none.</summary>
    public static string Refusal(this JsonElement payload) => payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
        ? string.Join(", ", errors.EnumerateArray().Select(error => $"{error.Text("__typename")} {error.Text("code")}"))
        : "";
}
