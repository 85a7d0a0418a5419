using System.CommandLine;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Commands;

/// <summary>备份. Copies the SQLite database, also while a server runs: with a write-ahead log a reader holds nobody up.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "备份文件，已存在时被替换。The copy; a file of that name is replaced." };
        return new Command("backup", "备份 SQLite 数据库，服务器可以同时运行。服务器数据库请用其自带工具。\nBack up the SQLite database, also while a server runs. Server databases have tools of their own.") { file }
            .Does((call, cancellationToken) => RunAsync(call, call.Parsed.GetRequiredValue(file).FullName, cancellationToken));
    }

    private static async Task<int> RunAsync(Call call, string file, CancellationToken cancellationToken)
    {
        await using var database = await OpenedDatabase.OpenToReadAsync(call.Database, cancellationToken).ConfigureAwait(false);
        var size = await Backup.BackupTo(database, file, cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"已备份到 {file}（{size / 1024} KiB） / backed up to {file} ({size / 1024} KiB)");
        return 0;
    }
}
