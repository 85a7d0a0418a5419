using System.Net;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>Operations that failed once, sent as they were. The rules behind them have tests of their own, without these files.</summary>
public sealed class FaultDocumentTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task Days_at_the_ends_of_the_calendar_are_refused_as_what_they_are()
    {
        var operations = await FaultFiles.OperationsAsync("08-day-extremes.graphql");
        var bureau = new Bureau(Api);
        var officer = await Api.As(Roles.Officer);
        var future = await officer.Ask(operations[0], new { c = await Api.EnterpriseAsync() });
        Assert.Equal("BAD_USER_INPUT", future.Code);

        var paused = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.Officer, "pauseCase", paused, new { reason = "PUBLIC_NOTICE", documentNumber = "公1" });
        var ended = await officer.Ask(operations[1], new { n = paused.Number });
        Assert.Equal((HttpStatusCode.OK, "INVALID_INPUT"), (ended.Status, ended.Data().Text("endCasePause.errors.0.code")));
    }

    [Fact]
    public async Task A_party_is_named_once_and_by_its_registered_name()
    {
        var operation = Assert.Single(await FaultFiles.OperationsAsync("15-duplicate-party.graphql"));
        var bureau = new Bureau(Api);
        var code = await Api.EnterpriseAsync(name: "试当厂");
        var filed = await bureau.FiledAsync(new { enterpriseCreditCode = code });
        var answer = (await (await Api.As(Roles.Officer)).Ask(operation, new { n = filed.Number, c = code })).Data();
        foreach (var alias in new[] { "a", "b" })
        {
            var party = Assert.Single(answer.At($"{alias}.case.parties").EnumerateArray());
            Assert.Equal(("试当厂", code), (party.Text("name"), party.Text("creditCode")));
        }
    }
}
