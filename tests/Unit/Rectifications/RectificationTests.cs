using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

public sealed class RectificationTests
{
    [Fact]
    public void An_order_that_names_no_day_gives_thirty_days_and_ends_on_a_working_day()
    {
        Assert.Equal(new DateOnly(2026, 4, 1), Ordered().DueOn);
        // The thirtieth day after 6 March is Sunday, 5 April, in the Qingming holiday: the first working day after it is Tuesday, the 7th.
        Assert.Equal(new DateOnly(2026, 4, 7), Tell(null, On(new(2026, 3, 6)), Order).DueOn);
    }

    [Fact]
    public void The_section_is_warned_when_a_third_of_the_time_is_left()
    {
        Assert.Equal(new DateOnly(2026, 3, 22), Ordered().WarnOn);
        var warned = Lapse(Ordered(), RectificationDeadlines.Warning);
        Assert.DoesNotContain(RectificationDeadlines.Of(warned), open => open.Kind == RectificationDeadlines.Warning);
        Assert.Null(Tell(null, Now, Order with { DueOn = Some.Today.AddDays(2) }).WarnOn);
    }

    [Fact]
    public void An_order_is_of_a_registered_enterprise_and_of_its_own_licence()
    {
        Assert.Equal(new NotFound("enterprise", Some.CreditCode), Refused(null, Order, On(Some.Today, Facts with { EnterpriseIsRegistered = false })));
        Assert.Equal(new NotFound("licence", Some.ProductionLicenceNumber), Refused(null, Order, On(Some.Today, Facts with { Licence = null })));
        Assert.Equal(new OfAnotherEnterprise(Some.ProductionLicenceNumber, Some.OtherCreditCode), Refused(null, Order, On(Some.Today, Facts with { Licence = Some.ActiveLicence() with { Enterprise = Some.OtherCreditCode } })));
        Assert.Equal(new NotFound("inspection", "JC-1"), Refused(null, Order with { Inspection = "JC-1" }));
        Assert.Equal(new OfAnotherEnterprise("JC-1", Some.OtherCreditCode), Refused(null, Order with { Inspection = "JC-1" }, On(Some.Today, Facts with { InspectedParty = Some.OtherCreditCode })));
    }

    [Fact]
    public void An_order_says_what_is_to_be_put_right_and_gives_time_for_it()
    {
        Assert.Equal("requirements", Assert.IsType<InvalidInput>(Refused(null, Order with { Requirements = [] })).Field);
        Assert.Equal("requirements[1]", Assert.IsType<InvalidInput>(Refused(null, Order with { Requirements = ["改正标识", new string('长', 1001)] })).Field);
        Assert.Equal(new RectificationDueTooEarly(Some.Today.AddDays(-1), Some.Today), Refused(null, Order with { DueOn = Some.Today.AddDays(-1) }));
    }

