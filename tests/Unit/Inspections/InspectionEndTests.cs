using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

/// <summary>What becomes of a planned inspection whose enterprise has ended before it was inspected.</summary>
public sealed class InspectionEndTests
{
    private static readonly DateOnly Day = Some.Today.AddDays(10);

    /// <summary>Nobody is left to be inspected: nothing lapses in an officer's name, nobody holds it, and the history says why.</summary>
    [Fact]
    public void A_planned_inspection_ends_with_its_enterprise()
    {
        var happened = Assert.IsType<InspectionEndedWithEnterprise>(Assert.Single(Inspection.Concept.Decided(
            Planned(), new NoteInspectedClosing(Some.Today), On(Some.Today.AddDays(2))).Events));
        Assert.Equal((Some.Today, Some.Today.AddDays(2)), (happened.ClosedOn, happened.EffectiveOn));
        Assert.StartsWith("企业已于2026-03-02终止，取消检查", happened.Summary.Chinese, StringComparison.Ordinal);

        var ended = Ended();
        Assert.Equal((InspectionStatus.Cancelled, Some.Today), (ended.Status, ended.EnterpriseEndedOn!.Value));
        Assert.Empty(Inspection.Concept.Deadlines(ended));
        Assert.Empty(Inspection.Concept.RowsOf("inspection/1", ended, 1).OfType<OpenWorkRow>());
        Assert.Empty(Inspection.Concept.Decided(ended, new NoteInspectedClosing(Some.Today), On(Some.Today)).Events);
        foreach (var done in new[] { Recorded(), Cancelled() })
        {
            Assert.Empty(Inspection.Concept.Decided(done, new NoteInspectedClosing(Some.Today), On(Some.Today)).Events);
            Assert.Empty(Inspection.Concept.Decided(done, new NoteInspectedReopening(), On(Some.Today)).Events);
        }

        Assert.Equal(new InspectionNotPlanned(InspectionStatus.Cancelled), Refused(ended, new CancelInspection(Some.Grounds)));
        Assert.Equal(new InspectionNotPlanned(InspectionStatus.Cancelled), Refused(Cancelled(), FilledIn));
    }

    [Theory]
    [InlineData(0, false)] // gone on the planned day: nobody could have been inspected by its end
    [InlineData(1, true)] // there still on the planned day: it was missed
    public void A_lapse_stays_where_the_enterprise_was_there_to_be_inspected(int daysAfter, bool isLate)
    {
        var ended = Tell(Late(), On(Day.AddDays(3)), new NoteInspectedClosing(Day.AddDays(daysAfter)));
        Assert.Equal(isLate, ended.IsLate);
        Assert.Equal(isLate, Tell(ended, On(Day.AddDays(4)), new NoteInspectedReopening()).IsLate);
    }

    /// <summary>Of one that ended before its inspections were told: the planned day ends it, and nobody answers for a lapse.</summary>
    [Fact]
    public void What_nobody_was_told_of_ends_when_its_day_has_passed()
    {
        Assert.IsType<InspectionEndedWithEnterprise>(Met(Day));
        Assert.IsType<InspectionDeadlineLapsed>(Met(Day.AddDays(1)));

        static InspectionEvent Met(DateOnly endedOn)
        {
            var due = Assert.Single(Inspection.Concept.Deadlines(Planned()));
            var facts = Facts with { Ended = new EndedEnterprise("某厂", endedOn) };
            return Assert.Single(Inspection.Concept.Decided(
                Planned(), new InspectionDeadlineReached(due.Kind, due.DueAt), At(due.DueAt.AddDays(5), facts)).Events);
        }
    }

