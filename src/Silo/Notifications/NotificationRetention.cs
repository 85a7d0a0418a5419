using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Notifications;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Notifications;

/// <summary>通知保留. Notifications are kept for a year or as long as is configured, read or not; the journal keeps what they told.</summary>
public static class NotificationRetention
{
    /// <summary>How many days they are kept where nothing is configured.</summary>
    public const int UsualDays = 365;

    /// <summary>After how many days it is no news any more what could not be delivered.</summary>
    public const int DeliveryDays = 7;

    /// <summary>
    /// Removes the deliveries of what was recorded before an instant: the bell has told it, and a gateway that is set up later is not told
    /// old news.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="before">The instant.</param>
    /// <param name="cancellationToken">Ends the work; it goes on the next day.</param>
    /// <returns>How many were removed.</returns>
    public static Task<int> RemoveDeliveriesAsync(
        Grains.Journal.Database database, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var limit = before.ToUnixTimeMilliseconds();
        return database.WriteAsync(
            data => data.GetTable<NotificationDeliveryRow>().Where(row => row.At < limit).DeleteAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Removes the notifications of what was recorded before an instant, in pieces and from the oldest on.</summary>
    /// <param name="database">The database.</param>
    /// <param name="before">The instant.</param>
    /// <param name="cancellationToken">Ends the work; it goes on the next day.</param>
    /// <returns>How many were removed.</returns>
    public static Task<long> RemoveAsync(
        Grains.Journal.Database database, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var limit = before.ToUnixTimeMilliseconds();
        return Removal.InPiecesAsync(
            database,
            async data =>
            {
                // They stand in the table nearly in the order of their instants: the oldest are its first.
                var first = await data.GetTable<NotificationRow>().OrderBy(row => row.Id).Take(Removal.PieceSize)
                    .Select(row => new { row.Id, row.At }).ToListAsync(cancellationToken).ConfigureAwait(false);
                var old = first.Where(row => row.At < limit).Select(row => row.Id).ToArray();
                return old.Length == 0 ? 0 : await data.GetTable<NotificationRow>().Where(row => old.Contains(row.Id))
                    .DeleteAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }
}
