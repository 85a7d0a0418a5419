using System.Globalization;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Kills;

/// <summary>kill -9 while 64 people work. What was answered is there, nothing is half, and who repeats what was not answered ends with each done once.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Clerks = 64;
    private const int Enterprises = 16;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 10)]
    [InlineData(DatabaseKind.PostgreSql, 3)]
    public async Task EveryAnsweredCommandIsThereNoneIsHalfAndEachIsDoneOnce(DatabaseKind kind, int kills)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        var settings = InProcessServer.SettingsOf(database.Options);
        var district = GeneratedDistrict.Make(5, new DateOnly(2026, 6, 1), Enterprises, Clerks);
        var enterprises = district.Enterprises.Select(one => one.CreditCode).ToList();
        // A certificate is suspended by its certification body alone (强制性产品认证管理规定 第二十六条).
        var clerks = district.Licences.Where(one => one.Kind is not LicenceKind.CompulsoryCertificate)
            .Select((one, index) => new Clerk(index, one.Number, enterprises[index % Enterprises]))
            .ToList();
        var random = new Random(4);
        string? token = null;

        for (var round = 0; round < kills; round++)
        {
            var url = FreePort.Url();
            using var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, [.. settings, "--Operations:DailyTasks=false"]);
            // The first round's token is good for all: the key that signs outlives the process.
            using var client = token is null ? await BureauClient.SignInAsHeadAsync(url) : BureauClient.With(url, token);
            if (token is null)
            {
                token = client.Token;
                await RegisterAsync(client, district);
            }

            var left = random.Next(Clerks, 8 * Clerks);
            await Task.WhenAll(clerks.Select(clerk => clerk.WorkAsync(client, () =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    server.Kill();
                }

                return false;
            })));
            await server.GoneAsync();

            Assert.Contains(clerks, clerk => clerk.Unanswered is not null);
            await WholeDatabase.ExpectAsync(database.Options);
            var done = await DoneAsync(database);
            Assert.All(clerks.SelectMany(clerk => clerk.Answered), command => Assert.Equal(1, done.GetValueOrDefault(command.Id)));
            Assert.All(done.Values, times => Assert.Equal(1, times));
        }

        var lastUrl = FreePort.Url();
        using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, lastUrl, [.. settings, "--Operations:DailyTasks=false"]))
        {
            using var client = BureauClient.With(lastUrl, token!);
            await Task.WhenAll(clerks.Select(clerk => clerk.FinishAsync(client)));
            foreach (var clerk in clerks)
            {
                var licence = (await client.SendAsync("query($number: String!) { licence(number: $number) { status } }", new { number = clerk.Licence })).Data;
                Assert.Equal(clerk.HasSuspended ? "SUSPENDED" : "ACTIVE", licence.GetProperty("licence").GetProperty("status").GetString());
            }

            Assert.Equal(0, await server.TerminateAsync());
        }

        var all = await DoneAsync(database);
        Assert.All(clerks, clerk => Assert.Null(clerk.Unanswered));
        Assert.Equal(clerks.SelectMany(clerk => clerk.Answered).Select(command => command.Id).Order(), all.Keys.Order());
        Assert.All(all.Values, times => Assert.Equal(1, times));
        foreach (var verb in new[] { "verify-journal", "self-check" })
        {
            var (code, said) = await ShuangDaProcess.RunAsync(_folder.Path, [verb, .. settings]);
            Assert.True(code == 0, said);
        }

        LogSearch.ExpectNone(_folder.File("logs"), ShuangDaProcess.AdminPassword, token!, "系统管理员");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RegisterAsync(BureauClient client, GeneratedDistrict district)
    {
        await Task.WhenAll(district.Enterprises.Select(async (one, index) => Assert.True((await client.DoAsync(
            "registerEnterprise", new { creditCode = one.CreditCode, name = $"第{index}厂" }, "enterprise { version }")).IsDone)));
        await Task.WhenAll(district.Licences.Select(async (one, index) => Assert.True((await client.DoAsync(
            "registerLicence",
            new { number = one.Number, enterpriseCreditCode = district.Enterprises[index % Enterprises].CreditCode, validFrom = "2026-01-01", validTo = "2099-12-31" },
            "licence { version }")).IsDone)));
    }

    /// <summary>How many journal entries each of the clerks' commands has.</summary>
    private static async Task<Dictionary<Guid, int>> DoneAsync(TestDatabase database)
    {
        var done = new Dictionary<Guid, int>();
        await using var connection = await database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT command_id, count(*) FROM journal WHERE kind IN ('licence.suspended', 'licence.reinstated', 'enterprise.changed') GROUP BY command_id";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            done.Add(Guid.Parse(reader.GetString(0)), Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture));
        }

        return done;
    }
}
