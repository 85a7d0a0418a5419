using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>The rules of a case one by one, at, below and above where each begins to hold.</summary>
public sealed class CaseRuleTests
{
    private static readonly DateOnly First = Some.Today;

    [Fact]
    public void A_step_is_dated_between_the_one_before_it_and_today()
    {
        var reviewed = CaseTale.Reviewed().After(5);
        Dated(day => reviewed.Refused(new NotifyRights(day, Some.Grounds)), "servedOn", First, reviewed.Today);
        var decided = CaseTale.Decided().After(5);
        Dated(day => decided.Refused(new ServeDecision(day, null)), "servedOn", First, decided.Today);
        Dated(day => decided.Refused(new PublishDecision(day, "公示系统")), "publishedOn", First, decided.Today);
        var paused = CaseTale.Filed(First.AddDays(-6)).On(First)
            .Do(new PauseCase(PauseReason.PublicNotice, "公1", First.AddDays(-3))).After(5);
        Dated(day => paused.Refused(new EndCasePause(1, day)), "endedOn", First.AddDays(-3), paused.Today);
        var filed = CaseTale.Filed();
        Dated(day => filed.Refused(new PauseCase(PauseReason.PublicNotice, "公1", day)), "startedOn", First, filed.Today);
        Dated(day => filed.Refused(new AddEvidence(EvidenceKind.Exhibit, "涂料", day, ["officer", "second"], "officer", "证物室", null)), "takenOn", ActDay.Earliest, filed.Today);

        static void Dated(Func<DateOnly, Refusal?> refused, string field, DateOnly first, DateOnly last)
        {
            Assert.Equal(field, Assert.IsType<InvalidInput>(refused(first.AddDays(-1))).Field);
            Assert.Null(refused(first));
            Assert.Null(refused(last));
            Assert.Equal(field, Assert.IsType<InvalidInput>(refused(last.AddDays(1))).Field);
        }
    }

    [Fact]
    public void A_pause_of_an_earlier_day_begins_with_that_day()
    {
        var paused = CaseTale.Filed().After(5).Do(new PauseCase(PauseReason.PublicNotice, "公1", First.AddDays(2))).Do(new PauseCase(PauseReason.PublicNotice, "公2", First.AddDays(5)));
        Assert.Equal([ShanghaiTime.StartOf(First.AddDays(2)), paused.Now], paused.Case.Pauses.Select(pause => pause.Pause.StartedAt));
    }

