using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ShuangDa.Grains.Calendar;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;

namespace ShuangDa.Tests.Support;

/// <summary>The whole server in the test's process, on free ports of the loopback.</summary>
public sealed class InProcessServer : IAsyncDisposable
{
    private readonly Server _server;

    private InProcessServer(Server server) => _server = server;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _server.Application.Services;

    /// <summary>Its grains.</summary>
    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <summary>Its database.</summary>
    public ShuangDa.Grains.Journal.Database Database => _server.Database.Database;

    /// <summary>Where it listens.</summary>
    public Uri Url => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts one on a SQLite file in a folder.</summary>
    /// <param name="folder">The folder; what lies there already is gone on with.</param>
    /// <param name="time">The grains' clock, or null for the real one.</param>
    /// <param name="settings">More settings, each <c>--Key=value</c>.</param>
    public static Task<InProcessServer> StartAsync(string folder, TimeProvider? time = null, params string[] settings) => StartAsync(folder, time, null, settings);

    /// <summary>Starts one with more in it than the program has.</summary>
    /// <param name="folder">The folder; what lies there already is gone on with.</param>
    /// <param name="time">The grains' clock, or null for the real one.</param>
    /// <param name="customise">What is put in place after everything else is registered, or null.</param>
    /// <param name="settings">More settings, each <c>--Key=value</c>.</param>
    public static Task<InProcessServer> StartAsync(string folder, TimeProvider? time, Action<WebApplicationBuilder>? customise, params string[] settings) =>
        StartAsync([$"--ConnectionStrings:ShuangDa=Data Source={Path.Combine(folder, "shuangda.db")}", .. settings], time, customise);

    /// <summary>Starts one on a test's database, whichever it is.</summary>
    /// <param name="database">The database; what is in it already is gone on with.</param>
    /// <param name="time">The grains' clock, or null for the real one.</param>
    /// <param name="customise">What is put in place after everything else is registered, or null.</param>
    /// <param name="settings">More settings, each <c>--Key=value</c>.</param>
    public static Task<InProcessServer> StartAsync(TestDatabase database, TimeProvider? time, Action<WebApplicationBuilder>? customise, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(database);
        return StartAsync([.. SettingsOf(database.Options), "--Logs:Folder=", .. settings], time, customise);
    }

    /// <summary>The settings that name a database.</summary>
    /// <param name="options">The database.</param>
    public static string[] SettingsOf(DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [$"--{DatabaseOptions.ProviderKey}={options.Kind}", $"--{DatabaseOptions.RuntimeKey}={options.Runtime}"];
    }

    /// <summary>Tells it to stop, and waits until it has.</summary>
    public Task StopAsync() => _server.Application.StopAsync();

    /// <summary>Stops it as a person would.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _server.DisposeAsync();
    }

    private static async Task<InProcessServer> StartAsync(string[] settings, TimeProvider? time, Action<WebApplicationBuilder>? customise)
    {
        var server = await Server.BuildAsync(new ServerStart(
            [
                "--urls=http://127.0.0.1:0", $"--Orleans:SiloPort={FreePort()}", $"--Orleans:GatewayPort={FreePort()}", "--Logging:LogLevel:Default=Warning", .. settings,
            ],
            Customise: builder =>
            {
                builder.Services.TryAddSingleton<ICalendarSource>(new BuiltInCalendar());
                customise?.Invoke(builder);
            },
            Time: time));
        await server.Application.StartAsync();
        return new InProcessServer(server);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class BuiltInCalendar : ICalendarSource
    {
        public WorkingCalendar Current => WorkingCalendar.BuiltIn;
    }
}