    [Fact]
    public void What_ended_by_mistake_is_planned_again_and_has_as_many_days_as_were_left()
    {
        var soon = Tell(Ended(), On(Day), new NoteInspectedReopening());
        Assert.Equal((InspectionStatus.Planned, null, Day), (soon.Status, soon.EnterpriseEndedOn, soon.Plan.PlannedOn));
        Assert.Equal(ShanghaiTime.EndOf(Day), Assert.Single(Inspection.Concept.Deadlines(soon)).DueAt);

        // Its day has passed, and was no one's to keep: ten days were left when it ended.
        var known = Day.AddDays(5);
        var resumed = Assert.IsType<InspectionResumed>(Assert.Single(
            Inspection.Concept.Decided(Ended(), new NoteInspectedReopening(), On(known)).Events));
        Assert.Equal(known.AddDays(10), resumed.LastDay);
        Assert.Contains("顺延至2026-03-27", resumed.Summary.Chinese, StringComparison.Ordinal);
        var later = Tell(Ended(), On(known), new NoteInspectedReopening());
        Assert.Equal((known.AddDays(10), false), (later.Plan.PlannedOn, later.IsLate));
        Assert.Equal(ShanghaiTime.EndOf(known.AddDays(10)), Assert.Single(Inspection.Concept.Deadlines(later)).DueAt);

        // The day of what was begun on the spot stays; the last day to record it is another.
        var begun = Tell(Begun(), On(Some.Today), new NoteInspectedClosing(Some.Today));
        var again = Tell(begun, On(known), new NoteInspectedReopening());
        Assert.Equal((Some.Today, known), (again.Plan.PlannedOn, again.Plan.LastDay));
    }

    /// <summary>A sweep looks at each enterprise once, and nobody begins twice: what has taken its place stays.</summary>
    [Fact]
    public void What_ended_by_mistake_stays_ended_where_its_place_was_taken()
    {
        var swept = On(Day, Facts with { InSweep = "JC-0000000002" });
        Assert.Equal(new AlreadyInSweep("双打2026", "JC-0000000002"), Refused(Ended(), new NoteInspectedReopening(), swept));
        var begun = Tell(Begun(), On(Some.Today), new NoteInspectedClosing(Some.Today));
        var taken = On(Day, Facts with { Begun = [new BegunInspection("JC-0000000003", begun.Plan.BegunBy!)] });
        Assert.Equal(new AlreadyBegun("JC-0000000003", Some.Today), Refused(begun, new NoteInspectedReopening(), taken));
        var others = On(Day, Facts with { Begun = [new BegunInspection("JC-0000000003", "somebody")] });
        Assert.Equal(InspectionStatus.Planned, Tell(begun, others, new NoteInspectedReopening()).Status);
    }

    [Fact]
    public void A_visit_from_before_the_end_is_recorded_after_it()
    {
        var ended = Tell(Planned(), On(Some.Today.AddDays(5)), new NoteInspectedClosing(Some.Today.AddDays(4)));
        var recorded = Tell(ended, On(Some.Today.AddDays(6)), FilledIn with { InspectedOn = Some.Today.AddDays(3) });
        Assert.Equal((InspectionStatus.Recorded, null), (recorded.Status, recorded.EnterpriseEndedOn));
    }

    /// <summary>Nobody visits who is gone; a correction cannot move the visit there either.</summary>
    [Fact]
    public void A_visit_is_not_of_a_day_after_the_end()
    {
        var endedOn = Some.Today.AddDays(4);
        var ended = Tell(Planned(), On(Some.Today.AddDays(5)), new NoteInspectedClosing(endedOn));
        var later = FilledIn with { InspectedOn = endedOn.AddDays(1) };
        Assert.Equal("inspectedOn", Assert.IsType<InvalidInput>(Refused(ended, later, On(Some.Today.AddDays(6)))).Field);
        Assert.Equal(InspectionStatus.Recorded, Tell(ended, On(Some.Today.AddDays(6)), FilledIn with { InspectedOn = endedOn }).Status);

        var gone = On(Some.Today.AddDays(6), Facts with { Ended = new EndedEnterprise("某厂", Some.Today.AddDays(-1)) });
        var moved = new CorrectInspectionRecord(Some.Grounds, InspectedOn: Some.Today.AddDays(1));
        Assert.Equal("inspectedOn", Assert.IsType<InvalidInput>(Refused(Recorded(), moved, gone)).Field);
        Assert.Equal("实际情况", Tell(Recorded(), gone, new CorrectInspectionRecord(Some.Grounds, Summary: "实际情况")).Record!.Summary);
    }

    /// <summary>What took the place of an inspection that had ended keeps it, also when a visit from before the end is recorded.</summary>
    [Fact]
    public void A_visit_from_before_the_end_is_not_recorded_where_its_place_was_taken()
    {
        var ended = Tell(Planned(), On(Some.Today.AddDays(5)), new NoteInspectedClosing(Some.Today.AddDays(4)));
        var swept = On(Some.Today.AddDays(6), Facts with { InSweep = "JC-0000000002" });
        Assert.Equal(
            new AlreadyInSweep("双打2026", "JC-0000000002"),
            Refused(ended, FilledIn with { InspectedOn = Some.Today.AddDays(3) }, swept));
    }
}
