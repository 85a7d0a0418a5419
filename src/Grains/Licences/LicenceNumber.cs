using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>证书编号. The number that names a licence. Its form tells the kind: XK18-978-00001 and （沪）XK18-978-00001 (沪XK18-978-00001 is
/// read as that), SC and fourteen digits, QS and twelve digits of the time before, or sixteen digits.</summary>
public readonly partial record struct LicenceNumber
{
    private const string Provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新";

    private LicenceNumber(string text, LicenceKind kind)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>编号. The number in its one form: half-width letters and digits, a province in full-width brackets.</summary>
    public string Text { get; }

    /// <summary>种类. The kind of licence that has numbers of this form.</summary>
    public LicenceKind Kind { get; }

    /// <summary>旧编号. Whether it is of the form that food production licences had before SC (食品生产许可管理办法 第三十条).</summary>
    public bool IsOld => Text is { } text && text.StartsWith("QS", StringComparison.Ordinal);

    /// <summary>A number from what was typed or read: full-width or half-width, with or without brackets' twins, hyphens and spaces, in any case.</summary>
    /// <param name="given">The text.</param>
    /// <param name="number">The number in its one form; of no meaning when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Parse(string? given, out LicenceNumber number)
    {
        number = default;
        var text = HalfWidth.Of(given ?? "").ToUpperInvariant();
        if (text.Length == 0)
        {
            return Problem("证书编号不能为空", "The licence number is missing");
        }

        if (ProductionLicence().Match(text) is { Success: true } production)
        {
            var province = production.Groups["province"];
            if (province.Success && !Provinces.Contains(province.Value, StringComparison.Ordinal))
            {
                return Problem($"“{province.Value}”不是省、自治区、直辖市的简称", $"'{province.Value}' is not the short name of a province");
            }

            var prefix = province.Success ? $"（{province.Value}）" : "";
            number = new LicenceNumber($"{prefix}XK{production.Groups["class"]}-{production.Groups["product"]}-{production.Groups["serial"]}", LicenceKind.ProductionLicence);
            return null;
        }

        if (FoodProductionLicence().IsMatch(text))
        {
            number = new LicenceNumber(text, LicenceKind.FoodProductionLicence);
            return null;
        }

        if (CompulsoryCertificate().IsMatch(text))
        {
            number = new LicenceNumber(text, LicenceKind.CompulsoryCertificate);
            return null;
        }

        return Problem(
            "证书编号不符合任何一种格式：生产许可证为XK加2位-3位-5位数字（可在前面加省份简称，如（沪）），食品生产许可证为SC加14位数字（旧证为QS加12位数字），强制性产品认证证书为16位数字（前4位为年份）",
            "The licence number has none of the known forms: XK with 2-3-5 digits, optionally after a province in brackets; "
            + "SC with 14 digits, or QS with 12 on older ones; or 16 digits that begin with a year");
    }

    /// <summary>The number in its one form.</summary>
    public override string ToString() => Text ?? "";

    [GeneratedRegex(
        @"^(?:\((?<province>[^()])\)|(?<province>[^()]))?XK(?<class>[0-9]{2})-?(?<product>[0-9]{3})-?(?<serial>[0-9]{5})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex ProductionLicence();

    [GeneratedRegex(@"^(?:SC[0-9]{14}|QS[0-9]{12})\z", RegexOptions.CultureInvariant)]
    private static partial Regex FoodProductionLicence();

    [GeneratedRegex(@"^20[0-9]{14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CompulsoryCertificate();

    private static InvalidInput Problem(string chinese, string english) => new("number", chinese, english);
}
