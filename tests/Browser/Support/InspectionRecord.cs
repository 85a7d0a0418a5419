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
}
