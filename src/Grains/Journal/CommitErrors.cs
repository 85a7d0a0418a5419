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
        SqlException server => server.IsTransient || server.Class >= 20, // the connection is gone
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
        _ => false,
    };
}
