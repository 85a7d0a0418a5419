using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.FormEntries;

/// <summary>填报行. A form entry in lists.</summary>
[Table("form_entry")]
public sealed record FormEntryRow : Row
{
    /// <summary>填报编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>填报项目.</summary>
    [Column("figure", Length = 40), NotNull, Wire<ManualFigure>, Field, Filter] public required string Figure { get; init; }

    /// <summary>填报科室. The section's code.</summary>
    [Column("section", Length = 60), NotNull, Field, Filter] public required string Section { get; init; }

    /// <summary>产品类别. The class's code, or null.</summary>
    [Column("product_class", Length = 60), Nullable, Filter] public string? ProductClass { get; init; }

    /// <summary>起始日期. The first day.</summary>
    [Column("valid_from", Length = 10), NotNull, Day, Field("from"), Filter("from"), Sort("from")]
    public required string From { get; init; }

    /// <summary>截止日期. The last day.</summary>
    [Column("valid_until", Length = 10), NotNull, Day, Field("until"), Filter("until"), Sort("until")]
    public required string Until { get; init; }

    /// <summary>填报数. In its unit.</summary>
    [Column("amount"), NotNull, Field] public required int Amount { get; init; }

    /// <summary>填报人. User name.</summary>
    [Column("entered_by", Length = 100), NotNull, Field, Filter] public required string EnteredBy { get; init; }

    /// <summary>填报日期. The day it was entered.</summary>
    [Column("entered_on", Length = 10), NotNull, Day, Field] public required string EnteredOn { get; init; }

    /// <summary>更正日期. The day it was corrected last; null where it was not.</summary>
    [Column("corrected_on", Length = 10), Nullable, Day, Field] public string? CorrectedOn { get; init; }

    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="state">The state.</param>
    /// <param name="version">Its version.</param>
    internal static IReadOnlyList<Row> Of(string subject, FormEntryState state, int version) =>
    [
        new FormEntryRow
        {
            Subject = subject,
            Number = state.Number,
            Figure = WireName.Of(state.Figure),
            Section = state.Section,
            ProductClass = state.ProductClass,
            From = IsoDate.Of(state.From),
            Until = IsoDate.Of(state.Until),
            Amount = state.Amount,
            EnteredBy = state.EnteredBy,
            EnteredOn = IsoDate.Of(state.EnteredOn),
            CorrectedOn = state.CorrectedOn is { } day ? IsoDate.Of(day) : null,
            Version = version,
        },
    ];
}
