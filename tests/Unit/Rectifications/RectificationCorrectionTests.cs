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
                new TallyFact(Some.Today, Measure.RectificationsOrdered, -1, "INSPECTION", null, "CLOTHING", IsLicensed: true),
                new TallyFact(Some.Today.AddDays(-1), Measure.RectificationsOrdered, 1, "INSPECTION", null, "TEXTILES", IsLicensed: true),
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

    /// <summary>What is corrected in a field that another field leans on moves that one, too; every other one stays.</summary>
    [Fact]
    public void The_extension_leads_to_the_corrected_day_which_is_after_the_first_one()
    {
        var corrected = Tell(Extended(), Now, Correction with { DueOn = DueOn.AddDays(25) });
        Assert.Equal((DueOn, DueOn.AddDays(25)), (corrected.Extension!.From, corrected.Extension.To));
        Assert.Equal(DueOn.AddDays(1), Tell(Extended(), Now, Correction with { DueOn = DueOn.AddDays(1) }).DueOn);
        Assert.Equal(new RectificationDueTooEarly(DueOn, DueOn.AddDays(1)), Refused(Extended(), Correction with { DueOn = DueOn }));
        Assert.Null(Tell(Ordered(), Now, Correction with { DueOn = DueOn.AddDays(25) }).Extension);
    }

    [Theory]
    [InlineData(4, RectificationStatus.Overdue, true)]
    [InlineData(5, RectificationStatus.Reported, false)]
    [InlineData(6, RectificationStatus.Reported, false)]
    public void A_report_by_the_corrected_day_was_in_time(int days, RectificationStatus status, bool isLate)
    {
        var reported = Tell(Overdue(), On(DueOn.AddDays(5)), new ReportRectification("已整改"));
        var corrected = Tell(reported, On(DueOn.AddDays(7)), Correction with { DueOn = DueOn.AddDays(days) });
        Assert.Equal((status, isLate), (corrected.Status, corrected.Report!.IsLate));
        Assert.Equal(isLate, corrected.Proposal is not null);
        Assert.Equal(reported.ReinspectBy, corrected.ReinspectBy);
    }

    [Theory]
    [InlineData(2, RectificationStatus.Overdue)]
    [InlineData(3, RectificationStatus.Ordered)]
    public void An_order_is_overdue_no_more_where_the_corrected_day_is_today_or_later(int days, RectificationStatus status) =>
        Assert.Equal(status, Tell(Overdue(), On(DueOn.AddDays(3)), Correction with { DueOn = DueOn.AddDays(days) }).Status);

    [Fact]
    public void Where_an_order_stands_by_its_report_or_its_reinspection_no_other_day_changes_it()
    {
        Assert.Equal(RectificationStatus.Reported, Tell(Reported(), Now, Correction with { DueOn = DueOn.AddDays(1) }).Status);
        var failed = Tell(Declined(), Now, Correction with { DueOn = DueOn.AddDays(1) });
        Assert.Equal((RectificationStatus.Failed, (DateOnly?)null), (failed.Status, failed.WarnOn));

        // It failed without ever being reported.
        var late = On(DueOn.AddDays(2));
        var unreported = Tell(Overdue(), late, Reinspect(ReinspectionResult.StillInViolation), Decline(RectificationMeasure.Suspension));
        Assert.Equal(RectificationStatus.Failed, Tell(unreported, late, Correction with { DueOn = DueOn.AddDays(9) }).Status);
    }

    [Fact]
    public void What_somebody_proposed_stands_though_the_order_is_not_overdue_any_more()
    {
        var waiting = Tell(Ordered(), Now, new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产"));
        var overdue = Lapse(waiting, RectificationDeadlines.Due);
        var corrected = Tell(overdue, On(DueOn.AddDays(3)), Correction with { DueOn = DueOn.AddDays(20) });
        Assert.Equal((RectificationStatus.Ordered, RectificationMeasure.Deregistration), (corrected.Status, corrected.Proposal!.Measure));
    }

    [Fact]
    public void The_warning_is_counted_anew_for_another_day_alone()
    {
        var later = On(Some.Today.AddDays(9));
        Assert.Equal(Ordered().WarnOn, Tell(Ordered(), later, Correction with { NoticeNumber = "沪市监责改〔2026〕8号" }).WarnOn);

        // From 11 March to 10 April there are thirty days; a third of them is left on 31 March.
        Assert.Equal(new DateOnly(2026, 3, 31), Tell(Ordered(), later, Correction with { DueOn = new DateOnly(2026, 4, 10) }).WarnOn);
    }

    [Fact]
    public void Every_field_of_an_order_can_be_corrected_by_itself()
    {
        var facts = Facts with
        {
            InspectedParty = Some.OtherCreditCode,
            Licence = Some.OtherLicence(holder: Some.OtherCreditCode),
        };
        var moved = Tell(
            Ordered(),
            On(Some.Today, facts),
            Correction with { Enterprise = Some.OtherCreditCode, Licence = "xk18-978-00002", Inspection = "JC-1", ProductClass = "食品" });
        Assert.Equal(
            (Some.OtherCreditCode, "XK18-978-00002", "JC-1", "FOOD"),
            (moved.Order.Enterprise, moved.Order.Licence, moved.Order.Inspection, moved.Order.ProductClass));
        Assert.Equal(Some.Today.AddDays(-3), Tell(Ordered(), Now, Correction with { OrderedOn = Some.Today.AddDays(-3) }).Order.OrderedOn);

        // What nobody corrects stays, also when the day on which it is corrected is another.
        var found = Facts with { InspectedParty = Some.CreditCode };
        var inspected = Tell(null, On(Some.Today, found), Order with { Inspection = "JC-1" });
        var kept = Tell(inspected, On(Some.Today.AddDays(1), found), Correction with { DueOn = DueOn.AddDays(1) });
        Assert.Equal(inspected.Order, kept.Order);
    }

    [Fact]
    public void A_corrected_order_is_of_an_open_product_class_and_of_days_that_somebody_means()
    {
        var closed = Now.WithLists(isOpen: false);
        Assert.Equal("productClass", Field(Correction with { ProductClass = "食品" }, closed));
        Assert.Equal("dueOn", Field(Correction with { DueOn = new DateOnly(2200, 1, 1) }, Now));
        Assert.Equal("requirements[0]", Field(Correction with { Requirements = [" "] }, Now));

        static string Field(CorrectRectificationOrder command, Circumstances now) =>
            Assert.IsType<InvalidInput>(Refused(Ordered(), command, now)).Field;
    }

    /// <summary>The day of the order goes before the day of each step that followed, whichever it was.</summary>
    [Fact]
    public void An_order_was_given_by_the_day_of_its_first_step()
    {
        var day = Some.Today.AddDays(10);
        RectificationState[] stepped =
        [
            Tell(Ordered(), On(day), new ExtendRectification(DueOn.AddDays(9), Some.Grounds)),
            Tell(Ordered(), On(day), new ReportRectification("已整改")),
            Tell(Ordered(), On(day), new HandOverRectification("QUALITY", Some.Grounds)),
        ];
        foreach (var after in stepped)
        {
            var head = On(day.AddDays(5)) with { Actor = Some.Officer with { Section = after.Order.Section } };
            Assert.Equal(
                "orderedOn", Assert.IsType<InvalidInput>(Refused(after, Correction with { OrderedOn = day.AddDays(1) }, head)).Field);
            Assert.Null(Refused(after, Correction with { OrderedOn = day }, head));
        }

        // After the day has passed, an order can be re-inspected, and a measure declined, before anything is reported.
        var overdue = Overdue();
        var late = DueOn.AddDays(4);
        RectificationCommand[] first = [Reinspect(ReinspectionResult.StillInViolation), Decline(RectificationMeasure.Suspension)];
        foreach (var command in first)
        {
            var after = Tell(overdue, On(late), command);
            var corrected = Correction with { OrderedOn = late.AddDays(1), DueOn = late.AddDays(9) };
            Assert.Equal("orderedOn", Assert.IsType<InvalidInput>(Refused(after, corrected, On(late.AddDays(5)))).Field);
            Assert.Null(Refused(after, corrected with { OrderedOn = late }, On(late.AddDays(5))));
        }
    }

    [Fact]
    public void A_measure_that_was_taken_holds_to_enterprise_and_licence_and_a_banning_to_the_class_it_was_counted_under()
    {
        var banned = Tell(ReportedForBanning(), Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔"));
        Assert.Equal(
            new MeasureAlreadyTaken(RectificationMeasure.Banning, Some.Today), Refused(banned, Correction with { ProductClass = "食品" }));
        Assert.Null(Refused(banned, Correction with { ProductClass = "服装", NoticeNumber = "沪市监责改〔2026〕8号" }));
        var declined = Tell(ReportedForBanning(), Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: false, "不予取缔"));
        Assert.Null(Refused(declined, Correction with { ProductClass = "食品" }));
        Assert.Null(Refused(ReportedForBanning(), Correction with { ProductClass = "食品" }));

        var taken = new MeasureAlreadyTaken(RectificationMeasure.Suspension, Some.Today);
        var other = On(Some.Today, Facts with { Licence = Some.OtherLicence() });
        Assert.Equal(taken, Refused(Suspended(), Correction with { Licence = "XK18-978-00002" }, other));
        var elsewhere = On(Some.Today, Facts with { Licence = Some.ActiveLicence() with { Enterprise = Some.OtherCreditCode } });
        Assert.Equal(taken, Refused(Suspended(), Correction with { Enterprise = Some.OtherCreditCode }, elsewhere));

        // What was proposed and declined holds to nothing.
        Assert.Null(Refused(Declined(), Correction with { Licence = "XK18-978-00002", DueOn = DueOn.AddDays(1) }, other));
    }

    [Fact]
    public void A_correction_says_who_made_it_and_only_the_measures_that_were_taken()
    {
        var declined = Declined();
        var corrected = Tell(declined, Now, Correction with { NoticeNumber = "沪市监责改〔2026〕8号" }).Corrections[0];
        Assert.Equal("officer", corrected.By);
        Assert.Empty(corrected.Followed);
        Assert.Equal(declined.Order, corrected.Before);
        var followed = Tell(Suspended(), Now, Correction with { Requirements = ["检定"] }).Corrections[0].Followed;
        Assert.Equal([RectificationMeasure.Suspension], followed);
    }

    [Theory]
    [InlineData("due", "期限由2026-04-01改为2026-04-02")]
    [InlineData("ordered", "责令日由2026-03-02改为2026-03-01")]
    [InlineData("fewer", "整改要求由2项改为1项")]
    [InlineData("other", "整改要求")]
    [InlineData("class", "产品类别")]
    [InlineData("notice", "通知书编号")]
    [InlineData("inspection", "检查改为JC-1")]
    [InlineData("licence", "许可证改为XK18-978-00002")]
    public void The_journal_says_of_a_correction_what_it_changed_and_nothing_else(string what, string chinese)
    {
        var (command, facts) = what switch
        {
            "due" => (Correction with { DueOn = DueOn.AddDays(1) }, Facts),
            "ordered" => (Correction with { OrderedOn = Some.Today.AddDays(-1) }, Facts),
            "fewer" => (Correction with { Requirements = ["检验设备按期检定"] }, Facts),
            "other" => (Correction with { Requirements = ["检验设备按期检定", "建立销售台账"] }, Facts),
            "class" => (Correction with { ProductClass = "食品" }, Facts),
            "notice" => (Correction with { NoticeNumber = "沪市监责改〔2026〕8号" }, Facts),
            "inspection" => (Correction with { Inspection = "JC-1" }, Facts with { InspectedParty = Some.CreditCode }),
            _ => (Correction with { Licence = "XK18-978-00002" }, Facts with { Licence = Some.OtherLicence() }),
        };
        var happened = Assert.Single(Rectification.Concept.Decided(Ordered(), command, On(Some.Today, facts)).Events);
        Assert.Equal($"更正责令整改（{chinese}）：期限误填", happened.Summary.Chinese);
    }

    private static IReadOnlyList<TallyFact> Counted(RectificationState before, CorrectRectificationOrder command, string section)
    {
        var happened = Assert.Single(
            Rectification.Concept.Decided(before, command, Now with { Actor = Some.Officer with { Section = section } }).Events);
        return [.. Rectification.Concept.Tally(before, happened, Rectification.Apply(before, happened))];
    }
}
