using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>What Today counts is what its lists show, and what waits for somebody is on it.</summary>
[Collection<Looking>]
public sealed partial class TodayTests(Demonstration demonstration)
{
    private const string FilingOfTheSection =
        "awaits: { eq: FILING_DECISION }, pendingApprovals: { any: false }, section: { eq: \"SUPERVISION\" }";

    private const string HeldByTheOfficer =
        "awaits: { in: [INVESTIGATION, RIGHTS_NOTICE, PARTY_ANSWER, CRIME_TRANSFER, SERVICE, EXECUTION, JUDGMENT] }, "
        + "holders: { some: { eq: \"officer\" } }";

    public static TheoryData<string> Everybody => ["officer", "section-head", "legal", "leader", "hotline", "auditor", "admin", "liaison"];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_figure_of_today_is_the_total_of_the_list_that_it_opens(string user)
    {
        await using var visitor = await demonstration.SignInAsync(user);
        await visitor.HasNoFaultAsync();
        await Expect(visitor.Page.Locator(".not-loaded, .instead")).ToHaveCountAsync(0);
        await visitor.PictureAsync($"today-{user}");
        var sides = visitor.Page.Locator(".page-extra .ant-segmented-item");
        var figures = await FiguresAsync(visitor);
        for (var side = 0; side < await sides.CountAsync(); side++)
        {
            await sides.Nth(side).ClickAsync();
            await visitor.SettleAsync();
            figures.AddRange(await FiguresAsync(visitor));
        }

        foreach (var (name, total, path) in figures.Distinct())
        {
            await visitor.GoOnAsync(path);
            var state = visitor.Page.Locator(".list-state, .filters [role=status]");
            await Expect(state).ToContainTextAsync("共");
            Assert.Equal((user, name, $"共 {total}"), (user, name, Total().Match(await state.InnerTextAsync()).Value));
        }

        // Whoever sees no list of the bureau's still has a page.
        Assert.True(figures.Count > 0 || user == "liaison", "There is no figure.");
    }

    [Theory]
    [InlineData("legal", "待法制审核的案件", "awaits: { eq: LEGAL_REVIEW }", "awaitedBy", "通过审核")]
    [InlineData("section-head", "待决定是否立案的线索", FilingOfTheSection, "nearestBy", "立案")]
    [InlineData("officer", "我承办的案件", HeldByTheOfficer, "nearestBy", null)]
    public async Task What_waits_for_a_role_is_on_today_with_its_count_the_nearest_first_and_opens_where_the_step_is_taken(
        string user, string group, string where, string dated, string? step)
    {
        await using var visitor = await demonstration.SignInAsync(user);
        var asked = $"cases(first: 1, where: {{ {where} }}, order: [{{ {dated}: ASC }}]) {{ totalCount nodes {{ title number {dated} }} }}";
        var cases = (await visitor.AskAsync($"{{ {asked} }}")).GetProperty("cases");
        Assert.True(cases.GetProperty("totalCount").GetInt32() > 0, $"The demonstration has none of these: {where}");
        var list = visitor.Page.Locator(".work-lists li").Filter(new() { HasText = group });
        var total = cases.GetProperty("totalCount").GetInt32().ToString(CultureInfo.InvariantCulture);
        await Expect(list.Locator(".ant-tag")).ToHaveTextAsync(total);
        await list.GetByRole(AriaRole.Button).ClickAsync();
        var first = visitor.Page.Locator(".waiting .table-row").First;
        await Expect(first.Locator(".work-subject a")).ToHaveTextAsync(cases.GetProperty("nodes")[0].GetProperty("title").GetString()!);
        // It says which term it is dated by.
        await Expect(first.Locator(".due-term")).Not.ToBeEmptyAsync();
        await first.Locator(".work-step").ClickAsync();
        var dialog = visitor.Page.Locator(".ant-modal[role=dialog]");
        await Expect(dialog).ToBeVisibleAsync();
        if (step is not null)
        {
            await Expect(dialog.Locator(".ant-modal-title")).ToHaveTextAsync(step);
        }

        // The address asked for the form once: whoever comes back to it sees the page.
        Assert.DoesNotContain("do=", visitor.Page.Url, StringComparison.Ordinal);
    }

    public static TheoryData<string, int> WhoHasWork => new(
        from user in (string[])["officer", "section-head", "legal", "leader", "liaison"]
        from width in (int[])[Phone, Wide]
        select (user, width));

