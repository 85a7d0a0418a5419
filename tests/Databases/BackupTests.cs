using System.Data.Common;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly TemporaryFolder _elsewhere = new();
    private TestDatabase _database = null!;
    private OpenedDatabase _opened = null!;

    private string Copy => _elsewhere.File("backup.db");

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        _opened = await _database.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _opened.DisposeAsync();
        await _database.DisposeAsync();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task ABackupTakenWhileOthersWriteHoldsWholeTransactionsOnly()
    {
        using var enough = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writer = Task.Run(async () =>
        {
            await using var connection = await _opened.Database.Source.OpenConnectionAsync();
            for (var n = 1; !enough.IsCancellationRequested; n++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await Run(connection, transaction, $"INSERT INTO setting (name, value) VALUES ('a{n}', '{new string('x', 2000)}')");
                await Run(connection, transaction, $"INSERT INTO number_series (name, next) VALUES ('b{n}', {n})");
                await transaction.CommitAsync();
                if (n == 50)
                {
                    begun.SetResult();
                }
            }
        });
        await begun.Task;

        Assert.True(await Backup.BackupTo(_opened, Copy) > 0);

        await enough.CancelAsync();
        await writer;
        await _opened.DisposeAsync();
        await Backup.Restore(_database.Options, Copy, TimeProvider.System);
        var settings = Convert.ToInt64(await _database.ScalarAsync("SELECT count(*) FROM setting"), null);
        Assert.True(settings >= 50);
        Assert.Equal(settings, await _database.ScalarAsync("SELECT count(*) FROM number_series"));
        Assert.Equal([Copy], Directory.GetFiles(_elsewhere.Path));
    }

    [Fact]
    public async Task ARestoreBringsBackWhatWasAndKeepsWhatIs()
    {
        await Set("before");
        await Backup.BackupTo(_opened, Copy);
        await Set("after");
        await _opened.DisposeAsync();

        var kept = await Backup.Restore(_database.Options, Copy, TimeProvider.System);

        await using (var again = await _database.OpenAsync())
        {
            Assert.Equal("before", await Get());
        }

        Assert.NotNull(kept);
        File.Move(kept, _database.Options.File!, overwrite: true);
        Assert.Equal("after", await Get());
    }

    [Fact]
    public async Task ABackupCanBePutWhereThereIsNoDatabase()
    {
        await Set("before");
        await Backup.BackupTo(_opened, Copy);
        var other = DatabaseOptions.Sqlite(_elsewhere.File("new/shuangda.db"));

        Assert.Null(await Backup.Restore(other, Copy, TimeProvider.System));

        await using var opened = await OpenedDatabase.OpenAsync(other, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
    }

    [Fact]
    public async Task ADatabaseInUseIsNotReplaced()
    {
        await Backup.BackupTo(_opened, Copy);

        await Assert.ThrowsAsync<DatabaseUnusableException>(() => Backup.Restore(_database.Options, Copy, TimeProvider.System));
    }

    [Fact]
    public async Task ACopyOfANewerProgramIsRefused()
    {
        await Backup.BackupTo(_opened, Copy);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Copy};Pooling=False"))
        {
            await connection.OpenAsync();
            await Run(connection, null, "INSERT INTO schema_version VALUES (99999, 'tomorrow', 0)");
        }

        await _opened.DisposeAsync();

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => Backup.Restore(_database.Options, Copy, TimeProvider.System));
        Assert.Contains("99999", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("other database")]
    [InlineData("cut off")]
    public async Task WhatIsNoWholeBackupIsRefusedAndTheDatabaseStays(string what)
    {
        await Set("mine");
        await Backup.BackupTo(_opened, Copy);
        await _opened.DisposeAsync();
        switch (what)
        {
            case "text":
                await File.WriteAllTextAsync(Copy, string.Concat(Enumerable.Repeat("hello ", 1000)));
                break;
            case "other database":
                File.Delete(Copy);
                await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Copy};Pooling=False"))
                {
                    await connection.OpenAsync();
                    await Run(connection, null, "CREATE TABLE something (n int)");
                }

                break;
            default:
                await using (var cut = new FileStream(Copy, FileMode.Open))
                {
                    cut.SetLength(cut.Length / 2);
                }

                break;
        }

        await Assert.ThrowsAsync<BackupException>(() => Backup.Restore(_database.Options, Copy, TimeProvider.System));

        await using var again = await _database.OpenAsync();
        Assert.Equal("mine", await Get());
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(_database.Options.File)!), file => file.Contains("restor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADamagedDatabaseCanBeReplaced()
    {
        await Set("good");
        await Backup.BackupTo(_opened, Copy);
        await _opened.DisposeAsync();
        await File.WriteAllTextAsync(_database.Options.File!, string.Concat(Enumerable.Repeat("ruined ", 1000)));

        Assert.NotNull(await Backup.Restore(_database.Options, Copy, TimeProvider.System));

        Assert.Equal("good", await Get());
    }

    [Fact]
    public async Task ABackupThatCannotBeWrittenSaysSoAndLeavesTheOldOne()
    {
        await Backup.BackupTo(_opened, Copy);
        var size = new FileInfo(Copy).Length;
        Directory.CreateDirectory(Copy + ".partial");

        await Assert.ThrowsAsync<BackupException>(() => Backup.BackupTo(_opened, Copy));

        Assert.Equal(size, new FileInfo(Copy).Length);
    }

    private async Task Set(string value)
    {
        await using var connection = await _opened.Database.Source.OpenConnectionAsync();
        await Run(connection, null, $"INSERT OR REPLACE INTO setting (name, value) VALUES ('what', '{value}')");
    }

    private Task<object?> Get() => _database.ScalarAsync("SELECT value FROM setting WHERE name = 'what'");

    private static async Task Run(DbConnection connection, DbTransaction? transaction, string statement)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
