using Microsoft.Playwright;
using MiniExcelLibs;
using ShuangDa.Tests.Browser.Support;
using Xunit;

namespace ShuangDa.Tests.Browser;

/// <summary>A list that somebody takes along is a workbook that a spreadsheet can calculate with.</summary>
[Collection<Looking>]
public sealed class ListFileTests(Demonstration demonstration)
{
    [Fact]
    public async Task A_list_goes_into_a_workbook_with_its_conditions_its_columns_and_every_row()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        var asked = await visitor.AskAsync(
            "{ cases(first: 200, where: { stage: { eq: INVESTIGATION } }) { totalCount nodes { title } } }");
        var open = asked.GetProperty("cases");
        await visitor.GoAsync("/cases?view=list&stage=INVESTIGATION");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(
            () => visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Excel 表格（XLSX）" }).ClickAsync());
        Assert.Equal($"案件-{Visitor.Today:yyyy-MM-dd}.xlsx", download.SuggestedFilename);

        await using var file = File.OpenRead(await download.PathAsync());
        var rows = (await file.QueryAsync(useHeaderRow: true)).Select(row => (IDictionary<string, object?>)row).ToList();
        Assert.Equal(open.GetProperty("totalCount").GetInt32(), rows.Count);
        Assert.Equal(
            ["案件名称", "案号", "编号科室", "系统编号", "线索收到", "办案人员", "货值金额", "步骤期限", "阶段"], rows[0].Keys);
        Assert.All(rows, row => Assert.IsType<DateTime>(row["线索收到"]));

        // What nobody has valued says so; everything else is a number that a workbook adds up.
        Assert.All(rows, row => Assert.True(row["货值金额"] is double or "未估价", $"{row["货值金额"]}"));
        Assert.Contains(rows, row => row["货值金额"] is double);
        Assert.Equal(
            open.GetProperty("nodes").EnumerateArray().Select(one => one.GetProperty("title").GetString()).Order(StringComparer.Ordinal),
            rows.Select(row => (string?)row["案件名称"]).Order(StringComparer.Ordinal));
    }
}
