using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Orleans.Configuration;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Composition;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;

namespace ShuangDa.Tests.Api.Security;

/// <summary>A server on a SQLite file of its own, with clocks that a test turns and two addresses to knock at: <c>/probe</c> for everybody signed in, <c>/probe/administrators</c>.</summary>
public sealed class SecurityServer : IAsyncDisposable
{
    public const string AdminPassword = "first-steward-password";

    private readonly TemporaryFolder? _folder;
    private readonly Server _server;

    private SecurityServer(Server server, TemporaryFolder? folder, FakeTimeProvider clock, List<string> console)
    {
        _server = server;
        _folder = folder;
        Clock = clock;
        Console = console;
        Address = new Uri(server.Application.Urls.First());
    }

    public Uri Address { get; }

    /// <summary>The grains' clock and the wall clock in one.</summary>
    public FakeTimeProvider Clock { get; }

    public List<string> Console { get; }

    public IServiceProvider Services => _server.Application.Services;

    public Grains.Journal.Database Database => _server.Database.Database;

    public static async Task<SecurityServer> StartAsync(
        string? file = null, string? adminPassword = AdminPassword, string[]? settings = null, DateTimeOffset? at = null, Action<WebApplicationBuilder>? customise = null)
    {
        var folder = file is null ? new TemporaryFolder() : null;
        var clock = new FakeTimeProvider(at ?? new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var console = new List<string>();
        string[] arguments =
        [
            $"--ConnectionStrings:ShuangDa=Data Source={file ?? folder!.File("shuangda.db")}", "--urls=http://127.0.0.1:0",
            $"--Orleans:SiloPort={FreePort.Next()}", "--Logging:LogLevel:Default=Warning",
            "--Authentication:FailureTakes=00:00:00", "--Authentication:SlowedFailureTakes=00:00:00",
            $"--GraphQL:Limits:Timeout={ApiServer.Patience}",
            .. adminPassword is null ? [] : new[] { $"--{FirstAdministrator.PasswordKey}={adminPassword}" },
            .. settings ?? [],
        ];
        var server = await Server.BuildAsync(new ServerStart(arguments, Time: clock, Customise: builder =>
        {
            builder.Services.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = ApiServer.Patience);
            builder.Services.AddKeyedSingleton<TimeProvider>(WallClock.Key, clock);
            builder.Services.AddSingleton<FirstAdministrator.Console>(console.Add);
            builder.Services.TryAddSingleton<ICalendarSource, BuiltInCalendar>();
            InProcessServer.HashQuickly(builder.Services);
            customise?.Invoke(builder);
        }));
        server.Application.MapGet("/probe", (HttpContext http) => Caller.Required(http.User).UserName);
        server.Application.MapPost("/probe", (HttpContext http) => Caller.Required(http.User).UserName);
        server.Application.MapGet("/probe/administrators", () => "in").RequireRoles(Roles.Administrator);
        await server.Application.StartAsync();
        return new SecurityServer(server, folder, clock, console);
    }

    /// <summary>A client that keeps no cookies by itself.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    public async Task<HttpResponseMessage> SignInAsync(string userName, string password, string? language = null)
    {
        using var client = Client();
        if (language is not null)
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        }

        return await client.PostAsJsonAsync("/auth/sign-in", new { userName, password });
    }

    public async Task<string> TokenAsync(string userName, string password)
    {
        using var answer = await SignInAsync(userName, password);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public async Task<HttpStatusCode> ProbeAsync(string token, string path = "/probe")
    {
        using var client = Client(token);
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>What GraphQL answers.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string? token, string query, object? variables = null)
    {
        using var client = Client(token);
        client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/graphql-response+json"));
        using var answer = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>An account with the password <c>user-name-free-secret</c>.</summary>
    public async Task<string> AccountAsync(string userName, Roles roles = Roles.Officer, bool mustChange = false)
    {
        var agency = roles == Roles.Liaison ? "PUBLIC_SECURITY" : null;
        var outcome = await ExecuteAsync(userName, new CreateAccount(userName, "张三", roles, null, agency, new Password(Secret), mustChange));
        Xunit.Assert.Equal(Change.Created, outcome.Change);
        return userName;
    }

    public const string Secret = "user-name-free-secret";

    public Task<Outcome<Account>> ExecuteAsync(string userName, AccountCommand command) =>
        Services.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(userName).Execute(command, new Actor("admin", Roles.Administrator, null, null, Guid.NewGuid()));

    public async ValueTask DisposeAsync()
    {
        await _server.Application.StopAsync();
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder?.Dispose();
    }

    private sealed class BuiltInCalendar : ICalendarSource
    {
        public WorkingCalendar Current => WorkingCalendar.BuiltIn;
    }
}
