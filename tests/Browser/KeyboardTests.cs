using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>
/// What each role comes for every day, by the keys alone: everything is reached by Tab in the order in which it is read, where one is can
/// be seen, and a dialog holds whoever is in it until it is left.
/// </summary>
[Collection<Doing>]
public sealed class KeyboardTests(Demonstration demonstration, People people) : IClassFixture<People>
{
    // More stops than any page has before what its first screen is about.
    private const int MostStops = 80;

    private const string IsWithin = "dialog => dialog.contains(document.activeElement) || document.activeElement === document.body";

    [Fact]
    public async Task What_is_due_first_is_opened()
    {
        await using var visitor = await demonstration.SignInAsync("officer");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeFocusedAsync();
        await SeesWhereAsync(visitor);
        await visitor.Page.Keyboard.PressAsync("Enter");

        var first = visitor.Page.Locator(".waiting .table-row").First.GetByRole(AriaRole.Link).First;
        var name = await first.InnerTextAsync();
        await TabToAsync(visitor, first);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(name);
        await Expect(first).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_inspection_is_recorded_with_its_items()
    {
        await using var visitor = await demonstration.SignInAsync("officer-2", at: null);
        var number = await visitor.PlanInspectionAsync(Today, "officer-2", "officer-3");
        await visitor.GoAsync($"/inspections/{number}/record");
        var items = visitor.Page.Locator(".check");
        await Expect(items.First).ToBeVisibleAsync();

        // The first item by its choices, the others at once.
        await TabToAsync(visitor, items.First.GetByRole(AriaRole.Radio).First);
        await visitor.Page.Keyboard.PressAsync("Space");
        await Expect(items.First.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        await TabToAsync(visitor, items.Nth(1).GetByRole(AriaRole.Radio).First);
        await visitor.Page.Keyboard.PressAsync("Space");
        await TabToAsync(visitor, visitor.Page.GetByRole(AriaRole.Button, new() { Name = "其余全部符合" }));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByTitle("未发现问题", new() { Exact = true })).ToBeVisibleAsync();
        await TabToAsync(visitor, visitor.Page.GetByLabel("检查情况"), "Shift+Tab");
        await visitor.Page.Keyboard.PressAsync("Control+a");
        await visitor.Page.Keyboard.TypeAsync("生产条件持续符合要求");
        await TabToAsync(visitor, visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "拒绝签名" }));
        await visitor.Page.Keyboard.PressAsync("Space");
        await TabToAsync(visitor, visitor.Page.GetByLabel("未签名的原因"));
        await visitor.Page.Keyboard.TypeAsync("当事人对检查有异议");
        await TabToAsync(visitor, visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByText("检查记录已提交")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_proposed_is_approved_and_the_dialog_holds_whoever_is_in_it()
    {
        var made = new Made(user => people.AsAsync(user, Wide));
        await made.ProposeFilingAsync(await made.LeadAsync("键盘待批案"));
        await using var visitor = await demonstration.SignInAsync("leader");

        await TabToAsync(visitor, visitor.Page.Locator("a.work-step[href*='do=approveCaseStep']").First);
        await visitor.Page.Keyboard.PressAsync("Enter");
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await HoldsAsync(visitor, form);
        await TabToAsync(visitor, form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByText("批准：已办理")).ToBeVisibleAsync();
        await Expect(form).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_dialog_that_is_left_leads_back_to_the_button_that_opened_it()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        await visitor.GoAsync(await Tour.PathAsync(visitor, "licence"));
        var button = visitor.Page.Locator(".page-extra").GetByRole(AriaRole.Button).First;
        await TabToAsync(visitor, button);
        await visitor.Page.Keyboard.PressAsync("Enter");
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await HoldsAsync(visitor, form);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(form).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_transfer_is_signed_for_by_the_police()
    {
        var made = new Made(user => people.AsAsync(user, Wide));
        var lead = await made.LeadAsync("键盘移送案");
        await made.ProposeFilingAsync(lead);
        await made.ApproveAsync(lead, 1);
        await made.SendTransferAsync(await made.TransferAsync(lead));
        await using var visitor = await demonstration.SignInAsync("liaison");

        await TabToAsync(visitor, visitor.Page.Locator("a.work-step[href*='do=recordPoliceReceipt']").First);
        await visitor.Page.Keyboard.PressAsync("Enter");
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await HoldsAsync(visitor, form);
        await TabToAsync(visitor, form.GetByLabel("回执编号", new() { Exact = true }));
        await visitor.Page.Keyboard.TypeAsync("澄公收〔演示〕第88号");
        await TabToAsync(visitor, form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator(".lane.police")).ToContainTextAsync("澄公收〔演示〕第88号");
    }

    [Fact]
    public async Task A_figure_of_a_picture_opens_its_list()
    {
        await using var visitor = await demonstration.SignInAsync("leader", at: "/licences?view=chart");
        await TabToAsync(visitor, visitor.Page.GetByRole(AriaRole.Button, new() { Name = "以表格查看" }));
        await visitor.Page.Keyboard.PressAsync("Enter");
        var figure = visitor.Page.Locator(".table-scroll").GetByRole(AriaRole.Link).Last;
        await Expect(figure).ToBeVisibleAsync();
        var many = await figure.InnerTextAsync();
        // Back to the table, which stands before the button.
        await TabToAsync(visitor, figure, "Shift+Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator(".list-state")).ToHaveTextAsync($"共 {many} 条");
    }

    // Goes on by a key until what is meant has the focus; at each stop it is seen where that is.
    private static async Task TabToAsync(Visitor visitor, ILocator meant, string key = "Tab")
    {
        // What a radio button is drawn by is not the button itself, which nobody sees.
        await Expect(meant).ToBeAttachedAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await meant.EvaluateAsync<bool>("it => it === document.activeElement"))
            {
                return;
            }

            await visitor.Page.Keyboard.PressAsync(key);
            await SeesWhereAsync(visitor);
        }

        Assert.Fail($"It is not reached by {MostStops} of {key}: {meant}");
    }

    // What has the focus lies in the window and is marked: itself, or what is drawn for it.
    private static async Task SeesWhereAsync(Visitor visitor)
    {
        var unseen = await visitor.Page.EvaluateAsync<string?>("""
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const box = at.getBoundingClientRect();
              const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const above = (one, levels) => (one && levels > 0 ? [one, ...above(one.parentElement, levels - 1)] : []);
              const around = [at.nextElementSibling, ...above(at, 4)];
              const isMarked = around.some((one) => {
                if (!one) return false;
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
              });
              return isInWindow && isMarked ? null : `${isInWindow ? 'not marked' : 'out of the window'}: ${at.outerHTML.slice(0, 200)}`;
            }
            """);
        Assert.True(unseen is null, unseen);
    }

    // However often one goes on, one stays in the dialog, and comes round to where one was: by way of the browser's own bar, which stands
    // for the page here, and never by what lies under the dialog.
    private static async Task HoldsAsync(Visitor visitor, ILocator dialog)
    {
        await Expect(dialog).ToBeVisibleAsync();
        await dialog.EvaluateAsync(
            "async dialog => { while (!dialog.contains(document.activeElement)) await new Promise(requestAnimationFrame); }");
        var begins = await visitor.Page.EvaluateHandleAsync("() => document.activeElement");
        for (var stop = 0; stop < MostStops; stop++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.True(
                await dialog.EvaluateAsync<bool>(IsWithin),
                "Tab leads out of the dialog.");
            if (await visitor.Page.EvaluateAsync<bool>("begins => begins === document.activeElement", begins))
            {
                return;
            }
        }

        Assert.Fail($"The dialog does not come round in {MostStops} stops.");
    }
}
