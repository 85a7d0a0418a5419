using System.Globalization;

namespace ShuangDa.Grains.Subjects;

/// <summary>ISO日期. Dates as columns keep them: ten characters, so that every database orders them alike.</summary>
public static class IsoDate
{
    /// <summary>The date as text such as <c>2026-02-28</c>.</summary>
    /// <param name="date">A date.</param>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date as text; null for none.</summary>
    /// <param name="date">A date, or null.</param>
    public static string? Of(DateOnly? date) => date is { } day ? Of(day) : null;

    /// <summary>The date in a column.</summary>
    /// <param name="text">Ten characters as <see cref="Of(DateOnly)"/> writes them.</param>
    /// <exception cref="FormatException">It is not such a text.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
