namespace ShuangDa.Silo.Imports;

/// <summary>
/// 安全单元格. A cell that a spreadsheet takes for text: what begins like a formula is none, and digits of a code keep their end. <see cref="RegisterText"/>
/// reads it
/// as it was when it comes back.
/// </summary>
internal static class SafeCell
{
    // A spreadsheet keeps fifteen digits and shows twelve.
    private const int ShownDigits = 11;

    /// <summary>The cell as it is written.</summary>
    /// <param name="text">What it says.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NeedsMark(text) ? "'" + text : text;
    }

    /// <summary>Whether a spreadsheet would take a cell for anything but its text.</summary>
    /// <param name="text">What it says.</param>
    public static bool NeedsMark(ReadOnlySpan<char> text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'', ..]
        || (text.Length > ShownDigits && text.IndexOfAnyExceptInRange('0', '9') < 0);
}
