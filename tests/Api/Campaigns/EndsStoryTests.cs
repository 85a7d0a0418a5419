using System.Net.Http.Headers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Campaigns;

/// <summary>
/// The ends of a case that few cases come to, over HTTP and through the months that the law takes for them: a penalty on the spot, goods
/// held at once and reported or not, a public hearing, another authority that declines, a dispute about who is competent, a party that
/// ended, a fine that is not paid until the court enforces it or execution ends, a transfer that ends with its judgment. What is too early
/// or another's is refused before it is done.
/// After each of them the journal is recomputed: states, rows, counts and facts have to agree with it.
/// </summary>
public abstract class EndsStoryTests(DatabaseKind kind)
{
    private ApiServer _api = null!;
    private Bureau _bureau = null!;

    [Fact]
    public async Task Every_end_of_a_case_is_reached()
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var api = await ApiServer.StartAsync(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), database);
        (_api, _bureau) = (api, new Bureau(api) { IsCheckedAtEachStep = true });
        await _bureau.AppointAsync();
        await _bureau.LiveAsync(
            PenalisedOnTheSpotAsync, HeldAtOnceAsync, OrderedToPutRightAsync, HeardInPublicAsync, PassedOnAsync, TerminatedAsync,
            JudgedAsync);

        // Months pass in these without a step, of which the self-check tells the head, as it should.
        _bureau = new Bureau(api);
        await _bureau.LiveAsync(EnforcedByTheCourtAsync, ExecutionEndedAsync);
    }

    // 行政处罚法 第五十一条, 第六十八条: at most 3,000 yuan of an organisation; cash is handed in within two days, the bureau is told.
    private async Task PenalisedOnTheSpotAsync()
    {
        var small = await _bureau.LeadAsync();
        object Fine(int fineCny, int? cashReceivedCny = null) =>
            new { officers = Bureau.Two, fineCny, cashReceivedCny, receiptNumber = cashReceivedCny is null ? null : "当票1号" };
        Assert.StartsWith(
            "TooMuchForTheSpotError", await _bureau.RefusalOfAsync(Roles.Officer, "penaliseOnTheSpot", small, Fine(3_001), "当罚1号"));
        await _bureau.TakeAsync(Roles.Officer, "penaliseOnTheSpot", small, Fine(100, 100), "当罚1号");
        Assert.Contains("CASE_SPOT_CASH", await KindsAsync(small));
        await _bureau.TakeAsync(Roles.Officer, "handInCash", small, new { handedInOn = _bureau.Today, documentNumber = "缴1号" });
        await _bureau.TakeAsync(Roles.Officer, "reportSpotPenalty", small, new { reportedOn = _bureau.Today });
        await _bureau.TakeAsync(Roles.Legal, "publishDecision", small, new { publishedOn = _bureau.Today, place = "公示系统" });
        await EndAsync(small, "EXECUTED");
    }

    // 行政强制法 第十九条: what is held at once is reported within 24 hours; where the head does not approve, it is given back.
    private async Task HeldAtOnceAsync()
    {
        var urgent = await _bureau.FiledAsync();
        object Goods(string goods) => new { kind = "SEIZURE", goods, officers = Bureau.Two, onTheSpot = true };
        var officer = await _api.As(Roles.Officer);
        var leader = await _api.As(Roles.Leader);
        await Bureau.TakeAsync(officer, "seizeGoods", urgent, Goods("涂料三十桶"), "扣1号");
        var reported = (await _bureau.WaitingAsync(urgent)).Single();
        await Bureau.TakeAsync(leader, "approveCaseStep", urgent, new { approval = reported, opinion = "同意" });
        await Bureau.TakeAsync(officer, "seizeGoods", urgent, Goods("标签两箱"), "扣2号");
        reported = (await _bureau.WaitingAsync(urgent)).Single();
        await Bureau.TakeAsync(leader, "returnCaseStep", urgent, new { approval = reported, reason = "情况并不紧急" });
        var held = await _bureau.SeeAsync(urgent, "seizures{outcome}");
        Assert.Equal((null, "RELEASED"), (held.Text("seizures.0.outcome"), held.Text("seizures.1.outcome")));
        await _bureau.TakeAsync(Roles.Officer, "endSeizure", urgent, new { seizure = 1, outcome = "RELEASED" }, "解1号");
        await _bureau.TakeAsync(Roles.SectionHead, "withdrawCase", urgent, document: "撤3号");
    }

    // 行政处罚法 第二十八条: an order to put right stands inside any case.
    private async Task OrderedToPutRightAsync()
    {
        var slight = await _bureau.FiledAsync();
        await _bureau.TakeAsync(
            Roles.Officer, "orderCorrection", slight, new { what = "停止使用该标识", until = _bureau.Today.AddDays(10) }, "责改1号");
        await _bureau.TakeAsync(
            Roles.Officer, "recordCorrection", slight, new { order = 1, isDone = true, finding = "标识已经全部去除" });
        await _bureau.TakeAsync(Roles.SectionHead, "withdrawCase", slight, document: "撤1号");
        Assert.Equal("WITHDRAWN", (await _bureau.SeeAsync(slight, "stage")).Text("stage"));
    }

    // 行政处罚法 第六十三条, 第六十四条: announced before it is held, published where it is public, not held before its day, then reported.
    private async Task HeardInPublicAsync()
    {
        var grave = await _bureau.FiledAsync();
        await _bureau.TakeAsync(Roles.Officer, "proposePenalty", grave, new { fineCny = 120_000 }, "建罚1号");
        await _bureau.TakeAsync(Roles.Officer, "notifyRights", grave, new { servedOn = _bureau.Today }, "听告1号");
        await _bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", grave, new { answer = "HEARING_REQUESTED", documentNumber = "听申1号" });
        await _api.As("chair", Roles.Legal);
        await _bureau.TakeAsync(Roles.Leader, "nameHearingChair", grave, new { chair = "chair" });
        await _bureau.TakeAsync(Roles.Officer, "handFileToHearingChair", grave);
        await _bureau.TakeAsync(
            Roles.Legal,
            "announceHearing",
            grave,
            new { hearingOn = "2026-01-20", documentNumber = "听通1号", isPublic = true, place = "三楼会议室" });
        Assert.StartsWith(
            "HearingNotAnnouncedError",
            await _bureau.RefusalOfAsync(Roles.Legal, "recordHearing", grave, new { heldOn = _bureau.Today, chair = "chair" }));
        await _bureau.TakeAsync(Roles.Legal, "publishHearing", grave, new { publishedOn = _bureau.Today, place = "公告栏" });
        await _bureau.UntilAsync("2026-01-20 16:00");
        await _bureau.TakeAsync(Roles.Legal, "recordHearing", grave, new { heldOn = "2026-01-20", chair = "chair" });
        Assert.Contains("CASE_HEARING_REPORT", await KindsAsync(grave));
        Assert.StartsWith(
            "HearingReportMissingError", await _bureau.RefusalOfAsync(Roles.Legal, "passLegalReview", grave, document: "审1号"));
        await _bureau.TakeAsync(Roles.Legal, "recordHearingReport", grave, new { report = "听报1号", reportedOn = "2026-01-20" });
        await _bureau.TakeAsync(Roles.Legal, "passLegalReview", grave, document: "审1号");
        await _bureau.TakeAsync(Roles.SectionHead, "withdrawCase", grave, document: "撤4号");
    }

    // 程序规定 第十三条至第十七条: declined, it comes back; what the superior designates is not passed on a second time.
    private async Task PassedOnAsync()
    {
        await _bureau.ListAsync("registerAgency", new { code = "AGRICULTURE", name = "区农业农村局", kind = "ENFORCEMENT" });
        var others = await _bureau.FiledAsync();
        await _bureau.TakeAsync(Roles.SectionHead, "passOnCase", others, new { agency = "AGRICULTURE" }, "移1号");
        Assert.Equal("PASSED_ON", (await _bureau.SeeAsync(others, "stage")).Text("stage"));
        await _bureau.TakeAsync(
            Roles.Officer,
            "recordPassOnDeclined",
            others,
            new { receivedOn = _bureau.Today, documentNumber = "农复1号", explanation = "不属于本机关管辖" });
        Assert.StartsWith(
            "PassedOnBeforeError",
            await _bureau.RefusalOfAsync(Roles.SectionHead, "passOnCase", others, new { agency = "AGRICULTURE" }, "移2号"));
        await _bureau.TakeAsync(Roles.Legal, "referCompetence", others, new { superior = "市市场监督管理局", documentNumber = "报指1号" });
        await _bureau.TakeAsync(Roles.Legal, "recordCompetence", others, new { by = "DESIGNATION" }, "指1号");
        Assert.Equal("INVESTIGATION", (await _bureau.SeeAsync(others, "stage")).Text("stage"));
        await _bureau.TakeAsync(Roles.SectionHead, "withdrawCase", others, document: "撤2号");
    }

    // 程序规定 第四十七条: nobody is left who could be penalised.
    private async Task TerminatedAsync()
    {
        var ended = await _bureau.FiledAsync();
        await _bureau.TakeAsync(Roles.SectionHead, "terminateCase", ended, new { because = "ORGANISATION_ENDED" }, "终1号");
        var found = await _bureau.SeeAsync(ended, "stage outcome deadlines{kind}");
        Assert.Equal(("TERMINATED", "TERMINATED"), (found.Text("stage"), found.Text("outcome")));
        Assert.Empty(found.At("deadlines").EnumerateArray());
    }

    // 程序规定 第七十七条: what was transferred ends with the judgment.
    private async Task JudgedAsync()
    {
        var suspected = await _bureau.FiledAsync();
        await _bureau.SuspectAsync(suspected);
        var transfer = await _bureau.SentAsync(suspected);
        await _bureau.SignAsync(transfer);
        await _bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = true, documentNumber = "公立1号" });
        await _bureau.TakeAsync(Roles.Officer, "handOverEvidence", transfer, new { goods = "账册两册" }, "移交1号");
        var asked = new { askedOn = _bureau.Today, answer = "正在侦查", documentNumber = "询1号" };
        await _bureau.TakeAsync(Roles.Officer, "recordTransferInquiry", suspected, asked);
        await _bureau.TakeAsync(
            Roles.Liaison, "recordProsecutionDecision", transfer, new { decision = "PROSECUTED", documentNumber = "诉1号" });
        await _bureau.TakeAsync(
            Roles.Legal,
            "recordJudgment",
            transfer,
            new
            {
                outcome = "SENTENCED",
                court = "区人民法院",
                documentNumber = "刑初1号",
                punishment = "有期徒刑六个月，并处罚金",
                recordedFor = "区人民法院",
                attachments = new[] { await ScanAsync() },
            });
        await IsJudgedAsync();

        // It was another transfer's: the case waits for the court again, closes with the judgment of its own, and counts as closed once.
        Assert.StartsWith(
            "TransferStepNotLastError",
            await _bureau.RefusalOfAsync(Roles.SectionHead, "correctCrimeTransfer", transfer, new { step = "PROSECUTION" }, "更1号"),
            StringComparison.Ordinal);
        Assert.Equal(
            "HANDED_OVER", await _bureau.TakeAsync(Roles.SectionHead, "correctCrimeTransfer", transfer, new { step = "JUDGMENT" }, "更1号"));
        var back = await _bureau.SeeAsync(suspected, "stage outcome");
        Assert.Equal(("TRANSFERRED", null), (back.Text("stage"), back.Text("outcome")));
        var lastRecord = (await _bureau.SeeAsync(transfer, "lastRecord judgment{court}")).GetRawText();
        Assert.Equal("""{"lastRecord":"PROSECUTION","judgment":null}""", lastRecord);
        _api.Clock.Advance(TimeSpan.FromMinutes(1)); // the same news of the same moment would be no news
        await _bureau.TakeAsync(
            Roles.Liaison, "recordJudgment", transfer, new { outcome = "SENTENCED", court = "区人民法院", documentNumber = "刑初2号" });
        await IsJudgedAsync();

        async Task IsJudgedAsync()
        {
            var found = await _bureau.SeeAsync(suspected, "stage outcome");
            Assert.Equal(("CLOSED", "JUDGED"), (found.Text("stage"), found.Text("outcome")));
        }
    }

    // 行政处罚法 第六十六条, 第七十二条; 行政强制法 第五十三条, 第五十四条: in parts, then not at all; after six months the party is urged, after ten
    // days more the court is asked, within three months.
    private async Task EnforcedByTheCourtAsync()
    {
        var unpaid = await ServedAsync("2026-02-02");
        await _bureau.TakeAsync(Roles.SectionHead, "allowInstalments", unpaid, new { until = "2026-03-31" }, "分期1号");
        await _bureau.TakeAsync(
            Roles.Officer, "executePenalty", unpaid, new { amountCny = 2_000, paidOn = "2026-02-02", documentNumber = "票1号" });
        await _bureau.UntilAsync("2026-04-20 10:00");
        Assert.StartsWith(
            "PaymentNotUrgedError", await _bureau.RefusalOfAsync(Roles.Legal, "requestCourtEnforcement", unpaid, document: "强申1号"));
        var accrued = await _bureau.SeeAsync(unpaid, "execution{surchargeCny owedCny}");
        Assert.True(accrued.At("execution.surchargeCny").GetDecimal() > 0, accrued.GetRawText());
        await _bureau.UntilAsync("2026-08-05 10:00");
        await _bureau.TakeAsync(Roles.Officer, "urgePayment", unpaid, new { documentNumber = "催1号" });
        Assert.StartsWith(
            "EnforcementNotOpenError", await _bureau.RefusalOfAsync(Roles.Legal, "requestCourtEnforcement", unpaid, document: "强申1号"));
        await _bureau.UntilAsync("2026-08-19 23:00");
        Assert.StartsWith(
            "EnforcementNotOpenError", await _bureau.RefusalOfAsync(Roles.Legal, "requestCourtEnforcement", unpaid, document: "强申1号"));
        await _bureau.UntilAsync("2026-08-20 10:00");
        await _bureau.TakeAsync(Roles.Legal, "requestCourtEnforcement", unpaid, document: "强申1号");
        await _bureau.UntilAsync("2026-09-10 10:00");
        var enforced = new { result = "ENFORCED", receivedOn = "2026-09-10", documentNumber = "行审1号" };
        await _bureau.TakeAsync(Roles.Legal, "recordEnforcementResult", unpaid, enforced);
        await EndAsync(unpaid, "ENFORCED_BY_COURT");
    }

    // 行政强制法 第四十条, 第四十二条: the surcharge is waived once the fine is paid, or nothing is left to execute on; 公示 ends before its time.
    private async Task ExecutionEndedAsync()
    {
        var late = await ServedAsync("2026-09-11");
        await _bureau.UntilAsync("2026-10-20 10:00");
        await _bureau.TakeAsync(
            Roles.Officer, "executePenalty", late, new { amountCny = 5_000, paidOn = "2026-10-20", documentNumber = "票2号" });
        var owed = (await _bureau.SeeAsync(late, "execution{owedCny}")).At("execution.owedCny").GetDecimal();
        await _bureau.TakeAsync(Roles.SectionHead, "waiveSurcharge", late, new { amountCny = owed }, "减1号");
        await EndAsync(late, "EXECUTED");
        Assert.StartsWith(
            "PublicationNotYetEndedError", await _bureau.RefusalOfAsync(Roles.SectionHead, "endPublicationEarly", late, document: "提停1号"));
        await _bureau.UntilAsync("2026-12-14 10:00");
        await _bureau.TakeAsync(Roles.SectionHead, "endPublicationEarly", late, document: "提停1号");

        var nothing = await ServedAsync("2026-12-15");
        await _bureau.TakeAsync(Roles.SectionHead, "endExecution", nothing, new { because = "OBJECT_LOST" }, "终执1号");
        await EndAsync(nothing, "EXECUTION_ENDED");
    }

    // A small fine, decided and served on a day.
    private async Task<Dossier> ServedAsync(string day)
    {
        await _bureau.UntilAsync($"{day} 09:00");
        var filed = await _bureau.FiledAsync();
        await _bureau.PenaliseAsync(filed, 5_000);
        await _bureau.TakeAsync(Roles.Officer, "serveDecision", filed, new { servedOn = day, documentNumber = "送1号" });
        await _bureau.TakeAsync(Roles.Legal, "publishDecision", filed, new { publishedOn = day, place = "公示系统" });
        return filed;
    }

    private async Task EndAsync(Dossier done, string outcome)
    {
        Assert.Equal("CLOSED", await _bureau.TakeAsync(Roles.SectionHead, "closeCase", done, new { outcome }, "结1号"));
        Assert.Equal(outcome, (await _bureau.SeeAsync(done, "outcome")).Text("outcome"));
    }

    // A paper that the legal section records for somebody comes with its scan.
    private async Task<object> ScanAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments?fileName=判决书.pdf")
        {
            Content = new ByteArrayContent([.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var kept = (await (await _api.As(Roles.Legal)).Send(request)).Json;
        return new { hash = kept.Text("hash"), fileName = "判决书.pdf" };
    }

    private async Task<IReadOnlyList<string>> KindsAsync(Dossier of) =>
        [.. (await _bureau.SeeAsync(of, "deadlines{kind}")).At("deadlines").EnumerateArray().Select(one => one.Text("kind")!)];
}

public sealed class EndsStoryOnSqliteTests() : EndsStoryTests(DatabaseKind.Sqlite);

public sealed class EndsStoryOnPostgreSqlTests() : EndsStoryTests(DatabaseKind.PostgreSql);
