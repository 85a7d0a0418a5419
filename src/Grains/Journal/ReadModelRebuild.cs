using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>重建进度. How far a rebuild has come.</summary>
/// <param name="Concept">The concept at work.</param>
/// <param name="Subjects">Subjects done.</param>
/// <param name="Total">Subjects there are.</param>
public readonly record struct RebuildProgress(string Concept, long Subjects, long Total);

/// <summary>
/// 读模型重建. Makes rows, deadlines, tally, counts and what subjects are remembered by anew from stored states and journal, some thousand
/// subjects in a transaction; what stands behind no state goes. On servers it locks the states it works on, so that commits of running
/// silos wait for a moment instead of being overwritten.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="concepts">All concepts.</param>
/// <param name="dueIndex">The due index.</param>
public sealed class ReadModelRebuild(Database database, IEnumerable<Concept> concepts, DueIndex dueIndex)
{
    private const int PageSize = 2000;

    // One rebuild at a time in a database, of which each page is a transaction; a statement has thirty seconds.
    private static readonly DatabaseTurn RebuildTurn = new(5570832918, "shuangda-rebuild", TimeSpan.FromSeconds(20));

    /// <summary>Rebuilds the tables of all concepts.</summary>
    /// <param name="progress">Is told how far it has come; null when nobody asks.</param>
    /// <param name="cancellationToken">Ends the work; what is done stays, and the rebuild can be run again.</param>
    /// <returns>How many subjects were rebuilt.</returns>
    public async Task<long> RunAsync(IProgress<RebuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        long total;
        await using (var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            total = await data.GetTable<StateRow>().LongCountAsync(cancellationToken).ConfigureAwait(false);
        }

        var done = 0L;
        foreach (var concept in concepts)
        {
            string? after = null;
            while (true)
            {
                var from = after;
                var page = await database.WriteAsync(data => PageAsync(data, concept, from, cancellationToken), cancellationToken).ConfigureAwait(false);
                done += page.Count;
                progress?.Report(new RebuildProgress(concept.Name, done, total));
                if (page.Count < PageSize)
                {
                    break;
                }

                after = page[^1].Subject;
            }

            await database.WriteAsync(data => SweepAsync(data, concept, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await database.WriteAsync(data => SweepDeadlinesAsync(data, cancellationToken), cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(data => SweepRecalledAsync(data, cancellationToken), cancellationToken).ConfigureAwait(false);
        await CountAnewAsync(database, cancellationToken).ConfigureAwait(false);
        return done;
    }

    /// <summary>Fills the tables of counts anew from the rows that stand. Each in a transaction of its own, which on servers commits that add to it wait for; what they add comes on top.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the work; a table is counted or as it was.</param>
    public static async Task CountAnewAsync(Database database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        foreach (var table in CountTable.All)
        {
            await database.WriteAsync(CountAsync, cancellationToken).ConfigureAwait(false);

            async Task<int> CountAsync(DataConnection data)
            {
                // What is read of the rows must be from after the last commit that this table has seen.
                if (database.Kind == DatabaseKind.PostgreSql)
                {
                    await data.ExecuteAsync($"LOCK TABLE {table.Name} IN EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
                }

                await data.ExecuteAsync($"DELETE FROM {table.Name}{(database.Kind == DatabaseKind.SqlServer ? " WITH (TABLOCKX, HOLDLOCK)" : "")}", cancellationToken).ConfigureAwait(false);
                var filled = 0;
                foreach (var text in CountTexts.Fill(database.Kind, table))
                {
                    filled += await data.ExecuteAsync(text, cancellationToken).ConfigureAwait(false);
                }

                return filled;
            }
        }
    }

    private async Task<List<StateRow>> PageAsync(DataConnection data, Concept concept, string? after, CancellationToken cancellationToken)
    {
        await TakeTurnAsync(data, cancellationToken).ConfigureAwait(false);
        var page = await StateTable.LockedPageAsync(data, database.Kind, concept.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0)
        {
            return page;
        }

        var stored = page.Select(row => (row.Subject, Stored: concept.ReadStored(row.Payload ?? throw new InvalidOperationException($"The state of {row.Subject} was cleared; run verify-journal.")))).ToList();
        var subjects = page.ConvertAll(row => row.Subject);
        var standing = stored.Where(one => one.Stored.State is not null).ToList();
        var rows = standing.SelectMany(one => concept.RowsOf(one.Subject, one.Stored.State!, one.Stored.Version)).ToList();
        foreach (var rowType in concept.RowTypes)
        {
            await RowTables.ReplaceAsync(data, rowType, subjects, rows, cancellationToken).ConfigureAwait(false);
        }

        var deadlines = standing.SelectMany(one => concept.DeadlinesOf(one.Stored.State!).Select(deadline => dueIndex.RowOf(one.Subject, deadline)));
        await data.GetTable<DeadlineRow>().Where(row => subjects.Contains(row.Subject)).DeleteAsync(cancellationToken).ConfigureAwait(false);
        await data.BulkCopyAsync(Many, deadlines, cancellationToken).ConfigureAwait(false);
        await RebuildFromJournalAsync(data, concept, subjects, cancellationToken).ConfigureAwait(false);
        return page;
    }

    private static async Task RebuildFromJournalAsync(
        DataConnection data, Concept concept, List<string> subjects, CancellationToken cancellationToken)
    {
        var (first, last) = (subjects[0], subjects[^1]);
        var facts = new List<TallyRow>();
        var recalled = new HashSet<RecalledTextRow>();
        var (subject, state) = (string.Empty, (object?)null);
        var known = subjects.ToHashSet();
        await foreach (var row in data.GetTable<JournalRow>()
            .Where(row => SubjectOrder.IsFrom(row.Subject, first) && SubjectOrder.IsUpTo(row.Subject, last))
            .OrderBy(row => row.Subject).ThenBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!known.Contains(row.Subject))
            {
                continue;
            }

            var before = row.Subject == subject ? state : null;
            var happened = concept.ReadEvent(row.Kind, row.Body);
            (subject, state) = (row.Subject, concept.ApplyTo(before, happened));
            recalled.UnionWith(RecalledTextRow.Of(subject, [row.DocumentNumber, .. concept.FormerNamesOf(before, state)]));
            facts.AddRange(concept.TallyOf(before, happened, state).Select((fact, place) =>
                TallyRow.Of(row.Subject, row.Number, place, row.At, fact)));
        }

        await data.GetTable<TallyRow>().Where(row => subjects.Contains(row.Subject)).DeleteAsync(cancellationToken).ConfigureAwait(false);
        await data.BulkCopyAsync(Many, facts, cancellationToken).ConfigureAwait(false);
        await RowTables.ReplaceAsync(data, typeof(RecalledTextRow), subjects, [.. recalled], cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> SweepAsync(DataConnection data, Concept concept, CancellationToken cancellationToken)
    {
        var swept = 0;
        foreach (var rowType in concept.RowTypes)
        {
            swept += await RowTables.DeleteWithoutStateAsync(data, rowType, concept.Name, RowTables.IsShared(concepts, rowType), cancellationToken).ConfigureAwait(false);
        }

        return swept;
    }

    private static Task<int> SweepDeadlinesAsync(DataConnection data, CancellationToken cancellationToken) =>
        data.GetTable<DeadlineRow>().Where(row => !data.GetTable<StateRow>().Any(state => state.Subject == row.Subject)).DeleteAsync(cancellationToken);

    private static Task<int> SweepRecalledAsync(DataConnection data, CancellationToken cancellationToken) =>
        data.GetTable<RecalledTextRow>()
            .Where(row => !data.GetTable<StateRow>().Any(state => state.Subject == row.Subject))
            .DeleteAsync(cancellationToken);

    private async Task TakeTurnAsync(DataConnection data, CancellationToken cancellationToken)
    {
        if (database.Kind != DatabaseKind.Sqlite)
        {
            await data.ExecuteAsync(RebuildTurn.Take(database.Kind), cancellationToken).ConfigureAwait(false);
        }
    }

    private static BulkCopyOptions Many { get; } = new() { BulkCopyType = BulkCopyType.MultipleRows };
}
