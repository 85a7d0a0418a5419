using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示日报. What the sections of the demonstration reported of the last working days: mostly in time, one late, one missing, one
/// with a figure by hand that nothing recorded bears out.</summary>
/// <param name="grains">Where subjects are found.</param>
/// <param name="today">The day up to which the campaign has come (Asia/Shanghai).</param>
internal sealed class DemoReports(IGrainFactory grains, DateOnly today)
{
    private const int WorkingDays = 10;

    // Counted back from today.
    private const int MissingDay = 3;
    private const int LateDay = 4;
    private const int FalseDay = 5;

    // The days that come later are still to be collected.
    private const int LastSentDay = 6;
    private const int ApprovedDay = 5;
    private const int CollectedDay = 4;
    private const string Missing = "METROLOGY";
    private const string Late = "STANDARDS";
    private const string False = "CERTIFICATION";

    private readonly DateOnly _first = Back(today, WorkingDays);

    /// <summary>Whether sections report on a day.</summary>
    /// <param name="day">The day.</param>
    public bool AreDueOn(DateOnly day) => day >= _first && WorkingCalendar.BuiltIn.IsWorkingDay(day);

    /// <summary>What sections do of a day's report, while the clock shows its morning: of the first they are told to, each is submitted,
    /// and what was missing the day before comes late.</summary>
    /// <param name="day">The day.</param>
    public async Task GiveAsync(DateOnly day)
    {
        foreach (var section in DemoPeople.Sections)
        {
            var report = Of(section, day);
            if (day == _first)
            {
                DemoMaker.Done(await report.Execute(
                    new StartDailyReports(section.Code, day), DemoMaker.By("legal", $"daily reports\n{section.Code}")));
            }

            if (day == Back(today, LateDay - 1) && section.Code == Late)
            {
                await SubmitAsync(section, Back(today, LateDay));
            }

            if (!(day == Back(today, MissingDay) && section.Code == Missing) && !(day == Back(today, LateDay) && section.Code == Late))
            {
                await SubmitAsync(section, day);
            }
        }
    }

    /// <summary>What becomes of the reports of the working day before, while the clock shows a day's morning: collected, approved, sent up
    /// to the city bureau and confirmed, the last ones not yet.</summary>
    /// <param name="day">The day.</param>
    public async Task CollectAsync(DateOnly day)
    {
        var of = Back(day, 1);
        if (of < _first || of > Back(today, CollectedDay))
        {
            return;
        }

        var cause = $"daily summary\n{IsoDate.Of(of)}";
        var collector = DemoMaker.By("legal", cause);
        var summary = grains.GetGrain<IDailySummaryGrain>(DrawnNumber.For(DailySummary.Prefix, collector));
        DemoMaker.Done(await summary.Execute(new CollectDailyReports(of, "各科室按计划开展检查，情况平稳"), collector));
        if (of <= Back(today, ApprovedDay))
        {
            DemoMaker.Done(await summary.Execute(new ApproveDailySummary(), DemoMaker.By("leader", $"{cause}\napprove")));
        }

        if (of <= Back(today, LastSentDay))
        {
            var sending = new RecordDailySummarySending(SummaryWay.Extranet, day);
            DemoMaker.Done(await summary.Execute(sending, DemoMaker.By("legal", $"{cause}\nsend")));
            var receipt = new RecordDailySummaryReceipt($"澄市收〔演示〕{of:MMdd}号", day);
            DemoMaker.Done(await summary.Execute(receipt, DemoMaker.By("legal", $"{cause}\nreceipt")));
        }
    }

    // Where nothing is recorded, somebody says that there was nothing.
    private async Task SubmitAsync(DemoSection section, DateOnly day)
    {
        var report = Of(section, day);
        if (await report.Read() is not { State.IsOwed: true })
        {
            return;
        }

        var isFalse = section.Code == False && day == Back(today, FalseDay);
        var submit = new SubmitDailyReport(
            IsNil: false, "按计划开展执法检查", isFalse ? [new DailyManualFigure("casesFiled", 3, "科室台账")] : []);
        var done = await report.Execute(submit, By("figures"));
        DemoMaker.Done(done.Refusal is InvalidInput { Field: "isNil" }
            ? await report.Execute(new SubmitDailyReport(IsNil: true), By("nil"))
            : done);

        Actor By(string cause) => DemoMaker.By(section.Officers[0], $"daily report\n{section.Code}\n{IsoDate.Of(day)}\n{cause}");
    }

    private IDailyReportGrain Of(DemoSection section, DateOnly day) =>
        grains.GetGrain<IDailyReportGrain>(DailyReport.NumberOf(section.Code, day));

    private static DateOnly Back(DateOnly today, int days) => WorkingCalendar.BuiltIn.SubtractWorkingDays(today, days).Day;
}
