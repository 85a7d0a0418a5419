using System.Collections.Concurrent;
using System.Text.Json;
using System.Web;
using Microsoft.Playwright;
using Xunit;
using IRequest = Microsoft.Playwright.IRequest;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>
/// Somebody at a browser window. When the test is over nothing may have gone wrong unseen: no request to another host, no violation of the page's
/// policy, no error in a script, no document sent as text that the server has from the build.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>The width of a desk's window, in CSS pixels.</summary>
    public const int Wide = 1440;

    /// <summary>The width of a phone's.</summary>
    public const int Phone = 390;

    /// <summary>A desk's window at 200 %: what the page then has of it, as a width in CSS pixels (WCAG 1.4.4).</summary>
    public const int Zoomed = 720;

    /// <summary>The narrowest window in which everything can be read without pushing the page sideways (WCAG 1.4.10).</summary>
    public const int Narrowest = 320;

    /// <summary>Today (Asia/Shanghai), on which the demonstration lives.</summary>
    public static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    private const float Patience = 60_000;

    private readonly Demonstration _demonstration;
    private readonly ConcurrentQueue<string> _wrong = [];

    private Visitor(Demonstration demonstration, IBrowserContext context, IPage page) => (_demonstration, Context, Page) = (demonstration, context, page);

    /// <summary>The browser's session.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Whether documents may leave the browser as texts: only where a test has the server not know them.</summary>
    public bool MaySendTexts { get; set; }

    /// <summary>A window of this width.</summary>
    public static ViewportSize WindowOf(int width) => new()
    {
        Width = width,
        Height = width switch { Phone => 844, Zoomed => 450, Narrowest => 640, _ => 900 },
    };

    /// <summary>Opens an empty window.</summary>
    public static async Task<Visitor> OpenAsync(Demonstration demonstration, IBrowserContext context)
    {
        // Longer than any machine needs: what does not come at all fails, what comes late on a busy machine does not.
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', (event) => console.error(`POLICY ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));");
        await context.AddInitScriptAsync(CountDraftsOnTheirWay);
        var visitor = new Visitor(demonstration, context, await context.NewPageAsync());
        visitor.Watch();
        return visitor;
    }

    /// <summary>Makes the window as wide as this.</summary>
    public Task ResizeAsync(int width)
    {
        var window = WindowOf(width);
        return Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>Signs in by the form, and waits for Today.</summary>
    public async Task SignInAsync(string user)
    {
        await Page.GetByLabel("用户名").FillAsync(user);
        await Page.GetByLabel("口令", new() { Exact = true }).FillAsync(_demonstration.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "今日工作" })).ToBeVisibleAsync();
    }

    /// <summary>Goes to an address and waits until what it shows has come.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettleAsync();
    }

    /// <summary>Goes to an address as a link in the dashboard does, which stays loaded, and waits until what it shows is of now.</summary>
    public async Task GoOnAsync(string path)
    {
        if (Page.Url == "about:blank")
        {
            await GoAsync(path);
            return;
        }

        await LeaveAsync();
        await FollowAsync(path);
        await SettleAsync();
    }

    /// <summary>Goes to where there is nothing: what was open is not read again when others change it.</summary>
    public async Task LeaveAsync()
    {
        await FollowAsync("/nowhere");
        await Page.WaitForFunctionAsync("() => document.querySelector('.instead') && !document.querySelector('.page-head')");
    }

    /// <summary>Waits until nothing on the page is loading any more.</summary>
    public async Task SettleAsync()
    {
        // Looked at with each frame: an expectation asks again only after up to a second.
        await Page.WaitForFunctionAsync("() => document.querySelector('h1')?.checkVisibility() && !document.querySelector('.ant-skeleton, .page-spin, .instead, .page-head[aria-busy=true]')");
    }

    /// <summary>Waits until nothing on the page is moving any more, except what moves for ever: colours and places are measured as they stay.</summary>
    public Task StillAsync() => Page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished))");

    /// <summary>Loads the page again, once what was typed into it lies on the device: whoever reloads is slower than that.</summary>
    public async Task ReloadAsync()
    {
        await Page.WaitForFunctionAsync("() => window.draftsOnTheirWay === 0");
        await Page.ReloadAsync();
        await SettleAsync();
    }

    // The pages open the drafts' database for each thing that they do with it, and close it afterwards.
    private const string CountDraftsOnTheirWay = """
        {
          window.draftsOnTheirWay = 0;
          const [{ open }, { close }] = [IDBFactory.prototype, IDBDatabase.prototype];
          IDBFactory.prototype.open = function (name, ...rest) {
            if (name === 'shuangda-forms') window.draftsOnTheirWay++;
            return open.call(this, name, ...rest);
          };
          IDBDatabase.prototype.close = function () {
            if (this.name === 'shuangda-forms') window.draftsOnTheirWay--;
            return close.call(this);
          };
        }
        """;

    /// <summary>Asks the API as whoever is signed in.</summary>
    public async Task<JsonElement> AskAsync(string query)
    {
        await using var response = await Context.APIRequest.PostAsync("/graphql", new() { DataObject = new { query }, Headers = new Dictionary<string, string> { ["X-ShuangDa"] = "1" } });
        var answer = JsonDocument.Parse(await response.TextAsync()).RootElement;
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{query}: {errors}");
        return answer.GetProperty("data");
    }

    /// <summary>Gives a command as whoever is signed in, and expects that it is done.</summary>
    public async Task GiveAsync(string command)
    {
        var answer = await AskAsync($"mutation {{ done: {command} {{ errors {{ ... on Error {{ code message }} }} }} }}");
        Assert.True(answer.GetProperty("done").GetProperty("errors").ValueKind == JsonValueKind.Null, $"{command}: {answer}");
    }

    /// <summary>Has a command give what it makes; its number. A test that changes or counts what it opens makes its own, so that no other's is in its way.</summary>
    public async Task<string> MadeAsync(string command, string what)
    {
        var done = (await AskAsync($"mutation {{ done: {command} {{ {what} {{ number }} errors {{ ... on Error {{ code message }} }} }} }}")).GetProperty("done");
        Assert.True(done.GetProperty(what).ValueKind == JsonValueKind.Object, $"{command}: {done}");
        return done.GetProperty(what).GetProperty("number").GetString()!;
    }

    /// <summary>Plans an inspection of the first active enterprise by the officers of these user names; its number.</summary>
    public Task<string> PlanInspectionAsync(params string[] officers) => PlanInspectionAsync(Today.AddDays(9), officers);

    /// <summary>Plans it for a day.</summary>
    public async Task<string> PlanInspectionAsync(DateOnly day, params string[] officers)
    {
        var code = await FirstAsync(
            "enterprises(first: 1, where: { status: { eq: ACTIVE } }, order: [{ creditCode: ASC }])", "creditCode");
        var named = string.Join(", ", officers.Select(one => $"\"{one}\""));
        var plan = $"enterpriseCreditCode: \"{code}\", basis: SWEEP, plannedOn: \"{day:yyyy-MM-dd}\", officers: [{named}]";
        return await MadeAsync($"planInspection(input: {{ {plan} }})", "inspection");
    }

    /// <summary>The first value of a name in an answer to a list query.</summary>
    public async Task<string> FirstAsync(string list, string field)
    {
        var nodes = (await AskAsync($"{{ {list} {{ nodes {{ {field} }} }} }}")).EnumerateObject().Single().Value.GetProperty("nodes");
        Assert.True(nodes.GetArrayLength() > 0, $"The demonstration has none of these: {list}");
        return nodes[0].GetProperty(field).GetString()!;
    }

    /// <summary>Has axe look at the page: WCAG 2.2 AA and what is good practice beyond it. Whatever it finds fails the test.</summary>
    /// <param name="within">A selector of the part that is looked at; all of the page where it is left out.</param>
    public async Task HasNoFaultAsync(string? within = null)
    {
        await StillAsync();
        await Page.EvaluateAsync(await Axe.SourceAsync());
        var found = await Page.EvaluateAsync<string[]>(Axe.Faults, within);
        Assert.True(found.Length == 0, $"{Page.Url} at {Page.ViewportSize?.Width}:\n{string.Join('\n', found)}");
    }

    /// <summary>
    /// Fails where the window cuts off what the page shows, or the page must be pushed sideways to be read (WCAG 1.4.10): texts, fields and
    /// pictures lie within the window, or within a part of the page that is pushed by itself, such as a table.
    /// </summary>
    public async Task HoldsWhatItShowsAsync()
    {
        await StillAsync();
        var cut = await Page.EvaluateAsync<string[]>(CutOff.Found);
        Assert.True(cut.Length == 0, $"{Page.Url} at {Page.ViewportSize?.Width}:\n{string.Join('\n', cut)}");
    }

    /// <summary>Fails where a finger would miss what it is to press: each target is 44 pixels high and wide (WCAG 2.5.5).</summary>
    public async Task IsMetByFingersAsync()
    {
        await StillAsync();
        var small = await Page.EvaluateAsync<string[]>(Targets.TooSmall);
        Assert.True(small.Length == 0, $"{Page.Url} at {Page.ViewportSize?.Width}:\n{string.Join('\n', small)}");
    }

    /// <summary>Keeps a picture of what is seen now, where pictures are asked for.</summary>
    /// <param name="name">What it is called, beside the window's width.</param>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SHUANGDA_BROWSER_PICTURES") is { Length: > 0 } folder && !Page.IsClosed)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Page.ViewportSize?.Width}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        NothingWentWrong();
    }

    /// <summary>Closes the window.</summary>
    public async Task CloseAsync()
    {
        // What was last seen, for whoever looks into a failure.
        await PictureAsync($"{TestContext.Current.TestMethod?.MethodName}-{Guid.NewGuid():N}");

        await Context.CloseAsync();
    }

    /// <summary>Fails when something has gone wrong unseen.</summary>
    public void NothingWentWrong() => Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong.Distinct()));

    /// <summary>Expectations that wait until they are met.</summary>
    public static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    // The router follows the browser's own history.
    private async Task FollowAsync(string path) => await Page.EvaluateAsync(
        """
        (path) => {
          history.pushState({ idx: (history.state?.idx ?? 0) + 1, key: path, usr: null }, '', path);
          dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
        }
        """,
        path);

    /// <summary>The document that a request bears as text; null where it bears the hash alone, and where it is no GraphQL.</summary>
    public static string? TextIn(IRequest request)
    {
        var asked = new Uri(request.Url);
        if (asked.AbsolutePath != "/graphql")
        {
            return null;
        }

        return request.PostData is { } body
            ? JsonDocument.Parse(body).RootElement.TryGetProperty("query", out var query) ? query.GetString() : null
            : HttpUtility.ParseQueryString(asked.Query)["query"];
    }

    private void Watch()
    {
        Page.PageError += (_, fault) => _wrong.Enqueue(fault);
        Page.Console += (_, message) =>
        {
            // A refusal, an ended session and a lost network are told by the browser too; the page shows them.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _wrong.Enqueue(message.Text);
            }
        };
        Page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != _demonstration.Url.Authority)
            {
                _wrong.Enqueue($"A request left the origin: {request.Url}");
            }

            if (!MaySendTexts && TextIn(request) is { } text)
            {
                _wrong.Enqueue($"A document was sent as text: {text}");
            }
        };
    }
}
