using System.Globalization;
using System.Text;

namespace ShuangDa.Grains.Search;

/// <summary>
/// 折叠文字. The one form in which texts are compared when people search, for what is stored and for what is typed: letters and digits alone,
/// of half width, in small letters. Dashes, dots, brackets, spaces and all other signs do not count, nor do accents.
/// </summary>
public static class FoldedText
{
    /// <summary>最长. The most characters that are kept of a text.</summary>
    public const int Longest = 200;

    /// <summary>The folded form of a text. A part of a text folds to a part of what the whole folds to.</summary>
    /// <param name="given">A text as typed, read or stored; null is as good as empty.</param>
    public static string Of(string? given)
    {
        if (string.IsNullOrEmpty(given))
        {
            return "";
        }

        // Taken apart, not put together: what a sign becomes must not depend on what stands beside it.
        var folded = new StringBuilder(given.Length);
        foreach (var letter in Whole(given).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Counts(letter))
            {
                Append(folded, letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>The pieces of two characters that a folded text has, in order, with spaces between; of a single character that itself. A
    /// text is within another where its pieces are, in a row.</summary>
    /// <param name="folded">A folded text.</param>
    public static string PiecesOf(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        Rune? before = null;
        var pieces = new StringBuilder(folded.Length * 3);
        foreach (var letter in folded.EnumerateRunes())
        {
            if (before is { } first)
            {
                pieces.Append(pieces.Length > 0 ? " " : "");
                Append(Append(pieces, first), letter);
            }

            before = letter;
        }

        return pieces.Length > 0 ? pieces.ToString() : folded;
    }

    /// <summary>Whether a folded text is a single character, which has no pieces.</summary>
    /// <param name="folded">A folded text.</param>
    public static bool IsSingle(string folded) => folded?.Length > 0 && Rune.GetRuneAt(folded, 0).Utf16SequenceLength == folded.Length;

    /// <summary>The beginning of a folded text, as much as is kept.</summary>
    /// <param name="folded">A folded text.</param>
    internal static string Kept(string folded) => folded.Length <= Longest ? folded
        : folded[..(char.IsHighSurrogate(folded[Longest - 1]) ? Longest - 1 : Longest)];

    // Half of a character, and what will never be one, can be stored and cannot be normalised. Character by character a half becomes a
    // sign, which does not count.
    private static string Whole(string given)
    {
        var whole = new StringBuilder(given.Length);
        foreach (var letter in given.EnumerateRunes())
        {
            if ((letter.Value & 0xFFFE) != 0xFFFE)
            {
                Append(whole, letter);
            }
        }

        return whole.ToString();
    }

    // StringBuilder would make a text of each: every commit folds some.
    private static StringBuilder Append(StringBuilder to, Rune letter)
    {
        Span<char> units = stackalloc char[2];
        return to.Append(units[..letter.EncodeToUtf16(units)]);
    }

    // What no table knows yet may well be a letter: rare characters of names are added year by year.
    private static bool Counts(Rune letter) => Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
