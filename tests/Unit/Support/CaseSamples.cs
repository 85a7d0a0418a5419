using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>One valid command of every type of a case.</summary>
internal static class CaseSamples
{
    private static readonly GoodsLineReport Line =
        new("外墙涂料", 100, "桶", new(180_00), ValuationBasis.MarkedPrice, "永固", "18升", "20260105", "永固涂料有限公司");

    public static readonly Command[] All =
    [
        new RecordLead("某厂生产不合格涂料案", ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, Some.Today.AddDays(-1), "监督检查发现涂料不合格", ViolationSubKind.SubstandardAsQualified, "JC-0000000001", Some.CreditCode, PartyKind.Enterprise, "某涂料厂", "青浦区盈港路1号", ["COATINGS"], Some.Today.AddDays(-20), HarmsSafety: false),
        new ApproveCaseStep(1, "同意"),
        new ReturnCaseStep(1, "证据不足，补充后再报"),
        new ConfirmMeasure(1),
        new DecideNotToFile(Some.Grounds),
        new FileCase(["officer", "second"], Some.Grounds),
        new AssignCaseOfficers(["second", "third"], Some.Grounds),
        new MoveCaseWork("officer", "third", Some.Grounds),
        new HandOverCase("QUALITY", Some.Grounds),
        new AddCaseParty(PartyKind.Person, "张某", null, "青浦区"),
        new RecordPartyParticulars(1, "张三", "021-59880000", "310118198001011237"),
        new CorrectCaseParty(1, PartyKind.Den, "青浦区盈港路无名作坊", null, "青浦区盈港路", Some.Grounds),
        new CorrectCaseLead(
            ViolationKind.UnlicensedProduction, LeadSource.Report, Some.Today.AddDays(-1), "举报无证生产涂料", null, "JB-1", ["COATINGS"],
            [ViolationKind.AdulterationOrSubstandard], Some.Today.AddDays(-20), HarmsSafety: true, Some.Grounds),
        new CorrectCaseFigures(new(2_000_00), new(2), new(3), new(4), new(5), new(6), 7, 1, [], Some.Grounds),
        new AddGoodsLines([Line], null),
        new CorrectGoodsLine(1, Line with { Quantity = 90 }, Some.Grounds),
        new CorrectSeizureList(1, "涂料90桶", [1], Some.Grounds),
        new RecordCaseFigures(new(1_000_00), new(2), new(3), new(4), new(5), new(6), 7, 1, []),
        new MarkMajorCase(Some.Grounds),
        new CorrectCaseTitle("某厂无证生产人造板案", Some.Grounds),
        new JoinCase(CaseTale.Number, "AJ-0000000002", Some.Grounds),
        new NoteJoinedCase("AJ-0000000002", Some.Grounds),
        new LinkInspection("JC-0000000002"),
        new AddEvidence(EvidenceKind.Exhibit, "不合格涂料", Some.Today, ["officer", "second"], "officer", "证物室", new string('a', 64)),
        new MoveEvidence(1, "市质检所", "样品库"),
        new SeizeGoods(SeizureKind.Seizure, "涂料100桶", ["officer", "second"], Some.Grounds),
        new EndSeizure(1, SeizureOutcome.Released, Some.Grounds),
        new OrderTest("市质检所", "涂料2桶", "委〔2026〕1号", 1, PauseReason.Testing),
        new RecordTestResult(1, Passed: false, "检〔2026〕1号"),
        new PauseCase(PauseReason.PublicNotice, "公〔2026〕1号", Some.Today),
        new EndCasePause(1, Some.Today),
        new ExtendCaseClock(CaseClock.Filing, null, 15, Some.Grounds),
        new ProposePenalty(new(50_000_00), new(1_000_00), new(2_000_00), [PenaltyKind.Warning], Some.Grounds),
        new ReturnForInvestigation(Some.Grounds),
        new PassLegalReview(Some.Grounds),
        new NotifyRights(Some.Today, Some.Grounds),
        new RecordPartyAnswer(PartyAnswer.Statement, "答〔2026〕1号"),
        new AnnounceHearing(Some.Today.AddDays(30), "听〔2026〕1号"),
        new RecordHearing(Some.Today, "chair", "听报〔2026〕1号"),
        new DecidePenalty(new(50_000_00), "初次违法，依裁量基准从轻", new(1_000_00), new(2_000_00), [PenaltyKind.Warning], Some.Grounds),
        new ProposeNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds),
        new DecideNoPenalty(NoPenaltyGround.FirstViolation, Some.Grounds, "对负责人进行了批评教育"),
        new TerminateCase(TerminationGround.OrganisationEnded, Some.Grounds),
        new PassOnCase("AGRICULTURE", Some.Grounds),
        new RecordDeliberation(Some.Today, "leader", ["head", "legal"], "集〔2026〕1号", "同意拟处罚意见"),
        new PenaliseOnTheSpot(["officer", "second"], new(3_000_00), Warns: true, new(3_000_00), "票1", Some.Grounds),
        new ReportSpotPenalty(Some.Today),
        new HandInCash(Some.Today, "缴1"),
        new OrderCorrection("更正产品标识", Some.Today.AddDays(15), Some.Grounds),
        new RecordCorrection(1, IsDone: true, "标识已更正"),
        new NameHearingChair("chair"),
        new HandFileToHearingChair(),
        new PublishHearing(Some.Today, "本局网站"),
        new RecordHearingReport("听报〔2026〕1号", Some.Today),
        new ServeDecision(Some.Today, "送〔2026〕1号", ServiceWay.Left, "电确〔2026〕1号"),
        new PublishDecision(Some.Today, "国家企业信用信息公示系统"),
        new AllowInstalments(Some.Today.AddDays(90), Some.Grounds),
        new RequestCourtEnforcement(Some.Grounds),
        new ExecutePenalty(new(51_000_00), Some.Today, "票1"),
        new WithdrawPublication("处罚决定被复议机关撤销"),
        new EndPublicationEarly(Some.Grounds),
        new WaiveSurcharge(new(100_00), Some.Grounds),
        new CorrectPayment(1, new(2_000_00), Some.Today, Some.Grounds),
        new RecordRefund(new(1_000_00), Some.Today, "退1"),
        new UrgePayment("催〔2026〕1号"),
        new RecordEnforcementResult(CourtResult.Enforced, Some.Today, "（2026）沪0118行审1号"),
        new EndExecution(Some.Grounds),
        new RecordChallenge(ChallengeKind.Reconsideration, Some.Today, "青浦区人民政府", "青府复〔2026〕1号"),
        new RecordChallengeOutcome(ChallengeOutcome.Changed, Some.Today, "青府复决〔2026〕1号", new(10_000_00), default, default,
            [PenaltyKind.Warning]),
        new CloseCase(CaseOutcome.Executed, Some.Grounds),
        new WithdrawCase(Some.Grounds),
        new RecordCaseFollowUp("规范涂料生产企业出厂检验", [Some.OtherCreditCode]),
        new NoteCrimeTransfer("YS-0000000001", TransferStep.Opened),
        new CaseDeadlineReached(CaseDeadlines.Decision, Some.TenOClock(Some.Today)),
    ];
}
