using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 登记簿文字. The text of a cell as it was meant: without the marks by which spreadsheets keep digits as text, without signs that nobody
/// sees, and with the
/// characters that GB18030 has given a place in Unicode since. What cannot be known for certain is a problem, never a guess.
/// </summary>
internal static class RegisterText
{
    private const char Unknown = '\uFFFD';

    // What older tables of GB18030 put into the private use area and GB 18030-2022 does not.
    private static readonly FrozenDictionary<char, string> Placed = new Dictionary<char, string>
    {
        ['\uE5E5'] = "\u3000",
        ['\uE78D'] = "\uFE10",
        ['\uE78E'] = "\uFE12",
        ['\uE78F'] = "\uFE11",
        ['\uE790'] = "\uFE13",
        ['\uE791'] = "\uFE14",
        ['\uE792'] = "\uFE15",
        ['\uE793'] = "\uFE16",
        ['\uE794'] = "\uFE17",
        ['\uE795'] = "\uFE18",
        ['\uE796'] = "\uFE19",
        ['\uE7C7'] = "\u1E3F",
        ['\uE7C8'] = "\u01F9",
        ['\uE816'] = "\U00020087",
        ['\uE817'] = "\U00020089",
        ['\uE818'] = "\U000200CC",
        ['\uE81E'] = "\u9FB4",
        ['\uE826'] = "\u9FB5",
        ['\uE82B'] = "\u9FB6",
        ['\uE82C'] = "\u9FB7",
        ['\uE831'] = "\U000215D7",
        ['\uE832'] = "\u9FB8",
        ['\uE83B'] = "\U0002298F",
        ['\uE843'] = "\u9FB9",
        ['\uE854'] = "\u9FBA",
        ['\uE855'] = "\U000241FE",
        ['\uE864'] = "\u9FBB",
    }.ToFrozenDictionary();

    // Whatever is looked at closer: what nobody sees, what no table places, and the halves of characters.
    private static readonly SearchValues<char> Rare = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(letter => IsUnseen(letter) || IsPrivate(letter)
            || char.IsSurrogate(letter) || letter == Unknown)]);

    /// <summary>The text of a cell as it was meant.</summary>
    /// <param name="cell">The cell as the file has it.</param>
    /// <param name="wasCleaned">Whether signs that nobody sees were taken out of it.</param>
    /// <param name="problem">Why it cannot be trusted, in Chinese, after the column's title; or null.</param>
    public static string Of(string cell, out bool wasCleaned, out string? problem)
    {
        (wasCleaned, problem) = (false, null);
        var text = Unmarked(cell);
        if (text.AsSpan().IndexOfAny(Rare) < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsUnseen(letter))
            {
                wasCleaned = true;
            }
            else if (Placed.TryGetValue(letter, out var placed))
            {
                kept.Append(placed);
            }
            else if (letter == Unknown || IsPrivate(letter))
            {
                problem = letter == Unknown ? "含有无法识别的字符（文字编码有误）" : NotPlaced(letter);
            }
            else if (char.IsSurrogate(letter))
            {
                if (at + 1 == text.Length || !char.IsSurrogatePair(letter, text[at + 1]))
                {
                    problem = "含有不完整的字符";
                }
                else
                {
                    var whole = char.ConvertToUtf32(letter, text[at + 1]);
                    problem = CharUnicodeInfo.GetUnicodeCategory(whole) is UnicodeCategory.PrivateUse ? NotPlaced(whole) : problem;
                    kept.Append(letter).Append(text[++at]);
                }
            }
            else
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }

    /// <summary>A text for a message: as much of it as is needed to find it, and no half character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters.</param>
    public static string Shortened(string text, int longest = 40)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest ? text : Cut(text, longest) + "…";
    }

    /// <summary>The beginning of a text, without half a character at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters.</param>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    // ="0123" and '0123 keep a spreadsheet from taking digits for a number; '甲'厂 begins with a word in quotation marks.
    private static string Unmarked(string cell)
    {
        var text = cell.AsSpan().Trim();
        return text is ['=', '"', .., '"'] && text.Length > 3 ? text[2..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal)
            : text is ['\'', .. { Length: > 0 } rest] && (SafeCell.NeedsMark(rest) || !rest.Contains('\'')) ? rest.ToString()
            : cell;
    }

    // Controls but for the ends of lines and the tabulator, marks of direction, spaces without width, soft hyphens.
    private static bool IsUnseen(char letter) => letter switch
    {
        '\t' or '\n' or '\r' => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format,
    };

    private static bool IsPrivate(char letter) => letter is >= '\uE000' and <= '\uF8FF';

    private static string NotPlaced(int code) => $"含有自造字（U+{code:X4}），请改用标准汉字";
}
