using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

public sealed class CaseTests
{
    [Fact]
    public void Whom_a_follow_up_warns_is_registered()
    {
        var decided = CaseTale.Decided().Case;
        var now = new Circumstances(CaseTale.Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }
            .With(ActingRules.Usual);
        Assert.Equal("warned[0]", Assert.IsType<InvalidInput>(Case.Concept.Decided(decided, new RecordCaseFollowUp("规范出厂检验", ["NOTACODE"]), now).Refusal).Field);
        Assert.Equal(new PartyNotRegistered(Some.OtherCreditCode), Case.Concept.Decided(decided, new RecordCaseFollowUp("规范出厂检验", [Some.OtherCreditCode]), now.WithLists(unregistered: Some.OtherCreditCode)).Refusal);
        Assert.Throws<InvalidOperationException>(() => Case.Concept.Decided(decided, new RecordCaseFollowUp("规范出厂检验", [Some.OtherCreditCode]), now));
        Assert.Null(Case.Concept.Decided(decided, new RecordCaseFollowUp("规范出厂检验", []), now).Refusal);
    }

    [Fact]
    public void A_case_goes_from_its_lead_to_its_end()
    {
        var tale = CaseTale.Of();
        Assert.Equal(CaseStage.Lead, tale.Case.Stage);
        tale.Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        Assert.Equal(CaseStage.Investigation, tale.Case.Stage);
        tale.Do(new AddEvidence(EvidenceKind.Exhibit, "涂料", tale.Today, ["officer", "second"], "officer", "证物室", null))
            .Do(CaseTale.Figures(goods: 30_000_00))
            .Do(new ProposePenalty(new(20_000_00), new(1_000_00), default, [], Some.Grounds));
        Assert.Equal(CaseStage.LegalReview, tale.Case.Stage);
        tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(new NotifyRights(tale.Today, Some.Grounds)).After(10)
            .Do(new DecidePenalty(new(20_000_00), "依裁量基准", new(1_000_00), default, [], Some.Grounds), CaseTale.Head);
        Assert.Equal(CaseStage.Decided, tale.Case.Stage);
        tale.Do(new ServeDecision(tale.Today, null)).After(1).Do(new PublishDecision(tale.Today, "公示系统"))
            .Do(new ExecutePenalty(new(21_000_00), tale.Today, null)).Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head)
            .Do(new RecordCaseFollowUp("规范出厂检验", [Some.OtherCreditCode]));
        Assert.Equal((CaseStage.Closed, CaseOutcome.Executed), (tale.Case.Stage, tale.Case.End!.Outcome));
        Assert.Equal([CaseDeadlines.PublicationEnd], tale.Case.Clocks.Select(clock => clock.Kind));
        Assert.Empty(tale.Case.Lapses);
    }

    [Theory]
    [InlineData(new string[0], 0)]
    [InlineData(new[] { "officer" }, 1)]
    [InlineData(new[] { "officer", " officer ", "" }, 1)]
    public void One_officer_alone_does_not_investigate(string[] officers, int given)
    {
        Assert.Equal(new TooFewOfficers(2, given), CaseTale.Of().Refused(new FileCase([.. officers], Some.Grounds), CaseTale.Head));
        var filed = CaseTale.Filed();
        Assert.Equal(new TooFewOfficers(2, given), filed.Refused(new AddEvidence(EvidenceKind.Exhibit, "涂料", filed.Today, [.. officers], "officer", "证物室", null)));
        Assert.Equal(new TooFewOfficers(2, given), filed.Refused(new SeizeGoods(SeizureKind.Sealing, "涂料", [.. officers], Some.Grounds)));
    }

    [Fact]
    public void Who_ever_investigated_does_not_review()
    {
        var tale = CaseTale.Filed().Do(new AssignCaseOfficers(["second", "third"], Some.Grounds), CaseTale.Head).Do(new ProposePenalty(new(1_00), default, default, [], Some.Grounds));
        foreach (var name in new[] { "officer", "second", "third" })
        {
            Assert.Equal(new ReviewerIsInvestigator(name), tale.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal with { User = name }));
        }

        Assert.Equal("legal", tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Case.ReviewedBy);
        Assert.Equal(new ReviewerIsInvestigator("legal"), tale.Refused(new AssignCaseOfficers(["second", "legal"], Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void A_met_threshold_opens_the_duty_to_transfer_and_nothing_ends_the_case_while_it_stands()
    {
        var tale = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.False(tale.Case.MustTransfer);
        tale.Do(CaseTale.Figures(goods: 60_000_00, sales: 50_000_00));
        Assert.True(tale.Case.MustTransfer);
        Assert.Equal([Offence.InferiorProducts], tale.Case.Duty!.Offences);
        Assert.IsType<CrimeTransferRequired>(tale.Refused(CaseTale.Decision(1_00), CaseTale.Head));
        Assert.IsType<CrimeTransferRequired>(tale.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));
        Assert.IsType<CrimeTransferRequired>(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head));

        // Figures that are corrected downwards do not take the duty away: nobody settles it quietly.
        tale.Do(CaseTale.Figures(goods: 1_00));
        Assert.IsType<CrimeTransferRequired>(tale.Refused(CaseTale.Decision(1_00), CaseTale.Head));
    }

    [Fact]
    public void One_fen_less_is_no_duty()
    {
        Assert.False(CaseTale.Filed().Do(CaseTale.Figures(sales: 49_999_99)).Case.MustTransfer);
        Assert.True(CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Case.MustTransfer);
    }

    [Fact]
    public void The_police_s_answer_lifts_the_duty()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal((CaseStage.Transferred, false), (tale.Case.Stage, tale.Case.MustTransfer));
        Assert.Null(tale.Clock(CaseDeadlines.Decision).DueAt);
        tale.After(40).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal((CaseStage.Investigation, false), (tale.Case.Stage, tale.Case.MustTransfer));
        // The day of filing counts neither for the term nor for the pause that began on it.
        Assert.Equal(Some.Today.AddDays(90 + 39), ShanghaiTime.DayOf(tale.Clock(CaseDeadlines.Decision).DueAt!.Value.AddTicks(-1)));

        // No more of the same offence does not open it again, another one does.
        Assert.False(tale.Do(CaseTale.Figures(sales: 49_999_99)).Case.MustTransfer);
        Assert.False(tale.Do(CaseTale.Figures(sales: 50_000_00)).Case.MustTransfer);
        Assert.True(tale.Do(CaseTale.Figures(sales: 50_000_00, circumstances: [GraveCircumstance.InjuryOrDeath])).Case.MustTransfer);
    }

    [Fact]
    public void A_hearing_is_offered_for_large_fines_and_held_when_asked_for()
    {
        Assert.Equal(CaseStage.LegalReview, CaseTale.Proposed(99_999_99).Case.Stage);
        var tale = CaseTale.Proposed(100_000_00);
        Assert.Equal(CaseStage.Hearing, tale.Case.Stage);
        Assert.IsType<RightsNotNotified>(tale.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));
        tale.Do(new NotifyRights(tale.Today, Some.Grounds));
        Assert.IsType<StatementPeriodRuns>(tale.Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));
        tale.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.IsType<HearingNotHeld>(tale.After(10).Refused(new PassLegalReview(Some.Grounds), CaseTale.Legal));
        var earliest = Assert.IsType<HearingTooSoon>(tale.Refused(new AnnounceHearing(tale.Today.AddDays(3), null), CaseTale.Legal)).Earliest;
        tale.Do(new AnnounceHearing(earliest, null), CaseTale.Legal).On(earliest);
        Assert.Equal(new ChairIsInvestigator("second"), tale.Refused(new RecordHearing(earliest, "second", "听报1"), CaseTale.Legal));
        tale.Do(new RecordHearing(earliest, "chair", "听报1"), CaseTale.Legal);
        Assert.Equal(CaseStage.LegalReview, tale.Case.Stage);
        Assert.IsType<ReviewNotPassed>(tale.Refused(CaseTale.Decision(100_000_00), CaseTale.Head));
        tale.Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        Assert.IsType<CollectiveDecisionRequired>(tale.Refused(CaseTale.Decision(100_000_00), CaseTale.Head));
        tale.Deliberated();
        Assert.IsType<PenaltyAggravated>(tale.Refused(CaseTale.Decision(100_000_01), CaseTale.Head));
        Assert.Equal(CaseStage.Decided, tale.Do(CaseTale.Decision(100_000_00), CaseTale.Head).Case.Stage);
    }

    [Fact]
    public void What_is_left_to_do_keeps_a_case_open()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料100桶", ["officer", "second"], Some.Grounds));
        Assert.Equal([CaseTask.GoodsHeld], Assert.IsType<CaseHasOpenTasks>(tale.Refused(new WithdrawCase(Some.Grounds), CaseTale.Head)).Tasks);
        var served = CaseTale.Served();
        Assert.Equal([CaseTask.PenaltyUnpaid], Assert.IsType<CaseHasOpenTasks>(served.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head)).Tasks);
        served.On(new DateOnly(2026, 8, 3)).Do(new UrgePayment("催1")).On(new DateOnly(2026, 9, 3))
            .Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head)
            .Do(new RecordEnforcementResult(CourtResult.Enforced, new DateOnly(2026, 9, 3), "行审1"));
        Assert.IsType<CaseHasOpenTasks>(served.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));
        Assert.Equal(CaseStage.Closed, served.Do(new CloseCase(CaseOutcome.EnforcedByCourt, Some.Grounds), CaseTale.Head).Case.Stage);

        // What is closed is still to be published.
        Assert.Equal([CaseDeadlines.Publication], served.Case.Clocks.Select(clock => clock.Kind));
    }

    [Fact]
    public void A_lapse_is_recorded_once_with_who_answers_for_it_and_blocks_nothing()
    {
        var tale = CaseTale.Filed().After(200).ClockRuns();
        var lapse = Assert.Single(tale.Case.Lapses);
        Assert.Equal((CaseDeadlines.Decision, "INSPECTION", "officer"), (lapse.Kind, lapse.Section, lapse.Officer));
        Assert.Contains("第六十条", lapse.Rule, StringComparison.Ordinal);
        Assert.True(tale.Case.IsOverdue);
        Assert.Single(tale.Journal.OfType<CaseDeadlineNear>(), near => near.Kind == CaseDeadlines.Decision);
        tale.Do(new ProposePenalty(new(1_00), default, default, [], Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Do(CaseTale.Decision(1_00), CaseTale.Head);
        Assert.False(tale.Case.IsOverdue);
        Assert.Single(tale.Case.Lapses);
    }

    [Fact]
    public void The_warning_comes_when_a_third_of_the_term_is_left()
    {
        var tale = CaseTale.Filed();
        var clock = tale.Clock(CaseDeadlines.Decision);
        var third = (clock.DueAt!.Value - clock.Clock.StartedAt) / 3;
        Assert.Equal(clock.DueAt.Value - third, clock.WarnAt!.Value, TimeSpan.FromMilliseconds(1));
        tale.At(clock.WarnAt.Value).ClockRuns();
        Assert.True(tale.Clock(CaseDeadlines.Decision).IsWarned);
        Assert.False(tale.Case.IsOverdue);
    }

    [Fact]
    public void A_test_moves_the_decision_and_the_seizure_by_its_real_length_and_overlaps_count_once()
    {
        var tale = CaseTale.Filed(new DateOnly(2026, 3, 2)).Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)).Do(new SeizeGoods(SeizureKind.Sealing, "设备", ["officer", "second"], Some.Grounds));
        Assert.Equal((new DateOnly(2026, 6, 1), new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 1)), (tale.LastDay(CaseDeadlines.Decision), tale.LastDay(CaseDeadlines.Seizure, 1), tale.LastDay(CaseDeadlines.Seizure, 2)));
        tale.Do(new OrderTest("市质检所", "涂料2桶", "委1", 1, null));
        Assert.Null(tale.Clock(CaseDeadlines.Decision).DueAt);
        Assert.Null(tale.Clock(CaseDeadlines.Seizure, 1).DueAt);
        Assert.NotNull(tale.Clock(CaseDeadlines.Seizure, 2).DueAt);

        // Ten days of the test; the public notice lies in it for five and goes on for five.
        tale.After(5).Do(new PauseCase(PauseReason.PublicNotice, "公1", null)).After(5).Do(new RecordTestResult(1, false, "检1"));
        Assert.Equal(new DateOnly(2026, 4, 10), tale.LastDay(CaseDeadlines.Seizure, 1)); // 1 April and the nine days that would have counted
        tale.After(5).Do(new EndCasePause(2, null));
        Assert.Equal(new DateOnly(2026, 6, 15), tale.LastDay(CaseDeadlines.Decision)); // 31 May and fourteen days is a Sunday, the next working day follows
        Assert.True(((CaseRow)Case.Concept.RowsOf("case/x", tale.Case, 1)[0]).WasPaused);
    }

    [Fact]
    public void Registered_preservation_lapses_by_itself_after_seven_working_days()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.RegisteredPreservation, "账册", ["officer", "second"], Some.Grounds)).After(30).ClockRuns();
        Assert.Equal(SeizureOutcome.LapsedByItself, Assert.Single(tale.Case.Seizures).Outcome);
        Assert.Single(tale.Case.Lapses);
        Assert.DoesNotContain(CaseTask.GoodsHeld, tale.Case.OpenTasks);
    }

    [Fact]
    public void A_clock_is_extended_as_often_and_as_far_as_its_rule_provides()
    {
        var tale = CaseTale.Of();
        Assert.IsType<ExtensionNotProvided>(tale.Refused(new ExtendCaseClock(CaseClock.Filing, null, 16, Some.Grounds), CaseTale.Head));
        tale.Do(new ExtendCaseClock(CaseClock.Filing, null, null, Some.Grounds), CaseTale.Head);
        Assert.Equal(new ExtensionNotProvided(1, 1), tale.Refused(new ExtendCaseClock(CaseClock.Filing, null, null, Some.Grounds), CaseTale.Head));
        Assert.Equal(new DateOnly(2026, 4, 14), tale.LastDay(CaseDeadlines.Filing));

        var filed = CaseTale.Filed().Do(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds), CaseTale.Head);
        Assert.IsType<InvalidInput>(filed.Refused(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds), CaseTale.Head));
        filed.Do(new ExtendCaseClock(CaseClock.Decision, null, 60, Some.Grounds), CaseTale.Head);
        Assert.Equal(new DateOnly(2026, 8, 31), filed.LastDay(CaseDeadlines.Decision)); // 180 days end on a Saturday
    }

    [Fact]
    public void An_act_that_is_past_its_limitation_is_not_filed()
    {
        var filing = new FileCase(["officer", "second"], Some.Grounds);
        var old = CaseTale.Of(actEndedOn: new DateOnly(2024, 3, 1));
        Assert.Equal(new LimitationPassed(new DateOnly(2026, 3, 1)), old.Refused(filing, CaseTale.Head));
        // The officer learns it when it is proposed, and the lead ends as not filed.
        Assert.IsType<LimitationPassed>(old.ProposalRefused(filing));
        Assert.Null(old.Refused(new DecideNotToFile(Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void The_chain_of_custody_keeps_every_keeper()
    {
        var tale = CaseTale.Filed();
        tale.Do(new AddEvidence(EvidenceKind.Exhibit, "涂料", tale.Today, ["officer", "second"], "officer", "证物室", new string('A', 64))).After(1).Do(new MoveEvidence(1, "市质检所", "样品库"));
        Assert.Equal(["officer", "市质检所"], tale.Case.Evidence[0].Custody.Select(one => one.Holder));
        Assert.Equal(new string('a', 64), tale.Case.Evidence[0].Attachment);
        Assert.Equal(new NoSuchItem("evidence", 2), tale.Refused(new MoveEvidence(2, "x", "y")));
        Assert.IsType<InvalidInput>(tale.Refused(new AddEvidence(EvidenceKind.Exhibit, "涂料", tale.Today, ["officer", "second"], "officer", "证物室", "../../etc/passwd")));
    }

    [Fact]
    public void Evidence_keeps_its_files_and_who_recorded_it_and_takes_none_that_was_never_brought()
    {
        var (photo, report) = (new string('b', 64), new string('c', 64));
        var now = CaseTale.Filed().Circumstances.With(new EvidenceFound(new Dictionary<string, KeptContent> { [photo] = new("image/jpeg", 1024) }));
        var add = new AddEvidence(EvidenceKind.SceneRecord, "现场照片", Some.Today, ["officer", "second"], "officer", "证物室", Attachments: [new(photo, "现场.jpg")]);

        var added = Assert.IsType<EvidenceAdded>(Assert.Single(Case.Concept.Decided(CaseTale.Filed().State, add, now).Events));
        Assert.Equal(new Attachment(photo, "现场.jpg", "image/jpeg", 1024), Assert.Single(added.Evidence.Attachments!.Value));
        Assert.Equal(CaseTale.Officer.User, added.Evidence.RecordedBy);

        Assert.Equal(new AttachmentNotKept(report), Refused(add with { Attachments = [new(photo, "现场.jpg"), new(report, "报告.pdf")] }, now));
        Assert.Equal("attachments[0].fileName", Assert.IsType<InvalidInput>(Refused(add with { Attachments = [new(photo, "../现场.jpg")] }, now)).Field);
        Assert.Equal("attachments", Assert.IsType<InvalidInput>(Refused(add with { Attachments = [.. Enumerable.Repeat(new AttachmentReference(photo, "现场.jpg"), 51)] }, now)).Field);
        // A fact that nobody fetched is not a file that is kept.
        Assert.Equal(new AttachmentNotKept(photo), Refused(add, CaseTale.Filed().Circumstances));

        static Refusal? Refused(AddEvidence command, Circumstances now) => Case.Concept.Decided(CaseTale.Filed().State, command, now).Refusal;
    }

    [Fact]
    public void A_large_case_is_major_by_itself_and_others_by_decision()
    {
        Assert.Null(CaseTale.Filed().Do(CaseTale.Figures(goods: 499_999_99)).Case.MajorBecause);
        Assert.NotNull(CaseTale.Filed().Do(CaseTale.Figures(goods: 500_000_00)).Case.MajorBecause);
        Assert.Equal(Some.Grounds.Reason, CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Case.MajorBecause);
    }

    [Fact]
    public void What_was_decided_to_be_major_is_undone_by_decision_and_no_longer_counted()
    {
        var undo = new UnmarkMajorCase(Some.Grounds);
        var marked = CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).After(30).Do(undo, CaseTale.Head);
        Assert.Null(marked.Case.MajorBecause);
        Assert.Equal([1L, -1L], marked.Counted.Where(fact => fact.Measure is Measure.MajorCases).Select(fact => fact.Amount));
        Assert.Single(marked.Counted.Where(fact => fact.Measure is Measure.MajorCases).Select(fact => fact.Day).Distinct());
        Assert.Empty(marked.Decided(undo, CaseTale.Head));
        Assert.NotNull(marked.Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Case.MajorBecause);

        // What the figures make major stays so while they stand, whoever had decided it too.
        var large = CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Do(CaseTale.Figures(goods: 500_000_00));
        Assert.IsType<MajorByCriteria>(large.Refused(undo, CaseTale.Head));
        Assert.Null(CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Do(CaseTale.Figures(goods: 499_999_99))
            .Refused(undo, CaseTale.Head));
    }

    [Fact]
    public void A_mistyped_title_is_corrected_by_the_head_and_the_journal_keeps_both()
    {
        var filed = CaseTale.Filed();
        var before = filed.Case.Lead.Title;
        var corrected = filed.Do(new CorrectCaseTitle(" 某厂无证生产人造板案 ", Some.Grounds), CaseTale.Head);
        Assert.Equal("某厂无证生产人造板案", corrected.Case.Lead.Title);
        Assert.Equal(new CaseTitleCorrected(before, "某厂无证生产人造板案", Some.Grounds), corrected.Journal[^1]);
        Assert.Equal(Decision<CaseEvent>.AlreadySo, Case.Concept.Decided(corrected.State, new CorrectCaseTitle("某厂无证生产人造板案", Some.Grounds), corrected.Circumstances with { Actor = CaseTale.Head }));
        Assert.Equal("title", Assert.IsType<InvalidInput>(Case.Concept.Decided(corrected.State, new CorrectCaseTitle(" ", Some.Grounds), corrected.Circumstances with { Actor = CaseTale.Head }).Refusal).Field);
        Assert.Equal("reason", Assert.IsType<InvalidInput>(Case.Concept.Decided(corrected.State, new CorrectCaseTitle("某案", Some.Grounds with { Reason = " " }), corrected.Circumstances with { Actor = CaseTale.Head }).Refusal).Field);
    }

    [Fact]
    public void What_forms_count_is_counted_once()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 30_000_00)).Do(CaseTale.Figures(goods: 20_000_00));
        CaseState? state = null;
        var facts = new List<Grains.Journal.TallyFact>();
        foreach (var happened in tale.Journal)
        {
            var next = Case.Apply(state, happened);
            facts.AddRange(Case.Concept.Tally(state, happened, next));
            state = next;
        }

        Assert.Equal(20_000_00, facts.Where(fact => fact.Measure is Grains.Journal.Measure.GoodsValue).Sum(fact => fact.Amount));
        var filed = Assert.Single(facts, fact => fact.Measure is Grains.Journal.Measure.CasesFiled);
        Assert.Equal(("COATINGS", "ADULTERATION_OR_SUBSTANDARD", "INSPECTION"), (filed.ProductClass, filed.Violation, filed.Section));
    }

    [Fact]
    public void Joined_cases_know_of_one_another_and_the_greater_number_is_told_once()
    {
        var tale = CaseTale.Filed().Do(new JoinCase(CaseTale.Number, "AJ-0000000002", Some.Grounds), CaseTale.Head);
        var owed = Assert.Single(tale.Case.OwedToJoined);
        Assert.Equal(("AJ-0000000002", "head"), (owed.Other, owed.By.User));
        Assert.Contains(CaseDeadlines.Of(tale.Case), open => open.Kind == CaseDeadlines.JoinNotice && open.DueAt == tale.Now);
        Assert.Empty(tale.ClockRuns().Case.OwedToJoined);
        Assert.DoesNotContain(CaseDeadlines.Of(tale.Case), open => open.Kind == CaseDeadlines.JoinNotice);

        // The one that is told tells nobody; told twice it says the same.
        var told = CaseTale.Filed().Do(new NoteJoinedCase("AJ-0000000000", Some.Grounds), CaseTale.Head).Do(new NoteJoinedCase("AJ-0000000000", Some.Grounds), CaseTale.Head);
        Assert.Equal(["AJ-0000000000"], told.Case.Joined);
        Assert.Empty(told.Case.OwedToJoined);
        Assert.Single(told.Journal.OfType<CaseJoined>());
    }

    [Fact]
    public void The_lesser_number_of_two_joined_cases_takes_the_step_whichever_was_named()
    {
        const string lesser = CaseTale.Number, greater = "AJ-0000000002";
        Assert.Equal(lesser, TakenBy(new JoinCase(lesser, greater, Some.Grounds)));
        Assert.Equal(lesser, TakenBy(new JoinCase(greater, lesser.ToLowerInvariant(), Some.Grounds)));
        Assert.Equal(greater, TakenBy(new JoinCase(greater, "no number", Some.Grounds)));

        // Told of by the greater, it is the same step of the lesser.
        Assert.Equal(greater, Assert.Single(CaseTale.Filed().Do(new JoinCase(greater, lesser, Some.Grounds), CaseTale.Head).Case.OwedToJoined).Other);

        // The version that is expected is of the case that was named: of the lesser the shell compares it, of the greater the law.
        var seen = new JoinCase(greater, lesser, Some.Grounds) { ExpectedVersion = 6 };
        Assert.Equal(new VersionConflict(6, 7), CaseTale.Filed().Refused(seen, CaseTale.Head));
        Assert.Null(CaseTale.Filed().Refused(seen with { ExpectedVersion = 7 }, CaseTale.Head));
        Assert.Null(CaseTale.Filed().Refused(seen with { Number = lesser, Other = greater }, CaseTale.Head));
        Assert.Empty(CaseTale.Filed().Do(seen with { ExpectedVersion = null }, CaseTale.Head).Do(seen, CaseTale.Head).Journal.OfType<CaseJoined>().Skip(1));

        Assert.Equal("other", FieldOf(new JoinCase(lesser, "AJ-0000000000", Some.Grounds)));
        Assert.Equal("other", FieldOf(new JoinCase(lesser, lesser, Some.Grounds)));
        Assert.Equal("other", FieldOf(new JoinCase(lesser, "no number", Some.Grounds)));
        Assert.Equal("number", FieldOf(new JoinCase(greater, "AJ-0000000003", Some.Grounds)));

        static string TakenBy(JoinCase command) => ((IConcernsTwo)command).TakenBy;
        static string FieldOf(JoinCase command) => Assert.IsType<InvalidInput>(CaseTale.Filed().Refused(command, CaseTale.Head)).Field;
    }
}
