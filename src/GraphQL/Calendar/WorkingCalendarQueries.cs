using GraphQL;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Calendar;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>工作日历. The working-day calendar that deadlines are counted by.</summary>
    /// <param name="calendars">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static WorkingCalendarType WorkingCalendar([FromServices] ICalendarSource calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return new WorkingCalendarType(calendars.Current);
    }
}
