using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Accounts;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;

namespace ShuangDa.Tests.Support;

/// <summary>The whole server in the test's process, on free ports of the loopback.</summary>
public sealed class InProcessServer : IAsyncDisposable
{
    /// <summary>The password of <c>admin</c>, except in a demonstration, which has its own.</summary>
    public const string AdminPassword = "in-process-steward-7";

    // What a fresh database has missed of the day is a tenth of the cost of a start; the tasks have tests of their own.
    private static readonly string[] WithoutDailyTasks = ["--Operations:DailyTasks=false"];

    private readonly Server _server;

    private readonly UndeclaredRefusals _undeclared;

    // The engine keeps what it learns of a class for the next schema of the process: these tests make two hundred.
    static InProcessServer() => GlobalSwitches.EnableReflectionCaching = true;

    private InProcessServer(Server server, List<string> console, UndeclaredRefusals undeclared) => (_server, Console, _undeclared) = (server, console, undeclared);

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _server.Application.Services;

    /// <summary>Its grains.</summary>
    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <summary>Its database.</summary>
    public ShuangDa.Grains.Journal.Database Database => _server.Database.Database;

    /// <summary>What it told whoever sits at the machine.</summary>
    public IReadOnlyList<string> Console { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_server.Application.Urls.First());

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
        StartAsync(folder, demo: false, time, customise, settings);

    /// <summary>Starts one on a test's database, whichever it is.</summary>
    /// <param name="database">The database; what is in it already is gone on with.</param>
    /// <param name="time">The grains' clock, or null for the real one.</param>
    /// <param name="customise">What is put in place after everything else is registered, or null.</param>
    /// <param name="settings">More settings, each <c>--Key=value</c>.</param>
    public static Task<InProcessServer> StartAsync(TestDatabase database, TimeProvider? time, Action<WebApplicationBuilder>? customise, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(database);
        return StartAsync(demo: false, time, customise, [.. SettingsOf(database.Options), "--Logs:Folder=", .. settings]);
    }

    /// <summary>The settings that name a database.</summary>
    /// <param name="options">The database.</param>
    public static string[] SettingsOf(DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [$"--{DatabaseOptions.ProviderKey}={options.Kind}", $"--{DatabaseOptions.RuntimeKey}={options.Runtime}"];
    }

    /// <summary>Starts the demonstration on a SQLite file in a folder.</summary>
    public static Task<InProcessServer> StartDemoAsync(string folder, TimeProvider? time = null) => StartAsync(folder, demo: true, time, null, []);

    /// <summary>A client that is signed in.</summary>
    public async Task<HttpClient> SignInAsync(string user = FirstAdministrator.UserName, string password = AdminPassword)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Url };
        using var answer = await client.PostAsJsonAsync("/auth/sign-in", new { userName = user, password });
        answer.EnsureSuccessStatusCode();
        using var signedIn = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.RootElement.GetProperty("accessToken").GetString());
        return client;
    }

    /// <summary>
    /// Lets passwords be hashed with few rounds: what is slow on purpose would be a fifth of what these tests cost the machine. How slow it
    /// is has tests of its own.
    /// </summary>
    /// <param name="services">The server's services.</param>
    public static void HashQuickly(IServiceCollection services) =>
        services.Configure<CredentialOptions>(static options => options.PasswordRounds = 1_000);

    /// <summary>Tells it to stop, and waits until it has.</summary>
    public Task StopAsync() => _server.Application.StopAsync();

    /// <summary>Ends it with whatever it is at: nothing is waited for, nothing is drained.</summary>
    public async Task AbandonAsync()
    {
        await _server.Application.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    /// <summary>Stops it as a person would, and fails where a command met a refusal that it does not declare.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _server.DisposeAsync();
        _undeclared.ExpectNone();
    }

    private static Task<InProcessServer> StartAsync(string folder, bool demo, TimeProvider? time, Action<WebApplicationBuilder>? customise, string[] settings) =>
        StartAsync(demo, time, customise, [$"--ConnectionStrings:ShuangDa=Data Source={Path.Combine(folder, "shuangda.db")}", .. demo ? [] : WithoutDailyTasks, .. settings]);

    private static async Task<InProcessServer> StartAsync(bool demo, TimeProvider? time, Action<WebApplicationBuilder>? customise, string[] settings)
    {
        var console = new List<string>();
        var undeclared = new UndeclaredRefusals();
        var server = await Server.BuildAsync(new ServerStart(
            [
                "--urls=http://127.0.0.1:0", $"--Orleans:SiloPort={FreePort.Next()}", "--Logging:LogLevel:Default=Warning",
                $"--{FirstAdministrator.PasswordKey}={AdminPassword}", .. settings,
            ],
            demo,
            Customise: builder =>
            {
                builder.Services.AddSingleton<FirstAdministrator.Console>(console.Add);
                HashQuickly(builder.Services);
                builder.Logging.AddProvider(undeclared);
                customise?.Invoke(builder);
            },
            Time: time));
        await server.Application.StartAsync();
        return new InProcessServer(server, console, undeclared);
    }
}
