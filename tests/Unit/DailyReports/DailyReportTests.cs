using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.DailyReports;

/// <summary>Sections report by 14:00 of every working day; what was said is frozen then, and put right by further versions.</summary>
public sealed class DailyReportTests
{
    internal const string Number = "RB-0000000001";
    internal const string Own = "INSPECTION";

    internal static readonly StartDailyReports Start = new(Own, Some.Today);

    internal static readonly SubmitDailyReport Submit = new(
        IsNil: false, "检查生产企业3家次", [new DailyManualFigure("trainings", 2, "街道培训签到表")]);

    internal static readonly CorrectDailyReport Correct = new(
        IsNil: false, Some.Grounds, "检查生产企业3家次", [new DailyManualFigure("trainings", 3, "漏记一次")]);

    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed() =>
        Approved.Law("DailyReport", LawTable.Of(DailyReport.Concept, Head(), [.. new DailyReportStates().States]));

    // Worked Saturdays and Sundays, the festival, the turn of the year.
    [Theory]
    [InlineData("2026-03-02", "2026-02-28", "2026-03-03")]
    [InlineData("2026-02-14", "2026-02-13", "2026-02-24")]
    [InlineData("2026-02-24", "2026-02-14", "2026-02-25")]
    [InlineData("2026-02-28", "2026-02-27", "2026-03-02")]
    [InlineData("2025-12-31", "2025-12-30", "2026-01-04")]
    [InlineData("2026-01-04", "2025-12-31", "2026-01-05")]
    public void It_covers_what_is_recorded_from_14_00_of_the_working_day_before_to_14_00(string of, string before, string next)
    {
        var day = DateOnly.ParseExact(of, "yyyy-MM-dd", null);
        var opened = Told(null, Collector(day), Start with { From = day });
        Assert.Equal(
            ($"{before} 14:00", $"{of} 14:00", $"{of} 13:00"),
            (Clock(opened.RecordedAfter), Clock(opened.RecordedUntil), Clock(opened.RemindsAt!.Value)));
        Assert.Equal(next, IsoDate.Of(Due(opened, DailyReportDeadlines.Due).NextDay!.Value));

        static string Clock(DateTimeOffset instant) => ShanghaiTime.ClockOf(instant).ToString("yyyy-MM-dd HH:mm", null);
    }

    [Fact]
    public void A_section_begins_on_a_working_day_whose_end_is_still_to_come()
    {
        Assert.Equal("section", Problem(null, Start with { Section = " " }, Collector()).Field);
        Assert.Equal("section", Problem(null, Start, Collector().WithLists(isOpen: false)).Field);
        Assert.Equal("section", Problem(null, Start, Collector().With(new SectionsReportsFound("RB-0000000009", null))).Field);
        Assert.Equal("from", Problem(null, Start, Collector().With(new SectionsReportsFound(null, "RB-0000000009"))).Field);
        Assert.Equal("from", Problem(null, Start with { From = new DateOnly(2026, 3, 7) }, Collector()).Field);
        Assert.Equal("from", Problem(null, Start with { From = Some.Today.AddDays(61) }, Collector()).Field);
        Assert.Equal("from", Problem(null, Start, Collector(hour: 14)).Field);
        Assert.Equal(DailyReportStatus.Open, Told(null, Collector(hour: 13), Start).Status);
        Assert.Equal(new DateOnly(2026, 3, 9), Told(null, Collector(), Start with { From = new DateOnly(2026, 3, 9) }).Day);
    }

    [Fact]
    public void Only_the_section_itself_submits_once_and_not_before_its_time_begins()
    {
        var opened = Opened();
        Assert.Equal(Own, Assert.IsType<NotInCharge>(Refusal(opened, Submit, Head(section: "FOOD"))).Section);
        Assert.Equal(Own, Assert.IsType<NotInCharge>(Refusal(opened, Submit, Officer(section: "FOOD"))).Section);
        var tomorrow = Told(null, Collector(), Start with { From = Some.Today.AddDays(1) });
        Assert.Equal(Some.Today, Assert.IsType<DailyReportNotBegun>(Refusal(tomorrow, Submit, Head())).Day);
        var submitted = Told(opened, Officer(), Submit);
        Assert.Equal((DailyReportStatus.Submitted, "officer"), (submitted.Status, submitted.Submission!.By));
        Assert.Equal(DailyReportStatus.Submitted, Assert.IsType<DailyReportNotOpen>(Refusal(submitted, Submit, Head())).Status);
        Assert.IsType<DailyReportNotOpen>(Refusal(submitted, Correct, Head()));
    }

