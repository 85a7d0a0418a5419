using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.DailyReports;

/// <summary>Sections report by 14:00 of every working day: what is recorded, said, frozen, missing, late and put right.</summary>
public sealed class DailyReportTests
{
    private const string Report = "dailyReport{number status day statement{isNil}}";

    // A worked Saturday before the festival, the last day of a year, a day before a worked Saturday.
    [Theory]
    [InlineData("2026-02-14", "2026-02-24")]
    [InlineData("2025-12-31", "2026-01-04")]
    [InlineData("2026-02-27", "2026-02-28")]
    public async Task At_14_00_of_a_working_day_the_report_is_missing_and_the_next_working_days_is_open(string day, string next)
    {
        await using var api = await ApiServer.StartAsync(At($"{day} 09:00"));
        var bureau = new Bureau(api);
        var started = await StartAsync(api, day);
        await bureau.UntilAsync($"{day} 13:59");
        Assert.Equal("OPEN", (await bureau.SeeAsync(started, "status")).Text("status"));
        await bureau.UntilAsync($"{day} 14:00");
        Assert.Equal("MISSING", (await bureau.SeeAsync(started, "status")).Text("status"));
        Assert.Equal([$"{day} MISSING", $"{next} OPEN"], await DaysAsync(api));
    }

    [Fact]
    public async Task Sections_whose_reports_begin_in_the_same_moment_do_not_come_in_each_others_way()
    {
        var told = new LogLines();
        await using var api = await ApiServer.StartAsync(At("2026-03-02 09:00"), customise: builder => builder.Logging.AddProvider(told));
        var bureau = new Bureau(api);
        var (administrator, sections) = (await api.As(Roles.Administrator), new List<string> { "INSPECTION" });
        foreach (var code in (string[])["PATROL_A", "PATROL_B", "PATROL_C", "PATROL_D", "PATROL_E"])
        {
            Assert.Equal("", (await administrator.Do("registerSection", new { code, name = $"巡查{code[^1]}组" }, "section{code}")).Refusal());
            sections.Add(code);
        }

        foreach (var section in sections)
        {
            await StartAsync(api, "2026-03-02", section);
        }

        await bureau.UntilAsync("2026-03-03 14:05");
        foreach (var day in (string[])["2026-03-02 MISSING", "2026-03-03 MISSING", "2026-03-04 OPEN"])
        {
            Assert.Equal(sections.Count, (await DaysAsync(api)).Count(one => one == day));
        }

        Assert.Equal(0, told.With("took a name"));
    }

