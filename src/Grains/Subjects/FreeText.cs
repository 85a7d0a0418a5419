namespace ShuangDa.Grains.Subjects;

/// <summary>自由文本. What every text that people type must satisfy before it is stored: no U+0000 and no half characters, which databases treat differently, and a length its column has room for.</summary>
public static class FreeText
{
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
            if (text[at] == '\0')
            {
                return new InvalidInput(field, $"第{at + 1}字为空字符（U+0000），不能保存", $"Character {at + 1} is U+0000, which cannot be stored");
            }

            // Between such characters stand the names of people and places in our own sentences (Named).
            if (text[at] is >= '\u2061' and <= '\u2064')
            {
                return new InvalidInput(
                    field,
                    $"第{at + 1}字为不可见的运算符（U+{(int)text[at]:X4}），不能保存",
                    $"Character {at + 1} is an invisible operator (U+{(int)text[at]:X4}), which cannot be stored");
            }

            if (char.IsSurrogate(text[at]))
            {
                if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                {
                    return new InvalidInput(field, $"第{at + 1}字不完整，不能保存", $"Character {at + 1} is half a character, which cannot be stored");
                }

                at++;
            }
        }

        return null;
    }

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
