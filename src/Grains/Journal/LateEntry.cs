using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>补录规则. Which entries of the journal were made late: the act has its day, and the journal keeps when it was entered.</summary>
/// <param name="WorkingDays">工作日数. How many working days after the act an entry is still in time.</param>
public sealed record LateEntry(int WorkingDays)
{
    /// <summary>通常. What holds where the bureau has set nothing else.</summary>
    public static readonly LateEntry Usual = new(3);

    /// <summary>是否补录. Whether an entry was made later than that; what a clock recorded is never late.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="concept">Its concept.</param>
    /// <param name="calendar">The calendar in force.</param>
    public bool Applies(JournalEntry entry, Concept concept, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(calendar);
        return entry.EffectiveOn is { } actedOn
            && entry.User != Actor.SystemUser
            && !(concept.EventTypes.TryGetValue(entry.Kind, out var type) && typeof(IMadeByClock).IsAssignableFrom(type))
            && calendar.AddWorkingDays(actedOn, WorkingDays).Day < ShanghaiTime.DayOf(entry.At);
    }
}
