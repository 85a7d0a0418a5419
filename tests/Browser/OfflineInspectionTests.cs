using System.Text;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

[Collection<Doing>]
public sealed class OfflineInspectionTests(Demonstration demonstration)
{
    [Fact]
    public async Task A_record_written_on_a_phone_survives_a_reload_and_a_lost_network_and_is_sent_once()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        var number = await visitor.PlanInspectionAsync("officer", "officer-2");
        await visitor.GoAsync($"/inspections/{number}/record");
        var first = (await InspectionRecord.AllConformAsync(visitor)).First;
        await first.GetByText("不符合", new() { Exact = true }).ClickAsync();
        await first.GetByLabel("情况说明").FillAsync("进厂检验记录缺失");
        await first.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "现场.png", MimeType = "image/png", Buffer = Picture });
        await Expect(visitor.Page.GetByTitle("责令限期整改", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("检查情况").FillAsync("三批原材料没有进厂检验记录");
        await InspectionRecord.RefusedToSignAsync(visitor);
        await NameOfficersAsync(visitor);
        await Expect(visitor.Page.GetByText("草稿已保存在本机")).ToHaveAttributeAsync("aria-busy", "false");
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();
        await Expect(visitor.Page.GetByLabel("检查情况")).ToHaveValueAsync("三批原材料没有进厂检验记录");
        await Expect(visitor.Page.GetByAltText("现场.png")).ToBeVisibleAsync();

        await visitor.Context.SetOfflineAsync(true);
        await Expect(visitor.Page.GetByText("网络已断开")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        await Expect(visitor.Page.GetByText("待发送：网络恢复后自动提交")).ToBeVisibleAsync();
        await visitor.Context.SetOfflineAsync(false);
        await Expect(visitor.Page.GetByText("检查记录已提交")).ToBeVisibleAsync();

        var inspection = (await visitor.AskAsync($"{{ inspection(number: \"{number}\") {{ status summary findings {{ note attachments {{ fileName }} }} history(first: 20) {{ nodes {{ kind }} }} }} }}")).GetProperty("inspection");
        Assert.Equal(("RECORDED", "三批原材料没有进厂检验记录"), (inspection.GetProperty("status").GetString(), inspection.GetProperty("summary").GetString()));
        Assert.Contains("现场.png", inspection.GetProperty("findings").ToString(), StringComparison.Ordinal);
        Assert.Equal(1, inspection.GetProperty("history").ToString().Split("inspection.recorded").Length - 1);
    }

    [Fact]
    public async Task What_the_server_refuses_of_one_item_is_shown_and_linked_at_that_item()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        var number = await visitor.PlanInspectionAsync("officer", "officer-2");
        await visitor.GoAsync($"/inspections/{number}/record");
        var checks = visitor.Page.Locator(".check");
        await Expect(checks).ToHaveCountAsync(12);
        foreach (var item in await checks.AllAsync())
        {
            await item.GetByText("符合", new() { Exact = true }).ClickAsync();
        }

        var third = checks.Nth(2);
        await third.GetByText("不符合", new() { Exact = true }).ClickAsync();
        var note = third.GetByLabel("情况说明");
        await Expect(note).ToHaveAttributeAsync("maxlength", "1000");
        // The field takes no more than the law does; whatever comes by another way, the server finds.
        await note.FillAsync("停产整顿");
        await visitor.Page.RouteAsync("**/graphql", route => route.ContinueAsync(new() { PostData = route.Request.PostDataBuffer is { } sent ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sent).Replace("停产整顿", new string('长', 1500), StringComparison.Ordinal)) : null }));
        await Expect(visitor.Page.GetByTitle("责令限期整改", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("检查情况").FillAsync("管理制度不落实");
        await InspectionRecord.RefusedToSignAsync(visitor);
        await NameOfficersAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        await Expect(third.Locator(".fault")).ToHaveTextAsync("说明：文字过长：1500字，最多1000字");
        await Expect(visitor.Page.Locator(".check.wrong")).ToHaveCountAsync(1);
        var name = await third.Locator(".check-name").InnerTextAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = $"{name}：说明：文字过长：1500字，最多1000字" })).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
    }

    [Fact]
    public async Task A_record_on_a_device_that_keeps_nothing_says_so_and_stays_on_the_page()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        await visitor.Context.AddInitScriptAsync("IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };");
        var number = await visitor.PlanInspectionAsync("officer", "officer-2");
        await visitor.GoAsync($"/inspections/{number}/record");
        await Expect(visitor.Page.Locator(".check")).ToHaveCountAsync(12);
        await visitor.Page.GetByLabel("检查情况").FillAsync("生产条件持续符合要求");
        await Expect(visitor.Page.GetByText("本机不能保存草稿")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("草稿已保存在本机")).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByLabel("检查情况")).ToHaveValueAsync("生产条件持续符合要求");
    }

    private static async Task NameOfficersAsync(Visitor visitor)
    {
        var officers = visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "执法人员" });
        foreach (var name in new[] { "officer", "officer-2" })
        {
            if (await visitor.Page.Locator($".ant-select-selection-item[title='{name}']").CountAsync() == 0)
            {
                await CommandDialog.ChooseAsync(visitor, officers, name);
            }
        }
    }

    // One pixel.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
