using System.IO.Compression;
using System.Text;
using ShuangDa.Grains.Imports;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

/// <summary>
/// Files that are small to send and huge to read. What is read of each is counted in allocated bytes: the reading runs on the test's own thread, so the
/// figure is the same on every machine.
/// </summary>
public sealed class HostileFileTests : IDisposable
{
    private const int MiB = 1024 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Header = "<row r='1'><c r='A1' t='inlineStr'><is><t>企业名称</t></is></c><c r='B1' t='inlineStr'><is><t>统一社会信用代码</t></is></c></row>";

    private static readonly RegisterForm Form = RegisterForm.Of(RegisterKind.Enterprises);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sheet_that_claims_to_be_as_large_as_can_be_costs_what_is_in_it()
    {
        var path = Workbook(sheet => sheet.Write($"<dimension ref='A1:XFD1048576'/><sheetData>{Header}<row r='1048576'><c r='B1048576'><v>7</v></c><c r='XFD1048576'><v>8</v></c></row></sheetData>"));
        Assert.InRange(new FileInfo(path).Length, 1, 2000);
        var (rows, allocated) = Read(path);
        var row = Assert.Single(rows);
        Assert.Equal((1_048_576, "", "7"), (row.Number, row.Cells[0], row.Cells[1]));
        Assert.InRange(allocated, 0, 4 * MiB);
    }

    [Theory]
    [InlineData("cell")]
    [InlineData("inline")]
    [InlineData("cdata")]
    [InlineData("attribute")]
    [InlineData("shared")]
    [InlineData("comment")]
    [InlineData("whitespace")]
    public void Two_hundred_megabytes_in_one_place_are_never_in_memory(string where)
    {
        var (before, after) = where switch
        {
            "cell" => ("<row><c t='str'><v>", "</v></c><c><v>1</v></c></row>"),
            "inline" => ("<row><c t='inlineStr'><is><t>", "</t></is></c></row>"),
            "cdata" => ("<row><c t='str'><v><![CDATA[<", "]]></v></c></row>"),
            "attribute" => ("<row><c s='", "'/></row>"),
            "comment" => ("<row><!--", "--><c><v>1</v></c></row>"),
            "whitespace" => ("<row>", "<c><v>1</v></c></row>"),
            _ => ("", ""),
        };
        var path = where == "shared"
            ? Workbook(
                sheet => sheet.Write($"<sheetData>{Header}<row><c t='s'><v>1</v></c></row></sheetData>"),
                shared => Repeat(shared, "<si><t>短</t></si><si><t>", 200 * MiB, "</t></si>"))
            : Workbook(sheet =>
            {
                Repeat(sheet, $"<sheetData>{Header}{before}", 200 * MiB, after, where == "whitespace" ? ' ' : 'A');
                sheet.Write("</sheetData>");
            });
        Assert.InRange(new FileInfo(path).Length, 1, MiB);

        var allocated = AllocatedBy(() => Assert.Throws<RegisterUnreadableException>(() => Rows(path)));
        Assert.InRange(allocated, 0, 24 * MiB);
    }

    [Fact]
    public void Cells_that_are_too_long_are_problems_of_their_rows_and_are_not_kept()
    {
        // Each below the length at which the file is refused as a whole.
        const int Count = 300;
        var path = Workbook(sheet =>
        {
            sheet.Write($"<sheetData>{Header}");
            for (var row = 0; row < Count; row++)
            {
                Repeat(sheet, "<row><c t='inlineStr'><is><t>甲</t></is></c><c t='str'><v>", MiB - 100, "</v></c></row>");
            }

            sheet.Write("</sheetData>");
        });
        var (rows, allocated) = Read(path);
        Assert.Equal(Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(("甲", "超过32767个字符"), (row.Cells[0], row.Faults?[1])));
        Assert.InRange(allocated, 0, 16 * MiB);
    }

