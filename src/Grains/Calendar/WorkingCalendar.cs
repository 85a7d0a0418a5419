using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ShuangDa.Grains.Calendar;

/// <summary>工作日历. Which days are worked, as published each year by the State Council's office: an immutable value, so that the law stays pure. In a year that is not loaded Saturdays and Sundays count as free and nothing else; every answer that touched such a year names it.</summary>
public sealed partial class WorkingCalendar
{
    private readonly FrozenDictionary<int, LoadedYear> _years;
    private readonly Action<int>? _onAssumed;

    private WorkingCalendar(FrozenDictionary<int, LoadedYear> years, Action<int>? onAssumed)
    {
        _years = years;
        _onAssumed = onAssumed;
    }

    /// <summary>已载入年份. The years that are loaded, in order.</summary>
    public ImmutableArray<WorkingYear> Years => [.. _years.Values.Select(loaded => loaded.Published).OrderBy(year => year.Year)];

    /// <summary>Whether a year's arrangement is known.</summary>
    /// <param name="year">The calendar year.</param>
    public bool IsLoaded(int year) => _years.ContainsKey(year);

    /// <summary>Whether a day is worked. In a year that is not loaded: whether it is one of Monday to Friday.</summary>
    /// <param name="day">A day in Asia/Shanghai.</param>
    public bool IsWorkingDay(DateOnly day)
    {
        // The holiday of New Year's Day reaches back into December; the later notice says how.
        if (day.Month == 12 && _years.TryGetValue(day.Year + 1, out var next) && next.Published.IsWorkedBefore(day) is { } isWorked)
        {
            return isWorked;
        }

        if (_years.TryGetValue(day.Year, out var year))
        {
            return year.IsWorked[day.DayOfYear];
        }

        _onAssumed?.Invoke(day.Year);
        return WorkingYear.IsWeekday(day);
    }

    /// <summary>The last day of a period of working days. Counting begins on the day after (行政处罚法 第八十五条).</summary>
    /// <param name="from">The day of the event that starts the period.</param>
    /// <param name="days">How many working days; 0 gives <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public WorkingDayResult AddWorkingDays(DateOnly from, int days) => Walk(from, days, 1);

    /// <summary>The day that lies a number of working days before another. On working days it is the inverse of <see cref="AddWorkingDays"/>.</summary>
    /// <param name="from">The day to count back from; it is not counted itself.</param>
    /// <param name="days">How many working days; 0 gives <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public WorkingDayResult SubtractWorkingDays(DateOnly from, int days) => Walk(from, days, -1);

    /// <summary>The day itself when it is worked, else the first worked day after it (民法典 第二百零三条).</summary>
    /// <param name="day">A day in Asia/Shanghai.</param>
    public WorkingDayResult NextWorkingDayOnOrAfter(DateOnly day) => Walk(day.PlusDays(-1), 1, 1);

    /// <summary>The years between two days, both included, that are not loaded.</summary>
    /// <param name="first">One end.</param>
    /// <param name="last">The other end; either may be the earlier.</param>
    public ImmutableArray<int> AssumedBetween(DateOnly first, DateOnly last)
    {
        var (low, high) = first <= last ? (first.Year, last.Year) : (last.Year, first.Year);
        return [.. Enumerable.Range(low, high - low + 1).Where(year => !IsLoaded(year))];
    }

    /// <summary>A calendar that knows one year more, or knows it otherwise.</summary>
    /// <param name="year">The year's arrangement.</param>
    public WorkingCalendar With(WorkingYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new WorkingCalendar(_years.Values.Where(loaded => loaded.Published.Year != year.Year).Append(new LoadedYear(year)).ToFrozenDictionary(loaded => loaded.Published.Year), _onAssumed);
    }

    /// <summary>The same calendar, which tells when it is asked about a day of a year that is not loaded. Answers do not depend on it; it is there because the log has to say so too, and the law has no log.</summary>
    /// <param name="onAssumed">Called with the year, at every such question and on any thread.</param>
    public WorkingCalendar Watched(Action<int> onAssumed) => new(_years, onAssumed);

    private WorkingDayResult Walk(DateOnly from, int days, int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        var end = step > 0 ? DateOnly.MaxValue : DateOnly.MinValue;
        for (var left = days; left > 0 && day != end;)
        {
            day = day.PlusDays(step);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return new WorkingDayResult(day, days == 0 ? [] : AssumedBetween(from.PlusDays(step), day));
    }

    private sealed class LoadedYear
    {
        public LoadedYear(WorkingYear published)
        {
            Published = published;
            IsWorked = new bool[367];
            for (var day = new DateOnly(published.Year, 1, 1); day.Year == published.Year; day = day.PlusDays(1))
            {
                IsWorked[day.DayOfYear] = published.IsWorked(day);
                if (day == DateOnly.MaxValue)
                {
                    break;
                }
            }
        }

        public WorkingYear Published { get; }

        public bool[] IsWorked { get; }
    }
}

/// <summary>工作日推算结果. A day that was found by counting working days, and which years' arrangements had to be assumed.</summary>
/// <param name="Day">The day, in Asia/Shanghai.</param>
/// <param name="AssumedYears">Years that were counted through without being loaded, in order; empty when the answer is certain.</param>
[GenerateSerializer, Immutable, Alias("working-day-result")]
public readonly record struct WorkingDayResult(DateOnly Day, ImmutableArray<int> AssumedYears);
