using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>What forms have in common: where their refusals are told, and that nothing typed is lost unasked.</summary>
[Collection<Doing>]
public sealed class FormTests(Demonstration demonstration)
{
    private const string TakenUp = "已填入未提交的草稿";
    private const string Question = "有未提交的内容";

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task What_a_form_lacks_is_listed_on_top_in_sight_and_leads_to_its_fields(int width)
    {
        await using var visitor = await demonstration.SignInAsync("officer", width, "/cases");
        var form = await CommandDialog.OpenAsync(visitor, "登记线索");
        await form.SubmitAsync();
        var problems = await VisibleAsync(visitor);
        await problems.GetByRole(AriaRole.Link, new() { Name = "主要事实：必填" }).ClickAsync();
        var facts = form.Box.GetByLabel("主要事实", new() { Exact = true });
        await Expect(facts).ToBeFocusedAsync();
        await Expect(facts).ToBeInViewportAsync();
        await Expect(facts).ToHaveAttributeAsync("aria-invalid", "true");
        await problems.GetByRole(AriaRole.Link, new() { Name = "违法行为：必填" }).ClickAsync();
        await Expect(form.Box.GetByLabel("违法行为", new() { Exact = true })).ToBeFocusedAsync();
        await visitor.HasNoFaultAsync();
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task A_field_that_the_server_refuses_is_named_and_marked(int width)
    {
        await using var visitor = await demonstration.SignInAsync("officer", width, "/enterprises");
        var form = await CommandDialog.OpenAsync(visitor, "登记企业");
        await form.FillAsync("统一社会信用代码", "12345");
        await form.FillAsync("名称", "澄州错码厂（虚构）");
        await form.SubmitAsync();
        var problems = await VisibleAsync(visitor);
        await Expect(problems).ToContainTextAsync("不能办理");
        await problems.GetByRole(AriaRole.Link, new() { NameRegex = new("^统一社会信用代码应为18位") }).ClickAsync();
        var code = form.Box.GetByLabel("统一社会信用代码", new() { Exact = true });
        await Expect(code).ToBeFocusedAsync();
        await Expect(code).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(form.Box.Locator(".ant-form-item-explain-error")).ToHaveCountAsync(1);
        // Whoever puts it right is not told any longer that it is wrong.
        await form.FillAsync("统一社会信用代码", InventedCredit.CodeOf(4000 + width));
        await Expect(form.Box.Locator(".ant-form-item-explain-error")).ToHaveCountAsync(0);
        await form.DoneAsync("registerEnterprise");
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task What_the_law_forbids_is_told_in_sight(int width)
    {
        await using var visitor = await demonstration.SignInAsync("section-head", width, at: null);
        await visitor.GoAsync(await Tour.PathAsync(visitor, "licence"));
        var form = await CommandDialog.OpenAsync(visitor, "恢复许可证");
        await form.FillReasonAsync("整改已经完成");
        await form.SubmitAsync();
        await Expect(await VisibleAsync(visitor)).ToContainTextAsync("暂扣");
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task What_an_inspection_s_record_lacks_is_listed_on_top_and_leads_to_its_items(int width)
    {
        await using var visitor = await demonstration.SignInAsync("officer-2", width, at: null);
        await visitor.GoAsync($"/inspections/{await visitor.PlanInspectionAsync("officer-2", "officer-3")}/record");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        var problems = await VisibleAsync(visitor);
        var links = problems.GetByRole(AriaRole.Link);
        await Expect(links).ToHaveCountAsync(15);
        await links.First.ClickAsync();
        await Expect(visitor.Page.Locator(".check.wrong").First.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await problems.GetByRole(AriaRole.Link, new() { Name = "请填写检查情况" }).ClickAsync();
        await Expect(visitor.Page.GetByLabel("检查情况")).ToBeFocusedAsync();
        await Expect(visitor.Page.GetByLabel("检查情况")).ToHaveAttributeAsync("aria-invalid", "true");
        // A record is signed, or says why not, before it is sent for good.
        await problems.GetByRole(AriaRole.Link, new() { NameRegex = new("^尚无当事人签名") }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "请当事人签名" })).ToBeInViewportAsync();
        await visitor.HasNoFaultAsync();
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task Moving_work_and_signing_in_tell_theirs_in_the_same_way(int width)
    {
        await using var visitor = await demonstration.SignInAsync("section-head", width, "/open-work?officer=officer-4");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转工作" }).ClickAsync();
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await form.GetByRole(AriaRole.Button, new() { Name = "移转工作", Exact = true }).ClickAsync();
        await (await VisibleAsync(visitor)).GetByRole(AriaRole.Link, new() { Name = "依据：必填" }).ClickAsync();
        await Expect(visitor.Page.Locator(".ant-modal").GetByLabel("依据")).ToBeFocusedAsync();

        await using var stranger = await demonstration.VisitAsync(width);
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await (await VisibleAsync(stranger)).GetByRole(AriaRole.Link, new() { Name = "请输入口令" }).ClickAsync();
        await Expect(stranger.Page.GetByLabel("口令", new() { Exact = true })).ToBeFocusedAsync();
    }

    /// <summary>Whoever leaves a choice of several by Tab takes nobody more: what is highlighted in the open list is not chosen.</summary>
    [Fact]
    public async Task Tab_leaves_a_choice_of_several_as_it_is()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: "/inspections");
        var dialog = await CommandDialog.OpenAsync(visitor, DashboardForms.TitleOf("planInspection"));
        var officers = dialog.Box.Locator(".ant-form-item")
            .Filter(new() { Has = visitor.Page.Locator($"label[title='{FieldLabel("planInspection", "officers")}']") });
        var list = officers.GetByRole(AriaRole.Combobox);
        await list.ClickAsync();
        await list.FillAsync("officer-2");
        await Expect(visitor.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option-active"))
            .ToHaveAttributeAsync("title", "officer-2");
        await list.PressAsync("Enter");
        var chosen = officers.Locator(".ant-select-selection-item");
        await Expect(chosen.And(visitor.Page.GetByTitle("officer-2", new() { Exact = true }))).ToHaveCountAsync(1);
        var many = await chosen.CountAsync();
        await list.PressAsync("ArrowDown");
        await Expect(visitor.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option-active")).ToBeVisibleAsync();
        await list.PressAsync("Tab");
        await Expect(list).Not.ToBeFocusedAsync();
        await Expect(chosen).ToHaveCountAsync(many);
    }

    private static string FieldLabel(string command, string field) =>
        DashboardForms.FieldsOf(command).Single(one => one.Name == field).Label;

    [Theory]
    [InlineData("Escape")]
    [InlineData("取消")]
    [InlineData("Close")]
    [InlineData("back")]
    [InlineData("reload")]
    public async Task What_was_typed_is_asked_about_before_it_goes(string way)
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: "/enterprises");
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "菜单" }).GetByRole(AriaRole.Link, new() { Name = "案件", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "案件", Exact = true })).ToBeVisibleAsync();
        var form = await CommandDialog.OpenAsync(visitor, "登记线索");
        var facts = form.Box.GetByLabel("主要事实", new() { Exact = true });
        await facts.FillAsync("举报人称，该店所售商品标识不实");
        var asked = new TaskCompletionSource<string>();
        var dismissed = Task.CompletedTask;
        visitor.Page.Dialog += (_, dialog) =>
        {
            dismissed = dialog.DismissAsync();
            asked.TrySetResult(dialog.Type);
        };
        switch (way)
        {
            case "Escape":
                await facts.PressAsync("Escape");
                break;
            case "取消":
                await form.Box.GetByRole(AriaRole.Button, new() { Name = way, Exact = true }).ClickAsync();
                break;
            case "Close":
                await form.Box.Locator(".ant-modal-close").ClickAsync();
                break;
            case "back":
                await visitor.Page.EvaluateAsync("() => history.back()");
                break;
            default:
                await visitor.Page.EvaluateAsync("() => setTimeout(() => location.reload())");
                Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
                break;
        }

        if (way != "reload")
        {
            var question = visitor.Page.Locator(".ant-modal").Filter(new() { HasText = Question });
            await Expect(question).ToBeVisibleAsync();
            await question.GetByRole(AriaRole.Button, new() { Name = "继续填写" }).ClickAsync();
            await Expect(question).ToHaveCountAsync(0);
        }

        await Expect(facts).ToHaveValueAsync("举报人称，该店所售商品标识不实");
        Assert.EndsWith("/cases", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_which_nothing_was_typed_closes_unasked()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: "/cases");
        var form = await CommandDialog.OpenAsync(visitor, "登记线索");
        var facts = form.Box.GetByLabel("主要事实", new() { Exact = true });
        await facts.FillAsync("写错了");
        await facts.FillAsync("");
        await facts.PressAsync("Escape");
        await Expect(form.Box).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task A_draft_stands_in_the_form_again_for_the_same_user_alone_and_is_gone_when_the_command_is_done(int width)
    {
        await using var visitor = await demonstration.VisitAsync(width);
        await visitor.SignInAsync("hotline");
        var form = await OpenLeadAsync(visitor);
        await form.FillAsync("案件名称", "某摊点无证生产案");
        await form.FillAsync("主要事实", "热线来电反映，夜间生产");
        await form.Box.GetByLabel("主要事实", new() { Exact = true }).PressAsync("Escape");
        await AnswerAsync(visitor, "留作草稿并离开");
        await Expect(form.Box).ToHaveCountAsync(0);

        // Somebody else at the same device.
        await visitor.Context.ClearCookiesAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.SignInAsync("officer");
        form = await OpenLeadAsync(visitor);
        await form.FillAsync("案件名称", "别人的线索");
        Assert.Equal(["hotline", "officer"], await DraftsAsync(visitor));
        await Expect(visitor.Page.GetByText(TakenUp)).ToHaveCountAsync(0);
        await form.Box.GetByRole(AriaRole.Button, new() { Name = "取消", Exact = true }).ClickAsync();
        await AnswerAsync(visitor, "不保留");
        await Expect(form.Box).ToHaveCountAsync(0);
        Assert.Equal(["hotline"], await DraftsAsync(visitor));

        await visitor.Context.ClearCookiesAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.SignInAsync("hotline");
        form = await OpenLeadAsync(visitor);
        await Expect(visitor.Page.GetByText(TakenUp)).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
        await form.FillAsync("案件名称", "某摊点无证生产肥皂案");
        await Expect(form.Box.GetByLabel("主要事实", new() { Exact = true })).ToHaveValueAsync("热线来电反映，夜间生产");
        await Expect(form.Box.GetByLabel("案件名称", new() { Exact = true })).ToHaveValueAsync("某摊点无证生产肥皂案");
        await form.FillInAsync("recordLead", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime), new Dictionary<string, string>
        {
            ["title"] = "某摊点无证生产肥皂案",
            ["facts"] = "热线来电反映，夜间生产",
            ["partyName"] = "某摊点",
        });
        await form.DoneAsync("recordLead");
        Assert.Empty(await DraftsAsync(visitor));
    }

    [Fact]
    public async Task Signing_out_asks_about_drafts_on_the_device_and_removes_them()
    {
        // A session of its own: the one that is shared goes on for other tests.
        await using var visitor = await demonstration.VisitAsync();
        await visitor.SignInAsync("hotline");
        var form = await OpenLeadAsync(visitor);
        await form.FillAsync("主要事实", "留在本机的内容");
        await visitor.Page.WaitForFunctionAsync(DraftsAre(1));
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();

        await LeaveAsync();
        await visitor.HasNoFaultAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "返回", Exact = true }).ClickAsync();
        Assert.Equal(["hotline"], await DraftsAsync(visitor));
        await LeaveAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "删除草稿并退出", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true })).ToBeVisibleAsync();
        Assert.Empty(await DraftsAsync(visitor));

        async Task LeaveAsync()
        {
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "账户：" }).ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "退出登录" }).ClickAsync();
            await Expect(visitor.Page.GetByText("本机上还有您的1份草稿")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_draft_that_is_not_wanted_is_deleted()
    {
        await using var visitor = await demonstration.SignInAsync("legal", at: null);
        var form = await OpenLeadAsync(visitor);
        await form.FillAsync("主要事实", "不要了");
        await visitor.Page.WaitForFunctionAsync(DraftsAre(1));
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();
        form = await CommandDialog.OpenAsync(visitor, "登记线索");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "删除草稿" }).ClickAsync();
        await Expect(visitor.Page.GetByText(TakenUp)).ToHaveCountAsync(0);
        await visitor.Page.WaitForFunctionAsync(DraftsAre(0));
        await form.Box.Locator(".ant-modal-close").ClickAsync();
        await Expect(form.Box).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task No_password_goes_into_a_draft()
    {
        await using var visitor = await demonstration.SignInAsync("auditor", at: "/");
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^账户：") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "修改口令" }).ClickAsync();
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await form.GetByLabel("新口令", new() { Exact = true }).FillAsync("never-to-be-written-4");
        await form.GetByRole(AriaRole.Button, new() { Name = "取消", Exact = true }).ClickAsync();
        var question = visitor.Page.Locator(".ant-modal").Filter(new() { HasText = Question });
        await Expect(question).ToBeVisibleAsync();
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "留作草稿并离开" })).ToHaveCountAsync(0);
        Assert.Empty(await DraftsAsync(visitor));
        await question.GetByRole(AriaRole.Button, new() { Name = "不保留" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_form_that_is_chosen_by_the_keys_stays_open()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: null);
        await visitor.GoAsync(await Tour.PathAsync(visitor, "enterprise"));
        // The first time it is still being loaded when the key has been pressed.
        for (var time = 0; time < 2; time++)
        {
            var form = await CommandDialog.OpenAsync(visitor, DashboardForms.TitleOf("changeEnterprise"));
            await form.Box.GetByLabel("名称", new() { Exact = true }).PressAsync("Escape");
            await Expect(form.Box).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Whoever_wants_no_motion_sees_dialogs_and_lists_whole_at_once()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: null);
        // A part that is measured before it is shown is prepared like one that moves; it moves from its start on.
        await visitor.Context.AddInitScriptAsync("""
            window.moved = [];
            new MutationObserver((changes) => {
              for (const { target } of changes) if (/-(appear|enter|leave)-(start|active)/.test(target.getAttribute('class'))) window.moved.push(target.getAttribute('class'));
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] });
            """);
        await visitor.GoAsync(await Tour.PathAsync(visitor, "enterprise"));
        var form = await CommandDialog.OpenAsync(visitor, DashboardForms.TitleOf("changeEnterprise"));
        await CommandDialog.ChooseAsync(visitor, form.Box.GetByLabel("产品类别", new() { Exact = true }), "化肥");
        await form.Box.Locator(".ant-modal-close").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "不保留" }).ClickAsync();
        await Expect(form.Box).ToHaveCountAsync(0);
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("() => window.moved"));
    }

    private static string DraftsAre(int many) => $$"""
        () => new Promise((done, failed) => {
          const opening = indexedDB.open('shuangda-forms', 1);
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('form-drafts').objectStore('form-drafts').count();
            all.onsuccess = () => { opening.result.close(); done(all.result === {{many}}); };
          };
        })
        """;

    private static async Task<ILocator> VisibleAsync(Visitor visitor)
    {
        var problems = visitor.Page.Locator(".problems");
        await Expect(problems).ToBeFocusedAsync();
        await Expect(problems.Locator(".ant-alert-title, .ant-alert-message").First).ToBeInViewportAsync();
        return problems;
    }

    private static async Task<CommandDialog> OpenLeadAsync(Visitor visitor)
    {
        await visitor.GoAsync($"/enterprises/{await visitor.FirstAsync("enterprises(first: 1, where: { status: { eq: ACTIVE } }, order: [{ creditCode: ASC }])", "creditCode")}");
        return await CommandDialog.OpenAsync(visitor, "登记线索");
    }

    private static async Task AnswerAsync(Visitor visitor, string answer) =>
        await visitor.Page.Locator(".ant-modal").Filter(new() { HasText = Question }).GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).ClickAsync();

    // Whose drafts lie on the device; asked after everything that the page has asked before.
    private static async Task<string[]> DraftsAsync(Visitor visitor) => await visitor.Page.EvaluateAsync<string[]>("""
        () => new Promise((done, failed) => {
          const opening = indexedDB.open('shuangda-forms', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('form-drafts', { keyPath: ['userName', 'form'] });
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('form-drafts').objectStore('form-drafts').getAll();
            all.onsuccess = () => { opening.result.close(); done(all.result.map(({ userName }) => userName).sort()); };
          };
        })
        """);
}
