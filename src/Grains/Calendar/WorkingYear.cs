using System.Collections.Immutable;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度工作日安排. How one year departs from Monday to Friday, as the State Council's office publishes it towards the end of the year before.</summary>
[GenerateSerializer, Immutable, Alias("working-year")]
public sealed record WorkingYear
{
    /// <summary>年份. The calendar year.</summary>
    [Id(0)] public required int Year { get; init; }

    /// <summary>放假日. Days of rest. Saturdays and Sundays within a holiday may be among them, as the notices name whole ranges; they change nothing.</summary>
    [Id(1)] public required ImmutableArray<DateOnly> RestDays { get; init; }

    /// <summary>调休上班日. Saturdays and Sundays that are worked.</summary>
    [Id(2)] public required ImmutableArray<DateOnly> WorkedDays { get; init; }

    /// <summary>来源. The notice that says so, such as 国务院办公厅关于2026年部分节假日安排的通知.</summary>
    [Id(3)] public required string Source { get; init; }

    /// <summary>Whether a day of this year is worked.</summary>
    /// <param name="day">A day of <see cref="Year"/>.</param>
    public bool IsWorked(DateOnly day) => WorkedDays.Contains(day) || (IsWeekday(day) && !RestDays.Contains(day));

    /// <summary>Whether a day is one of Monday to Friday.</summary>
    /// <param name="day">Any day.</param>
    public static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
