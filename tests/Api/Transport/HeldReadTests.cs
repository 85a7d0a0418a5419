using System.Net;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

/// <summary>While the readers of the tables are busy, lists wait and are refused in time; commands, questions by number, clocks, signing in and the health checks go on.</summary>
public sealed class HeldReadTests
{
    private const string List = "{licences(first:1){totalCount nodes{number}}}";

    [Fact]
    public async Task Commands_clocks_and_health_do_not_wait_for_lists()
    {
        await using var api = await ApiServer.StartAsync(settings: "--Reads:AtATime=2");
        var officer = await api.As(Roles.Officer);
        var number = await api.LicenceAsync(validTo: "2026-03-31");
        await using var held = new HeldReads(api.Database);
        await held.Take(2);

        var list = officer.Ask(List);

        Assert.Equal("", (await officer.Do("suspendLicence", new
        {
            number,
            until = "2026-03-20",
            @case = "沪市监罚〔2026〕31号",
            reason = "检查不合格",
            basis = "条例 第四十五条"
        })).Refusal());
        Assert.Equal("SUSPENDED", (await officer.Ask("query($number:String!){licence(number:$number){status history(first:1){nodes{kind}}}}", new { number })).Data().Text("licence.status"));
        using (var ready = await api.Http.GetAsync("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await api.InASessionOfItsOwn(Roles.Officer)).Ask("{__typename}")).Status);
        await api.TurnToAsync(new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("EXPIRED", (await officer.Ask("query($number:String!){licence(number:$number){status}}", new { number })).Data().Text("licence.status"));
        Assert.False(list.IsCompleted);

        held.LetGo();
        Assert.Equal("1", (await list).Data().Text("licences.totalCount"));
    }

    [Fact]
    public async Task A_list_that_waits_too_long_or_finds_the_queue_full_is_told_to_come_again()
    {
        await using var api = await ApiServer.StartAsync(settings: ["--Reads:AtATime=1", "--Reads:QueueLength=1", "--Reads:QueueWait=00:00:00.200"]);
        var officer = await api.As(Roles.Officer);
        var auditor = await api.As(Roles.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await officer.Ask(List)).Status);
        await using var held = new HeldReads(api.Database);
        await held.Take(1);

        // The second is refused because the one place is taken, the first because its turn does not come.
        var answers = await Task.WhenAll(officer.Ask("{licences(first:1){nodes{number}}}"), auditor.Ask("{licences(first:1){nodes{number}}}"));

        Assert.All(answers, answer =>
        {
            Assert.Equal("UNAVAILABLE", answer.Code);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        });
    }

    [Theory]
    [InlineData("{WHAT}")]
    [InlineData("{__typename @include(if:true) WHAT}")]
    public async Task What_a_list_asks_is_put_together_before_its_turn(string document)
    {
        await using var api = await ApiServer.StartAsync(settings: "--Reads:AtATime=1");
        var officer = await api.As(Roles.Officer);
        await using var held = new HeldReads(api.Database);
        await held.Take(1);

        // What cannot be put together is refused at once; a long question must not keep a reader from others either.
        var values = string.Join(',', Enumerable.Range(0, 501).Select(value => $"\"{value}\""));
        var answer = await officer.Ask(
            document.Replace("WHAT", $"licences(where:{{number:{{in:[{values}]}}}}){{nodes{{number}}}}", StringComparison.Ordinal));

        Assert.Equal("BAD_USER_INPUT", answer.Code);
    }
}
