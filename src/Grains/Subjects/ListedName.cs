using System.Globalization;
using System.Text;

namespace ShuangDa.Grains.Subjects;

/// <summary>名录条目的代码和名称. What the entries of the lists that administrators keep (sections, agencies) have in common: a code that records carry and that never changes, and names that people read and that may.</summary>
public static class ListedName
{
    /// <summary>The most characters of a code.</summary>
    public const int CodeLength = 50;

    /// <summary>The most characters of a name.</summary>
    public const int NameLength = 100;

    /// <summary>What is wrong with a code, or null: letters of any script, digits, hyphens and underscores, as codes were typed before there was a list.</summary>
    /// <param name="code">The code as typed, without the spaces around it.</param>
    public static InvalidInput? ProblemWithCode(string? code) => FreeText.ProblemOfRequired("code", code, CodeLength)
        ?? (code!.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-') ? null : new InvalidInput("code", "代码只能用字母、汉字、数字、“-”和“_”", "A code consists of letters, digits, hyphens and underscores"));

    /// <summary>What is wrong with a code or name that looks like another and is not it, or null: it has characters that nobody sees, or a code's letters are of full width. It is asked of what is newly entered; what stands stays.</summary>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="text">The code or name; null is always right.</param>
    public static InvalidInput? Lookalike(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var letters = text.Trim().ToCharArray();
        var at = Array.FindIndex(letters, IsUnseen);
        return at >= 0 ? new InvalidInput(field, $"第{at + 1}字是看不见的字符（U+{(int)letters[at]:X4}），请删去", $"Character {at + 1} is not seen (U+{(int)letters[at]:X4}); leave it out")
            : field == "code" && !text.IsNormalized(NormalizationForm.FormKC) ? new InvalidInput(field, "代码请用半角字符", "Write a code in characters of half width")
            : null;
    }

    private static bool IsUnseen(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    /// <summary>What is wrong with names, or null.</summary>
    /// <param name="name">The Chinese name.</param>
    /// <param name="englishName">The English name, or null.</param>
    public static InvalidInput? ProblemWithNames(string? name, string? englishName) =>
        FreeText.ProblemOfRequired("name", name, NameLength) ?? FreeText.Problem("englishName", englishName, NameLength);
}
