using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ShuangDa.Tests.Browser.Support;
using ShuangDa.Tests.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.BrowserByHand;

/// <summary>Measures what docs/benchmarks.md says of the dashboard. Run by hand: <c>-class "*Figures"</c>.</summary>
public sealed class Figures(Demonstration demonstration)
{
    private const int Enterprises = 100_000;
    private const int Turns = 100;

    [Fact]
    public async Task First_page_size_of_its_scripts_and_delay_of_a_change()
    {
        await using var head = await demonstration.SignInAsync("section-head");
        await using var officer = await demonstration.SignInAsync("officer");
        var began = Stopwatch.GetTimestamp();
        await officer.Page.GotoAsync("/");
        await Expect(officer.Page.GetByText("逾期案件")).ToBeVisibleAsync();
        Say($"Today with its figures after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms (files kept by the browser)");
        Say(await officer.Page.EvaluateAsync<string>("() => { const [page] = performance.getEntriesByType('navigation'); return `DOM interactive ${Math.round(page.domInteractive)} ms, content loaded ${Math.round(page.domContentLoadedEventEnd)} ms`; }"));

        await using var stranger = await demonstration.VisitAsync();
        began = Stopwatch.GetTimestamp();
        await stranger.Page.GotoAsync("/");
        await Expect(stranger.Page.GetByLabel("用户名")).ToBeEditableAsync();
        Say($"Sign-in page usable after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        await stranger.SignInAsync("auditor");
        await stranger.SettleAsync();
        Say(await stranger.Page.EvaluateAsync<string>("() => `${Math.round(performance.getEntriesByType('resource').filter((file) => file.name.endsWith('.js')).reduce((sum, file) => sum + file.encodedBodySize, 0) / 1024)} KB of compressed scripts up to Today`"));

        var numbers = (await head.AskAsync("{ licences(first: 15, where: { status: { eq: ACTIVE }, kind: { eq: PRODUCTION_LICENCE }, mustApplyBy: { gte: \"2028-01-01\" } }, order: [{ number: DESC }]) { nodes { number } } }")).GetProperty("licences").GetProperty("nodes");
        var delays = new List<double>();
        foreach (var number in numbers.EnumerateArray().Select(node => node.GetProperty("number").GetString()!))
        {
            await officer.GoAsync($"/licences/{number}");
            using var client = await demonstration.Server.SignInAsync("section-head", demonstration.Password);
            var query = "mutation ($input: SuspendLicenceInput!) { suspendLicence(input: $input) { errors { ... on Error { code } } } }";
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync("/graphql", new { query, variables = new { input = new { number, until = "2027-06-30", reason = "抽样检验不合格", basis = "工业产品生产许可证管理条例 第四十五条" } } });
            answer.EnsureSuccessStatusCode();
            await Expect(officer.Page.Locator(".ant-descriptions").GetByText("暂扣", new() { Exact = true })).ToBeVisibleAsync();
            delays.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        delays.Sort();
        Say($"A change in another browser is shown after {delays[delays.Count / 2]:F0} ms (median of {delays.Count}; longest {delays[^1]:F0} ms)");
    }

    [Fact]
    public async Task Long_tasks_while_a_list_of_100_000_scrolls()
    {
        await using var admin = await demonstration.SignInAsync("admin");
        using (var client = await demonstration.Server.SignInAsync("admin", demonstration.Password))
        {
            var csv = new StringBuilder("企业名称,统一社会信用代码,注册地址\n");
            for (var number = 0; number < Enterprises; number++)
            {
                csv.Append(CultureInfo.InvariantCulture, $"澄州第{number:D6}号食品厂（虚构）,{InventedCredit.CodeOf(number)},澄州市望湖区工业路{number}号\n");
            }

            using var answer = await client.PostAsync("/imports/enterprises", new StringContent(csv.ToString(), Encoding.UTF8, "text/csv"));
            answer.EnsureSuccessStatusCode();
            var id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
            await Eventually.Until("the import ends", async () => (await admin.AskAsync($"{{ import(id: \"{id}\") {{ status }} }}")).ToString().Contains("COMPLETED", StringComparison.Ordinal));
        }

        await admin.GoAsync("/enterprises");
        await Expect(admin.Page.Locator(".list-row").First).ToBeVisibleAsync();
        Say(await admin.Page.Locator(".list-state").InnerTextAsync());
        await admin.Page.EvaluateAsync("() => { window.long = []; new PerformanceObserver((list) => window.long.push(...list.getEntries().map((task) => task.duration))).observe({ type: 'longtask' }); }");
        // One on purpose: who counts none must be able to count.
        await admin.Page.EvaluateAsync("() => new Promise((done) => setTimeout(() => { const end = performance.now() + 120; while (performance.now() < end); setTimeout(done, 100); }))");
        Assert.Single(await admin.Page.EvaluateAsync<double[]>("() => window.long.splice(0)"));
        for (var turn = 0; turn < Turns; turn++)
        {
            var height = await admin.Page.Locator(".list-scroll").EvaluateAsync<double>("list => { list.scrollTop = list.scrollHeight; return list.scrollHeight; }");
            await admin.Page.WaitForFunctionAsync("height => document.querySelector('.list-scroll').scrollHeight > height", height);
        }

        var longTasks = await admin.Page.EvaluateAsync<double[]>("() => window.long");
        Say($"{Turns} pages scrolled: {longTasks.Length} long tasks, longest {(longTasks.Length > 0 ? longTasks.Max() : 0):F0} ms");
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
