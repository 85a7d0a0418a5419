using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using ShuangDa.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

// Two demonstrations side by side, each with its browser: a page waits more than it works.
[assembly: Parallelization(Mode = ParallelMode.Collections)]

namespace ShuangDa.Tests.Browser.Support;

/// <summary>The tests that look: what they count, nobody changes but they.</summary>
[CollectionDefinition]
public sealed class Looking : ICollectionFixture<Demonstration>;

/// <summary>The tests that do: the lives of forms, and what several people change at a time.</summary>
[CollectionDefinition]
public sealed class Doing : ICollectionFixture<Demonstration>;

/// <summary>The demonstration on a server of its own, and a browser to look at it with; both begin with the first test that needs them.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    // Chromium asks nobody for anything that a test has not told it to. No page lives long enough for what its compilers would make of
    // its hot functions: without them a page with axe takes a quarter less of the processor.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--js-flags=--no-opt --no-maglev",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly Dictionary<string, string> _sessions = [];
    private InProcessServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it listens.</summary>
    public Uri Url => _server!.Url;

    /// <summary>The password of every account.</summary>
    public string Password { get; private set; } = "";

    /// <summary>The server.</summary>
    public InProcessServer Server => _server!;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Somebody at the sign-in page.</summary>
    /// <param name="width">The window's width.</param>
    public async Task<Visitor> VisitAsync(int width = Visitor.Wide)
    {
        var visitor = await OpenAsync(width, null);
        await visitor.Page.GotoAsync("/");
        return visitor;
    }

    /// <summary>Somebody who has signed in.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="width">The window's width.</param>
    /// <param name="at">The page he looks at, or null for none yet.</param>
    /// <param name="hasTouch">Whether fingers press it.</param>
    public async Task<Visitor> SignInAsync(string user, int width = Visitor.Wide, string? at = "/", bool hasTouch = false)
    {
        // The form is what SignInTests look at; here whoever has signed in once goes on with that session.
        if (!_sessions.TryGetValue(user, out var session))
        {
            await using var first = await VisitAsync();
            await first.SignInAsync(user);
            _sessions[user] = session = await first.Context.StorageStateAsync();
        }

        var visitor = await OpenAsync(width, session, hasTouch);
        if (at is not null)
        {
            await visitor.GoAsync(at);
        }

        return visitor;
    }

    private async Task<Visitor> OpenAsync(int width, string? session, bool hasTouch = false)
    {
        await StartAsync();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Url.ToString(),
            ViewportSize = Visitor.WindowOf(width),
            HasTouch = hasTouch,
            Locale = "zh-CN",
            // Not the bureau's: what is shown must be Shanghai's time all the same.
            TimezoneId = "America/New_York",
            AcceptDownloads = true,
            // What fades in is measured before it is there; nobody has to wait for it here.
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        return await Visitor.OpenAsync(this, context);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
        _once.Dispose();
    }

    private async Task StartAsync()
    {
        var chromium = Chromium();
        await _once.WaitAsync();
        try
        {
            if (_browser is not null)
            {
                return;
            }

            _server = await InProcessServer.StartDemoAsync(_folder.Path);
            Password = (await File.ReadAllTextAsync(_folder.File("password.txt"))).Trim();
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        }
        finally
        {
            _once.Release();
        }
    }

    private static string Chromium()
    {
        // The shell is the same engine without the window around it: the tests take two fifths less of the processor.
        string[] names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("没有找到 Chromium：浏览器测试未运行。No Chromium was found on the path: the browser tests were not run.");
        }

        return found ?? throw FailException.ForFailure("No Chromium was found on the path, and in CI the browser tests are never skipped.");
    }
}
