using LinqToDB;
using LinqToDB.Async;
using Orleans.Runtime;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Journal;
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
        CollectDailyReportsAgain when await Read() is { State.Day: var day } => await OfDayAsync(day),
        _ => null,
    };

    private async Task<ReportsOfDayFound> OfDayAsync(DateOnly day)
    {
        var (of, ended) = (IsoDate.Of(day), WireName.Of(DailyReportStatus.Ended));
        await using var data = await Shell.Database.ReadAsync();
        var subjects = await data.GetTable<DailyReportRow>().Where(row => row.Day == of && row.Status != ended)
            .Select(row => row.Subject).ToListAsync();
        var states = await data.ReadStoredAsync<DailyReportState>(DailyReport.Concept, subjects, CancellationToken.None);
        var other = await data.GetTable<DailySummaryRow>().Where(row => row.Day == of && row.Number != Key)
            .Select(row => row.Number).FirstOrDefaultAsync();
        return new ReportsOfDayFound([.. states.Values], other);
    }
}
