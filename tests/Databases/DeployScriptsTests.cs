using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>The scripts in <c>deploy/sql</c> are what the program would run.</summary>
public sealed class DeployScriptsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "sqlite.sql")]
    [InlineData(DatabaseKind.PostgreSql, "postgresql.sql")]
    [InlineData(DatabaseKind.SqlServer, "sqlserver.sql")]
    public void TheCommittedScriptIsTheProgramsOwn(DatabaseKind kind, string file) => Approved.Text($"../../deploy/sql/{file}", SchemaScript.For(kind));

    [Fact]
    public void TheCommittedRolesScriptIsTheProgramsOwn() => Approved.Text("../../deploy/sql/postgresql-roles.sql", SchemaScript.PostgreSqlRoles());

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task ADatabaseMadeByTheScriptLeavesTheProgramNothingToDo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await database.ExecuteAsync(SchemaScript.For(kind));
        await database.ExecuteAsync("UPDATE schema_version SET name = name || ' by script'");

        await (await database.OpenAsync()).DisposeAsync();

        Assert.Equal(0L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM schema_version WHERE name NOT LIKE '% by script'"), null));
        Assert.Equal(0L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM journal"), null));
    }
}
