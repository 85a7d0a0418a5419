using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

/// <summary>日报行. A daily report in lists.</summary>
[Table("daily_report")]
public sealed record DailyReportRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>日报编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>责任科室. The section's code.</summary>
    [Column("section", Length = 60), NotNull, Field, Filter] public required string Section { get; init; }

    /// <summary>报送日. The working day (Asia/Shanghai).</summary>
    [Column("day", Length = 10), NotNull, Day, Field, Filter, Sort] public required string Day { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Column("status", Length = 20), NotNull, Wire<DailyReportStatus>, Field, Filter] public required string Status { get; init; }

    /// <summary>未截止. Whether its 14:00 is still to come.</summary>
    [Column("is_open"), NotNull, Field, Filter] public required bool IsOpen { get; init; }

    /// <summary>待报送科室. The code of the section while it has said nothing yet; null afterwards.</summary>
    [Column("owed_by", Length = 60), Nullable, Field, Filter] public string? OwedBy { get; init; }

    /// <summary>零报告. Whether the section says that there was nothing.</summary>
    [Column("is_nil"), NotNull, Field] public required bool IsNil { get; init; }

    /// <summary>手工数. How many figures the section filled in itself.</summary>
    [Column("by_hand"), NotNull, Field] public required int ByHand { get; init; }

    /// <summary>与登记不符. How many of those figures say less or more than is recorded.</summary>
    [Column("differing"), NotNull, Field] public required int Differing { get; init; }

    /// <summary>版本数. How many versions were frozen: more than one where it was put right.</summary>
    [Column("versions"), NotNull, Field("versionCount")] public required int Versions { get; init; }

    /// <summary>The rows that show a report.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="report">The state.</param>
    /// <param name="version">Its version.</param>
    internal static IReadOnlyList<Row> Of(string subject, DailyReportState report, int version) =>
    [
        new DailyReportRow
        {
            Subject = subject,
            Version = version,
            Number = report.Number,
            Section = report.Section,
            Day = IsoDate.Of(report.Day),
            Status = WireName.Of(report.Status),
            IsOpen = report.IsOpen,
            OwedBy = report.IsOwed ? report.Section : null,
            IsNil = report.Statement is { IsNil: true },
            ByHand = report.Statement?.Manual.Length ?? 0,
            Differing = report.Statement?.Findings.Count(finding =>
                finding.Kind is DailyFindingKind.Concealed or DailyFindingKind.Overstated) ?? 0,
            Versions = report.Versions.Length,
        },
    ];
}
