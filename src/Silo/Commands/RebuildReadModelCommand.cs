using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Commands;

/// <summary>重建读模型. Makes rows, deadlines and tally anew from stored states and journal. On SQLite no server may run meanwhile.</summary>
internal static class RebuildReadModelCommand
{
    public static Command Create() => new Command("rebuild-read-model", "由存储的状态和日志重建列表、到期索引和计量。SQLite 须先停止服务器。\nMake lists, due index and tally anew from stored states and journal. On SQLite stop the server first.").Does(RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await using var database = await OpenedDatabase.OpenAsync(call.Database, TimeProvider.System, NullLogger.Instance, cancellationToken).ConfigureAwait(false);
        var dueIndex = await DueIndexComposition.ReadAsync(database.Database).ConfigureAwait(false);
        var rebuild = new ReadModelRebuild(database.Database, ConceptsComposition.All, dueIndex);
        var subjects = await ProgressBars.ShowAsync("重建读模型 Rebuilding", tell => rebuild.RunAsync(new Telling<RebuildProgress>(progress => tell(progress.Subjects, progress.Total)), cancellationToken)).ConfigureAwait(false);
        Console.WriteLine($"已重建 {subjects} 个主体 / {subjects} subjects rebuilt");
        return 0;
    }
}
