using Microsoft.Data.Sqlite;

namespace ShuangDa.Silo.Database;

/// <summary>
/// SQLite 检查点. Copies what the write-ahead log holds into the database file beside the commits, once a second. A commit that finds the
/// log at its greatest length copies it itself, and all who wait behind it wait for that; what was copied here it finds done.
/// </summary>
/// <param name="database">The database, a SQLite file.</param>
/// <param name="logger">Where it says what went wrong.</param>
public sealed partial class SqliteCheckpoints(Grains.Journal.Database database, ILogger<SqliteCheckpoints> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time, also where the grains' clock is simulated: disks know no other.
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await using var connection = await database.Source.OpenConnectionAsync(stoppingToken).ConfigureAwait(false);
                    await using var command = connection.CreateCommand();
                    // PASSIVE waits for nobody and holds nobody up: https://www.sqlite.org/c3ref/wal_checkpoint_v2.html
                    command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
                    await command.ExecuteNonQueryAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (SqliteException failed)
                {
                    // A full disk, for one. Nothing is lost: the log keeps what could not be copied, and commits say what they could not do.
                    LogNotCopied(failed);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; closing the last connection copies the rest.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The write-ahead log could not be copied into the database file; it is tried again in a second")]
    private partial void LogNotCopied(Exception exception);
}
