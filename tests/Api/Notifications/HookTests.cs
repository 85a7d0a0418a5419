using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Notifications;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Notifications;

/// <summary>The gateway outside is told of what people are told, whatever it is like.</summary>
public sealed class HookTests
{
    private const string Secret = "a secret of both sides";

    private static readonly string[] Quick =
        ["--Notifications:HookRetry=00:00:00.05", "--Notifications:HookGathering=00:00:01.5", "--Notifications:HookTimeout=00:00:05"];

    [Fact]
    public async Task A_gateway_that_answers_nonsense_fails_and_hangs_up_is_told_each_thing_once_and_in_order()
    {
        await using var gateway = new Gateway(before => before switch
        {
            0 => "What do you want?\r\n\r\n",
            1 => Gateway.Status(500),
            2 => "",
            3 => Gateway.Status(429),
            _ => Gateway.Ok,
        });
        await using var api = await ApiServer.StartAsync(settings:
            [gateway.Setting, $"--Notifications:HookSecret={Secret}", "--Notifications:HookAttempts=1", .. Quick]);
        var first = await PlanAsync(api);
        var second = await PlanAsync(api);
        await Eventually.Until("everything is delivered", async () => (await LeftAsync(api.Database)).Count == 0);

        var taken = gateway.All.Skip(4).ToList();
        Assert.Equal([first, second], taken.Select(one => one.Told.Text("number")));
        Assert.All(gateway.All.Take(4), one => Assert.Equal(taken[0].Body, one.Body));
        Assert.Equal(2, taken.Select(one => one.Headers["Idempotency-Key"]).Distinct().Count());
        Assert.All(gateway.All, one => Assert.Equal(SignatureOf(one), one.Headers["X-ShuangDa-Signature"]));
        var key = taken[0].Headers["Idempotency-Key"];
        Assert.Equal(
            $"{{\"key\":\"{key}\",\"kind\":\"ASSIGNED\",\"text\":\"新交办：{first}（2026年3月2日）\",\"to\":\"second\","
            + $"\"number\":\"{first}\",\"parts\":1,\"at\":\"2026-03-02T02:00:00+00:00\"}}",
            taken[0].Body);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_holds_up_nobody()
    {
        var answered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gateway = new Gateway((_, _) => answered.Task);
        await using var api = await ApiServer.StartAsync(
            settings: [gateway.Setting, "--Notifications:HookTimeout=00:10:00", "--Notifications:HookTitles=true"]);
        await PlanAsync(api);
        await Eventually.Until("the gateway is asked", () => gateway.All.Count == 1);
        var second = await PlanAsync(api);
        Assert.Equal(2, (await LeftAsync(api.Database)).Count);
        Assert.Single(gateway.All);
        answered.SetResult(Gateway.Ok);
        await Eventually.Until("everything is delivered", async () => (await LeftAsync(api.Database)).Count == 0);
        Assert.Equal(second, gateway.All[^1].Told.Text("number"));
        Assert.EndsWith("厂", gateway.All[^1].Told.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_gateway_refuses_is_given_up_and_said_by_the_self_check_and_what_follows_is_delivered()
    {
        await using var gateway = new Gateway((_, posted) =>
            Task.FromResult(Gateway.Status(posted.Told.Text("to") == "second" ? 422 : 200)));
        await using var api = await ApiServer.StartAsync(settings: [gateway.Setting, .. Quick]);
        var number = await PlanAsync(api, Roles.SectionHead);
        await Eventually.Until("it is given up", async () => (await LeftAsync(api.Database)) is [{ IsDead: true }]);
        Assert.Equal(["officer", "second", "second", "second"], gateway.All.Select(one => one.Told.Text("to")).Order());

        var finding = Assert.Single(await FoundAsync(api));
        Assert.Equal(SubjectKeys.Of("inspection", number), finding.Subject);
        Assert.EndsWith("试送 3 次均未成功：网关拒绝受理", finding.What.Chinese, StringComparison.Ordinal);
        await NotificationRetention.RemoveDeliveriesAsync(api.Database, api.Clock.GetUtcNow().AddDays(1), default);
        Assert.Empty(await LeftAsync(api.Database));
    }

    [Fact]
    public async Task What_one_act_tells_of_many_subjects_is_delivered_as_one()
    {
        await using var gateway = new Gateway(_ => Gateway.Ok);
        await using var api = await ApiServer.StartAsync(settings: [gateway.Setting, .. Quick]);
        string[] items = [await PlanAsync(api), await PlanAsync(api), await PlanAsync(api)];
        await api.As("third", Roles.Officer);
        await Eventually.Until("everything is delivered", async () => (await LeftAsync(api.Database)).Count == 0);
        var before = gateway.All.Count;
        var move = new
        {
            from = "second",
            to = new[] { new { officer = "third", items } },
            reason = "工作需要",
            basis = "内部管理规定",
        };
        Assert.Equal("", (await (await api.As(Roles.SectionHead)).Do("moveOfficerWork", move, "moved")).Refusal());
        await Eventually.Until("everything is delivered", async () => (await LeftAsync(api.Database)).Count == 0);
        var told = Assert.Single(gateway.All.Skip(before)).Told;
        Assert.Equal(("third", "3"), (told.Text("to"), told.Text("parts")));
        Assert.Equal($"新交办：{told.Text("number")}等3项（2026年3月2日）", told.Text("text"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_was_committed_while_the_gateway_was_away_is_delivered_after_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var gateway = new Gateway(_ => Gateway.Ok);
        string number;
        string[] away = ["--Notifications:HookUrl=http://127.0.0.1:9/", "--Notifications:HookAttempts=1"];
        await using (var api = await ApiServer.StartAsync(settings: [.. InProcessServer.SettingsOf(database.Options), .. away, .. Quick]))
        {
            number = await PlanAsync(api);
            await Eventually.Until(
                "it has failed", async () => (await LeftAsync(api.Database)) is [{ IsDead: false, Failure: "UNREACHABLE" }]);
            api.Clock.Advance(TimeSpan.FromDays(2));
            Assert.EndsWith("未能送达：无法连接网关", Assert.Single(await FoundAsync(api)).What.Chinese, StringComparison.Ordinal);
            await NotificationRetention.RemoveDeliveriesAsync(api.Database, api.Clock.GetUtcNow().AddDays(-7), default);
            Assert.Single(await LeftAsync(api.Database));
        }

        await using var again = await InProcessServer.StartAsync(
            database, new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero)), null, [gateway.Setting, .. Quick]);
        await Eventually.Until("everything is delivered", async () => (await LeftAsync(again.Database)).Count == 0);
        Assert.Equal(number, Assert.Single(gateway.All).Told.Text("number"));
    }

    [Fact]
    public async Task What_went_out_of_sight_while_it_waited_is_told_to_nobody()
    {
        var away = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gateway = new Gateway((_, posted) => posted.Told.Text("to") == "liaison" ? away.Task : Task.FromResult(Gateway.Ok));
        await using var api = await ApiServer.StartAsync(settings: [gateway.Setting, .. Quick]);
        var bureau = new Bureau(api);
        await api.As(Roles.Liaison);
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.OpenTransferAsync(suspected);
        await bureau.ReportAsync(transfer);
        await bureau.ApproveAsync(transfer);
        await bureau.SendAsync(transfer);
        int Asked() => gateway.All.Count(one => one.Told.Text("to") == "liaison");
        await Eventually.Until("the gateway is asked", () => Asked() == 1);

        await bureau.ListAsync("registerAgency", new { code = "OTHER_POLICE", name = "邻区公安分局", kind = "POLICE" });
        await bureau.TakeAsync(Roles.Officer, "readdressCrimeTransfer", transfer, new { agency = "OTHER_POLICE" }, "改1");
        away.SetResult(Gateway.Status(503));
        await Eventually.Until("nothing waits any more", async () => (await LeftAsync(api.Database)).Count == 0);
        Assert.Equal(1, Asked());
    }

    private static async Task<string> PlanAsync(ApiServer api, Roles by = Roles.Officer)
    {
        var plan = new
        {
            enterpriseCreditCode = await api.EnterpriseAsync(),
            basis = "ROUTINE",
            plannedOn = "2026-03-20",
            officers = Bureau.Two,
        };
        var planned = await (await api.As(by)).Do("planInspection", plan, "inspection{number}");
        Assert.Equal("", planned.Refusal());
        return planned.Text("inspection.number")!;
    }

    private static async Task<IReadOnlyList<Finding>> FoundAsync(ApiServer api) =>
        await api.Services.GetServices<ISelfCheckRule>().Single(one => one.Name == "notifications-are-delivered")
            .CheckAsync(TestContext.Current.CancellationToken).ToListAsync();

    private static async Task<IReadOnlyList<NotificationDeliveryRow>> LeftAsync(Database database) =>
        await database.QueryAsync(
            (data, token) => data.GetTable<NotificationDeliveryRow>().ToListAsync(token), TestContext.Current.CancellationToken);

    private static string SignatureOf(Posted posted) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{posted.Headers["X-ShuangDa-Timestamp"]}.{posted.Body}")));
}
