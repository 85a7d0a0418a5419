namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 自由文本. What every text that people type must satisfy before it is stored: no half characters and no controls, which databases and files
/// treat differently, no marks that turn the direction of what stands after them, and a length its column has room for.
/// </summary>
public static class FreeText
{
    /// <summary>单行文字的最大长度. Texts that may have no more characters are one line, as the forms have it; others may have many.</summary>
    public const int LongestLine = 300;

    /// <summary>What is wrong with a text, or null.</summary>
    /// <param name="field">The field's name in the input, in camelCase.</param>
    /// <param name="text">The text; null is always right.</param>
    /// <param name="longest">The most characters (UTF-16 units) it may have.</param>
    public static InvalidInput? Problem(string field, string? text, int longest)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > longest)
        {
            return new InvalidInput(field, $"文字过长：{text.Length}字，最多{longest}字", $"The text is too long: {text.Length} characters, at most {longest}");
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return new InvalidInput(field, $"第{at + 1}字不完整，不能保存", $"Character {at + 1} is half a character, which cannot be stored");
            }
            else if (WhyNotKept(text[at]) is { } why)
            {
                var code = $"U+{(int)text[at]:X4}";
                return new InvalidInput(
                    field,
                    $"第{at + 1}字为{why.Chinese}（{code}），不能保存",
                    $"Character {at + 1} is {why.English} ({code}), which cannot be stored");
            }
        }

        return null;
    }

    /// <summary>What is wrong with a text of one line, or null; what is around it is taken off.</summary>
    /// <param name="field">The field's name in the input, in camelCase.</param>
    /// <param name="text">The text; null is always right.</param>
    public static InvalidInput? Broken(string field, string? text) => text?.AsSpan().Trim().IndexOfAny('\n', '\r') is >= 0 and { } at
        ? new InvalidInput(field, $"第{at + 1}字为换行，此项只能填一行", $"Character {at + 1} ends a line; this is one line")
        : null;

    private static BilingualText? WhyNotKept(char letter) => letter switch
    {
        '\t' or '\n' or '\r' => null,
        '\0' => new("空字符", "no character"),
        // Between such characters stand the names of people and places in our own sentences (Named).
        >= '\u2061' and <= '\u2064' => new("不可见的运算符", "an invisible operator"),
        // What follows them is read backwards: a name or an amount is shown as another.
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => new("改变文字方向的符号", "a mark of direction"),
        '\u2028' or '\u2029' => new("不可见的分行符", "an invisible end of a line"),
        '\uFFFE' or '\uFFFF' => new("无效字符", "no character"),
        _ when char.IsControl(letter) => new("控制字符", "a control"),
        _ => null,
    };

    /// <summary>What is wrong where a text must be given, or null. How long it may be is said by <see cref="LongestAttribute"/> and looked at before the law is asked.</summary>
    /// <param name="field">The field's name in the input, in camelCase.</param>
    /// <param name="text">The text.</param>
    public static InvalidInput? Missing(string field, string? text) => string.IsNullOrWhiteSpace(text) ? new InvalidInput(field, "不能为空", "It must not be empty") : null;

    /// <summary>A text that may be left out, without the spaces around it; a blank one is none.</summary>
    /// <param name="text">The text.</param>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The same of a register's text: registers write <c>N/A</c> where they say nothing.</summary>
    /// <param name="text">The text.</param>
    public static string? OfRegister(string? text) => Given(text) is { } given && !given.Equals("N/A", StringComparison.OrdinalIgnoreCase) ? given : null;

    /// <summary>What is wrong with a text that must be given, or null.</summary>
    /// <param name="field">The field's name in the input, in camelCase.</param>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters (UTF-16 units) it may have.</param>
    public static InvalidInput? ProblemOfRequired(string field, string? text, int longest) => Missing(field, text) ?? Problem(field, text, longest);
}
