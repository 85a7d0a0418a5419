using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Approvals;

/// <summary>
/// Who decides in a case: an officer proposes, the head approves, and nobody does both (程序规定 第十八条、第六十条; 行政处罚法 第五十七条、第五十八条).
/// </summary>
public sealed class CaseApprovalTests
{
    private static readonly DeciderFound Nobody = new(IsHead: false, []);

    private static readonly FileCase Filing = new(["officer", "second"], Some.Grounds);

    /// <summary>The steps that the head decides, each in a case that is ready for it.</summary>
    public static TheoryData<string> Steps => [.. Ready.Keys];

    private static Dictionary<string, (Func<CaseTale> Case, CaseCommand Step)> Ready { get; } = new()
    {
        ["filing"] = (() => CaseTale.Of(), Filing),
        ["not filing"] = (() => CaseTale.Of(), new DecideNotToFile(Some.Grounds)),
        ["measure"] = (() => CaseTale.Filed(), new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)),
        ["stay"] = (() => CaseTale.Filed(), new PauseCase(PauseReason.Stay, "中1", null)),
        ["extension"] = (() => CaseTale.Of(), new ExtendCaseClock(CaseClock.Filing, null, 15, Some.Grounds)),
        ["penalty"] = (() => CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null)), CaseTale.Decision(20_000_00)),
        ["instalments"] = (() => CaseTale.Served(), new AllowInstalments(Some.Today.AddDays(90), Some.Grounds)),
        ["closing"] = (
            () => CaseTale.Served().Do(new ExecutePenalty(new(20_000_00), Some.Today, null)),
            new CloseCase(CaseOutcome.Executed, Some.Grounds)),
        ["withdrawal"] = (() => CaseTale.Filed(), new WithdrawCase(Some.Grounds)),
        ["no penalty"] = (
            () => CaseTale.Filed().Do(new ProposeNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds))
                .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal),
            new DecideNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds, "对负责人进行了批评教育")),
        ["termination"] = (() => CaseTale.Filed(), new TerminateCase(TerminationGround.OrganisationEnded, Some.Grounds)),
        ["passing on"] = (() => CaseTale.Filed(), new PassOnCase("AGRICULTURE", Some.Grounds)),
        ["resumption"] = (() => CaseTale.Filed().Do(new PauseCase(PauseReason.Stay, "中1", null)), new EndCasePause(1, null)),
        ["end of a measure"] = (
            () => CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)),
            new EndSeizure(1, SeizureOutcome.Released, Some.Grounds)),
        ["surcharge"] = (() => CaseTale.Served().After(20), new WaiveSurcharge(new(100_00), Some.Grounds)),
        ["end of execution"] = (() => CaseTale.Served(), new EndExecution(Some.Grounds, ExecutionEndGround.OrganisationEnded)),
    };

    /// <summary>What the head decides of a case is asked here, or where its own rules are.</summary>
    [Fact]
    public void Every_step_that_the_head_decides_is_asked()
    {
        var asked = Ready.Values.Select(one => one.Step.GetType()).ToHashSet();
        string[] byRulesOfTheirOwn = [nameof(AskRecusal), nameof(ConfirmMeasure), nameof(CorrectCaseParty), nameof(CorrectSeizureEnd),
            nameof(RecordCompetence)];
        Assert.Equal(
            byRulesOfTheirOwn,
            Case.Concept.CommandTypes.Where(type => typeof(INeedsApproval).IsAssignableFrom(type) && !asked.Contains(type))
                .Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_takes_effect_when_the_head_approves_it(string step)
    {
        var (ready, command) = Ready[step];
        var proposed = ready();
        var before = proposed.Case with { };
        proposed.Propose(command);
        Assert.Equal(before.Stage, proposed.Case.Stage);
        Assert.Equal(before.Seizures.Length, proposed.Case.Seizures.Length);
        var request = Assert.Single(proposed.Case.Approvals, one => one.IsPending);
        Assert.Equal(("officer", (ApprovalOutcome?)null), (request.AskedBy, request.Outcome));

        var direct = ready().Do(command, CaseTale.Leader);
        proposed.Propose(new ApproveCaseStep(request.Number, "同意"), CaseTale.Leader);
        Assert.Equal(direct.Case.Stage, proposed.Case.Stage);
        Assert.Equal(direct.Journal[^1].Summary, proposed.Journal[^1].Summary);
        var decided = proposed.Case.Approvals[^1];
        Assert.Equal((ApprovalOutcome.Approved, "leader", "同意"), (decided.Outcome, decided.DecidedBy, decided.Opinion));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Nobody_decides_alone(string step)
    {
        var (ready, command) = Ready[step];
        foreach (var role in Enum.GetValues<Roles>().Where(role => role is not (Roles.None or Roles.Bureau or Roles.Everyone)))
        {
            var proposer = new Actor(role is Roles.Officer ? "officer" : "somebody", role, "INSPECTION", null, Guid.Empty);
            var tale = ready().Propose(command, proposer);
            var number = tale.Case.Approvals[^1].Number;
            var head = new DeciderFound(IsHead: true, []);

            // Not even the head decides what it has proposed; whoever is no head and has no authorisation decides nothing.
            Assert.IsType<DeciderTookPart>(tale.ProposalRefused(new ApproveCaseStep(number, null), proposer, head));
            var other = new Actor("other", role, "INSPECTION", null, Guid.Empty);
            Assert.IsType<NotAuthorisedToDecide>(tale.ProposalRefused(new ApproveCaseStep(number, null), other, Nobody));
            Assert.IsType<NotAuthorisedToDecide>(tale.ProposalRefused(new ReturnCaseStep(number, "不同意"), other, Nobody));
            Assert.Null(tale.ProposalRefused(new ApproveCaseStep(number, null), other, head));
        }
    }

    [Fact]
    public void Neither_investigator_nor_reviewer_decides_the_case()
    {
        var tale = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Propose(CaseTale.Decision(20_000_00), CaseTale.Head);
        var number = tale.Case.Approvals[^1].Number;
        foreach (var tookPart in new[] { "officer", "second", "legal" })
        {
            var actor = new Actor(tookPart, Roles.Leader, null, null, Guid.Empty);
            Assert.Equal(tookPart, Assert.IsType<DeciderTookPart>(tale.ProposalRefused(new ApproveCaseStep(number, null), actor)).User);
            Assert.IsType<DeciderTookPart>(tale.ProposalRefused(new ReturnCaseStep(number, "不同意"), actor));
        }
    }

    /// <summary>Of several ends of a case one is decided; the others wait for nobody any more.</summary>
    [Fact]
    public void What_was_proposed_beside_it_lapses_when_something_else_is_decided()
    {
        var tale = CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Propose(CaseTale.Decision(20_000_00)).Propose(new TerminateCase(TerminationGround.OrganisationEnded, Some.Grounds))
            .Propose(new WithdrawCase(Some.Grounds)).Propose(new PassOnCase("AGRICULTURE", Some.Grounds))
            .Propose(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds));
        tale.Propose(new ApproveCaseStep(1, null), CaseTale.Leader);
        Assert.Equal(CaseStage.Decided, tale.Case.Stage);
        Assert.Equal([2, 3, 4], Assert.Single(tale.Journal.OfType<CaseProposalsLapsed>()).Approvals);
        Assert.Equal([5], tale.Case.Approvals.Where(one => one.IsPending).Select(one => one.Number));

        var lead = CaseTale.Of().Propose(new DecideNotToFile(Some.Grounds)).Propose(Filing);
        lead.Propose(new ApproveCaseStep(2, null), CaseTale.Leader);
        Assert.Equal((CaseStage.Investigation, ApprovalOutcome.Lapsed), (lead.Case.Stage, lead.Case.Approvals[0].Outcome!.Value));
    }

    [Fact]
    public void An_authorisation_covers_the_steps_that_it_names()
    {
        var tale = CaseTale.Of().Propose(Filing);
        var deputy = new Actor("deputy", Roles.SectionHead, "QUALITY", null, Guid.Empty);
        var refused = tale.ProposalRefused(
            new ApproveCaseStep(1, null),
            deputy,
            new DeciderFound(IsHead: false, [ApprovalStep.Penalty, ApprovalStep.Closing]));
        Assert.Equal(ApprovalStep.Filing, Assert.IsType<NotAuthorisedToDecide>(refused).Step);
        tale.Propose(new ApproveCaseStep(1, null), deputy, new DeciderFound(IsHead: false, [ApprovalStep.Filing]));
        Assert.Equal((CaseStage.Investigation, "deputy"), (tale.Case.Stage, tale.Case.Approvals[0].DecidedBy));
    }

    [Fact]
    public void What_would_be_refused_is_refused_when_it_is_proposed()
    {
        var tale = CaseTale.Of();
        Assert.IsType<TooFewOfficers>(tale.ProposalRefused(new FileCase(["officer"], Some.Grounds)));
        Assert.IsType<CaseNotInStage>(tale.ProposalRefused(new CloseCase(CaseOutcome.Executed, Some.Grounds)));
        Assert.Empty(tale.Case.Approvals);
    }

    [Fact]
    public void The_law_is_asked_again_on_the_day_of_approval()
    {
        // While it waits the figures reach a threshold of crime: no closing in place of a transfer (移送规定 第十一条).
        var tale = CaseTale.Filed().Propose(new WithdrawCase(Some.Grounds)).Do(CaseTale.Figures(sales: 50_000_00));
        Assert.IsType<CrimeTransferRequired>(tale.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader));
        Assert.True(tale.Case.Approvals[0].IsPending);
    }

    [Fact]
    public void One_proposal_of_a_kind_waits_at_a_time()
    {
        var tale = CaseTale.Of().Propose(Filing);
        var pending = Assert.IsType<ApprovalPending>(tale.ProposalRefused(new FileCase(["officer", "third"], Some.Grounds), CaseTale.Head));
        Assert.Equal((1, "officer"), (pending.Number, pending.AskedBy));

        // Two measures on different goods are two steps; the same twice is one.
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);
        var filed = CaseTale.Filed().Propose(seize);
        Assert.IsType<ApprovalPending>(filed.ProposalRefused(seize));
        Assert.Null(filed.ProposalRefused(seize with { Goods = "包装" }));
    }

    [Fact]
    public void A_returned_step_can_be_proposed_again_and_its_proposer_takes_it_back()
    {
        var tale = CaseTale.Of().Propose(Filing).Propose(new ReturnCaseStep(1, "证据不足"), CaseTale.Leader);
        Assert.Equal(
            (ApprovalOutcome.Returned, "证据不足", CaseStage.Lead),
            (tale.Case.Approvals[0].Outcome, tale.Case.Approvals[0].Opinion, tale.Case.Stage));
        tale.Propose(Filing).Propose(new ReturnCaseStep(2, "填错了人员"), CaseTale.Officer, Nobody);
        Assert.Equal((ApprovalOutcome.Withdrawn, "officer"), (tale.Case.Approvals[1].Outcome, tale.Case.Approvals[1].DecidedBy));
        Assert.IsType<NothingToDecide>(tale.ProposalRefused(new ReturnCaseStep(2, "再退"), CaseTale.Leader));
        Assert.IsType<NothingToDecide>(tale.ProposalRefused(new ApproveCaseStep(3, null), CaseTale.Leader));
        Assert.IsType<InvalidInput>(tale.ProposalRefused(new ReturnCaseStep(1, " "), CaseTale.Leader));
    }

    [Fact]
    public void What_waits_when_the_case_ends_waits_no_more()
    {
        var tale = CaseTale.Filed().Propose(
            new ExtendCaseClock(CaseClock.Decision, null, 30, Some.Grounds)).Do(new WithdrawCase(Some.Grounds), CaseTale.Leader);
        Assert.Equal(ApprovalOutcome.Lapsed, tale.Case.Approvals[0].Outcome);
        Assert.DoesNotContain(CaseRows.Of("case/1", tale.Case, 1), row => row is ApprovalRow);
    }

    [Fact]
    public void An_approval_of_an_earlier_day_takes_effect_on_that_day()
    {
        var tale = CaseTale.Of().Propose(Filing).After(6);
        var approved = tale.Today.AddDays(-2);
        tale.Propose(new ApproveCaseStep(1, null) { On = approved }, CaseTale.Leader);
        Assert.Equal(approved, tale.Case.FiledOn);
        Assert.IsType<InvalidInput>(tale.ProposalRefused(new ApproveCaseStep(1, null) { On = tale.Today.AddDays(1) }, CaseTale.Leader));
        Assert.IsType<InvalidInput>(tale.ProposalRefused(new ApproveCaseStep(1, null) { On = new DateOnly(1949, 9, 30) }, CaseTale.Leader));
    }

    [Fact]
    public void Nothing_is_decided_before_it_was_proposed()
    {
        var tale = CaseTale.Of().After(3).Propose(Filing);
        var deputy = new Actor("deputy", Roles.SectionHead, "QUALITY", null, Guid.Empty);
        var before = new ApproveCaseStep(1, null) { On = tale.Today.AddDays(-1) };
        Assert.Equal("on", Assert.IsType<InvalidInput>(tale.ProposalRefused(before, CaseTale.Leader)).Field);
        Assert.IsType<InvalidInput>(tale.ProposalRefused(before, deputy, new DeciderFound(IsHead: false, [ApprovalStep.Filing])));
        tale.After(1);
        Assert.Null(tale.ProposalRefused(before with { On = tale.Today.AddDays(-1) }, deputy, Former(ApprovalStep.Filing)));
    }

    /// <summary>A proposal that is entered late was made on the day that it says; of whoever is authorised no more that is not
    /// enough.</summary>
    [Fact]
    public void Whoever_is_authorised_no_more_enters_what_lay_before_them_while_they_were()
    {
        var tale = CaseTale.Of().After(3);
        var day = tale.Today.AddDays(-2);
        tale.Propose(Filing with { On = day });
        var deputy = new Actor("deputy", Roles.SectionHead, "QUALITY", null, Guid.Empty);
        var approve = new ApproveCaseStep(1, null) { On = day };
        Assert.Null(tale.ProposalRefused(approve, deputy, new DeciderFound(IsHead: false, [ApprovalStep.Filing])));
        Assert.Equal("on", Assert.IsType<InvalidInput>(tale.ProposalRefused(approve, deputy, Former(ApprovalStep.Filing))).Field);
        Assert.Equal(day, tale.Propose(approve, CaseTale.Leader).Case.FiledOn);
    }

    [Fact]
    public void A_measure_on_the_spot_stands_when_it_is_approved_within_a_day()
    {
        var tale = OnTheSpot();
        Assert.Null(tale.Case.Seizures[0].EndedOn);
        Assert.Equal(tale.Now.AddHours(24), tale.Clock(CaseDeadlines.MeasureApproval, 1).DueAt);
        tale.At(tale.Now.AddHours(23)).Propose(new ApproveCaseStep(1, "同意"), CaseTale.Leader).At(tale.Now.AddHours(2)).ClockRuns();
        Assert.Null(tale.Case.Seizures[0].EndedOn);
        Assert.Null(tale.Case.Clocks.Find(CaseDeadlines.MeasureApproval, 1));
    }

    [Fact]
    public void A_measure_on_the_spot_is_lifted_when_a_day_passes_without_approval()
    {
        var tale = OnTheSpot();
        tale.At(tale.Now.AddHours(24)).ClockRuns();
        Assert.Equal(SeizureOutcome.NotApproved, tale.Case.Seizures[0].Outcome);
        Assert.Equal(ApprovalOutcome.Lapsed, tale.Case.Approvals[0].Outcome);
        Assert.Equal(CaseDeadlines.MeasureApproval, Assert.Single(tale.Case.Lapses).Kind);
        Assert.IsType<NothingToDecide>(tale.ProposalRefused(new ApproveCaseStep(1, null), CaseTale.Leader));
    }

    [Fact]
    public void A_measure_on_the_spot_that_is_returned_is_lifted_at_once()
    {
        var tale = OnTheSpot().Propose(new ReturnCaseStep(1, "不属于应当查封的情形"), CaseTale.Leader);
        Assert.Equal(SeizureOutcome.Released, tale.Case.Seizures[0].Outcome);
        Assert.Empty(tale.Case.Clocks.Where(clock => clock.Kind is CaseDeadlines.MeasureApproval or CaseDeadlines.Seizure));
    }

    private static CaseTale OnTheSpot() =>
        CaseTale.Filed().Propose(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));

    private static DeciderFound Former(ApprovalStep step) => new(IsHead: false, [step]) { Ended = [step] };
}
