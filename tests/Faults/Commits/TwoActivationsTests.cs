using LinqToDB;
using Orleans.Runtime;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Commits;

/// <summary>Two activations of one grain at once, as a cluster may have for a moment: two clusters that do not know of each other, over one database. One write wins; the other is loaded again and decided again.</summary>
public sealed class TwoActivationsTests : IAsyncLifetime
{
    private static readonly string Code = GeneratedDistrict.Make(5, new DateOnly(2026, 6, 1), 1, 1).Enterprises[0].CreditCode;
    private static readonly Grounds Grounds = new("抽样检验不合格", "工业产品生产许可证管理条例 第四十五条");

    private TestDatabase _database = null!;
    private InProcessServer _one = null!;
    private InProcessServer _other = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        _one = await StartAsync("one");
        _other = await StartAsync("other");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _one, _other })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task TheSecondWriterDecidesUponWhatTheFirstHasWritten()
    {
        const string Number = "（沪）XK18-978-00001";
        await _one.Grains.GetGrain<IEnterpriseGrain>(Code).Execute(new RegisterEnterprise(Code, new EnterpriseDetails("某厂")), Head());
        var (here, there) = (_one.Grains.GetGrain<ILicenceGrain>(Number), _other.Grains.GetGrain<ILicenceGrain>(Number));
        await here.Execute(new RegisterLicence(Number, Code, new(2025, 1, 1), new(2099, 12, 31)), Head());
        Assert.Equal(LicenceStatus.Active, (await there.Read())!.State.Status);

        var suspended = await here.Execute(new SuspendLicence(new(2098, 12, 31), Grounds, "沪市监罚〔2026〕31号"), Head());
        // The other still holds it to be active; what it decides upon that does not stand.
        Assert.Equal(LicenceStatus.Active, (await there.Read())!.State.Status);
        var again = await there.Execute(new SuspendLicence(new(2097, 12, 31), Grounds, "沪市监罚〔2026〕31号"), Head());

        Assert.Equal(2, suspended.Subject!.Version);
        Assert.Equal(new LicenceNotActive(LicenceStatus.Suspended), again.Refusal);
        Assert.Equal((3, LicenceStatus.Revoked), await RevokedAsync(there));
        Assert.Equal(new LicenceNotSuspended(LicenceStatus.Revoked), (await here.Execute(new ReinstateLicence(Grounds), Head())).Refusal);
        await WholeDatabase.ExpectAsync(_database.Options);

        async Task<(int, LicenceStatus)> RevokedAsync(ILicenceGrain licence)
        {
            var outcome = await licence.Execute(new RevokeLicence(Grounds, "沪市监罚〔2026〕32号"), Head());
            return (outcome.Subject!.Version, outcome.Subject.State.Status);
        }
    }

    [Fact]
    public async Task NothingIsLostWhereBothWriteAtOnce()
    {
        const int Commands = 150;
        await _one.Grains.GetGrain<IEnterpriseGrain>(Code).Execute(new RegisterEnterprise(Code, new EnterpriseDetails("某厂")), Head());
        var given = Enumerable.Range(0, Commands).Select(number => (Id: Guid.NewGuid(), Command: new ChangeEnterprise(Address: $"第{number}号"))).ToList();

        // Every command goes to both, as from a client that did not wait for its answer: whoever is first does it.
        var answers = await Task.WhenAll(given.SelectMany(command => new[] { GiveAsync(_one, command.Id, command.Command), GiveAsync(_other, command.Id, command.Command) }));

        Assert.All(answers, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(Commands, answers.Count(outcome => outcome.Change is Change.Updated));
        Assert.Equal(Commands, answers.Count(outcome => outcome.Change is Change.Repeated));
        await using var data = await _one.Database.ReadAsync();
        var subject = $"enterprise/{Code}";
        var journal = data.GetTable<JournalRow>().Where(row => row.Subject == subject && row.Number > 1).Select(row => row.CommandId).AsEnumerable().Select(Guid.Parse).ToList();
        Assert.Equal(given.Select(command => command.Id).Order(), journal.Order());
        await WholeDatabase.ExpectAsync(_database.Options);
    }

    [Fact]
    public async Task OfTwoWhoHaveSeenTheSameVersionOneWinsAndTheOtherIsToldWhichStands()
    {
        using var client = await BureauClient.SignInAsync(_one.Url.ToString(), "admin", InProcessServer.AdminPassword);
        using var elsewhere = BureauClient.With(_other.Url.ToString(), client.Token);
        Assert.True((await client.DoAsync("registerEnterprise", new { creditCode = Code, name = "某厂" }, "enterprise { version }")).IsDone);

        for (var version = 1; version <= 5; version++)
        {
            var answers = await Task.WhenAll(new[] { client, client, elsewhere, elsewhere }.Select((way, index) =>
                way.DoAsync("changeEnterprise", new { creditCode = Code, address = $"第{version}版后第{index}人", expectedVersion = version }, "enterprise { version }")));

            var winner = Assert.Single(answers, answer => answer.IsDone);
            Assert.Equal(version + 1, winner.Done.GetProperty("enterprise").GetProperty("version").GetInt32());
            Assert.All(answers.Where(answer => answer != winner), answer => Assert.Equal(
                ("VersionConflictError", "VERSION_CONFLICT", version, version + 1),
                (answer.Refusal.GetProperty("__typename").GetString(), answer.Refusal.GetProperty("code").GetString(), answer.Refusal.GetProperty("expected").GetInt32(), answer.Refusal.GetProperty("actual").GetInt32())));
        }
    }

    private Task<InProcessServer> StartAsync(string cluster) => InProcessServer.StartAsync(_database, null, null, $"--Orleans:ClusterId={cluster}", "--Operations:DailyTasks=false");

    private static async Task<Outcome<EnterpriseState>> GiveAsync(InProcessServer server, Guid id, ChangeEnterprise command)
    {
        while (true)
        {
            try
            {
                return await server.Grains.GetGrain<IEnterpriseGrain>(Code).Execute(command, Head() with { CommandId = id });
            }
            catch (Exception notDone) when (notDone is DatabaseUnavailableException or OrleansMessageRejectionException)
            {
                // The other was first too many times in a row, or the activation made room for another with this waiting. Nothing was
                // committed; it is given again, as the API's clients are told to.
            }
        }
    }

    private static Actor Head() => new("head", Roles.SectionHead | Roles.Officer, "INSPECTION", null, Guid.NewGuid());
}
