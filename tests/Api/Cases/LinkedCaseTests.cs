using Microsoft.Extensions.DependencyInjection;
using Orleans;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>What belongs together knows of one another: an inspection and its case, and cases that are joined.</summary>
public sealed class LinkedCaseTests(SharedServer shared) : ApiTest(shared)
{
    private Bureau Bureau => new(Api);

    [Fact]
    public async Task An_inspection_opens_its_case_and_each_shows_the_other()
    {
        var inspection = await InspectedAsync(Bureau, await Api.EnterpriseAsync("标志厂", new { productClasses = new[] { "COATINGS" } }), new { violation = "FORGED_QUALITY_MARK" });
        var found = await Bureau.SeeAsync(inspection, "caseNumber case{number stage violation source sourceReference partyName receivedOn responsible productClasses{code} inspections{totalCount nodes{number}}} deadlines{kind} history{nodes{kind}}");
        Assert.Equal(found.Text("caseNumber"), found.Text("case.number"));
        Assert.Equal(("LEAD", "FORGED_QUALITY_MARK", "INSPECTION", inspection.Number, "标志厂", "officer"), (found.Text("case.stage"), found.Text("case.violation"), found.Text("case.source"), found.Text("case.sourceReference"), found.Text("case.partyName"), found.Text("case.responsible")));
        Assert.Equal(("COATINGS", inspection.Number), (found.Text("case.productClasses.0.code"), found.Text("case.inspections.nodes.0.number")));
        Assert.Empty(found.At("deadlines").EnumerateArray());
        Assert.Equal(["inspection.case-told", "inspection.recorded", "inspection.planned"], found.Texts("history.nodes", "kind"));
    }

    [Fact]
    public async Task An_inspection_adds_to_a_case_that_goes_on()
    {
        var enterprise = await Api.EnterpriseAsync();
        var filed = await Bureau.FiledAsync(new { enterpriseCreditCode = enterprise });
        var inspection = await InspectedAsync(Bureau, enterprise, new { caseNumber = filed.Number });
        Assert.Equal(filed.Number, (await Bureau.SeeAsync(inspection, "case{number}")).Text("case.number"));
        var found = await Bureau.SeeAsync(filed, "inspections{nodes{number}} history{nodes{kind actorName summary}}");
        Assert.Equal([inspection.Number], found.Texts("inspections.nodes", "number"));
        Assert.Equal(("case.inspection-linked", "officer", $"关联检查{inspection.Number}"), (found.Text("history.nodes.0.kind"), found.Text("history.nodes.0.actorName"), found.Text("history.nodes.0.summary")));

        var other = await PlannedAsync(Bureau, await Api.EnterpriseAsync());
        Assert.Equal(
            "InspectedIsNoPartyError INSPECTED_IS_NO_PARTY",
            await Bureau.RefusalOfAsync(Roles.Officer, "recordInspection", other, With(new { caseNumber = filed.Number })));

        await Bureau.TakeAsync(Roles.SectionHead, "withdrawCase", filed, document: "撤1");
        var planned = await PlannedAsync(Bureau, enterprise);
        Assert.Equal("InspectedCaseEndedError INSPECTED_CASE_ENDED", await Bureau.RefusalOfAsync(Roles.Officer, "recordInspection", planned, With(new { caseNumber = filed.Number })));
        Assert.Equal("NotFoundError NOT_FOUND", await Bureau.RefusalOfAsync(Roles.Officer, "recordInspection", planned, With(new { caseNumber = "AJ-0000000000" })));
        Assert.Equal("InvalidInputError INVALID_INPUT", await Bureau.RefusalOfAsync(Roles.Officer, "recordInspection", planned, With(new { })));
    }