    [Fact]
    public void Whoever_submitted_may_say_it_otherwise_until_14_00()
    {
        var submitted = Told(Opened(), Head(hour: 11), Submit);
        Assert.Empty(DailyReport.Concept.Decided(submitted, Submit, Head(hour: 12)).Events);
        var replaced = Told(submitted, Head(hour: 13), Submit with { Narrative = "检查生产企业3家次，培训1次" });
        Assert.Equal((DailyReportStatus.Submitted, "检查生产企业3家次，培训1次"), (replaced.Status, replaced.Submission!.Narrative));
        Assert.IsType<DailyReportNotOpen>(Refusal(submitted, Submit with { Narrative = "另一说法" }, Officer()));
        Assert.IsType<DailyReportNotOpen>(Refusal(submitted, Submit with { Narrative = "迟了" }, Head(hour: 14)));
    }

    [Fact]
    public void Nothing_to_report_is_said_by_a_person()
    {
        var opened = Opened();
        var nothing = Head(found: Nothing());
        Assert.Equal("isNil", Problem(opened, new SubmitDailyReport(IsNil: false), nothing).Field);
        Assert.True(Told(opened, nothing, new SubmitDailyReport(IsNil: true)).Submission!.IsNil);
        Assert.Equal("isNil", Problem(opened, new SubmitDailyReport(IsNil: true), Head()).Field);
        Assert.Equal("isNil", Problem(opened, Submit with { IsNil = true }, nothing).Field);
    }

    [Fact]
    public void A_figure_by_hand_is_of_a_column_not_negative_and_explained()
    {
        Assert.Equal("figures[0].column", FieldOf(new DailyManualFigure("cats", 1, "说明")));
        Assert.Equal("figures[0].value", FieldOf(new DailyManualFigure("trainings", -1, "说明")));
        Assert.Equal("figures[0].value", FieldOf(new DailyManualFigure("trainings", 10_000_001, "说明")));
        Assert.Equal("figures[0].value", FieldOf(new DailyManualFigure("trainings", 1.5m, "说明")));
        Assert.Equal("figures[0].value", FieldOf(new DailyManualFigure("goodsValue", 1.555m, "说明")));
        Assert.Equal("figures[0].note", FieldOf(new DailyManualFigure("goodsValue", 1.55m, " ")));
        Assert.Equal("figures", FieldOf(new DailyManualFigure("trainings", 1, "说明"), new DailyManualFigure("trainings", 2, "说明")));

        static string FieldOf(params DailyManualFigure[] figures) =>
            Problem(Opened(), Submit with { Figures = [.. figures] }, Head()).Field;
    }

    [Fact]
    public void What_is_filled_in_by_hand_stands_in_the_total_beside_what_is_recorded()
    {
        var said = Told(Opened(), Head(), Submit with { Figures = [new("casesFiled", 5, "含移交2起"), new("trainings", 2, "签到表")] });
        var figures = said.Submission!.Figures.Where(figure => figure.IsTotal).ToDictionary(figure => figure.Column);
        Assert.Equal((5m, 3m, 3, true), (
            figures["casesFiled"].Value, figures["casesFiled"].Recorded, figures["casesFiled"].EntryCount, figures["casesFiled"].IsManual));
        Assert.Equal((2m, null, 0), (figures["trainings"].Value, figures["trainings"].Recorded, figures["trainings"].EntryCount));
        Assert.Equal((3m, 1m, false), (
            figures["enterprisesInspected"].Value, figures["enterprisesInspected"].LateValue, figures["enterprisesInspected"].IsManual));
        Assert.Equal(3m, Assert.Single(said.Submission.Figures, one => one is { Column: "casesFiled", ProductClass: "FOOD" }).Value);
        Assert.Equal(["AJ-0000000001"], said.Submission.Cases);
    }

