using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Journal;

/// <summary>补录: an act is entered within three working days, or the entry says that it was late.</summary>
public sealed class LateEntryTests
{
    // Wednesday, 31 December 2025: New Year's rest days follow, and a Sunday that is worked, the 4th.
    private static readonly DateOnly Act = new(2025, 12, 31);

    [Theory]
    [InlineData("2025-12-31T23:59:59", false)]
    [InlineData("2026-01-06T23:59:59", false)]
    [InlineData("2026-01-07T00:00:00", true)]
    public void Three_working_days_after_the_act_it_is_late(string enteredAt, bool isLate) =>
        Assert.Equal(isLate, Applies(Entry(enteredAt)));

    [Fact]
    public void The_bureau_may_set_another_number_of_days()
    {
        Assert.True(Applies(Entry("2026-01-04T00:00:00"), new LateEntry(0)));
        Assert.False(Applies(Entry("2025-12-31T23:59:59"), new LateEntry(0)));
        Assert.False(Applies(Entry("2026-01-07T00:00:00"), new LateEntry(4)));
    }

    [Fact]
    public void What_was_done_on_the_day_of_its_entry_or_by_a_clock_or_the_system_is_not_late()
    {
        var late = Entry("2026-02-02T10:00:00");
        Assert.True(Applies(late));
        Assert.False(Applies(late with { EffectiveOn = null }));
        Assert.False(Applies(late with { Kind = "licence.expired" }));
        Assert.False(Applies(late with { User = Actor.SystemUser }));
    }

    private static bool Applies(JournalEntry entry, LateEntry? rule = null) =>
        (rule ?? LateEntry.Usual).Applies(entry, Licence.Concept, WorkingCalendar.BuiltIn);

    private static JournalEntry Entry(string at) => new()
    {
        Subject = "licence/X",
        Number = 2,
        At = DateTimeOffset.Parse($"{at}+08:00", System.Globalization.CultureInfo.InvariantCulture),
        Kind = "licence.suspended",
        User = "officer",
        CommandId = Guid.Empty,
        EffectiveOn = Act,
        Body = "{}",
    };
}
