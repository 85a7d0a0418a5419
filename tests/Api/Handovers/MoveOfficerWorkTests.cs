using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Handovers;

/// <summary>An officer leaves, and the work goes to others in one step.</summary>
public sealed class MoveOfficerWorkTests(SharedServer shared) : ApiTest(shared)
{
    private const string Results = "moved refused items{kind number to outcome refusal{code message ...on OfficerCannotActError{officer because}} subject{id}}";

    private static readonly object Why = new { reason = "工作调动", basis = "公务员法 第七十条", documentNumber = "调1号" };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_a_preview_says_is_what_happens_and_a_repeat_moves_nothing_twice(DatabaseKind kind)
    {
        await using var api = await ApiServer.StartAsync(await TestDatabase.CreateAsync(kind));
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        await api.As("successor", Roles.Officer);
        await api.As("lawyer", Roles.Officer | Roles.Legal);
        var work = await WorkAsync(bureau, api);
        var reviewed = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", reviewed, new { fineCny = 20_000 }, "建议1号");
        await PassAsync(api, reviewed);

        // What the officer holds, and as what.
        var held = await OpenWorkAsync(head, "officer:\"officer\"");
        Assert.Equal(work.Select(one => one.Number).Append(reviewed.Number).Order(StringComparer.Ordinal), held.Texts("nodes", "number").Order(StringComparer.Ordinal));
        Assert.All(held.At("nodes").EnumerateArray(), one => Assert.Equal(("officer", "RESPONSIBLE", "INSPECTION"), (one.Text("userName"), one.Text("role"), one.Text("section"))));
        Assert.Equal(["CASE_DECISION", "CASE_FILING", "CRIME_TRANSFER_DECISION", "INSPECTION_DUE", "RECTIFICATION_DUE"], held.Texts("nodes", "nextDeadline.kind").Distinct().Order(StringComparer.Ordinal));

        // One goes to who would be reviewer and investigator at once, one to who is the only other officer already, the rest to the successor.
        object Input(bool preview) => ApiServer.Merge(Why, new
        {
            from = "officer",
            to = new object[] { new { officer = "lawyer", items = new[] { reviewed.Number } }, new { officer = "second", items = new[] { work[0].Number, "JC-0000000000" } }, new { officer = "successor" } },
            preview,
            commandId = "11111111-1d5e-4b53-9a38-7a7f7c9e4f0f",
        });
        var before = await VersionsAsync(head, work);
        var preview = await MoveAsync(head, Input(true));
        Assert.Equal(before, await VersionsAsync(head, work));
        Assert.Equal(
            [(reviewed.Number, "REVIEWER_IS_INVESTIGATOR"), (work[0].Number, "TOO_FEW_OFFICERS"), ("JC-0000000000", "NOT_FOUND")],
            preview.At("items").EnumerateArray().Where(item => item.Text("outcome") == "REFUSED").Select(item => (item.Text("number")!, item.Text("refusal.code")!)).OrderByDescending(item => item.Item2, Comparer<string>.Create((a, b) => Place(a) - Place(b))));

        // Why is said before: of two officers, one cannot take the other's place as well (行政处罚法 第四十二条).
        Assert.Equal(
            "测试人员已是该事项的承办人员，接办后只剩1人，不足2人；请由其他执法人员接办",
            preview.At("items").EnumerateArray().Single(item => item.Text("number") == work[0].Number).Text("refusal.message"));
        Assert.All(preview.At("items").EnumerateArray().Where(item => item.Text("outcome") != "REFUSED"), item => Assert.Equal(("MOVABLE", "successor"), (item.Text("outcome"), item.Text("to"))));

        var moved = await MoveAsync(head, Input(false));
        Assert.Equal(preview.GetRawText().Replace("MOVABLE", "MOVED", StringComparison.Ordinal), moved.GetRawText());
        Assert.Equal(moved.GetRawText(), (await MoveAsync(head, Input(false))).GetRawText());
        Assert.Equal(new[] { reviewed.Number, work[0].Number }.Order(StringComparer.Ordinal), (await OpenWorkAsync(head, "officer:\"officer\"")).Texts("nodes", "number").Order(StringComparer.Ordinal));
        Assert.Equal(work.Count - 1, (await OpenWorkAsync(head, "officer:\"successor\",section:\"INSPECTION\"")).At("nodes").GetArrayLength());
        Assert.Equal(work.Count + 1, (await OpenWorkAsync(head, "section:\"INSPECTION\"")).At("nodes").GetArrayLength());

        // Each has its own entry, with who, why and the document.
        foreach (var one in work.Skip(1))
        {
            var entry = (await bureau.JournalAsync(one))[^1];
            Assert.Equal(("section-head", "公务员法 第七十条", "调1号"), (entry.Text("actorName"), entry.Text("basis"), entry.Text("documentNumber")));
        }

        // With the account gone, what is left of the work is found, cases among it.
        Assert.Null((await api.Grains.GetGrain<IAccountGrain>("officer").Execute(new DisableAccount("调离"), Actor.System(Guid.NewGuid()) with { Roles = Roles.Administrator })).Refusal);
        var check = await api.Services.GetRequiredService<SelfCheck>().RunAsync(null, CancellationToken.None);
        Assert.Equal(
            new[] { $"case/{reviewed.Number}", $"case/{work[0].Number}" }.Order(StringComparer.Ordinal),
            check.Rules.Single(rule => rule.Rule == "open-work-has-officers").Findings.Select(finding => finding.Subject).Order(StringComparer.Ordinal));
        Assert.All(check.Rules.Where(rule => rule.Rule is "rows-show-states" or "states-hold"), rule => Assert.True(rule is { Count: 0, Failure: null }, $"{rule.Rule}: {string.Join("; ", rule.Findings.Select(finding => $"{finding.Subject} {finding.What.English}"))}{rule.Failure}"));

        static int Place(string code) => code switch { "REVIEWER_IS_INVESTIGATOR" => 3, "TOO_FEW_OFFICERS" => 2, _ => 1 };
    }

