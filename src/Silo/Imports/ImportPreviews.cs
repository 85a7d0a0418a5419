using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 导入预览. Says how a file would be understood and what would become of its rows, and takes nothing over. The file is kept for a while, so
/// that whoever looked at it can import it without sending it again.
/// </summary>
/// <param name="grains">Whom the rows ask.</param>
/// <param name="desk">Where files are received.</param>
/// <param name="folder">Where they are kept.</param>
/// <param name="database">Where names are looked up.</param>
/// <param name="options">For how long, and how much of them is read.</param>
/// <param name="logger">Where it is told.</param>
internal sealed partial class ImportPreviews(
    IGrainFactory grains,
    ImportDesk desk,
    ImportFolder folder,
    Grains.Journal.Database database,
    IOptions<ImportOptions> options,
    ILogger<ImportPreviews> logger) : IDisposable
{
    // Of one person the last one is kept: there is one page to look at it.
    private const int MostKept = 16;

    private readonly ConcurrentDictionary<Guid, KeptUpload> _kept = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Looks at a file that somebody brings.</summary>
    /// <param name="register">Which register it is said to be of.</param>
    /// <param name="content">Its content, read to the end.</param>
    /// <param name="fileName">As the sender named it, or null.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="cancellationToken">The sender has gone.</param>
    /// <returns>What is seen; null where others look at theirs all the while.</returns>
    /// <exception cref="UploadTooLargeException">It is larger than it may be.</exception>
    public async Task<ImportPreview?> LookAsync(
        RegisterKind register, Stream content, string? fileName, Actor actor, CancellationToken cancellationToken)
    {
        var partial = folder.NewPartial();
        try
        {
            var upload = await desk.ReceiveAsync(content, partial, fileName, cancellationToken);
            var id = Guid.CreateVersion7();
            File.Move(partial, folder.PreviewOf(id));
            var kept = Keep(new KeptUpload(id, register, upload, actor.User));
            return await LookAsync(kept, actor, cancellationToken);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Looks once more at a file of which a person says as what its columns are read.</summary>
    /// <param name="id">The preview's id.</param>
    /// <param name="mapped">As what.</param>
    /// <param name="actor">Who looked at it.</param>
    /// <param name="cancellationToken">Whoever asks has gone.</param>
    /// <returns>
    /// What is seen now, null where others look at theirs all the while, or why it cannot be read so; null where nothing is kept.
    /// </returns>
    public async Task<(ImportPreview? Seen, InvalidInput? Problem)?> LookAgainAsync(
        Guid id, ImmutableArray<MappedColumn> mapped, Actor actor, CancellationToken cancellationToken)
    {
        if (Find(id, actor) is not { } kept)
        {
            return null;
        }

        if (ProblemWith(mapped, kept) is { } problem)
        {
            return (null, problem);
        }

        var said = kept with { Columns = new ImportColumns(kept.Titles!, mapped) };
        var seen = await SeenInTurnAsync(said, actor, cancellationToken);
        // Where something else was said of it all the while, this is not what would be imported: it is looked at again.
        return (seen is not null && _kept.TryUpdate(id, said, kept) ? seen : null, null);
    }

    /// <summary>Imports a file that was looked at. Asked again it is the same import.</summary>
    /// <param name="id">The preview's id.</param>
    /// <param name="actor">Who looked at it.</param>
    /// <param name="cancellationToken">Whoever asks has gone.</param>
    /// <returns>The import's id, or why it was refused; null where nothing is kept under this id for this person.</returns>
    public async Task<(Guid Id, Refusal? Refusal)?> TakeOverAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var bringer = actor with { CommandId = SubjectKeys.CommandIdFor($"import-preview/{id:D}") };
        if (Find(id, actor) is not { } kept || !_kept.TryRemove(new(id, kept)))
        {
            var import = SubjectKeys.KeyFor(bringer);
            return await desk.IsKnownAsync(import, cancellationToken) ? (import, null) : null;
        }

        var isQueued = false;
        try
        {
            var answer = await desk.QueueAsync(
                QueueImport.Of(kept.Register, kept.Upload, kept.Columns ?? kept.Seen), folder.PreviewOf(id), bringer);
            isQueued = true;
            return answer;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        finally
        {
            kept.Ends?.Dispose();
            if (isQueued)
            {
                File.Delete(folder.PreviewOf(id));
            }
            else if (File.Exists(folder.PreviewOf(id)))
            {
                Keep(kept).Ends!.Change(options.Value.PreviewKept, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Forgets a file that was looked at.</summary>
    /// <param name="id">The preview's id.</param>
    /// <param name="actor">Who looked at it.</param>
    /// <returns>Whether there was one.</returns>
    public bool Forget(Guid id, Actor actor) => Find(id, actor) is not null && Forget(id);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var id in _kept.Keys)
        {
            Forget(id);
        }

        _turn.Dispose();
    }

    // Who may not import the register any more has no preview of it either.
    private KeptUpload? Find(Guid id, Actor actor) =>
        _kept.TryGetValue(id, out var kept) && kept.User == actor.User && actor.IsAnyOf(QueueImport.AllowedTo(kept.Register)) ? kept : null;

    private bool Forget(Guid id)
    {
        if (!_kept.TryRemove(id, out var kept))
        {
            return false;
        }

        kept.Ends?.Dispose();
        File.Delete(folder.PreviewOf(id));
        return true;
    }

    // Nobody waits for it: what it throws would end the program.
    private void ForgetInTime(Guid id)
    {
        try
        {
            Forget(id);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            LogNotForgotten(logger, id, kept);
        }
    }

    private KeptUpload Keep(KeptUpload upload)
    {
        foreach (var own in _kept.Values.Where(one => one.User == upload.User))
        {
            Forget(own.Id);
        }

        // Ids rise with time.
        foreach (var oldest in _kept.Keys.Order().SkipLast(MostKept - 1))
        {
            Forget(oldest);
        }

        var kept = upload with
        {
            Ends = TimeProvider.System.CreateTimer(_ => ForgetInTime(upload.Id), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan),
        };
        _kept[kept.Id] = kept;
        return kept;
    }

    private async Task<ImportPreview?> LookAsync(KeptUpload kept, Actor actor, CancellationToken cancellationToken)
    {
        var preview = default(ImportPreview);
        try
        {
            preview = await SeenInTurnAsync(kept, actor, cancellationToken);
            if (preview is not null)
            {
                var seen = kept with
                {
                    Titles = preview.Titles,
                    Header = [.. preview.Columns.Select(one => one.Title)],
                    // What is said of other files between the look and the import does not change what was looked at.
                    Seen = preview.Titles is null ? null : ImportColumns.Unsaid(preview.Mapped),
                };
                _kept.TryUpdate(kept.Id, seen, kept);
            }

            return preview;
        }
        finally
        {
            if (preview is null)
            {
                Forget(kept.Id);
            }
        }
    }

    private async Task<ImportPreview?> SeenInTurnAsync(KeptUpload kept, Actor actor, CancellationToken cancellationToken)
    {
        // While it is looked at it stays. To look costs as much as an import, so one looks at a time.
        kept.Ends?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            if (!await _turn.WaitAsync(options.Value.PreviewTime, cancellationToken))
            {
                return null;
            }

            try
            {
                var seen = await SeenInAsync(kept, actor, cancellationToken);
                return seen with { Until = TimeProvider.System.GetUtcNow() + options.Value.PreviewKept };
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            kept.Ends?.Change(options.Value.PreviewKept, Timeout.InfiniteTimeSpan);
        }
    }

    private static InvalidInput? ProblemWith(ImmutableArray<MappedColumn> mapped, KeptUpload kept)
    {
        var choices = RegisterForm.Of(kept.Register).Choices;
        var said = new ImportColumns(kept.Titles ?? "", mapped);
        return kept.Titles is null ? Wrong("文件没有表头，不能指定各列的含义", "The file has no header, so its columns cannot be named")
            : mapped.Length > ImportColumns.Most ? Wrong($"最多指定{ImportColumns.Most}列", $"At most {ImportColumns.Most} columns are named")
            : (said.Problem ?? TextBounds.Problem(said)) is { } problem ? problem
            : mapped.Select(one => ProblemWith(one, kept, choices)).FirstOrDefault(problem => problem is not null);
    }

    private static InvalidInput? ProblemWith(MappedColumn one, KeptUpload kept, IReadOnlyList<string> choices) =>
        !kept.Header.Contains(one.Title)
            ? Wrong($"文件中没有列“{RegisterText.Shortened(one.Title)}”", $"The file has no column {RegisterText.Shortened(one.Title)}")
            : one.Column is not { } column ? null
            : !choices.Contains(column)
                ? Wrong($"登记簿没有列“{RegisterText.Shortened(column)}”", $"The register has no column {RegisterText.Shortened(column)}")
            : RegisterTitle.IsPersonal(one.Title)
                ? Wrong($"列“{one.Title}”是个人信息，不读取（个人信息保护法第六条）", $"The column {one.Title} is about a person and is not read")
            : null;

    private static InvalidInput Wrong(string chinese, string english) => new("columns", chinese, english);

    private async Task<ImportPreview> SeenInAsync(KeptUpload kept, Actor actor, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.Value.PreviewTime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var preview = new ImportPreview(kept.Id, kept.Register, kept.Upload);
        var tally = new RowTally();
        try
        {
            var opening = new RegisterOpening(grains, database, options.Value);
            using var opened = await opening.OpenAsync(folder.PreviewOf(kept.Id), kept.Register, kept.Columns, stop.Token);
            var (form, file) = (opened.Form, opened.File);
            tally.Remark(opened.Remarks);
            var problem = form.Locate(file.Header, out var layout);
            preview = preview with
            {
                Titles = file.Header.Any(title => title.Length > 0) ? opened.Titles : null,
                Mapped = opened.Columns?.Mapped ?? [],
                File = new FileSeen(file.ReadAs, file.Sheet, file.HeaderRow),
                Columns = [
                    .. file.Header.Select((title, at) => new ColumnSeen(
                        title.Trim(),
                        layout.ColumnAt(at),
                        opened.Columns?.Mapped.Any(one => one.Title == title.Trim()) == true,
                        !RegisterTitle.IsPersonal(title))),
                ],
                Failure = problem,
            };
            if (problem is null)
            {
                var pass = new Looking(grains, actor, logger)
                {
                    File = file,
                    Form = form,
                    Layout = layout,
                    Tally = tally,
                    Holders = new HolderNames(database, stop.Token),
                    Classes = new ClassNames(grains, database),
                    InFlight = options.Value.RowsInFlight,
                    CancellationToken = stop.Token,
                };
                preview = preview with { First = pass.First, Rejected = pass.Rejected };
                await pass.RunAsync();
            }
        }
        catch (FileNotFoundException)
        {
            // Whoever brought it has brought another one since, or very many others have.
            preview = preview with { Failure = new("文件已不再保留，请重新选择", "The file is not kept any more; choose it again") };
        }
        catch (RegisterUnreadableException unreadable)
        {
            preview = preview with { Failure = unreadable.Text };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            preview = preview with { IsWhole = false };
        }

        return preview with { Counts = tally.Counts, Remarks = tally.Remarks };
    }

    // Nothing is done of what the rows ask.
    private sealed class Looking(IGrainFactory grains, Actor actor, ILogger logger) : RowPass
    {
        private const int MostFirst = 5;
        private const int MostRejected = 20;

        public List<RowSeen> First { get; } = [];

        public List<RowSeen> Rejected { get; } = [];

        protected override async Task<RowResult> TakeAsync(RowCommand command, long number)
        {
            try
            {
                var (change, refusal) = await command.Consider(grains, actor);
                return refusal is null ? new RowResult(change) : RowResult.Rejected(refusal.Message.Chinese);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or TimeoutException or DatabaseUnavailableException))
            {
                LogRowFailed(logger, number, fault);
                return RowResult.OfFault;
            }
        }

        protected override void Settled(FileRow row, RowReading reading, RowResult result)
        {
            if (First.Count < MostFirst)
            {
                First.Add(Seen(row, reading, result));
            }

            if (result.Reason is not null && Rejected.Count < MostRejected)
            {
                Rejected.Add(Seen(row, reading, result));
            }
        }

        private RowSeen Seen(FileRow row, RowReading reading, RowResult result) => new(
            row.Number,
            result.Change,
            result.Reason,
            reading.Command is { } command
                ? [.. command.Says().Where(said => said.Text is not null).Select(said => new CellSeen(said.Column, said.Text!))]
                : [
                    .. Layout.Places.Where(place => place.At < row.Cells.Length)
                        .Select(place => new CellSeen(place.Title, row.Cells[place.At])),
                ]);
    }

    [LoggerMessage(LogLevel.Warning, "The file of preview {Preview} could not be removed; the next start removes it")]
    private static partial void LogNotForgotten(ILogger logger, Guid preview, Exception exception);

    [LoggerMessage(LogLevel.Error, "Row {Row} of a file that is looked at failed; it is counted as one that would be rejected")]
    private static partial void LogRowFailed(ILogger logger, long row, Exception exception);

    private sealed record KeptUpload(Guid Id, RegisterKind Register, Upload Upload, string User)
    {
        public string? Titles { get; init; }

        public ImmutableArray<string> Header { get; init; } = [];

        public ImportColumns? Columns { get; init; }

        public ImportColumns? Seen { get; init; }

        public ITimer? Ends { get; init; }
    }
}

/// <summary>预览. How a file would be understood, and what would become of its rows if it were imported now.</summary>
/// <param name="Id">编号. Under which its file is kept.</param>
/// <param name="Register">登记簿. Which register it was read as.</param>
/// <param name="Upload">上传文件. The file.</param>
internal sealed record ImportPreview(Guid Id, RegisterKind Register, Upload Upload)
{
    /// <summary>保留至. How long it is kept.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>列名指纹. By which files with the same titles are known; null where it has none.</summary>
    public string? Titles { get; init; }

    /// <summary>The file as it was read; null where it could not be.</summary>
    public FileSeen? File { get; init; }

    /// <summary>The columns of its header, in the file's order.</summary>
    public ImmutableArray<ColumnSeen> Columns { get; init; } = [];

    /// <summary>The first rows.</summary>
    public IReadOnlyList<RowSeen> First { get; init; } = [];

    /// <summary>The first rows that would be rejected.</summary>
    public IReadOnlyList<RowSeen> Rejected { get; init; } = [];

    /// <summary>What would become of the rows.</summary>
    public ImportCounts Counts { get; init; } = ImportCounts.None;

    /// <summary>What is not read as it would be by itself.</summary>
    public ImmutableArray<MappedColumn> Mapped { get; init; } = [];

    /// <summary>Whether the file was read to its end; else the counts are those of its beginning.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Why the file as a whole, or what follows the rows that are counted, would be refused; or null.</summary>
    public BilingualText? Failure { get; init; }

    /// <summary>What would not be read, or not as it stands there.</summary>
    public ImmutableArray<BilingualText> Remarks { get; init; } = [];
}

/// <summary>文件. A file as it was read.</summary>
/// <param name="ReadAs">As what.</param>
/// <param name="Sheet">The sheet, or null.</param>
/// <param name="HeaderRow">The row of the header; 0 where there is none.</param>
internal sealed record FileSeen(BilingualText ReadAs, string? Sheet, long HeaderRow);

/// <summary>列. A column of a file, and as what it is read.</summary>
/// <param name="Title">Its title in the file.</param>
/// <param name="Column">The register's column; null where it is not read.</param>
/// <param name="IsSaid">Whether a person has said so.</param>
/// <param name="MayBeRead">Whether a person may have it read.</param>
internal sealed record ColumnSeen(string Title, string? Column, bool IsSaid, bool MayBeRead);

/// <summary>行. A row as it was understood.</summary>
/// <param name="Number">The row's number.</param>
/// <param name="Change">What would become of it.</param>
/// <param name="Reason">Why it would be rejected, in Chinese, or null.</param>
/// <param name="Cells">What it says.</param>
internal sealed record RowSeen(long Number, Change Change, string? Reason, ImmutableArray<CellSeen> Cells);

/// <summary>格. What a row says in a column.</summary>
/// <param name="Column">The register's column.</param>
/// <param name="Text">What it says.</param>
internal sealed record CellSeen(string Column, string Text);