    [Fact]
    public void What_is_said_is_held_against_what_is_recorded()
    {
        Assert.Equal(
            [(DailyFindingKind.LateEntry, "enterprisesInspected"), (DailyFindingKind.Overstated, "casesFiled")],
            FindingsOf(new DailyManualFigure("casesFiled", 5, "台账"), new DailyManualFigure("trainings", 2, "签到表")));
        Assert.Equal(
            [
                (DailyFindingKind.Concealed, "enterprisesInspected"),
                (DailyFindingKind.LateEntry, "enterprisesInspected"),
                (DailyFindingKind.Concealed, "casesFiled"),
            ],
            FindingsOf(new DailyManualFigure("enterprisesInspected", 0, "未开展"), new DailyManualFigure("casesFiled", 2, "另一起未定性")));
        Assert.Equal([(DailyFindingKind.LateEntry, "enterprisesInspected")], FindingsOf(new DailyManualFigure("casesFiled", 3, "台账")));

        static IEnumerable<(DailyFindingKind, string)> FindingsOf(params DailyManualFigure[] figures) =>
            Told(Opened(), Head(), Submit with { Figures = [.. figures] }).Submission!.Findings
                .Select(found => (found.Kind, found.Figure.Column));
    }

    [Fact]
    public void At_14_00_what_was_said_is_frozen_with_what_was_recorded_until_then()
    {
        var submitted = Told(Opened(), Head(hour: 11), Submit);
        var due = Reached(submitted, DailyReportDeadlines.Freeze);
        Assert.Empty(DailyReport.Concept.Decided(submitted, due, Head(hour: 14)).Events);
        var frozen = Told(submitted, AtTheClock(found: Found(cases: 4)), due);
        var version = Assert.Single(frozen.Versions);
        Assert.Equal((DailyReportStatus.Frozen, 1, null, new DateOnly(2026, 3, 3)), (
            frozen.Status, version.Number, version.Grounds, frozen.NextDay));
        Assert.Equal((3m, 4m), (Total(submitted.Submission!, "casesFiled"), Total(version.Statement, "casesFiled")));
        Assert.Equal(2m, Total(version.Statement, "trainings"));
        Assert.Equal(64, version.Hash.Length);
        Assert.Equal(DailyReportDeadlines.Next, Assert.Single(DailyReportDeadlines.Of(frozen)).Kind);
        var opensNext = Assert.IsType<OpenDailyReport>(DailyReport.Concept.Owes(frozen)!.Command);
        Assert.Equal((Own, new DateOnly(2026, 3, 3)), (opensNext.Section, opensNext.Day));
    }

    /// <summary>What was decided before 14:00 is committed by the time at which the facts are read.</summary>
    [Fact]
    public void It_is_frozen_when_all_that_was_decided_before_14_00_is_recorded()
    {
        var submitted = Told(Opened(), Head(hour: 11), Submit);
        Assert.Equal(
            (submitted.RecordedUntil, submitted.RecordedUntil.AddMinutes(1)),
            (DailyFacts.ScopeOf(submitted).RecordedUntil!.Value, Assert.Single(DailyReportDeadlines.Of(submitted)).DueAt));

        // Who comes within that minute is late, and is frozen with the others.
        var missing = Due(Opened(), DailyReportDeadlines.Due);
        var late = Told(missing, Head(hour: 14), Submit);
        Assert.Equal((DailyReportStatus.Late, 0, false), (late.Status, late.Versions.Length, late.IsOpen));
        Assert.Equal([(NotificationKind.Answered, Addressee.Holding(Roles.Legal))], Notices(missing, Submit, Head(hour: 14)));
        Assert.IsType<DailyReportNotOpen>(Refusal(late, Correct, Head(hour: 14)));
        var frozen = Told(late with { NextDay = null }, AtTheClock(), Reached(late, DailyReportDeadlines.Freeze));
        Assert.Equal((DailyReportStatus.Late, 1, null), (frozen.Status, frozen.Versions.Length, frozen.NextDay));
    }

