using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Approvals;

/// <summary>
/// 待我审批: the head finds in one list whatever waits for a decision, of cases, of transfers and of the ladder, and nothing that does not.
/// </summary>
public sealed class HeadsQueueTests
{
    [Fact]
    public async Task The_head_finds_everything_that_waits_and_what_is_decided_is_gone()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);

        var lead = await bureau.LeadAsync();
        await ProposeAsync(api, "fileCase", new { number = lead.Number, officers = Bureau.Two });
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.OpenTransferAsync(suspected);
        Assert.Equal([lead.Number], await WaitingAsync(api, Roles.Leader));
        await bureau.ReportAsync(transfer);
        var order = await OrderedAsync(api, bureau);
        await bureau.TakeAsync(Roles.Officer, "proposeRectificationMeasure", order, new { measure = "WITHDRAWAL", reason = "企业拒不整改" });

        // Of a step of the ladder the day is known, and not the hour.
        Assert.Equal([order.Number, lead.Number, transfer.Number], await WaitingAsync(api, Roles.Leader));
        Assert.Equal([transfer.Number], await WaitingAsync(api, Roles.Leader, "step: CRIME_TRANSFER"));
        Assert.Equal([lead.Number], await WaitingAsync(api, Roles.Leader, $"text: \"{lead.Number}\""));
        Assert.Equal([order.Number], await WaitingAsync(api, Roles.Leader, "text: \" 企业拒不整改 \""));
        Assert.Equal([order.Number], await WaitingAsync(api, Roles.Leader, "text: \"撤销许可证\", step: LADDER_MEASURE"));
        Assert.Empty(await WaitingAsync(api, Roles.Leader, "text: \"没有提请过\""));
        Assert.Equal([order.Number], await WaitingAsync(api, Roles.Legal));
        Assert.Equal([order.Number], await WaitingAsync(api, Roles.SectionHead));
        Assert.Empty(await WaitingAsync(api, Roles.Officer));

        const string fields = "summary askedBy subject{...on Rectification{proposedMeasure proposal{by}}}";
        var ladder = (await (await api.As(Roles.Leader)).Ask($"{{approvals(mine:true,step:LADDER_MEASURE){{nodes{{{fields}}}}}}}")).Data()
            .At("approvals.nodes.0");
        Assert.Equal(("提请撤销许可证：企业拒不整改", "officer"), (ladder.Text("summary"), ladder.Text("askedBy")));
        Assert.Equal(("WITHDRAWAL", "officer"), (ladder.Text("subject.proposedMeasure"), ladder.Text("subject.proposal.by")));

        await bureau.ApproveAsync(transfer);
        await bureau.TakeAsync(Roles.Leader, "decideRectificationMeasure", order, new { measure = "WITHDRAWAL", accept = false }, "决1");
        await bureau.DecideAsync(lead);
        Assert.Empty(await WaitingAsync(api, Roles.Leader));
    }

    [Fact]
    public async Task Whoever_approves_sees_all_that_was_proposed_under_the_fields_of_its_form()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var lead = await bureau.LeadAsync();
        await ProposeAsync(api, "fileCase", new { number = lead.Number, officers = Bureau.Two });
        Assert.Equal(
            ["fileCase", "officers=officer、second", "reason=有违法事实", "basis=行政处罚法 第五十四条", "documentNumber=立1"],
            await ProposedAsync(api, lead));

        await bureau.DecideAsync(lead);
        var measure = new { number = lead.Number, kind = "SEALING", goods = "成品二百箱", officers = Bureau.Two };
        await ProposeAsync(api, "seizeGoods", measure);
        Assert.Equal(["seizeGoods", "kind=查封", "goods=成品二百箱"], (await ProposedAsync(api, lead)).Take(3));
    }

    private static async Task<IReadOnlyList<string>> ProposedAsync(ApiServer api, Dossier matter)
    {
        const string fields = "approvals{mutation proposed{field values}}";
        var asked = await (await api.As(Roles.Leader)).Ask($"{{case(number:\"{matter.Number}\"){{{fields}}}}}");
        var first = asked.Data().At("case.approvals.0");
        return
        [
            first.Text("mutation")!,
            .. first.At("proposed").EnumerateArray().Select(one =>
                $"{one.Text("field")}={string.Join('、', one.At("values").EnumerateArray().Select(value => value.GetString()))}"),
        ];
    }

    private static async Task<Dossier> OrderedAsync(ApiServer api, Bureau bureau)
    {
        var enterprise = await api.EnterpriseAsync();
        var licence = await api.LicenceAsync(enterprise);
        var order = await bureau.OpenAsync(
            Roles.Officer, "rectification", "orderRectification",
            new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, licence }, "责改1");
        await bureau.TakeAsync(Roles.Officer, "reportRectification", order, new { report = "已整改" });
        await bureau.TakeAsync(
            Roles.Officer, "recordReinspection", order,
            new { officers = Bureau.Two, result = "STILL_IN_VIOLATION", findings = "仍未检定" }, "复查1");
        var declined = new { measure = "SUSPENSION", accept = false };
        await bureau.TakeAsync(Roles.SectionHead, "decideRectificationMeasure", order, declined, "决0");
        return order;
    }

    private static async Task ProposeAsync(ApiServer api, string mutation, object input)
    {
        var grounds = new { reason = "有违法事实", basis = "行政处罚法 第五十四条", documentNumber = "立1" };
        var head = await api.As(Roles.SectionHead);
        Assert.Equal("", (await head.Do(mutation, ApiServer.Merge(input, grounds), "case{stage}")).Refusal());
    }

    private static async Task<IReadOnlyList<string?>> WaitingAsync(ApiServer api, Roles who, string given = "first: 50")
    {
        var answer = await (await api.As(who)).Ask($"{{approvals(mine:true,{given}){{nodes{{number}}}}}}");
        return answer.Data().Texts("approvals.nodes", "number");
    }
}
