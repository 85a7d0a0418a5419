using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Notifications;

/// <summary>What of the events and rows of each concept concerns whom.</summary>
public sealed class NoticesTests
{
    [Fact]
    public void Whoever_holds_open_work_is_told_when_it_becomes_theirs()
    {
        var rows = Case.Concept.RowsOf("case/X", CaseTale.Filed().Case, 1).OfType<OpenWorkRow>().ToList();
        Assert.Equal(CaseTale.Filed().Case.Officers, rows.SelectMany(Told).Select(notice => notice.To.User!));
        Assert.All(rows.SelectMany(Told), notice => Assert.Equal(NotificationKind.Assigned, notice.Kind));
    }

    [Fact]
    public void A_handed_over_piece_is_told_to_who_heads_the_section_that_receives_it()
    {
        var row = new SectionHandoverRow
        {
            Subject = "case/X",
            Place = 1,
            HandedOn = "2026-03-02",
            FromSection = "A",
            ToSection = "B",
            HandedBy = "leader",
        };
        Assert.Equal([Addressee.Holding(Roles.SectionHead, "B")], Told(row).Select(notice => notice.To));
    }

    [Fact]
    public void What_waits_for_a_decision_is_told_to_whose_it_is_to_decide()
    {
        Assert.Equal(
            [Addressee.Holding(Roles.Leader) with { Deputies = "FILING" }],
            Told(Waiting(ApprovalStep.Filing)).Select(notice => notice.To));

        // The transfer to the police is the principal head's own, and no deputy's (移送规定 第五条).
        Assert.Equal([Addressee.Holding(Roles.Leader)], Told(Waiting(ApprovalStep.CrimeTransfer)).Select(notice => notice.To));
        Assert.Equal(
            [Addressee.Holding(Roles.Legal), Addressee.Holding(Roles.SectionHead, "A")],
            Told(Waiting(ApprovalStep.LadderMeasure)).Select(notice => notice.To));
    }

    [Fact]
    public void The_police_are_told_what_came_to_them_and_the_officers_what_the_police_answered()
    {
        var sent = CrimeTransferTale.Sent();
        Assert.Equal([Addressee.Of("police")], Of<CrimeTransferSent>(sent).Select(notice => notice.To));
        var received = CrimeTransferTale.Received();
        Assert.Equal(
            [(NotificationKind.Answered, "officer"), (NotificationKind.Answered, "second")],
            Of<PoliceReceiptRecorded>(received).Select(notice => (notice.Kind, notice.To.User!)));
        Assert.Equal(
            [NotificationKind.Answered, NotificationKind.Answered],
            Of<PoliceDeclinedCase>(CrimeTransferTale.Declined()).Select(one => one.Kind));
    }

    [Fact]
    public void What_the_police_let_pass_is_told_to_both_sides_and_the_heads_own_step_to_the_head()
    {
        var late = Of<TransferDeadlineLapsed>(CrimeTransferTale.Received().After(90).ClockRuns()).ToList();
        Assert.Contains(Addressee.Of("police"), late.Select(notice => notice.To));
        Assert.Contains(Addressee.Person("officer"), late.Select(notice => notice.To));
        var undecided = Of<TransferDeadlineLapsed>(CrimeTransferTale.Reported().After(9).ClockRuns());
        Assert.Equal(
            [Addressee.Holding(Roles.Leader)],
            undecided.Where(notice => notice.Detail == CrimeTransferDeadlines.Decision).Select(notice => notice.To));
    }

    [Fact]
    public void A_late_order_is_told_to_who_answers_for_it_and_to_the_head_of_the_section()
    {
        var order = Ordered();
        var overdue = Rectification.Concept.Notices(order, new RectificationFellOverdue(order.DueOn, order.DueOn), order).ToList();
        Assert.Equal(
            [Addressee.Person(order.Responsible), Addressee.Holding(Roles.SectionHead, order.Order.Section)],
            overdue.Select(notice => notice.To));
        Assert.All(overdue, notice => Assert.Equal((NotificationKind.Late, RectificationDeadlines.Due), (notice.Kind, notice.Detail)));
    }

    [Fact]
    public void A_returned_proposal_is_told_to_who_proposed_it_and_one_taken_back_to_nobody()
    {
        var proposed = CaseTale.Of().Case with
        {
            Approvals =
            [
                new(1, ApprovalStep.Filing, "x", "{}", new BilingualText("立案", "File"), "second", Some.TenOClock(Some.Today)),
            ],
        };
        Assert.Equal(
            [(NotificationKind.Returned, "second", "FILING")],
            Case.Concept.Notices(proposed, Returned(isTakenBack: false), proposed).Select(one => (one.Kind, one.To.User!, one.Detail!)));
        Assert.Empty(Case.Concept.Notices(proposed, Returned(isTakenBack: true), proposed));

        static CaseStepReturned Returned(bool isTakenBack) =>
            new(1, "leader", Some.TenOClock(Some.Today), "证据不足", isTakenBack, new BilingualText("立案", "File"));
    }

