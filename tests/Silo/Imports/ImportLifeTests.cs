using System.IO.Compression;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Silo.Imports;

public sealed class ImportLifeTests : IDisposable
{
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(11, new DateOnly(2026, 6, 1), enterprises: 300, licences: 200);

    private readonly TemporaryFolder _folder = new();
    private int _commands;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_registers_are_taken_over_and_the_second_time_nothing_changes()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        foreach (var (register, file, count) in new[] { (RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv(), 300), (RegisterKind.Licences, RegisterSheet.Licences(District).ToXlsx(), 200) })
        {
            Assert.Equal(new ImportCounts(count, count, 0, 0, 0), (await ImportAsync(server, register, file)).Counts);
            Assert.Equal(new ImportCounts(count, 0, 0, count, 0), (await ImportAsync(server, register, file)).Counts);
        }

        var one = District.Licences[0];
        var licence = await server.Grains.GetGrain<ILicenceGrain>(one.Number).Read();
        Assert.Equal((one.Enterprise, one.ValidFrom, one.ValidTo), (licence!.State.Enterprise, licence.State.ValidFrom, licence.State.ValidTo));
        await using var data = await server.Database.ReadAsync();
        Assert.Equal(300, await data.GetTable<EnterpriseRow>().CountAsync());
        Assert.False(await data.GetTable<JournalRow>().AnyAsync(row => row.Body.Contains("某某人")), "The legal representative's name came into the journal.");
        Assert.Equal(["head"], await data.GetTable<JournalRow>().Where(row => row.Kind == "enterprise.registered").Select(row => row.User).Distinct().ToListAsync());
    }

    [Fact]
    public async Task A_broken_copy_loads_the_good_rows_and_says_why_of_each_other()
    {
        var enterprises = RegisterSheet.Enterprises(District)
            .With(1, cells => cells[1] = cells[1][..17])
            .With(3, "注册日期", "2019-02-30")
            .With(5, "经营范围", "第一行\n第二行，含\"引号\"")
            .With(7, "企业名称", "")
            .With(9, "经营范围", new string('字', 20_000));
        enterprises = enterprises.With(11, "统一社会信用代码", enterprises.Rows[10][1]);
        await using var server = await InProcessServer.StartAsync(_folder.Path);

        var import = await ImportAsync(server, RegisterKind.Enterprises, enterprises.ToCsv(RegisterSheet.Gb18030));
        Assert.Equal((ImportStatus.Completed, new ImportCounts(300, 295, 0, 0, 5)), (import.Status, import.Counts));
        var (header, rejected) = RejectedRows();
        Assert.Equal([.. enterprises.Header, "原因"], header);
        Assert.Collection(
            rejected,
            row => Assert.Matches("^第3行：统一社会信用代码应为18位，现为17位", row[^1]),
            row => Assert.Equal("第5行：注册日期“2019-02-30”不是日期", row[^1]),
            row => Assert.Equal("第9行：不能为空", row[^1]),
            row => Assert.StartsWith("第11行：文字过长", row[^1], StringComparison.Ordinal),
            row => Assert.Equal($"第13行：与第12行重复：{enterprises.Rows[10][1]}", row[^1]));
        Assert.All(rejected, row => Assert.Empty(row[Array.IndexOf(enterprises.Header, "法人代表")]));
        Assert.Equal(enterprises.Rows[3][0], rejected[1][0]);
        Assert.Equal("第一行\n第二行，含\"引号\"", (await server.Grains.GetGrain<IEnterpriseGrain>(enterprises.Rows[5][1]).Read())!.State.Details.BusinessScope);

        // The rejected rows come back as a file that can be corrected and sent again.
        var corrected = new RegisterSheet(header, rejected).With(1, "注册日期", "2019-02-28");
        Assert.Equal(1, (await ImportAsync(server, RegisterKind.Enterprises, corrected.ToCsv(new UTF8Encoding(true)))).Counts.Created);

        var licences = RegisterSheet.Licences(District).Reversed()
            .With(0, "统一社会信用代码", "91310118631656145F")
            .With(1, "有效期至", "2001-01-01")
            .With(2, "证书类型", "食品生产许可证").With(2, "证书编号", "XK18-978-00001");
        import = await ImportAsync(server, RegisterKind.Licences, licences.ToCsv(separator: ';'));
        Assert.Equal(ImportStatus.Completed, import.Status);
        (_, rejected) = RejectedRows();
        Assert.Equal(import.Counts.Rejected, rejected.Count);
        Assert.Equal("第2行：企业91310118631656145F尚未登记，请先登记企业", rejected[0][^1]);
        Assert.Matches("^第3行：有效期至2001-01-01早于有效期起", rejected[1][^1]);
        Assert.Matches("^第4行：编号XK18-978-00001的格式不是食品生产许可证", rejected[2][^1]);
        Assert.Equal(200 - import.Counts.Rejected, import.Counts.Created);
    }

    [Fact]
    public async Task A_file_without_a_required_column_is_refused_as_a_whole()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var import = await ImportAsync(server, RegisterKind.Licences, RegisterSheet.Licences(District).Without("有效期至").ToCsv());
        Assert.Equal((ImportStatus.Failed, ImportCounts.None), (import.Status, import.Counts));
        Assert.Equal("缺少必需的列：有效期至。文件未导入", import.Failure!.Chinese);
        Assert.Empty(Directory.GetFiles(_folder.File("imports")));
    }

    [Fact]
    public async Task What_a_row_changes_is_counted_as_updated_and_what_it_leaves_open_stays()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var sheet = RegisterSheet.Enterprises(District);
        await ImportAsync(server, RegisterKind.Enterprises, sheet.ToCsv());
        var changed = sheet.With(0, "注册地址", "迁址后的地址").With(1, "注册资金", "N/A").Without("地区");
        Assert.Equal(new ImportCounts(300, 0, 1, 299, 0), (await ImportAsync(server, RegisterKind.Enterprises, changed.ToCsv())).Counts);
        var enterprise = (await server.Grains.GetGrain<IEnterpriseGrain>(sheet.Rows[0][1]).Read())!.State;
        Assert.Equal(("迁址后的地址", sheet.Rows[0][8]), (enterprise.Details.Address, enterprise.Details.District));
    }

    [Fact]
    public async Task An_import_that_is_interrupted_goes_on_at_the_next_start_and_counts_each_row_once()
    {
        Guid id;
        await using (var server = await InProcessServer.StartAsync(_folder.Path, null, "--Imports:RowsInFlight=2"))
        {
            id = await BringAsync(server, RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv(), Head());
            await FirstRowsAsync(server, 20);
        }

        await using (var server = await InProcessServer.StartAsync(_folder.Path))
        {
            await server.Services.GetRequiredService<ImportDesk>().EndOf(id);
            var import = (await server.Grains.GetGrain<IImportGrain>(id.ToString("D")).Read())!.State;
            Assert.Equal((ImportStatus.Completed, 2, new ImportCounts(300, 300, 0, 0, 0)), (import.Status, import.Attempts, import.Counts));
            await using var data = await server.Database.ReadAsync();
            Assert.Equal(300, await data.GetTable<JournalRow>().CountAsync(row => row.Kind.StartsWith("enterprise.")));
        }
    }

    [Fact]
    public async Task The_same_command_id_again_is_the_same_import_and_with_another_file_it_is_refused()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var (file, actor) = (RegisterSheet.Enterprises(District).ToCsv(), Head());
        var id = await BringAsync(server, RegisterKind.Enterprises, file, actor);
        Assert.Equal(id, await BringAsync(server, RegisterKind.Enterprises, file, actor));
        var desk = server.Services.GetRequiredService<ImportDesk>();
        Assert.IsType<CommandIdReused>((await desk.AcceptAsync(RegisterKind.Enterprises, new MemoryStream(file[..^1]), null, actor, default)).Refusal);
        await desk.EndOf(id);
        Assert.Equal(300, (await server.Grains.GetGrain<IImportGrain>(id.ToString("D")).Read())!.State.Counts.Created);
    }

    [Fact]
    public async Task Who_may_not_give_a_rows_command_may_not_bring_a_file()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var officer = Head() with { Roles = Roles.Officer };
        await Assert.ThrowsAsync<ActorNotAllowedException>(() => BringAsync(server, RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv(), officer));
        Assert.Equal(0, (await ImportAsync(server, RegisterKind.Licences, RegisterSheet.Licences(District).ToCsv())).Counts.Created);
    }

    [Fact]
    public async Task A_full_queue_is_waited_out_and_rejects_no_row()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path, null, "--Commits:QueueLength=1", "--Commits:QueueWait=00:00:00.001", "--Commits:BatchSize=1");
        Assert.Equal(new ImportCounts(300, 300, 0, 0, 0), (await ImportAsync(server, RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv())).Counts);
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_refused_and_nothing_is_kept()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path, null, "--Imports:MaxBytes=1000");
        await Assert.ThrowsAsync<UploadTooLargeException>(() => BringAsync(server, RegisterKind.Enterprises, new byte[1001], Head()));
        Assert.Empty(Directory.GetFiles(_folder.File("imports")));
    }

    [Fact]
    public async Task The_trial_registers_are_taken_over_whole_and_the_second_time_nothing_changes()
    {
        if (Environment.GetEnvironmentVariable("SHUANGDA_TRIAL_DATA") is not { Length: > 0 } trial)
        {
            Assert.Skip("The environment variable SHUANGDA_TRIAL_DATA does not name a folder with enterprises.csv and licences.csv.");
            return;
        }

        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var (enterprises, licences) = (await File.ReadAllBytesAsync(Path.Combine(trial, "enterprises.csv")), await File.ReadAllBytesAsync(Path.Combine(trial, "licences.csv")));
        for (var time = 1; time <= 2; time++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            var (first, second) = (await ImportAsync(server, RegisterKind.Enterprises, enterprises), await ImportAsync(server, RegisterKind.Licences, licences));
            var took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
            TestContext.Current.TestOutputHelper?.WriteLine($"{took.TotalSeconds:F2} s: {first.Counts} {second.Counts}");
            Assert.Equal((time == 1 ? new ImportCounts(3660, 3660, 0, 0, 0) : new ImportCounts(3660, 0, 0, 3660, 0), 590), (first.Counts, second.Counts.RowsRead));
            Assert.Equal(590, time == 1 ? second.Counts.Created : second.Counts.Unchanged);
        }
    }

    /// <summary>A register lists a licence once for each of its products: it is one licence, and the second time nothing changes.</summary>
    [Fact]
    public async Task A_licence_of_several_rows_is_one_licence()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        await ImportAsync(server, RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv());
        var sheet = RegisterSheet.Licences(District);
        var rows = sheet.Rows.Take(2).SelectMany(
            row => new[] { "服装", "纺织品", "某某制品" },
            (row, product) => row.Select((cell, at) => sheet.Header[at] == "产品类别" ? product : cell).ToArray());
        var file = new RegisterSheet(sheet.Header, [.. rows]).ToCsv();

        var first = await ImportAsync(server, RegisterKind.Licences, file);
        Assert.Equal(new ImportCounts(6, 2, 4, 0, 0), first.Counts);
        Assert.Contains(first.Remarks, remark => remark.Chinese == "6行的产品名称没有对应的产品类别，按原文保存：某某制品");
        Assert.Equal(new ImportCounts(6, 0, 0, 6, 0), (await ImportAsync(server, RegisterKind.Licences, file)).Counts);
        var licence = (await server.Grains.GetGrain<ILicenceGrain>(sheet.Rows[0][Array.IndexOf(sheet.Header, "证书编号")]).Read())!.State;
        Assert.Equal((2, "某某制品"), (licence.ProductClasses.Length, licence.Details.Products));
    }

    [Fact]
    public async Task An_import_that_never_comes_to_a_row_is_cancelled_and_the_next_has_its_turn()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var (id, grain) = await BringEndlessAsync(server);
        var next = await BringAsync(server, RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv(), Head());
        await UntilAsync(grain, import => import.Status is ImportStatus.Running);

        var asked = await grain.Execute(new CancelImport(), Head());
        Assert.Null(asked.Refusal);
        var desk = server.Services.GetRequiredService<ImportDesk>();
        await desk.EndOf(id);
        var import = (await grain.Read())!.State;
        Assert.Equal((ImportStatus.Cancelled, "head", ImportCounts.None), (import.Status, import.CancelledBy, import.Counts));
        Assert.IsType<ImportEnded>((await grain.Execute(new CancelImport(), Head())).Refusal);

        await desk.EndOf(next);
        Assert.Equal(300, (await server.Grains.GetGrain<IImportGrain>(next.ToString("D")).Read())!.State.Counts.Created);
        Assert.Empty(Directory.GetFiles(_folder.File("imports")));
    }

    [Fact]
    public async Task An_import_that_takes_too_long_ends_with_the_reason()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path, null, "--Imports:MaxTime=00:00:00.3");
        var (id, grain) = await BringEndlessAsync(server);
        await server.Services.GetRequiredService<ImportDesk>().EndOf(id);
        var import = (await grain.Read())!.State;
        Assert.Equal(ImportStatus.Failed, import.Status);
        Assert.StartsWith("导入超过0:00:00.3，为不影响其他导入而停止", import.Failure!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_waits_is_cancelled_without_its_turn_and_its_file_is_gone()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var (first, running) = await BringEndlessAsync(server);
        var id = await BringAsync(server, RegisterKind.Enterprises, RegisterSheet.Enterprises(District).ToCsv(), Head());
        var waiting = server.Grains.GetGrain<IImportGrain>(id.ToString("D"));
        Assert.Equal(ImportStatus.Cancelled, (await waiting.Execute(new CancelImport(), Head())).Subject!.State.Status);
        await running.Execute(new CancelImport(), Head());
        var desk = server.Services.GetRequiredService<ImportDesk>();
        await desk.EndOf(first);
        await desk.EndOf(id);
        await using var data = await server.Database.ReadAsync();
        Assert.Equal(0, await data.GetTable<EnterpriseRow>().CountAsync());
        Assert.Empty(Directory.GetFiles(_folder.File("imports")));
    }

    [Fact]
    public async Task A_file_of_the_other_register_is_refused_as_a_whole_and_says_where_it_belongs()
    {
        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var (enterprises, licences) = (RegisterSheet.Enterprises(District), RegisterSheet.Licences(District));
        foreach (var (register, file, belongs) in new[]
        {
            (RegisterKind.Enterprises, licences.ToCsv(RegisterSheet.Gb18030), "这是证书登记的表头"),
            (RegisterKind.Enterprises, licences.ToXlsx(), "这是证书登记的表头"),
            (RegisterKind.Licences, enterprises.ToCsv(), "这是企业登记的表头"),
        })
        {
            var import = await ImportAsync(server, register, file);
            Assert.Equal((ImportStatus.Failed, ImportCounts.None), (import.Status, import.Counts));
            Assert.StartsWith(belongs, import.Failure!.Chinese, StringComparison.Ordinal);
        }

        await using var data = await server.Database.ReadAsync();
        Assert.Equal((0, 0), (await data.GetTable<EnterpriseRow>().CountAsync(), await data.GetTable<LicenceRow>().CountAsync()));
    }

    [Theory]
    [InlineData(RegisterKind.Enterprises, "licences.csv")]
    [InlineData(RegisterKind.Licences, "enterprises.csv")]
    public async Task A_real_file_of_the_other_register_is_refused_too(RegisterKind register, string name)
    {
        if (Environment.GetEnvironmentVariable("SHUANGDA_TRIAL_DATA") is not { } trial || !File.Exists(Path.Combine(trial, name)))
        {
            Assert.Skip("The environment variable SHUANGDA_TRIAL_DATA does not name a folder with enterprises.csv and licences.csv.");
            return;
        }

        await using var server = await InProcessServer.StartAsync(_folder.Path);
        var import = await ImportAsync(server, register, await File.ReadAllBytesAsync(Path.Combine(trial, name)));
        Assert.Equal((ImportStatus.Failed, ImportCounts.None), (import.Status, import.Counts));
        Assert.Contains(register is RegisterKind.Enterprises ? "POST /imports/licences" : "POST /imports/enterprises", import.Failure!.English, StringComparison.Ordinal);
    }

    private (string[] Header, List<string[]> Rows) RejectedRows()
    {
        var path = Directory.GetFiles(_folder.File("imports"), "*.rejected.csv").MaxBy(File.GetLastWriteTimeUtc)!;
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(path)[..3]);
        using var file = RegisterFile.Open(path, RegisterForm.Of(RegisterKind.Enterprises));
        return ([.. file.Header], [.. file.Rows().Select(row => row.Cells)]);
    }

    private async Task<ImportState> ImportAsync(InProcessServer server, RegisterKind register, byte[] file)
    {
        var id = await BringAsync(server, register, file, Head());
        await server.Services.GetRequiredService<ImportDesk>().EndOf(id);
        return (await server.Grains.GetGrain<IImportGrain>(id.ToString("D")).Read())!.State;
    }

    private static async Task<Guid> BringAsync(InProcessServer server, RegisterKind register, byte[] file, Actor actor)
    {
        var (id, refusal) = await server.Services.GetRequiredService<ImportDesk>().AcceptAsync(register, new MemoryStream(file), "登记.csv", actor, TestContext.Current.CancellationToken);
        Assert.Null(refusal);
        return id;
    }

    /// <summary>Brings a workbook of 900 MB of empty rows, a small file: there is always more to read of it, and never a row.</summary>
    private async Task<(Guid Id, IImportGrain Grain)> BringEndlessAsync(InProcessServer server)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, before, piece, count, after) in new[]
            {
                ("xl/workbook.xml", "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet r:id='r1'/></sheets></workbook>", "", 0, ""),
                ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>", "", 0, ""),
                (
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row><c t='str'><v>企业名称</v></c><c t='str'><v>统一社会信用代码</v></c></row>",
                    string.Concat(Enumerable.Repeat("<row><c/></row>", 4096)),
                    15_000,
                    "</sheetData></worksheet>"),
            })
            {
                await using var part = new StreamWriter(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync());
                await part.WriteAsync(before);
                for (var times = 0; times < count; times++)
                {
                    await part.WriteAsync(piece);
                }

                await part.WriteAsync(after);
            }
        }

        var id = await BringAsync(server, RegisterKind.Enterprises, bytes.ToArray(), Head());
        return (id, server.Grains.GetGrain<IImportGrain>(id.ToString("D")));
    }

    private static async Task UntilAsync(IImportGrain grain, Predicate<ImportState> enough)
    {
        while (!enough((await grain.Read())!.State))
        {
            await Task.Yield();
        }
    }

    /// <summary>Waits until some rows are there, so that what comes next comes in the middle.</summary>
    private static async Task FirstRowsAsync(InProcessServer server, int rows)
    {
        await using var data = await server.Database.ReadAsync();
        while (await data.GetTable<EnterpriseRow>().CountAsync() < rows)
        {
            await Task.Yield();
        }
    }

    private Actor Head() => new("head", Roles.SectionHead, "INSPECTION", null, new Guid(++_commands, 0, 0, new byte[8]));
}
