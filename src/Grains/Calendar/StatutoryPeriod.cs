using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>期间单位. How a period is measured. Years are twelve months.</summary>
public enum PeriodUnit
{
    /// <summary>Hours run through from the start event, by night and on rest days.</summary>
    [Term("小时", "hours")]
    Hours,

    /// <summary>Calendar days.</summary>
    [Term("自然日", "calendar days")]
    CalendarDays,

    /// <summary>Working days by the published calendar; what 行政处罚法 第八十五条 makes of its "二日、三日、五日、七日".</summary>
    [Term("工作日", "working days")]
    WorkingDays,

    /// <summary>Months end on the day of the same number, or on the month's last day where there is none (民法典 第二百零二条).</summary>
    [Term("月", "months")]
    Months,
}

/// <summary>期间方向. Whether a period runs on from its event or is counted back from it.</summary>
public enum PeriodSense
{
    /// <summary>From the event on; due at the end of the last day.</summary>
    [Term("之内", "within")]
    Within,

    /// <summary>Counted back from the event; the day found is the last on which it may be done, and it is due at that day's end.</summary>
    [Term("之前（最迟）", "at the latest before")]
    LatestBefore,

    /// <summary>Counted back from the event; the day found is the first on which it may be done, and its instant is that day's beginning.</summary>
    [Term("之前（最早）", "at the earliest before")]
    EarliestBefore,
}

/// <summary>法定期间. A length of time as a statute gives it, and how it ends: a value that can count itself.</summary>
/// <param name="Length">How many units.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Sense">On from the event, or back from it.</param>
/// <param name="RollsOnRestDay">Whether a last day that is a day of rest gives way to the next working day (民法典 第二百零三条). Only for periods in days and months that run on: rolling a day that was counted back would shorten the notice it protects.</param>
public sealed record StatutoryPeriod(int Length, PeriodUnit Unit, PeriodSense Sense = PeriodSense.Within, bool RollsOnRestDay = false)
{
    /// <summary>Hours from the event on.</summary>
    /// <param name="length">How many.</param>
    public static StatutoryPeriod OfHours(int length) => new(length, PeriodUnit.Hours);

    /// <summary>Calendar days from the event on, ending on a working day (民法典 第二百零三条).</summary>
    /// <param name="length">How many.</param>
    public static StatutoryPeriod OfDays(int length) => new(length, PeriodUnit.CalendarDays, RollsOnRestDay: true);

    /// <summary>Working days from the event on.</summary>
    /// <param name="length">How many.</param>
    public static StatutoryPeriod OfWorkingDays(int length) => new(length, PeriodUnit.WorkingDays);

    /// <summary>Months from the event on, to the very day.</summary>
    /// <param name="length">How many.</param>
    public static StatutoryPeriod OfMonths(int length) => new(length, PeriodUnit.Months);

    /// <summary>The day the period leads to when nothing stops or extends it.</summary>
    /// <param name="day">The day of the event, in Asia/Shanghai.</param>
    /// <param name="calendar">The working-day calendar.</param>
    /// <exception cref="InvalidOperationException">The period is in hours, which start at an instant and not on a day.</exception>
    public WorkingDayResult DayFrom(DateOnly day, WorkingCalendar calendar)
    {
        if (Unit is PeriodUnit.Hours)
        {
            throw new InvalidOperationException("A period in hours runs from an instant.");
        }

        var count = Count(ShanghaiTime.StartOf(day), [], 0, calendar);
        return new WorkingDayResult(count.LastDay!.Value, count.AssumedYears);
    }

    /// <summary>
    /// Counts the period. The start event's day is not counted (民法典 第二百零一条).
    /// A day counts when the clock runs at the day's end: so a pause that begins on the last day still saves it, a pause takes away exactly as many days as it covers midnights, and a clock cannot lapse while it stands still.
    /// Hours count exactly. Pauses that overlap count once.
    /// </summary>
    /// <param name="startedAt">The start event; for a period counted back, an instant of the day it is counted back from.</param>
    /// <param name="pauses">The pauses that stop this period, in any order. A period that is counted back has none.</param>
    /// <param name="extension">By how many units it was extended; they are counted on from where the period's own length ends, not from the working day it would have rolled to.</param>
    /// <param name="calendar">The working-day calendar.</param>
    public CountedPeriod Count(DateTimeOffset startedAt, ImmutableArray<ClockPause> pauses, int extension, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var spans = PausedSpan.Union(pauses);
        return (Sense, Unit) switch
        {
            (PeriodSense.Within, PeriodUnit.Hours) => CountHours(startedAt, spans, Length + extension),
            (PeriodSense.Within, _) => CountDays(ShanghaiTime.DayOf(startedAt), spans, extension, calendar),
            (_, PeriodUnit.Hours) => throw new InvalidOperationException("A period in hours is not counted back."),
            _ => CountBack(ShanghaiTime.DayOf(startedAt), calendar),
        };
    }

