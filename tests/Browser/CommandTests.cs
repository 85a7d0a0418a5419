using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

[Collection<Doing>]
public sealed class CommandTests(Demonstration demonstration)
{
    private const string Active =
        "licences(first: 1, where: { status: { eq: ACTIVE }, kind: { eq: PRODUCTION_LICENCE }, mustApplyBy: { gte: \"2028-01-01\" } }, "
        + "order: [{ number: ASC }])";

    // A licence is suspended by the decision in a case (行政处罚法 第九条).
    private const string Case = "澄市监罚〔演示〕901号";

    private static readonly DateOnly Until = new(2027, 6, 30);

    [Fact]
    public async Task What_the_law_refuses_is_told_in_its_own_words_and_the_form_stays()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        var form = await OpenAsync(visitor, await visitor.FirstAsync(Active, "number"), "恢复许可证");
        await form.FillReasonAsync("整改已经完成");
        await form.SubmitAsync();
        var refused = form.Box.Locator(".ant-alert-error");
        await Expect(refused).ToContainTextAsync("不能办理");
        await Expect(refused).ToContainTextAsync("暂扣");
        await Expect(form.Box.GetByLabel("理由")).ToHaveValueAsync("整改已经完成");
    }

    [Fact]
    public async Task A_double_click_does_it_once_and_another_browser_sees_it_without_reloading()
    {
        await using var officer = await demonstration.SignInAsync("officer", at: null);
        await using var head = await demonstration.SignInAsync("section-head", at: null);
        var number = await head.FirstAsync(Active, "number");
        await officer.GoAsync($"/licences/{number}");
        await Expect(officer.Page.Locator(".ant-descriptions").GetByText("有效", new() { Exact = true })).ToBeVisibleAsync();

        var form = await OpenAsync(head, number, "暂扣许可证");
        await form.FillReasonAsync("抽样检验不合格");
        await form.FillAsync("案件编号", Case);
        await form.FillDayAsync("暂扣至", Until);
        await form.Box.GetByRole(AriaRole.Button, new() { Name = "提交" }).DblClickAsync();
        await Expect(form.Box).ToHaveCountAsync(0);

        await Expect(officer.Page.Locator(".ant-descriptions").GetByText("暂扣", new() { Exact = true })).ToBeVisibleAsync();
        var kinds = (await head.AskAsync($"{{ licence(number: \"{number}\") {{ history(first: 20) {{ nodes {{ kind }} }} }} }}")).ToString();
        Assert.Equal(1, kinds.Split("licence.suspended").Length - 1);
    }

    [Fact]
    public async Task A_form_survives_the_end_of_its_session()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        var number = await visitor.FirstAsync(Active, "number");
        var form = await OpenAsync(visitor, number, "暂扣许可证");
        await form.FillReasonAsync("未按标准组织生产");
        await form.FillAsync("案件编号", Case);
        await form.FillDayAsync("暂扣至", Until);
        await visitor.Context.ClearCookiesAsync();
        await form.SubmitAsync();
        var again = form.Box.Filter(new() { HasText = "登录已失效" });
        await again.GetByLabel("口令", new() { Exact = true }).FillAsync(demonstration.Password);
        await again.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(form.Box).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator(".ant-descriptions").GetByText("暂扣", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Contains("未按标准组织生产", (await visitor.AskAsync($"{{ licence(number: \"{number}\") {{ history(first: 3) {{ nodes {{ summary }} }} }} }}")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_slower_is_shown_what_the_other_did_before_going_on()
    {
        await using var first = await demonstration.SignInAsync("section-head", at: null);
        await using var second = await demonstration.SignInAsync("leader", at: null);
        var number = await first.FirstAsync(Active, "number");
        var slower = await OpenAsync(second, number, "暂扣许可证");
        await slower.FillReasonAsync("后来者");
        await slower.FillAsync("案件编号", Case);
        await slower.FillDayAsync("暂扣至", Until);

        var faster = await OpenAsync(first, number, "提请撤销许可证");
        await faster.FillReasonAsync("先到者认为应当撤销");
        await faster.DoAsync();

        await slower.SubmitAsync();
        await Expect(slower.Box.GetByText("他人已作如下更改")).ToBeVisibleAsync();
        await Expect(slower.Box.GetByText("先到者认为应当撤销").First).ToBeVisibleAsync();
        await slower.Box.GetByRole(AriaRole.Button, new() { Name = "已阅知，按最新情况提交" }).ClickAsync();
        await slower.DoAsync();
    }

    [Fact]
    public async Task A_form_stays_as_it_is_when_what_is_under_it_cannot_be_read_again()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        // From the other end than the other tests take theirs: a withdrawal is requested once.
        var number = await visitor.FirstAsync(Active.Replace("ASC", "DESC", StringComparison.Ordinal), "number");
        var form = await OpenAsync(visitor, number, "暂扣许可证");
        await form.FillReasonAsync("经查不再具备生产条件");
        await visitor.Page.RouteAsync("**/graphql", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/graphql-response+json", Body = """{"errors":[{"message":"服务暂不可用，请稍后重试","extensions":{"code":"UNAVAILABLE"}}]}""" }));
        await visitor.GiveAsync($"requestLicenceWithdrawal(input: {{ number: \"{number}\", reason: \"他人已提请撤销\", basis: \"行政许可法第六十九条\" }})");
        await Expect(visitor.Page.GetByText("未能读取最新情况")).ToBeVisibleAsync();
        await Expect(form.Box.GetByLabel("理由")).ToHaveValueAsync("经查不再具备生产条件");
        await visitor.Page.UnrouteAllAsync();
    }

    [Theory]
    [InlineData("enterprises", "enterprises(first: 1, where: { status: { eq: ACTIVE } }, order: [{ creditCode: ASC }])", "creditCode", "enterprise")]
    [InlineData("inspections", "inspections(first: 1, where: { status: { eq: RECORDED }, result: { eq: NONE } }, order: [{ number: ASC }])", "number", "inspection")]
    public async Task What_an_order_requires_is_written_line_by_line_whatever_punctuation_is_in_it(string page, string list, string name, string of)
    {
        string[] requirements = ["建立进厂检验制度，逐批查验、记录；由专人负责", "Scales are calibrated, checked; and marked"];
        await using var visitor = await demonstration.SignInAsync("officer", at: null);
        var subject = await visitor.FirstAsync(list, name);
        await visitor.GoAsync($"/{page}/{subject}");
        var form = await CommandDialog.OpenAsync(visitor, "责令限期整改");
        await form.FillAsync("整改要求", string.Join("\n\n", requirements));
        await form.FillReasonAsync("生产条件达不到许可要求");
        await form.DoAsync();
        var orders = (await visitor.AskAsync($"{{ rectifications(first: 100, where: {{ {of}: {{ {name}: {{ eq: \"{subject}\" }} }} }}) {{ nodes {{ requirements }} }} }}")).GetProperty("rectifications").GetProperty("nodes");
        Assert.Contains(orders.EnumerateArray(), order => order.GetProperty("requirements").EnumerateArray().Select(one => one.GetString()).SequenceEqual(requirements));
    }

    private static async Task<CommandDialog> OpenAsync(Visitor visitor, string number, string command)
    {
        await visitor.GoAsync($"/licences/{number}");
        return await CommandDialog.OpenAsync(visitor, command);
    }
}
