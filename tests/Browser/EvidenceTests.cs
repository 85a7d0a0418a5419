using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>The files of a case's evidence, brought and looked at by people in a browser.</summary>
[Collection<Doing>]
public sealed class EvidenceTests(Demonstration demonstration)
{
    [Theory]
    [InlineData(Wide)]
    [InlineData(Phone)]
    public async Task Evidence_is_recorded_with_a_photo_and_a_report_which_the_case_shows_and_gives_back(int width)
    {
        await using var visitor = await demonstration.SignInAsync("officer", width, at: null);
        var form = await OpenAsync(visitor);
        var title = $"现场照片和检验报告（{width}）";
        await FillAsync(form, title);
        await Files(form).SetInputFilesAsync([Photo("现场.png"), Report("检验报告.pdf")]);
        await Expect(form.Box.GetByText("已上传")).ToHaveCountAsync(2);
        await visitor.HasNoFaultAsync();
        await Files(form).EvaluateAsync("input => input.closest('.ant-form-item').scrollIntoView({ block: 'center' })");
        await visitor.PictureAsync("evidence-form");
        await form.DoAsync();

        var evidence = visitor.Page.Locator(".rows > li").Filter(new() { HasText = title });
        await Expect(evidence).ToContainTextAsync("PNG 图片");
        await Expect(evidence).ToContainTextAsync("PDF 文档");
        await Expect(evidence).ToContainTextAsync("登记 ");
        Assert.True(await evidence.GetByAltText("现场.png").EvaluateAsync<bool>("async (picture) => { await picture.decode(); return picture.naturalWidth > 0; }"));

        await evidence.ScrollIntoViewIfNeededAsync();
        await visitor.PictureAsync("evidence");
        await evidence.GetByRole(AriaRole.Button, new() { Name = "预览 现场.png" }).ClickAsync();
        var look = visitor.Page.GetByRole(AriaRole.Dialog);
        await Expect(look.GetByAltText("现场.png")).ToBeVisibleAsync();
        await visitor.PictureAsync("evidence-preview");
        await visitor.HasNoFaultAsync();
        await look.GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Expect(look).ToHaveCountAsync(0);

        var framed = await visitor.Page.RunAndWaitForResponseAsync(() => evidence.GetByRole(AriaRole.Button, new() { Name = "预览 检验报告.pdf" }).ClickAsync(), response => response.Url.Contains("/attachments/", StringComparison.Ordinal));
        Assert.Equal(200, framed.Status);
        await Expect(look.Locator("iframe")).ToBeVisibleAsync();
        await visitor.PictureAsync("evidence-document");
        await look.GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Expect(look).ToHaveCountAsync(0);

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => evidence.GetByRole(AriaRole.Link, new() { Name = "下载 检验报告.pdf" }).ClickAsync());
        Assert.Equal("检验报告.pdf", download.SuggestedFilename);
        Assert.Equal(Report("").Buffer, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    [Fact]
    public async Task A_file_that_is_not_kept_says_why_holds_the_form_back_and_takes_nothing_that_was_typed_with_it()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        await visitor.Page.RouteAsync("**/attachments", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace($"\"maxBytes\":{100 * 1024 * 1024}", "\"maxBytes\":2048", StringComparison.Ordinal) });
        });
        var form = await OpenAsync(visitor);
        await FillAsync(form, "录像和照片");
        await Files(form).SetInputFilesAsync(
        [
            new() { Name = "程序.exe", MimeType = "application/octet-stream", Buffer = "MZ"u8.ToArray() },
            new() { Name = "录像.mp4", MimeType = "video/mp4", Buffer = new byte[4096] },
            new() { Name = "空.png", MimeType = "image/png", Buffer = [] },
            new() { Name = "冒充.png", MimeType = "image/png", Buffer = "not a picture"u8.ToArray() },
            Photo("现场.png"),
        ]);
        await Expect(Row(form, "程序.exe")).ToContainTextAsync("不接受此类文件");
        await Expect(Row(form, "录像.mp4")).ToContainTextAsync("超过单个文件 2 KB 的上限");
        await Expect(Row(form, "空.png")).ToContainTextAsync("文件是空的");
        await Expect(Row(form, "冒充.png")).ToContainTextAsync("未能上传：不接受此类文件，或内容与后缀不符");
        await Expect(Row(form, "现场.png")).ToContainTextAsync("已上传");

        await form.SubmitAsync();
        await Expect(form.Box.GetByText("附件尚未全部上传").First).ToBeVisibleAsync();
        await visitor.PictureAsync("evidence-refused");
        foreach (var name in new[] { "程序.exe", "录像.mp4", "空.png", "冒充.png" })
        {
            await form.Box.GetByRole(AriaRole.Button, new() { Name = $"移除 {name}" }).ClickAsync();
        }

        await Expect(form.Box.GetByLabel("名称", new() { Exact = true })).ToHaveValueAsync("录像和照片");
        await form.DoAsync();
        await Expect(visitor.Page.Locator(".rows > li").Filter(new() { HasText = "录像和照片" }).GetByAltText("现场.png")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_the_network_loses_is_brought_when_the_network_is_back()
    {
        await using var visitor = await demonstration.SignInAsync("officer", Phone, at: null);
        var form = await OpenAsync(visitor);
        await FillAsync(form, "断网时选择的照片");
        await visitor.Context.SetOfflineAsync(true);
        await Files(form).SetInputFilesAsync(Photo("途中.png"));
        await Expect(Row(form, "途中.png")).ToContainTextAsync("网络恢复后也会自动重试");
        await Expect(form.Box.GetByRole(AriaRole.Button, new() { Name = "重试 途中.png" })).ToBeVisibleAsync();
        await visitor.Context.SetOfflineAsync(false);
        await Expect(Row(form, "途中.png")).ToContainTextAsync("已上传");
        await form.DoAsync();
        await Expect(visitor.Page.Locator(".rows > li").Filter(new() { HasText = "断网时选择的照片" }).GetByAltText("途中.png")).ToBeVisibleAsync();
    }

    private static FilePayload Photo(string name) => new() { Name = name, MimeType = "image/png", Buffer = Picture };

    // A document of one empty page.
    private static FilePayload Report(string name) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    };

    private static ILocator Files(CommandDialog form) => form.Box.Locator("input[type=file]");

    private static ILocator Row(CommandDialog form, string name) => form.Box.Locator(".files > li").Filter(new() { HasText = name });

    private static async Task<CommandDialog> OpenAsync(Visitor visitor)
    {
        var number = await visitor.FirstAsync("cases(first: 1, where: { stage: { eq: INVESTIGATION } }, order: [{ number: DESC }])", "number");
        await visitor.GoAsync($"/cases/{number}");
        return await CommandDialog.OpenAsync(visitor, "登记证据");
    }

    private static async Task FillAsync(CommandDialog form, string title)
    {
        await form.ChooseAsync("种类", "现场笔录");
        await form.FillAsync("名称", title);
        await form.FillDayAsync("取得日期", Today);
        await form.ChooseAsync("取证人员", "officer-2");
        await form.ChooseAsync("取证人员", "officer-3");
        await form.FillAsync("保管人", "officer-2");
        await form.FillAsync("保管地点", "证物室");
    }

    // One pixel.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
