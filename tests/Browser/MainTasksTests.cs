using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>
/// What each role comes for every day, in no more presses than docs/dashboard.md allows and says. What is due first is opened in
/// <see cref="TodayTests"/>, an inspection is recorded and ordered put right in <see cref="PhoneInspectionTests"/>.
/// </summary>
[Collection<Doing>]
public sealed class MainTasksTests(Demonstration demonstration, People people) : IClassFixture<People>
{
    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task What_an_inspection_found_becomes_a_lead(int width)
    {
        await using var visitor = await AtWorkAsync("officer", width);
        var hand = await Hand.OfAsync(visitor);
        var number = await visitor.PlanInspectionAsync(Today, "officer", "officer-2");
        await new Made(_ => Task.FromResult(visitor)).RecordFaultAsync(number, "现场发现无证生产的成品三十桶");
        await visitor.GoAsync($"/inspections/{number}");

        await hand.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登记线索", Exact = true }));
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await hand.WriteAsync(form.GetByLabel("案件名称", new() { Exact = true }), $"检查发现无证生产案{width}");
        await hand.ChooseAsync(form.GetByLabel("违法行为", new() { Exact = true }), "无生产许可证");
        await hand.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = $"检查发现无证生产案{width}" })).ToBeVisibleAsync();
        MainTask.Took("A case begun from an inspection", width, await hand.PressesAsync());
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task The_head_approves_what_was_proposed(int width)
    {
        var made = new Made(user => people.AsAsync(user, width));
        await made.ProposeFilingAsync(await made.LeadAsync($"待批案{width}"));
        await using var visitor = await AtWorkAsync("leader", width);
        var hand = await Hand.OfAsync(visitor);
        await visitor.GoAsync("/");

        var first = visitor.Page.Locator("a.work-step[href*='do=approveCaseStep']").First;
        var number = (await first.GetAttributeAsync("href"))!.Split('/', '?')[2];
        var before = await WaitingAsync(visitor, number);
        await hand.PressAsync(first);
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await hand.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await Expect(visitor.Page.GetByText("批准：已办理")).ToBeVisibleAsync();
        MainTask.Took("What was proposed approved", width, await hand.PressesAsync());
        Assert.Equal(before - 1, await WaitingAsync(visitor, number));
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task The_police_sign_for_a_transfer(int width)
    {
        var made = new Made(user => people.AsAsync(user, width));
        var lead = await made.LeadAsync($"移送案{width}");
        await made.ProposeFilingAsync(lead);
        await made.ApproveAsync(lead, 1);
        var number = await made.TransferAsync(lead);
        await made.SendTransferAsync(number);
        await using var visitor = await AtWorkAsync("liaison", width);
        var hand = await Hand.OfAsync(visitor);
        await visitor.GoAsync("/");

        var first = visitor.Page.Locator("a.work-step[href*='do=recordPoliceReceipt']").First;
        await hand.PressAsync(first);
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await hand.WriteAsync(form.GetByLabel("回执编号", new() { Exact = true }), $"澄公收〔演示〕第{width}号");
        await hand.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await Expect(visitor.Page.Locator(".lane.police")).ToContainTextAsync($"澄公收〔演示〕第{width}号");
        MainTask.Took("A transfer received by the police", width, await hand.PressesAsync());
    }

    [Theory]
    [InlineData(Phone, "metrology")]
    [InlineData(Wide, "standards")]
    public async Task The_work_of_an_absent_officer_passes_to_another(int width, string section)
    {
        await using var visitor = await AtWorkAsync($"{section}-head", width);
        var hand = await Hand.OfAsync(visitor);
        await visitor.PlanInspectionAsync($"{section}-1", "inspection-1");
        await visitor.GoAsync($"/open-work?officer={section}-1");

        await hand.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转工作", Exact = true }));
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await hand.ChooseAsync(form.GetByLabel("接办人", new() { Exact = true }), $"{section}-2");
        await hand.WriteAsync(form.GetByLabel("理由", new() { Exact = true }), "因病休假");
        await hand.WriteAsync(form.GetByLabel("依据", new() { Exact = true }), "局内分工规定");
        await visitor.PictureAsync("move-work");
        await hand.PressAsync(form.GetByRole(AriaRole.Button, new() { NameRegex = new("^确认移转") }));
        await Expect(visitor.Page.GetByText("已移转").First).ToBeVisibleAsync();
        MainTask.Took("The work of an absent officer moved", width, await hand.PressesAsync());
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task The_legal_section_passes_a_case(int width)
    {
        var made = new Made(user => people.AsAsync(user, width));
        var number = await made.LeadAsync($"待审案{width}");
        await made.ProposeFilingAsync(number);
        await made.ApproveAsync(number, 1);
        await (await people.AsAsync("officer", width)).GiveAsync(
            $"proposePenalty(input: {{ number: \"{number}\", fineCny: 10000, reason: \"违法事实清楚\", basis: \"第五十七条\" }})");
        await using var visitor = await AtWorkAsync("legal", width);
        var hand = await Hand.OfAsync(visitor);
        await visitor.GoAsync("/");

        // Decisions to publish may be late by the dozen.
        await hand.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "只看：待法制审核的案件", Exact = true }));
        await hand.PressAsync(visitor.Page.Locator("a.work-step[href*='do=passLegalReview']").First);
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await hand.WriteAsync(form.GetByLabel("理由", new() { Exact = true }), "事实清楚，程序合法");
        await hand.WriteAsync(form.GetByLabel("法律依据", new() { Exact = true }), "行政处罚法 第五十八条");
        await hand.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await Expect(visitor.Page.GetByText("通过审核：已办理")).ToBeVisibleAsync();
        MainTask.Took("A case passed by the legal review", width, await hand.PressesAsync());
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task The_hotline_records_what_somebody_told(int width)
    {
        await using var visitor = await AtWorkAsync("hotline", width);
        var hand = await Hand.OfAsync(visitor);
        await visitor.GoAsync("/");

        await hand.PressAsync(visitor.Page.Locator(".page-extra").GetByRole(AriaRole.Button, new() { Name = "登记线索", Exact = true }));
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await hand.WriteAsync(form.GetByLabel("案件名称", new() { Exact = true }), $"来电举报案{width}");
        await hand.ChooseAsync(form.GetByLabel("违法行为", new() { Exact = true }), "无生产许可证");
        await hand.ChooseAsync(form.GetByLabel("线索来源", new() { Exact = true }), "举报");
        await hand.WriteAsync(form.GetByLabel("主要事实", new() { Exact = true }), "来电称该处无证生产");
        await hand.WriteAsync(form.GetByLabel("当事人名称", new() { Exact = true }), "某作坊");
        await hand.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = $"来电举报案{width}" })).ToBeVisibleAsync();
        MainTask.Took("A lead recorded as somebody tells it", width, await hand.PressesAsync());
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task The_auditor_looks_up_what_was_done_to_a_case(int width)
    {
        var number = await new Made(user => people.AsAsync(user, width)).LeadAsync($"查阅案{width}");
        await using var visitor = await AtWorkAsync("auditor", width);
        var hand = await Hand.OfAsync(visitor);
        await visitor.GoAsync("/administration/journal");

        await hand.WriteAsync(visitor.Page.GetByRole(AriaRole.Searchbox).Last, number);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await hand.PressAsync(visitor.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new(number) }).First);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = $"查阅案{width}" })).ToBeVisibleAsync();
        MainTask.Took("What was done to a case looked up", width, await hand.PressesAsync());
    }

    private Task<Visitor> AtWorkAsync(string user, int width) => demonstration.SignInAsync(user, width, at: null, hasTouch: width == Phone);

    // How many steps of a case wait for the head.
    private static async Task<int> WaitingAsync(Visitor visitor, string number) =>
        (await visitor.AskAsync($"{{ case(number: \"{number}\") {{ pendingApprovals }} }}"))
            .GetProperty("case").GetProperty("pendingApprovals").GetArrayLength();
}
