using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>列名的解读. What a title in a header says: a column, and what stands in brackets behind it, a unit or a hint.</summary>
internal static partial class RegisterTitle
{
    /// <summary>The shortest title of which another is said to be like it: a syllable is in everything.</summary>
    public const int ShortestNear = 3;

    /// <summary>A title in its one form.</summary>
    /// <param name="name">As it stands in the file.</param>
    public static string Normalise(string name) => HalfWidth.Of(name).Trim('*', '"', '\'', '“', '”', ':').ToUpperInvariant();

    /// <summary>How a title may be meant, the likeliest first: whole, and without what stands in brackets.</summary>
    /// <param name="name">As it stands in the file.</param>
    /// <returns>The title in its one form, with what stood in brackets; null where all of it is the title.</returns>
    public static IReadOnlyList<(string Name, string? Note)> Readings(string name)
    {
        var whole = Normalise(name);
        var bare = Brackets().Replace(whole, "");
        return bare.Length == 0 || bare.Length == whole.Length
            ? [(whole, null)]
            : [(whole, null), (bare, Brackets().Match(whole).Groups["note"].Value)];
    }

    /// <summary>列名指纹. What is the same of all files with the same titles, in whatever order.</summary>
    /// <param name="header">The titles.</param>
    public static string FingerprintOf(IReadOnlyList<string> header)
    {
        var titles = header.Select(Normalise).Where(title => title.Length > 0).Distinct().Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', titles))));
    }

    /// <summary>
    /// 个人信息. Whether a title tells that the column is about a person: no task of the bureau here needs it (个人信息保护法 第六条), so nobody
    /// can have it read.
    /// </summary>
    /// <param name="name">As it stands in the file.</param>
    public static bool IsPersonal(string name) =>
        IsTelephone(name) ? IsTelephoneOfPerson(name) : Says(Normalise(name), Personal);

    /// <summary>
    /// 个人电话. Whether a title is that of an enterprise's telephone but for what stands in brackets: 联系电话 is the enterprise's,
    /// 联系电话（法人） and 联系电话（必填）（法人） are not.
    /// </summary>
    /// <param name="name">As it stands in the file.</param>
    public static bool IsTelephoneOfPerson(string name) => IsTelephone(name) && Brackets().Matches(Normalise(name))
        .Any(bracket => Says(bracket.Groups["note"].Value, [.. Personal, "法人", "个人"]));

    private static bool IsTelephone(string name) =>
        Readings(name)[^1].Name is var bare && (bare == OwnTelephone || OwnTelephones.Contains(bare));

    private static bool Says(string title, string[] words) => words.Any(word => title.Contains(word, StringComparison.Ordinal));

    private const string OwnTelephone = "联系电话";

    /// <summary>
    /// 单位电话. Other titles for the number that an enterprise itself makes public (企业信息公示暂行条例 第九条): it is about nobody.
    /// </summary>
    public static readonly string[] OwnTelephones = ["企业联系电话", "企业电话", "单位电话", "公司电话", "办公电话", "固定电话", "公示电话"];

    private static readonly string[] Personal =
        ["法人代表", "法定代表", "负责人", "投资人", "经办人", "联系人", "身份证", "证件号", "电话", "手机", "邮箱", "微信"];

    [GeneratedRegex(@"[\(\[【〔](?<note>[^\)\]】〕]*)[\)\]】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}

/// <summary>列名匹配. Which column a title names.</summary>
/// <param name="Title">The column.</param>
/// <param name="Name">The title in its one form, without brackets.</param>
/// <param name="Note">What stood in brackets, or null.</param>
/// <param name="Rank">How exactly it says so; 0 is the column's usual title.</param>
internal sealed record RegisterMatch(string Title, string Name, string? Note, int Rank);
