using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LinqToDB.Data;
using LinqToDB.Metrics;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Tests.Api.Support;

/// <summary>The statements that one request sends to the database: those of its trace, whatever else the server does meanwhile.</summary>
public static class Statements
{
    private static readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> Watched = new();

    static Statements()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        });
        // Statements that are kept do not go through linq2db.
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == CommitMeters.ReadsSource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = read =>
            {
                if (Watched.TryGetValue(read.TraceId, out var sent))
                {
                    sent.Enqueue((string)read.GetTagItem("db.query.text")!);
                }
            },
        });
        ActivityService.AddFactory(id => Activity.Current is { } request && Watched.TryGetValue(request.TraceId, out var sent) && id.ToString().StartsWith("CommandExecute", StringComparison.Ordinal) ? new Statement(id, sent) : null);
    }

    /// <summary>Sends a query, checks that it is answered, and returns the statements it took. Who the caller is, is remembered for a few seconds; that is looked up before and not counted.</summary>
    public static async Task<IReadOnlyList<string>> Of(ApiClient client, string query, object? variables = null)
    {
        var trace = ActivityTraceId.CreateRandom();
        var sent = Watched[trace] = new ConcurrentQueue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json") };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        (await client.Send(request)).Data();
        Watched.TryRemove(trace, out _);
        return [.. sent.Where(text => !text.Contains("account", StringComparison.OrdinalIgnoreCase) && !text.Contains("ended_session", StringComparison.Ordinal))];
    }

    private sealed class Statement(ActivityID id, ConcurrentQueue<string> sent) : ActivityBase(id)
    {
        public override IActivity AddQueryInfo(DataConnection? context, DbConnection? connection, DbCommand? command)
        {
            sent.Enqueue(command?.CommandText ?? "");
            return this;
        }

        public override void Dispose()
        {
        }
    }
}
