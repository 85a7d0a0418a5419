using System.Runtime.CompilerServices;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace ShuangDa.Grains.Journal;

/// <summary>状态表行. A subject's stored state as Orleans' storage keeps it in the table <c>grain_state</c>. Only the commit writes it.</summary>
[Table("grain_state")]
public sealed record StateRow
{
    /// <summary>The concept's name.</summary>
    [Column("grain_type"), NotNull] public required string Concept { get; init; }

    /// <summary>The subject's name.</summary>
    [Column("grain_key"), NotNull] public required string Subject { get; init; }

    /// <summary>The subject as JSON in UTF-8; null where it was cleared, which never happens to ours.</summary>
    [Column("payload")] public byte[]? Payload { get; init; }
}

/// <summary>状态页. Some stored states of one concept in the order of their subjects, and the stretch of subjects they stand for: everything after <paramref name="After"/> up to <paramref name="UpTo"/>, so that what other tables have in between belongs to no state.</summary>
/// <param name="After">Where the stretch begins, exclusive; null for the beginning.</param>
/// <param name="UpTo">Where it ends, inclusive; null for the end.</param>
/// <param name="States">The states.</param>
internal sealed record StatePage(string? After, string? UpTo, IReadOnlyList<StateRow> States);

/// <summary>状态表. Walks over stored states in pages: constant memory, no query that stays open.</summary>
internal static class StateTable
{
    /// <summary>The concepts that have states, also those that this program does not know, in the order of subject names.</summary>
    public static async Task<List<string>> ConceptsAsync(DataConnection data, CancellationToken cancellationToken)
    {
        var names = await data.GetTable<StateRow>().Select(row => row.Concept).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. names.OrderBy(name => $"{name}/", SubjectOrder.Comparer)];
    }

    /// <summary>The states of a concept, page after page; the last page reaches to the end.</summary>
    public static async IAsyncEnumerable<StatePage> PagesAsync(DataConnection data, string concept, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        while (true)
        {
            var states = await PageAsync(data, concept, after, size, cancellationToken).ConfigureAwait(false);
            var upTo = states.Count == size ? states[^1].Subject : null;
            yield return new StatePage(after, upTo, states);
            if (upTo is null)
            {
                yield break;
            }

            after = upTo;
        }
    }

    /// <summary>The next states of a concept after a subject.</summary>
    public static Task<List<StateRow>> PageAsync(DataConnection data, string concept, string? after, int size, CancellationToken cancellationToken) =>
        Page(data.GetTable<StateRow>(), concept, after, size).ToListAsync(cancellationToken);

    /// <summary>The next states of a concept after a subject, locked against commits until the transaction ends. SQLite's writer has the file to itself.</summary>
    public static Task<List<StateRow>> LockedPageAsync(DataConnection data, DatabaseKind kind, string concept, string? after, int size, CancellationToken cancellationToken) => (kind switch
    {
        DatabaseKind.Sqlite => Page(data.GetTable<StateRow>(), concept, after, size),
        DatabaseKind.PostgreSql => Page(data.GetTable<StateRow>(), concept, after, size).QueryHint("FOR UPDATE"),
        _ => Page(data.GetTable<StateRow>().With("UPDLOCK, HOLDLOCK"), concept, after, size),
    }).ToListAsync(cancellationToken);

    private static IQueryable<StateRow> Page(ITable<StateRow> table, string concept, string? after, int size)
    {
        var rows = table.Where(row => row.Concept == concept);
        if (after is not null)
        {
            rows = rows.Where(row => SubjectOrder.IsAfter(row.Subject, after));
        }

        return rows.OrderBy(row => row.Subject).Take(size);
    }
}

/// <summary>主体次序. The order of subject names in our tables: their columns compare bytes of UTF-8, which .NET's ordinal order does not do for every character.</summary>
internal static class SubjectOrder
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    public static int Compare(string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));

    /// <summary>In a query: whether a name comes after another.</summary>
    [Sql.Expression("{0} > {1}", ServerSideOnly = true, IsPredicate = true)]
    public static bool IsAfter(string name, string other) => throw new NotSupportedException("Only the database compares.");

    /// <summary>In a query: whether a name comes after another or is the same.</summary>
    [Sql.Expression("{0} >= {1}", ServerSideOnly = true, IsPredicate = true)]
    public static bool IsFrom(string name, string other) => throw new NotSupportedException("Only the database compares.");

    /// <summary>In a query: whether a name does not come after another.</summary>
    [Sql.Expression("{0} <= {1}", ServerSideOnly = true, IsPredicate = true)]
    public static bool IsUpTo(string name, string other) => throw new NotSupportedException("Only the database compares.");
}
