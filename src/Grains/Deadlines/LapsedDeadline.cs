using System.Collections.Immutable;
using LinqToDB.Mapping;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Deadlines;

/// <summary>逾期期限行. Something that was not done in time and is still not done: the missed step, since when, and who answers for it. The
/// clock has met the deadline, so the due index has it no more; every concept that keeps statutory clocks has its rows in this one
/// table.</summary>
[Table("lapsed_deadline")]
public sealed record LapsedDeadlineRow : Row
{
    /// <summary>期限种类. What was owed.</summary>
    [Column("kind", Length = 60), PrimaryKey(1), NotNull] public required string Kind { get; init; }

    /// <summary>到期时刻. When, in UTC milliseconds.</summary>
    [Column("due_at"), PrimaryKey(2), NotNull] public required long DueAt { get; init; }

    /// <summary>规则. The rule and its article.</summary>
    [Column("rule_text", Length = 400), NotNull] public required string Rule { get; init; }

    /// <summary>责任科室. The section that answered for it when it lapsed, or null.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>责任人. The user name of who answered for it when it lapsed; of an office the wire name of its role, of the police the code of
    /// their agency.</summary>
    [Column("officer", Length = 100), NotNull] public required string Officer { get; init; }

    /// <summary>按工作日计. Whether the term is counted in working days, and so the days since.</summary>
    [Column("in_working_days"), NotNull] public required bool InWorkingDays { get; init; }

    /// <summary>The rows of what has lapsed of a subject's clocks and is still owed.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="clocks">Its clocks.</param>
    /// <param name="answering">Who answered for a clock that lapsed.</param>
    internal static IEnumerable<LapsedDeadlineRow> Of(
        string subject, ImmutableArray<RunningClock> clocks, Func<RunningClock, Answering> answering) =>
        from clock in clocks.Where(clock => clock is { IsLapsed: true, DueAt: not null }).DistinctBy(clock => (clock.Kind, clock.DueAt))
        let who = answering(clock)
        select new LapsedDeadlineRow
        {
            Subject = subject,
            Kind = clock.Kind,
            DueAt = clock.DueAt!.Value.ToUnixTimeMilliseconds(),
            Rule = clock.Rule,
            Section = who.Section,
            Officer = who.Who,
            InWorkingDays = clock.Row.Period.Unit is PeriodUnit.WorkingDays,
        };
}

/// <summary>逾期日数. How many days something is late.</summary>
public static class DaysLate
{
    /// <summary>The days after the last day of a term, up to today and with it: working days where the term is counted in such.</summary>
    /// <param name="dueAt">When it was due (UTC).</param>
    /// <param name="inWorkingDays">Whether the term is counted in working days.</param>
    /// <param name="today">The day on which it is asked (Asia/Shanghai).</param>
    /// <param name="calendar">The working-day calendar.</param>
    public static int Of(DateTimeOffset dueAt, bool inWorkingDays, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var last = ShanghaiTime.LastDayBefore(dueAt);
        var days = Math.Max(0, today.DayNumber - last.DayNumber);
        return inWorkingDays ? Enumerable.Range(1, days).Count(day => calendar.IsWorkingDay(last.PlusDays(day))) : days;
    }
}

/// <summary>并未逾期. What the journal says of a deadline that had been met in time, as a late entry shows.</summary>
internal static class NoLapse
{
    /// <summary>Of a deadline that ended at an instant.</summary>
    /// <param name="deadline">The words for it.</param>
    /// <param name="dueAt">When it was due (UTC).</param>
    /// <param name="doneOn">The day on which it was done (Asia/Shanghai).</param>
    public static BilingualText Of(BilingualText deadline, DateTimeOffset dueAt, DateOnly doneOn) =>
        Of(deadline, ShanghaiTime.LastDayBefore(dueAt), doneOn);

    /// <summary>Of a term that is kept by its last day.</summary>
    /// <param name="deadline">The words for it.</param>
    /// <param name="lastDay">Its last day (Asia/Shanghai).</param>
    /// <param name="doneOn">The day on which it was done (Asia/Shanghai).</param>
    public static BilingualText Of(BilingualText deadline, DateOnly lastDay, DateOnly doneOn) => new(
        $"撤销逾期记录：“{deadline.Chinese}”的期限至{IsoDate.Of(lastDay)}，补录的办理日期为{IsoDate.Of(doneOn)}，并未逾期",
        $"No lapse: the term of '{deadline.English}' ran to {IsoDate.Of(lastDay)}, and what is entered was done on {IsoDate.Of(doneOn)}");

    /// <summary>Of a term of what, as a correction shows, was never owed.</summary>
    /// <param name="deadline">The words for it.</param>
    /// <param name="dueAt">When it was due (UTC).</param>
    public static BilingualText NotOwed(BilingualText deadline, DateTimeOffset dueAt) => new(
        $"撤销逾期记录：“{deadline.Chinese}”的期限原计算至{IsoDate.Of(ShanghaiTime.LastDayBefore(dueAt))}，更正后并无此项义务",
        $"No lapse: the term of '{deadline.English}' was counted to {IsoDate.Of(ShanghaiTime.LastDayBefore(dueAt))}; "
            + "as corrected it was never owed");

    /// <summary>Of a term that a correction has moved and that was not kept by its right day either; that lapse follows.</summary>
    /// <param name="deadline">The words for it.</param>
    /// <param name="dueAt">When it was due as it was counted (UTC).</param>
    /// <param name="lastDay">Its last day as corrected (Asia/Shanghai).</param>
    public static BilingualText Moved(BilingualText deadline, DateTimeOffset dueAt, DateOnly lastDay) => new(
        $"更正逾期记录：“{deadline.Chinese}”的期限原计算至{IsoDate.Of(ShanghaiTime.LastDayBefore(dueAt))}，更正后至{IsoDate.Of(lastDay)}",
        $"Lapse corrected: the term of '{deadline.English}' was counted to {IsoDate.Of(ShanghaiTime.LastDayBefore(dueAt))}; as corrected "
            + $"it ran to {IsoDate.Of(lastDay)}");

    /// <summary>Of a term that would have run from a day which a correction has moved.</summary>
    /// <param name="deadline">The words for it.</param>
    /// <param name="lastDay">Its last day as it was counted (Asia/Shanghai).</param>
    /// <param name="from">The day from which it is counted as corrected (Asia/Shanghai).</param>
    public static BilingualText AsOf(BilingualText deadline, DateOnly lastDay, DateOnly from) => new(
        $"撤销逾期记录：“{deadline.Chinese}”的期限原计算至{IsoDate.Of(lastDay)}，起算日已更正为{IsoDate.Of(from)}，并未逾期",
        $"No lapse: the term of '{deadline.English}' was counted to {IsoDate.Of(lastDay)}; as corrected it runs from {IsoDate.Of(from)}");
}
