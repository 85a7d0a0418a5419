using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Dens;

/// <summary>A workshop without any registration is recorded on the spot, inspected, ordered to stop, sealed, fined and banned; a case of
/// the next year finds the same den.</summary>
public sealed class DenStoryTests
{
    private const string Grounds = "无证无照经营查处办法 第五条";

    [Fact]
    public async Task A_den_found_on_the_spot_is_inspected_ordered_sealed_fined_and_banned_and_found_again_next_year()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        var den = await RecordedAsync(bureau);
        var seen = await bureau.SeeAsync(den, "name address officialNumber status products foundOn foundByName productClasses{code}");
        Assert.Equal(
            ("FOUND", "officer", "窝点〔2026〕1号", "COATINGS"),
            (seen.Text("status"), seen.Text("foundByName"), seen.Text("officialNumber"), seen.Text("productClasses.0.code")));

        // Inspected on the spot; what was found opens a case about it.
        var begun = new { den = den.Number, officers = Bureau.Two };
        var inspection = await bureau.OpenAsync(Roles.Officer, "inspection", "beginInspection", begun);
        Assert.Equal("AlreadyBegunError ALREADY_BEGUN", await RefusedAsync(api, "beginInspection", begun));
        Assert.Equal(
            "RECORDED",
            await bureau.TakeAsync(Roles.Officer, "recordInspection", inspection, new
            {
                officers = Bureau.Two,
                findings = Bureau.Wanting,
                result = "CASE",
                summary = "无证生产涂料",
                violation = "UNLICENSED_PRODUCTION",
            }));
        var found = await bureau.SeeAsync(
            inspection, "den{number name} enterprise{name} case{number parties{kind name address den{number}}}");
        Assert.Equal((den.Number, null), (found.Text("den.number"), found.Text("enterprise")));
        Assert.Equal(
            ("DEN", "盈港路无名作坊", "青浦区盈港路无名弄内", den.Number),
            (found.Text("case.parties.0.kind"), found.Text("case.parties.0.name"), found.Text("case.parties.0.address"),
                found.Text("case.parties.0.den.number")));
        var filed = new Dossier("case", found.Text("case.number")!);
        await bureau.FileAsync(filed, "立1号");

        // Ordered to stop; nothing that needs a licence can follow.
        var stop = new { den = den.Number, inspection = inspection.Number, requirements = new[] { "立即停止生产" } };
        var order = await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", stop, "责1");
        Assert.Equal(den.Number, (await bureau.SeeAsync(order, "den{number}")).Text("den.number"));
        Assert.Equal(
            "InvalidInputError INVALID_INPUT",
            await RefusedAsync(api, "orderRectification", new
            {
                den = den.Number,
                licence = "XK18-978-00001",
                requirements = new[] { "停止" },
                reason = "无证",
                basis = Grounds,
            }));

        // The same den is a party once.
        Assert.Equal(
            "PartyAlreadyNamedError PARTY_ALREADY_NAMED",
            await bureau.RefusalOfAsync(Roles.Officer, "addCaseParty", filed, new { kind = "DEN", den = den.Number }));
        await bureau.TakeAsync(
            Roles.Officer, "seizeGoods", filed, new { kind = "SEALING", goods = "涂料三十桶", officers = Bureau.Two }, "封1");

