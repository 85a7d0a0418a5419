using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
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
            return new FailImport(new ImportFailure("服务器无法读写导入文件，请联系管理员", "The server cannot read or write the import's files; see its log"), tally.Counts);
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
        var form = RegisterForm.Of(import.Register);
        await CheckContentAsync(id, import.Upload, cancellationToken);
        using var file = RegisterFile.Open(folder.UploadOf(id), form, options.Value, cancellationToken);
        if (form.Locate(file.Header, out var layout) is { } wrong)
        {
            throw new RegisterUnreadableException(wrong.Chinese, wrong.English);
        }

        var lookalike = form.LookalikeIn(file.Header);
        using var rejected = new RejectedRows(
            folder.RejectedOf(id),
            folder.NewPartial(),
            file.Header,
            layout.Places.Select(place => place.At).ToHashSet(),
            import.Upload.Bytes);
        tally.Remark([.. file.Remarks, .. layout.Remarks]);
        var underWay = new Queue<(List<FileRow> Rows, RowReading Reading, Task<RowResult> Result)>();
        var classes = new Dictionary<string, bool>();
        var holders = new HolderNames(database, cancellationToken);
        var seen = new Dictionary<string, long>();
        var marked = Stopwatch.GetTimestamp();
        try
        {
            foreach (var (rows, reading) in Together())
            {
                cancellationToken.ThrowIfCancellationRequested();
                underWay.Enqueue((rows, reading, Begin(rows[0], reading)));
                if (underWay.Count >= options.Value.RowsInFlight)
                {
                    await SettleAsync();
                }

                if (Stopwatch.GetElapsedTime(marked) > options.Value.MarkEvery)
                {
                    await GiveAsync(
                        grain,
                        id,
                        new RecordImportProgress(tally.Counts),
                        $"mark\n{import.Attempts}\n{rows[0].Number}",
                        cancellationToken);
                    marked = Stopwatch.GetTimestamp();
                }
            }
        }
        finally
        {
            // What has begun ends, whatever stopped the reading, so that the counts say what became of it.
            while (underWay.Count > 0)
            {
                try
                {
                    await SettleAsync();
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    // It waited for the database and waits no longer. It was read, and nothing became of it.
                    LogNotSettled(logger, id);
                }
            }

            rejected.Keep();
            tally.Unwritten(rejected.Unwritten);
        }

        // Rows that follow one another and are of one thing are one command.
        IEnumerable<(List<FileRow> Rows, RowReading Reading)> Together()
        {
            var held = default((List<FileRow> Rows, RowReading Reading)?);
            foreach (var row in file.Rows())
            {
                tally.Read();
                var reading = form.Read(row, layout, lookalike);
                if (reading.Cleaned is { } cleaned)
                {
                    tally.Clean(row.Number, cleaned);
                }

                if (held is ({ } rows, { Command: { } before } first)
                    && reading.Command is { } command && command.Subject == before.Subject && command.JoinedTo(before) is { } joined)
                {
                    rows.Add(row);
                    held = (rows, first with { Command = joined });
                    continue;
                }

                if (held is { } whole)
                {
                    yield return whole;
                }

                held = ([row], reading);
            }

            if (held is { } last)
            {
                yield return last;
            }
        }

        Task<RowResult> Begin(FileRow row, RowReading reading)
        {
            if (reading.Command is not { } command)
            {
                return Task.FromResult(RowResult.Rejected(reading.Problem!));
            }

            return seen.TryAdd(command.Subject, row.Number)
                ? GiveRowAsync(command, import.Importer.As(SubjectKeys.CommandIdFor($"import/{id:D}\n{row.Number}")), row.Number)
                : Task.FromResult(RowResult.Rejected($"与第{seen[command.Subject]}行重复：{SubjectKeys.Split(command.Subject).Key}"));
        }

        async Task<RowResult> GiveRowAsync(RowCommand command, Actor actor, long number)
        {
            if (command.HolderName is { } name)
            {
                var (code, problem) = await WaitOutAsync(() => holders.FindAsync(name), id, cancellationToken);
                if (problem is not null)
                {
                    return RowResult.Rejected(problem);
                }

                command = command.HeldBy(code!);
            }

            return await ImportRowAsync(command, actor, id, number, cancellationToken);
        }

        async Task SettleAsync()
        {
            var (rows, reading, result) = underWay.Dequeue();
            var (change, reason) = await result;
            if (change is not Change.Refused && reading.Command is { Products: { IsEmpty: false } products })
            {
                tally.Unmapped(rows.Count, await UnmappedAsync(products, classes));
            }

            if (change is not Change.Refused && reading.Command is { } taken)
            {
                tally.Taken(taken, rows);
            }

            foreach (var row in rows)
            {
                // One thing is created once, by its first row.
                tally.Settle(change is Change.Created && row != rows[0] ? Change.Updated : change);
                if (reason is not null)
                {
                    rejected.Add(row, $"第{row.Number}行：{reason}");
                }
            }
        }
    }

    /// <summary>Which names of products are no class's.</summary>
    private async Task<List<string>> UnmappedAsync(ImmutableArray<string> products, Dictionary<string, bool> known)
    {
        var unmapped = new List<string>();
        foreach (var product in products)
        {
            if (!known.TryGetValue(product, out var isClass))
            {
                isClass = await ProductClassNames.IsListedAsync(grains, database, product);
                if (known.Count < WordTally.Most)
                {
                    known[product] = isClass;
                }
            }

            if (!isClass)
            {
                unmapped.Add(product);
            }
        }

        return unmapped;
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
            return RowResult.Rejected("处理该行时出错，请联系管理员");
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
            catch (Exception passing) when (passing is CommitQueueFullException or DatabaseUnavailableException or OutcomeUnknownException or TimeoutException)
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

    private readonly record struct RowResult(Change Change, string? Reason = null)
    {
        public static RowResult Rejected(string reason) => new(Change.Refused, reason);
    }

    private sealed class RowTally
    {
        private volatile ImportCounts _counts = ImportCounts.None;
        private volatile bool _tookTooLong;
        private ImmutableArray<BilingualText> _remarks = [];
        private long _unwritten;
        private (long Row, string Column) _firstCleaned;
        private long _cleaned;
        private readonly SortedDictionary<CodeCheck, (long Count, long Row, string Code)> _marked = [];
        private readonly WordTally _products = new();
        private readonly WordTally _states = new();
        private long _named;

        /// <summary>What became of the rows so far; read beside the rows too.</summary>
        public ImportCounts Counts
        {
            get => _counts;
            private set => _counts = value;
        }

        public bool TookTooLong
        {
            get => _tookTooLong;
            set => _tookTooLong = value;
        }

        /// <summary>What there is to say of the file, in order.</summary>
        public ImmutableArray<BilingualText> Remarks
        {
            get
            {
                var said = _remarks.ToBuilder();
                if (_cleaned > 0)
                {
                    said.Add(new(
                        $"{_cleaned}行含有控制字符或者不可见的字符，已去除（首例：第{_firstCleaned.Row}行“{_firstCleaned.Column}”）",
                        $"Signs that nobody sees were taken out of {_cleaned} rows"
                        + $" (first: row {_firstCleaned.Row}, {_firstCleaned.Column})"));
                }

                foreach (var (mark, (count, row, code)) in _marked)
                {
                    said.Add(new(
                        $"{count}行的统一社会信用代码与标准不一致（{Terms.Of(mark).Chinese}），已按登记簿导入并标记（首例：第{row}行{code}）",
                        $"The codes of {count} rows are not by the standard ({Terms.Of(mark).English}); they were taken over and marked"
                        + $" (first: row {row}, {code})"));
                }

                if (_named > 0)
                {
                    said.Add(new(
                        $"{_named}行没有统一社会信用代码，按持证人名称对应到已登记的企业",
                        $"{_named} rows name no code; their holders were found by name"));
                }

                if (_products.Rows > 0)
                {
                    said.Add(new(
                        $"{_products.Rows}行的产品名称没有对应的产品类别，按原文保存：{_products.Names('、')}{(_products.HasMore ? "等" : "")}",
                        $"Products of {_products.Rows} rows are of no class and are kept as they are called: {_products.Names(',')}"));
                }

                if (_states.Rows > 0)
                {
                    said.Add(new(
                        $"{_states.Rows}行的登记状态不能识别，未采用：{_states.Names('、')}{(_states.HasMore ? "等" : "")}",
                        $"What {_states.Rows} rows say of the state was not understood and not taken: {_states.Names(',')}"));
                }

                if (_unwritten > 0)
                {
                    said.Add(new(
                        $"{_unwritten}行被拒绝而未写入被拒行文件：该文件不会比上传的文件大很多倍。请先改正已写入的行",
                        $"{_unwritten} rows were rejected and not written: their file grows no further. Correct those that were"));
                }

                return said.ToImmutable();
            }
        }

        /// <summary>Remembers what there is to say of rows that were taken over as one.</summary>
        public void Taken(RowCommand command, List<FileRow> rows)
        {
            if (command.Mark is { } mark)
            {
                _marked[mark] = _marked.TryGetValue(mark, out var first)
                    ? first with { Count = first.Count + 1 }
                    : (1, rows[0].Number, SubjectKeys.Split(command.Subject).Key);
            }

            _named += command.HolderName is null ? 0 : rows.Count;
            if (command.UnknownState is { } state)
            {
                _states.Add(rows.Count, [state]);
            }
        }

        public void Unwritten(long rows) => _unwritten = rows;

        public void Unmapped(int rows, List<string> products) => _products.Add(rows, products);

        public void Remark(ImmutableArray<BilingualText> remarks) => _remarks = remarks;

        public void Clean(long row, string column)
        {
            _firstCleaned = _cleaned == 0 ? (row, column) : _firstCleaned;
            _cleaned++;
        }

        public void Read() => Counts = Counts with { RowsRead = Counts.RowsRead + 1 };

        public void Settle(Change change) => Counts = change switch
        {
            Change.Created => Counts with { Created = Counts.Created + 1 },
            Change.Updated => Counts with { Updated = Counts.Updated + 1 },
            Change.Unchanged => Counts with { Unchanged = Counts.Unchanged + 1 },
            _ => Counts with { Rejected = Counts.Rejected + 1 },
        };
    }

    // Words of a file that mean nothing here, the most frequent first.
    private sealed class WordTally
    {
        /// <summary>How many words are remembered at most.</summary>
        public const int Most = 10_000;

        private const int Shown = 20;

        private readonly Dictionary<string, int> _words = [];

        /// <summary>In how many rows there were any.</summary>
        public long Rows { get; private set; }

        /// <summary>Whether there are more than are named.</summary>
        public bool HasMore => _words.Count > Shown;

        public void Add(int rows, List<string> words)
        {
            Rows += words.Count > 0 ? rows : 0;
            foreach (var word in words)
            {
                if (_words.ContainsKey(word) || _words.Count < Most)
                {
                    _words[word] = _words.GetValueOrDefault(word) + 1;
                }
            }
        }

        public string Names(char between) => string.Join(
            between is ',' ? ", " : between.ToString(),
            _words.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(Shown)
                .Select(one => RegisterText.Shortened(one.Key)));
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
