using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>What a party is penalised for is what it was told of: the penalty, the facts, and that it is this party.</summary>
public sealed class ToldAnewTests(SharedServer shared) : ApiTest(shared)
{
    private Bureau Bureau => new(Api);

    [Fact]
    public async Task A_penalty_that_is_heavier_in_a_part_and_facts_that_changed_are_told_anew()
    {
        var filed = await Bureau.FiledAsync();
        await Bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, new { goodsValueCny = 40_000, illegalGainsCny = 40_000 });
        await ToldAsync(filed, new { fineCny = 80_000, confiscatedGainsCny = 40_000 });
        var heavier = new { fineCny = 120_000, discretion = "从重" };
        Assert.Equal(
            "PenaltyAggravatedError PENALTY_AGGRAVATED", await Bureau.RefusalOfAsync(Roles.SectionHead, "decidePenalty", filed, heavier,
                "罚1号"));

        // Told anew with its hearing, or not at all: other facts send it back too.
        await Bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, new
        {
            goodsValueCny = 140_000,
            salesAmountCny = 40_000,
            illegalGainsCny = 40_000
        });
        var back = await Bureau.SeeAsync(filed, "stage rights{servedOn} proposal{proposedOn} history(first:3){nodes{kind summary}}");
        Assert.Equal(
            ("INVESTIGATION", JsonValueKind.Null, JsonValueKind.Null),
            (back.Text("stage"), back.At("rights").ValueKind, back.At("proposal").ValueKind));
        Assert.Contains("case.returned-for-investigation", back.Texts("history.nodes", "kind"));
        await Bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, new { fineCny = 120_000 }, "建罚2号");
        Assert.Equal("HEARING", (await Bureau.SeeAsync(filed, "stage")).Text("stage"));
    }

    [Fact]
    public async Task The_party_of_a_served_decision_does_not_become_another()
    {
        var filed = await Bureau.FiledAsync(
            new { enterpriseCreditCode = (string?)null, partyKind = "PERSON", partyName = "冯小明", partyAddress = "盈港路1号" });
        await Bureau.PenaliseAsync(filed, 5_000);
        await Bureau.TakeAsync(Roles.Officer, "serveDecision", filed, new { servedOn = Bureau.Today, documentNumber = "送1号" });
        var another = new { party = 1, kind = "PERSON", name = "韩某", address = "别处" };
        Assert.Equal(
            "DecidedOfAnotherPartyError DECIDED_OF_ANOTHER_PARTY",
            await Bureau.RefusalOfAsync(Roles.SectionHead, "correctCaseParty", filed, another, "更1号"));

        // A slip of the pen: asked by the head of the section, and approved by the head.
        var slip = new { party = 1, kind = "PERSON", name = "冯晓明", address = "盈港路1号" };
        Assert.Equal("", await Bureau.RefusalOfAsync(Roles.SectionHead, "correctCaseParty", filed, slip, "补正1号"));
        Assert.Equal("冯小明", (await Bureau.SeeAsync(filed, "partyName")).Text("partyName"));
        await Bureau.DecideAsync(filed);
        var corrected = await Bureau.SeeAsync(filed, "partyName stage");
        Assert.Equal(("冯晓明", "EXECUTION"), (corrected.Text("partyName"), corrected.Text("stage")));
    }

    [Fact]
    public async Task An_act_that_is_entered_again_otherwise_is_refused_and_put_right_by_the_section_head()
    {
        var filed = await Bureau.FiledAsync();
        await ToldAsync(filed, new { fineCny = 5_000 }, answered: false);
        var again = new { servedOn = Bureau.Today };
        Assert.Equal("", await Bureau.RefusalOfAsync(Roles.Officer, "notifyRights", filed, again, "告1号"));
        Assert.Equal(
            "AlreadyRecordedError ALREADY_RECORDED", await Bureau.RefusalOfAsync(Roles.Officer, "notifyRights", filed, again, "告改号"));
        Assert.Equal(
            "AlreadyRecordedError ALREADY_RECORDED",
            await Bureau.RefusalOfAsync(Roles.Officer, "notifyRights", filed, new { servedOn = "1949-10-02" }, "告1号"));
        await Bureau.TakeAsync(Roles.SectionHead, "correctCaseAct", filed, new { act = "RIGHTS_NOTICE", actNumber = "告改号" }, "更1号");
        Assert.Equal("", await Bureau.RefusalOfAsync(Roles.Officer, "notifyRights", filed, again, "告改号"));
        Assert.Equal(
            "ActNotRecordedError ACT_NOT_RECORDED",
            await Bureau.RefusalOfAsync(Roles.SectionHead, "correctCaseAct", filed, new { act = "URGING" }, "更2号"));
    }

    private async Task ToldAsync(Dossier filed, object proposal, bool answered = true)
    {
        await Bureau.TakeAsync(Roles.Officer, "proposePenalty", filed, proposal, "建罚1号");
        await Bureau.TakeAsync(Roles.Legal, "passLegalReview", filed, document: "审1号");
        await Bureau.TakeAsync(Roles.Officer, "notifyRights", filed, new { servedOn = Bureau.Today }, "告1号");
        if (answered)
        {
            await Bureau.TakeAsync(Roles.Officer, "recordPartyAnswer", filed, new { answer = "WAIVED" });
        }
    }
}
