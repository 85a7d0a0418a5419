using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>大案要案标准. From when on a case is a major one by itself (R1.2): the bureau's own setting. A decision (<see cref="MarkMajorCase"/>) makes any case one. Money in 分.</summary>
/// <param name="GoodsValue">货值金额. From this value on; null where it is no criterion.</param>
/// <param name="SalesAmount">销售金额. From this amount on; null where it is no criterion.</param>
/// <param name="IllegalGains">违法所得. From this amount on; null where it is no criterion.</param>
/// <param name="Circumstances">严重情节. Any of these.</param>
public sealed record MajorCaseCriteria(long? GoodsValue, long? SalesAmount, long? IllegalGains, ImmutableArray<GraveCircumstance> Circumstances)
{
    /// <summary>Goods of half a million yuan, or somebody hurt or killed.</summary>
    public static MajorCaseCriteria Usual { get; } = new(500_000_00, null, null, [GraveCircumstance.InjuryOrDeath]);

    /// <summary>Which criterion figures meet, in words; null when none.</summary>
    /// <param name="figures">What was found.</param>
    public string? MetBy(CaseFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Circumstances.Where(one => Circumstances.Contains(one)).Select(one => Terms.Of(one).Chinese).FirstOrDefault()
            ?? Reaches(figures.GoodsValue, GoodsValue, "货值金额")
            ?? Reaches(figures.SalesAmount, SalesAmount, "销售金额")
            ?? Reaches(figures.IllegalGains, IllegalGains, "违法所得");
    }

    // Kept with the case and compared with again when its figures are corrected: the words stay as they are, without separators.
    private static string? Reaches(long found, long? least, string what) => least is { } from && found >= from
        ? string.Create(CultureInfo.InvariantCulture, $"{what}{from / 100m:0.##}元以上")
        : null;
}
