using LinqToDB;
using LinqToDB.Async;
using Orleans.Runtime;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>日报汇总. The actor of one summary; its key is its number.</summary>
[Alias("daily-summary")]
public interface IDailySummaryGrain : ISubjectGrain<DailySummaryState, DailySummaryCommand>;

/// <summary>日报汇总. The shell of one summary. It asks for the sections' reports of the day.</summary>
[GrainType("daily-summary")]
internal sealed class DailySummaryGrain(
    [PersistentState("daily-summary")] IPersistentState<Subject<DailySummaryState>> stored, SubjectShell shell)
    : SubjectGrain<DailySummaryState, DailySummaryCommand, DailySummaryEvent>(stored, DailySummary.Concept, shell), IDailySummaryGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(DailySummaryCommand command) => command switch
    {
        CollectDailyReports c => await OfDayAsync(c.Day),
        CollectDailyReportsAgain or ApproveDailySummary when await Read() is { State.Day: var day } => await OfDayAsync(day),
        _ => null,
    };

    private async Task<ReportsOfDayFound> OfDayAsync(DateOnly day)
    {
        var (of, ended, excused) = (IsoDate.Of(day), WireName.Of(DailyReportStatus.Ended), WireName.Of(DailyReportStatus.Excused));
        await using var data = await Shell.Database.ReadAsync();
        var subjects = await data.GetTable<DailyReportRow>().Where(row => row.Day == of && row.Status != ended && row.Status != excused)
            .Select(row => row.Subject).ToListAsync();
        var states = await data.ReadStoredAsync<DailyReportState>(DailyReport.Concept, subjects, CancellationToken.None);
        var other = await data.GetTable<DailySummaryRow>().Where(row => row.Day == of && row.Number != Key)
            .Select(row => row.Number).FirstOrDefaultAsync();
        var sums = new Dictionary<string, IReadOnlyList<FormSum>>(StringComparer.Ordinal);
        foreach (var report in states.Values.Where(report => report.Statement is not null))
        {
            sums[report.Number] = await FormReader.SumsAsync(data, DailyFigures.Form, DailyFacts.ScopeOf(report), CancellationToken.None);
        }

        return new ReportsOfDayFound([.. states.Values], other) { Sums = sums };
    }
}
