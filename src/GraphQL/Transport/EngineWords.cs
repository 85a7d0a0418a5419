using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ShuangDa.GraphQL.Transport;

/// <summary>引擎的说明. What the engine says in English of a document or a value that does not fit the schema, in Chinese.</summary>
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

    // What the engine says of a document, each with the names that it quotes in their order. What is not among them is of the value of a
    // scalar, or stays as it is: those who write documents read it.
    private static readonly (Regex Said, string Chinese)[] Sentences =
    [
        (NoField(), "类型“$1”没有字段“$0”$2"),
        (NoSubSelection(), "字段“$0”是“$1”，没有下级字段，不能再选取"),
        (SubSelection(), "字段“$0”是“$1”，应当选取其下级字段"),
        (NoArgument(), "“$1”没有参数“$0”$2"),
        (ArgumentMissing(), "“$1”缺少必填的参数“$0”"),
        (NoType(), "没有类型“$0”$1"),
        (NoFragment(), "没有片段“$0”"),
        (NoVariable(), "没有定义变量“$0”"),
        (VariableUnused(), "变量“$0”没有使用"),
        (NoValue(), "变量“$0”必须有值"),
        (NotAmong(), "“$0”：“$1”不是“$2”的取值"),
        (FieldMissing(), "“$0”缺少必填的字段“$1”"),
        (NoInputField(), "“$1”没有字段“$0”$2"),
    ];

    /// <summary>The message in Chinese; as it is where it says something else.</summary>
    /// <param name="message">What the engine says.</param>
    public static string InChinese(string message)
    {
        foreach (var (said, chinese) in Sentences)
        {
            if (said.Match(message) is { Success: true } match)
            {
                return Enumerable.Range(1, match.Groups.Count - 1).Aggregate(chinese, (text, place) => text.Replace(
                    $"${place - 1}", Meant(match.Groups[place].Value), StringComparison.Ordinal));
            }
        }

        if (Expected().Match(message) is not { Success: true } expected
            || !Scalars.TryGetValue(expected.Groups["type"].Value, out var words))
        {
            return message;
        }

        var given = Given().Match(message) is { Success: true } found ? $"“{found.Groups["value"].Value}”" : "所填的值";
        var where = Place().Match(message) is { Success: true } place ? $"“{place.Groups["name"].Value}”：" : "";
        return $"{where}{given}不是有效的{words}";
    }

    // A name, or what the engine would have thought of instead.
    private static string Meant(string quoted) => !quoted.StartsWith(" Did you mean", StringComparison.Ordinal) ? quoted
        : $"，是否应为{string.Join("、", Quoted().Matches(quoted).Select(name => $"“{name.Groups[1].Value}”"))}";

    [GeneratedRegex("'([^']*)'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^Cannot query field '([^']*)' on type '([^']*)'\.( Did you mean .*)?$", RegexOptions.None, 1000)]
    private static partial Regex NoField();

    [GeneratedRegex(@"^Field '?(\w+)'? of type '?([^' ]+)'? must not have a sub selection\.?$", RegexOptions.None, 1000)]
    private static partial Regex NoSubSelection();

    [GeneratedRegex(@"^Field '?(\w+)'? of type '?([^' ]+)'? must have a sub selection\.?$", RegexOptions.None, 1000)]
    private static partial Regex SubSelection();

    [GeneratedRegex(@"^Unknown argument '([^']*)' on (?:field|directive) '([^']*)'[^.]*\.( Did you mean .*)?$", RegexOptions.None, 1000)]
    private static partial Regex NoArgument();

    [GeneratedRegex(
        @"^Argument '([^']*)' of type '[^']*' is required for (?:field|directive) '([^']*)' but not provided\.$", RegexOptions.None, 1000)]
    private static partial Regex ArgumentMissing();

    [GeneratedRegex(@"^Unknown type '?(\w+)'?\.( Did you mean .*)?$", RegexOptions.None, 1000)]
    private static partial Regex NoType();

    [GeneratedRegex(@"^Unknown fragment '([^']*)'\.$", RegexOptions.None, 1000)]
    private static partial Regex NoFragment();

    [GeneratedRegex(@"^Variable '\$?([^']*)' is not defined", RegexOptions.None, 1000)]
    private static partial Regex NoVariable();

    [GeneratedRegex(@"^Variable '\$?([^']*)' is never used", RegexOptions.None, 1000)]
    private static partial Regex VariableUnused();

    [GeneratedRegex(@"^Variable '\$?([^']*)' is invalid\. No value provided for a non-null variable\.$", RegexOptions.None, 1000)]
    private static partial Regex NoValue();

    // The scalars have words of their own.
    [GeneratedRegex(
        @"'\$?([^']*)' is invalid\. Unable to convert '([^']*)' to '(?!(?:LocalDate|DateTime|Decimal|Int|Boolean|UUID|String|ID)')([^']*)'",
        RegexOptions.None,
        1000)]
    private static partial Regex NotAmong();

    [GeneratedRegex(
        @"^(?:Argument|Variable) '\$?([^']*)' (?:has invalid value|is invalid)\. Missing required field '([^']*)'",
        RegexOptions.None,
        1000)]
    private static partial Regex FieldMissing();

    [GeneratedRegex(@"Unrecognized input fields '([^']*)' for type '([^']*)'\.?( Did you mean .*)?$", RegexOptions.None, 1000)]
    private static partial Regex NoInputField();

    [GeneratedRegex("'(?<type>LocalDate|DateTime|Decimal|Int|Boolean|UUID|String|ID)[!']", RegexOptions.RightToLeft, 1000)]
    private static partial Regex Expected();

    [GeneratedRegex("(?:found|convert) '?(?<value>\"[^\"]*\"|[^\\s',.]+)", RegexOptions.None, 1000)]
    private static partial Regex Given();

    [GeneratedRegex("(?:Variable|[Ff]ield|Argument) '\\$?(?<name>\\w+)'", RegexOptions.RightToLeft, 1000)]
    private static partial Regex Place();
}
