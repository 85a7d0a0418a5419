using LinqToDB.Mapping;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查行. An inspection in lists.</summary>
[Table("inspection")]
[HasParts<OpenWorkRow>("holders", "在办人员用户名. Planned inspections by the user names of who holds them.")]
public sealed record InspectionRow : WorkRow
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>编号.</summary>
    [Column("number", Length = 30), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>检查文号. The number that people say, such as 检〔2026〕12号, counted by section and year; also found as 2026-12. Null in those of
    /// before.</summary>
    [Column("official_number", Length = 20), Nullable, OfficialNumberText(NumberWord.Inspection), Field, Filter]
    public string? OfficialNumber { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull, Wire<InspectionStatus>, Field, Filter, Sort] public required string Status { get; init; }

    /// <summary>检查方式. How the enterprise came to be inspected.</summary>
    [Column("basis", Length = 20), NotNull, Wire<InspectionBasis>, Field, Filter] public required string Basis { get; init; }

    /// <summary>企业. The credit code; null where a den is inspected.</summary>
    [Column("enterprise", Length = 18), Nullable]
    [ReferenceFilter<EnterpriseRow>(nameof(EnterpriseRow.CreditCode), "enterprise", "企业. Inspections by the enterprise that is inspected.")]
    public string? Enterprise { get; init; }

    /// <summary>窝点. Its number; null where an enterprise is inspected.</summary>
    [Column("den", Length = 20), Nullable]
    [ReferenceFilter<DenRow>(nameof(DenRow.Number), "den", "窝点. Inspections by the den that is inspected.")]
    [FilterPresence("isOfDen", "检查窝点. Whether a den is inspected.")]
    public string? Den { get; init; }

    /// <summary>专项行动. The code of the campaign it belongs to.</summary>
    [Column("campaign", Length = 60), Nullable, Field, Filter, FilterPresence("hasCampaign", "属于专项行动. Whether it belongs to a campaign.")] public string? Campaign { get; init; }

    /// <summary>责任科室.</summary>
    [Column("section", Length = 60), Nullable, Field, Filter] public string? Section { get; init; }

    /// <summary>产品类别. The code.</summary>
    [Column("product_class", Length = 60), Nullable, ObjectFilter<ProductClassElement>(nameof(ProductClassElement.Code), "产品类别. Inspections by the class they are counted under.")] public string? ProductClass { get; init; }

    /// <summary>计划日. Until when it is to be done (Asia/Shanghai).</summary>
    [Column("planned_on", Length = 10), NotNull, Day, Field, Filter, Sort] public required string PlannedOn { get; init; }

    /// <summary>检查日. The day it was made (Asia/Shanghai); null until it is recorded.</summary>
    [Column("inspected_on", Length = 10), Nullable, Day, Field, Filter] public string? InspectedOn { get; init; }

    /// <summary>处理结果. What is to come of it; null until it is recorded.</summary>
    [Column("result", Length = 30), Nullable, Wire<InspectionResult>, Field, Filter] public string? Result { get; init; }

    /// <summary>最重程度. The worst that was found, or null.</summary>
    [Column("worst_severity", Length = 20), Nullable, Wire<FindingSeverity>, Field, Filter] public string? WorstSeverity { get; init; }

    /// <summary>案件编号. The case that it opened or whose findings it adds to; null where the result is none.</summary>
    [Column("case_number", Length = 60), Nullable, Field, Filter, ReferenceFilter<CaseRow>(nameof(CaseRow.Number), "case", "案件. Inspections by the case they opened or whose findings they add to.")] public string? CaseNumber { get; init; }

    /// <summary>获证企业. Whether the enterprise held a licence in force when it was planned.</summary>
    [Column("is_licensed"), NotNull, Field, Filter] public required bool IsLicensed { get; init; }

    /// <summary>计划日已过. Whether the planned day passed before it was recorded.</summary>
    [Column("is_late"), NotNull, Field, Filter] public required bool IsLate { get; init; }
}

/// <summary>检查人员行. One officer of an inspection: who went, or who is to go.</summary>
[Table("inspection_officer"), PartOf<InspectionRow>("officerNames", "执法人员. Inspections by the user names of who went, or is to go.")]
public sealed record InspectionOfficerRow : Row
{
    /// <summary>用户名.</summary>
    [Column("user_name", Length = 100), PrimaryKey(1), NotNull, Filter] public required string UserName { get; init; }
}

/// <summary>检查工作计数行. Inspections by what a section looks at every day.</summary>
[Table("inspection_work_count")]
public sealed record InspectionWorkCountRow : CountsOf<InspectionRow>
{
    /// <summary>责任科室.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>计划日已过.</summary>
    [Column("is_late"), NotNull] public required bool IsLate { get; init; }
}

/// <summary>专项检查计数行. Inspections by campaign and planned day, of which the last is shown.</summary>
[Table("inspection_campaign_count")]
public sealed record InspectionCampaignCountRow : CountsOf<InspectionRow>
{
    /// <summary>专项行动.</summary>
    [Column("campaign", Length = 60), Nullable] public string? Campaign { get; init; }

    /// <summary>检查方式.</summary>
    [Column("basis", Length = 20), NotNull] public required string Basis { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>计划日.</summary>
    [Column("planned_on", Length = 10), NotNull] public required string PlannedOn { get; init; }
}

/// <summary>检查可查文字行. A text by which an inspection is found.</summary>
[Table("inspection_text")]
public sealed record InspectionTextRow : SearchTextRow;

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
            OfficialNumber = inspection.Serial?.Plain,
            Serial = inspection.Serial,
            Status = WireName.Of(inspection.Status),
            Basis = WireName.Of(inspection.Plan.Basis),
            Enterprise = inspection.Plan.Enterprise,
            Den = inspection.Plan.Den,
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
            Nearest = inspection.Status is InspectionStatus.Planned ? PlannedDay(inspection) : null,
        },
        .. (inspection.Record?.Officers ?? inspection.Plan.Officers).Select(user => new InspectionOfficerRow { Subject = subject, UserName = user }),
        .. OpenWorkRow.Of(
            subject, inspection.Number, inspection.Serial, WireName.Of(inspection.Status), inspection.Plan.Section,
            inspection.IsNobodys ? [OpenWorkRow.Nobody] : inspection.Holders,
            [PlannedDay(inspection)], enterprise: inspection.Plan.Enterprise, den: inspection.Plan.Den),
        .. SectionHandoverRow.Of(subject, inspection.Handovers),
        .. SearchTexts.Of([inspection.Number, inspection.Serial?.Text, inspection.Serial?.Plain])
            .Select(text => new InspectionTextRow { Subject = subject, Folded = text }),
    ];

    private static OwedTerm PlannedDay(InspectionState inspection) =>
        new(Inspection.Due, ShanghaiTime.EndOf(inspection.Plan.LastDay));
}
