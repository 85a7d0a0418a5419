namespace ShuangDa.Grains.Calendar;

/// <summary>北京时间. The bureau's time zone, Asia/Shanghai. It has been UTC+8 without daylight saving since 1991; every date the system handles lies after that, so a fixed offset is exact and needs no time-zone data on the machine.</summary>
public static class ShanghaiTime
{
    /// <summary>The offset from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in Shanghai on which an instant falls.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ClockOf(instant));

    /// <summary>What calendar and clock show in Shanghai at an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateTime ClockOf(DateTimeOffset instant) => new(Math.Min(instant.UtcTicks + Offset.Ticks, DateTime.MaxValue.Ticks));

    /// <summary>The first instant of a day in Shanghai, in UTC.</summary>
    /// <param name="day">A day in Shanghai.</param>
    public static DateTimeOffset StartOf(DateOnly day) => MidnightBefore(day.DayNumber);

    /// <summary>The instant a day in Shanghai is over: the first instant of the next one, in UTC. The due instant of a last day.</summary>
    /// <param name="day">A day in Shanghai.</param>
    public static DateTimeOffset EndOf(DateOnly day) => MidnightBefore(day.DayNumber + 1);

    /// <summary>The last day in Shanghai that is over, or nearly so, at an instant: of a due instant, the last day of its term.</summary>
    /// <param name="end">Any instant.</param>
    public static DateOnly LastDayBefore(DateTimeOffset end) => DayOf(end.Plus(-TimeSpan.FromTicks(1)));

    // By ticks, because the first day of the calendar begins before UTC's, and the last one has no next.
    private static DateTimeOffset MidnightBefore(int dayNumber) => new(Math.Max((dayNumber * TimeSpan.TicksPerDay) - Offset.Ticks, 0), TimeSpan.Zero);
}
