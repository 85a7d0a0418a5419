using ShuangDa.Grains.Licences;

namespace ShuangDa.Tests.Support;

/// <summary>A thing that must happen to a licence by the clock.</summary>
/// <param name="Subject">The licence.</param>
/// <param name="Kind">The journal kind.</param>
/// <param name="EffectiveOn">The day it is for.</param>
/// <param name="DueAt">When it is due; the instant of its registration for what was over by then.</param>
public sealed record ClockEvent(string Subject, string Kind, DateOnly EffectiveOn, DateTimeOffset DueAt);

/// <summary>What the clock must do with licences, reckoned from a register's rows alone and without the program's own rules: the days of the three statutes are counted here once more, plainly.</summary>
public static class ExpectedLicenceLife
{
    // The official arrangements of the loaded years: weekdays that are free, and weekend days that are worked.
    private static readonly HashSet<DateOnly> Free =
    [
        .. Days(2025, "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08"),
        .. Days(2026, "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07"),
    ];

    private static readonly HashSet<DateOnly> Worked =
    [
        .. Days(2025, "01-26 02-08 04-27 09-28 10-11"),
        .. Days(2026, "01-04 02-14 02-28 05-09 09-20 10-10"),
    ];

    /// <summary>What the clock must do with one licence.</summary>
    /// <param name="number">Its number, as the register writes it.</param>
    /// <param name="kind">Its kind, as the register writes it.</param>
    /// <param name="validTo">Its last valid day.</param>
    /// <param name="registeredAt">When it was taken over.</param>
    /// <param name="until">What is due after this instant is left out.</param>
    public static IEnumerable<ClockEvent> Of(string number, string kind, DateOnly validTo, DateTimeOffset registeredAt, DateTimeOffset until)
    {
        Xunit.Assert.Null(LicenceNumber.Parse(number, out var parsed));
        var subject = $"licence/{parsed.Text}";
        var registeredOn = DayOf(registeredAt);
        var mustApplyBy = kind switch
        {
            "工业产品生产许可证" => validTo.AddMonths(-6),
            "食品生产许可证" => WorkingDaysBefore(validTo, 30),
            "强制性产品认证证书" => validTo,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        var window = kind switch
        {
            "工业产品生产许可证" => validTo.AddMonths(-12),
            "食品生产许可证" => validTo.AddMonths(-6),
            _ => validTo.AddDays(-90),
        };
        DateOnly[] notices = [window, .. new[] { 90, 60, 30, 0 }.Select(days => mustApplyBy.AddDays(-days)), .. new[] { 90, 60, 30 }.Select(days => validTo.AddDays(-days))];
        return notices.Distinct().Where(day => day >= registeredOn).Select(day => new ClockEvent(subject, "licence.notice-given", day, Later(StartOf(day), registeredAt)))
            .Append(new ClockEvent(subject, "licence.expired", validTo, Later(StartOf(validTo.AddDays(1)), registeredAt)))
            .Append(new ClockEvent(subject, "licence.deregistration-proposed", validTo.AddDays(31), Later(StartOf(validTo.AddDays(31)), registeredAt)))
            .Where(happens => happens.DueAt <= until);
    }

    /// <summary>The first instant of a day in Shanghai.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    /// <summary>The day in Shanghai.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateOnly WorkingDaysBefore(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(-1);
            var isWorked = Worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Free.Contains(day));
            count -= isWorked ? 1 : 0;
        }

        return day;
    }

    private static IEnumerable<DateOnly> Days(int year, string text) => text.Split(' ').SelectMany(range =>
    {
        var ends = range.Split("..").Select(day => DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd")).ToArray();
        return Enumerable.Range(0, ends[^1].DayNumber - ends[0].DayNumber + 1).Select(ends[0].AddDays);
    });
}
