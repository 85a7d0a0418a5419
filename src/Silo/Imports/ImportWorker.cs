using System.Data.Common;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>导入工作. Runs the imports in the line, one after the other; first those that the last end of the program interrupted.</summary>
/// <param name="desk">The line.</param>
/// <param name="run">How one is run.</param>
/// <param name="folder">Where uploads are.</param>
/// <param name="grains">Where imports are found.</param>
/// <param name="database">Where their list is.</param>
/// <param name="logger">Where it is told.</param>
internal sealed partial class ImportWorker(ImportDesk desk, ImportRun run, ImportFolder folder, IGrainFactory grains, Grains.Journal.Database database, ILogger<ImportWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody can bring a file: what lies here now is from before.
        await TakeUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in desk.Line.ReadAllAsync(stoppingToken))
        {
            try
            {
                await run.RunAsync(id, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(logger, id);
                folder.Unmark(id);
                return;
            }
            catch (Exception fault) when (fault is CommitFailureException or InvalidOperationException or Orleans.Runtime.OrleansException
                or DbException)
            {
                // One import that cannot go on must not keep the others waiting; its upload stays, and the next start takes it up again.
                LogStuck(logger, id, fault);
                folder.Unmark(id);
            }

            desk.End(id);
        }
    }

    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        folder.Make();
        folder.RemovePartials();
        var unfinished = new List<(Guid Id, DateTimeOffset QueuedAt)>();
        foreach (var id in folder.Uploads().Union(await UnfinishedAsync(cancellationToken)))
        {
            switch (await grains.GetGrain<IImportGrain>(id.ToString("D")).Read())
            {
                case { State.Status: ImportStatus.Parked }:
                    // It rests, with its file, until a person decides.
                    break;
                case { State: { IsEnded: false } import }:
                    unfinished.Add((id, import.QueuedAt));
                    break;
                default:
                    // Kept before it was recorded, or ended before it was removed.
                    folder.Remove(id);
                    break;
            }
        }

        foreach (var (id, _) in unfinished.OrderBy(import => import.QueuedAt))
        {
            desk.Enqueue(id);
        }
    }

    /// <summary>What the database knows of, so that an import whose upload has vanished ends as failed. Where several silos may run, the upload can be with another one.</summary>
    private async Task<IReadOnlyList<Guid>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        if (database.Kind != DatabaseKind.Sqlite)
        {
            return [];
        }

        var goesOn = new[] { WireName.Of(ImportStatus.Queued), WireName.Of(ImportStatus.Running) };
        await using var data = await database.ReadAsync(cancellationToken);
        var subjects = await data.GetTable<ImportRow>().Where(row => goesOn.Contains(row.Status)).Select(row => row.Subject).ToListAsync(cancellationToken);
        return [.. subjects.Select(subject => Guid.Parse(SubjectKeys.Split(subject).Key))];
    }

    [LoggerMessage(LogLevel.Information, "Import {Id} is interrupted by the end of the program; it goes on at the next start")]
    private static partial void LogInterrupted(ILogger logger, Guid id);

    [LoggerMessage(LogLevel.Error, "Import {Id} cannot go on; the next start takes it up again")]
    private static partial void LogStuck(ILogger logger, Guid id, Exception exception);
}
