using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>
/// Heavy lists beside commands: sixteen accounts ask for the overdue cases of a section with their total, among 30,000 cases, while another gives one
/// command after the other. Says what that does to the commands, to a timer on the thread pool, and to Orleans' own timers.
/// </summary>
internal static class HeavyListBenchmark
{
    private const int Port = 5099;
    private const int Callers = 16;
    private const int Cases = 30_000;
    private const int Licences = 2_000;
    private const string Password = "measure-2026-measure";

    internal const string Overdue = """
        query($section: String!) { cases(first: 20, where: { overdue: { eq: true }, section: { eq: $section }, stage: { nin: [CLOSED, WITHDRAWN, NOT_FILED] } }, order: [{ receivedOn: ASC }]) {
          totalCount nodes { number title stage receivedOn enterprise { creditCode name } deadlines { kind dueAt } } } }
        """;

    // No index helps this one: it is what a heavy list stays after those that people ask for have their indexes.
    private const string Scan = """
        query($text: String!) { cases(first: 20, where: { or: [{ title: { contains: $text } }, { number: { contains: $text } }, { partyName: { contains: $text } }] }, order: [{ receivedOn: ASC }]) {
          totalCount nodes { number title stage receivedOn enterprise { creditCode name } deadlines { kind dueAt } } } }
        """;

    private const string Suspend = """
        mutation($n: String!, $id: UUID!) { suspendLicence(input: { number: $n, until: "2030-12-31", reason: "检查不合格", basis: "条例 第四十五条", commandId: $id }) {
          licence { status version } errors { __typename } } }
        """;

    private const string Reinstate = """
        mutation($n: String!, $id: UUID!) { reinstateLicence(input: { number: $n, reason: "复查合格", basis: "条例 第四十五条", commandId: $id }) {
          licence { status version } errors { __typename } } }
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        Environment.SetEnvironmentVariable("SHUANGDA_ADMIN_PASSWORD", Password);
        using var warnings = new RuntimeWarnings();
        await using var server = await BenchmarkServer.StartAsync(args, port: Port, customise: builder => builder.Logging.AddProvider(warnings));
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await Registers.FillAsync(grains, Licences, Licences, today);
        await Registers.FillCasesAsync(server.Database.Database, Cases, Licences, today);

        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        var admin = await SignInAsync(client, "admin");
        var tokens = new string[Callers];
        for (var caller = 0; caller < Callers; caller++)
        {
            var name = $"caller-{caller:D2}";
            var made = await grains.GetGrain<IAccountGrain>(name).Execute(
                new CreateAccount(name, "测量人员", Roles.Officer, "稽查队", null, new Password(Password), MustChangePassword: false), Actor.System(Guid.NewGuid()));
            if (made.Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal.Message.English);
            }

            tokens[caller] = await SignInAsync(client, name);
        }

        Console.WriteLine("| what | callers | rate | p50 ms | p99 ms | max ms | µs processor |");
        // Compiles, and lets the log of the rows that were just written be copied into the file.
        await CommandsAsync("a command, first", admin, TimeSpan.FromSeconds(8));
        await BesideAsync("nothing else", null);
        foreach (var (what, query) in new[] { ("overdue cases of a section, with total", Overdue), ("cases by a part of a name, with total", Scan) })
        {
            await BesideAsync(what, (caller, turn) => HttpCaller.Request(
                tokens[caller],
                JsonSerializer.Serialize(new { query, variables = query == Overdue ? (object)new { section = Registers.Section(caller + turn) } : new { text = $"企业{(caller * 131) + turn}" } })));
        }

        await server.Application.StopAsync();
        return 0;

        async Task BesideAsync(string what, Func<int, int, byte[]>? list)
        {
            if (list is not null)
            {
                await ListsAsync(what, list, TimeSpan.FromSeconds(5));
            }

            warnings.Clear();
            using var pool = new PoolWatch();
            var lists = list is null ? Task.CompletedTask : ListsAsync($"{what}, beside commands", list, TimeSpan.FromSeconds(12));
            await CommandsAsync($"a command, beside {what}", admin, TimeSpan.FromSeconds(11));
            await lists;
            Console.WriteLine($"beside {what}: the pool's timer of 100 ms was at worst {pool.Worst.TotalMilliseconds:N0} ms late; Orleans warned {warnings.Count} times {warnings.First}");
        }
    }

    private static async Task ListsAsync(string what, Func<int, int, byte[]> request, TimeSpan time)
    {
        var callers = Enumerable.Range(0, Callers).Select(_ => new HttpCaller(Port)).ToArray();
        try
        {
            await Measure.RunAsync(what, Callers, time, (caller, turn) => callers[caller].SendAsync(request(caller, turn)));
        }
        finally
        {
            foreach (var caller in callers)
            {
                caller.Dispose();
            }
        }
    }

    private static async Task CommandsAsync(string what, string token, TimeSpan time)
    {
        using var caller = new HttpCaller(Port);
        await Measure.RunAsync(what, 1, time, (_, turn) => caller.SendAsync(HttpCaller.Request(token, JsonSerializer.Serialize(new
        {
            query = turn % 2 == 0 ? Suspend : Reinstate,
            variables = new { n = Registers.LicenceNumber(16, 1_700 + (turn / 2 % 200)), id = Guid.NewGuid() },
        }))));
    }

    private static async Task<string> SignInAsync(HttpClient client, string userName)
    {
        using var signedIn = await client.PostAsJsonAsync("/auth/sign-in", new { userName, password = Password });
        return (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    /// <summary>How late the pool runs what is due: the longest wait between two ticks of a timer of 100 ms, less those 100 ms.</summary>
    private sealed class PoolWatch : IDisposable
    {
        private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

        private readonly Lock _looking = new();
        private readonly Timer _timer;
        private long _last = Stopwatch.GetTimestamp();
        private TimeSpan _worst;

        public PoolWatch() => _timer = new Timer(_ => Look(), null, Every, Every);

        // What has not come at all yet counts too.
        public TimeSpan Worst => Look();

        public void Dispose() => _timer.Dispose();

        private TimeSpan Look()
        {
            lock (_looking)
            {
                var now = Stopwatch.GetTimestamp();
                var late = Stopwatch.GetElapsedTime(_last, now) - Every;
                _last = now;
                return _worst = late > _worst ? late : _worst;
            }
        }
    }

    /// <summary>What Orleans says of late timers and of a pool that stands.</summary>
    private sealed class RuntimeWarnings : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public int Count => _lines.Count;

        public string First => _lines.TryPeek(out var line) ? $"({line})" : string.Empty;

        public void Clear() => _lines.Clear();

        public ILogger CreateLogger(string categoryName) => new Lines(categoryName.StartsWith("Orleans", StringComparison.Ordinal) ? _lines : null);

        public void Dispose()
        {
        }

        private sealed class Lines(ConcurrentQueue<string>? lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => lines is not null && logLevel >= LogLevel.Warning;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                {
                    lines!.Enqueue(formatter(state, exception));
                }
            }
        }
    }
}