    [Fact]
    public void More_time_is_given_once_and_only_more()
    {
        Assert.Equal(new RectificationAlreadyExtended(Some.Today), Refused(Extended(), new ExtendRectification(DueOn.AddDays(60), Some.Grounds)));
        Assert.Equal(new RectificationDueTooEarly(DueOn, DueOn.AddDays(1)), Refused(Ordered(), new ExtendRectification(DueOn, Some.Grounds)));
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Refused(Ordered(), new ExtendRectification(DueOn.AddDays(9), Some.Grounds with { Reason = " " }))).Field);
    }

    [Fact]
    public void A_report_starts_the_ten_working_days_of_the_reinspection() => Assert.Equal(new DateOnly(2026, 3, 16), Reported().ReinspectBy);

    [Theory]
    [InlineData("2026-02-10", "2026-03-02")] // over the Spring Festival, with the working Saturdays 14 and 28 February
    [InlineData("2026-09-23", "2026-10-14")] // over Mid-Autumn and National Day, with the working Saturday 10 October
    [InlineData("2025-12-24", "2026-01-08")] // over the year's end, with the working Sunday 4 January
    public void The_reinspections_term_is_counted_in_working_days(string reported, string lastDay) => Assert.Equal(
        DateOnly.Parse(lastDay), Tell(Tell(null, On(DateOnly.Parse(reported)), Order), On(DateOnly.Parse(reported)), new ReportRectification("已整改")).ReinspectBy);

    [Fact]
    public void An_order_is_reinspected_after_its_report_or_its_day_and_by_two_officers()
    {
        Assert.Equal(new RectificationNotReported(DueOn), Refused(Ordered(), Reinspect(ReinspectionResult.Complied)));
        Assert.Equal(new TooFewOfficers(2, 1), Refused(Reported(), Reinspect(ReinspectionResult.Complied) with { Officers = ["liang"] }));
        Assert.Equal(RectificationStatus.Passed, Tell(Overdue(), On(DueOn.AddDays(3)), Reinspect(ReinspectionResult.Complied)).Status);
    }

    [Fact]
    public void An_order_whose_day_passes_falls_overdue_and_its_licences_suspension_is_proposed()
    {
        var overdue = Overdue();
        Assert.Equal((RectificationStatus.Overdue, RectificationMeasure.Suspension, ProposalCause.Overdue), (overdue.Status, overdue.Proposal!.Measure, overdue.Proposal.Cause));
        Assert.Equal(DueOn.AddDays(1), overdue.Proposal.ProposedOn);
        Assert.Equal(RectificationMeasure.Banning, Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due).Proposal!.Measure);
    }

    [Fact]
    public void A_clock_that_comes_late_tells_the_days_as_they_were()
    {
        var due = RectificationDeadlines.Of(Ordered()).Single(open => open.Kind == RectificationDeadlines.Due);
        var late = Tell(Ordered(), On(DueOn.AddDays(90)), new RectificationDeadlineReached(due.Kind, due.DueAt));
        Assert.Equal(Rectification.Concept.WriteState(Overdue()), Rectification.Concept.WriteState(late));
    }

    [Fact]
    public void A_late_report_is_taken_and_the_order_stays_overdue()
    {
        var late = Tell(Overdue(), On(DueOn.AddDays(5)), new ReportRectification("已整改"));
        Assert.Equal((RectificationStatus.Overdue, true), (late.Status, late.Report!.IsLate));
    }

    [Fact]
    public void The_ladder_is_climbed_rung_by_rung_and_each_rung_by_a_person()
    {
        Assert.Equal((RectificationMeasure.Withdrawal, ProposalCause.PrecedingMeasure), (Suspended().Proposal!.Measure, Suspended().Proposal!.Cause));
        Assert.Equal(RectificationMeasure.Banning, WithdrawalRequested().Proposal!.Measure);
        Assert.Null(ReportedForBanning().Proposal);
        Assert.Equal([Some.CreditCode, "上海市市场监督管理局", "城区人民政府"], ReportedForBanning().Measures.Select(decided => decided.Recipient));
        Assert.Equal(new MeasureNotProposed(RectificationMeasure.Banning), Refused(Failed(), Accept(RectificationMeasure.Banning)));
    }

    [Fact]
    public void What_was_declined_is_not_proposed_again_by_itself_but_a_person_may()
    {
        Assert.Null(Declined().Proposal);
        var declined = Tell(Overdue(), On(DueOn.AddDays(2)), Decline(RectificationMeasure.Suspension));
        Assert.Equal((RectificationMeasure.Suspension, ProposalCause.Failed), (Tell(declined, On(DueOn.AddDays(3)), Reinspect(ReinspectionResult.StillInViolation)).Proposal!.Measure, ProposalCause.Failed));
        Assert.Equal(RectificationMeasure.Suspension, Tell(Declined(), Now, new ProposeRectificationMeasure(RectificationMeasure.Suspension, "又发现同类问题")).Proposal!.Measure);
    }

    [Fact]
    public void A_measure_is_taken_by_a_document_and_a_suspension_says_until_when()
    {
        Assert.Equal("documentNumber", Assert.IsType<InvalidInput>(Refused(Failed(), Accept(RectificationMeasure.Suspension) with { Grounds = Some.Grounds with { DocumentNumber = null } })).Field);
        Assert.Equal("until", Assert.IsType<InvalidInput>(Refused(Failed(), Accept(RectificationMeasure.Suspension) with { Until = null })).Field);
        Assert.Equal("until", Assert.IsType<InvalidInput>(Refused(Failed(), Accept(RectificationMeasure.Suspension) with { Until = Some.Today.AddDays(-1) })).Field);
    }

    [Fact]
    public void A_measure_is_not_taken_where_the_licence_does_not_admit_it() => Assert.Equal(
        new LicenceDoesNotAdmitMeasure(Some.ProductionLicenceNumber, LicenceStatus.Revoked, RectificationMeasure.Suspension),
        Refused(Failed(), Accept(RectificationMeasure.Suspension), On(Some.Today, Facts with { Licence = Some.RevokedLicence() })));

    [Fact]
    public void What_is_decided_is_owed_to_the_licence_until_it_was_told()
    {
        var suspended = Suspended();
        Assert.Equal(LicenceChangeKind.Suspend, Assert.Single(suspended.OwedToLicence).Kind);
        var due = RectificationDeadlines.Of(suspended).Single(open => open.Kind == RectificationDeadlines.LicenceChange);
        var asked = new RectificationDeadlineReached(due.Kind, due.DueAt);
        Assert.Empty(Rectification.Concept.Decided(suspended, asked, On(Some.Today, new RectificationFacts())).Events);
        Assert.Empty(Tell(suspended, On(Some.Today).With(new Answered("SUSPEND", null)), asked).OwedToLicence);
        var refused = Rectification.Concept.Decided(suspended, asked, On(Some.Today).With(new Answered("SUSPEND", new LicenceNotActive(LicenceStatus.Expired)))).Events;
        Assert.Equal("LICENCE_NOT_ACTIVE", Assert.IsType<RectificationLicenceNotChanged>(Assert.Single(refused)).Code);
    }

    [Fact]
    public void The_issuing_authoritys_answer_withdraws_the_licence_and_comes_once()
    {
        var answered = Tell(WithdrawalRequested(), Now, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销", "沪市监撤〔2026〕7号"));
        Assert.Contains(answered.OwedToLicence, owed => owed.Kind is LicenceChangeKind.Withdraw);
        Assert.Equal(new NoAnswerAwaited(RectificationMeasure.Withdrawal), Refused(answered, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销")));
        Assert.DoesNotContain(Tell(WithdrawalRequested(), Now, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: false, "不予撤销")).OwedToLicence, owed => owed.Kind is LicenceChangeKind.Withdraw);
    }

    [Fact]
    public void Who_has_stopped_production_is_deregistered_and_has_nothing_left_to_put_right()
    {
        var proposed = Tell(Ordered(), Now, new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产"));
        var done = Tell(proposed, Now, Accept(RectificationMeasure.Deregistration));
        Assert.Equal((RectificationStatus.Void, LicenceChangeKind.Deregister), (done.Status, Assert.Single(done.OwedToLicence).Kind));
    }

    [Fact]
    public void A_passed_order_takes_its_open_proposal_with_it()
    {
        var passed = Tell(Overdue(), On(DueOn.AddDays(2)), Reinspect(ReinspectionResult.Complied));
        Assert.Null(passed.Proposal);
        Assert.Empty(RectificationDeadlines.Of(passed));
    }

    [Fact]
    public void A_reinspection_may_give_more_time_but_not_after_the_day_and_not_twice()
    {
        var extended = Tell(Reported(), Now, Reinspect(ReinspectionResult.Extended));
        Assert.Equal((RectificationStatus.Ordered, DueOn.AddDays(20)), (extended.Status, extended.DueOn));
        Assert.Equal(new RectificationNotOpen(RectificationStatus.Overdue), Refused(Overdue(), Reinspect(ReinspectionResult.Extended)));
        Assert.Equal(new RectificationAlreadyExtended(Some.Today), Refused(Tell(extended, Now, new ReportRectification("又报")), Reinspect(ReinspectionResult.Extended)));
        Assert.Equal("extendedTo", Assert.IsType<InvalidInput>(Refused(Reported(), Reinspect(ReinspectionResult.Extended) with { ExtendedTo = null })).Field);
    }

    [Theory]
    [InlineData(RectificationDeadlines.Reinspection, "officer")]
    [InlineData(RectificationDeadlines.MeasureDecision, "SECTION_HEAD")] // whose decision it is
    public void A_term_of_the_bureaus_own_lapses_once_with_who_answers_for_it_and_blocks_nothing(string kind, string answering)
    {
        var lapsed = Lapse(Overdue(), kind);
        var lapse = Assert.Single(lapsed.Lapses);
        Assert.Equal((kind, "INSPECTION", answering), (lapse.Kind, lapse.Section, lapse.Officer));
        Assert.Contains("内部期限", lapse.Rule, StringComparison.Ordinal);
        Assert.DoesNotContain(RectificationDeadlines.Of(lapsed), open => open.Kind == kind);
        Assert.Equal(RectificationStatus.Overdue, Tell(lapsed, On(DueOn.AddDays(40)), Accept(RectificationMeasure.Suspension)).Status);
    }

    [Fact]
    public void The_forms_count_orders_passes_and_bans()
    {
        Assert.Equal(Measure.RectificationsOrdered, Counted(null, Order));
        Assert.Equal(Measure.RectificationsPassed, Counted(Reported(), Reinspect(ReinspectionResult.Complied)));
        Assert.Equal(Measure.ProducersBanned, Counted(ReportedForBanning(), new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔")));
        Assert.Null(Counted(ReportedForBanning(), new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: false, "不予取缔")));

        static Measure? Counted(RectificationState? rectification, RectificationCommand command)
        {
            var happened = Rectification.Concept.Decided(rectification, command, Now).Events[0];
            var fact = Rectification.Concept.Tally(rectification, happened, Rectification.Apply(rectification, happened)).SingleOrDefault();
            Assert.True(fact is null or { ProductClass: "CLOTHING", Section: "INSPECTION", Amount: 1 });
            return fact?.Measure;
        }
    }

    [Fact]
    public void An_order_that_was_void_or_is_another_authority_s_is_closed_as_that()
    {
        Assert.Equal(RectificationStatus.Referred, Tell(Reported(), Now, Reinspect(ReinspectionResult.Referred)).Status);
        Assert.Equal(RectificationStatus.Void, Tell(Reported(), Now, Reinspect(ReinspectionResult.OrderVoid)).Status);
    }

    [Fact]
    public void Only_a_suspension_lasts_until_a_day()
    {
        var withdrawn = Tell(Suspended(), Now, Accept(RectificationMeasure.Withdrawal) with { Until = new DateOnly(2026, 12, 31) });
        Assert.Equal([new DateOnly(2026, 12, 31), null], withdrawn.Measures.Select(decided => decided.Until));
    }

    [Fact]
    public void Fifty_requirements_are_taken_and_one_more_is_not()
    {
        Assert.Null(Refused(null, Order with { Requirements = [.. Enumerable.Range(1, 50).Select(number => $"第{number}项")] }));
        Assert.Equal("requirements", Assert.IsType<ShuangDa.Grains.Subjects.InvalidInput>(Refused(null, Order with { Requirements = [.. Enumerable.Range(1, 51).Select(number => $"第{number}项")] })).Field);
    }

    [Fact]
    public void Without_a_licence_there_is_nothing_but_the_banning_to_propose()
    {
        var declined = Tell(Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due), On(DueOn.AddDays(2)), Decline(RectificationMeasure.Banning));
        foreach (var measure in new[] { RectificationMeasure.Suspension, RectificationMeasure.Withdrawal, RectificationMeasure.Deregistration })
        {
            Assert.Equal(new NoLicenceConcerned(measure), Refused(declined, new ProposeRectificationMeasure(measure, "多次责令仍不改正"), On(DueOn.AddDays(2))));
        }

        Assert.Equal(RectificationMeasure.Banning, Tell(declined, On(DueOn.AddDays(2)), new ProposeRectificationMeasure(RectificationMeasure.Banning, "多次责令仍不改正")).Proposal!.Measure);
    }

    [Fact]
    public void A_banning_without_a_licence_asks_nothing_of_one()
    {
        var nothingFound = new Circumstances(Some.Officer, Some.TenOClock(DueOn.AddDays(2)), WorkingCalendar.BuiltIn)
        { Key = "ZG-0123456789" }
            .With(new RectificationFacts()).WithLists();
        var banned = Tell(Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due), nothingFound, Accept(RectificationMeasure.Banning));
        Assert.Equal("城区人民政府", Assert.Single(banned.Measures).Recipient);
    }

    [Fact]
    public void A_measure_is_addressed_to_whom_the_decision_names() =>
        Assert.Equal("区市场监督管理局", Tell(Failed(), Now, Accept(RectificationMeasure.Suspension) with { Recipient = " 区市场监督管理局 " }).Measures[0].Recipient);

    [Fact]
    public void A_suspension_may_last_until_today_but_not_until_a_day_that_nobody_means()
    {
        Assert.Equal(Some.Today, Tell(Failed(), Now, Accept(RectificationMeasure.Suspension) with { Until = Some.Today }).Measures[0].Until);
        Assert.Equal("until", Assert.IsType<InvalidInput>(Refused(Failed(), Accept(RectificationMeasure.Suspension) with { Until = new DateOnly(2200, 1, 1) })).Field);
    }

    [Fact]
    public void What_is_answered_of_a_banning_withdraws_no_licence() =>
        Assert.DoesNotContain(Tell(ReportedForBanning(), Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔")).OwedToLicence, owed => owed.Kind is LicenceChangeKind.Withdraw);

    [Fact]
    public void Each_decision_owes_the_licence_its_own_step()
    {
        Assert.Equal(new SuspendLicence(new DateOnly(2026, 12, 31), Some.Grounds, Some.CaseOnPaper), OwedBy(Suspended()));
        var suspensionTold = Told(WithdrawalRequested(), "SUSPEND");
        Assert.Equal(new RequestLicenceWithdrawal(Some.Grounds), OwedBy(suspensionTold));
        var answered = Tell(Told(suspensionTold, "REQUEST_WITHDRAWAL"), Now, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销", "沪市监撤〔2026〕7号"));
        Assert.Equal(new WithdrawLicence(new Grounds("同意撤销", Some.Grounds.Basis, "沪市监撤〔2026〕7号")), OwedBy(answered));
        var stopped = Tell(Tell(Ordered(), Now, new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产")), Now, Accept(RectificationMeasure.Deregistration));
        Assert.Equal(new DeregisterLicence(Some.Grounds, DeregistrationGround.ProductionStopped), OwedBy(stopped));

        static Command OwedBy(RectificationState rectification) => Rectification.Concept.Owes(rectification)!.Command;
    }

    [Fact]
    public void A_step_that_the_licence_would_not_take_is_owed_no_more()
    {
        var refused = Told(WithdrawalRequested(), "SUSPEND", new LicenceNotActive(LicenceStatus.Expired));
        Assert.Equal([LicenceChangeKind.RequestWithdrawal], refused.OwedToLicence.Select(owed => owed.Kind));
    }

    [Fact]
    public void An_extension_needs_a_new_report_and_a_void_order_no_reinspection()
    {
        Assert.Null(Tell(Reported(), Now, Reinspect(ReinspectionResult.Extended)).Report);
        var voided = Tell(Reported(), Now, new VoidRectification(Some.Grounds));
        Assert.Null(voided.ReinspectBy);
        Assert.Empty(RectificationDeadlines.Of(voided));
    }

    [Fact]
    public void The_lapse_of_one_term_leaves_the_other_open()
    {
        Assert.Contains(RectificationDeadlines.Of(Lapse(Overdue(), RectificationDeadlines.Reinspection)), open => open.Kind == RectificationDeadlines.MeasureDecision);
        Assert.Contains(RectificationDeadlines.Of(Lapse(Overdue(), RectificationDeadlines.MeasureDecision)), open => open.Kind == RectificationDeadlines.Reinspection);
    }

    [Fact]
    public void A_measure_may_be_declined_more_than_once()
    {
        var again = Tell(Declined(), Now, new ProposeRectificationMeasure(RectificationMeasure.Suspension, "又发现同类问题"), Decline(RectificationMeasure.Suspension));
        Assert.Equal([false, false], again.Measures.Select(decided => decided.Accepted));
    }

    [Fact]
    public void Numbers_of_enterprise_and_licence_are_read_before_anything_else()
    {
        var unknown = On(Some.Today, Facts with { EnterpriseIsRegistered = false });
        Assert.Equal(
            "enterpriseCreditCode",
            Assert.IsType<InvalidInput>(Rectification.Concept.Decided(null, Order with { Enterprise = "91310118631656145X" }, unknown).Refusal).Field);
        Assert.Equal("licence", Assert.IsType<InvalidInput>(Refused(null, Order with { Licence = "XK18" })).Field);
    }

    /// <summary>What an inspection found is ordered to be put right from the day of that inspection on, also by a correction.</summary>
    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, "on")]
    public void An_order_does_not_come_before_the_inspection_that_led_to_it(int inspectedAfter, string? field)
    {
        var now = On(Some.Today, Facts with { InspectedParty = Some.CreditCode, InspectedOn = Some.Today.AddDays(inspectedAfter) });
        Assert.Equal(field, (Refused(null, Order with { Inspection = "JC-1" }, now) as InvalidInput)?.Field);
        var ordered = Tell(null, On(Some.Today, Facts with { InspectedParty = Some.CreditCode }), Order with { Inspection = "JC-1" });
        var moved = new CorrectRectificationOrder(Some.Grounds, OrderedOn: Some.Today.AddDays(-30));
        var found = Facts with { InspectedParty = Some.CreditCode, InspectedOn = Some.Today.AddDays(-30 + inspectedAfter) };
        Assert.Equal(
            field is null ? null : "orderedOn",
            (Refused(ordered, moved, On(Some.Today, found) with { Actor = Deciding }) as InvalidInput)?.Field);
    }

    [Fact]
    public void An_order_names_the_inspection_of_its_own_enterprise() =>
        Assert.Equal("JC-1", Tell(null, On(Some.Today, Facts with { InspectedParty = Some.CreditCode }), Order with { Inspection = "JC-1" }).Order.Inspection);

    [Theory]
    [InlineData("食品", true, "FOOD")]
    [InlineData(null, true, "CLOTHING")] // the licence's first
    [InlineData(null, false, "TEXTILES")] // the enterprise's
    public void An_order_is_counted_under_the_class_that_was_said_else_its_licence_s_else_its_enterprise_s(string? said, bool hasLicence, string expected) => Assert.Equal(
        expected,
        Tell(null, On(Some.Today, Facts with { EnterpriseProductClass = "TEXTILES", Licence = hasLicence ? Some.ActiveLicence() : null }), Order with { ProductClass = said, Licence = hasLicence ? Order.Licence : null }).Order.ProductClass);

    [Fact]
    public void An_order_is_of_the_section_that_was_said_else_of_its_officer_s()
    {
        Assert.Equal("QUALITY", Tell(null, Now, Order with { Section = " QUALITY " }).Order.Section);
        Assert.Equal(Some.Officer.Section, Ordered().Order.Section);
    }

    [Fact]
    public void An_order_may_end_today_and_an_extension_the_day_after_it()
    {
        Assert.Equal(Some.Today, Tell(null, Now, Order with { DueOn = Some.Today }).DueOn);
        Assert.Equal(DueOn.AddDays(1), Tell(Ordered(), Now, new ExtendRectification(DueOn.AddDays(1), Some.Grounds)).DueOn);
        Assert.Equal("dueOn", Assert.IsType<InvalidInput>(Refused(null, Order with { DueOn = new DateOnly(2200, 1, 1) })).Field);

        // Where the day has passed and the clock has not yet come, it is not extended to a day that has passed too.
        Assert.Equal(new RectificationDueTooEarly(DueOn.AddDays(5), DueOn.AddDays(10)), Refused(Ordered(), new ExtendRectification(DueOn.AddDays(5), Some.Grounds), On(DueOn.AddDays(10))));
        Assert.Equal(DueOn.AddDays(10), Tell(Ordered(), On(DueOn.AddDays(10)), new ExtendRectification(DueOn.AddDays(10), Some.Grounds)).DueOn);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    public void A_warning_comes_whole_days_before_the_end_and_not_for_less_than_one(int days, int? before) =>
        Assert.Equal(before is { } left ? Some.Today.AddDays(days - left) : null, Tell(null, Now, Order with { DueOn = Some.Today.AddDays(days) }).WarnOn);

    [Fact]
    public void A_reinspection_says_whom_it_refers_to_where_it_refers_and_only_there()
    {
        Assert.Equal("referredTo", Assert.IsType<InvalidInput>(Refused(Reported(), Reinspect(ReinspectionResult.Referred) with { ReferredTo = " " })).Field);
        Assert.Equal("区农业局", Tell(Reported(), Now, Reinspect(ReinspectionResult.Referred)).Reinspections[0].ReferredTo);
        Assert.Null(Tell(Reported(), Now, Reinspect(ReinspectionResult.Complied) with { ReferredTo = "区农业局" }).Reinspections[0].ReferredTo);
    }

    [Fact]
    public void A_proposal_that_waits_is_not_made_twice_when_the_day_passes()
    {
        var waiting = Tell(Ordered(), Now, new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产"));
        Assert.Equal(RectificationMeasure.Deregistration, Lapse(waiting, RectificationDeadlines.Due).Proposal!.Measure);
    }

    private static RectificationState Told(RectificationState rectification, string step, Refusal? refusal = null)
    {
        var due = RectificationDeadlines.Of(rectification).Single(open => open.Kind == RectificationDeadlines.LicenceChange);
        return Tell(rectification, Now.With(new Answered(step, refusal)), new RectificationDeadlineReached(due.Kind, due.DueAt));
    }
}