    [Fact]
    public async Task A_move_whose_answer_was_lost_halfway_is_sent_again_and_each_piece_has_moved_once()
    {
        var stumble = new Stumble("case");
        await using var api = await ApiServer.StartAsync(customise: builder => builder.Services.AddSingleton<IIncomingGrainCallFilter>(stumble));
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        Dossier[] leads = [await bureau.LeadAsync(), await bureau.LeadAsync(), await bureau.LeadAsync()];
        var input = ApiServer.Merge(Why, new { from = "officer", to = new[] { new { officer = "second" } }, commandId = "22222222-1d5e-4b53-9a38-7a7f7c9e4f0f" });
        stumble.Left = 1;
        var lost = await head.Ask("mutation($input:MoveOfficerWorkInput!){moveOfficerWork(input:$input){moved}}", new { input });
        Assert.Equal((HttpStatusCode.GatewayTimeout, "TIMEOUT"), (lost.Status, lost.Json.Text("errors.0.extensions.code")));

        var moved = await MoveAsync(head, input);
        Assert.Equal(("3", "0"), (moved.Text("moved"), moved.Text("refused")));
        Assert.Equal(leads.Select(lead => lead.Number).Order(StringComparer.Ordinal), moved.Texts("items", "number"));
        foreach (var lead in leads)
        {
            Assert.Equal(["case.lead-recorded", "case.clocks-reckoned", "case.taken-over"], (await bureau.JournalAsync(lead)).Select(entry => entry.Text("kind")));
        }
    }

