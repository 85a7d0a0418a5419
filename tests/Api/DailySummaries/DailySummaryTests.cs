using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.DailySummaries;

/// <summary>The bureau's report of a day is collected after 14:00, approved by the head, and sent up until the city has it.</summary>
public sealed class DailySummaryTests
{
    /// <summary>What a section puts right after its report was collected is not approved unseen; it makes a further version.</summary>
    [Fact]
    public async Task What_was_put_right_since_makes_a_further_version_and_both_tables_are_handed_in()
    {
        await using var api = await ApiServer.StartAsync();
        var (bureau, leader, head) = (new Bureau(api), await api.As(Roles.Leader), await api.As(Roles.SectionHead));
        var own = await bureau.OpenAsync(
            Roles.Legal, "dailyReport", "startDailyReports", new { section = "INSPECTION", from = "2026-03-02" });
        Assert.Equal("", (await head.Do(
            "submitDailyReport",
            new { number = own.Number, isNil = false, narrative = "培训", figures = Trained(2) },
            "dailyReport{status}")).Refusal());
        await bureau.UntilAsync("2026-03-02 14:30");
        var summary = await bureau.OpenAsync(Roles.Legal, "dailySummary", "collectDailyReports", new { day = "2026-03-02" });
        await CorrectAsync(3);
        Assert.True((await bureau.SeeAsync(summary, "reports{isChanged}")).At("reports.0.isChanged").GetBoolean());
        Assert.Equal("DailyReportsChangedError DAILY_REPORTS_CHANGED", (await leader.Do(
            "approveDailySummary", new { number = summary.Number }, "dailySummary{status}")).Refusal());
        await bureau.TakeAsync(Roles.Legal, "collectDailyReportsAgain", summary, new { narrative = "含更正" });
        Assert.Equal("APPROVED", await bureau.TakeAsync(Roles.Leader, "approveDailySummary", summary));

        // Also what was approved, and not sent yet, is made anew.
        await CorrectAsync(4);
        Assert.Equal("COLLECTED", await bureau.TakeAsync(Roles.Legal, "collectDailyReportsAgain", summary));
        var seen = await bureau.SeeAsync(
            summary,
            "reports{narrative isChanged heads{userName}} statistics{rows{isTotal cells{column value}}} caseList{rows{isTotal}}"
            + " versions{number narrative changedSections changes{column isTotal before after}}");
        Assert.Equal(["1", "2", "3"], seen.Texts("versions", "number"));
        Assert.Equal([null, "含更正", null], seen.Texts("versions", "narrative"));
        Assert.Equal(
            ("INSPECTION", "trainings", "3", "4"),
            (seen.Text("versions.2.changedSections.0"), seen.Text("versions.2.changes.0.column"),
                seen.Text("versions.2.changes.0.before"), seen.Text("versions.2.changes.0.after")));
        Assert.Equal(("培训", false), (seen.Text("reports.0.narrative"), seen.At("reports.0.isChanged").GetBoolean()));
        Assert.Contains("head", seen.At("reports.0.heads").GetRawText(), StringComparison.Ordinal);
        var trained = Assert.Single(
            seen.At("statistics.rows.0.cells").EnumerateArray(), cell => cell.Text("column") == "trainings");
        Assert.Equal("4", trained.Text("value"));

        foreach (var form in (string[])["enforcement-statistics", "case-list"])
        {
            Assert.Equal(HttpStatusCode.OK, await BookAsync($"{summary.Number}/{form}"));
        }

        foreach (var nothing in (string[])[$"{summary.Number}/unlicensed-producers", "HZ-0000000000/case-list"])
        {
            Assert.Equal(HttpStatusCode.NotFound, await BookAsync(nothing));
        }

        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        async Task<HttpStatusCode> BookAsync(string which)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, $"/daily-summaries/{which}.xlsx");
            asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", head.Token);
            using var answer = await api.Http.SendAsync(asked);
            return answer.StatusCode;
        }

        async Task CorrectAsync(int trainings) => Assert.Equal("", (await head.Do(
            "correctDailyReport",
            new { number = own.Number, isNil = false, narrative = "培训", figures = Trained(trainings), reason = "漏记", basis = "日报送制度" },
            "dailyReport{status}")).Refusal());

        static object[] Trained(int times) => [new { column = "trainings", value = times, note = "签到表" }];
    }

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

        // What is offered is what the law lets: a head who is no deputy does not decide on it.
        Assert.Equal("""["approveDailySummary","returnDailySummary"]""", await LeftAsync(head));
        Assert.Equal(
            "NotAuthorisedToDecideError NOT_AUTHORISED_TO_DECIDE",
            (await head.Do("approveDailySummary", new { number }, Summary)).Refusal());
        Assert.Equal("[]", await LeftAsync(leader));
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

        async Task<string> LeftAsync(ApiClient who) => (await who.Ask(
            "query($number:String!){dailySummary(number:$number){leftToOthers}}", new { number }))
            .Data().At("dailySummary.leftToOthers").GetRawText();

        Task<JsonElement> CollectAsync(string day) => legal.Do("collectDailyReports", new { day, narrative = "情况平稳" }, Summary);

        static async Task DoneAsync(ApiClient who, string mutation, object input, string status)
        {
            var done = await who.Do(mutation, input, Summary);
            Assert.Equal(("", status), (done.Refusal(), done.Text("dailySummary.status")));
        }
    }
}
