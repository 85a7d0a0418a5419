using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

public sealed class EnforcementSettingsTests
{
    [Fact]
    public async Task The_bureau_says_itself_when_it_warns_and_which_cases_are_major()
    {
        await using var api = await ApiServer.StartAsync(settings: ["--Enforcement:WarnWhenLeft=1/2",
            "--Enforcement:HearingFromOrganisationsCny=30000", "--Enforcement:MajorGoodsValueCny=0",
            "--Enforcement:MajorIllegalGainsCny=20000", "--Enforcement:MajorCircumstances=TOXIC_FOOD"]);
        var bureau = new Bureau(api);
        var filed = await bureau.FiledAsync();
        // Ninety days from 2 March end on Sunday, 31 May, so with Monday; half of what is between is left in the middle of April.
        Assert.Equal(["2026-04-16T21:00:00.000Z", "2026-06-01T16:00:00.000Z"], (await bureau.SeeAsync(filed, "deadlines{dueAt}")).Texts("deadlines", "dueAt"));

        await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, new { goodsValueCny = 900_000 });
        Assert.Null((await bureau.SeeAsync(filed, "majorBecause")).Text("majorBecause"));
        await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", filed, new { goodsValueCny = 900_000, illegalGainsCny = 20_000 });
        Assert.Equal("违法所得20000元以上", (await bureau.SeeAsync(filed, "majorBecause")).Text("majorBecause"));

        // By the figure of the province a hearing is offered from 30,000 yuan on.
        var fined = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", fined, new { fineCny = 29_999 }, "建罚1号");
        Assert.Equal("LEGAL_REVIEW", (await bureau.SeeAsync(fined, "stage")).Text("stage"));
        await bureau.TakeAsync(Roles.Legal, "returnForInvestigation", fined, document: "退1号");
        await bureau.TakeAsync(Roles.Officer, "proposePenalty", fined, new { fineCny = 30_000 }, "建罚2号");
        Assert.Equal("HEARING", (await bureau.SeeAsync(fined, "stage")).Text("stage"));

        var toxic = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", toxic, new { goodsValueCny = 1, circumstances = new[] { "TOXIC_FOOD", "INJURY_OR_DEATH" } });
        Assert.Equal("食品掺入有毒、有害的非食品原料", (await bureau.SeeAsync(toxic, "majorBecause")).Text("majorBecause"));
    }
}
