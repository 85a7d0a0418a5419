namespace ShuangDa.Grains.Calendar;

/// <summary>工作日历来源. Where a grain finds the working-day calendar in force.</summary>
public interface ICalendarSource
{
    /// <summary>The calendar in force in this silo.</summary>
    WorkingCalendar Current { get; }
}
