using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LinqToDB;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Tests.Support;

namespace ShuangDa.Tests.Api.Support;

/// <summary>The whole server, reached as clients reach it: over HTTP, signed in as one of the roles. It stands on a database of its own; the bureau's day is Monday, 2 March 2026, ten o'clock in Shanghai, until a test turns the clock.</summary>
public sealed class ApiServer : IAsyncDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct-horse-42";

    /// <summary>How long a question may take where a test does not ask how long: the machine may be full of other work.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder;
    private readonly TestDatabase? _database;
    private readonly InProcessServer _server;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new();
    private readonly IReadOnlySet<string> _earlier;
    private int _enterprises;
    private int _licences;

    private ApiServer(
        InProcessServer server, TemporaryFolder folder, TestDatabase? database, FakeTimeProvider clock, IReadOnlySet<string> earlier)
    {
        _earlier = earlier;
        _server = server;
        _folder = folder;
        _database = database;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Url };
    }

    /// <summary>The first day of every test.</summary>
    public static DateOnly Today { get; } = new(2026, 3, 2);

    /// <summary>The grains' clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>A client that nobody is signed in with.</summary>
    public HttpClient Http { get; }

    /// <summary>Where GraphQL is answered.</summary>
    public Uri Endpoint => new(_server.Url, "/graphql");

    public IServiceProvider Services => _server.Services;

    public IGrainFactory Grains => _server.Grains;

    public Grains.Journal.Database Database => _server.Database;

    /// <summary>Starts one.</summary>
    /// <param name="database">The database it works on; a SQLite file of its own when null.</param>
    /// <param name="customise">What is put in place after everything else is registered.</param>
    /// <param name="settings">More settings, each <c>--Key=value</c>.</param>
    public static Task<ApiServer> StartAsync(TestDatabase? database = null, Action<WebApplicationBuilder>? customise = null, params string[] settings) =>
        StartAsync(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), database, customise, settings);

    /// <summary>Starts one on another day.</summary>
    /// <param name="now">Where the clock stands.</param>
    /// <param name="database">The database it works on; a SQLite file of its own when null.</param>
    /// <param name="customise">What is put in place after everything else is registered.</param>
    /// <param name="settings">More settings, each <c>--Key=value</c>.</param>
    public static async Task<ApiServer> StartAsync(DateTimeOffset now, TestDatabase? database = null, Action<WebApplicationBuilder>? customise = null, params string[] settings)
    {
        var folder = new TemporaryFolder();
        var clock = new FakeTimeProvider(now);
        var server = await InProcessServer.StartAsync(folder.Path, clock, Unhurried,
        [
            $"--{FirstAdministrator.PasswordKey}={Password}", "--Authentication:FailureTakes=00:00:00", $"--GraphQL:Limits:Timeout={Patience}",
            .. database is null ? [] : new[] { $"--Database:Provider={database.Kind}", $"--ConnectionStrings:ShuangDa={database.Options.Runtime}" },
            .. settings,
        ]);
        var accounts = await server.Database.RowsAsync(data => data.GetTable<AccountRow>(), CancellationToken.None);
        var api = new ApiServer(server, folder, database, clock, accounts.Select(row => row.UserName).ToHashSet());
        await api.As("second", Roles.Officer); // two at least act (行政处罚法 第四十二条)
        return api;

        // The first request of a fresh server can take longer than thirty seconds on a machine that a dozen others work on. That is slow and not wrong:
        // what is tested here is what is answered, and whoever tests how soon sets a limit of its own.
        void Unhurried(WebApplicationBuilder builder)
        {
            builder.Services.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = Patience);
            customise?.Invoke(builder);
        }
    }

    /// <summary>A client signed in as somebody who holds exactly this role; a liaison officer is of the police.</summary>
    public Task<ApiClient> As(Roles role) => As(RoleCodes.Of(role).ToLowerInvariant().Replace('_', '-'), role, role == Roles.Liaison ? "PUBLIC_SECURITY" : null);

    /// <summary>A client signed in as somebody; the account is made when it is first asked for.</summary>
    public async Task<ApiClient> As(string userName, Roles role, string? agency = null) =>
        new(Http, await _tokens.GetOrAdd(userName, name => new Lazy<Task<string>>(() => TokenAsync(name, role, agency))).Value);

    /// <summary>A client signed in in a session of its own, for tests that end it.</summary>
    public async Task<ApiClient> InASessionOfItsOwn(Roles role)
    {
        await As(role);
        return new ApiClient(Http, await SignInAsync(RoleCodes.Of(role).ToLowerInvariant().Replace('_', '-')));
    }

    /// <summary>A client that nobody is signed in with.</summary>
    public ApiClient Anonymous() => new(Http, null);

    /// <summary>Registers an enterprise and says under which code.</summary>
    public async Task<string> EnterpriseAsync(string? name = null, object? more = null)
    {
        var code = NextCreditCode();
        var input = Merge(new { creditCode = code, name = name ?? $"第{code[8..16]}号厂" }, more);
        var answer = await (await As(Roles.Officer)).Ask("mutation($input:RegisterEnterpriseInput!){registerEnterprise(input:$input){enterprise{creditCode} errors{...on Error{code message}}}}", new { input });
        return answer.Data().GetProperty("registerEnterprise").GetProperty("enterprise").GetProperty("creditCode").GetString()!;
    }

    /// <summary>Registers a licence and says under which number.</summary>
    public async Task<string> LicenceAsync(string? holder = null, string validTo = "2030-12-31", object? more = null, string? number = null)
    {
        number ??= NextLicenceNumber();
        var input = Merge(new { number, enterpriseCreditCode = holder ?? await EnterpriseAsync(), validFrom = "2021-01-01", validTo }, more);
        var answer = await (await As(Roles.Officer)).Ask("mutation($input:RegisterLicenceInput!){registerLicence(input:$input){licence{number} errors{...on Error{code message}}}}", new { input });
        return answer.Data().GetProperty("registerLicence").GetProperty("licence").GetProperty("number").GetString()!;
    }

    /// <summary>Turns the clock, and waits until everything that is due by then was handed to its owner.</summary>
    public async Task TurnToAsync(DateTimeOffset now)
    {
        Clock.SetUtcNow(now);
        await Services.GetRequiredService<DueIndex>().SettleAsync(Grains, Database, Clock);
    }

    /// <summary>Whether a subject's grain is in memory.</summary>
    public async Task<bool> IsAwake(string subject) =>
        (await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics()).Any(grain => grain.GrainId.ToString() == subject);

    /// <summary>A code that nothing is registered under yet.</summary>
    public string NextCreditCode()
    {
        var organisation = Interlocked.Increment(ref _enterprises).ToString("D8", CultureInfo.InvariantCulture);
        var body = $"91310118{organisation}{ShuangDa.Grains.Enterprises.CreditCode.OrganisationCheck(organisation)}";
        return body + ShuangDa.Grains.Enterprises.CreditCode.Check(body);
    }

    /// <summary>A number that nothing is registered under yet.</summary>
    public string NextLicenceNumber() => string.Create(CultureInfo.InvariantCulture, $"XK18-978-{Interlocked.Increment(ref _licences):D5}");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private async Task<string> TokenAsync(string userName, Roles role, string? agency)
    {
        var command = new CreateAccount(userName, "测试人员", role, agency is null ? "INSPECTION" : null, agency, new Password(Password), MustChangePassword: false);
        var made = await Grains.GetGrain<IAccountGrain>(userName).Execute(command, Actor.System(Guid.NewGuid()));

        // On a database that another server has worked on, the account is there already.
        Xunit.Assert.True(
            made.Refusal is null || (made.Refusal is AlreadyExists && _earlier.Contains(userName)),
            $"{userName}: {made.Refusal?.Message.English}");
        return await SignInAsync(userName);
    }

    private async Task<string> SignInAsync(string userName)
    {
        using var answer = await Http.PostAsJsonAsync("/auth/sign-in", new { userName, password = Password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    /// <summary>One input out of several; the later ones win.</summary>
    public static Dictionary<string, object?> Merge(params object?[] parts) =>
        parts.Where(part => part is not null).SelectMany(part => part!.GetType().GetProperties().Select(property => (property.Name, Value: property.GetValue(part))))
            .GroupBy(property => property.Name).ToDictionary(property => property.Key, property => property.Last().Value);
}
