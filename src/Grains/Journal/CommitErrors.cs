using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace ShuangDa.Grains.Journal;

/// <summary>提交错误. What a driver's exception says of a commit. The drivers have no common language for it: PostgreSQL speaks SQLSTATE, SQLite result codes, SQL Server error numbers.</summary>
internal static class CommitErrors
{
    /// <summary>Whether it comes from the database or the way to it, and not from a fault of ours.</summary>
    public static bool IsOfTheDatabase(Exception failure) =>
        failure is DbException or TimeoutException or IOException or InvalidOperationException or SocketException or DatabaseUnavailableException;

    /// <summary>Whether the database cannot be reached or read at present, whatever was asked of it.</summary>
    public static bool IsAway(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 10 or 13 or 14, // BUSY, LOCKED, IOERR, FULL, CANTOPEN
        SqlException server => IsAway(server.Number, server.Class),
        // The pool had no connection in time; the driver has no type of its own for that.
        InvalidOperationException { Source: { } source } => source == typeof(SqlException).Assembly.GetName().Name,
        DbException { IsTransient: true } or TimeoutException or IOException or SocketException => true,
        _ => false,
    };

    /// <summary>Whether the database refused the content (bad data, a constraint, too large), so that trying again would not help.</summary>
    public static bool IsRefusal(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 18 or 19 or 20, // TOOBIG, CONSTRAINT, MISMATCH: https://www.sqlite.org/rescode.html
        SqlException server => server.Number is 515 or 547 or 2601 or 2627 or 2628 or 8152, // NULL, CHECK or FOREIGN KEY, UNIQUE, PRIMARY KEY, too long
        DbException { SqlState: ['2', '2' or '3', ..] } => true, // data exception, integrity constraint violation
        _ => false,
    };

    /// <summary>Whether an error of COMMIT itself says that nothing of the transaction stands. After any other the outcome is unknown.</summary>
    public static bool UndidTheCommit(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 13 or 19, // BUSY, FULL, CONSTRAINT: it is still open or undone
        DbException { SqlState: ['2', '3', ..] } => true, // a deferred constraint
        DbException { SqlState: "40001" or "40P01" or "40002" } => true, // serialisation failure, deadlock; not 40003, which means that nobody knows
        SqlException server => IsVictim(server.Number),
        _ => false,
    };

    /// <summary>
    /// Whether the database undid what it was asked because others stood in its way, so that the same may be done the next time.
    /// </summary>
    public static bool IsVictim(Exception failure) => failure switch
    {
        DbException { SqlState: "40001" or "40P01" } => true,
        SqlException server => IsVictim(server.Number),
        _ => false,
    };

    /// <summary>
    /// What SQL Server's number says: whether it cannot be reached or read at present. The driver itself tells of none of its errors.
    /// </summary>
    /// <param name="number">The error's number (sys.messages; negative and small ones are the driver's and the network's).</param>
    /// <param name="severity">Its class; from 20 on the connection is gone.</param>
    internal static bool IsAway(int number, byte severity) => severity >= 20 || IsVictim(number) || number is
        -2 or -1 or 2 or 20 or 53 or 64 or 121 or 232 or 233 or 258 or 1225 // time is over, no such server, a broken pipe
        or 10051 or 10053 or 10054 or 10060 or 10061 or 11001 or 11002 // the network
        or 4060 or 4221 or 18401 or 17142 or 17147 or 17197 or 6005 // the database or the server is about to start, paused or about to stop
        or 921 or 922 or 923 or 927 or 942 or 952 or 976 or 978 or 979 or 983 or 988 // recovery, restore, offline, another replica
        or 701 or 1204 or 1222 or 8628 or 8645 or 8651 or 10928 or 10929 // memory, locks, workers
        or 1105 or 9002 or 3906 or 3908 or 3935 // disk or log full, read-only, a suspect database
        or 40143 or 40197 or 40501 or 40540 or 40613 or 49918 or 49919 or 49920; // the same as a service

    // A deadlock, and the conflicts of snapshot isolation.
    private static bool IsVictim(int number) => number is 1205 or 3960 or 3961;
}
