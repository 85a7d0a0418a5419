using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

public sealed class CaseLawTests
{
    internal static readonly (string Name, CaseState? State)[] States =
    [
        ("(no such case)", null),
        ("Lead", CaseTale.Of().State),
        ("Lead, filing proposed", CaseTale.Of().Propose(new FileCase(["officer", "second"], Some.Grounds)).State),
        ("NotFiled", CaseTale.Of().Do(new DecideNotToFile(Some.Grounds), CaseTale.Head).State),
        ("Investigation", CaseTale.Filed().State),
        ("Investigation, goods and test", Busy().State),
        ("Investigation, measure on the spot", OnTheSpot().State),
        ("Investigation, goods line by line", Busy().Do(CaseSamples.All.OfType<AddGoodsLines>().Single()).State),
        ("Investigation, must transfer", CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).State),
        ("Investigation, head's recusal", CaseTale.Filed().Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head).State),
        ("Investigation, major", CaseTale.Filed().Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).State),
        ("Investigation, passed on and declined", CaseTale.CameBack().On(Some.Today).State),
        ("Investigation, designation asked for", CaseTale.CameBack().Do(new ReferCompetence("市人民政府", "请1"), CaseTale.Legal)
            .On(Some.Today).State),
        ("LegalReview", CaseTale.Proposed().State),
        ("LegalReview, passed", CaseTale.Reviewed().State),
        ("LegalReview, notified", CaseTale.Notified().State),
        ("LegalReview, waived", CaseTale.Notified().Do(new RecordPartyAnswer(PartyAnswer.Waived, null)).State),
        ("LegalReview, gains too, waived", Heavier().State),
        ("Hearing", CaseTale.Notified(200_000_00).State),
        ("Hearing, requested", CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, null)).State),
        ("Hearing, must transfer", CaseTale.Notified(200_000_00, found: CaseTale.Figures(sales: 50_000_00)).State),
        ("Hearing, chair named", CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, null))
            .Do(new NameHearingChair("third"), CaseTale.Head).State),
        ("Hearing, announced", CaseTale.Notified(200_000_00, Some.Today.AddDays(-10))
            .Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, null))
            .Do(new AnnounceHearing(Some.Today.AddDays(10), null), CaseTale.Legal).State),
        ("Hearing, its day has come", CaseTale.Notified(200_000_00, Some.Today.AddDays(-20)).HearingComes().State),
        ("Hearing, held", Unreported().State),
        ("LegalReview, heard", CaseTale.Notified(200_000_00, Some.Today.AddDays(-40)).Heard().State),
        ("LegalReview, no penalty", NoPenaltyProposed().State),
        ("LegalReview, no penalty passed", NoPenaltyProposed().Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).State),
        ("Reviewed in the order of before", CaseTale.ReviewedBeforeHearing().State),
        ("Decided", CaseTale.Decided().State),
        ("Execution, on the spot", CaseTale.Of().Do(CaseSamples.All.OfType<PenaliseOnTheSpot>().Single()).State),
        ("Execution", CaseTale.Served().State),
        ("Execution, gains too", HeavierServed().State),
        ("Execution, paid", Paid().State),
        ("Execution, must transfer", Paid().Do(CaseTale.Figures(sales: 50_000_00)).State),
        ("Execution, challenged", Published().Do(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal).State),
        ("Execution, changed", Changed().State),
        ("Execution, goods to give back", Annulled().State),
        ("Execution, part given back", Changed().Do(new RecordRefund(new(1_000_00), Some.Today, "退1")).State),
        ("Investigation, tested", Busy().Do(new RecordTestResult(1, Passed: false, "检1")).State),
        ("Execution, late", CaseTale.Served(on: Some.Today.AddDays(-40)).On(Some.Today).State),
        ("Execution, urged", Urged().State),
        ("Execution, performed and long published", Performed().State),
        ("Execution, court asked", Urged().Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head).State),
        ("Closed", Paid().Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head).State),
        ("Closed, goods to give back", ClosedAndFallen().State),
        ("Withdrawn", CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head).State),
        ("Decided, no penalty", NoPenaltyProposed().Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(CaseSamples.All.OfType<DecideNoPenalty>().Single(), CaseTale.Head).State),
        ("NoPenalty", NoPenaltyProposed().Do(new PassLegalReview(Some.Grounds), CaseTale.Legal)
            .Do(CaseSamples.All.OfType<DecideNoPenalty>().Single(), CaseTale.Head).Do(new ServeDecision(Some.Today, null)).State),
        ("Terminated", CaseTale.Filed().Do(CaseSamples.All.OfType<TerminateCase>().Single(), CaseTale.Head).State),
        ("PassedOn", CaseTale.Filed().Do(CaseSamples.All.OfType<PassOnCase>().Single(), CaseTale.Head).State),
        ("Transferred, judged, goods held", JudgedWithGoods().State),
        ("Transferred", CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed)).State),
    ];

    [Fact]
    public void The_law_table_reads_as_reviewed() => Approved.Law("Case", LawTable.Of(Case.Concept, Asked, States));

    /// <summary>Who asks has taken part in nothing, and is of the section that answers for the case.</summary>
    internal static Circumstances Asked { get; } =
        new Circumstances(
            CaseTale.Legal with { Section = CaseTale.Head.Section }, Some.TenOClock(Some.Today), ShuangDa.Grains.Calendar.WorkingCalendar.BuiltIn)
        { Key = CaseTale.Number }.WithCaseFacts().With(new RecusedFound(Exists: true, IsHead: true));

    [Fact]
    public void Every_stage_has_its_rows_in_the_table() =>
        Assert.Equal(Enum.GetValues<CaseStage>(), States.Where(state => state.State is not null).Select(state => state.State!.Stage).Distinct().Order());

    private static CaseTale JudgedWithGoods() =>
        CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged));

    private static CaseTale NoPenaltyProposed() => CaseTale.Filed().Do(CaseSamples.All.OfType<ProposeNoPenalty>().Single());

    private static CaseTale Unreported()
    {
        var tale = CaseTale.Notified(200_000_00, Some.Today.AddDays(-40)).HearingComes();
        return tale.Do(new RecordHearing(tale.Today, "chair", null), CaseTale.Legal);
    }

    private static CaseTale Paid()
    {
        var tale = CaseTale.Served();
        return tale.Do(new ExecutePenalty(new(20_000_00), tale.Today, null));
    }

    private static CaseTale Published(DateOnly? on = null)
    {
        var tale = CaseTale.Served(on: on);
        return tale.Do(new PublishDecision(tale.Today, "公示系统"));
    }

    private static CaseTale Changed() => Published().Do(new ExecutePenalty(new(20_000_00), Some.Today, null))
        .Do(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal)
        .Do(CaseSamples.All.OfType<RecordChallengeOutcome>().Single(), CaseTale.Legal);

    private static CaseTale Annulled() => Confiscated().Do(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal).Do(
        new RecordChallengeOutcome(ChallengeOutcome.Annulled, Some.Today, "复决1", default, default, default, []), CaseTale.Legal);

    private static CaseTale ClosedAndFallen()
    {
        var tale = Confiscated();
        tale.Do(new ExecutePenalty(new(tale.Case.Outstanding), tale.Today, null))
            .Do(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head)
            .Do(CasePaymentTests.Challenge(Some.Today), CaseTale.Legal);
        return tale.Do(
            new RecordChallengeOutcome(ChallengeOutcome.Annulled, Some.Today, "复决1", default, default, default, []), CaseTale.Legal);
    }

    private static CaseTale Confiscated() =>
        HeavierServed(CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)))
            .Do(new EndSeizure(1, SeizureOutcome.Confiscated, Some.Grounds));

    private static CaseTale Performed()
    {
        var tale = Published(new DateOnly(2025, 8, 1));
        return tale.Do(new ExecutePenalty(new(20_000_00), tale.Today, null)).On(Some.Today);
    }

    // Long ago: the right to sue is over, and the publication may be ended early.
    private static CaseTale Urged() => Published(new DateOnly(2025, 8, 1)).On(new DateOnly(2025, 12, 1)).Do(new UrgePayment("催1"))
        .On(Some.Today);

    // The penalty of the samples: a fine, illegal gains and goods, and a warning beside them.
    private static CaseTale Heavier(CaseTale? filed = null)
    {
        var tale = (filed ?? CaseTale.Filed()).Do(CaseSamples.All.OfType<ProposePenalty>().Single()).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        return tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
    }

    private static CaseTale HeavierServed(CaseTale? filed = null)
    {
        var tale = Heavier(filed).Do(CaseSamples.All.OfType<DecidePenalty>().Single(), CaseTale.Head);
        return tale.Do(new ServeDecision(tale.Today, null));
    }

    private static CaseTale OnTheSpot() =>
        CaseTale.Filed().Propose(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));

    private static CaseTale Busy() => CaseTale.Filed().Do(new AddEvidence(EvidenceKind.Exhibit, "涂料", Some.Today, ["officer", "second"], "officer", "证物室", null))
        .Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)).Do(new OrderTest("市质检所", "涂料", "委1", 1, null))
        .Do(new PauseCase(ShuangDa.Grains.Calendar.PauseReason.PublicNotice, "公1", null))
        .Do(CaseSamples.All.OfType<OrderCorrection>().Single());
}

internal sealed class CaseStates() : SampleStates<CaseState, CaseCommand, CaseEvent>(Case.Concept)
{
    public override IReadOnlyList<(string Name, CaseState? State)> States => CaseLawTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", CaseLawTests.Asked)];
}
