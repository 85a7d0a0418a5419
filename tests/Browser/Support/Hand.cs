using Microsoft.Playwright;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>
/// The hand of somebody at a window: a mouse at a desk, a finger on a phone. Every press of it is counted by the pages themselves, so
/// whatever a test does with the pointer counts, and typing does not.
/// </summary>
internal sealed class Hand
{
    private readonly Visitor _visitor;

    private readonly bool _isFinger;

    private Hand(Visitor visitor, bool isFinger) => (_visitor, _isFinger) = (visitor, isFinger);

    /// <summary>Somebody's hand; presses are counted on the pages that are loaded from now on.</summary>
    /// <param name="visitor">Whose.</param>
    public static async Task<Hand> OfAsync(Visitor visitor)
    {
        await visitor.Context.AddInitScriptAsync(
            "addEventListener('pointerdown', () => { sessionStorage.presses = 1 + Number(sessionStorage.presses ?? 0); }, true);");
        return new(visitor, visitor.Page.ViewportSize?.Width == Phone);
    }

    /// <summary>How often it has pressed since this was asked last.</summary>
    public Task<int> PressesAsync() => _visitor.Page.EvaluateAsync<int>(
        "() => { const presses = Number(sessionStorage.presses ?? 0); sessionStorage.presses = 0; return presses; }");

    /// <summary>Presses something.</summary>
    public Task PressAsync(ILocator what) => _isFinger ? what.TapAsync() : what.ClickAsync();

    /// <summary>Writes into a field, which it presses where nobody has led there.</summary>
    public async Task WriteAsync(ILocator field, string text)
    {
        await Expect(field).ToBeVisibleAsync();
        if (!await field.EvaluateAsync<bool>("field => field === document.activeElement"))
        {
            await PressAsync(field);
        }

        await _visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses from a list, which it presses where it does not lie open.</summary>
    public async Task ChooseAsync(ILocator list, string choice)
    {
        // People are shown by their names, and meant by their user names.
        var options = _visitor.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option");
        var named = options.And(_visitor.Page.GetByTitle(choice, new() { Exact = true }));
        var option = options.Filter(new() { HasText = choice }).Or(named).First;
        if (await list.GetAttributeAsync("aria-expanded") != "true")
        {
            await PressAsync(list);
        }

        await Expect(option).ToBeVisibleAsync();
        await _visitor.StillAsync();
        await PressAsync(option);
    }
}
