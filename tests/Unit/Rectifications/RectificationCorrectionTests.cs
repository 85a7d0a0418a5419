using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>
/// 更正责令. An order that says something wrong is put right; what it counted is taken back and counted anew, and both stay to be seen.
/// </summary>
public sealed class RectificationCorrectionTests
{
    private static readonly CorrectRectificationOrder Correction = new(new Grounds("期限误填", "市场监督管理行政处罚程序规定 第二十二条"));

    [Fact]
    public void What_is_left_out_stays_as_it_was()
    {
        var before = Ordered();
        var after = Tell(before, Now, Correction with { Requirements = [" 检验设备按期检定 "], NoticeNumber = "沪市监责改〔2026〕8号" });
        Assert.Equal(["检验设备按期检定"], after.Order.Requirements);
        Assert.Equal(
            (before.DueOn, before.WarnOn, before.Order.Enterprise, before.Order.Licence, "沪市监责改〔2026〕8号"),
            (after.DueOn, after.WarnOn, after.Order.Enterprise, after.Order.Licence, after.Order.Grounds.DocumentNumber));
        var correction = Assert.Single(after.Corrections);
        Assert.Equal((Some.Today, DueOn, 2), (correction.CorrectedOn, correction.DueBefore, correction.Before.Requirements.Length));
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_none() =>
        Assert.Empty(
            Rectification.Concept.Decided(Ordered(), Correction with { DueOn = DueOn, Requirements = Order.Requirements }, Now).Events);

    [Fact]
    public void It_takes_a_reason_and_the_head_of_the_section()
    {
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refused(Ordered(), Correction with { Grounds = new Grounds("", "依据") })).Field);
        var elsewhere = Now with { Actor = Some.Officer with { Section = "QUALITY" } };
        Assert.Equal(new NotHeadOfSection("INSPECTION"), Refused(Ordered(), Correction with { DueOn = DueOn.AddDays(1) }, elsewhere));
        Assert.Equal(Roles.SectionHead, AllowedToAttribute.Of(typeof(CorrectRectificationOrder)));
    }

    [Fact]
    public void What_holds_of_an_order_holds_of_a_corrected_one()
    {
        Assert.Equal("requirements", Assert.IsType<InvalidInput>(Refused(Ordered(), Correction with { Requirements = [] })).Field);
        var yesterday = Some.Today.AddDays(-1);
        Assert.Equal(new RectificationDueTooEarly(yesterday, Some.Today), Refused(Ordered(), Correction with { DueOn = yesterday }));
        Assert.Equal(new NotFound("inspection", "JC-1"), Refused(Ordered(), Correction with { Inspection = "JC-1" }));
        Assert.Equal(
            new OfAnotherEnterprise(Some.ProductionLicenceNumber, Some.CreditCode),
            Refused(Ordered(), Correction with { Enterprise = Some.OtherCreditCode }));
        Assert.Equal(
            "orderedOn", Assert.IsType<InvalidInput>(Refused(Ordered(), Correction with { OrderedOn = Some.Today.AddDays(1) })).Field);
    }

    [Fact]
    public void An_order_was_not_given_after_what_followed_it()
    {
        var refused = Refused(Reported(), Correction with { OrderedOn = Some.Today.AddDays(1) }, On(Some.Today.AddDays(5)));
        Assert.Equal("orderedOn", Assert.IsType<InvalidInput>(refused).Field);
    }

    [Fact]
    public void Another_last_day_has_its_own_warning_and_its_own_end()
    {
        var later = Tell(Ordered(), Now, Correction with { DueOn = DueOn.AddDays(30) });
        Assert.Equal((DueOn.AddDays(30), RectificationStatus.Ordered), (later.DueOn, later.Status));
        Assert.True(later.WarnOn > Ordered().WarnOn);

        // A day that has passed by now falls overdue like any other.
        var passed = Tell(Ordered(), On(Some.Today.AddDays(10)), Correction with { DueOn = Some.Today.AddDays(5) });
        Assert.Equal(RectificationStatus.Overdue, Lapse(passed, RectificationDeadlines.Due).Status);
    }

    [Fact]
    public void What_the_clock_made_of_a_wrong_day_does_not_stand()
    {
        var overdue = Overdue();
        Assert.NotNull(overdue.Proposal);
        var now = On(DueOn.AddDays(3));
        var again = Tell(overdue, now, Correction with { DueOn = DueOn.AddDays(20) });
        Assert.Equal(
            (RectificationStatus.Ordered, (MeasureProposal?)null, (DateOnly?)null), (again.Status, again.Proposal, again.ReinspectBy));

        // A day by which it is overdue all the same leaves it so.
        var still = Tell(overdue, now, Correction with { DueOn = DueOn.AddDays(1) });
        Assert.Equal((RectificationStatus.Overdue, RectificationMeasure.Suspension), (still.Status, still.Proposal!.Measure));
    }

    [Fact]
    public void A_measure_that_was_taken_holds_to_the_day_and_the_licence_it_was_taken_by()
    {
        var suspended = Suspended();
        var taken = new MeasureAlreadyTaken(RectificationMeasure.Suspension, Some.Today);
        Assert.Equal(taken, Refused(suspended, Correction with { DueOn = DueOn.AddDays(1) }));

        // What does not touch it is corrected, and says what was taken.
        var corrected = Assert.IsType<RectificationOrderCorrected>(Assert.Single(
            Rectification.Concept.Decided(suspended, Correction with { Requirements = ["检验设备按期检定"] }, Now).Events));
        Assert.Equal("更正责令整改（整改要求由2项改为1项）：期限误填；已采取措施：暂扣许可证", corrected.Summary.Chinese);
    }

    [Fact]
    public void What_was_counted_is_taken_back_under_the_section_that_gave_the_order()
    {
        var handedOver = Tell(Ordered(), Now, new HandOverRectification("QUALITY", Some.Grounds));
        var facts = Counted(handedOver, Correction with { ProductClass = "TEXTILES", OrderedOn = Some.Today.AddDays(-1) }, "QUALITY");
        Assert.Equal(
            [
                new TallyFact(Some.Today, Measure.RectificationsOrdered, -1, "INSPECTION", null, "CLOTHING"),
                new TallyFact(Some.Today.AddDays(-1), Measure.RectificationsOrdered, 1, "INSPECTION", null, "TEXTILES"),
            ],
            facts);
    }

    [Fact]
    public void A_pass_that_was_counted_is_counted_under_the_right_class_too()
    {
        var facts = Counted(Passed(), Correction with { ProductClass = "TEXTILES" }, "INSPECTION");
        Assert.Equal(
            [
                (Measure.RectificationsOrdered, "CLOTHING", -1), (Measure.RectificationsPassed, "CLOTHING", -1),
                (Measure.RectificationsOrdered, "TEXTILES", 1), (Measure.RectificationsPassed, "TEXTILES", 1),
            ],
            facts.Select(fact => (fact.Measure, fact.ProductClass!, fact.Amount)));
    }

    [Fact]
    public void What_changes_nothing_that_is_counted_counts_nothing() =>
        Assert.Empty(Counted(Ordered(), Correction with { DueOn = DueOn.AddDays(1) }, "INSPECTION"));

    [Fact]
    public void An_order_may_be_entered_later_and_its_terms_run_from_its_day()
    {
        var tenDaysAgo = Some.Today.AddDays(-10);
        var ordered = Tell(null, Now, Order with { On = tenDaysAgo });
        Assert.Equal((tenDaysAgo, Tell(null, On(tenDaysAgo), Order).DueOn), (ordered.Order.OrderedOn, ordered.DueOn));
        Assert.Equal(
            "on", Assert.IsType<InvalidInput>(Refused(ordered, new VoidRectification(Some.Grounds) { On = tenDaysAgo.AddDays(-1) })).Field);
        Assert.Equal(RectificationStatus.Void, Tell(ordered, Now, new VoidRectification(Some.Grounds) { On = tenDaysAgo }).Status);
    }

    private static IReadOnlyList<TallyFact> Counted(RectificationState before, CorrectRectificationOrder command, string section)
    {
        var happened = Assert.Single(
            Rectification.Concept.Decided(before, command, Now with { Actor = Some.Officer with { Section = section } }).Events);
        return [.. Rectification.Concept.Tally(before, happened, Rectification.Apply(before, happened))];
    }
}