    [Fact]
    public void Nil_falls_where_something_was_recorded_after_it_was_said()
    {
        var nil = Told(Opened(), Head(hour: 11, found: Nothing()), new SubmitDailyReport(IsNil: true));
        var due = Reached(nil, DailyReportDeadlines.Freeze);
        Assert.True(Told(nil, AtTheClock(found: Nothing()), due).Versions[0].Statement.IsNil);
        var frozen = Told(nil, AtTheClock(), due);
        Assert.Equal((true, false), (frozen.Submission!.IsNil, frozen.Versions[0].Statement.IsNil));
        Assert.Equal(3m, Total(frozen.Versions[0].Statement, "casesFiled"));

        // What was recorded and taken back is not nothing.
        var takenBack = Nothing() with { Recorded = Form(new FormSum(Measure.CasesFiled, "FOOD", null, "A", 0, 2)) };
        Assert.Equal("isNil", Problem(Opened(), new SubmitDailyReport(IsNil: true), Head(found: takenBack)).Field);
    }

    /// <summary>Whoever fills in a figure does not conceal what is recorded only afterwards.</summary>
    [Fact]
    public void A_figure_by_hand_is_held_against_what_was_recorded_when_it_was_said()
    {
        var said = Told(Opened(), Head(hour: 11), Submit with { Figures = [new("casesFiled", 3, "台账"), new("trainings", 1, "签到表")] });
        var frozen = Told(said, AtTheClock(found: Found(cases: 4)), Reached(said, DailyReportDeadlines.Freeze)).Versions[0].Statement;
        var filed = Assert.Single(frozen.Figures, figure => figure is { IsTotal: true, Column: "casesFiled" });
        Assert.Equal((3m, 3m, 4m, 4), (filed.Value, filed.Recorded, filed.RecordedSince, filed.EntryCount));
        Assert.Equal(
            [(DailyFindingKind.LateEntry, "enterprisesInspected"), (DailyFindingKind.RecordedSince, "casesFiled")],
            frozen.Findings.Select(found => (found.Kind, found.Figure.Column)));
        var same = Told(said, AtTheClock(), Reached(said, DailyReportDeadlines.Freeze)).Versions[0].Statement;
        Assert.DoesNotContain(same.Findings, found => found.Kind is DailyFindingKind.RecordedSince);
    }

    [Fact]
    public void What_was_frozen_cannot_be_another_unseen()
    {
        var frozen = Frozen();
        var version = frozen.Versions[0];
        foreach (var other in (DailyStatement[])
        [
            version.Statement with { Narrative = "检查生产企业4家次" },
            version.Statement with { By = "other" },
            version.Statement with { IsNil = true },
            version.Statement with { Cases = [] },
            version.Statement with { Figures = version.Statement.Figures.SetItem(0, version.Statement.Figures[0] with { Value = 99 }) },
            version.Statement with { Figures = version.Statement.Figures.RemoveAt(0) },
            version.Statement with
            {
                Figures = version.Statement.Figures.SetItem(0, version.Statement.Figures[0] with { RecordedSince = 1 }),
            },
        ])
        {
            Assert.Contains(
                "version 1 is not what was frozen",
                DailyReport.Check(frozen with { Versions = [version with { Statement = other }] }));
        }

        Assert.NotEmpty(DailyReport.Check(frozen with { Day = frozen.Day.AddDays(1) }));
    }

