using System.Runtime.CompilerServices;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>状态与表. Walks over all stored states, each with what the tables say of the same stretch of subjects.</summary>
internal static class StatesAndTables
{
    private const int PageSize = 500;

    public static BilingualText Rebuild { get; } = new("停止服务器后运行 rebuild-read-model", "Stop the server and run rebuild-read-model");

    public static BilingualText Verify { get; } = new("运行 verify-journal 查明原因；如属损坏，恢复备份", "Run verify-journal to find the cause; restore a backup if it is damage");

    public static async IAsyncEnumerable<(Concept Concept, StatePage Page, IReadOnlyDictionary<string, StoredSubject> Stored)> WalkAsync(DataConnection data, IEnumerable<Concept> concepts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var concept in concepts)
        {
            await foreach (var page in StateTable.PagesAsync(data, concept.Name, PageSize, cancellationToken).ConfigureAwait(false))
            {
                yield return (concept, page, ReadAll(concept, page));
            }
        }
    }

    /// <summary>The states of a page that can be read; those that cannot are reported by <see cref="StatesHold"/>.</summary>
    private static Dictionary<string, StoredSubject> ReadAll(Concept concept, StatePage page)
    {
        var stored = new Dictionary<string, StoredSubject>(page.States.Count);
        foreach (var row in page.States)
        {
            if (Read(concept, row) is { } subject)
            {
                stored[row.Subject] = subject;
            }
        }

        return stored;
    }

    public static StoredSubject? Read(Concept concept, StateRow row)
    {
        try
        {
            return row.Payload is { } payload ? concept.ReadStored(payload) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>状态成立. Every stored state can be read, and what must hold in it holds.</summary>
/// <param name="database">The database.</param>
/// <param name="concepts">All concepts.</param>
internal sealed class StatesHold(Database database, IEnumerable<Concept> concepts) : ISelfCheckRule
{
    public string Name => "states-hold";

    public BilingualText Title => new("存储的状态可以读取且自身成立", "Stored states can be read and hold in themselves");

    public BilingualText Found => new("存储的状态无法读取，或者自身不成立", "Stored states cannot be read, or do not hold in themselves");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (concept, page, stored) in StatesAndTables.WalkAsync(read.Data, concepts, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page.States)
            {
                if (!stored.TryGetValue(row.Subject, out var subject) || subject.State is not { } state)
                {
                    yield return new Finding(row.Subject, new BilingualText("存储的状态无法读取", "The stored state cannot be read"), StatesAndTables.Verify);
                }
                else if (concept.BrokenIn(state) is { Count: > 0 } broken)
                {
                    var words = string.Join("; ", broken);
                    yield return new Finding(row.Subject, new BilingualText($"状态不成立：{words}", $"The state does not hold: {words}"), StatesAndTables.Verify);
                }
            }
        }
    }
}

/// <summary>读模型与状态一致. Every row of every concept is the one that its state gives.</summary>
/// <param name="database">The database.</param>
/// <param name="concepts">All concepts.</param>
internal sealed class RowsShowStates(Database database, IEnumerable<Concept> concepts) : ISelfCheckRule
{
    public string Name => "rows-show-states";

    public BilingualText Title => new("列表中的行与状态一致", "Rows show what the states say");

