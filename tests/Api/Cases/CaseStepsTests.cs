using System.Net;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>A case as clients take it through its stages, over HTTP, and the rules that forbid a step.</summary>
public sealed class CaseStepsTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "case{number stage version}";

    [Fact]
    public async Task A_case_goes_from_its_lead_to_its_end()
    {
        var number = await FiledAsync();
        var officer = await Api.As(Roles.Officer);
        var head = await Api.As(Roles.SectionHead);
        var legal = await Api.As(Roles.Legal);

        await Done(officer, "addEvidence", new { number, kind = "EXHIBIT", title = "不合格涂料", takenOn = "2026-03-02", takenBy = new[] { "officer", "second" }, holder = "officer", place = "证物室", attachment = new string('a', 64) });
        await Done(officer, "recordCaseFigures", new { number, goodsValueCny = 30_000.50m, salesAmountCny = 10_000 });
        Assert.Equal("LEGAL_REVIEW", await Done(officer, "proposePenalty", Grounds(number, new { fineCny = 20_000, confiscatedGainsCny = 1_000 })));
        Assert.Equal("LEGAL_REVIEW", await Done(legal, "passLegalReview", Grounds(number)));
        await Done(officer, "notifyRights", Grounds(number, new { servedOn = "2026-03-02" }));
        await Done(officer, "recordPartyAnswer", new { number, answer = "WAIVED" });
        Assert.Equal("DECIDED", await Done(head, "decidePenalty", Grounds(number, new { fineCny = 20_000, confiscatedGainsCny = 1_000, discretion = "初次违法，从轻" })));
        Assert.Equal("EXECUTION", await Done(officer, "serveDecision", new { number, servedOn = "2026-03-02" }));
        await Done(officer, "executePenalty", new { number, amountCny = 21_000, paidOn = "2026-03-02" });
        Assert.Equal("CLOSED", await Done(head, "closeCase", Grounds(number, new { outcome = "EXECUTED" })));
        await Done(officer, "recordCaseFollowUp", new { number, practice = "规范出厂检验", warned = Array.Empty<string>() });

        const string all = "number title stage violation isMajor overdue wasPaused mustTransfer filedOn goodsValueCny penaltyCny paidCny responsible officerNames officers{userName} evidence{number title attachment custody{holder place since}} decision{discretion isCollective penalty{fineCny}} enterprise{name} productClasses{code} parties{name kind} figures{salesAmountCny} suspectedCrime{offence} clocks{title basis dueAt derivation} deadlines{kind dueAt} followUps{practice} outcome openTasks reviewedBy history(first:3){nodes{kind}}";
        var byGrain = (await head.Ask($"query($number:String!){{case(number:$number){{{all}}}}}", new { number })).Data().At("case");
        var byList = (await head.Ask($"query($number:String!){{cases(where:{{number:{{eq:$number}}}}){{totalCount nodes{{{all}}}}}}}", new { number })).Data();
        Assert.Equal("1", byList.Text("cases.totalCount"));
        Assert.Equal([number], (await head.Ask("query($number:String!){case(number:$number){enterprise{cases{nodes{number}}}}}", new { number })).Data().Texts("case.enterprise.cases.nodes", "number"));
        Assert.Equal(byGrain.GetRawText(), byList.At("cases.nodes.0").GetRawText());
        Assert.Equal(("CLOSED", "2026-03-02", "30000.5", "21000", "officer"), (byGrain.Text("stage"), byGrain.Text("filedOn"), byGrain.Text("goodsValueCny"), byGrain.Text("penaltyCny"), byGrain.Text("responsible")));
        Assert.Equal(["CASE_WARNING", "CASE_PUBLICATION"], byGrain.Texts("deadlines", "kind"));
    }

    [Fact]
    public async Task What_is_mistyped_challenged_and_changed_is_put_right()
    {
        var number = await FiledAsync();
        var officer = await Api.As(Roles.Officer);
        var head = await Api.As(Roles.SectionHead);
        var legal = await Api.As(Roles.Legal);
        await Done(officer, "proposePenalty", Grounds(number, new { fineCny = 20_000 }));
        await Done(legal, "passLegalReview", Grounds(number));
        await Done(officer, "notifyRights", Grounds(number, new { servedOn = "2026-03-02" }));
        await Done(officer, "recordPartyAnswer", new { number, answer = "WAIVED" });
        await Done(head, "decidePenalty", Grounds(number, new { fineCny = 20_000, discretion = "初次违法，从轻" }));
        Assert.Equal(
            "ElectronicServiceNeedsConsentError ELECTRONIC_SERVICE_NEEDS_CONSENT",
            (await officer.Do("serveDecision", new { number, servedOn = "2026-03-02", way = "ELECTRONIC" }, Fields)).Refusal());
        await Done(officer, "serveDecision", new { number, servedOn = "2026-03-02", way = "LEFT" });
        await Done(legal, "publishDecision", new { number, publishedOn = "2026-03-02", place = "公示系统" });
        Assert.Equal(
            "PaymentBeyondOwedError PAYMENT_BEYOND_OWED",
            (await officer.Do("executePenalty", new { number, amountCny = 20_000.01m, paidOn = "2026-03-02" }, Fields)).Refusal());
        await Done(officer, "executePenalty", new { number, amountCny = 2_000, paidOn = "2026-03-02", documentNumber = "票1" });
        await Done(head, "correctPayment", Grounds(number, new { payment = 1, amountCny = 20_000, paidOn = "2026-03-02" }));
        await Done(legal, "recordChallenge", new
        {
            number,
            kind = "RECONSIDERATION",
            receivedOn = "2026-03-02",
            body = "区人民政府",
            documentNumber = "复1"
        });
        await Done(legal, "recordChallengeOutcome", new
        {
            number,
            outcome = "CHANGED",
            receivedOn = "2026-03-02",
            documentNumber = "复决1",
            fineCny = 5_000
        });

        const string fields = "penaltyCny paidCny openTasks execution{serviceWay toRefundCny owedCny publicationTier publicationUntil "
            + "payments{number amountCny wasCorrected}} challenges{outcome isLate decision{penalty{fineCny}}}";
        var found = (await head.Ask($"query($number:String!){{case(number:$number){{{fields}}}}}", new { number })).Data().At("case");
        Assert.Equal(("5000", "LEFT", "15000", "0"), (found.Text("penaltyCny"), found.Text("execution.serviceWay"),
            found.Text("execution.toRefundCny"), found.Text("execution.owedCny")));
        Assert.Equal(("GENERAL", "2027-03-02"), (found.Text("execution.publicationTier"), found.Text("execution.publicationUntil")));
        Assert.Equal(("20000", "true"), (found.Text("execution.payments.0.amountCny"), found.Text("execution.payments.0.wasCorrected")));
        Assert.Equal(("CHANGED", "20000"), (found.Text("challenges.0.outcome"), found.Text("challenges.0.decision.penalty.fineCny")));

        Assert.Equal("CaseHasOpenTasksError CASE_HAS_OPEN_TASKS",
            (await head.Do("closeCase", Grounds(number, new { outcome = "EXECUTED" }), Fields)).Refusal());
        await Done(legal, "withdrawPublication", new { number, reason = "处罚决定已变更" });
        await Done(officer, "recordRefund", new { number, amountCny = 15_000, refundedOn = "2026-03-02", documentNumber = "退1" });
        Assert.Equal("CLOSED", await Done(head, "closeCase", Grounds(number, new { outcome = "EXECUTED" })));
    }

    /// <summary>What a fallen decision had confiscated is given back before the case is closed, over HTTP.</summary>
    [Fact]
    public async Task Goods_of_an_annulled_decision_are_given_back()
    {
        var number = await FiledAsync();
        var officer = await Api.As(Roles.Officer);
        var head = await Api.As(Roles.SectionHead);
        var legal = await Api.As(Roles.Legal);
        string[] officers = ["officer", "second"];
        await Done(officer, "seizeGoods", Grounds(number, new { kind = "SEIZURE", goods = "涂料", officers }));
        Assert.Equal(
            "InvalidInputError INVALID_INPUT",
            (await officer.Do("endSeizure", Grounds(number, new { seizure = 1, outcome = "DESTROYED" }), Fields)).Refusal());
        await Done(officer, "proposePenalty", Grounds(number, new { fineCny = 20_000, confiscatedGoodsCny = 5_000 }));
        await Done(legal, "passLegalReview", Grounds(number));
        await Done(officer, "notifyRights", Grounds(number, new { servedOn = "2026-03-02" }));
        await Done(officer, "recordPartyAnswer", new { number, answer = "WAIVED" });
        await Done(
            head, "decidePenalty", Grounds(number, new { fineCny = 20_000, confiscatedGoodsCny = 5_000, discretion = "初次违法，从轻" }));
        await Done(officer, "serveDecision", new { number, servedOn = "2026-03-02" });
        await Done(officer, "endSeizure", Grounds(number, new { seizure = 1, outcome = "CONFISCATED" }));
        var giveBack = new { number, seizure = 1, way = "RETURNED", returnedOn = "2026-03-02", documentNumber = "退物1" };
        Assert.Equal(
            "GoodsReturnNotOwedError GOODS_RETURN_NOT_OWED", (await officer.Do("recordGoodsReturn", giveBack, Fields)).Refusal());
        await Done(legal, "recordChallenge", new
        {
            number,
            kind = "SUIT",
            receivedOn = "2026-03-02",
            body = "区人民法院",
            documentNumber = "行初1",
        });
        await Done(
            legal, "recordChallengeOutcome", new { number, outcome = "ANNULLED", receivedOn = "2026-03-02", documentNumber = "行终1" });

        const string fields = "openTasks deadlines{kind} seizures{returnOwedOn returnedOn returnWay returnAmountCny}";
        var owed = await FoundAsync();
        Assert.Contains("GOODS_RETURN_OWED", owed.At("openTasks").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("CASE_GOODS_RETURN", owed.Texts("deadlines", "kind"));
        Assert.Equal("2026-03-02", owed.Text("seizures.0.returnOwedOn"));
        Assert.Equal("CaseHasOpenTasksError CASE_HAS_OPEN_TASKS",
            (await head.Do("closeCase", Grounds(number, new { outcome = "ANNULLED" }), Fields)).Refusal());
        await Done(officer, "recordGoodsReturn", giveBack);
        Assert.Equal(
            ("2026-03-02", "RETURNED"),
            ((await FoundAsync()).Text("seizures.0.returnedOn"), (await FoundAsync()).Text("seizures.0.returnWay")));
        Assert.Equal("CLOSED", await Done(head, "closeCase", Grounds(number, new { outcome = "ANNULLED" })));

        async Task<JsonElement> FoundAsync() =>
            (await head.Ask($"query($number:String!){{case(number:$number){{{fields}}}}}", new { number })).Data().At("case");
    }

    [Fact]
    public async Task A_met_threshold_forbids_penalty_and_closing_until_the_case_is_transferred()
    {
        var number = await FiledAsync();
        var officer = await Api.As(Roles.Officer);
        var head = await Api.As(Roles.SectionHead);
        var figures = await officer.Do("recordCaseFigures", new { number, goodsValueCny = 80_000, salesAmountCny = 50_000 }, "case{mustTransfer suspectedCrime{offence article atLeastCny} transferDuty{offences answeredOn}}");
        Assert.Equal(("true", "INFERIOR_PRODUCTS", "140"), (figures.Text("case.mustTransfer"), figures.Text("case.suspectedCrime.0.offence"), figures.Text("case.suspectedCrime.0.article")));
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", (await head.Do("decidePenalty", Grounds(number, new { fineCny = 1, discretion = "从轻" }), Fields)).Refusal());
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", (await head.Do("closeCase", Grounds(number, new { outcome = "EXECUTED" }), Fields)).Refusal());
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", (await head.Do("withdrawCase", Grounds(number), Fields)).Refusal());
        var found = (await head.Ask("{cases(where:{mustTransfer:{eq:true}},order:[{goodsValueCny:DESC}]){nodes{number}}}")).Data();
        Assert.Contains(number, found.Texts("cases.nodes", "number"));
    }

    [Fact]
    public async Task The_rules_are_told_as_typed_errors()
    {
        var lead = await LeadAsync();
        var head = await Api.As(Roles.SectionHead);
        Assert.Equal("TooFewOfficersError TOO_FEW_OFFICERS", (await head.Do("fileCase", Grounds(lead, new { officers = new[] { "officer" } }), Fields)).Refusal());
        var legal = await Api.As("lawyer", Roles.Officer | Roles.Legal);
        var number = await FiledAsync("lawyer");
        var officer = await Api.As(Roles.Officer);
        Assert.Equal("CaseNotInStageError CASE_NOT_IN_STAGE", (await legal.Do("passLegalReview", Grounds(number), Fields)).Refusal());
        await Done(officer, "proposePenalty", Grounds(number, new { fineCny = 20_000 }));
        Assert.Equal("ReviewerIsInvestigatorError REVIEWER_IS_INVESTIGATOR", (await legal.Do("passLegalReview", Grounds(number), Fields)).Refusal());
        Assert.Equal("ReviewNotPassedError REVIEW_NOT_PASSED", (await head.Do("decidePenalty", Grounds(number, new { fineCny = 1, discretion = "从轻" }), Fields)).Refusal());
        Assert.Equal("PartyNotRegisteredError PARTY_NOT_REGISTERED", (await officer.Do("recordLead", Lead(new { enterpriseCreditCode = Api.NextCreditCode() }), Fields)).Refusal());
        Assert.Equal("NotFoundError NOT_FOUND", (await head.Do("withdrawCase", Grounds("AJ-0000000000"), Fields)).Refusal());
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await (await Api.As(Roles.Hotline)).Ask(
                    "mutation($input:DecidePenaltyInput!){decidePenalty(input:$input){errors{...on Error{code}}}}",
                    new { input = Grounds(number, new { fineCny = 1, discretion = "从轻" }) })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Api.As(Roles.Liaison)).Ask("{cases{totalCount}}")).Status);
    }

    [Fact]
    public async Task The_same_lead_sent_twice_is_one_case()
    {
        var officer = await Api.As(Roles.Officer);
        var input = Lead(new { commandId = Guid.NewGuid(), enterpriseCreditCode = await Api.EnterpriseAsync() });
        var first = await officer.Do("recordLead", input, Fields);
        var second = await officer.Do("recordLead", input, Fields);
        Assert.Equal(first.GetRawText(), second.GetRawText());
        var number = first.Text("case.number");
        Assert.Equal("1", (await officer.Ask("query($number:String!){cases(where:{number:{eq:$number}}){totalCount}}", new { number })).Data().Text("cases.totalCount"));
    }

    private async Task<string> LeadAsync()
    {
        var officer = await Api.As(Roles.Officer);
        var recorded = await officer.Do("recordLead", Lead(new { enterpriseCreditCode = await Api.EnterpriseAsync(), productClasses = new[] { "涂料" } }), Fields);
        Assert.Equal(("", "LEAD"), (recorded.Refusal(), recorded.Text("case.stage")));
        return recorded.Text("case.number")!;
    }

    private async Task<string> FiledAsync(string second = "second")
    {
        var number = await LeadAsync();
        Assert.Equal("INVESTIGATION", await Done(await Api.As(Roles.SectionHead), "fileCase", Grounds(number, new { officers = new[] { "officer", second } })));
        return number;
    }

    // What the head has to decide is approved at once.
    private async Task<string?> Done(ApiClient client, string mutation, object input)
    {
        var done = await client.Do(mutation, input, Fields);
        Assert.Equal("", done.Refusal());
        return await new Bureau(Api).DecideAsync(new Dossier("case", done.Text("case.number")!)) ?? done.Text("case.stage");
    }

    private static Dictionary<string, object?> Lead(object more) =>
        ApiServer.Merge(new { title = "某厂生产不合格涂料案", violation = "ADULTERATION_OR_SUBSTANDARD", source = "INSPECTION", receivedOn = "2026-03-02", facts = "监督检查发现涂料不合格" }, more);

    private static Dictionary<string, object?> Grounds(string number, object? more = null) =>
        ApiServer.Merge(new { number, reason = "抽样检验不合格", basis = "产品质量法 第五十条", documentNumber = "沪质监〔2026〕1号" }, more);
}