    [Theory]
    [InlineData("names")]
    [InlineData("attributes")]
    [InlineData("depth")]
    public void What_the_reader_itself_would_remember_is_bounded_too(string what)
    {
        var path = Workbook(sheet =>
        {
            sheet.Write("<sheetData>");
            for (var number = 0; number < 2_000_000; number++)
            {
                sheet.Write(what switch { "names" => $"<a{number}/>", "attributes" => $"<a b{number}='1'/>", _ => "<a>" });
            }
        });
        var allocated = AllocatedBy(() => Assert.Equal("工作簿已损坏，无法读取", Assert.Throws<RegisterUnreadableException>(() => Rows(path)).Text.Chinese));
        Assert.InRange(allocated, 0, 24 * MiB);
    }

    [Fact]
    public void No_more_is_unpacked_than_the_limit_whatever_the_zip_says()
    {
        var path = Workbook(sheet =>
        {
            sheet.Write($"<sheetData>{Header}");
            for (var row = 0; row < 500_000; row++)
            {
                sheet.Write("<row><c><v></v></c></row>");
            }
        });
        var refused = Assert.Throws<RegisterUnreadableException>(() => Rows(path, new ImportOptions { MaxUnpackedBytes = 3 * MiB }));
        Assert.Equal("工作簿解压后超过3 MiB，未再读下去", refused.Text.Chinese);
    }

    [Fact]
    public void A_zip_with_a_hundred_thousand_entries_is_no_workbook()
    {
        var path = _folder.File("many.xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            for (var entry = 0; entry < 100_000; entry++)
            {
                zip.CreateEntry($"{entry}");
            }
        }

        var allocated = AllocatedBy(() => Assert.Throws<RegisterUnreadableException>(() => Rows(path)));
        Assert.InRange(allocated, 0, 24 * MiB);
    }

    [Fact]
    public void A_csv_field_of_a_hundred_megabytes_is_never_in_memory()
    {
        foreach (var quote in new[] { "", "\"" })
        {
            var path = _folder.File("field.csv");
            using (var csv = new StreamWriter(path))
            {
                Repeat(csv, $"企业名称,统一社会信用代码\n甲,1\n乙,{quote}", 100 * MiB, $"{quote}\n丙,2\n");
            }

            var allocated = AllocatedBy(() => Assert.Contains("第3行过长", Assert.Throws<RegisterUnreadableException>(() => Rows(path)).Text.Chinese, StringComparison.Ordinal));
            Assert.InRange(allocated, 0, 160 * MiB);
        }
    }

