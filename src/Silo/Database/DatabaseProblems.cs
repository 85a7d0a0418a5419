using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database;

/// <summary>数据库故障. Turns what a driver says into what an administrator can act on.</summary>
public static class DatabaseProblems
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private const int SqliteBusy = 5;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    /// <summary>The problem behind an exception, or null when it is none that configuration or the machine explains.</summary>
    /// <param name="exception">What a driver or the file system threw.</param>
    /// <param name="options">The configured database.</param>
    /// <param name="key">The configuration key of the connection that was used.</param>
    public static DatabaseUnusableException? Of(Exception exception, DatabaseOptions options, string key)
    {
        ArgumentNullException.ThrowIfNull(options);
        return exception switch
        {
            SqliteException sqlite => OfSqlite(sqlite, options.File ?? string.Empty),
            PostgresException postgres => OfPostgres(postgres, key),
            SqlException server => OfSqlServer(server, key),
            NpgsqlException or SocketException or TimeoutException => Unreachable(options.Kind, key, exception),
            DbException => Unreachable(options.Kind, key, exception),
            UnauthorizedAccessException or IOException when options.File is { } file => NotWritable(file, exception),
            _ => null,
        };
    }

    internal static DatabaseUnusableException NotWritable(string file, Exception? cause) => new(
        new BilingualText(
            $"无法写入数据库文件 {file}（{DatabaseOptions.RuntimeKey}）：文件或其目录为只读，或没有权限。",
            $"The database file {file} ({DatabaseOptions.RuntimeKey}) cannot be written: the file or its folder is read-only, or permission is missing."),
        cause);

    internal static DatabaseUnusableException IsFolder(string file) => new(new BilingualText(
        $"{DatabaseOptions.RuntimeKey} 指向的 {file} 是目录，应为 SQLite 文件。",
        $"{DatabaseOptions.RuntimeKey} names {file}, which is a folder; it must be a SQLite file."));

    internal static DatabaseUnusableException Absent(string file) => new(new BilingualText(
        $"没有数据库文件 {file}（{DatabaseOptions.RuntimeKey}）。",
        $"There is no database file {file} ({DatabaseOptions.RuntimeKey})."));

    internal static DatabaseUnusableException Older(long found, long known) => new(new BilingualText(
        $"数据库的结构版本为 {found}，本程序需要 {known}。请先运行 migrate，或启动服务器。",
        $"The database has schema version {found}, this program needs {known}. Run migrate first, or start the server."));

    internal static DatabaseUnusableException Newer(long found, long known, string program) => new(new BilingualText(
        $"数据库的结构版本为 {found}，由较新的程序建立；本程序（{program}）只支持到 {known}。请运行较新的程序，或恢复与本程序相符的备份。",
        $"The database has schema version {found}, made by a newer program; this program ({program}) knows versions up to {known}. Run the newer program, or restore a backup that fits this one."));

    private static DatabaseUnusableException? OfSqlite(SqliteException exception, string file) => exception.SqliteErrorCode switch
    {
        SqliteReadOnly => NotWritable(file, exception),
        SqliteFull => new(
            new BilingualText(
                $"磁盘已满，无法写入数据库 {file}（{DatabaseOptions.RuntimeKey}）。未完成的内容已全部回退，腾出空间后重试。",
                $"The disk is full: the database {file} ({DatabaseOptions.RuntimeKey}) cannot grow. What was under way is undone; free some space and try again."),
            exception),
        SqliteCannotOpen => new(
            new BilingualText(
                $"无法打开数据库文件 {file}（{DatabaseOptions.RuntimeKey}）：请检查路径与权限。",
                $"The database file {file} ({DatabaseOptions.RuntimeKey}) cannot be opened: check the path and the permissions."),
            exception),
        SqliteNotADatabase => new(
            new BilingualText(
                $"{file}（{DatabaseOptions.RuntimeKey}）不是 SQLite 数据库文件。",
                $"{file} ({DatabaseOptions.RuntimeKey}) is not a SQLite database."),
            exception),
        SqliteCorrupt => new(
            new BilingualText(
                $"数据库文件 {file}（{DatabaseOptions.RuntimeKey}）已损坏，请恢复备份。",
                $"The database file {file} ({DatabaseOptions.RuntimeKey}) is damaged; restore a backup."),
            exception),
        SqliteBusy => new(
            new BilingualText(
                $"数据库文件 {file}（{DatabaseOptions.RuntimeKey}）被其他程序锁定。",
                $"The database file {file} ({DatabaseOptions.RuntimeKey}) is locked by another program."),
            exception),
        SqliteInputOutput => new(
            new BilingualText(
                $"读写数据库文件 {file}（{DatabaseOptions.RuntimeKey}）时磁盘出错（SQLite {exception.SqliteExtendedErrorCode}）。",
                $"The disk failed while the database file {file} ({DatabaseOptions.RuntimeKey}) was read or written (SQLite {exception.SqliteExtendedErrorCode})."),
            exception),
        _ => null,
    };

    private static DatabaseUnusableException? OfPostgres(PostgresException exception, string key) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Refused(key, exception),
        PostgresErrorCodes.InvalidCatalogName => NoSuchDatabase(key, exception),
        PostgresErrorCodes.InsufficientPrivilege => MayNot(key, exception),
        PostgresErrorCodes.DiskFull => ServerDiskFull(key, exception),
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown => Unreachable(DatabaseKind.PostgreSql, key, exception),
        _ => null,
    };

    private static DatabaseUnusableException? OfSqlServer(SqlException exception, string key) => exception.Number switch
    {
        18456 => Refused(key, exception),
        4060 => NoSuchDatabase(key, exception),
        229 or 262 => MayNot(key, exception),
        1105 or 9002 => ServerDiskFull(key, exception),
        3952 => SqlServerSettings.NotSet(key, exception),
        _ => exception.Class >= 20 ? Unreachable(DatabaseKind.SqlServer, key, exception) : null,
    };

    private static DatabaseUnusableException Refused(string key, Exception cause) => new(
        new BilingualText(
            $"数据库服务器拒绝了 {key} 中的用户名或密码。",
            $"The database server refused the user name or password in {key}."),
        cause);

    private static DatabaseUnusableException NoSuchDatabase(string key, Exception cause) => new(
        new BilingualText(
            $"{key} 指明的数据库不存在，请先在服务器上建立。",
            $"The database that {key} names does not exist; create it on the server first."),
        cause);

    private static DatabaseUnusableException MayNot(string key, Exception cause) => new(
        new BilingualText(
            $"{key} 的账户权限不足：建表须使用数据库所有者的账户（{DatabaseOptions.MigrationsKey}）。",
            $"The account in {key} lacks a permission: tables are made with the owner's account ({DatabaseOptions.MigrationsKey})."),
        cause);

    private static DatabaseUnusableException ServerDiskFull(string key, Exception cause) => new(
        new BilingualText(
            $"数据库服务器的磁盘已满（{key}）。未完成的内容已全部回退，腾出空间后重试。",
            $"The disk of the database server is full ({key}). What was under way is undone; free some space and try again."),
        cause);

    private static DatabaseUnusableException Unreachable(DatabaseKind kind, string key, Exception cause) => new(
        new BilingualText(
            $"连接不到 {key} 指明的 {kind} 服务器，请检查地址、端口以及服务器是否运行。",
            $"The {kind} server that {key} names cannot be reached: check address and port, and whether it runs."),
        cause);
}