    [Fact]
    public void Who_says_nothing_by_14_00_is_reminded_missing_and_then_late()
    {
        var opened = Opened();
        var head = Addressee.Holding(Roles.SectionHead, Own);
        Assert.Equal([(NotificationKind.Due, head)], Notices(opened, Reached(opened, DailyReportDeadlines.Reminder), AtTheClock()));
        var reminded = Due(opened, DailyReportDeadlines.Reminder);
        Assert.Equal(DailyReportDeadlines.Due, Assert.Single(DailyReportDeadlines.Of(reminded)).Kind);
        Assert.Equal([(NotificationKind.Late, head)], Notices(reminded, Reached(reminded, DailyReportDeadlines.Due), AtTheClock()));
        var missing = Due(reminded, DailyReportDeadlines.Due);
        Assert.Equal((DailyReportStatus.Missing, true, false), (missing.Status, missing.IsOwed, missing.IsOpen));
        Assert.IsType<DailyReportNotOpen>(Refusal(missing, Correct, Head(hour: 15)));
        var late = Told(missing, Head(hour: 15), Submit);
        Assert.Equal((DailyReportStatus.Late, 1), (late.Status, Assert.Single(late.Versions).Number));
        Assert.Equal(missing.NextDay, late.NextDay);
        Assert.IsType<DailyReportNotOpen>(Refusal(late, Submit, Head(hour: 16)));

        // Who has said it needs no reminder.
        Assert.DoesNotContain(
            DailyReportDeadlines.Of(Told(opened, Head(hour: 11), Submit)), open => open.Kind == DailyReportDeadlines.Reminder);
    }

    [Fact]
    public void What_was_wrong_is_put_right_by_a_further_version_with_its_reason()
    {
        var frozen = Frozen();
        Assert.Equal(Own, Assert.IsType<NotHeadOfSection>(Refusal(frozen, Correct, Head(section: "FOOD", hour: 16))).Section);
        Assert.Equal("reason", Problem(frozen, Correct with { Grounds = Some.Grounds with { Reason = " " } }, Head(hour: 16)).Field);
        Assert.Empty(DailyReport.Concept.Decided(
            frozen, Correct with { Narrative = Submit.Narrative, Figures = Submit.Figures }, Head(hour: 16)).Events);
        var corrected = Told(frozen, Head(hour: 16), Correct);
        Assert.Equal((2, DailyReportStatus.Frozen), (corrected.Versions.Length, corrected.Status));
        Assert.Equal(frozen.Versions[0], corrected.Versions[0]);
        Assert.NotEqual(corrected.Versions[0].Hash, corrected.Versions[1].Hash);
        Assert.Equal(
            [new DailyFigureChange("trainings", null, true, 2, 3)],
            DailyFigures.ChangesOf(corrected.Versions[0].Statement, corrected.Versions[1].Statement));
    }

    [Fact]
    public void The_next_report_is_opened_by_the_one_before_unless_the_section_is_closed()
    {
        var frozen = Frozen();
        var owed = DailyReport.Concept.Owes(frozen)!;
        var next = Told(null, AtTheClock(), (OpenDailyReport)owed.Command);
        Assert.Equal(frozen.RecordedUntil, next.RecordedAfter);
        var reached = new DailyReportDeadlineReached(owed.Deadline, owed.Since);
        Assert.Empty(DailyReport.Concept.Decided(frozen, reached, AtTheClock()).Events);
        var told = Told(frozen, AtTheClock().With(new Answered(owed.Step, null)), reached);
        Assert.Equal((null, 0), (told.NextDay, DailyReportDeadlines.Of(told).Count));
        var closed = Refusal(null, new OpenDailyReport(Own, frozen.NextDay!.Value), AtTheClock().WithLists(isOpen: false));
        var refused = Assert.IsType<NextDailyReportOpened>(Assert.Single(DailyReport.Concept.Decided(
            frozen, reached, AtTheClock().With(new Answered(owed.Step, closed))).Events));
        Assert.NotNull(refused.RefusedChinese);
    }

