using LinqToDB.Mapping;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查行. An inspection in lists.</summary>
[Table("inspection")]
public sealed record InspectionRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>编号.</summary>
    [Column("number", Length = 30), NotNull] public required string Number { get; init; }

    /// <summary>状态. The wire name of an <see cref="InspectionStatus"/>.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>检查方式. The wire name of an <see cref="InspectionBasis"/>.</summary>
    [Column("basis", Length = 20), NotNull] public required string Basis { get; init; }

    /// <summary>企业. The credit code.</summary>
    [Column("enterprise", Length = 18), NotNull] public required string Enterprise { get; init; }

    /// <summary>专项行动. The campaign's code, or null.</summary>
    [Column("campaign", Length = 60), Nullable] public string? Campaign { get; init; }

    /// <summary>责任科室.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>产品类别. The code, or null.</summary>
    [Column("product_class", Length = 60), Nullable] public string? ProductClass { get; init; }

    /// <summary>计划日. ISO text.</summary>
    [Column("planned_on", Length = 10), NotNull] public required string PlannedOn { get; init; }

    /// <summary>检查日. ISO text; null until it is recorded.</summary>
    [Column("inspected_on", Length = 10), Nullable] public string? InspectedOn { get; init; }

    /// <summary>处理结果. The wire name of an <see cref="InspectionResult"/>; null until it is recorded.</summary>
    [Column("result", Length = 30), Nullable] public string? Result { get; init; }

    /// <summary>最重程度. The wire name of the worst <see cref="FindingSeverity"/>, or null.</summary>
    [Column("worst_severity", Length = 20), Nullable] public string? WorstSeverity { get; init; }

    /// <summary>案件编号. The case that is wished or opened, or null.</summary>
    [Column("case_number", Length = 60), Nullable] public string? CaseNumber { get; init; }

    /// <summary>获证企业. Whether the enterprise held a licence in force when it was planned.</summary>
    [Column("is_licensed"), NotNull] public required bool IsLicensed { get; init; }

    /// <summary>计划日已过. Whether the planned day passed before it was recorded.</summary>
    [Column("is_late"), NotNull] public required bool IsLate { get; init; }
}

/// <summary>检查人员行. One officer of an inspection: who went, or who is to go.</summary>
[Table("inspection_officer")]
public sealed record InspectionOfficerRow : Row
{
    /// <summary>用户名.</summary>
    [Column("user_name", Length = 100), PrimaryKey(1), NotNull] public required string UserName { get; init; }
}

/// <summary>The rows that show an inspection.</summary>
internal static class InspectionRows
{
    public static IReadOnlyList<Row> Of(string subject, InspectionState inspection, int version) =>
    [
        new InspectionRow
        {
            Subject = subject,
            Version = version,
            Number = inspection.Number,
            Status = WireName.Of(inspection.Status),
            Basis = WireName.Of(inspection.Plan.Basis),
            Enterprise = inspection.Plan.Enterprise,
            Campaign = inspection.Plan.Campaign,
            Section = inspection.Plan.Section,
            ProductClass = inspection.Plan.ProductClass,
            PlannedOn = IsoDate.Of(inspection.Plan.PlannedOn),
            InspectedOn = IsoDate.Of(inspection.Record?.InspectedOn),
            Result = inspection.Record is { } record ? WireName.Of(record.Result) : null,
            WorstSeverity = inspection.Record?.Worst is { } worst ? WireName.Of(worst) : null,
            CaseNumber = inspection.Record?.CaseNumber,
            IsLicensed = !inspection.Plan.Licences.IsEmpty,
            IsLate = inspection.IsLate,
        },
        .. (inspection.Record?.Officers ?? inspection.Plan.Officers).Select(user => new InspectionOfficerRow { Subject = subject, UserName = user }),
        .. OpenWorkRow.Of(subject, inspection.Number, WireName.Of(inspection.Status), inspection.Plan.Section, inspection.Holders, enterprise: inspection.Plan.Enterprise),
        .. SectionHandoverRow.Of(subject, inspection.Handovers),
    ];
}
