using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

/// <summary>What is planned, begun on the spot, and by whom it is recorded.</summary>
public sealed class InspectionPlanningTests
{
    private static readonly Circumstances ByAnOutsider = By("outsider", "QUALITY");

    [Fact]
    public void A_routine_inspection_is_planned_and_begun_at_once_without_a_sweep()
    {
        var begun = Begun();
        Assert.Equal(
            (InspectionBasis.Routine, Some.Today, (string?)null, (DateOnly?)Some.Today),
            (begun.Plan.Basis, begun.Plan.PlannedOn, begun.Plan.Campaign, begun.Plan.MadeOn));
        Assert.Equal(TwoOfficers, begun.Plan.Officers);
        Assert.Equal(InspectionStatus.Recorded, Tell(begun, On(Some.Today), FilledIn).Status);
    }

    [Fact]
    public void A_routine_inspection_takes_two_officers_like_every_other() =>
        Assert.Equal(new TooFewOfficers(2, 1), Refused(null, new BeginInspection(Some.CreditCode, ["liang"])));

    [Fact]
    public void Whoever_is_there_begins_it_or_a_person_of_the_section_for_them()
    {
        var command = new BeginInspection(Some.CreditCode, TwoOfficers, Section: "INSPECTION");
        Assert.Equal("outsider", Tell(null, ByAnOutsider, command with { Officers = ["outsider", "shao"] }).Plan.PlannedBy);
        Assert.Equal("officer", Tell(null, On(Some.Today), command).Plan.PlannedBy);
        Assert.Equal(new RecorderNotThere("INSPECTION"), Refused(null, command, ByAnOutsider));
    }

    /// <summary>An inspection of three days ago that is entered today is of that day, and is not late because of it.</summary>
    [Fact]
    public void What_was_begun_on_an_earlier_day_has_the_day_of_its_entry_to_be_recorded()
    {
        var threeDaysAgo = Some.Today.AddDays(-3);
        var begun = Tell(null, On(Some.Today), new BeginInspection(Some.CreditCode, TwoOfficers) { On = threeDaysAgo });
        Assert.Equal((threeDaysAgo, threeDaysAgo, Some.Today), (begun.Plan.PlannedOn, begun.Plan.MadeOn, begun.Plan.LastDay));
        Assert.Equal(Grains.Calendar.ShanghaiTime.EndOf(Some.Today), Assert.Single(Inspection.Concept.Deadlines(begun)).DueAt);
        Assert.Equal(threeDaysAgo, Tell(begun, On(Some.Today), FilledIn with { InspectedOn = threeDaysAgo }).Record!.InspectedOn);
    }

    [Fact]
    public void A_plan_may_be_entered_later_and_its_planned_day_lies_not_before_it()
    {
        var yesterday = Some.Today.AddDays(-1);
        Assert.Equal(yesterday, Tell(null, On(Some.Today), Plan with { PlannedOn = yesterday, On = yesterday }).Plan.MadeOn);
        Assert.Equal(
            "plannedOn", Assert.IsType<InvalidInput>(Refused(null, Plan with { PlannedOn = yesterday.AddDays(-1), On = yesterday })).Field);
        Assert.Equal("on", Assert.IsType<InvalidInput>(Refused(null, Plan with { On = Some.Today.AddDays(1) })).Field);
    }

    [Fact]
    public void One_of_those_who_went_or_are_to_go_records_it_or_a_person_of_the_section_for_them()
    {
        Assert.Equal(new RecorderNotThere("INSPECTION"), Refused(Planned(), FilledIn, ByAnOutsider));
        Assert.Equal(InspectionStatus.Recorded, Tell(Planned(), By("colleague", "INSPECTION"), FilledIn).Status);
        Assert.Equal(InspectionStatus.Recorded, Tell(Planned(), ByAnOutsider, FilledIn with { Officers = ["outsider", "shao"] }).Status);
        Assert.Equal(
            InspectionStatus.Recorded, Tell(Planned(), By("liang", "QUALITY"), FilledIn with { Officers = ["third", "shao"] }).Status);
    }

    [Fact]
    public void What_no_section_answers_for_is_recorded_by_who_was_there_or_holds_it()
    {
        var ofNoSection = Planned() with { Plan = Planned().Plan with { Section = null, Officers = [] } };
        Assert.Equal(new RecorderNotThere(null), Refused(ofNoSection, FilledIn, By("colleague", null)));
        Assert.Equal(InspectionStatus.Recorded, Tell(ofNoSection, By("officer", null), FilledIn).Status);
    }

