using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

/// <summary>检查项目. Of which items a record says something, in which wording, and what a correction leaves of them.</summary>
public sealed class InspectionItemTests
{
    private static readonly DateOnly Later = Some.Today.AddDays(9);

    // The last of the list, so that those before it stand where they stood.
    private static readonly FindingReport Added = new(ChecklistItem.Adulteration, FindingResult.Conforming);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_record_with_one_item_more_or_less_says_something_else(bool isMore)
    {
        var before = Tell(Planned(), On(Some.Today), FilledIn with { Findings = isMore ? AllConforming : AllConforming.Add(Added) });
        var events = Inspection.Concept.Decided(
            before, Correction with { Findings = isMore ? AllConforming.Add(Added) : AllConforming }, On(Later)).Events;
        var corrected = Assert.IsType<InspectionRecordCorrected>(Assert.Single(events));
        Assert.Equal(isMore ? 4 : 3, corrected.Record.Findings.Length);
        Assert.Contains("检查项目", corrected.Summary.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void The_items_are_named_as_changed_only_where_they_were()
    {
        var events = Inspection.Concept.Decided(Recorded(), Correction with { Summary = "检验设备未按期检定" }, On(Later)).Events;
        var summary = Assert.Single(events).Summary;
        Assert.Contains("检查情况", summary.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("检查项目", summary.Chinese, StringComparison.Ordinal);
    }

    /// <summary>The items stay in the wording in which they were filled in, unless they are filled in anew.</summary>
    [Theory]
    [InlineData(Checklist.FirstVersion, null, Checklist.FirstVersion)]
    [InlineData(Checklist.FirstVersion, Checklist.CurrentVersion, Checklist.FirstVersion)]
    [InlineData(Checklist.CurrentVersion, Checklist.FirstVersion, Checklist.CurrentVersion)]
    public void Items_that_are_not_filled_in_anew_keep_their_wording(int version, int? given, int kept)
    {
        var before = Tell(Planned(), On(Some.Today), FilledIn with { ChecklistVersion = version });
        var command = Correction with { Summary = "检验设备未按期检定", ChecklistVersion = given };
        Assert.Equal(kept, Tell(before, On(Later), command).Record!.ChecklistVersion);

        // Filled in anew, they are in the wording that is given, or in the present one.
        Assert.Equal(
            given ?? Checklist.CurrentVersion, Tell(before, On(Later), command with { Findings = AllConforming }).Record!.ChecklistVersion);
    }

    /// <summary>Where no item is filled in, nothing is in any wording: what is said of one is not looked at.</summary>
    [Fact]
    public void A_wording_is_looked_at_where_items_are_filled_in()
    {
        var command = Correction with { Summary = "检验设备未按期检定", ChecklistVersion = Checklist.CurrentVersion + 1 };
        Assert.Null(Refused(Recorded(), command, On(Later)));
        Assert.Equal("checklistVersion", Assert.IsType<InvalidInput>(
            Refused(Recorded(), command with { Findings = AllConforming }, On(Later))).Field);
    }
}
