using Microsoft.AspNetCore.Builder;
using ShuangDa.Silo.Composition;

namespace ShuangDa.Benchmarks;

/// <summary>A server for a benchmark, on a new SQLite file or on an empty PostgreSQL database.</summary>
internal static class BenchmarkServer
{
    public static string? Postgres(string[] args) => Array.IndexOf(args, "--postgres") is var at and >= 0 ? args[at + 1] : null;

    public static async Task<Server> StartAsync(string[] args, TimeProvider? time = null, int port = 5099, Action<WebApplicationBuilder>? customise = null)
    {
        var folder = Directory.CreateTempSubdirectory("shuangda-benchmark-").FullName;
        string[] database = Postgres(args) is { } postgres
            ? ["--Database:Provider=PostgreSql", $"--ConnectionStrings:ShuangDa={postgres}"]
            : [$"--ConnectionStrings:ShuangDa=Data Source={Path.Combine(folder, "shuangda.db")}"];
        var server = await Server.BuildAsync(new ServerStart(
            [.. database, $"--urls=http://127.0.0.1:{port}", "--Orleans:SiloPort=11911", "--Orleans:GatewayPort=30911", "--Logging:LogLevel:Default=Warning"], Customise: customise, Time: time));
        await server.Application.StartAsync();
        return server;
    }
}
