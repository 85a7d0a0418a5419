using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Benchmarks;

/// <summary>
/// The questions that officers ask most, over HTTP with 64 callers on the same cores, all in one run: 20,000 enterprises, 40,000 licences
/// and
/// 30,000 cases, or as many times that as <c>--times</c> says.
/// </summary>
internal static class QuestionsBenchmark
{
    private const int Callers = 64;

    // Of these everything is there, and not only what lists show.
    private const int AskedByNumber = 1_000;

    private const string ByNumber = """
        query($n: String!) { case(number: $n) {
          id number version title stage violation section receivedOn partyName
          enterprise { creditCode name district address licences(first: 20) { nodes { number kind status validFrom validTo } } }
          history(first: 10) { nodes { at kind actorName summary hash } } } }
        """;

    private const string Ending = """
        query($from: LocalDate!, $to: LocalDate!) {
          licences(first: 50, where: { validTo: { gte: $from, lt: $to } }, order: [{ validTo: ASC }]) {
          nodes { number status validTo enterprise { creditCode name } } } }
        """;

    private const string OverdueTotal = """
        query($section: String!) {
          cases(first: 1, where: { overdue: { eq: true }, section: { eq: $section }, stage: { nin: [CLOSED, WITHDRAWN, NOT_FILED] } }) {
          totalCount } }
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        var database = server.Database.Database;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var times = Options.Number(args, "--times", 1);
        var enterprises = 20_000 * times;
        await Registers.FillAsync(grains, AskedByNumber, 0, today);
        var dueIndex = server.Application.Services.GetRequiredService<DueIndex>();
        await Registers.FillRowsAsync(database, dueIndex, AskedByNumber, enterprises, 40_000 * times, today);
        var numbers = await Registers.FillAskedCasesAsync(grains, AskedByNumber, today);
        await Registers.FillCasesAsync(database, 30_000 * times, enterprises, today);

        var token = await BenchmarkServer.SignInAsync();
        var sections = Enumerable.Range(0, 8).Select(Registers.Section).ToArray();
        var months = Enumerable.Range(0, 48).Select(month => new { from = today.AddMonths(month), to = today.AddMonths(month + 1) });
        var years = new { from = new DateOnly(today.Year - 2, 1, 1), to = new DateOnly(today.Year + 1, 1, 1) };
        (string What, byte[][] Requests)[] questions =
        [
            ("a case by number with enterprise, licences and ten entries", [.. numbers.Select(n => Request(ByNumber, new { n }))]),
            ("first 50 licences that end within a month, with holders", [.. months.Select(month => Request(Ending, month))]),
            (
                "overdue open cases of a section, 20 with deadlines, holder and total",
                [.. sections.Select(section => Request(HeavyListBenchmark.Overdue, new { section }))]),
            ("cases by violation and stage, with goods value", [Request(CountBenchmark.ByViolationAndStage, years)]),
            ("overdue open cases of a section, the total alone", [.. sections.Select(section => Request(OverdueTotal, new { section }))]),
        ];
        var time = TimeSpan.FromSeconds(Options.Number(args, "--seconds", 6));
        Measure.Head();
        // The runtime compiles for some rounds; what a warm program does is in the last ones.
        for (var repeat = 0; repeat < Options.Number(args, "--rounds", 3); repeat++)
        {
            foreach (var (what, requests) in questions.Where(question => Options.Asks(args, question.What)))
            {
                await Measure.OverHttpAsync(what, Callers, time, (caller, turn) => requests[((caller * 131) + turn) % requests.Length]);
            }
        }

        await server.Application.StopAsync();
        return 0;

        byte[] Request(string query, object variables) => HttpCaller.Request(token, query, variables);
    }
}
