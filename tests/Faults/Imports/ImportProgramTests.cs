using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Operations;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Imports;

/// <summary>What a person at a shell meets who imports a register, and what is left of an import when the program is killed.</summary>
public sealed class ImportProgramTests
{
    private const string Password = "a-steward-at-the-shell";
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(3, new DateOnly(2026, 6, 1), enterprises: 1500, licences: 100);

    [Fact]
    public async Task A_register_is_imported_without_a_server_and_through_one_and_what_was_refused_is_said()
    {
        using var folder = new TemporaryFolder();
        var enterprises = RegisterSheet.Enterprises(District).With(0, "统一社会信用代码", "9131011863165614");
        await File.WriteAllBytesAsync(folder.File("enterprises.csv"), enterprises.ToCsv(RegisterSheet.Gb18030));
        await File.WriteAllBytesAsync(folder.File("licences.xlsx"), RegisterSheet.Licences(District).ToXlsx());
        await File.WriteAllBytesAsync(folder.File("broken.csv"), RegisterSheet.Licences(District).Without("有效期至").ToCsv());

        var (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "import", "enterprises", "enterprises.csv", $"--SHUANGDA_ADMIN_PASSWORD={Password}");
        Assert.True(code == 0, said);
        Assert.Contains("读入 1500 行：新建 1499，更新 0，未变 0，拒绝 1", said, StringComparison.Ordinal);
        Assert.Matches("rejected rows with reasons: .*\\.rejected\\.csv", said);

        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, url);
        (string, string)[] password = [("SHUANGDA_PASSWORD", Password)];
        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, password, "import", "enterprises", "enterprises.csv", $"--urls={url}");
        Assert.True(code == 0, said);
        Assert.Contains("读入 1500 行：新建 0，更新 0，未变 1499，拒绝 1", said, StringComparison.Ordinal);
        Assert.Contains("第2行：统一社会信用代码应为18位，现为16位", await File.ReadAllTextAsync(folder.File("enterprises.rejected.csv")), StringComparison.Ordinal);

        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, password, "import", "licences", "licences.xlsx", "--server", url, "--user", "admin");
        Assert.True(code == 0, said);
        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, password, "import", "licences", "broken.csv", "--server", url);
        Assert.Equal(1, code);
        Assert.Contains("缺少必需的列：有效期至", said, StringComparison.Ordinal);
        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, [("SHUANGDA_PASSWORD", "not-the-password")], "import", "licences", "licences.xlsx", "--server", url);
        Assert.Equal(1, code);
        Assert.Contains("用户名或口令不正确", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        await server.TerminateAsync();
    }

    [Fact]
    public async Task An_import_goes_on_after_the_program_was_killed_and_counts_every_row_once()
    {
        using var folder = new TemporaryFolder();
        var url = FreePort.Url();
        var path = "";
        using (await ShuangDaProcess.ServeAsync(folder.Path, url, $"--SHUANGDA_ADMIN_PASSWORD={Password}", "--Imports:RowsInFlight=2"))
        {
            using var http = await SignInAsync(url);
            using var accepted = await http.PostAsync("/imports/enterprises", new ByteArrayContent(RegisterSheet.Enterprises(District).ToCsv()));
            path = (await JsonDocument.ParseAsync(await accepted.Content.ReadAsStreamAsync())).RootElement.GetProperty("url").GetString()!;
            await UntilAsync(http, path, import => import.GetProperty("created").GetInt32() > 20);

            // Leaving the block kills it.
        }

        using var again = await ShuangDaProcess.ServeAsync(folder.Path, url);
        using (var http = await SignInAsync(url))
        {
            var import = await UntilAsync(http, path, import => import.GetProperty("status").GetString() == "COMPLETED");
            Assert.Equal((1500, 1500, 0), (import.GetProperty("rowsRead").GetInt32(), import.GetProperty("created").GetInt32(), import.GetProperty("unchanged").GetInt32()));
        }

        Assert.Equal(0, await again.TerminateAsync());
        var (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "verify-journal");
        Assert.True(code == 0, said);
        Assert.Empty(Directory.GetFiles(folder.File("data/imports")));
    }

    [Fact]
    public async Task An_import_during_which_the_program_died_twice_rests_and_others_go_on()
    {
        using var folder = new TemporaryFolder();
        var url = FreePort.Url();
        var path = "";
        foreach (var life in new[] { 1, 2 })
        {
            using (await ShuangDaProcess.ServeAsync(folder.Path, url, $"--SHUANGDA_ADMIN_PASSWORD={Password}", "--Imports:RowsInFlight=1"))
            {
                using var http = await SignInAsync(url);
                if (life == 1)
                {
                    using var accepted = await http.PostAsync("/imports/enterprises", new ByteArrayContent(RegisterSheet.Enterprises(District).ToCsv()));
                    path = (await JsonDocument.ParseAsync(await accepted.Content.ReadAsStreamAsync())).RootElement.GetProperty("url").GetString()!;
                }

                await UntilAsync(http, path, import => import.GetProperty("created").GetInt32() > 10 * life);

                // Leaving the block kills it.
            }
        }

        using var again = await ShuangDaProcess.ServeAsync(folder.Path, url);
        using (var http = await SignInAsync(url))
        {
            var rests = await UntilAsync(http, path, import => import.GetProperty("status").GetString() == "PARKED");
            Assert.Contains("意外终止2次", rests.GetProperty("failure").GetString(), StringComparison.Ordinal);
            using var other = await http.PostAsync("/imports/licences", new ByteArrayContent(RegisterSheet.Licences(District).ToCsv()));
            await UntilAsync(http, (await JsonDocument.ParseAsync(await other.Content.ReadAsStreamAsync())).RootElement.GetProperty("url").GetString()!, import => import.GetProperty("status").GetString() == "COMPLETED");

            using var resumed = await http.PostAsJsonAsync("/graphql", new { query = $$"""mutation { resumeImport(input: { importId: "{{path[(path.LastIndexOf('/') + 1)..]}}" }) { import { status } errors { __typename } } }""" });
            Assert.Contains("QUEUED", await resumed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            var done = await UntilAsync(http, path, import => import.GetProperty("status").GetString() == "COMPLETED");
            Assert.Equal((1500, 1500), (done.GetProperty("rowsRead").GetInt32(), done.GetProperty("created").GetInt32()));
        }

        Assert.Equal(0, await again.TerminateAsync());
        Assert.All(Directory.GetFiles(folder.File("data/imports")), file => Assert.EndsWith(".rejected.csv", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_whose_shell_is_ended_is_cancelled_where_it_runs()
    {
        // SIGTERM, which takes the way of Ctrl+C: a test that runs in the background would never see the latter.
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("enterprises.csv"), RegisterSheet.Enterprises(District).ToCsv());
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, url, $"--SHUANGDA_ADMIN_PASSWORD={Password}", "--Imports:RowsInFlight=1");
        using var http = await SignInAsync(url);
        // The first question makes the schema, which takes longer than some imports.
        Assert.Null(await RunningAsync());
        using var shell = ShuangDaProcess.Start(folder.Path, [("SHUANGDA_PASSWORD", Password)], "import", "enterprises", "enterprises.csv", "--server", url);
        var path = "";
        await Eventually.Until("the import runs", async () => (path = await RunningAsync() ?? "").Length > 0);
        Assert.Equal(1, await shell.TerminateAsync());
        Assert.Contains("导入已取消", shell.Said, StringComparison.Ordinal);
        var import = await http.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal("CANCELLED", import.GetProperty("status").GetString());
        Assert.InRange(import.GetProperty("created").GetInt32(), 0, 1499);
        await server.TerminateAsync();

        async Task<string?> RunningAsync()
        {
            using var asked = await http.PostAsJsonAsync("/graphql", new { query = "{ recentImports { importId status } }" });
            using var recent = JsonDocument.Parse(await asked.Content.ReadAsStringAsync());
            var imports = recent.RootElement.GetProperty("data").GetProperty("recentImports").EnumerateArray().ToList();
            Assert.DoesNotContain(imports, import => import.GetProperty("status").GetString() == "COMPLETED");
            return imports.Where(import => import.GetProperty("status").GetString() == "RUNNING").Select(import => $"/imports/{import.GetProperty("importId").GetString()}").FirstOrDefault();
        }
    }

    private static async Task<HttpClient> SignInAsync(string url)
    {
        var http = new HttpClient { BaseAddress = new Uri(url) };
        using var answer = await http.PostAsJsonAsync("/auth/sign-in", new { userName = "admin", password = Password });
        answer.EnsureSuccessStatusCode();
        using var signedIn = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.RootElement.GetProperty("accessToken").GetString());
        return http;
    }

    private static async Task<JsonElement> UntilAsync(HttpClient http, string path, Predicate<JsonElement> enough)
    {
        JsonElement import = default;
        await Eventually.Until("the import has come so far", async () =>
        {
            import = await http.GetFromJsonAsync<JsonElement>(path);
            var isEnough = enough(import);
            Assert.True(isEnough || import.GetProperty("status").GetString() != "FAILED", import.ToString());
            return isEnough;
        });
        return import;
    }
}
