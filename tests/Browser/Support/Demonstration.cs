using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using ShuangDa.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Demonstration))]
// One machine, one browser: tests that wait for each other's pages would only be slow.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ShuangDa.Tests.Browser.Support;

/// <summary>The demonstration on a server of its own, and a browser to look at it with; both begin with the first test that needs them.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    // Chromium asks nobody for anything that a test has not told it to.
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _once = new(1, 1);
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

    /// <summary>Somebody at a browser, who is not signed in yet.</summary>
    /// <param name="width">The window's width.</param>
    public async Task<Visitor> VisitAsync(int width = 1440)
    {
        await StartAsync();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Url.ToString(),
            ViewportSize = new() { Width = width, Height = width > 700 ? 900 : 844 },
            Locale = "zh-CN",
            // Not the bureau's: what is shown must be Shanghai's time all the same.
            TimezoneId = "America/New_York",
            AcceptDownloads = true,
        });
        return await Visitor.OpenAsync(this, context);
    }

    /// <summary>Somebody at a browser who has signed in.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="width">The window's width.</param>
    public async Task<Visitor> SignInAsync(string user, int width = 1440)
    {
        var visitor = await VisitAsync(width);
        await visitor.SignInAsync(user);
        return visitor;
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
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("没有找到 Chromium：浏览器测试未运行。No Chromium was found on the path: the browser tests were not run.");
        }

        return found ?? throw FailException.ForFailure("No Chromium was found on the path, and in CI the browser tests are never skipped.");
    }
}
