using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>What somebody does at a desk with many things at once: lists narrowed down to one's own, several rows given to others, a notice
/// pasted and loaded, and what the law says of a field.</summary>
[Collection<Doing>]
public sealed class DeskTests(Demonstration demonstration)
{
    [Fact]
    public async Task Several_inspections_are_assigned_at_once()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        string[] numbers = [await visitor.PlanInspectionAsync(), await visitor.PlanInspectionAsync()];
        await visitor.GoAsync("/inspections?unassigned=1&order=number.DESC");
        foreach (var number in numbers)
        {
            await visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"选择 {number}", Exact = true }).CheckAsync();
        }

        await Expect(visitor.Page.GetByText("已选 2 条")).ToBeVisibleAsync();
        var form = await CommandDialog.OpenAsync(
            visitor, DashboardForms.TitleOf("assignInspectionOfficers"), visitor.Page.Locator(".list-tools"));
        await form.ChooseAsync("执法人员", "officer-2");
        await form.ChooseAsync("执法人员", "officer-3");
        await form.FillReasonAsync("按分工安排");
        await form.DoAsync();
        foreach (var number in numbers)
        {
            var asked = await visitor.AskAsync($"{{ inspection(number: \"{number}\") {{ officerNames }} }}");
            Assert.Equal(
                ["officer-2", "officer-3"],
                asked.GetProperty("inspection").GetProperty("officerNames").EnumerateArray().Select(name => name.GetString()));
            await Expect(visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"选择 {number}", Exact = true })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_list_is_narrowed_down_to_one_s_own()
    {
        await using var visitor = await demonstration.SignInAsync("officer", at: "/cases?view=list");
        var asked = "cases(first: 1, where: { officerNames: { some: { eq: \"officer\" } } }) { totalCount }";
        var mine = (await visitor.AskAsync($"{{ {asked} }}")).GetProperty("cases").GetProperty("totalCount").GetInt32();
        Assert.True(mine > 0, "The officer has no case.");
        await Expect(visitor.Page.Locator(".list-state")).Not.ToHaveTextAsync($"共 {mine} 条");
        var box = visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = "我的", Exact = true });
        // The address says whether it is checked, so it is a moment later than the press.
        await box.ClickAsync();
        await Expect(box).ToBeCheckedAsync();
        await Expect(visitor.Page.Locator(".list-state")).ToHaveTextAsync($"共 {mine} 条");
        Assert.Contains("officer=officer", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_of_holidays_is_pasted_looked_at_and_loaded()
    {
        var year = Today.Year + 2;
        var text = $"""
            国务院办公厅关于{year}年部分节假日安排的通知
            国办发明电〔{year - 1}〕7号
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            经国务院批准，现将{year}年元旦、清明节放假调休日期的具体安排通知如下。
            一、元旦：1月1日（{Weekday(1, 1)}）至3日（{Weekday(1, 3)}）放假调休，共3天。
            二、清明节：4月4日（{Weekday(4, 4)}）放假，共1天。
            """;

        string Weekday(int month, int day) => $"周{"日一二三四五六"[(int)new DateOnly(year, month, day).DayOfWeek]}";

        await using var visitor = await demonstration.SignInAsync("admin", at: "/administration/calendar");
        await visitor.Page.GetByLabel("通知全文").FillAsync(text);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "读取" }).ClickAsync();
        await Expect(visitor.Page.Locator(".plain-table").GetByText("元旦")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".plain-table")).ToContainTextAsync($"{year}-01-03");
        var load = visitor.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = DashboardForms.TitleOf("loadWorkingYear") });
        await load.ClickAsync();
        await (await CommandDialog.OpenedAsync(visitor)).DoAsync();
        // What was loaded is asked for no longer.
        await Expect(visitor.Page.GetByLabel("通知全文")).ToHaveValueAsync("");
        await visitor.GoAsync("/administration/calendar");
        await visitor.Page.Locator(".page-extra").GetByRole(AriaRole.Combobox).ClickAsync();
        await visitor.Page.GetByTitle($"{year}", new() { Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByText($"{year} 年安排已载入")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task What_the_law_refuses_of_a_field_is_told_at_that_field(int width)
    {
        await using var visitor = await demonstration.SignInAsync("section-head", width, at: null);
        await visitor.GoAsync(await Tour.PathAsync(visitor, "enterprise"));
        var form = await CommandDialog.OpenAsync(visitor, DashboardForms.TitleOf("planInspection"));
        await form.FillInAsync(
            "planInspection", Today, new Dictionary<string, string> { ["plannedOn"] = $"{Today.AddDays(-1):yyyy-MM-dd}" });
        await form.SubmitAsync();
        // The day is the law's to refuse: the form does not know it.
        var day = form.Box.Locator(".ant-form-item").Filter(new() { Has = visitor.Page.Locator("label[title='计划日']") });
        await Expect(day.Locator(".ant-form-item-explain-error")).ToBeVisibleAsync();
        await Expect(form.Box.Locator(".ant-form-item-explain-error")).ToHaveCountAsync(1);
        await Expect(form.Box.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
    }
}
