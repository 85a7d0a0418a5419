namespace ShuangDa.Grains.Calendar;

/// <summary>预警时点. What share of a term is left when those concerned are warned: the bureau's own setting. Clocks that were reckoned before it changed keep their warning.</summary>
/// <param name="Left">剩余比例. The share, from 0 (no warning) to below 1.</param>
public sealed record WarningShare(double Left)
{
    /// <summary>A third is left.</summary>
    public static WarningShare Usual { get; } = new(1.0 / 3);

    /// <summary>提醒日. The day on which the share of a term is left; null where that is less than a day.</summary>
    /// <param name="from">起始日. The day from which the term runs (Asia/Shanghai).</param>
    /// <param name="dueOn">期限末日. Its last day.</param>
    public DateOnly? DayOf(DateOnly from, DateOnly dueOn) => (int)((dueOn.DayNumber - from.DayNumber) * Left) switch
    {
        >= 1 and var days => dueOn.PlusDays(-days),
        _ => null,
    };
}
