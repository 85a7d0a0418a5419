using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>A command's form on the page that somebody looks at, filled in by the labels that he reads.</summary>
internal sealed class CommandDialog
{
    private readonly Visitor _visitor;

    private CommandDialog(Visitor visitor) => _visitor = visitor;

    /// <summary>The form. A drawer that it was opened from is a dialog too.</summary>
    public ILocator Box => _visitor.Page.Locator(".ant-modal[role=dialog]");

    /// <summary>Opens the form of a command that the page offers, as a button or under one.</summary>
    /// <param name="visitor">Who looks at the page.</param>
    /// <param name="command">What the command is called.</param>
    /// <param name="within">The part of the page that offers it, or null for the page's head.</param>
    public static async Task<CommandDialog> OpenAsync(Visitor visitor, string command, ILocator? within = null)
    {
        var extra = within ?? visitor.Page.Locator(".page-extra");
        await Expect(extra.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        var button = extra.GetByRole(AriaRole.Button, new() { Name = command, Exact = true });
        if (await button.CountAsync() == 0)
        {
            await extra.GetByRole(AriaRole.Button, new() { NameRegex = new("其他手续|办理") }).ClickAsync();
            // By its key: the list moves with the page under it, and a click would miss it. It can be reached by whoever clicks, too.
            var item = visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = command, Exact = true });
            await Expect(visitor.Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
            if (await item.CountAsync() == 0)
            {
                await visitor.Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^其他阶段的手续") }).PressAsync("Enter");
            }

            await item.FocusAsync();
            await Expect(item).ToBeInViewportAsync();
            await item.PressAsync("Enter");
        }
        else
        {
            await button.ClickAsync();
        }

        return await OpenedAsync(visitor);
    }

    /// <summary>The form that was opened by something else than a command's button.</summary>
    public static async Task<CommandDialog> OpenedAsync(Visitor visitor)
    {
        var opened = new CommandDialog(visitor);
        await Expect(opened.Box).ToBeVisibleAsync();
        return opened;
    }

