using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Browser.Support;
using ShuangDa.Tests.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>
/// Every command form of the dashboard, opened on a page that offers it, filled in and submitted, on a desk and on a phone. The forms are told as lives: each step
/// brings its subject to where the next is offered, so that what is prepared over the API is little.
/// </summary>
[Collection<Doing>]
public sealed partial class EveryFormTests(Demonstration demonstration, People people) : IClassFixture<People>
{
    /// <summary>The kinds of controls that stood in a form which was loaded again on a phone.</summary>
    private static readonly HashSet<string> OnAPhone = [];

    private static readonly Dictionary<string, Step[]> Lives = new()
    {
        ["enterprise"] =
        [
            new("registerEnterprise", "officer", "/enterprises", ("creditCode", "{new}"), ("name", "澄州全表厂{width}（虚构）")),
            new("changeEnterprise", "officer", "/enterprises/{new}", ("address", "澄州市望湖区建设路1号")),
            new("assignEnterpriseArea", "officer", "/enterprises/{new}", ("area", "望湖街道{width}")) { Before = life => life.ListAreaAsync() },
            new("assessEnterpriseRisk", "officer", "/enterprises/{new}", ("riskLevel", "ELEVATED")),
            new("registerLicence", "officer", "/enterprises/{new}", ("number", "XK13-006-1{serial}"), ("validTo", Day(1400))),
            new("planInspection", "section-head", "/enterprises/{new}", ("basis", "SWEEP"), ("plannedOn", Day(20))),
            new("recordLead", "officer", "/enterprises/{new}", ("title", "全表线索")),
            new("orderRectification", "officer", "/enterprises/{new}"),
            new("closeEnterprise", "section-head", "/enterprises/{new}"),
            new("reopenEnterprise", "section-head", "/enterprises/{new}"),
        ],
        ["licence"] =
        [
            new("suspendLicence", "section-head", "/licences/{licence-a}", ("until", Day(90)), ("case",
                "澄市监罚〔演示〕{width}号")) { Before = life => life.RegisterLicencesAsync() },
            new("reinstateLicence", "section-head", "/licences/{licence-a}"),
            new("correctLicence", "section-head", "/licences/{licence-a}", ("issuedBy", "省市场监督管理局")),
            new("applyForLicenceRenewal", "officer", "/licences/{licence-a}"),
            new("refuseLicenceRenewal", "officer", "/licences/{licence-a}"),
            new("renewLicence", "section-head", "/licences/{licence-a}", ("validTo", Day(1700))),
            new("orderRectification", "officer", "/licences/{licence-a}"),
            new("requestLicenceWithdrawal", "section-head", "/licences/{licence-a}"),
            new("declineLicenceWithdrawal", "legal", "/licences/{licence-a}"),
            new("withdrawLicence", "legal", "/licences/{licence-a}"),
            new("revokeLicence", "legal", "/licences/{licence-b}", ("case", "沪市监罚〔2026〕32号")),
            new("deregisterLicence", "section-head", "/licences/{licence-c}", ("ground", "ASKED_BY_HOLDER")),
            new("correctLicenceEnding", "section-head", "/licences/{licence-c}"),
            new("cancelMistypedLicence", "section-head", "/licences/{licence-c}", ("rightNumber", "{licence-d}")),
            new("recordCertificateSuspension", "section-head", "/licences/{certificate}", ("until", Day(60))),
            new("correctCertificateSuspension", "section-head", "/licences/{certificate}"),
        ],
        ["inspection"] =
        [
            new("planInspection", "section-head", "/inspections", ("enterpriseCreditCode", "{enterprise}"), ("basis", "SWEEP"), ("plannedOn", Day(5))) { Before = life => life.FindEnterpriseAsync(), Names = "inspection" },
            new("assignInspectionOfficers", "section-head", "/inspections/{inspection}"),
            new("recordInspection", "officer", "/inspections/{inspection}/record") { Instead = RecordAsync },
            new("orderRectification", "officer", "/inspections/{inspection}"),
            new("recordLead", "officer", "/inspections/{inspection}", ("title", "全表线索")),
            new("correctInspectionRecord", "section-head", "/inspections/{recorded}", ("summary", "全表更正{width}"))
            {
                Before = life => life.RecordedAsync("recorded"),
            },
            new("handOverInspection", "section-head", "/inspections/{other}") { Before = life => life.PlanAsync("other") },
            new("cancelInspection", "section-head", "/inspections/{third}") { Before = life => life.PlanAsync("third") },
            new("beginInspection", "officer", "/inspections", ("enterpriseCreditCode", "{enterprise}")),
            new("drawInspections", "section-head", "/inspections", ("plannedOn", Day(40))),
            new("planSweep", "section-head", "/inspections", ("campaign", "全表行动-{width}"), ("plannedOn", Day(41)), ("limit", "1")),
        ],
        ["den"] =
        [
            new("recordDen", "officer", "/dens", ("name", "全表窝点{width}"), ("address", "澄州市望湖区无名弄{width}号"), ("source", "INSPECTION"))
            {
                Names = "den",
            },
            new("recordDenOperator", "officer", "/dens/{den}", ("representative", "王某（虚构人物）"), ("telephone", "13800000000"),
                ("identityNumber", "11010519491231002X")),
            new("correctDen", "section-head", "/dens/{den}", ("products", "无标识涂料{width}")),
            new("beginInspection", "officer", "/dens/{den}"),
            new("planInspection", "section-head", "/dens/{den}", ("basis", "LEAD"), ("lead", "群众反映"), ("plannedOn", Day(20))),
            new("orderRectification", "officer", "/dens/{den}"),
            new("banDen", "officer", "/dens/{den}", ("case", "{den-case}"))
            {
                Before = life => life.DecidedDenCaseAsync("den-case", "den"),
            },
            new("returnDenBan", "leader", "/dens/{den}", ("approval", "1")),
            new("banDen", "officer", "/dens/{den}", ("case", "{den-case}")),
            new("approveDenBan", "leader", "/dens/{den}", ("approval", "2")),
            new("recordLead", "officer", "/dens/{den}", ("title", "窝点再犯{width}")),
            new("withdrawDenBan", "section-head", "/dens/{den}", ("ban", "1"))
            {
                Before = life => life.AnnulledDenCaseAsync("den-case"),
            },
            new("endDen", "section-head", "/dens/{den}", ("ending", "GONE")),
            new("reopenDen", "section-head", "/dens/{den}"),
        ],
        ["rectification"] =
        [
            new("correctRectificationOrder", "section-head", "/rectifications/{order}", ("dueOn", Day(30)))
            {
                Before = life => life.OrderAsync("order"),
            },
            new("extendRectification", "section-head", "/rectifications/{order}", ("dueOn", Day(60))),
            new("reportRectification", "officer", "/rectifications/{order}"),
            new("recordReinspection", "officer", "/rectifications/{order}", ("result", "COMPLIED")),
            new("correctReinspection", "section-head", "/rectifications/{order}"),
            new("recordReinspection", "officer", "/rectifications/{order}", ("result", "STILL_IN_VIOLATION")),
            new("decideRectificationMeasure", "section-head", "/rectifications/{order}", ("measure", "SUSPENSION"), ("until", Day(60)),
                ("case", "澄市监罚〔演示〕{width}号"), ("documentNumber", "澄市监决〔演示〕{width}号")),
            new("proposeRectificationMeasure", "officer", "/rectifications/{order}", ("measure", "WITHDRAWAL")),
            new("decideRectificationMeasure", "section-head", "/rectifications/{order}", ("measure", "WITHDRAWAL"), ("documentNumber", "澄市监请〔演示〕{width}号")),
            new("recordMeasureAnswer", "section-head", "/rectifications/{order}", ("measure", "WITHDRAWAL"), ("granted", "否")),
            new("correctMeasureAnswer", "section-head", "/rectifications/{order}", ("measure", "WITHDRAWAL"), ("granted", "否"),
                ("answer", "暂不撤销，限期改正{width}")),
            new("assignRectificationOfficer", "section-head", "/rectifications/{order}", ("officer", "officer-2")),
            new("handOverRectification", "section-head", "/rectifications/{order}"),
            new("voidRectification", "legal", "/rectifications/{other}") { Before = life => life.OrderAsync("other") },
        ],
        ["case"] =
        [
            new("recordLead", "section-head", "/cases", ("title", "全表案{width}"), ("partyName", "某网店{width}")) { Names = "case" },
            new(
                "extendCaseClock",
                "section-head",
                "/cases/{case}",
                ("clock", "FILING"),
                ("documentNumber", "澄市监延〔演示〕{width}号")) { Waits = true },
            new("approveCaseStep", "leader", "/cases/{case}", ("approval", "1")),
            new("fileCase", "section-head", "/cases/{case}") { Waits = true },
            new("returnCaseStep", "leader", "/cases/{case}", ("approval", "2")),
            new("fileCase", "section-head", "/cases/{case}", ("officers", "梁慎行|officer-2")),
            new("addCaseParty", "officer", "/cases/{case}", ("kind", "PERSON"), ("name", "林某（虚构）")),
            new("recordPartyParticulars", "officer", "/cases/{case}", ("party", "1"), ("representative", "林某（虚构）")),
            new("correctCaseParty", "section-head", "/cases/{case}", ("party", "2"), ("kind", "PERSON"), ("name", "林某某（虚构）")),
            new("correctCaseLead", "section-head", "/cases/{case}", ("facts", "更正后的主要事实")),
            new("correctCaseFigures", "section-head", "/cases/{case}", ("goodsValueCny", "2000")),
            new("addEvidence", "officer", "/cases/{case}", ("title", "现场检查笔录"), ("holder", "officer-2"), ("place", "证物室")),
            new("moveEvidence", "officer", "/cases/{case}", ("holder", "officer-3"), ("place", "档案室")),
            new("seizeGoods", "officer", "/cases/{case}", ("kind", "SEIZURE"), ("goods", "涉案产品一批")),
            new("orderTest", "officer", "/cases/{case}", ("laboratory", "市产品质量监督检验院"), ("documentNumber", "澄市监委〔演示〕{width}号")),
            new("recordTestResult", "officer", "/cases/{case}", ("passed", "否")),
            new("endSeizure", "officer", "/cases/{case}", ("outcome", "RELEASED")),
            new("correctSeizureEnd", "section-head", "/cases/{case}", ("seizure", "1"), ("outcome", "HANDED_OVER")),
            new("seizeGoods", "officer", "/cases/{case}", ("kind", "SEALING"), ("goods", "涉案产品三十桶")),
            new("pauseCase", "officer", "/cases/{case}", ("reason", "PUBLIC_NOTICE")),
            new("endCasePause", "officer", "/cases/{case}", ("pause", "2")),
            new("assignCaseOfficers", "section-head", "/cases/{case}", ("officers", "梁慎行|officer-4")),
            new("askRecusal", "section-head", "/cases/{case}", ("person", "officer-5")),
            new("askRecusal", "section-head", "/cases/{case}", ("person", "leader")) { Waits = true },
            new("decideRecusalTogether", "legal", "/cases/{case}", ("approval", "{proposed}"), ("chair", "section-head"),
                ("participants", "legal|inspection-head"), ("isGranted", "否")),
            new("markMajorCase", "leader", "/cases/{case}"),
            new("unmarkMajorCase", "leader", "/cases/{case}"),
            new("correctCaseTitle", "section-head", "/cases/{case}", ("title", "全表更正案{width}")),
            new("joinCase", "section-head", "/cases/{lesser}", ("other", "{greater}")) { Before = life => life.PairAsync() },
            new("recordCaseFigures", "officer", "/cases/{case}", ("goodsValueCny", "3000")),
            new("addGoodsLines", "officer", "/cases/{case}") { Also = LineAsync },
            new("correctGoodsLine", "section-head", "/cases/{case}", ("line", "1")) { Also = LineAsync },
            new("correctSeizureList", "section-head", "/cases/{case}", ("seizure", "1"), ("goods", "涉案产品三十桶")),
            new("orderCorrection", "officer", "/cases/{case}", ("until", Day(20))),
            new("recordCorrection", "officer", "/cases/{case}", ("isDone", "是")),
            new("correctTestResult", "section-head", "/cases/{case}", ("test", "1"), ("report", "检更〔演示〕{width}号")),
            new("orderTest", "officer", "/cases/{case}", ("laboratory", "市产品质量监督检验院"), ("documentNumber", "澄市监委〔演示〕{width}-2号")),
            new("withdrawTest", "officer", "/cases/{case}", ("test", "2")),
            new("proposePenalty", "officer", "/cases/{case}", ("fineCny", "200000")),
            new("returnForInvestigation", "legal", "/cases/{case}"),
            new("proposePenalty", "officer", "/cases/{case}", ("fineCny", "210000"), ("confiscatedGoodsCny", "1000")),
            new("notifyRights", "officer", "/cases/{case}"),
            new("correctCaseAct", "section-head", "/cases/{case}", ("act", "RIGHTS_NOTICE"), ("actNumber", "澄市监告更〔演示〕{width}号")),
            new("recordPartyAnswer", "officer", "/cases/{case}", ("answer", "HEARING_REQUESTED")),
            new("nameHearingChair", "leader", "/cases/{case}", ("chair", "section-head")),
            new("handFileToHearingChair", "officer", "/cases/{case}"),
            new("announceHearing", "legal", "/cases/{case}", ("hearingOn", Day(30)), ("isPublic", "是")),
            new("publishHearing", "legal", "/cases/{case}"),
            new("recordPartyAnswer", "officer", "/cases/{case}", ("answer", "WAIVED")),
            new("passLegalReview", "legal", "/cases/{case}"),
            new("recordDeliberation", "legal", "/cases/{case}", ("chair", "leader"), ("participants", "inspection-head|legal-2")),
            new("decidePenalty", "section-head", "/cases/{case}", ("fineCny", "200000"), ("confiscatedGoodsCny", "1000")),
            new("serveDecision", "officer", "/cases/{case}"),
            new("endSeizure", "officer", "/cases/{case}", ("seizure", "2"), ("outcome", "CONFISCATED")) { IsAtOnce = true },
            new("publishDecision", "officer", "/cases/{case}", ("place", "国家企业信用信息公示系统")),
            new("allowInstalments", "section-head", "/cases/{case}", ("until", Day(120))),
            new("executePenalty", "officer", "/cases/{case}", ("amountCny", "2000")),
            new("correctPayment", "section-head", "/cases/{case}", ("payment", "1"), ("amountCny", "200000")),
            new("recordChallenge", "legal", "/cases/{case}", ("body", "望湖区人民政府"), ("documentNumber", "望府复〔演示〕{width}号")),
            new("recordChallengeOutcome", "legal", "/cases/{case}", ("outcome", "CHANGED"), ("fineCny", "150000"),
                ("documentNumber", "望府复决〔演示〕{width}号")),
            new("withdrawPublication", "legal", "/cases/{case}", ("reason", "处罚决定已变更")),
            new("recordRefund", "officer", "/cases/{case}", ("amountCny", "50000"), ("documentNumber", "退款〔演示〕{width}号")),
            new("correctServedDecision", "section-head", "/cases/{case}", ("way", "LEFT")),
            new("correctRefund", "section-head", "/cases/{case}", ("refund", "1"), ("amountCny", "50000"), ("refundedOn", Day(0))),
            new("correctChallenge", "section-head", "/cases/{case}", ("challenge", "1"), ("body", "望湖区人民政府复议机构")),
            new("recordGoodsReturn", "officer", "/cases/{case}", ("seizure", "2"), ("way", "RETURNED"), ("documentNumber", "退物〔演示〕{width}号")),
            new("recordCaseFollowUp", "officer", "/cases/{case}", ("practice", "规范同类企业的经营行为")),
            new("closeCase", "section-head", "/cases/{case}", ("outcome", "EXECUTED")),
            new("decideNotToFile", "section-head", "/cases/{unfiled}") { Before = life => life.LeadAsync("unfiled", isFiled: false) },
            new("handOverCase", "section-head", "/cases/{filed}") { Before = life => life.LeadAsync("filed", isFiled: true) },
            new("withdrawCase", "inspection-head", "/cases/{filed}"), // whose section has it by now
            new("recordHearing", "legal", "/cases/{heard}", ("heldOn", "{heard-on}")) { Before = life => life.FindHearingAsync() },
            new("recordHearingReport", "legal", "/cases/{heard}"),
            new("proposeNoPenalty", "officer", "/cases/{unpunished}", ("ground", "NO_FAULT"))
            {
                Before = life => life.LeadAsync("unpunished", isFiled: true),
            },
            new("passLegalReview", "legal", "/cases/{unpunished}"),
            new("decideNoPenalty", "section-head", "/cases/{unpunished}", ("ground", "NO_FAULT"), ("education", "对负责人进行了批评教育")),
            new("terminateCase", "section-head", "/cases/{terminated}", ("because", "OTHER"))
            {
                Before = life => life.LeadAsync("terminated", isFiled: true),
            },
            new("passOnCase", "section-head", "/cases/{passed}", ("agency", "区农业局"), ("documentNumber", "澄市监移〔演示〕{width}号"))
            {
                Before = life => life.LeadAsync("passed", isFiled: true),
            },
            new("recordPassOnDeclined", "officer", "/cases/{passed}"),
            new("referCompetence", "legal", "/cases/{passed}"),
            new("recordCompetence", "legal", "/cases/{passed}", ("by", "DESIGNATION"), ("documentNumber", "市监指〔演示〕{width}号")),
            new("penaliseOnTheSpot", "officer", "/cases/{spot}", ("fineCny", "100"), ("cashReceivedCny", "100"),
                ("documentNumber", "澄市监当〔演示〕{width}号"))
            {
                Before = life => life.LeadAsync("spot", isFiled: false),
            },
            new("reportSpotPenalty", "officer", "/cases/{spot}"),
            new("handInCash", "officer", "/cases/{spot}"),
        ],
        ["authorisation"] =
        [
            new(
                "grantAuthorisation",
                "leader",
                "/authorisations",
                ("deputy", "section-head"),
                ("steps", "FILING"),
                ("from", Day(0)),
                ("until", Day(30))),
            new("revokeAuthorisation", "leader", "/authorisations") { Row = Day(30) },
        ],
        ["form-entry"] =
        [
            new(
                "enterFormFigure",
                "officer",
                "/form-entries",
                ("figure", "TRAININGS"),
                ("from", "{first}"),
                ("until", "{last}"),
                ("amount", "{width}"))
            { Before = life => life.NamePeriodAsync() },
            new("correctFormFigure", "section-head", "/form-entries", ("amount", "3")) { Row = "{last}" },
        ],
        ["campaign"] =
        [
            new("prepareCampaign", "legal", "/campaigns", ("code", "FORM{width}"), ("name", "全表行动{width}"), ("until", Day(100))),
            new("addCampaignPhase", "legal", "/campaigns/FORM{width}", ("name", "发动部署"), ("until", Day(10))),
            new("addCampaignDeliverable", "legal", "/campaigns/FORM{width}", ("phase", "1"), ("text", "实施方案")),
            new("addCampaignGoal", "legal", "/campaigns/FORM{width}", ("text", "查处案件"), ("measure", "CASES_FILED"), ("target", "30")),
            new("addCampaignSeat", "legal", "/campaigns/FORM{width}", ("kind", "HEAD"), ("office", "局长")),
            new("fillCampaignSeat", "legal", "/campaigns/FORM{width}", ("seat", "4"), ("holder", "leader")),
            new("endCampaignSeatTerm", "legal", "/campaigns/FORM{width}", ("seat", "4"), ("lastDay", Day(5))),
            new("removeFromCampaignPlan", "legal", "/campaigns/FORM{width}", ("item", "3")),
            new("assignCampaignTask", "legal", "/campaigns/FORM{width}", ("leadSection", "监督与法制科"), ("dueOn", Day(20)))
            {
                After = life => life.FindTaskAsync("task"),
            },
            new("startCampaign", "leader", "/campaigns/FORM{width}"),
            new("acceptCampaignTask", "section-head", "/campaign-tasks/{task}"),
            new("handInCampaignTask", "section-head", "/campaign-tasks/{task}"),
            new("returnCampaignTask", "legal", "/campaign-tasks/{task}", ("dueOn", Day(30))),
            new("handInCampaignTask", "section-head", "/campaign-tasks/{task}"),
            new("confirmCampaignTask", "legal", "/campaign-tasks/{task}"),
            new("assignCampaignTask", "legal", "/campaigns/FORM{width}", ("leadSection", "监督与法制科"), ("dueOn", Day(20)))
            {
                After = life => life.FindTaskAsync("other"),
            },
            new("withdrawCampaignTask", "legal", "/campaign-tasks/{other}"),
            new("sumUpCampaign", "legal", "/campaigns/FORM{width}"),
            new("closeCampaign", "leader", "/campaigns/FORM{width}"),
        ],
        ["daily-report"] =
        [
            new("startDailyReports", "legal", "/daily-reports", ("section", "监督与法制科"), ("from", "{report-day}"))
            {
                Before = life => life.NameReportDayAsync(), After = life => life.FindReportAsync("report"),
            },
            new("endDailyReports", "legal", "/daily-reports/{report}"),
            new("submitDailyReport", "officer", "/daily-reports/{missed}", ("isNil", "否"))
            {
                Before = life => life.MissReportAsync("missed"), Also = FigureByHandAsync,
            },
            new("correctDailyReport", "section-head", "/daily-reports/{missed}", ("isNil", "否"), ("narrative", "更正：另有培训一次"))
            {
                After = life => life.EndReportsAsync("missed"),
            },
        ],
        ["daily-summary"] =
        [
            new("collectDailyReports", "legal", "/daily-summaries", ("day", "{summary-day}"))
            {
                Before = life => life.NameSummaryDayAsync(), After = life => life.FindSummaryAsync("summary"),
            },
            new("returnDailySummary", "leader", "/daily-summaries/{summary}"),
            new("collectDailyReportsAgain", "legal", "/daily-summaries/{summary}"),
            new("approveDailySummary", "leader", "/daily-summaries/{summary}"),
            new("recordDailySummarySending", "legal", "/daily-summaries/{summary}", ("way", "EXTRANET"), ("sentOn", Day(0))),
            new("recordDailySummaryRejection", "legal", "/daily-summaries/{summary}", ("rejectedOn", Day(0))),
            new("collectDailyReportsAgain", "legal", "/daily-summaries/{summary}", ("narrative", "格式已更正{width}")),
            new("approveDailySummary", "leader", "/daily-summaries/{summary}"),
            new("recordDailySummarySending", "legal", "/daily-summaries/{summary}", ("way", "PAPER"), ("sentOn", Day(0))),
            new("recordDailySummaryReceipt", "legal", "/daily-summaries/{summary}", ("receivedOn", Day(0)),
                ("receiptNumber", "市收〔演示〕{width}号")),
        ],
        ["transfer"] =
        [
            new("openCrimeTransfer", "officer", "/cases/{case}", ("agency", "区公安局")) { Before = life => life.LeadAsync("case", isFiled: true), After = life => life.FindTransferAsync("transfer", "case") },
            new("nameTransferTaskGroup", "officer", "/transfers/{transfer}"),
            new("changeTransferSection", "section-head", "/transfers/{transfer}"),
            new("decideCrimeTransfer", "leader", "/transfers/{transfer}"),
            new("sendCrimeTransfer", "officer-2", "/transfers/{transfer}", ("materials", string.Join('|', DashboardForms.ValuesOf("TransferMaterial")))),
            new("copyToProsecutors", "officer-2", "/transfers/{transfer}"),
            new("recordPoliceReceipt", "liaison", "/transfers/{transfer}", ("receiptNumber", "澄公收〔演示〕{width}号")),
            new("recordPoliceDecision", "liaison", "/transfers/{transfer}", ("filed", "否"), ("explanation", "现有证据不足")),
            new("requestReconsideration", "officer-2", "/transfers/{transfer}"),
            new("recordPoliceDecision", "liaison", "/transfers/{transfer}", ("filed", "否"), ("explanation", "维持不予立案")),
            new("requestProsecutorSupervision", "officer-2", "/transfers/{transfer}"),
            new("recordPoliceDecision", "liaison", "/transfers/{transfer}", ("filed", "是")),
            new("handOverEvidence", "officer-2", "/transfers/{transfer}", ("goods", "涉案产品及账册，详见清单")),
            new("recordTransferInquiry", "officer", "/cases/{case}"),
            new("recordProsecutionDecision", "liaison", "/transfers/{transfer}", ("decision", "PROSECUTED"),
                ("documentNumber", "澄检诉〔演示〕{width}号")),
            new("recordPoliceReturn", "liaison", "/transfers/{transfer}", ("explanation", "应当由行政机关处理")),
            new("recordJudgment", "liaison", "/transfers/{judged}", ("outcome", "SENTENCED"), ("court", "区人民法院"),
                ("documentNumber", "澄刑初〔演示〕{width}号"))
            {
                Before = life => life.DecidedTransferAsync("judged", isFiled: true),
            },
            new("correctCrimeTransfer", "section-head", "/transfers/{judged}", ("step", "JUDGMENT")),
            new("acceptNotFiling", "leader", "/transfers/{declined}") { Before = life =>
                life.DecidedTransferAsync("declined", isFiled: false) },
            new("requestEarlyIntervention", "officer", "/cases/{early-case}", ("agency", "区公安局"), ("situation", "当事人正在转移账册"))
            {
                Before = life => life.LeadAsync("early-case", isFiled: true), After = life => life.FindTransferAsync("early", "early-case"),
            },
            new("answerEarlyIntervention", "liaison", "/transfers/{early}"),
            new("forwardCrimeTransfer", "liaison", "/transfers/{early}", ("agency", "市公安局{width}"), ("explanation", "不属于本局管辖"))
            {
                Before = async life =>
                {
                    await life.SendTransferAsync("early");
                    await life.ListPoliceAsync();
                },
            },
            new("readdressCrimeTransfer", "officer", "/transfers/{early}", ("agency", "区人民检察院")),
            new("withdrawCrimeTransfer", "leader", "/transfers/{early}"),
        ],
        ["imports"] =
        [
            new("cancelImport", "section-head", "/administration/imports") { Row = "{queued}", Before = life => life.ImportAsync("queued", isParked: false) },
            new("resumeImport", "section-head", "/administration/imports") { Row = "{parked}", Before = life => life.ImportAsync("parked", isParked: true) },
        ],
        ["administration"] =
        [
            new("createUser", "admin", "/administration/users", ("userName", "form-{width}"), ("displayName", "全表{width}（虚构人物）"), ("roles", "OFFICER"), ("section", "稽查队"), ("password", "first-day-at-work-9")),
            new("changeMyPassword", "admin", "") { Instead = ChangePasswordAsync },
            new("changeUserRoles", "admin", "/administration/users", ("roles", "LEGAL")) { Opens = "form-{width}" },
            new("setUserPassword", "admin", "/administration/users", ("password", "second-day-at-work-9")) { Opens = "form-{width}" },
            new("unlockUser", "admin", "/administration/users") { Opens = "form-{width}" },
            new("disableUser", "admin", "/administration/users") { Opens = "form-{width}" },
            new("enableUser", "admin", "/administration/users") { Opens = "form-{width}" },
            new("registerSection", "admin", "/administration/sections", ("code", "FORM{width}"), ("name", "全表科{width}")),
            new("renameSection", "admin", "/administration/sections", ("name", "改名科{width}")) { Opens = "全表科{width}" },
            new("closeSection", "admin", "/administration/sections") { Opens = "改名科{width}" },
            new("registerAgency", "admin", "/administration/agencies", ("code", "FORM{width}"), ("kind", "OTHER"), ("name", "全表局{width}")),
            new("renameAgency", "admin", "/administration/agencies", ("name", "改名局{width}")) { Opens = "全表局{width}" },
            new("closeAgency", "admin", "/administration/agencies") { Opens = "改名局{width}" },
            new("registerProductClass", "admin", "/administration/product-classes", ("code", "FORM{width}"), ("name", "全表类{width}")),
            new("renameProductClass", "admin", "/administration/product-classes", ("name", "改名类{width}")) { Opens = "全表类{width}" },
            new("closeProductClass", "admin", "/administration/product-classes") { Opens = "改名类{width}" },
            new("registerArea", "admin", "/administration/areas", ("code", "FORM{width}"), ("kind", "TOWN"), ("name", "全表镇{width}")),
            new("renameArea", "admin", "/administration/areas", ("name", "改名镇{width}")) { Opens = "全表镇{width}" },
            new("closeArea", "admin", "/administration/areas") { Opens = "改名镇{width}" },
            new("loadWorkingYear", "admin", "/administration/calendar", ("year", $"{Today.Year + 1}"), ("source", "全表通知{width}")) { First = LookAtNextYearAsync },
            new("moveOfficerWork", "section-head", "/open-work?officer=officer-5") { Instead = MoveAsync },
        ],
    };

