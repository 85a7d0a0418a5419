using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ShuangDa.Grains.Journal;

/// <summary>读取度量. What operations see of the reads that people wait for: how many wait and run, how long they wait and take, how many were refused.</summary>
internal static class ReadMeters
{
    private static readonly Meter Meter = new(CommitMeters.MeterName);
    private static readonly UpDownCounter<int> Queue = Meter.CreateUpDownCounter<int>("shuangda.reads.waiting", "{read}", "Reads that wait for their turn");
    private static readonly UpDownCounter<int> Work = Meter.CreateUpDownCounter<int>("shuangda.reads.running", "{read}", "Reads under way");
    private static readonly Histogram<double> Waits = CommitMeters.Seconds(Meter, "shuangda.reads.wait", "Time a read waited for its turn");
    private static readonly Histogram<double> Times = CommitMeters.Seconds(Meter, "shuangda.reads.duration", "Time a read took");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("shuangda.reads.refused", "{read}", "Reads that were not done or not finished");

    private static readonly ActivitySource Source = new(CommitMeters.ReadsSource);

    // The text has no values, so a trace says nothing of anybody. Nothing is made where nobody listens.
    internal static Activity? Trace(string statement) => Source.StartActivity("read", ActivityKind.Client)?.SetTag("db.query.text", statement);

    internal static void Queued() => Queue.Add(1);

    internal static void Started(TimeSpan waited)
    {
        Queue.Add(-1);
        Work.Add(1);
        Waits.Record(waited.TotalSeconds);
    }

    internal static void Ended(TimeSpan took)
    {
        Work.Add(-1);
        Times.Record(took.TotalSeconds);
    }

    internal static void LeftQueue() => Queue.Add(-1);

    // Reasons: full, late (waited too long), long (ran too long), left (nobody waits for it any more).
    internal static void Refused(string reason) => Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
