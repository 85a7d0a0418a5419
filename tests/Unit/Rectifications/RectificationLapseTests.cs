using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

/// <summary>
/// 逾期与再次复查. Whoever did a thing in time and enters it late has let nothing lapse; what was not put right is looked at again (R2.2.4).
/// </summary>
public sealed class RectificationLapseTests
{
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_reinspection_by_its_last_day_leaves_no_lapse_when_it_is_entered_late(int days, bool isInTime)
    {
        var lapsed = Lapse(Reported(), RectificationDeadlines.Reinspection);
        var lapse = Assert.Single(lapsed.Lapses);
        var (day, now) = (lapse.LastDay.AddDays(days), On(lapse.LastDay.AddDays(5)));
        var reinspected = Reinspect(ReinspectionResult.Complied) with { On = day };
        var withdrawn = Rectification.Concept.Decided(lapsed, reinspected, now).Events.OfType<RectificationLapseWithdrawn>();
        Assert.Equal(isInTime ? [new RectificationLapseWithdrawn(lapse, day)] : [], withdrawn);
        Assert.Equal(isInTime, Tell(lapsed, now, reinspected).Lapses.IsEmpty);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_measure_that_was_decided_by_its_last_day_leaves_none_either(int days, bool isInTime)
    {
        var lapsed = Lapse(Failed(), RectificationDeadlines.MeasureDecision);
        var lastDay = Assert.Single(lapsed.Lapses).LastDay;
        var declined = Decline(RectificationMeasure.Suspension) with { On = lastDay.AddDays(days) };
        Assert.Equal(isInTime, Tell(lapsed, On(lastDay.AddDays(5)), declined).Lapses.IsEmpty);
    }

    [Fact]
    public void Each_act_takes_back_the_lapse_of_its_own_term_alone()
    {
        var both = BothLapsed();
        var now = On(DueOn.AddDays(60));
        var inTime = DueOn.AddDays(2);
        Assert.Equal(
            [RectificationDeadlines.MeasureDecision],
            Kinds(Tell(both, now, Reinspect(ReinspectionResult.StillInViolation) with { On = inTime })));
        Assert.Equal(
            [RectificationDeadlines.Reinspection],
            Kinds(Tell(both, now, Decline(RectificationMeasure.Suspension) with { On = inTime })));

        // More time, a hand-over and what is refused leave both.
        Assert.Equal(2, Tell(both, now, new HandOverRectification("QUALITY", Some.Grounds)).Lapses.Length);
        Assert.Equal("report", Assert.IsType<InvalidInput>(Refused(both, new ReportRectification(" "), now)).Field);
    }

    [Fact]
    public void An_order_that_was_answered_in_time_owed_neither_a_reinspection_nor_a_measure()
    {
        var now = On(DueOn.AddDays(60));
        Assert.Empty(Tell(BothLapsed(), now, new ReportRectification("已整改") { On = DueOn }).Lapses);
        Assert.Equal(2, Tell(BothLapsed(), now, new ReportRectification("已整改") { On = DueOn.AddDays(1) }).Lapses.Length);
    }

    /// <summary>
    /// A day that is corrected to today or later takes back what was to be done because the wrong one had passed; of one so near, the terms
    /// from it run yet.
    /// </summary>
    [Theory]
    [InlineData(59, 2)]
    [InlineData(60, 0)]
    [InlineData(61, 0)]
    public void An_order_that_is_overdue_no_more_let_nothing_lapse(int days, int running)
    {
        var corrected = Tell(BothLapsed(), On(DueOn.AddDays(60)), Correction(days));
        Assert.Empty(corrected.Lapses);
        Assert.Equal(running, RectificationDeadlines.Of(corrected).Count(open => open.Kind is not RectificationDeadlines.Due
            and not RectificationDeadlines.Warning));
        var events = Rectification.Concept.Decided(BothLapsed(), Correction(days), On(DueOn.AddDays(60))).Events;
        Assert.Equal(
            BothLapsed().Lapses.Select(lapse => new RectificationLapseWithdrawn(lapse, DueOn.AddDays(60), DueOn.AddDays(days))),
            events.OfType<RectificationLapseWithdrawn>());
    }

    [Fact]
    public void The_journal_says_that_a_lapse_was_none_because_the_day_was_corrected()
    {
        var sentences = Rectification.Concept.Decided(BothLapsed(), Correction(60), On(DueOn.AddDays(60))).Events
            .OfType<RectificationLapseWithdrawn>().Select(happened => happened.Summary.Chinese);
        Assert.Equal(
            [
                "撤销逾期记录：“处理建议”的期限原计算至2026-04-10，起算日已更正为2026-05-31，并未逾期",
                "撤销逾期记录：“复查”的期限原计算至2026-04-16，起算日已更正为2026-05-31，并未逾期",
            ],
            sentences);
    }

    /// <summary>Overdue all the same: the terms run from the right day, and lapse once more where that is over, too.</summary>
    [Fact]
    public void Of_an_order_that_stays_overdue_the_terms_run_from_the_later_day()
    {
        var corrected = Tell(BothLapsed(), On(DueOn.AddDays(60)), Correction(5));
        Assert.Equal((RectificationStatus.Overdue, 0), (corrected.Status, corrected.Lapses.Length));
        var fallen = Lapse(Tell(Ordered(), Now, Correction(5)), RectificationDeadlines.Due);
        Assert.Equal(
            (fallen.ReinspectBy, fallen.Proposal), (corrected.ReinspectBy, corrected.Proposal));
        var again = Lapse(Lapse(corrected, RectificationDeadlines.MeasureDecision), RectificationDeadlines.Reinspection);
        Assert.Equal(
            BothLapsed().Lapses.Select(lapse => lapse.Kind).Zip([fallen.Proposal!.DecideBy!.Value, fallen.ReinspectBy!.Value]),
            again.Lapses.Select(lapse => (lapse.Kind, lapse.LastDay)));

        // An earlier day takes no time from anybody.
        var earlier = Tell(BothLapsed(), On(DueOn.AddDays(60)), Correction(-5));
        Assert.Equal(BothLapsed().Lapses, earlier.Lapses);
        Assert.Equal((null, BothLapsed().Proposal), (earlier.ReinspectBy, earlier.Proposal));
    }

    /// <summary>A report that came late by the wrong day asks for a re-inspection of its own; the lapse of that one was one.</summary>
    [Fact]
    public void The_lapse_of_the_reinspection_that_a_report_asked_for_stays()
    {
        var reported = Lapse(
            Tell(BothLapsed(), On(DueOn.AddDays(30)), new ReportRectification("已整改")), RectificationDeadlines.Reinspection);
        Assert.Equal(3, reported.Lapses.Length);
        var inTime = Tell(reported, On(DueOn.AddDays(60)), Correction(30));
        Assert.Equal((RectificationStatus.Reported, reported.Lapses[2]), (inTime.Status, Assert.Single(inTime.Lapses)));

        // Late by the corrected day, too: the term from it had ended before the report, or it had not.
        var later = On(DueOn.AddDays(60));
        var (before, after) = (Tell(reported, later, Correction(13)), Tell(reported, later, Correction(16)));
        Assert.Equal(
            [RectificationDeadlines.Reinspection, RectificationDeadlines.Reinspection], before.Lapses.Select(lapse => lapse.Kind));
        Assert.Equal(reported.Lapses[2], Assert.Single(after.Lapses));
        Assert.Equal((null, null), (before.ReinspectBy, after.ReinspectBy));
    }

    /// <summary>What a person proposed was to be decided whatever became of the order's day.</summary>
    [Fact]
    public void The_lapse_of_what_a_person_proposed_stays()
    {
        var lapsed = PersonsLapsed();
        var kept = Assert.Single(lapsed.Lapses);
        Assert.True(kept.LastDay > DueOn);
        Assert.Equal([kept], Tell(lapsed, On(DueOn.AddDays(60)), Correction(60)).Lapses);
        Assert.Equal([kept], Tell(lapsed, On(DueOn.AddDays(60)), Correction(59)).Lapses);
    }

    /// <summary>Also once it was decided: the term ran from the proposal and not from the day.</summary>
    [Fact]
    public void The_lapse_of_what_a_person_proposed_stays_after_it_was_decided_late()
    {
        var declined = Tell(PersonsLapsed(), On(DueOn.AddDays(15)), Decline(RectificationMeasure.Deregistration));
        var kept = Assert.Single(declined.Lapses);
        Assert.Equal([kept], Tell(declined, On(DueOn.AddDays(20)), Correction(60)).Lapses);
        Assert.Equal([kept], Tell(declined, On(DueOn.AddDays(20)), Correction(18)).Lapses);
    }

    /// <summary>What was decided before the day passed is not the decision that was late.</summary>
    [Fact]
    public void A_decision_before_the_day_does_not_make_a_later_one_timely()
    {
        var declined = Tell(
            Ordered(),
            On(DueOn.AddDays(-20)),
            new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产"),
            Decline(RectificationMeasure.Deregistration));
        var lapsed = Lapse(Lapse(declined, RectificationDeadlines.Due), RectificationDeadlines.MeasureDecision);
        var late = Tell(lapsed, On(DueOn.AddDays(25)), Decline(RectificationMeasure.Suspension));
        var kept = Assert.Single(late.Lapses, lapse => lapse.Kind == RectificationDeadlines.MeasureDecision);
        Assert.Contains(kept, Tell(late, On(DueOn.AddDays(26)), Correction(2)).Lapses);
    }

    /// <summary>A lapse from before its cause was kept is known by the day on which such a term ends.</summary>
    [Fact]
    public void A_lapse_of_before_is_known_by_the_end_of_its_term()
    {
        var both = BothLapsed();
        var before = both with { Lapses = [.. both.Lapses.Select(lapse => lapse with { IsOfDay = null })] };
        Assert.Empty(Tell(before, On(DueOn.AddDays(60)), Correction(60)).Lapses);
        var others = before with { Lapses = [.. before.Lapses.Select(lapse => lapse with { LastDay = lapse.LastDay.AddDays(1) })] };
        Assert.Equal(others.Lapses, Tell(others, On(DueOn.AddDays(60)), Correction(60)).Lapses);
    }

    /// <summary>What was declined late by the wrong day may have been in time by the right one.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_decision_within_the_term_from_the_later_day_was_in_time(int days, bool isInTime)
    {
        var lapsed = Lapse(Overdue(), RectificationDeadlines.MeasureDecision);
        var declined = Tell(lapsed, On(new DateOnly(2026, 4, 14)), Decline(RectificationMeasure.Suspension));
        var corrected = Tell(declined, On(DueOn.AddDays(15)), Correction(days));
        Assert.Equal(isInTime, corrected.Lapses.IsEmpty);
        Assert.Equal(lapsed.Lapses, declined.Lapses);
    }

    [Fact]
    public void The_lapse_of_one_term_closes_that_term_alone()
    {
        var overdue = Overdue();
        var reinspection = Lapse(overdue, RectificationDeadlines.Reinspection);
        Assert.Equal((null, overdue.Proposal!.DecideBy), (reinspection.ReinspectBy, reinspection.Proposal!.DecideBy));
        var measure = Lapse(overdue, RectificationDeadlines.MeasureDecision);
        Assert.Equal((overdue.ReinspectBy, null), (measure.ReinspectBy, measure.Proposal!.DecideBy));
        Assert.Equal(RectificationMeasure.Suspension, measure.Proposal.Measure);
    }

    [Fact]
    public void A_lapse_names_the_last_day_of_its_term_and_its_rule()
    {
        Assert.Equal(
            (new DateOnly(2026, 3, 16), StatutoryRules.On(StatutoryRules.Reinspection, Some.Today).Line),
            Of(Lapse(Reported(), RectificationDeadlines.Reinspection)));

        // Five working days from Monday, 2 March.
        Assert.Equal(
            (new DateOnly(2026, 3, 9), StatutoryRules.On(StatutoryRules.RectificationMeasure, Some.Today).Line),
            Of(Lapse(Failed(), RectificationDeadlines.MeasureDecision)));

        static (DateOnly LastDay, string Rule) Of(RectificationState lapsed) =>
            Assert.Single(lapsed.Lapses) is var lapse ? (lapse.LastDay, lapse.Rule) : default;
    }

    [Fact]
    public void A_clock_that_comes_too_early_or_for_another_instant_does_nothing()
    {
        var due = RectificationDeadlines.Of(Ordered()).Single(open => open.Kind == RectificationDeadlines.Due);
        var reached = new RectificationDeadlineReached(due.Kind, due.DueAt);
        Assert.Empty(Rectification.Concept.Decided(Ordered(), reached, At(due.DueAt.AddTicks(-1))).Events);
        Assert.NotEmpty(Rectification.Concept.Decided(Ordered(), reached, At(due.DueAt)).Events);

        // The term was extended meanwhile, and so had another end.
        Assert.Empty(Rectification.Concept.Decided(Extended(), reached, At(due.DueAt)).Events);
        Assert.Empty(Rectification.Concept.Decided(Reported(), reached, At(due.DueAt)).Events);
        var warning = reached with { Kind = RectificationDeadlines.Warning };
        Assert.Empty(Rectification.Concept.Decided(Ordered(), warning, At(due.DueAt)).Events);
        Assert.Empty(Rectification.Concept.Decided(null, reached, At(due.DueAt)).Events);
    }

    [Fact]
    public void A_reinspection_after_which_nothing_can_be_proposed_leads_to_another()
    {
        var again = Tell(DeclinedOnceMore(), On(new DateOnly(2026, 7, 1)), Reinspect(ReinspectionResult.StillInViolation));
        Assert.Null(again.Proposal);
        Assert.Equal((RectificationStatus.Failed, new DateOnly(2026, 7, 15)), (again.Status, again.ReinspectBy)); // ten working days
    }

    [Fact]
    public void What_is_settled_otherwise_is_not_looked_at_again()
    {
        // Whoever was banned has nothing left to put right.
        var asked = Tell(
            Lapse(Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due), RectificationDeadlines.Reinspection),
            On(DueOn.AddDays(30)),
            Accept(RectificationMeasure.Banning));
        var granted = new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已组织取缔");
        var banned = Tell(asked, On(DueOn.AddDays(31)), granted);
        Assert.True(banned.IsBanned);
        Assert.Empty(RectificationDeadlines.Of(banned));
        Assert.NotNull(Tell(asked, On(DueOn.AddDays(31)), granted with { Granted = false }).Proposal);

        // Where a re-inspection is owed already, its day stays.
        var declined = Tell(Overdue(), On(DueOn.AddDays(3)), Decline(RectificationMeasure.Suspension));
        Assert.Equal(Overdue().ReinspectBy, declined.ReinspectBy);

        // What is refused owes nothing.
        Assert.NotNull(Refused(Lapse(Declined(), RectificationDeadlines.Reinspection), Reinspect(ReinspectionResult.Extended)));
    }

