using System.Collections.Concurrent;
using System.Reflection;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>读模型表. Reads and replaces the rows of tables whose type is known only at run time: those of every concept.</summary>
internal static class RowTables
{
    private static readonly ConcurrentDictionary<(string, Type), MethodInfo> Closed = new();

    /// <summary>The rows of a table that belong to a stretch of subjects.</summary>
    public static Task<List<Row>> ReadAsync(DataConnection data, Type rowType, StatePage stretch, CancellationToken cancellationToken) =>
        (Task<List<Row>>)Of(nameof(ReadOf), rowType).Invoke(null, [data, stretch, cancellationToken])!;

    /// <summary>Replaces the rows of some subjects.</summary>
    public static Task ReplaceAsync(DataConnection data, Type rowType, IReadOnlyCollection<string> subjects, IReadOnlyList<Row> rows, CancellationToken cancellationToken) =>
        (Task)Of(nameof(ReplaceOf), rowType).Invoke(null, [data, subjects, rows, cancellationToken])!;

    /// <summary>Deletes the rows of subjects that have no stored state.</summary>
    public static Task<int> DeleteWithoutStateAsync(DataConnection data, Type rowType, string concept, bool isShared, CancellationToken cancellationToken) =>
        (Task<int>)Of(nameof(DeleteWithoutStateOf), rowType).Invoke(null, [data, concept, isShared, cancellationToken])!;

    /// <summary>Whether several concepts have their rows in one table.</summary>
    public static bool IsShared(IEnumerable<Concept> concepts, Type rowType) => concepts.Count(concept => concept.RowTypes.Contains(rowType)) > 1;

    /// <summary>The first subject whose name is in no order yet, of a table that keeps one; null where there is none.</summary>
    public static Task<string?> FirstUnorderedAsync(DataConnection data, Type rowType, CancellationToken cancellationToken) =>
        MappingSchema.Default.GetEntityDescriptor(rowType).Columns.FirstOrDefault(column => column.ColumnName == ChineseOrder.Column) is { } order
            ? (Task<string?>)Of(nameof(FirstUnorderedOf), rowType).Invoke(null, [data, order.MemberName, cancellationToken])!
            : Task.FromResult<string?>(null);

    /// <summary>The columns in which two rows of one place differ.</summary>
    public static string DifferingColumns(Row one, Row other) => string.Join(", ", MappingSchema.Default.GetEntityDescriptor(one.GetType()).Columns
        .Where(column => !Equals(column.MemberAccessor.GetValue(one), column.MemberAccessor.GetValue(other)))
        .Select(column => column.ColumnName));

    /// <summary>The name of a row type's table.</summary>
    public static string NameOf(Type rowType) => MappingSchema.Default.GetEntityDescriptor(rowType).Name.Name;

    private static MethodInfo Of(string method, Type rowType) => Closed.GetOrAdd((method, rowType), static key =>
        typeof(RowTables).GetMethod(key.Item1, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(key.Item2));

    private static async Task<List<Row>> ReadOf<TRow>(DataConnection data, StatePage stretch, CancellationToken cancellationToken) where TRow : Row
    {
        IQueryable<TRow> rows = data.GetTable<TRow>();
        if (stretch.After is { } after)
        {
            rows = rows.Where(row => SubjectOrder.IsAfter(row.Subject, after));
        }

        if (stretch.UpTo is { } upTo)
        {
            rows = rows.Where(row => SubjectOrder.IsUpTo(row.Subject, upTo));
        }

        return [.. await rows.ToListAsync(cancellationToken).ConfigureAwait(false)];
    }

    private static Task<string?> FirstUnorderedOf<TRow>(DataConnection data, string order, CancellationToken cancellationToken) where TRow : Row =>
        data.GetTable<TRow>()
            .Where(row => Sql.Property<string>(row, order) == "")
            .OrderBy(row => row.Subject)
            .Select(row => (string?)row.Subject)
            .FirstOrDefaultAsync(cancellationToken);

    private static async Task ReplaceOf<TRow>(DataConnection data, IReadOnlyCollection<string> subjects, IReadOnlyList<Row> rows, CancellationToken cancellationToken) where TRow : Row
    {
        await data.GetTable<TRow>().Where(row => subjects.Contains(row.Subject)).DeleteAsync(cancellationToken).ConfigureAwait(false);
        await data.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows }, rows.OfType<TRow>(), cancellationToken).ConfigureAwait(false);
    }

    private static Task<int> DeleteWithoutStateOf<TRow>(DataConnection data, string concept, bool isShared, CancellationToken cancellationToken) where TRow : Row
    {
        IQueryable<TRow> rows = data.GetTable<TRow>();
        if (isShared)
        {
            // The concept's own stretch of subjects: '0' is what follows '/'.
            var (from, before) = ($"{concept}/", $"{concept}0");
            rows = rows.Where(row => SubjectOrder.IsAfter(row.Subject, from) && SubjectOrder.IsAfter(before, row.Subject));
        }

        return rows
            .Where(row => !data.GetTable<StateRow>().Any(state => state.Concept == concept && state.Subject == row.Subject))
            .DeleteAsync(cancellationToken);
    }
}