    [Theory]
    [MemberData(nameof(WhoHasWork))]
    public async Task The_first_piece_of_work_is_seen_at_once_and_its_step_is_one_click_away(string user, int width)
    {
        await using var visitor = await demonstration.SignInAsync(user, width, at: null, hasTouch: width == Phone);
        var hand = await Hand.OfAsync(visitor);
        await visitor.GoAsync("/");
        var rows = visitor.Page.Locator(width == Phone ? ".work-rows > li" : ".waiting .table-row");
        await Expect(rows.First).ToBeInViewportAsync(new() { Ratio = 1 });
        await visitor.PictureAsync($"today-{user}-{width}");
        await visitor.HasNoFaultAsync();

        // The nearest day first; what has none comes last.
        var days = new List<string>();
        foreach (var row in await rows.AllAsync())
        {
            var day = row.Locator(".due .quiet");
            days.Add(await day.CountAsync() == 0 ? "9" : await day.InnerTextAsync());
        }

        Assert.Equal(days.Order(StringComparer.Ordinal), days);

        await hand.PressAsync(rows.First.Locator(".work-step"));
        await Expect(visitor.Page.Locator(".ant-modal[role=dialog], .record").First).ToBeVisibleAsync();
        MainTask.Took("What is due first opened", width, await hand.PressesAsync());
        await visitor.PictureAsync($"first-step-{user}-{width}");
    }

    [Theory]
    [InlineData("admin", "系统自检")]
    [InlineData("auditor", "系统自检")]
    [InlineData("leader", "全面检查覆盖")]
    [InlineData("leader", "在办的移送")]
    [InlineData("section-head", "逾期未办")]
    [InlineData("liaison", "最新动态")]
    public async Task Each_role_has_the_pictures_that_concern_it(string user, string title)
    {
        await using var visitor = await demonstration.SignInAsync(user, Phone);
        await Expect(visitor.Page.Locator(".card-title").GetByText(title, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".not-loaded")).ToHaveCountAsync(0);
        await visitor.HasNoFaultAsync();
    }

