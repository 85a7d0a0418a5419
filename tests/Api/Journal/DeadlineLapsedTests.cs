using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Journal;

public sealed class DeadlineLapsedTests
{
    private const string Lapsed = "subscription($section:String){deadlineLapsed(section:$section){kind dueAt lapsed rule section subject{...on Licence{number status}}}}";

    [Fact]
    public async Task Whoever_watches_is_told_when_the_time_of_a_deadline_has_come()
    {
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        // Certificates get no notices so close to their end but the last one.
        var number = await api.LicenceAsync(validTo: "2026-03-10", number: "2021010101000001");
        await officer.Do("recordCertificateSuspension", new { number, until = "2026-03-05", reason = "不合格", basis = "认证规定" });
        using var stream = await officer.Watch(Lapsed);
        using var ofASection = await officer.Watch(Lapsed, new { section = "INSPECTION" });

        api.Clock.Advance(TimeSpan.FromDays(4));
        var (first, suspension) = await stream.Next("deadlineLapsed");
        Assert.Equal(("LICENCE_SUSPENSION_END", "2026-03-05T16:00:00.000Z", "true", number), (suspension.Text("kind"), suspension.Text("dueAt"), suspension.Text("lapsed"), suspension.Text("subject.number")));

        api.Clock.Advance(TimeSpan.FromDays(5));
        var kinds = new List<string?>();
        do
        {
            kinds.Add((await stream.Next("deadlineLapsed")).Notice.Text("kind"));
        }
        while (kinds[^1] != "LICENCE_EXPIRY");

        // What nobody owed to that moment is not told: the licence was reinstated by the clock, not by a person.
        Assert.Equal(["LICENCE_NOTICE", "LICENCE_EXPIRY"], kinds);

        // Somebody who was away hears the rest, and a person's own step is no lapse.
        using var again = await officer.Watch(Lapsed, lastEventId: first);
        Assert.Equal("LICENCE_NOTICE", (await again.Next("deadlineLapsed")).Notice.Text("kind"));
        Assert.Equal("LICENCE_EXPIRY", (await again.Next("deadlineLapsed")).Notice.Text("kind"));
    }

    [Fact]
    public async Task A_partner_agency_is_not_told()
    {
        await using var api = await ApiServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"subscription{deadlineLapsed{kind}}"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        Assert.Equal("FORBIDDEN", (await (await api.As(Roles.Liaison)).Send(request)).Code);
    }
}
