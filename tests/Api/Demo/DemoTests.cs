using System.Diagnostics;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demonstration_is_made_once_shows_how_to_sign_in_and_is_found_again()
    {
        using var folder = new TemporaryFolder();
        var began = Stopwatch.GetTimestamp();
        string password;
        int entries;
        await using (var server = await InProcessServer.StartDemoAsync(folder.Path))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"Ready after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            await using var data = await server.Database.ReadAsync();
            Assert.Equal((2000, 3000), (await data.GetTable<EnterpriseRow>().CountAsync(), await data.GetTable<LicenceRow>().CountAsync()));
            // Every area in use has enterprises, and their addresses lie in it.
            var areas = await data.GetTable<AreaRow>().ToListAsync();
            Assert.Equal((16, "梅坑乡"), (areas.Count, Assert.Single(areas, area => area.Closed).Name));
            Assert.Equal([WireName.Of(AreaKind.Subdistrict), WireName.Of(AreaKind.Town), WireName.Of(AreaKind.Township)], areas.Select(area => area.Kind).Distinct().Order());
            var located = (await data.GetTable<EnterpriseRow>().Where(row => row.Area != null).ToListAsync()).ToLookup(row => row.Area!);
            Assert.InRange(located.Sum(of => of.Count()), 1900, 1990);
            Assert.All(areas.Where(area => !area.Closed), area => Assert.InRange(located[area.Code].Count(), 50, 250));
            Assert.All(areas, area => Assert.All(located[area.Code], enterprise => Assert.Contains(area.Name, enterprise.Address, StringComparison.Ordinal)));
            var statuses = await data.GetTable<LicenceRow>().GroupBy(row => row.Status).Select(same => new { same.Key, Count = same.Count() }).ToListAsync();
            Assert.Equal(Enum.GetValues<LicenceStatus>().Select(WireName.Of).Order(), statuses.Select(status => status.Key).Order());
            Assert.All(statuses, status => Assert.InRange(status.Count, 30, 2500));
            Assert.Equal(Enum.GetValues<RectificationStatus>().Select(WireName.Of).Order(), (await data.GetTable<RectificationRow>().Select(row => row.Status).Distinct().ToListAsync()).Order());
            Assert.Equal(Enum.GetValues<InspectionStatus>().Select(WireName.Of).Order(), (await data.GetTable<InspectionRow>().Select(row => row.Status).Distinct().ToListAsync()).Order());
            Assert.Equal(Enum.GetValues<RectificationMeasure>().Select(WireName.Of).Order(), (await data.GetTable<RectificationRow>().Where(row => row.TakenMeasure != null).Select(row => row.TakenMeasure!).Distinct().ToListAsync()).Append(WireName.Of(RectificationMeasure.Suspension)).Append(WireName.Of(RectificationMeasure.Withdrawal)).Distinct().Order());
            Assert.InRange(await data.GetTable<InspectionRow>().CountAsync(), 300, 400);
            Assert.InRange(await data.GetTable<RectificationRow>().CountAsync(), 80, 200);
            Assert.Equal((150, 12), (await data.GetTable<CaseRow>().CountAsync(), await data.GetTable<CrimeTransferRow>().CountAsync()));
            Assert.Equal(Enum.GetValues<CaseStage>().Select(WireName.Of).Order(), (await data.GetTable<CaseRow>().Select(row => row.Stage).Distinct().ToListAsync()).Order());
            Assert.InRange(await data.GetTable<CrimeTransferRow>().Select(row => row.Status).Distinct().CountAsync(), 9, 13);
            Assert.InRange(await data.GetTable<CaseRow>().CountAsync(row => row.IsOverdue), 5, 75);
            Assert.Equal(3, await data.GetTable<LicenceRow>().Select(row => row.Kind).Distinct().CountAsync());
            Assert.All(
                await data.GetTable<AccountRow>().Where(row => row.UserName != "admin").ToListAsync(),
                account => Assert.Contains("虚构人物", account.DisplayName, StringComparison.Ordinal));

            // Work is late on purpose, so that there is something to see to; nothing is broken, and there is a way on from everything.
            var check = await server.Services.GetRequiredService<SelfCheck>().RunAsync();
            Assert.True(check.IsClean, string.Join('\n', check.Rules.Where(rule => !rule.IsOfWork).SelectMany(rule => rule.Findings)));
            Assert.InRange(check.LateWork, 5, 60);
            Assert.Empty(check.Rules.Single(rule => rule.Rule == "nothing-is-stuck").Findings);

            await CasesAgreeWithTheirGoodsAsync(server, data);
            password = await File.ReadAllTextAsync(folder.File("password.txt"));
            Assert.Contains(server.Console, line => line.Contains(password, StringComparison.Ordinal));
            foreach (var user in new[] { "admin", "leader", "officer", "section-head", "legal", "hotline", "liaison", "auditor" })
            {
                Assert.Contains(server.Console, line => line.Contains(user, StringComparison.Ordinal));
                (await server.SignInAsync(user, password)).Dispose();
            }

            entries = await data.GetTable<JournalRow>().CountAsync(row => row.Kind == "licence.registered" || row.Kind == "enterprise.registered");
        }

        began = Stopwatch.GetTimestamp();
        await using (var again = await InProcessServer.StartDemoAsync(folder.Path))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"Ready again after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            await using var data = await again.Database.ReadAsync();
            Assert.Equal(entries, await data.GetTable<JournalRow>().CountAsync(row => row.Kind == "licence.registered" || row.Kind == "enterprise.registered"));
            Assert.Contains(again.Console, line => line.Contains(password, StringComparison.Ordinal));
            (await again.SignInAsync("officer", password)).Dispose();
        }
    }

    // What a case and its transfer say of amounts is what the lines of its goods add up to, and cases end in every way there is.
    private static async Task CasesAgreeWithTheirGoodsAsync(InProcessServer server, DataConnection data)
    {
        var ends = new HashSet<CaseOutcome>();
        foreach (var number in await data.GetTable<CaseRow>().Select(row => row.Number).ToListAsync())
        {
            var found = (await server.Grains.GetGrain<ICaseGrain>(number).Read())!.State;
            var sold = found.Goods.Where(line => line.Basis is ValuationBasis.SalePrice).Sum(line => line.Value);
            Assert.Equal(
                (found.GoodsSum, sold, found.GoodsSum - sold),
                (found.Figures.GoodsValue, found.Figures.SalesAmount, found.Figures.UnsoldValue));
            ends.UnionWith(found.End is { } end ? [end.Outcome] : []);

            // Whose party has ended is an enterprise that is closed, or nobody's register has it.
            if (found is { TerminatedBecause: TerminationGround.OrganisationEnded, Lead.Party.CreditCode: { } code })
            {
                Assert.Equal(EnterpriseStatus.Closed, (await server.Grains.GetGrain<IEnterpriseGrain>(code).Read())!.State.Status);
            }
        }

        // A court enforces only half a year after the decision.
        Assert.Equal(Enum.GetValues<CaseOutcome>().Where(outcome => outcome is not CaseOutcome.EnforcedByCourt), ends.Order());

        foreach (var number in await data.GetTable<CrimeTransferRow>().Select(row => row.Number).ToListAsync())
        {
            var known = (await server.Grains.GetGrain<ICrimeTransferGrain>(number).Read())!.State.Case;
            var found = (await server.Grains.GetGrain<ICaseGrain>(known.Number).Read())!.State;
            Assert.NotEmpty(found.Goods);
            Assert.Equal(found.Figures.GoodsValue, known.GoodsValue);
            var met = Case.CrimesSuspected(found, found.Figures, found.Duty!.OpenedOn).Select(row => row.Offence).Distinct();
            Assert.Equal(met.Order(), known.Offences.Order());
        }
    }
}
