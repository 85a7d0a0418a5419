using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Approvals;

/// <summary>可由本人审批. The page of a case offers the decision to whoever may take it, and to nobody else.</summary>
public sealed class DeputyTests
{
    private const string Proposals = "approvals{item step outcome mayDecide}";
    private static readonly object Why = new { reason = "主要负责人出差", basis = "行政处罚法 第五十七条", documentNumber = "授1号" };

    [Fact]
    public async Task A_deputy_is_offered_the_steps_that_an_authorisation_names_while_it_is_in_force()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var (leader, head) = (await api.As(Roles.Leader), await api.As(Roles.SectionHead));
        var (deputy, other) = (await api.As("deputy", Roles.SectionHead), await api.As("other-deputy", Roles.Leader));
        var lead = await bureau.LeadAsync();
        var proposed = await head.Do(
            "fileCase",
            ApiServer.Merge(new { number = lead.Number, officers = Bureau.Two }, Why),
            $"case{{{Proposals}}}");

        // Before: the heads of the bureau, but neither who proposed it nor who is authorised for nothing.
        Assert.Equal(("FILING", "false"), (proposed.Text("case.approvals.0.step"), proposed.Text("case.approvals.0.mayDecide")));
        Assert.Equal("true", await MayAsync(leader));
        Assert.Equal("true", await MayAsync(other));
        Assert.Equal("false", await MayAsync(deputy));

        // Authorised for another kind of step, and then for this one.
        await GrantAsync("PENALTY");
        Assert.Equal("false", await MayAsync(deputy));
        await GrantAsync("FILING");
        Assert.Equal("true", await MayAsync(deputy));
        Assert.Equal("false", await MayAsync(head));
        Assert.Equal("false", await MayAsync(await api.As(Roles.Officer)));

        // It says what the list of the deputy says, and what the law does.
        var mine = (await deputy.Ask("{approvals(mine:true){nodes{number}}}")).Data().Texts("approvals.nodes", "number");
        Assert.Equal([lead.Number], mine);
        await bureau.UntilAsync("2026-03-09 10:00");
        Assert.Equal("false", await MayAsync(deputy));

        // What was decided while the authorisation was in force is entered later, with its day.
        const string then = "approvals{mayDecide(on:\"2026-03-03\")}";
        Assert.Equal("true", (await deputy.Ask($"query($number:String!){{case(number:$number){{{then}}}}}", new { number = lead.Number }))
            .Data().Text("case.approvals.0.mayDecide"));
        Assert.Equal("NotAuthorisedToDecideError NOT_AUTHORISED_TO_DECIDE", (await ApproveAsync()).Refusal());

        // The page offers just those days: from the proposal to the last day of the authorisation; to the head also those since.
        Assert.Equal(["2026-03-08", "2026-03-02"], FirstAndLast(await DaysAsync(deputy)));
        Assert.Equal(["2026-03-09", "2026-03-02"], FirstAndLast(await DaysAsync(leader)));
        Assert.Empty(await DaysAsync(head));
        foreach (var day in await DaysAsync(deputy))
        {
            var may = $"query($number:String!){{case(number:$number){{approvals{{mayDecide(on:\"{day}\")}}}}}}";
            Assert.Equal("true", (await deputy.Ask(may, new { number = lead.Number })).Data().Text("case.approvals.0.mayDecide"));
        }

        // What is proposed only when it is over was not before them while they were authorised, whatever day is given.
        var today = await bureau.LeadAsync();
        await head.Do("fileCase", ApiServer.Merge(new { number = today.Number, officers = Bureau.Two }, Why));
        const string yesterday = "approvals{mayDecide(on:\"2026-03-08\")}";
        var asked = await deputy.Ask($"query($number:String!){{case(number:$number){{{yesterday}}}}}", new { number = today.Number });
        Assert.Equal("false", asked.Data().Text("case.approvals.0.mayDecide"));
        var late = await deputy.Do("approveCaseStep", new { number = today.Number, approval = 1, opinion = "同意", on = "2026-03-08" });
        Assert.Equal("InvalidInputError INVALID_INPUT", late.Refusal());
        await GrantAsync("FILING");
        Assert.Equal("true", await MayAsync(deputy));
        var approved = await ApproveAsync();
        Assert.Equal(
            ("APPROVED", "false"), (approved.Text("case.approvals.0.outcome"), approved.Text("case.approvals.0.mayDecide")));

        async Task<IReadOnlyList<string>> DaysAsync(ApiClient who) =>
        [
            .. (await who.Ask("query($number:String!){case(number:$number){approvals{decidableOn}}}", new { number = lead.Number })).Data()
                .At("case.approvals.0.decidableOn").EnumerateArray().Select(day => day.GetString()!),
        ];

        static IEnumerable<string> FirstAndLast(IReadOnlyList<string> days) => [days[0], days[^1]];

        async Task<string?> MayAsync(ApiClient who) =>
            (await who.Ask($"query($number:String!){{case(number:$number){{{Proposals}}}}}", new { number = lead.Number })).Data()
            .Text("case.approvals.0.mayDecide");

        async Task GrantAsync(string step)
        {
            var days = new { from = bureau.Today, until = bureau.Today.AddDays(6) };
            var granted = await leader.Do(
                "grantAuthorisation",
                ApiServer.Merge(new { deputy = "deputy", steps = new[] { step } }, days, Why),
                "authorisation{number}");
            Assert.Equal("", granted.Refusal());
        }

        Task<System.Text.Json.JsonElement> ApproveAsync() =>
            deputy.Do("approveCaseStep", new { number = lead.Number, approval = 1, opinion = "同意" }, $"case{{{Proposals}}}");
    }

    /// <summary>程序规定 第六十条, 行政处罚法 第四十三条. Who investigates decides nothing, nor does anybody whose recusal is asked for.</summary>
    [Fact]
    public async Task Whoever_has_another_part_in_the_case_is_not_offered_it()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var (leader, other) = (await api.As(Roles.Leader), await api.As("other-leader", Roles.Leader | Roles.Officer));
        var officers = new[] { "officer", "other-leader" };
        var filed = await bureau.LeadAsync();
        await bureau.TakeAsync(Roles.SectionHead, "fileCase", filed, new { officers }, "立1号");
        var input = ApiServer.Merge(new { number = filed.Number, kind = "SEIZURE", goods = "涂料三桶", officers }, Why);
        Assert.Equal("", (await (await api.As(Roles.Officer)).Do("seizeGoods", input, "case{number}")).Refusal());
        Assert.Equal("true", await MayAsync(leader));
        Assert.Equal("false", await MayAsync(other));
        var asked = ApiServer.Merge(new { number = filed.Number, person = "leader" }, Why);
        Assert.Equal("", (await (await api.As(Roles.Officer)).Do("askRecusal", asked, "case{number}")).Refusal());
        Assert.Equal("false", await MayAsync(leader));

        async Task<string?> MayAsync(ApiClient who) =>
            (await who.Ask("query($number:String!){case(number:$number){approvals{step mayDecide}}}", new { number = filed.Number }))
            .Data().At("case.approvals").EnumerateArray().Single(one => one.Text("step") == "MEASURE").Text("mayDecide");
    }
}
