using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using ShuangDa.Silo.Database;
using Xunit;

namespace ShuangDa.Tests.Support;

/// <summary>
/// A SQL Server that somebody has: its connection string stands in <c>SHUANGDA_TEST_SQLSERVER</c>, with an account that may make
/// databases.
/// </summary>
internal static partial class SqlServerInstance
{
    private const string Variable = "SHUANGDA_TEST_SQLSERVER";

    /// <summary>Makes a database with nothing in it, set as the program needs it; its connection string.</summary>
    public static async Task<string> CreateEmptyDatabaseAsync()
    {
        var configured = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(configured),
            $"There is no SQL Server to try this on; {Variable} names one by its connection string.");
        var name = $"shuangda_test_{Guid.NewGuid():N}";
        await RunAsync(configured!, $"CREATE DATABASE {name}");
        var own = new SqlConnectionStringBuilder(configured) { InitialCatalog = name, Pooling = true }.ConnectionString;
        foreach (var statement in SqlServerSettings.Statements)
        {
            await RunAsync(own, statement);
        }

        return own;
    }

    /// <summary>Takes a database away again.</summary>
    public static Task DropAsync(string connectionString)
    {
        var own = new SqlConnectionStringBuilder(connectionString);
        var name = own.InitialCatalog;
        own.InitialCatalog = "master";
        SqlConnection.ClearAllPools();
        return RunAsync(own.ConnectionString, $"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name}");
    }

    /// <summary>A text of a test in T-SQL: a literal is Unicode only where it says so.</summary>
    public static string InItsDialect(string text) => Literal().Replace(text, "N$0");

    private static async Task RunAsync(string connectionString, string statement)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literal();
}
