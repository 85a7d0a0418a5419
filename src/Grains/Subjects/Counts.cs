using LinqToDB.Mapping;
using ShuangDa.Grains.Calendar;

namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 计数行. How many rows of a table agree in some respects, and what some of their columns add up to. A concept says it beside its columns and nowhere else: a record that derives
/// from <see cref="CountsOf{TRow}"/>, with a property for each respect, named as the row's, and one for each sum. The commit keeps it, the migration and the rebuild fill it, the
/// self-check compares it with the rows; a list's total is taken from it where the list's conditions ask for nothing but such respects.
/// </summary>
public abstract record CountRow
{
    /// <summary>单元. The values of all respects as one text, which tells two cells of the table apart; null is a text of its own.</summary>
    [Column("cell", Length = 280), PrimaryKey(0), NotNull] public required string Cell { get; init; }

    /// <summary>记账者. Who adds here. On servers commits that go on at the same time add to cells of their own, so that none waits for another; a figure is the sum over them all.</summary>
    [Column("writer"), PrimaryKey(1), NotNull] public required int Writer { get; init; }

    /// <summary>行数. How many rows; of one writer also less than none.</summary>
    [Column("row_count"), NotNull, Summed] public required long Rows { get; init; }
}

/// <summary>计数行. How many rows of a table agree in some respects.</summary>
/// <typeparam name="TRow">The rows that are counted.</typeparam>
public abstract record CountsOf<TRow> : CountRow where TRow : Row;

/// <summary>合计. The column is the sum of the row's column of the same name, a whole number that is never null; of <see cref="CountRow.Rows"/>, the number of rows.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SummedAttribute : Attribute;

/// <summary>期间. The column is the period in which a day of the row lies: a year as <c>2026</c>, a month as <c>2026-12</c>, or the day. A row counts once for each unit, so that a long time is few cells.</summary>
/// <param name="day">The row's property, a day that is never null.</param>
/// <param name="units">The units.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PeriodOfAttribute(string day, params CountedPeriod[] units) : Attribute
{
    /// <summary>日期. The row's property.</summary>
    public string Day => day;

    /// <summary>单位. The units.</summary>
    public IReadOnlyList<CountedPeriod> Units => units;
}

/// <summary>计数期间. What rows are counted by in time. The number is how many characters of an ISO day name it.</summary>
public enum CountedPeriod
{
    /// <summary>A year.</summary>
    [Term("年", "year")]
    Year = 4,

    /// <summary>A month.</summary>
    [Term("月", "month")]
    Month = 7,

    /// <summary>A day.</summary>
    [Term("日", "day")]
    Day = 10,
}

/// <summary>整期与余日. A stretch of days as whole periods, which are kept counted, and the days that are left over at its ends.</summary>
/// <param name="Whole">The periods' names, the longest that fit.</param>
/// <param name="Rest">The stretches of days besides: parts of a month, and what lies outside of all days that a step can carry (<see cref="PlausibleDays"/>).</param>
public sealed record WholePeriods(IReadOnlyList<string> Whole, IReadOnlyList<(DateOnly From, DateOnly Before)> Rest)
{
    /// <summary>Divides a stretch of days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="before">The day after the last.</param>
    /// <param name="byYear">Whether years are kept counted beside months.</param>
    public static WholePeriods Of(DateOnly from, DateOnly before, bool byYear)
    {
        var (whole, rest) = (new List<string>(), new List<(DateOnly, DateOnly)>());
        for (var day = from; day < before;)
        {
            var (unit, next) = byYear && day is { Month: 1, Day: 1 } && day.PlusMonths(MonthsOfYear) <= before ? (CountedPeriod.Year, day.PlusMonths(MonthsOfYear))
                : day.Day == 1 && day.PlusMonths(1) <= before ? (CountedPeriod.Month, day.PlusMonths(1))
                : (CountedPeriod.Day, new DateOnly(day.Year, day.Month, 1).PlusMonths(1));
            next = day < PlausibleDays.First ? PlausibleDays.First : day > PlausibleDays.Last || next > before ? before : next;
            if (unit is CountedPeriod.Day || !PlausibleDays.Contain(day))
            {
                rest.Add((day, next < before ? next : before));
            }
            else
            {
                whole.Add(IsoDate.Of(day)[..(int)unit]);
            }

            day = next;
        }

        return new WholePeriods(whole, rest);
    }

    private const int MonthsOfYear = 12;
}
