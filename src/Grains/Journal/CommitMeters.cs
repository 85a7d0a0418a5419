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
    private static readonly Histogram<double> Times = Meter.CreateHistogram<double>("shuangda.commit.duration", "ms", "Time of one transaction");

    internal static void Batch(int size, TimeSpan time)
    {
        Commits.Add(size);
        Sizes.Record(size);
        Times.Record(time.TotalMilliseconds);
    }
}