    [Fact]
    public void A_sweep_looks_at_each_enterprise_once()
    {
        var again = On(Some.Today, Facts with { InSweep = "JC-0000000001" });
        Assert.Equal(new AlreadyInSweep("双打2026", "JC-0000000001"), Refused(null, Plan, again));
        Assert.Contains("JC-0000000001", new AlreadyInSweep("双打2026", "JC-0000000001").Message.Chinese, StringComparison.Ordinal);

        // What a lead gives rise to, what is drawn, and what belongs to no campaign is no second look of the sweep.
        Assert.Equal(InspectionStatus.Planned, Tell(null, again, Plan with { Basis = InspectionBasis.Lead, Lead = "群众举报" }).Status);
        Assert.Equal(InspectionStatus.Planned, Tell(null, again, Plan with { Campaign = null }).Status);
    }

    /// <summary>Two who plan at the same moment both find nothing; the commit lets one of them take the place.</summary>
    [Fact]
    public void An_enterprise_s_place_in_a_sweep_is_taken_by_one_and_free_again_when_it_is_cancelled()
    {
        Assert.Equal([$"{Some.CreditCode}\n双打2026"], PlacesOf(Planned()));
        Assert.Single(PlacesOf(Recorded()));
        Assert.Empty(PlacesOf(Cancelled()));
        Assert.DoesNotContain($"{Some.CreditCode}\n双打2026", PlacesOf(Begun()));
        Assert.Empty(PlacesOf(Planned() with { Plan = Planned().Plan with { MadeOn = null } }));

        // The number that people say stays taken.
        static IEnumerable<string> PlacesOf(InspectionState inspection) =>
            Inspection.Concept.UniqueNames(inspection).Except([inspection.Serial!.Name]);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void What_exceeds_the_yearly_cap_is_planned_and_says_so(int before, int? inspections)
    {
        var now = On(Some.Today, Facts with { InspectionsOfYear = before, YearlyCap = new YearlyInspectionCap(3) });
        var exceeded = inspections is { } number ? new YearlyCapExceeded(2026, number, 3) : null;
        var decided = Assert.IsType<InspectionPlanned>(Assert.Single(Inspection.Concept.Decided(null, Plan, now).Events));
        Assert.Equal(exceeded, decided.Plan.BeyondCap);
        Assert.Equal(exceeded is not null, decided.Summary.Chinese.Contains("超过每年3次的上限", StringComparison.Ordinal));
        Assert.Equal(exceeded, Tell(null, now, new BeginInspection(Some.CreditCode, TwoOfficers)).Plan.BeyondCap);
    }

    [Fact]
    public void A_lead_is_followed_up_however_often_the_enterprise_was_inspected_and_a_bureau_may_set_no_cap()
    {
        var often = Facts with { InspectionsOfYear = 40, YearlyCap = new YearlyInspectionCap(3) };
        Assert.Null(Tell(null, On(Some.Today, often), Plan with { Basis = InspectionBasis.Lead, Lead = "群众举报" }).Plan.BeyondCap);
        Assert.Null(Tell(null, On(Some.Today, often with { YearlyCap = new YearlyInspectionCap(null) }), Plan).Plan.BeyondCap);
    }

    [Fact]
    public void Every_item_says_what_is_as_it_should_be_and_old_records_keep_their_words()
    {
        Assert.All(Enum.GetValues<ChecklistItem>(), item =>
        {
            var (first, present) = (Checklist.WordingOf(item, null), Checklist.WordingOf(item, Checklist.CurrentVersion));
            Assert.Equal(Terms.Of(item), present);
            Assert.NotEqual(first, present);
            Assert.Equal(first, Checklist.WordingOf(item, Checklist.FirstVersion));
        });
        Assert.Equal("偷工减料", Checklist.WordingOf(ChecklistItem.MaterialsAndSteps, null).Chinese);
        Assert.Contains("无偷工减料", Checklist.WordingOf(ChecklistItem.MaterialsAndSteps, 2).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_says_in_which_wording_it_was_filled_in()
    {
        Assert.Equal(Checklist.CurrentVersion, Recorded().Record!.ChecklistVersion);
        Assert.Equal(1, Tell(Planned(), On(Some.Today), FilledIn with { ChecklistVersion = 1 }).Record!.ChecklistVersion);
        Assert.All(
            [0, Checklist.CurrentVersion + 1],
            version => Assert.Equal(
                "checklistVersion", Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { ChecklistVersion = version })).Field));
    }

    private static Circumstances By(string user, string? section) =>
        On(Some.Today) with { Actor = Some.Officer with { User = user, Section = section } };
}
