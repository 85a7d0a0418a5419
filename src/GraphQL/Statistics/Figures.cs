using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Statistics;

/// <summary>统计数字的换算. How amounts of measures are told.</summary>
internal static class Figures
{
    /// <summary>An amount as it is told: money in yuan, all else as it is.</summary>
    /// <param name="measure">What is counted.</param>
    /// <param name="amount">How much, as the tally has it.</param>
    public static decimal AmountOf(Measure measure, long amount) => measure.IsMoney() ? Money.Yuan(amount) : amount;
}