    // What the head decides: whoever gives it proposes it.
    private static readonly string[] Proposed =
    [
        "askRecusal", "decideNotToFile", "fileCase", "extendCaseClock", "seizeGoods", "endSeizure", "correctSeizureEnd", "pauseCase",
        "decidePenalty", "allowInstalments", "closeCase", "withdrawCase", "passOnCase",
    ];

    public static TheoryData<string, int> LivesAtWidths()
    {
        var data = new TheoryData<string, int>();
        foreach (var life in Lives.Keys)
        {
            data.Add(life, Wide);
            data.Add(life, Phone);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LivesAtWidths))]
    public async Task Every_form_is_taken_when_it_is_filled_in(string life, int width)
    {
        var goesOn = new Life(demonstration, people, width);
        try
        {
            foreach (var step in Lives[life])
            {
                await goesOn.TakeAsync(step);
            }

            people.NothingWentWrong();
        }
        catch
        {
            // With what they last saw; the next life begins with windows of its own.
            await people.CloseAsync();
            throw;
        }
    }

    [Fact]
    public void Every_command_that_the_dashboard_has_a_form_for_is_among_them()
    {
        var submitted = Lives.Values.SelectMany(steps => steps)
            .Select(step => step.Command).Concat(AfterMonths).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(DashboardForms.Names.Order(StringComparer.Ordinal), submitted);
    }

    // What the law opens only when months have passed since the decision, which no life here has: EndsStoryTests give them over HTTP.
    private static readonly string[] AfterMonths =
        ["urgePayment", "requestCourtEnforcement", "recordEnforcementResult", "endExecution", "waiveSurcharge", "endPublicationEarly"];

    private static string Day(int after) => Today.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Thirty of a hundred yuan: what the figures say.
    private static async Task LineAsync(CommandDialog form, Visitor visitor)
    {
        foreach (var (label, text) in new[] { ("品名", "外墙涂料"), ("单位", "桶"), ("数量", "30"), ("单价", "100") })
        {
            await form.Box.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        }

        await form.Box.GetByRole(AriaRole.Combobox, new() { Name = "计价依据" }).ClickAsync();
        await visitor.Page.GetByTitle("标价", new() { Exact = true }).ClickAsync();
    }

    // What nothing recorded tells.
    private static async Task FigureByHandAsync(CommandDialog form, Visitor visitor)
    {
        await form.Box.GetByRole(AriaRole.Button, new() { Name = "增加手工填报" }).ClickAsync();
        await form.Box.GetByRole(AriaRole.Combobox, new() { Name = "栏目" }).FillAsync("宣传培训");
        await visitor.Page.GetByTitle("宣传培训（次）", new() { Exact = true }).ClickAsync();
        await form.Box.GetByLabel("数值", new() { Exact = true }).FillAsync("2");
        await form.Box.GetByLabel("说明（来源）", new() { Exact = true }).FillAsync("培训签到表");
    }

    // A record has a page of its own.
    private static async Task RecordAsync(Life life, Visitor visitor)
    {
        await InspectionRecord.AllConformAsync(visitor);
        await Expect(visitor.Page.GetByTitle("未发现问题", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("检查情况").FillAsync("生产条件持续符合要求");
        await InspectionRecord.RefusedToSignAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "提交检查记录" }).ClickAsync();
        await Expect(visitor.Page.GetByText("检查记录已提交")).ToBeVisibleAsync();
    }

    // Whoever signs in for the first time is asked at once.
    private static async Task ChangePasswordAsync(Life life, Visitor admin)
    {
        await using var visitor = await life.FirstSignInAsync();
        var form = visitor.Page.Locator(".ant-modal[role=dialog]");
        await form.GetByLabel("原口令", new() { Exact = true }).FillAsync("first-day-at-work-9");
        await form.GetByLabel("新口令", new() { Exact = true }).FillAsync("mine-from-now-on-7");
        await form.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        // With the old password every session ends.
        await life.SignInAsync(visitor, "mine-from-now-on-7");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "今日工作" })).ToBeVisibleAsync();
    }

    // The days of the year that is looked at stand in the form already.
    private static async Task LookAtNextYearAsync(Life life, Visitor visitor)
    {
        await visitor.Page.Locator(".page-extra").GetByRole(AriaRole.Combobox).ClickAsync();
        await visitor.Page.GetByTitle($"{Today.Year + 1}", new() { Exact = true }).ClickAsync();
    }

    // Moving work is seen before it is done. A form of its own, it is loaded again in the middle as the others are.
    private static async Task MoveAsync(Life life, Visitor visitor)
    {
        var form = await OpenMoveAsync(visitor);
        await CommandDialog.ChooseAsync(visitor, form.Box.GetByRole(AriaRole.Combobox), "officer-4");
        await form.FillAsync("理由", "任务过重");
        await form.FillAsync("依据", "局内分工规定");
        var before = await form.SaysAsync();
        await visitor.ReloadAsync();
        form = await OpenMoveAsync(visitor);
        await form.TakeUpAsync("moveOfficerWork", before);
        await form.Box.GetByRole(AriaRole.Button, new() { Name = "确认移转 1 项" }).ClickAsync();
        await Expect(visitor.Page.GetByText("已移转 1 项")).ToBeVisibleAsync();
    }

    private static async Task<CommandDialog> OpenMoveAsync(Visitor visitor)
    {
        // Not of a case that the other is named for already: it would be left with one officer.
        await visitor.Page.Locator(".list-row").Filter(new() { HasNotText = "蒋临川" }).First
            .GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "移转所选 1 项" }).ClickAsync();
        return await CommandDialog.OpenedAsync(visitor);
    }

    /// <summary>One form: which command, given by whom, on which page (none where it is open already), with what.</summary>
    private sealed record Step(string Command, string User, string Page, params (string Field, string Value)[] Given)
    {
        /// <summary>What has to be there before.</summary>
        public Func<Life, Task>? Before { get; init; }

        /// <summary>What is found out afterwards.</summary>
        public Func<Life, Task>? After { get; init; }

        /// <summary>What is done in the place of a command form, where the command has a page or dialog of its own.</summary>
        public Func<Life, Visitor, Task>? Instead { get; init; }

        /// <summary>What is filled in beside the fields that every form can have.</summary>
        public Func<CommandDialog, Visitor, Task>? Also { get; init; }

        /// <summary>What is done on the page first.</summary>
        public Func<Life, Visitor, Task>? First { get; init; }

        /// <summary>What is opened on the page first.</summary>
        public string? Opens { get; init; }

        /// <summary>Whether it waits for the head, who otherwise approves it at once.</summary>
        public bool Waits { get; init; }

        /// <summary>Whether it needs nobody's approval here, though the command does elsewhere.</summary>
        public bool IsAtOnce { get; init; }

        /// <summary>What stands in the row of the page that offers it.</summary>
        public string? Row { get; init; }

        /// <summary>What the page that comes next is remembered as.</summary>
        public string? Names { get; init; }
    }

    /// <summary>A life at one width, and what its subjects are called.</summary>
    private sealed partial class Life(Demonstration demonstration, People people, int width)
    {
        private readonly Dictionary<string, string> _names = new()
        {
            ["width"] = $"{width}",
            ["serial"] = $"{width:D4}",
            ["new"] = InventedCredit.CodeOf(1000 + width),
        };

        private readonly Dictionary<string, int> _proposed = [];

        private readonly Made _made = new(user => people.AsAsync(user, width));

        public async Task TakeAsync(Step step)
        {
            var visitor = await AsAsync(step.User);
            if (step.Before is not null)
            {
                await step.Before(this);
            }

            if (step.Page.Length > 0)
            {
                await visitor.GoOnAsync(Named(step.Page));
            }

            if (step.Instead is not null)
            {
                await step.Instead(this, visitor);
            }
            else
            {
                await SubmitAsync(visitor, step);
            }

            if (Proposed.Contains(step.Command) && !step.IsAtOnce)
            {
                await ProposedAsync(Named(step.Page).Split('/')[^1], step.Waits);
            }

            if (step.After is not null)
            {
                await step.After(this);
            }

            if (step.Page.Length > 0)
            {
                await visitor.LeaveAsync();
            }
        }

        /// <summary>Ten days of the life's own: what was entered of them once is not entered again.</summary>
        public Task NamePeriodAsync()
        {
            (_names["first"], _names["last"]) = (Day(-width - 10), Day(-width));
            return Task.CompletedTask;
        }

        public async Task FindEnterpriseAsync()
        {
            // The life at the other width leaves an inspection begun, and of one enterprise nobody begins two on a day.
            var (visitor, end) = (await AsAsync("officer"), width == Wide ? "DESC" : "ASC");
            _names["enterprise"] = await visitor.FirstAsync(
                $"enterprises(first: 1, where: {{ status: {{ eq: ACTIVE }} }}, order: [{{ creditCode: {end} }}])", "creditCode");
        }

        public async Task ListAreaAsync() =>
            await (await AsAsync("admin")).GiveAsync(Named("registerArea(input: { code: \"WH{width}\", kind: SUBDISTRICT, name: \"望湖街道{width}\" })"));

        public async Task RegisterLicencesAsync()
        {
            await FindEnterpriseAsync();
            string[] all = ["licence-a", "licence-b", "licence-c", "licence-d", "certificate"];
            foreach (var (at, name) in all.Index())
            {
                var number = Named(name is "certificate" ? "2020{serial}00000001" : $"XK13-006-{at + 2}{{serial}}");
                await (await AsAsync("officer")).GiveAsync(Named($"registerLicence(input: {{ number: \"{number}\", enterpriseCreditCode: \"{_names["enterprise"]}\", validFrom: \"{Day(-200)}\", validTo: \"{Day(1200)}\" }})"));
                _names[name] = number;
            }
        }

        public async Task PlanAsync(string name) => _names[name] = await MadeAsync(
            "section-head", $"planInspection(input: {{ enterpriseCreditCode: \"{_names["enterprise"]}\", basis: SWEEP, plannedOn: \"{Day(9)}\" }})", "inspection");

        // Of the head's own section, for the one of the forms is handed over to another.
        public async Task RecordedAsync(string name)
        {
            const string officers = "officers: [\"officer\", \"officer-2\"]";
            _names[name] = await MadeAsync(
                "officer", $"beginInspection(input: {{ enterpriseCreditCode: \"{_names["enterprise"]}\", {officers} }})", "inspection");
            await _made.RecordAsync(_names[name], "无");
        }

        public async Task OrderAsync(string name)
        {
            await FindEnterpriseAsync();
            var licence = Named($"XK13-006-{(name == "order" ? 6 : 7)}{{serial}}");
            await (await AsAsync("officer")).GiveAsync($"registerLicence(input: {{ number: \"{licence}\", enterpriseCreditCode: \"{_names["enterprise"]}\", validFrom: \"{Day(-200)}\", validTo: \"{Day(1200)}\" }})");
            _names[name] = await MadeAsync(
                "officer", $"orderRectification(input: {{ enterpriseCreditCode: \"{_names["enterprise"]}\", licence: \"{licence}\", requirements: [\"检验设备按期检定\"], reason: \"不符合要求\", basis: \"第四十五条\" }})", "rectification");
        }

        // The summary procedure decides it at once.
        public async Task DecidedDenCaseAsync(string name, string den)
        {
            var lead = $"title: \"全表窝点案{width}\", violation: UNLICENSED_PRODUCTION, source: REPORT, receivedOn: \"{Day(0)}\"";
            _names[name] = await MadeAsync("officer", $"recordLead(input: {{ {lead}, facts: \"经查\", den: \"{_names[den]}\" }})", "case");
            const string Decided = "officers: [\"officer\", \"officer-2\"], fineCny: 100, documentNumber: \"澄市监当罚〔演示〕1号\"";
            await (await AsAsync("officer")).GiveAsync(
                $"penaliseOnTheSpot(input: {{ number: \"{_names[name]}\", {Decided}, reason: \"无证生产\", basis: \"第五十一条\" }})");
        }

        public async Task AnnulledDenCaseAsync(string name)
        {
            const string Asked = "kind: RECONSIDERATION, body: \"望湖区人民政府\", documentNumber: \"望府复〔演示〕1号\"";
            const string Outcome = "outcome: ANNULLED, documentNumber: \"望府复决〔演示〕1号\"";
            var legal = await AsAsync("legal");
            await legal.GiveAsync($"recordChallenge(input: {{ number: \"{_names[name]}\", receivedOn: \"{Day(0)}\", {Asked} }})");
            await legal.GiveAsync($"recordChallengeOutcome(input: {{ number: \"{_names[name]}\", receivedOn: \"{Day(0)}\", {Outcome} }})");
        }

        public async Task LeadAsync(string name, bool isFiled)
        {
            _names[name] = await _made.LeadAsync($"全表案{width}");
            if (isFiled)
            {
                await _made.ProposeFilingAsync(_names[name]);
                await ProposedAsync(_names[name], waits: false);
            }
        }

        // The head approves what was proposed, unless it is to wait.
        private async Task ProposedAsync(string number, bool waits)
        {
            _proposed[number] = _proposed.GetValueOrDefault(number) + 1;
            _names["proposed"] = $"{_proposed[number]}";
            if (!waits)
            {
                await _made.ApproveAsync(number, _proposed[number]);
            }
        }

        /// <summary>A case of the demonstration whose hearing's day has come.</summary>
        public async Task FindHearingAsync()
        {
            var found = await (await AsAsync("legal")).AskAsync("""
                { cases(first: 20, where: { stage: { eq: HEARING }, awaits: { eq: HEARING } }, order: [{ receivedOn: ASC }]) {
                  nodes { number rights { hearingOn } } } }
                """);
            var heard = found.GetProperty("cases").GetProperty("nodes").EnumerateArray().First(one =>
                one.GetProperty("rights").GetProperty("hearingOn").GetString() is { } on
                && string.CompareOrdinal(on, IsoDate.Of(Today)) <= 0);
            _names["heard"] = heard.GetProperty("number").GetString()!;
            _names["heard-on"] = heard.GetProperty("rights").GetProperty("hearingOn").GetString()!;
        }

        /// <summary>Another case beside this life's; cases are joined from the lesser number.</summary>
        public async Task PairAsync()
        {
            await LeadAsync("pair", isFiled: true);
            string[] pair = [_names["case"], _names["pair"]];
            Array.Sort(pair, StringComparer.Ordinal);
            (_names["lesser"], _names["greater"]) = (pair[0], pair[1]);
        }

        /// <summary>The task of this life's campaign that was assigned last.</summary>
        public async Task FindTaskAsync(string name) => _names[name] = await (await AsAsync("legal")).FirstAsync(
            Named("campaignTasks(first: 1, where: { campaign: { eq: \"FORM{width}\" } }, order: [{ serial: DESC }])"), "number");

        /// <summary>A working day to come, on which this life's reports begin.</summary>
        public Task NameReportDayAsync()
        {
            _names["report-day"] = IsoDate.Of(WorkingCalendar.BuiltIn.AddWorkingDays(Today, width == Wide ? 2 : 3).Day);
            return Task.CompletedTask;
        }

        /// <summary>The report of that day.</summary>
        public async Task FindReportAsync(string name) => _names[name] = await (await AsAsync("legal")).FirstAsync(
            Named("dailyReports(first: 1, where: { section: { eq: \"SUPERVISION\" }, day: { eq: \"{report-day}\" } })"), "number");

        /// <summary>A report of a working day before today, of which nobody has said anything.</summary>
        public async Task MissReportAsync(string name)
        {
            var day = WorkingCalendar.BuiltIn.SubtractWorkingDays(Today, width == Wide ? 1 : 2).Day;
            var number = DailyReport.NumberOf("SUPERVISION", day);
            var report = demonstration.Server.Grains.GetGrain<IDailyReportGrain>(number);
            var opened = await report.Execute(new OpenDailyReport("SUPERVISION", day), Actor.System(Guid.NewGuid()));
            Assert.Null(opened.Refusal);
            await report.OnDeadline(DailyReportDeadlines.Due, opened.Subject!.State.RecordedUntil);
            _names[name] = number;
        }

        /// <summary>The section of this life reports no longer, so that another life may begin.</summary>
        public async Task EndReportsAsync(string missed)
        {
            var grains = demonstration.Server.Grains;
            var report = (await grains.GetGrain<IDailyReportGrain>(_names[missed]).Read())!.State;
            while (report is { Status: not DailyReportStatus.Ended })
            {
                // After 14:00 the next one has been missed too, and has opened one more.
                if (report.IsOpen)
                {
                    var legal = new Actor("legal", Roles.Legal, "SUPERVISION", null, Guid.NewGuid());
                    var ended = await grains.GetGrain<IDailyReportGrain>(report.Number).Execute(new EndDailyReports("不再报送"), legal);
                    Assert.True(ended.Refusal is null or DailyReportNotOpen, $"{ended.Refusal}");
                    report = ended.Subject!.State;
                    continue;
                }

                await Eventually.Until("the next report is opened, or is not", async () =>
                    await grains.GetGrain<IDailyReportGrain>(report.Number).Read() is { State.NextDay: null });
                var next = DailyReport.NumberOf(report.Section, WorkingCalendar.BuiltIn.AddWorkingDays(report.Day, 1).Day);
                report = (await grains.GetGrain<IDailyReportGrain>(next).Read())?.State;
            }
        }

        /// <summary>A day of the demonstration whose reports nobody has collected yet.</summary>
        public Task NameSummaryDayAsync()
        {
            _names["summary-day"] = IsoDate.Of(WorkingCalendar.BuiltIn.SubtractWorkingDays(Today, width == Wide ? 2 : 3).Day);
            return Task.CompletedTask;
        }

        /// <summary>The summary of that day.</summary>
        public async Task FindSummaryAsync(string name) => _names[name] = await (await AsAsync("legal")).FirstAsync(
            Named("dailySummaries(first: 1, where: { day: { eq: \"{summary-day}\" } })"), "number");

        public async Task FindTransferAsync(string name, string of) => _names[name] = await _made.TransferOfAsync(_names[of]);

        /// <summary>Somebody who signs in for the first time, and is asked for a password of his own.</summary>
        public async Task<Visitor> FirstSignInAsync()
        {
            var visitor = await demonstration.VisitAsync(width);
            await SignInAsync(visitor, "first-day-at-work-9");
            await Expect(visitor.Page.GetByText("首次登录须先修改口令")).ToBeVisibleAsync();
            return visitor;
        }

        /// <summary>The user that this life makes signs in.</summary>
        public async Task SignInAsync(Visitor visitor, string password)
        {
            await visitor.Page.GetByLabel("用户名").FillAsync(Named("form-{width}"));
            await visitor.Page.GetByLabel("口令", new() { Exact = true }).FillAsync(password);
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        }

        /// <summary>An import that waits for its turn, or rests because the program died during it.</summary>
        public async Task ImportAsync(string name, bool isParked)
        {
            var id = Guid.NewGuid();
            var import = demonstration.Server.Grains.GetGrain<IImportGrain>(id.ToString("D"));
            _names[name] = $"全表登记{width}-{name}.csv";
            ImportCommand[] happened =
            [
                new QueueLicenceImport(new Upload(_names[name], 1, new string('0', 64))),
                .. isParked ? new[] { new StartImport(), new StartImport(AfterDeath: true), new StartImport(AfterDeath: true) } : [],
            ];
            foreach (var command in happened)
            {
                var actor = command is QueueImport ? new Actor("officer", Roles.Officer, "SUPERVISION", null, Guid.NewGuid()) : Actor.System(Guid.NewGuid());
                Assert.Null((await import.Execute(command, actor)).Refusal);
            }
        }

        /// <summary>The transfer of a case of its own, on which the police have decided.</summary>
        public async Task DecidedTransferAsync(string name, bool isFiled)
        {
            await LeadAsync($"{name}-case", isFiled: true);
            _names[name] = await _made.TransferAsync(_names[$"{name}-case"]);
            await SendTransferAsync(name);
            var police = await AsAsync("liaison");
            await police.GiveAsync($"recordPoliceReceipt(input: {{ number: \"{_names[name]}\", receiptNumber: \"收{name}{width}\" }})");
            await police.GiveAsync(
                $"recordPoliceDecision(input: {{ number: \"{_names[name]}\", filed: {(isFiled ? "true" : "false")}, explanation: \"证据不足\" }})");
        }

        /// <summary>Lists another agency of the police.</summary>
        public async Task ListPoliceAsync() =>
            await (await AsAsync("admin"))
                .GiveAsync($"registerAgency(input: {{ code: \"POLICE{width}\", kind: POLICE, name: \"市公安局{width}\" }})");

        /// <summary>Brings a transfer to the police.</summary>
        public Task SendTransferAsync(string name) => _made.SendTransferAsync(_names[name]);

        [GeneratedRegex(@"\{([a-z-]+)\}")]
        private static partial Regex Placeholder();

        private string Named(string text) => Placeholder().Replace(text, match => _names[match.Groups[1].Value]);

        private async Task<CommandDialog> OpenAsync(Visitor visitor, Step step)
        {
            if (step.First is not null)
            {
                await step.First(this, visitor);
            }

            ILocator? within = null;
            if (step.Opens is { } opens)
            {
                await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Named(opens), Exact = true }).ClickAsync();
                within = visitor.Page.Locator(".ant-drawer");
            }

            if (step.Row is { } row)
            {
                within = visitor.Page.GetByRole(AriaRole.Row)
                    .Or(visitor.Page.GetByRole(AriaRole.Listitem))
                    .Filter(new() { HasText = Named(row) });
            }

            return await CommandDialog.OpenAsync(visitor, DashboardForms.TitleOf(step.Command), within);
        }

        private async Task SubmitAsync(Visitor visitor, Step step)
        {
            var form = await OpenAsync(visitor, step);
            await form.FillInAsync(step.Command, Today, step.Given.ToDictionary(one => one.Field, one => Named(one.Value)));
            if (step.Also is not null)
            {
                await step.Also(form, visitor);
            }

            // Drafts do not know how wide a window is, and controls do: on a phone the first form with a control of a kind is enough.
            var isNew = width != Wide && (await form.ControlsAsync()).Aggregate(false, (any, control) => OnAPhone.Add(control) || any);
            if (width == Wide || isNew)
            {
                var before = await form.SaysAsync();
                await visitor.ReloadAsync();
                form = await OpenAsync(visitor, step);
                await form.TakeUpAsync(step.Command, before);
                // No password is ever written down: whoever reloads types it again.
                foreach (var (field, value) in step.Given.Where(one => IsSecret(one.Field)))
                {
                    await form.FillAsync(DashboardForms.FieldsOf(step.Command).Single(one => one.Name == field).Label, value);
                }
            }

            Assert.True(await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{step.Command}: at {width} the page is wider than the window.");
            var at = visitor.Page.Url;
            await form.DoneAsync(step.Command);
            if (step.Names is { } name)
            {
                await visitor.Page.WaitForURLAsync(url => url != at);
                _names[name] = visitor.Page.Url.Split('/')[^1];
            }
        }

        private static bool IsSecret(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

        private async Task<string> MadeAsync(string user, string command, string what) => await (await AsAsync(user)).MadeAsync(command, what);

        private Task<Visitor> AsAsync(string user) => people.AsAsync(user, width);
    }
}
