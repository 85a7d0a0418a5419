using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>From the proposal to the decision: notice, hearing, review, what the heads concluded together, and the way back.</summary>
public sealed class CaseReviewTests
{
    private const long Large = 200_000_00;
    private const long Small = 20_000_00;

    [Fact]
    public void What_is_heard_is_reviewed_after_the_hearing_and_its_report()
    {
        var tale = CaseTale.Notified(Large).HearingComes();
        tale.Do(new RecordHearing(tale.Today, "chair", null), CaseTale.Legal);
        Assert.Equal(CaseStage.Hearing, tale.Case.Stage);
        Assert.IsType<HearingReportMissing>(tale.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));
        tale.After(1).Do(new RecordHearingReport("听报1", tale.Today), CaseTale.Legal);
        Assert.Equal((CaseStage.LegalReview, "听报1"), (tale.Case.Stage, tale.Case.Rights!.Report));
        Assert.Equal(ShanghaiTime.StartOf(tale.Today), tale.Clock(CaseDeadlines.LegalReview).Clock.StartedAt);
        tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.Equal(
            (CaseStage.LegalReview, "legal", AwaitedStep.PenaltyDecision), (tale.Case.Stage, tale.Case.ReviewedBy, tale.Case.Awaits));
    }

    [Fact]
    public void Who_may_ask_for_a_hearing_and_does_not_has_the_review_when_its_time_is_over()
    {
        var silent = CaseTale.Notified(Large).After(30).ClockRuns();
        Assert.Equal((CaseStage.LegalReview, AwaitedStep.LegalReview), (silent.Case.Stage, silent.Case.Awaits));
        var waived = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.Equal(AwaitedStep.LegalReview, waived.Case.Awaits);
        Assert.Equal(
            CaseStage.Decided,
            waived.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated()
                .Do(CaseTale.Decision(Large), CaseTale.Head).Case.Stage);
    }

    [Fact]
    public void A_party_that_stated_its_case_did_not_keep_silent()
    {
        var stated = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.Statement, null)).After(30).ClockRuns();
        Assert.True(Assert.Single(stated.Journal.OfType<PartyKeptSilent>()).StatedItsCase);
        Assert.Null(Assert.Single(CaseTale.Notified(Large).After(30).ClockRuns().Journal.OfType<PartyKeptSilent>()).StatedItsCase);
        Assert.Equal(CaseStage.LegalReview, stated.Case.Stage);
    }

    [Fact]
    public void A_case_that_was_reviewed_before_its_hearing_in_the_order_of_before_is_still_decided()
    {
        var tale = CaseTale.ReviewedBeforeHearing();
        Assert.Equal(AwaitedStep.RightsNotice, tale.Case.Awaits);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Heard();
        Assert.Equal((CaseStage.Hearing, "legal", AwaitedStep.PenaltyDecision), (tale.Case.Stage, tale.Case.ReviewedBy, tale.Case.Awaits));
        Assert.IsType<CollectiveDecisionRequired>(tale.Refused(CaseTale.Decision(Large), CaseTale.Head));
        Assert.Equal(CaseStage.Decided, tale.Deliberated().Do(CaseTale.Decision(Large), CaseTale.Head).Case.Stage);

        // Where nobody asks for one, too.
        var waived = CaseTale.ReviewedBeforeHearing();
        waived.Do(new NotifyRights(waived.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Deliberated();
        Assert.Equal(CaseStage.Decided, waived.Do(CaseTale.Decision(Large), CaseTale.Head).Case.Stage);
    }

    /// <summary>What is stored from before is folded to what was stored then: nothing of what is kept now stands in it.</summary>
    [Fact]
    public void Events_of_before_fold_to_the_states_of_before()
    {
        var tale = CaseTale.ReviewedBeforeHearing();
        var day = tale.Today.AddDays(20);
        tale.Happened(new RightsNotified(tale.Today, tale.Now.AddDays(9), Some.Grounds))
            .Happened(new PartyAnswered(PartyAnswer.HearingRequested, null, null))
            .Happened(new HearingAnnounced(day, null))
            .Happened(new HearingRecorded(day, "legal", "听报1", null));
        Assert.Equal((CaseStage.Hearing, null), (tale.Case.Stage, tale.Case.LastStepOn));
        Assert.Equal(
            new NoticeOfRights(tale.Today, PartyAnswer.HearingRequested, day, day, "legal", tale.Now.AddDays(9)),
            tale.Case.Rights);
        Assert.Equal([CaseDeadlines.Decision], tale.Case.Clocks.Select(clock => clock.Kind).Where(kind => kind != CaseDeadlines.Statement));
        Assert.Empty(Case.Check(tale.Case));
    }

    [Fact]
    public void Whoever_reviews_sends_the_case_back_at_any_time_before_the_decision()
    {
        foreach (var tale in new[]
        {
            CaseTale.Proposed(Small), CaseTale.Reviewed(Small), CaseTale.Notified(Small),
            CaseTale.Proposed(Large), CaseTale.Notified(Large),
            CaseTale.Notified(Large).HearingComes(), CaseTale.Notified(Large).Heard(), CaseTale.ReviewedBeforeHearing(),
            CaseTale.Notified(Large).Heard().Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated(),
        })
        {
            var wasTold = tale.Case.Rights is not null;
            tale.Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal);
            Assert.Equal((CaseStage.Investigation, AwaitedStep.Investigation), (tale.Case.Stage, tale.Case.Awaits));
            Assert.Equal((null, null, null, null), (tale.Case.Proposal, tale.Case.ReviewedBy, tale.Case.Rights, tale.Case.Deliberation));
            Assert.Equal([CaseDeadlines.Decision], tale.Case.Clocks.Select(clock => clock.Kind));
            Assert.NotNull(tale.Clock(CaseDeadlines.Decision).DueAt); // no hearing pauses it any more
            Assert.Equal(wasTold, !tale.Case.EarlierNotices.IsEmpty);
        }

        Assert.IsType<CaseNotInStage>(CaseTale.Decided().Refused(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal));
        Assert.IsType<CaseNotInStage>(CaseTale.Filed().Refused(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal));
    }

    [Fact]
    public void A_decision_that_waits_for_the_head_lapses_when_the_case_goes_back()
    {
        var waiting = CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Propose(CaseTale.Decision(Small), CaseTale.Head);
        Assert.True(Assert.Single(waiting.Case.Approvals, one => one.IsPending).IsPending);
        waiting.Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal);
        Assert.DoesNotContain(waiting.Case.Approvals, one => one.IsPending);
    }

    [Fact]
    public void The_head_who_decided_that_a_case_rests_decides_that_it_goes_on()
    {
        var resting = CaseTale.Filed().Do(new PauseCase(PauseReason.Stay, "中止1号", null)).Do(new PauseCase(PauseReason.PublicNotice, "公告1号", null));

        var asked = resting.After(5).Propose(new EndCasePause(1, resting.Today), CaseTale.Officer);
        var request = Assert.Single(asked.Case.Approvals, one => one.IsPending);
        Assert.Equal((ApprovalStep.Stay, null), (request.Step, asked.Case.Pauses[0].Pause.EndedAt));

        // Another pause ends when its reason does.
        asked.Propose(new EndCasePause(2, asked.Today), CaseTale.Officer);
        Assert.Single(asked.Case.Approvals, one => one.IsPending);
        Assert.NotNull(asked.Case.Pauses[1].Pause.EndedAt);

        var named = asked.Today;
        var ended = asked.After(2).Do(new ApproveCaseStep(request.Number, null), CaseTale.Leader);
        Assert.Equal(named, ShanghaiTime.DayOf(ended.Case.Pauses[0].Pause.EndedAt!.Value)); // and not the day of the approval
    }

    [Fact]
    public void What_the_police_file_owes_no_hearing_and_what_they_return_begins_anew()
    {
        var asked = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Null(asked.Case.Clocks.Find(CaseDeadlines.HearingChair));
        Assert.Null(asked.Clock(CaseDeadlines.Decision).DueAt); // the stay alone pauses it
        Assert.Equal(PauseReason.Stay, Assert.Single(asked.Case.Pauses, pause => pause.Pause.EndedAt is null).Pause.Reason);
        Assert.NotNull(asked.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned)).Clock(CaseDeadlines.Decision).DueAt);

        var deliberated = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated()
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal((CaseStage.Investigation, null), (deliberated.Case.Stage, deliberated.Case.Deliberation));
    }

    [Fact]
    public void A_heavier_penalty_is_told_anew_and_not_for_the_defence()
    {
        // 行政处罚法 第四十五条第二款.
        var defended = CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Statement, null))
            .Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal);
        var heavier = new ProposePenalty(new(Small + 1), default, default, [], Some.Grounds);
        Assert.IsType<HeavierAfterDefence>(defended.Refused(heavier));
        Assert.Null(defended.Refused(heavier with { Fine = new(Small) }));
        defended.Do(heavier with { NewFacts = "又查明一批次不合格" }).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.IsType<RightsNotNotified>(defended.Refused(CaseTale.Decision(Small), CaseTale.Head));
        defended.Do(new NotifyRights(defended.Today, Some.Grounds));
        Assert.Equal(2, defended.Journal.OfType<RightsNotified>().Count());
        Assert.Equal(
            CaseStage.Decided,
            defended.Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Do(CaseTale.Decision(Small + 1), CaseTale.Head).Case.Stage);

        // Who kept silent did not defend itself.
        Assert.Null(CaseTale.Notified(Small).Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal).Refused(heavier));
    }

    /// <summary>行政处罚法 第四十五条、第六十三条: no more in all, but more of a fine, and beyond what the notice offered a hearing for.</summary>
    [Fact]
    public void Gains_that_were_told_do_not_become_a_fine_without_a_new_notice_and_its_hearing()
    {
        var told = CaseTale.Filed().Do(CaseTale.Figures(gains: 40_000_00))
            .Do(new ProposePenalty(new(80_000_00), new(40_000_00), default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        told.Do(new NotifyRights(told.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Statement, null)).After(10).Deliberated();
        Assert.Equal(
            new PenaltyAggravated(120_000m, 120_000m, PenaltyPart.Fine), told.Refused(CaseTale.Decision(120_000_00), CaseTale.Head));

        // Told anew, it is heavier than what the party defended itself against, and is offered its hearing.
        told.Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal);
        var anew = new ProposePenalty(new(120_000_00), default, default, [], Some.Grounds);
        Assert.IsType<HeavierAfterDefence>(told.Refused(anew));
        Assert.Equal(CaseStage.Hearing, told.Do(anew with { NewFacts = "又查明一批次不合格" }).Case.Stage);
    }

    [Theory]
    [InlineData(PenaltyKind.LicenceSuspension, PenaltyKind.LicenceRevocation, false)]
    [InlineData(PenaltyKind.Downgrade, PenaltyKind.LicenceRevocation, false)]
    [InlineData(PenaltyKind.OrderToStop, PenaltyKind.Closure, false)]
    [InlineData(PenaltyKind.LicenceRevocation, PenaltyKind.LicenceSuspension, true)]
    [InlineData(PenaltyKind.Closure, PenaltyKind.OrderToStop, true)]
    [InlineData(PenaltyKind.LicenceSuspension, PenaltyKind.Closure, true)]
    [InlineData(PenaltyKind.Warning, PenaltyKind.Closure, true)]
    public void Of_one_line_of_penalties_the_lesser_is_in_the_graver(PenaltyKind decided, PenaltyKind told, bool isHeavier)
    {
        var days = decided is PenaltyKind.LicenceSuspension ? 30 : (int?)null;
        Assert.Equal(
            isHeavier ? PenaltyPart.Others : null,
            new Penalty(0, 0, 0, [decided]) { SuspensionDays = days }.HeavierThan(new Penalty(0, 0, 0, [told])));
    }

    /// <summary>听证办法 第五条第二款: by the province's figures; what was offered by those of the day stays offered or not.</summary>
    [Fact]
    public void A_decision_for_which_a_hearing_is_to_be_offered_by_its_day_goes_back_where_the_notice_offered_none()
    {
        var told = CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Deliberated();
        Assert.Null(told.Refused(CaseTale.Decision(Small), CaseTale.Head));
        told.HearingFrom = new HearingFigures(null, Small);
        Assert.IsType<HearingNotOffered>(told.Refused(CaseTale.Decision(Small), CaseTale.Head));
        told.Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal)
            .Do(new ProposePenalty(new(Small), default, default, [], Some.Grounds));
        Assert.Equal((CaseStage.Hearing, true), (told.Case.Stage, told.Case.Proposal!.OffersHearing));

        // A figure of the province above that of the measures takes the offer away, and one of the other kind says nothing.
        Assert.False(new Penalty(Large, 0, 0, []).OffersHearing([told.Case.Lead.Party], Some.Today, new HearingFigures(1_00, Large + 1)));
        Assert.True(new Penalty(Large, 0, 0, []).OffersHearing([told.Case.Lead.Party], Some.Today, new HearingFigures(Large + 1, null)));
    }

    /// <summary>行政处罚法 第四十四条、第五十八条: the review and the notice rest on what was found.</summary>
    [Fact]
    public void Amounts_goods_and_tests_that_change_after_the_proposal_send_the_case_back()
    {
        var line = new GoodsLineReport("涂料", 10, "桶", new(100_00), ValuationBasis.MarkedPrice);
        CaseCommand[] other =
        [
            CaseTale.Figures(goods: 1_400_00),
            CaseTale.Figures(goods: 900_00), // less is told anew too
            CaseTale.Figures(goods: 1_000_00, sales: 1_00),
            CaseTale.Figures(goods: 1_000_00, circumstances: [GraveCircumstance.ServiceMark]),
            new CorrectCaseFigures(new(900_00), default, default, default, default, default, 0, null, [], Some.Grounds),
        ];
        foreach (var tale in Waiting(tale => tale.Do(CaseTale.Figures(goods: 1_000_00))))
        {
            Assert.All(other, command => Assert.Single(GoesBack(tale, command)));
            Assert.Empty(tale.Decided(CaseTale.Figures(goods: 1_000_00))); // the same once more
            Assert.Single(GoesBack(tale, new AddGoodsLines([line with { UnitPrice = new(120_00) }], null)));

            // A piece of evidence alone: the party hands some in itself.
            Assert.Empty(GoesBack(tale, (CaseCommand)CaseSamples.All.OfType<AddEvidence>().Single()));
        }

        foreach (var tale in Waiting(tale => tale.Do(new AddGoodsLines([line], null)).Do(new OrderTest("市质检所", "涂料", "委1", null, null))))
        {
            Assert.Single(GoesBack(tale, new AddGoodsLines([line with { Name = "赠品", UnitPrice = default }], null)));
            Assert.Single(GoesBack(tale, new CorrectGoodsLine(1, line with { Quantity = 9 }, Some.Grounds)));
            Assert.Single(GoesBack(tale, new CorrectGoodsLine(1, line with { Batch = "20260105" }, Some.Grounds)));
            Assert.Empty(GoesBack(tale, new RecordTestResult(1, Passed: false, "检1"))); // it was there when the penalty was proposed
            tale.After(3);
            Assert.Single(GoesBack(tale, new RecordTestResult(1, Passed: false, "检1")));
            Assert.Empty(GoesBack(tale, new RecordTestResult(1, Passed: false, "检1") { On = tale.Case.Proposal!.ProposedOn }));
            tale.Do(new RecordTestResult(1, Passed: false, "检1"));
            Assert.Equal((CaseStage.Investigation, null, null), (tale.Case.Stage, tale.Case.Proposal, tale.Case.Rights));
        }

        // Before the proposal nothing goes back, and what was decided stands.
        Assert.Empty(GoesBack(CaseTale.Filed(), CaseTale.Figures(goods: 1_400_00)));
        Assert.Equal(CaseStage.Execution, CaseTale.Served().Do(CaseTale.Figures(goods: 1_400_00)).Case.Stage);

        static IEnumerable<CaseReturnedForInvestigation> GoesBack(CaseTale tale, CaseCommand command) =>
            tale.Decided(command, command is CorrectCaseFigures or CorrectGoodsLine ? tale.HeadOfItsSection : null)
                .OfType<CaseReturnedForInvestigation>();

        static IEnumerable<CaseTale> Waiting(Action<CaseTale> begin)
        {
            foreach (var (fine, isTold) in new[] { (Small, false), (Small, true), (Large, true) })
            {
                var tale = CaseTale.Filed();
                begin(tale);
                tale.Do(new ProposePenalty(new(fine), default, default, [], Some.Grounds));
                tale = fine == Small ? tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal) : tale;
                yield return isTold ? tale.Do(new NotifyRights(tale.Today, Some.Grounds)) : tale;
            }
        }
    }

    [Theory]
    [InlineData(TransferStep.Returned)]
    [InlineData(TransferStep.NotProsecuted)]
    [InlineData(TransferStep.Exempted)]
    public void What_comes_back_from_the_police_is_held_against_the_notice_before_them(TransferStep back)
    {
        var tale = WithThePolice(CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Statement, null)));
        var told = tale.Case.Rights!.ServedOn;
        tale.After(30).Do(new NoteCrimeTransfer(CaseTale.Transfer, back));
        var notice = Assert.Single(tale.Case.EarlierNotices);
        Assert.Equal((told, Small, PartyAnswer.Statement), (notice.ServedOn, notice.Penalty.Fine, notice.Answer!.Value));

        var proposal = new ProposePenalty(new(Small), default, default, [], Some.Grounds);
        Assert.Null(tale.Refused(proposal with { Fine = new(Small - 1) }));
        Assert.Null(tale.Refused(proposal));
        Assert.IsType<HeavierAfterDefence>(tale.Refused(proposal with { Fine = new(Small + 1) }));
        Assert.IsType<HeavierAfterDefence>(tale.Refused(proposal with { ConfiscatedGoods = new(1) }));
        Assert.Null(tale.Refused(proposal with { Fine = new(Small + 1), NewFacts = "检察机关移送的证据查明另有一批次" }));
    }

    [Fact]
    public void Where_the_party_was_not_told_before_the_police_or_kept_silent_nothing_binds_the_new_proposal()
    {
        var heavier = new ProposePenalty(new(Small + 1), default, default, [], Some.Grounds);
        var untold = Returned(CaseTale.Reviewed(Small));
        Assert.Empty(untold.Case.EarlierNotices);
        Assert.Null(untold.Refused(heavier));
        Assert.Null(Returned(CaseTale.Notified(Small)).Refused(heavier));
        Assert.Null(Returned(CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))).Refused(heavier));

        static CaseTale Returned(CaseTale tale) =>
            WithThePolice(tale).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.NotProsecuted));
    }

    /// <summary>A version before did not keep the notice: its events fold to what was stored then.</summary>
    [Fact]
    public void A_return_of_before_has_no_notice()
    {
        var tale = WithThePolice(CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Statement, null)));
        tale.Happened(new CrimeTransferNoted(tale.Now, CaseTale.Transfer, TransferStep.NotProsecuted));
        Assert.Equal((CaseStage.Investigation, true), (tale.Case.Stage, tale.Case.EarlierNotices.IsEmpty));
    }

    // On what had been found before the party was told.
    private static CaseTale WithThePolice(CaseTale tale) => tale.Happened(new TransferDutyOpened(tale.Today, [Offence.InferiorProducts]))
        .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
        .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));

    [Fact]
    public void A_hearing_is_asked_for_within_the_term_and_what_is_entered_late_counts_by_its_day()
    {
        var until = CaseTale.Notified(Large).Case.Rights!.StatementUntil;
        var request = new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1");
        Assert.Null(CaseTale.Notified(Large).At(until.AddTicks(-1)).Refused(request));
        var late = CaseTale.Notified(Large).At(until);
        Assert.Equal(new HearingRequestTooLate(until), late.Refused(request));
        Assert.Equal(new HearingRequestTooLate(until), late.Refused(request with { On = ShanghaiTime.DayOf(until) }));

        // It was asked for on the last day and is entered a week after, when the case has been reviewed already.
        late.After(7).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.Equal("on", Assert.IsType<InvalidInput>(late.Refused(request with { On = ShanghaiTime.LastDayBefore(until) })).Field);
        var entered = CaseTale.Notified(Large).At(until).After(7).Do(request with { On = ShanghaiTime.LastDayBefore(until) });
        Assert.Equal((CaseStage.Hearing, null), (entered.Case.Stage, entered.Case.ReviewedBy));
        Assert.Equal(ShanghaiTime.StartOf(ShanghaiTime.LastDayBefore(until)), entered.Case.Pauses.Single().Pause.StartedAt);
    }

    [Fact]
    public void A_hearing_is_announced_before_it_is_held_and_not_held_before_its_day()
    {
        var requested = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(new HearingNotAnnounced(null), requested.Refused(new RecordHearing(requested.Today, "chair", "听报1"), CaseTale.Legal));
        var day = requested.Today.AddDays(20);
        requested.Do(new AnnounceHearing(day, null), CaseTale.Legal).On(day.AddDays(-1));
        Assert.Equal(new HearingNotAnnounced(day), requested.Refused(new RecordHearing(requested.Today, "chair", "听报1"), CaseTale.Legal));
        Assert.Null(requested.On(day).Refused(new RecordHearing(day, "chair", "听报1"), CaseTale.Legal));
        Assert.Equal(
            "heldOn",
            Assert.IsType<InvalidInput>(requested.Refused(new RecordHearing(day.AddDays(1), "chair", "听报1"), CaseTale.Legal)).Field);
        Assert.Equal(
            new HearingNotAnnounced(day),
            requested.After(3).Refused(new RecordHearing(day.AddDays(1), "chair", "听报1"), CaseTale.Legal));
    }

    [Fact]
    public void A_hearing_goes_from_its_chair_by_the_file_and_the_day_to_the_report_each_with_its_term()
    {
        // 听证办法 第十八条至第二十九条.
        var tale = CaseTale.Notified(Large);
        Assert.IsType<NoHearingRequested>(tale.Refused(new NameHearingChair("chair"), CaseTale.Head));
        tale.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(new DateOnly(2026, 3, 5), tale.LastDay(CaseDeadlines.HearingChair));
        Assert.IsType<HearingChairNotNamed>(tale.Refused(new HandFileToHearingChair()));
        tale.Do(new NameHearingChair("chair"), CaseTale.Head);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.HearingChair));
        Assert.Equal(new DateOnly(2026, 3, 5), tale.LastDay(CaseDeadlines.HearingFile));
        tale.Do(new HandFileToHearingChair());
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.HearingFile));
        Assert.Equal(new DateOnly(2026, 3, 9), tale.LastDay(CaseDeadlines.HearingDate));
        tale.Do(new AnnounceHearing(new DateOnly(2026, 3, 31), "听通1", IsPublic: true), CaseTale.Legal);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.HearingDate));
        Assert.Equal(new DateOnly(2026, 3, 26), tale.LastDay(CaseDeadlines.HearingPublication));
        tale.Do(new PublishHearing(tale.Today, "本局网站"), CaseTale.Legal);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.HearingPublication));
        tale.On(new DateOnly(2026, 3, 31)).Do(new RecordHearing(new DateOnly(2026, 3, 31), null, null), CaseTale.Legal);
        Assert.Equal(
            ("chair", new DateOnly(2026, 4, 8)), (tale.Case.Rights!.Chair, tale.LastDay(CaseDeadlines.HearingReport))); // 清明节 lies between
        tale.Do(new RecordHearingReport("听报1", tale.Today), CaseTale.Legal);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.HearingReport));

        // Heard behind closed doors, nothing is published; and what is waived owes nothing.
        var closed = CaseTale.Notified(Large).HearingComes();
        Assert.Null(closed.Case.Clocks.Find(CaseDeadlines.HearingPublication));
        Assert.DoesNotContain(
            closed.Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Case.Clocks,
            clock => clock.Kind.StartsWith("case.hearing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hearing_in_public_is_published_three_working_days_before_and_anew_when_it_is_moved()
    {
        var day = new DateOnly(2026, 3, 31);
        CaseTale Announced() => CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(new AnnounceHearing(day, "听通1", IsPublic: true, "第一会议室"), CaseTale.Legal);
        RecordHearing held = new(day, "chair", "听报1");

        var silent = Announced().On(day);
        Assert.Equal(new HearingNotPublished(day, null, new DateOnly(2026, 3, 26)), silent.Refused(held, CaseTale.Legal));
        Assert.Null(Published(new DateOnly(2026, 3, 26)).Refused(held, CaseTale.Legal));
        var late = new DateOnly(2026, 3, 27);
        Assert.Equal(new HearingNotPublished(day, late, new DateOnly(2026, 3, 26)), Published(late).Refused(held, CaseTale.Legal));

        // A day that was mistyped is put right; after the hearing it stands.
        var mistyped = Published(late).Do(new PublishHearing(new DateOnly(2026, 3, 26), "本局网站"), CaseTale.Legal);
        Assert.Equal(new DateOnly(2026, 3, 26), mistyped.Case.Rights!.PublishedOn);

        // With it falls what had lapsed by the mistyped day; and what was late in truth has lapsed.
        Assert.Contains(Published(late).Case.Lapses, lapse => lapse.Kind == CaseDeadlines.HearingPublication);
        Assert.DoesNotContain(mistyped.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.HearingPublication);
        var tardy = Published(new DateOnly(2026, 3, 26)).Do(new PublishHearing(late, "本局网站"), CaseTale.Legal);
        Assert.Equal(new DateOnly(2026, 3, 26), ShanghaiTime.LastDayBefore(
            Assert.Single(tardy.Case.Lapses, lapse => lapse.Kind == CaseDeadlines.HearingPublication).DueAt));
        Assert.Empty(mistyped.Decided(new PublishHearing(new DateOnly(2026, 3, 26), "本局网站"), CaseTale.Legal));
        mistyped.Do(new RecordHearing(day, "chair", null), CaseTale.Legal);
        Assert.Equal(
            "publishedOn",
            Assert.IsType<InvalidInput>(mistyped.Refused(new PublishHearing(late, "本局网站"), CaseTale.Legal)).Field);

        // Moved to another day or place, what was published is not known of it; said again as it is, it stays published.
        var moved = Announced().Do(new PublishHearing(Some.Today, "本局网站"), CaseTale.Legal);
        Assert.Equal(Some.Today, moved.Do(new AnnounceHearing(day, "听通2"), CaseTale.Legal).Case.Rights!.PublishedOn);
        moved.Do(new AnnounceHearing(day.AddDays(2), "听通3"), CaseTale.Legal);
        Assert.Equal((null, true, "第一会议室"), (moved.Case.Rights!.PublishedOn, moved.Case.Rights.IsPublic, moved.Case.Rights.Place));
        Assert.Equal(new DateOnly(2026, 3, 30), moved.LastDay(CaseDeadlines.HearingPublication));
        Assert.IsType<HearingNotPublished>(moved.On(day.AddDays(2)).Refused(held with { HeldOn = day.AddDays(2) }, CaseTale.Legal));
        var elsewhere = Announced().Do(new PublishHearing(Some.Today, "本局网站"), CaseTale.Legal)
            .Do(new AnnounceHearing(day, null, Place: "第二会议室"), CaseTale.Legal);
        Assert.Null(elsewhere.Case.Rights!.PublishedOn);

        CaseTale Published(DateOnly on) => Announced().On(on).Do(new PublishHearing(on, "本局网站"), CaseTale.Legal).On(day);
    }

    [Fact]
    public void Who_presides_is_of_the_bureau_and_in_service()
    {
        var requested = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal("chair", Problem(new NameHearingChair("anybody"), new ChairFound(IsOfTrade: false, IsInService: false)));
        Assert.Equal("chair", Problem(new NameHearingChair("hotline"), new ChairFound(IsOfTrade: false, IsInService: true)));
        Assert.Equal("chair", Problem(new NameHearingChair("gone"), new ChairFound(IsOfTrade: true, IsInService: false)));
        Assert.Null(Problem(new NameHearingChair(" Other "), new ChairFound(IsOfTrade: true, IsInService: true)));

        // Whoever presided and has left since did preside.
        requested.Do(new AnnounceHearing(requested.Today.AddDays(20), null), CaseTale.Legal).After(20);
        RecordHearing held = new(requested.Today, "gone", "听报1");
        Assert.Equal("chair", Problem(held, new ChairFound(IsOfTrade: true, IsInService: false)));
        requested.After(1);
        Assert.Null(Problem(held, new ChairFound(IsOfTrade: true, IsInService: false)));
        Assert.Equal("chair", Problem(held, new ChairFound(IsOfTrade: false, IsInService: true)));

        string? Problem(CaseCommand command, ChairFound found) =>
            (Case.Concept.Decided(requested.Case, command, (requested.Circumstances with { Actor = CaseTale.Legal }).With(found)).Refusal
                as InvalidInput)?.Field;
    }

    [Fact]
    public void Who_presides_neither_investigated_nor_reviewed()
    {
        var requested = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(new ChairIsInvestigator("second"), requested.Refused(new NameHearingChair(" second "), CaseTale.Head));
        var before = CaseTale.ReviewedBeforeHearing();
        before.Do(new NotifyRights(before.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal(new ChairIsReviewer("legal"), before.Refused(new NameHearingChair("legal"), CaseTale.Head));

        var heard = CaseTale.Notified(Large).HearingComes();
        heard.Do(new RecordHearing(heard.Today, "legal", "听报1"), CaseTale.Legal);
        Assert.Equal(new ChairIsReviewer("legal"), heard.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));
        Assert.Null(heard.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal with { User = "lawyer" }));
    }

    /// <summary>行政处罚法 第五十七条、第五十八条: what is deliberated together is decided together.</summary>
    [Fact]
    public void Neither_who_reviewed_a_case_nor_who_presided_decides_it_with_the_others()
    {
        var heard = CaseTale.Notified(Large).Heard().Do(new PassLegalReview(Some.Grounds), CaseTale.Legal with { User = "lawyer" });
        var met = new RecordDeliberation(heard.Today, "leader", ["head", "quality-head"], "集1", "同意");
        Assert.Equal(new ParticipantTookPart("lawyer"), heard.Refused(met with { Participants = ["head", "lawyer"] }, CaseTale.Legal));
        Assert.Equal(new ParticipantTookPart("chair"), heard.Refused(met with { Participants = ["head", "chair"] }, CaseTale.Legal));
        Assert.Equal(new ParticipantTookPart("lawyer"), heard.Refused(met with { Chair = "lawyer" }, CaseTale.Legal));
        Assert.Null(heard.Refused(met, CaseTale.Legal));
    }

    [Fact]
    public void A_grave_penalty_is_deliberated_by_three_at_least_under_a_head_without_investigators()
    {
        // 行政处罚法 第五十七条第二款.
        var reviewed = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        var met = new RecordDeliberation(reviewed.Today, "leader", ["head", "quality-head"], "集1", "同意");
        Assert.IsType<ReviewNotPassed>(reviewed.Refused(met, CaseTale.Legal));
        reviewed.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.Equal(
            new TooFewParticipants(3, 2), reviewed.Refused(met with { Participants = ["head", "leader", " HEAD "] }, CaseTale.Legal));
        Assert.Equal(
            new ParticipantIsInvestigator("second"), reviewed.Refused(met with { Participants = ["head", "second"] }, CaseTale.Legal));
        Assert.Equal(new ParticipantIsInvestigator("officer"), reviewed.Refused(met with { Chair = "officer" }, CaseTale.Legal));
        Assert.Equal(
            "heldOn", Assert.IsType<InvalidInput>(reviewed.Refused(met with { HeldOn = reviewed.Today.AddDays(1) }, CaseTale.Legal)).Field);
        Assert.Equal(new DeliberationWithoutHead("leader"), Found(new ParticipantsFound([], IsHeaded: false)));
        Assert.Equal("participants", Assert.IsType<InvalidInput>(Found(new ParticipantsFound(["nobody"], IsHeaded: true))).Field);
        Assert.IsType<CollectiveDecisionRequired>(reviewed.Refused(CaseTale.Decision(Large), CaseTale.Head));
        reviewed.Do(met, CaseTale.Legal);
        Assert.Equal(["head", "quality-head", "leader"], reviewed.Case.Deliberation!.Participants);
        Assert.True(reviewed.Do(CaseTale.Decision(Large), CaseTale.Head).Case.Decision!.IsCollective);

        Refusal? Found(ParticipantsFound found) =>
            Case.Concept.Decided(reviewed.State, met, (reviewed.Circumstances with { Actor = CaseTale.Legal }).With(found)).Refusal;
    }

    [Theory]
    [InlineData(99_999_99, false, false)]
    [InlineData(100_000_00, false, true)]
    [InlineData(1_00, true, true)]
    public void What_is_grave_is_decided_together(long fine, bool isMajor, bool isGrave)
    {
        var tale = CaseTale.Notified(fine).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        _ = isMajor ? tale.Do(new MarkMajorCase(Some.Grounds), CaseTale.Head) : tale;
        _ = tale.Case.ReviewedBy is null ? tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal) : tale;
        Assert.Equal(isGrave, tale.Refused(CaseTale.Decision(fine), CaseTale.Head) is CollectiveDecisionRequired);
    }

    [Fact]
    public void What_was_concluded_on_one_proposal_is_not_concluded_on_the_next()
    {
        var again = CaseTale.Notified(Large).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated()
            .Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal)
            .Do(new ProposePenalty(new(Large), default, default, [], Some.Grounds));
        again.Do(new NotifyRights(again.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.IsType<CollectiveDecisionRequired>(again.Refused(CaseTale.Decision(Large), CaseTale.Head));
    }

    [Fact]
    public void A_decision_that_is_entered_later_is_of_its_day_and_follows_what_was_before_it()
    {
        var tale = CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).After(10);
        var decision = CaseTale.Decision(Small);
        Assert.Equal("on", Assert.IsType<InvalidInput>(tale.Refused(decision with { On = Some.Today.AddDays(-1) }, CaseTale.Head)).Field);
        Assert.Equal("on", Assert.IsType<InvalidInput>(tale.Refused(decision with { On = tale.Today.AddDays(1) }, CaseTale.Head)).Field);
        tale.Do(decision with { On = Some.Today.AddDays(3) }, CaseTale.Head);
        Assert.Equal(Some.Today.AddDays(3), tale.Case.Decision!.DecidedOn);
        Assert.Equal(ShanghaiTime.StartOf(Some.Today.AddDays(3)), tale.Clock(CaseDeadlines.Service).Clock.StartedAt);
    }

    [Fact]
    public void Another_party_or_another_act_is_proposed_reviewed_and_told_anew()
    {
        CaseCommand[] other =
        [
            new CorrectCaseParty(1, PartyKind.Person, "张某", null, null, Some.Grounds),
            new CorrectCaseLead(
                ViolationKind.UnlicensedProduction, LeadSource.Inspection, Some.Today, "监督检查发现无证生产", null, null, ["COATINGS"], [], null,
                HarmsSafety: false, Some.Grounds),
        ];
        CaseTale[] waiting =
            [CaseTale.Proposed(Small), CaseTale.Reviewed(Small), CaseTale.Notified(Small), CaseTale.Notified(Large)];
        foreach (var tale in waiting)
        {
            foreach (var command in other)
            {
                var decided = tale.Decided(command, tale.HeadOfItsSection);
                Assert.Single(decided.OfType<CaseReturnedForInvestigation>());
            }
        }

        // Before anything is proposed nothing has to be done again.
        Assert.All(other, command => Assert.DoesNotContain(CaseTale.Filed().Decided(command, CaseTale.Filed().HeadOfItsSection),
            happened => happened is CaseReturnedForInvestigation));
    }

    [Fact]
    public void A_decision_is_not_moved_to_another_party()
    {
        var served = CaseTale.Served(Small);
        Assert.Equal(
            new DecidedOfAnotherParty(served.Case.Lead.Party.Name),
            served.Refused(new CorrectCaseParty(1, PartyKind.Person, "张某", null, null, Some.Grounds), served.HeadOfItsSection));
        Assert.Null(served.Refused(
            new CorrectCaseParty(1, PartyKind.Enterprise, "某厂", Some.CreditCode, "青浦区新地址1号", Some.Grounds), served.HeadOfItsSection));
    }

    /// <summary>行政处罚法 第四十四条: a name that is another's is never corrected into a decision; a slip of the pen is the head's to put
    /// right.</summary>
    [Fact]
    public void The_name_in_a_decision_is_put_right_as_a_slip_and_by_the_head()
    {
        var served = CaseTale.Served(Small);
        var known = served.Case.Lead.Party with { Kind = PartyKind.Person, Name = "冯小明", CreditCode = null, Address = "青浦区盈港路1号" };
        served.Happened(new CasePartyCorrected(1, served.Case.Lead.Party, known, [], Some.Grounds));
        var slip = new CorrectCaseParty(1, PartyKind.Person, "冯晓明", null, "青浦区盈港路1号", Some.Grounds);

        // Another person, also one who lives elsewhere, and somebody of another kind or with a code.
        foreach (var another in new[]
        {
            slip with { Name = "韩某", Address = "别处" }, slip with { Name = "韩某", Address = null },
            slip with { Kind = PartyKind.Den }, slip with { CreditCode = Some.OtherCreditCode },
        })
        {
            Assert.Equal(new DecidedOfAnotherParty("冯小明"), served.ProposalRefused(another, served.HeadOfItsSection));
        }

        // The same person, known better: at once.
        var better = served.Decided(slip with { Name = "冯小明", Address = "青浦区盈港路11号" }, served.HeadOfItsSection);
        Assert.IsType<CasePartyCorrected>(Assert.Single(better));

        // A slip of the pen, by a document that the head approves; the case stays where it is.
        Assert.Equal(
            "documentNumber",
            Assert.IsType<InvalidInput>(
                served.ProposalRefused(slip with { Grounds = Some.Grounds with { DocumentNumber = null } },
                    served.HeadOfItsSection)).Field);
        served.Propose(slip, served.HeadOfItsSection);
        Assert.Equal("冯小明", served.Case.Lead.Party.Name);
        var request = Assert.Single(served.Case.Approvals, one => one.IsPending);
        Assert.Equal(ApprovalStep.Penalty, request.Step);
        served.Propose(new ApproveCaseStep(request.Number, "同意补正"), CaseTale.Leader);
        Assert.Equal(("冯晓明", CaseStage.Execution), (served.Case.Lead.Party.Name, served.Case.Stage));
        Assert.Null(served.ProposalRefused(slip with { Name = "韩某" }, served.HeadOfItsSection)); // of the same address: for the head to see
    }

    [Fact]
    public void Who_is_asked_to_step_aside_decides_nothing_until_that_is_decided()
    {
        var waiting = CaseTale.Notified(Small).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Propose(CaseTale.Decision(Small), CaseTale.Head)
            .Propose(new AskRecusal("leader", Some.Grounds, MinutesNumber: "会1号"), CaseTale.Officer);
        var head = new DeciderFound(IsHead: true, []);
        Assert.IsType<DeciderTookPart>(waiting.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader, head));
        var another = new Actor("deputy-leader", Roles.Leader, null, null, Guid.Empty);
        Assert.Null(waiting.ProposalRefused(new ApproveCaseStep(1, null), another, head));
    }

    [Fact]
    public void What_was_reviewed_as_no_penalty_is_decided_for_that_ground()
    {
        var reviewed = CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.SlightAndCorrected, Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.Equal("ground", Assert.IsType<InvalidInput>(reviewed.Refused(
            new DecideNoPenalty(NoPenaltyGround.NoFault, Some.Grounds, "批评教育"), CaseTale.Head)).Field);
        Assert.Null(reviewed.Refused(new DecideNoPenalty(NoPenaltyGround.SlightAndCorrected, Some.Grounds, "批评教育"), CaseTale.Head));
    }
}
