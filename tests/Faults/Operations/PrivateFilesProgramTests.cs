using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>Whatever the program and its libraries write is for its own account alone, and so is what an older version left.</summary>
public sealed class PrivateFilesProgramTests
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(3, new DateOnly(2026, 6, 1), enterprises: 20, licences: 5);

    [Fact]
    public async Task Nothing_that_is_written_is_readable_by_other_accounts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes; the folder's access list decides.");
        using var folder = new TemporaryFolder();
        var url = FreePort.Url();
        await ServeAsync(folder, url, work: true);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "backup", "out/copy.db")).ExitCode);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "write-digest", "out/digest.txt")).ExitCode);
        var written = Written(folder.Path);
        foreach (var part in new[] { "data/shuangda.db", "data/shuangda.lock", "data/keys/key-", "data/imports/", "data/attachments/", "data/digests/", "logs/shuangda-", "out/copy.db", "out/digest.txt" })
        {
            Assert.Contains(written, path => path.StartsWith(part, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(written, path => IsOpen(folder.File(path)));

        // As versions before left it.
        foreach (var path in written)
        {
            Loosen(folder.File(path));
        }

        await ServeAsync(folder, url, work: false);
        Assert.DoesNotContain(Written(folder.Path), path => !path.StartsWith("out", StringComparison.Ordinal) && IsOpen(folder.File(path)) && IsReachable(folder.Path, path));
        Assert.DoesNotContain(new[] { "data", "logs", "data/shuangda.db", "data/shuangda.lock", "data/keys", "data/imports", "data/attachments", "data/digests" }, path => IsOpen(folder.File(path)));

        // A copy that anybody could read becomes a database that nobody else can.
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "restore", "out/copy.db")).ExitCode);
        Assert.False(IsOpen(folder.File("data/shuangda.db")));
    }

    private static async Task ServeAsync(TemporaryFolder folder, string url, bool work)
    {
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, url, "--Keys:Store=Folder");
        if (work)
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            using var answer = await http.PostAsJsonAsync("/auth/sign-in", new { userName = "admin", password = ShuangDaProcess.AdminPassword });
            using var signedIn = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.RootElement.GetProperty("accessToken").GetString());
            using var attachment = await http.PostAsync("/attachments?fileName=a.pdf", new ByteArrayContent("%PDF-1.7\n"u8.ToArray()));
            Assert.True(attachment.IsSuccessStatusCode, await attachment.Content.ReadAsStringAsync());
            var sheet = RegisterSheet.Enterprises(District).With(0, "统一社会信用代码", "9131011863165614");
            using var accepted = await http.PostAsync("/imports/enterprises", new ByteArrayContent(sheet.ToCsv()));
            using var import = JsonDocument.Parse(await accepted.Content.ReadAsStringAsync());
            var place = import.RootElement.GetProperty("url").GetString();
            await Eventually.Until("the import has come to its end", async () => (await http.GetFromJsonAsync<JsonElement>(place)).GetProperty("status").GetString() == "COMPLETED");
            await Eventually.Until("the import's upload is removed", () => Directory.GetFiles(folder.File("data/imports")).All(file => file.EndsWith(".rejected.csv", StringComparison.Ordinal)));
            // The first digest is written once the server has started.
            await Eventually.Until("the first digest is written", () => Directory.Exists(folder.File("data/digests")) && Directory.GetFiles(folder.File("data/digests"), "digest-*.txt").Length > 0);
            Assert.DoesNotContain(Written(folder.Path), path => IsOpen(folder.File(path)));
        }

        Assert.Equal(0, await server.TerminateAsync());
    }

    private static List<string> Written(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    /// <summary>Whether other accounts come as far as to a file: what lies in a closed folder is closed.</summary>
    private static bool IsReachable(string folder, string path)
    {
        for (var above = Path.GetDirectoryName(path); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (!IsOpen(Path.Combine(folder, above)))
            {
                return false;
            }
        }

        return true;
    }

    private static void Loosen(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.OtherRead | (Directory.Exists(path) ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None));
        }
    }
}
