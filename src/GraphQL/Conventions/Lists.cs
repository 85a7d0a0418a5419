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
    public static async Task<Page<TRow>> ReadAsync<TRow>(
        Database database,
        Func<DataConnection, Expression<Func<TRow, bool>>> filter,
        IEnumerable<SortColumn<TRow>> order,
        SortColumn<TRow> tieBreaker,
        PageRequest request,
        CancellationToken cancellationToken)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(request);
        // The tie-breaker runs the way the order runs, so that an index in that order is read from either end and nothing is sorted.
        var asked = order.ToArray();
        var last = asked.Length > 0 ? tieBreaker with { Direction = asked[^1].Direction } : tieBreaker;
        // A column that comes a second time orders nothing any more.
        var columns = asked.Append(last).DistinctBy(column => column.Name).ToArray();
        if (request.IsCountOnly)
        {
            // A cursor that is none of this list is refused whatever is asked for.
            Keyset.Check(columns, request);
            return Keyset.PageOf([], columns, request, CountAsync);
        }

        var rows = await database.RowsAsync(data => Keyset.Query(data.GetTable<TRow>().Where(filter(data)), columns, request), cancellationToken).ConfigureAwait(false);
        return Keyset.PageOf(rows, columns, request, CountAsync);

        Task<int> CountAsync() => database.CountAsync(data => data.GetTable<TRow>().Where(filter(data)), cancellationToken);
    }
}
