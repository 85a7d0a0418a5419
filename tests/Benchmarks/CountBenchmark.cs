using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>Counts over HTTP with 64 callers on the same cores, or as many as <c>--callers</c> says, among 30,000 cases or as many as <c>--cases</c> says: statistics by two respects, the overdue cases of a section with their total, a total alone.</summary>
internal static class CountBenchmark
{
    private const int Enterprises = 2_000;

    internal const string ByViolationAndStage = "query($from: LocalDate!, $to: LocalDate!) { caseCounts(from: $from, to: $to) { violation stage count goodsValueCny } }";
    private const string ByMonthAndViolation = "query($from: LocalDate!, $to: LocalDate!) { caseCounts(from: $from, to: $to) { month violation count goodsValueCny } }";
    private const string Total = "query($section: String!) { cases(first: 1, where: { section: { eq: $section }, overdue: { eq: true } }) { totalCount } }";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var cases = Options.Number(args, "--cases", 30_000);
        var callersAtOnce = Options.Number(args, "--callers", 64);
        await Registers.FillAsync(server.Application.Services.GetRequiredService<IGrainFactory>(), Enterprises, 0, today);
        await Registers.FillCasesAsync(server.Database.Database, cases, Enterprises, today);

        var token = await BenchmarkServer.SignInAsync();
        var years = new { from = new DateOnly(today.Year - 2, 1, 1), to = new DateOnly(today.Year + 1, 1, 1) };
        var months = new { from = new DateOnly(today.Year - 1, today.Month, 1), to = new DateOnly(today.Year, today.Month, 1) };
        (string What, byte[][] Requests)[] questions =
        [
            ("cases by violation and stage, with goods value", [Request(ByViolationAndStage, years)]),
            ("cases of twelve months by month and violation, with goods value", [Request(ByMonthAndViolation, months)]),
            ("overdue cases of a section, 20 with total", [.. Enumerable.Range(0, 8).Select(section => Request(HeavyListBenchmark.Overdue, new { section = Registers.Section(section) }))]),
            ("overdue cases of a section, the total alone", [.. Enumerable.Range(0, 8).Select(section => Request(Total, new { section = Registers.Section(section) }))]),
        ];
        Measure.Head();
        for (var repeat = 0; repeat < 3; repeat++)
        {
            foreach (var (what, requests) in questions)
            {
                await Measure.OverHttpAsync(what, callersAtOnce, TimeSpan.FromSeconds(6), (caller, turn) =>
                    requests[(caller + turn) % requests.Length]);
            }
        }

        await server.Application.StopAsync();
        return 0;

        byte[] Request(string query, object variables) => HttpCaller.Request(token, query, variables);
    }
}