    [Fact]
    public async Task The_hotline_records_a_lead_from_the_first_page()
    {
        await using var visitor = await demonstration.SignInAsync("hotline", Phone);
        await visitor.Page.Locator(".page-extra").GetByRole(AriaRole.Button, new() { Name = "登记线索", Exact = true }).ClickAsync();
        await Expect(visitor.Page.Locator(".ant-modal[role=dialog]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_late_leads_to_all_of_it()
    {
        await using var visitor = await demonstration.SignInAsync("section-head");
        var late = (await visitor.AskAsync("{ openWork(first: 1, section: \"SUPERVISION\", late: true) { totalCount nodes { number } } }"))
            .GetProperty("openWork");
        var card = visitor.Page.Locator(".card").Filter(new() { Has = visitor.Page.Locator(".card-title").GetByText("逾期未办") });
        await card.Locator(".card-extra a").ClickAsync();
        await Expect(visitor.Page.Locator(".list-state")).ToContainTextAsync($"共 {late.GetProperty("totalCount").GetInt32()} 条");
        var first = visitor.Page.Locator(".list-row").First;
        await Expect(first).ToContainTextAsync(late.GetProperty("nodes")[0].GetProperty("number").GetString()!);
        await Expect(first).ToContainTextAsync("逾期");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SHUANGDA-2O26")]
    public async Task One_sweep_inspection_without_a_campaign_or_with_a_slip_in_it_leaves_the_coverage_as_it_is(string? campaign)
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: "/inspections?view=coverage");
        var title = visitor.Page.Locator(".cards-grid .card-title").First;
        var before = await title.InnerTextAsync();
        Assert.Equal(await visitor.FirstAsync("campaigns(first: 1)", "name"), before);
        var enterprise = await visitor.FirstAsync("enterprises(first: 1, where: { status: { eq: ACTIVE } })", "creditCode");
        var named = campaign is null ? "" : $", campaign: \"{campaign}\"";
        await visitor.GiveAsync(
            $"planInspection(input: {{ enterpriseCreditCode: \"{enterprise}\", basis: SWEEP, plannedOn: \"{Today.AddYears(1):yyyy-MM-dd}\"{named} }})");

        await visitor.GoAsync("/inspections?view=coverage");
        await Expect(title).ToHaveTextAsync(before);
        if (campaign is not null)
        {
            // Whoever wants to see another campaign chooses it, and finds it again at the address.
            await visitor.Page.GetByLabel("专项行动").ClickAsync();
            await visitor.Page.Locator(".ant-select-item-option").GetByText($"{campaign}（全面检查 1 次，已记录 0 次）").ClickAsync();
            await Expect(title).ToHaveTextAsync(campaign);
            await visitor.Page.ReloadAsync();
            await Expect(title).ToHaveTextAsync(campaign);
            await visitor.HasNoFaultAsync();
        }

        await visitor.PictureAsync("coverage");
    }

    [Fact]
    public async Task Pages_open_of_what_says_no_more_than_it_must()
    {
        await using var visitor = await demonstration.SignInAsync("admin", at: null);
        await using var head = await demonstration.SignInAsync("section-head", at: null);
        var code = InventedCredit.CodeOf(77);
        await head.GiveAsync($"registerEnterprise(input: {{ creditCode: \"{code}\", name: \"空白厂（虚构）\" }})");
        await head.GiveAsync($"planInspection(input: {{ enterpriseCreditCode: \"{code}\", basis: SWEEP, plannedOn: \"{Today.AddDays(3):yyyy-MM-dd}\" }})");
        await head.GiveAsync(
            $"orderRectification(input: {{ enterpriseCreditCode: \"{code}\", requirements: [\"改正\"], reason: \"不符合\", basis: \"行政处罚法 第二十八条\" }})");
        await head.GiveAsync(
            $"recordLead(input: {{ title: \"空白案\", violation: UNLICENSED_PRODUCTION, source: REPORT, receivedOn: \"{Today:yyyy-MM-dd}\", facts: \"举报\", partyName: \"某人\", partyKind: PERSON }})");
        string[] pages =
        [
            "/", $"/enterprises/{code}", "/inspections", "/inspections?view=coverage", "/rectifications", "/cases?view=list", "/cases?view=board", "/case-statistics", "/open-work?officer=admin", "/administration/journal",
            $"/inspections/{await visitor.FirstAsync($"inspections(first: 1, where: {{ enterprise: {{ creditCode: {{ eq: \"{code}\" }} }} }})", "number")}",
            $"/inspections/{await visitor.FirstAsync($"inspections(first: 1, where: {{ enterprise: {{ creditCode: {{ eq: \"{code}\" }} }} }})", "number")}/record",
            $"/rectifications/{await visitor.FirstAsync($"rectifications(first: 1, where: {{ enterprise: {{ creditCode: {{ eq: \"{code}\" }} }} }})", "number")}",
            $"/cases/{await visitor.FirstAsync("cases(first: 1, where: { title: { eq: \"空白案\" } })", "number")}",
        ];
        foreach (var page in pages)
        {
            await visitor.GoOnAsync(page);
            await Expect(visitor.Page.Locator(".instead, .not-loaded")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task The_board_leads_to_the_list_of_the_section_that_it_shows()
    {
        await using var visitor = await demonstration.SignInAsync("leader", at: "/cases?view=board&section=SUPERVISION");
        await Expect(visitor.Page.Locator(".board-column > a").First).ToBeVisibleAsync();
        foreach (var link in await visitor.Page.Locator(".board-column > a").AllAsync())
        {
            Assert.Contains("section=SUPERVISION", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        }
    }

    private static async Task<List<(string Name, string Total, string Path)>> FiguresAsync(Visitor visitor)
    {
        var found = new List<(string, string, string)>();
        foreach (var figure in await visitor.Page.Locator(".today-figures .figure").AllAsync())
        {
            var total = await figure.Locator("b").InnerTextAsync();
            found.Add(((await figure.InnerTextAsync()).Replace(total, "", StringComparison.Ordinal).Trim(), total, (await figure.GetAttributeAsync("href"))!));
        }

        foreach (var group in await visitor.Page.Locator(".work-lists a").AllAsync())
        {
            var total = await group.Locator(".ant-tag").InnerTextAsync();
            found.Add(((await group.InnerTextAsync()).Replace(total, "", StringComparison.Ordinal).Trim(), total, (await group.GetAttributeAsync("href"))!));
        }

        return found;
    }

    [GeneratedRegex(@"共 [\d,]+")]
    private static partial Regex Total();
}