    [Fact]
    public void Review_is_told_to_the_legal_section_when_a_case_comes_there_and_not_again()
    {
        var (before, after) = (CaseTale.Filed().Case, CaseTale.Filed().Case with { Stage = CaseStage.LegalReview });
        var happened = new CaseTitleCorrected("a", "b", Some.Grounds);
        Assert.Equal([Addressee.Holding(Roles.Legal)], Case.Concept.Notices(before, happened, after).Select(notice => notice.To));
        Assert.Empty(Case.Concept.Notices(after, happened, after));
    }

    [Theory]
    [InlineData(CaseDeadlines.LegalReview)]
    [InlineData(CaseDeadlines.HearingChair)]
    [InlineData(CaseDeadlines.HearingReport)]
    [InlineData(CaseDeadlines.Publication)]
    public void The_legal_section_and_its_head_are_told_of_the_terms_that_they_owe(string term)
    {
        var filed = CaseTale.Filed().Case;
        var due = Some.TenOClock(Some.Today);
        var lapse = new CaseLapse(term, due, "x", "A", "officer");
        var legal = Addressee.Holding(Roles.Legal) with { WithHeads = true };
        Assert.Equal(
            [.. filed.Holders.Select(Addressee.Person), legal],
            Case.Concept.Notices(filed, new CaseDeadlineNear(term, 0, due), filed).Select(notice => notice.To));
        Assert.Contains(
            new Notice(NotificationKind.Late, legal, term), Case.Concept.Notices(filed, new CaseDeadlineLapsed(0, lapse), filed));
    }

    [Fact]
    public void Who_presides_is_told_of_the_terms_of_the_hearing_and_the_legal_section_of_no_others()
    {
        var heard = CaseTale.Filed().Case with { Rights = CaseTale.Notified().Case.Rights! with { Chair = "chair" } };
        var due = Some.TenOClock(Some.Today);
        Assert.Contains(Addressee.Person("chair"), Warned(CaseDeadlines.HearingDate));
        Assert.DoesNotContain(Addressee.Person("chair"), Warned(CaseDeadlines.LegalReview));
        Assert.Equal(heard.Holders.Select(Addressee.Person), Warned(CaseDeadlines.Seizure));

        IEnumerable<Addressee> Warned(string term) =>
            Case.Concept.Notices(heard, new CaseDeadlineNear(term, 0, due), heard).Select(notice => notice.To);
    }

    [Fact]
    public void The_legal_section_is_told_of_what_answers_a_decision_of_the_police_not_to_file()
    {
        var declined = CrimeTransferTale.Declined().After(9).ClockRuns();
        Assert.Contains(
            (NotificationKind.Late, Addressee.Holding(Roles.Legal) with { WithHeads = true }),
            Of<TransferDeadlineLapsed>(declined).Select(notice => (notice.Kind, notice.To)));
    }

    [Fact]
    public void A_lead_waits_for_the_head_of_its_section_and_for_the_head_of_the_bureau_while_it_has_none()
    {
        var lead = CaseTale.Of().Case;
        Assert.Equal([Addressee.Holding(Roles.SectionHead, "A")], WaitsFor(lead with { Section = "A" }));
        Assert.Equal([Addressee.Holding(Roles.Leader)], WaitsFor(lead with { Section = null }));

        static IEnumerable<Addressee> WaitsFor(CaseState lead) =>
            Case.Concept.Notices(null, new LeadRecorded(lead.Number, lead.Lead, lead.Section, "officer"), lead).Select(one => one.To);
    }

    [Fact]
    public void A_planned_day_that_passed_is_told_to_who_was_to_go()
    {
        var lapsed = new InspectionDeadlineLapsed(Some.Today, "A", "second");
        Assert.Equal(
            [Addressee.Person("second"), Addressee.Holding(Roles.SectionHead, "A")],
            Inspection.Concept.Notices(null, lapsed, null!).Select(notice => notice.To));
    }

    private static IEnumerable<Notice> Told(Row row) => ((INotifies)row).Notices;

    private static ApprovalRow Waiting(ApprovalStep step) => ApprovalRow.Of(
        "case/X", "X", "A", "某案", (1, step, new BilingualText("立案", "File"), "officer", Some.TenOClock(Some.Today)));

    private static IEnumerable<Notice> Of<TEvent>(CrimeTransferTale tale) where TEvent : CrimeTransferEvent
    {
        CrimeTransferState? state = null;
        foreach (var happened in tale.Journal)
        {
            var before = state;
            state = CrimeTransfer.Apply(state, happened);
            foreach (var notice in happened is TEvent ? CrimeTransfer.Concept.Notices(before, happened, state) : [])
            {
                yield return notice;
            }
        }
    }
}
