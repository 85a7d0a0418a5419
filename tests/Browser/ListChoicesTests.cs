using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using ShuangDa.Tests.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>What a person chooses in a list is found again on every device, and stays in no browser.</summary>
[Collection<Looking>]
public sealed class ListChoicesTests(Demonstration demonstration)
{
    [Fact]
    public async Task Chosen_columns_are_there_on_another_device()
    {
        await using var desk = await demonstration.SignInAsync("auditor", at: "/licences");
        await ChooseAsync(desk, isShown: true);
        await Expect(Heading(desk)).ToBeVisibleAsync();
        await Eventually.Until(
            "it is kept", async () => (await KeptAsync(desk)).Contains("hidden-columns/licences", StringComparison.Ordinal));
        var left = await desk.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)");
        Assert.DoesNotContain("columns", left, StringComparison.Ordinal);

        await using var other = await demonstration.SignInAsync("auditor", at: "/licences");
        await Expect(Heading(other)).ToBeVisibleAsync();
        await ChooseAsync(other, isShown: false);
        await Expect(Heading(other)).ToHaveCountAsync(0);
    }

    private static ILocator Heading(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "发证机关" });

    private static async Task<string> KeptAsync(Visitor visitor) => $"{await visitor.AskAsync("{ preferences { name } }")}";

    private static async Task ChooseAsync(Visitor visitor, bool isShown)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "显示列" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = "发证机关" }).SetCheckedAsync(isShown);
        await visitor.Page.Keyboard.PressAsync("Escape");
    }
}