    [Fact]
    public async Task What_is_recorded_is_reported_frozen_at_14_00_and_what_is_entered_later_stands_in_a_later_report()
    {
        await using var api = await ApiServer.StartAsync(At("2026-03-02 09:00"));
        var (bureau, head, officer) = (new Bureau(api), await api.As(Roles.SectionHead), await api.As(Roles.Officer));
        var monday = await StartAsync(api, "2026-03-02");
        var late = await PlannedAsync(api, bureau);
        await InspectAsync(bureau, await PlannedAsync(api, bureau));
        Assert.Equal(1, Total((await bureau.SeeAsync(monday, Recorded)).At("recorded"), "enterprisesInspected").At("value").GetInt32());

        var nil = await officer.Do("submitDailyReport", new { number = monday.Number, isNil = true }, Report);
        Assert.Equal("InvalidInputError INVALID_INPUT", nil.Refusal());
        object[] byHand = [new { column = "trainings", value = 2, note = "签到表" }];
        Assert.Equal("SUBMITTED", (await officer.Do(
            "submitDailyReport", new { number = monday.Number, isNil = false, narrative = "检查1家", figures = byHand }, Report))
            .Text("dailyReport.status"));
        Assert.Equal("DailyReportNotOpenError DAILY_REPORT_NOT_OPEN", (await head.Do(
            "submitDailyReport", new { number = monday.Number, isNil = false }, Report)).Refusal());
        Assert.Equal("", (await officer.Do(
            "submitDailyReport", new { number = monday.Number, isNil = false, narrative = "检查1家，培训2次", figures = byHand }, Report))
            .Refusal());

        // What is recorded until 14:00 is in it, what comes after is not.
        await bureau.UntilAsync("2026-03-02 13:50");
        await InspectAsync(bureau, await PlannedAsync(api, bureau));
        await bureau.UntilAsync("2026-03-02 14:00");
        Assert.Equal("SUBMITTED", (await bureau.SeeAsync(monday, "status")).Text("status"));
        await bureau.UntilAsync("2026-03-02 14:01");
        await InspectAsync(bureau, await PlannedAsync(api, bureau));
        var frozen = await bureau.SeeAsync(monday, $"status recordedAfter recordedUntil {Versions}");
        Assert.Equal(("FROZEN", 64), (frozen.Text("status"), frozen.Text("versions.0.hash")!.Length));
        var inspected = Total(frozen.At("versions.0.statement.figures"), "enterprisesInspected");
        Assert.Equal((2, 2), (inspected.At("value").GetInt32(), inspected.At("entryCount").GetInt32()));
        Assert.Equal("检查1家，培训2次", frozen.Text("versions.0.statement.narrative"));
        Assert.Equal("签到表", Total(frozen.At("versions.0.statement.figures"), "trainings").Text("note"));
        var facts = await head.Ask(
            "query($after:DateTime,$until:DateTime){facts(first:1,measures:[ENTERPRISES_INSPECTED],where:{section:{eq:\"INSPECTION\"}},"
            + "recordedAfter:$after,recordedUntil:$until){totalCount}}",
            new { after = frozen.Text("recordedAfter"), until = frozen.Text("recordedUntil") });
        Assert.Equal(2, facts.Data().At("facts.totalCount").GetInt32());

        // Monday's inspection that is entered on Thursday: Monday's report stays, Thursday's says it as entered late.
        await bureau.UntilAsync("2026-03-05 10:00");
        await InspectAsync(bureau, late, "2026-03-02");
        var thursday = new Dossier("dailyReport", (await head.Ask(
            "{dailyReports(where:{day:{eq:\"2026-03-05\"}}){nodes{number}}}")).Data().Text("dailyReports.nodes.0.number")!);
        var entered = Total((await bureau.SeeAsync(thursday, Recorded)).At("recorded"), "enterprisesInspected");
        Assert.Equal((1, 1), (entered.At("value").GetInt32(), entered.At("lateValue").GetInt32()));
        Assert.Equal(frozen.At("versions").GetRawText(), (await bureau.SeeAsync(monday, Versions)).At("versions").GetRawText());

        // Putting it right makes a further version, with its difference.
        Assert.Equal("", (await head.Do(
            "correctDailyReport",
            new { number = monday.Number, isNil = false, narrative = "检查2家", reason = "漏填", basis = "信息日报送制度", figures = (object[])[] },
            Report)).Refusal());
        var corrected = await bureau.SeeAsync(monday, $"status versionCount {Versions}");
        Assert.Equal(("FROZEN", 2, "trainings", 2, 0), (
            corrected.Text("status"),
            corrected.At("versionCount").GetInt32(),
            corrected.Text("versions.1.changes.0.column"),
            corrected.At("versions.1.changes.0.before").GetInt32(),
            corrected.At("versions.1.changes.0.after").GetInt32()));
        Assert.Equal(frozen.At("versions.0").GetRawText(), corrected.At("versions.0").GetRawText());
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);
    }

    [Fact]
    public async Task Who_is_late_is_reminded_then_missing_then_late_and_nobody_reports_for_another_section()
    {
        await using var api = await ApiServer.StartAsync(At("2026-03-02 09:00"));
        var (bureau, head, legal) = (new Bureau(api), await api.As(Roles.SectionHead), await api.As(Roles.Legal));
        var own = await StartAsync(api, "2026-03-02");
        var other = await StartAsync(api, "2026-03-03", "SUPERVISION");
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync("INSPECTION", "2026-03-03"));
        Assert.Equal("InvalidInputError INVALID_INPUT", await RefusedAsync("NOWHERE", "2026-03-03"));
        Assert.Equal("NotInChargeError NOT_IN_CHARGE", (await head.Do(
            "submitDailyReport", new { number = other.Number, isNil = true }, Report)).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do(
            "submitDailyReport",
            new { number = own.Number, isNil = false, figures = new[] { new { column = "trainings", value = -1, note = "无" } } },
            Report)).Refusal());

        await bureau.UntilAsync("2026-03-02 13:00");
        Assert.Contains("DUE", await ToldAsync());
        await bureau.UntilAsync("2026-03-02 14:30");
        Assert.Contains("LATE", await ToldAsync());
        var collector = (await legal.Ask("{notifications(first:20){nodes{kind entry{summary}}}}")).Data();
        Assert.Contains(
            collector.Texts("notifications.nodes", "entry.summary"),
            one => one!.StartsWith("2026-03-02日报已截止，缺报：", StringComparison.Ordinal));
        var late = await head.Do("submitDailyReport", new { number = own.Number, isNil = true }, Report);
        Assert.Equal(("LATE", "true"), (late.Text("dailyReport.status"), late.At("dailyReport.statement.isNil").GetRawText()));

        // A section that no longer reports has no further report.
        Assert.Equal("ENDED", (await legal.Do("endDailyReports", new { number = other.Number, reason = "专项行动结束" }, Report))
            .Text("dailyReport.status"));
        await bureau.UntilAsync("2026-03-03 15:00");
        Assert.Contains("LATE", (await legal.Ask("{notifications(first:20){nodes{kind}}}")).Data().Texts("notifications.nodes", "kind"));
        Assert.Equal(["2026-03-02 LATE", "2026-03-03 ENDED", "2026-03-03 MISSING", "2026-03-04 OPEN"], await DaysAsync(api));
        await WholeDatabase.ExpectAsync(api.Database, api.Clock);

        async Task<string> RefusedAsync(string section, string from) =>
            (await legal.Do("startDailyReports", new { section, from }, Report)).Refusal();

        async Task<IReadOnlyList<string?>> ToldAsync() =>
            (await head.Ask("{notifications(first:20){nodes{kind}}}")).Data().Texts("notifications.nodes", "kind");
    }

    private const string Figures = "{column isTotal value entryCount lateValue isManual recorded note}";

    private const string Recorded = $"recorded{Figures}";

    private const string Versions =
        $"versions{{number hash reason statement{{isNil narrative figures{Figures}}} changes{{column isTotal before after}}}}";

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.ParseExact($"{time} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static async Task<Dossier> StartAsync(ApiServer api, string from, string section = "INSPECTION")
    {
        var started = await (await api.As(Roles.Legal)).Do("startDailyReports", new { section, from }, Report);
        Assert.Equal("", started.Refusal());
        return new Dossier("dailyReport", started.Text("dailyReport.number")!);
    }

    private static async Task<Dossier> PlannedAsync(ApiServer api, Bureau bureau) => await bureau.OpenAsync(
        Roles.Officer,
        "inspection",
        "planInspection",
        new { enterpriseCreditCode = await api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-06" });

    private static Task<string?> InspectAsync(Bureau bureau, Dossier inspection, string? on = null) => bureau.TakeAsync(
        Roles.Officer,
        "recordInspection",
        inspection,
        new { officers = Bureau.Two, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题", inspectedOn = on });

    private static JsonElement Total(JsonElement figures, string column) => Assert.Single(
        figures.EnumerateArray(), figure => figure.Text("column") == column && figure.At("isTotal").GetBoolean());

    private static async Task<IReadOnlyList<string>> DaysAsync(ApiServer api) =>
    [
        .. (await (await api.As(Roles.Legal)).Ask("{dailyReports(first:40,order:[{day:ASC}]){nodes{day status}}}")).Data()
            .At("dailyReports.nodes").EnumerateArray().Select(one => $"{one.Text("day")} {one.Text("status")}")
            .Order(StringComparer.Ordinal),
    ];
}
