using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

/// <summary>
/// 更正检查记录. A record that says something wrong is put right; what it counted is taken back and counted anew, and both stay to be seen.
/// </summary>
public sealed class InspectionCorrectionTests
{
    private static readonly DateOnly Later = Some.Today.AddDays(9);

    [Fact]
    public void What_is_left_out_stays_as_it_was()
    {
        var before = Recorded();
        var after = Tell(before, On(Later), Correction with { InspectedOn = Some.Today.AddDays(1) });
        Assert.True((before.Record! with { InspectedOn = Some.Today.AddDays(1) }).SaysTheSameAs(after.Record!));
        var correction = Assert.Single(after.Corrections);
        Assert.Equal((Later, "officer", "检查日误填"), (correction.CorrectedOn, correction.By, correction.Grounds.Reason));
        Assert.True(before.Record!.SaysTheSameAs(correction.Before));
    }

    /// <summary>What came of a visit does not come before it.</summary>
    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "inspectedOn")]
    public void A_visit_is_not_moved_behind_the_order_or_case_that_came_of_it(int days, string? field) => Assert.Equal(
        field,
        (Refused(
            Recorded(),
            Correction with { InspectedOn = Some.Today.AddDays(days) },
            On(Later, Facts with { FollowedOn = Some.Today.AddDays(2) })) as InvalidInput)?.Field);

    [Fact]
    public void A_correction_that_changes_nothing_is_none() =>
        Assert.Empty(
            Inspection.Concept.Decided(Recorded(), Correction with { InspectedOn = Some.Today, Summary = "未发现问题" }, On(Later)).Events);

    [Fact]
    public void There_must_be_a_record_a_reason_and_the_head_of_the_section()
    {
        Assert.Equal(new InspectionNotRecorded(InspectionStatus.Planned), Refused(Planned(), Correction with { Summary = "改" }));
        Assert.Equal(new InspectionNotRecorded(InspectionStatus.Cancelled), Refused(Cancelled(), Correction with { Summary = "改" }));
        Assert.Equal("reason", WrongField(Correction with { Grounds = new Grounds(" ", "依据"), Summary = "改" }));
        var elsewhere = On(Later) with { Actor = Some.Officer with { Section = "QUALITY" } };
        Assert.Equal(new NotHeadOfSection("INSPECTION"), Refused(Recorded(), Correction with { Summary = "改" }, elsewhere));
        Assert.Equal(Roles.SectionHead, AllowedToAttribute.Of(typeof(CorrectInspectionRecord)));
    }

    [Fact]
    public void What_holds_of_a_record_holds_of_a_corrected_one()
    {
        Assert.Equal(new TooFewOfficers(2, 1), Refused(Recorded(), Correction with { Officers = ["liang"] }));
        Assert.Equal(new FindingsWithoutConsequence(1), Refused(Recorded(), Correction with { Findings = OneSerious }));
        Assert.IsType<ConsequenceWithoutFindings>(Refused(Recorded(), Correction with { Result = InspectionResult.Rectification }));
        Assert.Equal("inspectedOn", WrongField(Correction with { InspectedOn = Some.Today.AddDays(-1) }));
        Assert.Equal(
            "inspectedOn", Assert.IsType<InvalidInput>(Refused(Recorded(), Correction with { InspectedOn = Some.Today.AddDays(1) })).Field);
    }

    [Fact]
    public void What_was_counted_is_taken_back_under_its_day_and_counted_under_the_right_one()
    {
        var facts = Counted(Recorded(), Correction with { InspectedOn = Some.Today.AddDays(1), Officers = ["liang", "shao", "third"] });
        Assert.Equal(
            [
                (Some.Today, Measure.OfficersSent, -2), (Some.Today, Measure.EnterprisesInspected, -1), (
                    Some.Today, Measure.LicensedInspected, -1),
                (Some.Today.AddDays(1), Measure.OfficersSent, 3),
                (Some.Today.AddDays(1), Measure.EnterprisesInspected, 1),
                (Some.Today.AddDays(1), Measure.LicensedInspected, 1),
            ],
            facts.Select(fact => (fact.Day, fact.Measure, fact.Amount)));
        Assert.All(facts, fact => Assert.Equal(("INSPECTION", "CLOTHING"), (fact.Section, fact.ProductClass)));
    }

    [Fact]
    public void On_the_same_day_the_difference_is_counted()
    {
        var found = Tell(Planned(), On(Some.Today), FilledIn with { Findings = OneSerious, Result = InspectionResult.Rectification });
        Assert.Equal(
            [(Measure.ViolatorsFound, -1), (Measure.LicensedNonconforming, -1)],
            Counted(found, NothingFound).Select(fact => (fact.Measure, fact.Amount)));
        Assert.Empty(Counted(found, Correction with { Summary = "检验设备未按期检定" }));
    }

    /// <summary>However often it is corrected, the facts of all its events add up to what the last record says.</summary>
    [Fact]
    public void The_facts_of_all_events_add_up_to_what_is_right()
    {
        InspectionCommand[] commands =
        [
            FilledIn with { Findings = OneSerious, Result = InspectionResult.Rectification },
            Correction with { InspectedOn = Some.Today.AddDays(2), Officers = ["liang", "shao", "third"] },
            Correction with { Findings = AllConforming, Result = InspectionResult.None },
            Correction with { InspectedOn = Some.Today.AddDays(3), Officers = TwoOfficers },
        ];
        var (state, all) = (Planned(), new List<TallyFact>());
        foreach (var command in commands)
        {
            foreach (var happened in Inspection.Concept.Decided(state, command, On(Later)).Events)
            {
                var next = Inspection.Apply(state, happened);
                all.AddRange(Inspection.Concept.Tally(state, happened, next));
                state = next;
            }
        }

        var right = Tell(Planned(), On(Later), FilledIn with { InspectedOn = Some.Today.AddDays(3) });
        var recorded = Inspection.Concept.Tally(Planned(), new InspectionRecorded(right.Record!), right);
        Assert.Equal(Reversal.Of([], recorded), Reversal.Of([], all));
    }

    [Fact]
    public void What_followed_stands_and_the_correction_says_what_there_is()
    {
        var now = On(Later, Facts with { Followed = ["rectification/ZG-0000000001", "case/AJ-0000000001"] });
        var corrected = Assert.IsType<InspectionRecordCorrected>(Assert.Single(
            Inspection.Concept.Decided(WithCase(), NothingFound, now).Events));
        Assert.Equal(["rectification/ZG-0000000001", "case/AJ-0000000001"], corrected.Correction.Followed);
        Assert.Equal(
            "更正检查记录（不符合由1项改为0项，处理结果由“立案查处”改为“未发现问题”）：检查日误填；已有后续：ZG-0000000001、AJ-0000000001",
            corrected.Summary.Chinese);

        // The case that it opened stays its case.
        Assert.Equal((WithCase().Record!.CaseNumber, (CaseOwed?)null), (corrected.Record.CaseNumber, corrected.Owed));
    }

    [Fact]
    public void A_record_that_becomes_a_case_by_its_correction_opens_it()
    {
        var command = Correction with { Findings = OneSerious, Result = InspectionResult.Case, Violation = ViolationKind.ForgedQualityMark };
        var corrected = Tell(Recorded(), On(Later), command);
        Assert.Equal(
            (WithCase().Record!.CaseNumber, ViolationKind.ForgedQualityMark), (corrected.Record!.CaseNumber, corrected.OwedToCase!.Opens));
    }

    [Fact]
    public void Photos_stay_where_they_were_unless_others_are_named()
    {
        var (old, other) = (new string('a', 64), new string('b', 64));
        var files = new Dictionary<string, KeptContent> { [old] = new("image/jpeg", 12), [other] = new("image/png", 7) };
        var facts = Facts with { Files = files };
        var photographed = AllConforming.SetItem(1, AllConforming[1] with { Attachments = [new(old, "一.jpg")] });
        var recorded = Tell(
            Planned(), On(Some.Today, facts), FilledIn with { Findings = photographed, Attachments = [new(old, "全景.jpg")] });
        var later = On(Later, facts);

        var kept = Corrected(AllConforming[1] with { Note = "已看" });
        Assert.Equal(("一.jpg", "全景.jpg"), (Assert.Single(kept.Findings[1].Attachments).FileName, Assert.Single(kept.Attachments).FileName));
        var changed = Corrected(AllConforming[1] with { Attachments = [new(other, "二.png")] });
        Assert.Equal("二.png", Assert.Single(changed.Findings[1].Attachments).FileName);

        InspectionRecord Corrected(FindingReport second) =>
            Tell(recorded, later, Correction with { Findings = AllConforming.SetItem(1, second) }).Record!;
    }

    [Fact]
    public void The_wording_changes_only_where_the_items_are_filled_in_again()
    {
        var old = Tell(Planned(), On(Some.Today), FilledIn with { ChecklistVersion = 1 });
        Assert.Equal(1, Tell(old, On(Later), Correction with { Summary = "改" }).Record!.ChecklistVersion);
        Assert.Equal(2, Tell(old, On(Later), Correction with { Findings = AllConforming }).Record!.ChecklistVersion);
        var older = old with { Record = old.Record! with { ChecklistVersion = null } };
        Assert.Null(Tell(older, On(Later), Correction with { Summary = "改" }).Record!.ChecklistVersion);
    }

    private static CorrectInspectionRecord NothingFound => Correction with { Findings = AllConforming, Result = InspectionResult.None };

    private static string WrongField(CorrectInspectionRecord command) => Assert.IsType<InvalidInput>(Refused(Recorded(), command)).Field;

    private static IReadOnlyList<TallyFact> Counted(InspectionState before, CorrectInspectionRecord command)
    {
        var happened = Assert.Single(Inspection.Concept.Decided(before, command, On(Later)).Events);
        return [.. Inspection.Concept.Tally(before, happened, Inspection.Apply(before, happened))];
    }
}
