using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Kills;

/// <summary>kill -9 while the program makes its tables, and while it takes over registers.</summary>
public sealed class KilledAtWorkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 6)]
    [InlineData(DatabaseKind.PostgreSql, 3)]
    public async Task AProgramKilledAtAnyMomentOfItsFirstStartStartsAfterwards(DatabaseKind kind, int kills)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        string[] settings = [.. InProcessServer.SettingsOf(database.Options), "--Operations:DailyTasks=false"];
        var random = new Random(7);
        for (var kill = 0; kill < kills; kill++)
        {
            using var killed = ShuangDaProcess.Begin(_folder.Path, FreePort.Url(), [], settings);
            // The moment is the fault itself: somewhere between the first instruction and the first answer.
            await Task.Delay(random.Next(200, 3000), TestContext.Current.CancellationToken);
            killed.Kill();
            await killed.GoneAsync();
        }

        var url = FreePort.Url();
        using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, settings))
        {
            using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
            Assert.Equal(0, await server.TerminateAsync());
        }

        await WholeDatabase.ExpectAsync(database.Options);
        Assert.Equal(1L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM journal WHERE kind = 'account.created'"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task AnImportThatWasKilledGoesOnAndCountsEachRowOnce()
    {
        const int Enterprises = 1200, Licences = 800;
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        string[] settings = [.. InProcessServer.SettingsOf(database.Options), "--Operations:DailyTasks=false"];
        var district = GeneratedDistrict.Make(3, new DateOnly(2026, 6, 1), Enterprises, Licences);
        string? token = null;
        foreach (var (register, file, rows) in new[] { ("enterprises", RegisterSheet.Enterprises(district).ToCsv(), Enterprises), ("licences", RegisterSheet.Licences(district).ToXlsx(), Licences) })
        {
            string import;
            var url = FreePort.Url();
            // Two rows at once, so that the import lasts long enough to be killed in its middle.
            using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, [.. settings, "--Imports:RowsInFlight=2"]))
            {
                using var client = token is null ? await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword) : BureauClient.With(url, token);
                token = client.Token;
                using var content = new ByteArrayContent(file);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                using var answer = await client.Http.PostAsync($"/imports/{register}", content, TestContext.Current.CancellationToken);
                import = (await JsonAsync(answer)).GetProperty("url").GetString()!;
                await Eventually.Until("the import is in the middle", async () =>
                    Convert.ToInt32(await database.ScalarAsync($"SELECT count(*) FROM journal WHERE kind = '{register[..^1]}.registered'"), CultureInfo.InvariantCulture) > rows / 10);
                server.Kill();
                await server.GoneAsync();
            }

            // What was long over when it was taken over is the clocks' work, and they were killed too.
            await WholeDatabase.ExpectAsync(database.Options, exceptRule: "clocks-run");
            Assert.InRange(Convert.ToInt32(await database.ScalarAsync($"SELECT count(*) FROM journal WHERE kind = '{register[..^1]}.registered'"), CultureInfo.InvariantCulture), rows / 10, rows - 1);

            url = FreePort.Url();
            using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, settings))
            {
                using var client = BureauClient.With(url, token);
                JsonElement told = default;
                await Eventually.Until("the import has come to its end", async () =>
                {
                    using var answer = await client.Http.GetAsync(import, TestContext.Current.CancellationToken);
                    told = await JsonAsync(answer);
                    return told.GetProperty("status").GetString() is "COMPLETED" or "FAILED";
                });
                Assert.Equal(("COMPLETED", rows, rows, 0), (told.GetProperty("status").GetString(), told.GetProperty("rowsRead").GetInt32(), told.GetProperty("created").GetInt32(), told.GetProperty("rejected").GetInt32()));
                await Eventually.Until("the clocks have caught up", async () =>
                    Convert.ToInt32(await database.ScalarAsync($"SELECT count(*) FROM deadline WHERE due_at < {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}"), CultureInfo.InvariantCulture) == 0);
                Assert.Equal(0, await server.TerminateAsync());
            }

            Assert.Equal(rows, Convert.ToInt32(await database.ScalarAsync($"SELECT count(*) FROM journal WHERE kind = '{register[..^1]}.registered'"), CultureInfo.InvariantCulture));
        }

        await WholeDatabase.ExpectAsync(database.Options);
        LogSearch.ExpectNone(_folder.File("logs"), ShuangDaProcess.AdminPassword, token!, "某某人");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
