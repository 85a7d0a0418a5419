using System.Diagnostics;
using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>The program itself, killed while it makes its tables. What a kill in the middle of one step leaves is shown by <see cref="SqliteMigrationTests"/>; this shows that the whole way up survives it.</summary>
public sealed class KilledMigrationTests
{
    [Fact]
    public async Task AProgramKilledWhileItMakesItsTablesMakesTheRestAtTheNextStart()
    {
        await using var killed = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using var whole = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);

        foreach (var steps in new[] { 1, 3 })
        {
            await KillAfter(killed, steps);
        }

        await (await killed.OpenAsync()).DisposeAsync();
        await (await whole.OpenAsync()).DisposeAsync();
        const string Everything = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name)";
        Assert.Equal(await whole.ScalarAsync(Everything), await killed.ScalarAsync(Everything));
        Assert.Equal("ok", await killed.ScalarAsync("PRAGMA integrity_check"));
    }

    /// <summary>Starts the program and kills it as soon as it says that it begins its n-th step, or that it is done with all.</summary>
    private static async Task KillAfter(TestDatabase database, int steps)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ShuangDa.Silo.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(database.Options.File)!,
        };
        start.Environment["ConnectionStrings__ShuangDa"] = database.Options.Runtime;
        using var program = Process.Start(start)!;
        var said = new List<string>();
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("Changing the tables", StringComparison.Ordinal) && --steps == 0 || line.Contains("The tables are at schema version", StringComparison.Ordinal))
            {
                break;
            }
        }

        Assert.Contains(said, line => line.Contains("tables", StringComparison.Ordinal));
        program.Kill();
        await program.WaitForExitAsync();
    }
}
