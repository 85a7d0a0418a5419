using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Licences;

namespace ShuangDa.Benchmarks;

/// <summary>Commits a second at 1, 16, 64 and 256 callers: each command suspends or reinstates a licence, with its state, journal entry, rows, deadlines, tally and command id.</summary>
internal static class CommitBenchmark
{
    private const int Each = 8;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await Registers.FillAsync(grains, 100, 256 * Each, today.AddYears(1));
        // A licence is suspended and reinstated in turn, also where a measurement ended in between: a refusal would be a read and no commit.
        var suspended = new bool[256 * Each];
        Measure.Head();
        var given = Options.Number(args, "--callers", 0);
        foreach (var callers in given > 0 ? [given] : new[] { 1, 16, 64, 256 })
        {
            for (var repeat = 0; repeat < Options.Number(args, "--rounds", 3); repeat++)
            {
                await Measure.RunAsync("suspend/reinstate", callers, TimeSpan.FromSeconds(5), async (caller, turn) =>
                {
                    var at = (caller * Each) + (turn % Each);
                    var licence = grains.GetGrain<ILicenceGrain>(Registers.LicenceNumber(16, at));
                    var outcome = suspended[at]
                        ? await licence.Execute(new ReinstateLicence(Registers.Grounds), Registers.Someone())
                        : await licence.Execute(new SuspendLicence(today.AddDays(60), Registers.Grounds, "沪市监罚〔2026〕31号"),
                            Registers.Someone());
                    suspended[at] = !suspended[at];
                    if (outcome.Refusal is { } no)
                    {
                        throw new InvalidOperationException(no.Message.English);
                    }
                });
            }
        }

        await server.Application.StopAsync();
        return 0;
    }
}
