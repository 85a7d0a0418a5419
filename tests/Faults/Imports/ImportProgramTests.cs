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
        var enterprises = RegisterSheet.Enterprises(District).With(0, "统一社会信用代码", "91310118631656145A");
        await File.WriteAllBytesAsync(folder.File("enterprises.csv"), enterprises.ToCsv(RegisterSheet.Gb18030));
        await File.WriteAllBytesAsync(folder.File("licences.xlsx"), RegisterSheet.Licences(District).ToXlsx());
        await File.WriteAllBytesAsync(folder.File("broken.csv"), RegisterSheet.Licences(District).Without("有效期至").ToCsv());

        var (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "import", "enterprises", "enterprises.csv", $"--SHUANGDA_ADMIN_PASSWORD={Password}");
        Assert.True(code == 0, said);
        Assert.Contains("读入 1500 行：新建 1499，更新 0，未变 0，拒绝 1", said, StringComparison.Ordinal);
        Assert.Matches("rejected rows with reasons: .*\\.rejected\\.csv", said);

        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, url);
        Environment.SetEnvironmentVariable("SHUANGDA_PASSWORD", Password);
        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "import", "enterprises", "enterprises.csv", $"--urls={url}");
        Assert.True(code == 0, said);
        Assert.Contains("读入 1500 行：新建 0，更新 0，未变 1499，拒绝 1", said, StringComparison.Ordinal);
        Assert.Contains("第2行：统一社会信用代码校验码不符", await File.ReadAllTextAsync(folder.File("enterprises.rejected.csv")), StringComparison.Ordinal);

        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "import", "licences", "licences.xlsx", "--server", url, "--user", "admin");
        Assert.True(code == 0, said);
        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "import", "licences", "broken.csv", "--server", url);
        Assert.Equal(1, code);
        Assert.Contains("缺少必需的列：有效期至", said, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable("SHUANGDA_PASSWORD", "not-the-password");
        (code, said) = await ShuangDaProcess.RunAsync(folder.Path, "import", "licences", "licences.xlsx", "--server", url);
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
        while (true)
        {
            var import = await http.GetFromJsonAsync<JsonElement>(path);
            if (enough(import))
            {
                return import;
            }

            Assert.NotEqual("FAILED", import.GetProperty("status").GetString());
        }
    }
}
