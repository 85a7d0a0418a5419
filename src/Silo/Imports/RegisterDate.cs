using System.Globalization;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 登记簿日期. Dates as registers write them: 2026-01-05, 2026/1/5, 2026.1.5, 20260105, 2026年1月5日, whatever their dashes, each also with a
/// time of day, which is dropped, and the day numbers of Excel. An instant of another zone is the day that it is in Shanghai.
/// </summary>
internal static partial class RegisterDate
{
    // Only numbers of five digits, from 1927 on, are taken for days: shorter ones are years and slips of the pen.
    private static readonly DateOnly ExcelZero = new(1899, 12, 30);

    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    private static readonly string[] Between = ["至", "到", "~", "-"];

    /// <summary>The day in a text, or null where it is none.</summary>
    /// <param name="text">The text.</param>
    public static DateOnly? Parse(string text)
    {
        var plain = Plain(text);

        // 长期 is how a register writes that there is no end.
        if (plain is "长期" or "长期有效")
        {
            return DateOnly.MaxValue;
        }

        if (Instant().Match(plain) is { Success: true } instant)
        {
            return OfInstant(instant.Groups["day"].Value, instant.Groups["time"].Value, instant.Groups["zone"].Value);
        }

        var day = TimeOfDay().Replace(plain, "");
        if (OfForm(day) is { } parsed)
        {
            return parsed;
        }

        return ExcelDay().IsMatch(day) && double.TryParse(day, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? ExcelZero.AddDays((int)number)
            : null;
    }

    /// <summary>Whether a text is a day by its number alone.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDayNumber(string text) => ExcelDay().IsMatch(Plain(text));

    /// <summary>The term in a text, as in 2020-01-01至2029-12-31 or 自2020年1月1日至长期; null where it is none.</summary>
    /// <param name="text">The text.</param>
    public static (DateOnly From, DateOnly To)? ParseTerm(string text)
    {
        var plain = Plain(text).TrimStart('自', '从', '由').TrimEnd('止');
        foreach (var between in Between)
        {
            for (var at = plain.IndexOf(between, StringComparison.Ordinal); at > 0;
                at = plain.IndexOf(between, at + 1, StringComparison.Ordinal))
            {
                if (Parse(plain[..at].TrimEnd('-')) is { } from && Parse(plain[(at + between.Length)..].TrimStart('-')) is { } to)
                {
                    return (from, to);
                }
            }
        }

        return null;
    }

    private static DateOnly? OfForm(string day) =>
        DateOnly.TryParseExact(
            day.Replace(" ", "", StringComparison.Ordinal),
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var parsed)
            ? parsed
            : null;

    private static DateOnly? OfInstant(string day, string time, string zone) =>
        OfForm(day) is { } of && TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var at)
            && DateTimeOffset.TryParse(
                $"{of:yyyy-MM-dd}T{at:HH:mm:ss}{(zone is "z" ? "Z" : zone)}",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var instant)
            ? ShanghaiTime.DayOf(instant)
            : null;

    // Half-width, every dash the same, spaces kept: they part a day from its time.
    private static string Plain(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var at = 0; at < source.Length; at++)
        {
            target[at] = source[at] switch
            {
                '\u3000' or '\u00A0' or '\t' => ' ',
                '\u30FC' or '\uFE58' or '\uFE63' => '-',
                var letter => HalfWidth.LetterOf(letter),
            };
        }
    }).Trim();

    [GeneratedRegex(
        @"^(?<day>[^ T]*\d日?)[ T]+(?<time>\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?)(?<zone>[Zz]|[+-]\d{2}:?\d{2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    [GeneratedRegex(
        @"(?<=\d日?)[ T]*(?<=[ T日])(上午|下午|AM|PM)? *\d{1,2}[:时]\d{1,2}(:\d{2}(\.\d+)?|分(\d{1,2}秒)?)?( *(AM|PM))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^[1-9]\d{4}(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ExcelDay();
}
