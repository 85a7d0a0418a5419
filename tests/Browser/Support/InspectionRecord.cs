using Microsoft.Playwright;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>The page on which an inspection is recorded.</summary>
internal static class InspectionRecord
{
    private const int Items = 12;

    /// <summary>Waits until the checklist is there whole, and answers each of its items with 符合.</summary>
    public static async Task<ILocator> AllConformAsync(Visitor visitor)
    {
        var checks = visitor.Page.Locator(".check");
        await Expect(checks).ToHaveCountAsync(Items);
        foreach (var item in await checks.AllAsync())
        {
            await item.GetByText("符合", new() { Exact = true }).ClickAsync();
        }

        return checks;
    }

    /// <summary>Has the party sign on the screen.</summary>
    public static async Task SignAsync(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "请当事人签名" }).ClickAsync();
        await visitor.Page.GetByLabel("签名人姓名").FillAsync("周永固");
        await visitor.StillAsync();
        var place = (await visitor.Page.Locator(".signature-pad").BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(place.X + 30, place.Y + 60);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(place.X + 150, place.Y + 130, new() { Steps = 20 });
        await visitor.Page.Mouse.MoveAsync(place.X + 250, place.Y + 50, new() { Steps = 20 });
        await visitor.Page.Mouse.UpAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "确认签名" }).ClickAsync();
        await Expect(visitor.Page.GetByAltText("当事人签名")).ToBeVisibleAsync();
    }

    /// <summary>Says that the party would not sign, and why.</summary>
    public static async Task RefusedToSignAsync(Visitor visitor)
    {
        await visitor.Page.GetByText("拒绝签名", new() { Exact = true }).ClickAsync();
        await visitor.Page.GetByLabel("未签名的原因").FillAsync("当事人对检查有异议");
    }
}
