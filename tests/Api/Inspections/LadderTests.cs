using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Inspections;

/// <summary>From a finding to banning, as the officers and their heads take the steps.</summary>
public sealed class LadderTests(SharedServer shared) : ApiTest(shared)
{
    private static readonly object Why = new { reason = "生产条件达不到要求", basis = "工业产品生产许可证管理条例 第四十五条", documentNumber = "沪市监〔2026〕1号" };

    [Fact]
    public async Task From_a_finding_to_banning()
    {
        // A server of its own: its clock is turned beyond the order's day.
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        var head = await api.As(Roles.SectionHead);
        var enterprise = await api.EnterpriseAsync("阶梯一厂", new { productClasses = new[] { "CLOTHING" } });
        var licence = await api.LicenceAsync(enterprise, more: new { productClasses = new[] { "CLOTHING" }, issuedBy = "上海市市场监督管理局" });

        var planned = await Done(officer, "planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = "2026-03-10", campaign = "SD2026" }, "inspection{number isLicensed licenceNumbers deadlines{kind dueAt}}");
        Assert.Equal(("true", licence, "INSPECTION_DUE"), (planned.Text("inspection.isLicensed"), planned.Text("inspection.licenceNumbers.0"), planned.Text("inspection.deadlines.0.kind")));
        var inspection = planned.Text("inspection.number");
        var recorded = await Done(officer, "recordInspection", new { number = inspection, officers = Bureau.Two, findings = Bureau.Wanting, result = "RECTIFICATION", summary = "检验设备未检定" }, "inspection{status result worstSeverity officerNames findings{item area result severity} deadlines{kind}}");
        Assert.Equal(("RECORDED", "SERIOUS", "PREMISES_AND_EQUIPMENT"), (recorded.Text("inspection.status"), recorded.Text("inspection.worstSeverity"), recorded.Text("inspection.findings.3.area")));

        var ordered = await Done(officer, "orderRectification", ApiServer.Merge(Why, new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, licence, inspection }), "rectification{number status dueOn productClass{code} inspection{number} licence{number status} enterprise{name} deadlines{kind dueAt rule section}}");
        Assert.Equal(("ORDERED", "2026-04-01", "CLOTHING", inspection, "ACTIVE"), (ordered.Text("rectification.status"), ordered.Text("rectification.dueOn"), ordered.Text("rectification.productClass.code"), ordered.Text("rectification.inspection.number"), ordered.Text("rectification.licence.status")));
        Assert.Equal(["RECTIFICATION_WARNING", "RECTIFICATION_DUE"], ordered.Texts("rectification.deadlines", "kind"));
        var number = ordered.Text("rectification.number");

        api.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 2, 2, 0, 0, TimeSpan.Zero));
        // Whoever opens the order finds what the clock owes it, whether or not the clock has come by.
        var overdue = await Done(head, "decideRectificationMeasure", ApiServer.Merge(Why, new
        {
            number,
            measure = "SUSPENSION",
            accept = true,
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号"
        }),
            "rectification{status proposedMeasure takenMeasure licence{status suspendedUntil} measures{measure accepted decidedOn recipient documentNumber decidedBy{userName}}}");
        Assert.Equal(("OVERDUE", "WITHDRAWAL", "SUSPENSION"), (overdue.Text("rectification.status"), overdue.Text("rectification.proposedMeasure"), overdue.Text("rectification.takenMeasure")));
        Assert.Equal(("SUSPENDED", "2026-12-31"), (overdue.Text("rectification.licence.status"), overdue.Text("rectification.licence.suspendedUntil")));
        Assert.Equal((enterprise, "section-head", "沪市监〔2026〕1号"), (overdue.Text("rectification.measures.0.recipient"), overdue.Text("rectification.measures.0.decidedBy.userName"), overdue.Text("rectification.measures.0.documentNumber")));

        var requested = await Done(head, "decideRectificationMeasure", ApiServer.Merge(Why, new { number, measure = "WITHDRAWAL", accept = true }), "rectification{proposedMeasure licence{withdrawalRequested}}");
        Assert.Equal(("BANNING", "true"), (requested.Text("rectification.proposedMeasure"), requested.Text("rectification.licence.withdrawalRequested")));
        var withdrawn = await Done(head, "recordMeasureAnswer", new { number, measure = "WITHDRAWAL", granted = true, answer = "同意撤销", documentNumber = "沪市监撤〔2026〕7号" }, "rectification{licence{status}}");
        Assert.Equal("WITHDRAWN", withdrawn.Text("rectification.licence.status"));
        await Done(head, "decideRectificationMeasure", ApiServer.Merge(Why, new { number, measure = "BANNING", accept = true }), "rectification{number}");
        await Done(head, "recordMeasureAnswer", new { number, measure = "BANNING", granted = true, answer = "区政府已组织取缔" }, "rectification{number}");

        var whole = (await officer.Ask("query($number:String!){rectification(number:$number){status proposal{measure} measures{measure recipient answer{granted text}} history(first:50){nodes{kind actorName}}}}", new { number })).Data().GetProperty("rectification");
        Assert.Equal([enterprise, "上海市市场监督管理局", "城区人民政府"], whole.Texts("measures", "recipient"));
        Assert.Equal(
            [
                "rectification.ordered", "rectification.warned", "rectification.overdue", "rectification.measure-proposed", "rectification.measure-decided", "rectification.measure-proposed", "rectification.licence-changed",
                "rectification.measure-decided", "rectification.measure-proposed", "rectification.licence-changed", "rectification.measure-answered", "rectification.licence-changed", "rectification.measure-decided", "rectification.measure-answered",
            ],
            whole.Texts("history.nodes", "kind").Reverse());

        // What followed for the licence was done in the name of who decided, and the list shows all of it without waking anybody.
        var licences = (await officer.Ask("query($number:String!){licence(number:$number){history{nodes{kind actorName}}}}", new { number = licence })).Data().At("licence.history");
        Assert.Equal(["licence.withdrawn", "licence.withdrawal-requested", "licence.suspended"], licences.Texts("nodes", "kind").Take(3));
        Assert.All(licences.Texts("nodes", "actorName").Take(3), name => Assert.Equal("section-head", name));
        var list = (await officer.Ask("{rectifications(where:{takenMeasure:{eq:BANNING}},order:[{dueOn:DESC}]){totalCount nodes{number reason requirements orderedBy{userName} measures{measure answer{granted}} lapses{kind} deadlines{kind}}}}")).Data().GetProperty("rectifications");
        Assert.Equal(("1", "生产条件达不到要求", "officer", "true"), (list.Text("totalCount"), list.Text("nodes.0.reason"), list.Text("nodes.0.orderedBy.userName"), list.Text("nodes.0.measures.2.answer.granted")));
    }

    [Fact]
    public async Task A_licence_that_cannot_be_told_at_once_is_told_later_and_once()
    {
        var stumble = new Stumble("licence");
        await using var api = await ApiServer.StartAsync(customise: builder => builder.Services.AddSingleton<IIncomingGrainCallFilter>(stumble));
        var head = await api.As(Roles.SectionHead);
        var enterprise = await api.EnterpriseAsync();
        var licence = await api.LicenceAsync(enterprise);
        var number = (await Done(head, "orderRectification", ApiServer.Merge(Why, new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, licence, dueOn = "2026-03-10" }), "rectification{number}")).Text("rectification.number");
        api.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 2, 0, 0, TimeSpan.Zero));
        stumble.Left = 2;
        var decided = await Done(head, "decideRectificationMeasure", ApiServer.Merge(Why, new
        {
            number,
            measure = "SUSPENSION",
            accept = true,
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号"
        }), "rectification{takenMeasure deadlines{kind}}");
        Assert.Equal("SUSPENSION", decided.Text("rectification.takenMeasure"));

        await Eventually.Until("the licence was told", async () =>
        {
            await api.TurnToAsync(api.Clock.GetUtcNow().AddMinutes(2));
            var history = (await head.Ask("query($number:String!){rectification(number:$number){history(first:20){nodes{kind}}}}", new { number })).Data().At("rectification.history");
            return history.Texts("nodes", "kind").Count(kind => kind == "rectification.licence-changed") == 1;
        });
        Assert.Equal(0, stumble.Left);
        var kinds = (await head.Ask("query($number:String!){licence(number:$number){status history{nodes{kind}}}}", new { number = licence })).Data().GetProperty("licence");
        Assert.Equal("SUSPENDED", kinds.Text("status"));
        Assert.Single(kinds.Texts("history.nodes", "kind"), kind => kind == "licence.suspended");
    }

    [Fact]
    public async Task An_order_whose_day_was_mistyped_leaves_no_lapse_in_anybodys_name()
    {
        await using var api = await ApiServer.StartAsync();
        var head = await api.As(Roles.SectionHead);
        var enterprise = await api.EnterpriseAsync();
        var licence = await api.LicenceAsync(enterprise);
        var given = new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" }, licence, dueOn = "2026-03-04" };
        var ordered = await Done(head, "orderRectification", ApiServer.Merge(Why, given), "rectification{number}");
        var number = ordered.Text("rectification.number");
        await api.TurnToAsync(new DateTimeOffset(2026, 3, 30, 2, 0, 0, TimeSpan.Zero));
        const string Shown = "status proposedMeasure hasLapses lapses{kind lastDay} deadlines{kind dueAt}";
        var lapsed = (await head.Ask(
            $"query($number:String!){{rectification(number:$number){{{Shown}}}}}", new { number })).Data().At("rectification");
        Assert.Equal(("OVERDUE", "SUSPENSION", "true"), (lapsed.Text("status"), lapsed.Text("proposedMeasure"), lapsed.Text("hasLapses")));
        Assert.Equal(["RECTIFICATION_MEASURE_DECISION", "RECTIFICATION_REINSPECTION"], lapsed.Texts("lapses", "kind"));

        // From 26 March on, the terms are not over; what the clock told of the wrong day is taken back.
        var why = new { number, reason = "期限误填", basis = "市场监督管理行政处罚程序规定 第二十二条" };
        var later = (await Done(
            head, "correctRectificationOrder", ApiServer.Merge(why, new { dueOn = "2026-03-26" }), $"rectification{{{Shown}}}"))
            .At("rectification");
        Assert.Equal(("OVERDUE", "SUSPENSION", "false"), (later.Text("status"), later.Text("proposedMeasure"), later.Text("hasLapses")));
        Assert.Equal(
            [("RECTIFICATION_MEASURE_DECISION", "2026-04-03T16:00:00.000Z"), ("RECTIFICATION_REINSPECTION", "2026-04-10T16:00:00.000Z")],
            later.Texts("deadlines", "kind").Zip(later.Texts("deadlines", "dueAt")).Order());
        await Done(head, "correctRectificationOrder", ApiServer.Merge(why, new { dueOn = "2026-04-30" }), "rectification{number}");
        var list = (await head.Ask("{rectifications(where:{hasLapses:{eq:true}}){totalCount}}")).Data();
        Assert.Equal("0", list.Text("rectifications.totalCount"));
        var journal = (await head.Ask(
            "query($number:String!){rectification(number:$number){status history(first:20){nodes{kind summary}}}}", new { number }))
            .Data().At("rectification");
        Assert.Equal("ORDERED", journal.Text("status"));
        Assert.Contains(
            "撤销逾期记录：“复查”的期限原计算至2026-03-18，起算日已更正为2026-03-26，并未逾期", journal.Texts("history.nodes", "summary"));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    private static async Task<JsonElement> Done(ApiClient client, string mutation, object input, string fields)
    {
        var done = await client.Do(mutation, input, fields);
        Assert.Equal("", done.Refusal());
        return done;
    }
}
