using System.Data.Common;
using LinqToDB.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Search;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>What holds when a program meets a database: from nothing, again, too new, cut short, together with another.</summary>
public abstract class MigrationConformance(DatabaseKind kind) : PerDatabase(kind)
{
    protected static readonly SchemaStep First = new(1, "first", ["CREATE TABLE one (n int)"]);

    [Fact]
    public async Task AnEmptyDatabaseGetsEveryStep()
    {
        await (await Database.OpenAsync()).DisposeAsync();

        Assert.Equal(SchemaHistory.For(Database.Kind).Select(step => step.Version), await VersionsAsync());
    }

    [Fact]
    public async Task OpenedAgainThereIsNothingToDo()
    {
        await (await Database.OpenAsync()).DisposeAsync();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(90));

        await (await Database.OpenAsync(clock)).DisposeAsync();

        Assert.Equal(0L, Convert.ToInt64(await Database.ScalarAsync($"SELECT count(*) FROM schema_version WHERE applied_at >= {clock.GetUtcNow().ToUnixTimeMilliseconds()}"), null));
    }

    [Fact]
    public async Task AStepThatADatabaseLacksIsRunWhateverLargerNumbersItHas()
    {
        await (await Database.OpenAsync()).DisposeAsync();
        await Database.ExecuteAsync("DROP TABLE notification");
        await Database.ExecuteAsync("DROP TABLE notification_delivery");
        await Database.ExecuteAsync("DELETE FROM schema_version WHERE version IN (110, 111)");

        await (await Database.OpenAsync()).DisposeAsync();

        Assert.Equal(SchemaHistory.For(Database.Kind).Select(step => step.Version), await VersionsAsync());
        Assert.Equal(0L, Convert.ToInt64(await Database.ScalarAsync("SELECT count(*) FROM notification, notification_delivery"), null));
    }

    [Fact]
    public async Task WhatIsOwedReadsAsItsRuleIsCitedNow()
    {
        await (await Database.OpenAsync()).DisposeAsync();
        var national = Database.Kind == DatabaseKind.SqlServer ? "N" : "";
        await Database.ExecuteAsync(
            "INSERT INTO deadline (subject, kind, due_at, bucket, rule_text, failures) "
            + $"VALUES ('case/1', 'case.publication', 1, 0, {national}'公示处罚信息：《公示规定》（条号待核）', 0)");
        await Database.ExecuteAsync("DELETE FROM schema_version WHERE version = 148");

        await (await Database.OpenAsync()).DisposeAsync();

        Assert.Equal("公示处罚信息：《公示规定》", await Database.ScalarAsync("SELECT rule_text FROM deadline"));
    }

    [Fact]
    public async Task ADatabaseOfANewerProgramIsRefusedWithBothVersionsAndLeftAsItWas()
    {
        await (await Database.OpenAsync()).DisposeAsync();
        await Database.ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (99999, 'tomorrow', 0)");
        await Database.ExecuteAsync("DELETE FROM OrleansQuery");

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => Database.OpenAsync());

        Assert.Contains("99999", refused.Message, StringComparison.Ordinal);
        Assert.Contains(SchemaHistory.For(Database.Kind)[^1].Version.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        Assert.Contains("较新的程序", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Convert.ToInt64(await Database.ScalarAsync("SELECT count(*) FROM OrleansQuery"), null));
    }

    [Fact]
    public async Task AStepThatFailsHalfwayLeavesNothingAndIsRunWholeTheNextTime()
    {
        await using var connection = await Database.ConnectAsync();
        SchemaStep broken = new(2, "second", ["CREATE TABLE two (n int)", "INSERT INTO two VALUES (1)", "CREATE TABLE three (syntax error"]);
        await Assert.ThrowsAnyAsync<DbException>(() => Migrate(connection, First, broken));

        Assert.Equal([1L], await VersionsAsync());
        Assert.False(await HasTableAsync("two"));

        await Migrate(connection, First, broken with { Statements = ["CREATE TABLE two (n int)"] });
        Assert.Equal([1L, 2L], await VersionsAsync());
    }

    [Fact]
    public async Task TwoProgramsThatStartTogetherRunEachStepOnce()
    {
        await using var one = await Database.ConnectAsync();
        await using var other = await Database.ConnectAsync();
        SchemaStep second = new(2, "second", ["CREATE TABLE two (n int)", "INSERT INTO two VALUES (1)"]);

        await Task.WhenAll(Task.Run(() => Migrate(one, First, second)), Task.Run(() => Migrate(other, First, second)));

        Assert.Equal(1L, Convert.ToInt64(await Database.ScalarAsync("SELECT count(*) FROM two"), null));
        Assert.Equal([1L, 2L], await VersionsAsync());
    }

    [Fact]
    public async Task OrleansQueryTextsAreThoseOfThisProgramWhateverWasThere()
    {
        await (await Database.OpenAsync()).DisposeAsync();
        await Database.ExecuteAsync("UPDATE OrleansQuery SET QueryText = 'stale'");
        await Database.ExecuteAsync("INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('Forgotten', 'x')");

        await (await Database.OpenAsync()).DisposeAsync();

        await using var connection = await Database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT QueryKey, QueryText FROM OrleansQuery";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<string, string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0), reader.GetString(1));
        }

        Assert.Equal(OrleansQueries.For(Database.Kind).ToDictionary(), found);
    }

    [Fact]
    public async Task EveryMappedRowFindsItsTableWithExactlyItsColumns()
    {
        await (await Database.OpenAsync()).DisposeAsync();
        await using var connection = await Database.ConnectAsync();
        var rowTypes = typeof(JournalRow).Assembly.GetTypes().Concat(typeof(OpenedDatabase).Assembly.GetTypes())
            .Where(type => type.GetCustomAttributes(typeof(TableAttribute), inherit: false).Length > 0).ToArray();
        Assert.Contains(typeof(JournalRow), rowTypes);

        var differences = new List<string>();
        foreach (var rowType in rowTypes)
        {
            var table = MappingSchema.Default.GetEntityDescriptor(rowType);
            var mapped = table.Columns.Select(column => column.ColumnName).ToHashSet();
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table.Name.Name} WHERE 1 = 0";
                await using var reader = await command.ExecuteReaderAsync();
                var stored = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToHashSet();
                differences.AddRange(mapped.Except(stored).Select(column => $"{table.Name.Name}.{column} is mapped but not in the table"));
                if (typeof(Grains.Subjects.Row).IsAssignableFrom(rowType))
                {
                    // By its number SQLite's index of texts names a row; nobody else does.
                    var numbered = typeof(SearchTextRow).IsAssignableFrom(rowType) && Database.Kind == DatabaseKind.Sqlite;
                    differences.AddRange(stored.Except(numbered ? mapped.Append("id") : mapped)
                        .Select(column => $"{table.Name.Name}.{column} is in the table but not mapped"));
                }
            }
            catch (DbException absent)
            {
                differences.Add($"{table.Name.Name}: {absent.Message}");
            }
        }

        Assert.Empty(differences);
    }

    protected override Task<TestDatabase> CreateAsync(DatabaseKind kind1) => TestDatabase.CreateEmptyAsync(kind1);

    protected Task<int> Migrate(DbConnection connection, params SchemaStep[] steps) =>
        DatabaseMigrator.MigrateAsync(connection, Database.Kind, steps, TimeProvider.System, NullLogger.Instance);

    protected async Task<bool> HasTableAsync(string name) => Convert.ToInt64(
        await Database.ScalarAsync(Database.Kind switch
        {
            DatabaseKind.Sqlite => $"SELECT count(*) FROM sqlite_master WHERE name = '{name}'",
            DatabaseKind.PostgreSql => $"SELECT count(*) FROM pg_tables WHERE tablename = '{name}'",
            _ => $"SELECT count(*) FROM sys.tables WHERE name = '{name}'",
        }), null) == 1;

    protected async Task<List<long>> VersionsAsync()
    {
        await using var connection = await Database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version FROM schema_version ORDER BY version";
        await using var reader = await command.ExecuteReaderAsync();
        var versions = new List<long>();
        while (await reader.ReadAsync())
        {
            versions.Add(reader.GetInt64(0));
        }

        return versions;
    }
}

