using System.Collections.Immutable;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>证书登记. The public register of licences and certificates.</summary>
internal static class LicenceRegister
{
    // Lists of certificates name the holder and no code. Who makes the goods (生产者) is not who holds the certificate.
    private static readonly string[] HolderTitles =
    [
        "持证人", "持证人名称", "证书持有人", "持证企业", "持证企业名称", "认证委托人", "认证委托人名称", "委托人名称", "申请人", "申请人名称",
        "获证企业", "获证企业名称", "企业名称", "单位名称", "公司名称",
    ];

    // Under these titles registers write the first day and the last into one cell.
    private static readonly string[] TermTitles = ["有效期", "有效期限", "有效期起止", "有效期间"];

    public static RegisterForm Form { get; } = new(
        RegisterKind.Licences,
        [
            new("统一社会信用代码", true, "社会信用代码", "统一信用代码", "信用代码", "creditCode") { SaidBy = HolderTitles },
            new(HolderTitles[0], false, HolderTitles[1..]) { InPlaceOf = "统一社会信用代码" },
            // 编号 may be a serial number, 批准日期 and 截止日期 those of anything: a register of enterprises may have them too.
            new("证书编号", true, "许可证编号", "许可证号", "证书号", "编号", "number") { Tells = ["证书编号", "许可证编号", "许可证号", "证书号"] },
            new("发证日期", true, "有效期起", "有效期自", "颁证日期", "批准日期", "validFrom") {
                Tells = ["发证日期", "有效期起", "有效期自", "颁证日期", "validFrom"],
                SaidBy = TermTitles
            },
            new("有效期至", true, ["有效期止", "截止日期", "到期日期", "validTo", .. TermTitles]) { Tells = ["有效期至", "有效期止", "validTo", .. TermTitles] },
            new("证书类型", false, "许可证类型", "证书种类", "许可证种类", "kind") { Tells = ["证书类型", "许可证类型", "证书种类", "许可证种类"] },
            new("产品类别", false, "产品类型", "食品类别", "食品、食品添加剂类别", "productClasses"),
            new("产品名称", false, "产品", "认证产品", "产品品种", "品种明细", "products"),
            new("发证机关", false, "发证机构", "发证部门", "批准机关", "issuedBy") { Tells = ["发证机关", "发证机构", "发证部门", "issuedBy"] },
            new("生产地址", false, "生产场所", "productionAddress"),
            new("状态", false, "证书状态", "许可证状态", "status") { Tells = ["证书状态", "许可证状态"] },
        ],
        Read);

    private static RowReading Read(RegisterCells cells)
    {
        if (LicenceNumber.Parse(cells["证书编号"], out var number) is { } wrong)
        {
            return new RowReading(wrong.Problem);
        }

        var kind = LicenceTexts.FindKind(cells["证书类型"]);
        var status = LicenceTexts.FindRegisterStatus(cells["状态"]);
        var (wrongFrom, wrongTo) = (cells.Day("发证日期", out var issuedOn), cells.Term("有效期至", out var term));
        var (validFrom, validTo) = (term.From ?? issuedOn, term.To);
        var problem = wrongFrom
            ?? wrongTo
            ?? Missing("发证日期", validFrom is null)
            ?? Missing("有效期至", validTo is null)
            ?? Unknown(cells, "证书类型", kind is null)
            ?? Unknown(cells, "状态", status is null);
        if (problem is not null)
        {
            return new RowReading(problem);
        }

        return Command(cells[HolderTitles[0]], new ImportLicence(
            number.Text,
            cells["统一社会信用代码"] ?? "",
            validFrom!.Value,
            validTo!.Value,
            Classes(cells),
            cells["发证机关"],
            cells["生产地址"],
            kind,
            status,
            cells["产品名称"]));
    }

    private static RowCommand Command(string? holder, ImportLicence row) =>
        RowCommand.To<ILicenceGrain, LicenceState, LicenceCommand>("licence", row.Number, row) with
        {
            Says = () => Says(holder, row),
            Products = row.ProductClasses ?? [],
            HolderName = holder,
            HeldBy = code => Command(null, row with { Enterprise = code }),
            JoinedTo = before => before.HolderName == holder && before.Row is ImportLicence earlier && Joined(earlier, row) is { } both
                ? Command(holder, both)
                : null,
        };

    private static IEnumerable<(string Column, string? Text)> Says(string? holder, ImportLicence row) =>
    [
        ("统一社会信用代码", row.Enterprise is "" ? null : row.Enterprise),
        (HolderTitles[0], holder),
        ("证书编号", row.Number),
        ("证书类型", row.Kind is { } kind ? Terms.Of(kind).Chinese : null),
        ("发证日期", IsoDate.Of(row.ValidFrom)),
        ("有效期至", row.ValidTo == DateOnly.MaxValue ? "长期" : IsoDate.Of(row.ValidTo)),
        ("产品类别", row.ProductClasses is { } classes ? string.Join('、', classes) : null),
        ("产品名称", row.Products),
        ("发证机关", row.IssuedBy),
        ("生产地址", row.ProductionAddress),
        ("状态", row.Status is { } status ? Terms.Of(status).Chinese : null),
    ];

    // Registers list a licence once for each of its products: rows that say the same otherwise are one licence.
    private static ImportLicence? Joined(ImportLicence earlier, ImportLicence later)
    {
        ImmutableArray<string> classes = [.. (earlier.ProductClasses ?? []).Union(later.ProductClasses ?? [])];
        var joined = earlier with
        {
            ProductClasses = classes.IsEmpty ? null : classes,
            Products = (earlier.Products, later.Products) switch
            {
                (null, var said) => said,
                (var said, null) => said,
                var (said, more) => said.Split('、').Contains(more) ? said : $"{said}、{more}",
            },
        };
        var isSame = (earlier with { ProductClasses = null, Products = null }) == (later with { ProductClasses = null, Products = null });
        return isSame && classes.Length <= ProductClass.MostPerSubject && (joined.Products?.Length ?? 0) <= LicenceDetails.LongestProducts
            ? joined
            : null;
    }

    // The names of products count as classes where no column says those; more of them than a licence may have are words only.
    private static ImmutableArray<string>? Classes(RegisterCells cells) =>
        cells.List("产品类别") ?? (cells.List("产品名称") is { Length: <= ProductClass.MostPerSubject } names ? names : null);

    private static string? Missing(string title, bool isMissing) => isMissing ? $"{title}为空" : null;

    private static string? Unknown(RegisterCells cells, string title, bool isUnknown) =>
        isUnknown && cells[title] is { } said ? $"{title}“{RegisterText.Shortened(said)}”无法识别" : null;
}
