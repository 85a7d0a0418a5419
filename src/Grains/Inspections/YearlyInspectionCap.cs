using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>
/// 年度检查频次上限. How often an enterprise is inspected in a year at most, by the bureau's own setting (国办发〔2024〕54号: 行政检查的年度频次上限).
/// What exceeds it is not refused, and says so. Inspections that a lead or a complaint gave rise to neither count nor are held back.
/// </summary>
/// <param name="Most">上限（次）. The number; null for no cap.</param>
public sealed record YearlyInspectionCap(int? Most)
{
    /// <summary>Four a year.</summary>
    public static YearlyInspectionCap Usual { get; } = new(4);

    /// <summary>By how much a number of inspections exceeds the cap, or null where it does not.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="inspections">How many there are in it.</param>
    public YearlyCapExceeded? Exceeded(int year, int inspections) =>
        Most is { } most && inspections > most ? new YearlyCapExceeded(year, inspections, most) : null;

    /// <summary>
    /// How many inspections each enterprise has in a year that count towards the cap: planned or made, and not cancelled. Those that have
    /// none are not named.
    /// </summary>
    /// <param name="data">The database.</param>
    /// <param name="enterprises">Their credit codes.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(
        IDataContext data, IReadOnlyCollection<string> enterprises, int year, CancellationToken cancellationToken)
    {
        var (lead, cancelled) = (WireName.Of(InspectionBasis.Lead), WireName.Of(InspectionStatus.Cancelled));
        var days = await data.GetTable<InspectionRow>()
            .Where(row => row.Enterprise != null && enterprises.Contains(row.Enterprise) && row.Status != cancelled && row.Basis != lead)
            .Select(row => new { row.Enterprise, Day = row.InspectedOn ?? row.PlannedOn })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return days.Where(one => IsoDate.Parse(one.Day).Year == year)
            .GroupBy(one => one.Enterprise!)
            .ToDictionary(of => of.Key, of => of.Count());
    }
}

/// <summary>超过年度上限. By how much an enterprise is inspected more often in a year than the bureau allows.</summary>
/// <param name="Year">年度. The calendar year.</param>
/// <param name="Inspections">检查次数（次）. How many there are with this one.</param>
/// <param name="Cap">上限（次）. How many there may be.</param>
[GenerateSerializer, Immutable, Alias("yearly-cap-exceeded")]
public sealed record YearlyCapExceeded(int Year, int Inspections, int Cap)
{
    /// <summary>One line for people.</summary>
    internal BilingualText Text => new(
        $"{Year}年第{Inspections}次，超过每年{Cap}次的上限",
        $"number {Inspections} of {Year}, beyond the cap of {Cap} a year");
}
