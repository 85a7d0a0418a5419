using System.Globalization;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>企业登记. The public register of enterprises.</summary>
internal static class EnterpriseRegister
{
    private static readonly string[] Units = ["元", "万", "亿", "人民币"];

    public static RegisterForm Form { get; } = new(
        RegisterKind.Enterprises,
        [
            new("企业名称", true, "单位名称", "公司名称", "市场主体名称", "名称", "name"),
            new("统一社会信用代码", true, "社会信用代码", "统一信用代码", "信用代码", "统一社会信用代码/注册号", "注册号", "creditCode"),
            new("注册日期", false, "成立日期", "登记日期", "设立日期", "registeredOn") { Tells = ["注册日期", "成立日期", "设立日期", "registeredOn"] },
            new("企业类型", false, "公司类型", "市场主体类型", "主体类型", "类型", "enterpriseType") { Tells = ["企业类型", "公司类型", "市场主体类型", "enterpriseType"] },
            new("注册资金", false, "注册资本", "出资额", "capital") { Tells = ["注册资金", "注册资本", "出资额", "capital"] },
            new("经营范围", false, "业务范围", "businessScope") { Tells = ["经营范围", "业务范围", "businessScope"] },
            new("所在省份", false, "省份", "所属省份", "省", "province"),
            new("地区", false, "所在地区", "所属地区", "区县", "所属区县", "行政区划", "district"),
            new("注册地址", false, "住所", "地址", "企业地址", "企业住所", "经营场所", "address"),
            new("所在区域", false, "所属街道", "街道", "所属街镇", "街镇", "乡镇街道", "所属区域", "area"),
            new("产品类别", false, "产品类型", "productClasses"),
            new("联系电话", false, [.. RegisterTitle.OwnTelephones, "telephone"]),
            new("登记状态", false, "经营状态", "企业状态", "市场主体状态", "状态", "state"),
        ],
        Read);

    private static RowReading Read(RegisterCells cells)
    {
        if (CreditCode.ParseCarried(cells["统一社会信用代码"], out var code) is { } wrong)
        {
            return new RowReading(wrong.Problem);
        }

        if (cells.Day("注册日期", out var registeredOn) is { } problem)
        {
            return new RowReading(problem);
        }

        var state = EnterpriseTexts.FindRegistrationState(cells["登记状态"]);
        var details = new EnterpriseDetails(
            cells["企业名称"] ?? "",
            cells["地区"],
            cells["注册地址"],
            cells["经营范围"],
            cells["企业类型"],
            registeredOn,
            Capital(cells),
            cells["所在省份"],
            Telephone(cells));
        var command = new ImportEnterprise(code.ToString(), details, cells.List("产品类别"), cells["所在区域"], state);
        return RowCommand.To<IEnterpriseGrain, EnterpriseState, EnterpriseCommand>("enterprise", code.ToString(), command) with
        {
            Says = () => Says(command),
            Mark = code.Mark,
            UnknownState = state is null ? cells["登记状态"] : null,
        };
    }

    private static IEnumerable<(string Column, string? Text)> Says(ImportEnterprise row) =>
    [
        ("企业名称", row.Details.Name),
        ("统一社会信用代码", row.CreditCode),
        ("注册日期", IsoDate.Of(row.Details.RegisteredOn)),
        ("企业类型", row.Details.EnterpriseType),
        ("注册资金", row.Details.Capital),
        ("经营范围", row.Details.BusinessScope),
        ("所在省份", row.Details.Province),
        ("地区", row.Details.District),
        ("注册地址", row.Details.Address),
        ("所在区域", row.Area),
        ("联系电话", row.Details.Telephone),
        ("产品类别", row.ProductClasses is { } classes ? string.Join('、', classes) : null),
        ("登记状态", row.State is { } state ? Terms.Of(state).Chinese : null),
    ];

    // A number alone has the unit that stands behind the column's title.
    private static string? Capital(RegisterCells cells) =>
        cells["注册资金"] is { } said && cells.NoteOf("注册资金") is { } unit && IsUnit(unit) && IsNumber(said) ? said + unit : cells["注册资金"];

    // What has no number in it, such as 无, says nothing.
    private static string? Telephone(RegisterCells cells) =>
        EnterpriseTexts.HasTelephone(cells["联系电话"]) ? cells["联系电话"] : null;

    private static bool IsUnit(string note) => note.Length <= 8 && Units.Any(unit => note.EndsWith(unit, StringComparison.Ordinal));

    private static bool IsNumber(string said) =>
        decimal.TryParse(
            HalfWidth.Of(said),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out _);
}
