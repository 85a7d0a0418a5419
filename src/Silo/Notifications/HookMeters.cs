using System.Diagnostics.Metrics;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Notifications;

/// <summary>外送度量. What operations see of the deliveries to the gateway outside: how many were made, failed and were given up.</summary>
internal static class HookMeters
{
    private static readonly Meter Meter = new(CommitMeters.MeterName);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "shuangda.notifications.deliveries", "{attempt}", "Attempts to bring a notification to the gateway outside");

    internal static void Delivered() => Ended("delivered");

    internal static void Failed(bool givenUp) => Ended(givenUp ? "given-up" : "failed");

    private static void Ended(string how) => Attempts.Add(1, new KeyValuePair<string, object?>("outcome", how));
}
