using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>A disk that runs full while people work, and has room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Clerks = 16;
    private const int MostCommands = 400;

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _disk = new();
    private bool _mounted;

    [Fact]
    public async Task WhoMeetsAFullDiskIsToldToComeAgainAndEachCommandIsDoneOnceWhenThereIsRoom()
    {
        await MountAsync("10m");
        var options = DatabaseOptions.Sqlite(_disk.File("shuangda.db"));
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, [.. InProcessServer.SettingsOf(options), "--Operations:DailyTasks=false"]);
        using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
        var enterprises = GeneratedDistrict.Make(5, new DateOnly(2026, 6, 1), Clerks, 1).Enterprises;
        await Task.WhenAll(enterprises.Select(async one => Assert.True((await client.DoAsync("registerEnterprise", new { creditCode = one.CreditCode, name = "某厂" }, "enterprise { version }")).IsDone)));

        var stuck = await Task.WhenAll(enterprises.Select(async one =>
        {
            for (var command = 0; command < MostCommands; command++)
            {
                var input = new { commandId = Guid.NewGuid(), creditCode = one.CreditCode, businessScope = $"{command}{new string('营', 3900)}" };
                if (await client.DoAsync("changeEnterprise", input, "enterprise { version }") is { IsDone: false } answer)
                {
                    return (Answer: answer, Input: input, Done: command);
                }
            }

            throw new InvalidOperationException("The disk did not run full.");
        }));

        Assert.All(stuck, one => Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE", true), (one.Answer.Status, one.Answer.Code, one.Answer.RetryAfter > TimeSpan.Zero)));
        Assert.All(stuck, one => Assert.DoesNotContain("sqlite", one.Answer.Text, StringComparison.OrdinalIgnoreCase));
        foreach (var one in stuck)
        {
            var read = await client.SendAsync("query($code: String!) { enterprise(creditCode: $code) { version } }", new { code = one.Input.creditCode });
            Assert.Equal(1 + one.Done, read.Data.GetProperty("enterprise").GetProperty("version").GetInt32());
        }

        Assert.Equal(0, await ShellAsync("mount", "-o", "remount,size=64m", _disk.Path));
        foreach (var one in stuck)
        {
            var done = await client.DoAsync("changeEnterprise", one.Input, "enterprise { version }");
            Assert.True(done.IsDone, done.ToString());
            Assert.Equal(2 + one.Done, done.Done.GetProperty("enterprise").GetProperty("version").GetInt32());
        }

        Assert.Equal(0, await server.TerminateAsync());
        await WholeDatabase.ExpectAsync(options);
        Assert.Contains("The database cannot commit", server.Said, StringComparison.Ordinal);
        Assert.Contains("disk is full", server.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileForWhichThereIsNoRoomIsRefusedWithNothingHalfLeftAndTakenWhenThereIs()
    {
        const string Photo = "/attachments?fileName=a.jpg";
        await MountAsync("1m");
        var url = FreePort.Url();
        string[] folders = [$"--Attachments:Folder={_disk.File("attachments")}", $"--Imports:Folder={_disk.File("imports")}"];
        using var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, folders);
        using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
        var (photo, register) = (new byte[2 * 1024 * 1024], new string('x', 2 * 1024 * 1024));
        new byte[] { 0xFF, 0xD8, 0xFF }.CopyTo(photo, 0);
        for (var at = 0; at < 2; at++)
        {
            (string, HttpContent)[] sent = [(Photo, new ByteArrayContent(photo)), ("/imports/enterprises", new StringContent(register))];
            foreach (var (path, content) in sent)
            {
                using (content)
                using (var refused = await client.Http.PostAsync(path, content, TestContext.Current.CancellationToken))
                {
                    Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
                    var said = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    Assert.Contains("STORAGE_FULL", said, StringComparison.Ordinal);
                }
            }

            Assert.Empty(Directory.GetFiles(_disk.Path, "*", SearchOption.AllDirectories));
        }

        Assert.Equal(0, await ShellAsync("mount", "-o", "remount,size=16m", _disk.Path));
        using var again = new ByteArrayContent(photo);
        using var taken = await client.Http.PostAsync(Photo, again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Contains("The disk is full", server.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportForWhoseRejectedRowsThereIsNoRoomGoesOnWithoutTheirFileAndSaysSo()
    {
        const int Rows = 8_000;
        await MountAsync("1m");
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(_folder.Path, url, $"--Imports:Folder={_disk.File("imports")}");
        using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
        var rows = Enumerable.Range(0, Rows).Select(at => $"9131{at},某厂{at},{new string('x', 50)}\n");
        using var content = new StringContent(string.Concat(rows.Prepend("统一社会信用代码,企业名称,住所\n")));
        using var accepted = await client.Http.PostAsync("/imports/enterprises", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var answer = await accepted.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var import = answer.GetProperty("url").GetString();
        var told = default(JsonElement);
        await Eventually.Until("the import has ended", async () =>
        {
            told = await client.Http.GetFromJsonAsync<JsonElement>(import, TestContext.Current.CancellationToken);
            return told.GetProperty("status").GetString() is "COMPLETED" or "FAILED";
        });

        Assert.Equal(("COMPLETED", Rows), (told.GetProperty("status").GetString(), told.GetProperty("rejected").GetInt32()));
        Assert.Contains(
            told.GetProperty("remarks").EnumerateArray(), remark => remark.GetString()!.Contains("磁盘已满", StringComparison.Ordinal));
        var givenBack = told.GetProperty("rejectedRowsUrl").GetString();
        var rejected = await client.Http.GetStringAsync(givenBack, TestContext.Current.CancellationToken);
        Assert.Contains($"{Rows}行被拒行未能保存", rejected, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_disk.Path, "*.partial", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        if (_mounted)
        {
            using var unmount = Process.Start("umount", [_disk.Path]);
            unmount.WaitForExit();
        }

        _disk.Dispose();
        _folder.Dispose();
    }

    private async Task MountAsync(string size)
    {
        Assert.SkipUnless(Environment.UserName == "root" && OperatingSystem.IsLinux(), "Only root on Linux mounts a small file system.");
        _mounted = await ShellAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _disk.Path) == 0;
        Assert.SkipUnless(_mounted, "A small file system cannot be mounted here.");
    }

    private static async Task<int> ShellAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
