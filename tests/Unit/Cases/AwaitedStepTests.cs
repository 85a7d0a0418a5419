using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>What a case waits for is the step that its law takes next, and what lists show of it.</summary>
public sealed class AwaitedStepTests
{
    [Fact]
    public void A_case_waits_for_one_step_after_the_other_from_its_lead_to_its_end()
    {
        var tale = CaseTale.Of();
        Waits(AwaitedStep.FilingDecision, tale, CaseDeadlines.Filing);
        tale.Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        Waits(AwaitedStep.Investigation, tale, CaseDeadlines.Decision);
        tale.Do(new ProposePenalty(new(200_000_00), default, default, [], Some.Grounds));
        Waits(AwaitedStep.RightsNotice, tale, CaseDeadlines.Decision);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds));
        Waits(AwaitedStep.PartyAnswer, tale, CaseDeadlines.Statement);
        tale.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(AwaitedStep.Hearing, tale.Case.Awaits);
        tale.Do(new AnnounceHearing(tale.Today.AddDays(20), null), CaseTale.Legal).After(20);
        tale.Do(new RecordHearing(tale.Today, "chair", null), CaseTale.Legal);
        Waits(AwaitedStep.Hearing, tale, CaseDeadlines.HearingReport);
        tale.Do(new RecordHearingReport("听报1", tale.Today), CaseTale.Legal);
        Waits(AwaitedStep.LegalReview, tale, CaseDeadlines.LegalReview);
        tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Waits(AwaitedStep.PenaltyDecision, tale, CaseDeadlines.Decision);
        tale.Deliberated();
        tale.Do(CaseTale.Decision(200_000_00), CaseTale.Head);
        Waits(AwaitedStep.Service, tale, CaseDeadlines.Service);
        tale.Do(new ServeDecision(tale.Today, null));
        Waits(AwaitedStep.Execution, tale, CaseDeadlines.Payment);
        tale.Do(new ExecutePenalty(new(200_000_00), tale.Today, null));
        Waits(AwaitedStep.Closing, tale, CaseDeadlines.Closing);
        tale.Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head);
        Assert.Equal((null, null), (tale.Case.Awaits, tale.Case.AwaitedBy));
    }

    [Fact]
    public void A_file_that_the_review_sends_back_waits_for_the_investigators_again() =>
        Assert.Equal(AwaitedStep.Investigation, CaseTale.Proposed().Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal).Case.Awaits);

    [Theory]
    [InlineData(PartyAnswer.Waived, AwaitedStep.PenaltyDecision)]
    [InlineData(PartyAnswer.Statement, AwaitedStep.PartyAnswer)]
    public void The_decision_is_waited_for_once_the_party_has_waived_or_its_time_is_over(PartyAnswer answer, AwaitedStep awaited)
    {
        var tale = CaseTale.Notified().Do(new RecordPartyAnswer(answer, null));
        Assert.Equal(awaited, tale.Case.Awaits);
        // The law decides when lists say that the decision is waited for, and not before.
        Assert.Equal(awaited is AwaitedStep.PartyAnswer, tale.Refused(CaseTale.Decision(20_000_00), CaseTale.Head) is StatementPeriodRuns);
        Assert.Equal(AwaitedStep.PenaltyDecision, tale.After(30).ClockRuns().Case.Awaits);
        Assert.Null(tale.Refused(CaseTale.Decision(20_000_00), CaseTale.Head));
    }

    [Fact]
    public void A_duty_to_transfer_stands_before_the_decision_and_before_the_closing()
    {
        var heard = CaseTale.Notified(found: CaseTale.Figures(sales: 50_000_00)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Waits(AwaitedStep.CrimeTransfer, heard, CaseDeadlines.TransferOpening);
        var paid = CaseTale.Served();
        paid.Do(new ExecutePenalty(new(20_000_00), paid.Today, null)).Do(CaseTale.Figures(sales: 50_000_00));
        Assert.Equal(AwaitedStep.CrimeTransfer, paid.Case.Awaits);
        heard.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal((CaseStage.Transferred, AwaitedStep.Judgment), (heard.Case.Stage, heard.Case.Awaits));
    }

    [Fact]
    public void A_term_that_has_lapsed_stays_the_step_s_term()
    {
        var late = CaseTale.Proposed().After(60).ClockRuns();
        Assert.True(late.Case.IsOverdue);
        Waits(AwaitedStep.LegalReview, late, CaseDeadlines.LegalReview);
        Assert.True(late.Case.AwaitedBy < late.Now);
    }

    [Fact]
    public void A_row_is_dated_by_the_nearest_term_that_its_officers_keep_in_mind()
    {
        var seized = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.RegisteredPreservation, "涂料", ["officer", "second"], Some.Grounds));
        Nearest(CaseDeadlines.Preservation, seized);
        Assert.True(seized.Clock(CaseDeadlines.Preservation, 1).DueAt < seized.Case.AwaitedBy);

        // The review is the legal section's term, and not theirs.
        var proposed = CaseTale.Proposed();
        Assert.True(proposed.Clock(CaseDeadlines.LegalReview).DueAt < proposed.Clock(CaseDeadlines.Decision).DueAt);
        Nearest(CaseDeadlines.Decision, proposed);

        static void Nearest(string term, CaseTale of)
        {
            var rows = Case.Concept.RowsOf("case/x", of.Case, 1);
            var row = Assert.Single(rows.OfType<CaseRow>());
            var due = of.Case.Clocks.Single(clock => clock.Kind == term).DueAt!.Value;
            Assert.Equal((term, due.ToUnixTimeMilliseconds()), (row.NearestTerm, row.NearestBy));
        }
    }

    [Fact]
    public void Open_work_is_dated_by_whatever_is_owed_in_it_first_and_says_what_that_is()
    {
        var rows = Case.Concept.RowsOf("case/x", CaseTale.Proposed().Case, 1).OfType<OpenWorkRow>().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(CaseDeadlines.LegalReview, row.DueKind));
    }

    [Fact]
    public void A_hearing_whose_day_is_set_is_awaited_by_that_day()
    {
        var requested = CaseTale.Notified(200_000_00);
        requested.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, null));
        Assert.Equal(CaseDeadlines.HearingChair, requested.Case.AwaitedTerm!.Kind);
        var day = requested.Today.PlusDays(20);
        var set = requested.Case with { Clocks = [], Rights = requested.Case.Rights! with { HearingOn = day } };
        Assert.Equal(new OwedTerm(null, ShanghaiTime.EndOf(day)), set.AwaitedTerm);
        Assert.Null((set with { Rights = set.Rights! with { HeldOn = day } }).AwaitedTerm);
    }

    private static void Waits(AwaitedStep step, CaseTale tale, string clock)
    {
        Assert.Equal((step, tale.Clock(clock).DueAt), (tale.Case.Awaits, tale.Case.AwaitedBy));
        var row = Assert.Single(Case.Concept.RowsOf("case/x", tale.Case, 1).OfType<CaseRow>());
        Assert.Equal((WireName.Of(step), tale.Case.AwaitedBy!.Value.ToUnixTimeMilliseconds()), (row.Awaits, row.AwaitedBy));
    }
}
