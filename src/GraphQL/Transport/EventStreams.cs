using System.Text.Json;
using System.Threading.Channels;
using GraphQL;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ShuangDa.GraphQL.Transport;

/// <summary>事件流. Sends results as server-sent events, in the distinct-connections mode of the graphql-sse protocol: <c>next</c> for each, <c>complete</c> at the end.</summary>
/// <remarks>A stream ends when its source ends, when the client goes, when the server stops, when the caller's session ends, and when the client is too slow for its events.</remarks>
internal sealed class EventStreams(IHostApplicationLifetime lifetime, ISessionLifetime sessions, IOptions<GraphQLLimits> limits)
{
    // Real time, whatever clock the grains go by: the connection and its proxies live in it.
    private readonly TimeProvider time = TimeProvider.System;

    /// <summary>Sends a single result and ends.</summary>
    internal async Task Write(HttpContext http, ExecutionResult result, bool english)
    {
        Start(http);
        WriteNext(http, result, english);
        WriteComplete(http);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>Sends a subscription's results until it ends.</summary>
    internal async Task Write(HttpContext http, IObservable<ExecutionResult> source, bool english)
    {
        var gone = http.RequestAborted;
        var ended = sessions.Ended(http);
        var waiting = Channel.CreateBounded<ExecutionResult?>(new BoundedChannelOptions(limits.Value.StreamBacklog) { SingleReader = true });
        Start(http);
        TransportMeters.StreamOpened();
        try
        {
            await http.Response.BodyWriter.FlushAsync(gone);
            // Whoever stops the stream completes the channel; nothing else is needed to wake the loop.
            using var onStop = lifetime.ApplicationStopping.Register(() => waiting.Writer.TryComplete());
            using var onEnd = ended.Register(() => waiting.Writer.TryComplete(new SessionEnded()));
            await using var pulse = time.CreateTimer(_ => waiting.Writer.TryWrite(null), null, limits.Value.KeepAlive, limits.Value.KeepAlive);
            using var subscription = source.Subscribe(new Waiting(waiting.Writer, limits.Value.StreamBacklog));
            try
            {
                while (await waiting.Reader.WaitToReadAsync(gone))
                {
                    while (!ended.IsCancellationRequested && waiting.Reader.TryRead(out var result))
                    {
                        if (result is null)
                            WriteComment(http);
                        else
                            WriteNext(http, result, english);
                    }
                    await http.Response.BodyWriter.FlushAsync(gone);
                    ended.ThrowIfCancellationRequested();
                }
            }
            catch (ExecutionError last)
            {
                WriteNext(http, new ExecutionResult(last), english);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested && !gone.IsCancellationRequested)
            {
                WriteNext(http, new ExecutionResult(new SessionEnded()), english);
            }
            WriteComplete(http);
            await http.Response.BodyWriter.FlushAsync(gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The client has gone; there is nobody to tell.
        }
        finally
        {
            TransportMeters.StreamClosed();
        }
    }

    private static void Start(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        WriteComment(http);
    }

    private static void WriteComment(HttpContext http) => Put(http, ":\n\n"u8);

    private static void WriteComplete(HttpContext http) => Put(http, "event: complete\ndata: null\n\n"u8);

    private static void WriteNext(HttpContext http, ExecutionResult result, bool english)
    {
        if (EventId(result) is { } id)
        {
            Put(http, "id: "u8);
            Put(http, System.Text.Encoding.UTF8.GetBytes(id));
            Put(http, "\n"u8);
        }
        Put(http, "event: next\ndata: "u8);
        using (var json = new Utf8JsonWriter(http.Response.BodyWriter, ResultWriter.Options))
            ResultWriter.Write(json, result, result.Executed, english);
        Put(http, "\n\n"u8);
    }

    // The event itself is the source of the subscription's one field; a resolver may have made something else of it.
    private static string? EventId(ExecutionResult result) =>
        result.Data is ObjectExecutionNode { SubFields: [{ } field] } && (field.Source as IResumableEvent ?? field.Result as IResumableEvent) is { EventId: { } id } && !id.AsSpan().ContainsAny('\n', '\r')
            ? id
            : null;

    private static void Put(HttpContext http, ReadOnlySpan<byte> bytes)
    {
        var writer = http.Response.BodyWriter;
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }

    private sealed class Waiting(ChannelWriter<ExecutionResult?> waiting, int allowed) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value)
        {
            if (!waiting.TryWrite(value))
                waiting.TryComplete(new LimitExceeded("STREAM_BACKLOG", allowed, new("接收过慢，事件流已结束，请用Last-Event-ID续接", "The subscriber is too slow; resume with Last-Event-ID")));
        }

        public void OnError(Exception error) => waiting.TryComplete(error);

        public void OnCompleted() => waiting.TryComplete();
    }
}
