using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

/// <summary>An inspection is begun by two, on the spot or by plan, and the journal says which.</summary>
public sealed class InspectionBeginningTests
{
    /// <summary>行政处罚法 第四十二条.</summary>
    [Fact]
    public void Nobody_begins_an_inspection_alone()
    {
        Assert.Equal(new TooFewOfficers(2, 1), Refused(null, new BeginInspection(Some.CreditCode, ["liang"])));
        Assert.Equal(new TooFewOfficers(2, 0), Refused(null, new BeginInspection(Some.CreditCode, [])));
        Assert.Null(Refused(null, new BeginInspection(Some.CreditCode, TwoOfficers)));
    }

    /// <summary>A double press is told of the first; who has recorded that, and whoever else goes there, begins another.</summary>
    [Fact]
    public void The_same_person_does_not_begin_it_twice_on_a_day()
    {
        var command = new BeginInspection(Some.CreditCode, TwoOfficers);
        var begun = Begun();
        Assert.Equal(Some.Officer.User, begun.Plan.BegunBy);
        var again = On(Some.Today, Facts with { Begun = [new BegunInspection(begun.Number, begun.Plan.BegunBy!)] });
        var refused = Refused(null, command, again);
        Assert.Equal(new AlreadyBegun(begun.Number, Some.Today), refused);
        Assert.Contains(begun.Number, refused!.Message.Chinese, StringComparison.Ordinal);
        Assert.Null(Refused(null, command, On(Some.Today, Facts with { Begun = [new BegunInspection(begun.Number, "shao")] })));

        // Two at the same instant: of both one takes the place, until it is recorded or cancelled.
        Assert.Contains($"{Some.CreditCode}\n2026-03-02\n{Some.Officer.User}", Inspection.Concept.UniqueNames(begun));
        Assert.DoesNotContain(
            Inspection.Concept.UniqueNames(Tell(begun, On(Some.Today), FilledIn)),
            name => name.StartsWith(Some.CreditCode, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Inspection.Concept.UniqueNames(begun with { Plan = begun.Plan with { BegunBy = null } }),
            name => name.StartsWith(Some.CreditCode, StringComparison.Ordinal));
    }

    /// <summary>What was handed over with nobody named is its new section's, not the old planner's.</summary>
    [Fact]
    public void What_was_handed_over_and_given_to_nobody_is_nobodys_yet()
    {
        var planned = Tell(null, On(Some.Today), Plan with { Officers = [] });
        Assert.Equal([Some.Officer.User], planned.Holders);
        var handed = Tell(planned, On(Some.Today), new HandOverInspection("QUALITY", Some.Grounds));
        Assert.Equal((true, true), (handed.IsNobodys, handed.Holders.IsEmpty));
        var row = Assert.Single(Inspection.Concept.RowsOf("inspection/1", handed, 1).OfType<OpenWorkRow>());
        Assert.Equal((OpenWorkRow.Nobody, 0, "QUALITY"), (row.UserName, row.Place, row.Section));
        Assert.Empty(((Grains.Notifications.INotifies)row).Notices);

        var due = Assert.Single(Inspection.Concept.Deadlines(handed));
        var lapse = Assert.IsType<InspectionDeadlineLapsed>(Assert.Single(
            Inspection.Concept.Decided(handed, new InspectionDeadlineReached(due.Kind, due.DueAt), At(due.DueAt)).Events));
        Assert.Equal((null, "QUALITY"), (lapse.Officer, lapse.Section));
        Assert.Contains("尚未指派检查人员", lapse.Summary.Chinese, StringComparison.Ordinal);
        var ofQuality = On(Some.Today) with { Actor = new Actor("quality-head", Roles.SectionHead, "QUALITY", null, Guid.Empty) };
        Assert.Equal(TwoOfficers, Tell(handed, ofQuality, new AssignInspectionOfficers(TwoOfficers, Some.Grounds)).Holders);
    }

    [Fact]
    public void The_journal_tells_what_was_begun_on_the_spot_from_what_was_planned()
    {
        Assert.Equal("现场开始日常检查，2026-03-02", Summary(new BeginInspection(Some.CreditCode, TwoOfficers)));
        Assert.StartsWith("计划检查（", Summary(Plan), StringComparison.Ordinal);
        Assert.StartsWith("计划检查（", Summary(Plan with { Basis = InspectionBasis.Routine }), StringComparison.Ordinal);

        static string Summary(InspectionCommand command) =>
            Inspection.Concept.Decided(null, command, On(Some.Today)).Events[0].Summary.Chinese;
    }
}
