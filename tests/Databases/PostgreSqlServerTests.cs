using Npgsql;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

public sealed class PostgreSqlServerTests
{
    [Fact]
    public async Task ADatabaseOutlivesAServerThatEndsAtOnce()
    {
        await using var server = await PostgreSqlServer.StartAsync(durable: true);
        var database = await server.CreateEmptyDatabaseAsync();
        await Run(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");

        await server.StopAtOnceAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Run(database, "SELECT 1"));
        await server.StartAgainAsync();

        Assert.Equal(7, await Run(database, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task DatabasesOfOneServerAreApart()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var one = await server.CreateEmptyDatabaseAsync();
        var other = await server.CreateEmptyDatabaseAsync();

        await Run(one, "CREATE TABLE mine (n int)");

        Assert.Equal(0L, await Run(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'mine'"));
    }

    private static async Task<object?> Run(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
