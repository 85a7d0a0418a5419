using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>A calendar that opens on a phone shows whole weeks and the way to other months.</summary>
[Collection<Looking>]
public sealed class CalendarsOnAPhoneTests(Demonstration demonstration)
{
    [Theory]
    [InlineData("admin", "/administration/calendar", 1)]
    [InlineData("auditor", "/administration/journal", 1)]
    [InlineData("officer", "/licences", 1)]
    [InlineData("leader", "/case-statistics", 1)]
    [InlineData("officer", "record-inspection", 1)]
    [InlineData("admin", "/administration/calendar", 2, "loadWorkingYear")]
    public async Task A_calendar_opens_within_the_window(string user, string page, int calendars, string? command = null)
    {
        await using var visitor = await demonstration.SignInAsync(user, Phone, at: null);
        await visitor.GoAsync(page.StartsWith('/') ? page : await Tour.PathAsync(visitor, page));
        var within = command is null ? visitor.Page.Locator("main")
            : (await CommandDialog.OpenAsync(visitor, DashboardForms.TitleOf(command))).Box;
        var pickers = within.Locator(".ant-picker");
        await Expect(pickers.First).ToBeVisibleAsync();
        Assert.True(await pickers.CountAsync() >= calendars);
        for (var one = 0; one < await pickers.CountAsync(); one++)
        {
            await pickers.Nth(one).ClickAsync(new() { Position = new() { X = 8, Y = 8 } });
            var panel = visitor.Page.Locator(".ant-picker-dropdown:visible");
            await Expect(panel).ToBeVisibleAsync();
            var box = (await panel.Locator(".ant-picker-panel:visible").BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= Phone, $"The calendar stands from {box.X} to {box.X + box.Width}.");

            // To the month before and after, and the first day of a week.
            var title = panel.Locator(".ant-picker-header-view:visible");
            var month = await title.InnerTextAsync();
            await panel.Locator(".ant-picker-header-next-btn:visible").ClickAsync();
            await Expect(title).Not.ToHaveTextAsync(month);
            await panel.Locator(".ant-picker-header-prev-btn:visible").ClickAsync();
            await Expect(title).ToHaveTextAsync(month);
            foreach (var corner in new[] { 0, 34 })
            {
                await panel.Locator("td.ant-picker-cell:visible").Nth(corner).ClickAsync(new() { Trial = true });
            }

            await visitor.Page.Keyboard.PressAsync("Escape");
            await Expect(panel).ToHaveCountAsync(0);
        }
    }
}
