using Microsoft.Playwright;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>A command's form on the page that somebody looks at, filled in by the labels that he reads.</summary>
internal sealed class CommandDialog
{
    private readonly Visitor _visitor;

    private CommandDialog(Visitor visitor) => _visitor = visitor;

    /// <summary>The form.</summary>
    public ILocator Box => _visitor.Page.GetByRole(AriaRole.Dialog);

    /// <summary>Opens the form of a command that the page offers, as a button or under one.</summary>
    public static async Task<CommandDialog> OpenAsync(Visitor visitor, string command)
    {
        var extra = visitor.Page.Locator(".page-extra");
        await Expect(extra.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        var button = extra.GetByRole(AriaRole.Button, new() { Name = command, Exact = true });
        if (await button.CountAsync() == 0)
        {
            await extra.GetByRole(AriaRole.Button, new() { NameRegex = new("其他手续|办理") }).ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = command, Exact = true }).ClickAsync();
        }
        else
        {
            await button.ClickAsync();
        }

        var opened = new CommandDialog(visitor);
        await Expect(opened.Box).ToBeVisibleAsync();
        return opened;
    }

    /// <summary>Types into a field.</summary>
    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>Gives a day.</summary>
    public async Task FillDayAsync(string label, DateOnly day)
    {
        await Field(label).FillAsync($"{day:yyyy-MM-dd}");
        await Field(label).PressAsync("Enter");
    }

    /// <summary>Chooses what a list offers under these words.</summary>
    public Task ChooseAsync(string label, string words) => ChooseAsync(_visitor, Field(label), words);

    /// <summary>Chooses in any list that can be searched, by its keys: what is offered moves while it is narrowed down, and a click would miss it.</summary>
    public static async Task ChooseAsync(Visitor visitor, ILocator list, string words)
    {
        await list.ClickAsync();
        await list.FillAsync(words);
        // Another list may still be closing.
        await Expect(visitor.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option-active").Filter(new() { HasText = words }).First).ToBeVisibleAsync();
        await list.PressAsync("Enter");
        // A list of several stays open, above the fields below it.
        await list.BlurAsync();
    }

    /// <summary>Says why, and by which law.</summary>
    public async Task FillReasonAsync(string reason, string basis = "工业产品生产许可证管理条例 第四十五条")
    {
        await FillAsync("理由", reason);
        await FillAsync("法律依据", basis);
    }

    /// <summary>Gives the command.</summary>
    public Task SubmitAsync() => Box.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();

    /// <summary>Gives the command, and expects that it is done.</summary>
    public async Task DoAsync()
    {
        await SubmitAsync();
        await Expect(Box).ToHaveCountAsync(0);
    }

    private ILocator Field(string label) => Box.GetByLabel(label, new() { Exact = true });
}
