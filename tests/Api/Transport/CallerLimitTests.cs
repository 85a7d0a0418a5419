using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

/// <summary>What one account may have at work at a time.</summary>
public sealed class CallerLimitTests
{
    private const string Never = "subscription{never{number}}";
    private const string Changed = "subscription{changed{number}}";

    [Fact]
    public async Task AQueryBeyondThoseAtATimeWaitsAndBeyondThoseThatMayWaitIsRefused()
    {
        var gate = new ToyGate();
        await using var server = await ToyServer.Start(
            limits: limits => (limits.QueriesAtATime, limits.QueriesWaiting) = (1, 1), services: services => services.AddSingleton(gate));
        var first = server.Post("{held}", signedIn: "greedy");
        await gate.Entered(1);
        var second = server.Post("{held}", signedIn: "greedy");
        // Whether the second has come to wait cannot be seen from outside: one of the two is refused, and the other waits.
        var third = server.Post("{held}", signedIn: "greedy");

        var refused = await Task.WhenAny(second, third);
        var answer = await refused;
        Assert.Equal(("LIMIT_EXCEEDED", "QUERIES_AT_A_TIME", HttpStatusCode.TooManyRequests), (answer.Code, answer.Limit, answer.Status));
        Assert.NotNull(answer.Headers.RetryAfter);
        var waiting = refused == second ? third : second;
        Assert.False(waiting.IsCompleted);

        // Commands are not counted, and others have turns of their own.
        Assert.Equal(HttpStatusCode.OK, (await server.Post("mutation{rename(to:\"a\")}", signedIn: "greedy")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{hello}", signedIn: "modest")).Status);

        gate.Open();
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{hello}", signedIn: "greedy")).Status);
    }

    [Fact]
    public async Task AQueryWhoseTurnDoesNotComeInTimeIsRefused()
    {
        var gate = new ToyGate();
        await using var server = await ToyServer.Start(
            limits: limits => (limits.QueriesAtATime, limits.QueryWait) = (1, TimeSpan.FromMilliseconds(20)), services: services => services.AddSingleton(gate));
        var first = server.Post("{held}", signedIn: "greedy");
        await gate.Entered(1);

        Assert.Equal("QUERIES_AT_A_TIME", (await server.Post("{hello}", signedIn: "greedy")).Limit);

        gate.Open();
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
    }

    [Fact]
    public async Task AQueryWhoseCallerLeavesGivesItsTurnBack()
    {
        var gate = new ToyGate();
        await using var server = await ToyServer.Start(limits: limits => limits.QueriesAtATime = 1, services: services => services.AddSingleton(gate));
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={held}");
        request.Headers.Add("X-Signed-In", "greedy");
        var first = server.Client.SendAsync(request, gone.Token);
        await gate.Entered(1);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{hello}", signedIn: "greedy")).Status);
    }

    [Fact]
    public async Task ACallerHasSoManyEventStreamsAndOthersHaveTheirOwn()
    {
        await using var server = await ToyServer.Start(limits: limits => limits.StreamsPerCaller = 1);
        using var first = await Subscription.Open(server, Changed, signedIn: "greedy");
        await server.Feed.WhenSubscribers(1);

        var refused = await server.Post(Never, accept: "text/event-stream", signedIn: "greedy");

        Assert.Equal(("LIMIT_EXCEEDED", "STREAMS_PER_CALLER", HttpStatusCode.TooManyRequests), (refused.Code, refused.Limit, refused.Status));
        using var other = await Subscription.Open(server, Changed, signedIn: "modest");
        await server.Feed.WhenSubscribers(2);
        first.Dispose();
        await server.Feed.WhenSubscribers(1).WaitAsync(TimeSpan.FromSeconds(10));
        using var again = await OpenWhenFree(server, "greedy");
    }

    [Fact]
    public async Task AllCallersTogetherHaveSoManyEventStreams()
    {
        await using var server = await ToyServer.Start(limits: limits => limits.Streams = 2);
        using var first = await Subscription.Open(server, Changed, signedIn: "one");
        using var second = await Subscription.Open(server, Changed, signedIn: "two");

        var refused = await server.Post(Never, accept: "text/event-stream", signedIn: "three");

        Assert.Equal(("LIMIT_EXCEEDED", "STREAMS", HttpStatusCode.TooManyRequests), (refused.Code, refused.Limit, refused.Status));
    }

    // The place is given back a moment after the source was let go.
    private static async Task<Subscription> OpenWhenFree(ToyServer server, string caller)
    {
        while (true)
        {
            if (await Subscription.TryOpen(server, Changed, caller) is { } stream)
            {
                return stream;
            }
        }
    }
}
