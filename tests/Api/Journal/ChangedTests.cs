using System.Net;
using System.Net.Http.Headers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Journal;

/// <summary>The stream of changes, on every database.</summary>
public abstract class ChangedConformance(DatabaseKind kind) : IAsyncLifetime
{
    private const string Changed = "subscription($kinds:[NodeKind!],$subject:ID){changed(kinds:$kinds,subject:$subject){eventId kind subjectId subject{...on Licence{status version} ...on Enterprise{name}} entry{kind number summary actorName}}}";

    private ApiServer _api = null!;

    public async ValueTask InitializeAsync() => _api = await ApiServer.StartAsync(kind == DatabaseKind.Sqlite ? null : await TestDatabase.CreateAsync(kind));

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_happens_after_the_stream_is_open_is_told_once_in_order()
    {
        var officer = await _api.As(Roles.Officer);
        var auditor = await _api.As(Roles.Auditor);
        var holder = await _api.EnterpriseAsync("以前登记的厂");
        using var stream = await auditor.Watch(Changed, new { kinds = new[] { "LICENCE" } });
        var number = await _api.LicenceAsync(holder);
        await officer.Do("suspendLicence", Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }));
        await officer.Do("reinstateLicence", Grounds(number));

        var notices = new List<(string?, string?, string?)>();
        string? last = null;
        for (var index = 0; index < 3; index++)
        {
            var (id, notice) = await stream.Next("changed");
            Assert.Equal(id, notice.Text("eventId"));
            Assert.Equal("LICENCE", notice.Text("kind"));
            Assert.NotEqual(last, id);
            last = id;
            notices.Add((notice.Text("entry.kind"), notice.Text("entry.number"), notice.Text("entry.actorName")));
        }

        Assert.Equal([("licence.registered", "1", "officer"), ("licence.suspended", "2", "officer"), ("licence.reinstated", "3", "officer")], notices);
    }

    [Fact]
    public async Task Each_notice_shows_the_subject_as_it_stands_when_it_is_sent()
    {
        var officer = await _api.As(Roles.Officer);
        var number = await _api.LicenceAsync();
        using var stream = await officer.Watch(Changed, new { kinds = new[] { "LICENCE" } });
        await officer.Do("suspendLicence", Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }));
        Assert.Equal("SUSPENDED", (await stream.Next("changed")).Notice.Text("subject.status"));
        await officer.Do("reinstateLicence", Grounds(number));
        Assert.Equal("ACTIVE", (await stream.Next("changed")).Notice.Text("subject.status"));
    }

    [Fact]
    public async Task A_stream_tells_only_of_the_kinds_or_the_subject_asked_for()
    {
        var officer = await _api.As(Roles.Officer);
        var watched = await _api.LicenceAsync();
        var id = (await officer.Ask("query($number:String!){licence(number:$number){id}}", new { number = watched })).Data().Text("licence.id");
        using var bySubject = await officer.Watch(Changed, new { subject = id });
        using var byKind = await officer.Watch(Changed, new { kinds = new[] { "ENTERPRISE" } });
        using var byBoth = await officer.Watch(Changed, new { kinds = new[] { "ENTERPRISE" }, subject = id });
        using var all = await officer.Watch(Changed);

        var other = await _api.LicenceAsync(await _api.EnterpriseAsync("另一厂"));
        await officer.Do("suspendLicence", Grounds(other, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }));
        await officer.Do("suspendLicence", Grounds(watched, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }));
        var last = await _api.EnterpriseAsync("最后一厂");

        var (_, told) = await bySubject.Next("changed");
        Assert.Equal(("licence.suspended", id), (told.Text("entry.kind"), told.Text("subjectId")));
        Assert.Equal("另一厂", (await byKind.Next("changed")).Notice.Text("subject.name"));
        Assert.Equal("最后一厂", (await byKind.Next("changed")).Notice.Text("subject.name"));
        var kinds = new List<string?>();
        for (var index = 0; index < 5; index++)
        {
            kinds.Add((await all.Next("changed")).Notice.Text("entry.kind"));
        }

        Assert.Equal(["enterprise.registered", "licence.registered", "licence.suspended", "licence.suspended", "enterprise.registered"], kinds);
        Assert.NotEmpty(last);
    }

    [Fact]
    public async Task A_client_that_comes_back_misses_nothing_and_hears_nothing_twice()
    {
        var officer = await _api.As(Roles.Officer);
        var number = await _api.LicenceAsync();
        string? last;
        using (var stream = await officer.Watch(Changed))
        {
            await officer.Do("suspendLicence", Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }));
            last = (await stream.Next("changed")).Id;
        }

        await officer.Do("reinstateLicence", Grounds(number));
        await officer.Do("suspendLicence", Grounds(number, new { until = "2026-11-30", @case = "沪市监罚〔2026〕31号" }));
        using var again = await officer.Watch(Changed, lastEventId: last);
        await officer.Do("reinstateLicence", Grounds(number));
        var kinds = new List<string?>();
        for (var index = 0; index < 3; index++)
        {
            kinds.Add((await again.Next("changed")).Notice.Text("entry.kind"));
        }

        Assert.Equal(["licence.reinstated", "licence.suspended", "licence.reinstated"], kinds);
    }

    [Fact]
    public async Task Everything_that_many_do_at_once_is_told_once()
    {
        var officer = await _api.As(Roles.Officer);
        var numbers = new List<string>();
        for (var index = 0; index < 16; index++)
        {
            numbers.Add(await _api.LicenceAsync());
        }

        var told = new List<(string?, string?)>();
        var stream = await officer.Watch(Changed, new { kinds = new[] { "LICENCE" } });
        var doing = Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            for (var round = 0; round < 5; round++)
            {
                await officer.Do("suspendLicence", Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }));
                await officer.Do("reinstateLicence", Grounds(number));
            }
        });
        for (var index = 0; index < 160; index++)
        {
            var (id, notice) = await stream.Next("changed");
            told.Add((notice.Text("subjectId"), notice.Text("entry.number")));
            if (index % 37 == 36)
            {
                // The connection breaks now and then.
                stream.Dispose();
                stream = await officer.Watch(Changed, new { kinds = new[] { "LICENCE" } }, id);
            }
        }

        await doing;
        stream.Dispose();
        Assert.Equal(160, told.Distinct().Count());
        Assert.All(told.GroupBy(notice => notice.Item1), ofOne => Assert.Equal(Enumerable.Range(2, 10), ofOne.Select(notice => int.Parse(notice.Item2!, null))));
    }

    [Fact]
    public async Task The_stream_ends_when_its_caller_signs_out()
    {
        var officer = await _api.InASessionOfItsOwn(Roles.Officer);
        using var stream = await officer.Watch(Changed, new { kinds = new[] { "LICENCE" } });
        using var signOut = new HttpRequestMessage(HttpMethod.Post, "/auth/sign-out");
        signOut.Headers.Add("X-ShuangDa", "1");
        Assert.Equal(HttpStatusCode.NoContent, (await officer.Send(signOut)).Status);
        var (kind, _, data) = await stream.Next();
        Assert.Equal(("next", "UNAUTHENTICATED"), (kind, data.Text("errors.0.extensions.code")));
        Assert.Equal("complete", (await stream.Next()).Kind);
        Assert.True(await stream.Ended());
        Assert.Equal("UNAUTHENTICATED", (await officer.Ask("{productClasses{code}}")).Code);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0.x")]
    [InlineData("-1.5")]
    public async Task A_place_that_is_none_of_ours_is_refused_and_not_passed_over(string lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"subscription{changed{eventId}}"}""", new MediaTypeHeaderValue("application/json")) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await (await _api.As(Roles.Officer)).Send(request);
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_USER_INPUT"), (answer.Status, answer.Code));
    }

    private static Dictionary<string, object?> Grounds(string number, object? more = null) => ApiServer.Merge(new { number, reason = "抽样检验不合格", basis = "条例" }, more);
}

public sealed class SqliteChangedTests() : ChangedConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlChangedTests() : ChangedConformance(DatabaseKind.PostgreSql);