    [Fact]
    public async Task A_case_whose_answer_was_lost_is_opened_once()
    {
        var stumble = new Stumble("case");
        await using var api = await ApiServer.StartAsync(customise: builder => builder.Services.AddSingleton<IIncomingGrainCallFilter>(stumble));
        var bureau = new Bureau(api);
        var planned = await PlannedAsync(bureau, await api.EnterpriseAsync());
        stumble.Left = 2;
        await bureau.TakeAsync(Roles.Officer, "recordInspection", planned, With(new { violation = "UNLICENSED_PRODUCTION" }));
        await Eventually.Until("the case was told", async () =>
        {
            await api.TurnToAsync(api.Clock.GetUtcNow().AddMinutes(2));
            return (await bureau.JournalAsync(planned)).Count(entry => entry.Text("kind") == "inspection.case-told") == 1;
        });
        Assert.Equal(0, stumble.Left);
        Assert.Equal(["case.lead-recorded"], (await bureau.SeeAsync(planned, "case{history{nodes{kind}}}")).Texts("case.history.nodes", "kind").Where(kind => kind == "case.lead-recorded"));
    }

    [Fact]
    public async Task Joined_cases_are_recorded_on_both_sides_from_whichever_they_are_joined()
    {
        var cases = new List<Dossier> { await Bureau.FiledAsync(), await Bureau.FiledAsync(), await Bureau.FiledAsync() }.OrderBy(one => one.Number, StringComparer.Ordinal).ToList();
        // From the greater number, and from both sides at once.
        await Bureau.TakeAsync(Roles.SectionHead, "joinCase", cases[1], new { other = cases[0].Number }, "并1");
        await Task.WhenAll(
            Bureau.TakeAsync(Roles.SectionHead, "joinCase", cases[1], new { other = cases[2].Number }, "并2"),
            Bureau.TakeAsync(Roles.Leader, "joinCase", cases[2], new { other = cases[1].Number }, "并3"));
        Assert.Equal([cases[1].Number], await JoinedAsync(cases[0]));
        Assert.Equal([cases[0].Number, cases[2].Number], (await JoinedAsync(cases[1])).Order(StringComparer.Ordinal));
        Assert.Equal([cases[1].Number], await JoinedAsync(cases[2]));
        foreach (var one in cases)
        {
            var journal = (await Bureau.JournalAsync(one)).Where(entry => entry.Text("kind") == "case.joined").ToList();
            Assert.Equal(one == cases[1] ? 2 : 1, journal.Count);
            Assert.All(journal, entry => Assert.NotNull(entry.Text("documentNumber")));
            Assert.All(journal, entry => Assert.NotEqual("system", entry.Text("actorName")));
        }

        Assert.Equal("NotFoundError NOT_FOUND", await Bureau.RefusalOfAsync(Roles.SectionHead, "joinCase", cases[0], new { other = "AJ-ZZZZZZZZZZ" }, "并4"));
        Assert.Equal("NotFoundError NOT_FOUND", await Bureau.RefusalOfAsync(Roles.SectionHead, "joinCase", cases[0], new { other = "AJ-0000000000" }, "并4"));
        Assert.Equal("VersionConflictError VERSION_CONFLICT", await Bureau.RefusalOfAsync(Roles.SectionHead, "joinCase", cases[2], new { other = cases[0].Number, expectedVersion = 1 }, "并5"));

        async Task<IReadOnlyList<string?>> JoinedAsync(Dossier one) => [.. (await Bureau.SeeAsync(one, "joinedNumbers")).At("joinedNumbers").EnumerateArray().Select(number => number.GetString())];
    }

    private static async Task<Dossier> PlannedAsync(Bureau bureau, string enterprise) =>
        await bureau.OpenAsync(Roles.Officer, "inspection", "planInspection", new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = bureau.Today.AddDays(10) });

    private static async Task<Dossier> InspectedAsync(Bureau bureau, string enterprise, object more)
    {
        var planned = await PlannedAsync(bureau, enterprise);
        Assert.Equal("RECORDED", await bureau.TakeAsync(Roles.Officer, "recordInspection", planned, With(more)));
        return planned;
    }

    private static Dictionary<string, object?> With(object more) => ApiServer.Merge(new { officers = Bureau.Two, findings = Bureau.Wanting, result = "CASE", summary = "冒用质量标志" }, more);
}
