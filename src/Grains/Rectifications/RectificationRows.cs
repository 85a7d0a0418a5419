using LinqToDB.Mapping;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改行. An order in lists.</summary>
[Table("rectification")]
[HasParts<OpenWorkRow>("holders", "在办人员用户名. Orders that are open by the user names of who holds them.")]
public sealed record RectificationRow : WorkRow
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>编号.</summary>
    [Column("number", Length = 30), NotNull, Field, Filter, Sort, AsOf] public required string Number { get; init; }

    /// <summary>责改文号. The number that people say, such as 责改〔2026〕12号, counted by section and year; also found as 2026-12. Null in those of
    /// before.</summary>
    [Column("official_number", Length = 20), Nullable, OfficialNumberText(NumberWord.Rectification), Field, Filter, AsOf]
    public string? OfficialNumber { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull, Wire<RectificationStatus>, Field, Filter, Sort, AsOf] public required string Status { get; init; }

    /// <summary>企业. The credit code; null where a den has to put something right.</summary>
    [Column("enterprise", Length = 18), Nullable]
    [ReferenceFilter<EnterpriseRow>(nameof(EnterpriseRow.CreditCode), "enterprise", "企业. Orders by the enterprise that is ordered about.")]
    public string? Enterprise { get; init; }

    /// <summary>窝点. Its number; null where an enterprise has to put something right.</summary>
    [Column("den", Length = 20), Nullable]
    [ReferenceFilter<DenRow>(nameof(DenRow.Number), "den", "窝点. Orders by the den that is ordered about.")]
    public string? Den { get; init; }

    /// <summary>许可证. Its number.</summary>
    [Column("licence", Length = 30), Nullable, ReferenceFilter<LicenceRow>(nameof(LicenceRow.Number), "licence", "许可证. Orders by the licence whose conditions are not met.")] public string? Licence { get; init; }

    /// <summary>检查. Its number.</summary>
    [Column("inspection", Length = 30), Nullable, ReferenceFilter<InspectionRow>(nameof(InspectionRow.Number), "inspection", "检查. Orders by the inspection that found it.")] public string? Inspection { get; init; }

    /// <summary>产品类别. The code.</summary>
    [Column("product_class", Length = 60), Nullable, ObjectFilter<ProductClassElement>(nameof(ProductClassElement.Code), "产品类别. Orders by the class they are counted under.")] public string? ProductClass { get; init; }

    /// <summary>责任科室.</summary>
    [Column("section", Length = 60), Nullable, Field, Filter] public string? Section { get; init; }

    /// <summary>经办人. The user name of who ordered it.</summary>
    [Column("ordered_by", Length = 100), NotNull] public required string OrderedBy { get; init; }

    /// <summary>责令日. The day it was ordered (Asia/Shanghai).</summary>
    [Column("ordered_on", Length = 10), NotNull, Day, Field, Filter, Sort] public required string OrderedOn { get; init; }

    /// <summary>整改期限. The last day to put it right (Asia/Shanghai).</summary>
    [Column("due_on", Length = 10), NotNull, Day, Field, Filter, Sort, AsOf] public required string DueOn { get; init; }

    /// <summary>待决定的措施. The measure that waits for a decision, or null.</summary>
    [Column("proposed_measure", Length = 20), Nullable, Wire<RectificationMeasure>, Field, Filter] public string? ProposedMeasure { get; init; }

    /// <summary>最近采取的措施. The last measure that was taken, or null.</summary>
    [Column("taken_measure", Length = 20), Nullable, Wire<RectificationMeasure>, Field, Filter] public string? TakenMeasure { get; init; }

    /// <summary>已延期. Whether it was extended.</summary>
    [Column("is_extended"), NotNull, Field, Filter] public required bool IsExtended { get; init; }

    /// <summary>逾期未改正. Whether its day has passed without a report, and the banning that would end it is not decided.</summary>
    [Column("is_late"), NotNull, Field, Filter] public required bool IsLate { get; init; }

    /// <summary>有逾期. Whether a term of the bureau's own has lapsed.</summary>
    [Column("has_lapses"), NotNull, Field, Filter] public required bool HasLapses { get; init; }
}

/// <summary>整改计数行. Orders by section, status and what waits for a decision.</summary>
[Table("rectification_count")]
public sealed record RectificationCountRow : CountsOf<RectificationRow>
{
    /// <summary>责任科室.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>待决定的措施.</summary>
    [Column("proposed_measure", Length = 20), Nullable] public string? ProposedMeasure { get; init; }
}

/// <summary>整改可查文字行. A text by which an order is found.</summary>
[Table("rectification_text")]
public sealed record RectificationTextRow : SearchTextRow;

/// <summary>The row that shows an order.</summary>
internal static class RectificationRows
{
    public static IReadOnlyList<Row> Of(string subject, RectificationState rectification, int version) =>
    [
        new RectificationRow
        {
            Subject = subject,
            Version = version,
            Number = rectification.Number,
            OfficialNumber = rectification.Serial?.Plain,
            Serial = rectification.Serial,
            Status = WireName.Of(rectification.Status),
            Enterprise = rectification.Order.Enterprise,
            Den = rectification.Order.Den,
            Licence = rectification.Order.Licence,
            Inspection = rectification.Order.Inspection,
            ProductClass = rectification.Order.ProductClass,
            Section = rectification.Order.Section,
            OrderedBy = rectification.Order.Officer,
            OrderedOn = IsoDate.Of(rectification.Order.OrderedOn),
            DueOn = IsoDate.Of(rectification.DueOn),
            ProposedMeasure = rectification.Proposal is { } proposal ? WireName.Of(proposal.Measure) : null,
            TakenMeasure = rectification.Measures.LastOrDefault(decided => decided.Accepted) is { } taken ? WireName.Of(taken.Measure) : null,
            IsExtended = rectification.Extension is not null,
            IsLate = rectification.IsLate,
            HasLapses = !rectification.Lapses.IsEmpty,
            Nearest = OwedTerm.First(RectificationDeadlines.InOpenWork(rectification)),
        },
        .. OpenWorkRow.Of(
            subject, rectification.Number, rectification.Serial, WireName.Of(rectification.Status), rectification.Order.Section,
            rectification.Holders, RectificationDeadlines.InOpenWork(rectification), enterprise: rectification.Order.Enterprise,
            den: rectification.Order.Den),
        .. SectionHandoverRow.Of(subject, rectification.Handovers),
        .. WaitingOf(subject, rectification),
        .. SearchTexts.Of([rectification.Number, rectification.Serial?.Text, rectification.Serial?.Plain])
            .Select(text => new RectificationTextRow { Subject = subject, Folded = text }),
    ];

    // A step of the ladder is never taken by itself: somebody accepts or declines what is proposed.
    private static IEnumerable<ApprovalRow> WaitingOf(string subject, RectificationState rectification)
    {
        if (rectification.Proposal is not { } proposal)
        {
            return [];
        }

        var measure = Terms.Of(proposal.Measure);
        var cause = Terms.Of(proposal.Cause);
        return
        [
            ApprovalRow.Of(subject, rectification.Number, rectification.Order.Section, rectification.Serial?.Text ?? rectification.Number, (
                1,
                ApprovalStep.LadderMeasure,
                new BilingualText(
                    $"{measure.Chinese}：{proposal.Reason ?? cause.Chinese}", $"{measure.English}: {proposal.Reason ?? cause.English}"),
                proposal.By ?? Actor.SystemUser,
                ShanghaiTime.StartOf(proposal.ProposedOn))),
        ];
    }
}
