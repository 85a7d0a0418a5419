using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

/// <summary>A register's header tells which register it is of. A file that was sent to the wrong one is refused as a whole, with the way to the right one.</summary>
public sealed class RegisterHeaderTests
{
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(7, new DateOnly(2026, 6, 1), enterprises: 60, licences: 40);

    [Fact]
    public void A_register_of_licences_is_no_register_of_enterprises_though_it_has_a_name_and_a_credit_code()
    {
        var problem = Problem(RegisterKind.Enterprises, RegisterSheet.Licences(District).Header);
        Assert.Equal(
            "这是证书登记的表头（有“证书类型”“证书编号”“发证日期”“有效期至”“发证机关”），却作为企业登记送来。请改从“导入证书登记簿”送入（POST /imports/licences，命令 import licences）。文件未导入",
            problem?.Chinese);
        Assert.Contains("the header of the register of licences", problem?.English, StringComparison.Ordinal);
        Assert.Contains("POST /imports/licences", problem?.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_of_enterprises_is_no_register_of_licences()
    {
        var problem = Problem(RegisterKind.Licences, RegisterSheet.Enterprises(District).Header);
        Assert.Contains("这是企业登记的表头", problem?.Chinese, StringComparison.Ordinal);
        Assert.Contains("POST /imports/enterprises", problem?.English, StringComparison.Ordinal);
    }

    [Theory]
    // Each lacks something, and is of licences all the same.
    [InlineData("企业名称,统一社会信用代码,证书编号,发证日期,发证机关")]
    [InlineData("企业名称,统一社会信用代码,许可证编号")]
    [InlineData("name,creditCode,number,validFrom,validTo")]
    [InlineData("企业名称,统一社会信用代码,住所,企业类型,许可证编号,有效期至")]
    // As much the one as the other: a question costs less than spoiled data.
    [InlineData("企业名称,统一社会信用代码,成立日期,企业类型,注册资本,证书编号,发证日期,有效期至,住所")]
    [InlineData("企业名称,统一社会信用代码,许可证号,到期日期,经营范围,住所")]
    public void What_tells_are_the_columns_that_only_licences_have(string header) =>
        Assert.Contains("这是证书登记的表头", Problem(RegisterKind.Enterprises, header.Split(','))?.Chinese, StringComparison.Ordinal);

    [Theory]
    // What both may have tells nothing: a serial number, a state, an address, a class of products, somebody's date.
    [InlineData("企业名称,统一社会信用代码")]
    [InlineData("编号,企业名称,统一社会信用代码,状态,住所,产品类别,生产地址")]
    [InlineData("编号,企业名称,统一社会信用代码,批准日期,截止日期")]
    [InlineData("企业名称,统一社会信用代码,成立日期,注册资本,经营范围,许可证编号,有效期至")]
    public void A_register_of_enterprises_may_have_more_than_its_own_columns(string header) => Assert.Null(Problem(RegisterKind.Enterprises, header.Split(',')));

    /// <summary>The food register's own title: sole traders once had their identity number there.</summary>
    [Fact]
    public void A_title_that_admits_a_persons_number_too_is_that_of_the_credit_code() => Assert.Null(Problem(
        RegisterKind.Licences, "生产者名称,社会信用代码（身份证号码）,许可证编号,食品类别,生产地址,发证日期,有效期至".Split(',')));

    /// <summary>What an enterprise makes public is read; what is a person's is not (个人信息保护法 第六条).</summary>
    [Theory]
    [InlineData("联系电话", "021-55500000", "021-55500000")]
    [InlineData("企业联系电话（必填）", "021-55500000", "021-55500000")]
    [InlineData("单位电话", "无", null)]
    [InlineData("联系电话（法人）", "13800000000", null)]
    [InlineData("联系电话（必填）（法定代表人）", "13800000000", null)]
    [InlineData("联系人电话", "13800000000", null)]
    [InlineData("手机", "13800000000", null)]
    public void The_telephone_of_an_enterprise_is_read_and_none_of_a_person(string title, string cell, string? read)
    {
        var row = Read(["企业名称", "统一社会信用代码", title], ["某厂", District.Enterprises[0].CreditCode, cell]);
        Assert.Equal(read, Assert.IsType<ImportEnterprise>(row.Command?.Row).Details.Telephone);
    }

    /// <summary>Titles that tell nothing may be those of all that a licence must have; then the rows tell.</summary>
    [Fact]
    public void A_row_that_is_a_licence_is_no_enterprise_though_its_header_tells_nothing()
    {
        string[] header = ["企业名称", "统一社会信用代码", "编号", "批准日期", "截止日期", "产品名称", "住所"];
        var code = District.Enterprises[0].CreditCode;
        Assert.Equal("该行是证书登记的一行，不是企业登记的。请从另一登记簿送入", Read(header, ["某厂", code, "XK13-006-00001", "2024-01-01", "2029-01-01", "电线电缆", "某路1号"]).Problem);

        // A serial number and somebody's dates are no licence.
        Assert.Null(Read(header, ["某厂", code, "17", "2024-01-01", "2029-01-01", "电线电缆", "某路1号"]).Problem);
    }

    private static RowReading Read(string[] header, string[] cells)
    {
        var form = RegisterForm.Of(RegisterKind.Enterprises);
        Assert.Null(form.Locate(header, out var layout));
        return form.Read(new FileRow(2, cells), layout, form.LookalikeIn(header));
    }

    [Fact]
    public void A_register_of_licences_may_repeat_what_the_register_of_enterprises_says() =>
        Assert.Null(Problem(RegisterKind.Licences, "企业名称,统一社会信用代码,成立日期,企业类型,注册资本,经营范围,编号,批准日期,有效期至".Split(',')));

    [Theory]
    [InlineData(RegisterKind.Enterprises, "企业名称、统一社会信用代码")]
    [InlineData(RegisterKind.Licences, "统一社会信用代码、证书编号、发证日期、有效期至")]
    public void A_file_that_is_of_neither_is_told_what_a_header_is(RegisterKind register, string columns)
    {
        var problem = Problem(register, ["商户", "电话", new string('长', 300), "", "五", "六", "七", "八", "九"]);
        Assert.Equal(
            $"前20行中没有任何一种登记簿的表头（第一行是“商户”“电话”“{new string('长', 20)}…”“五”“六”“七”…）。表头须有这些列：{columns}。文件未导入",
            problem?.Chinese);
        Assert.Equal("文件是空的，没有表头", Problem(register, [])?.Chinese);
    }

    private static BilingualText? Problem(RegisterKind register, IReadOnlyList<string> header) => RegisterForm.Of(register).Locate(header, out _);
}
