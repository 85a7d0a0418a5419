using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>Commits a second at 1, 16, 64 and 256 callers: each command suspends or reinstates a licence, with its state, journal entry, rows, deadlines, tally and command id.</summary>
internal static class CommitBenchmark
{
    private static readonly Grounds Grounds = new("检查发现生产条件达不到要求", "工业产品生产许可证管理条例 第四十五条", "(2026)质监字第1号");

    public static async Task<int> RunAsync(string[] args)
    {
        await using var server = await BenchmarkServer.StartAsync(args);
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        const string Code = "91310118631656145F";
        var registered = await grains.GetGrain<IEnterpriseGrain>(Code).Execute(
            new RegisterEnterprise(Code, new EnterpriseDetails("测量用企业")), Someone());
        if (registered.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.English);
        }

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        const int Each = 8;
        foreach (var callers in new[] { 1, 16, 64, 256 })
        {
            var licences = await Task.WhenAll(Enumerable.Range(0, callers * Each).Select(async index =>
            {
                var number = $"XK16-{callers:D3}-{index:D5}";
                var licence = grains.GetGrain<ILicenceGrain>(number);
                var outcome = await licence.Execute(new RegisterLicence(number, Code, today.AddYears(-1), today.AddYears(4), ["CLOTHING"]), Someone());
                return outcome.Refusal is null ? licence : throw new InvalidOperationException(outcome.Refusal.Message.English);
            }));
            for (var repeat = 0; repeat < 3; repeat++)
            {
                await Measure.RunAsync("suspend/reinstate", callers, TimeSpan.FromSeconds(5), async (caller, turn) =>
                {
                    var licence = licences[(caller * Each) + (turn % Each)];
                    var outcome = turn / Each % 2 == 0
                        ? await licence.Execute(new SuspendLicence(today.AddDays(60), Grounds), Someone())
                        : await licence.Execute(new ReinstateLicence(Grounds), Someone());
                    if (outcome.Refusal is { } no and not LicenceNotActive and not LicenceNotSuspended)
                    {
                        throw new InvalidOperationException(no.Message.English);
                    }
                });
            }
        }

        await server.Application.StopAsync();
        return 0;
    }

    private static Actor Someone() => new("benchmark", Roles.SectionHead | Roles.Officer, "稽查队", null, Guid.NewGuid());
}
