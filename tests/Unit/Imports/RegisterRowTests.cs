using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

public sealed class RegisterRowTests
{
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(7, new DateOnly(2026, 6, 1), enterprises: 60, licences: 40);

    [Fact]
    public void Every_generated_row_names_its_subject()
    {
        Assert.All(Read(RegisterKind.Enterprises, RegisterSheet.Enterprises(District)), reading => Assert.Null(reading.Problem));
        Assert.Equal(
            District.Licences.Select(licence => $"licence/{licence.Number}"),
            Read(RegisterKind.Licences, RegisterSheet.Licences(District)).Select(reading => reading.Command?.Subject));
    }

    [Theory]
    [InlineData("统一社会信用代码", "9131011863165614F", "应为18位，现为17位")]
    [InlineData("统一社会信用代码", "9131011863165I145F", "不允许使用")]
    [InlineData("统一社会信用代码", "913101186316561000", "疑为电子表格截断所致")]
    [InlineData("统一社会信用代码", "", "不能为空")]
    [InlineData("注册日期", "2000-02-30", "注册日期“2000-02-30”不是日期")]
    public void What_is_wrong_with_an_enterprise_is_said(string column, string value, string reason) =>
        Assert.Contains(reason, Read(RegisterKind.Enterprises, RegisterSheet.Enterprises(District).With(0, column, value))[0].Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("证书编号", "XK18-978", "证书编号不符合任何一种格式")]
    [InlineData("证书编号", "N/A", "证书编号不能为空")]
    [InlineData("发证日期", "", "发证日期为空")]
    [InlineData("有效期至", "五年", "有效期至“五年”不是日期")]
    [InlineData("证书类型", "驾驶证", "证书类型“驾驶证”无法识别")]
    [InlineData("状态", "不详", "状态“不详”无法识别")]
    public void What_is_wrong_with_a_licence_is_said(string column, string value, string reason) =>
        Assert.Contains(reason, Read(RegisterKind.Licences, RegisterSheet.Licences(District).With(0, column, value))[0].Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("持证人")]
    [InlineData("认证委托人")]
    [InlineData("企业名称")]
    public void A_licence_without_a_column_of_codes_names_its_holder(string title)
    {
        var form = RegisterForm.Of(RegisterKind.Licences);
        Assert.Null(form.Locate([title, "证书编号", "发证日期", "有效期至"], out var layout));
        var command = form.Read(new FileRow(2, ["甲厂", "2025010301000005", "2025-01-03", "2030-01-02"]), layout).Command!;
        Assert.Equal("甲厂", command.HolderName);
        var held = command.HeldBy("91310118631656145F");
        Assert.Equal((null, "91310118631656145F"), (held.HolderName, ((ImportLicence)held.Row!).Enterprise));
    }

    [Fact]
    public void Where_there_are_codes_a_name_is_not_read()
    {
        var form = RegisterForm.Of(RegisterKind.Licences);
        Assert.Null(form.Locate(["企业名称", "统一社会信用代码", "证书编号", "发证日期", "有效期至"], out var layout));
        Assert.Equal("未读取的列：企业名称（共1列）", Assert.Single(layout.Remarks).Chinese);
        var row = new FileRow(2, ["\uFFFD", "91310118631656145F", "2025010301000005", "2025-01-03", "2030-01-02"]);
        Assert.Null(form.Read(row, layout).Command!.HolderName);
    }

    [Fact]
    public void Rows_of_one_certificate_are_one_where_they_name_one_holder()
    {
        var form = RegisterForm.Of(RegisterKind.Licences);
        Assert.Null(form.Locate(["持证人", "证书编号", "产品名称", "发证日期", "有效期至"], out var layout));
        RowCommand Of(string holder, string product) =>
            form.Read(new FileRow(2, [holder, "2025010301000005", product, "2025-01-03", "2030-01-02"]), layout).Command!;
        var both = Of("甲厂", "插座").JoinedTo(Of("甲厂", "插头"))!;
        Assert.Equal(("甲厂", 2), (both.HolderName, both.Products.Length));
        Assert.Null(Of("乙厂", "插座").JoinedTo(Of("甲厂", "插头")));
    }

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_not_guessed_at()
    {
        var form = RegisterForm.Of(RegisterKind.Enterprises);
        Assert.Null(form.Locate(["企业名称", "统一社会信用代码"], out var layout));
        Assert.Equal("该行有3列，表头只有2列", form.Read(new FileRow(2, ["甲", "乙", "91310118631656145F"]), layout).Problem);
        Assert.Null(form.Read(new FileRow(2, ["甲", "91310118631656145F", " "]), layout).Problem);
    }

