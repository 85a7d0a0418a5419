using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

/// <summary>What a subject does with the clocks it keeps, whichever subject it is.</summary>
public sealed class RunningClockTests
{
    private const string Kind = "case.decision";

    private static readonly DateTimeOffset Start = Some.TenOClock(Some.Today);

    private static readonly DateTimeOffset Due = ShanghaiTime.EndOf(new DateOnly(2026, 6, 1)); // 90 days end on Sunday, 31 May

    private static readonly ImmutableArray<RunningClock> Running = ImmutableArray<RunningClock>.Empty.Start(Kind, StatutoryRules.PenaltyDecision, Start);

    [Theory]
    [InlineData(0.2, 0.2)]
    [InlineData(0.05, 0.05)]
    [InlineData(0, null)]
    public void Those_concerned_are_warned_when_the_share_is_left_and_with_no_share_not_at_all(double left, double? warnedWith)
    {
        var reckoned = Assert.Single(Running.Recalculate(static _ => [], WorkingCalendar.BuiltIn, left));
        Assert.Equal((Kind, 0, Due), (reckoned.Kind, reckoned.Item, reckoned.DueAt));
        Assert.Equal(warnedWith is { } share ? Due - TimeSpan.FromMilliseconds(Math.Floor((Due - Start).TotalMilliseconds * share)) : null, reckoned.WarnAt);
    }

    [Fact]
    public void What_is_due_as_it_was_reckoned_before_is_not_reckoned_again() =>
        Assert.Empty(Recalculated(Running).Recalculate(static _ => [], WorkingCalendar.BuiltIn, 0.2));

    [Fact]
    public void A_warning_never_comes_after_the_clock_is_due()
    {
        // Counted back from the hearing, it is due before its own start.
        var announced = ImmutableArray<RunningClock>.Empty.Start("case.hearing-notice", StatutoryRules.PenaltyHearingNotice, Start);
        var reckoned = Assert.Single(announced.Recalculate(static _ => [], WorkingCalendar.BuiltIn, 0.2));
        Assert.True(reckoned.DueAt < Start);
        Assert.Equal(reckoned.DueAt, reckoned.WarnAt);
    }

    [Fact]
    public void Of_a_clock_that_has_lapsed_nobody_is_warned_any_more()
    {
        var lapsed = Assert.Single(Recalculated(Running).Lapsed(Kind, 0));
        Assert.Equal((true, true, null), (lapsed.IsLapsed, lapsed.IsWarned, lapsed.WarnAt));
        Assert.Empty(ImmutableArray.Create(lapsed).Owed("case.warning", null));
        Assert.Null(ImmutableArray.Create(lapsed).FirstDue(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_clock_that_was_moved_can_lapse_again_but_not_twice_at_the_same_instant()
    {
        var lapsed = Recalculated(Running).Lapsed(Kind, 0);
        var later = lapsed.Moved([new RecalculatedClock(Kind, 0, Due.AddDays(10), null)]);
        Assert.False(Assert.Single(later).IsLapsed);
        Assert.True(Assert.Single(later.Moved([new RecalculatedClock(Kind, 0, Due, null)])).IsLapsed);
        Assert.False(Assert.Single(lapsed.Moved([new RecalculatedClock(Kind, 0, null, null)])).IsLapsed);
    }

    private static ImmutableArray<RunningClock> Recalculated(ImmutableArray<RunningClock> clocks) => clocks.Moved(clocks.Recalculate(static _ => [], WorkingCalendar.BuiltIn, 0.2));
}
