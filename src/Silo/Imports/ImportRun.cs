using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 执行导入. Takes the rows of one upload over, each as a command of the person who brought it. It always begins at row 1: a row's command
/// id is derived from the import and the row, so what was done before the program ended is recognised and counted as what it was then.
/// </summary>
/// <param name="grains">Where subjects are found.</param>
/// <param name="database">Where the journal is read from.</param>
/// <param name="folder">Where uploads are.</param>
/// <param name="options">How it is done.</param>
/// <param name="logger">Where it is told.</param>
internal sealed partial class ImportRun(IGrainFactory grains, Grains.Journal.Database database, ImportFolder folder, IOptions<ImportOptions> options, ILogger<ImportRun> logger)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private ImportOptions Options => options.Value;

    private ILogger Logger => logger;

    // How many commands wait for the database to come back: time in which nothing can be done does not count.
    private int _waiting;

    /// <summary>Runs an import to its end.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">The program ends: the import stays as it is and goes on at the next start.</param>
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<IImportGrain>(id.ToString("D"));
        if (await grain.Read() is not { State: { IsEnded: false } import })
        {
            folder.Remove(id);
            return;
        }

        if (import is { Status: ImportStatus.Running, CancelledBy: not null })
        {
            // It was to be cancelled when the program ended.
            await GiveAsync(grain, id, new EndCancelledImport(import.Counts), "end", cancellationToken);
            folder.Remove(id);
            return;
        }

        import = (await GiveAsync(grain, id, new StartImport(folder.WasRunning(id)), $"start\n{import.Attempts + 1}\n{import.Deaths}", cancellationToken)).State;
        if (import.Status is ImportStatus.Parked)
        {
            LogParked(logger, id, import.Deaths);
            folder.Unmark(id);
            return;
        }

        LogStarted(logger, id, import.Register, import.Attempts);
        folder.MarkRunning(id);
        var began = Stopwatch.GetTimestamp();
        var tally = new RowTally();
        var end = await EndOfRowsAsync(grain, id, import, tally, cancellationToken);
        await GiveAsync(grain, id, end, "end", cancellationToken);
        var counts = tally.Counts;
        LogEnded(logger, id, end.GetType().Name, Stopwatch.GetElapsedTime(began).TotalSeconds, counts.RowsRead, counts.Created, counts.Updated, counts.Unchanged, counts.Rejected);
        folder.Remove(id);
    }

    /// <summary>Takes the rows over and says how the import ends.</summary>
    private async Task<ImportCommand> EndOfRowsAsync(IImportGrain grain, Guid id, ImportState import, RowTally tally, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var watched = new CancellationTokenSource();
        var watch = WatchAsync(grain, id, tally, stop, watched.Token);
        try
        {
            await TakeOverAsync(grain, id, import, tally, stop.Token);
            return new CompleteImport(tally.Counts, tally.Remarks);
        }
        catch (RegisterUnreadableException unreadable)
        {
            LogUnreadable(logger, id, unreadable.Message, unreadable.InnerException);
            return new FailImport(new ImportFailure(unreadable.Text.Chinese, unreadable.Text.English), tally.Counts, tally.Remarks);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFileTrouble(logger, id, failure);
            return new FailImport(
                new ImportFailure("服务器无法读写导入文件，请联系管理员", "The server cannot read or write the import's files; see its log"),
                tally.Counts,
                tally.Remarks);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return tally.TookTooLong
                ? new FailImport(
                    new ImportFailure(
                        $"导入超过{options.Value.MaxTime:g}，为不影响其他导入而停止；此前的行已导入", $"The import took longer than {options.Value.MaxTime:g} and was stopped so that others go on; rows before that were imported"),
                    tally.Counts)
                : new EndCancelledImport(tally.Counts);
        }
        finally
        {
            await watched.CancelAsync();
            await watch;
        }
    }

    /// <summary>
    /// Beside the rows: reports how far they are, and stops them when somebody has cancelled the import or when it takes too long. A file can
    /// keep its reader busy without ever giving a row, so this does not wait for one.
    /// </summary>
    private async Task WatchAsync(IImportGrain grain, Guid id, RowTally tally, CancellationTokenSource stop, CancellationToken ended)
    {
        using var ticks = new PeriodicTimer(ReportEvery, TimeProvider.System);
        var left = options.Value.MaxTime;
        var last = Stopwatch.GetTimestamp();
        try
        {
            while (await ticks.WaitForNextTickAsync(ended))
            {
                var took = Stopwatch.GetElapsedTime(last);
                last = Stopwatch.GetTimestamp();
                left -= Volatile.Read(ref _waiting) == 0 ? took : TimeSpan.Zero;
                tally.TookTooLong = left < TimeSpan.Zero;
                if (tally.TookTooLong || !await IsWantedAsync())
                {
                    await stop.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The rows are settled; there is nothing more to watch.
        }

        async Task<bool> IsWantedAsync()
        {
            try
            {
                return await grain.Report(tally.Counts);
            }
            catch (Exception passing) when (passing is TimeoutException or Orleans.Runtime.OrleansException)
            {
                LogNotReported(logger, id, passing);
                return true;
            }
        }
    }

    private async Task TakeOverAsync(IImportGrain grain, Guid id, ImportState import, RowTally tally, CancellationToken cancellationToken)
    {
        await CheckContentAsync(id, import.Upload, cancellationToken);
        var opening = new RegisterOpening(grains, database, options.Value);
        using var opened = await WaitOutAsync(
            () => opening.OpenAsync(folder.UploadOf(id), import.Register, import.Columns, cancellationToken), id, cancellationToken);
        var (form, file) = (opened.Form, opened.File);
        tally.Remark(opened.Remarks);
        if (form.Locate(file.Header, out var layout) is { } wrong)
        {
            throw new RegisterUnreadableException(wrong.Chinese, wrong.English);
        }

        using var rejected = new RejectedRows(
            folder.RejectedOf(id),
            folder.NewPartial(),
            file.Header,
            layout.Places.Select(place => place.At).ToHashSet(),
            import.Upload.Bytes);
        var pass = new TakingOver(this, grain, id, import, rejected)
        {
            File = file,
            Form = form,
            Layout = layout,
            Tally = tally,
            Holders = new HolderNames(database, cancellationToken),
            Classes = new ClassNames(grains, database),
            InFlight = options.Value.RowsInFlight,
            CancellationToken = cancellationToken,
        };
        try
        {
            await pass.RunAsync();
        }
        finally
        {
            rejected.Keep();
            tally.Unwritten(rejected.Unwritten, areLost: rejected.Failure is not null);
            if (rejected.Failure is { } failure)
            {
                LogFileTrouble(logger, id, failure);
            }
        }
    }

    private async Task CheckContentAsync(Guid id, Upload upload, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(folder.UploadOf(id));
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != upload.ContentHash)
        {
            throw new RegisterUnreadableException("服务器上保存的文件与受理时不一致，请重新上传", "The file that was kept is not the one that was brought; send it again");
        }
    }

    private async Task<RowResult> ImportRowAsync(RowCommand command, Actor actor, Guid id, long number, CancellationToken cancellationToken)
    {
        try
        {
            var (change, refusal) = await WaitOutAsync(() => command.Give(grains, actor), id, cancellationToken);
            return change switch
            {
                Change.Refused => RowResult.Rejected(refusal!.Message.Chinese),
                Change.Repeated => new RowResult(await FirstChangeAsync(command.Subject, actor.CommandId, cancellationToken)),
                _ => new RowResult(change),
            };
        }
        catch (CommitRejectedException refused)
        {
            LogRowFailed(logger, id, number, refused);
            return RowResult.Rejected("数据库不接受该行的内容");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogRowFailed(logger, id, number, fault);
            return RowResult.OfFault;
        }
    }

    /// <summary>What a command that was done before did then: it made the subject when the first journal entry is its own.</summary>
    private async Task<Change> FirstChangeAsync(string subject, Guid commandId, CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken);
        var first = await data.GetTable<JournalRow>().Where(row => row.Subject == subject && row.Number == 1).Select(row => row.CommandId).FirstOrDefaultAsync(cancellationToken);
        return first == commandId.ToString("D") ? Change.Created : Change.Updated;
    }

    private async Task<Snapshot<ImportState>> GiveAsync(IImportGrain grain, Guid id, ImportCommand command, string cause, CancellationToken cancellationToken)
    {
        var actor = Actor.System(SubjectKeys.CommandIdFor($"import/{id:D}\n{cause}"));
        var outcome = await WaitOutAsync(() => grain.Execute(command, actor), id, cancellationToken);
        return outcome.Refusal is null ? outcome.Subject! : throw new InvalidOperationException($"{command.GetType().Name} was refused: {outcome.Refusal.Message.English}");
    }

    /// <summary>Tries again, under the same command id, for as long as the trouble is one that passes: a full queue, a database that is away, an answer that was lost.</summary>
    private async Task<T> WaitOutAsync<T>(Func<Task<T>> attempt, Guid id, CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await attempt();
            }
            catch (Exception passing) when (passing is CommitQueueFullException or DatabaseUnavailableException or OutcomeUnknownException
                or TimeoutException || (passing is DbException away && Grains.Journal.Database.IsAway(away)))
            {
                LogWaiting(logger, id, pause, passing);
                Interlocked.Increment(ref _waiting);
                try
                {
                    await Task.Delay(pause, TimeProvider.System, cancellationToken);
                }
                finally
                {
                    Interlocked.Decrement(ref _waiting);
                }
            }
        }
    }

    // What the rows ask is done.
    private sealed class TakingOver(ImportRun run, IImportGrain grain, Guid id, ImportState import, RejectedRows rejected) : RowPass
    {
        private long _marked = Stopwatch.GetTimestamp();

        protected override Task<RowResult> TakeAsync(RowCommand command, long number)
        {
            var actor = import.Importer.As(SubjectKeys.CommandIdFor($"import/{id:D}\n{number}"));
            return run.ImportRowAsync(command, actor, id, number, CancellationToken);
        }

        protected override Task<T> PatientlyAsync<T>(Func<Task<T>> attempt) => run.WaitOutAsync(attempt, id, CancellationToken);

        protected override async Task BetweenAsync(FileRow row)
        {
            if (Stopwatch.GetElapsedTime(_marked) > run.Options.MarkEvery)
            {
                await run.GiveAsync(
                    grain,
                    id,
                    new RecordImportProgress(Tally.Counts),
                    $"mark\n{import.Attempts}\n{row.Number}",
                    CancellationToken);
                _marked = Stopwatch.GetTimestamp();
            }
        }

        protected override void Settled(FileRow row, RowReading reading, RowResult result)
        {
            if (result.Reason is { } reason)
            {
                rejected.Add(row, reason);
            }
        }

        protected override void NotSettled() => LogNotSettled(run.Logger, id);
    }

    [LoggerMessage(LogLevel.Information, "Import {Id} of {Register} begins (attempt {Attempt})")]
    private static partial void LogStarted(ILogger logger, Guid id, RegisterKind register, int attempt);

    [LoggerMessage(LogLevel.Information, "Import {Id} ends as {Outcome} after {Seconds:F1} s: {RowsRead} rows read, {Created} created, {Updated} updated, {Unchanged} unchanged, {Rejected} rejected")]
    private static partial void LogEnded(ILogger logger, Guid id, string outcome, double seconds, long rowsRead, long created, long updated, long unchanged, long rejected);

    [LoggerMessage(LogLevel.Error, "The program died {Deaths} times during import {Id}; it rests until a person takes it up again or cancels it")]
    private static partial void LogParked(ILogger logger, Guid id, int deaths);

    [LoggerMessage(LogLevel.Debug, "Import {Id}: a row that waited for the database is given up")]
    private static partial void LogNotSettled(ILogger logger, Guid id);

    [LoggerMessage(LogLevel.Warning, "Import {Id}: how far it is could not be reported")]
    private static partial void LogNotReported(ILogger logger, Guid id, Exception exception);

    [LoggerMessage(LogLevel.Information, "Import {Id}: the file is refused: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, Guid id, string reason, Exception? exception);

    [LoggerMessage(LogLevel.Error, "Import {Id}: its files cannot be read or written")]
    private static partial void LogFileTrouble(ILogger logger, Guid id, Exception exception);

    [LoggerMessage(LogLevel.Error, "Import {Id}: row {Row} failed and is counted as rejected")]
    private static partial void LogRowFailed(ILogger logger, Guid id, long row, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Import {Id} waits {Pause} and tries again")]
    private static partial void LogWaiting(ILogger logger, Guid id, TimeSpan pause, Exception exception);
}
