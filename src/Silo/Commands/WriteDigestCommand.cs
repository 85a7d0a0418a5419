using System.CommandLine;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Commands;

/// <summary>写摘要. Writes the heads of all chains to a file outside the database, also while a server runs.</summary>
internal static class WriteDigestCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "摘要文件，不得已存在；名为 digest-*.txt 的接在同目录前一份之后。The file, which must not exist; one named digest-*.txt follows the one before it in its folder." };
        return new Command("write-digest", "把全部日志链的链头写入库外的摘要文件，并打印其根。\nWrite the heads of all chains to a digest outside the database, and print its root.") { file }
            .Does((call, cancellationToken) => RunAsync(call, call.Parsed.GetRequiredValue(file).FullName, cancellationToken));
    }

    private static async Task<int> RunAsync(Call call, string file, CancellationToken cancellationToken)
    {
        await using var database = await OpenedDatabase.OpenToReadAsync(call.Database, cancellationToken).ConfigureAwait(false);
        var time = await SimulatedTime.FromAsync(call.Settings, call.IsDemo || call.IsDevelopment, database.Database).ConfigureAwait(false);
        var digest = await ProgressBars.ShowAsync("写摘要 Writing the digest", tell => Digest.WriteAsync(
            database.Database, file, time, new Telling<VerificationProgress>(progress => tell(progress.Entries, progress.Total)), cancellationToken)).ConfigureAwait(false);
        Console.WriteLine($"主体 {digest.Subjects}，日志 {digest.Entries} 条 / {digest.Subjects} subjects, {digest.Entries} entries");
        Console.WriteLine($"根 root {digest.Root}");
        return 0;
    }
}