public sealed class SqliteMigrationTests() : MigrationConformance(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task WhatIsOnTheDiskInTheMiddleOfAStepOpensAsIfTheStepHadNotBegun()
    {
        using var folder = new TemporaryFolder();
        var file = Database.Options.File!;
        await using var connection = (SqliteConnection)await Database.ConnectAsync();
        connection.CreateFunction("photograph", () =>
        {
            // What a process killed at this statement leaves behind: the files as the system has them now.
            foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
            {
                if (File.Exists(file + suffix))
                {
                    File.Copy(file + suffix, folder.File("left.db") + suffix);
                }
            }

            return 1;
        });
        await using (var command = connection.CreateCommand())
        {
            // So small that half a step spills from memory to the disk.
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA cache_size = 2";
            await command.ExecuteNonQueryAsync();
        }

        await Migrate(connection, First, new SchemaStep(2, "second",
        [
            "CREATE TABLE two (n int, filling text)",
            "INSERT INTO two SELECT value, hex(randomblob(500)) FROM (WITH RECURSIVE c(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c WHERE value < 500) SELECT value FROM c)",
            "SELECT photograph()",
        ]));

        await using var left = new SqliteConnection($"Data Source={folder.File("left.db")};Pooling=False");
        await left.OpenAsync();
        await using var look = left.CreateCommand();
        look.CommandText = "SELECT group_concat(version) || ' ' || (SELECT count(*) FROM sqlite_master WHERE name = 'two') FROM schema_version";
        Assert.Equal("1 0", await look.ExecuteScalarAsync());
        Assert.Equal([1L, 2L], await VersionsAsync());
    }
}

public sealed class PostgreSqlMigrationTests() : MigrationConformance(DatabaseKind.PostgreSql)
{
    [Fact]
    public async Task AConnectionKilledInTheMiddleOfAStepLeavesNothingOfIt()
    {
        await using var connection = await Database.ConnectAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => Migrate(connection, First, new SchemaStep(2, "second", ["CREATE TABLE two (n int)", "SELECT pg_terminate_backend(pg_backend_pid())"])));

        Assert.Equal([1L], await VersionsAsync());
        Assert.False(await HasTableAsync("two"));
    }
}

public sealed class SqlServerMigrationTests() : MigrationConformance(DatabaseKind.SqlServer);