    [Fact]
    public void Instalments_end_after_the_term_for_payment_and_within_ten_years()
    {
        var served = CaseTale.Served();
        var last = served.LastDay(CaseDeadlines.Payment);
        Assert.Equal("until", Refused(served, last));
        Assert.Null(Refused(served, last.AddDays(1)));
        Assert.Null(Refused(served, last.AddDays(3650)));
        Assert.Equal("until", Refused(served, last.AddDays(3651)));
        served.On(last.AddDays(5));
        Assert.Equal("until", Refused(served, last.AddDays(4)));
        Assert.Null(Refused(served, last.AddDays(5)));

        static string? Refused(CaseTale tale, DateOnly until) => (tale.Refused(new AllowInstalments(until, Some.Grounds), CaseTale.Head) as InvalidInput)?.Field;
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3650, true)]
    [InlineData(3651, false)]
    // 程序规定 第六十四条: the second extension is decided collectively and states its length.
    public void A_collective_extension_states_a_length_that_can_be_meant(int days, bool isGranted)
    {
        var extended = CaseTale.Filed().Do(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds), CaseTale.Head);
        Assert.Equal(isGranted, extended.Refused(new ExtendCaseClock(CaseClock.Decision, null, days, Some.Grounds), CaseTale.Head) is null);
    }

    [Theory]
    // 行政处罚法 第六十三条; 听证办法 第五条.
    [InlineData(PartyKind.Person, 9_999_99, 0, 0, null, false)]
    [InlineData(PartyKind.Person, 10_000_00, 0, 0, null, true)]
    [InlineData(PartyKind.Den, 9_999_99, 0, 0, null, false)] // its operator is a natural person
    [InlineData(PartyKind.Den, 10_000_00, 0, 0, null, true)]
    [InlineData(PartyKind.Enterprise, 99_999_99, 0, 0, null, false)]
    [InlineData(PartyKind.Enterprise, 100_000_00, 0, 0, null, true)]
    [InlineData(PartyKind.Enterprise, 0, 50_000_00, 49_999_99, null, false)]
    [InlineData(PartyKind.Enterprise, 0, 50_000_00, 50_000_00, null, true)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.Warning, false)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.PublicCriticism, false)] // 行政处罚法 第九条第一项, with the warning
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.OrderToStop, true)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.Closure, true)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.LicenceSuspension, true)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.Downgrade, true)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.LicenceRevocation, true)]
    [InlineData(PartyKind.Enterprise, 0, 0, 0, PenaltyKind.TradeBan, true)]
    public void A_hearing_is_offered_for_what_weighs_heavily(PartyKind party, long fine, long gains, long goods, PenaltyKind? other, bool isOffered) =>
        Assert.Equal(isOffered, new Penalty(fine, gains, goods, other is { } kind ? [kind] : []).OffersHearing([Party(party)], First,
            HearingFigures.Usual));

    /// <summary>Where one of the parties is a natural person, the lower figure holds, whoever is the first.</summary>
    [Theory]
    [InlineData(9_999_99, false)]
    [InlineData(10_000_00, true)]
    public void Of_several_parties_a_natural_person_s_figure_decides(long fine, bool isOffered)
    {
        var penalty = new Penalty(fine, 0, 0, []);
        Assert.Equal(isOffered, penalty.OffersHearing([Party(PartyKind.Enterprise), Party(PartyKind.Person)], First, HearingFigures.Usual));
        Assert.Equal(200_00, SpotPenalty.MostFor([Party(PartyKind.Enterprise), Party(PartyKind.Person)]));
        Assert.Equal(3_000_00, SpotPenalty.MostFor([Party(PartyKind.Enterprise)]));
        var tale = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, "张某", null, null))
            .Do(new ProposePenalty(new(fine), default, default, [], Some.Grounds));
        Assert.Equal(isOffered ? CaseStage.Hearing : CaseStage.LegalReview, tale.Case.Stage);
    }

    private static CaseParty Party(PartyKind kind) => new(kind, "某厂", null, null);

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(1, 0, 0, true)]
    [InlineData(0, 1, 0, true)]
    [InlineData(0, 0, 1, true)]
    [InlineData(-1, 1, 0, false)]
    [InlineData(1, -1, 0, false)]
    [InlineData(1, 0, -1, false)]
    [InlineData(1_000_000_000_000_00, 0, 0, true)]
    [InlineData(1_000_000_000_000_01, 0, 0, false)]
    [InlineData(0, 1_000_000_000_000_01, 0, false)]
    [InlineData(0, 0, 1_000_000_000_000_01, false)]
    public void A_penalty_says_something_and_its_amounts_can_be_meant(long fine, long gains, long goods, bool isTaken)
    {
        Assert.Equal(isTaken ? null : "fineCny", (CaseTale.Filed().Refused(new ProposePenalty(new(fine), new(gains), new(goods), [], Some.Grounds)) as InvalidInput)?.Field);
        var waived = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        var decision = new DecidePenalty(new(fine), "裁量", new(gains), new(goods), [], Some.Grounds);
        Assert.Equal(isTaken, waived.Refused(decision, CaseTale.Head) is not InvalidInput);
    }

    [Theory]
    // 行政处罚法 第四十五条第二款.
    [InlineData(10_00, 5_00, 7_00, false, null, null)]
    [InlineData(9_00, 6_00, 7_00, false, 22.00, PenaltyPart.ConfiscatedGains)] // no more in all, and more of one part
    [InlineData(15_00, 0, 7_00, false, 22.00, PenaltyPart.Fine)]
    [InlineData(9_00, 5_00, 8_00, false, 22.00, PenaltyPart.ConfiscatedGoods)]
    [InlineData(10_01, 5_00, 7_00, false, 22.01, PenaltyPart.Fine)]
    [InlineData(10_00, 5_00, 7_01, false, 22.01, PenaltyPart.ConfiscatedGoods)]
    [InlineData(10_00, 5_00, 6_99, false, null, null)]
    [InlineData(10_00, 5_00, 7_00, true, 22.00, PenaltyPart.Others)]
    public void A_decision_is_not_heavier_than_what_the_party_was_told(
        long fine, long gains, long goods, bool closes, double? decided, PenaltyPart? part)
    {
        var waived = CaseTale.Filed().Do(new ProposePenalty(new(10_00), new(5_00), new(7_00), [PenaltyKind.Warning], Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new NotifyRights(First, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        ImmutableArray<PenaltyKind> others = closes ? [PenaltyKind.Warning, PenaltyKind.Closure] : [];
        var refused = waived.Refused(new DecidePenalty(new(fine), "裁量", new(gains), new(goods), others, Some.Grounds), CaseTale.Head);
        Assert.Equal(decided is { } sum ? new PenaltyAggravated(22m, (decimal)sum, part!.Value) : null, refused);
    }

    [Theory]
    // 行政处罚法 第三十六条: two years, five where life and health are concerned; the last day still counts.
    [InlineData(2024, 3, 2, false, true)]
    [InlineData(2024, 3, 1, false, false)]
    [InlineData(2021, 3, 2, true, true)]
    [InlineData(2021, 3, 1, true, false)]
    public void An_act_is_filed_and_penalised_that_was_found_out_within_its_limitation(
        int year, int month, int day, bool harmsSafety, bool isPenalised)
    {
        var ended = new DateOnly(year, month, day);
        var filing = new FileCase(["officer", "second"], Some.Grounds);
        Assert.Equal(isPenalised, Led(ended).Refused(filing, CaseTale.Head) is not LimitationPassed);

        // That it had ended so long ago was found out after the filing only.
        var found = new CorrectCaseLead(
            ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, First, "监督检查发现", null, null, ["COATINGS"], [], ended,
            harmsSafety, Some.Grounds);
        var tale = Led(null).Do(filing, CaseTale.Head).Do(found, CaseTale.Head)
            .Do(new ProposePenalty(new(1_00), default, default, [], Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(new NotifyRights(First, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.Equal(isPenalised, tale.Refused(CaseTale.Decision(1_00), CaseTale.Head) is not LimitationPassed);

        CaseTale Led(DateOnly? on) => new CaseTale().Do(new RecordLead(
            "某厂生产不合格涂料案", ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, First, "监督检查发现", null, null,
            Some.CreditCode, PartyKind.Enterprise, "某厂", null, ["COATINGS"], on, harmsSafety));
    }

    [Fact]
    public void A_hearing_is_announced_within_two_years()
    {
        var requested = Requested();
        Assert.Null(requested.Refused(new AnnounceHearing(new DateOnly(2028, 12, 31), null), CaseTale.Legal));
        Assert.Equal("hearingOn", Assert.IsType<InvalidInput>(requested.Refused(new AnnounceHearing(new DateOnly(2029, 1, 1), null), CaseTale.Legal)).Field);
    }

    [Fact]
    public void Who_asked_for_a_hearing_pauses_the_case_until_it_is_held_or_waived()
    {
        Assert.IsType<NoHearingRequested>(CaseTale.Notified().Refused(new RecordPartyAnswer(PartyAnswer.HearingRequested, null)));
        var requested = CaseTale.Notified(200_000_00).Do(new PauseCase(PauseReason.PublicNotice, "公1", null)).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));
        Assert.Equal([(1, "公1"), (2, "听1")], requested.Case.Pauses.Select(pause => (pause.Number, pause.Pause.Document)));
        Assert.Null(requested.Case.Clocks.Find(CaseDeadlines.Statement));
        Assert.Empty(requested.Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1")).Journal.OfType<PartyAnswered>().Skip(1));
        Assert.IsType<AlreadyRecorded>(requested.Refused(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听2")));
        requested.After(1).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.Equal((PartyAnswer.Waived, null, requested.Now), (requested.Case.Rights!.Answer, requested.Case.Pauses[0].Pause.EndedAt, requested.Case.Pauses[1].Pause.EndedAt!.Value));

        var held = CaseTale.Notified(200_000_00).HearingComes();
        held.Do(new RecordHearing(held.Today, " chair ", " 听报1 "), CaseTale.Legal);
        Assert.Equal(("chair", "听报1"), (held.Case.Rights!.Chair, held.Journal.OfType<HearingRecorded>().Single().Report));
        Assert.Single(held.Journal.OfType<HearingRecorded>());
        Assert.Equal(new ChairIsInvestigator("chair"), held.Refused(new AssignCaseOfficers(["second", "chair"], Some.Grounds), CaseTale.Head));
        Assert.Null(held.Refused(new AssignCaseOfficers(["second", "third"], Some.Grounds), CaseTale.Head));
    }

    [Fact]
    public void A_test_is_a_test_an_inspection_a_quarantine_or_an_expert_opinion()
    {
        var filed = CaseTale.Filed();
        PauseReason[] granted = [PauseReason.Testing, PauseReason.Inspection, PauseReason.Quarantine, PauseReason.ExpertOpinion];
        Assert.Equal(granted.Order(), Enum.GetValues<PauseReason>().Where(reason => filed.Refused(new OrderTest("市质检所", "涂料", "委1", null, reason)) is null).Order());
        Assert.Equal(PauseReason.Testing, filed.Do(new OrderTest("市质检所", "涂料", "委1", null, null)).Case.Pauses.Single().Pause.Reason);
    }

    [Fact]
    public void Of_several_things_the_one_that_is_named_is_meant()
    {
        var filed = CaseTale.Filed();
        foreach (var title in new[] { "涂料", "账册" })
        {
            filed.Do(new AddEvidence(EvidenceKind.Exhibit, title, First, ["officer", "second"], "officer", "证物室", null)).Do(new SeizeGoods(SeizureKind.Seizure, title, ["officer", "second"], Some.Grounds)).Do(new OrderTest("市质检所", title, "委1", null, null));
        }

        filed.Do(new MoveEvidence(2, "third", "档案室")).Do(new EndSeizure(2, SeizureOutcome.Released, Some.Grounds)).Do(new RecordTestResult(2, true, null));
        Assert.Equal([1, 2], filed.Case.Evidence.Select(one => one.Custody.Length));
        Assert.Equal([null, First], filed.Case.Seizures.Select(one => one.EndedOn));
        Assert.Equal([null, First], filed.Case.Tests.Select(one => one.ResultOn));
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(filed.Refused(new EndSeizure(1, SeizureOutcome.LapsedByItself, Some.Grounds))).Field);
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        var filed = CaseTale.Filed().Do(new LinkInspection("JC-0000000009")).Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Do(CaseTale.Figures(goods: 600_000_00));
        var count = filed.Journal.Count;
        filed.Do(new LinkInspection("JC-0000000009")).Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Do(CaseTale.Figures(goods: 600_000_00)).Do(new AssignCaseOfficers(["officer", "second"], Some.Grounds), CaseTale.Head);
        Assert.Equal(count, filed.Journal.Count);
        Assert.Single(filed.Journal.OfType<CaseMarkedMajor>());
        var requested = CaseTale.Served().On(new DateOnly(2026, 8, 3)).Do(new UrgePayment("催1")).On(new DateOnly(2026, 9, 3))
            .Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head).Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head);
        Assert.Single(requested.Journal.OfType<CourtEnforcementRequested>());
        Assert.Null(requested.Case.Clocks.Find(CaseDeadlines.Payment));

        // The inspection that the lead came from is linked by that.
        var lead = new CaseTale();
        lead.Do((RecordLead)CaseSamples.All[0]).Do(new LinkInspection("JC-0000000001"));
        Assert.Empty(lead.Case.LinkedInspections);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1_000_000_000_000_00, true)]
    [InlineData(1_000_000_000_000_01, false)]
    public void No_figure_is_negative_or_beyond_all_measure(long figure, bool isTaken) => Assert.All(
        new[] { CaseTale.Figures(goods: figure), CaseTale.Figures(sales: figure), CaseTale.Figures(unsold: figure), CaseTale.Figures(gains: figure), CaseTale.Figures(business: figure), CaseTale.Figures(loss: figure) },
        figures => Assert.Equal(isTaken, CaseTale.Filed().Refused(figures) is null));

    [Theory]
    [InlineData(null, typeof(NotFound))]
    [InlineData(CaseStage.NotFiled, typeof(CaseNotInStage))]
    [InlineData(CaseStage.Closed, typeof(CaseNotInStage))]
    [InlineData(CaseStage.Withdrawn, typeof(CaseNotInStage))]
    [InlineData(CaseStage.Lead, null)]
    [InlineData(CaseStage.Execution, null)]
    public void A_case_is_joined_with_one_that_goes_on(CaseStage? other, Type? refusal)
    {
        var filed = CaseTale.Filed();
        var now = filed.Circumstances.With(new JoinPartnerFound(other, 7));
        Assert.Equal(refusal, Case.Concept.Decided(filed.State, new JoinCase(CaseTale.Number, "AJ-0000000002", Some.Grounds), now with { Actor = CaseTale.Head }).Refusal?.GetType());
    }

    [Fact]
    public void A_credit_code_that_is_none_is_refused_by_its_field()
    {
        var filed = CaseTale.Filed();
        Assert.Equal("creditCode", Field(filed.State, new AddCaseParty(PartyKind.Enterprise, "某厂", "91310118631656145X", null)));
        Assert.Equal("creditCode", Field(filed.State, new AddCaseParty(PartyKind.Enterprise, "某厂", "310118000012345", null)));
        Assert.Equal("enterpriseCreditCode", Field(null, (RecordLead)CaseSamples.All[0] with { EnterpriseCreditCode = "91310118631656145X" }));

        // A register has brought it: the enterprise is known by it.
        var added = Case.Concept.Decided(
            filed.State, new AddCaseParty(PartyKind.Enterprise, "某厂", "91310118631656145X", null), filed.Circumstances.WithCaseFacts());
        Assert.Equal("91310118631656145X", Assert.IsType<CasePartyAdded>(Assert.Single(added.Events)).Party.CreditCode);

        string Field(CaseState? state, CaseCommand command) =>
            Assert.IsType<InvalidInput>(Case.Concept.Decided(state, command, filed.Circumstances.WithCaseFacts(party: null)).Refusal).Field;
    }

    [Fact]
    public void A_penalty_is_paid_when_all_of_it_is_and_its_term_runs_until_then()
    {
        var served = CaseTale.Served(20_000_00);
        served.Do(new ExecutePenalty(new(19_999_99), served.Today, null));
        Assert.NotNull(served.Case.Clocks.Find(CaseDeadlines.Payment));
        Assert.Contains(CaseTask.PenaltyUnpaid, served.Case.OpenTasks);
        served.Do(new ExecutePenalty(new(1), served.Today, null));
        Assert.Null(served.Case.Clocks.Find(CaseDeadlines.Payment));
        Assert.DoesNotContain(CaseTask.PenaltyUnpaid, served.Case.OpenTasks);

        // Where nothing is to be paid, nothing is owed.
        var warned = CaseTale.Filed().Do(new ProposePenalty(default, default, default, [PenaltyKind.Warning], Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Do(new NotifyRights(First, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(default, "裁量", default, default, [PenaltyKind.Warning], Some.Grounds), CaseTale.Head);
        Assert.Equal([CaseTask.DecisionUnserved], warned.Case.OpenTasks);
        Assert.DoesNotContain(warned.Do(new ServeDecision(First, null)).Case.Clocks, clock => clock.Kind is CaseDeadlines.Payment or CaseDeadlines.Service);
        Assert.Empty(warned.Case.OpenTasks);
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(warned.Refused(new CloseCase(CaseOutcome.Withdrawn, Some.Grounds), CaseTale.Head)).Field);
    }

    [Fact]
    public void A_further_offence_joins_the_duty_that_stands_and_its_term_runs_on()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        var term = tale.Clock(CaseDeadlines.TransferOpening);
        Assert.Equal(ShanghaiTime.StartOf(First), term.Clock.StartedAt);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).After(1).Do(CaseTale.Figures(sales: 50_000_00, circumstances: [GraveCircumstance.ToxicFood]));
        Assert.Equal([Offence.InferiorProducts, Offence.ToxicFood], tale.Case.Duty!.Offences);
        Assert.Equal((First, CaseTale.Transfer), (tale.Case.Duty.OpenedOn, tale.Case.Duty.Transfer));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.TransferOpening));

        var unopened = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).After(1).Do(CaseTale.Figures(sales: 50_000_00, circumstances: [GraveCircumstance.ToxicFood]));
        Assert.Equal(term.DueAt, unopened.Clock(CaseDeadlines.TransferOpening).DueAt);
    }

    [Fact]
    public void A_transfer_tells_its_case_each_step_once_and_another_tells_it_nothing()
    {
        const string another = "YS-0000000002";
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened));
        var count = tale.Journal.Count;
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(another, TransferStep.Filed)).Do(new NoteCrimeTransfer(another, TransferStep.Returned));
        Assert.Equal(count, tale.Journal.Count);

        // A transfer that takes the place of another is the one that is under way.
        Assert.Equal(another, tale.Do(new NoteCrimeTransfer(another, TransferStep.Opened)).Case.Duty!.Transfer);
        tale.Do(new NoteCrimeTransfer(another, TransferStep.Filed)).Do(new NoteCrimeTransfer(another, TransferStep.Returned));
        count = tale.Journal.Count;
        tale.Do(new NoteCrimeTransfer(another, TransferStep.Filed)).Do(new NoteCrimeTransfer(another, TransferStep.Returned));
        Assert.Equal(count, tale.Journal.Count);
    }

    [Fact]
    public void What_the_police_give_back_begins_anew_and_what_was_found_meanwhile_counts()
    {
        var tale = CaseTale.Notified().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal([CaseDeadlines.Decision, CaseDeadlines.JudgmentInquiry], tale.Case.Clocks.Select(clock => clock.Kind));
        Assert.Equal((First, false), (tale.Case.Duty!.AnsweredOn, tale.Case.MustTransfer));
        tale.Do(CaseTale.Figures(sales: 50_000_00, circumstances: [GraveCircumstance.ToxicFood]));
        Assert.False(tale.Case.MustTransfer);
        tale.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal((CaseStage.Investigation, null, null, null), (tale.Case.Stage, tale.Case.Proposal, tale.Case.ReviewedBy, tale.Case.Rights));
        Assert.True(tale.Case.MustTransfer);
        Assert.Equal([Offence.InferiorProducts, Offence.ToxicFood], tale.Case.Duty!.Offences);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.Filing));

        // The review that had not been made is not owed meanwhile.
        var proposed = CaseTale.Proposed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal([CaseDeadlines.Decision, CaseDeadlines.JudgmentInquiry], proposed.Case.Clocks.Select(clock => clock.Kind));

        // A lead that was never filed is a lead again, and its term for filing begins with that day.
        var lead = CaseTale.Of().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal(CaseDeadlines.JudgmentInquiry, Assert.Single(lead.Case.Clocks).Kind);
        lead.After(3).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal((CaseStage.Lead, lead.Now, lead.Today), (lead.Case.Stage, lead.Clock(CaseDeadlines.Filing).Clock.StartedAt, lead.Case.Duty!.AnsweredOn));
    }

    [Fact]
    public void A_transfer_that_is_returned_before_the_police_filed_it_lifts_the_duty_and_nothing_else()
    {
        var tale = CaseTale.Notified(found: CaseTale.Figures(sales: 50_000_00))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).After(1)
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal((CaseStage.LegalReview, tale.Today, false), (tale.Case.Stage, tale.Case.Duty!.AnsweredOn, tale.Case.MustTransfer));
        Assert.NotNull(tale.Case.Rights);
    }

    [Fact]
    public void A_deadline_of_a_case_is_met_when_its_kind_and_its_instant_stand_and_not_before()
    {
        var due = CaseTale.Filed().Clock(CaseDeadlines.Decision).DueAt!.Value;
        Assert.True(HasLapsed(CaseDeadlines.Decision, due, at: due));
        Assert.True(HasLapsed(CaseDeadlines.Decision, due, at: due.AddDays(1)));
        Assert.False(HasLapsed(CaseDeadlines.Decision, due, at: due.AddMilliseconds(-1)));
        Assert.False(HasLapsed(CaseDeadlines.Decision, due.AddDays(-1), at: due));
        Assert.False(HasLapsed(CaseDeadlines.Filing, due, at: due));

        static bool HasLapsed(string kind, DateTimeOffset dueAt, DateTimeOffset at) =>
            CaseTale.Filed().At(at).Do(new CaseDeadlineReached(kind, dueAt), Actor.System(Guid.Empty)).Journal.OfType<CaseDeadlineLapsed>().Any();
    }

    [Fact]
    public void A_den_is_closed_when_goods_are_first_seized_there()
    {
        Assert.Equal([1], Counted(PartyKind.Den));
        Assert.Empty(Counted(PartyKind.Enterprise));

        static IEnumerable<long> Counted(PartyKind kind)
        {
            var tale = CaseTale.Of(kind: kind).Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)).Do(new SeizeGoods(SeizureKind.Sealing, "设备", ["officer", "second"], Some.Grounds));
            CaseState? state = null;
            foreach (var happened in tale.Journal)
            {
                var before = state;
                state = Case.Apply(before, happened);
                foreach (var fact in Case.Concept.Tally(before, happened, state).Where(fact => fact.Measure is Grains.Journal.Measure.DensClosed))
                {
                    yield return fact.Amount;
                }
            }
        }
    }

    [Fact]
    public void Every_term_has_its_words()
    {
        Assert.All(CaseDeadlines.Rules.Keys.Append(CaseDeadlines.Filing).Append(CaseDeadlines.TransferOpening), kind => Assert.NotEqual(kind, CaseTexts.Deadline(kind).Chinese));
        Assert.Equal(29, CaseDeadlines.Rules.Count);
        Assert.All(CrimeTransferDeadlines.Clocks, kind => Assert.NotEqual(kind, CrimeTransferTexts.Deadline(kind).Chinese));
        Assert.Equal(13, CrimeTransferDeadlines.Clocks.Count);
    }

    [Fact]
    public void A_decision_is_recorded_without_the_spaces_around_its_texts()
    {
        var waived = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).Do(CaseTale.Decision(1_00) with { Discretion = " 从轻 ", Grounds = new Grounds(" 事实 ", " 依据 ", " 罚1 ") }, CaseTale.Head);
        var decided = waived.Journal.OfType<PenaltyDecided>().Single();
        Assert.Equal(("从轻", "罚1", new Grounds("事实", "依据", "罚1")), (decided.Decision.Discretion, decided.Decision.Document, decided.Grounds));
    }

    [Fact]
    public void Of_several_joined_cases_the_one_that_was_told_is_owed_no_more()
    {
        var joined = CaseTale.Filed().Do(new JoinCase(CaseTale.Number, "AJ-0000000002", Some.Grounds), CaseTale.Head).Do(new JoinCase(CaseTale.Number, "AJ-0000000003", Some.Grounds), CaseTale.Head);
        joined.Do(new CaseDeadlineReached(CaseDeadlines.JoinNotice, joined.Now), Actor.System(Guid.Empty));
        Assert.Equal(["AJ-0000000003"], joined.Case.OwedToJoined.Select(owed => owed.Other));
    }

    [Fact]
    public void Nobody_holds_a_case_that_has_ended()
    {
        Assert.Equal(["officer", "second"], CaseTale.Filed().Case.Holders);
        Assert.Empty(CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head).Case.Holders);
        Assert.Empty(SomeInspection.Recorded().Holders);
    }

    [Fact]
    public void Figures_that_are_left_out_are_none_and_the_same_figure_is_not_counted_again()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(goods: 5) with { Marks = null });
        Assert.Equal(0, tale.Case.Figures.Marks);
        tale.Do(CaseTale.Figures(goods: 5, sales: 7));
        Assert.Equal([5], CountedOf(tale, Grains.Journal.Measure.GoodsValue));
        var paid = CaseTale.Served();
        Assert.Equal([300], CountedOf(paid.Do(new ExecutePenalty(new(300), paid.Today, null)), Grains.Journal.Measure.Penalties));

        static IEnumerable<long> CountedOf(CaseTale tale, Grains.Journal.Measure measure)
        {
            CaseState? state = null;
            foreach (var happened in tale.Journal)
            {
                var before = state;
                state = Case.Apply(before, happened);
                foreach (var fact in Case.Concept.Tally(before, happened, state).Where(fact => fact.Measure == measure))
                {
                    yield return fact.Amount;
                }
            }
        }
    }

    private static CaseTale Requested() => CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"));

    [Fact]
    public void What_has_ended_does_not_end_again_while_another_is_open()
    {
        var filed = CaseTale.Filed();
        foreach (var what in new[] { "涂料", "账册" })
        {
            filed.Do(new SeizeGoods(SeizureKind.Seizure, what, ["officer", "second"], Some.Grounds)).Do(new OrderTest("市质检所", what, "委1", null, null)).Do(new PauseCase(PauseReason.PublicNotice, what, null));
        }

        filed.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)).Do(new RecordTestResult(1, true, null)).Do(new EndCasePause(2, null));
        Assert.Equal(new NoSuchItem("seizure", 1), filed.Refused(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)));
        Assert.Equal(new NoSuchItem("seizure", 1), filed.Refused(new OrderTest("市质检所", "涂料", "委2", 1, null)));
        Assert.Null(filed.Refused(new OrderTest("市质检所", "账册", "委2", 2, null)));
        Assert.Equal(new NoSuchItem("test", 1), filed.Refused(new RecordTestResult(1, true, null)));
        Assert.Equal(new NotInPause(2), filed.Refused(new EndCasePause(2, null)));
        Assert.Null(filed.Refused(new EndCasePause(4, null)));
    }

    [Fact]
    public void What_was_kept_as_evidence_and_is_given_back_lapses_no_more()
    {
        var kept = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.RegisteredPreservation, "账册", ["officer", "second"], Some.Grounds));
        Assert.NotNull(kept.Case.Clocks.Find(CaseDeadlines.Preservation, 1));
        Assert.Null(kept.Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)).Case.Clocks.Find(CaseDeadlines.Preservation, 1));
    }

    [Fact]
    public void The_least_fine_has_a_term_to_pay_it_in() => Assert.NotNull(CaseTale.Served(fine: 1).Case.Clocks.Find(CaseDeadlines.Payment));

    [Theory]
    [InlineData(63, 'a', false)]
    [InlineData(64, 'a', true)]
    [InlineData(64, 'F', true)] // in either case
    [InlineData(64, 'g', false)]
    [InlineData(65, 'a', false)]
    public void An_attachment_is_named_by_the_sixty_four_digits_of_its_sum(int length, char last, bool isTaken)
    {
        var refusal = CaseTale.Filed().Refused(new AddEvidence(EvidenceKind.Exhibit, "账册", First, ["officer", "second"], "officer", "证物室", new string('0', length - 1) + last));
        Assert.Equal(isTaken ? null : "attachment", (refusal as InvalidInput)?.Field);
    }

    [Fact]
    public void A_follow_up_warns_two_hundred_enterprises_at_most()
    {
        Assert.Equal("warned[0]", FieldOf(200));
        Assert.Equal("warned", FieldOf(201));

        // No credit codes at all, so that the first of them is refused where their number is not.
        static string FieldOf(int count) =>
            Assert.IsType<InvalidInput>(CaseTale.Served(fine: 1).Refused(new RecordCaseFollowUp("通报", [.. Enumerable.Range(1, count).Select(number => $"第{number}家")]))).Field;
    }

    [Fact]
    public void Penalties_and_circumstances_are_recorded_each_once_in_their_order()
    {
        ImmutableArray<PenaltyKind> said = [PenaltyKind.Closure, PenaltyKind.Warning, PenaltyKind.Closure], recorded = [PenaltyKind.Warning, PenaltyKind.Closure];
        var proposed = CaseTale.Filed().Do(new ProposePenalty(new(20_000_00), default, default, said, Some.Grounds));
        Assert.Equal(recorded, proposed.Case.Proposal!.Penalty.Others);
        proposed.Do(new NotifyRights(First, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated();
        Assert.Equal(recorded, proposed.Do(CaseTale.Decision(20_000_00) with { Others = said }, CaseTale.Head).Case.Decision!.Penalty.Others);

        var figures = CaseTale.Figures(goods: 1, circumstances: [GraveCircumstance.DangerousFood, GraveCircumstance.RepeatedWithinTwoYears, GraveCircumstance.DangerousFood]);
        var found = CaseTale.Filed().Do(figures);
        Assert.Equal([GraveCircumstance.RepeatedWithinTwoYears, GraveCircumstance.DangerousFood], found.Case.Figures.Circumstances);
        var count = found.Journal.Count;
        Assert.Equal(count, found.Do(figures).Journal.Count);
    }

    [Fact]
    public void The_first_grave_circumstance_that_makes_a_case_major_is_named() => Assert.Equal(
        Terms.Of(GraveCircumstance.InjuryOrDeath).Chinese,
        new MajorCaseCriteria(null, null, null, [GraveCircumstance.ToxicFood, GraveCircumstance.InjuryOrDeath])
            .MetBy(CaseFigures.None with { Circumstances = [GraveCircumstance.InjuryOrDeath, GraveCircumstance.ViolenceAgainstOfficers, GraveCircumstance.ToxicFood] }));

    [Fact]
    public void Who_investigates_does_not_preside_however_the_name_is_typed()
    {
        var comes = CaseTale.Notified(200_000_00).HearingComes();
        Assert.Equal(new ChairIsInvestigator("officer"), comes.Refused(new RecordHearing(comes.Today, " officer ", "听报1"), CaseTale.Legal));
    }

    [Fact]
    public void Who_investigated_does_not_send_the_case_back_either() =>
        Assert.Equal(new ReviewerIsInvestigator("second"), CaseTale.Proposed().Refused(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal with { User = "second" }));

    [Fact]
    public void A_decision_says_its_grounds_and_its_discretion()
    {
        var answered = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.Equal("reason", FieldOf(CaseTale.Decision(20_000_00) with { Grounds = Some.Grounds with { Reason = " " } }));
        Assert.Equal("discretion", FieldOf(CaseTale.Decision(20_000_00) with { Discretion = " " }));

        string FieldOf(DecidePenalty decision) => Assert.IsType<InvalidInput>(answered.Refused(decision, CaseTale.Head)).Field;
    }

    [Fact]
    public void Nothing_is_decided_before_the_party_s_term_is_over_or_it_was_heard()
    {
        var notified = CaseTale.Notified();
        var until = notified.Case.Rights!.StatementUntil;
        Assert.Equal(new StatementPeriodRuns(until), notified.At(until.AddTicks(-1)).Refused(CaseTale.Decision(20_000_00), CaseTale.Head));
        Assert.Null(notified.At(until).Refused(CaseTale.Decision(20_000_00), CaseTale.Head));

        var heard = CaseTale.Notified(200_000_00).Heard().Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated();
        Assert.Null(heard.Refused(CaseTale.Decision(200_000_00), CaseTale.Head));
    }

    [Theory]
    [InlineData(CaseOutcome.Executed, "outcome", false)]
    [InlineData(CaseOutcome.EnforcedByCourt, "outcome", true)] // the court was never asked
    [InlineData(CaseOutcome.ExecutionEnded, "outcome", false)]
    [InlineData(CaseOutcome.Withdrawn, "outcome", true)]
    [InlineData(CaseOutcome.NotFiled, "outcome", true)]
    public void A_case_is_closed_as_executed_enforced_or_ended(CaseOutcome outcome, string field, bool isRefused) =>
        Assert.Equal(isRefused ? field : null, (CaseTale.Served().Refused(new CloseCase(outcome, Some.Grounds), CaseTale.Head) as InvalidInput)?.Field);

    [Fact]
    public void Goods_are_confiscated_by_a_decision_and_destroyed_with_the_heads_leave()
    {
        var seized = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(Refused(SeizureOutcome.Confiscated)).Field);
        Assert.Null(Refused(SeizureOutcome.Released));
        foreach (var outcome in new[] { SeizureOutcome.Destroyed, SeizureOutcome.Released, SeizureOutcome.HandedOver })
        {
            var one = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
                .Propose(
                    new EndSeizure(1, outcome, Some.Grounds, Early: outcome is SeizureOutcome.Destroyed ? EarlyDisposal.Perishable : null),
                    CaseTale.Officer);
            Assert.Null(one.Case.Seizures[0].EndedOn);
            var asked = Assert.Single(one.Case.Approvals, one => one.IsPending);
            Assert.Equal(ApprovalStep.Measure, asked.Step);
            Assert.NotNull(one.ProposalRefused(new ApproveCaseStep(asked.Number, null), CaseTale.Officer, new DeciderFound(false, [])));
            one.Propose(new ApproveCaseStep(asked.Number, null), CaseTale.Leader);
            Assert.Equal(outcome, one.Case.Seizures[0].Outcome);
        }

        // What the police have filed goes to them by that.
        var filed = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed))
            .Propose(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds), CaseTale.Officer);
        Assert.Equal(SeizureOutcome.HandedOver, filed.Case.Seizures[0].Outcome);

        Refusal? Refused(SeizureOutcome outcome) => seized.Refused(new EndSeizure(1, outcome, Some.Grounds));
    }

    [Fact]
    public void What_was_preserved_is_seized_by_a_measure_of_its_own()
    {
        CaseTale Preserved() =>
            CaseTale.Filed().Do(new SeizeGoods(SeizureKind.RegisteredPreservation, "涂料", ["officer", "second"], Some.Grounds)).After(3);
        EndSeizure turned = new(1, SeizureOutcome.TurnedIntoSeizure, Some.Grounds, SeizureKind.Sealing);

        var tale = Preserved().Propose(turned, CaseTale.Officer);
        Assert.Single(tale.Case.Seizures);
        tale.Propose(new ApproveCaseStep(1, null), CaseTale.Leader);
        Assert.Equal(
            [(SeizureKind.RegisteredPreservation, SeizureOutcome.TurnedIntoSeizure), (SeizureKind.Sealing, (SeizureOutcome?)null)],
            tale.Case.Seizures.Select(one => (one.Kind, one.Outcome)));
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.Preservation, 1));
        Assert.Equal(tale.Today.AddDays(30), tale.LastDay(CaseDeadlines.Seizure, 2));
        Assert.Equal(SeizureKind.Seizure, Preserved().Do(turned with { Into = null }).Case.Seizures[1].Kind);

        Assert.Equal("into", Problem(Preserved(), turned with { Into = SeizureKind.RegisteredPreservation }));
        Assert.Equal("into", Problem(Preserved(), turned with { Outcome = SeizureOutcome.Released }));
        var seized = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        Assert.Equal("outcome", Problem(seized, turned));

        static string? Problem(CaseTale tale, EndSeizure command) => (tale.Refused(command) as InvalidInput)?.Field;
    }

    [Fact]
    public void Clocks_stop_for_a_test_or_a_hearing_by_that_itself_and_otherwise_when_the_head_approves_it()
    {
        var tale = CaseTale.Filed();
        Assert.All(
            [PauseReason.Testing, PauseReason.Inspection, PauseReason.Quarantine, PauseReason.ExpertOpinion, PauseReason.Hearing],
            reason => Assert.Equal("reason", (tale.Refused(new PauseCase(reason, "中1", null)) as InvalidInput)?.Field));
        Assert.All(
            [PauseReason.Stay, PauseReason.PublicNotice, PauseReason.RightsHolderIdentification, PauseReason.OrderedRefund],
            reason =>
            {
                var asked = CaseTale.Filed().Propose(new PauseCase(reason, "函1", null));
                Assert.Empty(asked.Case.Pauses);
                Assert.Equal(ApprovalStep.Stay, Assert.Single(asked.Case.Approvals).Step);
                asked.Propose(new ApproveCaseStep(1, null), CaseTale.Leader);
                Assert.Equal(reason, Assert.Single(asked.Case.Pauses).Pause.Reason);
            });
    }

    [Fact]
    public void What_was_taken_on_the_spot_is_only_released_until_it_is_approved()
    {
        var seized = CaseTale.Filed().Propose(
            new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true), CaseTale.Officer);
        Assert.Equal("outcome", Assert.IsType<InvalidInput>(
            seized.Refused(new EndSeizure(1, SeizureOutcome.HandedOver, Some.Grounds))).Field);
        seized.Propose(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Officer);
        Assert.Equal(SeizureOutcome.Released, seized.Case.Seizures[0].Outcome);
    }

    [Fact]
    public void A_second_extension_names_the_minutes_of_the_heads_and_a_lapsed_measure_is_not_extended()
    {
        var unsigned = Some.Grounds with { DocumentNumber = null };
        var extended = CaseTale.Filed().Do(new ExtendCaseClock(CaseClock.Decision, null, 30, unsigned), CaseTale.Head);
        Assert.Equal("documentNumber", Assert.IsType<InvalidInput>(
            extended.Refused(new ExtendCaseClock(CaseClock.Decision, null, 30, unsigned), CaseTale.Head)).Field);
        Assert.Null(extended.Refused(new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds), CaseTale.Head));

        var seized = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        Assert.Null(seized.Refused(new ExtendCaseClock(CaseClock.Seizure, 1, 30, Some.Grounds), CaseTale.Head));
        seized.After(60).ClockRuns();
        Assert.Equal("item", Assert.IsType<InvalidInput>(
            seized.Refused(new ExtendCaseClock(CaseClock.Seizure, 1, 30, Some.Grounds), CaseTale.Head)).Field);
    }

    [Fact]
    public void The_hearing_ends_its_own_pause_and_no_other()
    {
        var tale = CaseTale.Notified(200_000_00)
            .Happened(new CasePaused(new CasePause(1, new ClockPause(PauseReason.Hearing, "前1", Some.TenOClock(Some.Today)), null)))
            .Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1")).Do(new PauseCase(PauseReason.PublicNotice, "公1", null));
        tale.After(1).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        Assert.Equal([null, tale.Now, null], tale.Case.Pauses.Select(pause => pause.Pause.EndedAt));

        // A pause that was ended by hand before the hearing is not ended a second time by it.
        var ended = CaseTale.Notified(200_000_00).HearingComes().Do(new EndCasePause(1, null));
        var at = ended.Now;
        Assert.Equal(at, ended.Do(new RecordHearing(ended.Today, "chair", "听报1"), CaseTale.Legal).Case.Pauses[0].Pause.EndedAt);
    }

    [Fact]
    public void What_the_police_give_back_goes_on_and_only_the_stay_is_over()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new PauseCase(PauseReason.PublicNotice, CaseTale.Transfer, null))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).After(9).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned));
        Assert.Equal([(PauseReason.PublicNotice, null), (PauseReason.Stay, (DateTimeOffset?)tale.Now)], tale.Case.Pauses.Select(pause => (pause.Pause.Reason, pause.Pause.EndedAt)));
    }

    [Fact]
    public void A_case_that_is_transferred_anew_waits_for_the_police_again()
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer("YS-0000000002", TransferStep.Opened)).Do(new NoteCrimeTransfer("YS-0000000002", TransferStep.Returned));
        Assert.False(tale.Case.MustTransfer);
        tale.Do(new NoteCrimeTransfer("YS-0000000003", TransferStep.Opened));
        Assert.Equal(("YS-0000000003", null, true), (tale.Case.Duty!.Transfer, tale.Case.Duty.AnsweredOn, tale.Case.MustTransfer));
    }

    [Fact]
    public void A_number_of_marks_is_not_negative() =>
        Assert.IsType<InvalidInput>(CaseTale.Filed().Refused(CaseTale.Figures(marks: -1)));

    [Fact]
    public void The_same_title_with_spaces_around_it_is_no_correction()
    {
        var filed = CaseTale.Filed();
        var count = filed.Journal.Count;
        Assert.Equal(count, filed.Do(new CorrectCaseTitle($" {filed.Case.Lead.Title} ", Some.Grounds), CaseTale.Head).Journal.Count);
    }

    [Fact]
    public void A_case_is_counted_under_its_main_class()
    {
        var filed = CaseTale.Filed();
        var after = filed.Case with { Lead = filed.Case.Lead with { ProductClasses = ["TEXTILES", "COATINGS"] } };
        Assert.Equal("TEXTILES", Assert.Single(Case.Concept.Tally(null, filed.Journal.OfType<CaseFiled>().Single(), after)).ProductClass);
    }

    [Fact]
    public void What_was_due_before_it_was_recorded_lapses_when_it_is()
    {
        var tale = new CaseTale().On(Some.Today);
        tale.Do((RecordLead)CaseSamples.All[0] with { ReceivedOn = Some.Today.AddDays(-60) });
        Assert.Equal(CaseDeadlines.Filing, Assert.Single(tale.Case.Lapses).Kind);
    }

    [Fact]
    public void Joined_cases_are_told_one_after_the_other()
    {
        var tale = CaseTale.Filed().Do(new JoinCase(CaseTale.Number, "AJ-0000000002", Some.Grounds), CaseTale.Head).Do(new JoinCase(CaseTale.Number, "AJ-0000000003", Some.Grounds), CaseTale.Head);
        Assert.Equal(2, tale.Case.OwedToJoined.Length);
        Assert.Single(CaseDeadlines.Of(tale.Case), open => open.Kind == CaseDeadlines.JoinNotice);
    }

    [Fact]
    public void A_hearing_that_is_awaited_is_awaited_by_its_own_terms_and_not_by_the_day_of_the_decision()
    {
        // The clock of the decision stands still; that of naming who presides runs (听证办法 第十八条).
        var requested = Requested();
        Assert.Null(requested.Clock(CaseDeadlines.Decision).DueAt);
        Awaited(CaseDeadlines.HearingChair);
        Assert.NotNull(requested.Case.AwaitedBy);
        requested.After(1).Do(new EndCasePause(1, null));
        Awaited(CaseDeadlines.HearingChair);
        Assert.True(requested.Case.AwaitedBy < requested.Clock(CaseDeadlines.Decision).DueAt);

        void Awaited(string term) => Assert.Equal(
            (AwaitedStep.Hearing, new OwedTerm(term, requested.Clock(term).DueAt!.Value)),
            (requested.Case.Awaits, requested.Case.AwaitedTerm!));
    }

    [Fact]
    public void Of_several_seizures_the_term_of_the_one_that_is_named_is_extended()
    {
        var seized = CaseTale.Filed();
        foreach (var what in new[] { "涂料", "账册" })
        {
            seized.Do(new SeizeGoods(SeizureKind.Seizure, what, ["officer", "second"], Some.Grounds));
        }

        Assert.Equal(new NoSuchItem("item", 0), seized.Refused(new ExtendCaseClock(CaseClock.Seizure, null, null, Some.Grounds), CaseTale.Head));
        Assert.Equal(new NoSuchItem("item", 3), seized.Refused(new ExtendCaseClock(CaseClock.Seizure, 3, null, Some.Grounds), CaseTale.Head));
        seized.Do(new ExtendCaseClock(CaseClock.Seizure, 2, null, Some.Grounds), CaseTale.Head);
        Assert.Equal([0, 1], new[] { 1, 2 }.Select(item => seized.Clock(CaseDeadlines.Seizure, item).Clock.Extensions.Length));

        // The other terms are one of their kind, whatever number is sent with them.
        Assert.Single(seized.Do(new ExtendCaseClock(CaseClock.Decision, 2, null, Some.Grounds), CaseTale.Head).Clock(CaseDeadlines.Decision).Clock.Extensions);
    }

    [Fact]
    public void A_follow_up_warns_each_enterprise_once_and_only_those_that_there_can_be()
    {
        Assert.Null(Case.Warned(new RecordCaseFollowUp("通报", [Some.CreditCode, Some.CreditCode.ToLowerInvariant(), Some.OtherCreditCode, Some.CreditCode]), out var warned));
        Assert.Equal([Some.CreditCode, Some.OtherCreditCode], warned);
        Assert.Null(Case.Warned(new RecordCaseFollowUp("通报", [.. Enumerable.Repeat(Some.CreditCode, 201)]), out _));

        // Whoever looks them up before the law is asked looks up only those.
        Assert.Equal("warned[1]", Case.Warned(new RecordCaseFollowUp("通报", [Some.CreditCode, "1"]), out warned)!.Field);
        Assert.Equal([Some.CreditCode], warned);
        Case.Warned(new RecordCaseFollowUp("通报", [.. Enumerable.Range(1, 201).Select(number => $"第{number}家")]), out warned);
        Assert.Empty(warned);
    }

    [Fact]
    public void A_lead_is_recorded_under_a_number_of_its_form_of_a_day_that_has_come_and_of_a_kind_that_there_is()
    {
        var lead = (RecordLead)CaseSamples.All[0];
        Assert.Equal("number", FieldOf(lead, key: "AJ-1"));
        Assert.Equal("receivedOn", FieldOf(lead with { ReceivedOn = First.AddDays(1) }));
        Assert.Equal("subKind", FieldOf(lead with { Violation = ViolationKind.UnlicensedProduction, SubKind = ViolationSubKind.Adulterated }));
        Assert.Null(FieldOf(lead with { Violation = ViolationKind.UnlicensedProduction, SubKind = ViolationSubKind.WithoutLicence }));
        Assert.Equal(PartyKind.Enterprise, new CaseTale().Do(lead with { EnterpriseCreditCode = null, PartyKind = null, PartyName = "某厂" }).Case.Lead.Party.Kind);

        static string? FieldOf(RecordLead lead, string key = CaseTale.Number) =>
            (Case.Concept.Decided(null, lead, CaseTale.Of().Circumstances with { Key = key }).Refusal as InvalidInput)?.Field;
    }

    [Fact]
    public void A_number_that_is_none_is_refused_as_that_when_cases_are_joined() =>
        Assert.Contains("编号的形式", CaseTale.Filed().Refused(new JoinCase("no number", "AJ-0000000002", Some.Grounds), CaseTale.Head)!.Message.Chinese, StringComparison.Ordinal);
}
