using System.Globalization;
using System.Text.RegularExpressions;

namespace ShuangDa.Silo.Imports;

/// <summary>登记簿日期. Dates as registers write them: 2026-01-05, 2026/1/5, 2026.1.5, 20260105, 2026年1月5日, each also with a time of day, which is dropped, and the day numbers of Excel.</summary>
internal static partial class RegisterDate
{
    // Only numbers of five digits, from 1927 on, are taken for days: shorter ones are years and slips of the pen.
    private static readonly DateOnly ExcelZero = new(1899, 12, 30);

    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>The day in a text, or null where it is none.</summary>
    /// <param name="text">The text.</param>
    public static DateOnly? Parse(string text)
    {
        // 长期 is how a register writes that there is no end.
        if (HalfWidthKeepingSpaces(text).Trim() is "长期" or "长期有效")
        {
            return DateOnly.MaxValue;
        }

        var day = TimeOfDay().Replace(HalfWidthKeepingSpaces(text).Trim(), "");
        if (DateOnly.TryParseExact(day.Replace(" ", "", StringComparison.Ordinal), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return parsed;
        }

        return ExcelDay().IsMatch(day) && double.TryParse(day, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? ExcelZero.AddDays((int)number)
            : null;
    }

    private static string HalfWidthKeepingSpaces(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var at = 0; at < source.Length; at++)
        {
            target[at] = source[at] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var wide => (char)(wide - 0xFEE0),
                '\u3000' or '\u00A0' or '\t' => ' ',
                var letter => letter,
            };
        }
    });

    [GeneratedRegex(@"(?<=\d日?)[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^[1-9]\d{4}(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ExcelDay();
}
