using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>列表读取. How every list of rows is read: filter, order, page, and the count only when it is asked for.</summary>
public static class Lists
{
    /// <summary>Reads a page of a table.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="database">Where the table is.</param>
    /// <param name="filter">The condition, which may speak of other tables.</param>
    /// <param name="order">The order that was asked for; the tie-breaker is added.</param>
    /// <param name="tieBreaker">The unique column that makes the order total; behind an order it runs the way that one ends.</param>
    /// <param name="request">Which page.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static Task<Page<TRow>> ReadAsync<TRow>(
        Database database,
        Func<DataConnection, Expression<Func<TRow, bool>>> filter,
        IEnumerable<SortColumn<TRow>> order,
        SortColumn<TRow> tieBreaker,
        PageRequest request,
        CancellationToken cancellationToken)
        where TRow : class =>
        ReadAsync(database, new RowList<TRow>(data => Condition<TRow>.Of(filter(data)), order, tieBreaker), request, cancellationToken);

    /// <summary>Reads a page of a list.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="database">Where the table is.</param>
    /// <param name="list">The list.</param>
    /// <param name="request">Which page.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    internal static async Task<Page<TRow>> ReadAsync<TRow>(Database database, RowList<TRow> list, PageRequest request,
        CancellationToken cancellationToken)
        where TRow : class
    {
        Keyset.Check(list.Order, request);
        var rows = request.IsCountOnly ? [] : await PageAsync().ConfigureAwait(false);
        return Keyset.PageOf(rows, list.Order, request, CountAsync);

        Task<List<TRow>> PageAsync()
        {
            var page = database.Rows(data => list.Page(data, request));
            return database.InOneTurnAsync(turn => turn.RowsAsync(page), cancellationToken);
        }

        Task<int> CountAsync()
        {
            var count = database.Count(list.All);
            return database.InOneTurnAsync(turn => turn.CountAsync(count), cancellationToken);
        }
    }
}

/// <summary>列表. The rows of a table that a list shows, in its order.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="filter">The condition, which may speak of other tables.</param>
/// <param name="order">The order that was asked for; the tie-breaker is added.</param>
/// <param name="tieBreaker">The unique column that makes the order total; behind an order it runs the way that one ends.</param>
internal sealed class RowList<TRow>(Func<DataConnection, Condition<TRow>> filter, IEnumerable<SortColumn<TRow>> order,
    SortColumn<TRow> tieBreaker) where TRow : class
{
    /// <summary>The order.</summary>
    public IReadOnlyList<SortColumn<TRow>> Order { get; } = Total([.. order], tieBreaker);

    /// <summary>The question of a page.</summary>
    /// <param name="data">Where other tables are found.</param>
    /// <param name="request">Which page.</param>
    public Question<TRow> Page(DataConnection data, PageRequest request) => Keyset.Ask(filter(data), Order, request);

    /// <summary>Which columns are read where some are shown: these, and those that the order needs.</summary>
    /// <param name="shown">The properties that are shown.</param>
    public ReadColumns<TRow> Columns(IEnumerable<string> shown) => new(shown.Concat(Order.Select(column => column.Property)));

    /// <summary>The question of all of it.</summary>
    /// <param name="data">Where other tables are found.</param>
    public Question<TRow> All(DataConnection data) => Keyset.AskAll(filter(data));

    // The tie-breaker runs the way the order runs, so that an index in that order is read from either end and nothing is sorted. A column
    // that
    // comes a second time orders nothing any more.
    private static SortColumn<TRow>[] Total(SortColumn<TRow>[] asked, SortColumn<TRow> tieBreaker) =>
        [.. asked.Append(asked.Length > 0 ? tieBreaker with { Direction = asked[^1].Direction } : tieBreaker).DistinctBy(column =>
            column.Name)];
}
