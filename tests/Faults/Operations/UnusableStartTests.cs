using Microsoft.Data.Sqlite;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>What the program says, in both languages and with exit code 1, when it cannot use its database.</summary>
public sealed class UnusableStartTests(StartedProgram program) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TwoProcessesNeverWorkOnOneFile()
    {
        await program.ReadyAsync();

        var (code, said) = await StartAsync(program.Folder);

        Assert.Equal(1, code);
        Expect(said, "另一个进程", "is in use by another process", "ConnectionStrings:ShuangDa");
        using var client = await BureauClient.SignInAsync(program.Url, "admin", ShuangDaProcess.AdminPassword);
        Assert.Null((await client.SendAsync("{ me { userName } }")).Code);
    }

    [Fact]
    public async Task AReadOnlyFileIsSaid()
    {
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(_folder.Path, "migrate")).ExitCode);
        File.SetAttributes(DatabaseFile, FileAttributes.ReadOnly);

        var (code, said) = await StartAsync(_folder.Path);

        Assert.Equal(1, code);
        Expect(said, "只读", "read-only", "ConnectionStrings:ShuangDa");
    }

    [Fact]
    public async Task ADatabaseOfANewerProgramIsLeftAlone()
    {
        Assert.Equal(0, (await ShuangDaProcess.RunAsync(_folder.Path, "migrate")).ExitCode);
        await using (var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO schema_version (version, name, applied_at) VALUES (99999, 'later', '2030-01-01')";
            await command.ExecuteNonQueryAsync();
        }

        var (code, said) = await StartAsync(_folder.Path);

        Assert.Equal(1, code);
        Expect(said, "较新的程序", "made by a newer program");
    }

    public void Dispose() => _folder.Dispose();

    private string DatabaseFile => _folder.File("data/shuangda.db");

    private static Task<(int ExitCode, string Said)> StartAsync(string folder) =>
        ShuangDaProcess.RunAsync(folder, $"--urls={FreePort.Url()}", $"--Orleans:SiloPort={FreePort.Next()}");

    private static void Expect(string said, params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }
}