        // Nothing bans it before the penalty.
        var ban = new { number = den.Number, @case = filed.Number, reason = "无证生产", basis = Grounds, documentNumber = "取缔1号" };
        Assert.Equal("NothingBansYetError NOTHING_BANS_YET", await RefusedAsync(api, "banDen", ban));
        await PunishedAsync(bureau, filed);
        var proposed = await (await api.As(Roles.Officer)).Do("banDen", ban, "den{status approvals{item outcome}}");
        Assert.Equal(("", "FOUND", "1"), (proposed.Refusal(), proposed.Text("den.status"), proposed.Text("den.approvals.0.item")));
        var decide = new { number = den.Number, approval = 1 };
        Assert.Equal("NotAuthorisedToDecideError NOT_AUTHORISED_TO_DECIDE", await RefusedAsync(api, "approveDenBan", decide));
        var banned = await (await api.As(Roles.Leader)).Do("approveDenBan", decide, "den{status bans{case{number} documentNumber}}");
        Assert.Equal(("", "BANNED", filed.Number), (banned.Refusal(), banned.Text("den.status"), banned.Text("den.bans.0.case.number")));

        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        // A year on it goes on at the same place: whoever records it is led to it, and a second case finds it.
        await bureau.UntilAsync("2027-03-04 10:00");
        Assert.Equal("DenAlreadyRecordedError DEN_ALREADY_RECORDED", await RefusedAsync(api, "recordDen", Record));
        var again = await bureau.OpenAsync(Roles.Officer, "case", "recordLead", new
        {
            title = "窝点死灰复燃案",
            violation = "UNLICENSED_PRODUCTION",
            source = "REPORT",
            receivedOn = "2027-03-04",
            facts = "再次生产涂料",
            den = den.Number,
            productClasses = new[] { "COATINGS" },
        });
        await bureau.FileAsync(again, "立2号");
        await bureau.TakeAsync(
            Roles.Officer, "seizeGoods", again, new { kind = "SEALING", goods = "涂料十桶", officers = Bureau.Two }, "封2");
        var whole = await bureau.SeeAsync(
            den, "cases(order:[{receivedOn:ASC}]){totalCount nodes{number}} inspections{nodes{number}} rectifications{nodes{number}}");
        Assert.Equal([filed.Number, again.Number], whole.Texts("cases.nodes", "number"));
        Assert.Equal(
            (inspection.Number, order.Number), (whole.Text("inspections.nodes.0.number"), whole.Text("rectifications.nodes.0.number")));
        Assert.Equal([den.Number], (await SearchedAsync(api, "盈港路")).Where(one => one.StartsWith("WD-", StringComparison.Ordinal)));

