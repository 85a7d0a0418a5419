using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;

namespace ShuangDa.Grains.DailyReports;

/// <summary>Reads what was recorded in the time that a report covers.</summary>
public static class DailyFacts
{
    /// <summary>The time and the section of a report, as forms ask for it.</summary>
    /// <param name="report">The report.</param>
    public static FormScope ScopeOf(DailyReportState report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return FormScope.Recorded(report.RecordedAfter, report.RecordedUntil, report.Section);
    }

    /// <summary>What was recorded so far, asked for by an actor.</summary>
    /// <param name="database">Where facts are kept.</param>
    /// <param name="report">The report.</param>
    internal static async Task<DailyFactsFound> ReadAsync(Database database, DailyReportState report)
    {
        await using var data = await database.ReadAsync();
        return await ReadAsync(data, ScopeOf(report), CancellationToken.None);
    }

    /// <summary>What was recorded so far in a report's time.</summary>
    /// <param name="data">Where facts are kept.</param>
    /// <param name="scope">The time and the section of the report.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public static async Task<DailyFactsFound> ReadAsync(DataConnection data, FormScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var late = scope with { HappenedBefore = scope.From };
        return new DailyFactsFound(
            await FormAsync(scope).ConfigureAwait(false),
            await FormAsync(late).ConfigureAwait(false),
            [.. await FormReader.FiledNumbersAsync(data, scope, cancellationToken).ConfigureAwait(false)]);

        async Task<ReportForm> FormAsync(FormScope of) => ReportForm.ByClass(
            DailyFigures.Form, of, await FormReader.SumsAsync(data, DailyFigures.Form, of, cancellationToken).ConfigureAwait(false), []);
    }
}
