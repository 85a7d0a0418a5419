using System.Data.Common;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database;

/// <summary>
/// SQL Server 数据库设置. What a SQL Server database must be set to before the program uses it, and how an administrator sets it.
/// </summary>
public static class SqlServerSettings
{
    /// <summary>The statements that set it. They are the administrator's: they need more than the owner of the tables may.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        // Verification, digests and the self-check see the tables as they were at one instant, beside commits.
        "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON",
        // Lists read what is committed and wait for no commit; the feed of the journal takes that into account (JournalFeed).
        "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE",
    ];

    /// <summary>
    /// The statements by which a script's session is what the driver's is: <c>sqlcmd</c> begins otherwise, and indexes over some rows
    /// and over computed columns need it.
    /// </summary>
    public static IReadOnlyList<string> Session { get; } =
    [
        "SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON",
        "SET NUMERIC_ROUNDABORT OFF",
        "SET XACT_ABORT ON",
    ];

    /// <summary>
    /// The query that tells how it is set: whether snapshots are allowed, and whether reads see what is committed without waiting.
    /// </summary>
    public const string Question =
        "SELECT CAST(snapshot_isolation_state AS int), CAST(is_read_committed_snapshot_on AS int) FROM sys.databases "
        + "WHERE database_id = DB_ID()";

    /// <summary>Looks whether it is set.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="key">The configuration key of the connection.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="DatabaseUnusableException">It is not; the message says what is to be run.</exception>
    public static async Task CheckAsync(DbConnection connection, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Question;
        await using var answer = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await answer.ReadAsync(cancellationToken).ConfigureAwait(false) || answer.GetInt32(0) != 1 || answer.GetInt32(1) != 1)
        {
            throw NotSet(key, cause: null);
        }
    }

    internal static DatabaseUnusableException NotSet(string key, Exception? cause) => new(
        new BilingualText(
            $"{key} 指明的数据库未允许快照隔离或者未启用读已提交快照，请由管理员执行：{string.Join("；", Statements)}。",
            $"The database that {key} names does not allow snapshots, or its reads wait for commits. An administrator must run: "
            + $"{string.Join("; ", Statements)}."),
        cause);
}
