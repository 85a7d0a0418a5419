using System.Collections.Immutable;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 逐行处理. Goes through the rows of a file, and has each asked of the subject that it names: for good, or only to see what would become
/// of it.
/// </summary>
internal abstract class RowPass
{
    private readonly Queue<(List<FileRow> Rows, RowReading Reading, Task<RowResult> Result)> _underWay = new();
    private readonly Dictionary<string, long> _seen = [];

    /// <summary>The file.</summary>
    public required RegisterFile File { get; init; }

    /// <summary>What its rows are.</summary>
    public required RegisterForm Form { get; init; }

    /// <summary>Where its columns stand.</summary>
    public required RegisterLayout Layout { get; init; }

    /// <summary>Where it is counted what becomes of the rows.</summary>
    public required RowTally Tally { get; init; }

    /// <summary>Which enterprises are meant by names.</summary>
    public required HolderNames Holders { get; init; }

    /// <summary>Which words name a class of products.</summary>
    public required ClassNames Classes { get; init; }

    /// <summary>How many rows are under way at a time.</summary>
    public required int InFlight { get; init; }

    /// <summary>The rows are no longer wanted.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Goes through all rows.</summary>
    public async Task RunAsync()
    {
        var lookalike = Form.LookalikeIn(File.Header);
        Tally.Remark(File.Remarks);
        Tally.Remark(Layout.Remarks);
        try
        {
            foreach (var (rows, reading) in Together(lookalike))
            {
                CancellationToken.ThrowIfCancellationRequested();
                _underWay.Enqueue((rows, reading, Begin(rows[0], reading)));
                if (_underWay.Count >= InFlight)
                {
                    await SettleAsync();
                }

                await BetweenAsync(rows[0]);
            }
        }
        finally
        {
            // What has begun ends, whatever stopped the reading, so that the counts say what became of it.
            while (_underWay.Count > 0)
            {
                try
                {
                    await SettleAsync();
                }
                catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
                {
                    // It waited for the database and waits no longer. It was read, and nothing became of it.
                    NotSettled();
                }
            }
        }
    }

    /// <summary>Asks what a row asks.</summary>
    /// <param name="command">The command that it is.</param>
    /// <param name="number">The row's number.</param>
    protected abstract Task<RowResult> TakeAsync(RowCommand command, long number);

    /// <summary>It is known what becomes of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="reading">How it was understood.</param>
    /// <param name="result">What becomes of it.</param>
    protected abstract void Settled(FileRow row, RowReading reading, RowResult result);

    /// <summary>A row was read of which it will not be known what becomes.</summary>
    protected virtual void NotSettled()
    {
    }

    /// <summary>Between two rows.</summary>
    /// <param name="row">The row that has just begun.</param>
    protected virtual Task BetweenAsync(FileRow row) => Task.CompletedTask;

    /// <summary>Does what may have to be tried again.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="attempt">Does it once.</param>
    protected virtual Task<T> PatientlyAsync<T>(Func<Task<T>> attempt) => attempt();

    // Rows that follow one another and are of one thing are one command.
    private IEnumerable<(List<FileRow> Rows, RowReading Reading)> Together(Lookalike? lookalike)
    {
        var held = default((List<FileRow> Rows, RowReading Reading)?);
        foreach (var row in File.Rows())
        {
            Tally.Read();
            var reading = Form.Read(row, Layout, lookalike);
            if (reading.Cleaned is { } cleaned)
            {
                Tally.Clean(row.Number, cleaned);
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

    private Task<RowResult> Begin(FileRow row, RowReading reading)
    {
        if (reading.Command is not { } command)
        {
            return Task.FromResult(RowResult.Rejected(reading.Problem!));
        }

        return _seen.TryAdd(command.Subject, row.Number)
            ? AskAsync(command, row.Number)
            : Task.FromResult(RowResult.Rejected($"与第{_seen[command.Subject]}行重复：{SubjectKeys.Split(command.Subject).Key}"));
    }

    private async Task<RowResult> AskAsync(RowCommand command, long number)
    {
        if (command.HolderName is { } name)
        {
            var (code, problem) = await PatientlyAsync(() => Holders.FindAsync(name));
            if (problem is not null)
            {
                return RowResult.Rejected(problem);
            }

            command = command.HeldBy(code!);
        }

        return await TakeAsync(command, number);
    }

    private async Task SettleAsync()
    {
        var (rows, reading, began) = _underWay.Dequeue();
        var result = await began;
        if (result.Change is not Change.Refused && reading.Command is { } taken)
        {
            Tally.Unmapped(rows.Count, await PatientlyAsync(() => Classes.UnknownAmongAsync(taken.Products)));
            Tally.Taken(taken, rows);
        }

        foreach (var row in rows)
        {
            // One thing is created once, by its first row.
            var own = result.Change is Change.Created && row != rows[0] ? result with { Change = Change.Updated }
                : result.Reason is { } reason ? result with { Reason = $"第{row.Number}行：{reason}" }
                : result;
            Tally.Settle(own.Change);
            Settled(row, reading, own);
        }
    }
}

/// <summary>类别名称. Which words of a file name a class of products; each is looked up once.</summary>
/// <param name="grains">Where classes are found.</param>
/// <param name="database">Where they are listed.</param>
internal sealed class ClassNames(IGrainFactory grains, Grains.Journal.Database database)
{
    private readonly Dictionary<string, bool> _known = [];

    /// <summary>Those of some words that name no class.</summary>
    /// <param name="products">The words.</param>
    public async Task<List<string>> UnknownAmongAsync(ImmutableArray<string> products)
    {
        var unknown = new List<string>();
        foreach (var product in products)
        {
            if (!_known.TryGetValue(product, out var isClass))
            {
                isClass = await ProductClassNames.IsListedAsync(grains, database, product);
                if (_known.Count < WordTally.Most)
                {
                    _known[product] = isClass;
                }
            }

            if (!isClass)
            {
                unknown.Add(product);
            }
        }

        return unknown;
    }
}
