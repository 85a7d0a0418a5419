using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Statistics;

/// <summary>统计数字的换算. How amounts of measures are told.</summary>
internal static class Figures
{
    // What the tally has in 分 because it is money; the terms of the measures say the same.
    private static readonly Measure[] Money =
        [Measure.GoodsValue, Measure.Penalties, Measure.CrimeTransferGoodsValue];

    /// <summary>An amount as it is told: money in yuan, all else as it is.</summary>
    /// <param name="measure">What is counted.</param>
    /// <param name="amount">How much, as the tally has it.</param>
    public static decimal AmountOf(Measure measure, long amount) => Money.Contains(measure) ? Conventions.Money.Yuan(amount) : amount;
}
