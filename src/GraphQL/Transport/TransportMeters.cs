using System.Diagnostics.Metrics;
using GraphQL;
using GraphQLParser.AST;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Transport;

/// <summary>接口计量. What operations see of the API: how many operations, with which outcome, how long; and the event streams that are open.</summary>
internal static class TransportMeters
{
    private static readonly Meter Meter = new(CommitMeters.MeterName);
    private static readonly Histogram<double> Times =
        CommitMeters.Seconds(Meter, "shuangda.graphql.duration", "Time of one operation; of a subscription until its stream stands");

    private static readonly UpDownCounter<int> Streams = Meter.CreateUpDownCounter<int>("shuangda.graphql.streams", "{stream}", "Event streams that are open");

    internal static void Answered(OperationPlan? plan, ExecutionResult result, TimeSpan time)
    {
        if (!Times.Enabled)
            return;
        var kind = plan?.Operation.Operation switch
        {
            null => "none",
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
            _ => "query",
        };
        var code = result.Errors is { Count: > 0 } errors ? ShownError.Of(errors.First()).Code : "OK";
        Times.Record(time.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("code", code));
    }

    internal static void StreamOpened() => Streams.Add(1);

    internal static void StreamClosed() => Streams.Add(-1);
}
