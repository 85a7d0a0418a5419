using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Benchmarks;

/// <summary>
/// Heavy lists beside commands: 64 accounts, or as many as <c>--callers</c> says, ask for a list that has to read every row, and before it
/// for
/// the overdue cases of a section, among 30,000 cases. Beside them another account gives one command after the other and a probe asks
/// whether
/// the program is ready. Says what that does to commands and probe, to a timer on the thread pool, and what Orleans and the program itself
/// warn
/// of.
/// </summary>
internal static class HeavyListBenchmark
{
    private const int Cases = 30_000;
    private const int Licences = 2_000;

    private static readonly byte[] Readiness = HttpCaller.Get("/health/ready");
    private static readonly TimeSpan ProbedEvery = TimeSpan.FromMilliseconds(50);

    internal const string Overdue = """
        query($section: String!) { cases(first: 20, where: { overdue: { eq: true }, section: { eq: $section }, stage: { nin: [CLOSED, WITHDRAWN, NOT_FILED] } }, order: [{ receivedOn: ASC }]) {
          totalCount nodes { number title stage receivedOn enterprise { creditCode name } deadlines { kind dueAt } } } }
        """;

    // No index helps this one: it is what a heavy list stays after those that people ask for have their indexes.
    private const string Scan = """
        query($text: String!) { cases(first: 20, where: { or: [{ title: { contains: $text } }, { number: { contains: $text } }, { partyName: { contains: $text } }] }, order: [{ receivedOn: ASC }]) {
          totalCount nodes { number title stage receivedOn enterprise { creditCode name } deadlines { kind dueAt } } } }
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        using var warnings = new RuntimeWarnings();
        await using var server = await BenchmarkServer.StartAsync(args, customise: builder => builder.Logging.AddProvider(warnings));
        var grains = server.Application.Services.GetRequiredService<IGrainFactory>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var callers = Options.Number(args, "--callers", 64);
        var seconds = TimeSpan.FromSeconds(Options.Number(args, "--seconds", 12));
        await Registers.FillAsync(grains, Licences, Licences, today);
        await Registers.FillCasesAsync(server.Database.Database, Cases, Licences, today);
        var given = 0;
        var officer = await Registers.OfficerAsync(grains, "officer");
        var tokens = new string[callers];
        for (var caller = 0; caller < callers; caller++)
        {
            tokens[caller] = await Registers.OfficerAsync(grains, $"caller-{caller:D2}");
        }

        Measure.Head();
        // Compiles, and lets the log of the rows that were just written be copied into the file.
        await CommandsAsync("a command, first", seconds * 0.75);
        await BesideAsync("nothing else", null);
        foreach (var (what, request) in new (string, Func<int, int, byte[]>)[]
        {
            (
                "overdue cases of a section, with total",
                (caller, turn) => HttpCaller.Request(tokens[caller], Overdue, new { section = Registers.Section(caller + turn) })),
            (
                "cases by a part of a name, with total",
                (caller, turn) => HttpCaller.Request(tokens[caller], Scan, new { text = $"企业{(caller * 131) + turn}" })),
        })
        {
            if (Options.Asks(args, what))
            {
                await BesideAsync(what, request);
            }
        }

        await server.Application.StopAsync();
        return 0;

        Task CommandsAsync(string what, TimeSpan time) => Measure.OverHttpAsync(
            what, 1, time, (_, _) => Registers.AssessRisk(officer, given % 200, given++ / 200));

        async Task BesideAsync(string what, Func<int, int, byte[]>? list)
        {
            if (list is not null)
            {
                await Measure.OverHttpAsync(what, callers, seconds * 0.4, list);
            }

            warnings.Clear();
            using var pool = new PoolWatch();
            await Task.WhenAll(
                list is null ? Task.CompletedTask : Measure.OverHttpAsync($"{what}, beside commands", callers, seconds, list),
                CommandsAsync($"a command, beside {what}", seconds * 0.9),
                Measure.OverHttpAsync($"/health/ready, beside {what}", 1, seconds * 0.9, (_, _) => Readiness, ProbedEvery));
            Console.WriteLine(
                $"beside {what}: the pool's timer of 100 ms was at worst {pool.Worst.TotalMilliseconds:N0} ms late; {warnings}");
        }
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

    /// <summary>What Orleans warns of, late timers and a pool that stands, and what the program itself does.</summary>
    private sealed class RuntimeWarnings : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _orleans = new();
        private readonly ConcurrentQueue<string> _own = new();

        public void Clear()
        {
            _orleans.Clear();
            _own.Clear();
        }

        public override string ToString() => $"Orleans warned {Said(_orleans)}, the program {Said(_own)}";

        private static string Said(ConcurrentQueue<string> lines) =>
            lines.TryPeek(out var first) ? $"{lines.Count} times (first: {first})" : "of nothing";

        public ILogger CreateLogger(string categoryName) => new Lines(
            categoryName.StartsWith("Orleans", StringComparison.Ordinal) ? _orleans
            : categoryName.StartsWith("ShuangDa", StringComparison.Ordinal) ? _own
            : null);

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
