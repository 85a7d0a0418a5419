using System.Net;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Campaigns;

/// <summary>What the campaign's rules forbid, each with the error that clients switch on.</summary>
public sealed class CampaignRefusalTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task Who_may_not_or_not_so_is_refused_with_the_typed_error()
    {
        var bureau = new Bureau(Api);
        await bureau.AppointAsync();

        // An officer who inspects alone.
        var inspection = await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = await Api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" });
        Assert.Equal(
            "TooFewOfficersError TOO_FEW_OFFICERS",
            await bureau.RefusalOfAsync(Roles.Officer, "recordInspection", inspection, new { officers = new[] { "officer" }, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题" }));
        Assert.Equal("PLANNED", (await bureau.SeeAsync(inspection, "status")).Text("status"));

        // A reviewer who is also the investigator.
        var lawyer = await Api.As("lawyer", Roles.Officer | Roles.Legal);
        var investigated = await bureau.LeadAsync();
        await bureau.TakeAsync(Roles.SectionHead, "fileCase", investigated, new { officers = new[] { "officer", "lawyer" } }, "立案1号");
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", investigated, new { fineCny = 20_000 }, "建议1号");
        Assert.Equal("ReviewerIsInvestigatorError REVIEWER_IS_INVESTIGATOR", (await lawyer.Do("passLegalReview", new { number = investigated.Number, reason = "审核", basis = "行政处罚法 第五十八条", documentNumber = "法审1号" }, "case{stage}")).Refusal());

        // A transfer without its materials; and a fine in its place.
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        Assert.Equal("CrimeTransferRequiredError CRIME_TRANSFER_REQUIRED", await bureau.RefusalOfAsync(Roles.SectionHead, "decidePenalty", suspected, new { fineCny = 1, discretion = "从轻" }, "处罚1号"));
        var transfer = await bureau.OpenTransferAsync(suspected);
        await bureau.ReportAsync(transfer);
        await bureau.ApproveAsync(transfer);
        var incomplete = await (await Api.As(Roles.Officer)).Ask(
            "mutation($input:SendCrimeTransferInput!){sendCrimeTransfer(input:$input){crimeTransfer{status} errors{__typename ...on TransferMaterialsIncompleteError{code missing}}}}",
            new { input = new { number = transfer.Number, materials = Bureau.AllMaterials[..2], reason = "涉嫌犯罪", basis = "移送规定 第五条" } });
        Assert.Equal(
            """{"crimeTransfer":{"status":"APPROVED"},"errors":[{"__typename":"TransferMaterialsIncompleteError","code":"TRANSFER_MATERIALS_INCOMPLETE","missing":["GOODS_LIST"]}]}""",
            incomplete.Data().GetProperty("sendCrimeTransfer").GetRawText());

        // Persons without the role: 403, whatever the step.
        foreach (var (who, step) in new[]
        {
            (Roles.Hotline, "recordInspection(input:{number:\"JC-0000000000\",officers:[],findings:[],result:NONE,summary:\"\"})"),
            (Roles.Officer, "decideRectificationMeasure(input:{number:\"ZG-0000000000\",measure:BANNING,accept:true,reason:\"a\",basis:\"b\"})"),
            (Roles.Hotline, "decidePenalty(input:{number:\"AJ-0000000000\",fineCny:1,discretion:\"a\",reason:\"a\",basis:\"b\"})"),
            (Roles.Officer, "passLegalReview(input:{number:\"AJ-0000000000\",reason:\"a\",basis:\"b\"})"),
            (Roles.Officer, "decideCrimeTransfer(input:{number:\"YS-0000000000\",approve:true,reason:\"a\",basis:\"b\"})"),
            (Roles.Officer, "recordPoliceReceipt(input:{number:\"YS-0000000000\",receiptNumber:\"a\"})"),
            (Roles.Liaison, "sendCrimeTransfer(input:{number:\"YS-0000000000\",materials:[],reason:\"a\",basis:\"b\"})"),
            (Roles.Auditor, "closeCase(input:{number:\"AJ-0000000000\",outcome:EXECUTED,reason:\"a\",basis:\"b\"})"),
        })
        {
            var answer = await (await Api.As(who)).Ask($"mutation{{{step}{{errors{{__typename}}}}}}");
            Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (answer.Status, answer.Code));
        }
    }
}
