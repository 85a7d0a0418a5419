using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Simulation;
using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Clocks;

/// <summary>The program itself on simulated time, killed in the middle: its own timers and reminders do what is due, and the simulated clock goes on where it was.</summary>
public sealed class SimulatedWeeksTests : IDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 2, 7, 0, 0, TimeSpan.Zero);

    // A day a second.
    private const string Speed = "86400";

    private const string BegunQuery = "SELECT value FROM setting WHERE name = 'simulation'";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task WhatIsDueInFiveSimulatedWeeksHappensOnceAndNeverEarlyThoughTheProgramIsKilled()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        string[] settings = [.. InProcessServer.SettingsOf(database.Options), "--Operations:DailyTasks=false", $"--Simulation:Start={Begin:O}", $"--Simulation:Speed={Speed}"];
        (string, string)[] development = [("ASPNETCORE_ENVIRONMENT", "Development")];
        var district = GeneratedDistrict.Make(8, DateOnly.FromDateTime(Begin.DateTime), enterprises: 60, licences: 150);

        SimulatedTime clock;
        object? begun;
        var url = FreePort.Url();
        using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, development, settings))
        {
            using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
            await ImportAsync(client, "enterprises", RegisterSheet.Enterprises(district));
            await ImportAsync(client, "licences", RegisterSheet.Licences(district));
            (clock, begun) = (await ClockAsync(database), await database.ScalarAsync(BegunQuery));
            await MetAsync(database, clock, clock.GetUtcNow().AddDays(14));
            server.Kill();
            await server.GoneAsync();
        }

        var end = clock.GetUtcNow().AddDays(21);
        using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, FreePort.Url(), development, settings))
        {
            Assert.Equal(begun, await database.ScalarAsync(BegunQuery));
            await MetAsync(database, clock, end);
            Assert.Equal(0, await server.TerminateAsync());
        }

        var registered = await RegisteredAtAsync(database);
        var expected = district.Licences.SelectMany(one => ExpectedLicenceLife.Of(one.Number, RegisterKindOf(one), one.ValidTo, registered[$"licence/{one.Number}"], end)).ToList();
        var happened = (await HappenedAsync(database)).ToLookup(Line);
        Assert.True(expected.Count > 50, $"Only {expected.Count} things are due; the test would show little.");
        Assert.All(expected, due =>
        {
            var recorded = Assert.Single(happened[Line(due)]);
            Assert.True(recorded.DueAt >= due.DueAt, $"{Line(due)} was due {due.DueAt:O} and recorded {recorded.DueAt:O}");
        });
        Assert.All(happened, one => Assert.Single(one));
        Assert.All(happened.Where(one => !expected.Exists(due => Line(due) == one.Key)), late => Assert.True(ExpectedLicenceLife.StartOf(late.First().EffectiveOn) >= end.AddDays(-1), $"{late.Key} was not due"));
        await WholeDatabase.ExpectAsync(database.Options, exceptRule: "clocks-run");
    }

    /// <summary>Ten simulated days a minute and more: what Orleans gives itself to place a grain stays thirty real seconds, also while a first demonstration is made.</summary>
    [Fact]
    public async Task AFirstDemonstrationStartsOnAClockThatRuns()
    {
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, "--demo", "--Simulation:Speed=14400");
        var password = Regex.Match(server.Said, "all with the password (\\w+)").Groups[1].Value;
        using var client = await BureauClient.SignInAsync(url, "admin", password);
        var made = await client.DoAsync("registerEnterprise", new { creditCode = "91310118631656145F", name = "某厂" }, "enterprise { name }");
        Assert.True(made.IsDone, made.ToString());
        Assert.Equal(0, await server.TerminateAsync());
        Assert.DoesNotContain("timed out", server.Said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string RegisterKindOf(GeneratedLicence licence) => Terms.Of(licence.Kind).Chinese;

    private static string Line(ClockEvent happens) => string.Create(CultureInfo.InvariantCulture, $"{happens.Subject} {happens.Kind} {happens.EffectiveOn:yyyy-MM-dd}");

    private static async Task ImportAsync(BureauClient client, string register, RegisterSheet sheet)
    {
        using var content = new ByteArrayContent(sheet.ToCsv());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await client.Http.PostAsync($"/imports/{register}", content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        await Eventually.Until($"the {register} are taken over", async () =>
            (await client.Http.GetStringAsync(answer.Headers.Location, TestContext.Current.CancellationToken)).Contains("COMPLETED", StringComparison.Ordinal));
    }

    /// <summary>Waits until the simulated clock has passed an instant and everything due by then is met.</summary>
    private static Task MetAsync(TestDatabase database, TimeProvider clock, DateTimeOffset instant) => Eventually.Until($"everything due by {instant:O} is met", async () =>
        clock.GetUtcNow() > instant
        && Convert.ToInt64(await database.ScalarAsync($"SELECT count(*) FROM deadline WHERE due_at <= {instant.ToUnixTimeMilliseconds()}"), CultureInfo.InvariantCulture) == 0);

    /// <summary>The program's simulated clock, from what its database remembers of it.</summary>
    private static async Task<SimulatedTime> ClockAsync(TestDatabase database)
    {
        var parts = ((string)(await database.ScalarAsync(BegunQuery))!).Split('|');
        return new SimulatedTime(TimeProvider.System, At(parts[0]), At(parts[1]), double.Parse(parts[2], CultureInfo.InvariantCulture));

        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static async Task<Dictionary<string, DateTimeOffset>> RegisteredAtAsync(TestDatabase database) =>
        (await ReadAsync(database, "SELECT subject, kind, effective_on, at FROM journal WHERE kind = 'licence.registered'")).ToDictionary(row => row.Subject, row => row.DueAt);

    private static Task<List<ClockEvent>> HappenedAsync(TestDatabase database) =>
        ReadAsync(database, "SELECT subject, kind, effective_on, at FROM journal WHERE subject LIKE 'licence/%' AND kind <> 'licence.registered'");

    private static async Task<List<ClockEvent>> ReadAsync(TestDatabase database, string query)
    {
        var read = new List<ClockEvent>();
        await using var connection = await database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            read.Add(new ClockEvent(reader.GetString(0), reader.GetString(1), await reader.IsDBNullAsync(2) ? default : DateOnly.ParseExact(reader.GetString(2), "O", CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3))));
        }

        return read;
    }
}
