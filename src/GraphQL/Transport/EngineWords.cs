using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ShuangDa.GraphQL.Transport;

/// <summary>引擎的说明. What the engine says in English of a value that does not fit its scalar, in Chinese.</summary>
internal static partial class EngineWords
{
    private static readonly FrozenDictionary<string, string> Scalars = new Dictionary<string, string>
    {
        ["LocalDate"] = "日期（日历上有的一日，写作2026-11-24）",
        ["DateTime"] = "时刻（写作2026-11-24T08:30:00.000Z）",
        ["Decimal"] = "数额（如1250.50）",
        ["Int"] = "整数",
        ["Boolean"] = "是或者否（true或者false）",
        ["UUID"] = "UUID编号",
        ["String"] = "文字",
        ["ID"] = "编号",
    }.ToFrozenDictionary();

    /// <summary>The message in Chinese; as it is where it says something else.</summary>
    /// <param name="message">What the engine says.</param>
    public static string InChinese(string message)
    {
        if (Expected().Match(message) is not { Success: true } expected
            || !Scalars.TryGetValue(expected.Groups["type"].Value, out var words))
        {
            return message;
        }

        var given = Given().Match(message) is { Success: true } found ? $"“{found.Groups["value"].Value}”" : "所填的值";
        var where = Place().Match(message) is { Success: true } place ? $"“{place.Groups["name"].Value}”：" : "";
        return $"{where}{given}不是有效的{words}";
    }

    [GeneratedRegex("'(?<type>LocalDate|DateTime|Decimal|Int|Boolean|UUID|String|ID)[!']", RegexOptions.RightToLeft, 1000)]
    private static partial Regex Expected();

    [GeneratedRegex("(?:found|convert) '?(?<value>\"[^\"]*\"|[^\\s',.]+)", RegexOptions.None, 1000)]
    private static partial Regex Given();

    [GeneratedRegex("(?:Variable|[Ff]ield|Argument) '\\$?(?<name>\\w+)'", RegexOptions.RightToLeft, 1000)]
    private static partial Regex Place();
}
