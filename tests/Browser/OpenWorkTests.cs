using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>Work that passes from officer to officer and from section to section.</summary>
[Collection<Doing>]
public sealed class OpenWorkTests(Demonstration demonstration)
{
    [Fact]
    public async Task What_moves_is_shown_before_it_moves()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: "/open-work?officer=officer-3");
        var first = visitor.Page.Locator(".list-row").First;
        var number = await first.GetByRole(AriaRole.Link).First.InnerTextAsync();
        await first.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转所选 1 项" }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("确认移转")).ToHaveCountAsync(0);
        await CommandDialog.ChooseAsync(visitor, dialog.GetByRole(AriaRole.Combobox), "officer-4");
        await Expect(dialog.GetByText("可以移转 1 项")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Link, new() { Name = number })).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();

        // Whoever changes to whom it goes sees the other's preview first.
        await CommandDialog.ChooseAsync(visitor, dialog.GetByRole(AriaRole.Combobox), "officer-3");
        await Expect(dialog.GetByText("没有可以移转的事项")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "确认移转 0 项" })).ToBeDisabledAsync();
        await CommandDialog.ChooseAsync(visitor, dialog.GetByRole(AriaRole.Combobox), "officer-4");
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = "确认移转 1 项" });
        await confirm.ClickAsync();
        await Expect(dialog.Locator(".ant-form-item-explain-error").GetByText("理由：必填")).ToBeVisibleAsync();
        await dialog.GetByLabel("理由", new() { Exact = true }).FillAsync("因病休假");
        await dialog.GetByLabel("依据").FillAsync("公务员法 第七十条");
        await confirm.ClickAsync();
        await Expect(visitor.Page.GetByText("已移转 1 项")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".list-row").GetByRole(AriaRole.Link, new() { Name = number })).ToHaveCountAsync(0);
    }

    /// <summary>What somebody ticked moves, also when it is filtered away since; with nothing ticked what is seen moves.</summary>
    [Fact]
    public async Task What_was_filtered_away_moves_only_if_it_was_ticked()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: "/open-work?officer=officer-2");
        var rows = visitor.Page.Locator(".list-row");
        await Expect(rows.Nth(1)).ToBeVisibleAsync();
        var count = await rows.CountAsync();
        var ticked = await rows.Nth(0).GetByRole(AriaRole.Link).First.InnerTextAsync();
        var seen = await rows.Nth(1).GetByRole(AriaRole.Link).First.InnerTextAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转工作", Exact = true })).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("编号、名称或企业").FillAsync(seen);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转所选 1 项" })).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("编号、名称或企业").FillAsync("");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(count);
        await rows.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByLabel("编号、名称或企业").FillAsync(seen);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(1);
        await rows.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转所选 2 项" }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await CommandDialog.ChooseAsync(visitor, dialog.GetByRole(AriaRole.Combobox), "officer-4");
        await Expect(dialog.GetByRole(AriaRole.Link, new() { Name = ticked })).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Link, new() { Name = seen })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_case_is_handed_to_a_section_by_its_name_and_both_see_it()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        var number = await visitor.FirstAsync(
            "cases(first: 1, where: { stage: { eq: INVESTIGATION }, section: { eq: \"SUPERVISION\" } }, order: [{ receivedOn: ASC }])", "number");
        await visitor.GoAsync($"/cases/{number}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "其他手续" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "移交案件" }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await CommandDialog.ChooseAsync(visitor, dialog.GetByLabel("接收科室"), "稽查队");
        await dialog.GetByLabel("文书编号").FillAsync("移交〔演示〕1号");
        await dialog.GetByLabel("理由", new() { Exact = true }).FillAsync("由稽查队办理");
        await dialog.GetByLabel("依据").FillAsync("局内分工规定");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByText("监督与法制科 → 稽查队")).ToBeVisibleAsync();
        foreach (var section in new[] { "INSPECTION", "SUPERVISION" })
        {
            await visitor.GoAsync($"/open-work?view=handovers&section={section}");
            await Expect(visitor.Page.Locator(".table-row").Filter(new() { HasText = number })).ToContainTextAsync("稽查队");
        }
    }
}
