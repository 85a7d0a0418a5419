using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

public sealed class CaseGoldenTests
{
    /// <summary>With SHUANGDA_APPROVE=1 the shape of an event that has no file yet is written; released files are never written again.</summary>
    [Fact]
    public void Every_event_of_a_case_happens_in_some_story_and_has_its_golden_file()
    {
        var told = Stories().SelectMany(story => story.Journal).GroupBy(Case.Concept.KindOf).ToDictionary(same => same.Key, same => same.First());
        Assert.Equal(Case.Concept.EventTypes.Keys.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        foreach (var (kind, happened) in told)
        {
            Golden(kind, Case.Concept.WriteEvent(happened));
        }

        Golden("case.state", Case.Concept.WriteState(Stories().First().Case));
    }

    [Fact]
    public void Every_command_and_state_survives_the_way_between_silos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var hashes = new HashSet<string>();
        foreach (var command in Samples.Commands(Case.Concept))
        {
            var arrived = serializer.Deserialize<Command>(serializer.SerializeToArray<Command>(command));
            Assert.Equal(Case.Concept.HashOf(command), Case.Concept.HashOf(arrived!));
            Assert.True(hashes.Add(Convert.ToHexString(Case.Concept.HashOf(command))));
        }

        foreach (var story in Stories())
        {
            Assert.Equal(Case.Concept.WriteState(story.Case), Case.Concept.WriteState(serializer.Deserialize<CaseState>(serializer.SerializeToArray(story.Case))!));
        }

        Assert.All(CaseRefusals(), refusal => Assert.NotEqual(refusal.Message.Chinese, refusal.Message.English));
    }

    private static IEnumerable<Refusal> CaseRefusals() =>
    [
        new CaseNotInStage(CaseStage.Lead), new CrimeTransferRequired([Offence.InferiorProducts], null), new ReviewerIsInvestigator("a"), new ChairIsInvestigator("a"), new RightsNotNotified(),
        new StatementPeriodRuns(Some.TenOClock(Some.Today)), new HearingNotHeld(), new HearingTooSoon(Some.Today),
            new NoHearingRequested(), new ReviewNotPassed(), new PenaltyAggravated(1, 2, PenaltyPart.Fine), new HearingNotOffered(),
        new CollectiveDecisionRequired(), new LimitationPassed(Some.Today), new CaseHasOpenTasks([CaseTask.GoodsHeld]), new NoSuchItem("seizure", 1), new ExtensionNotProvided(1, 1), new PartyNotRegistered("x"), new NotInPause(1),
        new ElectronicServiceNeedsConsent(), new WarningIsNotPublished(), new NotPublished(),
            new PublicationNotYetEnded(Some.Today, Some.Today), new PublicationNotYetEnded(null, Some.Today),
            new PenaltyNotPerformed(1), new PenaltyNotPerformed(0),
        new PaymentBeyondOwed(1, 2, 3, 4, Some.Today), new SurchargeNotSoMuch(1), new RefundBeyondOwed(1), new GoodsReturnNotOwed(1), new PaymentTermRuns(Some.Today),
            new NothingIsOwed(), new PaymentNotUrged(),
        new EnforcementNotOpen(Some.Today, Some.Today), new CourtNotAsked(), new CourtStillAsked(),
            new ChallengeRuns(ChallengeKind.Suit, Some.Today, "a"), new NoChallengeRuns(),
        new AnotherPresides("a"), new ActNotRecorded(CaseAct.Urging), new AlreadyRecorded(Some.Today, "a"),
        new DecidedOfAnotherParty("x"),
        new PartyAlreadyNamed("x", null), new PartyAlreadyNamed("x", Some.CreditCode), new GoodsValueIsOfLines(1),
            new BeyondGoodsLines("unsoldValueCny", 1, 2), new BeyondGoodsLines("confiscatedGoodsCny", 1, 2),
            new GoodsLineTaken(1, "涂料", 10, "桶", 1, SeizureKind.Sealing, null),
        new ChairIsReviewer("a"), new HearingNotAnnounced(null), new HearingNotAnnounced(Some.Today), new HearingChairNotNamed(),
        new HearingNotPublished(Some.Today, null, Some.Today), new HearingNotPublished(Some.Today, Some.Today, Some.Today),
        new HearingReportMissing(),
        new HearingRequestTooLate(Some.TenOClock(Some.Today)), new HeavierAfterDefence(), new NoPenaltyWasProposed(), new PassedOnBefore(),
        new CrimeFiguresNotStated([CrimeFigure.SalesAmount]),
        new TooMuchForTheSpot(1, 2),
        new TooFewParticipants(3, 2), new ParticipantIsInvestigator("a"), new ParticipantTookPart("a"),
            new TestOrderedByAnother(1, "a"), new DeliberationWithoutHead("a"),
        new PersonRecused("a"), new HeadRecusedTogether("a"), new OwnRecusalDeliberated("a"), new MajorByCriteria("a"),
        new CompetenceNotDisputed(), new CompetenceNotReferred(), new CompetenceUnsettled(null), new CompetenceUnsettled("市人民政府"),
    ];

