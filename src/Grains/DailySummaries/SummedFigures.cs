using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>汇总数. How the figures of the bureau come from what its sections say of a day, and the form that they fill.</summary>
public static class SummedFigures
{
    /// <summary>
    /// What the sections' figures come to: what they say adds up. Parties that several sections met count once, and money is rounded once,
    /// so both come from the facts; what a section fills in by hand is added to what is recorded of the others.
    /// </summary>
    /// <param name="found">The sections' reports.</param>
    public static ImmutableArray<SummedFigure> Of(ReportsOfDayFound found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var columns = FormColumn.Of(DailyFigures.Form).ToDictionary(column => column.Id);
        return
        [
            .. found.Said.SelectMany(report => report.Statement!.Figures.Select(figure => (report, figure)))
                .GroupBy(one => (one.figure.Column, one.figure.IsTotal, one.figure.ProductClass))
                .Select(same => Sum(columns[same.Key.Column], [.. same])),
        ];

        SummedFigure Sum(FormColumn column, IReadOnlyList<(DailyReportState Report, DailyFigure Figure)> of)
        {
            var (first, byHand) = (of[0].Figure, of.Where(one => one.Figure.IsManual).Sum(one => one.Figure.Value));
            var recorded = of.Where(one => !one.Figure.IsManual).ToList();
            return new SummedFigure(
                column.Id,
                byHand + (FromFacts(column, first, recorded) ?? recorded.Sum(one => one.Figure.Value)),
                of.Any(one => one.Figure.IsManual))
            {
                IsOfClass = !first.IsTotal,
                ProductClass = first.ProductClass,
                EntryCount = of.Sum(one => one.Figure.EntryCount),
            };
        }

        decimal? FromFacts(FormColumn column, DailyFigure figure, List<(DailyReportState Report, DailyFigure Figure)> recorded)
        {
            if (column.Unit is not (FormUnit.Parties or FormUnit.Dens or FormUnit.TenThousandYuan)
                || recorded.Any(one => !found.Sums.ContainsKey(one.Report.Number)))
            {
                return null;
            }

            var sums = recorded.SelectMany(one => found.Sums[one.Report.Number])
                .Where(sum => figure.IsTotal || sum.ProductClass == figure.ProductClass).ToList();
            return ReportForm.ValueOf(column, sums);
        }
    }

    /// <summary>The figures that one version says otherwise than another, in the order of the form.</summary>
    /// <param name="before">The one before.</param>
    /// <param name="after">The one after.</param>
    public static IEnumerable<DailyFigureChange> ChangesOf(CollectedDay before, CollectedDay after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return DailyFigureChange.Between(ByPlace(before), ByPlace(after));
    }

    private static Dictionary<FigurePlace, decimal> ByPlace(CollectedDay day) => day.Figures.ToDictionary(
        figure => new FigurePlace(figure.Column, figure.ProductClass, !figure.IsOfClass), figure => figure.Value);

    /// <summary>执法检查情况统计表. The form that the figures of a summary fill: classes that have any, the total last.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="classes">The classes by code and name, in their order.</param>
    public static ReportForm FormOf(DailySummaryState summary, IReadOnlyList<(string Code, string Name)> classes)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(classes);
        var rows = summary.Collection.Figures.ToLookup(figure => (figure.IsOfClass, figure.ProductClass));
        var known = classes.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        var others = rows.Select(row => row.Key.ProductClass).OfType<string>().Where(code => !known.Contains(code))
            .Order(StringComparer.Ordinal).Select(code => (Code: code, Name: code));
        return new ReportForm(
            DailyFigures.Form,
            ScopeOf(summary),
            [
                .. classes.Concat(others).Where(one => rows.Contains((true, one.Code)))
                    .Select(one => RowOf(one.Code, ListedCase.Same(one.Name), rows[(true, one.Code)])),
                .. rows.Contains((true, null)) ? [RowOf("", ReportForm.NoClass, rows[(true, null)])] : Array.Empty<FormRow>(),
                RowOf("", ReportForm.TotalTitle, rows[(false, null)]) with { IsTotal = true },
            ]);
    }

    /// <summary>统计时段. Of what time a summary tells, as forms say it.</summary>
    /// <param name="summary">The summary.</param>
    public static FormScope ScopeOf(DailySummaryState summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Collection is { RecordedAfter: { } after, RecordedUntil: { } until }
            ? FormScope.Recorded(after, until, null)
            : FormScope.Days(ReportBasis.Recorded, summary.Day, summary.Day.PlusDays(1), null);
    }

    private static FormRow RowOf(string key, BilingualText title, IEnumerable<SummedFigure> figures)
    {
        var byColumn = figures.ToDictionary(figure => figure.Column);
        return new FormRow(key, title, false, [.. FormColumn.Of(DailyFigures.Form).Select(CellOf)]);

        FormCell CellOf(FormColumn column) => byColumn.TryGetValue(column.Id, out var figure)
            ? new FormCell(column.Id, figure.Value, null, figure.EntryCount)
            : new FormCell(column.Id, column.IsManual ? null : 0, null, 0);
    }
}