    private static CountedPeriod CountHours(DateTimeOffset startedAt, ImmutableArray<PausedSpan> spans, int hours)
    {
        var dueAt = startedAt.Plus(TimeSpan.FromHours(hours));
        var stopped = TimeSpan.Zero;
        foreach (var span in spans.Where(span => span.End > startedAt))
        {
            var from = span.Start > startedAt ? span.Start : startedAt;
            if (from >= dueAt)
            {
                break;
            }

            if (span.IsOpen)
            {
                return new CountedPeriod { Stopped = stopped, Remaining = dueAt - from };
            }

            stopped += span.End - from;
            dueAt = dueAt.Plus(span.End - from);
        }

        return new CountedPeriod { DueAt = dueAt.ToUniversalTime(), Stopped = stopped };
    }

    private CountedPeriod CountDays(DateOnly start, ImmutableArray<PausedSpan> spans, int extension, WorkingCalendar calendar)
    {
        var needed = Unit is PeriodUnit.Months ? start.PlusMonths(Length + extension).DayNumber - start.DayNumber : Length + extension;
        var byWorkingDays = Unit is PeriodUnit.WorkingDays;
        var day = start;
        var paused = 0;
        for (var left = needed; left > 0 && day < DateOnly.MaxValue;)
        {
            day = day.PlusDays(1);
            if (byWorkingDays && !calendar.IsWorkingDay(day))
            {
                continue;
            }

            switch (PausedSpan.At(spans, day))
            {
                case null:
                    left--;
                    break;
                case { IsOpen: true }:
                    return new CountedPeriod { Stopped = TimeSpan.FromDays(paused), Remaining = TimeSpan.FromDays(left) };
                default:
                    paused++;
                    break;
            }
        }

        var counted = day;
        while (RollsOnRestDay && day < DateOnly.MaxValue && (!calendar.IsWorkingDay(day) || PausedSpan.At(spans, day) is not null))
        {
            if (PausedSpan.At(spans, day) is { IsOpen: true })
            {
                return new CountedPeriod { Stopped = TimeSpan.FromDays(paused), Remaining = TimeSpan.Zero };
            }

            day = day.PlusDays(1);
        }

        return new CountedPeriod
        {
            LastDay = day,
            DueAt = ShanghaiTime.EndOf(day),
            RolledFrom = day == counted ? null : counted,
            Stopped = TimeSpan.FromDays(paused),
            AssumedYears = byWorkingDays ? calendar.AssumedBetween(start.PlusDays(needed == 0 ? 0 : 1), day) : RollsOnRestDay ? calendar.AssumedBetween(counted, day) : [],
        };
    }

    private CountedPeriod CountBack(DateOnly reference, WorkingCalendar calendar)
    {
        var result = Unit switch
        {
            PeriodUnit.WorkingDays => calendar.SubtractWorkingDays(reference, Length),
            PeriodUnit.Months => new WorkingDayResult(reference.PlusMonths(-Length), []),
            _ => new WorkingDayResult(reference.PlusDays(-Length), []),
        };
        return new CountedPeriod
        {
            LastDay = result.Day,
            DueAt = Sense is PeriodSense.EarliestBefore ? ShanghaiTime.StartOf(result.Day) : ShanghaiTime.EndOf(result.Day),
            AssumedYears = result.AssumedYears,
        };
    }
}

/// <summary>期间计算结果. What counting a period gave.</summary>
public sealed record CountedPeriod
{
    /// <summary>到期时刻. When it is due (UTC); null while the clock stands still in a pause that is not over.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>最后一日. The last day (for a window: the first), in Asia/Shanghai; null for hours and while the clock stands still.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>顺延前的最后一日. The day of rest that gave way to <see cref="LastDay"/>, or null.</summary>
    public DateOnly? RolledFrom { get; init; }

    /// <summary>中止时间. For how long the clock stood still: exact for hours, otherwise whole days of the period's unit.</summary>
    public TimeSpan Stopped { get; init; }

    /// <summary>剩余期间. What is left while the clock stands still; null otherwise. Whole days of the period's unit, or an exact time for hours.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>推定年份. Years whose arrangement of working days had to be assumed.</summary>
    public ImmutableArray<int> AssumedYears { get; init; } = [];
}

/// <summary>A stretch in which a clock stands still: pauses that overlap or touch are one.</summary>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The instant it is over; the largest there is while it is not.</param>
internal readonly record struct PausedSpan(DateTimeOffset Start, DateTimeOffset End)
{
    public bool IsOpen => End == DateTimeOffset.MaxValue;

    public static ImmutableArray<PausedSpan> Union(ImmutableArray<ClockPause> pauses)
    {
        var spans = ImmutableArray.CreateBuilder<PausedSpan>();
        foreach (var pause in pauses.Select(pause => new PausedSpan(pause.StartedAt, pause.EndedAt ?? DateTimeOffset.MaxValue)).Where(span => span.Start < span.End).OrderBy(span => span.Start))
        {
            if (spans.Count > 0 && pause.Start <= spans[^1].End)
            {
                spans[^1] = spans[^1] with { End = pause.End > spans[^1].End ? pause.End : spans[^1].End };
            }
            else
            {
                spans.Add(pause);
            }
        }

        return spans.ToImmutable();
    }

    /// <summary>The span in which the clock stands still at a day's end, or null.</summary>
    public static PausedSpan? At(ImmutableArray<PausedSpan> spans, DateOnly day)
    {
        var end = ShanghaiTime.EndOf(day);
        foreach (var span in spans)
        {
            if (span.Start < end && end <= span.End)
            {
                return span;
            }
        }

        return null;
    }
}
