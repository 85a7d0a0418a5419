using System.Diagnostics;

namespace ShuangDa.Benchmarks;

/// <summary>Runs callers side by side and says how fast they were answered.</summary>
internal static class Measure
{
    public static async Task RunAsync(string what, int callers, TimeSpan time, Func<int, int, Task> call)
    {
        var latencies = new List<double>[callers];
        using var process = Process.GetCurrentProcess();
        var processorBefore = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = latencies[caller] = new List<double>(4096);
            for (var turn = 0; Stopwatch.GetElapsedTime(started) < time; turn++)
            {
                var before = Stopwatch.GetTimestamp();
                await call(caller, turn);
                own.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var processor = process.TotalProcessorTime - processorBefore;
        var all = latencies.SelectMany(own => own).Order().ToArray();
        Console.WriteLine($"| {what} | {callers} | {all.Length / elapsed:N0}/s | {all[all.Length / 2]:F2} | {all[(int)(all.Length * 0.99)]:F2} | {all[^1]:F1} | {processor.TotalMicroseconds / all.Length:F0} |");
    }
}