    /// <summary>What is recorded is in one report and no other, whatever becomes of the calendar after a report was opened.</summary>
    [Fact]
    public void A_report_begins_where_the_one_before_ended_also_when_the_calendar_has_changed()
    {
        // Monday's own day becomes a free one after it was reported; the Sunday after a Friday becomes a worked one.
        var frozen = Frozen();
        Assert.Equal(frozen.RecordedUntil, NextOf(frozen, Calendar(free: Some.Today)).RecordedAfter);
        var friday = new DateOnly(2026, 3, 6);
        var missed = Due(Told(null, Collector(friday), Start with { From = friday }), DailyReportDeadlines.Due);
        Assert.Equal(new DateOnly(2026, 3, 9), missed.NextDay);
        Assert.Equal(missed.RecordedUntil, NextOf(missed, Calendar(worked: new DateOnly(2026, 3, 8))).RecordedAfter);

        // A section that begins again is not asked again for what its last report covers.
        var again = Start with { From = Some.Today.AddDays(1) };
        var others = new SectionsReportsFound(null, null) { LastOn = Some.Today };
        var begun = Told(null, In(Calendar(free: Some.Today), Collector(hour: 15)).With(others), again);
        Assert.Equal(frozen.RecordedUntil, begun.RecordedAfter);

        static DailyReportState NextOf(DailyReportState report, WorkingCalendar calendar) =>
            Told(null, In(calendar, AtTheClock()), (OpenDailyReport)DailyReport.Concept.Owes(report)!.Command);
    }

    [Theory]
    [InlineData(DailyReportDeadlines.Reminder)]
    [InlineData(DailyReportDeadlines.Due)]
    public void The_report_of_a_day_that_is_no_longer_worked_is_part_of_the_next(string kind)
    {
        var opened = Opened();
        var free = In(Calendar(free: Some.Today), AtTheClock());
        Assert.Empty(Notices(opened, Reached(opened, kind), free));
        var excused = Told(opened, free, Reached(opened, kind));
        Assert.Equal(
            (DailyReportStatus.Excused, false, false, new DateOnly(2026, 3, 3)),
            (excused.Status, excused.IsOpen, excused.IsOwed, excused.NextDay!.Value));
        Assert.Equal(opened.RecordedAfter, ((OpenDailyReport)DailyReport.Concept.Owes(excused)!.Command).RecordedAfter);
        Assert.Null(excused.RemindsAt);

        // What was said all the same stays.
        var said = Told(opened, Head(hour: 11), Submit);
        Assert.Equal(DailyReportStatus.Frozen, Told(said, free, Reached(said, DailyReportDeadlines.Freeze)).Status);
    }

    /// <summary>The first report of a day has the clock of those who collect: they are told who is missing, and when it is late.</summary>
    [Fact]
    public void Those_who_collect_are_told_when_the_reports_are_in_and_when_nobody_has_collected_them()
    {
        var first = Told(null, Collector().With(new SectionsReportsFound(null, null) { IsFirstOfDay = true }), Start);
        Assert.Contains("2026-03-02", DailyReport.Concept.UniqueNames(first));
        var missing = Due(first, DailyReportDeadlines.Due);
        Assert.Equal(
            [("14:02", DailyReportDeadlines.In), ("15:00", DailyReportDeadlines.Collection), ("14:00", DailyReportDeadlines.Next)],
            DailyReportDeadlines.Of(missing).Select(open => (ShanghaiTime.ClockOf(open.DueAt).ToString("HH:mm", null), open.Kind)));
        var legal = Addressee.Holding(Roles.Legal);
        var found = AtTheClock().With(new DayOfReportsFound(["FOOD"], null));
        Assert.Equal([(NotificationKind.Waiting, legal)], Notices(missing, Reached(missing, DailyReportDeadlines.In), found));
        Assert.Equal([(NotificationKind.Late, legal)], Notices(missing, Reached(missing, DailyReportDeadlines.Collection), found));
        var collected = AtTheClock().With(new DayOfReportsFound([], "HZ-0000000001"));
        Assert.Empty(Notices(missing, Reached(missing, DailyReportDeadlines.Collection), collected));
        var over = Told(
            missing, collected, Reached(missing, DailyReportDeadlines.In), Reached(missing, DailyReportDeadlines.Collection));
        Assert.Equal(DailyReportDeadlines.Next, Assert.Single(DailyReportDeadlines.Of(over)).Kind);

        // Also where its own section reports no longer; not where the day is no longer worked.
        var ended = Told(first, Collector(), new EndDailyReports("专项行动结束"));
        Assert.Equal(2, DailyReportDeadlines.Of(ended).Count);
        var excused = Told(first, In(Calendar(free: Some.Today), AtTheClock()), Reached(first, DailyReportDeadlines.Due));
        Assert.Equal(DailyReportDeadlines.Next, Assert.Single(DailyReportDeadlines.Of(excused)).Kind);
    }