    [Fact]
    public void Rows_columns_and_cells_have_limits_in_either_form()
    {
        var limits = new ImportOptions { MaxRows = 2, MaxColumns = 3, MaxCellLength = 5 };
        var workbook = Workbook(sheet => sheet.Write($"<sheetData>{Header}{string.Concat(Enumerable.Repeat("<row><c t='str'><v>六个字就太长</v></c></row>", 3))}</sheetData>"));
        var csv = _folder.File("rows.csv");
        File.WriteAllText(csv, "企业名称,统一社会信用代码\n六个字就太长,1\n\n五个字可以,2\n丙,3\n");
        foreach (var path in new[] { workbook, csv })
        {
            var read = new List<FileRow>();
            using var file = RegisterFile.Open(path, Form, limits, TestContext.Current.CancellationToken);
            var many = Assert.Throws<RegisterUnreadableException>(() =>
            {
                foreach (var row in file.Rows())
                {
                    read.Add(row);
                }
            });
            Assert.StartsWith("数据行超过2行", many.Text.Chinese, StringComparison.Ordinal);
            Assert.Equal("超过5个字符", read[0].Faults?[0]);
            Assert.Equal(2, read.Count);
        }

        File.WriteAllText(csv, "企业名称,统一社会信用代码,三,四\n");
        Assert.StartsWith("表头超过3列", Assert.Throws<RegisterUnreadableException>(() => Rows(csv, limits)).Text.Chinese, StringComparison.Ordinal);
        var wide = Workbook(sheet => sheet.Write("<sheetData><row><c r='XFD1' t='str'><v>企业名称</v></c></row></sheetData>"));
        Assert.StartsWith("表头超过3列", Assert.Throws<RegisterUnreadableException>(() => Rows(wide, limits)).Text.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reading_that_is_no_longer_wanted_ends_before_its_first_row(bool isWorkbook)
    {
        var path = isWorkbook ? Workbook(sheet => sheet.Write($"<sheetData>{Header}</sheetData>")) : _folder.File("a.csv");
        if (!isWorkbook)
        {
            File.WriteAllText(path, "企业名称,统一社会信用代码\n");
        }

        Assert.Throws<OperationCanceledException>(() => RegisterFile.Open(path, Form, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Days_numbers_and_texts_are_read_as_the_workbook_shows_them()
    {
        var path = Workbook(
            sheet => sheet.Write(
                "<sheetData><row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='s'><v>1</v></c></row>" +
                "<row r='5'><c r='A5' t='s'><v>2</v></c><c r='B5'><v>9</v></c><c r='C5' s='1'><v>43905</v></c></row>" +
                "<row><c t='inlineStr'><is><r><t>分</t></r><r><t>段_x000A_行</t></r><rPh><t>x</t></rPh></is></c><c/><c s='2'><v>1.5E4</v></c></row>" +
                "<row><c t='b'><v>1</v></c><c/><c s='2'><v>43905.25</v></c></row></sheetData>"),
            shared => shared.Write("<si><t>企业名称</t></si><si><t>注册日期</t></si><si><r><t>甲</t></r><r><t xml:space='preserve"
                + "'> 乙</t></r><rPh><t>yi</t></rPh></si>"),
            "<numFmts><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/><numFmt numFmtId='165' formatCode='0.00&quot;day&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>",
            "<workbookPr date1904='1'/>");
        using var file = RegisterFile.Open(path, Form);
        Assert.Equal(["企业名称", "", "注册日期"], file.Header);
        Assert.Equal(
            [(5, "甲 乙", "", "2024-03-16"), (6, "分段\n行", "", "15000"), (7, "True", "", "43905.25")],
            file.Rows().Select(row => (row.Number, row.Cells[0], row.Cells[1], row.Cells[2])));
    }

    private static List<FileRow> Rows(string path, ImportOptions? limits = null)
    {
        using var file = RegisterFile.Open(path, Form, limits);
        return [.. file.Rows()];
    }

    private static (List<FileRow> Rows, long Allocated) Read(string path)
    {
        List<FileRow> rows = [];
        var allocated = AllocatedBy(() => rows = Rows(path));
        return (rows, allocated);
    }

    private static long AllocatedBy(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{allocated / 1024.0 / 1024:F1} MiB allocated");
        return allocated;
    }

    private static void Repeat(TextWriter text, string before, int length, string after, char letter = 'A')
    {
        var piece = new string(letter, 64 * 1024);
        text.Write(before);
        for (var left = length; left > 0; left -= piece.Length)
        {
            text.Write(piece.AsSpan(0, Math.Min(left, piece.Length)));
        }

        text.Write(after);
    }

    private string Workbook(Action<TextWriter> sheet, Action<TextWriter>? shared = null, string styles = "", string properties = "")
    {
        var path = _folder.File($"{Guid.NewGuid():N}.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part("xl/workbook.xml", text => text.Write($"<workbook xmlns='{Main}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>{properties}<sheets><sheet name='一' sheetId='1' r:id='r1'/></sheets></workbook>"));
        Part("xl/_rels/workbook.xml.rels", text => text.Write(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>" +
            "<Relationship Id='r2' Type='x/sharedStrings' Target='/xl/sharedStrings.xml'/><Relationship Id='r3' Type='x/styles' Target='styles.xml'/></Relationships>"));
        Part("xl/worksheets/sheet1.xml", text =>
        {
            text.Write($"<worksheet xmlns='{Main}'>");
            sheet(text);
            text.Write("</worksheet>");
        });
        if (shared is not null)
        {
            Part("xl/sharedStrings.xml", text =>
            {
                text.Write($"<sst xmlns='{Main}'>");
                shared(text);
                text.Write("</sst>");
            });
        }

        if (styles.Length > 0)
        {
            Part("xl/styles.xml", text => text.Write($"<styleSheet xmlns='{Main}'>{styles}</styleSheet>"));
        }

        return path;

        void Part(string name, Action<TextWriter> write)
        {
            using var text = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
            write(text);
        }
    }
}
