using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>On a server the account that runs may add to the journal and never change it. The accounts are made by the script that administrators get.</summary>
public sealed class RuntimeAccountTests
{
    private const string Entry = "INSERT INTO journal (subject, number, at, kind, user_name, command_id, body, hash) VALUES ('licence/a', 1, 0, 'licence.registered', 'officer', '-', '{}', '')";

    [Fact]
    public async Task TheAccountThatRunsAddsJournalRowsAndCanNeitherChangeNorDeleteThem()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        await server.RunScriptAsync(SchemaScript.PostgreSqlRoles(), "owner_password=o", "runtime_password=r");
        var options = DatabaseOptions.Server(
            DatabaseKind.PostgreSql,
            server.ConnectionStringFor("shuangda", "shuangda", "r"),
            server.ConnectionStringFor("shuangda", "shuangda_owner", "o"));
        await using var opened = await OpenedDatabase.OpenAsync(options, TimeProvider.System, NullLogger.Instance);

        Assert.Equal(1, await Run(opened, Entry));
        Assert.Equal(1, await Run(opened, "INSERT INTO setting (name, value) VALUES ('a', '1')"));
        Assert.Equal(1, await Run(opened, "UPDATE setting SET value = '2'"));
        Assert.Equal(1, await Run(opened, "DELETE FROM setting"));
        foreach (var forbidden in new[]
        {
            "UPDATE journal SET body = '{}'", "DELETE FROM journal", "TRUNCATE journal", "DROP TABLE journal", "ALTER TABLE journal DISABLE TRIGGER ALL",
            "INSERT INTO schema_version VALUES (9, '', 0)", "UPDATE OrleansQuery SET QueryText = ''", "CREATE TABLE mine (n int)",
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(opened, forbidden));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    private static async Task<int> Run(OpenedDatabase opened, string statement)
    {
        await using var connection = await opened.Database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteNonQueryAsync();
    }
}