    [Fact]
    public void What_was_submitted_stays_when_the_section_no_longer_reports()
    {
        var submitted = Told(Opened(), Head(hour: 11), Submit);
        var last = Told(submitted, Collector(hour: 12), new EndDailyReports("专项行动结束"));
        Assert.Equal((DailyReportStatus.Submitted, submitted.Submission), (last.Status, last.Submission));
        Assert.Empty(DailyReport.Concept.Decided(last, new EndDailyReports("专项行动结束"), Collector()).Events);
        var frozen = Due(last, DailyReportDeadlines.Freeze);
        Assert.Equal((DailyReportStatus.Frozen, null), (frozen.Status, frozen.NextDay));
        Assert.Empty(DailyReportDeadlines.Of(frozen));
        Assert.IsType<DailyReportNotOpen>(Refusal(frozen, new EndDailyReports("专项行动结束"), Collector(hour: 15)));
    }

    [Fact]
    public void A_section_that_no_longer_reports_owes_nothing()
    {
        var opened = Opened();
        Assert.Equal("reason", Problem(opened, new EndDailyReports(" "), Collector()).Field);
        var ended = Told(opened, Collector(), new EndDailyReports("专项行动结束"));
        Assert.Empty(DailyReportDeadlines.Of(ended));
        Assert.Empty(DailyReport.Concept.Decided(ended, new EndDailyReports("专项行动结束"), Collector()).Events);
        Assert.IsType<DailyReportNotOpen>(Refusal(ended, Submit, Head()));
        Assert.IsType<DailyReportNotOpen>(Refusal(Frozen(), new EndDailyReports("专项行动结束"), Collector()));
        Assert.Equal([$"{Own}\n2026-03-02", Own], DailyReport.Concept.UniqueNames(opened));
        Assert.Equal([$"{Own}\n2026-03-02"], DailyReport.Concept.UniqueNames(ended));
    }

    internal static Circumstances Head(DateOnly? day = null, string section = Own, int hour = 10, DailyFactsFound? found = null) =>
        As(new Actor("head", Roles.SectionHead, section, null, Guid.Empty), day, hour, found);

    internal static Circumstances Collector(DateOnly? day = null, int hour = 10) =>
        As(new Actor("legal", Roles.Legal, null, null, Guid.Empty), day, hour, null);

    internal static Circumstances AtTheClock(int hour = 15, DailyFactsFound? found = null) =>
        As(Actor.System(Guid.Empty), null, hour, found);

    internal static DailyReportState Opened() => Told(null, Collector(), Start);

    internal static DailyReportState Frozen() => Due(Told(Opened(), Head(hour: 11), Submit), DailyReportDeadlines.Freeze);

    internal static DailyReportState Due(DailyReportState state, string kind) =>
        Told(state, As(Actor.System(Guid.Empty), state.Day, 15, null), Reached(state, kind));

    internal static DailyReportState Told(DailyReportState? state, Circumstances now, params ReadOnlySpan<DailyReportCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = DailyReport.Concept.Decided(state, command, now);
            Assert.Null(decision.Refusal);
            state = decision.Events.Aggregate(state, (folded, happened) => DailyReport.Apply(folded, happened));
            Assert.Empty(DailyReport.Check(state!));
        }

