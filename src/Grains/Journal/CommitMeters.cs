using System.Diagnostics.Metrics;

namespace ShuangDa.Grains.Journal;

/// <summary>提交度量. What operations see of the commit: how many, how large, how long.</summary>
public static class CommitMeters
{
    /// <summary>The name under which ShuangDa's meters are collected.</summary>
    public const string MeterName = "ShuangDa";

    /// <summary>The name under which the statements of reads are traced.</summary>
    public const string ReadsSource = "ShuangDa.Reads";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Commits = Meter.CreateCounter<long>("shuangda.commits", "{commit}", "Commands made durable");
    private static readonly Histogram<int> Sizes = Meter.CreateHistogram<int>("shuangda.commit.batch_size", "{commit}", "Commands in one transaction");
    private static readonly Histogram<double> Times = Seconds(Meter, "shuangda.commit.duration", "Time of one transaction");

    /// <summary>A histogram of times in seconds, as OpenTelemetry measures them, from half a millisecond to half a minute.</summary>
    /// <param name="meter">Whose it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What is measured.</param>
    public static Histogram<double> Seconds(Meter meter, string name, string description)
    {
        ArgumentNullException.ThrowIfNull(meter);
        var advice = new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
        };
        return meter.CreateHistogram(name, "s", description, tags: null, advice);
    }

    internal static void Batch(int size, TimeSpan time)
    {
        Commits.Add(size);
        Sizes.Record(size);
        Times.Record(time.TotalSeconds);
    }
}
