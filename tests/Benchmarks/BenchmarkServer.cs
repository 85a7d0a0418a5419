using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using ShuangDa.Silo.Composition;
using ShuangDa.Tests.Support;

namespace ShuangDa.Benchmarks;

/// <summary>
/// A server for a benchmark: on a new SQLite file, on an empty PostgreSQL database, or on a PostgreSQL server of its own, which waits for
/// the disk.
/// </summary>
internal static class BenchmarkServer
{
    public const int Port = 5099;

    public const string Password = "measure-2026-measure";

    public static async Task<Server> StartAsync(string[] args, TimeProvider? time = null, Action<WebApplicationBuilder>? customise = null)
    {
        Environment.SetEnvironmentVariable("SHUANGDA_ADMIN_PASSWORD", Password);
        var folder = Directory.CreateTempSubdirectory("shuangda-benchmark-").FullName;
        string[] database = args.Contains("--postgres")
            ? ["--Database:Provider=PostgreSql", Connection(Options.Word(args, "--postgres") ?? await OwnPostgresAsync())]
            : [Connection($"Data Source={Path.Combine(folder, "shuangda.db")}")];
        // What the server keeps beside its database goes with the folder of the run.
        string[] folders = [$"--Journal:DigestFolder={Path.Combine(Path.GetTempPath(), $"shuangda-digests-{Environment.ProcessId}")}"];
        string[] ports = [$"--urls=http://127.0.0.1:{Port}", "--Orleans:SiloPort=11911"];
        var server = await Server.BuildAsync(
            new ServerStart([.. database, .. folders, .. ports, "--Logging:LogLevel:Default=Warning"], Customise: customise, Time: time));
        await server.Application.StartAsync();
        return server;

        static string Connection(string text) => $"--ConnectionStrings:ShuangDa={text}";
    }

    /// <summary>Signs in over HTTP and answers with the token that requests bear.</summary>
    public static async Task<string> SignInAsync(string userName = "admin")
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        using var signedIn = await client.PostAsJsonAsync("/auth/sign-in", new { userName, password = Password });
        return (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    // Ends with this process.
    private static async Task<string> OwnPostgresAsync() =>
        await (await PostgreSqlServer.StartAsync(durable: true)).CreateEmptyDatabaseAsync();
}