        return state!;
    }

    // Three inspections, of which one was entered late, and cases of food.
    internal static DailyFactsFound Found(int cases = 3) => new(
        Form(
            new FormSum(Measure.EnterprisesInspected, "FOOD", null, "A", 3, 3),
            new FormSum(Measure.CasesFiled, "FOOD", null, "A", cases, cases)),
        Form(new FormSum(Measure.EnterprisesInspected, "FOOD", null, "A", 1, 1)),
        ["AJ-0000000001"]);

    internal static DailyFactsFound Nothing() => new(Form(), Form(), []);

    internal static ReportForm Form(params FormSum[] sums) => ReportForm.ByClass(
        DailyFigures.Form, FormScope.Days(ReportBasis.Happened, Some.Today, Some.Today.AddDays(1), Own), sums, []);

    private static Circumstances Officer(string section = Own) =>
        As(new Actor("officer", Roles.Officer, section, null, Guid.Empty), null, 10, null);

    private static Circumstances As(Actor actor, DateOnly? day, int hour, DailyFactsFound? found) =>
        new Circumstances(actor, ShanghaiTime.StartOf(day ?? Some.Today).AddHours(hour), WorkingCalendar.BuiltIn) { Key = Number }
            .WithLists()
            .With(SectionsReportsFound.None)
            .With(new DayOfReportsFound([], null))
            .With(found ?? Found(cases: 3));

    // 2026 as it was published, but for a day.
    private static WorkingCalendar Calendar(DateOnly? free = null, DateOnly? worked = null)
    {
        var year = WorkingCalendar.BuiltIn.Years.Single(one => one.Year == Some.Today.Year);
        return WorkingCalendar.BuiltIn.With(year with
        {
            RestDays = free is { } rest ? [.. year.RestDays.Append(rest).Order()] : year.RestDays,
            WorkedDays = worked is { } day ? [.. year.WorkedDays.Append(day).Order()] : year.WorkedDays,
        });
    }

    private static Circumstances In(WorkingCalendar calendar, Circumstances now) => now with { Calendar = calendar };

    internal static DailyReportDeadlineReached Reached(DailyReportState state, string kind) =>
        new(kind, DailyReportDeadlines.Of(state).Single(open => open.Kind == kind).DueAt);

    private static decimal Total(DailyStatement statement, string column) =>
        Assert.Single(statement.Figures, figure => figure.IsTotal && figure.Column == column).Value;

    private static IEnumerable<(NotificationKind, Addressee)> Notices(
        DailyReportState? state, DailyReportCommand command, Circumstances now)
    {
        var happened = Assert.Single(DailyReport.Concept.Decided(state, command, now).Events);
        return DailyReport.Concept.Notices(state, happened, DailyReport.Apply(state, happened)).Select(notice => (notice.Kind, notice.To));
    }

    internal static Refusal? Refusal(DailyReportState? state, DailyReportCommand command, Circumstances now) =>
        DailyReport.Concept.Decided(state, command, now).Refusal;

    internal static InvalidInput Problem(DailyReportState? state, DailyReportCommand command, Circumstances now) =>
        Assert.IsType<InvalidInput>(Refusal(state, command, now));
}

internal sealed class DailyReportSamples : ICommandSamples
{
    public IEnumerable<Command> All =>
    [
        DailyReportTests.Start,
        new OpenDailyReport(DailyReportTests.Own, Some.Today),
        DailyReportTests.Submit,
        DailyReportTests.Correct,
        new EndDailyReports("专项行动结束"),
        new DailyReportDeadlineReached(DailyReportDeadlines.Reminder, ShanghaiTime.StartOf(Some.Today).AddHours(13)),
    ];
}

internal sealed class DailyReportStates() : SampleStates<DailyReportState, DailyReportCommand, DailyReportEvent>(DailyReport.Concept)
{
    public override IReadOnlyList<(string Name, DailyReportState? State)> States
    {
        get
        {
            var opened = DailyReportTests.Opened();
            var missing = DailyReportTests.Due(opened, DailyReportDeadlines.Due);
            return
            [
                ("(no such report)", null),
                ("Open", opened),
                ("Submitted", DailyReportTests.Told(opened, DailyReportTests.Head(), DailyReportTests.Submit)),
                ("Frozen", DailyReportTests.Frozen()),
                ("Missing", missing),
                ("Late", DailyReportTests.Told(missing, DailyReportTests.Head(hour: 15), DailyReportTests.Submit)),
                ("Ended", DailyReportTests.Told(opened, DailyReportTests.Collector(), new EndDailyReports("专项行动结束"))),
            ];
        }
    }

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", DailyReportTests.Head())];
}
