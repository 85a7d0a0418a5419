using LinqToDB;
using LinqToDB.Async;
using Orleans.Runtime;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报. The actor of one daily report; its key is its number.</summary>
[Alias("daily-report")]
public interface IDailyReportGrain : ISubjectGrain<DailyReportState, DailyReportCommand>;

/// <summary>日报. The shell of one report. It asks for the section's other reports, and for what was recorded in the time that the report
/// covers.</summary>
[GrainType("daily-report")]
internal sealed class DailyReportGrain(
    [PersistentState("daily-report")] IPersistentState<Subject<DailyReportState>> stored, SubjectShell shell, Turns turns)
    : TurnTakingGrain<DailyReportState, DailyReportCommand, DailyReportEvent>(stored, DailyReport.Concept, shell, turns), IDailyReportGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(DailyReportCommand command) => command switch
    {
        StartDailyReports c => await OthersAsync(c.Section.Trim(), c.From),
        OpenDailyReport c => await OthersAsync(c.Section.Trim(), c.Day),
        SubmitDailyReport or CorrectDailyReport or DailyReportDeadlineReached { Kind: DailyReportDeadlines.Freeze }
            when await Read() is { State: var report } => await DailyFacts.ReadAsync(Shell.Database, report),
        DailyReportDeadlineReached { Kind: DailyReportDeadlines.In or DailyReportDeadlines.Collection }
            when await Read() is { State.Day: var day } => await DayAsync(day),
        _ => null,
    };

    private async Task<SectionsReportsFound> OthersAsync(string section, DateOnly day)
    {
        var of = IsoDate.Of(day);
        // All sections' reports of a day begin in the same moment, and one of them is the first.
        await TakeTurnAsync($"{DailyReport.Concept.Name}\n{of}");
        await using var data = await Shell.Database.ReadAsync();
        var found = await data.GetTable<DailyReportRow>()
            .Where(row => row.Section == section && row.Number != Key && (row.IsOpen || row.Day == of))
            .ToListAsync();
        var (ended, excused) = (WireName.Of(DailyReportStatus.Ended), WireName.Of(DailyReportStatus.Excused));
        var last = await data.GetTable<DailyReportRow>()
            .Where(row => row.Section == section && row.Number != Key && row.Status != ended && row.Status != excused)
            .OrderByDescending(row => row.Day)
            .Select(row => row.Day)
            .FirstOrDefaultAsync();
        return new SectionsReportsFound(
            found.FirstOrDefault(row => row.IsOpen)?.Number, found.FirstOrDefault(row => row.Day == of)?.Number)
        {
            LastOn = last is null ? null : IsoDate.Parse(last),
            IsFirstOfDay = !await data.GetTable<DailyReportRow>().AnyAsync(row => row.Day == of && row.Number != Key),
        };
    }

    private async Task<DayOfReportsFound> DayAsync(DateOnly day)
    {
        var (of, missing) = (IsoDate.Of(day), WireName.Of(DailyReportStatus.Missing));
        await using var data = await Shell.Database.ReadAsync();
        var sections = await data.GetTable<DailyReportRow>().Where(row => row.Day == of && row.Status == missing)
            .OrderBy(row => row.Section).Select(row => row.Section).ToListAsync();
        var summary = await data.GetTable<DailySummaryRow>().Where(row => row.Day == of).Select(row => row.Number).FirstOrDefaultAsync();
        return new DayOfReportsFound([.. sections], summary);
    }
}
