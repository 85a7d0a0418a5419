using System.Globalization;
using Microsoft.Data.Sqlite;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database;

/// <summary>备份. Copies a SQLite database while it is in use, and puts such a copy back. Server databases are backed up with their own tools.</summary>
public static class Backup
{
    /// <summary>Writes a consistent copy of the database as it is at this moment. The file appears under its name only when it is whole, on the disk and checked; commits go on meanwhile.</summary>
    /// <param name="database">An open SQLite database.</param>
    /// <param name="file">Where the copy goes; a file of that name is replaced.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="BackupException">It cannot be written, or the copy does not pass SQLite's integrity check.</exception>
    public static async Task<long> BackupTo(OpenedDatabase database, string file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        OnlySqlite(database.Options);
        var target = Path.GetFullPath(file);
        var partial = target + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(partial);
            PrivateFiles.Prepare(partial);
            await using (var source = (SqliteConnection)await database.Database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false))
            await using (var copy = new SqliteConnection(Alone(partial, SqliteOpenMode.ReadWriteCreate)))
            {
                await copy.OpenAsync(cancellationToken).ConfigureAwait(false);

                // One step over all pages, within one read transaction: with a write-ahead log the writer is not held up.
                source.BackupDatabase(copy);
                await Scalar(copy, "PRAGMA journal_mode = DELETE", cancellationToken).ConfigureAwait(false);
                await CheckIntegrity(copy, target, cancellationToken).ConfigureAwait(false);
            }

            Flush(partial);
            File.Move(partial, target, overwrite: true);
            return new FileInfo(target).Length;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException(new BilingualText(
                $"备份文件 {target} 无法写入：{failure.Message}", $"The backup {target} cannot be written: {failure.Message}"), failure);
        }
        finally
        {
            Discard(partial);
        }
    }

    /// <summary>Puts a copy in the place of the database, which no process may be using. The database that was there is kept beside it under another name.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="file">A file that <see cref="BackupTo"/> wrote.</param>
    /// <param name="clock">What the kept file's name takes the time from.</param>
    /// <param name="cancellationToken">Ends the work before anything is replaced.</param>
    /// <returns>The name of the kept file, or null where there was no database.</returns>
    /// <exception cref="DatabaseUnusableException">A process uses the database, or a newer program made the copy.</exception>
    /// <exception cref="BackupException">The copy is no whole database of this system.</exception>
    public static async Task<string?> Restore(DatabaseOptions options, string file, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        OnlySqlite(options);
        var database = options.File!;
        var copy = Path.GetFullPath(file);
        if (!File.Exists(copy))
        {
            throw new BackupException(new BilingualText($"备份文件 {copy} 不存在。", $"There is no backup {copy}."));
        }

        var incoming = database + ".restoring";
        using var held = OpenedDatabase.Occupy(database, clock);
        try
        {
            // Checked where it will stand, so that what was checked is what is used.
            File.Copy(copy, incoming, overwrite: true);
            // A copy takes the mode of what is copied, which may come from anywhere.
            PrivateFiles.Close(incoming);
            await CheckIsOurs(incoming, copy, cancellationToken).ConfigureAwait(false);
            Flush(incoming);
            if (!File.Exists(database))
            {
                File.Move(incoming, database);
                return null;
            }

            await EmptyWriteAheadLog(database, cancellationToken).ConfigureAwait(false);
            var kept = string.Create(CultureInfo.InvariantCulture, $"{database}.before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmssfff}");

            // One rename: at any instant the name stands for the old database or for the new one.
            File.Replace(incoming, database, kept);
            return kept;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(new BilingualText(
                $"恢复 {copy} 失败，原数据库未变：{failure.Message}", $"{copy} was not restored and the database is as it was: {failure.Message}"), failure);
        }
        finally
        {
            Discard(incoming);
        }
    }

    private static void OnlySqlite(DatabaseOptions options)
    {
        if (options.Kind != DatabaseKind.Sqlite)
        {
            throw new BackupException(new BilingualText(
                $"{Terms.Of(options.Kind).Chinese}请使用服务器自带的工具备份与恢复（如 pg_dump、BACKUP DATABASE）。",
                $"A {Terms.Of(options.Kind).English} database is backed up and restored with its server's own tools (pg_dump, BACKUP DATABASE)."));
        }
    }

    private static async Task CheckIsOurs(string incoming, string copy, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(Alone(incoming, SqliteOpenMode.ReadOnly));
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await CheckIntegrity(connection, copy, cancellationToken).ConfigureAwait(false);
            var known = SchemaHistory.For(DatabaseKind.Sqlite).Max(step => step.Version);
            if (await Scalar(connection, "SELECT max(version) FROM schema_version", cancellationToken).ConfigureAwait(false) is not long version)
            {
                throw NotOurs(copy, cause: null);
            }

            if (version > known)
            {
                throw DatabaseProblems.Newer(version, known, DatabaseMigrator.ProgramVersion);
            }
        }
        catch (SqliteException unreadable)
        {
            throw NotOurs(copy, unreadable);
        }
    }

    private static BackupException NotOurs(string copy, Exception? cause) =>
        new(new BilingualText($"{copy} 不是本系统的备份，或已损坏。", $"{copy} is no backup of this system, or it is damaged."), cause);

    // What the old database had committed only to its log goes into its file, which is then whole by itself.
    private static async Task EmptyWriteAheadLog(string database, CancellationToken cancellationToken)
    {
        try
        {
            await using var old = new SqliteConnection(Alone(database, SqliteOpenMode.ReadWrite));
            await old.OpenAsync(cancellationToken).ConfigureAwait(false);
            await Scalar(old, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException)
        {
            // The old database is damaged, which is why it is being replaced. Its log is kept beside it: on the new file it must not be played.
            foreach (var suffix in new[] { "-wal", "-shm" })
            {
                if (File.Exists(database + suffix))
                {
                    File.Move(database + suffix, $"{database}.damaged{suffix}", overwrite: true);
                }
            }
        }
    }

    private static async Task CheckIntegrity(SqliteConnection connection, string file, CancellationToken cancellationToken)
    {
        var found = await Scalar(connection, "PRAGMA integrity_check(1)", cancellationToken).ConfigureAwait(false);
        if (found is not "ok")
        {
            throw new BackupException(new BilingualText($"{file} 未通过完整性检查：{found}", $"{file} fails SQLite's integrity check: {found}"));
        }
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Alone(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static void Discard(string partial)
    {
        foreach (var leftover in new[] { partial, partial + "-journal", partial + "-wal", partial + "-shm" })
        {
            if (File.Exists(leftover))
            {
                File.Delete(leftover);
            }
        }
    }
}

/// <summary>备份失败. A backup or a restore did not succeed; nothing was changed. The message says why in both languages.</summary>
public sealed class BackupException : Exception
{
    /// <summary>Says that it did not succeed.</summary>
    public BackupException() : base("备份失败。\nThe backup failed.") { }

    /// <summary>Says why it did not succeed.</summary>
    /// <param name="message">The reason, in both languages.</param>
    public BackupException(string message) : base(message) { }

    /// <summary>Says why it did not succeed.</summary>
    /// <param name="message">The reason, in both languages.</param>
    /// <param name="innerException">What showed it.</param>
    public BackupException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Says why it did not succeed.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="cause">What showed it, or null.</param>
    public BackupException(BilingualText reason, Exception? cause = null) : base($"{reason.Chinese}\n{reason.English}", cause) { }
}
