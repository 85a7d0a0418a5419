using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database;

/// <summary>数据库配置. Which database the system uses and under which accounts: <c>Database:Provider</c>, <c>ConnectionStrings:ShuangDa</c> (the account that runs), <c>ConnectionStrings:ShuangDaMigrations</c> (the owner's, default the same). With nothing configured it is SQLite in <c>data/shuangda.db</c> under the content root.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The key that chooses the database.</summary>
    public const string ProviderKey = "Database:Provider";

    /// <summary>The key of the running account's connection string.</summary>
    public const string RuntimeKey = "ConnectionStrings:ShuangDa";

    /// <summary>The section of <see cref="ReadOptions"/>.</summary>
    public const string ReadsSection = "Reads";

    /// <summary>The key of the owner's connection string.</summary>
    public const string MigrationsKey = "ConnectionStrings:ShuangDaMigrations";

    private DatabaseOptions(DatabaseKind kind, string runtime, string migrations, string? file, ReadOptions? reads = null)
    {
        Kind = kind;
        Runtime = runtime;
        Migrations = migrations;
        File = file;
        Reads = reads ?? new ReadOptions();
    }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>The connection string of the account that runs. Holds a password: it goes into no log.</summary>
    public string Runtime { get; }

    /// <summary>The connection string of the tables' owner. Holds a password: it goes into no log.</summary>
    public string Migrations { get; }

    /// <summary>The full path of the SQLite file; null on servers.</summary>
    public string? File { get; }

    /// <summary>How the reads that people wait for are bounded.</summary>
    public ReadOptions Reads { get; }

    /// <summary>SQLite in a file.</summary>
    /// <param name="path">The file, which need not exist.</param>
    public static DatabaseOptions Sqlite(string path) => OfSqlite(new SqliteConnectionStringBuilder { DataSource = path }, Directory.GetCurrentDirectory());

    /// <summary>A database on a server.</summary>
    /// <param name="kind">PostgreSQL or SQL Server.</param>
    /// <param name="runtime">The connection string of the account that runs.</param>
    /// <param name="migrations">The owner's connection string; null for the same account.</param>
    /// <exception cref="DatabaseUnusableException">One of them cannot be read as a connection string.</exception>
    public static DatabaseOptions Server(DatabaseKind kind, string runtime, string? migrations = null) =>
        new(kind, Checked(kind, runtime, RuntimeKey), migrations is null ? Checked(kind, runtime, RuntimeKey) : Checked(kind, migrations, MigrationsKey), file: null);

    /// <summary>Reads the configuration.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="contentRoot">The folder that relative paths start from.</param>
    /// <exception cref="DatabaseUnusableException">A key holds what it must not; the message names it.</exception>
    public static DatabaseOptions From(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = Of(configuration, contentRoot);
        return new(options.Kind, options.Runtime, options.Migrations, options.File, configuration.GetSection(ReadsSection).Get<ReadOptions>());
    }

    private static DatabaseOptions Of(IConfiguration configuration, string contentRoot)
    {
        var provider = configuration[ProviderKey];
        var kind = DatabaseKind.Sqlite;
        if (!string.IsNullOrWhiteSpace(provider) && !(Enum.TryParse(provider, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsDigit(provider[0])))
        {
            throw new DatabaseUnusableException(new BilingualText(
                $"配置项 {ProviderKey} 的值“{provider}”无效，可用：{string.Join('、', Enum.GetNames<DatabaseKind>())}。",
                $"{ProviderKey} is '{provider}'; it must be one of {string.Join(", ", Enum.GetNames<DatabaseKind>())}."));
        }

        var runtime = configuration[RuntimeKey];
        if (kind == DatabaseKind.Sqlite)
        {
            return OfSqlite(new SqliteConnectionStringBuilder(Checked(kind, string.IsNullOrWhiteSpace(runtime) ? "Data Source=data/shuangda.db" : runtime, RuntimeKey)), contentRoot);
        }

        if (string.IsNullOrWhiteSpace(runtime))
        {
            throw new DatabaseUnusableException(new BilingualText(
                $"{ProviderKey} 为 {kind} 时必须配置 {RuntimeKey}（连接字符串）。",
                $"{RuntimeKey} (the connection string) must be set when {ProviderKey} is {kind}."));
        }

        var migrations = configuration[MigrationsKey];
        return Server(kind, runtime, string.IsNullOrWhiteSpace(migrations) ? null : migrations);
    }

    private static DatabaseOptions OfSqlite(SqliteConnectionStringBuilder builder, string contentRoot)
    {
        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new DatabaseUnusableException(new BilingualText(
                $"{RuntimeKey} 必须指明一个 SQLite 文件（Data Source=…），内存数据库不能保存数据。",
                $"{RuntimeKey} must name a SQLite file (Data Source=…); a database in memory keeps nothing."));
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        builder.Pooling = true;
        return new(DatabaseKind.Sqlite, builder.ToString(), builder.ToString(), builder.DataSource);
    }

    private static string Checked(DatabaseKind kind, string connectionString, string key)
    {
        try
        {
            DbConnectionStringBuilder parsed = kind switch
            {
                DatabaseKind.Sqlite => new SqliteConnectionStringBuilder(connectionString),
                DatabaseKind.PostgreSql => new NpgsqlConnectionStringBuilder(connectionString),
                _ => new SqlConnectionStringBuilder(connectionString),
            };
            return parsed.ToString();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            // The cause is not passed on: its message may quote the connection string.
            throw new DatabaseUnusableException(new BilingualText(
                $"配置项 {key} 不是有效的 {kind} 连接字符串。", $"{key} is not a valid connection string for {kind}."));
        }
    }
}
