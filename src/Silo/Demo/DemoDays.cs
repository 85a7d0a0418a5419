using ShuangDa.Grains.Calendar;

namespace ShuangDa.Silo.Demo;

/// <summary>演示工作日. Officers act on working days, by the calendar that comes with the program.</summary>
internal static class DemoDays
{
    /// <summary>The first working day from a day on.</summary>
    /// <param name="day">The day.</param>
    public static DateOnly OnOrAfter(DateOnly day) => WorkingCalendar.BuiltIn.NextWorkingDayOnOrAfter(day).Day;

    /// <summary>The last working day up to a day.</summary>
    /// <param name="day">The day.</param>
    public static DateOnly OnOrBefore(DateOnly day) => WorkingCalendar.BuiltIn.SubtractWorkingDays(day.AddDays(1), 1).Day;
}
