using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Kills;

/// <summary>kill -9 between what was posted to the city bureau and its answer: it is posted again under the same key.</summary>
public sealed class KilledWhileSendingTests : IDisposable
{
    private const string Password = "fault-sender-7";

    // Two hours a second: the first report that nobody missed is due within half a minute.
    private const string Speed = "7200";

    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task WhatWasPostedAndNotAnsweredIsPostedAgainUnderTheSameKeyAndReceivedOnce()
    {
        using var city = new HttpListener();
        var address = FreePort.Url();
        city.Prefixes.Add(address + "/");
        city.Start();
        var keys = new ConcurrentQueue<string>();
        var answers = false;
        var taking = TakeAsync(city, keys, () => Volatile.Read(ref answers));
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        string[] settings =
        [
            .. InProcessServer.SettingsOf(database.Options), "--Operations:DailyTasks=false", $"--Simulation:Start={Begin:O}",
            $"--Simulation:Speed={Speed}", $"--CityBureau:Url={address}/daily-summaries", "--CityBureau:Retry=00:00:00.1",
            "--CityBureau:Timeout=00:05:00",
        ];
        (string, string)[] development = [("ASPNETCORE_ENVIRONMENT", "Development")];
        var url = FreePort.Url();
        using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, development, settings))
        {
            await ApproveAsync(url);
            await Eventually.Until("it was posted", () => !keys.IsEmpty);
            server.Kill();
            await server.GoneAsync();
        }

        Assert.Equal(("1", "0"), (await CountAsync(database, "daily-summary.sent"), await CountAsync(database, "daily-summary.receipted")));
        Volatile.Write(ref answers, true);
        using (var server = await ShuangDaProcess.ServeAsync(_folder.Path, FreePort.Url(), development, settings))
        {
            await Eventually.Until("it is received", async () => await CountAsync(database, "daily-summary.receipted") == "1");
            Assert.Equal(0, await server.TerminateAsync());
        }

        city.Stop();
        await taking;
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct());
        Assert.Equal(("1", "1"), (await CountAsync(database, "daily-summary.sent"), await CountAsync(database, "daily-summary.receipted")));
        await WholeDatabase.ExpectAsync(database.Options, new FakeTimeProvider(Begin));
    }

    public void Dispose() => _folder.Dispose();

    // A section reports, its report is collected, and the head approves.
    private static async Task ApproveAsync(string url)
    {
        using var admin = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
        using var legal = await NewAsync(admin, url, "fault.legal", "LEGAL");
        using var leader = await NewAsync(admin, url, "fault.leader", "LEADER");
        var now = (await legal.SendAsync("{ now }")).Data.GetProperty("now").GetDateTimeOffset();
        var day = IsoDate.Of(WorkingCalendar.BuiltIn.AddWorkingDays(ShanghaiTime.DayOf(now), 2).Day);
        var started = await legal.DoAsync("startDailyReports", new { section = "INSPECTION", from = day }, "dailyReport { number }");
        Assert.True(started.IsDone, started.ToString());
        var number = "";
        await Eventually.Until("the reports of the day are collected", async () =>
        {
            var collected = await legal.DoAsync("collectDailyReports", new { day }, "dailySummary { number }");
            if (!collected.IsDone)
            {
                return false;
            }

            number = collected.Done.GetProperty("dailySummary").GetProperty("number").GetString()!;
            return true;
        });
        var approved = await leader.DoAsync("approveDailySummary", new { number }, "dailySummary { status }");
        Assert.True(approved.IsDone, approved.ToString());
    }

    private static async Task<BureauClient> NewAsync(BureauClient admin, string url, string userName, string role)
    {
        var input = new { userName, displayName = "某人", roles = new[] { role }, password = Password, mustChangePassword = false };
        var made = await admin.DoAsync("createUser", input, "user { userName }");
        Assert.True(made.IsDone, made.ToString());
        return await BureauClient.SignInAsync(url, userName, Password);
    }

    // Hears what is posted; answers nothing until it is told to.
    private static async Task TakeAsync(HttpListener city, ConcurrentQueue<string> keys, Func<bool> answers)
    {
        while (city.IsListening)
        {
            HttpListenerContext posted;
            try
            {
                posted = await city.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }

            keys.Enqueue(posted.Request.Headers["Idempotency-Key"]!);
            if (answers())
            {
                posted.Response.ContentType = "application/json";
                await posted.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("{\"receiptNumber\":\"市收1\"}"));
                posted.Response.Close();
            }
        }
    }

    private static async Task<string?> CountAsync(TestDatabase database, string kind) =>
        Convert.ToString(
            await database.ScalarAsync($"SELECT count(*) FROM journal WHERE kind = '{kind}'"),
            CultureInfo.InvariantCulture);
}
