using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>What an administrator meets: exit codes, messages, health, and a stop.</summary>
public sealed class ProgramTests(StartedProgram program)
{
    [Fact]
    public async Task AServerSaysThatItIsReadyAndStopsInOrderWhenItIsToldTo()
    {
        using var folder = new TemporaryFolder();
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, url);
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Add("X-Correlation-ID", "abc-123");

        var ready = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var live = await http.GetStringAsync("/health/live", TestContext.Current.CancellationToken);
        var metrics = await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        var verified = await ShuangDaProcess.RunAsync(folder.Path, "verify-journal");
        var migrated = await ShuangDaProcess.RunAsync(folder.Path, "rebuild-read-model");
        var code = await server.TerminateAsync();

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("""{"status":"Healthy","checks":{"database":"Healthy","silo":"Healthy","commits":"Healthy","clocks":"Healthy","daily-tasks":"Healthy"}}""", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("abc-123", ready.Headers.GetValues("X-Correlation-ID").Single());
        Assert.StartsWith("""{"status":"Healthy""", live, StringComparison.Ordinal);
        Assert.Contains("orleans", metrics, StringComparison.Ordinal);
        Assert.True(verified.ExitCode == 0, verified.Said);
        Assert.Equal(1, migrated.ExitCode);
        Assert.Contains("is in use by another process", migrated.Said, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.NotEmpty(Directory.GetFiles(folder.File("logs"), "shuangda-*.log"));
        Assert.Single(Directory.GetFiles(folder.File("data/digests"), "digest-*.txt"));
    }

    [Fact]
    public async Task TheLogNamesRequestsByTheirIdsAndHoldsNoQueryString()
    {
        await program.ReadyAsync();
        using var http = new HttpClient { BaseAddress = new Uri(program.Url) };

        using var first = new HttpRequestMessage(HttpMethod.Get, "/nothing/here?name=hunter2");
        first.Headers.Add("X-Correlation-ID", "from-the-client-1");
        await http.SendAsync(first, TestContext.Current.CancellationToken);
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/nothing/there");
        forged.Headers.TryAddWithoutValidation("X-Correlation-ID", "a\"forged id");
        var answer = await http.SendAsync(forged, TestContext.Current.CancellationToken);

        string[] log = [];
        await Eventually.Until("the second answer is logged", () => (log = LogSearch.LinesOf(Path.Combine(program.Folder, "logs"))).Any(text => IsAnswer(text, "/nothing/there")));
        var line = log.Single(text => IsAnswer(text, "/nothing/here"));
        Assert.Contains("\"CorrelationId\":\"from-the-client-1\"", line, StringComparison.Ordinal);
        // No page and no part of the API: an address of the dashboard is open to everybody, and there is nothing at it for a program.
        Assert.Contains("\"StatusCode\":404", line, StringComparison.Ordinal);
        Assert.All(["hunter2", "forged"], told => Assert.DoesNotContain(log, text => text.Contains(told, StringComparison.Ordinal)));
        Assert.Matches("^[0-9A-Za-z:]+$", answer.Headers.GetValues("X-Correlation-ID").Single());

        // The last line may be read while it is being written.
        static bool IsAnswer(string text, string path) =>
            text.Contains(path, StringComparison.Ordinal) && text.Contains("StatusCode", StringComparison.Ordinal) && text.EndsWith('}');
    }

    /// <summary>Thailand counts other years, and a German number has a comma: nothing that the program says depends on where it runs.</summary>
    [Theory]
    [InlineData("th_TH.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    [InlineData("zh_CN.UTF-8")]
    public async Task WhatIsSaidDoesNotDependOnTheMachineSLocale(string locale)
    {
        using var folder = new TemporaryFolder();
        var url = FreePort.Url();
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, url, [("LANG", locale), ("LC_ALL", locale)]);
        using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
        var refused = await client.DoAsync("registerEnterprise", new { creditCode = "91310118631656145F", name = "某厂", registeredOn = "2199-12-31" }, "enterprise { name }");

        Assert.True(refused.Refusal.ValueKind is System.Text.Json.JsonValueKind.Object, refused.ToString());
        Assert.Equal("The day of registration, 2199-12-31, lies in the future", refused.Refusal.GetProperty("message").GetString());
        Assert.Equal(0, await server.TerminateAsync());
    }

    /// <summary>In a mount namespace of its own the process finds nothing in ICU's libraries: it says so in a line of each language.</summary>
    [Fact]
    public async Task WithoutIcuTheProgramSaysWhatToInstall()
    {
        // Not along links, which lead round in circles; what they name is hidden with what they lead to.
        var search = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        string[] libraries = OperatingSystem.IsLinux() ? Directory.GetFiles("/usr/lib", "libicu*.so*", search) : [];
        if (Environment.UserName != "root" || libraries.Length == 0)
        {
            Assert.Skip("Libraries can only be hidden by root on Linux.");
        }

        var hide = string.Concat(libraries.Select(library => $"mount --bind /dev/null '{library}' || exit 77; "));
        using var process = Process.Start(new ProcessStartInfo("unshare", ["--mount", "sh", "-c", $"{hide} exec dotnet '{Path.Combine(AppContext.BaseDirectory, "ShuangDa.Silo.dll")}' self-check"]) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(process.ExitCode == 77 || said.Contains("unshare failed", StringComparison.Ordinal), "Nothing can be mounted here.");

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("apt-get install libicu72", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortThatIsInUseIsNamedWithItsUrlAndNoStackTrace()
    {
        using var folder = new TemporaryFolder();
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var (code, said) = await ShuangDaProcess.RunAsync(folder.Path, $"--urls={url}", $"--Orleans:SiloPort={FreePort.Next()}");

        Assert.Equal(1, code);
        Assert.Contains($"urls: {url} is in use by another program", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Commits:BatchSize: '0' will not do", "--Commits:BatchSize=0")]
    [InlineData("Database:Provider is 'Oracle'", "--Database:Provider=Oracle")]
    [InlineData("Orleans:SiloPort: It must be a port", "--Orleans:SiloPort=high")]
    [InlineData("There is no such command", "verify-jurnal")]
    [InlineData("no loopback address", "--demo", "--urls=http://0.0.0.0:5999")]
    [InlineData("It goes with --demo only", "--reset")]
    [InlineData("ConnectionStrings:ShuangDa: --demo works on its own data", "--demo", "--ConnectionStrings:ShuangDa=Data Source=elsewhere.db")]
    [InlineData("Database:Provider: --demo works on its own data", "verify-journal", "--demo", "--Database:Provider=PostgreSql")]
    [InlineData("There is no database file", "verify-journal")]
    public async Task WhatCannotBeStartedSaysWhyAndEndsWithOne(string words, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await ShuangDaProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(1, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheVerbsWorkOneAfterAnother()
    {
        using var folder = new TemporaryFolder();
        var digest = folder.File("digest-2026-01-01.txt");
        var backup = folder.File("backup.db");

        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "migrate")).ExitCode);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "write-digest", digest)).ExitCode);
        var again = await ShuangDaProcess.RunAsync(folder.Path, "write-digest", digest);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "verify-journal", "--digest", digest)).ExitCode);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "self-check")).ExitCode);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "rebuild-read-model")).ExitCode);
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(folder.Path, "backup", backup)).ExitCode);
        await SpoilAsync(folder.File("data/shuangda.db"));
        var found = await ShuangDaProcess.RunAsync(folder.Path, "self-check");
        var restored = await ShuangDaProcess.RunAsync(folder.Path, "restore", backup);
        var clean = await ShuangDaProcess.RunAsync(folder.Path, "self-check");

        Assert.Equal(1, again.ExitCode);
        Assert.Contains("exists already", again.Said, StringComparison.Ordinal);
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("licence/zzz", found.Said, StringComparison.Ordinal);
        Assert.Contains("run rebuild-read-model", found.Said, StringComparison.Ordinal);
        Assert.Equal(0, restored.ExitCode);
        Assert.Equal(0, clean.ExitCode);
    }

    private static async Task SpoilAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO licence_product_class (subject, code, place) VALUES ('licence/zzz', 'TOYS', 0)";
        await command.ExecuteNonQueryAsync();
    }
}