        // Closed twice and one den all the same.
        Assert.Equal(1m, await ClosedAsync(api, "2026-01-01", "2027-12-31"));
    }

    /// <summary>A den that nobody acts on is late and its head's, until somebody does; of that it learns at once.</summary>
    [Fact]
    public async Task A_den_that_nobody_acts_on_is_late_until_somebody_does()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        var left = await RecordedAsync(bureau);
        var seen = await bureau.OpenAsync(
            Roles.Officer, "den", "recordDen", new { name = "另一作坊", address = "盈港路99号", products = "涂料", source = "REPORT" });
        Assert.Equal("2026-03-09", (await bureau.SeeAsync(left, "actBy")).Text("actBy"));

        // Whoever is ordered about is acted on; the den learns of it without being asked.
        var stop = new { den = seen.Number, requirements = new[] { "停止生产" } };
        await bureau.OpenAsync(Roles.Officer, "rectification", "orderRectification", stop, "责1");
        await Eventually.Until("the den knows", async () => (await bureau.SeeAsync(seen, "actBy")).Text("actBy") is null);

        await bureau.UntilAsync("2026-03-10 10:00");
        Assert.Equal([$"{left.Number} SECTION_HEAD INSPECTION 1"], await LateAsync());
        var begun = await bureau.OpenAsync(
            Roles.Officer, "inspection", "beginInspection", new { den = left.Number, officers = Bureau.Two });
        Assert.Single(await LateAsync());
        var record = new { officers = Bureau.Two, findings = Bureau.Wanting, result = "RECTIFICATION", summary = "仍在生产" };
        await bureau.TakeAsync(Roles.Officer, "recordInspection", begun, record);
        await Eventually.Until("the den knows", async () => (await LateAsync()).Count == 0);
        Assert.Null((await bureau.SeeAsync(left, "actBy")).Text("actBy"));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        async Task<IReadOnlyList<string>> LateAsync()
        {
            const string Question = "{deadlines(where:{lapsed:{eq:true},kind:{eq:DEN_FIRST_ACT}})"
                + "{nodes{officer section daysLate subject{... on Den{number}}}}}";
            return
            [
                .. (await (await api.As(Roles.SectionHead)).Ask(Question)).Data().At("deadlines.nodes").EnumerateArray().Select(one =>
                    $"{one.Text("subject.number")} {one.Text("officer")} {one.Text("section")} {one.Text("daysLate")}"),
            ];
        }
    }

    /// <summary>行政处罚法 第七十五条: a ban falls with the decision that it rested on; nothing can rest on one that was annulled.</summary>
    [Fact]
    public async Task A_ban_falls_with_its_decision_and_is_counted_no_more()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        var den = await RecordedAsync(bureau);
        var filed = await bureau.OpenAsync(Roles.Officer, "case", "recordLead", new
        {
            title = "窝点无证生产案",
            violation = "UNLICENSED_PRODUCTION",
            source = "REPORT",
            receivedOn = "2026-03-02",
            facts = "无证生产涂料",
            den = den.Number,
            productClasses = new[] { "COATINGS" },
        });
        await bureau.FileAsync(filed, "立1号");
        await PunishedAsync(bureau, filed);
        var ban = new { number = den.Number, @case = filed.Number, reason = "无证生产", basis = Grounds, documentNumber = "取缔1号" };
        await (await api.As(Roles.Officer)).Do("banDen", ban);
        await (await api.As(Roles.Leader)).Do("approveDenBan", new { number = den.Number, approval = 1 });
        Assert.Equal(1m, await BannedAsync());
        var withdraw = new { number = den.Number, ban = 1, reason = "处罚决定被复议机关撤销", basis = Grounds };
        var head = await api.As(Roles.SectionHead);
        Assert.Equal("BanStandsError BAN_STANDS", (await head.Do("withdrawDenBan", withdraw)).Refusal());

        await bureau.TakeAsync(Roles.Legal, "recordChallenge", filed, new
        {
            kind = "RECONSIDERATION",
            receivedOn = "2026-03-02",
            body = "区人民政府",
            documentNumber = "复1号",
        });
        await bureau.TakeAsync(
            Roles.Legal, "recordChallengeOutcome", filed, new { outcome = "ANNULLED", receivedOn = "2026-03-02", documentNumber = "复决1号" });
        Assert.Equal("NoSuchBanError NO_SUCH_BAN", (await head.Do("withdrawDenBan", withdraw with { ban = 2 })).Refusal());
        var free = await head.Do("withdrawDenBan", withdraw, "den{status bans{bannedOn}}");
        Assert.Equal(("", "FOUND", 0), (free.Refusal(), free.Text("den.status"), free.At("den.bans").GetArrayLength()));
        Assert.Equal(0m, await BannedAsync());
        Assert.Equal("NothingBansYetError NOTHING_BANS_YET", await RefusedAsync(api, "banDen", ban));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        async Task<decimal> BannedAsync() =>
            (await (await api.As(Roles.Leader)).Ask("{facts(measures:[PRODUCERS_BANNED]){nodes{amount}}}")).Data().At("facts.nodes")
                .EnumerateArray().Sum(fact => fact.At("amount").GetDecimal());
    }

    [Fact]
    public async Task A_den_that_ends_cancels_what_was_planned_there_and_one_that_is_there_again_resumes_it()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        var den = await RecordedAsync(bureau);
        var plan = new { den = den.Number, basis = "SWEEP", campaign = "双打2026", plannedOn = "2026-03-20", officers = Bureau.Two };
        var planned = await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", plan);
        Assert.Equal("AlreadyInSweepError ALREADY_IN_SWEEP", await RefusedAsync(api, "planInspection", plan));
        var order = await bureau.OpenAsync(
            Roles.Officer, "rectification", "orderRectification", new { den = den.Number, requirements = new[] { "停止生产" } }, "责1");

        var ended = new { number = den.Number, ending = "GONE", reason = "人去楼空", basis = Grounds };
        Assert.Equal("ENDED", (await (await api.As(Roles.SectionHead)).Do("endDen", ended, "den{status}")).Text("den.status"));
        Assert.Equal("CANCELLED", (await bureau.SeeAsync(planned, "status")).Text("status"));
        Assert.Equal(JsonValueKind.Array, (await bureau.SeeAsync(order, "deadlines{kind}")).At("deadlines").ValueKind);
        Assert.Empty((await bureau.SeeAsync(order, "deadlines{kind}")).Texts("deadlines", "kind"));
        Assert.Equal("DenHasEndedError DEN_HAS_ENDED", await RefusedAsync(api, "planInspection", plan));
        var begin = new { den = den.Number, officers = Bureau.Two };
        Assert.Equal("DenHasEndedError DEN_HAS_ENDED", await RefusedAsync(api, "beginInspection", begin));
        var stop = new { den = den.Number, requirements = new[] { "停止" }, reason = "无证", basis = Grounds };
        Assert.Equal("DenHasEndedError DEN_HAS_ENDED", await RefusedAsync(api, "orderRectification", stop));

        var again = new { number = den.Number, reason = "死灰复燃", basis = Grounds };
        Assert.Equal("FOUND", (await (await api.As(Roles.SectionHead)).Do("reopenDen", again, "den{status}")).Text("den.status"));
        Assert.Equal("PLANNED", (await bureau.SeeAsync(planned, "status")).Text("status"));
        Assert.NotEmpty((await bureau.SeeAsync(order, "deadlines{kind}")).Texts("deadlines", "kind"));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    [Fact]
    public async Task An_inspection_and_an_order_name_an_enterprise_or_a_den_and_not_both()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        var (den, enterprise) = (await RecordedAsync(bureau), await api.EnterpriseAsync());
        object[] wrong =
        [
            new { basis = "ROUTINE", plannedOn = "2026-03-20" },
            new { basis = "ROUTINE", plannedOn = "2026-03-20", den = den.Number, enterpriseCreditCode = enterprise },
            new { basis = "ROUTINE", plannedOn = "2026-03-20", den = "WD-1" },
        ];
        foreach (var input in wrong)
        {
            Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync(api, "planInspection", input));
        }

        Assert.Equal(
            "NotFoundError NOT_FOUND",
            await RefusedAsync(api, "planInspection", new { basis = "ROUTINE", plannedOn = "2026-03-20", den = "WD-0000000001" }));
        var nobody = new { requirements = new[] { "停止生产" }, reason = "无证", basis = Grounds };
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync(api, "orderRectification", nobody));
    }

    [Fact]
    public async Task Who_runs_it_is_masked_for_whoever_need_not_know_and_encrypted_where_it_is_kept()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.AppointAsync();
        var den = await RecordedAsync(bureau);
        var known = new { number = den.Number, representative = "王建国", telephone = "13800001234", identityNumber = "11010519491231002X" };
        var officer = await api.As(Roles.Officer);
        Assert.Equal("", (await officer.Do("recordDenOperator", known, "den{number}")).Refusal());
        const string Operator = "operator{representative telephone identityNumber}";
        Assert.Equal("王建国", (await bureau.SeeAsync(den, Operator, Roles.Officer)).Text("operator.representative"));
        var masked = await bureau.SeeAsync(den, Operator, Roles.Auditor);
        Assert.Equal(
            ("王**", "138****1234", "110***********002X"),
            (masked.Text("operator.representative"), masked.Text("operator.telephone"), masked.Text("operator.identityNumber")));
        foreach (var kept in await bureau.JournalAsync(den))
        {
            Assert.DoesNotContain("王建国", kept.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static object Record => new
    {
        name = "盈港路无名作坊",
        address = "青浦区盈港路无名弄内",
        products = "无标识涂料",
        source = "INSPECTION",
        productClasses = new[] { "COATINGS" },
    };

    private static Task<Dossier> RecordedAsync(Bureau bureau) => bureau.OpenAsync(Roles.Officer, "den", "recordDen", Record);

    private static async Task<string> RefusedAsync(ApiServer api, string mutation, object input) =>
        (await (await api.As(Roles.Officer)).Do(mutation, input)).Refusal();

    private static async Task PunishedAsync(Bureau bureau, Dossier filed)
    {
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, new { fineCny = 1000 }, "建1");
        await bureau.TakeAsync(Roles.Legal, "passLegalReview", filed, document: "审1");
        await bureau.TakeAsync(Roles.Officer, "notifyRights", filed, new { servedOn = "2026-03-02" }, "告1");
        await bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", filed, new { answer = "WAIVED" });
        await bureau.TakeAsync(Roles.SectionHead, "decidePenalty", filed, new { fineCny = 1000, discretion = "从轻" }, "罚1");
        await bureau.TakeAsync(Roles.Officer, "serveDecision", filed, new { servedOn = "2026-03-02" });
    }

    private static async Task<IEnumerable<string>> SearchedAsync(ApiServer api, string text)
    {
        var found = await (await api.As(Roles.Officer)).Ask($"{{search(text:\"{text}\"){{node{{... on Den{{number}}}}}}}}");
        return found.Data().At("search").EnumerateArray().Where(one => one.At("node").EnumerateObject().Any())
            .Select(one => one.Text("node.number")).OfType<string>();
    }

    private static async Task<decimal> ClosedAsync(ApiServer api, string from, string to)
    {
        var form = await (await api.As(Roles.Leader)).Ask(
            $"{{reportForm(form:ENFORCEMENT_STATISTICS,from:\"{from}\",to:\"{to}\"){{rows{{isTotal cells{{column value}}}}}}}}");
        return form.Data().At("reportForm.rows").EnumerateArray().Single(row => row.At("isTotal").GetBoolean()).At("cells").EnumerateArray()
            .Single(cell => cell.Text("column") == "densClosed").At("value").GetDecimal();
    }
}
