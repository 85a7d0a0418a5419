using System.Globalization;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Campaigns;

/// <summary>The campaign on a clock on which everybody is late: every deadline lapses before the step that meets it is taken. Each lapse is recorded once, with section, officer and article; no step is blocked by being late; only a right that has its time is lost with it.</summary>
public sealed class EverybodyLateTests
{
    private const string Regulation = "《行政执法机关移送涉嫌犯罪案件的规定》";

    private ApiServer _api = null!;
    private Bureau _bureau = null!;

    [Fact]
    public async Task Each_lapse_is_recorded_once_with_who_and_which_article_and_no_late_step_is_blocked()
    {
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2025, 11, 9, 1, 0, 0, TimeSpan.Zero));
        (_api, _bureau) = (api, new Bureau(api));
        await _bureau.AppointAsync();
        var (inspection, order) = await FromTheFindingToBanningAsync();
        var closed = await FromTheLeadToTheEndAsync();
        var (prosecuted, filed) = await FromTheLeadToTheProsecutionAsync();
        var (first, declined) = await TheRightToReconsiderationIsLostAsync();
        var (second, upheld) = await TheRightToSupervisionIsLostAsync();

        // The clocks come by once more, and find nothing that was not recorded.
        await api.TurnToAsync(api.Clock.GetUtcNow().AddMinutes(90));

        Assert.Equal(["计划日2025-11-21已过，尚未检查（责任科室稽查队，责任人测试人员） 按计划完成检查（内部期限）：工业产品生产许可证管理条例 第三十六条"], await LapsesOfInspectionAsync(inspection));
        Assert.Equal(
            [
                .. Enumerable.Repeat("RECTIFICATION_MEASURE_DECISION INSPECTION SECTION_HEAD", 3),
                "RECTIFICATION_REINSPECTION INSPECTION officer",
            ],
            await LapsesOfOrderAsync(order));
        Assert.Equal(
            [
                "INSPECTION officer 作出处罚决定：《行政处罚法》第六十条、《市场监督管理行政处罚程序规定》第六十四条",
                "INSPECTION officer 决定是否立案：《市场监督管理行政处罚程序规定》第十八条",
                "INSPECTION officer 对先行登记保存的证据作出处理决定，逾期自行解除：《行政处罚法》第五十六条",
                "INSPECTION officer 当事人不在场的，送达处罚决定书：《行政处罚法》第六十一条",
                "INSPECTION officer 查封、扣押期限：《行政强制法》第二十五条",
                "INSPECTION officer 缴纳罚款：《行政处罚法》第六十七条",
                "SUPERVISION LEGAL 公示处罚信息：《市场监督管理行政处罚信息公示规定》",
                "SUPERVISION LEGAL 完成法制审核：《市场监督管理行政处罚程序规定》",
            ],
            await LapsesAsync(closed));
        Assert.Equal(
            [
                "INSPECTION officer 作出处罚决定：《行政处罚法》第六十条、《市场监督管理行政处罚程序规定》第六十四条",
                $"INSPECTION officer 组成专案组并提出移送书面报告：{Regulation}第五条（内部期限）",
            ],
            await LapsesAsync(prosecuted));
        Assert.Equal(
            [
                $"INSPECTION LEADER 作出批准移送或者不批准移送的决定：{Regulation}第五条",
                $"INSPECTION officer 向同级公安机关移送：{Regulation}第五条",
                $"INSPECTION officer 移交涉案物品以及有关材料：{Regulation}第十二条",
                $"INSPECTION officer 组成专案组并提出移送书面报告：{Regulation}第五条（内部期限）",
                $"PUBLIC_SECURITY PUBLIC_SECURITY 不属本机关管辖的转送有管辖权的机关：{Regulation}第七条",
                $"PUBLIC_SECURITY PUBLIC_SECURITY 公安机关作出是否立案的决定：{Regulation}第八条",
            ],
            await LapsesAsync(filed));
        Assert.Empty(await LapsesAsync(first));
        Assert.Equal(
            [
                $"INSPECTION officer 提请复议或者建议人民检察院立案监督：{Regulation}第九条",
                $"INSPECTION officer 组成专案组并提出移送书面报告：{Regulation}第五条（内部期限）",
                "PUBLIC_SECURITY PUBLIC_SECURITY 公安机关答复提前介入：内部期限",
            ],
            await LapsesAsync(declined));
        Assert.Empty(await LapsesAsync(second));
        Assert.Equal([$"INSPECTION officer 建议人民检察院立案监督：{Regulation}第九条", $"PUBLIC_SECURITY PUBLIC_SECURITY 公安机关作出复议决定：{Regulation}第九条"], await LapsesAsync(upheld));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    private async Task<(Dossier Inspection, Dossier Order)> FromTheFindingToBanningAsync()
    {
        var enterprise = await _api.EnterpriseAsync("迟改厂", new { productClasses = new[] { "COATINGS" } });
        var licence = await _api.LicenceAsync(enterprise, more: new { productClasses = new[] { "COATINGS" } });
        var inspection = await _bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = "2025-11-21" });
        await _bureau.BeLateAsync(inspection);
        await _bureau.TakeAsync(Roles.Officer, "recordInspection", inspection, new { officers = Bureau.Two, findings = Bureau.Wanting, result = "RECTIFICATION", summary = "检验设备未检定" });
        var order = await _bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, licence, inspection = inspection.Number }, "责改1号");
        await _bureau.BeLateAsync(order);
        Assert.Equal("""{"status":"OVERDUE","proposedMeasure":"SUSPENSION"}""", (await _bureau.SeeAsync(order, "status proposedMeasure")).GetRawText());
        await _bureau.BeLateAsync(order);
        Assert.Equal("FAILED", await _bureau.TakeAsync(Roles.Officer, "recordReinspection", order, new { officers = Bureau.Two, result = "STILL_IN_VIOLATION", findings = "仍未检定" }, "复查1号"));
        await _bureau.TakeAsync(Roles.SectionHead, "decideRectificationMeasure", order, new
        {
            measure = "SUSPENSION",
            accept = true,
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号"
        }, "暂扣1号");
        await _bureau.BeLateAsync(order);
        await _bureau.TakeAsync(Roles.SectionHead, "decideRectificationMeasure", order, new { measure = "WITHDRAWAL", accept = true }, "提撤1号");
        await _bureau.BeLateAsync(order);
        await _bureau.TakeAsync(Roles.SectionHead, "decideRectificationMeasure", order, new { measure = "BANNING", accept = true }, "报取1号");
        await _bureau.TakeAsync(Roles.SectionHead, "recordMeasureAnswer", order, new { measure = "BANNING", granted = true, answer = "已取缔" });
        Assert.Equal("SUSPENDED", (await _bureau.SeeAsync(new Dossier("licence", licence), "status")).Text("status"));
        Assert.Single(await _bureau.JournalAsync(order), entry => entry.Text("kind") == "rectification.overdue");
        return (inspection, order);
    }

    private async Task<Dossier> FromTheLeadToTheEndAsync()
    {
        var dossier = await _bureau.LeadAsync();
        await _bureau.BeLateAsync(dossier);
        await _bureau.FileAsync(dossier, "立案1号");
        await _bureau.TakeAsync(Roles.Officer, "seizeGoods", dossier, new { kind = "SEIZURE", goods = "涂料300桶", officers = Bureau.Two }, "扣押1号");
        await _bureau.TakeAsync(Roles.Officer, "seizeGoods", dossier, new { kind = "REGISTERED_PRESERVATION", goods = "包装物", officers = Bureau.Two }, "保存1号");
        await _bureau.BeLateAsync(dossier);
        Assert.Equal([null, "LAPSED_BY_ITSELF"], (await _bureau.SeeAsync(dossier, "seizures{outcome}")).Texts("seizures", "outcome"));
        await _bureau.TakeAsync(Roles.Officer, "endSeizure", dossier, new { seizure = 1, outcome = "RELEASED" }, "解扣1号");
        await _bureau.TakeAsync(Roles.Officer, "proposePenalty", dossier, new { fineCny = 1000 }, "建议1号");
        await _bureau.BeLateAsync(dossier);
        await _bureau.TakeAsync(Roles.Legal, "passLegalReview", dossier, document: "法审1号");
        await _bureau.TakeAsync(Roles.Officer, "notifyRights", dossier, new { servedOn = _bureau.Today }, "告知1号");
        await _bureau.BeLateAsync(dossier);
        Assert.Equal("DECIDED", await _bureau.TakeAsync(Roles.SectionHead, "decidePenalty", dossier, new { fineCny = 1000, discretion = "从轻" }, "处罚1号"));
        await _bureau.BeLateAsync(dossier);
        await _bureau.TakeAsync(Roles.Officer, "serveDecision", dossier, new { servedOn = _bureau.Today });
        // Beyond the term for payment, and not until the court can no longer be asked.
        await _api.TurnToAsync(_api.Clock.GetUtcNow().AddDays(30));
        // Late, the fine alone does not pay it.
        var owed = decimal.Parse((await _bureau.SeeAsync(dossier, "execution{owedCny}")).Text("execution.owedCny")!,
            CultureInfo.InvariantCulture);
        Assert.InRange(owed, 1001, 2000);
        await _bureau.TakeAsync(Roles.Officer, "executePenalty", dossier, new { amountCny = owed, paidOn = _bureau.Today });
        await _bureau.TakeAsync(Roles.Officer, "publishDecision", dossier, new { publishedOn = _bureau.Today, place = "公示系统" });
        Assert.Equal("CLOSED", await _bureau.TakeAsync(Roles.SectionHead, "closeCase", dossier, new { outcome = "EXECUTED" }, "结案1号"));
        return dossier;
    }

    private async Task<(Dossier Case, Dossier Transfer)> FromTheLeadToTheProsecutionAsync()
    {
        var dossier = await _bureau.FiledAsync();
        await _bureau.SuspectAsync(dossier);
        await _bureau.BeLateAsync(dossier);
        var transfer = await _bureau.OpenTransferAsync(dossier);
        await _bureau.BeLateAsync(transfer);
        await _bureau.ReportAsync(transfer);
        await _bureau.BeLateAsync(transfer);
        await _bureau.ApproveAsync(transfer);
        await _bureau.BeLateAsync(transfer);
        await _bureau.SendAsync(transfer);
        await _bureau.BeLateAsync(transfer);
        await _bureau.SignAsync(transfer);
        await _bureau.BeLateAsync(transfer);
        await _bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = true, documentNumber = "立1号" });
        await _bureau.BeLateAsync(transfer);
        Assert.Equal("HANDED_OVER", await _bureau.TakeAsync(Roles.Officer, "handOverEvidence", transfer, new { goods = "涂料300桶" }, "移交1号"));
        Assert.Equal("TRANSFERRED", (await _bureau.SeeAsync(dossier, "stage")).Text("stage"));
        return (dossier, transfer);
    }

    private async Task<(Dossier Case, Dossier Transfer)> TheRightToReconsiderationIsLostAsync()
    {
        var dossier = await _bureau.FiledAsync();
        await _bureau.SuspectAsync(dossier);
        var transfer = await _bureau.OpenAsync(Roles.Officer, "crimeTransfer", "requestEarlyIntervention", new { caseNumber = dossier.Number, agency = "PUBLIC_SECURITY", situation = "正在转移物证" }, "商1号");
        await _bureau.BeLateAsync(transfer);
        await _bureau.TakeAsync(Roles.Liaison, "answerEarlyIntervention", transfer, new { joins = false });
        await DeclinedAsync(transfer);
        await _bureau.BeLateAsync(transfer);
        await GoesOnAdministrativelyAsync(dossier, transfer);
        return (dossier, transfer);
    }

    private async Task<(Dossier Case, Dossier Transfer)> TheRightToSupervisionIsLostAsync()
    {
        var dossier = await _bureau.FiledAsync();
        await _bureau.SuspectAsync(dossier);
        var transfer = await _bureau.OpenTransferAsync(dossier);
        await DeclinedAsync(transfer);
        await _bureau.TakeAsync(Roles.Officer, "requestReconsideration", transfer, document: "复议1号");
        await _bureau.BeLateAsync(transfer);
        Assert.Equal("UPHELD", await _bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = false, explanation = "维持" }));
        await _bureau.BeLateAsync(transfer);
        await GoesOnAdministrativelyAsync(dossier, transfer);
        return (dossier, transfer);
    }

    private async Task DeclinedAsync(Dossier transfer)
    {
        await _bureau.ReportAsync(transfer);
        await _bureau.ApproveAsync(transfer);
        await _bureau.SendAsync(transfer);
        await _bureau.SignAsync(transfer);
        Assert.Equal("DECLINED", await _bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = false, explanation = "证据不足" }));
    }

    private async Task GoesOnAdministrativelyAsync(Dossier dossier, Dossier transfer)
    {
        Assert.Equal("RETURNED", await _bureau.TakeAsync(Roles.Leader, "acceptNotFiling", transfer, document: "接受1号"));
        Assert.Equal("TransferNotInStatusError TRANSFER_NOT_IN_STATUS", await _bureau.RefusalOfAsync(Roles.Officer, "requestProsecutorSupervision", transfer, document: "监督1号"));
        Assert.Equal("""{"stage":"INVESTIGATION","mustTransfer":false}""", (await _bureau.SeeAsync(dossier, "stage mustTransfer")).GetRawText());
        await _bureau.TakeAsync(Roles.SectionHead, "withdrawCase", dossier, document: "撤案1号");
    }

    /// <summary>The lapses that a case or a transfer shows, each of which its journal has exactly once.</summary>
    private async Task<IReadOnlyList<string>> LapsesAsync(Dossier dossier)
    {
        var lapses = (await _bureau.SeeAsync(dossier, "lapses{rule section officer dueAt}")).At("lapses").EnumerateArray().ToList();
        var recorded = (await _bureau.JournalAsync(dossier)).Where(entry => entry.Text("kind")!.EndsWith(".deadline-lapsed", StringComparison.Ordinal)).ToList();
        Assert.Equal(lapses.Select(lapse => lapse.Text("rule")), recorded.Select(entry => entry.Text("basis")));
        Assert.Equal(lapses.Count, lapses.DistinctBy(lapse => (lapse.Text("rule"), lapse.Text("dueAt"))).Count());
        Assert.All(recorded, entry => Assert.Equal("system", entry.Text("actorName")));
        await AnsweredForAsync(dossier);
        return [.. lapses.Select(lapse => $"{lapse.Text("section")} {lapse.Text("officer")} {lapse.Text("rule")}").Order(StringComparer.Ordinal)];
    }

    /// <summary>What is overdue says which step, whose, and how many days; the list of what has lapsed, by subject and by officer, shows
    /// the same.</summary>
    private async Task AnsweredForAsync(Dossier dossier)
    {
        const string Fields = "id kind step dueAt officer section daysLate inWorkingDays lapsed";
        var seen = await _bureau.SeeAsync(dossier, $"id overdue lateBy{{{Fields}}}");
        var late = seen.At("lateBy").EnumerateArray().ToList();
        Assert.Equal(seen.Text("overdue") == "true", late.Count > 0);
        Assert.All(late, one => Assert.True(one.At("daysLate").GetInt32() > 0 && one.Text("lapsed") == "true"));
        await ListedAsync("lapsed:{eq:true}", late);
        foreach (var own in late.GroupBy(one => one.Text("officer")!))
        {
            await ListedAsync($"officer:{{eq:\"{own.Key}\"}}", own);
        }

        async Task ListedAsync(string where, IEnumerable<JsonElement> expected)
        {
            var question = $"{{deadlines(where:{{{where},subject:\"{seen.Text("id")}\"}}){{nodes{{{Fields}}}}}}}";
            var listed = (await (await _api.As(Roles.SectionHead)).Ask(question)).Data().At("deadlines.nodes").EnumerateArray();
            Assert.Equal(expected.Select(one => one.GetRawText()), listed.Select(one => one.GetRawText()));

            // The rule is kept in Chinese; whoever reads English reads the same line of the table in English.
            var rules = question.Replace(Fields, "rule", StringComparison.Ordinal);
            var english = (await (await _api.As(Roles.SectionHead)).Ask(rules, language: "en")).Data();
            Assert.All(
                english.At("deadlines.nodes").EnumerateArray().Select(one => one.Text("rule")),
                rule => Assert.DoesNotContain(rule!, letter => letter > 0x2e80));
        }
    }

    private async Task<IReadOnlyList<string>> LapsesOfOrderAsync(Dossier order)
    {
        var seen = await _bureau.SeeAsync(order, "lapses{kind section office officer{userName}}");
        var lapses = seen.At("lapses").EnumerateArray().ToList();
        Assert.Equal(lapses.Count, (await _bureau.JournalAsync(order)).Count(entry => entry.Text("kind") == "rectification.deadline-lapsed" && entry.Text("basis") is not null));
        return
        [
            .. lapses
                .Select(lapse =>
                    $"{lapse.Text("kind")} {lapse.Text("section")} {lapse.Text("office") ?? lapse.Text("officer.userName")}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<string>> LapsesOfInspectionAsync(Dossier inspection) =>
        [.. (await _bureau.JournalAsync(inspection)).Where(entry => entry.Text("kind") == "inspection.deadline-lapsed").Select(entry => $"{entry.Text("summary")} {entry.Text("basis")}")];
}
