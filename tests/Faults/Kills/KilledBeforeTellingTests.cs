using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Kills;

/// <summary>
/// kill -9 between what one subject has decided and what another is told of it. Nothing is left to luck: the database itself refuses first what is
/// told, so that every decision is committed and nobody was told; then what the teller would note, so that everybody was told and no teller
/// knows. The server is killed both times, and in the end each was told exactly once.
/// </summary>
public sealed class KilledBeforeTellingTests : IDisposable
{
    private const int Each = 12;

    // What could not be told is tried again after a minute, and after an hour when that has failed several times.
    private const string MinuteInASecond = "60";
    private const string HourInASecond = "3600";

    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    // What is told, by the one that is told; and what the teller notes afterwards.
    private static readonly string[] Told = ["licence.suspended", "case.transfer-noted", "case.lead-recorded"];
    private static readonly string[] Noted = ["rectification.licence-changed", "crime-transfer.case-told", "inspection.case-told", "case.joined-case-told"];

    private static readonly object[] Findings =
    [
        new { item = "KEY_MATERIALS", result = "CONFORMING" },
        new { item = "PREMISES", result = "CONFORMING" },
        new { item = "ADULTERATION", result = "NONCONFORMING", severity = "SERIOUS", note = "以次充好" },
    ];

    private readonly TemporaryFolder _folder = new();
    private string[] _settings = [];
    private string? _token;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task WhatWasDecidedAndNotToldIsToldOnceAfterwards(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        _settings = [.. InProcessServer.SettingsOf(database.Options), "--Operations:DailyTasks=false", $"--Simulation:Start={Begin:O}"];
        var leads = 0L;
        IReadOnlyList<Prepared> work = [];

        await ServeAsync(MinuteInASecond, async client =>
        {
            work = await PrepareAsync(client);
            leads = await CountAsync(database, "case.lead-recorded");
            await RefuseAsync(database, [.. Told, Noted[^1]]);
            await DecideAsync(client, work);
        });

        // Every decision stands, and the due index says what is owed; nobody was told.
        Assert.Equal((Each, 0), (await CountAsync(database, "rectification.measure-decided"), await CountAsync(database, "licence.suspended")));
        Assert.Equal((Each, 0), (await CountAsync(database, "crime-transfer.opened"), await CountAsync(database, "case.transfer-noted")));
        Assert.Equal((Each, leads), (await CountAsync(database, "inspection.recorded"), await CountAsync(database, "case.lead-recorded")));
        Assert.Equal(0, await CountAsync(database, [.. Noted]));
        foreach (var owed in new[] { "rectification.licence-change", "crime-transfer.case-notice", "inspection.case-notice", "case.join-notice" })
        {
            Assert.Equal(Each, Convert.ToInt64(await database.ScalarAsync($"SELECT count(*) FROM deadline WHERE kind = '{owed}'"), CultureInfo.InvariantCulture));
        }

        await RefuseAsync(database, Noted);
        await ServeAsync(MinuteInASecond, async client =>
        {
            await LookAsync(client, work);
            await Eventually.Until("everybody was told", async () => await CountAsync(database, Told) == leads + (3 * Each));
        });
        Assert.Equal(0, await CountAsync(database, Noted));

        await RefuseAsync(database, []);
        await ServeAsync(HourInASecond, async client =>
        {
            await LookAsync(client, work);
            await Eventually.Until("every teller knows", async () => await CountAsync(database, Noted) == 4 * Each);
        });

        Assert.Equal(
            (Each, Each, leads + Each, 2 * Each),
            (await CountAsync(database, "licence.suspended"), await CountAsync(database, "case.transfer-noted"), await CountAsync(database, "case.lead-recorded"), await CountAsync(database, "case.joined")));
        foreach (var once in Told.Concat(Noted).Append("case.joined"))
        {
            Assert.Equal(await CountAsync(database, once), Convert.ToInt64(await database.ScalarAsync($"SELECT count(DISTINCT subject) FROM journal WHERE kind = '{once}'"), CultureInfo.InvariantCulture));
        }

        Assert.Equal(0L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM deadline WHERE kind LIKE '%-notice' OR kind = 'rectification.licence-change'"), CultureInfo.InvariantCulture));
        await WholeDatabase.ExpectAsync(database.Options, new FakeTimeProvider(Begin));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Serves, lets something happen, and kills the server.</summary>
    private async Task ServeAsync(string speed, Func<BureauClient, Task> work)
    {
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, [("ASPNETCORE_ENVIRONMENT", "Development")], [.. _settings, $"--Simulation:Speed={speed}"]);
        using var client = _token is null ? await BureauClient.SignInAsHeadAsync(url) : BureauClient.With(url, _token);
        _token = client.Token;
        await work(client);
        server.Kill();
        await server.GoneAsync();
    }

    /// <summary>Orders that have failed, cases that go on, and inspections that are planned.</summary>
    private static async Task<IReadOnlyList<Prepared>> PrepareAsync(BureauClient client)
    {
        using var admin = await BureauClient.SignInAsync(client.Http.BaseAddress!.ToString(), "admin", ShuangDaProcess.AdminPassword);
        foreach (var user in Officers)
        {
            await DoneAsync(admin, "createUser", new { userName = user, displayName = "某执法员", roles = new[] { "OFFICER" }, section = "INSPECTION", password = "fault-officer-7" }, "user { userName }");
        }

        // A certificate is suspended by its certification body alone (强制性产品认证管理规定 第二十六条).
        var district = GeneratedDistrict.Make(9, new DateOnly(2026, 3, 1), Each, 4 * Each);
        var licences = district.Licences.Where(one => one.Kind is not LicenceKind.CompulsoryCertificate).Take(Each).ToList();
        var prepared = await Task.WhenAll(Enumerable.Range(0, Each).Select(async index =>
        {
            var (enterprise, licence) = (district.Enterprises[index].CreditCode, licences[index].Number);
            await DoneAsync(client, "registerEnterprise", new { creditCode = enterprise, name = $"第{index}厂" }, "enterprise { version }");
            await DoneAsync(client, "registerLicence", new { number = licence, enterpriseCreditCode = enterprise, validFrom = "2024-01-01", validTo = "2028-12-31" }, "licence { version }");
            var order = (await DoneAsync(client, "orderRectification", Why(new { enterpriseCreditCode = enterprise, licence, requirements = new[] { "整改" } }), "rectification { number }")).GetProperty("rectification").GetProperty("number").GetString()!;
            await DoneAsync(client, "reportRectification", new { number = order, report = "已整改" }, "rectification { version }");
            await DoneAsync(client, "recordReinspection", Why(new { number = order, result = "STILL_IN_VIOLATION", officers = Officers, findings = "未整改" }), "rectification { version }");
            var cases = new List<string>();
            for (var made = 0; made < 3; made++)
            {
                cases.Add((await DoneAsync(client, "recordLead", new { title = $"第{index}案", violation = "ADULTERATION_OR_SUBSTANDARD", source = "REPORT", receivedOn = "2026-03-02", facts = "举报", enterpriseCreditCode = enterprise }, "case { number }")).GetProperty("case").GetProperty("number").GetString()!);
            }

            var inspection = (await DoneAsync(client, "planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = "2026-04-01" }, "inspection { number }")).GetProperty("inspection").GetProperty("number").GetString()!;
            return new Prepared(order, cases[0], cases[1], cases[2], inspection);
        }));
        return prepared;
    }

    /// <summary>Decides everything from which something follows for another.</summary>
    private static async Task DecideAsync(BureauClient client, IReadOnlyList<Prepared> work) => await Task.WhenAll(work.SelectMany(one => new[]
    {
        DoneAsync(client, "decideRectificationMeasure", Why(new { number = one.Order, measure = "SUSPENSION", accept = true,
            until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }), "rectification { version }"),
        DoneAsync(client, "openCrimeTransfer", Why(new { caseNumber = one.Case, agency = "PUBLIC_SECURITY" }), "crimeTransfer { version }"),
        DoneAsync(client, "recordInspection", new { number = one.Inspection, officers = Officers, findings = Findings, result = "CASE", violation = "ADULTERATION_OR_SUBSTANDARD", summary = "以次充好" }, "inspection { version }"),
        DoneAsync(client, "joinCase", Why(new { number = one.Joining, other = one.Joined }), "case { version }"),
    }));

    /// <summary>Opens everything, as people do in the morning: whoever owes something is reminded of it at once, without waiting for the clock's next attempt. Reading is answered, though the database refuses what would be written on the way.</summary>
    private static async Task LookAsync(BureauClient client, IReadOnlyList<Prepared> work)
    {
        var answers = await Task.WhenAll(work.Select(one => client.SendAsync(
            "query($order: String!, $case: String!, $inspection: String!) { rectification(number: $order) { version } case(number: $case) { version crimeTransfer { version } } inspection(number: $inspection) { version } }",
            new { order = one.Order, @case = one.Case, inspection = one.Inspection })));
        Assert.All(answers, answer => Assert.True(answer.Code is null, answer.ToString()));
    }

    private static readonly string[] Officers = ["fault.officer", "fault.second"];

    private static async Task<JsonElement> DoneAsync(BureauClient client, string mutation, object input, string selection)
    {
        var answer = await client.DoAsync(mutation, input, selection);
        Assert.True(answer.IsDone, $"{mutation}: {answer}");
        return answer.Done;
    }

    private static Dictionary<string, object?> Why(object input) => input.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(input))
        .Concat([new("reason", "抽样检验不合格"), new("basis", "产品质量法 第五十条"), new("documentNumber", "沪质监〔2026〕1号")]).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static Task<long> CountAsync(TestDatabase database, string kind) => CountAsync(database, [kind]);

    private static async Task<long> CountAsync(TestDatabase database, string[] kinds) =>
        Convert.ToInt64(await database.ScalarAsync($"SELECT count(*) FROM journal WHERE kind IN ({Quoted(kinds)})"), CultureInfo.InvariantCulture);

    /// <summary>Has the database refuse these entries, and no others.</summary>
    private static async Task RefuseAsync(TestDatabase database, string[] kinds)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await database.ExecuteAsync("DROP TRIGGER IF EXISTS refusal");
            if (kinds.Length > 0)
            {
                await database.ExecuteAsync($"CREATE TRIGGER refusal BEFORE INSERT ON journal WHEN NEW.kind IN ({Quoted(kinds)}) BEGIN SELECT RAISE(ABORT, 'not now'); END");
            }

            return;
        }

        await database.ExecuteAsync("DROP TRIGGER IF EXISTS refusal ON journal");
        if (kinds.Length > 0)
        {
            await database.ExecuteAsync("CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not now'; END $$");
            await database.ExecuteAsync($"CREATE TRIGGER refusal BEFORE INSERT ON journal FOR EACH ROW WHEN (NEW.kind IN ({Quoted(kinds)})) EXECUTE FUNCTION refuse()");
        }
    }

    private static string Quoted(string[] kinds) => string.Join(", ", kinds.Select(kind => $"'{kind}'"));

    /// <summary>What is decided on for one enterprise.</summary>
    private sealed record Prepared(string Order, string Case, string Joining, string Joined, string Inspection);
}
