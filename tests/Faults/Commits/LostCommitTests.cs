using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Commits;

/// <summary>The answer to a COMMIT is lost, before or after the server did it: what was asked for is done once, and who cannot be told is told that.</summary>
public sealed class LostCommitTests : IAsyncLifetime
{
    private static readonly string[] Codes = [.. GeneratedDistrict.Make(5, new DateOnly(2026, 6, 1), 40, 1).Enterprises.Select(one => one.CreditCode)];

    private TestDatabase _database = null!;
    private CommitProxy _proxy = null!;
    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var direct = new NpgsqlConnectionStringBuilder(_database.Options.Runtime);
        _proxy = new CommitProxy(direct.Port);
        var through = new NpgsqlConnectionStringBuilder(direct.ConnectionString) { Port = _proxy.Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable, Timeout = 5 };
        _server = await InProcessServer.StartAsync(_database, null, null, $"--ConnectionStrings:ShuangDa={through}", $"--ConnectionStrings:ShuangDaMigrations={direct}", "--Operations:DailyTasks=false", "--Commits:Committers=1");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            await _proxy.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(Cut.BeforeTheServerHasIt)]
    [InlineData(Cut.WhileTheServerIsAtIt)]
    [InlineData(Cut.BeforeTheAnswerGoesBack)]
    internal async Task ACommitWhoseAnswerIsLostIsDoneOnce(Cut cut)
    {
        var enterprise = _server.Grains.GetGrain<IEnterpriseGrain>(Codes[0]);
        var (registering, changing) = (Guid.NewGuid(), Guid.NewGuid());

        // A first write, a later one, and a whole batch.
        _proxy.CutNextCommit(cut);
        var registered = await enterprise.Execute(new RegisterEnterprise(Codes[0], new EnterpriseDetails("某厂")), Clerk(registering));
        _proxy.CutNextCommit(cut);
        var changed = await enterprise.Execute(new ChangeEnterprise(Address: "新址"), Clerk(changing));
        _proxy.CutNextCommit(cut);
        var batch = await Task.WhenAll(Codes.Skip(1).Select(code => _server.Grains.GetGrain<IEnterpriseGrain>(code).Execute(new RegisterEnterprise(code, new EnterpriseDetails("某厂")), Clerk(Guid.NewGuid()))));

        Assert.Equal(3, _proxy.Cuts);
        Assert.Equal((null, 1), (registered.Refusal, registered.Subject!.Version));
        Assert.Equal((null, 2, "新址"), (changed.Refusal, changed.Subject!.Version, changed.Subject.State.Details.Address));
        Assert.All(batch, outcome => Assert.Equal((null, 1), (outcome.Refusal, outcome.Subject!.Version)));
        Assert.Equal(Change.Repeated, (await enterprise.Execute(new ChangeEnterprise(Address: "新址"), Clerk(changing))).Change);
        Assert.Equal(3, (await enterprise.Execute(new ChangeEnterprise(Address: "又一新址"), Clerk(Guid.NewGuid()))).Subject!.Version);
        Assert.Equal(Codes.Length + 2L, await _database.ScalarAsync("SELECT count(*) FROM journal WHERE subject LIKE 'enterprise/%'"));
        await WholeDatabase.ExpectAsync(_database.Options);
    }

    [Theory]
    [InlineData(Cut.BeforeTheServerHasIt, 1)]
    [InlineData(Cut.BeforeTheAnswerGoesBack, 2)]
    internal async Task WhereTheDatabaseIsAwayNobodyIsToldMoreThanIsKnownAndTheRepeatIsDoneOnce(Cut cut, int versionMeanwhile)
    {
        using var client = await BureauClient.SignInAsync(_server.Url.ToString(), "admin", InProcessServer.AdminPassword);
        Assert.True((await client.DoAsync("registerEnterprise", new { creditCode = Codes[0], name = "某厂" }, "enterprise { version }")).IsDone);
        var (lost, refused) = (new { commandId = Guid.NewGuid(), creditCode = Codes[0], address = "新址" }, new { commandId = Guid.NewGuid(), creditCode = Codes[1], name = "另一厂" });

        _proxy.CutNextCommit(cut, thenAway: true);
        var unknown = await client.DoAsync("changeEnterprise", lost, "enterprise { version }");
        var unavailable = await client.DoAsync("registerEnterprise", refused, "enterprise { version }");
        var reading = await client.SendAsync("query($code: String!) { enterprise(creditCode: $code) { version } }", new { code = Codes[2] });
        var listing = await client.SendAsync("{ enterprises { totalCount } }");
        // Who calls has to be looked up again after a while; nobody is taken for somebody, nor for nobody, meanwhile.
        _server.Services.GetRequiredService<AccountStandings>().Changed("admin");
        var unrecognised = await client.DoAsync("changeEnterprise", lost, "enterprise { version }");
        using var upload = await client.Http.PostAsync("/attachments", new ByteArrayContent([1]), TestContext.Current.CancellationToken);
        using var signIn = await client.Http.PostAsJsonAsync("/auth/sign-in", new { userName = "admin", password = InProcessServer.AdminPassword }, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OUTCOME_UNKNOWN"), (unknown.Status, unknown.Code));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (unavailable.Status, unavailable.Code));
        // A field that may be null must not look like an enterprise that does not exist.
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (reading.Status, reading.Code));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (listing.Status, listing.Code));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (unrecognised.Status, unrecognised.Code));
        foreach (var elsewhere in new[] { upload, signIn })
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (elsewhere.StatusCode, elsewhere.Content.Headers.ContentType?.MediaType));
            Assert.Contains("\"code\":\"UNAVAILABLE\"", await elsewhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.NotNull(elsewhere.Headers.RetryAfter);
        }

        Assert.Equal(versionMeanwhile, await _database.ScalarAsync($"SELECT max(number) FROM journal WHERE subject = 'enterprise/{Codes[0]}'"));

        _proxy.ComeBack();
        foreach (var _ in new[] { "repeated", "repeated again" })
        {
            var done = await client.DoAsync("changeEnterprise", lost, "enterprise { version address }");
            Assert.True(done.IsDone, done.ToString());
            Assert.Equal((2, "新址"), (done.Done.GetProperty("enterprise").GetProperty("version").GetInt32(), done.Done.GetProperty("enterprise").GetProperty("address").GetString()));
            Assert.True((await client.DoAsync("registerEnterprise", refused, "enterprise { version }")).IsDone);
        }

        Assert.Equal(3L, await _database.ScalarAsync("SELECT count(*) FROM journal WHERE subject LIKE 'enterprise/%'"));
        await WholeDatabase.ExpectAsync(_database.Options);
    }

    private static Actor Clerk(Guid commandId) => new("clerk", Roles.SectionHead | Roles.Officer, "INSPECTION", null, commandId);
}
