using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.DailySummaries;

/// <summary>The bureau's report of a day is collected after 14:00, approved by the head, and sent up until the city has it.</summary>
public sealed class DailySummaryTests
{
    private const string Summary = "dailySummary{number status missing reports{section status versionNumber}"
        + " figures{column{code} value hasManual} sendings{way sentOn receiptNumber reason}}";

    [Fact]
    public async Task What_the_sections_said_is_collected_approved_rejected_and_received()
    {
        await using var api = await ApiServer.StartAsync();
        var (bureau, legal, leader, head) =
            (new Bureau(api), await api.As(Roles.Legal), await api.As(Roles.Leader), await api.As(Roles.SectionHead));
        var own = await bureau.OpenAsync(
            Roles.Legal, "dailyReport", "startDailyReports", new { section = "INSPECTION", from = "2026-03-02" });
        await bureau.OpenAsync(Roles.Legal, "dailyReport", "startDailyReports", new { section = "SUPERVISION", from = "2026-03-02" });
        object[] byHand = [new { column = "trainings", value = 2, note = "签到表" }];
        Assert.Equal("", (await head.Do(
            "submitDailyReport", new { number = own.Number, isNil = false, figures = byHand }, "dailyReport{status}")).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await CollectAsync("2026-03-02")).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await CollectAsync("2026-03-07")).Refusal());

        await bureau.UntilAsync("2026-03-02 14:30");
        var collected = await CollectAsync("2026-03-02");
        Assert.Equal(("COLLECTED", "1"), (collected.Text("dailySummary.status"), collected.Text("dailySummary.missing")));
        Assert.Equal(["INSPECTION", "SUPERVISION"], collected.Texts("dailySummary.reports", "section"));
        Assert.Equal(["FROZEN", "MISSING"], collected.Texts("dailySummary.reports", "status"));
        Assert.Equal(
            ("trainings", "2"),
            (collected.Text("dailySummary.figures.0.column.code"), collected.Text("dailySummary.figures.0.value")));
        Assert.Equal("InvalidInputError INVALID_INPUT", (await CollectAsync("2026-03-02")).Refusal());
        var number = collected.Text("dailySummary.number");

        var sending = new { number, way = "EXTRANET", sentOn = "2026-03-02" };
        Assert.Equal(
            "DailySummaryNotOpenError DAILY_SUMMARY_NOT_OPEN", (await legal.Do("recordDailySummarySending", sending, Summary)).Refusal());
        await DoneAsync(leader, "approveDailySummary", new { number }, "APPROVED");
        await DoneAsync(legal, "recordDailySummarySending", sending, "SENT");
        await DoneAsync(
            legal, "recordDailySummaryRejection", new { number, reason = "格式不符", rejectedOn = "2026-03-02" }, "REJECTED");
        await DoneAsync(legal, "collectDailyReportsAgain", new { number }, "COLLECTED");
        await DoneAsync(leader, "approveDailySummary", new { number }, "APPROVED");
        await DoneAsync(legal, "recordDailySummarySending", sending, "SENT");
        var received = await legal.Do(
            "recordDailySummaryReceipt", new { number, receiptNumber = "市收1号", receivedOn = "2026-03-02" }, Summary);
        Assert.Equal(
            ("RECEIPTED", "格式不符", "市收1号"),
            (received.Text("dailySummary.status"), received.Text("dailySummary.sendings.0.reason"),
                received.Text("dailySummary.sendings.1.receiptNumber")));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        Task<JsonElement> CollectAsync(string day) => legal.Do("collectDailyReports", new { day, narrative = "情况平稳" }, Summary);

        static async Task DoneAsync(ApiClient who, string mutation, object input, string status)
        {
            var done = await who.Do(mutation, input, Summary);
            Assert.Equal(("", status), (done.Refusal(), done.Text("dailySummary.status")));
        }
    }
}
