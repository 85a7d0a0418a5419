namespace ShuangDa.Grains.Calendar;

/// <summary>北京时间. The bureau's time zone, Asia/Shanghai. It has been UTC+8 without daylight saving since 1991; every date the system handles lies after that, so a fixed offset is exact and needs no time-zone data on the machine.</summary>
public static class ShanghaiTime
{
    /// <summary>The offset from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in Shanghai on which an instant falls.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a day in Shanghai, in UTC.</summary>
    /// <param name="day">A day in Shanghai.</param>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>The instant a day in Shanghai is over: the first instant of the next one, in UTC. The due instant of a last day.</summary>
    /// <param name="day">A day in Shanghai.</param>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
