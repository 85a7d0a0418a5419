using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Benchmarks;

/// <summary>
/// The search box over HTTP, one caller and 16: 100,000 enterprises, 40,000 licences and 30,000 cases, looked for by parts of names and
/// numbers that are in most of them, in some, in one and in none.
/// </summary>
internal static class SearchBenchmark
{
    private const int Enterprises = 100_000;
    private const int Licences = 40_000;
    private const int Cases = 30_000;

    private const string Question = "query($text: String!) { search(text: $text, first: 12) { title detail node { __typename id } } }";

    private static readonly (string What, string[] Texts)[] Kinds =
    [
        ("two characters of most names", ["公司", "有限", "企业", "测量"]),
        ("part of most names", ["有限公司", "用企业", "涉嫌生产", "不合格产品"]),
        ("part of some names", ["企业77", "企业（123）", "业4321有", "99有限公司"]),
        ("part of one name", ["企业77777有限", "企业（31415）有"]),
        ("beginning of many numbers", ["9131", "XK16", "AJ-0"]),
        ("two digits", ["77", "42", "05"]),
        ("middle of a number", ["00077777", "0005432", "－３２１０９", "012345"]),
        ("a single character", ["企—", "量·"]),
        ("in none", ["不存在", "龘龘", "ZZ"]),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var database = server.Database.Database;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var dueIndex = server.Application.Services.GetRequiredService<DueIndex>();
        await Registers.FillRowsAsync(database, dueIndex, 0, Enterprises, Licences, today);
        await Registers.FillCasesAsync(database, Cases, Enterprises, today);
        await Registers.FillTextsAsync(database, Enterprises, Licences, Cases);

        var token = await BenchmarkServer.SignInAsync();
        using var caller = new HttpCaller(BenchmarkServer.Port);
        var sought = Kinds.SelectMany(kind => kind.Texts).Select(Request).ToArray();
        var all = new List<double>();
        Console.WriteLine("| sought | p50 ms | max ms |");
        foreach (var (what, texts) in Kinds.Where(kind => Options.Asks(args, kind.What)))
        {
            var requests = texts.Select(Request).ToArray();
            var times = new List<double>();
            for (var turn = 0; turn < Options.Number(args, "--rounds", 50) * requests.Length; turn++)
            {
                var before = Stopwatch.GetTimestamp();
                await caller.SendAsync(requests[turn % requests.Length]);
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }

            times.Sort();
            all.AddRange(times);
            Console.WriteLine($"| {what} | {times[times.Count / 2]:F1} | {times[^1]:F1} |");
        }

        all.Sort();
        Console.WriteLine($"| all | {all[all.Count / 2]:F1} | {all[^1]:F1} |");
        Measure.Head();
        await Measure.OverHttpAsync("search", 16, TimeSpan.FromSeconds(6), (one, turn) => sought[((one * 7) + turn) % sought.Length]);
        await server.Application.StopAsync();
        return 0;

        byte[] Request(string text) => HttpCaller.Request(token, Question, new { text });
    }
}
