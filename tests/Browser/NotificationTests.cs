using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>The bell of every page, and what it leads to.</summary>
[Collection<Doing>]
public sealed class NotificationTests(Demonstration demonstration)
{
    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task What_is_assigned_rings_at_once_and_is_one_click_from_the_bell_and_read_by_it(int width)
    {
        await using var head = await demonstration.SignInAsync("section-head");
        await using var officer = await demonstration.SignInAsync("officer-4", width);
        await ReadAllAsync(officer);
        var bell = officer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^通知，") });
        await officer.GoAsync("/");
        await Expect(bell).ToHaveAccessibleNameAsync("通知，没有未读");

        var number = await head.PlanInspectionAsync("officer-4", "officer-3");
        await Expect(bell).ToHaveAccessibleNameAsync("通知，1 条未读");
        await bell.ClickAsync();
        var told = officer.Page.Locator(".bell-latest .notifications > li");
        await Expect(told).ToHaveCountAsync(1);
        await Expect(told).ToContainTextAsync("新交办");
        await Expect(told).ToContainTextAsync(Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.False(Regex.IsMatch(await told.InnerTextAsync(), "[a-z]{3,}"), await told.InnerTextAsync());
        await officer.HasNoFaultAsync();
        await officer.PictureAsync("bell");
        await told.GetByRole(AriaRole.Link).First.ClickAsync();
        await officer.SettleAsync();
        Assert.EndsWith($"/inspections/{number}", officer.Page.Url, StringComparison.Ordinal);
        await Expect(bell).ToHaveAccessibleNameAsync("通知，没有未读");

        // The server knows what was read: another window knows it too.
        await using var again = await demonstration.SignInAsync("officer-4", width, "/notifications");
        await Expect(again.Page.GetByText("没有未读通知")).ToBeVisibleAsync();
        await again.Page.GetByText("全部", new() { Exact = true }).ClickAsync();
        await Expect(again.Page.Locator(".notifications > li").First).ToContainTextAsync("新交办");
        await again.HasNoFaultAsync();
        await again.PictureAsync("notifications");
    }

    [Fact]
    public async Task Work_that_is_moved_together_is_one_notification_and_everything_can_be_marked_as_read()
    {
        await using var head = await demonstration.SignInAsync("section-head", at: null);
        await using var officer = await demonstration.SignInAsync("officer-4", at: null);
        await ReadAllAsync(officer);
        string[] items =
        [
            await head.PlanInspectionAsync("officer-3", "officer-2"),
            await head.PlanInspectionAsync("officer-3", "officer-2"),
        ];
        await head.AskAsync(
            "mutation { moveOfficerWork(input: { from: \"officer-3\", "
            + $"to: [{{ officer: \"officer-4\", items: [\"{items[0]}\", \"{items[1]}\"] }}], "
            + "reason: \"工作需要\", basis: \"局内分工规定\" }) { moved } }");
        await officer.GoAsync("/notifications");
        var told = officer.Page.Locator(".notifications > li");
        await Expect(told).ToHaveCountAsync(1);
        await Expect(told.GetByRole(AriaRole.Link, new() { Name = "等 2 项" })).ToHaveAttributeAsync("href", "/open-work?officer=officer-4");
        await officer.HasNoFaultAsync();
        await officer.PictureAsync("notifications-together");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "全部标为已读" }).ClickAsync();
        await Expect(officer.Page.GetByText("没有未读通知")).ToBeVisibleAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "通知，没有未读" })).ToBeVisibleAsync();
    }

    private static Task<System.Text.Json.JsonElement> ReadAllAsync(Visitor reader) =>
        reader.AskAsync("mutation { markNotificationsRead(input: { until: \"2100-01-01T00:00:00Z\" }) { unread } }");
}
