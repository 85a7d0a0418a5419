using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Whose case it is, and what is awaited of others (程序规定 第十三条至第十六条、第七十七条).</summary>
public sealed class CaseCompetenceTests
{
    private static readonly RecordCompetence Ours = new(CompetenceBy.Designation, Some.Grounds);
    private static readonly ReferCompetence Referral = new("市人民政府", "请1");

    /// <summary>Passed on on 2 March, declined on the 12th: ninety days from the filing, and those away do not count.</summary>
    [Fact]
    public void A_case_that_is_declined_goes_on_here_and_its_days_away_do_not_count()
    {
        var back = CaseTale.CameBack();
        Assert.Equal((CaseStage.Investigation, null, null), (back.Case.Stage, back.Case.End, back.Case.PassedOnTo));
        Assert.Equal(new DateOnly(2026, 6, 9), back.LastDay(CaseDeadlines.Decision)); // 31 May, and the nine days from 3 to 11 March
        Assert.Equal(new DateOnly(2026, 3, 23), back.LastDay(CaseDeadlines.Competence)); // seven working days
        Assert.Equal(AwaitedStep.Investigation, back.Case.Awaits);
        Assert.Null(back.Refused(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds)));
    }

    [Fact]
    public void A_lead_that_is_declined_is_decided_on_here()
    {
        var lead = CaseTale.Of().Do(new PassOnCase("AGRICULTURE", Some.Grounds), CaseTale.Head).After(10);
        lead.Do(new RecordPassOnDeclined(lead.Today, "农退1", "不属于本机关管辖"));
        Assert.Equal((CaseStage.Lead, AwaitedStep.FilingDecision), (lead.Case.Stage, lead.Case.Awaits));
        Assert.Equal(CaseTale.Of(on: lead.Today).LastDay(CaseDeadlines.Filing), lead.LastDay(CaseDeadlines.Filing));
    }

    /// <summary>A hearing was asked for and never held: its pause ends with the passing on, or the term would stand for good.</summary>
    [Fact]
    public void A_hearing_that_was_asked_for_does_not_hold_the_term_of_a_case_that_came_back()
    {
        var asked = CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        var passed = asked.Do(new PassOnCase("AGRICULTURE", Some.Grounds), CaseTale.Head).After(10);
        var back = passed.Do(new RecordPassOnDeclined(passed.Today, "农退1", "不属于本机关管辖"));
        Assert.DoesNotContain(back.Case.Pauses, pause => pause.Pause.EndedAt is null);
        Assert.Equal(CaseTale.CameBack().LastDay(CaseDeadlines.Decision), back.LastDay(CaseDeadlines.Decision));
    }

    [Fact]
    public void It_is_not_declined_before_it_was_passed_on_nor_where_it_was_not()
    {
        var passed = CaseTale.Filed().Do(new PassOnCase("AGRICULTURE", Some.Grounds), CaseTale.Head).After(10);
        RecordPassOnDeclined On(int days) => new(Some.Today.AddDays(days), "农退1", "不属于本机关管辖");
        Assert.Equal("receivedOn", Assert.IsType<InvalidInput>(passed.Refused(On(-1))).Field);
        Assert.Null(passed.Refused(On(0)));
        Assert.Null(passed.Refused(On(10)));
        Assert.Equal("receivedOn", Assert.IsType<InvalidInput>(passed.Refused(On(11))).Field);
        Assert.Equal(new CaseNotInStage(CaseStage.Investigation), CaseTale.Filed().Refused(On(0)));
    }

    [Fact]
    public void Nobody_passes_it_on_a_second_time_but_the_superior_designates()
    {
        var back = CaseTale.CameBack();
        Assert.Equal(new PassedOnBefore(), back.Refused(new PassOnCase("HEALTH", Some.Grounds), CaseTale.Head));
        back.Do(new ReferCompetence("市人民政府", "请1"), CaseTale.Legal);
        Assert.Null(back.Case.Clocks.Find(CaseDeadlines.Competence));
        Assert.Equal(new DateOnly(2026, 3, 23), back.LastDay(CaseDeadlines.Designation));

        // The superior's time is over: no fault of the bureau's, and what it designates later counts.
        back.After(15).ClockRuns();
        Assert.DoesNotContain(back.Case.Lapses, lapse => lapse.Kind is CaseDeadlines.Designation or CaseDeadlines.Competence);
        back.Do(Ours with { Agency = "HEALTH" }, CaseTale.Legal);
        Assert.Equal((CaseStage.PassedOn, "HEALTH"), (back.Case.Stage, back.Case.PassedOnTo));
    }

    [Fact]
    public void What_is_designated_to_the_bureau_stays_and_a_dispute_that_is_not_settled_lapses_once()
    {
        var back = CaseTale.CameBack().Do(Ours, CaseTale.Legal);
        Assert.Equal(CompetenceBy.Designation, back.Case.Competence!.SettledBy);
        Assert.Equal(CaseStage.Investigation, back.Case.Stage);
        Assert.DoesNotContain(back.Case.Clocks, clock => clock.Kind is CaseDeadlines.Competence or CaseDeadlines.Designation);
        Assert.Single(CaseTale.CameBack().After(20).ClockRuns().Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Competence);
    }

    /// <summary>What another authority passed on to the bureau is never passed on by it; the superior is asked.</summary>
    [Fact]
    public void What_came_from_another_authority_is_referred_too_and_nothing_else_is()
    {
        var lead = CaseTale.Of();
        Assert.Equal(new CompetenceNotDisputed(), lead.Refused(Ours, CaseTale.Legal));
        Assert.Equal(new CompetenceNotDisputed(), lead.Refused(new ReferCompetence("市人民政府", "请1"), CaseTale.Legal));
        var from = new CorrectCaseLead(
            lead.Case.Lead.Violation, LeadSource.OtherAgency, lead.Today, "农业局移送", null, null, ["COATINGS"], [], null, false, Some.Grounds);
        lead.Do(from, CaseTale.Head);
        Assert.Equal(new PassedOnBefore(), lead.Refused(new PassOnCase("HEALTH", Some.Grounds), CaseTale.Head));
        Assert.Equal(new CompetenceNotReferred(), lead.Refused(Ours with { Agency = "HEALTH" }, CaseTale.Legal));
        lead.Do(Referral, CaseTale.Legal);
        Assert.Equal(CaseStage.PassedOn, lead.Do(Ours with { Agency = "HEALTH" }, CaseTale.Legal).Case.Stage);
    }

    [Fact]
    public void What_is_not_done_here_yet_or_must_go_to_the_police_is_not_designated_away()
    {
        var held = CaseTale.CameBack().Do(Referral, CaseTale.Legal)
            .Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        Assert.IsType<CaseHasOpenTasks>(held.Refused(Ours with { Agency = "HEALTH" }, CaseTale.Legal));
        Assert.Null(held.Refused(Ours, CaseTale.Legal));
        var crime = CaseTale.CameBack().Do(Referral, CaseTale.Legal).Do(CaseTale.Figures(sales: 50_000_00));
        Assert.IsType<CrimeTransferRequired>(crime.Refused(Ours with { Agency = "HEALTH" }, CaseTale.Legal));
    }

    /// <summary>Nobody designates unasked, a second designation is asked for anew, and no third authority agrees to have it.</summary>
    [Fact]
    public void Another_authority_has_it_only_by_a_designation_that_was_asked_for_or_where_it_declined_it()
    {
        var agreed = Ours with { By = CompetenceBy.Agreement };
        var back = CaseTale.CameBack();
        Assert.Equal(new CompetenceNotReferred(), back.Refused(Ours with { Agency = "AGRICULTURE" }, CaseTale.Legal));
        Assert.Equal("agency", Assert.IsType<InvalidInput>(back.Refused(agreed with { Agency = "HEALTH" }, CaseTale.Leader)).Field);
        Assert.Null(back.Refused(agreed with { Agency = "AGRICULTURE" }, CaseTale.Leader));

        back.Do(Referral, CaseTale.Legal).Do(Ours, CaseTale.Legal);
        Assert.Equal(new CompetenceNotReferred(), back.Refused(Ours with { Agency = "AGRICULTURE" }, CaseTale.Legal));
    }

    [Fact]
    public void Nothing_is_decided_while_it_is_not_settled_whose_case_it_is()
    {
        var back = Reviewed(CaseTale.CameBack());
        Assert.Equal(new CompetenceUnsettled(null), back.Refused(CaseTale.Decision(20_000_00), CaseTale.Leader));
        back.Do(Referral, CaseTale.Legal);
        Assert.Equal(new CompetenceUnsettled("市人民政府"), back.Refused(CaseTale.Decision(20_000_00), CaseTale.Leader));
        back.Do(Ours, CaseTale.Legal);
        Assert.Null(back.Refused(CaseTale.Decision(20_000_00), CaseTale.Leader));

        var none = CaseTale.CameBack().Do(new ProposeNoPenalty(NoPenaltyGround.NotProven, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        var decision = new DecideNoPenalty(NoPenaltyGround.NotProven, Some.Grounds);
        Assert.Equal(new CompetenceUnsettled(null), none.Refused(decision, CaseTale.Leader));
        Assert.Null(none.Do(Ours with { By = CompetenceBy.Agreement }, CaseTale.Legal).Refused(decision, CaseTale.Leader));
    }

    /// <summary>As the version before let it happen: the clock of the dispute stands overdue until somebody settles it.</summary>
    [Fact]
    public void What_was_decided_before_it_was_settled_is_settled_afterwards()
    {
        var decided = Reviewed(CaseTale.CameBack());
        decided.Happened(new PenaltyDecided(
            decided.Now,
            new PenaltyDecision(decided.Today, "leader", new Penalty(20_000_00, 0, 0, []), "裁量", false, null, null),
            Some.Grounds));
        Assert.IsType<CaseNotInStage>(decided.Refused(Ours with { Agency = "HEALTH" }, CaseTale.Legal));
        decided.Do(Ours with { By = CompetenceBy.Agreement }, CaseTale.Legal);
        Assert.Null(decided.Case.Clocks.Find(CaseDeadlines.Competence));
        Assert.Equal(CaseStage.Decided, decided.Case.Stage);
    }

    [Fact]
    public void Whose_case_it_is_need_not_be_settled_while_the_police_have_it()
    {
        var tale = CaseTale.CameBack().Do(CaseTale.Figures(sales: 50_000_00))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(30).ClockRuns();
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Competence);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned)).After(20).ClockRuns();
        Assert.Single(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Competence);
    }

    /// <summary>The days with the police do not count, whatever transfer comes after theirs.</summary>
    [Fact]
    public void A_new_duty_to_transfer_takes_no_days_with_the_police_back()
    {
        var tale = CaseTale.CameBack().Do(CaseTale.Figures(sales: 50_000_00))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        tale.After(30).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned)).Do(CaseTale.Figures(sales: 500_000_00));
        Assert.Null(tale.Case.Duty!.Transfer);
        tale.ClockRuns();
        Assert.DoesNotContain(tale.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.Competence);
        Assert.True(tale.Clock(CaseDeadlines.Competence).DueAt > tale.Now);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_term_that_was_extended_is_so_still_when_the_case_comes_back(bool wasKept)
    {
        var extended = CaseTale.Filed();
        if (wasKept)
        {
            extended.Do(new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds), CaseTale.Leader);
        }

        extended.Do(new PassOnCase("AGRICULTURE", Some.Grounds), CaseTale.Head).After(10);
        extended.Do(new RecordPassOnDeclined(extended.Today, "农退1", "不属于本机关管辖"));
        Assert.Equal(
            CaseTale.CameBack().LastDay(CaseDeadlines.Decision).AddDays(wasKept ? 30 : 0), extended.LastDay(CaseDeadlines.Decision));
    }

    private static CaseTale Reviewed(CaseTale tale)
    {
        tale.Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        return tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
    }

    /// <summary>What the police have filed is asked for once a year, and shows as awaited until it is judged or comes back.</summary>
    [Fact]
    public void A_transferred_case_is_asked_for_once_a_year()
    {
        var tale = Transferred();
        Assert.Equal((AwaitedStep.Judgment, new DateOnly(2027, 3, 2)), (tale.Case.Awaits, tale.LastDay(CaseDeadlines.JudgmentInquiry)));
        tale.On(new DateOnly(2027, 3, 2)).ClockRuns();
        Assert.Empty(tale.Case.Lapses);
        tale.After(1).ClockRuns();
        Assert.Equal(CaseDeadlines.JudgmentInquiry, Assert.Single(tale.Case.Lapses).Kind);
        tale.Do(new RecordTransferInquiry(tale.Today, "审查起诉中"));
        Assert.False(tale.Case.IsOverdue);
        Assert.Equal(new DateOnly(2028, 3, 3), tale.LastDay(CaseDeadlines.JudgmentInquiry));
    }

    [Theory]
    [InlineData(TransferStep.Judged)]
    [InlineData(TransferStep.Returned)]
    [InlineData(TransferStep.NotProsecuted)]
    public void What_is_answered_is_not_asked_for_any_more(TransferStep step)
    {
        var tale = Transferred().Do(new NoteCrimeTransfer(CaseTale.Transfer, step));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.JudgmentInquiry));
        Assert.IsType<CaseNotInStage>(tale.Refused(new RecordTransferInquiry(tale.Today, "审查起诉中")));
    }

    private static CaseTale Transferred() => CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00))
        .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
        .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
}