    [Theory]
    [InlineData("N/A", null)]
    [InlineData("n/a ", null)]
    [InlineData("  ", null)]
    [InlineData(" 甲 ", "甲")]
    public void What_a_register_leaves_open_is_nothing_said(string cell, string? said) =>
        Assert.Equal(said, Cells("企业名称", cell)["企业名称"]);

    [Fact]
    public void Several_product_classes_may_stand_in_one_cell() =>
        Assert.Equal(["服装", "纺织品", "食品"], Cells("产品类别", "服装、纺织品; 食品").List("产品类别"));

    private static RegisterCells Cells(string title, string cell)
    {
        var layout = new RegisterLayout([title], [new RegisterPlace(title, 0, title)]);
        Assert.Null(RegisterCells.Of(new FileRow(2, [cell]), layout, out var cells));
        return cells;
    }

    /// <summary>A term in one cell says both days, and stands before the day of issue.</summary>
    [Theory]
    [InlineData("有效期", "", "2020-01-01至2029-12-31", "2020-01-01")]
    [InlineData("有效期至", "2020-02-02", "2029-12-31", "2020-02-02")]
    [InlineData("有效期限", "2020-02-02", "2020-01-01至2029-12-31", "2020-01-01")]
    public void A_licence_is_valid_from_what_its_term_says(string title, string issued, string term, string from)
    {
        var form = RegisterForm.Of(RegisterKind.Licences);
        Assert.Null(form.Locate(["统一社会信用代码", "证书编号", "发证日期", title], out var layout));
        var row = (ImportLicence)form.Read(new FileRow(2, ["91310118631656145F", "XK18-978-00001", issued, term]), layout).Command!.Row!;
        Assert.Equal((from, "2029-12-31"), (IsoDate.Of(row.ValidFrom), IsoDate.Of(row.ValidTo)));
    }

    [Fact]
    public void A_register_without_the_day_of_issue_is_one_where_the_term_says_it()
    {
        var form = RegisterForm.Of(RegisterKind.Licences);
        Assert.Null(form.Locate(["统一社会信用代码", "证书编号", "有效期"], out _));
        Assert.Contains("缺少必需的列：发证日期", form.Locate(["统一社会信用代码", "证书编号", "有效期至"], out _)?.Chinese, StringComparison.Ordinal);
    }

    /// <summary>Registers list a licence once for each of its products.</summary>
    [Fact]
    public void Rows_of_one_licence_that_differ_by_the_product_are_one_licence()
    {
        var sheet = RegisterSheet.Licences(District);
        var rows = Read(
            RegisterKind.Licences,
            sheet.With(0, "产品类别", "服装").With(1, cells => sheet.Rows[0].CopyTo(cells, 0)).With(1, "产品类别", "纺织品"));
        var joined = (ImportLicence)rows[1].Command!.JoinedTo(rows[0].Command!)!.Row!;
        Assert.Equal(["服装", "纺织品"], joined.ProductClasses);

        var other = Read(RegisterKind.Licences, sheet.With(1, cells => sheet.Rows[0].CopyTo(cells, 0)).With(1, "发证机关", "另一机关"));
        Assert.Null(other[1].Command!.JoinedTo(other[0].Command!));
    }

    private static List<RowReading> Read(RegisterKind kind, RegisterSheet sheet)
    {
        var form = RegisterForm.Of(kind);
        Assert.Null(form.Locate(sheet.Header, out var layout));
        return [.. sheet.Rows.Select((cells, at) => form.Read(new FileRow(at + 2, cells), layout))];
    }
}
