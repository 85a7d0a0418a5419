using System.Diagnostics;
using System.Net;
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
        if (Environment.UserName != "root" || !OperatingSystem.IsLinux() || await ShellAsync("mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", _disk.Path) != 0)
        {
            Assert.Skip("A small file system cannot be mounted here: only root on Linux may.");
        }

        _mounted = true;
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

    private static async Task<int> ShellAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
