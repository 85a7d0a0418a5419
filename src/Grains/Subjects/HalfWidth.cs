namespace ShuangDa.Grains.Subjects;

/// <summary>半角. How numbers and codes are read whichever keyboard typed them: full-width forms (U+FF01 to U+FF5E) become half-width, the many dashes one hyphen, spaces and invisible marks go.</summary>
public static class HalfWidth
{
    /// <summary>The text in half-width form, without spaces.</summary>
    /// <param name="given">A number or code as typed or read.</param>
    public static string Of(string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var kept = new System.Text.StringBuilder(given.Length);
        foreach (var letter in given)
        {
            if (char.IsWhiteSpace(letter) || letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF')
            {
                continue;
            }

            kept.Append(LetterOf(letter));
        }

        return kept.ToString();
    }

    /// <summary>A letter in half-width form; of the many dashes the hyphen.</summary>
    /// <param name="letter">A letter as typed or read.</param>
    public static char LetterOf(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        _ => letter,
    };
}
