using System.Collections.Immutable;

namespace ShuangDa.Grains.Calendar;

/// <summary>工作日历. Which days are worked, as published each year by the State Council's office: an immutable value, so that the law stays pure.</summary>
public sealed partial class WorkingCalendar
{
}