    public BilingualText Found => new("列表中的行与状态不一致", "Rows differ from what the states say");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (concept, page, stored) in StatesAndTables.WalkAsync(read.Data, concepts, cancellationToken).ConfigureAwait(false))
        {
            var expected = stored.Where(one => one.Value.State is not null)
                .SelectMany(one => concept.RowsOf(one.Key, one.Value.State!, one.Value.Version))
                .ToLookup(row => row.GetType());
            foreach (var rowType in concept.RowTypes)
            {
                var actual = await RowTables.ReadAsync(read.Data, rowType, page, cancellationToken).ConfigureAwait(false);
                if (RowTables.IsShared(concepts, rowType))
                {
                    actual.RemoveAll(row => SubjectKeys.Split(row.Subject).Concept != concept.Name);
                }

                foreach (var finding in Compare(rowType, [.. expected[rowType]], actual))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Compare(Type rowType, HashSet<Row> expected, List<Row> actual)
    {
        var table = RowTables.NameOf(rowType);
        var surplus = actual.Where(row => !expected.Remove(row)).ToLookup(row => row.Subject);
        var lacking = expected.ToLookup(row => row.Subject);
        foreach (var rows in surplus)
        {
            foreach (var row in rows)
            {
                var meant = lacking[rows.Key].FirstOrDefault(other => ReadModel.SameKey(row, other));
                if (meant is not null)
                {
                    expected.Remove(meant);
                    var columns = RowTables.DifferingColumns(row, meant);
                    yield return new Finding(row.Subject, new BilingualText($"表 {table} 的行与状态不符：{columns}", $"A row of {table} differs from the state: {columns}"), StatesAndTables.Rebuild);
                }
                else
                {
                    yield return new Finding(row.Subject, new BilingualText($"表 {table} 有状态中没有的行", $"{table} has a row that no state gives"), StatesAndTables.Rebuild);
                }
            }
        }

        foreach (var row in expected)
        {
            yield return new Finding(row.Subject, new BilingualText($"表 {table} 缺少状态所对应的行", $"{table} lacks a row that the state gives"), StatesAndTables.Rebuild);
        }
    }
}

/// <summary>期限与状态一致. The due index has exactly the deadlines that the states list.</summary>
/// <param name="database">The database.</param>
/// <param name="concepts">All concepts.</param>
/// <param name="dueIndex">The due index.</param>
internal sealed class DeadlinesHaveOwners(Database database, IEnumerable<Concept> concepts, DueIndex dueIndex) : ISelfCheckRule
{
    public string Name => "deadlines-have-owners";

    public BilingualText Title => new("未了期限与其所有者的状态一致", "Open deadlines are those that their owners list");

    public BilingualText Found => new("未了期限与其所有者的状态不一致", "Open deadlines differ from what their owners list");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (concept, page, stored) in StatesAndTables.WalkAsync(read.Data, concepts, cancellationToken).ConfigureAwait(false))
        {
            var expected = stored.Where(one => one.Value.State is not null)
                .SelectMany(one => concept.DeadlinesOf(one.Value.State!).Select(deadline => dueIndex.RowOf(one.Key, deadline)))
                .ToHashSet();
            // Of a concept's name and a slash, the first name after all of the concept's subjects is the name and the character after the slash.
            var from = page.After ?? $"{concept.Name}/";
            var upTo = page.UpTo ?? $"{concept.Name}0";
            var actual = await read.Data.GetTable<DeadlineRow>().Where(row => SubjectOrder.IsAfter(row.Subject, from) && SubjectOrder.IsUpTo(row.Subject, upTo)).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var finding in Compare(expected, actual, stored))
            {
                yield return finding;
            }
        }

        foreach (var finding in await StrangersAsync(read.Data, cancellationToken).ConfigureAwait(false))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Compare(HashSet<DeadlineRow> expected, List<DeadlineRow> actual, IReadOnlyDictionary<string, StoredSubject> stored)
    {
        foreach (var row in actual.Where(row => !expected.Remove(row with { Failures = 0, RetryAt = null })))
        {
            var due = DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt);
            if (!stored.ContainsKey(row.Subject))
            {
                yield return new Finding(row.Subject, new BilingualText($"期限 {row.Kind}（{due:u}）没有所有者", $"The deadline {row.Kind} ({due:u}) has no owner"), StatesAndTables.Rebuild);
            }
            else if (expected.RemoveWhere(other => other.Subject == row.Subject && other.Kind == row.Kind && other.DueAt == row.DueAt) > 0)
            {
                yield return new Finding(row.Subject, new BilingualText($"期限 {row.Kind}（{due:u}）的分桶、依据或科室与状态不符", $"Bucket, rule or section of the deadline {row.Kind} ({due:u}) differ from the state"), StatesAndTables.Rebuild);
            }
            else
            {
                yield return new Finding(row.Subject, new BilingualText($"期限 {row.Kind}（{due:u}）不在所有者的状态中", $"The owner's state does not list the deadline {row.Kind} ({due:u})"), StatesAndTables.Rebuild);
            }
        }

        foreach (var row in expected)
        {
            var due = DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt);
            yield return new Finding(row.Subject, new BilingualText($"到期索引缺少状态中的期限 {row.Kind}（{due:u}），它不会按时到期", $"The due index lacks the deadline {row.Kind} ({due:u}) of the state: it will not come in time"), StatesAndTables.Rebuild);
        }
    }

    private async Task<List<Finding>> StrangersAsync(DataConnection data, CancellationToken cancellationToken)
    {
        var rows = data.GetTable<DeadlineRow>().AsQueryable();
        foreach (var concept in concepts)
        {
            var (from, upTo) = ($"{concept.Name}/", $"{concept.Name}0");
            rows = rows.Where(row => SubjectOrder.IsUpTo(row.Subject, from) || SubjectOrder.IsAfter(row.Subject, upTo));
        }

        return [.. (await rows.ToListAsync(cancellationToken).ConfigureAwait(false)).Select(row => new Finding(
            row.Subject,
            new BilingualText($"期限 {row.Kind} 的所有者不属于任何概念", $"The owner of the deadline {row.Kind} belongs to no concept"),
            StatesAndTables.Rebuild))];
    }
}
