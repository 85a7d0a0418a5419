using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>
/// 放假通知. What the text of 国务院办公厅关于…年部分节假日安排的通知 says: which days are free and which weekends are worked. It is read to be looked
/// at, not to be believed: what does not agree with itself is named.
/// </summary>
/// <param name="Year">年份. The year that it arranges; null where it does not say.</param>
/// <param name="DocumentNumber">文号. Its number, or null.</param>
/// <param name="Holidays">节日. The holidays, in the order of the text.</param>
/// <param name="Problems">问题. What was not understood, or does not agree with itself or with the calendar.</param>
public sealed partial record HolidayNotice(
    int? Year, string? DocumentNumber, ImmutableArray<Holiday> Holidays, ImmutableArray<BilingualText> Problems)
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestText = 20_000;

    /// <summary>来源. The notice's title; null where the year is not known.</summary>
    public string? Source => Year is { } year ? $"国务院办公厅关于{year}年部分节假日安排的通知" : null;

    /// <summary>放假日. All days of rest, in order.</summary>
    public ImmutableArray<DateOnly> RestDays => [.. Holidays.SelectMany(holiday => holiday.RestDays).Distinct().Order()];

    /// <summary>调休上班日. All Saturdays and Sundays that are worked, in order.</summary>
    public ImmutableArray<DateOnly> WorkedDays => [.. Holidays.SelectMany(holiday => holiday.WorkedDays).Distinct().Order()];

    /// <summary>Reads a notice.</summary>
    /// <param name="text">Its text, as copied from where it is published.</param>
    public static HolidayNotice Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = HalfWidth.Of(text);
        if (!TitleYear().Match(read).Groups["year"].TryRead(out var year))
        {
            return new(null, null, [], [new("没有读到年份：应有“关于…年部分节假日安排的通知”", "The year is not named, as the title of a notice names it")]);
        }

        var (holidays, problems) = (new List<Holiday>(), new List<BilingualText>());
        var sections = Sections().Matches(read);
        foreach (Match section in sections)
        {
            holidays.Add(Holiday.Read(section.Groups["name"].Value, section.Groups["text"].Value, year, problems));
        }

        if (holidays.Count == 0)
        {
            problems.Add(new("没有读到任何节日：应有“一、元旦：1月1日至3日放假”这样的文字", "No holiday was found"));
        }

        var number = Number().Match(read);
        return new(year, number.Success ? number.Value : null, [.. holidays], [.. problems]);
    }

    [GeneratedRegex(@"(?<year>20\d{2})年部分节假日", RegexOptions.CultureInvariant)]
    private static partial Regex TitleYear();

    [GeneratedRegex(@"国办发[^\d\s〔\[\(]*[〔\[\(]\d{4}[〕\]\)]第?\d+号", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"[一二三四五六七八九十]{1,3}、(?<name>[^:、。,\d]{2,12}):(?<text>.*?)(?=[一二三四五六七八九十]{1,3}、[^:、。,\d]{2,12}:|\z)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Sections();
}

/// <summary>节日. A holiday of a notice.</summary>
/// <param name="Name">名称. As the notice calls it.</param>
/// <param name="RestDays">放假日. The days that are free.</param>
/// <param name="WorkedDays">调休上班日. The Saturdays and Sundays that are worked for them.</param>
public sealed partial record Holiday(string Name, ImmutableArray<DateOnly> RestDays, ImmutableArray<DateOnly> WorkedDays)
{
    private const string DaysOfWeek = "日一二三四五六";

    // Longer than any holiday has been.
    private const int MostDays = 31;

    /// <summary>Reads what a notice says of one holiday.</summary>
    internal static Holiday Read(string name, string text, int year, List<BilingualText> problems)
    {
        var (rest, worked) = (new List<DateOnly>(), new List<DateOnly>());
        foreach (var sentence in text.Split('。', ';'))
        {
            // 鼓励…安排职工在除夕(2月9日)休息 frees nobody.
            var into = sentence.Contains("上班", StringComparison.Ordinal) ? worked
                : sentence.Contains("放假", StringComparison.Ordinal) ? rest
                : null;
            into?.AddRange(DaysIn(sentence, name, year, problems));
            if (into == rest && Count().Match(sentence).Groups["days"].TryRead(out var days) && days != rest.Count)
            {
                problems.Add(new($"{name}：通知写明共{days}天，读到{rest.Count}天", $"{name}: the notice says {days} days, {rest.Count} were found"));
            }
        }

        if (rest.Count == 0)
        {
            problems.Add(new($"{name}：没有读到放假日", $"{name}: no day of rest was found"));
        }

        foreach (var day in worked.Where(WorkingYear.IsWeekday))
        {
            problems.Add(new($"{name}：{IsoDate.Of(day)}不是周六或周日，不必调休上班", $"{name}: {IsoDate.Of(day)} is no Saturday or Sunday"));
        }

        return new(name, [.. rest], [.. worked]);
    }

    // 12月31日至1月2日, 4月4日至6日, 2月14日、2月28日: what a day does not say it has from the one before.
    private static IEnumerable<DateOnly> DaysIn(string sentence, string name, int year, List<BilingualText> problems)
    {
        var (month, last, end) = (0, default(DateOnly?), 0);
        foreach (Match said in Days().Matches(sentence))
        {
            month = said.Groups["month"].TryRead(out var named) ? named : month;
            var day = said.Groups["day"].TryRead(out var number) ? number : 0;
            var isRange = last is not null && Range().IsMatch(sentence[end..said.Index]);
            var own = said.Groups["year"].TryRead(out var given) ? given
                : !isRange && month == 12 && Range().IsMatch(Following(sentence, said)) && EndsInJanuary(sentence, said) ? year - 1
                : isRange && last is { Month: 12 } before && month == 1 ? before.Year + 1
                : isRange ? last!.Value.Year
                : year;
            // A notice is of its year, and of the December before: it does not free a century by a slip.
            if (own != year && own != year - 1)
            {
                problems.Add(new(
                    $"{name}：“{said.Value}”不在{year}年及上一年12月之内", $"{name}: {said.Value} is not in {year} or the December before"));
                continue;
            }

            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(own, month))
            {
                problems.Add(new($"{name}：“{said.Value}”不是日期", $"{name}: {said.Value} is no day"));
                continue;
            }

            var date = new DateOnly(own, month, day);
            if (WeekDay().Match(said.Value) is { Success: true } weekDay && weekDay.Groups["day"].Value is [var letter]
                && DaysOfWeek.IndexOf(letter == '天' ? '日' : letter, StringComparison.Ordinal) != (int)date.DayOfWeek)
            {
                problems.Add(new(
                    $"{name}：{IsoDate.Of(date)}是周{DaysOfWeek[(int)date.DayOfWeek]}，通知写作周{letter}",
                    $"{name}: {IsoDate.Of(date)} is a {date.DayOfWeek}, the notice says otherwise"));
            }

            if (isRange && last!.Value.PlusDays(MostDays) < date)
            {
                problems.Add(new($"{name}：“{said.Value}”之前的放假时间过长", $"{name}: the days up to {said.Value} are too many"));
                continue;
            }

            for (var between = isRange ? last!.Value.PlusDays(1) : date; between < date; between = between.PlusDays(1))
            {
                yield return between;
            }

            yield return date;
            (last, end) = (date, said.Index + said.Length);
        }
    }

    private static string Following(string sentence, Match said) => sentence[(said.Index + said.Length)..];

    private static bool EndsInJanuary(string sentence, Match said) =>
        Days().Match(Following(sentence, said)).Groups["month"].TryRead(out var month) && month == 1;

    [GeneratedRegex(@"(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:\([^)]*\))?", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(@"^\s*(?:至|到|-|–|—|~)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"共(?<days>\d{1,2})天|放假(?<days>\d{1,2})天", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"(?:周|星期)(?<day>[一二三四五六日天])", RegexOptions.CultureInvariant)]
    private static partial Regex WeekDay();
}

/// <summary>Reads numbers that were found in a text.</summary>
internal static class FoundNumbers
{
    /// <summary>The number that a group has found; whether it has found any.</summary>
    /// <param name="group">The group.</param>
    /// <param name="number">The number.</param>
    public static bool TryRead(this Group group, out int number) =>
        int.TryParse(group.Success ? group.ValueSpan : "", NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
