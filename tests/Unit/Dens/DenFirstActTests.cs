using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Dens.DenTests;

namespace ShuangDa.Tests.Unit.Dens;

/// <summary>A den that nobody acts on is the work of the section that has it, and late its head's.</summary>
public sealed class DenFirstActTests
{
    // Five working days after Monday, 2 March 2026.
    private static readonly DateOnly ActBy = new(2026, 3, 9);

    [Fact]
    public void A_den_is_acted_on_within_five_working_days_of_its_finding()
    {
        Assert.Equal(ActBy, Found().ActBy);
        var deadline = Assert.Single(Den.Concept.Deadlines(Found()));
        Assert.Equal((Den.FirstAct, ShanghaiTime.EndOf(ActBy), "INSPECTION"), (deadline.Kind, deadline.DueAt, deadline.Section));
        Assert.Contains("内部期限", deadline.Rule, StringComparison.Ordinal);

        // The festival does not count; a corrected day moves the term.
        Assert.Equal(new DateOnly(2026, 2, 26), Told(null, Now(), DenTests.Record with { FoundOn = new(2026, 2, 12) }).ActBy);
        Assert.Equal(new DateOnly(2026, 3, 5), Told(Found(), Now(), Correction with { FoundOn = new(2026, 2, 27) }).ActBy);
    }

    [Theory]
    [InlineData("INSPECTION", "SECTION_HEAD")]
    [InlineData(null, "LEADER")]
    public void Where_nobody_does_the_head_of_the_section_is_late_and_told_once_a_term(string? section, string office)
    {
        var found = Found() with { Section = section };
        Assert.Empty(Due(found, ActBy.AddDays(-1), ShanghaiTime.EndOf(ActBy)));
        var left = Assert.IsType<DenLeftAlone>(Assert.Single(Due(found, ActBy.AddDays(1), ShanghaiTime.EndOf(ActBy))));
        Assert.Equal((ActBy, section, new DateOnly(2026, 3, 16)), (left.Lapse.LastDay, left.Lapse.Section, left.LookOn));
        var late = Den.Apply(found, left);
        var row = Assert.Single(Den.Concept.RowsOf("den/X", late, 1).OfType<LapsedDeadlineRow>());
        Assert.Equal((Den.FirstAct, section, office, true), (row.Kind, row.Section, row.Officer, row.InWorkingDays));
        Assert.Equal(ShanghaiTime.EndOf(ActBy).ToUnixTimeMilliseconds(), row.DueAt);
        Assert.Equal(
            [section is null ? Addressee.Holding(Roles.Leader) : Addressee.Holding(Roles.SectionHead, section)],
            Den.Concept.Notices(found, left, late).Select(notice => notice.To));

        // One that was found long ago and is entered now is told of once.
        var entered = Assert.IsType<DenLeftAlone>(Assert.Single(Due(found, ActBy.AddDays(200), ShanghaiTime.EndOf(ActBy))));
        Assert.Equal((ActBy, true), (entered.Lapse.LastDay, entered.LookOn > ActBy.AddDays(200)));

        // It stays the same lapse, and is told again after a further term.
        Assert.Empty(Due(late, left.LookOn, ShanghaiTime.EndOf(ActBy)));
        var again = Assert.IsType<DenLeftAlone>(
            Assert.Single(Due(late, left.LookOn.AddDays(1), ShanghaiTime.EndOf(left.LookOn))));
        Assert.Equal((left.Lapse, new DateOnly(2026, 3, 23)), (again.Lapse, again.LookOn));
        Assert.Equal(ActBy.AddDays(1), left.EffectiveOn);
    }

    [Fact]
    public void A_lapse_stays_that_of_the_section_that_let_it_pass()
    {
        var later = ActBy.AddDays(30);
        var moved = LeftAlone() with { Section = "FOOD" };
        Assert.Equal("INSPECTION", Assert.IsType<DenLeftAlone>(Assert.Single(
            Due(moved, later, ShanghaiTime.EndOf(moved.LookOn!.Value)))).Lapse.Section);
    }

    [Fact]
    public void What_no_section_has_waits_for_the_head_of_the_bureau()
    {
        var hotline = new Actor("hotline", Roles.Hotline, null, null, Guid.Empty);
        var happened = Assert.Single(Den.Concept.Decided(null, DenTests.Record, Now(hotline)).Events);
        Assert.Equal(
            [new Notice(NotificationKind.Waiting, Addressee.Holding(Roles.Leader), Den.FirstAct)],
            Den.Concept.Notices(null, happened, Den.Apply(null, happened)));
    }

    [Fact]
    public void What_was_found_waits_for_whoever_gives_it_to_somebody() => Assert.Equal(
        [new Notice(NotificationKind.Waiting, Addressee.Holding(Roles.SectionHead, "INSPECTION"), Den.FirstAct)],
        Den.Concept.Notices(null, Assert.Single(Den.Concept.Decided(null, DenTests.Record, Now()).Events), Found()));

    [Fact]
    public void Whoever_acts_on_it_ends_that_at_once_and_also_when_it_is_late()
    {
        var inspected = new DenActsFound(new DenAct("JC-0000000001", Some.Today));
        foreach (var den in new[] { Found(), LeftAlone() })
        {
            var acted = Told(den, Now().With(inspected), new NoteDenActs());
            Assert.Equal((null, null, null), (acted.ActBy, acted.LeftAlone, acted.LookOn));
            Assert.Empty(Den.Concept.Deadlines(acted));
            Assert.Empty(Den.Concept.RowsOf("den/X", acted, 1).OfType<LapsedDeadlineRow>());
            Assert.Empty(Den.Concept.Decided(acted, new NoteDenActs(), Now().With(inspected)).Events);
            Assert.Empty(Den.Concept.Decided(den, new NoteDenActs(), Now()).Events);
        }

        Assert.IsType<DenActedOn>(Assert.Single(Due(Found(), ActBy.AddDays(1), ShanghaiTime.EndOf(ActBy), inspected)));
        Assert.Null(Told(Proposed(), Now(), Approve).ActBy);
        Assert.Null(Ended().ActBy);
        Assert.Equal(ActBy, Told(Ended(), Now(), new ReopenDen(Some.Grounds)).ActBy);
    }

    [Fact]
    public void One_that_was_recorded_before_that_was_asked_for_owes_nothing()
    {
        var before = Found() with { ActBy = null };
        Assert.Empty(Den.Concept.Deadlines(before));
        Assert.Empty(Due(before, ActBy.AddDays(1), ShanghaiTime.EndOf(ActBy)));
    }

    internal static DenState LeftAlone() => Due(Found(), ActBy.AddDays(1), ShanghaiTime.EndOf(ActBy)).Aggregate(Found(), Den.Apply);

    private static ImmutableArray<DenEvent> Due(DenState den, DateOnly on, DateTimeOffset dueAt, DenActsFound? found = null) =>
        Den.Concept.Decided(
            den,
            new DenDeadlineReached(Den.FirstAct, dueAt),
            (Now(Actor.System(Guid.Empty)) with { Now = Some.TenOClock(on) }).With(found ?? new DenActsFound(null))).Events;
}
