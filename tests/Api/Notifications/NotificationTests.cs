using System.Net.Http.Json;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Notifications;

/// <summary>Who is told of what is done over the API, and what they have read.</summary>
public sealed class NotificationTests
{
    private const string Fields = "id kind at number detail isRead parts entry{kind} subject{id ...on CrimeTransfer{number}}";

    [Fact]
    public async Task Work_that_becomes_theirs_is_told_to_them_alone_and_marked_by_nobody_else()
    {
        await using var api = await ApiServer.StartAsync();
        var filed = await new Bureau(api).FiledAsync();
        var second = await api.As("second", Roles.Officer);
        var one = Assert.Single(await ToldAsync(second, "unread:true"), Is("ASSIGNED"));
        Assert.Equal(filed.Number, one.Text("number"));

        // What is told is the act, not the number and the clocks that followed from it in the same commit.
        Assert.Equal("case.step-approved", one.Text("entry.kind"));

        // The officer recorded the lead and holds it since: that both are named for the case is no news to him.
        Assert.DoesNotContain(await ToldAsync(await api.As(Roles.Officer)), item => Is("ASSIGNED")(item));

        var leader = await api.As(Roles.Leader);
        Assert.Null((await leader.Ask($"{{node(id:\"{one.Text("id")}\"){{id}}}}")).Data().Text("node"));
        Assert.Equal(one.Text("id"), (await second.Ask($"{{node(id:\"{one.Text("id")}\"){{id}}}}")).Data().Text("node.id"));
        Assert.Equal("0", (await MarkAsync(leader, new { ids = new[] { one.Text("id") } })).Text("marked"));

        var unread = await UnreadAsync(second);
        var marked = await MarkAsync(second, new { ids = new[] { one.Text("id") } });
        Assert.Equal((1, unread - 1), (marked.At("marked").GetInt32(), marked.At("unread").GetInt32()));
        Assert.Equal("0", (await MarkAsync(second, new { ids = new[] { one.Text("id") } })).Text("marked"));
        Assert.Equal("true", Assert.Single(await ToldAsync(second), Is("ASSIGNED")).Text("isRead"));
    }

