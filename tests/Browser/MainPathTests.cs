using System.Text;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>What people come to each page for, done by them in a browser.</summary>
[Collection<Doing>]
public sealed class MainPathTests(Demonstration demonstration)
{
    [Fact]
    public async Task A_register_is_imported_and_its_rejected_rows_are_given_back_with_reasons()
    {
        await using var visitor = await demonstration.SignInAsync("admin", at: "/administration/imports");
        var register = $"企业名称,统一社会信用代码\n澄州浏览器食品厂（虚构）,{InventedCredit.CodeOf(1)}\n澄州网页家电厂（虚构）,{InventedCredit.CodeOf(2)}\n错码厂,{InventedCredit.CodeOf(3)[..17]}?\n";
        await visitor.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "企业登记簿.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(register) });

        // It is looked at before anything is taken.
        var preview = visitor.Page.GetByRole(AriaRole.Dialog);
        await Expect(preview).ToContainTextAsync("将新建");
        await Expect(preview).ToContainTextAsync("第4行：统一社会信用代码");
        await Expect(preview.GetByRole(AriaRole.Combobox, new() { Name = "“企业名称”读作" })).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
        await preview.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        var row = visitor.Page.Locator(".table-row").Filter(new() { HasText = "企业登记簿.csv" });
        await Expect(row).ToContainTextAsync("完成");
        Assert.Equal(["3", "2", "0", "0", "1"], (await row.GetByRole(AriaRole.Cell).AllInnerTextsAsync()).Skip(3).Take(5));
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => row.Locator("a[download]").ClickAsync());
        Assert.Contains("错码厂", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await visitor.GoAsync($"/enterprises/{InventedCredit.CodeOf(1)}");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "澄州浏览器食品厂（虚构）" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_administrator_makes_an_account_who_must_change_the_first_password()
    {
        await using var visitor = await demonstration.SignInAsync("admin", at: "/administration/users");
        var form = await CommandDialog.OpenAsync(visitor, "建立用户");
        await form.FillAsync("用户名", "newcomer");
        await form.FillAsync("姓名", "白初来（虚构人物）");
        await form.ChooseAsync("角色", "执法人员");
        await form.ChooseAsync("科室", "稽查队");
        await form.FillAsync("口令", "first-day-at-work-9");
        await form.DoAsync();
        await Expect(visitor.Page.Locator(".table-row").Filter(new() { HasText = "白初来" })).ToContainTextAsync("稽查队");

        await using var newcomer = await demonstration.VisitAsync();
        await newcomer.Page.GetByLabel("用户名").FillAsync("newcomer");
        await newcomer.Page.GetByLabel("口令", new() { Exact = true }).FillAsync("first-day-at-work-9");
        await newcomer.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(newcomer.Page.GetByText("首次登录须先修改口令")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_section_is_listed_under_a_name()
    {
        await using var visitor = await demonstration.SignInAsync("admin", at: "/administration/sections");
        var form = await CommandDialog.OpenAsync(visitor, "登记科室");
        await form.FillAsync("代码", "ADVERTISING");
        await form.FillAsync("名称", "广告监管科");
        await form.DoAsync();
        await Expect(visitor.Page.Locator(".table-row").Filter(new() { HasText = "广告监管科" })).ToContainTextAsync("正常");
    }

    [Fact]
    public async Task Enterprises_and_officers_are_drawn_at_random()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: "/inspections");
        var before = await CountAsync(visitor, "inspections");
        var form = await CommandDialog.OpenAsync(visitor, "双随机抽取");
        await form.FillAsync("抽取家数", "2");
        await form.FillDayAsync("计划日", Today.AddDays(30));
        await form.DoAsync();
        Assert.Equal(before + 2, await CountAsync(visitor, "inspections"));
        await Expect(visitor.Page.Locator(".list-row").Filter(new() { HasText = $"{Today.AddDays(30):yyyy-MM-dd}" })).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_lead_becomes_a_case()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: "/cases");
        var lead = await CommandDialog.OpenAsync(visitor, "登记线索");
        await lead.FillAsync("案件名称", "某网店冒用厂名案");
        await lead.ChooseAsync("违法行为", "厂名");
        await lead.ChooseAsync("线索来源", "举报");
        await lead.FillDayAsync("收到日期", Today);
        await lead.FillAsync("主要事实", "举报人提供了购买的样品");
        await lead.FillAsync("当事人名称", "某网店");
        await lead.DoAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "某网店冒用厂名案" })).ToBeVisibleAsync();
        await visitor.SettleAsync();

        var filing = await CommandDialog.OpenAsync(visitor, "立案");
        await filing.FillReasonAsync("有违法事实，属于本局管辖", "行政处罚法 第五十四条");
        await filing.ChooseAsync("办案人员", "officer-2");
        await filing.ChooseAsync("办案人员", "officer-3");
        await filing.DoAsync();

        // It is proposed; the head finds it in the queue and approves it, and the page of who proposed it shows that.
        await Expect(visitor.Page.GetByText("待审批", new() { Exact = true })).ToBeVisibleAsync();
        await using var leader = await demonstration.SignInAsync("leader", at: "/approvals");
        var row = leader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "某网店冒用厂名案" });
        await (await CommandDialog.OpenAsync(leader, "批准", row)).DoAsync();
        await Expect(row).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator(".page-head").GetByText("调查取证")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("期限推算").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_measure_that_was_proposed_is_decided_and_the_licence_suspended()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        var number = await visitor.FirstAsync("rectifications(first: 1, where: { proposedMeasure: { eq: SUSPENSION }, licence: { number: { contains: \"-\" } } })", "number");
        await visitor.GoAsync($"/rectifications/{number}");
        var form = await CommandDialog.OpenAsync(visitor, "决定措施");
        await form.Box.GetByRole(AriaRole.Radio, new() { Name = "是" }).CheckAsync();
        await form.FillDayAsync("暂扣至", Today.AddDays(60));
        await form.FillReasonAsync("逾期未改正");
        await form.FillAsync("案件编号", "澄市监罚〔演示〕900号");
        await form.FillAsync("文书编号", "澄市监扣〔演示〕900号");
        await form.DoAsync();
        await Expect(visitor.Page.Locator(".ant-steps-item:not(li)").Filter(new() { HasText = "暂扣许可证" })).ToContainTextAsync($"{Today:yyyy-MM-dd}");
        var order = (await visitor.AskAsync($"{{ rectification(number: \"{number}\") {{ licence {{ status }} }} }}")).GetProperty("rectification");
        Assert.Equal("SUSPENDED", order.GetProperty("licence").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_police_sign_for_a_transfer_in_their_lane()
    {
        await using var visitor = await demonstration.SignInAsync("liaison", at: null);
        var number = await visitor.FirstAsync("crimeTransfers(first: 1, where: { status: { eq: SENT } })", "number");
        await visitor.GoAsync($"/transfers/{number}");
        var form = await CommandDialog.OpenAsync(visitor, "公安机关签收");
        await form.FillAsync("回执编号", "澄公收〔演示〕099号");
        await form.DoAsync();
        await Expect(visitor.Page.Locator(".lane.police")).ToContainTextAsync("澄公收〔演示〕099号");
    }

    [Fact]
    public async Task A_day_of_the_expiry_calendar_opens_the_licences_that_end_on_it()
    {
        await using var visitor = await demonstration.SignInAsync("leader", at: "/licences?view=calendar");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "下一月" }).ClickAsync();
        // What was shown stays in sight until the next month has come.
        var day = visitor.Page.Locator($".month-cell a[aria-label^='{Today.AddMonths(1):yyyy-MM}']").First;
        var many = (await day.InnerTextAsync()).Split(' ')[0];
        await day.ClickAsync();
        await Expect(visitor.Page.Locator(".list-state")).ToContainTextAsync("条");
        Assert.Contains("from=", visitor.Page.Url, StringComparison.Ordinal);
        // The list says how many there are before it has measured its room and draws them.
        await Expect(visitor.Page.Locator(".list-state")).ToHaveTextAsync($"共 {many} 条");
        await Expect(visitor.Page.Locator(".list-row").First).ToContainTextAsync(visitor.Page.Url[^10..]);
    }

    private static async Task<int> CountAsync(Visitor visitor, string list) => (await visitor.AskAsync($"{{ {list}(first: 1) {{ totalCount }} }}")).GetProperty(list).GetProperty("totalCount").GetInt32();
}