    /// <summary>The reviewed term of the proposal and of the re-inspection have both passed.</summary>
    private static RectificationState BothLapsed() =>
        Lapse(Lapse(Overdue(), RectificationDeadlines.MeasureDecision), RectificationDeadlines.Reinspection);

    /// <summary>What a person proposed on the day before the last one was not decided in its term, and the day has passed.</summary>
    private static RectificationState PersonsLapsed()
    {
        var proposed = new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停产");
        var waiting = Tell(Ordered(), On(DueOn.AddDays(-1)), proposed);
        return Lapse(Lapse(waiting, RectificationDeadlines.Due), RectificationDeadlines.MeasureDecision);
    }

    /// <summary>Banning was asked for, not answered, and is not asked for again; nobody has looked since.</summary>
    private static RectificationState DeclinedOnceMore()
    {
        var overdue = Lapse(Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due), RectificationDeadlines.Reinspection);
        var asked = Tell(overdue, On(new DateOnly(2026, 4, 20)), Accept(RectificationMeasure.Banning));
        var missing = Lapse(asked, RectificationDeadlines.Answer);
        var declined = Tell(missing, On(new DateOnly(2026, 5, 25)), Decline(RectificationMeasure.Banning));
        return Lapse(declined, RectificationDeadlines.Reinspection);
    }

    /// <summary>The order's last day is so many days after what was written.</summary>
    private static CorrectRectificationOrder Correction(int days) =>
        new(new Grounds("期限误填", "市场监督管理行政处罚程序规定 第二十二条"), DueOn: DueOn.AddDays(days));

    private static IEnumerable<string> Kinds(RectificationState rectification) => rectification.Lapses.Select(lapse => lapse.Kind);
}
