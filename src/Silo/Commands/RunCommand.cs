using System.CommandLine;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Commands;

/// <summary>运行服务器. What the program does when no verb is given: it serves until it is told to stop.</summary>
internal static class RunCommand
{
    public static RootCommand Create()
    {
        var reset = new Option<bool>("--reset") { Description = "与 --demo 同用：先清除演示数据。With --demo: begin with fresh demonstration data." };
        var root = new RootCommand("双打专项行动监管系统。不带命令时启动服务器。\nShuangDa, the supervision of an enforcement campaign. Without a verb it starts the server.\n\n任何配置项都可写成 --键=值，例如 --urls=http://127.0.0.1:5080。\nAny setting can be given as --Key=value, such as --urls=http://127.0.0.1:5080.")
        {
            Call.Demo,
            reset,
        };
        return root.Does((call, cancellationToken) => RunAsync(call, call.Parsed.GetValue(reset), cancellationToken));
    }

    private static async Task<int> RunAsync(Call call, bool reset, CancellationToken cancellationToken)
    {
        if (reset && !call.IsDemo)
        {
            throw new SettingException("--reset", "只能与 --demo 同用", "It goes with --demo only");
        }

        if (call.IsDemo)
        {
            OnlyLoopback(call.Settings);
            if (reset)
            {
                Reset(call.Database);
            }
        }

        await using var server = await Server.BuildAsync(new ServerStart(call.Arguments, call.IsDemo), cancellationToken).ConfigureAwait(false);
        try
        {
            await server.Application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // What has started already, the silo before the endpoints, is stopped in order.
            await server.Application.StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        Console.WriteLine($"双打已启动：{string.Join(' ', server.Application.Urls)}（按 Ctrl+C 停止）");
        Console.WriteLine($"ShuangDa is ready at {string.Join(' ', server.Application.Urls)} (Ctrl+C stops it)");
        await server.Application.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        return 0;
    }

    /// <summary>The demonstration's accounts are known to everybody, so nobody else's machine may reach them.</summary>
    private static void OnlyLoopback(IConfiguration settings)
    {
        var addresses = (settings["urls"] ?? Server.DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? string.Empty));
        foreach (var address in addresses)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback)
            {
                throw new SettingException("urls", $"“{address}”不是本机地址；--demo 只供本机访问", $"'{address}' is no loopback address; --demo is for this machine only");
            }
        }
    }

    private static void Reset(DatabaseOptions database)
    {
        var file = database.File!;
        using var held = OpenedDatabase.Occupy(file, TimeProvider.System);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }

        // Digests of data that is gone would contradict the new data, and uploads would be imported into it; what belonged to its records belongs to nothing.
        foreach (var name in new[] { "digests", "imports", "attachments" })
        {
            var folder = Path.Combine(Path.GetDirectoryName(file)!, name);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
