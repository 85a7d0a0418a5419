using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

[Collection<Looking>]
public sealed class PagesTests(Demonstration demonstration)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "today", "admin" },
        { "enterprises", "officer" },
        { "enterprise", "officer" },
        { "licences", "officer" },
        { "licence", "officer" },
        { "licence-expiry", "leader" },
        { "expiry-calendar", "leader" },
        { "inspections", "officer" },
        { "my-inspections", "officer" },
        { "coverage", "officer" },
        { "inspection", "officer" },
        { "record-inspection", "officer" },
        { "rectifications", "officer" },
        { "rectification", "section-head" },
        { "cases", "officer" },
        { "case-list", "officer" },
        { "case", "legal" },
        { "case-statistics", "leader" },
        { "statistics", "leader" },
        { "report-forms", "leader" },
        { "report-form-of-licences", "legal" },
        { "report-form-of-cases", "officer" },
        { "facts", "section-head" },
        { "transfers", "officer" },
        { "transfer", "officer" },
        { "police-transfer", "liaison" },
        { "users", "admin" },
        { "sections", "admin" },
        { "agencies", "admin" },
        { "product-classes", "admin" },
        { "areas", "admin" },
        { "notifications", "officer" },
        { "notifications", "liaison" },
        { "approvals", "leader" },
        { "authorisations", "leader" },
        { "form-entries", "officer" },
        { "campaigns", "legal" },
        { "campaign", "leader" },
        { "campaign-tasks", "section-head" },
        { "campaign-task", "legal" },
        { "dens", "officer" },
        { "den", "section-head" },
        { "daily-reports", "legal" },
        { "daily-report", "section-head" },
        { "daily-summaries", "leader" },
        { "daily-summary", "legal" },
        { "open-work", "section-head" },
        { "handovers", "section-head" },
        { "imports", "admin" },
        { "journal", "auditor" },
        { "calendar", "admin" },
        { "search", "officer" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_shows_its_content_in_any_window_and_axe_finds_no_fault(string page, string user)
    {
        await using var visitor = await demonstration.SignInAsync(user, at: null);
        var path = await Tour.PathAsync(visitor, page);
        foreach (var width in new[] { Wide, Zoomed, Phone, Narrowest })
        {
            await visitor.ResizeAsync(width);
            await visitor.GoOnAsync(path);
            await Expect(visitor.Page.Locator(".instead, .not-loaded")).ToHaveCountAsync(0);
            await visitor.HasNoFaultAsync();
            if (width != Wide)
            {
                await visitor.HoldsWhatItShowsAsync();
            }

            Assert.True(
                await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width,
                $"At {width} the page is wider than the window.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_page_has_to_be_pressed_is_large_enough_for_a_finger(string page, string user)
    {
        await using var visitor = await demonstration.SignInAsync(user, Phone, at: null, hasTouch: true);
        await visitor.GoOnAsync(await Tour.PathAsync(visitor, page));
        await visitor.IsMetByFingersAsync();
    }

    [Fact]
    public async Task The_sign_in_page_and_a_command_s_form_have_no_serious_fault_either()
    {
        await using var visitor = await demonstration.VisitAsync();
        await Expect(visitor.Page.GetByLabel("用户名")).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
        await visitor.SignInAsync("section-head");
        await visitor.GoAsync(await Tour.PathAsync(visitor, "licence"));
        await visitor.Page.Locator(".page-extra button").First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
    }

    [Theory]
    [InlineData("section-head", true, "导入企业登记簿", "导入证书登记簿")]
    [InlineData("officer", true, "导入证书登记簿")]
    [InlineData("legal", false)]
    public async Task Imports_are_offered_to_whoever_may_bring_a_register_and_each_register_to_whoever_may_bring_it(string user, bool isInMenu, params string[] registers)
    {
        await using var visitor = await demonstration.SignInAsync(user, at: "/administration/imports");
        await Expect(visitor.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "数据导入", Exact = true })).ToHaveCountAsync(isInMenu ? 1 : 0);
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("登记簿$") })).ToHaveTextAsync(registers);
    }

    [Fact]
    public async Task A_case_s_page_derives_its_clock_and_says_what_stands_before_the_next_step()
    {
        await using var visitor = await demonstration.SignInAsync("legal", at: "/cases");
        var review = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "法制审核" });
        await review.GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.SettleAsync();
        await Expect(visitor.Page.GetByText("办理下一步之前")).ToBeVisibleAsync();
        await visitor.Page.GetByText("期限推算").First.ClickAsync();
        await Expect(visitor.Page.Locator(".derivation").First).ToContainTextAsync("《");
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_and_survives_going_away_and_back()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: "/licences");
        await Expect(visitor.Page.Locator(".list-state")).ToContainTextAsync("条");
        var all = await visitor.Page.Locator(".list-state").InnerTextAsync();
        await visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "状态" }).ClickAsync();
        await visitor.Page.GetByTitle("暂扣", new() { Exact = true }).ClickAsync();
        await Expect(visitor.Page.Locator(".list-state")).Not.ToHaveTextAsync(all);
        await Expect(visitor.Page.Locator(".list-state")).ToContainTextAsync("条");
        Assert.EndsWith("/licences?status=SUSPENDED", visitor.Page.Url, StringComparison.Ordinal);
        var filtered = await visitor.Page.Locator(".list-state").InnerTextAsync();
        await visitor.Page.Locator(".list-row a").First.ClickAsync();
        await visitor.SettleAsync();
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Page.Locator(".list-state")).ToHaveTextAsync(filtered);
    }

    [Fact]
    public async Task A_list_is_found_where_it_was_left()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: "/enterprises");
        var scroll = visitor.Page.Locator(".list-scroll");
        await Expect(visitor.Page.Locator(".list-row").First).ToBeVisibleAsync();
        var height = await scroll.EvaluateAsync<double>("list => { list.scrollTop = list.scrollHeight; return list.scrollHeight; }");
        await visitor.Page.WaitForFunctionAsync("height => document.querySelector('.list-scroll').scrollHeight > height", height);
        await scroll.EvaluateAsync("list => { list.scrollTop = 5000; }");
        var row = visitor.Page.Locator(".list-row[aria-rowindex='115'] a");
        var name = await row.InnerTextAsync();
        await row.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Page.Locator(".list-row[aria-rowindex='115']")).ToContainTextAsync(name);
        await Expect(visitor.Page.Locator(".list-row[aria-rowindex='115']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Cards_are_found_where_they_were_left_and_do_not_lie_over_each_other_when_a_window_is_turned()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, "/cases?view=list");
        var scroll = visitor.Page.Locator(".list-scroll");
        await Expect(visitor.Page.Locator(".list-row").First).ToBeVisibleAsync();
        // Cards are as high as what they say: each has to have been seen once before its place is known.
        for (var screen = 1; screen <= 8; screen++)
        {
            await scroll.EvaluateAsync($"list => {{ list.scrollTop = {screen * 400}; }}");
            await visitor.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }

        var place = await visitor.Page.EvaluateAsync<string>(FirstSeen);
        var top = await scroll.EvaluateAsync<double>("list => list.scrollTop");
        await visitor.Page.Locator($".list-row[aria-rowindex='{place}'] a").First.ClickAsync();
        await visitor.SettleAsync();
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Page.Locator($".list-row[aria-rowindex='{place}']")).ToBeInViewportAsync();
        Assert.Equal(place, await visitor.Page.EvaluateAsync<string>(FirstSeen));
        Assert.Equal(top, await scroll.EvaluateAsync<double>("list => list.scrollTop"));
        foreach (var width in new[] { Wide, Phone, Wide })
        {
            await visitor.ResizeAsync(width);
            await Expect(visitor.Page.Locator(".list-table.cards")).ToHaveCountAsync(width == Phone ? 1 : 0);
            await visitor.Page.WaitForFunctionAsync(NoneOverlap);
        }
    }

    private const string FirstSeen = """
        () => [...document.querySelectorAll('.list-row')]
          .map(row => ({ index: row.ariaRowIndex, top: row.getBoundingClientRect().top }))
          .filter(({ top }) => top >= document.querySelector('.list-scroll').getBoundingClientRect().top)
          .sort((a, b) => a.top - b.top)[0].index
        """;

    private const string NoneOverlap = """
        () => {
          const rows = [...document.querySelectorAll('.list-row')].map(row => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
          return rows.length > 3 && rows.every((row, at) => at === 0 || row.top >= rows[at - 1].bottom - 1);
        }
        """;

    [Fact]
    public async Task A_list_reads_on_as_it_is_scrolled_and_draws_only_what_is_seen()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: "/enterprises");
        var scroll = visitor.Page.Locator(".list-scroll");
        await Expect(visitor.Page.Locator(".list-row").First).ToBeVisibleAsync();
        for (var read = 0; read < 4; read++)
        {
            var height = await scroll.EvaluateAsync<double>("list => { list.scrollTop = list.scrollHeight; return list.scrollHeight; }");
            await visitor.Page.WaitForFunctionAsync("height => document.querySelector('.list-scroll').scrollHeight > height", height);
        }

        await Expect(visitor.Page.Locator(".list-row").Nth(4)).ToBeVisibleAsync();
        Assert.InRange(await visitor.Page.Locator(".list-row").CountAsync(), 5, 60);
    }

    [Fact]
    public async Task An_enterprise_is_found_by_name_and_shows_what_was_known_on_a_past_day()
    {
        await using var visitor = await demonstration.SignInAsync("officer");
        var name = await visitor.FirstAsync("rectifications(first: 1)", "number") is { } number
            ? (await visitor.AskAsync($"{{ rectification(number: \"{number}\") {{ enterprise {{ name }} }} }}")).GetProperty("rectification").GetProperty("enterprise").GetProperty("name").GetString()!
            : "";
        // By the keys alone; Enter without a choice shows all that is found.
        await visitor.Page.Keyboard.PressAsync("Control+k");
        await Expect(visitor.Page.GetByLabel("查找", new() { Exact = true })).ToBeFocusedAsync();
        await visitor.Page.GetByLabel("查找", new() { Exact = true }).FillAsync(name);
        await Expect(visitor.Page.Locator(".search-found [role='option']").First).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        await visitor.SettleAsync();
        await Expect(visitor.Page.GetByText("责令整改").First).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "历史状态" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel).GetByText("存续")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_auditor_checks_the_chain_of_an_entry_s_subject()
    {
        await using var visitor = await demonstration.SignInAsync("auditor", at: "/administration/journal");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "核验日志链" }).First.ClickAsync();
        await Expect(visitor.Page.GetByText("日志链完整")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Eight_windows_of_one_session_are_all_served_and_all_see_a_change_and_another_reads_on_when_the_first_is_closed()
    {
        // A browser opens six connections to one host; a stream for each window would leave none for anything else.
        await using var visitor = await demonstration.SignInAsync("section-head");
        var number = await visitor.FirstAsync("licences(first: 1, where: { status: { eq: ACTIVE }, mustApplyBy: { gte: \"2028-01-01\" }, kind: { eq: FOOD_PRODUCTION_LICENCE } }, order: [{ number: DESC }])", "number");
        var windows = new List<IPage> { visitor.Page };
        while (windows.Count < 8)
        {
            windows.Add(await visitor.Context.NewPageAsync());
            await windows[^1].GotoAsync($"/licences/{number}");
            await Expect(windows[^1].Locator(".ant-descriptions").GetByText("有效", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(windows[^1].GetByText("实时更新", new() { Exact = true })).ToBeVisibleAsync();
        }

        await visitor.GiveAsync(
            $"suspendLicence(input: {{ number: \"{number}\", until: \"2027-06-30\", case: \"沪市监罚〔2026〕31号\", reason: \"抽样检验不合格\", basis: \"工业产品生产许可证管理条例 第四十五条\" }})");
        foreach (var window in windows.Skip(1))
        {
            await Expect(window.Locator(".ant-descriptions").GetByText("暂扣", new() { Exact = true })).ToBeVisibleAsync();
        }

        // The first window reads for all.
        await windows[0].CloseAsync();
        await visitor.GiveAsync($"reinstateLicence(input: {{ number: \"{number}\", reason: \"已整改\", basis: \"工业产品生产许可证管理条例 第四十五条\" }})");
        foreach (var window in windows.Skip(1))
        {
            await Expect(window.Locator(".ant-descriptions").GetByText("有效", new() { Exact = true })).ToBeVisibleAsync();
        }
    }
}