    /// <summary>The kinds of controls in it, such as texts, days, choices of one and of several.</summary>
    public Task<string[]> ControlsAsync() => Box.EvaluateAsync<string[]>(
        """
        (form) => [...form.querySelectorAll('.ant-form-item-control-input-content > *')].map(({ tagName, classList }) =>
          [tagName, ...[...classList].filter((one) => /^(ant-(input|picker|select|radio|checkbox)|[a-z-]+$)/.test(one))
            .filter((one) => !/^css-|outlined|large|small|focused|open|show-|status/.test(one)).slice(0, 3)].join(' '))
        """);

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
        // Another list may still be closing. People are shown by their names, and found by their user names as well.
        var active = visitor.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option-active");
        await Expect(active.Filter(new() { HasText = words }).Or(active.And(visitor.Page.GetByTitle(words, new() { Exact = true }))).First)
            .ToBeVisibleAsync();
        await list.PressAsync("Enter");
        // A list of several stays open, above the fields below it.
        await list.BlurAsync();
    }

    /// <summary>Fills in what a command's form asks for: the fields that it must have, and those for which something is given; of an enum its value, of a list its parts with | between them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="today">The day for dates that nothing is given for.</param>
    /// <param name="given">What is given, by the field's name.</param>
    public async Task FillInAsync(string command, DateOnly today, IReadOnlyDictionary<string, string> given)
    {
        await Expect(Box.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true })).ToBeVisibleAsync();
        foreach (var field in DashboardForms.FieldsOf(command).Where(one => one.IsRequired || given.ContainsKey(one.Name)))
        {
            var item = Box.Locator(".ant-form-item").Filter(new() { Has = _visitor.Page.Locator($"label[title='{field.Label}']") });
            // What the page knows the form does not ask for.
            if (await item.CountAsync() > 0)
            {
                await FillInAsync(item, field, given.GetValueOrDefault(field.Name), today);
            }
        }
    }

    /// <summary>What stands in its fields, but for passwords, which are kept nowhere: each field's name with what it says.</summary>
    public async Task<string> SaysAsync()
    {
        // A figure is written out with its decimals when its field is left.
        await _visitor.Page.EvaluateAsync("() => document.activeElement.blur()");
        return await Box.EvaluateAsync<string>(Says);
    }

    /// <summary>
    /// Goes on where the page was loaded again in the middle of the form: what the device has kept of it is taken up by itself, and
    /// everything stands there that stood there before.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="before">What stood in the fields.</param>
    public async Task TakeUpAsync(string command, string before)
    {
        try
        {
            await _visitor.Page.WaitForFunctionAsync(
                $"before => ({Says})(document.querySelector('.ant-modal[role=dialog]')) === before", before);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{command}: before the page was loaded again\n{before}\nafter it\n{await SaysAsync()}");
        }
    }

    private const string Says = """
        (form) => JSON.stringify([...form.querySelectorAll('.ant-form-item')].map((item) => [
          item.querySelector('label')?.title,
          ...[...item.querySelectorAll('input:not(.ant-select-input, [type=file], [type=password]), textarea')]
            .map((one) => (/checkbox|radio/.test(one.type) ? one.checked : one.value)),
          ...[...item.querySelectorAll('.ant-select, .ant-picker-multiple')].map((one) => one.innerText),
        ]))
        """;

    /// <summary>Gives the command, and expects that the page says it is done; otherwise tells what the form says.</summary>
    public async Task DoneAsync(string command)
    {
        var done = new Regex($"^{Regex.Escape(DashboardForms.TitleOf(command))}：已(办理|提请审批)$");
        var said = _visitor.Page.Locator(".ant-message").GetByText(done);
        // What was said of the same command just before is not meant.
        await Expect(said).ToHaveCountAsync(0);
        try
        {
            await SubmitAsync();
            await Expect(said).ToBeVisibleAsync();
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException && !_visitor.Page.IsClosed)
        {
            Assert.Fail($"{command}: {string.Join('\n', await Box.AllInnerTextsAsync())}\n{fault.Message}");
        }

        await Expect(Box).ToHaveCountAsync(0);
    }

    private async Task FillInAsync(ILocator item, FormField field, string? given, DateOnly today)
    {
        var input = item.Locator("input, textarea").First;
        switch (field)
        {
            case { Type: "Boolean", IsRequired: true }:
                await item.GetByRole(AriaRole.Radio, new() { Name = given ?? "是" }).CheckAsync();
                break;
            case { Type: "Boolean" }:
                await item.GetByRole(AriaRole.Checkbox).SetCheckedAsync(given == "是");
                break;
            case { Type: "LocalDate", IsList: true }:
                await ChooseDaysAsync(item, today.Year + 1);
                break;
            case { Type: "LocalDate" }:
                await input.FillAsync(given ?? $"{today:yyyy-MM-dd}");
                await input.PressAsync("Enter");
                break;
            case { IsList: true, Longest: > 0 }:
                await input.FillAsync((given ?? "建立进厂检验制度，逐批查验、记录").Replace('|', '\n'));
                break;
            case var chosen when await item.GetByRole(AriaRole.Combobox).CountAsync() > 0:
                await ChooseAllAsync(item, chosen, given);
                break;
            case { Type: "Int" or "Decimal" }:
                await input.FillAsync(given ?? "1");
                break;
            default:
                await input.FillAsync(given ?? (field.Name == "basis" ? "行政处罚法 第五十七条" : "经查明，应当办理"));
                break;
        }
    }

    // By the terms of an enum, the names of sections and agencies, and the user names of people. What is chosen already would be taken out again.
    private async Task ChooseAllAsync(ILocator item, FormField field, string? given)
    {
        string[] choices = DashboardForms.IsEnum(field.Type)
            ? [.. (given ?? DashboardForms.ValuesOf(field.Type).First()).Split('|').Select(value => DashboardForms.TermOf(field.Type, value))]
            // A part of the subject is offered by its number and what it is.
            : field.Type == "Int" ? [.. (given ?? "1").Split('|').Select(number => $"{number}. ")]
            : (given ?? (field.IsList ? "officer-2|officer-3" : "稽查队")).Split('|');
        foreach (var choice in choices)
        {
            if (!field.IsList || await item.GetByText(choice).Or(item.GetByTitle(choice, new() { Exact = true })).CountAsync() == 0)
            {
                await ChooseAsync(_visitor, item.GetByRole(AriaRole.Combobox), choice);
            }
        }
    }

    // Three days in a row, so that a weekday is among them; the panel opens on the month of today.
    private async Task ChooseDaysAsync(ILocator item, int year)
    {
        if (await item.Locator(".ant-picker-selection-item").CountAsync() > 0)
        {
            return;
        }

        await item.Locator(".ant-picker").ClickAsync();
        var panel = _visitor.Page.Locator(".ant-picker-dropdown:visible");
        await panel.Locator(".ant-picker-header-super-next-btn").ClickAsync();
        var cells = panel.Locator($"td.ant-picker-cell-in-view[title^='{year}-']");
        foreach (var place in new[] { 6, 7, 8 })
        {
            await cells.Nth(place).ClickAsync();
        }

        await Box.Locator(".ant-modal-title").ClickAsync();
        await Expect(panel).ToHaveCountAsync(0);
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
