using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Operations;

/// <summary>命令保留. Done commands are kept for some days, so that a repeat gets its first answer again, and then removed in small pieces.</summary>
public static class CommandRetention
{
    /// <summary>How many days they are kept where nothing is configured.</summary>
    public const int UsualDays = 90;

    private const string KeptSince = "commands.kept-since";

    /// <summary>Removes the commands that were done before an instant.</summary>
    /// <param name="database">The database.</param>
    /// <param name="before">The instant.</param>
    /// <param name="cancellationToken">Ends the work; it goes on the next day.</param>
    /// <returns>How many were removed.</returns>
    public static async Task<long> RemoveAsync(Grains.Journal.Database database, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var limit = before.ToUnixTimeMilliseconds();
        // Said first: whoever verifies the journal meanwhile must not miss what is being removed.
        var since = new SettingRow { Name = KeptSince, Value = limit.ToString(CultureInfo.InvariantCulture) };
        await database.WriteAsync(data => data.PutAsync(since, cancellationToken), cancellationToken).ConfigureAwait(false);
        return await Removal.InPiecesAsync(
            database,
            async data =>
            {
                var oldest = await data.GetTable<CommandRow>().Where(row => row.At < limit).OrderBy(row => row.At)
                    .Take(Removal.PieceSize).Select(row => row.At).ToListAsync(cancellationToken).ConfigureAwait(false);
                var upTo = oldest.LastOrDefault(long.MinValue);
                return await data.GetTable<CommandRow>().Where(row => row.At <= upTo).DeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Since when done commands are kept; null when none was removed yet.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<DateTimeOffset?> KeptSinceAsync(Grains.Journal.Database database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var row = await data.GetTable<SettingRow>().FirstOrDefaultAsync(row => row.Name == KeptSince, cancellationToken).ConfigureAwait(false);
        return row is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(row.Value, CultureInfo.InvariantCulture));
    }
}
