using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("forbidden", HttpStatusCode.Forbidden, "FORBIDDEN")]
    [InlineData("unavailable", HttpStatusCode.ServiceUnavailable, "UNAVAILABLE")]
    [InlineData("unknown", HttpStatusCode.ServiceUnavailable, "OUTCOME_UNKNOWN")]
    [InlineData("queue full", HttpStatusCode.ServiceUnavailable, "UNAVAILABLE")]
    [InlineData("database away", HttpStatusCode.ServiceUnavailable, "UNAVAILABLE")]
    [InlineData("commit lost", HttpStatusCode.ServiceUnavailable, "OUTCOME_UNKNOWN")]
    [InlineData("grain slow", HttpStatusCode.GatewayTimeout, "TIMEOUT")]
    [InlineData("toy", (HttpStatusCode)418, "TOY")]
    [InlineData("fault", HttpStatusCode.InternalServerError, "INTERNAL")]
    [InlineData("cancelled", HttpStatusCode.InternalServerError, "INTERNAL")]
    public async Task WhatAResolverThrowsBecomesAnErrorWithACode(string how, HttpStatusCode status, string code)
    {
        await using var server = await ToyServer.Start(services: services => services.AddSingleton<IExceptionTranslator, ToyTranslator>());
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var answer = await server.Post("query($how:String!){fails(how:$how)}", new { how }, accept);
            Assert.Equal(status, answer.Status);
            Assert.Equal(code, answer.Code);
            Assert.False(answer.Json.TryGetProperty("data", out _));
            Assert.Equal("fails", answer.Json.GetProperty("errors")[0].GetProperty("path")[0].GetString());
        }
    }

    [Fact]
    public async Task WhatCanBeAnsweredIsAnsweredBesideTheError()
    {
        await using var server = await ToyServer.Start();
        var answer = await server.Post("{hello failsButNullable(how:\"forbidden\")}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("FORBIDDEN", answer.Code);
        Assert.Equal("你好，世界", answer.Json.GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task UnavailableSaysWhenToTryAgain()
    {
        await using var server = await ToyServer.Start();
        var answer = await server.Post("{fails(how:\"unavailable\")}");
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task AFaultTellsTheCallerNothingAndTheLogEverything()
    {
        var log = new Lines();
        await using var server = await ToyServer.Start(services: services => services.AddLogging(logging => logging.AddProvider(log)));
        var answer = await server.Post("{fails(how:\"?\")}");
        var traceId = answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("traceId").GetString()!;
        Assert.DoesNotContain("hunter2", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.Contains(log.All, line => line.Contains(traceId, StringComparison.Ordinal) && line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhoBreaksTheConnectionOffIsNoFaultOfOurs()
    {
        var log = new Lines();
        await using var server = await ToyServer.Start(services: services => services.AddLogging(logging => logging.AddProvider(log)));
        var head = Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: {server.Endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n"
            + "Expect: 100-continue\r\n\r\n");
        for (var time = 0; time < 20; time++)
        {
            // Without lingering the connection is reset and not closed.
            using var caller = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
            await caller.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port);
            await caller.SendAsync(head);

            // The server says that it goes on when it begins to read the body, of which nothing will come.
            Assert.NotEqual(0, await caller.ReceiveAsync(new byte[100]));
        }

        await server.Stop();

        Assert.DoesNotContain(log.All, line => line.Contains("operation failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhoIsNotSignedInIsToldToSignIn()
    {
        await using var server = await ToyServer.Start(options => options.RequireSignedIn = true);
        var answer = await server.Post("{hello}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("Sign in first", (await server.Post("{hello}", language: "en")).Message);
        Assert.Equal(HttpStatusCode.OK, (await server.Post("{hello}", signedIn: "officer")).Status);
    }

    [Fact]
    public async Task AGateStopsAnOperationBeforeAnythingRuns()
    {
        await using var server = await ToyServer.Start(services: services => services.AddSingleton<IOperationGate, NoSecrets>());
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Post("{secret{text}}", signedIn: "leader")).Status);
            var refused = await server.Post("{hello ...F} fragment F on ToyQuery{secret{text}}", signedIn: "officer");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Equal("FORBIDDEN", refused.Code);
        }
    }

    private sealed class ToyTranslator : IExceptionTranslator
    {
        public TransportError? Translate(Exception exception) => exception is ToyException ? new TransportError("TOY", 418, new("玩具", "A toy")) : null;
    }

    private sealed class NoSecrets : IOperationGate
    {
        public TransportError? Refuse(OperationFacts operation, ClaimsPrincipal user) =>
            user.Identity?.Name != "leader" && operation.Fields.Any(use => use.Type.Name == "ToySecret") ? new NotPermitted() : null;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> all = new();

        public IReadOnlyCollection<string> All => all;

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => all.Enqueue($"{formatter(state, exception)} {exception}");

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose() { }
    }
}
