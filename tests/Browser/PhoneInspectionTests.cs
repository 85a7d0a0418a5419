using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>An inspection as officers make it on the spot: in few presses, signed on the screen, without a network.</summary>
[Collection<Doing>]
public sealed class PhoneInspectionTests(Demonstration demonstration)
{
    private const string Fault = "三批原材料没有进厂检验记录";

    // One pixel.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public async Task Twelve_items_are_recorded_and_signed_and_ordered_put_right_in_few_presses(int width)
    {
        await using var visitor = await demonstration.SignInAsync("officer", width, at: null);
        // What moves as it opens, as on everybody's screen, is drawn a moment later than what does not.
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        var hand = await Hand.OfAsync(visitor);
        var number = await visitor.PlanInspectionAsync(Today, "officer", "officer-2");
        await visitor.GoAsync($"/inspections/{number}");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "记录检查" }).ClickAsync();
        await FindOneFaultAsync(visitor);
        await visitor.PictureAsync("record-inspection-filled");
        await InspectionRecord.SignAsync(visitor);
        await visitor.HasNoFaultAsync();
        await visitor.PictureAsync("record-inspection-signed");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        await Expect(visitor.Page.GetByText("检查记录已提交")).ToBeVisibleAsync();
        MainTask.Took("An inspection of twelve items recorded and signed", width, await hand.PressesAsync());

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "记录检查" })).ToHaveCountAsync(0);
        await visitor.SettleAsync();
        await Expect(visitor.Page.GetByText("当事人已签名")).ToBeVisibleAsync();
        await visitor.HasNoFaultAsync();
        var order = await CommandDialog.OpenAsync(visitor, "责令限期整改");
        await order.Box.GetByLabel("法律依据").ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("产品质量法 第八条");
        await order.Box.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(order.Box).ToHaveCountAsync(0);
        MainTask.Took("What was found ordered put right", width, await hand.PressesAsync());

        var recorded = await RecordedAsync(visitor, number);
        Assert.Equal("RECTIFICATION", recorded.GetProperty("result").GetString());
        Assert.StartsWith("现场检查12项：符合11项，不符合1项。", recorded.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, recorded.GetProperty("rectifications").GetProperty("totalCount").GetInt32());
        Assert.Equal("周永固", recorded.GetProperty("signature").GetProperty("signedBy").GetString());
    }

    [Fact]
    public async Task A_whole_inspection_goes_in_airplane_mode_with_a_reload()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        var number = await visitor.PlanInspectionAsync(Today, "officer", "officer-2");
        await KeepOnDeviceAsync(visitor);

        await visitor.Context.SetOfflineAsync(true);
        await visitor.Page.GotoAsync("/");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "我的检查" })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("网络不可用，显示的是")).ToBeVisibleAsync();
        var row = visitor.Page.Locator("li").Filter(new() { Has = visitor.Page.Locator($"a[href='/inspections/{number}']") });
        await visitor.PictureAsync("my-inspections-offline");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await FindOneFaultAsync(visitor);
        // Who goes is called by name without a network too.
        await Expect(visitor.Page.Locator(".ant-select-selection-item").Filter(new() { HasText = "梁慎行" })).ToBeVisibleAsync();
        var fault = visitor.Page.Locator(".check").Nth(2);
        await fault.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "现场.png",
            MimeType = "image/png",
            Buffer = Picture,
        });
        await Expect(visitor.Page.GetByAltText("现场.png")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("草稿已保存在本机")).ToHaveAttributeAsync("aria-busy", "false");

        await visitor.Page.ReloadAsync();
        await Expect(fault.GetByLabel("情况说明")).ToHaveValueAsync(Fault);
        await Expect(visitor.Page.GetByAltText("现场.png")).ToBeVisibleAsync();
        await InspectionRecord.SignAsync(visitor);
        await visitor.HasNoFaultAsync();
        await visitor.PictureAsync("record-inspection-offline");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        await Expect(visitor.Page.GetByText("待发送：网络恢复后自动提交")).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByText("待发送：网络恢复后自动提交")).ToBeVisibleAsync();

        await visitor.Context.SetOfflineAsync(false);
        await Expect(visitor.Page.GetByText("检查记录已提交")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("网络不可用，显示的是")).ToHaveCountAsync(0);

        var recorded = await RecordedAsync(visitor, number);
        Assert.Equal("RECORDED", recorded.GetProperty("status").GetString());
        var signature = recorded.GetProperty("signature");
        Assert.Equal("SIGNED", signature.GetProperty("outcome").GetString());
        Assert.Equal("当事人签名.png", signature.GetProperty("attachment").GetProperty("fileName").GetString());
        var photos = recorded.GetProperty("findings").EnumerateArray().SelectMany(one => one.GetProperty("attachments").EnumerateArray());
        var photo = Assert.Single(photos);
        Assert.Equal("DEVICE", photo.GetProperty("capture").GetProperty("clock").GetString());
        Assert.Equal(JsonValueKind.Null, photo.GetProperty("capture").GetProperty("latitude").ValueKind);
    }

    [Fact]
    public async Task A_photo_says_where_it_was_taken_once_the_officer_has_agreed()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        await visitor.Context.GrantPermissionsAsync(["geolocation"]);
        await visitor.Context.SetGeolocationAsync(new() { Latitude = 31.5701f, Longitude = 120.3025f, Accuracy = 12 });
        var number = await visitor.PlanInspectionAsync(Today, "officer", "officer-2");
        await visitor.GoAsync($"/inspections/{number}/record");
        await FindOneFaultAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Switch, new() { Name = "记录拍摄地点" }).CheckAsync();
        await visitor.Page.Locator(".check").Nth(2).Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "现场.png",
            MimeType = "image/png",
            Buffer = Picture,
        });
        await Expect(visitor.Page.GetByAltText("现场.png")).ToBeVisibleAsync();
        await InspectionRecord.SignAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        await Expect(visitor.Page.GetByText("检查记录已提交")).ToBeVisibleAsync();
        var findings = (await RecordedAsync(visitor, number)).GetProperty("findings").EnumerateArray();
        var capture = Assert.Single(findings.SelectMany(one => one.GetProperty("attachments").EnumerateArray())).GetProperty("capture");
        Assert.Equal((31.5701m, 120.3025m), (Degrees("latitude"), Degrees("longitude")));

        decimal Degrees(string of) => decimal.Parse($"{capture.GetProperty(of)}", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Whoever_signs_out_leaves_nothing_on_the_device_that_another_could_read()
    {
        await using var visitor = await demonstration.VisitAsync(Phone);
        await visitor.SignInAsync("officer");
        var number = await visitor.PlanInspectionAsync(Today, "officer", "officer-2");
        await KeepOnDeviceAsync(visitor);
        Assert.Contains(number, await OnDeviceAsync(visitor), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await InCachesAsync(visitor), StringComparison.Ordinal);

        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^账户") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "退出登录" }).ClickAsync();
        await Expect(visitor.Page.GetByLabel("用户名")).ToBeVisibleAsync();
        Assert.DoesNotContain("officer", await OnDeviceAsync(visitor), StringComparison.Ordinal);

        await visitor.Context.SetOfflineAsync(true);
        await visitor.Page.GotoAsync("/inspections/mine");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "重试" })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText(number)).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "我的检查" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_keeps_the_program_on_a_device_is_asked_for_each_time_and_fetches_from_here_alone()
    {
        await using var visitor = await demonstration.VisitAsync();
        var worker = await visitor.Context.APIRequest.GetAsync("/sw.js");
        Assert.Equal(("no-cache", "text/javascript; charset=utf-8"), (worker.Headers["cache-control"], worker.Headers["content-type"]));
        Assert.Equal(
            "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
            worker.Headers["content-security-policy"]);
    }

    // What the browser's own database and its caches hold.
    private static Task<string> OnDeviceAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>(
        """
        async () => {
          const database = await new Promise((done, failed) => {
            const opening = indexedDB.open('shuangda-on-device', 1);
            opening.onsuccess = () => done(opening.result);
            opening.onerror = () => failed(opening.error);
          });
          const read = (store) => new Promise((done, failed) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => done(reading.result);
            reading.onerror = () => failed(reading.error);
          });
          const kept = JSON.stringify([await read('sessions'), await read('answers')]);
          database.close();
          return kept;
        }
        """);

    private static Task<string> InCachesAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>(
        """
        async () => {
          const texts = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) texts.push(new URL(request.url).pathname, await (await cache.match(request)).text());
          }
          return texts.filter((text) => text.length > 0).join('\n');
        }
        """);

    /// <summary>Opens the list with a network, and waits until program and list lie on the device.</summary>
    private static async Task KeepOnDeviceAsync(Visitor visitor)
    {
        await visitor.GoAsync("/inspections/mine");
        await visitor.Page.EvaluateAsync("async () => (await navigator.serviceWorker.ready).active.state");
        await visitor.Page.WaitForFunctionAsync("() => navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')");
    }

    /// <summary>Answers one item of twelve with a fault that is described, and all others with 符合.</summary>
    private static async Task FindOneFaultAsync(Visitor visitor)
    {
        var checks = visitor.Page.Locator(".check");
        await Expect(checks).ToHaveCountAsync(12);
        var fault = checks.Nth(2);
        await fault.GetByText("不符合", new() { Exact = true }).ClickAsync();
        await fault.GetByLabel("情况说明").ClickAsync();
        await visitor.Page.Keyboard.TypeAsync(Fault);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "其余全部符合" }).ClickAsync();
        await Expect(visitor.Page.GetByTitle("责令限期整改", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task<JsonElement> RecordedAsync(Visitor visitor, string number) => (await visitor.AskAsync(
        $$"""
        { inspection(number: "{{number}}") {
            status result summary signature { outcome signedBy attachment { fileName } }
            findings { attachments { fileName capture { clock latitude longitude } } } rectifications { totalCount } } }
        """)).GetProperty("inspection");
}
