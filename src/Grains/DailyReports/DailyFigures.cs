using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报的数. How the figures of a report come from what is recorded and what is filled in by hand, and how they are sealed.</summary>
public static class DailyFigures
{
    /// <summary>日统计表. The form whose columns a report has (notice 三〔五〕).</summary>
    public const ReportFormKind Form = ReportFormKind.EnforcementStatistics;

    /// <summary>手工数最多. The most figures by hand: one of each column.</summary>
    public const int MostByHand = 20;

    /// <summary>The figures that are not 0 or are filled in by hand: by class and column, the total last.</summary>
    /// <param name="found">What is recorded.</param>
    /// <param name="manual">What is filled in by hand, of the whole day.</param>
    /// <param name="said">What the section said of the day before, where this is what stands at its end; else null.</param>
    public static ImmutableArray<DailyFigure> Of(
        DailyFactsFound found, ImmutableArray<DailyManualFigure> manual, DailyStatement? said = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        var late = found.Late.Rows.SelectMany(row => row.Cells.Select(cell => (Row: KeyOf(row), cell.Column, cell.Value)))
            .ToDictionary(one => (one.Row, one.Column), one => one.Value ?? 0);
        return
        [
            .. found.Recorded.Rows.SelectMany(row => row.Cells.Select(cell => FigureOf(row, cell)))
                .Where(figure => figure.Value != 0 || figure.EntryCount > 0 || figure.IsManual),
        ];

        DailyFigure FigureOf(FormRow row, FormCell cell)
        {
            var byHand = row.IsTotal ? manual.FirstOrDefault(one => one.Column == cell.Column) : null;

            // Whoever fills a figure in sees what is recorded then; what is recorded afterwards they could not know.
            var known = byHand is null ? null : said?.Figures.FirstOrDefault(one => one.IsTotal && one.Column == cell.Column);
            return new DailyFigure(
                cell.Column,
                row.Key.Length == 0 ? null : row.Key,
                row.IsTotal,
                byHand?.Value ?? cell.Value ?? 0,
                cell.EntryCount,
                late.GetValueOrDefault((KeyOf(row), cell.Column)),
                byHand is null ? null : known is null ? cell.Value : known.Recorded,
                byHand?.Note)
            {
                RecordedSince = known is not null && known.Recorded != cell.Value ? cell.Value : null,
            };
        }
    }

    /// <summary>The figures that one statement says otherwise than another, in the order of the form.</summary>
    /// <param name="before">The one before.</param>
    /// <param name="after">The one after.</param>
    public static IEnumerable<DailyFigureChange> ChangesOf(DailyStatement before, DailyStatement after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return DailyFigureChange.Between(ByPlace(before), ByPlace(after));
    }

    private static Dictionary<FigurePlace, decimal> ByPlace(DailyStatement statement) => statement.Figures.ToDictionary(
        figure => new FigurePlace(figure.Column, figure.ProductClass, figure.IsTotal), figure => figure.Value);

    /// <summary>SHA-256 over what a version says, in a form that does not depend on how it is stored.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">The version's number.</param>
    /// <param name="statement">What it says.</param>
    public static string HashOf(DailyReportState report, int version, DailyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(statement);
        IEnumerable<string?[]> lines =
        [
            [report.Section, IsoDate.Of(report.Day), Text(report.RecordedAfter), Text(report.RecordedUntil), Text(version)],
            [Text(statement.At), statement.By, statement.IsNil ? "nil" : "", statement.Narrative],
            .. statement.Figures.Select(figure => (string?[])
            [
                figure.IsTotal ? "total" : "class", figure.ProductClass, figure.Column, Text(figure.Value), Text(figure.EntryCount),
                Text(figure.LateValue), figure.Recorded is { } recorded ? Text(recorded) : null, figure.Note,
                .. figure.RecordedSince is { } since ? [Text(since)] : Array.Empty<string>(),
            ]),
            .. statement.Cases.Select(number => new[] { "case", number }),
        ];

        // Each part with its length before it, so that no two statements read alike.
        var canonical = string.Concat(lines.Select(line => string.Concat(line.Select(part => $"{part?.Length ?? -1}:{part};")) + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    private static string KeyOf(FormRow row) => row.IsTotal ? "\n" : row.Key;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}

/// <summary>数的差异. A figure that one statement says otherwise than another.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="ProductClass">产品类别. The class's code; null in the total, and for what has no class.</param>
/// <param name="IsTotal">合计. Whether it is of the total.</param>
/// <param name="Before">更正前. What the one before says; 0 where it says nothing.</param>
/// <param name="After">更正后. What the other says.</param>
public sealed record DailyFigureChange(string Column, string? ProductClass, bool IsTotal, decimal Before, decimal After)
{
    /// <summary>The figures that are others than before; one that is not said is 0.</summary>
    /// <param name="then">What was said before.</param>
    /// <param name="now">What is said now.</param>
    internal static IEnumerable<DailyFigureChange> Between(
        IReadOnlyDictionary<FigurePlace, decimal> then, IReadOnlyDictionary<FigurePlace, decimal> now) =>
        from place in now.Keys.Concat(then.Keys.Except(now.Keys))
        let change = new DailyFigureChange(
            place.Column, place.ProductClass, place.IsTotal, then.GetValueOrDefault(place), now.GetValueOrDefault(place))
        where change.Before != change.After
        select change;
}

/// <summary>数的位置. Where in the form a figure stands.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="ProductClass">产品类别. The class's code; null in the total, and for what has no class.</param>
/// <param name="IsTotal">合计. Whether it is of the total.</param>
internal readonly record struct FigurePlace(string Column, string? ProductClass, bool IsTotal);

/// <summary>统计时段的登记情况. What the shell found recorded in the time that a report covers.</summary>
/// <param name="Recorded">登记数. The form, filled with it.</param>
/// <param name="Late">补报数. The same, of what happened before the time began.</param>
/// <param name="Cases">立案的案件. The numbers of the cases whose filing was recorded, in their order.</param>
public sealed record DailyFactsFound(ReportForm Recorded, ReportForm Late, ImmutableArray<string> Cases);
