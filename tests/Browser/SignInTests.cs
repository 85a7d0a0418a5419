using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

[Collection<Looking>]
public sealed class SignInTests(Demonstration demonstration)
{
    [Theory]
    [InlineData("admin", "用户", null)]
    [InlineData("leader", "案件", "用户")]
    [InlineData("officer", "检查", "用户")]
    [InlineData("section-head", "责令整改", "用户")]
    [InlineData("legal", "案件统计", "用户")]
    [InlineData("hotline", "企业", "用户")]
    [InlineData("liaison", "移送公安", "案件")]
    [InlineData("auditor", "日志", null)]
    public async Task Each_role_signs_in_to_today_and_is_offered_what_it_may_see(string user, string offered, string? withheld)
    {
        await using var visitor = await demonstration.VisitAsync();
        await visitor.SignInAsync(user);
        var menu = visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "菜单" });
        await Expect(menu.GetByRole(AriaRole.Link, new() { Name = offered, Exact = true })).ToBeVisibleAsync();
        if (withheld is not null)
        {
            await Expect(menu.GetByRole(AriaRole.Link, new() { Name = withheld, Exact = true })).ToHaveCountAsync(0);
        }

        await visitor.SettleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words()
    {
        await using var visitor = await demonstration.VisitAsync();
        await visitor.Page.GetByLabel("用户名").FillAsync("auditor");
        await visitor.Page.GetByLabel("口令", new() { Exact = true }).FillAsync("not-this-one-1");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByText("用户名或口令不正确")).ToBeVisibleAsync();
        await visitor.SignInAsync("auditor");
    }

    [Fact]
    public async Task English_is_the_second_language_and_stays_chosen()
    {
        await using var visitor = await demonstration.SignInAsync("leader");
        await visitor.Page.GetByText("English").First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Today" })).ToBeVisibleAsync();
        await visitor.GoAsync("/cases");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Cases" })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Legal review" })).ToBeVisibleAsync();
    }
}
