using System.Diagnostics;

namespace ShuangDa.Benchmarks;

/// <summary>Runs callers side by side and says how fast they were answered.</summary>
internal static class Measure
{
    public static void Head() => Console.WriteLine("| what | callers | rate | p50 ms | p99 ms | max ms | µs processor | KB allocated |");

    /// <summary>
    /// Callers over HTTP, each on a connection of its own, which send what they are given by caller and turn: one after the other, or one
    /// every so
    /// often.
    /// </summary>
    public static async Task OverHttpAsync(
        string what, int callers, TimeSpan time, Func<int, int, byte[]> request, TimeSpan? every = null)
    {
        var connections = Enumerable.Range(0, callers).Select(_ => new HttpCaller(BenchmarkServer.Port)).ToArray();
        try
        {
            await RunAsync(what, callers, time, (caller, turn) => connections[caller].SendAsync(request(caller, turn)), every);
        }
        finally
        {
            foreach (var connection in connections)
            {
                connection.Dispose();
            }
        }

        // Those are in the rate and in the times: a refusal is an answer, and a table that hides them would flatter.
        if (connections.Sum(connection => connection.Refused) is > 0 and var refused)
        {
            Console.WriteLine($"{what}: {refused:N0} of them were refused, because too many waited");
        }
    }

    public static async Task RunAsync(string what, int callers, TimeSpan time, Func<int, int, Task> call, TimeSpan? every = null)
    {
        var latencies = new List<double>[callers];
        using var process = Process.GetCurrentProcess();
        var processorBefore = process.TotalProcessorTime;
        var allocatedBefore = GC.GetTotalAllocatedBytes();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = latencies[caller] = new List<double>(4096);
            using var ticks = every is { } period ? new PeriodicTimer(period) : null;
            for (var turn = 0; Stopwatch.GetElapsedTime(started) < time; turn++)
            {
                var before = Stopwatch.GetTimestamp();
                await call(caller, turn);
                own.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                if (ticks is not null)
                {
                    await ticks.WaitForNextTickAsync();
                }
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var processor = process.TotalProcessorTime - processorBefore;
        var all = latencies.SelectMany(own => own).Order().ToArray();
        Console.WriteLine($"| {what} | {callers} | {all.Length / elapsed:N0}/s | {all[all.Length / 2]:F2} | {all[(int)(all.Length * 0.99)]:F2} | {all[^1]:F1} | {processor.TotalMicroseconds / all.Length:F0} | {(GC.GetTotalAllocatedBytes() - allocatedBefore) / 1024.0 / all.Length:F1} |");
    }
}
