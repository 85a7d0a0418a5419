using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ShuangDa.Grains.Calendar;

public sealed partial class WorkingCalendar
{
    /// <summary>内置日历. The years that are published and come with the program: 2025 and 2026. Later years are loaded by an administrator.</summary>
    public static WorkingCalendar BuiltIn { get; } = Empty()
        .With(new WorkingYear
        {
            Year = 2025,
            RestDays =
            [
                Day(2025, 01, 01),                              // 元旦
                .. Days(Day(2025, 01, 28), Day(2025, 02, 04)),  // 春节
                .. Days(Day(2025, 04, 04), Day(2025, 04, 06)),  // 清明节
                .. Days(Day(2025, 05, 01), Day(2025, 05, 05)),  // 劳动节
                .. Days(Day(2025, 05, 31), Day(2025, 06, 02)),  // 端午节
                .. Days(Day(2025, 10, 01), Day(2025, 10, 08)),  // 国庆节、中秋节
            ],
            WorkedDays = [Day(2025, 01, 26), Day(2025, 02, 08), Day(2025, 04, 27), Day(2025, 09, 28), Day(2025, 10, 11)],
            Source = "国务院办公厅关于2025年部分节假日安排的通知",
        })
        .With(new WorkingYear
        {
            Year = 2026,
            RestDays =
            [
                .. Days(Day(2026, 01, 01), Day(2026, 01, 03)),  // 元旦
                .. Days(Day(2026, 02, 15), Day(2026, 02, 23)),  // 春节
                .. Days(Day(2026, 04, 04), Day(2026, 04, 06)),  // 清明节
                .. Days(Day(2026, 05, 01), Day(2026, 05, 05)),  // 劳动节
                .. Days(Day(2026, 06, 19), Day(2026, 06, 21)),  // 端午节
                .. Days(Day(2026, 09, 25), Day(2026, 09, 27)),  // 中秋节
                .. Days(Day(2026, 10, 01), Day(2026, 10, 07)),  // 国庆节
            ],
            WorkedDays = [Day(2026, 01, 04), Day(2026, 02, 14), Day(2026, 02, 28), Day(2026, 05, 09), Day(2026, 09, 20), Day(2026, 10, 10)],
            Source = "国务院办公厅关于2026年部分节假日安排的通知",
        });

    /// <summary>空日历. No year is loaded: every Saturday and Sunday is free, and every answer says that it was assumed.</summary>
    public static WorkingCalendar Empty() => new(FrozenDictionary<int, LoadedYear>.Empty, null);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private static ImmutableArray<DateOnly> Days(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(days => first.PlusDays(days))];
}
