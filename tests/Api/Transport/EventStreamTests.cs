using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class EventStreamTests
{
    private const string Changed = "subscription{changed{number}}";

    [Fact]
    public async Task NoticesComeAsTheyHappenWithTheirIdsAndEndWithComplete()
    {
        await using var server = await ToyServer.Start();
        using var stream = await Subscription.Open(server, Changed);
        Assert.Equal("text/event-stream; charset=utf-8", stream.MediaType);
        await server.Feed.WhenSubscribers(1);
        server.Feed.Send(1);
        server.Feed.Send(2);
        Assert.Equal(("next", "1", """{"data":{"changed":{"number":1}}}"""), await stream.Next());
        Assert.Equal(("next", "2", """{"data":{"changed":{"number":2}}}"""), await stream.Next());
        server.Feed.End();
        Assert.Equal("complete", (await stream.Next()).Event);
        Assert.True(await stream.Ended());
    }

    [Fact]
    public async Task ASubscriberResumesAfterTheLastEventItSaw()
    {
        await using var server = await ToyServer.Start();
        using var stream = await Subscription.Open(server, Changed, lastEventId: "41");
        Assert.Equal(("next", "42", """{"data":{"changed":{"number":42}}}"""), await stream.Next());
    }

    [Fact]
    public async Task ASubscriptionCanBeOpenedWithGet()
    {
        await using var server = await ToyServer.Start();
        using var stream = await Subscription.Open(server, new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(Changed)}"));
        await server.Feed.WhenSubscribers(1);
        server.Feed.Send(5);
        Assert.Equal("5", (await stream.Next()).Id);
    }

    [Fact]
    public async Task TheSourceIsLetGoWhenTheClientGoes()
    {
        await using var server = await ToyServer.Start();
        var stream = await Subscription.Open(server, Changed);
        await server.Feed.WhenSubscribers(1);
        stream.Dispose();
        await server.Feed.WhenSubscribers(0).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task StreamsAreCompletedWhenTheServerStops()
    {
        await using var server = await ToyServer.Start();
        using var stream = await Subscription.Open(server, "subscription{never{number}}");
        var stopping = server.Stop();
        Assert.Equal("complete", (await stream.Next()).Event);
        Assert.True(await stream.Ended());
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task AStreamEndsWithTheSessionOfItsCaller()
    {
        using var session = new CancellationTokenSource();
        await using var server = await ToyServer.Start(services: services => services.AddSingleton<ISessionLifetime>(new OneSession(session.Token)));
        using var stream = await Subscription.Open(server, Changed);
        await server.Feed.WhenSubscribers(1);
        await session.CancelAsync();
        server.Feed.Send(1);
        var last = await stream.Next();
        Assert.Equal("next", last.Event);
        Assert.Equal("UNAUTHENTICATED", JsonDocument.Parse(last.Data).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("complete", (await stream.Next()).Event);
        Assert.True(await stream.Ended());
        await server.Feed.WhenSubscribers(0).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task AnIdleStreamIsKeptAlive()
    {
        await using var server = await ToyServer.Start(limits: limits => limits.KeepAlive = TimeSpan.FromMilliseconds(50));
        using var response = await Subscription.Respond(server, Subscription.Request("subscription{never{number}}", null));
        await using var body = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(body);
        for (var comments = 0; comments < 3;)
            comments += await reader.ReadLineAsync() == ":" ? 1 : 0;
    }

    [Fact]
    public async Task ASubscriberThatIsTooSlowIsToldAndResumes()
    {
        await using var server = await ToyServer.Start(limits: limits => limits.StreamBacklog = 3);
        using var stream = await Subscription.Open(server, Changed);
        await server.Feed.WhenSubscribers(1);
        // More at once than may wait; the reader has taken nothing yet, and the transport can only send what the connection takes.
        for (var number = 1; number <= 100_000 && server.Feed.Subscribers == 1; number++)
            server.Feed.Send(number);
        await server.Feed.WhenSubscribers(0).WaitAsync(TimeSpan.FromSeconds(10));
        (string Event, string? Id, string Data) last = default, next;
        while ((next = await stream.Next()).Event == "next")
            last = next;
        Assert.Contains("STREAM_BACKLOG", last.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQueryIsAnsweredInOneEventForWhoWantsEvents()
    {
        await using var server = await ToyServer.Start();
        using var stream = await Subscription.Open(server, "{hello}");
        Assert.Equal(("next", null, """{"data":{"hello":"你好，世界"}}"""), await stream.Next());
        Assert.Equal("complete", (await stream.Next()).Event);
        Assert.True(await stream.Ended());
    }

    [Fact]
    public async Task ADocumentThatIsNotValidIsToldInTheStream()
    {
        await using var server = await ToyServer.Start();
        using var stream = await Subscription.Open(server, "subscription{nothing}");
        Assert.Contains("VALIDATION_FAILED", (await stream.Next()).Data, StringComparison.Ordinal);
        Assert.Equal("complete", (await stream.Next()).Event);
    }

    [Fact]
    public async Task WhatHasAStatusOfItsOwnIsAnsweredWithIt()
    {
        await using var server = await ToyServer.Start(options => options.RequireSignedIn = true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Post(Changed, accept: "text/event-stream")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Post("{licences(first:1000000){nodes{number}}}", accept: "text/event-stream", signedIn: "x")).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task ASubscriptionNeedsAnEventStream(string accept)
    {
        await using var server = await ToyServer.Start();
        var answer = await server.Post(Changed, accept: accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Contains("text/event-stream", answer.Message, StringComparison.Ordinal);
    }

    private sealed class OneSession(CancellationToken ended) : ISessionLifetime
    {
        public CancellationToken Ended(HttpContext http) => ended;
    }
}

// One event stream of a test.
internal sealed class Subscription : IDisposable
{
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> events;
    private readonly SseParser<string> parser;

    private Subscription(HttpResponseMessage response, Stream body)
    {
        this.response = response;
        parser = SseParser.Create(body);
        events = parser.EnumerateAsync().GetAsyncEnumerator();
    }

    public string MediaType => response.Content.Headers.ContentType!.ToString();

    public static HttpRequestMessage Request(string query, string? lastEventId, string? signedIn = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json") };
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        if (signedIn is not null)
            request.Headers.Add("X-Signed-In", signedIn);
        return request;
    }

    public static Task<HttpResponseMessage> Respond(ToyServer server, HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/event-stream");
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static Task<Subscription> Open(ToyServer server, string query, string? lastEventId = null, string? signedIn = null) =>
        Open(server, Request(query, lastEventId, signedIn));

    // Null where the caller has as many as one may have.
    public static async Task<Subscription?> TryOpen(ToyServer server, string query, string signedIn)
    {
        var response = await Respond(server, Request(query, null, signedIn));
        if (response.StatusCode == HttpStatusCode.OK)
            return new Subscription(response, await response.Content.ReadAsStreamAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        response.Dispose();
        return null;
    }

    public static async Task<Subscription> Open(ToyServer server, HttpRequestMessage request)
    {
        var response = await Respond(server, request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new Subscription(response, await response.Content.ReadAsStreamAsync());
    }

    public async Task<(string Event, string? Id, string Data)> Next()
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10)), "The stream has ended.");
        return (events.Current.EventType, events.Current.EventId is { Length: > 0 } id ? id : null, events.Current.Data);
    }

    public async Task<bool> Ended() => !await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public void Dispose() => response.Dispose();
}
