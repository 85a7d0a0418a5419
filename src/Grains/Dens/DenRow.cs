using LinqToDB.Mapping;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>窝点行. A den in lists.</summary>
[Table("den")]
public sealed record DenRow : NumberedRow
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>窝点编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>窝点文号. The number that people say, such as 窝点〔2026〕3号, counted by section and year; also found as 2026-3.</summary>
    [Column("official_number", Length = 20), Nullable, OfficialNumberText(NumberWord.Den), Field, Filter]
    public string? OfficialNumber { get; init; }

    /// <summary>名称.</summary>
    [Column("name", Length = 200), NotNull, Field, Filter] public required string Name { get; init; }

    /// <summary>名称. By pinyin.</summary>
    [Column(ChineseOrder.Column, Length = ChineseOrder.Longest), NotNull, Sort("name")] public string NameOrder { get; init; } = "";

    /// <summary>地址.</summary>
    [Column("address", Length = 500), NotNull, Field, Filter] public required string Address { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Column("status", Length = 20), NotNull, Wire<DenStatus>, Field, Filter] public required string Status { get; init; }

    /// <summary>所在区域. The area's code.</summary>
    [Column("area", Length = 60), Nullable]
    [ObjectFilter<AreaElement>(nameof(AreaElement.Code), "所在区域. Dens by the area in which they lie.")]
    public string? Area { get; init; }

    /// <summary>生产产品. What it makes.</summary>
    [Column("products", Length = 500), NotNull, Field, Filter] public required string Products { get; init; }

    /// <summary>发现来源. What led to it.</summary>
    [Column("source", Length = 40), NotNull, Wire<LeadSource>, Field, Filter] public required string Source { get; init; }

    /// <summary>发现日. The day on which it was found (Asia/Shanghai).</summary>
    [Column("found_on", Length = 10), NotNull, Day, Field, Filter, Sort] public required string FoundOn { get; init; }

    /// <summary>责任科室. The section that answers for it.</summary>
    [Column("section", Length = 60), Nullable, Field, Filter] public string? Section { get; init; }

    /// <summary>首次行动期限. The last day by which it has to be inspected, ordered about or opened as a case (Asia/Shanghai); null where
    /// somebody acts on it, and where it has ended.</summary>
    [Column("act_by", Length = 10), Nullable, Day, Field, Filter] public string? ActBy { get; init; }

    /// <summary>取缔日. The day on which it was banned last (Asia/Shanghai), or null.</summary>
    [Column("banned_on", Length = 10), Nullable, Day, Field, Filter] public string? BannedOn { get; init; }

    /// <summary>终结日. The day on which it ended (Asia/Shanghai), or null.</summary>
    [Column("ended_on", Length = 10), Nullable, Day, Field, Filter] public string? EndedOn { get; init; }
}

/// <summary>窝点产品类别行. One product class of a den.</summary>
[Table("den_product_class")]
[PartOf<DenRow>("productClasses", "产品类别. Dens by what they make.", Element = typeof(ProductClassElement))]
public sealed record DenProductClassRow : CarriedClassRow;

/// <summary>窝点计数行. Dens by what their list is narrowed by.</summary>
[Table("den_count")]
public sealed record DenCountRow : CountsOf<DenRow>
{
    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>所在区域.</summary>
    [Column("area", Length = 60), Nullable] public string? Area { get; init; }
}

/// <summary>窝点可查文字行. A text by which a den is found.</summary>
[Table("den_text")]
public sealed record DenTextRow : SearchTextRow;

/// <summary>The rows that show a den.</summary>
internal static class DenRows
{
    public static IReadOnlyList<Row> Of(string subject, DenState den, int version) =>
    [
        new DenRow
        {
            Subject = subject,
            Version = version,
            Number = den.Number,
            OfficialNumber = den.Serial.Plain,
            Serial = den.Serial,
            Name = den.Details.Name,
            NameOrder = ChineseOrder.KeyOf(den.Details.Name),
            Address = den.Details.Address,
            Status = WireName.Of(den.Status),
            Area = den.Details.Area,
            Products = den.Details.Products,
            Source = WireName.Of(den.Details.Source),
            FoundOn = IsoDate.Of(den.Details.FoundOn),
            Section = den.Section,
            ActBy = IsoDate.Of(den.ActBy),
            BannedOn = IsoDate.Of(den.Bans.LastOrDefault()?.BannedOn),
            EndedOn = IsoDate.Of(den.End?.EndedOn),
        },
        .. den.Details.ProductClasses.Select((code, place) => new DenProductClassRow { Subject = subject, Code = code, Place = place }),
        .. LapsedOf(subject, den),
        .. ApprovalRow.Of(subject, den.Number, den.Section, den.Details.Name, den.Approvals),
        .. SearchTexts.Of([den.Number, den.Serial.Text, den.Serial.Plain, den.Details.Name, den.Details.Address])
            .Select(text => new DenTextRow { Subject = subject, Folded = text }),
    ];

    private static IEnumerable<LapsedDeadlineRow> LapsedOf(string subject, DenState den)
    {
        if (den.LeftAlone is { } lapse)
        {
            yield return new LapsedDeadlineRow
            {
                Subject = subject,
                Kind = Den.FirstAct,
                DueAt = ShanghaiTime.EndOf(lapse.LastDay).ToUnixTimeMilliseconds(),
                Rule = lapse.Rule,
                Section = lapse.Section,
                Officer = Den.AnsweringFor(lapse.Section).Who,
                InWorkingDays = true,
            };
        }
    }
}
