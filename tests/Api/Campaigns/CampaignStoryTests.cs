using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Campaigns;

/// <summary>
/// One campaign, 9 November 2025 to 5 March 2026, as its people take the steps over HTTP: two cases from the lead to the prosecution (one that
/// the police file at once, one that goes to other police and is filed only after the prosecutor's supervision), one from an inspection to its
/// closing, and one producer from a finding to banning. The last pages ask the journal for every document: its day, its number, its recipient.
/// </summary>
public abstract class CampaignStoryTests(DatabaseKind kind)
{
    private ApiServer _api = null!;
    private Bureau _bureau = null!;
    private Dossier _drawn = null!;
    private Dossier _swept = null!;
    private Dossier _order = null!;
    private Dossier _paint = null!;
    private Dossier _paintTransfer = null!;
    private Dossier _seal = null!;
    private Dossier _disputed = null!;
    private Dossier _disputedTransfer = null!;
    private string _producer = null!;
    private string _licence = null!;

    [Fact]
    public async Task From_the_lead_to_the_prosecution_and_from_the_finding_to_banning()
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2025, 11, 9, 1, 0, 0, TimeSpan.Zero), database);
        (_api, _bureau) = (api, new Bureau(api) { IsCheckedAtEachStep = true });
        await _bureau.AppointAsync();
        await NovemberAsync();
        await DecemberAsync();
        await JanuaryAsync();
        await FebruaryAndMarchAsync();

        await ThePaintCaseIsWithTheProsecutionAsync();
        await TheDisputedCaseIsWithThePoliceAsync();
        await TheSealCaseIsClosedAsync();
        await TheProducerIsBannedAsync();
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    private async Task NovemberAsync()
    {
        // Sunday, 9 November: the campaign begins with a draw among the licensed producers, and a sweep.
        foreach (var index in Enumerable.Range(1, 4))
        {
            var enterprise = await _api.EnterpriseAsync($"涂料{index}厂", new { productClasses = new[] { "COATINGS" } });
            await _api.LicenceAsync(enterprise, more: new { productClasses = new[] { "COATINGS" }, issuedBy = "上海市市场监督管理局" });
        }

        var head = await _api.As(Roles.SectionHead);
        var drawn = await head.Do("drawInspections", new { count = 2, plannedOn = "2025-11-21", campaign = "SD2025", seed = "20251109", officers = Bureau.Two }, "inspections{number officerNames enterprise{creditCode} licenceNumbers draw{seed poolHash}}");
        Assert.Equal("", drawn.Refusal());
        (_producer, _licence) = (drawn.Text("inspections.0.enterprise.creditCode")!, drawn.Text("inspections.0.licenceNumbers.0")!);
        (_drawn, _swept) = (new Dossier("inspection", drawn.Text("inspections.0.number")!), new Dossier("inspection", drawn.Text("inspections.1.number")!));

        // A report of substandard paint comes in on Monday; fifteen working days are given to decide on it.
        await _bureau.UntilAsync("2025-11-10 09:00");
        _paint = await _bureau.LeadAsync(new { title = "某涂料厂销售不合格涂料案", productClasses = new[] { "COATINGS" } });
        Assert.Equal(["CASE_FILING 2025-12-02"], await DuesAsync(_paint));
        await _bureau.UntilAsync("2025-11-17 10:00");
        await _bureau.FileAsync(_paint, "沪质监立〔2025〕12号");
        // Ninety days end within the Spring Festival of 2026, so on its first working day after it.
        Assert.Equal(["CASE_DECISION 2026-02-25"], await DuesAsync(_paint));

        await _bureau.UntilAsync("2025-11-18 14:00");
        await _bureau.TakeAsync(Roles.Officer, "addEvidence", _paint, new { kind = "SCENE_RECORD", title = "现场检查笔录", takenOn = "2025-11-18", takenBy = Bureau.Two, holder = "officer", place = "案卷室" });
        await _bureau.TakeAsync(Roles.Officer, "seizeGoods", _paint, new { kind = "SEIZURE", goods = "外墙涂料300桶", officers = Bureau.Two }, "沪质监扣〔2025〕3号");

        // Two inspect the drawn producers: one has to put something right, one sells what it may not mark so.
        await _bureau.UntilAsync("2025-11-20 09:30");
        Assert.Equal("RECORDED", await _bureau.TakeAsync(Roles.Officer, "recordInspection", _drawn, new { officers = Bureau.Two, findings = Bureau.Wanting, result = "RECTIFICATION", summary = "检验设备未检定" }));
        _order = await _bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = _producer, requirements = new[] { "检验设备检定" }, licence = _licence, inspection = _drawn.Number }, "沪质监责改〔2025〕8号");
        Assert.Equal("RECORDED", await _bureau.TakeAsync(Roles.Officer, "recordInspection", _swept, new { officers = Bureau.Two, findings = Bureau.Wanting, result = "CASE", violation = "FORGED_QUALITY_MARK", summary = "产品冒用质量标志" }));
        _seal = new Dossier("case", (await _bureau.SeeAsync(_swept, "case{number}")).Text("case.number")!);
        Assert.Equal("""{"stage":"LEAD","source":"INSPECTION","responsible":"officer","receivedOn":"2025-11-20"}""", (await _bureau.SeeAsync(_seal, "stage source responsible receivedOn")).GetRawText());
        await _bureau.TakeAsync(Roles.Officer, "orderTest", _paint, new { laboratory = "市质检院", sample = "外墙涂料", documentNumber = "委检〔2025〕77号", seizure = 1 });

        await _bureau.UntilAsync("2025-11-27 10:00");
        await _bureau.FileAsync(_seal, "沪质监立〔2025〕13号");
        await _bureau.UntilAsync("2025-11-28 10:00");
        await _bureau.TakeAsync(Roles.Officer, "seizeGoods", _seal, new { kind = "REGISTERED_PRESERVATION", goods = "包装物一批", officers = Bureau.Two }, "沪质监存〔2025〕5号");
        // The paint of the one was sold under the mark of the other.
        await _bureau.TakeAsync(Roles.SectionHead, "joinCase", _paint, new { other = _seal.Number }, "沪质监并〔2025〕1号");
    }

    private async Task DecemberAsync()
    {
        await _bureau.UntilAsync("2025-12-05 09:30");
        await _bureau.TakeAsync(Roles.Officer, "endSeizure", _seal, new { seizure = 1, outcome = "RELEASED" }, "沪质监存处〔2025〕5号");
        // The fifteen days of the test are not counted: neither for the seizure of what was tested, nor for the decision.
        await _bureau.TakeAsync(Roles.Officer, "recordTestResult", _paint, new { test = 1, passed = false, report = "W2025-4711" });
        Assert.Equal(["CASE_DECISION 2026-03-03", "CASE_SEIZURE 2026-01-03"], await DuesAsync(_paint));

        // What was sold is above the threshold: from now on there is no way around the police.
        await _bureau.UntilAsync("2025-12-08 09:30");
        await _bureau.TakeAsync(Roles.Officer, "recordCaseFigures", _paint, new { goodsValueCny = 560_000, salesAmountCny = 60_000 });
        var suspected = await _bureau.SeeAsync(_paint, "isMajor majorBecause mustTransfer suspectedCrime{offence article}");
        Assert.Equal(("true", "true", "INFERIOR_PRODUCTS", "140"), (suspected.Text("isMajor"), suspected.Text("mustTransfer"), suspected.Text("suspectedCrime.0.offence"), suspected.Text("suspectedCrime.0.article")));
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", await _bureau.RefusalOfAsync(Roles.Leader, "decidePenalty", _paint, new { fineCny = 100_000, discretion = "从重" }, "沪质监罚〔2025〕9号"));
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", await _bureau.RefusalOfAsync(Roles.Leader, "closeCase", _paint, new { outcome = "EXECUTED" }, "沪质监结〔2025〕9号"));

        await _bureau.UntilAsync("2025-12-08 14:00");
        _paintTransfer = await _bureau.OpenTransferAsync(_paint, "沪质监移启〔2025〕1号");
        await _bureau.UntilAsync("2025-12-08 17:00");
        await _bureau.ReportAsync(_paintTransfer, "沪质监移报〔2025〕1号");
        await _bureau.UntilAsync("2025-12-09 10:00");
        await _bureau.ApproveAsync(_paintTransfer, "沪质监移批〔2025〕1号");
        await _bureau.UntilAsync("2025-12-10 09:00");
        Assert.Equal(
            "TransferMaterialsIncompleteError TRANSFER_MATERIALS_INCOMPLETE",
            await _bureau.RefusalOfAsync(Roles.Officer, "sendCrimeTransfer", _paintTransfer, new { materials = new[] { "LETTER_OF_TRANSFER", "GOODS_LIST" } }, "沪质监移〔2025〕1号"));
        await _bureau.SendAsync(_paintTransfer, "沪质监移〔2025〕1号");
        await _bureau.UntilAsync("2025-12-10 15:00");
        await _bureau.SignAsync(_paintTransfer, "沪公经收〔2025〕21号");

        await _bureau.UntilAsync("2025-12-12 16:00");
        Assert.Equal("FILED", await _bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", _paintTransfer, new { filed = true, documentNumber = "沪公经立〔2025〕33号" }));
        await _bureau.UntilAsync("2025-12-15 10:00");
        Assert.Equal("HANDED_OVER", await _bureau.TakeAsync(Roles.Officer, "handOverEvidence", _paintTransfer, new { goods = "外墙涂料300桶及案卷三册" }, "沪质监移交〔2025〕1号"));
        await _bureau.TakeAsync(Roles.Officer, "endSeizure", _paint, new { seizure = 1, outcome = "HANDED_OVER" }, "沪质监解扣〔2025〕3号");

        // The producer asks for more time once, and gets it once.
        await _bureau.UntilAsync("2025-12-15 14:00");
        Assert.Equal("ORDERED", await _bureau.TakeAsync(Roles.SectionHead, "extendRectification", _order, new { dueOn = "2026-01-15" }, "沪质监延〔2025〕2号"));
        Assert.Equal("RectificationAlreadyExtendedError RECTIFICATION_ALREADY_EXTENDED", await _bureau.RefusalOfAsync(Roles.SectionHead, "extendRectification", _order, new { dueOn = "2026-01-30" }, "沪质监延〔2025〕3号"));

        await _bureau.TakeAsync(Roles.Officer, "recordCaseFigures", _seal, new { goodsValueCny = 20_000, salesAmountCny = 8_000, illegalGainsCny = 3_000 });
        // A fine so high: the party may ask for a hearing before the file is reviewed.
        var proposal = new { fineCny = 120_000, confiscatedGainsCny = 3_000 };
        Assert.Equal("HEARING", await _bureau.TakeAsync(Roles.Officer, "proposePenalty", _seal, proposal, "沪质监审〔2025〕6号"));
        await _bureau.UntilAsync("2025-12-23 10:00");
        await _bureau.TakeAsync(Roles.Officer, "notifyRights", _seal, new { servedOn = "2025-12-23" }, "沪质监听告〔2025〕6号");
        await _bureau.UntilAsync("2025-12-26 10:00");
        await _bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", _seal, new { answer = "HEARING_REQUESTED", documentNumber = "听证申请〔2025〕6号" });
        await _bureau.UntilAsync("2025-12-29 10:00");
        await _api.As("chair", Roles.Legal);
        await _bureau.TakeAsync(Roles.Leader, "nameHearingChair", _seal, new { chair = "chair" });
        await _bureau.TakeAsync(Roles.Officer, "handFileToHearingChair", _seal);
        // Seven working days before: New Year's rest days are none, the worked Sunday of 4 January is one.
        Assert.Equal("HearingTooSoonError HEARING_TOO_SOON", await _bureau.RefusalOfAsync(Roles.Legal, "announceHearing", _seal, new { hearingOn = "2026-01-07", documentNumber = "沪质监听通〔2025〕6号" }));
        await _bureau.TakeAsync(Roles.Legal, "announceHearing", _seal, new { hearingOn = "2026-01-08", documentNumber = "沪质监听通〔2025〕6号" });
    }

    private async Task JanuaryAsync()
    {
        await _bureau.UntilAsync("2026-01-05 09:00");
        _disputed = await _bureau.LeadAsync(new { title = "某经销部销售不合格涂料案", productClasses = new[] { "COATINGS" } });
        await _bureau.FileAsync(_disputed, "沪质监立〔2026〕1号");
        await _bureau.UntilAsync("2026-01-06 09:00");
        await _bureau.SuspectAsync(_disputed);
        // Evidence is being carried away: the police are asked to come at once, and answer within the hour.
        _disputedTransfer = await _bureau.OpenAsync(Roles.Officer, "crimeTransfer", "requestEarlyIntervention", new { caseNumber = _disputed.Number, agency = "PUBLIC_SECURITY", situation = "正在转移物证" }, "沪质监商〔2026〕1号");
        await _bureau.UntilAsync("2026-01-06 09:40");
        await _bureau.TakeAsync(Roles.Liaison, "answerEarlyIntervention", _disputedTransfer, new { joins = true, documentNumber = "沪公经复〔2026〕2号" });
        await _bureau.UntilAsync("2026-01-06 16:00");
        await _bureau.ReportAsync(_disputedTransfer, "沪质监移报〔2026〕1号");
        await _bureau.UntilAsync("2026-01-07 09:00");
        await _bureau.ApproveAsync(_disputedTransfer, "沪质监移批〔2026〕1号");
        await _bureau.SendAsync(_disputedTransfer, "沪质监移〔2026〕1号");
        // It is not theirs: within a day they send it on to whoever is competent, and say so.
        await _bureau.UntilAsync("2026-01-07 15:00");
        await _bureau.ListAsync("registerAgency", new { code = "economic-police", kind = "POLICE", name = "经侦支队" });
        await _bureau.TakeAsync(Roles.Liaison, "forwardCrimeTransfer", _disputedTransfer, new { agency = "economic-police", explanation = "属经侦部门管辖", documentNumber = "沪公转〔2026〕5号" });
        var competent = await _api.As("economic-liaison", Roles.Liaison, "economic-police");

        await _bureau.UntilAsync("2026-01-08 09:00");
        await Bureau.TakeAsync(competent, "recordPoliceReceipt", _disputedTransfer, new { receiptNumber = "沪公经收〔2026〕2号" });
        await _bureau.TakeAsync(Roles.Legal, "recordHearing", _seal, new { heldOn = "2026-01-08", report = "沪质监听报〔2026〕1号" });

        await _bureau.UntilAsync("2026-01-09 10:00");
        Assert.Equal("LEGAL_REVIEW", await _bureau.TakeAsync(Roles.Legal, "passLegalReview", _seal, document: "沪质监法审〔2026〕1号"));

        // The police will not, the bureau insists, and the prosecutor has the last word.
        await _bureau.UntilAsync("2026-01-09 16:00");
        Assert.Equal("DECLINED", await Bureau.TakeAsync(competent, "recordPoliceDecision", _disputedTransfer, new { filed = false, explanation = "销售金额证据不足", documentNumber = "沪公经不立〔2026〕1号" }));
        await _bureau.UntilAsync("2026-01-12 10:00");
        Assert.Equal("RECONSIDERED", await _bureau.TakeAsync(Roles.Officer, "requestReconsideration", _disputedTransfer, document: "沪质监复议〔2026〕1号"));
        await _bureau.UntilAsync("2026-01-14 10:00");
        Assert.Equal("UPHELD", await Bureau.TakeAsync(competent, "recordPoliceDecision", _disputedTransfer, new { filed = false, explanation = "维持原决定", documentNumber = "沪公经维〔2026〕1号" }));
        Assert.Equal("REPORTED", await _bureau.TakeAsync(Roles.Officer, "reportRectification", _order, new { report = "已购置检验设备" }));
        await _bureau.UntilAsync("2026-01-16 10:00");
        Assert.Equal("SUPERVISED", await _bureau.TakeAsync(Roles.Officer, "requestProsecutorSupervision", _disputedTransfer, document: "沪质监建监〔2026〕1号"));

        await _bureau.UntilAsync("2026-01-19 10:00");
        var decision = new { fineCny = 100_000, confiscatedGainsCny = 3_000, discretion = "听证后酌情从轻" };
        Assert.Equal(
            "CollectiveDecisionRequiredError COLLECTIVE_DECISION_REQUIRED",
            await _bureau.RefusalOfAsync(Roles.SectionHead, "decidePenalty", _seal, decision, "沪质监罚〔2026〕2号"));
        await _api.As("second-head", Roles.SectionHead);
        await _bureau.TakeAsync(
            Roles.Legal,
            "recordDeliberation",
            _seal,
            new
            {
                heldOn = "2026-01-19",
                chair = "leader",
                participants = new[] { "section-head", "second-head" },
                minutesNumber = "沪质监集〔2026〕1号",
                conclusion = "同意",
            });
        Assert.Equal("DECIDED", await _bureau.TakeAsync(Roles.SectionHead, "decidePenalty", _seal, decision, "沪质监罚〔2026〕2号"));
        await _bureau.UntilAsync("2026-01-20 10:00");
        Assert.Equal("EXECUTION", await _bureau.TakeAsync(Roles.Officer, "serveDecision", _seal, new { servedOn = "2026-01-20", documentNumber = "送达回证〔2026〕2号" }));

        // The re-inspection fails, and the ladder is climbed rung by rung, each by a person.
        Assert.Equal("FAILED", await _bureau.TakeAsync(Roles.Officer, "recordReinspection", _order, new { officers = Bureau.Two, result = "STILL_IN_VIOLATION", findings = "检验设备仍未检定" }, "沪质监复查〔2026〕4号"));
        Assert.Equal("SUSPENSION", (await _bureau.SeeAsync(_order, "proposedMeasure")).Text("proposedMeasure"));
        await _bureau.UntilAsync("2026-01-22 10:00");
        await _bureau.TakeAsync(Roles.SectionHead, "decideRectificationMeasure", _order, new
        {
            measure = "SUSPENSION",
            accept = true,
            until = "2026-07-31",
            @case = "沪市监罚〔2026〕31号"
        }, "沪质监暂扣〔2026〕1号");
        Assert.Equal("SUSPENDED", await LicenceAsync("status"));
        await _bureau.UntilAsync("2026-01-26 10:00");
        await _bureau.TakeAsync(Roles.Leader, "decideRectificationMeasure", _order, new { measure = "WITHDRAWAL", accept = true }, "沪质监提撤〔2026〕1号");
        Assert.Equal("true", await LicenceAsync("withdrawalRequested"));
        Assert.Equal("FILED", await Bureau.TakeAsync(competent, "recordPoliceDecision", _disputedTransfer, new { filed = true, documentNumber = "沪公经立〔2026〕4号" }));
        await _bureau.UntilAsync("2026-01-28 10:00");
        await _bureau.TakeAsync(Roles.Officer, "handOverEvidence", _disputedTransfer, new { goods = "账册两册" }, "沪质监移交〔2026〕1号");
        await _bureau.UntilAsync("2026-01-30 10:00");
        await _bureau.TakeAsync(Roles.Leader, "decideRectificationMeasure", _order, new { measure = "BANNING", accept = true }, "沪质监报取〔2026〕1号");
    }

    private async Task FebruaryAndMarchAsync()
    {
        await _bureau.UntilAsync("2026-02-03 10:00");
        await _bureau.TakeAsync(Roles.Officer, "executePenalty", _seal, new { amountCny = 103_000, paidOn = "2026-02-03", documentNumber = "罚没票据0042号" });
        await _bureau.UntilAsync("2026-02-06 10:00");
        await _bureau.TakeAsync(Roles.Legal, "publishDecision", _seal, new { publishedOn = "2026-02-06", place = "国家企业信用信息公示系统" });
        await _bureau.UntilAsync("2026-02-09 10:00");
        Assert.Equal("CLOSED", await _bureau.TakeAsync(Roles.SectionHead, "closeCase", _seal, new { outcome = "EXECUTED" }, "沪质监结〔2026〕2号"));
        await _bureau.TakeAsync(Roles.Officer, "recordCaseFollowUp", _seal, new { practice = "规范质量标志使用", warned = new[] { _producer } });
        await _bureau.UntilAsync("2026-02-10 10:00");
        await _bureau.TakeAsync(Roles.SectionHead, "recordMeasureAnswer", _order, new { measure = "WITHDRAWAL", granted = true, answer = "同意撤销", documentNumber = "沪市监撤〔2026〕7号" });
        Assert.Equal("WITHDRAWN", await LicenceAsync("status"));
        await _bureau.UntilAsync("2026-03-04 10:00");
        await _bureau.TakeAsync(Roles.SectionHead, "recordMeasureAnswer", _order, new { measure = "BANNING", granted = true, answer = "区政府已组织取缔", documentNumber = "青府办〔2026〕11号" });
        await _bureau.UntilAsync("2026-03-05 18:00");
    }

    private async Task ThePaintCaseIsWithTheProsecutionAsync()
    {
        var found = await _bureau.SeeAsync(_paint, "stage mustTransfer wasPaused overdue lapses{rule} suspectedCrime{offence} crimeTransfer{number status agency materials taskGroup receiptNumber overdue lapses{rule}} pauses{reason documentNumber}");
        Assert.Equal(("TRANSFERRED", "false", "true", "false"), (found.Text("stage"), found.Text("mustTransfer"), found.Text("wasPaused"), found.Text("overdue")));
        Assert.Equal((_paintTransfer.Number, "HANDED_OVER", "PUBLIC_SECURITY", "沪公经收〔2025〕21号"), (found.Text("crimeTransfer.number"), found.Text("crimeTransfer.status"), found.Text("crimeTransfer.agency"), found.Text("crimeTransfer.receiptNumber")));
        Assert.Equal(Bureau.AllMaterials, found.At("crimeTransfer.materials").EnumerateArray().Select(one => one.GetString()));
        Assert.Empty(found.At("lapses").EnumerateArray());
        Assert.Empty(found.At("crimeTransfer.lapses").EnumerateArray());
        Assert.Equal(["TESTING", "STAY"], found.Texts("pauses", "reason"));
        Assert.Equal(
            [
                "2025-11-17 case.filed 沪质监立〔2025〕12号",
                "2025-11-18 case.goods-seized 沪质监扣〔2025〕3号",
                "2025-11-20 case.test-ordered 委检〔2025〕77号",
                "2025-11-28 case.joined 沪质监并〔2025〕1号",
                "2025-12-05 case.test-result-recorded W2025-4711",
                "2025-12-15 case.seizure-ended 沪质监解扣〔2025〕3号",
            ],
            await _bureau.DocumentsAsync(_paint));
        Assert.Equal(
            [
                "2025-12-08 crime-transfer.opened 沪质监移启〔2025〕1号",
                "2025-12-08 crime-transfer.task-group-named 沪质监移报〔2025〕1号",
                "2025-12-09 crime-transfer.approved 沪质监移批〔2025〕1号",
                "2025-12-10 crime-transfer.sent 沪质监移〔2025〕1号",
                "2025-12-10 crime-transfer.copied-to-prosecutors 沪质监移〔2025〕1号抄",
                "2025-12-10 crime-transfer.received 沪公经收〔2025〕21号",
                "2025-12-12 crime-transfer.filed 沪公经立〔2025〕33号",
                "2025-12-15 crime-transfer.handed-over 沪质监移交〔2025〕1号",
            ],
            await _bureau.DocumentsAsync(_paintTransfer));

        // Each side's steps bear its own name: the police's those of their agency's liaison officer.
        var journal = (await _bureau.JournalAsync(_paintTransfer)).Where(entry => entry.Text("documentNumber") is not null).ToList();
        Assert.Equal(["crime-transfer.received", "crime-transfer.filed"], journal.Where(entry => entry.Text("agency") == "PUBLIC_SECURITY").Select(entry => entry.Text("kind")));
        Assert.All(journal.Where(entry => entry.Text("agency") is null), entry => Assert.NotNull(entry.Text("basis")));
        var sent = journal.Single(entry => entry.Text("kind") == "crime-transfer.sent").GetProperty("at").GetDateTimeOffset();
        var approved = journal.Single(entry => entry.Text("kind") == "crime-transfer.approved").GetProperty("at").GetDateTimeOffset();
        Assert.True(sent - approved <= TimeSpan.FromHours(24), $"{approved} {sent}");
    }

    private async Task TheDisputedCaseIsWithThePoliceAsync()
    {
        var found = await _bureau.SeeAsync(_disputed, "stage mustTransfer lapses{rule} crimeTransfer{status agency policeJoin forwardings{fromAgency toAgency} lapses{rule}}");
        Assert.Equal("""{"stage":"TRANSFERRED","mustTransfer":false,"lapses":[],"crimeTransfer":{"status":"HANDED_OVER","agency":"economic-police","policeJoin":true,"forwardings":[{"fromAgency":"PUBLIC_SECURITY","toAgency":"economic-police"}],"lapses":[]}}""", found.GetRawText());
        Assert.Equal(
            [
                "2026-01-06 crime-transfer.opened 沪质监商〔2026〕1号",
                "2026-01-06 crime-transfer.early-intervention-requested 沪质监商〔2026〕1号",
                "2026-01-06 crime-transfer.early-intervention-answered 沪公经复〔2026〕2号",
                "2026-01-06 crime-transfer.task-group-named 沪质监移报〔2026〕1号",
                "2026-01-07 crime-transfer.approved 沪质监移批〔2026〕1号",
                "2026-01-07 crime-transfer.sent 沪质监移〔2026〕1号",
                "2026-01-07 crime-transfer.copied-to-prosecutors 沪质监移〔2026〕1号抄",
                "2026-01-07 crime-transfer.forwarded 沪公转〔2026〕5号",
                "2026-01-08 crime-transfer.received 沪公经收〔2026〕2号",
                "2026-01-09 crime-transfer.declined 沪公经不立〔2026〕1号",
                "2026-01-12 crime-transfer.reconsideration-requested 沪质监复议〔2026〕1号",
                "2026-01-14 crime-transfer.declined 沪公经维〔2026〕1号",
                "2026-01-16 crime-transfer.supervision-requested 沪质监建监〔2026〕1号",
                "2026-01-26 crime-transfer.filed 沪公经立〔2026〕4号",
                "2026-01-28 crime-transfer.handed-over 沪质监移交〔2026〕1号",
            ],
            await _bureau.DocumentsAsync(_disputedTransfer));
    }

    private async Task TheSealCaseIsClosedAsync()
    {
        var found = await _bureau.SeeAsync(_seal, "stage outcome overdue lapses{rule} deadlines{kind} penaltyCny paidCny openTasks servedOn publishedOn reviewedBy sourceReference joinedNumbers inspections{nodes{number}} decision{decidedBy isCollective documentNumber discretion} rights{servedOn hearingOn heldOn chair}");
        Assert.Equal(("CLOSED", "EXECUTED", "false", "103000", "103000"), (found.Text("stage"), found.Text("outcome"), found.Text("overdue"), found.Text("penaltyCny"), found.Text("paidCny")));
        Assert.Equal(("2026-01-20", "2026-02-06", "legal", "leader", "true"), (found.Text("servedOn"), found.Text("publishedOn"), found.Text("reviewedBy"), found.Text("decision.decidedBy"), found.Text("decision.isCollective")));
        Assert.Equal(("2025-12-23", "2026-01-08", "2026-01-08", "chair"), (found.Text("rights.servedOn"), found.Text("rights.hearingOn"), found.Text("rights.heldOn"), found.Text("rights.chair")));
        Assert.Empty(found.At("lapses").EnumerateArray());
        Assert.Equal((_swept.Number, _swept.Number, _paint.Number), (found.Text("sourceReference"), found.Text("inspections.nodes.0.number"), found.Text("joinedNumbers.0")));
        Assert.Equal(_seal.Number, (await _bureau.SeeAsync(_paint, "joinedNumbers")).Text("joinedNumbers.0"));
        Assert.Empty(found.At("openTasks").EnumerateArray());
        Assert.Equal(["CASE_PUBLICATION_END"], found.Texts("deadlines", "kind")); // it is shown for a year, and then no more by itself
        Assert.Equal(
            [
                "2025-11-27 case.filed 沪质监立〔2025〕13号",
                "2025-11-28 case.goods-seized 沪质监存〔2025〕5号",
                "2025-11-28 case.joined 沪质监并〔2025〕1号",
                "2025-12-05 case.seizure-ended 沪质监存处〔2025〕5号",
                "2025-12-15 case.penalty-proposed 沪质监审〔2025〕6号",
                "2025-12-23 case.rights-notified 沪质监听告〔2025〕6号",
                "2025-12-26 case.party-answered 听证申请〔2025〕6号",
                "2025-12-29 case.hearing-announced 沪质监听通〔2025〕6号",
                "2026-01-08 case.hearing-recorded 沪质监听报〔2026〕1号",
                "2026-01-09 case.legal-review-passed 沪质监法审〔2026〕1号",
                "2026-01-19 case.deliberated 沪质监集〔2026〕1号",
                "2026-01-19 case.penalty-decided 沪质监罚〔2026〕2号",
                "2026-01-20 case.decision-served 送达回证〔2026〕2号",
                "2026-02-03 case.penalty-executed 罚没票据0042号",
                "2026-02-09 case.closed 沪质监结〔2026〕2号",
            ],
            await _bureau.DocumentsAsync(_seal));
    }

    private async Task TheProducerIsBannedAsync()
    {
        var found = await _bureau.SeeAsync(_order, "status proposal{measure} lapses{kind} deadlines{kind} inspection{number} licence{status} reinspections{result reinspectedOn} measures{measure accepted decidedOn recipient documentNumber answer{answeredOn granted documentNumber}}");
        Assert.Equal(("FAILED", _drawn.Number, "WITHDRAWN"), (found.Text("status"), found.Text("inspection.number"), found.Text("licence.status")));
        Assert.Empty(found.At("lapses").EnumerateArray());
        Assert.Empty(found.At("deadlines").EnumerateArray());
        Assert.Equal(
            [
                $"SUSPENSION 2026-01-22 {_producer} 沪质监暂扣〔2026〕1号 ",
                "WITHDRAWAL 2026-01-26 上海市市场监督管理局 沪质监提撤〔2026〕1号 2026-02-10 沪市监撤〔2026〕7号",
                "BANNING 2026-01-30 城区人民政府 沪质监报取〔2026〕1号 2026-03-04 青府办〔2026〕11号",
            ],
            found.At("measures").EnumerateArray().Select(one => $"{one.Text("measure")} {one.Text("decidedOn")} {one.Text("recipient")} {one.Text("documentNumber")} {(one.GetProperty("answer").ValueKind is System.Text.Json.JsonValueKind.Null ? "" : $"{one.Text("answer.answeredOn")} {one.Text("answer.documentNumber")}")}"));
        Assert.Equal(
            [
                "2025-11-20 rectification.ordered 沪质监责改〔2025〕8号",
                "2025-12-15 rectification.extended 沪质监延〔2025〕2号",
                "2026-01-20 rectification.reinspected 沪质监复查〔2026〕4号",
                "2026-01-22 rectification.measure-decided 沪质监暂扣〔2026〕1号",
                "2026-01-26 rectification.measure-decided 沪质监提撤〔2026〕1号",
                "2026-01-30 rectification.measure-decided 沪质监报取〔2026〕1号",
                "2026-02-10 rectification.measure-answered 沪市监撤〔2026〕7号",
                "2026-03-04 rectification.measure-answered 青府办〔2026〕11号",
            ],
            await _bureau.DocumentsAsync(_order));
        Assert.Equal(
            ["2026-01-22 licence.suspended 沪质监暂扣〔2026〕1号", "2026-01-26 licence.withdrawal-requested 沪质监提撤〔2026〕1号", "2026-02-10 licence.withdrawn 沪市监撤〔2026〕7号"],
            await _bureau.DocumentsAsync(new Dossier("licence", _licence)));
    }

    private async Task<string?> LicenceAsync(string field) => (await _bureau.SeeAsync(new Dossier("licence", _licence), field)).Text(field);

    // The end of a last day is the first instant of the next: so the day that is printed is the one after it.
    private async Task<IReadOnlyList<string>> DuesAsync(Dossier dossier) =>
        [.. (await _bureau.SeeAsync(dossier, "deadlines{kind dueAt}")).At("deadlines").EnumerateArray().Where(one => !one.Text("kind")!.EndsWith("WARNING", StringComparison.Ordinal))
            .Select(one => $"{one.Text("kind")} {one.GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}").Order(StringComparer.Ordinal)];
}

public sealed class CampaignStoryOnSqliteTests() : CampaignStoryTests(DatabaseKind.Sqlite);

public sealed class CampaignStoryOnPostgreSqlTests() : CampaignStoryTests(DatabaseKind.PostgreSql);
