using System.Net;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.CrimeTransfers;

/// <summary>From the lead to the prosecution over HTTP, each side taking its own steps.</summary>
public sealed class CampaignTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "crimeTransfer{number status version caseNumber}";

    [Fact]
    public async Task A_case_goes_from_its_lead_to_the_police_who_file_it()
    {
        var number = await CaseAsync();
        var officer = await Api.As(Roles.Officer);
        var leader = await Api.As(Roles.Leader);
        var police = await Api.As(Roles.Liaison);
        var transfer = await OpenAsync(number);
        Assert.Equal(transfer, (await officer.Ask("query($number:String!){case(number:$number){transferDuty{transferNumber} crimeTransfer{number status case{number}}}}", new { number })).Data().Text("case.crimeTransfer.number"));
        Assert.Equal("TransferAlreadyOpenError TRANSFER_ALREADY_OPEN", (await officer.Do("openCrimeTransfer", ApiServer.Merge(Why, new { caseNumber = number, agency = "police" }), Fields)).Refusal());

        // Before it is sent, the police do not know of it.
        Assert.Equal(JsonValueKind.Null, (await Seen(police, transfer)).ValueKind);
        Assert.Equal("REPORTED", await Done(officer, "nameTransferTaskGroup", ApiServer.Merge(Why, new { number = transfer, members = new[] { "officer", "second" }, report = "销售金额已达追诉标准" })));
        Assert.Equal("APPROVED", await Done(leader, "decideCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, approve = true })));
        var incomplete = await officer.Do("sendCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, materials = new[] { "LETTER_OF_TRANSFER" } }), Fields);
        Assert.Equal("TransferMaterialsIncompleteError TRANSFER_MATERIALS_INCOMPLETE", incomplete.Refusal());
        Assert.Equal("SENT", await Done(officer, "sendCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, materials = new[] { "LETTER_OF_TRANSFER", "INVESTIGATION_REPORT", "GOODS_LIST", "TEST_REPORT", "OTHER_MATERIALS" } })));

        Assert.Equal("SENT", (await Seen(police, transfer)).Text("status"));
        var tobacco = await Api.As("tobacco-liaison", Roles.Liaison, "tobacco");
        Assert.Equal(JsonValueKind.Null, (await Seen(tobacco, transfer)).ValueKind);
        Assert.Equal("NotFoundError NOT_FOUND", (await tobacco.Do("recordPoliceReceipt", new { number = transfer, receiptNumber = "收1" }, Fields)).Refusal());
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Ask("mutation($input:RecordPoliceReceiptInput!){recordPoliceReceipt(input:$input){errors{...on Error{code}}}}", new { input = new { number = transfer, receiptNumber = "收1" } })).Status);

        Assert.Equal("RECEIVED", await Done(police, "recordPoliceReceipt", new { number = transfer, receiptNumber = "收1" }));
        Assert.Equal("FILED", await Done(police, "recordPoliceDecision", new { number = transfer, filed = true, documentNumber = "立1" }));
        Assert.Equal("HANDED_OVER", await Done(officer, "handOverEvidence", ApiServer.Merge(Why, new { number = transfer, goods = "涂料100桶" })));
        var found = (await officer.Ask("query($number:String!){case(number:$number){stage mustTransfer wasPaused}}", new { number })).Data().At("case");
        Assert.Equal("""{"stage":"TRANSFERRED","mustTransfer":false,"wasPaused":true}""", found.GetRawText());
    }

    [Fact]
    public async Task What_the_police_do_not_file_even_after_supervision_goes_on_administratively()
    {
        var number = await CaseAsync();
        var officer = await Api.As(Roles.Officer);
        var police = await Api.As(Roles.Liaison);
        var transfer = await OpenAsync(number);
        await Done(officer, "nameTransferTaskGroup", ApiServer.Merge(Why, new { number = transfer, members = new[] { "officer", "second" }, report = "报告" }));
        await Done(await Api.As(Roles.Leader), "decideCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, approve = true }));
        await Done(officer, "sendCrimeTransfer", ApiServer.Merge(Why, new { number = transfer, materials = new[] { "LETTER_OF_TRANSFER", "INVESTIGATION_REPORT", "GOODS_LIST", "TEST_REPORT", "OTHER_MATERIALS" } }));
        await Done(police, "recordPoliceReceipt", new { number = transfer, receiptNumber = "收2" });
        Assert.Equal("DECLINED", await Done(police, "recordPoliceDecision", new { number = transfer, filed = false, explanation = "证据不足" }));
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", (await (await Api.As(Roles.SectionHead)).Do("withdrawCase", ApiServer.Merge(Why, new { number }), "case{stage}")).Refusal());
        Assert.Equal("RECONSIDERED", await Done(officer, "requestReconsideration", ApiServer.Merge(Why, new { number = transfer })));
        Assert.Equal("UPHELD", await Done(police, "recordPoliceDecision", new { number = transfer, filed = false, explanation = "维持" }));
        Assert.Equal("SUPERVISED", await Done(officer, "requestProsecutorSupervision", ApiServer.Merge(Why, new { number = transfer })));
        Assert.Equal("RETURNED", await Done(police, "recordPoliceDecision", new { number = transfer, filed = false, explanation = "检察院同意不立案" }));
        Assert.Equal("""{"stage":"INVESTIGATION","mustTransfer":false}""", (await officer.Ask("query($number:String!){case(number:$number){stage mustTransfer}}", new { number })).Data().At("case").GetRawText());
    }

    [Fact]
    public async Task The_police_are_asked_to_step_in_at_once()
    {
        var number = await CaseAsync();
        var officer = await Api.As(Roles.Officer);
        var asked = await officer.Do("requestEarlyIntervention", ApiServer.Merge(Why, new { caseNumber = number, agency = "police", situation = "嫌疑人正在转移物证" }), "crimeTransfer{number status deadlines{kind}}");
        Assert.Equal(("", "DUTY"), (asked.Refusal(), asked.Text("crimeTransfer.status")));
        Assert.Contains("CRIME_TRANSFER_EARLY_INTERVENTION", asked.Texts("crimeTransfer.deadlines", "kind"));
        var police = await Api.As(Roles.Liaison);
        var seen = (await police.Ask("{crimeTransfers(where:{earlyIntervention:{eq:true}}){nodes{number situation policeJoin}}}")).Data();
        Assert.Contains(asked.Text("crimeTransfer.number"), seen.Texts("crimeTransfers.nodes", "number"));
        Assert.Equal("DUTY", await Done(police, "answerEarlyIntervention", new { number = asked.Text("crimeTransfer.number"), joins = true }));
        Assert.Equal(HttpStatusCode.Forbidden, (await police.Ask("{crimeTransfers{nodes{report case{number}}}}")).Status);
    }

    private static object Why { get; } = new { reason = "涉嫌犯罪", basis = "行政执法机关移送涉嫌犯罪案件的规定 第三条", documentNumber = "沪质监移〔2026〕1号" };

    private async Task<string> CaseAsync()
    {
        var officer = await Api.As(Roles.Officer);
        var lead = await officer.Do("recordLead", new { title = "某厂生产不合格涂料案", violation = "ADULTERATION_OR_SUBSTANDARD", source = "REPORT", receivedOn = "2026-03-02", facts = "举报", enterpriseCreditCode = await Api.EnterpriseAsync() }, "case{number}");
        var number = lead.Text("case.number")!;
        Assert.Equal("", (await (await Api.As(Roles.SectionHead)).Do("fileCase", ApiServer.Merge(Why, new { number, officers = new[] { "officer", "second" } }), "case{number}")).Refusal());
        Assert.Equal("true", (await officer.Do("recordCaseFigures", new { number, goodsValueCny = 80_000, salesAmountCny = 60_000 }, "case{mustTransfer}")).Text("case.mustTransfer"));
        return number;
    }

    private async Task<string> OpenAsync(string caseNumber)
    {
        var opened = await (await Api.As(Roles.Officer)).Do("openCrimeTransfer", ApiServer.Merge(Why, new { caseNumber, agency = "police" }), Fields);
        Assert.Equal(("", "DUTY"), (opened.Refusal(), opened.Text("crimeTransfer.status")));
        return opened.Text("crimeTransfer.number")!;
    }

    private static async Task<JsonElement> Seen(ApiClient client, string number) => (await client.Ask("query($number:String!){crimeTransfer(number:$number){number status offences materials goodsValueCny}}", new { number })).Data().GetProperty("crimeTransfer");

    private static async Task<string?> Done(ApiClient client, string mutation, object input)
    {
        var done = await client.Do(mutation, input, Fields);
        Assert.Equal("", done.Refusal());
        return done.Text("crimeTransfer.status");
    }
}