    [Fact]
    public async Task What_is_read_up_to_an_instant_leaves_what_came_after_it_unread()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        await bureau.FiledAsync();
        var second = await api.As("second", Roles.Officer);
        var before = (await ToldAsync(second, "unread:true"))[0].Text("at");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await bureau.FiledAsync();
        Assert.Equal(1, (await MarkAsync(second, new { until = before })).At("unread").GetInt32());
        Assert.Equal(later.Number, Assert.Single(await ToldAsync(second, "unread:true")).Text("number"));
        Assert.Equal("BAD_USER_INPUT", (await second.Ask("mutation{markNotificationsRead(input:{ids:[\"x\"]}){marked}}")).Code);
    }

    [Fact]
    public async Task What_waits_for_the_head_and_what_came_of_it_is_told_to_each_in_turn()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var leader = await api.As(Roles.Leader);
        var head = await api.As(Roles.SectionHead);
        var lead = await bureau.LeadAsync();
        var grounds = new { reason = "有违法事实", basis = "程序规定 第十八条", documentNumber = "立1" };
        var asked = ApiServer.Merge(new { number = lead.Number, officers = Bureau.Two }, grounds);
        Assert.Equal("", (await head.Do("fileCase", asked, "case{stage}")).Refusal());
        var waits = Assert.Single(await ToldAsync(leader), Is("WAITING"));
        Assert.Equal((lead.Number, "立案或者不予立案"), (waits.Text("number"), waits.Text("detail")));

        var returned = new { number = lead.Number, approval = 1, reason = "证据不足" };
        Assert.Equal("", (await leader.Do("returnCaseStep", returned, "case{stage}")).Refusal());
        Assert.Equal(lead.Number, Assert.Single(await ToldAsync(head), Is("RETURNED")).Text("number"));
    }

    [Fact]
    public async Task The_police_are_told_what_is_sent_to_them_until_it_is_sent_elsewhere()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var police = await api.As(Roles.Liaison);
        var others = await api.As("tobacco-liaison", Roles.Liaison, "TOBACCO");
        var suspected = await bureau.FiledAsync();
        await bureau.SuspectAsync(suspected);
        var transfer = await bureau.OpenTransferAsync(suspected);
        await bureau.ReportAsync(transfer);
        await bureau.ApproveAsync(transfer);
        Assert.Empty(await ToldAsync(police));
        await bureau.SendAsync(transfer);

        var told = Assert.Single(await ToldAsync(police), Is("WAITING"));
        Assert.Equal((transfer.Number, transfer.Number), (told.Text("number"), told.Text("subject.number")));

        // What the bureau wrote into its journal is not theirs to read.
        Assert.Null(told.Text("entry"));
        Assert.Empty(await ToldAsync(others));

        await bureau.ListAsync("registerAgency", new { code = "OTHER_POLICE", name = "邻区公安分局", kind = "POLICE" });
        await bureau.TakeAsync(Roles.Officer, "readdressCrimeTransfer", transfer, new { agency = "OTHER_POLICE" }, "改1");
        Assert.Empty(await ToldAsync(police));
        Assert.Equal(0, await UnreadAsync(police));
    }

    [Fact]
    public async Task What_is_late_is_told_to_who_answers_for_it_and_the_head_of_the_section_and_not_to_who_gave_it_away()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var (officer, second) = (await api.As(Roles.Officer), await api.As("second", Roles.Officer));
        var third = await api.As("third", Roles.Officer);
        var head = await api.As(Roles.SectionHead);
        var filed = await bureau.FiledAsync();
        await MoveAsync(head, "officer", "third", filed.Number);
        Assert.Equal(filed.Number, Assert.Single(await ToldAsync(third), Is("ASSIGNED")).Text("number"));

        await bureau.BeLateAsync(filed);
        Assert.Contains(await ToldAsync(third), item => Is("LATE")(item));
        Assert.Contains(await ToldAsync(head), item => Is("LATE")(item) && item.Text("number") == filed.Number);
        Assert.Contains(await ToldAsync(second), item => Is("DUE")(item));
        Assert.DoesNotContain(await ToldAsync(officer), item => Is("DUE")(item) || Is("LATE")(item));
    }

    [Fact]
    public async Task A_command_that_comes_twice_over_a_restart_is_told_once_and_what_was_read_stays_read()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var plan = new Dictionary<string, object?>
        {
            ["basis"] = "ROUTINE",
            ["officers"] = Bureau.Two,
            ["plannedOn"] = "2026-03-20",
            ["commandId"] = Guid.NewGuid(),
        };
        await using (var api = await ApiServer.StartAsync(settings: $"--ConnectionStrings:ShuangDa={database.Options.Runtime}"))
        {
            await new Bureau(api).AppointAsync();
            plan["enterpriseCreditCode"] = await api.EnterpriseAsync();
            Assert.Equal("", (await (await api.As(Roles.SectionHead)).Do("planInspection", plan, "inspection{number}")).Refusal());
            var officer = await api.As(Roles.Officer);
            var one = Assert.Single(await ToldAsync(officer));
            Assert.Equal("1", (await MarkAsync(officer, new { ids = new[] { one.Text("id") } })).Text("marked"));
        }

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
        await using var again = await InProcessServer.StartAsync(database, clock, null);
        using var http = new HttpClient { BaseAddress = again.Url };
        Assert.Equal("", (await (await SignInAsync(http, "section-head")).Do("planInspection", plan, "inspection{number}")).Refusal());
        Assert.Equal("true", Assert.Single(await ToldAsync(await SignInAsync(http, "officer"))).Text("isRead"));
        Assert.Equal("false", Assert.Single(await ToldAsync(await SignInAsync(http, "second"))).Text("isRead"));
    }

    [Fact]
    public async Task What_one_act_does_to_many_subjects_is_told_once_and_read_at_once()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var (head, third) = (await api.As(Roles.SectionHead), await api.As("third", Roles.Officer));
        Dossier[] work = [await bureau.FiledAsync(), await bureau.FiledAsync(), await bureau.LeadAsync()];
        await MoveAsync(head, "officer", "third", [.. work.Select(one => one.Number)]);
        var told = Assert.Single(await ToldAsync(third, "unread:true"));
        Assert.Equal(("ASSIGNED", "3"), (told.Text("kind"), told.Text("parts")));
        Assert.Contains(told.Text("number"), work.Select(one => one.Number));
        Assert.Equal(1, await UnreadAsync(third));
        Assert.Equal(0, (await MarkAsync(third, new { ids = new[] { told.Text("id") } })).At("unread").GetInt32());
        Assert.Equal("true", Assert.Single(await ToldAsync(third)).Text("isRead"));

        // Another act is another notification.
        await MoveAsync(head, "third", "officer", work[0].Number);
        await MoveAsync(head, "officer", "third", work[0].Number);
        var next = Assert.Single(await ToldAsync(third, "unread:true"));
        Assert.Equal(("1", work[0].Number), (next.Text("parts"), next.Text("number")));
    }

    [Fact]
    public async Task What_is_read_up_to_an_instant_is_read_with_all_that_one_act_did()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var (head, third) = (await api.As(Roles.SectionHead), await api.As("third", Roles.Officer));
        Dossier[] work = [await bureau.FiledAsync(), await bureau.FiledAsync(), await bureau.LeadAsync()];

        // On a real clock each of them is moved at an instant of its own.
        api.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        await MoveAsync(head, "officer", "third", [.. work.Select(one => one.Number)]);
        api.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        var told = Assert.Single(await ToldAsync(third, "unread:true"));
        Assert.Equal(0, (await MarkAsync(third, new { until = told.Text("at") })).At("unread").GetInt32());
        Assert.Empty(await ToldAsync(third, "unread:true"));
    }

    [Fact]
    public async Task Whoever_has_left_or_lost_the_role_is_told_nothing_any_more()
    {
        await using var api = await ApiServer.StartAsync();
        var bureau = new Bureau(api);
        var leader = await api.As(Roles.Leader);
        await api.As("other-leader", Roles.Leader);
        await api.As("late-leader", Roles.Leader);
        var administrator = await api.As(Roles.Administrator);
        var gone = new { userName = "other-leader", reason = "调离" };
        Assert.Equal("", (await administrator.Do("disableUser", gone, "user{userName}")).Refusal());
        var role = new { userName = "late-leader", roles = new[] { "OFFICER" } };
        Assert.Equal("", (await administrator.Do("changeUserRoles", role, "user{userName}")).Refusal());
        var lead = await bureau.LeadAsync();
        var asked = ApiServer.Merge(
            new { number = lead.Number, officers = Bureau.Two },
            new { reason = "有违法事实", basis = "程序规定 第十八条", documentNumber = "立1" });
        Assert.Equal("", (await (await api.As(Roles.SectionHead)).Do("fileCase", asked, "case{stage}")).Refusal());
        Assert.Single(await ToldAsync(leader), Is("WAITING"));
        var rows = await api.Database.QueryAsync(
            (data, token) =>
                data.GetTable<NotificationRow>().Where(row => row.Kind == "WAITING").Select(row => row.UserName).ToListAsync(token),
            TestContext.Current.CancellationToken);
        Assert.Equal(["leader"], rows);
    }

    private static async Task MoveAsync(ApiClient head, string from, string to, params string[] items)
    {
        var input = new { from, to = new[] { new { officer = to, items } }, reason = "工作需要", basis = "内部管理规定" };
        var moved = await head.Do("moveOfficerWork", input, "moved refused");
        Assert.Equal(("", items.Length), (moved.Refusal(), moved.At("moved").GetInt32()));
    }

    private static Predicate<JsonElement> Is(string kind) => item => item.Text("kind") == kind;

    private static async Task<IReadOnlyList<JsonElement>> ToldAsync(ApiClient who, string given = "unread:false") =>
    [
        .. (await who.Ask($"{{notifications(first:100,{given}){{nodes{{{Fields}}}}}}}")).Data().At("notifications.nodes").EnumerateArray(),
    ];

    private static async Task<int> UnreadAsync(ApiClient who) =>
        (await who.Ask("{notifications(unread:true,first:1){totalCount}}")).Data().At("notifications.totalCount").GetInt32();

    private static async Task<JsonElement> MarkAsync(ApiClient who, object input) => (await who.Ask(
        "mutation($input:MarkNotificationsReadInput!){markNotificationsRead(input:$input){marked unread}}", new { input })).Data()
        .At("markNotificationsRead");

    private static async Task<ApiClient> SignInAsync(HttpClient http, string userName)
    {
        using var answer = await http.PostAsJsonAsync("/auth/sign-in", new { userName, password = ApiServer.Password });
        answer.EnsureSuccessStatusCode();
        return new ApiClient(http, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
    }
}
