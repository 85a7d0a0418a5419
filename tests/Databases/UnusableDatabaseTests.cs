using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>What an administrator reads when the database cannot be used: the configuration key, in both languages, and no secret.</summary>
public sealed class UnusableDatabaseTests
{
    [Fact]
    public async Task AFolderInPlaceOfTheFileIsNamed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("shuangda.db"));

        Expect(await Refused(DatabaseOptions.Sqlite(folder.File("shuangda.db"))), DatabaseOptions.RuntimeKey, "目录", "folder");
    }

    [Fact]
    public async Task AReadOnlyFileIsNamedBeforeTheFirstWrite()
    {
        using var folder = new TemporaryFolder();
        var options = DatabaseOptions.Sqlite(folder.File("shuangda.db"));
        await (await Open(options)).DisposeAsync();
        File.SetAttributes(options.File!, FileAttributes.ReadOnly);

        Expect(await Refused(options), DatabaseOptions.RuntimeKey, "只读", "read-only");
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseIsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        var text = string.Concat(Enumerable.Repeat("not a database. ", 100));
        await File.WriteAllTextAsync(folder.File("shuangda.db"), text);

        Expect(await Refused(DatabaseOptions.Sqlite(folder.File("shuangda.db"))), DatabaseOptions.RuntimeKey, "不是 SQLite", "not a SQLite database");
        Assert.Equal(text, await File.ReadAllTextAsync(folder.File("shuangda.db")));
    }

    [Fact]
    public async Task TheSecondOpenerOfAFileLearnsWhoHoldsIt()
    {
        using var folder = new TemporaryFolder();
        var options = DatabaseOptions.Sqlite(folder.File("shuangda.db"));
        await using (await Open(options))
        {
            Expect(await Refused(options), DatabaseOptions.RuntimeKey, "另一个进程", "another process", $"pid {Environment.ProcessId}");
        }

        await (await Open(options)).DisposeAsync();
    }

    /// <summary>The client of SQL Server comes as far as the network: without ICU it refuses before.</summary>
    [Fact]
    public async Task AServerOfSqlServerThatIsNotThereIsMissedByItsOwnClient()
    {
        await using var connection = new SqlConnection($"Server=127.0.0.1,{FreePort.Next()};Database=shuangda;User ID=shuangda;Password=x;Encrypt=false;Connect Timeout=5");
        await Assert.ThrowsAsync<SqlException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AFullDiskUndoesTheStepAndIsSaid()
    {
        using var folder = new TemporaryFolder();
        var options = DatabaseOptions.Sqlite(folder.File("shuangda.db"));
        await using var connection = new SqliteConnection(options.Runtime + ";Pooling=False");
        await connection.OpenAsync();
        await Run(connection, "PRAGMA max_page_count = 12");

        var full = await Assert.ThrowsAsync<SqliteException>(() =>
            DatabaseMigrator.MigrateAsync(connection, DatabaseKind.Sqlite, SchemaHistory.For(DatabaseKind.Sqlite), TimeProvider.System, NullLogger.Instance));

        Expect(DatabaseProblems.Of(full, options, DatabaseOptions.RuntimeKey)!, DatabaseOptions.RuntimeKey, "磁盘已满", "disk is full");
        await Run(connection, "PRAGMA max_page_count = 100000");
        Assert.Equal(SchemaHistory.For(DatabaseKind.Sqlite).Count,
            await DatabaseMigrator.MigrateAsync(connection, DatabaseKind.Sqlite, SchemaHistory.For(DatabaseKind.Sqlite), TimeProvider.System, NullLogger.Instance));
    }

    [Fact]
    public async Task ARealFullDiskIsSaid()
    {
        if (Environment.UserName != "root" || !OperatingSystem.IsLinux())
        {
            Assert.Skip("A small file system can only be mounted by root on Linux.");
        }

        using var folder = new TemporaryFolder();
        if (await Shell("mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", folder.Path) != 0)
        {
            Assert.Skip("A small file system cannot be mounted here.");
        }

        try
        {
            Expect(await Refused(DatabaseOptions.Sqlite(folder.File("shuangda.db"))), DatabaseOptions.RuntimeKey, "磁盘已满", "disk is full");
            Assert.Equal(0, await Shell("mount", "-o", "remount,size=64m", folder.Path));
            await (await Open(DatabaseOptions.Sqlite(folder.File("shuangda.db")))).DisposeAsync();

            Assert.Equal(0, await Shell("mount", "-o", "remount,ro", folder.Path));
            Expect(await Refused(DatabaseOptions.Sqlite(folder.File("shuangda.db"))), DatabaseOptions.RuntimeKey, "只读", "read-only");
        }
        finally
        {
            await Shell("umount", folder.Path);
        }
    }

    [Fact]
    public async Task AWrongPasswordAMissingDatabaseAndADeadServerAreToldApart()
    {
        var server = await PostgreSqlServer.SharedAsync();
        const string Secret = "wrong-secret";

        Expect(await Refused(Server(server.ConnectionStringFor("postgres", password: Secret))), DatabaseOptions.RuntimeKey, "密码", "password");
        Expect(await Refused(Server(server.ConnectionStringFor("nowhere"))), DatabaseOptions.RuntimeKey, "不存在", "does not exist");
        Expect(await Refused(Server($"Host=127.0.0.1;Port=1;Username=u;Password={Secret};Database=d")), DatabaseOptions.RuntimeKey, "连接不到", "cannot be reached");
        Expect(await Refused(DatabaseOptions.Server(DatabaseKind.PostgreSql, server.ConnectionStringFor("postgres"), $"Host=127.0.0.1;Port=1;Username=u;Password={Secret};Database=d")), DatabaseOptions.MigrationsKey, "cannot be reached");

        static DatabaseOptions Server(string connectionString) => DatabaseOptions.Server(DatabaseKind.PostgreSql, connectionString);
    }

    [Fact]
    public async Task AnAccountThatMayMakeNoTablesIsToldToUseTheOwners()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateEmptyDatabaseAsync();
        await server.Execute("CREATE ROLE powerless LOGIN PASSWORD 'p'");
        var name = new Npgsql.NpgsqlConnectionStringBuilder(database).Database!;

        Expect(await Refused(DatabaseOptions.Server(DatabaseKind.PostgreSql, server.ConnectionStringFor(name, "powerless", "p"))), DatabaseOptions.MigrationsKey, "权限", "permission");
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", DatabaseOptions.ProviderKey)]
    [InlineData("Database:Provider", "1", DatabaseOptions.ProviderKey)]
    [InlineData("Database:Provider", "PostgreSql", DatabaseOptions.RuntimeKey)]
    [InlineData("ConnectionStrings:ShuangDa", "Nonsense=secret", DatabaseOptions.RuntimeKey)]
    [InlineData("ConnectionStrings:ShuangDa", "Data Source=:memory:", DatabaseOptions.RuntimeKey)]
    public void AConfigurationThatCannotBeMeantNamesItsKey(string key, string value, string named)
    {
        var refused = Assert.Throws<DatabaseUnusableException>(() => DatabaseOptions.From(Configuration((key, value)), "/srv/shuangda"));

        Expect(refused, named);
    }

    [Fact]
    public void WithNothingConfiguredItIsAFileUnderTheContentRoot()
    {
        var options = DatabaseOptions.From(Configuration(), "/srv/shuangda");

        Assert.Equal(DatabaseKind.Sqlite, options.Kind);
        Assert.Equal("/srv/shuangda/data/shuangda.db", options.File);
    }

    [Fact]
    public void TheOwnersAccountIsTheRunningOneUnlessConfigured()
    {
        (string, string) provider = ("Database:Provider", "postgresql");
        (string, string) runtime = ("ConnectionStrings:ShuangDa", "Host=h;Username=app");

        Assert.Equal(DatabaseOptions.From(Configuration(provider, runtime), "/").Runtime, DatabaseOptions.From(Configuration(provider, runtime), "/").Migrations);
        Assert.Contains("owner", DatabaseOptions.From(Configuration(provider, runtime, ("ConnectionStrings:ShuangDaMigrations", "Host=h;Username=owner")), "/").Migrations, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();

    private static Task<OpenedDatabase> Open(DatabaseOptions options) => OpenedDatabase.OpenAsync(options, TimeProvider.System, NullLogger.Instance);

    private static Task<DatabaseUnusableException> Refused(DatabaseOptions options) => Assert.ThrowsAsync<DatabaseUnusableException>(() => Open(options));

    private static void Expect(DatabaseUnusableException refused, params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static async Task Run(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
