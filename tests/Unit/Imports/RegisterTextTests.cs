using System.Text;
using ShuangDa.Grains.Imports;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

/// <summary>What a cell says is what was meant in the source, or it is named.</summary>
public sealed class RegisterTextTests : IDisposable
{
    private static readonly RegisterForm Form = RegisterForm.Of(RegisterKind.Enterprises);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("家具厂")]
    [InlineData("某厂\n第二行")]
    [InlineData("𠮷野家")]
    [InlineData("a'b\"c=d")]
    public void An_ordinary_text_stays_as_it_is(string cell)
    {
        Assert.Equal(cell, RegisterText.Of(cell, out var wasCleaned, out var problem));
        Assert.Equal((false, null), (wasCleaned, problem));
    }

    [Theory]
    [InlineData("'91310118631656145F", "91310118631656145F")]
    [InlineData("=\"91310118631656145F\"", "91310118631656145F")]
    [InlineData("=\"a\"\"b\"", "a\"b")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("'", "'")]
    [InlineData("'甲'厂", "'甲'厂")] // a word in quotation marks, not a mark
    [InlineData("''甲'厂", "'甲'厂")] // the same with a mark, as rejected rows come back
    [InlineData("'=1+1'甲'", "=1+1'甲'")]
    public void Marks_that_keep_digits_as_text_are_none_of_it(string cell, string text) =>
        Assert.Equal(text, RegisterText.Of(cell, out _, out _));

    [Theory]
    [InlineData("试\u202E厂\u0007")]
    [InlineData("\uFEFF试厂")]
    [InlineData("试\u200B厂")]
    [InlineData("试\u00AD厂\u0000")]
    public void Signs_that_nobody_sees_are_taken_out(string cell)
    {
        Assert.Equal("试厂", RegisterText.Of(cell, out var wasCleaned, out var problem));
        Assert.Equal((true, null), (wasCleaned, problem));
    }

    [Theory]
    [InlineData("试\uFFFD厂", "含有无法识别的字符（文字编码有误）")]
    [InlineData("试\uE000厂", "含有自造字（U+E000），请改用标准汉字")]
    [InlineData("试\U000F0000厂", "含有自造字（U+F0000），请改用标准汉字")]
    public void What_cannot_be_known_is_a_problem(string cell, string problem)
    {
        _ = RegisterText.Of(cell, out _, out var found);
        Assert.Equal(problem, found);
    }

    [Fact]
    public void Half_a_character_is_a_problem()
    {
        _ = RegisterText.Of("试" + '\uD842', out _, out var found);
        Assert.Equal("含有不完整的字符", found);
    }

    [Fact]
    public void A_text_for_a_message_is_not_cut_through_a_character() =>
        Assert.Equal(new string('一', 38) + "…", RegisterText.Shortened(new string('一', 38) + "𠮷𠮷", 39));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("\tx")]
    [InlineData("310113000012345")]
    [InlineData("'quoted")]
    [InlineData("家具厂")]
    [InlineData("12345678901")]
    public void What_goes_out_is_no_formula_and_comes_back_as_it_was(string text)
    {
        var written = SafeCell.Of(text);
        Assert.DoesNotContain(written[0], "=+-@\t");
        Assert.Equal(text, RegisterText.Of(written, out _, out _));
    }

    /// <summary>Offices put a title, a date or a hint above the header, and group columns in a row of their own.</summary>
    [Theory]
    [InlineData("企业名称,统一社会信用代码,成立日期\n甲,1,2\n", 2, "企业名称|统一社会信用代码|成立日期")]
    [InlineData("某区企业名录\n截至2026年6月,,\n企业名称,统一社会信用代码,成立日期\n甲,1,2\n", 4, "企业名称|统一社会信用代码|成立日期")]
    [InlineData("企业名称,统一社会信用代码,有效期,\n,,起,至\n甲,1,2,3\n", 3, "企业名称|统一社会信用代码|有效期起|有效期至")]
    [InlineData("基本信息,,登记信息,\n企业名称,统一社会信用代码,成立日期,注册资本\n甲,1,2,3\n", 3, "企业名称|统一社会信用代码|成立日期|注册资本")]
    public void The_header_is_found_where_offices_put_it(string csv, int firstRow, string titles)
    {
        var path = _folder.File("a.csv");
        File.WriteAllText(path, csv);
        using var file = RegisterFile.Open(
            path,
            RegisterForm.Of(csv.Contains('起', StringComparison.Ordinal) ? RegisterKind.Licences : RegisterKind.Enterprises));
        Assert.Equal(titles, string.Join('|', file.Header));
        Assert.Equal((firstRow, "甲"), file.Rows().Select(row => ((int)row.Number, row.Cells[0])).Single());
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>企业名称</td></tr></table></body></html>", "网页")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><Workbook/>", "网页")]
    [InlineData("%PDF-1.7 …", "PDF")]
    public void A_file_that_is_called_a_workbook_and_is_none_is_told_by_what_it_is(string content, string reason)
    {
        var path = _folder.File("a.xls");
        File.WriteAllText(path, content);
        Assert.Contains(reason, Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_may_be_in_two_encodings_is_read_in_the_Chinese_one_and_that_is_said()
    {
        var path = _folder.File("a.csv");
        File.WriteAllBytes(path, RegisterSheet.Gb18030.GetBytes("name,creditCode\n一,1\n"));
        using var file = RegisterFile.Open(path, Form);
        Assert.Equal("一", file.Rows().Single().Cells[0]);
        Assert.Contains("按GB18030读取", Assert.Single(file.Remarks).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_with_a_password_is_told_from_an_old_one()
    {
        var path = _folder.File("a.xlsx");
        byte[] begins = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[70_000]];
        File.WriteAllBytes(path, [.. begins, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[300]]);
        Assert.Contains("打开密码", Refusal(path), StringComparison.Ordinal);
        File.WriteAllBytes(path, begins);
        Assert.Contains("旧版Excel", Refusal(path), StringComparison.Ordinal);
    }

    /// <summary>Registers come in UTF-8, UTF-16 and GB18030, however short they are.</summary>
    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_short_file_under_English_titles_is_read_in_its_encoding(string name)
    {
        var encoding = name == "GB18030" ? RegisterSheet.Gb18030 : Encoding.GetEncoding(name);
        foreach (var text in new[] { "家具厂", "同济", "一", "上海市静安区某某路1号", "漢字繁體" })
        {
            var path = _folder.File("a.csv");
            File.WriteAllBytes(path, encoding.GetBytes($"name,creditCode\n{text},1\n"));
            using var file = RegisterFile.Open(path, Form);
            Assert.Equal(text, file.Rows().Single().Cells[0]);
        }
    }

    private static string Refusal(string path) =>
        Assert.Throws<RegisterUnreadableException>(() => RegisterFile.Open(path, Form)).Text.Chinese;
}
