using System.CommandLine;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Commands;

/// <summary>恢复. Puts a backup in the place of the SQLite database, which no process may be using; what was there is kept beside it.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "由 backup 写出的文件。A file that backup wrote." };
        return new Command("restore", "恢复 SQLite 数据库的备份，须先停止服务器；原数据库以另一文件名保留。\nPut a backup of the SQLite database back; stop the server first. The database that was there is kept under another name.") { file }
            .Does((call, cancellationToken) => RunAsync(call, call.Parsed.GetRequiredValue(file).FullName, cancellationToken));
    }

    private static async Task<int> RunAsync(Call call, string file, CancellationToken cancellationToken)
    {
        var kept = await Backup.Restore(call.Database, file, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"已恢复 {file}{(kept is null ? string.Empty : $"；原数据库保留为 {kept}")}");
        Console.WriteLine($"{file} is restored{(kept is null ? string.Empty : $"; the database that was there is kept as {kept}")}");
        return 0;
    }
}