    private static IEnumerable<CaseTale> Stories()
    {
        var heard = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Person, "张某", null, null)).Do(new MarkMajorCase(Some.Grounds), CaseTale.Head).Do(new CorrectCaseTitle("某厂无证生产人造板案", Some.Grounds), CaseTale.Head).Do(new JoinCase(CaseTale.Number, "AJ-0000000002", Some.Grounds), CaseTale.Head).ClockRuns().Do(new LinkInspection("JC-0000000002"))
            .Do(CaseTale.Figures(goods: 30_000_00))
            .Do(new AddEvidence(EvidenceKind.Exhibit, "涂料", Some.Today, ["officer", "second"], "officer", "证物室", new string('a', 64))).Do(new MoveEvidence(1, "市质检所", "样品库"))
            .Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds)).Do(new OrderTest("市质检所", "涂料", "委1", 1, null))
            .After(5).Do(new RecordTestResult(1, false, "检1"))
            // As it was recorded before a confiscation had to rest on its decision.
            .Happened(new SeizureEnded(1, Some.Today.AddDays(5), SeizureOutcome.Confiscated, Some.Grounds))
            .Do(new PauseCase(PauseReason.PublicNotice, "公1", null)).After(5).Do(new EndCasePause(2, null)).Do(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds), CaseTale.Head)
            .Do(new AssignCaseOfficers(["second", "third"], Some.Grounds), CaseTale.Head).Do(new ProposePenalty(new(200_000_00), default, default, [PenaltyKind.OrderToStop], Some.Grounds))
            ;
        heard.Do(new NotifyRights(heard.Today, Some.Grounds)).Do(new ReturnForInvestigation(Some.Grounds), CaseTale.Legal)
            .Do(new OrderCorrection("更正标识", heard.Today.AddDays(3), Some.Grounds))
            .Do(new ProposePenalty(new(200_000_00), default, default, [PenaltyKind.OrderToStop], Some.Grounds));
        heard.Do(new NotifyRights(heard.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.HearingRequested, "听1"))
            .Do(new NameHearingChair("chair"), CaseTale.Head).Do(new HandFileToHearingChair())
            .Do(new AnnounceHearing(heard.Today.AddDays(20), null, IsPublic: true, "第一会议室"), CaseTale.Legal)
            .Do(new PublishHearing(heard.Today, "本局网站"), CaseTale.Legal)
            .After(20).ClockRuns();
        heard.Do(new RecordCorrection(1, IsDone: true, "已更正")).Do(new RecordHearing(heard.Today, null, null), CaseTale.Legal)
            .Do(new RecordHearingReport("听报1", heard.Today), CaseTale.Legal)
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated()
            .Do(CaseTale.Decision(200_000_00), CaseTale.Head);
        heard.Do(new ServeDecision(heard.Today, "送1")).Do(new PublishDecision(heard.Today, "公示系统"))
            .Do(new AllowInstalments(heard.Today.AddDays(60), Some.Grounds), CaseTale.Head)
            .Do(new ExecutePenalty(new(100_00), heard.Today, "票1"))
                .Do(new CorrectPayment(1, new(200_00), heard.Today, Some.Grounds), CaseTale.Head)
            .On(new DateOnly(2026, 8, 3)).Do(new UrgePayment("催1")).Do(new WaiveSurcharge(new(100_00), Some.Grounds), CaseTale.Head);
        heard.On(new DateOnly(2026, 10, 12)).Do(new RequestCourtEnforcement(Some.Grounds), CaseTale.Head);
        yield return heard.Do(new RecordEnforcementResult(CourtResult.Enforced, heard.Today, "行审1"))
            .Do(new CloseCase(CaseOutcome.EnforcedByCourt, Some.Grounds), CaseTale.Head)
            .Do(new RecordCaseFollowUp("规范出厂检验", [Some.OtherCreditCode]));
        var notice = CaseTale.Decided();
        yield return notice.Do(new ServeDecision(notice.Today, "公1", ServiceWay.PublicNotice)).After(31).ClockRuns()
            .Do(new EndExecution(Some.Grounds), CaseTale.Head);
        var annulled = CaseTale.Served();
        annulled.Do(new PublishDecision(annulled.Today, "公示系统")).Do(new ExecutePenalty(new(20_000_00), annulled.Today, null))
            .Do(CasePaymentTests.Challenge(annulled.Today), CaseTale.Legal);
        annulled.Suspended = [Some.ProductionLicenceNumber];
        annulled.Do(new RecordChallengeOutcome(ChallengeOutcome.Changed, annulled.Today, "复决1", new(10_000_00), default, default, []),
            CaseTale.Legal);
        annulled.ClockRuns();
        yield return annulled.Do(new RecordRefund(new(10_000_00), annulled.Today, "退1"))
            .Do(new WithdrawPublication("处罚决定已变更"), CaseTale.Legal);
        var warned = CaseTale.Filed().Do(new ProposePenalty(default, default, default, [PenaltyKind.Warning], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        warned.Do(new NotifyRights(warned.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null));
        yield return warned.Do(new DecidePenalty(default, "裁量", default, default, [PenaltyKind.Warning], Some.Grounds),
            CaseTale.Head);
        var shown = CaseTale.Served();
        yield return shown.Do(new PublishDecision(shown.Today, "公示系统")).After(400).ClockRuns();
        yield return CaseTale.Filed().Do(new SeizeGoods(SeizureKind.RegisteredPreservation, "账册", ["officer", "second"], Some.Grounds)).After(200).ClockRuns();
        yield return CaseTale.Notified().After(30).ClockRuns();
        yield return CaseTale.Of().Propose(new FileCase(["officer", "second"], Some.Grounds))
            .Propose(new ReturnCaseStep(1, "证据不足"), CaseTale.Leader).Propose(new FileCase(["officer", "second"], Some.Grounds))
            .Propose(new ApproveCaseStep(2, "同意"), CaseTale.Leader);
        yield return OnTheSpot().Propose(new ApproveCaseStep(1, "同意"), CaseTale.Leader);
        yield return OnTheSpot().After(2).ClockRuns()
            .Propose(new ApproveCaseStep(1, "同意") { On = Some.Today }, CaseTale.Leader);
        yield return CaseTale.Filed().Propose(new AskRecusal("second", Some.Grounds, "third"), CaseTale.Head)
            .Propose(new ApproveCaseStep(1, "同意"), CaseTale.Leader);
        yield return CaseTale.Filed().Propose(new AskRecusal("leader", Some.Grounds), CaseTale.Head)
            .DecideTogether(1, isGranted: true).Do(new MarkMajorCase(Some.Grounds), CaseTale.Head)
            .Do(new UnmarkMajorCase(Some.Grounds), CaseTale.Head);
        yield return GivenBack();
        yield return Corrected();
        yield return LaterCorrected();
        yield return CaseTale.Of().Do(new DecideNotToFile(Some.Grounds), CaseTale.Head);
        yield return CaseTale.Of().Do(new MoveCaseWork("officer", "third", Some.Grounds), CaseTale.Head).Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head);
        var none = CaseTale.Filed()
            .Do(new ProposeNoPenalty(NoPenaltyGround.NoFault, Some.Grounds)).Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        yield return none.Do(new DecideNoPenalty(NoPenaltyGround.NoFault, Some.Grounds, "批评教育"), CaseTale.Head);
        yield return CaseTale.Of(kind: PartyKind.Person).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head)
            .Do(new TerminateCase(TerminationGround.Death, Some.Grounds), CaseTale.Head);
        yield return CaseTale.CameBack().Do(new ReferCompetence("市人民政府", "请1"), CaseTale.Legal).After(20).ClockRuns()
            .Do(new RecordCompetence(CompetenceBy.Designation, Some.Grounds, "AGRICULTURE"), CaseTale.Legal);
        var spot = CaseTale.Of()
            .Do(new PenaliseOnTheSpot(["officer", "second"], new(100_00), Warns: true, new(100_00), "票1", Some.Grounds));
        yield return spot.Do(new ReportSpotPenalty(spot.Today)).Do(new HandInCash(spot.Today, "缴1"));
        var late = CaseTale.Of();
        var filedOn = late.LastDay(CaseDeadlines.Filing);
        yield return late.On(filedOn.AddDays(5)).ClockRuns()
            .Do(new FileCase(["officer", "second"], Some.Grounds) { On = filedOn }, CaseTale.Head);
        yield return CaseTale.Filed().Do(new WithdrawCase(Some.Grounds), CaseTale.Head);
        yield return CaseTale.Filed().Do(CaseTale.Figures(goods: 600_000_00, sales: 50_000_00))
            .Do(new CorrectCaseFigures(default, default, default, default, default, default, 0, 0, [], Some.Grounds), CaseTale.Head);
        yield return CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed))
            .Do(new RecordTransferInquiry(Some.Today, "审查起诉中"))
            .Do(new NoteTransferTakenBack(CaseTale.Transfer, TransferStep.Filed, IsWithPolice: false));
        yield return CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed))
            .Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Judged));
        yield return CaseTale.Notified(200_000_00).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal).Deliberated().Propose(CaseTale.Decision(200_000_00))
            .Do(new AskRecusal("head", Some.Grounds), CaseTale.Leader);
    }

    private static CaseTale OnTheSpot() =>
        CaseTale.Filed().Propose(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));

    private static CaseTale GivenBack()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(new ProposePenalty(new(20_000_00), default, new(5_000_00), [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(new DecidePenalty(new(20_000_00), "一般", default, new(5_000_00), [], Some.Grounds), CaseTale.Head);
        tale.Do(new ServeDecision(tale.Today, null)).Do(new EndSeizure(1, SeizureOutcome.Confiscated, Some.Grounds))
            .Do(CasePaymentTests.Challenge(tale.Today), CaseTale.Legal)
            .Do(
                new RecordChallengeOutcome(ChallengeOutcome.Annulled, tale.Today, "复决1", default, default, default, []), CaseTale.Legal);
        return tale.Do(new RecordGoodsReturn(1, GoodsReturnWay.Returned, tale.Today, "退物1"));
    }

    private static CaseTale LaterCorrected()
    {
        var tale = CaseTale.Filed().Do(new OrderTest("市质检所", "涂料", "委1", null, null)).Do(new RecordTestResult(1, Passed: false, "检1"))
            .Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds), CaseTale.Leader)
            .Do(new ProposePenalty(new(20_000_00), default, default, [], Some.Grounds))
            .Do(new PassLegalReview(Some.Grounds), CaseTale.Legal);
        tale.Do(new NotifyRights(tale.Today, Some.Grounds)).Do(new RecordPartyAnswer(PartyAnswer.Waived, null))
            .Do(CaseTale.Decision(20_000_00), CaseTale.Head);
        tale.Do(new ServeDecision(tale.Today, "送1")).Do(new ExecutePenalty(new(20_000_00), tale.Today, null))
            .Do(CasePaymentTests.Challenge(tale.Today), CaseTale.Legal)
            .Do(
                new RecordChallengeOutcome(ChallengeOutcome.Annulled, tale.Today, "复决1", default, default, default, []), CaseTale.Legal);
        return tale.Do(new RecordRefund(new(20_000_00), tale.Today, "退1"))
            .Do(new CorrectTestResult(1, Some.Grounds, Report: "检2"), CaseTale.Head)
            .Happened(new TestWithdrawn(2, tale.Now, Some.Grounds))
            .Do(new CorrectSeizureEnd(1, Some.Grounds, Outcome: SeizureOutcome.HandedOver), CaseTale.Head)
            .Do(new CorrectSeizureEnd(1, Some.Grounds, NotEnded: true), CaseTale.Head)
            .Do(new CorrectServedDecision(Some.Grounds, Way: ServiceWay.Left), CaseTale.Head)
            .Do(new CorrectCaseAct(CaseAct.RightsNotice, Some.Grounds, ActNumber: "告2"), CaseTale.Head)
            .Do(new CorrectChallenge(1, Some.Grounds, Body: "区人民政府复议机构"), CaseTale.Head)
            .Do(new CorrectRefund(1, new(15_000_00), tale.Today, Some.Grounds), CaseTale.Head);
    }

    private static CaseTale Corrected()
    {
        var line = new GoodsLineReport("外墙涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice, "永固", "18升", "20260105", "永固涂料有限公司");
        var tale = CaseTale.Filed().Do(new RecordPartyParticulars(1, "张三", null, null)).Do(new AddGoodsLines([line], null))
            .Do(new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, Lines: [1]))
            .Do(new CorrectGoodsLine(1, line with { Quantity = 90 }, Some.Grounds), CaseTale.Head)
            .Do(new CorrectSeizureList(1, "涂料90桶", [1], Some.Grounds), CaseTale.Head);
        var figures = new CorrectCaseFigures(new(16_200_00), new(1_00), default, default, default, default, 0, null, [], Some.Grounds);
        return tale.Do(figures, CaseTale.Head)
            .Do(new CorrectCaseParty(1, PartyKind.Den, "盈港路作坊", null, "盈港路", Some.Grounds), CaseTale.Head)
            .Do(
                new CorrectCaseLead(
                    ViolationKind.UnlicensedProduction, LeadSource.Report, tale.Today, "无证生产涂料", null, null, ["COATINGS"],
                    [ViolationKind.AdulterationOrSubstandard], null, false, Some.Grounds),
                CaseTale.Head);
    }

    private static void Golden(string stem, string body, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Golden");
        if (Directory.GetFiles(folder, $"{stem}.v*.json").Length > 0)
        {
            return;
        }

        Assert.True(Environment.GetEnvironmentVariable("SHUANGDA_APPROVE") == "1", $"{stem} has no golden file.");
        File.WriteAllText(Path.Combine(folder, $"{stem}.v1.json"), body + "\n");
    }
}
