using LinqToDB.Mapping;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

/// <summary>日报汇总行. The bureau's report of a day in lists.</summary>
[Table("daily_summary")]
public sealed record DailySummaryRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>汇总编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>报送日. Of which day (Asia/Shanghai).</summary>
    [Column("day", Length = 10), NotNull, Day, Field, Filter, Sort] public required string Day { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Column("status", Length = 20), NotNull, Wire<DailySummaryStatus>, Field, Filter] public required string Status { get; init; }

    /// <summary>缺报科室数. How many sections had said nothing.</summary>
    [Column("missing"), NotNull, Field] public required int Missing { get; init; }

    /// <summary>The rows that show a summary.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="summary">The state.</param>
    /// <param name="version">Its version.</param>
    internal static IReadOnlyList<Row> Of(string subject, DailySummaryState summary, int version) =>
    [
        new DailySummaryRow
        {
            Subject = subject,
            Version = version,
            Number = summary.Number,
            Day = IsoDate.Of(summary.Day),
            Status = WireName.Of(summary.Status),
            Missing = summary.Collection.Reports.Count(report => report.Status is DailyReportStatus.Missing),
        },
    ];
}
