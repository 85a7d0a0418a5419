using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;

namespace ShuangDa.Benchmarks;

/// <summary>The clock over many licences of which few are due: its time and memory must follow what is due, not what exists. The due index is filled with rows of licences that are not due; ten thousand real licences end on one day.</summary>
internal static class ClockBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        Console.WriteLine("| licences | entries made | sweep with nothing due, ms | sweep, s | entries/s | heap MiB before | heap MiB after |");
        foreach (var existing in new[] { 100_000, 1_000_000 })
        {
            var start = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
            var time = new FakeTimeProvider(start);
            await using var server = await BenchmarkServer.StartAsync(args, time);
            var services = server.Application.Services;
            var grains = services.GetRequiredService<IGrainFactory>();
            var dueIndex = services.GetRequiredService<DueIndex>();
            var database = services.GetRequiredService<Database>();
            const int Due = 10_000;
            await Registers.FillAsync(grains, 1_000, Due, new DateOnly(2026, 11, 24), series: 17);
            await FillIndexAsync(database, dueIndex, existing - Due, start.AddYears(4));
            GC.Collect();
            var before = GC.GetTotalMemory(true) >> 20;
            var idle = Stopwatch.StartNew();
            await dueIndex.LookAsync(grains);
            idle.Stop();
            var entries = await EntriesAsync(database);
            // The clocks' own timers run as well, so what was met is counted in the journal and not by what a tick says.
            var busy = Stopwatch.StartNew();
            time.SetUtcNow(start.AddDays(1805));
            await dueIndex.SettleAsync(grains, database, time);
            busy.Stop();
            var handed = await EntriesAsync(database) - entries;
            var after = GC.GetTotalMemory(true) >> 20;
            Console.WriteLine($"| {existing:N0} | {handed:N0} | {idle.ElapsedMilliseconds:N0} | {busy.Elapsed.TotalSeconds:F1} | {handed / busy.Elapsed.TotalSeconds:N0} | {before} | {after} |");
            await server.Application.StopAsync();
        }

        return 0;
    }

    private static async Task<int> EntriesAsync(Database database)
    {
        await using var data = await database.ReadAsync();
        return await data.GetTable<JournalRow>().CountAsync();
    }

    private static async Task FillIndexAsync(Database database, DueIndex dueIndex, int licences, DateTimeOffset from)
    {
        foreach (var chunk in Enumerable.Range(0, licences).Chunk(20_000))
        {
            await database.WriteAsync(async data => await data.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows }, chunk.Select(index =>
                dueIndex.RowOf($"licence/{Registers.LicenceNumber(18, index)}", new OpenDeadline(LicenceDeadlines.Expiry, from.AddYears(2).AddSeconds(index), "有效期届满：行政许可法 第五十条")))));
        }
    }
}
