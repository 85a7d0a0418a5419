using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>违法所得认定规则. How illegal gains are counted, as data with a validity.</summary>
/// <param name="DeductsCosts">扣除支出. Whether proven lawful costs of the act are deducted from what was taken; else all of it counts.</param>
/// <param name="Basis">依据. Where it is said.</param>
/// <param name="ValidFrom">施行日期. The first day whose acts it speaks of.</param>
/// <param name="ValidTo">失效日期. The last such day; null while it is in force.</param>
/// <param name="Confidence">可信程度. How sure the row is.</param>
public sealed record GainsRule(bool DeductsCosts, BilingualText Basis, DateOnly ValidFrom, DateOnly? ValidTo, Confidence Confidence)
    : IInForce;

/// <summary>违法所得认定规则表. Whether illegal gains are gross or net, by the day of the act.</summary>
public static class GainsRules
{
    private static readonly DateOnly SinceMeasures = new(2026, 3, 20);

    /// <summary>全部规则. Every row.</summary>
    public static ImmutableArray<GainsRule> All { get; } =
    [
        // Some trades deducted costs also before, by rules of their own of 2008; the bureau's law page knows the statute alone.
        new(
            DeductsCosts: false,
            new("行政处罚法 第二十八条", "Administrative Penalty Law, art. 28"),
            new DateOnly(2021, 7, 15), SinceMeasures.PlusDays(-1), Confidence.OneSource),
        new(
            DeductsCosts: true,
            new("市场监督管理行政处罚案件违法所得认定办法 第四条", "Measures on Illegal Gains in Penalty Cases of Market Regulators (SAMR 118), art. 4"),
            SinceMeasures, null, Confidence.Confirmed),
    ];

    /// <summary>The row for acts of a day.</summary>
    /// <param name="day">The day of the act (Asia/Shanghai).</param>
    public static GainsRule On(DateOnly day) => All.On(day);
}
