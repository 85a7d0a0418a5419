using System.Net;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.CrimeTransfers;

/// <summary>From the lead to the prosecution over HTTP, each side taking its own steps.</summary>
public sealed class CampaignTests(SharedServer shared) : ApiTest(shared)
{
    private Bureau Bureau => new(Api);

    [Fact]
    public async Task A_case_goes_from_its_lead_to_the_police_who_file_it()
    {
        var suspected = await SuspectedAsync();
        var officer = await Api.As(Roles.Officer);
        var transfer = await Bureau.OpenTransferAsync(suspected);
        Assert.Equal(transfer.Number, (await Bureau.SeeAsync(suspected, "transferDuty{transferNumber} crimeTransfer{number status case{number}}")).Text("crimeTransfer.number"));
        Assert.Equal("TransferAlreadyOpenError TRANSFER_ALREADY_OPEN", (await officer.Do("openCrimeTransfer", new { caseNumber = suspected.Number, agency = "PUBLIC_SECURITY", reason = "涉嫌犯罪", basis = "移送规定 第三条" }, "crimeTransfer{number}")).Refusal());

        // Before it is sent, the police do not know of it.
        Assert.Equal(JsonValueKind.Null, (await SeenAsync(transfer)).ValueKind);
        await Bureau.ReportAsync(transfer);
        await Bureau.ApproveAsync(transfer);
        await Bureau.SendAsync(transfer);

        Assert.Equal("SENT", (await SeenAsync(transfer)).Text("status"));
        var tobacco = await Api.As("tobacco-liaison", Roles.Liaison, "tobacco");
        Assert.Equal(JsonValueKind.Null, (await tobacco.Ask("query($number:String!){crimeTransfer(number:$number){status}}", new { number = transfer.Number })).Data().GetProperty("crimeTransfer").ValueKind);
        Assert.Equal("NotFoundError NOT_FOUND", (await tobacco.Do("recordPoliceReceipt", new { number = transfer.Number, receiptNumber = "收1" }, "crimeTransfer{number}")).Refusal());

        await Bureau.SignAsync(transfer);
        Assert.Equal("FILED", await Bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = true, documentNumber = "立1" }));
        Assert.Equal("HANDED_OVER", await Bureau.TakeAsync(Roles.Officer, "handOverEvidence", transfer, new { goods = "涂料100桶" }, "交1"));
        Assert.Equal("""{"stage":"TRANSFERRED","mustTransfer":false,"wasPaused":true}""", (await Bureau.SeeAsync(suspected, "stage mustTransfer wasPaused")).GetRawText());
    }

    [Fact]
    public async Task The_bureau_finds_a_transfer_by_the_name_of_its_party_which_the_police_may_not_ask_for()
    {
        var suspected = await SuspectedAsync();
        var transfer = await Bureau.SentAsync(suspected);
        var party = (await Bureau.SeeAsync(suspected, "partyName")).Text("partyName")!;
        const string Query = "query($name:String!){crimeTransfers(first:50,order:[{openedOn:DESC}],where:{or:[{caseTitle:{eq:\"\"}},"
            + "{case:{partyName:{contains:$name}}},{case:{enterprise:{name:{contains:$name}}}}]}){nodes{number}}}";
        var officer = await Api.As(Roles.Officer);
        Assert.Contains(transfer.Number, await FoundAsync(party[1..]));
        Assert.Empty(await FoundAsync($"{party}别处"));
        var police = await Api.As(Roles.Liaison);
        Assert.Contains("FORBIDDEN", (await police.Ask(Query, new { name = party })).Body, StringComparison.Ordinal);

        async Task<IReadOnlyList<string?>> FoundAsync(string name) =>
            (await officer.Ask(Query, new { name })).Data().Texts("crimeTransfers.nodes", "number");
    }

    [Fact]
    public async Task What_the_police_do_not_file_even_after_supervision_goes_on_administratively()
    {
        var suspected = await SuspectedAsync();
        var transfer = await Bureau.SentAsync(suspected);
        await Bureau.SignAsync(transfer);
        Assert.Equal("DECLINED", await Bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = false, explanation = "证据不足" }));
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", await Bureau.RefusalOfAsync(Roles.SectionHead, "withdrawCase", suspected, document: "撤1"));
        Assert.Equal("RECONSIDERED", await Bureau.TakeAsync(Roles.Officer, "requestReconsideration", transfer, document: "复1"));
        Assert.Equal("UPHELD", await Bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = false, explanation = "维持" }));
        Assert.Equal("SUPERVISED", await Bureau.TakeAsync(Roles.Officer, "requestProsecutorSupervision", transfer, document: "监1"));
        Assert.Equal("RETURNED", await Bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = false, explanation = "检察院同意不立案" }));
        Assert.Equal("""{"stage":"INVESTIGATION","mustTransfer":false}""", (await Bureau.SeeAsync(suspected, "stage mustTransfer")).GetRawText());
    }

    [Fact]
    public async Task What_is_not_theirs_the_police_send_on_and_see_no_more()
    {
        var suspected = await SuspectedAsync();
        var transfer = await Bureau.SentAsync(suspected);
        Assert.Contains("CRIME_TRANSFER_POLICE_FORWARDING", (await Bureau.SeeAsync(transfer, "deadlines{kind}")).Texts("deadlines", "kind"));
        Assert.Equal("InvalidInputError INVALID_INPUT", await Bureau.RefusalOfAsync(Roles.Liaison, "forwardCrimeTransfer", transfer, new { agency = "NOWHERE", explanation = "属经侦部门管辖" }));
        Assert.Equal("AgencyNotCompetentError AGENCY_NOT_COMPETENT", await Bureau.RefusalOfAsync(Roles.Liaison, "forwardCrimeTransfer", transfer, new { agency = "HEALTH", explanation = "属经侦部门管辖" }));
        await Bureau.ListAsync("registerAgency", new { code = "economic-police", kind = "POLICE", name = "经侦支队" });
        Assert.Null(await Bureau.TakeAsync(Roles.Liaison, "forwardCrimeTransfer", transfer, new { agency = "economic-police", explanation = "属经侦部门管辖", documentNumber = "转1" }));
        Assert.Equal(JsonValueKind.Null, (await SeenAsync(transfer)).ValueKind);
        Assert.Equal("NotFoundError NOT_FOUND", await Bureau.RefusalOfAsync(Roles.Liaison, "recordPoliceReceipt", transfer, new { receiptNumber = "收1" }));
        var competent = await Api.As("economic-liaison", Roles.Liaison, "economic-police");
        Assert.Equal("RECEIVED", await Bureau.TakeAsync(competent, "recordPoliceReceipt", transfer, new { receiptNumber = "收1" }));
        var found = await Bureau.SeeAsync(suspected, "crimeTransfer{agency explanation receiptNumber forwardings{fromAgency toAgency explanation documentNumber}}");
        Assert.Equal("""{"crimeTransfer":{"agency":"economic-police","explanation":"属经侦部门管辖","receiptNumber":"收1","forwardings":[{"fromAgency":"PUBLIC_SECURITY","toAgency":"economic-police","explanation":"属经侦部门管辖","documentNumber":"转1"}]}}""", found.GetRawText());
    }

    [Fact]
    public async Task The_police_are_asked_to_step_in_at_once()
    {
        var suspected = await SuspectedAsync();
        var transfer = await Bureau.OpenAsync(Roles.Officer, "crimeTransfer", "requestEarlyIntervention", new { caseNumber = suspected.Number, agency = "PUBLIC_SECURITY", situation = "嫌疑人正在转移物证" }, "商1");
        Assert.Contains("CRIME_TRANSFER_EARLY_INTERVENTION", (await Bureau.SeeAsync(transfer, "deadlines{kind}")).Texts("deadlines", "kind"));
        var police = await Api.As(Roles.Liaison);
        var seen = (await police.Ask("{crimeTransfers(where:{earlyIntervention:{eq:true}}){nodes{number situation policeJoin}}}")).Data();
        Assert.Contains(transfer.Number, seen.Texts("crimeTransfers.nodes", "number"));
        Assert.Equal("DUTY", await Bureau.TakeAsync(Roles.Liaison, "answerEarlyIntervention", transfer, new { joins = true }));
        Assert.Equal(HttpStatusCode.Forbidden, (await police.Ask("{crimeTransfers{nodes{report case{number}}}}")).Status);
    }

    [Fact]
    public async Task The_police_see_both_lanes_of_a_transfer_and_nothing_that_the_bureau_keeps_to_itself()
    {
        var suspected = await SuspectedAsync();
        var transfer = await Bureau.SentAsync(suspected);
        await Bureau.SignAsync(transfer);
        await Bureau.TakeAsync(Roles.Liaison, "recordPoliceDecision", transfer, new { filed = false, explanation = "证据不足" });
        await Bureau.TakeAsync(Roles.Officer, "requestReconsideration", transfer, document: "复1");

        string[] both = ["crime-transfer.sent -", "crime-transfer.received PUBLIC_SECURITY", "crime-transfer.declined PUBLIC_SECURITY", "crime-transfer.reconsideration-requested -"];
        foreach (var who in new[] { Roles.Liaison, Roles.Officer })
        {
            var seen = (await Bureau.SeeAsync(transfer, "exchanges{kind agency at summary basis documentNumber actorName}", who)).At("exchanges").EnumerateArray().Select(entry => $"{entry.Text("kind")} {entry.Text("agency") ?? "-"}");
            Assert.Equal(both, seen);
        }

        // What the bureau deliberated before it sent is in its own history alone.
        Assert.Superset(new HashSet<string?> { "crime-transfer.opened", "crime-transfer.task-group-named", "crime-transfer.approved" }, (await Bureau.JournalAsync(transfer)).Select(entry => entry.Text("kind")).ToHashSet());
        var police = await Api.As(Roles.Liaison);
        foreach (var hidden in new[] { "history{totalCount}", "clocks{__typename}", "lapses{__typename}", "deadlines{kind}", "handovers{to}", "taskGroup", "report", "case{facts}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await police.Ask($"{{crimeTransfers{{nodes{{{hidden}}}}}}}")).Status);
        }

        // An entry leads to the transfer and to nothing that the agency may not see otherwise.
        Assert.Equal(HttpStatusCode.Forbidden, (await police.Ask("{crimeTransfers{nodes{exchanges{subject{...on Case{facts source}}}}}}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.Ask("{crimeTransfers{nodes{exchanges{actor{lastSignInAt}}}}}")).Status);
        var tobacco = await Api.As("tobacco-liaison", Roles.Liaison, "tobacco");
        Assert.Equal(JsonValueKind.Null, (await tobacco.Ask("query($number:String!){crimeTransfer(number:$number){exchanges{kind}}}", new { number = transfer.Number })).Data().GetProperty("crimeTransfer").ValueKind);
    }

    private async Task<Dossier> SuspectedAsync()
    {
        var filed = await Bureau.FiledAsync();
        await Bureau.SuspectAsync(filed);
        return filed;
    }

    private Task<JsonElement> SeenAsync(Dossier transfer) => Bureau.SeeAsync(transfer, "number status offences materials goodsValueCny", Roles.Liaison);
}
