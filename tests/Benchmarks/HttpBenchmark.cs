using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Licences;

namespace ShuangDa.Benchmarks;

/// <summary>Requests a second over HTTP with 64 callers on the same cores: a licence by number, a list, a mutation.</summary>
internal static class HttpBenchmark
{
    private const int Callers = 64;
    private const int Licences = 40_000;

    private const string ById = "query($n: String!) { licence(number: $n) { id number version kind status validFrom validTo issuedBy enterprise { creditCode name district address } history(first: 10) { nodes { at kind actorName summary hash } } } }";
    private const string List = "query($from: LocalDate!, $to: LocalDate!) { licences(first: 50, where: { validTo: { gte: $from, lt: $to } }, order: [{ validTo: ASC }]) { nodes { number status validTo enterprise { creditCode name } } } }";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await Registers.FillAsync(grains, Callers * Callers, Licences, today);
        // Ten entries of history on the licences that are asked for by number.
        await Parallel.ForAsync(0, 1_000, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (index, _) =>
        {
            var licence = grains.GetGrain<ILicenceGrain>(Registers.LicenceNumber(16, Probe(index)));
            for (var step = 0; step < 5; step++)
            {
                await licence.Execute(new SuspendLicence(today.AddDays(30), Registers.Grounds, "沪市监罚〔2026〕31号"), Registers.Someone());
                await licence.Execute(new ReinstateLicence(Registers.Grounds), Registers.Someone());
            }
        });

        var token = await BenchmarkServer.SignInAsync();
        var byId = Enumerable.Range(0, 1_000).Select(index =>
            HttpCaller.Request(token, ById, new { n = Registers.LicenceNumber(16, Probe(index)) })).ToArray();
        var lists = Enumerable.Range(0, 32).Select(index =>
            HttpCaller.Request(token, List, new { from = today.AddDays(index), to = today.AddDays(index + 30) })).ToArray();
        Measure.Head();
        var officer = await Registers.OfficerAsync(grains, "officer");
        // The runtime compiles for some rounds; what a warm program does is in the last ones.
        var rounds = Options.Number(args, "--rounds", 3);
        for (var repeat = 0; repeat < rounds; repeat++)
        {
            await MeasureAsync(args, "licence by number, enterprise, ten entries", (caller, turn) => byId[((caller * 131) + turn) % byId.Length]);
            await MeasureAsync(args, "first 50 licences that end within 30 days", (caller, turn) => lists[(caller + turn) % lists.Length]);
            // Each caller has enterprises of his own, so that none waits for another's.
            await MeasureAsync(args, "durable mutation", (caller, turn) =>
                Registers.AssessRisk(officer, (caller * Callers) + (turn % Callers), (repeat * 100_000) + (turn / Callers)));
        }

        await server.Application.StopAsync();
        return 0;
    }

    // Licences that do not end within the run.
    private static int Probe(int index) => 30_200 + index;

    private static Task MeasureAsync(string[] args, string what, Func<int, int, byte[]> request) =>
        Options.Asks(args, what) ? Measure.OverHttpAsync(what, Callers, TimeSpan.FromSeconds(6), request) : Task.CompletedTask;
}
