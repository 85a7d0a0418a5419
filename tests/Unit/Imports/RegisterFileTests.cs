using System.Text;
using ShuangDa.Grains.Imports;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

public sealed class RegisterFileTests : IDisposable
{
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(7, new DateOnly(2026, 6, 1), enterprises: 60, licences: 40);
    private static readonly RegisterForm Form = RegisterForm.Of(RegisterKind.Enterprises);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Encodings()
    {
        var data = new TheoryData<string, string>();
        foreach (var encoding in new[] { "UTF-8", "UTF-8 with BOM", "GB18030", "GBK", "UTF-16LE with BOM", "UTF-16BE with BOM" })
        {
            foreach (var separator in new[] { ",", ";", "\t" })
            {
                data.Add(encoding, separator);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_is_read_whichever_encoding_and_separator_it_has(string name, string separator)
    {
        var sheet = RegisterSheet.Enterprises(District).With(3, "经营范围", "含有“引号”\"、逗号,分号;和\n换行的经营范围");
        var encoding = name switch
        {
            "UTF-8" => new UTF8Encoding(false),
            "UTF-8 with BOM" => new UTF8Encoding(true),
            "GB18030" => RegisterSheet.Gb18030,
            "GBK" => Encoding.GetEncoding("GBK"),
            "UTF-16LE with BOM" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        };
        var (header, rows) = Read(sheet.ToCsv(encoding, separator[0]));
        Assert.Equal(sheet.Header, header);
        Assert.Equal(sheet.Rows, rows.Select(row => row.Cells));
        Assert.All(rows, row => Assert.Null(row.Problem));
    }

    [Fact]
    public void A_workbook_is_read_like_CSV_dates_and_numbers_as_the_text_they_show()
    {
        var sheet = RegisterSheet.Enterprises(District);
        var (header, rows) = Read(sheet.ToXlsx((column, text) => column == "注册日期" ? DateTime.Parse(text) : text));
        Assert.Equal(sheet.Header, header);
        // Only known columns are read: the name of the legal representative is in the file and nowhere else.
        var unknown = Array.IndexOf(sheet.Header, "法人代表");
        Assert.Equal(sheet.Rows.Select(row => row.Select((cell, at) => at == unknown ? "" : cell).ToArray()), rows.Select(row => row.Cells));
    }

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_shows_them_and_empty_ones_are_no_rows()
    {
        var (_, rows) = Read(Encoding.UTF8.GetBytes("企业名称,统一社会信用代码\r\n甲,\"1\n2\"\r\n\r\n,\r\n乙,3\r\n"));
        Assert.Equal([(2, "甲"), (5, "乙")], rows.Select(row => (row.Number, row.Cells[0])));
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_said_with_what_it_swallowed()
    {
        var (_, rows) = Read(Encoding.UTF8.GetBytes("企业名称,统一社会信用代码\n甲,1\n乙,\"2\n丙,3\n丁,4\n"));
        Assert.Equal(2, rows.Count);
        Assert.Null(rows[0].Problem);
        Assert.Equal("引号没有闭合，直到文件末尾的3行都被当作这一行的内容", rows[1].Problem);
    }

    [Fact]
    public void Text_after_a_closing_quotation_mark_is_a_problem_of_its_row_alone()
    {
        var (_, rows) = Read(Encoding.UTF8.GetBytes("企业名称,统一社会信用代码\n\"甲\"乙,1\n丙\"丁,2\n"));
        Assert.Equal(["引号使用有误：闭合的引号后面还有文字", null], rows.Select(row => row.Problem));
    }

    [Fact]
    public void Broken_letters_are_a_problem_of_their_row_alone()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes("企业名称,统一社会信用代码\n甲,1\n乙"), 0xFF, 0xFE, .. Encoding.UTF8.GetBytes(",2\n丙,3\n")];
        var (header, rows) = Read(broken);
        Assert.Equal("企业名称", header[0]);
        Assert.Equal([null, "含有无法识别的字符（文字编码有误）", null], rows.Select(row => row.Problem));
    }

    [Fact]
    public void A_huge_cell_is_a_problem_of_its_row_alone_and_one_that_swallows_the_file_ends_the_reading()
    {
        var (_, rows) = Read(Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码\n甲,{new string('1', 5_000_000)}\n乙,2\n"));
        Assert.Equal([("超过32767个字符", ""), (null, "2")], rows.Select(row => (row.Faults?[1], row.Cells[1])));

        var swallowing = Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码\n甲,1\n乙,\"{string.Concat(Enumerable.Repeat("丙,2\n", 3_000_000))}");
        var unreadable = Assert.Throws<RegisterUnreadableException>(() => Read(swallowing));
        Assert.Contains("第3行过长", unreadable.Text.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, ".xls")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 1, 2, 3 }, "已损坏")]
    public void A_file_that_is_no_register_is_refused_with_the_reason(byte[] content, string reason)
    {
        var unreadable = Assert.Throws<RegisterUnreadableException>(() => Read(content));
        Assert.Contains(reason, unreadable.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_that_is_missing_is_named()
    {
        var problem = Form.Locate(["法人代表", "地址"], out _);
        Assert.Equal("缺少必需的列：企业名称、统一社会信用代码。文件未导入", problem?.Chinese);
    }

    /// <summary>Of two titles of one column the one that says it exactly counts; of one title twice nobody knows which is meant.</summary>
    [Fact]
    public void Of_two_titles_of_one_column_the_exact_one_counts_and_it_is_said()
    {
        Assert.Null(Form.Locate(["企业名称", "统一社会信用代码", "住所", "注册地址"], out var layout));
        Assert.Equal(3, layout["注册地址"]?.At);
        Assert.Equal(["列“住所”与“注册地址”是同一内容，采用“注册地址”"], layout.Remarks.Select(remark => remark.Chinese));
        Assert.Equal(
            "列“注册地址”出现了不止一次。文件未导入",
            Form.Locate(["企业名称", "统一社会信用代码", "注册地址", "注册地址"], out _)?.Chinese);
    }

    [Fact]
    public void Columns_are_found_in_any_order_and_under_other_titles_and_the_legal_representative_under_none()
    {
        Assert.Null(Form.Locate(["法定代表人", "住所", "成立日期", "\uFEFF社会信用代码 ", "单位名称", "法人代表"], out var layout));
        Assert.Equal([("注册地址", 1), ("注册日期", 2), ("统一社会信用代码", 3), ("企业名称", 4)], layout.Places.Select(place => (place.Title, place.At)));
    }

    private (IReadOnlyList<string> Header, List<FileRow> Rows) Read(byte[] content)
    {
        var path = _folder.File("register");
        File.WriteAllBytes(path, content);
        using var file = RegisterFile.Open(path, Form);
        return (file.Header, [.. file.Rows()]);
    }
}