    [Fact]
    public async Task Nobody_takes_over_who_has_left_or_is_no_officer_and_officers_do_not_decide_it_themselves()
    {
        var bureau = new Bureau(Api);
        var head = await Api.As(Roles.SectionHead);
        var filed = await bureau.FiledAsync();
        await Api.As("leaves.soon", Roles.Officer);
        Assert.Null((await Api.Grains.GetGrain<IAccountGrain>("leaves.soon").Execute(new DisableAccount("调离"), Actor.System(Guid.NewGuid()) with { Roles = Roles.Administrator })).Refusal);
        foreach (var (who, because) in new[] { ("leaves.soon", "DISABLED"), ("section-head", "NOT_AN_OFFICER"), ("no.body", "NO_ACCOUNT") })
        {
            var item = (await MoveAsync(head, ApiServer.Merge(Why, new { from = "officer", to = new[] { new { officer = who, items = new[] { filed.Number } } } }))).At("items.0");
            Assert.Equal(("REFUSED", "OFFICER_CANNOT_ACT", who, because), (item.Text("outcome"), item.Text("refusal.code"), item.Text("refusal.officer"), item.Text("refusal.because")));
            Assert.Equal("OfficerCannotActError OFFICER_CANNOT_ACT", await bureau.RefusalOfAsync(Roles.SectionHead, "assignCaseOfficers", filed, new { officers = new[] { "officer", who } }, "指1号"));
        }

        Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("moveOfficerWork", ApiServer.Merge(Why, new { from = "officer", to = new[] { new { officer = "second" }, new { officer = "third" } } }), Results)).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("moveOfficerWork", ApiServer.Merge(Why, new { from = "officer", to = new[] { new { officer = "second", items = new[] { "XK18-978-00001" } } } }), Results)).Refusal());
        var officer = await Api.As(Roles.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Ask("mutation{moveOfficerWork(input:{from:\"second\",to:[],reason:\"a\",basis:\"b\"}){moved}}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Ask("{openWork{totalCount}}")).Status);
    }

    /// <summary>Whose work is moved is for the head of the section that answers for it, and for the head of the bureau.</summary>
    [Fact]
    public async Task The_head_of_another_section_moves_nothing()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var head = await api.As(Roles.SectionHead);
        var filed = await bureau.FiledAsync();
        var planned = await bureau.OpenAsync(
            Roles.Officer,
            "inspection",
            "planInspection",
            new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" });
        await api.As("third", Roles.Officer);
        var move = ApiServer.Merge(Why, new
        {
            from = "officer",
            to = new[] { new { officer = "third", items = new[] { filed.Number, planned.Number } } },
        });
        await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量科" });
        foreach (var one in new[] { filed, planned })
        {
            var step = one.Kind == "case" ? "handOverCase" : "handOverInspection";
            await bureau.TakeAsync(Roles.SectionHead, step, one, new { toSection = "QUALITY" }, "移1号");
        }

        var items = (await MoveAsync(head, move)).At("items").EnumerateArray().ToList();
        Assert.All(items, item => Assert.Equal(("REFUSED", "NOT_HEAD_OF_SECTION"), (item.Text("outcome"), item.Text("refusal.code"))));

        // Nobody has been named for the inspection since: it is its section's, and not the old planner's.
        var nobodys = (await OpenWorkAsync(head, "section:\"QUALITY\"")).At("nodes").EnumerateArray()
            .Single(item => item.Text("number") == planned.Number);
        Assert.Equal(("", 0), (nobodys.Text("userName"), nobodys.At("officerNames").GetArrayLength()));
        Assert.DoesNotContain(planned.Number, (await OpenWorkAsync(head, "officer:\"officer\"")).Texts("nodes", "number"));
        var node = "query($id:ID!){node(id:$id){...on WorkItem{number}}}";
        var id = (await head.Ask("{openWork(section:\"QUALITY\",first:9){nodes{id number}}}")).Data().At("openWork.nodes").EnumerateArray()
            .Single(item => item.Text("number") == planned.Number).Text("id");
        Assert.Equal(planned.Number, (await head.Ask(node, new { id })).Data().Text("node.number"));

        var byLeader = await MoveAsync(await api.As(Roles.Leader), move);
        Assert.Equal(("MOVED", "WORK_NOT_HELD"), (
            byLeader.At("items").EnumerateArray().Single(item => item.Text("number") == filed.Number).Text("outcome"),
            byLeader.At("items").EnumerateArray().Single(item => item.Text("number") == planned.Number).Text("refusal.code")));
    }

    /// <summary>Work of all kinds that the officer holds: a filed case first, then a lead, a planned inspection with and one without officers, an order, a reported transfer and the case it is of.</summary>
    private static async Task<List<Dossier>> WorkAsync(Bureau bureau, ApiServer api)
    {
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.OpenTransferAsync(suspected);
        await bureau.ReportAsync(transfer);
        return
        [
            await bureau.FiledAsync(),
            await bureau.LeadAsync(),
            await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10", officers = Bureau.Two }),
            await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-11" }),
            await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", new { enterpriseCreditCode = await api.EnterpriseAsync(), requirements = new[] { "检验设备检定" } }, "责改1号"),
            transfer,
            suspected,
        ];
    }

    private static async Task PassAsync(ApiServer api, Dossier reviewed) =>
        Assert.Equal("", (await (await api.As("lawyer", Roles.Officer | Roles.Legal)).Do("passLegalReview", ApiServer.Merge(Why, new { number = reviewed.Number }), "case{stage}")).Refusal());

    private static async Task<JsonElement> OpenWorkAsync(ApiClient client, string whose) =>
        (await client.Ask($"{{openWork({whose},first:200){{totalCount nodes{{kind number name status section userName role officerNames nextDeadline{{kind dueAt}} subject{{id}}}}}}}}")).Data().GetProperty("openWork");

    private static async Task<JsonElement> MoveAsync(ApiClient client, object input)
    {
        var moved = await client.Do("moveOfficerWork", input, Results);
        Assert.Equal("", moved.Refusal());
        return moved;
    }

    private static async Task<List<string?>> VersionsAsync(ApiClient client, IEnumerable<Dossier> work)
    {
        var versions = new List<string?>();
        foreach (var one in work)
        {
            versions.Add((await client.Ask($"query($number:String!){{{one.Kind}(number:$number){{version}}}}", new { number = one.Number })).Data().Text($"{one.Kind}.version"));
        }

        return versions;
    }
}
