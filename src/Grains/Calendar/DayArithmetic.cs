namespace ShuangDa.Grains.Calendar;

// The one place where days and months are added: what the framework does beyond the calendar's ends is an exception.
#pragma warning disable RS0030

/// <summary>日期推算. Adds to days and instants without ever leaving the calendar: what would lie beyond 0001-01-01 or 9999-12-31 is that day. A day that overflows is a question of law, never a fault of the program.</summary>
public static class DayArithmetic
{
    /// <summary>The day a number of days later.</summary>
    /// <param name="day">A day.</param>
    /// <param name="days">How many; negative for earlier.</param>
    public static DateOnly PlusDays(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The day of the same number some months later, or that month's last day where there is none (民法典 第二百零二条).</summary>
    /// <param name="day">A day.</param>
    /// <param name="months">How many; negative for earlier.</param>
    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        var month = ((day.Year - 1) * 12L) + day.Month - 1 + months;
        return month < 0 ? DateOnly.MinValue
            : month >= DateOnly.MaxValue.Year * 12L ? DateOnly.MaxValue
            : day.AddMonths(months);
    }

    /// <summary>The instant some time later, in UTC.</summary>
    /// <param name="instant">An instant.</param>
    /// <param name="time">How long; negative for earlier.</param>
    public static DateTimeOffset Plus(this DateTimeOffset instant, TimeSpan time) =>
        new((long)Int128.Clamp((Int128)instant.UtcTicks + time.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
