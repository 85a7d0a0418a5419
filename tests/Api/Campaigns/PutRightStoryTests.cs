using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Campaigns;

/// <summary>
/// What does not go the straight way, over HTTP: a file that is sent back and ends without a penalty, a transfer that the head refuses, one
/// that comes back after the prosecutors do not prosecute, a decision that is annulled with what follows, and one correction in each
/// concept.
/// After each of them the journal is recomputed: states, rows, counts and facts have to agree with it.
/// </summary>
public abstract class PutRightStoryTests(DatabaseKind kind)
{
    private const string Why = "登记有误，经核对原件更正";
    private ApiServer _api = null!;
    private Bureau _bureau = null!;

    [Fact]
    public async Task What_goes_wrong_is_put_right_and_the_journal_agrees()
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), database);
        (_api, _bureau) = (api, new Bureau(api) { IsCheckedAtEachStep = true });
        await _bureau.AppointAsync();
        await _bureau.LiveAsync(
            SentBackAndNotPenalisedAsync, RefusedByTheHeadAsync, ReturnedAfterNoProsecutionAsync, AnnulledAsync, CorrectedInCasesAsync,
            CorrectedInInspectionsAndOrdersAsync, CorrectedInRegistersAsync, EnteredLateAsync, CorrectedAfterTheDecisionAsync);
    }

    // 行政处罚法 第三十三条: slight and corrected in time; the reviewer sends the file back first (程序规定 第五十三条).
    private async Task SentBackAndNotPenalisedAsync()
    {
        var slight = await _bureau.FiledAsync();
        var ground = new { ground = "SLIGHT_AND_CORRECTED" };
        Assert.Equal("LEGAL_REVIEW", await _bureau.TakeAsync(Roles.Officer, "proposeNoPenalty", slight, ground, "建1号"));
        Assert.Equal("INVESTIGATION", await _bureau.TakeAsync(Roles.Legal, "returnForInvestigation", slight, document: "退1号"));
        Assert.Equal("LEGAL_REVIEW", await _bureau.TakeAsync(Roles.Officer, "proposeNoPenalty", slight, ground, "建2号"));
        await _bureau.TakeAsync(Roles.Legal, "passLegalReview", slight, document: "审1号");
        Assert.StartsWith("InvalidInputError", await _bureau.RefusalOfAsync(Roles.SectionHead, "decideNoPenalty", slight, ground, "不罚1号"));
        await _bureau.TakeAsync(
            Roles.SectionHead, "decideNoPenalty", slight, new { ground = "SLIGHT_AND_CORRECTED", education = "对负责人进行了教育" }, "不罚1号");
        Assert.Equal("DECIDED", (await _bureau.SeeAsync(slight, "stage")).Text("stage"));
        var served = (await _bureau.SeeAsync(slight, "noPenalty{decidedOn}")).Text("noPenalty.decidedOn");
        await _bureau.TakeAsync(Roles.Officer, "serveDecision", slight, new { servedOn = served, documentNumber = "送不罚1号" });
        var ended = await _bureau.SeeAsync(slight, "stage outcome penaltyCny deadlines{kind}");
        Assert.Equal(("NO_PENALTY", "NO_PENALTY", "0"), (ended.Text("stage"), ended.Text("outcome"), ended.Text("penaltyCny")));
        Assert.Empty(ended.At("deadlines").EnumerateArray());
    }

    // 移送规定 第五条: not approved, the file says why, and the case goes on administratively.
    private async Task RefusedByTheHeadAsync()
    {
        var doubtful = await _bureau.FiledAsync();
        await _bureau.SuspectAsync(doubtful);
        var transfer = await _bureau.OpenTransferAsync(doubtful);
        await _bureau.ReportAsync(transfer);
        Assert.Equal("REFUSED", await _bureau.TakeAsync(Roles.Leader, "decideCrimeTransfer", transfer, new { approve = false }, "移不批1号"));
        await _bureau.PenaliseAsync(doubtful, 5_000);
        Assert.Equal("DECIDED", (await _bureau.SeeAsync(doubtful, "stage")).Text("stage"));
    }

    // 刑事诉讼法 第一百七十七条; 移送规定 第十三条: what is not prosecuted is still penalised.
    private async Task ReturnedAfterNoProsecutionAsync()
    {
        var suspected = await _bureau.FiledAsync();
        await _bureau.SuspectAsync(suspected);
        var transfer = await _bureau.SentAsync(suspected);
        await _bureau.SignAsync(transfer);
        await _bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = true, documentNumber = "立1号" });
        await _bureau.TakeAsync(Roles.Officer, "handOverEvidence", transfer, new { goods = "账册两册" }, "移交1号");
        Assert.Equal("TRANSFERRED", (await _bureau.SeeAsync(suspected, "stage")).Text("stage"));
        await _bureau.TakeAsync(
            Roles.Liaison,
            "recordProsecutionDecision",
            transfer,
            new { decision = "NOT_PROSECUTED", documentNumber = "不诉1号", explanation = "犯罪情节轻微" });
        Assert.Equal("INVESTIGATION", (await _bureau.SeeAsync(suspected, "stage")).Text("stage"));
        await _bureau.PenaliseAsync(suspected, 5_000);
        Assert.Equal("DECIDED", (await _bureau.SeeAsync(suspected, "stage")).Text("stage"));
    }

    // 行政复议法 第六十四条: annulled, what was published is withdrawn and what was paid is given back.
    private async Task AnnulledAsync()
    {
        var wrong = await _bureau.FiledAsync();
        await _bureau.PenaliseAsync(wrong, 5_000);
        var today = _bureau.Today;
        await _bureau.TakeAsync(Roles.Officer, "serveDecision", wrong, new { servedOn = today, documentNumber = "送达1号" });
        await _bureau.TakeAsync(Roles.Officer, "executePenalty", wrong, new { amountCny = 5_000, paidOn = today, documentNumber = "票1号" });
        await _bureau.TakeAsync(Roles.Legal, "publishDecision", wrong, new { publishedOn = today, place = "公示系统" });
        await _bureau.TakeAsync(
            Roles.Legal,
            "recordChallenge",
            wrong,
            new { kind = "RECONSIDERATION", receivedOn = today, body = "区人民政府", documentNumber = "复1号" });
        await _bureau.TakeAsync(
            Roles.Legal, "recordChallengeOutcome", wrong, new { outcome = "ANNULLED", receivedOn = today, documentNumber = "复决1号" });
        await _bureau.TakeAsync(Roles.Legal, "withdrawPublication", wrong, new { reason = "处罚决定已被撤销" });
        await _bureau.TakeAsync(
            Roles.Officer,
            "recordRefund",
            wrong,
            new { amountCny = 5_000, refundedOn = today, documentNumber = "退款1号" });
        var found = await _bureau.SeeAsync(wrong, "stage outcome openTasks challenges{outcome}");
        Assert.Equal("EXECUTION", found.Text("stage"));
        await _bureau.TakeAsync(Roles.SectionHead, "closeCase", wrong, new { outcome = "ANNULLED" }, "结1号");
        found = await _bureau.SeeAsync(wrong, "stage outcome openTasks challenges{outcome}");
        Assert.Equal(("CLOSED", "ANNULLED", "ANNULLED"), (found.Text("stage"), found.Text("outcome"), found.Text("challenges.0.outcome")));
    }

    private async Task CorrectedInCasesAsync()
    {
        var mistyped = await _bureau.FiledAsync(new { title = "某长涂料案" });
        await _bureau.TakeAsync(Roles.SectionHead, "correctCaseTitle", mistyped, new { title = "某厂涂料案" }, "更1号");
        await _bureau.TakeAsync(Roles.Officer, "recordCaseFigures", mistyped, new { goodsValueCny = 560_000, salesAmountCny = 60_000 });
        Assert.Equal("true", (await _bureau.SeeAsync(mistyped, "mustTransfer")).Text("mustTransfer"));

        // A point in the wrong place made a crime of it; the right figures lift the duty.
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctCaseFigures", mistyped, new
            {
                goodsValueCny = 5_600,
                salesAmountCny = 600,
                circumstances = Array.Empty<string>()
            }, "更2号");
        await _bureau.TakeAsync(
            Roles.SectionHead,
            "correctCaseLead",
            mistyped,
            new
            {
                violation = "FORGED_QUALITY_MARK",
                source = "COMPLAINT",
                receivedOn = _bureau.Today,
                facts = "消费者投诉",
                productClasses = new[] { "COATINGS" }
            },
            "更3号");
        await _bureau.TakeAsync(
            Roles.Officer,
            "seizeGoods",
            mistyped,
            new { kind = "SEIZURE", goods = "涂料13桶", officers = Bureau.Two },
            "扣1号");
        await _bureau.TakeAsync(Roles.SectionHead, "correctSeizureList", mistyped, new { seizure = 1, goods = "涂料31桶" }, "更4号");
        await _bureau.PenaliseAsync(mistyped, 5_000);
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctCaseAct", mistyped, new { act = "RIGHTS_NOTICE", actNumber = "告3号" }, "更17号");
        await _bureau.TakeAsync(Roles.Officer, "serveDecision", mistyped, new { servedOn = _bureau.Today, documentNumber = "送达2号" });
        await _bureau.TakeAsync(
            Roles.Officer,
            "executePenalty",
            mistyped,
            new { amountCny = 500, paidOn = _bureau.Today, documentNumber = "票2号" });
        await _bureau.TakeAsync(
            Roles.SectionHead,
            "correctPayment",
            mistyped,
            new { payment = 1, amountCny = 5_000, paidOn = _bureau.Today },
            "更5号");
        var found = await _bureau.SeeAsync(mistyped, "title mustTransfer violation source goodsValueCny paidCny seizures{goods}");
        Assert.Equal(
            ("某厂涂料案", "false", "FORGED_QUALITY_MARK", "COMPLAINT"),
            (found.Text("title"), found.Text("mustTransfer"), found.Text("violation"), found.Text("source")));
        Assert.Equal(("5600", "5000", "涂料31桶"), (found.Text("goodsValueCny"), found.Text("paidCny"), found.Text("seizures.0.goods")));

        // The history shows both: what was recorded and what it was corrected to.
        var kinds = (await _bureau.JournalAsync(mistyped)).Select(entry => entry.Text("kind")).ToList();
        Assert.Equal(2, kinds.Count(kind => kind is "case.figures-recorded" or "case.figures-corrected"));
    }

    private async Task CorrectedInInspectionsAndOrdersAsync()
    {
        var enterprise = await _api.EnterpriseAsync("某厂", new { productClasses = new[] { "COATINGS" } });
        var licence = await _api.LicenceAsync(enterprise, more: new { productClasses = new[] { "COATINGS" } });
        var inspection = await _bureau.OpenAsync(
            Roles.Officer,
            "inspection",
            "beginInspection",
            new { enterpriseCreditCode = enterprise, officers = Bureau.Two });
        await _bureau.TakeAsync(
            Roles.Officer, "recordInspection", inspection, new
            {
                officers = Bureau.Two,
                findings = Bureau.Wanting,
                result = "RECTIFICATION",
                summary = "设备未检定"
            });
        await _bureau.TakeAsync(Roles.SectionHead, "correctInspectionRecord", inspection, new { summary = "检验设备未按期检定" }, "更6号");
        Assert.Equal("检验设备未按期检定", (await _bureau.SeeAsync(inspection, "summary")).Text("summary"));

        var order = await _bureau.OpenAsync(
            Roles.Officer,
            "rectification",
            "orderRectification",
            new { enterpriseCreditCode = enterprise, requirements = new[] { "设备检定" }, licence, inspection = inspection.Number },
            "责改1号");
        var due = _bureau.Today.AddDays(20);
        await _bureau.TakeAsync(Roles.SectionHead, "correctRectificationOrder", order, new { dueOn = due }, "更7号");
        Assert.Equal($"{due:yyyy-MM-dd}", (await _bureau.SeeAsync(order, "dueOn")).Text("dueOn"));
        await _bureau.TakeAsync(Roles.Officer, "reportRectification", order, new { report = "已整改" });

        // It was another order that had passed.
        var passed = new { officers = Bureau.Two, result = "COMPLIED", findings = "已检定" };
        Assert.Equal("PASSED", await _bureau.TakeAsync(Roles.Officer, "recordReinspection", order, passed, "复查1号"));
        Assert.Equal("REPORTED", await _bureau.TakeAsync(Roles.SectionHead, "correctReinspection", order, document: "更11号"));
        await _bureau.TakeAsync(
            Roles.Officer,
            "recordReinspection",
            order,
            new { officers = Bureau.Two, result = "STILL_IN_VIOLATION", findings = "仍未检定" },
            "复查1号");
        await _bureau.TakeAsync(
            Roles.SectionHead,
            "decideRectificationMeasure",
            order,
            new { measure = "SUSPENSION", accept = false },
            "不采1号");
        await _bureau.TakeAsync(Roles.Officer, "proposeRectificationMeasure", order, new { measure = "WITHDRAWAL", reason = "情节严重" });
        await _bureau.TakeAsync(
            Roles.SectionHead,
            "decideRectificationMeasure",
            order,
            new { measure = "WITHDRAWAL", accept = true },
            "提撤1号");
        await _bureau.TakeAsync(
            Roles.SectionHead,
            "recordMeasureAnswer",
            order,
            new { measure = "WITHDRAWAL", granted = true, answer = "撤销" });
        Assert.Equal("WITHDRAWN", (await _bureau.SeeAsync(new("licence", licence), "status")).Text("status"));

        // The answer was misread: the licence stands again, and what was counted is counted no more.
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctMeasureAnswer", order, new
            {
                measure = "WITHDRAWAL",
                granted = false,
                answer = "不予撤销",
                reason = Why
            });
        Assert.Equal("ACTIVE", (await _bureau.SeeAsync(new("licence", licence), "status")).Text("status"));
    }

    private async Task CorrectedInRegistersAsync()
    {
        var enterprise = await _api.EnterpriseAsync("某厂");
        var licence = new Dossier("licence", await _api.LicenceAsync(enterprise));
        await _bureau.TakeAsync(Roles.SectionHead, "correctLicence", licence, new { validTo = "2029-12-31", reason = Why });
        await _bureau.TakeAsync(Roles.SectionHead, "deregisterLicence", licence, new { ground = "ASKED_BY_HOLDER" }, document: "销1号");
        Assert.Equal("ACTIVE", await _bureau.TakeAsync(Roles.SectionHead, "correctLicenceEnding", licence, document: "更8号"));
        Assert.Equal("2029-12-31", (await _bureau.SeeAsync(licence, "validTo")).Text("validTo"));

        var head = await _api.As(Roles.SectionHead);
        var grounds = new { creditCode = enterprise, reason = Why, basis = "登记管理规定", documentNumber = "更9号" };
        var planned = await _bureau.OpenAsync(
            Roles.Officer,
            "inspection",
            "planInspection",
            new { enterpriseCreditCode = enterprise, basis = "ROUTINE", plannedOn = _bureau.Today.AddDays(5), officers = Bureau.Two });
        Assert.Equal("", (await head.Do("closeEnterprise", grounds)).Refusal());
        Assert.Equal("CANCELLED", (await _bureau.SeeAsync(planned, "status")).Text("status"));
        await WholeDatabase.ExpectAsync(_api.Database, _api.Clock);
        var reopened = await head.Do("reopenEnterprise", grounds, "enterprise{status}");
        Assert.Equal(("", "ACTIVE"), (reopened.Refusal(), reopened.Text("enterprise.status")));
        Assert.Equal("PLANNED", (await _bureau.SeeAsync(planned, "status")).Text("status"));
        await _bureau.TakeAsync(Roles.SectionHead, "cancelInspection", planned, document: "取消1号");
    }

    // Acts have their day; what is entered more than three working days after it says so.
    private async Task EnteredLateAsync()
    {
        var licence = new Dossier("licence", await _api.LicenceAsync(await _api.EnterpriseAsync("某厂")));
        await _bureau.UntilAsync("2026-01-16 10:00");
        var late = new { until = "2026-06-30", @case = "沪市监罚〔2026〕31号", on = "2026-01-12" };
        await _bureau.TakeAsync(Roles.SectionHead, "suspendLicence", licence, late, "扣1号");
        await _bureau.TakeAsync(Roles.SectionHead, "reinstateLicence", licence, new { on = "2026-01-13" }, "恢1号");
        var entries = (await _bureau.SeeAsync(licence, "history(first:2){nodes{kind effectiveOn isEnteredLate}}")).At("history.nodes");
        Assert.Equal(
            ["licence.reinstated 2026-01-13 false", "licence.suspended 2026-01-12 true"],
            entries.EnumerateArray().Select(one => $"{one.Text("kind")} {one.Text("effectiveOn")} {one.Text("isEnteredLate")}"));
    }

    // What was mistyped of tests and goods, and after the decision: service, challenge, refund. Each keeps what it said before.
    private async Task CorrectedAfterTheDecisionAsync()
    {
        var mistyped = await _bureau.FiledAsync();
        await _bureau.TakeAsync(
            Roles.Officer, "orderTest", mistyped, new { laboratory = "市质检所", sample = "涂料一桶", documentNumber = "委1号" });
        await _bureau.TakeAsync(
            Roles.Officer, "seizeGoods", mistyped, new { kind = "SEIZURE", goods = "涂料三桶", officers = Bureau.Two }, "扣2号");
        await _bureau.UntilAsync("2026-01-19 10:00");
        await _bureau.TakeAsync(Roles.Officer, "recordTestResult", mistyped, new { test = 1, passed = false, report = "检1号" });
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctTestResult", mistyped, new { test = 1, resultOn = "2026-01-18", report = "检2号" }, "更10号");
        await _bureau.TakeAsync(Roles.Officer, "endSeizure", mistyped, new { seizure = 1, outcome = "RELEASED" }, "解1号");
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctSeizureEnd", mistyped, new { seizure = 1, endedOn = "2026-01-18" }, "更11号");
        await _bureau.TakeAsync(Roles.SectionHead, "correctSeizureEnd", mistyped, new { seizure = 1, notEnded = true }, "更12号");
        var held = await _bureau.SeeAsync(mistyped, "openTasks seizures{outcome endedOn}");
        Assert.Equal((null, null), (held.Text("seizures.0.outcome"), held.Text("seizures.0.endedOn")));
        Assert.Contains("GOODS_HELD", held.At("openTasks").EnumerateArray().Select(one => one.GetString()));
        await _bureau.TakeAsync(Roles.Officer, "endSeizure", mistyped, new { seizure = 1, outcome = "RELEASED" }, "解2号");

        await _bureau.PenaliseAsync(mistyped, 5_000);
        await _bureau.TakeAsync(Roles.Officer, "serveDecision", mistyped, new { servedOn = _bureau.Today, documentNumber = "送达3号" });
        await _bureau.UntilAsync("2026-01-21 10:00");
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctServedDecision", mistyped, new { servedOn = "2026-01-20", way = "LEFT" }, "更13号");
        await _bureau.TakeAsync(
            Roles.Officer, "executePenalty", mistyped, new { amountCny = 5_000, paidOn = _bureau.Today, documentNumber = "票3号" });
        await _bureau.TakeAsync(
            Roles.Legal,
            "recordChallenge",
            mistyped,
            new { kind = "RECONSIDERATION", receivedOn = _bureau.Today, body = "区人民政府", documentNumber = "复2号" });
        await _bureau.TakeAsync(
            Roles.SectionHead, "correctChallenge", mistyped, new { challenge = 1, receivedOn = "2026-01-20", challengeNumber = "复3号" },
            "更14号");
        await _bureau.UntilAsync("2026-01-23 10:00");
        await _bureau.TakeAsync(
            Roles.Legal,
            "recordChallengeOutcome",
            mistyped,
            new { outcome = "ANNULLED", receivedOn = _bureau.Today, documentNumber = "复决2号" });
        await _bureau.TakeAsync(Roles.SectionHead, "correctChallenge", mistyped, new { challenge = 1, endedOn = "2026-01-22" }, "更15号");
        var refund = new { amountCny = 5_000, refundedOn = _bureau.Today, documentNumber = "退款2号" };
        await _bureau.TakeAsync(Roles.Officer, "recordRefund", mistyped, refund);
        foreach (var amountCny in new[] { 3_000, 5_000 })
        {
            await _bureau.TakeAsync(
                Roles.SectionHead, "correctRefund", mistyped, new { refund = 1, amountCny, refundedOn = "2026-01-22" }, "更16号");
        }

        Assert.StartsWith(
            "InvalidInputError",
            await _bureau.RefusalOfAsync(
                Roles.SectionHead, "correctChallenge", mistyped, new { challenge = 1, endedOn = "2026-01-23" }, "更17号"));
        await _bureau.TakeAsync(Roles.SectionHead, "closeCase", mistyped, new { outcome = "ANNULLED" }, "结2号");
        Assert.Equal("CLOSED", (await _bureau.SeeAsync(mistyped, "stage")).Text("stage"));
        var corrections = (await _bureau.JournalAsync(mistyped)).Select(entry => entry.Text("kind")!)
            .Where(kind => kind.EndsWith("-corrected", StringComparison.Ordinal) || kind == "case.seizure-not-ended").ToList();
        Assert.Equal(
            [
                "case.test-result-corrected", "case.seizure-end-corrected", "case.seizure-not-ended", "case.service-corrected",
                "case.challenge-corrected", "case.challenge-corrected", "case.refund-corrected", "case.refund-corrected",
            ],
            corrections);
    }
}

public sealed class PutRightStoryOnSqliteTests() : PutRightStoryTests(DatabaseKind.Sqlite);

public sealed class PutRightStoryOnPostgreSqlTests() : PutRightStoryTests(DatabaseKind.PostgreSql);
