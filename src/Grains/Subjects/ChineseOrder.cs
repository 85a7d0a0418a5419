using System.Globalization;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 拼音排序. The order of names as people look them up, by pinyin. A database knows it badly or not at all, and each its own; so what it orders
/// by is a key that is written with the name (decision 25).
/// </summary>
public static class ChineseOrder
{
    /// <summary>The most characters of a key.</summary>
    public const int Longest = 400;

    /// <summary>The column in which a table of names keeps the key.</summary>
    public const string Column = "name_order";

    // Names that are alike so far are in any order; two thirds of a key of that many characters are left for what tells letters apart.
    private const int Compared = 60;

    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>A key by which names are in order, character by character.</summary>
    /// <param name="name">The name.</param>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var compared = name.Length <= Compared ? name : name[..(char.IsHighSurrogate(name[Compared - 1]) ? Compared - 1 : Compared)];
        var key = Convert.ToHexString(Pinyin.GetSortKey(compared).KeyData);
        return key.Length <= Longest ? key : key[..Longest];
    }
}
