using System.IO.Compression;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>
/// A bureau's database that an earlier version wrote opens, is whole, and work in it goes on. The file is a part of the demonstration of
/// bc2e6e6 (schema 83): 23 cases in every stage that it had, 12 transfers, 22 inspections, 12 orders, 63 licences of 57 enterprises,
/// with their journal.
/// </summary>
public sealed class DatabaseOfBeforeTests
{
    private const string Before = "2026-11-24.db.gz";
    // An order that nobody has gone on with since November 2026 is late by now, whatever reads the database.
    private static readonly string[] MayBeLate = ["orders-do-not-stall"];

    private const string Password = "Na8TbNauyPzf9KAY";

    [Fact]
    public async Task WorkGoesOnInADatabaseOfAnEarlierVersion()
    {
        using var folder = new TemporaryFolder();
        await UnpackAsync(folder);
        var url = FreePort.Url();
        using (var server = await ShuangDaProcess.ServeAsync(folder.Path, url))
        {
            // Whoever had an account signs in as before.
            using var admin = await BureauClient.SignInAsync(url, "admin", Password);
            using var head = await BureauClient.SignInAsync(url, "section-head", Password);
            await ShowsEverythingAsync(head);
            await GoesOnAsync(head);
            Assert.Equal(0, await server.TerminateAsync());
        }

        var rebuilt = await ShuangDaProcess.RunAsync(folder.Path, "rebuild-read-model");
        Assert.True(rebuilt.ExitCode == 0, rebuilt.Said);
        using (var again = await ShuangDaProcess.ServeAsync(folder.Path, url))
        {
            // An order that failed and was left without a clock then has one since its tables were made anew, and is due at once.
            using var head = await BureauClient.SignInAsync(url, "section-head", Password);
            await Eventually.Until("what an earlier version left without a clock is taken up", async () =>
                (await head.SendAsync("{deadlines(where:{kind:{eq:RECTIFICATION_ANOTHER_LOOK}}){totalCount}}"))
                    .Data.GetProperty("deadlines").GetProperty("totalCount").GetInt32() == 0);
            Assert.Equal(0, await again.TerminateAsync());
        }

        var verified = await ShuangDaProcess.RunAsync(folder.Path, "verify-journal");
        Assert.True(verified.ExitCode == 0, verified.Said);
        var checkedItself = await ShuangDaProcess.RunAsync(folder.Path, "self-check");
        Assert.Empty(RulesNotKept(checkedItself.Said).Except(MayBeLate));
    }

    [Fact]
    public async Task ADatabaseOfAnEarlierVersionIsWholeBeforeItsTablesAreMadeAnew()
    {
        using var folder = new TemporaryFolder();
        await UnpackAsync(folder);
        using (var server = await ShuangDaProcess.ServeAsync(folder.Path, FreePort.Url()))
        {
            Assert.Equal(0, await server.TerminateAsync());
        }

        var verified = await ShuangDaProcess.RunAsync(folder.Path, "verify-journal");
        Assert.True(verified.ExitCode == 0, verified.Said);
    }

    // What the program's part says; the part after it is work that people are late with.
    private static IEnumerable<string> RulesNotKept(string said)
    {
        var data = said[said.IndexOf("一、", StringComparison.Ordinal)..said.IndexOf("二、", StringComparison.Ordinal)];
        Assert.Contains("rows-", data, StringComparison.Ordinal);
        return data.Split('\n').Where(line => line.Contains(" findings", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf('（', StringComparison.Ordinal) + 1)..line.IndexOf('）', StringComparison.Ordinal)]);
    }

    private static async Task UnpackAsync(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("data"));
        await using var packed = File.OpenRead(Path.Combine(Repository.Root, "tests", "Faults", "Operations", "Before", Before));
        await using var read = new GZipStream(packed, CompressionMode.Decompress);
        await using var written = File.Create(folder.File("data/shuangda.db"));
        await read.CopyToAsync(written, TestContext.Current.CancellationToken);
    }

    private static async Task ShowsEverythingAsync(BureauClient head)
    {
        foreach (var (list, count) in new[]
        {
            ("cases", 23), ("crimeTransfers", 12), ("inspections", 22), ("rectifications", 12), ("licences", 63), ("enterprises", 57),
        })
        {
            var shown = await head.SendAsync($"{{{list}(first:20){{totalCount nodes{{id version history(first:1){{totalCount}}}}}}}}");
            Assert.True(shown.Code is null, shown.ToString());
            Assert.Equal((list, count), (list, shown.Data.GetProperty(list).GetProperty("totalCount").GetInt32()));
            Assert.All(shown.Data.GetProperty(list).GetProperty("nodes").EnumerateArray(), node => Assert.Equal(
                node.GetProperty("version").GetInt32(), node.GetProperty("history").GetProperty("totalCount").GetInt32()));
        }
    }

    private static async Task GoesOnAsync(BureauClient head)
    {
        const string reason = "核对原始材料";
        const string basis = "市场监督管理行政处罚程序规定";
        var stated = new { reason, basis };
        var @case = await AnyAsync(head, "cases(where:{section:{eq:\"SUPERVISION\"},stage:{in:[LEAD,INVESTIGATION]}})", "number");
        await DoneAsync(head, "correctCaseTitle", new { number = @case, title = "更正后的案件名称", stated.reason, stated.basis });
        var order = await AnyAsync(head, "rectifications(where:{section:{eq:\"SUPERVISION\"},status:{in:[ORDERED,OVERDUE]}})", "number");
        await DoneAsync(
            head,
            "correctRectificationOrder",
            new { number = order, requirements = new[] { "检验设备按期检定" }, stated.reason, stated.basis });
        var enterprise = await AnyAsync(head, "enterprises(where:{status:{eq:ACTIVE}})", "creditCode");
        await DoneAsync(head, "assessEnterpriseRisk", new { creditCode = enterprise, riskLevel = "HIGH", reason });
        await DoneAsync(
            head,
            "recordLead",
            new
            {
                title = "升级之后的线索",
                violation = "FORGED_QUALITY_MARK",
                source = "INSPECTION",
                receivedOn = "2026-11-27",
                facts = "检查发现",
                enterpriseCreditCode = enterprise,
            });
    }

    private static async Task<string> AnyAsync(BureauClient reader, string list, string name)
    {
        var shown = await reader.SendAsync($"{{found:{list}{{nodes{{{name}}}}}}}");
        Assert.True(shown.Code is null, shown.ToString());
        return shown.Data.GetProperty("found").GetProperty("nodes")[0].GetProperty(name).GetString()!;
    }

    private static async Task DoneAsync(BureauClient head, string mutation, object input)
    {
        var done = await head.DoAsync(mutation, input, "");
        Assert.True(done.IsDone, $"{mutation}: {done}");
    }
}
