using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Notifications;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.DailySummaries;

/// <summary>Approved summaries go up to the city bureau's interface once each and in order, whatever it is like.</summary>
public sealed class CityDeliveryTests
{
    private static readonly string[] Quick =
        ["--CityBureau:Retry=00:00:00.05", "--CityBureau:Timeout=00:00:01", "--CityBureau:Secret=共同口令"];

    [Fact]
    public async Task What_hangs_up_fails_answers_garbage_or_slowly_has_each_summary_once_and_in_order()
    {
        await using var city = new Gateway(async (before, posted) =>
        {
            switch (before)
            {
                case 0: return "";
                case 1: return Gateway.Status(503);
                case 2: return Answer(200, "<html>维护中</html>");
                case 3: return Answer(200, "{\"receiptNumber\":\" \"}");
                case 4: return Answer(422, "不收");
                case 5:
                    // Later than anybody waits.
                    await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
                    return Answer(200, "{\"receiptNumber\":\"太晚\"}");
                default: return Answer(200, $"{{\"receiptNumber\":\"市收{posted.Told.Text("day")}\"}}");
            }
        });
        await using var api = await StartedAsync(city);
        var bureau = new Bureau(api);
        var first = await ApprovedAsync(api, bureau, "2026-03-02", starts: true);
        var second = await ApprovedAsync(api, bureau, "2026-03-03");
        await Eventually.Until("both are received", async () =>
            (await bureau.SeeAsync(first, "status")).Text("status") == "RECEIPTED"
            && (await bureau.SeeAsync(second, "status")).Text("status") == "RECEIPTED");

        Assert.Equal(8, city.All.Count);
        Assert.Equal($"{first.Number}-1", Assert.Single(city.All.Take(7).Select(one => one.Headers["Idempotency-Key"]).Distinct()));
        Assert.Equal($"{second.Number}-1", city.All[7].Headers["Idempotency-Key"]);
        Assert.All(city.All, one => Assert.StartsWith("sha256=", one.Headers["X-ShuangDa-Signature"], StringComparison.Ordinal));
        var sent = (await bureau.SeeAsync(first, "sendings{way receiptNumber}")).At("sendings");
        Assert.Equal(("HTTPS", "市收2026-03-02"), (Assert.Single(sent.EnumerateArray()).Text("way"), sent.Text("0.receiptNumber")));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    [Fact]
    public async Task What_it_does_not_take_comes_back_and_goes_up_again_under_another_key()
    {
        await using var city = new Gateway(before => before == 0
            ? Answer(422, "{\"reason\":\"缺少附件3\"}")
            : Answer(201, "{\"receiptNumber\":\"市收2\"}"));
        await using var api = await StartedAsync(city);
        var bureau = new Bureau(api);
        var summary = await ApprovedAsync(api, bureau, "2026-03-02", starts: true);
        await Eventually.Until("it is rejected", async () => (await bureau.SeeAsync(summary, "status")).Text("status") == "REJECTED");
        await bureau.TakeAsync(Roles.Legal, "collectDailyReportsAgain", summary);
        await bureau.TakeAsync(Roles.Leader, "approveDailySummary", summary);
        await Eventually.Until("it is received", async () => (await bureau.SeeAsync(summary, "status")).Text("status") == "RECEIPTED");
        Assert.Equal([$"{summary.Number}-1", $"{summary.Number}-2"], city.All.Select(one => one.Headers["Idempotency-Key"]));
        Assert.Equal(
            ["缺少附件3", null], (await bureau.SeeAsync(summary, "sendings{reason}")).Texts("sendings", "reason"));
    }

    [Fact]
    public async Task What_calls_its_writing_by_a_name_that_nobody_knows_is_read_all_the_same()
    {
        await using var city = new Gateway(_ => Answer(200, "{\"receiptNumber\":\"市收3\"}", "application/json; charset=utf8"));
        await using var api = await StartedAsync(city);
        var bureau = new Bureau(api);
        var summary = await ApprovedAsync(api, bureau, "2026-03-02", starts: true);
        await Eventually.Until("it is received", async () => (await bureau.SeeAsync(summary, "status")).Text("status") == "RECEIPTED");
        Assert.Single(city.All);
    }

    [Fact]
    public async Task What_the_interface_does_not_take_for_long_is_handed_over_on_paper()
    {
        await using var city = new Gateway(_ => Gateway.Status(503));
        await using var api = await StartedAsync(city);
        var bureau = new Bureau(api);
        var summary = await ApprovedAsync(api, bureau, "2026-03-02", starts: true);
        await Eventually.Until("it is under way", async () => (await bureau.SeeAsync(summary, "status")).Text("status") == "SENT");

        // Who can hand it over otherwise is told, once.
        await Eventually.Until("it is noted that nothing is answered", async () =>
            (await bureau.SeeAsync(summary, "sendings{stuckSince}")).Text("sendings.0.stuckSince") is not null);
        await Eventually.Until("it is tried on", () => Task.FromResult(city.All.Count >= 6));
        Assert.Single(await bureau.JournalAsync(summary), entry => entry.Text("kind") == "daily-summary.sending-stuck");
        var told = (await (await api.As(Roles.Legal)).Ask("{notifications(first:20){nodes{entry{summary}}}}")).Data();
        Assert.Contains(told.Texts("notifications.nodes", "entry.summary"), one => one!.Contains("市局接口多次没有答复", StringComparison.Ordinal));
        Assert.Equal("DailySummaryNotOpenError DAILY_SUMMARY_NOT_OPEN", await SendingAsync("HTTPS"));
        Assert.Equal("", await SendingAsync("PAPER"));
        Assert.Equal("RECEIPTED", await bureau.TakeAsync(
            Roles.Legal, "recordDailySummaryReceipt", summary, new { receiptNumber = "收1号", receivedOn = "2026-03-02" }));

        async Task<string> SendingAsync(string way) => (await (await api.As(Roles.Legal)).Do(
            "recordDailySummarySending", new { number = summary.Number, way, sentOn = "2026-03-02" }, "dailySummary{status}")).Refusal();
    }

    [Fact]
    public async Task A_late_answer_belongs_to_what_was_posted_and_a_long_one_is_cut()
    {
        var isHandedOver = new TaskCompletionSource();
        var receipt = new string('收', 500);
        await using var city = new Gateway(async (_, _) =>
        {
            await isHandedOver.Task;
            return Answer(200, $"{{\"receiptNumber\":\"{receipt}\"}}");
        });
        await using var api = await StartedAsync(city, "--CityBureau:Timeout=00:01:00");
        var bureau = new Bureau(api);
        var summary = await ApprovedAsync(api, bureau, "2026-03-02", starts: true);
        await Eventually.Until("it is posted", () => Task.FromResult(city.All.Count == 1));
        await bureau.TakeAsync(
            Roles.Legal, "recordDailySummarySending", summary, new { way = "PAPER", sentOn = "2026-03-02" });
        isHandedOver.SetResult();
        await Eventually.Until("it is received", async () => (await bureau.SeeAsync(summary, "status")).Text("status") == "RECEIPTED");
        var sent = await bureau.SeeAsync(summary, "sendings{way receiptNumber}");
        Assert.Equal(["HTTPS", "PAPER"], sent.Texts("sendings", "way"));
        Assert.Equal((200, '…'), (sent.Text("sendings.0.receiptNumber")!.Length, sent.Text("sendings.0.receiptNumber")![^1]));
        Assert.Null(sent.Text("sendings.1.receiptNumber"));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    private static Task<ApiServer> StartedAsync(Gateway city, params string[] more) => ApiServer.StartAsync(
        settings: [city.Setting.Replace("Notifications:HookUrl", "CityBureau:Url", StringComparison.Ordinal), .. Quick, .. more]);

    private static string Answer(int status, string body, string type = "application/json") =>
        $"HTTP/1.1 {status} So\r\nContent-Type: {type}\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(body)}\r\n"
        + $"Connection: close\r\n\r\n{body}";

    private static async Task<Dossier> ApprovedAsync(ApiServer api, Bureau bureau, string day, bool starts = false)
    {
        if (starts)
        {
            await bureau.OpenAsync(Roles.Legal, "dailyReport", "startDailyReports", new { section = "INSPECTION", from = day });
        }

        await bureau.UntilAsync($"{day} 14:30");
        var summary = await bureau.OpenAsync(Roles.Legal, "dailySummary", "collectDailyReports", new { day });
        await bureau.TakeAsync(Roles.Leader, "approveDailySummary", summary);
        return summary;
    }
}
